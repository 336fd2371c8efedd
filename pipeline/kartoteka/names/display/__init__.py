"""How a card is called: which spelling, by which convention, in which scheme."""

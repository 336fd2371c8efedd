"""How alike two words sound, one pair at a time or many in arrays."""

"""Documents to readings."""

"""The layouts of text that are told apart: one module each, found by name."""

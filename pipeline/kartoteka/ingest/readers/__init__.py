"""The byte formats that can be read: one module each, found by name."""

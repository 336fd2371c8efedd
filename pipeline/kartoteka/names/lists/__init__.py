"""Long lists of personal names: which are worth comparing, and which are one person's."""

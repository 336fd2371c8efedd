"""Names of institutions and places: read, looked up in the gazetteers, compared."""

"""The whole way from files to a network."""

"""Trained recognizers of persons, organizations and places: words, features, network, decoding; numpy alone."""

"""Personal names: taken apart, their parts judged, two of them compared."""

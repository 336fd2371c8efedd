"""Count who is named near whom: windows, pairs, figures against chance, and dates, in arithmetic on whole columns."""

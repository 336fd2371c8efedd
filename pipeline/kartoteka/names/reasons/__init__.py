"""Why two personal names are one person's or two persons', in words."""

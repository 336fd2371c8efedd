"""How a network is drawn: where its cards stand, how large and in which colours, which names have room.

One drawing serves all files: `draw` writes it on the graph, the exporters read it.
"""

from kartoteka.network.drawing.draw import draw, undraw
from kartoteka.network.drawing.layout import layout
from kartoteka.network.drawing.palette import group_colour, kind_colour

__all__ = ["draw", "group_colour", "kind_colour", "layout", "undraw"]

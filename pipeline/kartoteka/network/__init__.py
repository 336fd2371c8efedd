"""Who met whom: the network that the cards of a project form, its backbone, and where each card is drawn."""

from kartoteka.network.disparity import backbone
from kartoteka.network.drawing import draw
from kartoteka.network.graph import WEIGHTS, build_graph
from kartoteka.network.places import layout
from kartoteka.network.ties import build_ties

__all__ = ["WEIGHTS", "backbone", "build_graph", "build_ties", "draw", "layout"]

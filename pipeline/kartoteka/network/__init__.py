"""Who met whom: the network that the cards of a project form, its backbone, and where each card is drawn."""

from kartoteka.network.disparity import backbone
from kartoteka.network.drawing import draw, layout
from kartoteka.network.ego import ego
from kartoteka.network.graph import WEIGHTS, build_graph
from kartoteka.network.measures import measure
from kartoteka.network.ties import build_ties

__all__ = ["WEIGHTS", "backbone", "build_graph", "build_ties", "draw", "ego", "layout", "measure"]

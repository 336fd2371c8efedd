"""Networks for Gephi and Gephi Lite: GEXF 1.3, a writer a module, and `lint`, which checks files of any program."""

from kartoteka.export.gexf.dynamic import GEXF_DYNAMIC
from kartoteka.export.gexf.static import GEXF
from kartoteka.export.gexf.ties import TIES, TIES_DIRECTED, TIES_UNDIRECTED

__all__ = ["GEXF", "GEXF_DYNAMIC", "TIES", "TIES_DIRECTED", "TIES_UNDIRECTED"]

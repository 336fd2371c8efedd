"""Networks for Gephi and Gephi Lite: GEXF 1.3, a writer a module, and `lint`, which checks files of any program."""

from kartoteka.export.gexf.static import GEXF

__all__ = ["GEXF"]

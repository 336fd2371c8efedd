"""The network as a picture for an article: as SVG and in dots, with its title, legend and caption."""

from kartoteka.export.picture.png import PNG
from kartoteka.export.picture.svg import SVG

__all__ = ["PNG", "SVG"]

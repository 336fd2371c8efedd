"""The picture of the network in dots, for a text processor or a journal that takes no SVG.

resvg draws it (https://github.com/linebender/resvg), with the font of `models/fonts` and no other, so that the picture
is the same on every machine: Liberation Sans has the letters of Latin, Cyrillic, Greek and Hebrew, and what it has
not is left out.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, TextIO

from kartoteka import resources
from kartoteka.export.exporter import Exporter
from kartoteka.export.picture.svg import write_svg

if TYPE_CHECKING:
    from networkx import Graph

#: Dots across a column of 18 cm at 300 dots an inch.
PRINTED = 2126
#: No picture has more dots across or down: four bytes each must fit into memory.
MOST = 10_000


def write_png(graph: Graph, stream: TextIO, scale: float = 2.0) -> None:
    """Write the picture of a drawn network into the bytes beneath a text stream (`stream.buffer`).

    A unit of the drawing becomes `scale` dots, more in a picture that would else be too small to print 18 cm wide.
    """
    import resvg_py

    svg = StringIO()
    write_svg(graph, svg)
    width, height = _size(svg.getvalue())
    zoom = min(max(scale, PRINTED / width), MOST / max(width, height))
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg.getvalue(),
        zoom=zoom,
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[str(resources.path("fonts/LiberationSans-Regular.ttf"))],
        font_family="Liberation Sans",
        sans_serif_family="Liberation Sans",
    )
    stream.buffer.write(bytes(drawn))


def _size(svg: str) -> tuple[float, float]:
    from xml.etree.ElementTree import fromstring

    root = fromstring(svg)
    return float(root.attrib["width"]), float(root.attrib["height"])


PNG = Exporter(
    "network.png", ".png", "the same picture in dots", "drawing", write_png, standard=False, binary=True
)

"""A picture of the network for an article or a web page, with nothing but what SVG 1.1 knows.

Discs grow with the strength of the card, lines with the weight of the tie; the strongest cards bear their names,
every disc and line tells its own when pointed at. Letters of any script stay text, so that they can be searched.
Places, sizes and colours are those of the GEXF file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.gexf import description
from kartoteka.export.xml_text import escaped
from kartoteka.network.drawing import kind_colour
from kartoteka.network.marks import Mark, marks

if TYPE_CHECKING:
    from networkx import Graph

#: A picture with more lines than this shows the heaviest ones alone, and says so.
MOST_TIES = 4000

_MARGIN = 24.0
_CAPTION = 40.0
_RIM = 'stroke="#ffffff" stroke-width="3" stroke-linejoin="round" opacity="0.85"'
_FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


def write_svg(graph: Graph, stream: TextIO) -> None:
    """Write the picture of a drawn network. The same network gives the same bytes."""
    sizes = marks(graph)
    left, top, width, height = _frame(graph, sizes)
    ties = sorted(graph.edges(data=True), key=lambda tie: (-tie[2]["weight"], sorted(tie[:2])))
    shown = ties[:MOST_TIES]
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img" font-family="{_FONT}">\n'
    )
    stream.write(f"  <title>{escaped(_caption(graph, len(shown)))}</title>\n")
    stream.write(f'  <rect x="{left:.0f}" y="{top:.0f}" width="100%" height="100%" fill="#ffffff"/>\n')
    stream.writelines(_lines(graph, shown[::-1]))
    stream.writelines(_discs(graph))
    stream.writelines(_names(graph, sizes))
    stream.writelines(_legend(graph, left + _MARGIN, top + height - _MARGIN / 2, len(shown)))
    stream.write("</svg>\n")


def _frame(graph: Graph, sizes: dict[str, Mark]) -> tuple[float, float, float, float]:
    """Left, top, width and height of what holds every disc, every name and the caption."""
    lefts, tops, rights, bottoms = [0.0], [0.0], [560.0], [0.0]
    if graph:
        boxes = []
        for node, data in graph.nodes(data=True):
            mark, x, y = sizes[node], data["x"], -data["y"]
            half = max(mark.radius, mark.width / 2)
            boxes.append((x - half, y - mark.radius, x + half, y + mark.radius + 1.25 * mark.font))
        lefts, tops, rights, bottoms = (list(side) for side in zip(*boxes, strict=True))
    width, height = max(rights) - min(lefts), max(bottoms) - min(tops)
    spare = max(0.0, 560.0 - width) / 2
    left, top = min(lefts) - spare - _MARGIN, min(tops) - _MARGIN
    return left, top, width + 2 * spare + 2 * _MARGIN, height + 2 * _MARGIN + _CAPTION


def _lines(graph: Graph, ties: list[tuple[str, str, dict[str, Any]]]) -> Iterator[str]:
    most = max((data["weight"] for *_, data in ties), default=1)
    yield '  <g stroke="#6b7280" stroke-linecap="round">\n'
    for source, target, data in ties:
        share = (data["weight"] / most) ** 0.5
        (a, b) = (graph.nodes[end] for end in sorted((source, target)))
        yield (
            f'    <line x1="{a["x"]}" y1="{-a["y"]}" x2="{b["x"]}" y2="{-b["y"]}" '
            f'stroke-width="{0.6 + 5.4 * share:.2f}" stroke-opacity="{0.2 + 0.3 * share:.2f}">'
            f"<title>{escaped(a['label'])} – {escaped(b['label'])}: {data['weight']}</title></line>\n"
        )
    yield "  </g>\n"


def _discs(graph: Graph) -> Iterator[str]:
    yield '  <g stroke="#1f2937" stroke-width="0.8">\n'
    for node in sorted(graph, key=lambda n: (-graph.nodes[n]["size"], n)):
        data = graph.nodes[node]
        yield (
            f'    <circle cx="{data["x"]}" cy="{-data["y"]}" r="{data["size"]}" fill="{data["color"]}">'
            f"<title>{escaped(data['label'])}</title></circle>\n"
        )
    yield "  </g>\n"


def _names(graph: Graph, sizes: dict[str, Mark]) -> Iterator[str]:
    """Names beneath their discs, on a white rim that keeps them legible over lines."""
    yield '  <g text-anchor="middle" fill="#111827">\n'
    for node in sorted(graph):
        mark, data = sizes[node], graph.nodes[node]
        if not mark.font:
            continue
        place = f'x="{data["x"]}" y="{-data["y"] + mark.radius + mark.font:.1f}" font-size="{mark.font}"'
        name = escaped(data["label"])
        yield f"    <text {place} {_RIM}>{name}</text>\n"
        yield f"    <text {place}>{name}</text>\n"
    yield "  </g>\n"


def _legend(graph: Graph, x: float, y: float, shown: int) -> Iterator[str]:
    kinds = sorted({data["kind"] for _, data in graph.nodes(data=True)})
    yield f'  <g font-size="13" fill="#374151">\n    <text x="{x:.1f}" y="{y:.1f}">'
    yield f"{escaped(_caption(graph, shown))}</text>\n"
    for number, kind in enumerate(kinds if len(kinds) > 1 else ()):
        at = x + 110 * number
        yield f'    <circle cx="{at + 6:.1f}" cy="{y - 24:.1f}" r="6" fill="{kind_colour(kind)}"/>'
        yield f'<text x="{at + 18:.1f}" y="{y - 20:.1f}">{escaped(kind)}</text>\n'
    yield "  </g>\n"


def _caption(graph: Graph, shown: int) -> str:
    ties = graph.number_of_edges()
    counted = f"{ties} ties" if shown == ties else f"the heaviest {shown} of {ties} ties"
    return f"{graph.number_of_nodes()} cards, {counted}; {description(graph)}".rstrip("; ")


SVG = Exporter("network.svg", ".svg", "a picture of the network", "drawing", write_svg)

"""A picture of the network for an article or a web page, with nothing but what SVG 1.1 knows.

Discs grow with a measure of the card, lines with the weight of the tie; the cards that matter most bear their names,
every disc and line tells its own when pointed at. Where the network has several kinds of cards each has an outline
of its own, too. Letters of any script stay text, so that they can be searched. Beneath stands what colours, sizes
and widths mean. Places, sizes and colours are those of the GEXF file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.picture.legend import legend, line_width, wrapped
from kartoteka.export.picture.shapes import outline
from kartoteka.export.picture.words import caption, title
from kartoteka.export.xml_text import escaped
from kartoteka.network.drawing.marks import page_scale
from kartoteka.network.drawing.naming import Name, place_names
from kartoteka.network.drawing.palette import coloured_groups, group_colour, shape

if TYPE_CHECKING:
    from networkx import Graph

#: A picture with more lines than this shows the heaviest ones alone, and says so.
MOST_TIES = 4000

#: The least width of a picture: its legend needs as much.
_LEAST_WIDTH = 720.0
_MARGIN = 24.0
_FONT = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
_LINE_COLOUR = "#6b7280"


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds every disc and name, y downwards, and the `scale` of what is read and traced in it."""

    left: float
    top: float
    right: float
    bottom: float
    scale: float


def write_svg(graph: Graph, stream: TextIO) -> None:
    """Write the picture of a drawn network. The same network gives the same bytes."""
    names = place_names(graph)
    ties = _heaviest(graph)
    frame = _frame(graph, names)
    beneath, height = _beneath(graph, frame, len(ties))
    head = 44 * frame.scale
    left, top = frame.left, frame.top - head
    width, height = frame.right - frame.left, frame.bottom + height - top
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.1f} {top:.1f} {width:.1f} {height:.1f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img" font-family="{_FONT}">\n'
    )
    stream.write(f"  <title>{escaped(title(graph))}</title>\n")
    stream.write(f"  <desc>{escaped(' '.join(caption(graph, len(ties))))}</desc>\n")
    stream.write(
        f'  <rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="#ffffff"/>\n'
    )
    stream.write(
        f'  <text x="{left + _MARGIN * frame.scale:.1f}" y="{top + 30 * frame.scale:.1f}" '
        f'font-size="{19 * frame.scale:.1f}" fill="#111827">{escaped(title(graph))}</text>\n'
    )
    stream.writelines(_lines(graph, ties[::-1], frame.scale))
    stream.writelines(_discs(graph, frame.scale))
    stream.writelines(_names(names))
    stream.writelines(beneath)
    stream.write("</svg>\n")


def _heaviest(graph: Graph) -> list[tuple[str, str, dict[str, Any]]]:
    """The ties that are drawn, the heaviest first. Of a million only those are sorted that may be among them."""
    weights = sorted((weight for *_, weight in graph.edges(data="weight")), reverse=True)
    least = weights[:MOST_TIES][-1] if weights else 0
    ties = (tie for tie in graph.edges(data=True) if tie[2]["weight"] >= least)
    return sorted(ties, key=lambda tie: (-tie[2]["weight"], sorted(tie[:2])))[:MOST_TIES]


def _frame(graph: Graph, names: list[Name]) -> _Frame:
    from kartoteka.network.drawing.letters import text_width

    scale = page_scale((data["x"], -data["y"], data["size"]) for _, data in graph.nodes(data=True))
    boxes = [(0.0, 0.0, 0.0, 0.0)] if not graph else []
    for _, data in graph.nodes(data=True):
        x, y, reach = data["x"], -data["y"], 1.3 * data["size"]
        boxes.append((x - reach, y - reach, x + reach, y + reach))
    for name in names:
        width = text_width(name.text, name.font)
        start = name.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[name.anchor] * width
        boxes.append((start, name.y - name.font, start + width, name.y + 0.3 * name.font))
    left, top, right, bottom = (
        side(values) for side, values in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)
    )
    spare = max(0.0, _LEAST_WIDTH * scale - (right - left)) / 2 + _MARGIN * scale
    return _Frame(left - spare, top - 6 * scale, right + spare, bottom + 6 * scale, scale)


def _beneath(graph: Graph, frame: _Frame, shown: int) -> tuple[list[str], float]:
    """The legend and the caption, and how much room they take."""
    scale = frame.scale
    left, width = frame.left + _MARGIN * scale, frame.right - frame.left - 2 * _MARGIN * scale
    keys, down = legend(graph, left, frame.bottom + 10 * scale, width, scale)
    lines = wrapped(" ".join(caption(graph, shown)), width, 12 * scale)
    down += frame.bottom + 24 * scale
    said = [
        f'  <text x="{left:.1f}" y="{down + number * 16 * scale:.1f}" font-size="{12 * scale:.1f}" '
        f'fill="#374151">{escaped(line)}</text>\n'
        for number, line in enumerate(lines)
    ]
    return keys + said, down + len(lines) * 16 * scale - frame.bottom


def _lines(graph: Graph, ties: list[tuple[str, str, dict[str, Any]]], scale: float) -> Iterator[str]:
    """The ties, the heaviest on top; those within a community in its colour."""
    most = max((data["weight"] for *_, data in ties), default=1)
    grouped = graph.graph.get("coloured_by") == "community"
    faint = max(0.12, 0.34 - len(ties) / 10_000)
    yield '  <g stroke-linecap="round" fill="none">\n'
    for source, target, data in ties:
        share = (data["weight"] / most) ** 0.5
        (a, b) = (graph.nodes[end] for end in sorted((source, target)))
        within = grouped and a["community"] == b["community"] and a["color"] != group_colour(coloured_groups())
        colour = a["color"] if within else _LINE_COLOUR
        yield (
            f'    <line x1="{a["x"]}" y1="{-a["y"]}" x2="{b["x"]}" y2="{-b["y"]}" stroke="{colour}" '
            f'stroke-width="{line_width(share, scale):.2f}" stroke-opacity="{faint + 0.3 * share:.2f}">'
            f"<title>{escaped(a['label'])} – {escaped(b['label'])}: {data['weight']}</title></line>\n"
        )
    yield "  </g>\n"


def _discs(graph: Graph, scale: float) -> Iterator[str]:
    several = len({data.get("kind") for _, data in graph.nodes(data=True)}) > 1
    yield f'  <g stroke="#1f2937" stroke-width="{0.8 * min(scale, 1.5):.2f}" stroke-linejoin="round">\n'
    for node in sorted(graph, key=lambda n: (-graph.nodes[n]["size"], n)):
        data = graph.nodes[node]
        form = shape(data.get("kind", "")) if several else "circle"
        tag, closing = outline(form, data["x"], -data["y"], data["size"])
        yield f'    {tag} fill="{data["color"]}"><title>{escaped(data["label"])}</title>{closing}\n'
    yield "  </g>\n"


def _names(names: list[Name]) -> Iterator[str]:
    """The names, on a white rim that keeps them legible over lines; the most important on top."""
    yield '  <g fill="#111827">\n'
    for name in reversed(names):
        place = f'x="{name.x}" y="{name.y}" font-size="{name.font}" text-anchor="{name.anchor}"'
        rim = f'stroke="#ffffff" stroke-width="{name.font * 0.28:.1f}" stroke-linejoin="round" opacity="0.85"'
        yield f'    <text {place} {rim} aria-hidden="true">{escaped(name.text)}</text>\n'
        yield f"    <text {place}>{escaped(name.text)}</text>\n"
    yield "  </g>\n"


SVG = Exporter("network.svg", ".svg", "a picture of the network", "drawing", write_svg)

"""What the colours, sizes and widths of a picture mean, set out beneath it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kartoteka.export.picture.shapes import outline
from kartoteka.export.picture.words import MEASURES, line_words
from kartoteka.export.xml_text import escaped
from kartoteka.network.drawing.letters import text_width
from kartoteka.network.drawing.marks import measure_values, radius_of, share_of
from kartoteka.network.drawing.palette import coloured_groups, group_colour, kind_colour, shape
from kartoteka.network.wording import KINDS

if TYPE_CHECKING:
    from networkx import Graph

_FONT = 12.0
_ROW = 19.0
_GAP = 26.0


@dataclass(frozen=True, slots=True)
class _Key:
    """A sign of the legend, which `draw` draws around a point (x, y) `reach` to each side, and its meaning."""

    draw: Callable[[float, float], str]
    reach: float
    text: str


def legend(graph: Graph, left: float, top: float, width: float, scale: float) -> tuple[list[str], float]:
    """The lines of the legend within this width, and how high it is. Nothing for a network without ties."""
    if not graph.number_of_edges():
        return [], 0.0
    written, down = [f'  <g font-size="{_FONT * scale:.1f}" fill="#374151">\n'], 0.0
    for heading, keys in (_colours(graph, scale), _sizes(graph), _widths(graph, scale)):
        lines, height = _row(heading, keys, (left, top + down, width), scale)
        written += lines
        down += height
    return [*written, "  </g>\n"], down


def line_width(share: float, scale: float) -> float:
    """How thick a tie is drawn; `share` is the root of its part of the heaviest weight."""
    return (0.5 + 5.0 * share) * math.sqrt(scale)


def wrapped(text: str, width: float, font: float) -> list[str]:
    """The text in lines no wider than `width` in letters of this size."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", font) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _row(
    heading: str, keys: Sequence[_Key], place: tuple[float, float, float], scale: float
) -> tuple[list[str], float]:
    """A heading and its keys from left to right, in as many lines as they need, and how high they are together."""
    left, top, width = place
    font = _FONT * scale
    high = max([_ROW * scale, *(2 * key.reach + 4 for key in keys)])
    indent = text_width(heading, font) + _GAP * scale / 2
    written = [
        f'    <text x="{left:.1f}" y="{top + high / 2 + 0.36 * font:.1f}" fill="#111827">{escaped(heading)}</text>\n'
    ]
    x, y = left + indent, top + high / 2
    for key in keys:
        wide = 2 * key.reach + 0.5 * font + text_width(key.text, font)
        if x + wide > left + width and x > left + indent:
            x, y = left + indent, y + high
        written.append(
            f"    {key.draw(x + key.reach, y)}"
            f'<text x="{x + 2 * key.reach + 0.5 * font:.1f}" y="{y + 0.36 * font:.1f}">{escaped(key.text)}</text>\n'
        )
        x += wide + _GAP * scale
    return written, y + high / 2 - top


def _colours(graph: Graph, scale: float) -> tuple[str, list[_Key]]:
    found = {str(data.get("kind", "")) for _, data in graph.nodes(data=True)}
    kinds = [*(kind for kind in KINDS if kind in found), *sorted(found - KINDS.keys())]
    if graph.graph.get("coloured_by") != "community":
        return "Colour:", [_kind_key(kind, kind_colour(kind), scale) for kind in kinds]
    outlines = [_kind_key(kind, "#ffffff", scale) for kind in kinds] if len(kinds) > 1 else []
    return "Community around", [*_community_keys(graph, scale), *outlines]


def _kind_key(kind: str, colour: str, scale: float) -> _Key:
    return _Key(_sign(shape(kind), 6 * scale, colour), 7 * scale, KINDS.get(kind, (kind, kind))[1])


def _community_keys(graph: Graph, scale: float) -> Iterator[_Key]:
    """The communities that have a colour, each named after its strongest member; all others in grey."""
    strengths = measure_values(graph, "strength")
    members: dict[str, list[str]] = {}
    for node in sorted(graph, key=lambda node: (-strengths[node], node)):
        members.setdefault(graph.nodes[node]["color"], []).append(node)
    for colour in map(group_colour, range(coloured_groups())):
        if colour in members:
            first, *others = members[colour]
            name = str(graph.nodes[first].get("label", first))
            yield _Key(_sign("circle", 6 * scale, colour), 7 * scale, f"{name} ({len(others) + 1:,})")
    if rest := members.get(group_colour(coloured_groups())):
        yield _Key(
            _sign("circle", 6 * scale, group_colour(coloured_groups())), 7 * scale, f"others ({len(rest):,})"
        )


def _sizes(graph: Graph) -> tuple[str, list[_Key]]:
    measure = str(graph.graph.get("sized_by", "strength"))
    values = measure_values(graph, measure)
    largest = max(sorted(graph), key=lambda node: float(graph.nodes[node]["size"]))
    most = values[largest] / (share_of(graph.nodes[largest]["size"]) or 1.0)
    keys = []
    for value in _steps(values[largest], whole=all(value == int(value) for value in values.values())):
        radius = radius_of(value / most if most else 0.0)
        keys.append(_Key(_sign("circle", radius, "#ffffff"), radius, _written(value)))
    return f"Size: {MEASURES.get(measure, measure)}", keys


def _widths(graph: Graph, scale: float) -> tuple[str, list[_Key]]:
    most = max(weight for *_, weight in graph.edges(data="weight"))
    keys = []
    for value in _steps(most, whole=True):
        thick = line_width((value / most) ** 0.5, scale)
        keys.append(_Key(_stroke(thick, 14 * scale), 14 * scale, _written(value)))
    return f"Line: {line_words(graph)}", keys


def _steps(most: float, *, whole: bool) -> list[float]:
    """The greatest value, a quarter and a sixteenth of it: whole numbers where all are, from the largest down."""
    steps = [most, most / 4, most / 16]
    return sorted({float(max(1, round(step))) for step in steps} if whole else set(steps), reverse=True)


def _written(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:.2g}"


def _sign(form: str, radius: float, colour: str) -> Callable[[float, float], str]:
    def draw(x: float, y: float) -> str:
        tag, closing = outline(form, round(x, 2), round(y, 2), round(radius, 2))
        return f'{tag} fill="{colour}" stroke="#1f2937" stroke-width="0.8">{closing}'

    return draw


def _stroke(thick: float, reach: float) -> Callable[[float, float], str]:
    def draw(x: float, y: float) -> str:
        return (
            f'<path d="M{x - reach:.1f} {y:.1f}H{x + reach:.1f}" stroke="#6b7280" stroke-width="{thick:.2f}" '
            'stroke-opacity="0.6"/>'
        )

    return draw

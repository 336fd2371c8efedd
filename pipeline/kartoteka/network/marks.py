"""How large each card of a network is drawn, and which of them carry their names in a picture."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import Graph

#: A picture stays legible with about so many names.
NAMED = 80

_LEAST_RADIUS, _MOST_RADIUS = 4.0, 26.0
_LEAST_FONT, _MOST_FONT = 10.0, 20.0
_WIDE = frozenset("MWmw@%ЖШЩЮМФжшщюмфыЫ—")
_NARROW = frozenset("iljftrI.,;:'’ʹ’-()|!їіІЇ ")


@dataclass(frozen=True, slots=True)
class Mark:
    """A disc of `radius` with a name of `width` beneath it in letters of size `font` (both 0: no name)."""

    radius: float
    font: float = 0.0
    width: float = 0.0


def marks(graph: Graph, named: int = NAMED) -> dict[str, Mark]:
    """The mark of each node: its area grows with the node's strength, and the strongest `named` bear names.

    Lengths are units of the drawing: pixels of a picture at full size, Gephi's own units there.
    """
    strengths = {node: float(data.get("strength", 0)) for node, data in graph.nodes(data=True)}
    most = max(strengths.values(), default=1.0) or 1.0
    ranked = sorted(strengths, key=lambda node: (-strengths[node], node))
    bearers = set(ranked[:named])
    return {
        node: _mark((strength / most) ** 0.5, str(graph.nodes[node].get("label", node)) if node in bearers else "")
        for node, strength in strengths.items()
    }


def text_width(text: str, font: float) -> float:
    """About how wide a sans-serif sets the text, in the unit of `font`: no fonts are read, so on the safe side."""
    return font * sum(_letter_width(letter) for letter in text)


def _mark(share: float, name: str) -> Mark:
    radius = round(_LEAST_RADIUS + share * (_MOST_RADIUS - _LEAST_RADIUS), 2)
    if not name:
        return Mark(radius)
    font = round(_LEAST_FONT + share * (_MOST_FONT - _LEAST_FONT), 1)
    return Mark(radius, font, round(text_width(name, font), 1))


def _letter_width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.94
    return 0.74 if letter.isupper() else 0.61

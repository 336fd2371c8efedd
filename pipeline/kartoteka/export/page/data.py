"""What network.html knows of a network: columns of numbers, and every document, passage and sentence once.

Nodes and edges are told by their numbers in these columns, days are whole numbers (1934-07-10 is 19340710), so that a
page of 5,000 cards and 30,000 ties stays small. What a network does not know is left out, column by column.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kartoteka import __version__, resources
from kartoteka.export import edges as edge_list
from kartoteka.export import nodes as node_list
from kartoteka.export.network_columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    declared,
    edge_row,
    node_row,
)
from kartoteka.export.periods import held_in_words
from kartoteka.network.choice import told
from kartoteka.network.drawing.palette import shape
from kartoteka.romanization.search_keys import search_keys, search_rules
from kartoteka.types import Passage
from kartoteka.types.network import Held

if TYPE_CHECKING:
    from networkx import Graph

#: Columns of the other network files that the page keeps in a form of its own: names and passages by their numbers.
OF_ITS_OWN = frozenset(
    {"entity_type", "variants", "offices", "document", "start_offset", "end_offset", "quotation", "further"}
)
#: Attributes that go into the page beside those columns.
NODE_ATTRIBUTES = ("label", "kind", "x", "y", "size", "color")
EDGE_ATTRIBUTES = ("weight",)

_CATALOGUES = "authority/catalogues.toml"


class Numbers(dict[Any, int]):
    """Numbers things in the order in which they are first asked for."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = len(self)
        return self[thing]


class Passages:
    """All passages of a network, each once, and the documents and sentences that they share."""

    def __init__(self) -> None:
        self.documents = Numbers()
        self._texts = Numbers()
        self._passages = Numbers()

    def number(self, passage: Passage | None) -> int:
        """The number of a passage; -1 for none."""
        if passage is None:
            return -1
        place = (self.documents[passage.document], passage.start, passage.end)
        return self._passages[(*place, self._texts[passage.text])]

    def columns(self) -> dict[str, Any]:
        """The passages by column: a document's number, first and last character, a text's number."""
        document, start, end, text = zip(*self._passages, strict=True) if self._passages else ((), (), (), ())
        return {
            "documents": list(self.documents),
            "texts": list(self._texts),
            "passages": {"document": document, "start": start, "end": end, "text": text},
        }


def page_data(graph: Graph) -> dict[str, Any]:
    """The network as the page reads it. The same network gives the same data, whatever the order of its nodes."""
    passages, order = Passages(), sorted(graph)
    numbers = {node: number for number, node in enumerate(order)}
    ties = sorted(sorted((numbers[source], numbers[target])) for source, target in graph.edges)
    cards = [graph.nodes[node] for node in order]
    edges = [graph.edges[order[source], order[target]] for source, target in ties]
    return {
        "about": {**dict(sorted(told(graph).items())), "program": f"Kartoteka {__version__}"},
        "files": _files(graph),
        "shapes": {kind: shape(kind) for kind in sorted({card["kind"] for card in cards})},
        "nodes": {"id": order, **_plain(_node_rows(cards)), **_cards(cards, numbers, passages)},
        "edges": {
            "source": [source for source, _ in ties],
            "target": [target for _, target in ties],
            **_plain(_edge_rows(edges)),
            **_ties(edges, passages),
        },
        **passages.columns(),
        "rules": search_rules(),
        "catalogues": _catalogues(cards),
    }


def _files(graph: Graph) -> dict[str, Any]:
    """The columns of the files that the page saves: those of the program's own."""
    return {
        "node": dict(declared(NODE_COLUMNS, graph.nodes.values())),
        "edge": dict(declared(EDGE_COLUMNS, (tie for *_, tie in graph.edges(data=True)))),
        "nodes.csv": node_list.COLUMNS,
        "edges.csv": edge_list.COLUMNS,
    }


def _node_rows(cards: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            **dict(zip(NODE_COLUMNS, node_row(card), strict=True)),
            **{name: card.get(name) for name in NODE_ATTRIBUTES},
        }
        for card in cards
    ]


def _edge_rows(edges: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            **dict(zip(EDGE_COLUMNS, edge_row(edge), strict=True)),
            **{name: edge.get(name) for name in EDGE_ATTRIBUTES},
        }
        for edge in edges
    ]


def _cards(cards: Sequence[Mapping[str, Any]], numbers: Mapping[str, int], passages: Passages) -> dict[str, Any]:
    """All spellings, the keys by which they are found, the span of days, and the offices held."""
    spellings = [list(card.get("variants") or ()) for card in cards]
    return {
        "variants": spellings,
        "keys": [
            " ".join(search_keys(dict.fromkeys([card["label"], *names])))
            for card, names in zip(cards, spellings, strict=True)
        ],
        "span": [_dated(card) for card in cards],
        "offices": [[_held(held, numbers, passages) for held in card.get("offices", ())] for card in cards],
    }


def _held(held: Held, numbers: Mapping[str, int], passages: Passages) -> list[Any]:
    """Title, the number of its card (-1 where it is not in the network), four days, its passage, whether acting.

    Behind them all of it in words, as the other files tell it.
    """
    days = [_day(day) for day in (*held.start, *held.end)]
    rest = [passages.number(held.passage), int(held.acting), held_in_words(held)]
    return [held.title, numbers.get(held.office, -1), *days, *rest]


def _ties(edges: Sequence[Mapping[str, Any]], passages: Passages) -> dict[str, Any]:
    return {
        "documents": [[passages.documents[one] for one in edge.get("documents") or ()] for edge in edges],
        "spells": [_dated(edge) for edge in edges],
        "passages": [[passages.number(passage) for passage in edge.get("passages") or ()] for edge in edges],
    }


def _plain(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """The columns that some row has."""
    names = [name for name in rows[0] if name not in OF_ITS_OWN] if rows else []
    return {
        name: [_short(row[name]) for row in rows] for name in names if any(row[name] is not None for row in rows)
    }


def _short(value: Any) -> Any:
    """Yes and no as 1 and 0; nothing for a number that is none."""
    if isinstance(value, bool):
        return int(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _dated(thing: Mapping[str, Any]) -> list[int | None]:
    """The spells of a card or tie; from its first to its last day where it has these alone."""
    spells = thing.get("spells")
    if not spells and thing.get("first") and thing.get("last"):
        spells = [(thing["first"], thing["last"])]
    return _days(spells or ())


def _days(spells: Iterable[tuple[str, str]]) -> list[int | None]:
    """First and last day of each spell, one after another."""
    return [_day(day) for spell in spells for day in spell]


def _day(day: str | None) -> int | None:
    """A day as a whole number, its year times 10,000 and the month and day added; None where it is open."""
    if day is None:
        return None
    year, month, number = day.rsplit("-", 2)
    return int(year) * 10_000 + int(month) * 100 + int(number)


def _catalogues(cards: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The addresses of the catalogues that some card has an identifier of, {} for the identifier."""
    known = resources.read_toml(_CATALOGUES)
    used = {one.partition(":")[0] for card in cards for one in card.get("identifiers") or ()}
    return {name: known[name]["page"] for name in sorted(used) if name in known}

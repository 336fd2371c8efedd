"""What network.html knows of a network: columns of numbers, and every document, passage and sentence once.

Nodes and edges are told by their numbers in these columns, days are whole numbers (1934-07-10 is 19340710), so that a
page of 5,000 cards and 30,000 ties stays small. What a network does not know is left out, column by column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from kartoteka import resources
from kartoteka.network.choice import told
from kartoteka.network.drawing.palette import shape
from kartoteka.romanization.search_keys import search_keys, search_rules
from kartoteka.types import Passage
from kartoteka.types.network import Held

if TYPE_CHECKING:
    from networkx import Graph

#: Attributes of nodes and edges that go into the page as they are, numbers rounded.
NODE_COLUMNS = (
    "label", "kind", "mentions", "documents", "x", "y", "size", "color", "identifiers",
    "degree", "strength", "betweenness", "eigenvector", "pagerank", "core", "community",
)  # fmt: skip
EDGE_COLUMNS = ("weight", "count", "npmi", "log_likelihood", "p_value", "jaccard", "undated", "bridge", "shared")

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
    about = dict(sorted(told(graph).items()))
    return {
        "about": {**about, "program": f"Kartoteka {version('kartoteka')}"},
        "shapes": {kind: shape(kind) for kind in sorted({card["kind"] for card in cards})},
        "nodes": {"id": order, **_plain(cards, NODE_COLUMNS), **_cards(cards, numbers, passages)},
        "edges": {
            "source": [source for source, _ in ties],
            "target": [target for _, target in ties],
            **_plain(edges, EDGE_COLUMNS),
            **_ties(edges, passages),
        },
        **passages.columns(),
        "rules": search_rules(),
        "catalogues": _catalogues(cards),
    }


def _cards(cards: Sequence[Mapping[str, Any]], numbers: Mapping[str, int], passages: Passages) -> dict[str, Any]:
    """Other spellings than the label, the keys of all, the span of days, and the offices held."""
    spellings = [[name for name in card["variants"] if name != card["label"]] for card in cards]
    return {
        "variants": spellings,
        "keys": [
            " ".join(search_keys([card["label"], *names])) for card, names in zip(cards, spellings, strict=True)
        ],
        "span": [_days(card.get("spells", ())) for card in cards],
        "offices": [[_held(held, numbers, passages) for held in card.get("offices", ())] for card in cards],
    }


def _held(held: Held, numbers: Mapping[str, int], passages: Passages) -> list[Any]:
    """Title, the number of its card (-1 where it is not in the network), four days, its passage, whether acting."""
    days = [_day(day) for day in (*held.start, *held.end)]
    return [held.title, numbers.get(held.office, -1), *days, passages.number(held.passage), int(held.acting)]


def _ties(edges: Sequence[Mapping[str, Any]], passages: Passages) -> dict[str, Any]:
    return {
        "documents": [[passages.documents[document] for document in edge["documents"]] for edge in edges],
        "spells": [_days(edge.get("spells", ())) for edge in edges],
        "passages": [[passages.number(passage) for passage in edge["passages"]] for edge in edges],
    }


def _plain(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> dict[str, list[Any]]:
    """The columns that some row has; of no rows, all of them, empty."""
    return {
        name: [_short(row.get(name)) for row in rows]
        for name in names
        if not rows or any(row.get(name) is not None for row in rows)
    }


def _short(value: Any) -> Any:
    """Numbers with as many figures as a reader looks at; yes and no as 1 and 0."""
    if isinstance(value, bool):
        return int(value)
    return float(f"{value:.5g}") if isinstance(value, float) else value


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

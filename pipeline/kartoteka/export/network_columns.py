"""What a network's files tell of its nodes and ties: the names of the columns, their order and their types.

Columns, version 2. Names are in snake_case, and none is one that Gephi has for itself. Nodes: `entity_type` (PERSON,
OFFICE, ORG, PLACE, DOCUMENT), `mentions` and `documents` (how many), `variants`, `identifiers` ("wikidata:Q855"),
the measures, `year_first`, `year_last` (whole numbers, which Gephi Lite filters by), `offices` ("title,
1923-09-01–1931-07"). Ties: `count` (windows shared), `documents` (ids), `npmi`, `log_likelihood`, `p_value`,
`jaccard`, the years, `undated` (windows without a date), `dated_by` (sentence: a sentence that names both has a date;
paragraph: their paragraphs alone do), `inferred` (windows in which one of the two is named by the post alone),
`bridge`, `disparity` (of a backbone), `document`, `start_offset`, `end_offset` and `quotation` of the first passage,
`further` ones ("document:start-end text"), and of a projection what the two share (`shared`, `newman`). The other
kinds of ties have `relation` and `detail` instead of the numbers.

What is not known is left out. A column of `OPTIONAL` is declared only where something is told in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kartoteka.export.periods import held_in_words
from kartoteka.network.choice import told

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.types import Passage

#: The type of each column, in the words of GEXF: string, integer, double, boolean, liststring.
Forms = Mapping[str, str]
Row = tuple[Any, ...]

NODE_COLUMNS: Forms = MappingProxyType(
    {
        "entity_type": "string", "mentions": "integer", "documents": "integer", "variants": "liststring",
        "identifiers": "liststring", "degree": "integer", "strength": "integer", "betweenness": "double",
        "eigenvector": "double", "pagerank": "double", "core": "integer", "community": "integer",
        "year_first": "integer", "year_last": "integer", "offices": "liststring",
    }
)  # fmt: skip
_SOURCES: Forms = MappingProxyType(
    {
        "document": "string", "start_offset": "integer", "end_offset": "integer", "quotation": "string",
        "further": "liststring",
    }
)  # fmt: skip
EDGE_COLUMNS: Forms = MappingProxyType(
    {
        "count": "integer", "documents": "liststring", "npmi": "double", "log_likelihood": "double",
        "p_value": "double", "jaccard": "double", "year_first": "integer", "year_last": "integer",
        "undated": "integer", "dated_by": "string", "inferred": "integer", "bridge": "boolean", "disparity": "double",
        **_SOURCES, "shared": "liststring", "newman": "double",
    }
)  # fmt: skip
TIE_COLUMNS: Forms = MappingProxyType(
    {
        "relation": "string", "detail": "string", "documents": "liststring", "year_first": "integer",
        "year_last": "integer", **_SOURCES,
    }
)  # fmt: skip

#: Measures and marks that a network has only where somebody asked for them.
OPTIONAL = frozenset(
    {"betweenness", "eigenvector", "pagerank", "core", "community", "inferred", "disparity", "shared", "newman"}
)


def node_row(data: Mapping[str, Any]) -> Row:
    """What is told of a node in the order of `NODE_COLUMNS`, None for what is not known."""
    get = data.get
    return (
        get("kind"), get("mentions"), get("documents"), get("variants"), get("identifiers"), get("degree"),
        get("strength"), get("betweenness"), get("eigenvector"), get("pagerank"), get("core"), get("community"),
        get("year_first"), get("year_last"), [held_in_words(held) for held in get("offices", ())],
    )  # fmt: skip


def edge_row(data: Mapping[str, Any]) -> Row:
    """What is told of a tie in the order of `EDGE_COLUMNS`, None for what is not known."""
    get = data.get
    document, start, end, quotation, further = _sources(get("passages"))
    return (
        get("count"), get("documents"), get("npmi"), get("log_likelihood"), get("p_value"), get("jaccard"),
        _year(get("first")), _year(get("last")), get("undated"), get("dated_by"), get("inferred"), get("bridge"),
        get("disparity"),
        document, start, end, quotation, further, get("shared"), get("newman"),
    )  # fmt: skip


def tie_row(data: Mapping[str, Any]) -> Row:
    """What is told of a tie of another kind in the order of `TIE_COLUMNS`, None for what is not known."""
    years = (_year(data.get("first")), _year(data.get("last")))
    return (
        data["kind"],
        data.get("detail"),
        data.get("documents"),
        *years,
        *_sources(data.get("passages")),
    )


def declared(forms: Forms, elements: Iterable[Mapping[str, Any]]) -> Forms:
    """The columns to declare for these nodes or ties: all but those of `OPTIONAL` in which nothing is told."""
    silent = [name for name in forms if name in OPTIONAL]
    for data in elements:
        if not data.keys().isdisjoint(silent):
            silent = [name for name in silent if data.get(name) is None]
            if not silent:
                break
    return {name: form for name, form in forms.items() if name not in silent}


def ordered(graph: Graph) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The ties of an undirected network, each once, by their ends: sorted node by node, so that none are piled up."""
    near: dict[str, dict[str, dict[str, Any]]] = dict(graph.adjacency())
    for source in sorted(near):
        around = near[source]
        for target in sorted(other for other in around if source <= other):
            yield source, target, around[target]


def description(graph: Graph) -> str:
    """What the network shows, in one line: the window, the labels, the weight, the limits asked for."""
    return "; ".join(
        f"{name.replace('_', ' ')}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in told(graph).items()
    )


def _sources(passages: Sequence[Passage] | None) -> Row:
    if not passages:
        return None, None, None, None, None
    first = passages[0]
    further = None
    if len(passages) > 1:
        further = [f"{one.document}:{one.start}-{one.end} {one.text}" for one in passages[1:]]
    return first.document, first.start, first.end, first.text, further


@lru_cache(maxsize=10_000)
def _year(day: str | None) -> int | None:
    return int(day[: 5 if day.startswith("-") else 4]) if day else None

"""What a picture of a network shows, in words: its title and what stands beneath it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kartoteka.network.wording import KINDS, near

if TYPE_CHECKING:
    from networkx import Graph

#: What a disc's size may mean, in words.
MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "strength": "weight of all ties",
        "degree": "number of ties",
        "mentions": "mentions",
        "documents": "documents",
        "betweenness": "betweenness",
        "eigenvector": "eigenvector centrality",
        "pagerank": "PageRank",
        "core": "k-core",
    }
)


def title(graph: Graph) -> str:
    """What a tie of the network means: "Persons named together in one sentence"."""
    kinds = [kind for kind in KINDS if kind in {data.get("kind") for _, data in graph.nodes(data=True)}]
    named = _listed([KINDS[kind][1] for kind in kinds if kind != "DOCUMENT"]) or "cards"
    named = named[0].upper() + named[1:]
    if other := _shared(graph):
        return f"{named} tied by the {other} that {'name' if other == 'documents' else 'are named with'} both"
    if "DOCUMENT" in kinds:
        return f"{named} and the documents that name them"
    return f"{named} named together {near(str(graph.graph.get('window', '')))}".rstrip()


def line_words(graph: Graph) -> str:
    """What the weight of a tie counts, in words."""
    if other := _shared(graph):
        return f"{other} shared"
    if "DOCUMENT" in str(graph.graph.get("two_mode", "")):
        return "times named there"
    return "documents that name both" if graph.graph.get("weight") == "documents" else "times named together"


def caption(graph: Graph, shown: int) -> list[str]:
    """What the network holds and what was asked for, a sentence each; `shown` ties of it are drawn."""
    return [f"{said}." for said in (*_held(graph, shown), *_asked(graph))]


def counted(kind: str, number: int) -> str:
    """So many of a kind: "1 person", "12 organizations"."""
    one, several = KINDS.get(kind, (f"{kind} card".strip(), f"{kind} cards".strip()))
    return f"{number:,} {one if number == 1 else several}"


def _held(graph: Graph, shown: int) -> Iterator[str]:
    kinds = Counter(str(data.get("kind", "")) for _, data in graph.nodes(data=True))
    ties = graph.number_of_edges()
    held = [counted(kind, number) for kind, number in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))]
    yield f"{_listed(held) or 'No cards'}, {ties:,} {'tie' if ties == 1 else 'ties'}" + (
        f", the heaviest {shown:,} of them drawn" if shown < ties else ""
    )


def _asked(graph: Graph) -> Iterator[str]:
    asked = graph.graph
    if "blocks" in asked:
        blocks = asked["blocks"]
        read = "body of the texts" if blocks == "body" else _listed([str(block) for block in blocks])
        yield f"Read in the {read}" + (f": {_windows(asked)}" if "windows" in asked else "")
    cut = "since" in asked or "until" in asked
    if not cut and (years := [year for *_, tie in graph.edges(data=True) for year in _years(tie)]):
        yield f"Dated passages from {min(years)} to {max(years)}"
    if "since" in asked or "until" in asked:
        yield " ".join(
            f"{word} {asked[name]}" for name, word in (("since", "From"), ("until", "to")) if name in asked
        ).replace("to", "Up to", 1 - ("since" in asked))
    if asked.get("min_weight", 1) > 1:
        yield f"Ties of weight {asked['min_weight']} or more"
    if "whole_min_weight" in asked:
        yield f"Ties of weight {asked['whole_min_weight']} or more in the whole time"
    if "communities" in asked and asked.get("coloured_by") == "community":
        yield f"Communities are those {asked['communities']}"
    if "backbone" in asked:
        yield f"Only ties of the backbone at {asked['backbone']}"
    if "ego" in asked:
        yield f"Only those around {asked['ego']}"
    if "empty" in asked:
        yield str(asked["empty"])


def _windows(asked: Mapping[str, Any]) -> str:
    """So many sentences, paragraphs, documents or, of windows that mentions open, mentions."""
    number, kind = asked["windows"], str(asked.get("window", "")).partition(":")[0]
    kind = {"sentences": "sentence", "tokens": "mention", "": "window"}.get(kind, kind)
    return f"{number:,} {kind if number == 1 else kind + 's'}"


def _years(tie: Mapping[str, Any]) -> Iterator[int]:
    """The first and last year in which a tie is dated."""
    yield from (int(tie[end].rsplit("-", 2)[0]) for end in ("first", "last") if tie.get(end))


def _shared(graph: Graph) -> str:
    """The kind of card that two share in a projection, in words; "" in other networks."""
    stays = graph.graph.get("projection")
    kinds = str(graph.graph.get("two_mode", "")).split("-")
    return next((KINDS[kind][1] for kind in kinds if stays and kind in KINDS and kind != stays), "")


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))

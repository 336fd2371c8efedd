"""What network is asked for, checked before anything is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kartoteka.dates.stretch import read_stretch
from kartoteka.network.arguments import number, one_text, pair, texts, time
from kartoteka.network.measures import ALL, check_measures
from kartoteka.types import BODY, BlockKind, Label
from kartoteka.types.windows import Window, read_window

if TYPE_CHECKING:
    from networkx import Graph

#: What the weight of a tie may count.
WEIGHTS = ("count", "documents")

#: What stands for documents where they are nodes.
DOCUMENT = "DOCUMENT"

_KINDS = tuple(label.value for label in Label if label is not Label.DATE)
#: Where a network keeps the choice that it was built by, for its periods; files leave it out (`told`).
_KEPT = "_choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """A network asked for; `mode` are the two kinds of a two-mode network, `projection` the one that stays.

    `since` and `until` are "" where the time is open on that side.
    """

    window: Window
    labels: tuple[Label, ...]
    kinds: frozenset[BlockKind]
    min_weight: int = 1
    since: str = ""
    until: str = ""
    weight: str = "count"
    quotations: int = 3
    mode: tuple[str, ...] = ()
    projection: str = ""
    roles: bool = True
    measures: tuple[str, ...] = ALL

    @property
    def of_documents(self) -> bool:
        """Whether documents are nodes."""
        return DOCUMENT in self.mode


def choose(
    window: str | Window = "sentence",
    labels: str | Iterable[str] | None = None,
    kinds: str | Iterable[str] = BODY,
    two_mode: str | Iterable[str] | None = None,
    projection: str | None = None,
    *,
    since: str | int | None = None,
    until: str | int | None = None,
    weight: str = "count",
    min_weight: int = 1,
    quotations: int = 3,
    roles: bool = True,
    measures: str | Iterable[str] = ALL,
) -> Choice:
    """A checked choice of what `build_graph` is asked for: words in any case, lists as lists or with commas between.

    `labels` are persons where none are given, in a two-mode network its two kinds; among `kinds` "body" stands for
    all kinds of blocks that are no notes. Raises ValueError that names the known ones for what is none, that names the
    argument for what is of another type, and for `labels` given beside a two-mode network.
    """
    both = pair("two_mode", two_mode)
    mode = _mode(both) if both else ()
    if mode and labels is not None:
        raise ValueError(f"no labels beside a two-mode network: its nodes are {' and '.join(mode)}")
    kept = one_text("projection", projection).upper()
    _check_projection(kept, mode)
    weight = one_text("weight", weight).lower()
    least, quoted = number("min_weight", min_weight), number("quotations", quotations)
    _check_figures(weight, least, quoted, kept)
    first, last = time("since", since), time("until", until)
    read_stretch(first, last)
    chosen = mode or ((Label.PERSON,) if labels is None else texts("labels", labels))
    return Choice(
        window if isinstance(window, Window) else read_window(one_text("window", window)),
        tuple(sorted(_labels(kind for kind in chosen if kind != DOCUMENT))),
        frozenset(_blocks(texts("kinds", kinds))),
        least,
        first,
        last,
        weight,
        quoted,
        mode=mode,
        projection=kept,
        roles=roles,
        measures=check_measures(texts("measures", measures)),
    )


def keep(graph: Graph, choice: Choice) -> None:
    """Note on a network what it was built by."""
    graph.graph[_KEPT] = choice


def kept(graph: Graph) -> Choice:
    """What a network was built by, whatever was cut out of it since. Raises ValueError where nobody has noted it."""
    choice = graph.graph.get(_KEPT)
    if not isinstance(choice, Choice):
        raise ValueError("the network does not know what it was built from: only those of build_graph do")
    return choice


def told(graph: Graph) -> dict[str, Any]:
    """What a network tells of itself to whoever reads its files."""
    return {name: value for name, value in graph.graph.items() if name != _KEPT}


def _mode(text: str) -> tuple[str, ...]:
    one, _, other = text.upper().partition("-")
    if one == other or one not in (*_KINDS, DOCUMENT) or other not in (*_KINDS, DOCUMENT):
        known = ", ".join((*_KINDS, DOCUMENT))
        raise ValueError(f"no two-mode network {text!r}: join two of {known} with a hyphen, as in PERSON-ORG")
    return one, other


def _check_projection(projection: str, mode: tuple[str, ...]) -> None:
    if projection and not mode:
        raise ValueError("projection needs two_mode")
    known = [kind for kind in mode if kind != DOCUMENT]
    if projection and projection not in known:
        raise ValueError(f"no projection {projection!r}: only {' or '.join(known)} can be projected here")


def _check_figures(weight: str, min_weight: int, quotations: int, projection: str) -> None:
    if weight not in WEIGHTS:
        raise ValueError(f"no weight {weight!r}: choose one of {', '.join(WEIGHTS)}")
    if projection and weight != "count":
        raise ValueError("the ties of a projection weigh what two share: choose the weight count")
    if min_weight < 1:
        raise ValueError(f"the least weight is {min_weight}, but every tie weighs 1 or more")
    if quotations < 1:
        raise ValueError(f"{quotations} quotations prove nothing: every tie has 1 or more")


def _labels(asked: Iterable[str]) -> set[Label]:
    wanted = list(asked)
    for one in wanted:
        if one.upper() not in _KINDS:
            raise ValueError(f"no nodes {str(one)!r}: choose among {', '.join(_KINDS)}; a DATE is none")
    if not wanted:
        raise ValueError(f"a network needs nodes: choose among {', '.join(_KINDS)}")
    return {Label(one.upper()) for one in wanted}


def _blocks(asked: Iterable[str]) -> Iterator[BlockKind]:
    wanted = list(asked)
    for one in wanted:
        if one.lower() == "body":
            yield from BODY
        elif one.lower() in set(BlockKind):
            yield BlockKind(one.lower())
        else:
            raise ValueError(f"no blocks {one!r}: choose among body, {', '.join(BlockKind)}")
    if not wanted:
        raise ValueError(f"a network needs text to read: choose among body, {', '.join(BlockKind)}")

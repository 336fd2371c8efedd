"""What network is asked for, checked before anything is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kartoteka.types import BlockKind, Label
from kartoteka.types.windows import Window, read_window

#: What the weight of a tie may count.
WEIGHTS = ("count", "documents")

#: What stands for documents where they are nodes.
DOCUMENT = "DOCUMENT"

_KINDS = tuple(label.value for label in Label if label is not Label.DATE)


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

    @property
    def of_documents(self) -> bool:
        """Whether documents are nodes."""
        return DOCUMENT in self.mode


def choose(
    window: str | Window,
    labels: Iterable[Label],
    kinds: Iterable[BlockKind],
    two_mode: str | None,
    projection: str | None,
) -> Choice:
    """A checked choice of what is counted; the nodes of a two-mode network are the two kinds, whatever `labels` are.

    Raises ValueError that names the known ones for what is none.
    """
    mode = _mode(two_mode) if two_mode else ()
    if projection and projection not in mode:
        known = " or ".join(mode) if mode else "a two-mode network alone has one"
        raise ValueError(f"no projection {projection!r}: {known}")
    if projection == DOCUMENT:
        raise ValueError("no projection 'DOCUMENT': the kind of card that names them stays")
    chosen = frozenset(Label(kind) for kind in mode if kind != DOCUMENT) if mode else _labels(labels)
    return Choice(
        window if isinstance(window, Window) else read_window(window),
        tuple(sorted(chosen)),
        frozenset(BlockKind(kind) for kind in kinds),
        mode=mode,
        projection=projection or "",
    )


def check_figures(weight: str, min_weight: int, quotations: int, projection: str) -> None:
    """Raise ValueError for a weight, least weight or number of quotations that no tie has."""
    if weight not in WEIGHTS:
        raise ValueError(f"no weight {weight!r}: choose one of {', '.join(WEIGHTS)}")
    if projection and weight != "count":
        raise ValueError("the ties of a projection weigh what two share: choose the weight count")
    if min_weight < 1:
        raise ValueError(f"the least weight is {min_weight}, but every tie weighs 1 or more")
    if quotations < 1:
        raise ValueError(f"{quotations} quotations prove nothing: every tie has 1 or more")


def _mode(text: str) -> tuple[str, ...]:
    one, _, other = text.partition("-")
    if one == other or one not in (*_KINDS, DOCUMENT) or other not in (*_KINDS, DOCUMENT):
        known = ", ".join((*_KINDS, DOCUMENT))
        raise ValueError(f"no two-mode network {text!r}: join two of {known} with a hyphen, as in PERSON-ORG")
    return one, other


def _labels(labels: Iterable[Label]) -> frozenset[Label]:
    wanted = list(labels)
    for one in wanted:
        if one not in _KINDS:
            raise ValueError(f"no nodes {str(one)!r}: choose among {', '.join(_KINDS)}; a DATE is none")
    if not wanted:
        raise ValueError(f"a network needs nodes: choose among {', '.join(_KINDS)}")
    return frozenset(Label(one) for one in wanted)

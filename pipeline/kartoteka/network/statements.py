"""The passages that statements of tenures stand in, quoted from their documents, each document read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from kartoteka.types import BlockKind, Passage, Tenure
from kartoteka.types.careers import Attestation

if TYPE_CHECKING:
    from kartoteka.store.store import Store

#: A stretch of a document's text: the document's id, start and end.
Stretch = tuple[str, int, int]
#: Where each card is named: the starts of its mentions, by card and document.
Namings = Mapping[tuple[str, str], Sequence[int]]

#: A quotation stands in one cell of a table.
_LONGEST = 1200


def stretches(tenure: Tenure) -> tuple[Stretch, ...]:
    """Where a document states a tenure: the passage that tells it first, then those that say the rest.

    The fields of an infobox and the cells of a table are one passage, from the first to the last of them: a date alone
    says nothing.
    """
    places = (tenure.passage, *tenure.further)
    whole = min(start for start, _ in places), max(end for _, end in places)
    if tenure.source is not BlockKind.PROSE and whole[1] - whole[0] <= _LONGEST:
        places = (whole,)
    return tuple((tenure.document, start, end) for start, end in places)


def namings(store: Store, cards: Collection[str]) -> Namings:
    """Where these cards are named."""
    of = store.entity_of()
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for referent in store.referents():
        card = of.get(referent.id, "")
        if card in cards:
            found[card, referent.document] += [
                int(m.rpartition("#")[2].partition("-")[0]) for m in referent.mentions
            ]
    return found


def naming(stretch: Stretch, cards: Iterable[str], places: Namings) -> int:
    """How many of these cards a stretch names."""
    document, start, end = stretch
    return sum(any(start <= place < end for place in places.get((card, document), ())) for card in cards)


def first(stated: Iterable[Attestation]) -> Stretch:
    """The first passage, by document and place, of several statements."""
    return min(stretches(one.tenure)[0] for one in stated)


def quotations(store: Store, wanted: Iterable[Stretch]) -> Mapping[Stretch, Passage]:
    """The words of each stretch."""
    by_document: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for document, start, end in wanted:
        by_document[document].add((start, end))
    found: dict[Stretch, Passage] = {}
    for identity in sorted(by_document):
        text = store.document(identity).text
        for start, end in sorted(by_document[identity]):
            found[identity, start, end] = Passage(identity, start, end, text[start:end])
    return found


def alternating(mine: Iterable[Tenure], theirs: Iterable[Tenure]) -> tuple[Stretch, ...]:
    """The passages of statements about two persons: those that tell of both, then one of each in turn."""
    left, right = (dict.fromkeys(s for t in tenures for s in stretches(t)) for tenures in (mine, theirs))
    both = [stretch for stretch in left if stretch in right]
    turns = (stretch for pair in zip_longest(left, right) for stretch in pair if stretch)
    return tuple(dict.fromkeys((*both, *turns)))

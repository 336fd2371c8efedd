"""The passages that statements of tenures stand in, quoted from their documents, each document read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kartoteka.types import Passage, Tenure
from kartoteka.types.careers import Attestation

if TYPE_CHECKING:
    from kartoteka.store.store import Store

#: A stretch of a document's text: the document's id, start and end.
Stretch = tuple[str, int, int]


def stretches(tenure: Tenure) -> tuple[Stretch, ...]:
    """Where a document states a tenure: the passage that tells it first, then those that say the rest."""
    return tuple((tenure.document, start, end) for start, end in (tenure.passage, *tenure.further))


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

"""How lists write what they rest on: names of cards, dates in words, and passages with their quotations."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from kartoteka.types import Label, Mention, Passage, Tenure, TimeSpan
from kartoteka.types.careers import Attestation, Term

if TYPE_CHECKING:
    from kartoteka.store.store import Store


class Evidence:
    """Names and quotations of one project. The last documents asked for are kept."""

    def __init__(self, store: Store) -> None:
        cards = store.entity_of()
        self._names = {entity.id: entity.name for entity in store.entities()}
        self._names.update((r.id, r.name) for r in store.referents() if r.id not in cards)
        self._document = lru_cache(maxsize=8)(store.document)
        self._dates = lru_cache(maxsize=8)(partial(_dates, store))

    def name(self, card: str) -> str:
        """The display name of a card, or the name of a referent without one; "" for neither."""
        return self._names.get(card, "")

    def title(self, term: Term) -> str:
        """The name of a term's office: its card's, else the words of the passage."""
        return self.name(term.office) or term.title

    def quote(self, tenure: Tenure) -> Passage:
        """The passage that states a tenure."""
        start, end = tenure.passage
        return Passage(tenure.document, start, end, self._document(tenure.document).text[start:end])

    def read(self, passage: Passage) -> str:
        """A passage as a reader reads it: without notes and page breaks that cut it in two."""
        document, start, end = self._document(passage.document), passage.start, passage.end
        blocks = (b for b in document.blocks if b.pieces and b.pieces[0][0] <= start and end <= b.pieces[-1][1])
        return " ".join(document.reading_of(block, start, end) for block in blocks)

    def proof(self, tenure: Tenure, date: TimeSpan | None) -> Passage:
        """The passage of a tenure that gives one of its dates, where several were brought together."""
        mine = [m for m in self._dates(tenure.document) if m.id in tenure.evidence]
        places = [
            m.start for m in mine if m.value and date and date.edtf in (m.value.edtf, *m.value.edtf.split("/"))
        ]
        for start, end in (tenure.passage, *tenure.further):
            if any(start <= place < end for place in places):
                return Passage(tenure.document, start, end, self._document(tenure.document).text[start:end])
        return self.quote(tenure)

    def first(self, stated: Iterable[Attestation]) -> Passage:
        """The first passage, by document and place, of several statements."""
        return self.quote(min((one.tenure for one in stated), key=lambda t: (t.document, t.passage)))


def _dates(store: Store, document: str) -> tuple[Mention, ...]:
    return tuple(mention for mention in store.mentions(document) if mention.label is Label.DATE)


def places(stated: Iterable[Attestation]) -> tuple[str, ...]:
    """Where statements stand: document and offsets, in order."""
    found = {(t.document, place) for t in (one.tenure for one in stated) for place in (t.passage, *t.further)}
    return tuple(f"{document}:{start}-{end}" for document, (start, end) in sorted(found))


def start_value(span: TimeSpan | None) -> str:
    """The day something began, "../1937-07-07" where it only says no later than; "since" adds nothing."""
    if span is None:
        return ""
    return span.interval if span.interval.startswith("../") or not span.edtf else span.edtf


def end_value(span: TimeSpan | None) -> str:
    """The day something ended, "1937-07-07/.." where it only says not before; "until" adds nothing."""
    if span is None:
        return ""
    return span.interval if span.interval.endswith("/..") or not span.edtf else span.edtf

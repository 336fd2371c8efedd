"""The concordance of spellings: under which spelling each card stands in which source.

Columns, version 1: entity (id); name and label of the card; spelling (as a reader reads it there, without page
breaks); form (the clean name it stands for, in the nominative); script (Latn, Cyrl, or "" for neither); lang (of the
passage); document (id); count (how often the document has this spelling in this form and language); start_offset and
end_offset of the first place (code points of the document's text); quotation (its sentence, verbatim); scheme (the
romanization tables that write the card's Cyrillic names so, joined by " | "; "" where it cannot be told). Sorted by
label, name, spelling, document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter
from kartoteka.names.display.spelling import script, writers
from kartoteka.store.quotations import quote
from kartoteka.types import Document, Entity, Label, Mention

if TYPE_CHECKING:
    from kartoteka.store.store import Store

COLUMNS = (
    *("entity", "name", "label", "spelling", "form", "script", "lang", "document", "count"),
    *("start_offset", "end_offset", "quotation", "scheme"),
)
#: So many tables that write a spelling alike tell nothing.
TELLING = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A spelling of a card in a document: how often, where first, and which schemes can have written it."""

    entity: Entity
    spelling: str
    form: str
    lang: str
    document: str
    count: int
    place: tuple[int, int]
    quotation: str
    schemes: frozenset[str] = frozenset()


def rows(store: Store) -> Iterator[Row]:
    """One row a card, spelling, form, language and document."""
    found: list[Entry] = []
    cards = {entity.id: entity for entity in store.entities() if entity.label is not Label.DATE}
    named = ((mention, cards[card]) for mention, _, card in store.attributed_mentions() if card in cards)
    for identity, mentions in groupby(named, key=lambda one: one[0].document):
        found += _of_document(store.document(identity), list(mentions))
    for e in sorted(found, key=_order):
        yield (
            *(e.entity.id, e.entity.name, str(e.entity.label), e.spelling, e.form, script(e.spelling), e.lang),
            *(e.document, e.count, *e.place, e.quotation, tuple(sorted(e.schemes))),
        )


def _order(entry: Entry) -> tuple[int, str, str, str, str, tuple[int, int]]:
    card = entry.entity
    return list(Label).index(card.label), card.name, card.id, entry.spelling, entry.document, entry.place


def _of_document(document: Document, mentions: list[tuple[Mention, Entity]]) -> list[Entry]:
    places: dict[tuple[Entity, str, str, str], list[Mention]] = defaultdict(list)
    for mention, entity in mentions:
        block = document.blocks[mention.block]
        spelling = document.reading_of(block, mention.start, mention.end) or mention.text
        places[entity, spelling, mention.name, block.lang or document.lang].append(mention)
    return _told(
        [
            Entry(
                *(entity, spelling, form, lang, document.id, len(found), (found[0].start, found[0].end)),
                quote(document, found[0].start, found[0].end).text,
                writers(form, entity.variants) if entity.label is Label.PERSON else frozenset(),
            )
            for (entity, spelling, form, lang), found in places.items()
        ]
    )


def _told(entries: list[Entry]) -> list[Entry]:
    """Of the schemes that can have written a spelling, those that write most of the document's; none where too many."""
    voices = Counter(scheme for entry in entries for scheme in entry.schemes)
    made = []
    for entry in entries:
        most = max((voices[scheme] for scheme in entry.schemes), default=0)
        best = frozenset(scheme for scheme in entry.schemes if voices[scheme] == most)
        made.append(replace(entry, schemes=best if len(best) <= TELLING else frozenset()))
    return made


_TABLE = Table("concordance", "every spelling of each card, source by source", COLUMNS, "store", rows)
CONCORDANCE_CSV = csv_exporter(_TABLE)
CONCORDANCE_JSONL = jsonl_exporter(_TABLE)

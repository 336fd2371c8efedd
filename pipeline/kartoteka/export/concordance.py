"""The concordance of spellings: under which spelling each card stands in which source.

Columns, version 1: entity (id); name and label of the card; spelling (as a reader reads it there, without page
breaks); form (the clean name it stands for, in the nominative); script (Latn, Cyrl, or "" for neither); lang (of the
passage); document (id); count (how often the document has this spelling in this form and language); start_offset and
end_offset of the first place (code points of the document's text); quotation (its sentence, verbatim); scheme (the
romanization table that writes a Cyrillic name of the card so; "" where it cannot be told). Sorted by label, name,
spelling, document.

Of several tables that write a name alike the one counts that the document follows, then those of the language of the
card's Cyrillic spellings, of these the ones that write most of the document's names, of these the best known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter
from kartoteka.names.display.conventions import written_in
from kartoteka.names.display.spelling import likeliest, script, writers
from kartoteka.store.quotations import quote
from kartoteka.types import Document, Entity, Label, Mention

if TYPE_CHECKING:
    from kartoteka.store.store import Store

COLUMNS = (
    *("entity", "name", "label", "spelling", "form", "script", "lang", "document", "count"),
    *("start_offset", "end_offset", "quotation", "scheme"),
)
CYRILLIC = "Cyrl"
#: More tables than this that write a spelling alike tell nothing.
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
    schemes: tuple[str, ...] = ()


def rows(store: Store) -> Iterator[Row]:
    """One row a card, spelling, form, language and document."""
    found: dict[str, list[Entry]] = {}
    followed: dict[str, tuple[str, ...]] = {}
    cards = {entity.id: entity for entity in store.entities() if entity.label is not Label.DATE}
    named = ((mention, cards[card]) for mention, _, card in store.attributed_mentions() if card in cards)
    for identity, mentions in groupby(named, key=lambda one: one[0].document):
        document = store.document(identity)
        found[identity] = _of_document(document, list(mentions))
        followed[identity] = tuple(document.meta.get("romanization", "").split())
    languages = _languages(entry for entries in found.values() for entry in entries)
    told = (e for one, entries in found.items() for e in _told(entries, followed[one], languages))
    for e in sorted(told, key=_order):
        yield (
            *(e.entity.id, e.entity.name, str(e.entity.label), e.spelling, e.form, script(e.spelling), e.lang),
            *(e.document, e.count, *e.place, e.quotation, e.schemes),
        )


def _languages(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """The languages of each card's Cyrillic spellings, that of most mentions first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        if entry.entity.label is Label.PERSON and script(entry.form) == CYRILLIC:
            counts[entry.entity.id][written_in(entry.form, (entry.lang,)) or entry.lang] += entry.count
    return {card: sorted(found, key=lambda lang: (-found[lang], lang)) for card, found in counts.items()}


def _order(entry: Entry) -> tuple[int, str, str, str, str, tuple[int, int]]:
    card = entry.entity
    return list(Label).index(card.label), card.name, card.id, entry.spelling, entry.document, entry.place


def _of_document(document: Document, mentions: list[tuple[Mention, Entity]]) -> list[Entry]:
    places: dict[tuple[Entity, str, str, str], list[Mention]] = defaultdict(list)
    for mention, entity in mentions:
        block = document.blocks[mention.block]
        spelling = document.reading_of(block, mention.start, mention.end) or mention.text
        places[entity, spelling, mention.name, block.lang or document.lang].append(mention)
    return [
        Entry(
            *(entity, spelling, form, lang, document.id, len(found), (found[0].start, found[0].end)),
            quote(document, found[0].start, found[0].end).text,
        )
        for (entity, spelling, form, lang), found in places.items()
    ]


def _told(entries: list[Entry], document: Sequence[str], languages: Mapping[str, Sequence[str]]) -> list[Entry]:
    """The entries with the likeliest scheme of each: of those that can be, one that writes most of the document's."""
    listed = [_likeliest(entry, document, languages.get(entry.entity.id, ())) for entry in entries]
    voices = Counter(scheme for found in listed for scheme in found)
    made = []
    for entry, found in zip(entries, listed, strict=True):
        most = max((voices[scheme] for scheme in found), default=0)
        best = [scheme for scheme in found if voices[scheme] == most]
        made.append(replace(entry, schemes=tuple(best[:1]) if len(best) <= TELLING else ()))
    return made


def _likeliest(entry: Entry, document: Sequence[str], languages: Sequence[str]) -> tuple[str, ...]:
    if not languages or entry.entity.label is not Label.PERSON:
        return ()
    return likeliest(entry.form, writers(entry.form, entry.entity.variants), document, languages)


_TABLE = Table("concordance", "every spelling of each card, source by source", COLUMNS, "store", rows)
CONCORDANCE_CSV = csv_exporter(_TABLE)
CONCORDANCE_JSONL = jsonl_exporter(_TABLE)

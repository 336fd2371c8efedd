"""What was read in texts as plain records, one a document: what `annotate` prints and `evaluate` scores.

Record, version 2: id, lang, mentions (start, end, text, label, entity, name, rule, block; for a DATE also edtf,
interval, earliest, latest, modifier), tenures (person, person_name, office, org, org_name, place, start, end,
predecessor, successor; acting, former, designate, honorary and inferred, true or false; modality; evidence as
[start, end] of the mentions it rests on; appointer). `start` is "../1926" where the text says only that it was no
later, `end` "1926/.." where not before. `entity`, `person` and `org` are ids of cards, common to all the records of one
call; null where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kartoteka.export.evidence import end_value, start_value
from kartoteka.reconcile import count_spellings, find_circumstances, resolve
from kartoteka.types import STANDINGS, Entity, Label, Mention, Reading, Tenure


def records(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    """The records of readings in their order; the names of all of them are brought together first.

    The cards bear the names that a project of the same documents would give them.
    """
    listed = list(readings)
    referents = [referent for reading in listed for referent in reading.referents]
    mentions = (mention for reading in listed for mention in reading.mentions)
    lives = (life for reading in listed for life in reading.lives)
    tenures = (tenure for reading in listed for tenure in reading.tenures)
    schemes = {reading.document.id: reading.document.meta.get("romanization", "").split() for reading in listed}
    known = find_circumstances(lives, tenures, {one.id: tuple(schemes[one.document]) for one in referents})
    resolution = resolve(referents, spellings=count_spellings(referents, mentions), known=known)
    cards = {referent: entity for entity in resolution.entities for referent in entity.referents}
    for reading in listed:
        bearer = {m: cards[r.id] for r in reading.referents for m in r.mentions if r.id in cards}
        places = {m.id: (m.start, m.end) for m in reading.mentions}
        yield {
            "id": reading.document.meta.get("id", reading.document.id),
            "lang": reading.document.lang,
            "mentions": [_mention(reading, m, bearer.get(m.id)) for m in reading.mentions],
            "tenures": [_tenure(t, cards, places) for t in reading.tenures],
        }


def _mention(reading: Reading, mention: Mention, card: Entity | None) -> dict[str, Any]:
    record = {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "label": mention.label,
        "entity": card.id if card else None,
        "name": mention.name,
        "rule": mention.rule,
        "block": reading.document.blocks[mention.block].kind,
    }
    value = mention.value
    if mention.label is Label.DATE and value is not None:
        record |= {"edtf": value.edtf or None, "interval": value.interval or None}
        record |= {"earliest": value.earliest, "latest": value.latest, "modifier": value.modifier}
    return record


def _tenure(tenure: Tenure, cards: Mapping[str, Entity], places: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    """A tenure with the names and ids of its cards; `places` are those of the document's mentions by their ids."""

    def named(referent: str) -> str | None:
        return cards[referent].name if referent in cards else None

    holder, org = cards.get(tenure.holder), cards.get(tenure.org)
    return {
        "person": holder.id if holder else None,
        "person_name": named(tenure.holder),
        "office": tenure.office,
        "org": org.id if org else None,
        "org_name": named(tenure.org),
        "place": named(tenure.place),
        "start": start_value(tenure.start) or None,
        "end": end_value(tenure.end) or None,
        "predecessor": named(tenure.predecessor),
        "successor": named(tenure.successor),
        **{standing: getattr(tenure, standing) for standing in (*STANDINGS, "inferred")},
        "modality": tenure.modality,
        "evidence": [list(places[m]) for m in tenure.evidence if m in places],
        "appointer": named(tenure.appointer),
    }

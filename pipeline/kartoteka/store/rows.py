"""Turn values into the cells of a row, and rows back into equal values."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from kartoteka.types import (
    Block,
    BlockKind,
    Entity,
    Identifier,
    Judgement,
    Label,
    Life,
    Mention,
    Modality,
    Reason,
    Referent,
    Tenure,
    TimeSpan,
    Verdict,
)

Row = Sequence[Any]


def to_json(value: object) -> str:
    """Compact JSON, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def strings(cell: str) -> tuple[str, ...]:
    """A tuple of strings from its JSON."""
    return tuple(json.loads(cell))


def span_cell(span: TimeSpan | None) -> str | None:
    """A TimeSpan as a JSON list of its fields in their order; None stays None."""
    return None if span is None else to_json(astuple(span))


def to_span(cell: str | None) -> TimeSpan | None:
    """The TimeSpan of `span_cell`."""
    return None if cell is None else TimeSpan(*json.loads(cell))


def block_cells(block: Block) -> tuple[str, str, str, str]:
    """The columns kind, field, lang, pieces."""
    return block.kind.value, block.key, block.lang, to_json(block.pieces)


def to_block(row: Row) -> Block:
    """A block from the columns of `block_cells`."""
    kind, key, lang, pieces = row
    return Block(BlockKind(kind), tuple((start, end) for start, end in json.loads(pieces)), key, lang)


def mention_cells(mention: Mention) -> tuple[int | str | None, ...]:
    """The columns start, end, text, label, name, rule, block, sentence, value."""
    return (
        *(mention.start, mention.end, mention.text, mention.label.value, mention.name, mention.rule),
        *(mention.block, mention.sentence, span_cell(mention.value)),
    )


def to_mention(row: Row) -> Mention:
    """A mention from its document's id and the columns of `mention_cells`."""
    document, start, end, text, label, name, rule, block, sentence, value = row
    return Mention(document, start, end, text, Label(label), name, rule, block, sentence, to_span(value))


def referent_cells(referent: Referent) -> tuple[str, str, str, str, str]:
    """The columns id, label, name, names, lang."""
    return referent.id, referent.label.value, referent.name, to_json(referent.names), referent.lang


def to_referent(row: Row, mentions: tuple[str, ...]) -> Referent:
    """A referent from id, document, label, name, names, lang, and the ids of its mentions."""
    identity, document, label, name, names, lang = row
    return Referent(identity, document, Label(label), name, strings(names), mentions, lang)


def tenure_cells(tenure: Tenure) -> tuple[int | str | None, ...]:
    """The columns holder, office … appointer of the table, in their order."""
    return (
        *(tenure.holder, tenure.office, tenure.office_id, tenure.org, tenure.place),
        *(span_cell(tenure.start), span_cell(tenure.end), tenure.predecessor, tenure.successor),
        *(int(tenure.acting), tenure.modality.value, tenure.source.value, *tenure.passage),
        *(to_json(tenure.evidence), int(tenure.former), int(tenure.designate), int(tenure.honorary)),
        *(int(tenure.inferred), span_cell(tenure.attested), to_json(tenure.further), tenure.appointer),
    )


def to_tenure(row: Row) -> Tenure:
    """A tenure from its document's id and the columns of `tenure_cells`."""
    document, holder, office, office_id, org, place, start, end, predecessor, successor, *rest = row
    acting, modality, source, passage_start, passage_end, evidence, *standing = rest
    former, designate, honorary, inferred, attested, further, appointer = standing
    return Tenure(
        *(document, holder, office, office_id, org, place, to_span(start), to_span(end)),
        *(predecessor, successor, bool(acting), Modality(modality), BlockKind(source)),
        *((passage_start, passage_end), strings(evidence)),
        former=bool(former),
        designate=bool(designate),
        honorary=bool(honorary),
        inferred=bool(inferred),
        attested=to_span(attested),
        further=tuple((start, end) for start, end in json.loads(further)),
        appointer=appointer,
    )


def life_cells(life: Life) -> tuple[str | None, ...]:
    """The columns person, birth, death, evidence."""
    return life.person, span_cell(life.birth), span_cell(life.death), to_json(life.evidence)


def to_life(row: Row) -> Life:
    """A life from its document's id and the columns of `life_cells`."""
    document, person, birth, death, evidence = row
    return Life(document, person, to_span(birth), to_span(death), strings(evidence))


def judgement_cells(judgement: Judgement) -> tuple[str, float, str, str]:
    """The columns verdict, score, by, reasons."""
    reasons = [astuple(reason) for reason in judgement.reasons]
    return judgement.verdict.value, judgement.score, judgement.by, to_json(reasons)


def to_judgement(row: Row) -> Judgement:
    """A judgement from left, right and the columns of `judgement_cells`."""
    left, right, verdict, score, by, reasons = row
    return Judgement(
        left, right, Verdict(verdict), score, by, tuple(Reason(*cells) for cells in json.loads(reasons))
    )


def identifiers_cell(entity: Entity) -> str:
    """The identifiers of a card as a JSON list of their fields in their order."""
    return to_json([astuple(identifier) for identifier in entity.identifiers])


def to_entity(row: Row, referents: tuple[str, ...]) -> Entity:
    """An entity from id, label, name, variants, mentions, documents, identifiers, and the ids of its referents."""
    identity, label, name, variants, mentions, documents, identifiers = row
    known = tuple(Identifier(*cells) for cells in json.loads(identifiers))
    return Entity(identity, Label(label), name, strings(variants), referents, mentions, documents, known)

"""Tenures from an infobox: fields brought together by their numbers, or by their order where they carry none.

A key without a number is a block of its own, beside block 1; a block without an office is another term of the
office before it; "Office established" is nobody (the rules of wiki infoboxes for office holders).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kartoteka.annotate.tenure_dates import halves
from kartoteka.resources import read_toml
from kartoteka.types import BlockKind, Document, Label, Mention, Modality, Referent, Tenure, TimeSpan

_KEY = re.compile(r"(?P<name>.*?)[\s_-]*(?P<number>\d*)$", re.DOTALL)


@dataclass(slots=True)
class Slot:
    """One term of office as its fields give it: field name to the block's number in the document."""

    fields: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Box:
    """The infobox of a document with the mentions in each of its blocks."""

    document: Document
    inside: dict[int, list[Mention]]
    referents: dict[str, str]


@cache
def _slots() -> dict[str, str]:
    """Which field a squeezed key stands for."""
    table = read_toml("patterns/infobox.toml")["slots"]
    return {key: slot for slot, keys in table.items() for key in keys}


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(read_toml("patterns/infobox.toml")[section][key])


def read_key(key: str) -> tuple[str, int]:
    """The field and number of a key: "Termstart2" is ("start", 2), "Term Start" ("start", 0), others ("", 0)."""
    match = _KEY.fullmatch(key.strip())
    name = re.sub(r"[\s_-]", "", match["name"]).casefold() if match else ""
    return _slots().get(name, ""), int(match["number"] or 0) if match else 0


def infobox_tenures(
    document: Document, mentions: Sequence[Mention], referents: Sequence[Referent], holder: str = ""
) -> list[Tenure]:
    """The tenures of the infobox, each with its neighbours' implied ones; empty without an infobox or holder.

    `holder` is the person whom the article is about; without one the infobox's own name field tells.
    """
    box = Box(document, {}, {m: r.id for r in referents for m in r.mentions})
    for mention in mentions:
        if document.blocks[mention.block].kind == BlockKind.INFOBOX:
            box.inside.setdefault(mention.block, []).append(mention)
    holder = _named_holder(box) or holder
    found: list[Tenure] = []
    if holder:
        for slots in (_numbered(document), _in_order(box)):
            for tenure in _of_slots(box, slots, holder):
                found += [tenure, *_implied(tenure)]
    return found


def _named_holder(box: Box) -> str:
    for number, block in enumerate(box.document.blocks):
        if block.kind == BlockKind.INFOBOX and read_key(block.key)[0] == "holder":
            person = _first(box, number, Label.PERSON)
            if person is not None and person.id in box.referents:
                return box.referents[person.id]
    return ""


def _numbered(document: Document) -> list[Slot]:
    """The terms of an infobox whose keys carry numbers, by number."""
    slots: dict[int, Slot] = {}
    if _sequential(document):
        return []
    for index, block in enumerate(document.blocks):
        name, number = read_key(block.key) if block.kind is BlockKind.INFOBOX else ("", 0)
        if name and name != "holder" and not _opens(block.key):
            slots.setdefault(number, Slot()).fields.setdefault(name, index)
    return [slots[number] for number in sorted(slots)]


def _in_order(box: Box) -> list[Slot]:
    """The terms of an infobox in which an office stands in a line above "In office"."""
    slots: list[Slot] = []
    office: int | None = None
    if not _sequential(box.document):
        return slots
    for index, block in enumerate(box.document.blocks):
        if block.kind is not BlockKind.INFOBOX:
            continue
        name = read_key(block.key)[0]
        if not block.key and _first(box, index, Label.OFFICE):
            office = index
        elif _opens(block.key):
            slots.append(Slot({"term": index, **({"office": office} if office is not None else {})}))
        elif name in ("predecessor", "successor") and slots:
            slots[-1].fields.setdefault(name, index)
    return slots


def _opens(key: str) -> bool:
    return re.sub(r"[\s_-]", "", key).casefold() in _words("sequence", "opening")


def _sequential(document: Document) -> bool:
    return any(b.kind == BlockKind.INFOBOX and _opens(b.key) for b in document.blocks)


def _of_slots(box: Box, slots: Sequence[Slot], holder: str) -> Iterator[Tenure]:
    office: int | None = None
    for slot in slots:
        office = slot.fields.get("office", office)
        if office is None or not {"start", "end", "term", "predecessor", "successor"} & slot.fields.keys():
            continue
        yield _tenure(box, slot, office, holder)


def _tenure(box: Box, slot: Slot, office: int, holder: str) -> Tenure:
    block = box.document.blocks[office]
    named = _first(box, office, Label.OFFICE)
    org, place = _first(box, office, Label.ORG), _first(box, office, Label.PLACE)
    start, end = _dates(box, slot)
    neighbours = [_neighbour(box, slot.fields.get(key)) for key in ("predecessor", "successor")]
    told = slot.fields.get("office", slot.fields.get("start", slot.fields.get("term", office)))
    used = [*slot.fields.values(), office]
    return Tenure(
        box.document.id,
        holder,
        named.text if named else re.sub(r"\s+", " ", box.document.reading(block)).strip(),
        office_id=box.referents.get(named.id, "") if named else "",
        org=box.referents.get(org.id, "") if org else "",
        place=box.referents.get(place.id, "") if place else "",
        start=start,
        end=end,
        predecessor=neighbours[0],
        successor=neighbours[1],
        source=BlockKind.INFOBOX,
        passage=(box.document.blocks[told].pieces[0][0], box.document.blocks[told].pieces[-1][1]),
        evidence=tuple(dict.fromkeys(m.id for index in used for m in box.inside.get(index, []))),
    )


def _dates(box: Box, slot: Slot) -> tuple[TimeSpan | None, TimeSpan | None]:
    if "term" in slot.fields:
        term = _first(box, slot.fields["term"], Label.DATE)
        dates = [m for m in box.inside.get(slot.fields["term"], []) if m.label == Label.DATE]
        if len(dates) == 2:
            return dates[0].value, dates[1].value
        if term is not None and term.value is not None:
            start, end = halves(term.value)
            return (start, end) if start or end else (term.value, None)
    found = [_first(box, slot.fields.get(key), Label.DATE) for key in ("start", "end")]
    return (found[0].value if found[0] else None), (found[1].value if found[1] else None)


def _neighbour(box: Box, index: int | None) -> str:
    """The referent in a field of predecessor or successor; "" for "Office established"."""
    if index is None or box.document.reading(box.document.blocks[index]).strip().casefold() in _words(
        "nobody", "words"
    ):
        return ""
    person = _first(box, index, Label.PERSON)
    return box.referents.get(person.id, "") if person else ""


def _first(box: Box, index: int | None, label: Label) -> Mention | None:
    """The longest mention of a label that begins first in a block."""
    inside = [m for m in box.inside.get(index, []) if m.label == label] if index is not None else []
    return min(inside, key=lambda m: (m.start, -m.end), default=None)


def _implied(tenure: Tenure) -> Iterator[Tenure]:
    """What the neighbours' terms must have been: one had ended by the start, the other began after the end."""
    bare = replace(tenure, predecessor="", successor="", start=None, end=None, modality=Modality.IMPLIED)
    if tenure.predecessor:
        yield replace(bare, holder=tenure.predecessor, end=_not_after(tenure.start), successor=tenure.holder)
    if tenure.successor:
        yield replace(bare, holder=tenure.successor, start=_not_before(tenure.end), predecessor=tenure.holder)


def _not_after(date: TimeSpan | None) -> TimeSpan | None:
    return replace(date, interval=f"../{date.edtf}", earliest=None) if date else None


def _not_before(date: TimeSpan | None) -> TimeSpan | None:
    return replace(date, interval=f"{date.edtf}/..", latest=None) if date else None

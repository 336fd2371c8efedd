"""Tenures from an infobox: its terms of office with their neighbours' implied ones, memberships and commands.

A block without an office is another term of the office before it and says so; "Office established" is nobody (the
rules of wiki infoboxes for office holders).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.annotate.infobox_fields import (
    Box,
    Slot,
    boxes,
    in_order,
    numbered,
    read_key,
    sequential,
    squeezed,
    table,
)
from kartoteka.annotate.infobox_memberships import careers
from kartoteka.annotate.infobox_values import Neighbour, Term, is_acting, neighbour, post_words, terms
from kartoteka.annotate.tenure_standing import standings
from kartoteka.types import (
    Block,
    BlockKind,
    Document,
    Label,
    Mention,
    Modality,
    Referent,
    Tenure,
    TimeSpan,
)

_TELLING = frozenset({"start", "chosen", "end", "term", "predecessor", "successor", "alongside"})
_DATED_BRACKETS = re.compile(r"\([^()]*\d[^()]*\)")
#: A post of more characters is a story; the post that is named in it stands for it.
_LONGEST = 160


def infobox_tenures(
    document: Document, mentions: Sequence[Mention], referents: Sequence[Referent], holder: str = ""
) -> list[Tenure]:
    """The tenures of the infoboxes, each with its neighbours' implied ones; empty without an infobox or holder.

    `holder` is the person whom the article is about; an infobox that names its own is about that one, the next about
    the article's again.
    """
    of_mention = {mention: referent.id for referent in referents for mention in referent.mentions}
    found: list[Tenure] = []
    for box in boxes(document, mentions, of_mention):
        slots, rest = _slots(box)
        if not (person := _named_holder(box, [rest, *slots]) or holder):
            continue
        found += _of_slots(box, slots, person)
        found += [tenure for slot in (rest, *slots) for tenure in careers(box, slot, person)]
    return found


def tells_career(block: Block) -> bool:
    """Whether a field of an infobox is read here; others may name a person with a title ("Mother: Princess N.")."""
    name = read_key(block.key)[0]
    return bool(name) and name not in ("predecessor", "successor", "alongside", "appointer")


def _slots(box: Box) -> tuple[list[Slot], Slot]:
    """The terms of a box, and the fields that belong to none."""
    if sequential(box):
        return in_order(box)
    return list(numbered(box).values()), Slot()


def _named_holder(box: Box, slots: Sequence[Slot]) -> str:
    for slot in slots:
        for index in slot.fields.get("holder", ()):
            if found := box.referent(box.first(index, Label.PERSON)):
                return found
    return ""


def _of_slots(box: Box, slots: Sequence[Slot], holder: str) -> Iterator[Tenure]:
    """The terms of the slots, in their order; a slot without an office goes on with the last one's."""
    office: list[int] = []
    for slot in slots:
        office = slot.fields.get("office", office)
        if not office or not (_TELLING & slot.fields.keys() or _sure(box, slot)):
            continue
        told = terms(box, slot)
        for number, term in enumerate(told):
            sides = _sides(box, slot, holder, first=number == 0, last=number == len(told) - 1)
            tenure = _tenure(box, slot, office, holder, term, sides)
            yield from (tenure, *_implied(tenure, sides))
        yield from _shared(box, slot, tenure)


def _sides(box: Box, slot: Slot, holder: str, *, first: bool, last: bool) -> tuple[Neighbour, Neighbour]:
    """Who came before and after: of several terms in one slot, before the first and after the last."""
    before = neighbour(box, slot.fields.get("predecessor", ())) if first else Neighbour()
    after = neighbour(box, slot.fields.get("successor", ())) if last else Neighbour()
    return (
        before if before.referent != holder else Neighbour(),
        after if after.referent != holder else Neighbour(),
    )


def _sure(box: Box, slot: Slot) -> bool:
    """Whether a field by itself says that a post was held: "Office: Mayor of Uman" with nothing beside it."""
    index = slot.first("office")
    if index is None or box.first(index, Label.OFFICE) is None:
        return False
    return squeezed(box.block(index).key.rstrip("0123456789")) in table()["office"]["sure"]


def _tenure(
    box: Box, slot: Slot, office: Sequence[int], holder: str, term: Term, sides: tuple[Neighbour, Neighbour]
) -> Tenure:
    """One term in the office that stands in the blocks `office`."""
    words = _words(box, office)
    org, place = (_found(box, office, label) for label in (Label.ORG, Label.PLACE))
    first, *rest = _lines(slot, office)
    standing = _standing(box, slot, words)
    return Tenure(
        box.document.id,
        holder,
        words,
        office_id=box.referent(box.first(office[0], Label.OFFICE)),
        org=box.referent(org),
        place=box.referent(place),
        start=term.start,
        end=term.end,
        predecessor=sides[0].referent,
        successor=sides[1].referent,
        source=BlockKind.INFOBOX,
        passage=_span(box, first),
        evidence=tuple(dict.fromkeys(m.id for index in sorted((first, *rest)) for m in box.inside.get(index, []))),
        inferred="office" not in slot.fields,
        further=tuple(_span(box, index) for index in rest),
        acting="acting" in standing,
        former="former" in standing,
        designate="designate" in standing,
        honorary="honorary" in standing,
        appointer=_appointer(box, slot, holder),
    )


def _appointer(box: Box, slot: Slot, holder: str) -> str:
    """The person, else the body, that a field says gave the post."""
    lines = slot.fields.get("appointer", ())
    found = neighbour(box, lines).referent or next((box.referent(box.first(i, Label.ORG)) for i in lines[:1]), "")
    return found if found != holder else ""


def _words(box: Box, office: Sequence[int]) -> str:
    """The post in words; of a story about it only the post that it names."""
    words = post_words(box, office)
    named = box.first(office[0], Label.OFFICE)
    return named.text if named and (not words or len(words) > _LONGEST) else words


def _lines(slot: Slot, office: Sequence[int]) -> list[int]:
    """The blocks that tell of a term: the one that states it, then the others in their order."""
    told = [i for key in ("office", *sorted(_TELLING), "appointer") for i in slot.fields.get(key, ())]
    return [told[0], *sorted({*office, *told} - {told[0]})]


def _standing(box: Box, slot: Slot, words: str) -> frozenset[str]:
    """How the post's words and the field of its standing call the holder; the field of its term only if acting."""
    status, dates = (" ".join(map(box.text, slot.fields.get(key, ()))) for key in ("standing", "term"))
    told = _DATED_BRACKETS.sub("", f"{status} {dates}")  # "(acting until May 1920)" is not the whole term
    acting = {"acting"} if is_acting(words) or is_acting(told) else set[str]()
    return standings(words) | standings(status.strip(" ()")) | acting


def _span(box: Box, index: int) -> tuple[int, int]:
    """Where a field stands in the document."""
    return box.block(index).pieces[0][0], box.block(index).pieces[-1][1]


def _found(box: Box, lines: Sequence[int], label: Label) -> Mention | None:
    """The first mention of a label in a post's lines."""
    return next((m for line in lines if (m := box.first(line, label))), None)


def _implied(tenure: Tenure, sides: tuple[Neighbour, Neighbour]) -> Iterator[Tenure]:
    """What the neighbours' terms must have been: one had ended by the start, the other began after the end."""
    bare = _of_another(tenure)
    before, after = sides
    if before.referent and not before.elsewhere:
        end = _not_after(tenure.start)
        yield replace(bare, holder=before.referent, end=end, successor=tenure.holder, acting=before.acting)
    if after.referent and not after.elsewhere:
        start = _not_before(tenure.end)
        yield replace(bare, holder=after.referent, start=start, predecessor=tenure.holder, acting=after.acting)


def _shared(box: Box, slot: Slot, tenure: Tenure) -> Iterator[Tenure]:
    """Those who held the same post alongside; for how long is not told."""
    for index in slot.fields.get("alongside", ()):
        for person in dict.fromkeys(box.referent(m) for m in box.all(index, Label.PERSON)):
            if person and person != tenure.holder:
                yield replace(_of_another(tenure), holder=person)


def _of_another(tenure: Tenure) -> Tenure:
    """The same post of somebody else; only an honorary one is so whoever has it."""
    return replace(
        tenure,
        predecessor="",
        successor="",
        appointer="",
        start=None,
        end=None,
        acting=False,
        former=False,
        designate=False,
        modality=Modality.IMPLIED,
    )


def _not_after(date: TimeSpan | None) -> TimeSpan | None:
    """A bound for what had ended by this date; None where the date itself has no last day."""
    return replace(date, interval=f"../{date.edtf}", earliest=None) if date and date.latest else None


def _not_before(date: TimeSpan | None) -> TimeSpan | None:
    """A bound for what began after this date; None where the date itself has no first day."""
    return replace(date, interval=f"{date.edtf}/..", latest=None) if date and date.earliest else None

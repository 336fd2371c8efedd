"""What an infobox tells of a career beside its terms: parties, service, commands and other posts, with their dates.

Membership of a party and years of service are no posts and say so by their modality; a command is one, whose
office is inferred where the field names the body alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kartoteka.annotate.infobox_fields import Box, Slot, table
from kartoteka.annotate.infobox_values import Term, is_acting, read_terms
from kartoteka.annotate.tenure_sentences import local
from kartoteka.annotate.tenure_standing import standings
from kartoteka.languages.genitives import genitive_phrase
from kartoteka.types import BlockKind, Label, Mention, Modality, Tenure

_PARTING = re.compile(r"[()]|[,;](?=\s)")
_LAST_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)$")
#: A field of more characters is a story and no list.
_LONGEST = 2_000
#: What may stand around a date behind a name without brackets: "CP(b)U, since 1917".
_AROUND = " .,–—-"
_BEFORE_DATE = re.compile(
    r"(?:[ ,]+(?:in|since|from|until|till|to|у|в|з|із|від|до|с|со|от|по))?[ ,–—-]{0,5}$", re.IGNORECASE
)
_DECLINED = re.compile(r"[а-яіїєґё]{3,}")
_PLACED = frozenset({Label.ORG, Label.OFFICE, Label.PLACE})


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a field: its place in the block, its words without the dates, what is named in it, its terms."""

    block: int
    span: tuple[int, int]
    words: str
    mentions: tuple[Mention, ...]
    terms: tuple[Term, ...]

    def named(self, label: Label) -> Mention | None:
        """The first mention of a label."""
        return next((m for m in self.mentions if m.label is label), None)

    def dated(self) -> tuple[Term, ...]:
        """The terms, one without dates where none is told."""
        return self.terms or (Term(),)


def careers(box: Box, slot: Slot, holder: str) -> Iterator[Tenure]:
    """The memberships, services, commands and other posts that the fields of a slot tell."""
    yield from _parties(box, slot, holder)
    yield from _services(box, slot, holder)
    yield from _commands(box, slot, holder)


def _parties(box: Box, slot: Slot, holder: str) -> Iterator[Tenure]:
    """Each party with its years; a year alone is that of joining."""
    for index in slot.fields.get("party", ()):
        for item in _items(box, index, closed=False):
            if item.words.casefold() in table()["membership"]["none"] or not item.words:
                continue
            if item.terms or item.named(Label.ORG):
                office = _office(box, index, "party", item.words)
                yield from _made(box, item, holder, office, Modality.MEMBER)


def _services(box: Box, slot: Slot, holder: str) -> Iterator[Tenure]:
    """Years of service in the army or body that they belong to; where none is told there is nothing to say."""
    bodies = [
        item
        for name in ("branch", "allegiance")
        for index in slot.fields.get(name, ())
        for item in _items(box, index, closed=False)
        if item.mentions
    ]
    branches = [item for item in bodies if item.block in slot.fields.get("branch", ())]
    bodies = branches or bodies
    dated = [item for item in bodies if item.terms]
    years = [
        (index, term) for index in slot.fields.get("years", ()) for term in read_terms(box, index, closed=False)
    ]
    for item in dated:
        yield from _made(box, item, holder, _office(box, item.block, "service", item.words), Modality.MEMBER)
    if dated or not bodies:
        return
    paired = len(years) == len(bodies)
    for number, (index, term) in enumerate(years):
        if not paired and len(years) > 1:
            return  # which years belong to which body is not told
        words = bodies[number].words if paired else ", ".join(item.words for item in bodies)
        office = _office(box, index, "service", words)
        mentions = bodies[number].mentions if paired else ()
        item = Item(index, (0, len(box.text(index))), office, mentions, (term,))
        yield from _made(box, item, holder, office, Modality.MEMBER)


def _commands(box: Box, slot: Slot, holder: str) -> Iterator[Tenure]:
    """Posts that a field lists with their years, and bodies that were commanded."""
    for name in ("commands", "posts"):
        for index in slot.fields.get(name, ()):
            for item in _items(box, index, closed=True):
                if item.named(Label.OFFICE):
                    yield from _made(box, item, holder, item.words, Modality.HELD)
                elif name == "commands" and (item.named(Label.ORG) or item.terms):
                    bare = re.split(r",\s", item.words)[0] if is_acting(item.words) else item.words
                    office = _office(box, index, "commands", bare)
                    yield from _made(box, item, holder, office, Modality.HELD, inferred=True)


def _made(
    box: Box, item: Item, holder: str, office: str, modality: Modality, *, inferred: bool = False
) -> Iterator[Tenure]:
    """A tenure for each term of an entry."""
    block = box.block(item.block)
    standing = standings(item.words) | ({"acting"} if is_acting(item.words) else set[str]())
    for term in item.dated():
        yield Tenure(
            box.document.id,
            holder,
            office,
            office_id=box.referent(item.named(Label.OFFICE)),
            org=box.referent(item.named(Label.ORG)),
            place=box.referent(item.named(Label.PLACE)),
            start=term.start,
            end=term.end,
            modality=modality,
            source=BlockKind.INFOBOX,
            passage=block.source(*item.span),
            evidence=tuple(dict.fromkeys([*(m.id for m in item.mentions), *_dates(box, item)])),
            inferred=inferred,
            acting="acting" in standing,
            former="former" in standing,
            designate="designate" in standing,
            honorary="honorary" in standing,
        )


def _dates(box: Box, item: Item) -> list[str]:
    block = box.block(item.block)
    inside = ((local(block, m), m) for m in box.all(item.block, Label.DATE))
    return [m.id for (start, end), m in inside if item.span[0] <= start and end <= item.span[1]]


def _items(box: Box, index: int, *, closed: bool) -> list[Item]:
    """The entries of a field, parted at commas and semicolons outside brackets; what names nothing goes on."""
    text, found = box.text(index), list[Item]()
    start = 0
    for end in _borders(text) if len(text) <= _LONGEST else ():
        item = _item(box, index, (start, end), closed=closed)
        goes_on = found and item is not None and not item.mentions and not found[-1].terms
        if goes_on and found:
            item = _item(box, index, (found.pop().span[0], end), closed=closed)
        if item is not None:
            found.append(item)
        start = end + 1
    return found


def _borders(text: str) -> list[int]:
    """Where the entries of a field end."""
    found, depth = list[int](), 0
    for sign in _PARTING.finditer(text):
        if sign[0] in "()":
            depth = max(0, depth + (1 if sign[0] == "(" else -1))
        elif not depth:
            found.append(sign.start())
    return [*found, len(text)]


def _item(box: Box, index: int, span: tuple[int, int], *, closed: bool) -> Item | None:
    """The entry in a stretch of a field, None for an empty one."""
    text, block = box.text(index), box.block(index)
    start, end = span
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip(" ,;"))
    if start >= end:
        return None
    words = text[start:end]
    while (brackets := _LAST_BRACKETS.search(words)) and re.search(r"\d", brackets["inside"]):
        words = words[: brackets.start()].rstrip()
    limit = start + len(words)
    trailing = [local(block, m) for m in box.all(index, Label.DATE)]
    if cut := [
        date
        for date in trailing
        if start < date[0] and date[1] <= limit and text[date[1] : limit].strip(_AROUND) == ""
    ]:
        limit = cut[0][0]
        words = _BEFORE_DATE.sub("", text[start:limit])
    placed = [(local(block, m), m) for label in _PLACED for m in box.all(index, label)]
    inside = sorted((at, m) for at, m in placed if start <= at[0] and at[1] <= limit)
    terms = read_terms(box, index, (limit, end), closed=closed) if limit < end else ()
    return Item(index, (start, end), " ".join(words.split()), tuple(m for _, m in inside), tuple(terms))


def _office(box: Box, index: int, what: str, body: str) -> str:
    """ "member of the CP(b)U", «член Селянської партії»; what cannot be declined stands in brackets: «член (Бунд)»."""
    lang = box.block(index).lang or box.document.lang
    said = table()["membership"].get(lang, table()["membership"]["en"])
    bare = re.sub(r"^(?:the|a|an) ", "", body, flags=re.IGNORECASE)
    if not _DECLINED.search(bare):
        return f"{said[what]} {bare}"
    genitive = genitive_phrase(bare[:1].lower() + bare[1:], lang, "nomn") if what in said["genitive"] else None
    return f"{said[what]} {bare[:1]}{genitive[1:]}" if genitive else f"{said[what]} ({bare})"

"""Other names of a person that a text tells itself: «Марія Вілінська (Марко Вовчок)», "alias Koba", a maiden name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from kartoteka.names import compare, parse_name
from kartoteka.names.bodies.gazetteers import WORD
from kartoteka.resources import read_toml
from kartoteka.romanization import straighten
from kartoteka.types import BlockKind, Document, Label, Mention, Verdict

#: So many characters may stand between the two names, markup and bracketed dates aside.
GAP = 60
#: A surname alone is that of a fuller name from this likeness on.
BORNE = 0.44
#: So far back the words that tell a cast from other names are looked for.
CAST = 300
_MARKUP = re.compile(r"[*_«»\"„“”'’]+|\([^()]*\)")
_PROSE = frozenset({BlockKind.PROSE, BlockKind.HEADING, BlockKind.QUOTE})


def aliases(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions of persons of which the second is another name of the first, as the document says."""
    persons = (
        sorted((m for m in mentions if m.label is Label.PERSON), key=lambda m: m.start) if document.blocks else []
    )
    for first, second in pairwise(persons):
        near = second.block - first.block in (0, 1) and first.end <= second.start
        if near and _told(document, first, second, persons):
            yield first, second
    yield from _of_infoboxes(document, persons)


def _told(document: Document, first: Mention, second: Mention, persons: Sequence[Mention]) -> bool:
    block = document.blocks[first.block]
    lang = block.lang or document.lang
    between = document.text[first.end : second.start]
    if _bracketed(document, between, second) and block.kind in _PROSE:
        return not _cast(document, first, lang) and _another_name(first, second, persons)
    return _announced(between, lang, apart=first.block != second.block)


def _bracketed(document: Document, between: str, second: Mention) -> bool:
    """Whether the second name alone fills the brackets behind the first."""
    return _stripped(between).strip() == "(" and document.text.startswith(")", second.end)


def _another_name(first: Mention, second: Mention, persons: Sequence[Mention]) -> bool:
    """Whether a name in brackets can be another of the same bearer.

    One of the two is a full name, and the other does not name somebody whom the document tells apart.
    """
    names = [parse_name(first.name), parse_name(second.name)]
    if all(name.single for name in names):
        return False
    one = next((m for m, name in zip((first, second), names, strict=True) if name.single), None)
    if one is None:
        return True
    other = first if one is second else second
    return not any(_somebody_else(one.name, other.name, m.name) for m in persons if " " in m.name)


def _somebody_else(surname: str, name: str, fuller: str) -> bool:
    """Whether a fuller name bears this surname and cannot be borne by who has the other name: another given name."""
    if compare(Label.PERSON, surname, fuller).score < BORNE:
        return False
    given = parse_name(name).given
    alike = bool(given) and compare(Label.PERSON, given, fuller).verdict is not Verdict.DIFFERENT
    return not alike and compare(Label.PERSON, name, fuller).verdict is Verdict.DIFFERENT


def _announced(between: str, lang: str, *, apart: bool) -> bool:
    """Whether the words between two names tell that the second is another of the first; `apart`, in the next
    paragraph, only with a possessive."""
    plain = _stripped(between)
    found = _announcements(lang).search(plain)
    if found is None or len(plain) > GAP + (CAST if found["owner"] else 0):
        return False
    followers = _table()["followers"].get(lang, ())
    if not all(word in followers for word in WORD.findall(plain[found.end() :])):
        return False
    before = plain[: found.start()]
    return bool(found["owner"]) or not (apart or re.search(r"[.;!?]\s|\n\s*\n|\)", before))


def _stripped(between: str) -> str:
    return _MARKUP.sub("", straighten(between))


def _cast(document: Document, first: Mention, lang: str) -> bool:
    said = document.text[max(0, first.start - CAST) : first.start].lower()
    return any(word in said for word in _table()["roles"].get(lang, ()))


def _of_infoboxes(document: Document, persons: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Names in the fields of an infobox that hold other names of the one whom it is about: who is named first."""
    fields = frozenset(_table()["fields"]["names"])
    for mention in persons:
        block = document.blocks[mention.block]
        if block.kind is BlockKind.INFOBOX and re.sub(r"[\W\d]+", "", block.key.lower()) in fields:
            owner = next((m for m in persons if not parse_name(m.name).single), None)
            if owner is not None and owner.start < mention.start:
                yield owner, mention


@cache
def _announcements(lang: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(p) for p in sorted(_table()["between"].get(lang, ()), key=len, reverse=True))
    owners = "|".join(re.escape(owner) for owner in _table()["owners"].get(lang, ()))
    if not phrases:
        return re.compile(r"(?!)(?P<owner>)")
    return re.compile(rf"(?:\b(?P<owner>{owners})\s+)?(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)


@cache
def _table() -> dict[str, Any]:
    return read_toml("patterns/aliases.toml")

"""When a document says that a person was born and died: in brackets behind a name, in an infobox, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from kartoteka.annotate.infobox_fields import boxes, read_key, squeezed
from kartoteka.annotate.life_patterns import LifeWords, life_words
from kartoteka.annotate.tenure_dates import alone, halves
from kartoteka.annotate.tenure_heroes import entry, protagonist
from kartoteka.annotate.tenure_sentences import Mark, Sentence, sentences
from kartoteka.annotate.tenure_subjects import nominative
from kartoteka.languages.base import LANGUAGES
from kartoteka.resources import read_toml
from kartoteka.types import BlockKind, Document, Label, Life, Mention, Referent, TimeSpan

_READ = frozenset({BlockKind.PROSE, BlockKind.QUOTE, BlockKind.NOTE})
#: A bracket behind a name, with the places and the further names that may stand in it.
_BRACKET = re.compile(r"(?P<person>‹P\d+›)[^‹(.;:]{0,12} \((?P<inside>[^()]*‹D\d+›[^()]*)\)")
_DATE = re.compile(r"‹D\d+›")
#: "Born in 1892, ‹P1› studied": not the hero but whoever follows.
_SUBJECT_BEHIND = re.compile(r"[^‹.;]{0,40}(?:‹G\d+›[^‹.;]{0,10}){0,2}, ‹P\d+›")
#: Two dates of a life stand on the two sides of a dash.
_DASH = re.compile(r"[—–-]")


@cache
def _fields() -> dict[str, Any]:
    return read_toml("patterns/lives.toml")


def find_lives(document: Document, mentions: Sequence[Mention], referents: Sequence[Referent]) -> list[Life]:
    """What a document says of births and deaths, one `Life` a statement, in the order of the text.

    A sentence that opens with a pronoun, or with the verb as Ukrainian and Russian lives do, speaks of the person
    whose life is told. A bracket of two years less than a working life apart is a term of office, not a life.
    """
    of_mention = {mention: referent.id for referent in referents for mention in referent.mentions}
    hero = protagonist(document, mentions, referents)
    found = list(_of_boxes(document, mentions, of_mention, hero))
    for group in sentences(document, mentions, of_mention, _READ):
        told = (group and entry(group[0], hero)) or hero
        for sentence in group:
            words = life_words(sentence.lang if sentence.lang in LANGUAGES else "en")
            found += [
                life
                for life in (*_of_brackets(document, sentence, words), *_told(document, sentence, words, told))
                if life.person
            ]
    return found


def _of_boxes(
    document: Document, mentions: Sequence[Mention], referents: dict[str, str], hero: str
) -> Iterator[Life]:
    for box in boxes(document, mentions, referents):
        named = [
            box.referent(box.first(i, Label.PERSON))
            for i in box.blocks
            if read_key(box.block(i).key)[0] == "holder"
        ]
        person = next(filter(None, named), hero)
        for index in box.blocks:
            event = _event(squeezed(box.block(index).key))
            date = box.first(index, Label.DATE) if event else None
            if person and date and date.value:
                yield _dated(document, person, event, date.value, (date.id,))


def _event(key: str) -> str:
    return next((event for event in ("birth", "death") if key in _fields()[event]), "")


def _of_brackets(document: Document, sentence: Sentence, words: LifeWords) -> Iterator[Life]:
    for bracket in _BRACKET.finditer(sentence.text):
        person, inside = sentence.mark(bracket["person"]), bracket["inside"]
        dates = [sentence.mark(sign) for sign in _DATE.findall(inside)]
        span = dates[0].mention.value if len(dates) == 1 else None
        if span and "/" in span.edtf:
            yield from _lifespan(document, person, dates, *halves(span))
            continue
        born, died = (_marked(sentence, pattern, inside) for pattern in (words.born, words.died))
        if born or died:
            yield _life(document, person, born, died)
        elif len(dates) == 2 and _DASH.search(inside[inside.index("›") : inside.rindex("‹")]):
            first, last = (alone(mark.mention.value) if mark.mention.value else None for mark in dates)
            yield from _lifespan(document, person, dates, first, last)


def _marked(sentence: Sentence, pattern: re.Pattern[str], inside: str) -> Mark | None:
    match = pattern.search(inside)
    return sentence.mark(match["date"]) if match else None


def _lifespan(
    document: Document, person: Mark, dates: Sequence[Mark], first: TimeSpan | None, last: TimeSpan | None
) -> Iterator[Life]:
    """A life of two dates, if they are as far apart as those of a life."""
    if first is None or last is None or not (first.edtf[:4] + last.edtf[:4]).isdigit():
        return
    exact = len(first.edtf) >= 10 and len(last.edtf) >= 10
    if int(last.edtf[:4]) - int(first.edtf[:4]) >= _fields()["days" if exact else "years"]:
        evidence = tuple(mark.mention.id for mark in (person, *dates))
        yield Life(document.id, person.referent, first, last, evidence)


def _life(document: Document, person: Mark, born: Mark | None, died: Mark | None) -> Life:
    birth, death = (alone(mark.mention.value) if mark and mark.mention.value else None for mark in (born, died))
    evidence = tuple(mark.mention.id for mark in (person, born, died) if mark)
    return Life(document.id, person.referent, birth, death, evidence)


def _told(document: Document, sentence: Sentence, words: LifeWords, hero: str) -> Iterator[Life]:
    """Births and deaths that a sentence tells; two of one event in it ("was shot … or died …") tell nothing."""
    found: dict[tuple[str, str], list[Life]] = {}
    for told in words.told if "‹D" in sentence.text else ():
        for match in told.pattern.finditer(sentence.text):
            mark = sentence.mark(match["person"]) if match["person"] else None
            if (mark and not told.fits(nominative(mark))) or (mark is None and _turned(sentence, match)):
                continue
            date = sentence.mark(match["date"]).mention
            person = mark.referent if mark else hero
            if date.value and person:
                evidence = (*((mark.mention.id,) if mark else ()), date.id)
                life = _dated(document, person, told.event, date.value, evidence)
                found.setdefault((person, told.event), []).append(life)
    yield from (lives[0] for lives in found.values() if len({life.evidence[-1] for life in lives}) == 1)


def _turned(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the subject comes behind: "Born in 1892, ‹P1› studied"."""
    return bool(_SUBJECT_BEHIND.match(sentence.text, match.end()))


def _dated(document: Document, person: str, event: str, date: TimeSpan, evidence: tuple[str, ...]) -> Life:
    span = alone(date)
    birth, death = (span, None) if event == "birth" else (None, span)
    return Life(document.id, person, birth, death, evidence)

"""What stands around a word in English tells whether it names a person or a place.

Of some names of Eastern Europe the English recognizer is not sure. A document repeats its names: "in Zbarazh" once
makes it a place each time, "Kviring wrote" a person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace as changed
from functools import cache

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import NAME, ends_as_surname, is_given, opens_sentence
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.resources import read_toml
from kartoteka.types import Label

#: What a recognizer's label counts beside one sign of the context, and how sure a full name must be to count.
RECOGNIZED, CERTAIN = 0.4, 0.69
#: Above the one weight a recognizer's word stands; below the other an institution must also look like one.
SURE, GUESSED = 0.5, 0.45
BEFORE = re.compile(r"([^\W\d_][\w'-]*),? $")
OF = re.compile(r"([^\W\d_]+) of $")
LISTED_BEFORE = re.compile(rf"(?<![\w-])({NAME})(?:,| and|, and|,? or) $")
ENUMERATION_END = re.compile(r"[,;.)]| and ")
LISTED_AFTER = re.compile(rf"(?:,| and|, and|,? or) ({NAME})(?![\w-])")
AFTER = re.compile(r"(?:,[^,.;]{1,60},)? ([a-z]+)")

#: What makes a name beside it a part of a longer word.
_JOINED = re.compile(r"[\w-]")
#: A name goes on, or is a possessive.
GOES_ON = re.compile(rf" {NAME}|['’]s\b")

Signs = dict[tuple[str, Label], float]
Block = tuple[str, str, Sequence[Finding]]


def relabelled(blocks: Sequence[Block]) -> list[list[Finding]]:
    """The findings of each block, given as (text, lang, findings), the single words that are guessed at set right.

    A word takes the label that its contexts speak for, over the whole document; where they say nothing a single
    word that may be an institution is left out unless it looks like one.
    """
    signs, bearers = _signs(blocks), _bearers(blocks)
    for name in bearers:
        signs.pop((name, Label.PLACE), None)
    return [
        [mended for f in findings if (mended := _mended(text, f, signs)) is not None]
        if lang == "en"
        else [*findings]
        for text, lang, findings in blocks
    ]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("patterns/en/contexts.toml")[key])


def _signs(blocks: Iterable[Block]) -> Signs:
    """How often the words around a name speak for a label."""
    signs: Signs = defaultdict(float)
    for text, lang, findings in blocks:
        if lang != "en":
            continue
        singles = [f for f in findings if _is_single(text, f)]
        for finding in singles:
            signs[text[finding.start : finding.end], finding.label] += RECOGNIZED
        for name in {text[f.start : f.end] for f in singles if f.weight <= SURE}:
            for start in _occurrences(name, text):
                label = _sign(text, start, start + len(name))
                if label is not None:
                    signs[name, label] += 1
    return signs


def _occurrences(name: str, text: str) -> Iterator[int]:
    """Where a name stands in a text, not as a part of a word or compound."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        whole = not (_JOINED.match(text[start - 1 : start]) or _JOINED.match(text, end))
        if whole:
            yield start
        start = text.find(name, end if whole else start + 1)


def _bearers(blocks: Iterable[Block]) -> frozenset[str]:
    """The last words of the full names of persons: no places, whatever stands before them."""
    return frozenset(
        text[f.start : f.end].split()[-1]
        for text, _, findings in blocks
        for f in findings
        if f.label is Label.PERSON and " " in text[f.start : f.end] and f.weight >= CERTAIN
    )


def _sign(text: str, start: int, end: int) -> Label | None:
    before = BEFORE.search(text, max(0, start - 25), start)
    after = AFTER.match(text, end)
    if GOES_ON.match(text, end, end + 30):
        return None  # a part of a longer name; and "in Stalin's letter" tells nothing of Stalin
    if before and before.group(1).lower() in _words("before_places"):
        return Label.PLACE
    of = OF.search(text, max(0, start - 35), start)
    if (of and of.group(1).lower() in _words("of_places")) or _among_places(text, start, end):
        return Label.PLACE
    if before and before.group(1).lower() in _words("before_persons"):
        return Label.PERSON
    if after and after.group(1) in _words("after_persons"):
        return Label.PERSON
    if after and after.group(1) in _words("after_places"):
        return Label.PLACE
    return None


def _among_places(text: str, start: int, end: int) -> bool:
    """Whether a name stands in an enumeration next to a known place: "Uman, Cherkasy and Korsun"."""
    before, after = LISTED_BEFORE.search(text, max(0, start - 40), start), LISTED_AFTER.match(text, end)
    beside = (before if ENUMERATION_END.match(text, end) else None, after)
    return any(m is not None and bool(identify("places", m.group(1))) for m in beside)


def _is_single(text: str, finding: Finding) -> bool:
    name = text[finding.start : finding.end]
    return finding.rule.startswith("recognizer") and " " not in name and not name.isupper()


def _mended(text: str, finding: Finding, signs: Signs) -> Finding | None:
    if not _is_single(text, finding) or finding.weight > SURE:
        return finding
    name = text[finding.start : finding.end]
    person, place = signs.get((name, Label.PERSON), 0.0), signs.get((name, Label.PLACE), 0.0)
    if max(person, place) < 1:
        person = place = 0.0  # the recognizer's word alone changes none of its words
    if place > person and not is_given(name, "en"):
        return changed(finding, label=Label.PLACE)
    if person > place and not identify("places", name):
        return changed(finding, label=Label.PERSON)
    if finding.label is Label.ORG and finding.weight < GUESSED and not _like_institution(text, finding):
        return changed(finding, label=Label.PERSON) if _ends_like_person(name) else None
    return finding


def _ends_like_person(word: str) -> bool:
    return len(word) > 4 and ends_as_surname(word, "en")


def _like_institution(text: str, finding: Finding) -> bool:
    """Whether a single word may name an institution: a capital inside, a line of an enumeration, "the" before it."""
    name = text[finding.start : finding.end]
    inner = any(c.isupper() for c in name[1:])
    known = bool(identify("organizations", name)) or name.lower().endswith(tuple(_words("institution_endings")))
    return inner or known or (text.endswith("the ", 0, finding.start) and not opens_sentence(text, finding.start))

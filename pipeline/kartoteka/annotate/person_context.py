"""What stands around a personal name: awards, schools and families bear the names of persons and are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace as changed
from itertools import pairwise

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import (
    INITIAL,
    NAME,
    agree,
    ends_as_surname,
    is_followed_by_no_surname,
    is_given,
    words,
)
from kartoteka.languages.morphology import INFLECTED, is_adjective, is_name_word, lemmas
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.names.persons.given import patronymic_gender
from kartoteka.types import Label

#: What a finding weighs once a second witness speaks for it: initials, a known given name, a title within the name.
WITH_INITIALS, WITH_GIVEN, WITH_TITLE = 0.71, 0.62, 0.81
#: What the name that opens an entry weighs, with a patronymic behind its comma.
ENTERED = 0.995
#: How far before a name a word may stand that makes it the name of a thing.
REACH = 30

INITIALED = re.compile(rf"(?:{INITIAL} ?){{1,3}}{NAME}(?: {NAME})?")
FORENAME = re.compile(rf"(?<![\w.])(?:({NAME}) |{INITIAL} ?)$")
BEFORE_NAME = re.compile(r"(?:([^\W\d_]+) )?([^\W\d_]+)\.? (?:([^\W\d_]+)\.? )?$")
#: A given name after a surname and a comma ends there: "Shapoval, Iurii (born 1953)".
INVERTED_END = re.compile(r"\s*(?:$|[(\n\"»”])")
#: What stands before the name that opens an entry: "Savchenko, Petro Ivanovych, b. 1924".
ENTRY = re.compile(r"(?:^|\n)[\s*•–—-]*$")
#: A surname, a comma and a given name with a life's first year behind them open an entry: "Bondar, Olena (1902–76)".
HEADWORD = re.compile(
    rf"(?:^|\n)[\s*•–—-]*(?P<name>(?P<surname>{NAME}), (?P<given>{NAME})(?: {NAME})?)"
    r"(?=,? (?:[(\[][^()\[\]]{0,30}\d{4}|(?:born|b\.) ))"
)
PLAIN_WORD = re.compile(r" ([a-z][a-z-]*)")
NEXT = re.compile(rf" ({NAME})")
FAMILY = re.compile(r" (?:family|clan|dynasty|house|line)\b")
BY_BIRTH = re.compile(r" by (?:birth|origin|nationality|descent)\b")


def names_thing(text: str, start: int, end: int, lang: str) -> bool:
    """Whether the name of a person at `start:end` belongs to a thing: an award, a school, a family, a law case."""
    if text[start - 1 : start] == ")":
        return True  # "CP(b)Uz"
    if _is_namesake(text, start, lang):
        return True
    if lang in INFLECTED:
        return False
    single = " " not in text[start:end]
    if BY_BIRTH.match(text, end) or (single and _before_thing(text, end, lang)):
        return True
    if text[max(0, start - 4) : start].lower() != "the ":
        return False
    return FAMILY.match(text, end) is not None or (single and not _before_noun(text, end, lang))


def _is_namesake(text: str, start: int, lang: str) -> bool:
    """Whether a thing is named after the person: «орден Леніна», «им. М. Горького», "Order of Saint George"."""
    before = BEFORE_NAME.search(_before_given(text, start, lang))
    if before is None:
        return False
    first, second, third = (word or "" for word in before.groups())
    if third and third.lower() not in words(lang, "saints"):
        first, second = second, third
    if first[:1].isupper() and is_adjective(first, lang):
        return False  # «лауреат Нобелівської премії Івана Петренка»: the prize has its name
    if lang not in INFLECTED and first.islower():
        return False  # "by order of Stalin"
    first, second = first.lower(), second.lower()
    if lang not in INFLECTED:
        return second == "of" and first in words(lang, "awards")
    named = second in words(lang, "named_after") and first not in words(lang, "on_behalf")
    return named or second in words(lang, "awards")


def _before_given(text: str, start: int, lang: str) -> str:
    """What stands before a surname and the given names and initials before it."""
    before = text[max(0, start - REACH) : start]
    while match := FORENAME.search(before):
        if match.group(1) and not _is_plainly_given(match.group(1), lang):
            break
        before = before[: match.start()]
    return before


def _before_thing(text: str, end: int, lang: str) -> bool:
    after = NEXT.match(text, end)
    return after is not None and is_followed_by_no_surname(after.group(1), lang)


def is_one_person(names: Sequence[str], lang: str) -> bool:
    """Whether the words of a name stand in one case, or a given name opens it, which foreign surnames do not follow.

    «Вильгельма Кубе» is one, «Нравился Сталину Вертинский» two. What the dictionary guesses of an unknown word counts
    only where that ends as Slavic surnames do: it takes «Пэн» in «Ли Пэн» for the genitive of a plural.
    """
    if lang not in INFLECTED or (names and _is_plainly_given(names[0], lang)):
        return True
    slavic = any(ends_as_surname(base, lang) for name in names for base in lemmas(name, lang))
    return agree(list(names), lang, sure=not slavic)


def _is_plainly_given(word: str, lang: str) -> bool:
    """Whether a word or the first half of a double name is a given name and no surname besides."""
    first = word.partition("-")[0]
    return is_given(first, lang) and not (lang in INFLECTED and is_name_word(first, lang, "Surn"))


def _before_noun(text: str, end: int, lang: str) -> bool:
    """Whether a noun follows a name behind its article: "the Bush | administration", but not "the Rada | was"."""
    after = PLAIN_WORD.match(text, end)
    return after is not None and after.group(1) not in words(lang, "no_nouns")


def weighed(text: str, finding: Finding, lang: str) -> Finding:
    """A recognizer's name of several words, weightier where its own parts speak for a person."""
    name = text[finding.start : finding.end]
    parts = name.split()
    weight = finding.weight
    if INITIALED.fullmatch(name):
        weight = max(weight, WITH_INITIALS)
    elif 1 < len(parts) < 5:
        if parts[-1].lower() in words(lang, "name_titles"):
            weight = max(weight, WITH_TITLE)
        elif is_given(parts[0].partition("-")[0], lang) and is_one_person(parts, lang):
            weight = max(weight, WITH_GIVEN)
    return changed(finding, weight=weight) if weight != finding.weight else finding


def without_lead(text: str, start: int, end: int, lang: str) -> int:
    """Where a name begins behind a place that the recognizer took in: «уряду до Житомира | Голубович»."""
    first, _, rest = text[start:end].partition(" ")
    if not rest or is_given(first, lang) or not identify("places", first):
        return start
    before = re.search(r"([^\W\d_]+) $", text[max(0, start - 15) : start])
    return end - len(rest) if before and before.group(1).lower() in words(lang, "before_places") else start


def headwords(text: str, lang: str) -> Iterator[Finding]:
    """The names that open entries, surname first, which no recognizer need know: "Hrechukha, Mykhailo (1902–76)"."""
    for found in HEADWORD.finditer(text):
        surname = found["surname"]
        if is_given(found["given"], lang) and not is_given(surname, lang) and not identify("places", surname):
            yield Finding(*found.span("name"), Label.PERSON, "persons.headword", ENTERED)


def inverted(text: str, findings: Sequence[Finding], lang: str) -> Iterator[Finding]:
    """A surname, a comma and a given name as one: "Bondar, Olena (a nurse)"; with a patronymic where an entry opens."""
    ordered = sorted({(f.start, f.end): f for f in findings}.values(), key=lambda f: f.start)
    for one, other in pairwise(ordered):
        first, second = text[one.start : one.end], text[other.start : other.end]
        if text[one.end : other.start] != ", " or " " in first or is_given(first, lang):
            continue
        entered = " " in second and ENTRY.search(text[max(0, one.start - 3) : one.start])
        if " " in second and not (entered and patronymic_gender(second.split()[-1])):
            continue
        if is_given(second.split()[0], lang) and (entered or INVERTED_END.match(text, other.end)):
            weight = ENTERED if entered else WITH_INITIALS
            yield Finding(one.start, other.end, Label.PERSON, "persons.inverted", weight)

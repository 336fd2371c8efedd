"""The constructions by which sentences tell a birth or a death, from the tables `models/patterns/<lang>/lives.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.annotate.office_words import any_of
from kartoteka.resources import read_toml

_P, _D = r"(?P<person>‹P\d+›)", r"(?P<date>‹D\d+›)"
#: What may stand between a date at the head of a sentence and its subject: «7 липня, після засідання ‹B0›, він».
_ASIDE = r"(?:,(?:[^‹.;:()]|‹[BGO]\d+›){0,60},|,)?"
#: A relative clause between a person and the verb.
_CLAUSE = r" [^‹.;:()]*(?:‹[A-Z]\d+›[^‹.;:()]*){0,5}"
#: So many words may stand between a person and the second predicate.
_FAR = 18


@dataclass(frozen=True, slots=True)
class Told:
    """A construction that tells a birth or a death; an `undergone` one has the person as its object.

    In a `distant` one other words stand between the person and the verb.
    """

    event: str
    pattern: re.Pattern[str]
    undergone: bool
    distant: bool = False

    def fits(self, nominative: bool) -> bool:
        """Whether the person can be meant, who stands in the nominative or, inflected, in another case."""
        if self.undergone:
            return not (self.distant and nominative)
        return nominative


@dataclass(frozen=True, slots=True)
class LifeWords:
    """The patterns of a language: what stands in brackets before a date, and the constructions of sentences."""

    born: re.Pattern[str]
    died: re.Pattern[str]
    told: tuple[Told, ...]


@cache
def life_words(lang: str) -> LifeWords:
    """The table `models/patterns/<lang>/lives.toml` as patterns."""
    data = read_toml(f"patterns/{lang}/lives.toml")
    born, died = (re.compile(f"(?:^|[\\s,;—–-]){any_of(data[kind])}[^‹]{{0,12}}{_D}") for kind in ("born", "died"))
    events = (("birth", data["birth"], ""), ("death", data["death"], ""), ("death", data["undergone"], "object"))
    told = [made for event, verbs, case in events if verbs for made in _constructions(data, event, verbs, case)]
    told += _second(data, data["second"], "")
    told += _second(data, data["undergone"], "object") if data["undergone"] else ()
    return LifeWords(born, died, tuple(told))


def _constructions(data: Mapping[str, Any], event: str, verbs: Sequence[str], case: str) -> Iterator[Told]:
    """A person, a verb and a date in the two orders; without a person the sentence is the hero's."""
    opening = "(?:^|[,;] )" if case else r"(?<!\bof )(?<!\band )"
    relative = rf", {data['relative']}(?:{_CLAUSE},)?"
    person = rf"{opening}{_P}(?: \([^()]*\))?(?:{relative})?"
    tail = f"{_verb(data, verbs)}{data['between']}{data['date']}{_D}"
    pronoun = any_of(data["pronouns"])
    yield Told(event, re.compile(f"(?:{person} |^(?:{pronoun} )?){tail}", re.IGNORECASE), case == "object")
    subject = _P if case else f"(?:{_P}|{pronoun})"
    first = f"(?:^[^‹]{{0,12}}|[.!?] ){_D}{_ASIDE} {subject} {_verb(data, verbs)}"
    yield Told(event, re.compile(first, re.IGNORECASE), case == "object")


def _second(data: Mapping[str, Any], verbs: Sequence[str], case: str) -> Iterator[Told]:
    """A second predicate that tells a death: "‹P0› was arrested in ‹D0› and shot on ‹D1›", the date before or behind.

    No word may stand between that brings another subject in.
    """
    word = rf" (?!{any_of(data['others'])}\b)(?:[^‹\s.;:()]|‹[^P]\d+›)+"
    person = rf"(?:^|[,;.!?—–] |‹[DO]\d+›,? ){_P}(?: \([^()]*\))?,?"
    subject = person if case else f"(?:{person}|^{any_of(data['pronouns'])})"
    gap = f"{subject}{data['first']}(?:{word}){{0,{_FAR}}}?"
    verb = _verb(data, verbs)
    # Without a conjunction only «арестовали, расстреляли» has one subject for certain.
    behind = f"{gap}(?:{data['joined']}{'|,' if case else ''}) {verb}{data['between']}{data['date']}{_D}"
    before = f"{gap}(?:{data['joined']}|,){data['date']}{_D},? {verb}"
    for pattern in (behind, before):
        yield Told("death", re.compile(pattern, re.IGNORECASE), case == "object", distant=True)


def _verb(data: Mapping[str, Any], verbs: Sequence[str]) -> str:
    unless = f"(?! (?:{any_of(data['except'])})\\b)" if data["except"] else ""
    return f"(?:{any_of(verbs)})\\b{unless}"

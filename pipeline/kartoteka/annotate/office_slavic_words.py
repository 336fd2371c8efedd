"""The words that name Ukrainian and Russian posts: the classes of heads, and what may stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.annotate.office_slavic_patterns import START, compiled
from kartoteka.resources import read_toml


@dataclass(frozen=True, slots=True)
class SlavicWords:
    """Ukrainian or Russian heads as patterns over all their cases, and what may stand before and after them.

    In `heads` the group "head" is the word without what is written on to it (екс-, віце-, зам-).
    """

    lang: str
    heads: re.Pattern[str]
    openings: frozenset[str]
    strong: re.Pattern[str]
    bound: re.Pattern[str]
    plural: re.Pattern[str]
    before: re.Pattern[str]
    attribute: re.Pattern[str]
    ordinal: re.Pattern[str]
    ordinal_heads: re.Pattern[str]
    locative: re.Pattern[str]
    person: re.Pattern[str]
    deputies: re.Pattern[str]
    links: re.Pattern[str]
    membership: re.Pattern[str]
    elected: re.Pattern[str]
    bodies: re.Pattern[str]
    rulers: re.Pattern[str]
    chief: re.Pattern[str]
    noble: re.Pattern[str]
    unmeant: re.Pattern[str]
    callings: re.Pattern[str]
    postposed: re.Pattern[str]
    sees: re.Pattern[str]
    realms: re.Pattern[str]
    never: re.Pattern[str]
    householders: re.Pattern[str]
    households: re.Pattern[str]
    acting: re.Pattern[str]
    joint: re.Pattern[str]
    within: re.Pattern[str]
    into: re.Pattern[str]
    assembly: re.Pattern[str]
    named_after: re.Pattern[str]
    genitive: re.Pattern[str]
    figure: re.Pattern[str]
    companions: re.Pattern[str]
    together: re.Pattern[str]
    paired: re.Pattern[str]
    adjectival: re.Pattern[str]
    attributive: re.Pattern[str]
    instrumental: re.Pattern[str]
    governing: re.Pattern[str]
    sent: re.Pattern[str]
    origins: re.Pattern[str]
    shortened: re.Pattern[str]
    titles: re.Pattern[str]
    classifiers: re.Pattern[str]
    ranks: re.Pattern[str]
    missions: re.Pattern[str]
    copulas: re.Pattern[str]
    convocation: re.Pattern[str]
    staff: re.Pattern[str]
    organs: re.Pattern[str]
    exile: re.Pattern[str]
    departments: re.Pattern[str]
    no_field: re.Pattern[str]
    watching: re.Pattern[str]
    over: re.Pattern[str]
    anaphors: re.Pattern[str]
    envoys: re.Pattern[str]
    courts: re.Pattern[str]
    towards: re.Pattern[str]
    towns: re.Pattern[str]
    dioceses: re.Pattern[str]
    relational: re.Pattern[str]
    some_body: re.Pattern[str]
    enumerated: re.Pattern[str]
    service: re.Pattern[str]

    def find_heads(self, text: str) -> Iterator[re.Match[str]]:
        """The heads of a text in order: only words that begin like one are compared with all of them."""
        for start in START.finditer(text):
            opening = start[0].lower()
            if (opening in self.openings or opening[:3] in self.openings) and (
                match := self.heads.match(text, start.start())
            ):
                yield match


@cache
def slavic(lang: str) -> SlavicWords:
    """The table of "uk" or "ru" (models/patterns/<lang>/offices.toml)."""
    table: dict[str, Any] = read_toml(f"patterns/{lang}/offices.toml")
    return SlavicWords(lang=lang, **compiled(table))

"""The words that name Ukrainian and Russian posts, as data: read once a language and turned into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.annotate.office_words import any_of
from kartoteka.resources import read_toml

#: Whom a body is named after: initials or a given name, and a surname.
_NAMESAKE = r"(?:[А-ЯІЇЄҐ]\.\s*){0,2}[А-ЯІЇЄҐ][\w’'-]+(?:\s[А-ЯІЇЄҐ][\w’'-]+)?"
#: How a word begins; a head is looked for only where one of the heads begins like that.
_START = re.compile(r"(?<![\w’'-])[^\W\d_]{1,4}")
#: The classes of heads and nouns that the table names as they are.
_CLASSES = [
    "locative",
    "person",
    "membership",
    "rulers",
    "chief",
    "householders",
    "noble",
    "callings",
    "postposed",
]
_CLASSES += [
    "sees",
    "companions",
    "watching",
    "envoys",
    "attributive",
    "instrumental",
    "governing",
    "sent",
    "classifiers",
    "ranks",
]
#: A second word written on to a head: єпископ-помічник, лікар-терапевт.
_SUFFIX = r"(?:-[^\W\d_](?:[^\W\d_]|[’']){3,20})?"
#: The tables of heads.
KINDS = ("strong", "weak", "bound")


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
        for start in _START.finditer(text):
            opening = start[0].lower()
            if (opening in self.openings or opening[:3] in self.openings) and (
                match := self.heads.match(text, start.start())
            ):
                yield match


def _inflected(table: Mapping[str, list[str]], endings: Mapping[str, list[str]]) -> list[str]:
    """Every stem of a table with the endings of its declension, as patterns."""
    return [f"{any_of(stems)}{any_of(endings[kind])}" for kind, stems in table.items() if stems and endings[kind]]


def _openings(table: Mapping[str, Any], compound: Mapping[str, list[str]]) -> frozenset[str]:
    """How the heads begin, with and without what is written on to them.

    Their first four letters, fewer where a hyphen, an apostrophe or (of a compound) an alternative follows.
    """
    words = {
        stem + ending
        for kind in KINDS
        for declension, stems in table[kind].items()
        for stem in stems
        for ending in (*table["endings"][declension], *table["plurals"][declension])
    }
    openings = {start[0] for word in words if (start := _START.match(word))}
    openings |= {start[0] for patterns in compound.values() for word in patterns if (start := _START.match(word))}
    prefixes = table["particles"]["prefixes"]
    written = [*prefixes, *(prefix + opening for prefix in prefixes for opening in openings)]
    openings |= {start[0] for word in written if (start := _START.match(word))}
    return frozenset(opening.lower() for opening in openings)


@cache
def slavic(lang: str) -> SlavicWords:
    """The table of "uk" or "ru" (models/patterns/<lang>/offices.toml)."""
    table: dict[str, Any] = read_toml(f"patterns/{lang}/offices.toml")
    return SlavicWords(lang=lang, **_heads(table), **_left(table), **_particles(table), **_right(table))


def _heads(table: dict[str, Any]) -> dict[str, Any]:
    """The heads themselves, singular and plural, and how they begin."""
    compound = {key: [word.replace(" ", r"\s") for word in words] for key, words in table["compound"].items()}
    single = {kind: [*compound[kind], *_inflected(table[kind], table["endings"])] for kind in KINDS}
    plural = {kind: _inflected(table[kind], table["plurals"]) for kind in KINDS}
    prefix = any_of(table["particles"]["prefixes"])
    every = "|".join(words for kind in KINDS for words in (*single[kind], *plural[kind]))
    only = "|".join(words for kind in KINDS for words in single[kind])
    strong, weak, bound = ("|".join([*single[kind], *plural[kind]]) for kind in KINDS)
    return {
        "heads": re.compile(rf"(?:{prefix}-?){{0,2}}(?P<head>{every}){_SUFFIX}(?![\w’'-])", re.IGNORECASE),
        "openings": _openings(table, compound),
        "strong": re.compile(
            rf"(?:{prefix}-?){{0,2}}(?:{strong}){_SUFFIX}|(?:{prefix}-?){{1,2}}(?:{weak})", re.IGNORECASE
        ),
        "bound": re.compile(rf"(?:{bound}){_SUFFIX}", re.IGNORECASE),
        "plural": re.compile(
            rf"(?!(?:{only})$)(?:{'|'.join(w for kind in KINDS for w in plural[kind])})", re.IGNORECASE
        ),
    }


def _left(table: dict[str, Any]) -> dict[str, Any]:
    """What may stand before a head, and the adjectives that may follow one."""
    modifiers, complements, particles = table["modifiers"], table["complements"], table["particles"]
    adjective = any_of(table["endings"]["adjective"])
    outside = f"(?!{any_of(modifiers['outside'])})"
    relational = rf"{outside}[\w’'-]*\w{any_of(modifiers['relational'])}"
    acting = rf"(?<!\w)(?:{any_of(modifiers['words'])}|{'|'.join(modifiers['patterns'])})"
    attribute = rf"(?:{any_of(modifiers['stems'])}|{relational}){adjective}"
    civil = rf"{any_of(complements['civil'])}{adjective}\s+{any_of(complements['civil_heads'])}\w*"
    ignoring = {
        "assembly": rf"(?<!\w){any_of(particles['assemblies'])}\w{{0,4}}\s+$",
        "before": rf"(?:{acting}|(?<![\w-]){attribute})$",
        "attribute": attribute,
        "relational": relational + adjective,
        "enumerated": rf"(?:,\s{relational}{adjective}){{1,3}}"
        rf"(?:\s{any_of(particles['and'])}\s{relational}{adjective}(?!\w)|(?=\s{any_of(complements['realms'])}))",
        "dioceses": any_of(complements["dioceses"]) + adjective,
        "ordinal": rf"(?<![\w-]){any_of(modifiers['ordinals'])}{adjective}$",
        "ordinal_heads": any_of(modifiers["ordinal_heads"]),
        "acting": any_of(modifiers["words"]),
        "unmeant": rf"(?<!\w)(?:{civil}|{any_of(complements['idioms'])})$",
        "service": rf"(?<!\w){any_of(complements['service'])}\s+$",
        "adjectival": "|".join(_inflected({"a": [*table["strong"]["a"], *table["weak"]["a"]]}, table["endings"])),
    }
    exact = {
        "into": rf"(?<!\w){any_of(particles['into'])}\s+$",
        "paired": rf"\s+{any_of(particles['and'])}$",
    }
    return _compiled(exact) | _compiled(ignoring, re.IGNORECASE)


def _particles(table: dict[str, Any]) -> dict[str, Any]:
    """The small words that join a complement, and how words of one end."""
    particles = table["particles"]
    exact = {
        "joint": rf"\s+{any_of(particles['and'])}\s+",
        "within": rf"\s+{any_of(particles['in'])}\s+",
        "named_after": rf"\s+{any_of(particles['named_after'])}\s+{_NAMESAKE}",
        "genitive": rf"[\w’'-]+{any_of(particles['genitive'])}",
        "figure": rf"\d+-{any_of(particles['figure'])}",
        "together": rf"\s+{any_of(particles['with'])}(?=\s)",
        "origins": rf"\s+{any_of(particles['from'])}\s+",
        "over": rf"\s+{any_of(particles['over'])}(?=\s)",
        "anaphors": rf"\s+{any_of(particles['anaphors'])}\b",
        "towards": rf"\s+{any_of(particles['towards'])}\s+",
    }
    return _compiled(exact)


def _right(table: dict[str, Any]) -> dict[str, Any]:
    """What may stand after a head, by the classes of heads."""
    complements = table["complements"]
    fields = any_of(complements["fields"]) if complements["fields"] else "(?!)"
    about = rf"(?=\s+(?:[\w’'-]+\s+){{0,2}}?{fields})"
    adjective = r"\s+(?:\w+(?:ого|ої|ой)\s+)?"
    special = {
        "links": rf"\s+(?:{any_of(complements['links'])}|{any_of(table['particles']['with'])}{about})(?=\s)",
        "realms": rf"\s+{any_of(complements['realms'])}\b",
        "elected": rf"\b{any_of(complements['elected'])}",
        "bodies": rf"\b{any_of(complements['bodies'])}",
        "some_body": rf"{adjective}{any_of([*complements['bodies'], *complements['elected']])}(?:у|а|ах|и|ї|і|ии|ы|я)?(?!\w)",
        "never": rf"{adjective}{any_of(complements['never'])}\b",
        "households": rf"{adjective}{any_of(complements['households'])}\b",
        "shortened": rf"{any_of(complements['shortened'])}\.",
        "titles": rf"{any_of(complements['titles'])}\.",
        "missions": rf"\b{any_of(complements['missions'])}",
        "exile": rf"\s+{any_of(complements['exile'])}\b",
        "departments": rf"\b{any_of(complements['departments'])}" if complements["departments"] else "(?!)",
        "no_field": rf"{any_of(complements['no_field'])}\w{{0,3}}\b",
        "courts": rf"\b{any_of(complements['courts'])}",
        "towns": rf"{any_of(complements['towns'])}\s*",
    }
    return _compiled({name: any_of(complements[name]) for name in _CLASSES} | special, re.IGNORECASE)


def _compiled(patterns: Mapping[str, str], flags: int = 0) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, flags) for name, pattern in patterns.items()}

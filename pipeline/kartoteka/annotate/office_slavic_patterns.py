"""The table of Ukrainian or Russian words that name posts, turned into patterns once a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kartoteka.annotate.office_words import any_of

#: Whom a body is named after: initials or a given name, and a surname.
_NAMESAKE = r"(?:[А-ЯІЇЄҐ]\.\s*){0,2}[А-ЯІЇЄҐ][\w’'-]+(?:\s[А-ЯІЇЄҐ][\w’'-]+)?"
#: How a word begins; a head is looked for only where one of the heads begins like that.
START = re.compile(r"(?<![\w’'-])[^\W\d_]{1,4}")
#: The classes of heads and nouns that the table names as they are.
_CLASSES = [
    "locative",
    "person",
    "deputies",
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
    "staff",
    "attributive",
    "instrumental",
    "governing",
    "sent",
    "classifiers",
    "ranks",
]
#: Which sittings of a body are meant: 5–8, VI—VII.
_SITTING = r"(?:\d[\d,–—-]{0,6}|[IVXІХ]{1,5}(?:\s?[,–—-]\s?[IVXІХ]{1,5})?)"
#: The tables of heads.
KINDS = ("strong", "weak", "bound")


def compiled(table: dict[str, Any]) -> dict[str, Any]:
    """Every pattern of a table (models/patterns/<lang>/offices.toml), by the name that `SlavicWords` has for it."""
    return _heads(table) | _left(table) | _particles(table) | _right(table)


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
    openings = {start[0] for word in words if (start := START.match(word))}
    openings |= {start[0] for patterns in compound.values() for word in patterns if (start := START.match(word))}
    prefixes = table["particles"]["prefixes"]
    written = [*prefixes, *(prefix + opening for prefix in prefixes for opening in openings)]
    openings |= {start[0] for word in written if (start := START.match(word))}
    return frozenset(opening.lower() for opening in openings)


def _heads(table: dict[str, Any]) -> dict[str, Any]:
    """The heads themselves, singular and plural, and how they begin."""
    compound = {key: [word.replace(" ", r"\s") for word in words] for key, words in table["compound"].items()}
    single = {kind: [*compound[kind], *_inflected(table[kind], table["endings"])] for kind in KINDS}
    plural = {kind: _inflected(table[kind], table["plurals"]) for kind in KINDS}
    prefix = any_of(table["particles"]["prefixes"])
    suffix = rf"(?:-{any_of(table['particles']['suffixes'])}\w{{0,4}})?"
    every = "|".join(words for kind in KINDS for words in (*single[kind], *plural[kind]))
    only = "|".join(words for kind in KINDS for words in single[kind])
    strong, weak, bound = ("|".join([*single[kind], *plural[kind]]) for kind in KINDS)
    return {
        "heads": re.compile(rf"(?:{prefix}-?){{0,2}}(?P<head>{every}){suffix}(?![\w’'-])", re.IGNORECASE),
        "openings": _openings(table, compound),
        "strong": re.compile(
            rf"(?:{prefix}-?){{0,2}}(?:{strong}){suffix}|(?:{prefix}-?){{1,2}}(?:{weak})", re.IGNORECASE
        ),
        "bound": re.compile(rf"(?:{bound}){suffix}", re.IGNORECASE),
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
        "ordinal": rf"(?<![\w-])(?:{any_of(modifiers['ordinals'])}{adjective}"
        rf"|\d{{1,2}}-{any_of(particles['figure'])})$",
        "ordinal_heads": any_of(modifiers["ordinal_heads"]),
        "acting": any_of(modifiers["words"]),
        "unmeant": rf"(?<!\w)(?:{civil}|{any_of(complements['idioms'])})$",
        "service": rf"(?<!\w){any_of(complements['service'])}\s+$",
        "adjectival": "|".join(
            word
            for endings in (table["endings"], table["plurals"])
            for word in _inflected({"a": [*table["strong"]["a"], *table["weak"]["a"]]}, endings)
        ),
    }
    exact = {
        "into": rf"(?<!\w){any_of(particles['into'])}\s+$",
        "paired": rf"\s+{any_of(particles['and'])}$",
    }
    return _patterns(exact) | _patterns(ignoring, re.IGNORECASE)


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
    return _patterns(exact)


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
        "some_body": rf"{adjective}{any_of([*complements['bodies'], *complements['elected']])}\w{{0,2}}(?!\w)",
        "never": rf"{adjective}{any_of(complements['never'])}\b",
        "households": rf"{adjective}{any_of(complements['households'])}\b",
        "shortened": rf"{any_of(complements['shortened'])}\.",
        "titles": rf"{any_of(complements['titles'])}\.",
        "missions": rf"\b{any_of(complements['missions'])}",
        "copulas": rf"\s+{any_of(complements['copulas'])}\s+",
        "convocation": rf"\s{_SITTING}(?:-?{any_of(table['particles']['figure'])})?"
        rf"\s{any_of(complements['convocations'])}\w{{1,4}}",
        "organs": rf"\s+(?:\w+(?:их|ых)\s+)?{any_of(complements['organs'])}\b",
        "exile": rf"\s+{any_of(complements['exile'])}\b",
        "departments": rf"\b{any_of(complements['departments'])}" if complements["departments"] else "(?!)",
        "no_field": rf"{any_of(complements['no_field'])}\w{{0,3}}\b",
        "courts": rf"\b{any_of(complements['courts'])}",
        "towns": rf"{any_of(complements['towns'])}\s*",
    }
    return _patterns({name: any_of(complements[name]) for name in _CLASSES} | special, re.IGNORECASE)


def _patterns(patterns: Mapping[str, str], flags: int = 0) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, flags) for name, pattern in patterns.items()}

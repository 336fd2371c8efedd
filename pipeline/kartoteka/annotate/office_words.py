"""The words that name posts, as data: read once a language and turned into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.annotate.phrases import tokens
from kartoteka.resources import read_toml

APOSTROPHE = "['’ʼ]"
#: Whom a body is named after: initials or a given name, and a surname.
_NAMESAKE = r"(?:[А-ЯІЇЄҐ]\.\s*){0,2}[А-ЯІЇЄҐ][\w’'-]+(?:\s[А-ЯІЇЄҐ][\w’'-]+)?"


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """English heads and the words around them, lower-case; patterns match one phrase without its surroundings.

    `openings` are the first words of the heads, as far as an apostrophe.
    """

    heads: re.Pattern[str]
    openings: frozenset[str]
    strong: frozenset[str]
    bound: frozenset[str]
    plurals: frozenset[str]
    membership: frozenset[str]
    elected: re.Pattern[str]
    modifiers: frozenset[str]
    opening: re.Pattern[str]
    stops: frozenset[str]
    participles: frozenset[str]
    not_of: re.Pattern[str]
    ranks: re.Pattern[str]
    to_heads: frozenset[str]
    links: re.Pattern[str]
    local: frozenset[str]
    national: re.Pattern[str]
    verb_after: re.Pattern[str]
    verb_before: re.Pattern[str]
    periods: re.Pattern[str]
    served: frozenset[str]
    borne: frozenset[str]
    portfolios: frozenset[str]
    portfolio_heads: frozenset[str]
    ordinals: frozenset[str]
    ordinal_heads: re.Pattern[str]
    bodies: frozenset[str]
    some_body: re.Pattern[str]
    served_as: re.Pattern[str]
    places: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class SlavicWords:
    """Ukrainian or Russian heads as patterns over all their cases, and what may stand before and after them."""

    lang: str
    heads: re.Pattern[str]
    strong: re.Pattern[str]
    before: re.Pattern[str]
    ordinal: re.Pattern[str]
    ordinal_heads: re.Pattern[str]
    locative: re.Pattern[str]
    person: re.Pattern[str]
    links: re.Pattern[str]
    membership: re.Pattern[str]
    elected: re.Pattern[str]
    rulers: re.Pattern[str]
    never: re.Pattern[str]
    acting: re.Pattern[str]
    joint: re.Pattern[str]
    within: re.Pattern[str]
    named_after: re.Pattern[str]
    genitive: re.Pattern[str]
    figure: re.Pattern[str]
    companions: re.Pattern[str]
    together: re.Pattern[str]
    paired: re.Pattern[str]
    adjectival: re.Pattern[str]
    instrumental: re.Pattern[str]
    governing: re.Pattern[str]
    sent: re.Pattern[str]
    origins: re.Pattern[str]
    shortened: re.Pattern[str]
    titles: re.Pattern[str]
    classifiers: re.Pattern[str]
    ranks: re.Pattern[str]
    leading: re.Pattern[str]
    service: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first, any apostrophe standing for each of them."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace("'", APOSTROPHE) for word in ordered) + ")"


def lowered(text: str) -> str:
    """The text as the tables spell it: lower-case, straight apostrophes, single spaces."""
    return re.sub(r"\s+", " ", re.sub(APOSTROPHE, "'", text)).lower()


@cache
def english() -> EnglishWords:
    """The English table (models/patterns/en/offices.toml)."""
    table = read_toml("patterns/en/offices.toml")
    heads = [*table["strong"], *table["weak"], *table["plurals"]]
    return EnglishWords(
        heads=re.compile(rf"(?<![\w’'-]){any_of(heads)}(?:-(?:elect|designate))?(?![\w-])", re.IGNORECASE),
        openings=frozenset(tokens(head)[0].lower.partition("'")[0] for head in heads),
        strong=frozenset(table["strong"]),
        bound=frozenset(table["bound"]),
        plurals=frozenset(table["plurals"]),
        membership=frozenset(table["membership"]),
        elected=re.compile(rf"\b{any_of(table['elected'])}", re.IGNORECASE),
        modifiers=frozenset(table["modifiers"]),
        opening=re.compile(rf"(?:{any_of(table['modifiers'])}\s+)*", re.IGNORECASE),
        stops=frozenset(table["stops"]),
        participles=frozenset(table["participles"]),
        not_of=re.compile(
            rf"\s+of\s+(?:{any_of(table['determiners'])}\s+)?{any_of(table['not_of'])}\b", re.IGNORECASE
        ),
        ranks=re.compile(rf",?\s+{any_of(table['ranks'])}\b", re.IGNORECASE),
        to_heads=frozenset(table["to_heads"]),
        links=re.compile(rf"\s+({any_of([*table['links'], *table['local']])})\s+(?:the\s+)?"),
        local=frozenset(table["local"]),
        national=re.compile(rf"{any_of(table['national'])}$"),
        verb_after=re.compile(rf"\b{any_of(table['verb_after'])}\s+$"),
        verb_before=re.compile(rf"\s+{any_of(table['verb_before'])}\b"),
        periods=re.compile(rf"{any_of(table['periods'])}\b"),
        served=frozenset(table["served"]),
        borne=frozenset(table["borne"]),
        portfolios=frozenset(table["portfolios"]),
        portfolio_heads=frozenset(table["portfolio_heads"]),
        ordinals=frozenset(table["ordinals"]),
        ordinal_heads=re.compile(rf"\s+{any_of(table['ordinal_heads'])}\b", re.IGNORECASE),
        bodies=frozenset(table["bodies"]),
        some_body=re.compile(rf"(?:[a-z][\w’'-]*\s){{0,3}}?{any_of(table['bodies'])}\b"),
        served_as=re.compile(rf"\b{any_of(table['served_as'])}\s+(?:an?\s+|the\s+|(?:its|his|her)\s+)?$", re.IGNORECASE),
        places=re.compile(rf"\s+at\s+(?:an?\s+|the\s+)?(?=[A-Z]|(?:[a-z][\w’'-]*\s){{0,3}}?{any_of(table['bodies'])}\b)"),
    )


def _inflected(table: Mapping[str, list[str]], endings: Mapping[str, list[str]]) -> list[str]:
    """Every stem of a table with the endings of its declension, as patterns."""
    return [f"{any_of(stems)}{any_of(endings[kind])}" for kind, stems in table.items() if stems]


@cache
def slavic(lang: str) -> SlavicWords:
    """The table of "uk" or "ru" (models/patterns/<lang>/offices.toml)."""
    table: dict[str, Any] = read_toml(f"patterns/{lang}/offices.toml")
    compound = {key: [word.replace(" ", r"\s") for word in words] for key, words in table["compound"].items()}
    strong = [*compound["strong"], *_inflected(table["strong"], table["endings"])]
    weak = [*compound["weak"], *_inflected(table["weak"], table["endings"])]
    modifiers, complements, particles = table["modifiers"], table["complements"], table["particles"]
    former = f"(?:{any_of(particles['former'])}-)?"
    adjective = any_of(e for e in table["endings"]["adjective"])
    outside = f"(?!{any_of(modifiers['outside'])})"
    relational = rf"{outside}[\w’'-]*\w{any_of(modifiers['relational'])}"
    acting = rf"(?<!\w)(?:{any_of(modifiers['words'])}|{'|'.join(modifiers['patterns'])})"
    before = rf"(?:{acting}|(?<![\w-])(?:{any_of(modifiers['stems'])}|{relational}){adjective})"
    return SlavicWords(
        lang=lang,
        heads=re.compile(rf"(?<![\w’'-]){former}(?:{'|'.join(weak + strong)})(?![\w’'-])", re.IGNORECASE),
        strong=re.compile(rf"{former}(?:{'|'.join(strong)})", re.IGNORECASE),
        before=re.compile(rf"(?:{before})$", re.IGNORECASE),
        ordinal=re.compile(rf"(?<![\w-]){any_of(modifiers['ordinals'])}{adjective}$", re.IGNORECASE),
        ordinal_heads=re.compile(any_of(modifiers["ordinal_heads"]), re.IGNORECASE),
        locative=re.compile(any_of(complements["locative"]), re.IGNORECASE),
        person=re.compile(any_of(complements["person"]), re.IGNORECASE),
        links=re.compile(rf"\s+{any_of(complements['links'])}(?=\s)", re.IGNORECASE),
        membership=re.compile(any_of(complements["membership"]), re.IGNORECASE),
        elected=re.compile(rf"\b{any_of(complements['elected'])}", re.IGNORECASE),
        acting=re.compile(any_of(modifiers["words"]), re.IGNORECASE),
        rulers=re.compile(any_of(complements["rulers"]), re.IGNORECASE),
        never=re.compile(rf"\s+(?:\w+(?:ого|ої|ой)\s+)?{any_of(complements['never'])}\b", re.IGNORECASE),
        joint=re.compile(rf"\s+{any_of(particles['and'])}\s+"),
        within=re.compile(rf"\s+{any_of(particles['in'])}\s+"),
        named_after=re.compile(rf"\s+{any_of(particles['named_after'])}\s+{_NAMESAKE}"),
        genitive=re.compile(rf"[\w’'-]+{any_of(particles['genitive'])}"),
        figure=re.compile(rf"\d+-{any_of(particles['figure'])}"),
        companions=re.compile(any_of(complements["companions"]), re.IGNORECASE),
        together=re.compile(rf"\s+{any_of(particles['with'])}(?=\s)"),
        paired=re.compile(rf"\s+{any_of(particles['and'])}$"),
        adjectival=re.compile(rf"{any_of(table['strong']['a'])}{any_of(table['endings']['a'])}", re.IGNORECASE),
        instrumental=re.compile(any_of(complements["instrumental"]), re.IGNORECASE),
        governing=re.compile(any_of(complements["governing"]), re.IGNORECASE),
        sent=re.compile(any_of(complements["sent"]), re.IGNORECASE),
        origins=re.compile(rf"\s+{any_of(particles['from'])}\s+"),
        shortened=re.compile(rf"{any_of(complements['shortened'])}\.", re.IGNORECASE),
        titles=re.compile(rf"{any_of(complements['titles'])}\.", re.IGNORECASE),
        leading=re.compile(any_of(complements["leading"]), re.IGNORECASE),
        service=re.compile(rf"(?<!\w){any_of(complements['service'])}\s+$", re.IGNORECASE),
        ranks=re.compile(any_of(complements["ranks"]), re.IGNORECASE),
        classifiers=re.compile(any_of(complements["classifiers"]), re.IGNORECASE),
    )

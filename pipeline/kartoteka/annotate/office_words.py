"""The words that name posts, as data: read once a language and turned into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kartoteka.annotate.phrases import tokens
from kartoteka.resources import read_toml

APOSTROPHE = "['’ʼ]"


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
    described: frozenset[str]
    kinds: frozenset[str]
    clergy: frozenset[str]
    officers: frozenset[str]
    callings: frozenset[str]
    ranked: frozenset[str]
    ranking: frozenset[str]
    degrees: frozenset[str]
    seats: re.Pattern[str]
    personal: re.Pattern[str]
    army_ranks: re.Pattern[str]
    closings: re.Pattern[str]
    prefixes: re.Pattern[str]
    from_heads: frozenset[str]
    deputies: re.Pattern[str]


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
        heads=re.compile(
            rf"(?<![\w’'-])(?:{any_of(table['prefixes'])}-)?{any_of(heads)}(?:-(?:elect|designate))?(?![\w-])",
            re.IGNORECASE,
        ),
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
        served_as=re.compile(
            rf"\b{any_of(table['served_as'])}\s+(?:an?\s+|the\s+|(?:its|his|her)\s+)?{any_of(table['ordinals'])}?\s*$",
            re.IGNORECASE,
        ),
        places=re.compile(
            rf"\s+at\s+(?:an?\s+|the\s+)?(?=[A-Z]|(?:[a-z][\w’'-]*\s){{0,3}}?{any_of(table['bodies'])}\b)"
        ),
        described=frozenset(table["described"]),
        kinds=frozenset(table["kinds"]),
        clergy=frozenset(table["clergy"]),
        officers=frozenset(table["officers"]),
        callings=frozenset(table["callings"]),
        ranked=frozenset(table["ranked"]),
        ranking=frozenset(table["modifiers"]) - frozenset(table["loose"]),
        degrees=frozenset(table["degrees"]),
        personal=re.compile(rf"(?:[\w-]+\s){{0,3}}{any_of(table['personal'])}\b"),
        seats=re.compile(rf"(?:\w+\s)?{any_of(table['seats'])}\b", re.IGNORECASE),
        army_ranks=re.compile(rf"[\s-]{any_of(table['army_ranks'])}\b", re.IGNORECASE),
        closings=re.compile(rf"\s{any_of(table['closings'])}\b"),
        prefixes=re.compile(rf"{any_of(table['prefixes'])}-"),
        from_heads=frozenset(table["from_heads"]),
        deputies=re.compile(
            rf"(?:\s{any_of([*table['modifiers'], *table['portfolios']])}){{1,3}}\s(?={any_of(heads)}\b)",
            re.IGNORECASE,
        ),
    )

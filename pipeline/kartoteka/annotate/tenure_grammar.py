"""The constructions that say who held a post, as patterns (models/patterns/<lang>/tenures.toml), read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.annotate.office_words import any_of
from kartoteka.resources import read_toml

_FLAGS = re.IGNORECASE
#: After a body: no noun of which it is the attribute, only such words as open another phrase.
_END = (
    r"(?! (?!(?:in|at|of|for|from|until|till|during|and|or|on|to|with|as|after|before|under|between|when|while|by"
    r"|since|but|who|which|that|there|again|through|throughout|twice|then|alone|against)\b)(?-i:[a-z]))"
)


@dataclass(frozen=True, slots=True)
class Construction:
    """One pattern: its name, what it says (start, state, end, retain), the case or words that go with it.

    `holder` is "object" where the verb makes its object hold the post; a `weak` one
    counts only where there is no other; `more` matches a further body of the list.
    """

    name: str
    role: str
    pattern: re.Pattern[str]
    case: str = ""
    office: str = ""
    holder: str = ""
    weak: bool = False
    more: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """All constructions of a language. Patterns that end in `$` look at what stands before a post."""

    lang: str
    triggers: tuple[Construction, ...]
    verbs: tuple[Construction, ...]
    passives: tuple[Construction, ...]
    successions: tuple[Construction, ...]
    apposition: re.Pattern[str]
    title: re.Pattern[str]
    described: re.Pattern[str]
    coordination: re.Pattern[str]
    later: re.Pattern[str]
    pronouns: re.Pattern[str]
    objects: re.Pattern[str]
    oblique: re.Pattern[str]
    joined: re.Pattern[str]
    predecessor: re.Pattern[str]
    companion: re.Pattern[str]
    elliptic: re.Pattern[str]
    members: re.Pattern[str]
    ranks: re.Pattern[str]
    dates: dict[str, re.Pattern[str]]
    modality: dict[str, re.Pattern[str]]


def _filled(pattern: str, article: str = "") -> str:
    """A pattern with its abbreviations written out."""
    pattern = pattern.replace("{ART}", article).replace("{END}", _END)
    for letter in "POBGD":
        pattern = pattern.replace(f"{{{letter}}}", rf"‹{letter}\d+›")
    return pattern.replace("{GAP}", r"(?:[^‹;:.]|‹[DGBP]\d+›){0,90}?")


def _compiled(pattern: str, article: str = "") -> re.Pattern[str]:
    return re.compile(_filled(pattern, article), _FLAGS)


def _constructions(rows: list[dict[str, str]], key: str, article: str = "") -> tuple[Construction, ...]:
    return tuple(
        Construction(
            row["name"],
            row["role"],
            _compiled(row[key], article),
            row.get("case", ""),
            row.get("office", ""),
            row.get("holder", ""),
            "weak" in row,
            _compiled(row["more"]) if "more" in row else None,
        )
        for row in rows
    )


@cache
def grammar(lang: str) -> Grammar:
    """The constructions of "en", "uk" or "ru". Raises FileNotFoundError for another language."""
    table: dict[str, Any] = read_toml(f"patterns/{lang}/tenures.toml")
    article, apposed, titles = table["article"], table["apposition"], table["titles"]
    return Grammar(
        lang=lang,
        triggers=_constructions(table["trigger"], "left", article),
        verbs=_constructions(table["verb"], "body"),
        passives=_constructions(table["passive"], "body"),
        successions=_constructions(table["succession"], "pattern"),
        apposition=_compiled(
            rf"(?P<holder>{{P}})[\])]?(?: ?\([^()]{{0,80}}\))?(?:,| —| –| - ?|,? \() ?{apposed}{article}{apposed}$"
        ),
        title=_compiled(
            rf"^(?: \({{B}}\)| \({{G}}\))?{table['belonging']}[\])]? {titles}[\[(\"“«]*(?P<holder>{{P}})"
        ),
        described=_compiled(rf"^[\])]?, {titles}[\[(\"“«]*(?P<holder>{{P}})"),
        coordination=_compiled(rf"^(?: \([^()]*\))?{table['coordination']}$"),
        later=_compiled(rf"^(?: \([^()]*\))?{table['later_coordination']}$"),
        pronouns=re.compile(rf"\b{any_of(table['subject_pronouns'])}\b", _FLAGS),
        objects=re.compile(rf"\b{any_of(table['object_pronouns'])}\b", _FLAGS),
        oblique=re.compile(
            rf"(?:^|\W){any_of(table['oblique'])}(?: the| a)? (?:{{titles}})?$".replace("{titles}", titles), _FLAGS
        ),
        joined=_compiled(
            rf"(?P<first>{{P}}|\bhe\b|\bshe\b|\bвін\b|\bвона\b|\bон\b|\bона\b) (?:{table['conjunctions']}) $"
        ),
        predecessor=_compiled(table["after"]["predecessor"]),
        companion=_compiled(table["companions"]),
        elliptic=_compiled(table["elliptic"]),
        members=_compiled(table["members"]),
        ranks=_compiled(table["ranks"]),
        dates={
            key: _compiled(pattern + ("$" if key in ("from", "until", "after") else ""))
            for key, pattern in table["dates"].items()
        },
        modality={key: _compiled(pattern) for key, pattern in table["modality"].items()},
    )

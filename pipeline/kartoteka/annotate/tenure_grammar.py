"""The constructions that say who held a post, as patterns (models/patterns/<lang>/tenures.toml), read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from kartoteka.annotate.office_words import any_of
from kartoteka.annotate.tenure_gates import Gate, Letters, gate, is_open
from kartoteka.resources import read_toml

_FLAGS = re.IGNORECASE
#: After a body: no noun of which it is the attribute, only such words as open another phrase.
_END = (
    r"(?!['’])"
    r"(?! (?!(?:in|at|of|for|from|until|till|during|and|or|on|to|with|as|after|before|under|between|when|while|by"
    r"|since|but|who|which|that|there|again|through|throughout|twice|then|only|alone|against)\b)(?-i:[a-z]))"
)
#: Up to ninety characters and marks, but no post except that of a person named there.
_GAP = (
    r"(?:[^‹;:.]|‹[DGBP]\d+›|(?<=‹P\d›, )‹O\d+›(?=, )|(?<=‹P\d\d›, )‹O\d+›(?=, )|(?<= не )‹O\d+›(?=, а )"
    r"|‹O\d+›(?= ‹P\d+›)){0,90}?"
)
#: When and where, between a post and its verb or between the verb and its subject; no comma, nobody else.
_CIRCUMSTANCE = r"(?:(?:[^‹;:.,()]{0,40}‹[DGB]\d+›){0,3}[^‹;:.,()]{0,30}?)"
_ABBREVIATION = re.compile(r"\{([A-Z]{2,})\}")
#: The constructions' names in `Grammar`, in the files, and the key of their pattern there.
_KINDS = {
    "triggers": ("trigger", "left"),
    "inverted": ("inverted", "right"),
    "verbs": ("verb", "body"),
    "clauses": ("clause", "body"),
    "passives": ("passive", "body"),
    "successions": ("succession", "pattern"),
    "deputies": ("deputy", "pattern"),
    "actings": ("acting", "pattern"),
    "vacancies": ("vacancy", "pattern"),
    "forerunners": ("forerunner", "pattern"),
    "references": ("reference", "pattern"),
    "endings": ("ending", "pattern"),
    "denials": ("denial", "pattern"),
    "appointments": ("appointment", "pattern"),
    "appointers": ("appointed_by", "pattern"),
    "confirmations": ("confirmation", "pattern"),
}


@dataclass(frozen=True, slots=True)
class Construction:
    """One pattern: its name, what it says (start, state, end, retain), the case or words that go with it.

    `holder` is "object" where the verb makes its object hold the post; a `weak` one
    counts only where there is no other; `more` matches a further body of the list; `before` is what must stand
    before the post where the pattern is of what follows it; `only` are the posts that it gives, of all that it
    names; `seats` are bodies that have members. `gate` are the letters of which a sentence must
    hold one for the pattern to match.
    """

    name: str
    role: str
    pattern: re.Pattern[str]
    case: str = ""
    office: str = ""
    holder: str = ""
    weak: bool = False
    more: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    seats: re.Pattern[str] | None = None
    only: re.Pattern[str] | None = None
    gate: Gate = frozenset()


@dataclass(frozen=True, slots=True)
class Grammar:
    """All constructions of a language. Patterns that end in `$` look at what stands before a post.

    `triggers` stand before the post, `inverted` ones behind it; `verbs` and `clauses` tell of a body's head, in
    the order subject, verb, body and in the other one, `passives` in a participle; `successions`, `deputies`,
    `actings` (who stood in), `vacancies` (who got "the post"), `forerunners` (predecessors), `references`, `endings`
    and `denials` (who never took it up) speak of a post that was named before. A `weak` succession does not tell
    that the one before left at its date. `appointments` name who gave a post beside the verb that says so,
    `appointers` behind the post, `confirmations` who confirmed somebody in one that was named before.
    """

    lang: str
    triggers: tuple[Construction, ...]
    inverted: tuple[Construction, ...]
    verbs: tuple[Construction, ...]
    clauses: tuple[Construction, ...]
    passives: tuple[Construction, ...]
    successions: tuple[Construction, ...]
    deputies: tuple[Construction, ...]
    actings: tuple[Construction, ...]
    vacancies: tuple[Construction, ...]
    forerunners: tuple[Construction, ...]
    references: tuple[Construction, ...]
    endings: tuple[Construction, ...]
    denials: tuple[Construction, ...]
    appointments: tuple[Construction, ...]
    appointers: tuple[Construction, ...]
    confirmations: tuple[Construction, ...]
    apposition: re.Pattern[str]
    title: re.Pattern[str]
    described: re.Pattern[str]
    beside: re.Pattern[str]
    coordination: re.Pattern[str]
    dated: re.Pattern[str]
    later: re.Pattern[str]
    pronouns: re.Pattern[str]
    objects: re.Pattern[str]
    strangers: re.Pattern[str]
    oblique: re.Pattern[str]
    joined: re.Pattern[str]
    predecessor: re.Pattern[str]
    companion: re.Pattern[str]
    elliptic: re.Pattern[str]
    members: re.Pattern[str]
    ranks: re.Pattern[str]
    titles: str
    dates: dict[str, re.Pattern[str]]
    modality: dict[str, re.Pattern[str]]
    lines: dict[str, re.Pattern[str]]

    def within(self, text: str) -> Grammar:
        """The constructions that can match in a text; all that is found with them is found with these."""
        return _narrowed(self.lang, _letters(self.lang).within(text.lower()))


@cache
def _letters(lang: str) -> Letters:
    """All the letters that constructions of a language need."""
    return Letters(letters for kind in _KINDS for c in getattr(grammar(lang), kind) for letters in c.gate)


@lru_cache(maxsize=4096)
def _narrowed(lang: str, present: frozenset[str]) -> Grammar:
    """The grammar of a text that holds these letters."""
    whole = grammar(lang)
    fitting: dict[str, Any] = {
        kind: tuple(c for c in getattr(whole, kind) if is_open(c.gate, present)) for kind in _KINDS
    }
    return replace(whole, **fitting)


def matches(constructions: Iterable[Construction], text: str) -> Iterator[tuple[Construction, re.Match[str]]]:
    """Every construction with each of its matches in a text, construction by construction."""
    for construction in constructions:
        for match in construction.pattern.finditer(text):
            yield construction, match


def _filled(pattern: str, words: dict[str, str]) -> str:
    """A pattern with its abbreviations written out: those of its language, which may hold others, and those of all."""
    meanings = {**words, "GAP": _GAP, "CIRC": _CIRCUMSTANCE, "END": _END}
    before = ""
    while before != pattern:
        before = pattern
        pattern = _ABBREVIATION.sub(lambda found: meanings.get(found[1], found[0]), pattern)
    return re.sub(r"\{([POBGD])\}", r"‹\1\\d+›", pattern)


def _constructions(table: dict[str, Any], kind: str, key: str, words: dict[str, str]) -> tuple[Construction, ...]:
    """The rows of one kind; `key` is the field that holds their pattern."""

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(_filled(pattern, words), _FLAGS)

    def construction(row: dict[str, Any]) -> Construction:
        pattern = compiled(row[key])
        return Construction(
            row["name"],
            row.get("role", ""),
            pattern,
            row.get("case", ""),
            row.get("office", ""),
            row.get("holder", ""),
            "weak" in row,
            compiled(row["more"]) if "more" in row else None,
            compiled(row["left"]) if "left" in row and key != "left" else None,
            compiled(row["seats"]) if "seats" in row else None,
            compiled(row["only"]) if "only" in row else None,
            gate(pattern),
        )

    return tuple(construction(row) for row in table.get(kind, []))


@cache
def grammar(lang: str) -> Grammar:
    """The constructions of "en", "uk" or "ru". Raises FileNotFoundError for another language."""
    table: dict[str, Any] = read_toml(f"patterns/{lang}/tenures.toml")
    article, apposed, titles = table["article"], table["apposition"], table["titles"]
    beside = table.get("beside", "")
    words = {"ART": article, "TITLES": titles, **table["abbreviations"]}

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(_filled(pattern, words), _FLAGS)

    return Grammar(
        lang=lang,
        **{kind: _constructions(table, row, key, words) for kind, (row, key) in _KINDS.items()},
        apposition=compiled(
            r"(?P<holder>{P})[\])]?(?: ?\([^()]{0,80}\))?"
            rf"(?:{table['apposed_by']}) ?{apposed}{article}{apposed}$"
        ),
        title=compiled(
            rf"^(?: \({{B}}\)| \({{G}}\)| \([^()‹]{{0,9}}{{D}}\)|{table.get('served', '(?!)')})?"
            rf"{table['belonging']}[\])]? {titles}[\[(\"“«]*(?P<holder>{{P}})"
        ),
        described=compiled(rf"^[\])]?, {titles}[\[(\"“«]*(?P<holder>{{P}})"),
        beside=compiled(beside),
        coordination=compiled(rf"^{beside}(?: \([^()]*\))?{table['coordination']}$"),
        dated=compiled(rf"^{beside}(?P<dates>{table['dated_by']}){table['coordination']}$"),
        later=compiled(rf"^{beside}(?: \([^()]*\))?(?P<dates>{table['dated_by']})?{table['later_coordination']}$"),
        pronouns=compiled(rf"\b{any_of(table['subject_pronouns'])}\b"),
        objects=compiled(rf"\b{any_of(table['object_pronouns'])}\b"),
        strangers=compiled(rf"\b{any_of(table['strangers'])}\b" if "strangers" in table else "(?!)"),
        oblique=compiled(rf"(?:^|\W){any_of(table['oblique'])}(?: the| a)? (?:{{O}} )?(?:{titles})?$"),
        joined=compiled(
            rf"(?P<first>{{P}}|\bhe\b|\bshe\b|\bвін\b|\bвона\b|\bон\b|\bона\b) (?:{table['conjunctions']}) $"
        ),
        predecessor=compiled(table["after"]["predecessor"]),
        companion=compiled(table["companions"]),
        elliptic=compiled(table["elliptic"]),
        members=compiled(table["members"]),
        ranks=compiled(table["ranks"]),
        titles=titles,
        dates={
            key: compiled(pattern + ("$" if key in ("from", "until", "after", "by") else ""))
            for key, pattern in table["dates"].items()
        },
        modality={key: compiled(pattern) for key, pattern in table["modality"].items()},
        lines={key: compiled(pattern) for key, pattern in table.get("lines", {}).items()},
    )

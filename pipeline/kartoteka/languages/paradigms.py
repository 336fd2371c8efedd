"""How surnames and given names decline that no dictionary knows: their case endings, read backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kartoteka.languages.morphology import INFLECTED
from kartoteka.resources import read_tsv

CASES = ("nomn", "gent", "accs", "datv", "ablt", "loct", "voct")
_PLURAL = ("nomn", "gent", "datv", "ablt", "loct")
Endings = tuple[tuple[str, tuple[str, ...]], ...]
#: A given name of the table weighs more than one that only a dictionary has.
GIVEN = 3.5


@dataclass(frozen=True, slots=True)
class Form:
    """A word read in one case and gender ("" fits both), its nominative, and how likely the reading is.

    `plural` is the nominative of the plural where the word stands in the plural, "" else; `surname` says that such
    a word is no given name.
    """

    nominative: str
    case: str
    gender: str
    weight: float
    plural: str = ""
    surname: bool = False


@dataclass(frozen=True, slots=True)
class _Paradigm:
    """One declension: what stands before the ending, and by ending the cases, those of the plural apart."""

    surname: bool
    gender: str
    after: re.Pattern[str]
    nominative: str
    plural_nominative: str
    weight: float
    singular: Endings
    plural: Endings

    def stem(self, word: str, ending: str) -> str | None:
        """The word without an ending of this declension; None where it does not decline so."""
        if not word.endswith(ending):
            return None
        stem = word[: len(word) - len(ending)]
        return stem if len(stem) > 1 and self.after.search(stem) else None


def by_ending(word: str, lang: str) -> Iterator[Form]:
    """Every reading that the endings of a lower-case word allow; a given name of the table weighs most.

    Raises ValueError for another language than uk and ru. Source: `models/gazetteers/surname_cases.tsv`.
    """
    for paradigm in _paradigms(lang):
        for ending, cases in paradigm.singular:
            if (stem := paradigm.stem(word, ending)) is not None:
                nominative = stem + paradigm.nominative
                weight = _weight(nominative, paradigm)
                yield from (Form(nominative, c, paradigm.gender, weight, "", paradigm.surname) for c in cases)
        for ending, cases in paradigm.plural:
            if (stem := paradigm.stem(word, ending)) is not None:
                one, many = stem + paradigm.nominative, stem + paradigm.plural_nominative
                yield from (Form(one, c, paradigm.gender, paradigm.weight, many, True) for c in cases)


def given_genders(word: str) -> str:
    """Who bears a Cyrillic given name of the table, in lower case and the nominative: "m", "f", "mf", else ""."""
    return _given().get(word, "")


def _weight(nominative: str, paradigm: _Paradigm) -> float:
    genders = given_genders(nominative)
    known = not paradigm.gender or paradigm.gender in genders
    if genders and known and paradigm.weight > 0 and not paradigm.surname:
        # «Михайла» is rather Михайло in the genitive than the rarer form of the name.
        return GIVEN - 0.5 if genders == "m" and given_genders(nominative[:-1] + "о") else GIVEN
    return paradigm.weight


@cache
def _given() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in read_tsv("gazetteers/given_names.tsv"):
        for spelling in row["cyrillic"].lower().split():
            found[spelling] = "".join(sorted({*found.get(spelling, ""), row["gender"]}))
    return found


@cache
def _paradigms(lang: str) -> tuple[_Paradigm, ...]:
    if lang not in INFLECTED:
        raise ValueError(f"no inflection for {lang!r}. Known: {', '.join(INFLECTED)}.")
    rows = [row for row in read_tsv("gazetteers/surname_cases.tsv") if row["lang"] == lang]
    men = next(row["after"] for row in rows if row["kind"] == "men")
    return tuple(_paradigm(row, men) for row in rows if row["kind"] != "men")


def _paradigm(row: dict[str, str], men: str) -> _Paradigm:
    after = row["after"].replace("<men>", men).replace("<other>", f"^(?!.*{men}$).*")
    nominative = row["nominative"].strip("-")
    singular = {"nomn": nominative or "-", **{case: row[case] for case in CASES[1:]}}
    plural = dict(zip(_PLURAL, row["plural"].split(";"), strict=True)) if row["plural"] != "." else {}
    return _Paradigm(
        surname=row["kind"] == "s",
        gender=row["gender"],
        after=re.compile(f"(?:{after})$"),
        nominative=nominative,
        plural_nominative=plural.get("nomn", "").split(" ")[0],
        weight=float(row["weight"]),
        singular=_by_case_ending(singular, nominative),
        plural=_by_case_ending(plural, nominative),
    )


def _by_case_ending(cells: dict[str, str], nominative: str) -> Endings:
    """The cases by their endings, of cells such as "у ові", "-" (no ending), "=" (the nominative), "." (none)."""
    found: dict[str, list[str]] = {}
    for case, cell in cells.items():
        for ending in cell.split():
            if ending != ".":
                found.setdefault({"=": nominative, "-": ""}.get(ending, ending), []).append(case)
    return tuple((ending, tuple(dict.fromkeys(cases))) for ending, cases in found.items())

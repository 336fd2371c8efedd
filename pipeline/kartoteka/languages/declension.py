"""Take Ukrainian and Russian personal names back to the nominative, all their words in one case and gender."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kartoteka.languages.name_forms import forms_of, shared
from kartoteka.languages.paradigms import CASES, Form

#: A word of a name that declines: three letters and more, and no abbreviation (Дж., Вас.).
_WORD = re.compile(
    r"(?<![\w.'’ʼ])[\u0400-\u04ff][\u0400-\u04ff'’ʼ]{2,}(?![\w.])|(?<=\.)[\u0400-\u04ff'’ʼ]{3,}(?![\w.])"
)
#: Lower-case words decline only as «Буша-младшего».
_GENERATION = re.compile(r"(?:старш|младш|молодш)")
#: How often a man's and a woman's name stand in each case in running text, next to what the words weigh.
_CASE = {
    "m": {"nomn": 0.35, "gent": 0.3, "accs": 0.25, "ablt": 0.2, "datv": 0.15, "loct": -0.1, "voct": -0.5},
    "f": {"nomn": 0.35, "gent": 0.2, "accs": 0.1, "ablt": 0.15, "datv": 0.05, "loct": -0.15, "voct": -0.5},
}
#: Without a known given name a man's genitive goes before a woman's nominative.
_MAN = 0.2
#: A word that is no given name at the head of a name, and one in -а that no table knows as one.
_NO_GIVEN, _UNKNOWN_GIVEN = -0.8, -0.2
_SURE_GIVEN = 2.2
_PLURAL = -0.9
_MISSING = -3.0
#: The first half of a double surname stays as it is.
_STAYS = -0.3
#: Readings that weigh less than the best by no more than this are as good.
AS_GOOD = 0.6


@dataclass(frozen=True, slots=True)
class NameReading:
    """A whole name read in one case: its nominative, the case, "m" or "f", whether it names several persons."""

    name: str
    case: str
    gender: str
    plural: bool
    weight: float


def decline(name: str, lang: str) -> str:
    """The nominative of a Ukrainian ("uk") or Russian ("ru") personal name in any case.

    The words agree in case and gender; words of fewer than three letters, initials, Latin words and lower-case
    particles stay. Only endings change. Raises ValueError for another language.
    """
    found = name_readings(name, lang)
    return found[0].name if found else name


def possible_nominatives(name: str, lang: str, cases: Collection[str] = CASES) -> tuple[str, ...]:
    """The nominatives that a name may have in these cases, the likeliest first, as good ones only.

    More than one says that the form alone does not tell: «Валерия Петрова» is a woman, or a man in the genitive.
    Empty where no word declines or none of the cases is possible. Raises ValueError for another language.
    """
    found = [reading for reading in name_readings(name, lang) if reading.case in cases]
    if not found:
        return ()
    return tuple(dict.fromkeys(r.name for r in found if r.weight >= found[0].weight - AS_GOOD))


@lru_cache(maxsize=100_000)
def name_readings(name: str, lang: str) -> tuple[NameReading, ...]:
    """A name in every case that its words can share, the likeliest first; empty where no word declines."""
    places = [place for place in _WORD.finditer(name) if _declines(name, place)]
    if not places:
        return ()
    options = [_by_case(forms_of(place.group().lower(), lang)) for place in places]
    halves = [name[place.end() : place.end() + 1] == "-" for place in places]
    found = [
        NameReading(_written(name, places, chosen, plural=plural), case, gender, plural, weight)
        for case, gender, plural, chosen, weight in _agreeing(options, halves)
    ]
    return tuple(sorted(found, key=lambda reading: -reading.weight))


def _declines(name: str, place: re.Match[str]) -> bool:
    return not place.group().islower() or bool(_GENERATION.match(place.group()) and name[place.start() - 1] == "-")


Cell = tuple[str, str, bool]


def _by_case(forms: Sequence[Form]) -> dict[Cell, Form]:
    """The weightiest form by case, gender and whether it is a plural; one that fits both genders under each."""
    best: dict[Cell, Form] = {}
    for form in forms:
        for gender in form.gender or "mf":
            cell = (form.case, gender, bool(form.plural))
            if cell not in best or best[cell].weight < form.weight:
                best[cell] = form
    return best


def _agreeing(
    options: Sequence[dict[Cell, Form]], halves: Sequence[bool]
) -> Iterator[tuple[str, str, bool, list[Form | None], float]]:
    """The words' forms by the case and gender they share, with their weight; None for a word that stays.

    The first half of a double surname may stay as it is, whatever the case. A surname in the plural («Станіслава й
    Казимира Косіорів») goes with a given name in the singular.
    """
    alone = len(options) == 1
    for gender in "mf":
        for case in CASES:
            for plural in (False, True) if alone else (False,):
                cell = case, gender, plural
                chosen = [_form(o, cell, alone=alone, first=h) for o, h in zip(options, halves, strict=True)]
                if any(chosen):
                    weight = sum(form.weight if form else _MISSING for form in chosen)
                    weight += _CASE[gender][case] + _fitting(chosen, gender) + (_PLURAL if plural else 0.0)
                    yield case, gender, plural, chosen, weight


def _fitting(forms: Sequence[Form | None], gender: str) -> float:
    """What the order of the words and a name without a known given name add to their weight."""
    given = any(form and not form.surname and form.weight >= _SURE_GIVEN for form in forms)
    weight = _MAN if gender == "m" and not given else 0.0
    if len(forms) == 1 or forms[0] is None or (given and forms[0].surname):
        return weight
    if forms[0].surname:
        return weight + _NO_GIVEN
    unknown = forms[0].weight < _SURE_GIVEN and forms[0].nominative.endswith(("а", "я"))
    return weight + (_UNKNOWN_GIVEN if unknown else 0.0)


def _form(option: dict[Cell, Form], cell: Cell, *, alone: bool, first: bool) -> Form | None:
    """The form of a word in a case; failing it a surname's in the plural, and a first half's as it stands."""
    case, gender, _ = cell
    if (found := option.get(cell)) is not None or alone:
        return found
    if (several := option.get((case, gender, True))) is not None:
        return replace(several, weight=several.weight + _PLURAL)
    stays = option.get(("nomn", gender, False)) if first else None
    return replace(stays, weight=stays.weight + _STAYS) if stays else None


def _written(name: str, places: Sequence[re.Match[str]], forms: Sequence[Form | None], *, plural: bool) -> str:
    out, done = [], 0
    for place, form in zip(places, forms, strict=True):
        out.append(name[done : place.start()])
        word = place.group()
        out.append(word if form is None else _recased(word, form.plural if plural else form.nominative))
        done = place.end()
    return "".join([*out, name[done:]])


def _recased(word: str, nominative: str) -> str:
    """The nominative with the word's own letters as far as they go (its е for ё too), and its capitals."""
    kept = shared(word.lower(), nominative)
    tail = nominative[kept:]
    return word[:kept] + (tail.upper() if word.isupper() else tail)

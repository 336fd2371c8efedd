"""All that one word of a personal name can be: its nominative, case and gender, by dictionary, table and ending."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from kartoteka.languages.morphology import PERSONAL, parses
from kartoteka.languages.paradigms import CASES, GIVEN, Form, by_ending, given_genders

_GENDERS = {"masc": "m", "femn": "f"}
_POSSESSIVE = ("ськ", "цьк", "зьк", "ск", "цк")
#: What a dictionary's reading weighs: as a name, as an adjective in -ськ-, as a word for a person, as a
#: feminine one such as «ягода», as another.
_NAME, _ADJECTIVE, _PERSON, _THING, _WORD = 3.0, 2.0, 1.7, 1.3, 1.0
_RARE_MAN, _RARE_WOMAN = 2.8, 2.2
_AS_IT_STANDS = 0.0
#: Of two surnames that a form may be of («Лавровим»), the one that changes no letter goes first.
_NO_CHANGE = 0.05
#: Of two spellings of a given name («Якова»), the one that the language's dictionary has goes first.
_OF_DICTIONARY = 0.1


@lru_cache(maxsize=100_000)
def forms_of(word: str, lang: str) -> tuple[Form, ...]:
    """All readings of a lower-case word, each nominative, case and gender once with its greatest weight.

    The last one is the word as it stands, in the nominative of either gender. Raises ValueError for a language
    without a dictionary.
    """
    best: dict[tuple[str, str, str, str], Form] = {}
    for form in (*_by_dictionary(word, lang), *by_ending(word, lang)):
        key = (form.nominative, form.case, form.gender, form.plural)
        if key not in best or best[key].weight < form.weight:
            best[key] = form
    return (*best.values(), Form(word, "nomn", "", _AS_IT_STANDS))


def _by_dictionary(word: str, lang: str) -> Iterator[Form]:
    for parse in parses(word, lang):
        if parse.is_known and (form := _read(word, parse)) is not None:
            yield form


def _read(word: str, parse: Any) -> Form | None:
    """What a dictionary's reading of a word says of it as a name; None where it cannot be one."""
    tag = parse.tag
    if tag.POS not in {"NOUN", "ADJF"} or tag.case not in CASES or tag.number == "plur" or tag.gender == "neut":
        return None
    is_name = bool(PERSONAL & tag.grammemes)
    gender = _GENDERS.get(tag.gender, "")
    if not gender and (tag.POS == "ADJF" or not is_name):
        return None
    nominative = word if tag.case == "nomn" else _nominative(parse)
    if not nominative or not (is_name or keeps_stem(word, nominative)):
        return None
    # A man may bear a feminine noun (Землячка, Ягода); a woman a masculine one, but then it does not change.
    borne_by = "" if tag.POS == "NOUN" and not is_name and gender == "f" else gender
    surname = not {"Name", "Patr"} & tag.grammemes
    return Form(nominative, tag.case, borne_by, _weight(word, nominative, parse), "", surname)


def _nominative(parse: Any) -> str:
    inflected = parse.inflect({"nomn"} if "Fixd" in parse.tag else {"nomn", parse.tag.gender} - {None})
    return inflected.word if inflected is not None else ""


def _weight(word: str, nominative: str, parse: Any) -> float:
    tag = parse.tag
    if "Name" in tag:
        if _GENDERS.get(tag.gender, "-") in given_genders(nominative):
            return GIVEN + _OF_DICTIONARY + (_NO_CHANGE if shared(word, nominative) == len(nominative) else 0.0)
        return _RARE_WOMAN if tag.gender == "femn" else _RARE_MAN
    if "Patr" in tag:
        return GIVEN
    if "Surn" in tag:
        return _NAME + (_NO_CHANGE if shared(word, nominative) >= len(nominative) - 1 else 0.0)
    if tag.POS == "ADJF":
        return _ADJECTIVE if any(suffix in word for suffix in _POSSESSIVE) else _WORD
    return _PERSON if "anim" in tag else _THING if tag.gender == "femn" else _WORD


def keeps_stem(word: str, nominative: str) -> bool:
    """Whether only an ending changed: never a first letter."""
    return shared(word, nominative) >= max(2, len(word) - 4)


def shared(word: str, nominative: str) -> int:
    """How many first letters two words share; е may stand for ё."""
    for at, (ours, theirs) in enumerate(zip(word, nominative, strict=False)):
        if ours != theirs and (ours, theirs) != ("е", "ё"):
            return at
    return min(len(word), len(nominative))

"""The words of a post as the tables know them: without cases, stops and articles, numbers as figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from kartoteka.resources import read_toml
from kartoteka.romanization.characters import CYRILLIC, straighten

_ORDINAL = r"\d+(?:[-–]?(?:st|nd|rd|th|й|го|му|м|я|ї|а|ої|ой|ю|е|ша|та|ий|ій|х)\b)?"
_WORD = re.compile(rf"{_ORDINAL}|[^\W\d_]+(?:'[^\W\d_]+)*'?\.?")
_ROMAN = re.compile(r"[IVX]+")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")
#: They join words and say nothing of a post.
_JOINING = frozenset({"of", "for", "the", "a", "an"})
#: The vowel of the last syllable of a Ukrainian stem, which і or ї stands for in the nominative.
_OPEN = re.compile(r"[оеє](?=[бвгджзклмнпрстфхцчш]$)")
#: The shortest stem that a case ending may leave.
_STEM = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, and the keys that tables may hold it by, the surest first.

    `owner` is one in 's; `linked` follows upon "of", "for" or an article.
    """

    text: str
    keys: tuple[str, ...]
    owner: bool = False
    linked: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def words_of(text: str) -> list[Word]:
    """The words of a name, without "of", "for" and articles; hyphens part them."""
    words: list[Word] = []
    linked = False
    for written in _WORD.findall(straighten(text)):
        joining = written.lower() in _JOINING and (written.islower() or written.istitle())
        if not joining:
            words.append(replace(_word(written), linked=True) if linked else _word(written))
        linked = joining
    return words


@lru_cache(maxsize=100_000)
def _word(written: str) -> Word:
    if written[0].isdigit():
        return Word(written, (re.match(r"\d+", written)[0],))  # type: ignore[index]
    dotted = written.endswith(".")
    bare = written.rstrip(".")
    owner = bare.endswith(("'s", "s'")) and not CYRILLIC.search(bare)
    text = bare.removesuffix("'").removesuffix("'s").replace("'", "") or bare
    if len(text) > 1 and text.isupper():
        number = _number(text)
        return Word(text, (number,) if number else (text, *stems(text.lower())), owner)
    if text == "I":
        return Word(text, ("1",))
    lower = text.lower()
    return Word(text, (lower + ".", *stems(lower)) if dotted else stems(lower), owner)


def _number(text: str) -> str:
    """The figure of a Roman number, "" for anything else."""
    latin = text.translate(_CYRILLIC_ROMAN)
    if not _ROMAN.fullmatch(latin):
        return ""
    digits = [_ROMAN_DIGITS[letter] for letter in latin]
    return str(sum(-d if d < after else d for d, after in zip(digits, [*digits[1:], 0], strict=True)))


def table_key(word: Word, *, declined: bool = True) -> str:
    """The key under which a table holds a word: without the ending of the nominative unless it is not declined."""
    sure = word.keys[0]
    if not CYRILLIC.match(word.text) or sure.endswith(".") or sure == word.text or not CYRILLIC.match(sure):
        return sure
    lower = word.text.lower()
    return _cut(lower, _endings("nominatives"))[0] if declined else lower


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[str, ...]:
    """What a lower-case word may be without its case (Cyrillic) or its plural (Latin), the shortest first.

    Ukrainian stems with о or е that the nominative closes to і stand at the end in both ways: «Києв-», «київ».
    """
    if CYRILLIC.match(word):
        found = [*_cut(word, _endings("cases")), word]
        return tuple(dict.fromkeys([*found, *(_OPEN.sub(_closed, stem) for stem in found)]))
    if word.endswith("men") and len(word) > _STEM:
        return (word[:-2] + "an",)
    if word.endswith("ies") and len(word) > _STEM + 1:
        return (word[:-3] + "y",)
    return (word[:-1] if len(word) > _STEM and word.endswith("s") and word[-2] not in "sui" else word,)


def _closed(match: re.Match[str]) -> str:
    return "ї" if match[0] == "є" else "і"


def _cut(word: str, endings: tuple[str, ...]) -> list[str]:
    """The word without each ending that it may have; the word itself where it has none."""
    found = [word[: -len(e)] for e in endings if word.endswith(e) and len(word) - len(e) >= _STEM]
    return found or [word]


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(sorted(set(word_table()["endings"][kind]), key=lambda e: (-len(e), e)))


@cache
def word_table() -> dict[str, Any]:
    """models/offices/words.toml."""
    return read_toml("offices/words.toml")

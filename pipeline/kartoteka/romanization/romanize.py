"""Write Cyrillic in Latin letters by a scheme, and read such spellings back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from kartoteka.resources import read_tsv
from kartoteka.romanization.characters import straighten
from kartoteka.romanization.schemes import TABLES, Scheme, find_scheme, schemes

#: Marks of stress and of other languages stand between the letters, and in decomposed text behind them.
_MARKS = "\u0300-\u036f\u0483-\u0487"
_CYRILLIC_WORD = re.compile(rf"[\u0400-\u052f\ua640-\ua69f]+(?:'?[\u0400-\u052f\ua640-\ua69f{_MARKS}]+)*")
_MARK = re.compile(f"[{_MARKS}]")
_LATIN_WORD = re.compile(r"[^\W\d_][^\s\-–—,.;:!?()\[\]«»„“”]*")
_FULL_VOWELS = frozenset("аеёиоуыэюяєії")
#: After й, a sign or an apostrophe a letter is written as after a vowel.
VOWELS = _FULL_VOWELS | frozenset("йьъ'")
#: In whose alphabet a letter is looked for that the scheme's own lacks.
_LANGUAGES = ("uk", "ru", "be")
#: A soft sign or an apostrophe stands after a consonant.
SOFTENED = frozenset("бвгґджзклмнпрстфхцчшщ")
#: Beyond so many part spellings of one word the reading back is given up.
_MOST_STEPS = 20_000


def romanize(text: str, scheme: str) -> str:
    """The text with its Cyrillic words in Latin letters by the scheme of that name; the rest stays.

    Case follows the original: Щ is Shch in a word of mixed case and SHCH in capitals. Stress marks are left
    out. A letter that the scheme's language lacks is written by the scheme's twin for another language, or as
    the letter that it stands nearest to: no Cyrillic letter is left. Raises ValueError for an unknown scheme.
    """
    table = find_scheme(scheme)
    return _CYRILLIC_WORD.sub(lambda match: _romanize_word(match.group(), table), straighten(text))


def lacking_letters(text: str, scheme: str) -> tuple[str, ...]:
    """The Cyrillic letters of a text that the language of the scheme lacks, in lower case, each once.

    `romanize` writes them as it can. Raises ValueError for an unknown scheme.
    """
    known = find_scheme(scheme).letters
    words = "".join(_CYRILLIC_WORD.findall(unicodedata.normalize("NFC", straighten(text))))
    letters = _MARK.sub("", words).lower()
    return tuple(dict.fromkeys(c for c in letters if c.isalpha() and c not in known))


def _romanize_word(word: str, scheme: Scheme) -> str:
    shouted = word.isupper() and sum(c.isalpha() for c in word) > 1
    out, at = [], 0
    word = _MARK.sub("", unicodedata.normalize("NFC", word))
    lower = word.lower()
    while at < len(lower):
        length, latin = _next(lower, at, scheme)
        original = word[at : at + length]
        out.append(latin.upper() if shouted else _capitalized(latin) if original[:1].isupper() else latin)
        at += length
    return "".join(out)


def _capitalized(latin: str) -> str:
    return latin[:1].upper() + latin[1:]


def _next(word: str, at: int, scheme: Scheme) -> tuple[int, str]:
    """How many letters the next group has, and its Latin form."""
    rest = word[at:]
    if at and rest in scheme.endings:
        return len(rest), scheme.endings[rest]
    for length in range(min(5, len(rest)), 0, -1):
        group = rest[:length]
        if at == 0 and group in scheme.initial:
            return length, scheme.initial[group]
        if at and word[at - 1] in VOWELS and group in scheme.after_vowel:
            return length, scheme.after_vowel[group]
        if group in scheme.between_vowels and _between_vowels(word, at, length):
            return length, scheme.between_vowels[group]
        for table in (scheme.sequences, scheme.letters):
            if group in table:
                return length, table[group]
    return 1, _foreign(rest[0], scheme.name)


def _between_vowels(word: str, at: int, length: int) -> bool:
    behind = word[at + length : at + length + 1]
    return at > 0 and word[at - 1] in _FULL_VOWELS and behind in _FULL_VOWELS


@cache
def _foreign(letter: str, name: str) -> str:
    """A letter of another Cyrillic alphabet than the scheme's, the nearest that the scheme can write."""
    letters = find_scheme(name).letters
    if letter in letters or not _CYRILLIC_WORD.match(letter):
        return letters.get(letter, letter)
    for lang in _LANGUAGES:
        twin = schemes().get(f"{lang}{name[2:]}")
        if twin and letter in twin.letters and twin.letters["ш"] == letters["ш"]:
            return twin.letters[letter]
    read = _other_letters().get(letter)
    if read is None:
        read = _without_mark(letter)
    return "".join(_foreign(c, name) for c in read)


@cache
def _other_letters() -> dict[str, str]:
    return {row["letter"]: row["read"] for row in read_tsv("romanization/other-letters.tsv")}


def _without_mark(letter: str) -> str:
    """The letter that one with a descender, a hook or another mark is made of; "" for a sign that is no letter."""
    plain, mark, _ = unicodedata.name(letter, "").partition(" WITH ")
    try:
        return unicodedata.lookup(plain) if mark else ""
    except KeyError:
        return ""


def readings(text: str, scheme: str, limit: int = 32) -> Iterator[str]:
    """The Cyrillic spellings that the scheme romanizes to this text, at most `limit`, those without silent
    letters first.

    None where the text follows another scheme. Raises ValueError for an unknown scheme.
    """
    find_scheme(scheme)
    plain = straighten(text)
    words = _LATIN_WORD.findall(plain)
    gaps = _LATIN_WORD.split(plain)
    options = [_read_word(word, scheme, limit) for word in words]
    for chosen in islice(product(*options), limit):
        yield gaps[0] + "".join(word + gap for word, gap in zip(chosen, gaps[1:], strict=True))


@lru_cache(maxsize=10_000)
def _read_word(word: str, scheme: str, limit: int) -> tuple[str, ...]:
    table = find_scheme(scheme)
    lower = word.lower()
    found: dict[str, None] = {}
    for silent in (0, 1, 2):
        right = (c for c in _spellings(lower, table, silent) if straighten(_romanize_word(c, table)) == lower)
        found.update(dict.fromkeys(sorted(islice(right, limit - len(found)))))
    return tuple(_like(word, spelling) for spelling in found)


def _spellings(latin: str, scheme: Scheme, silent: int) -> Iterator[str]:
    """Every Cyrillic string whose groups write this Latin word, with so many letters that leave no trace."""
    backwards = _backwards(scheme.name)
    stack = [(0, "", silent)]
    steps = 0
    while stack and steps < _MOST_STEPS:
        at, made, left = stack.pop()
        steps += 1
        if at == len(latin) and not left and not made.endswith("'"):
            yield made
        if left and made and made[-1] in SOFTENED:
            stack.extend((at, made + cyrillic, left - 1) for cyrillic in backwards.get("", ()))
        for length in range(1, min(8, len(latin) - at) + 1):
            groups = backwards.get(latin[at : at + length], ())
            stack.extend((at + length, made + cyrillic, left) for cyrillic in groups)


@cache
def _backwards(name: str) -> dict[str, tuple[str, ...]]:
    scheme = find_scheme(name)
    table: dict[str, set[str]] = {}
    for forwards in (getattr(scheme, name) for name in TABLES):
        for cyrillic, latin in forwards.items():
            table.setdefault(straighten("a" + latin)[1:], set()).add(cyrillic)
    return {latin: tuple(sorted(cyrillic)) for latin, cyrillic in table.items()}


def _like(model: str, word: str) -> str:
    """The word with the capitals of its model."""
    if model.isupper() and len(word) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word

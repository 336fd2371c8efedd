"""What a number can be by its length and by what is written on to it: a day, a year, a decade, an ordinal."""

from __future__ import annotations

import re

from kartoteka.dates.cursor import BREAK, Token
from kartoteka.dates.lexicon import Lexicon

SUFFIX = re.compile(r"[-‑’']?([^\W\d_]{1,4})(?![^\W_])")
_HYPHENED = re.compile(r"-([^\W\d_]+)")
_ABOUT = re.compile(r"(?<![^\W_])ca?$")
_NO_DATE_AFTER = frozenset("$£€₴₽№#§")
#: What a number is written on to in bad copies: 27Nov1937, 9February 1918.
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_LONGEST = 12
_YEARS = range(1000, 2100)
#: A year before 1000 has so many figures, and no history with dates is older than this one.
_EARLY, _FIRST = 3, 301


def read_figure(text: str, start: int, end: int, lexicon: Lexicon) -> Token:
    """The number `text[start:end]` by what it can mean, BREAK for nothing."""
    raw = text[start:end]
    digits = raw.strip("’'«»“”\"").replace("[", "").replace("]", "")
    before = text[start - 1] if start else " "
    glued = before.isalpha() and not _ABOUT.search(text[max(0, start - 3) : start])
    glued = glued and not _is_month(_LETTERS_BEFORE.search(text, max(0, start - _LONGEST), start), lexicon)
    if len(digits) > 4 or before in _NO_DATE_AFTER or glued or text[end : end + 1] in ("%", "°"):
        return BREAK
    suffix = SUFFIX.match(text, end)
    written_on = lexicon.suffixes.get(suffix.group(1).lower(), frozenset()) if suffix else frozenset[str]()
    kinds = _kinds(digits, written_on, lexicon)
    if raw[0] in "’'" and "decade" not in kinds:  # "in '37"
        kinds = {"year": f"19{digits}"}
    if suffix and written_on:
        end = suffix.end()
    elif text[end : end + 1].isalpha() and lexicon.lang == "en":
        return Token(start, end, kinds) if _is_month(_LETTERS.match(text, end), lexicon) else BREAK
    elif _compound(text, end, lexicon):
        return BREAK
    return Token(start, end, kinds)


def _is_month(letters: re.Match[str] | None, lexicon: Lexicon) -> bool:
    """Whether a word is one that a month's name begins with, or is."""
    phrases = lexicon.phrases.get(letters.group().lower(), ()) if letters else ()
    return any("month" in kinds for _, kinds in phrases)


def _kinds(digits: str, written_on: frozenset[str], lexicon: Lexicon) -> dict[str, str]:
    kinds: dict[str, str] = {"number": digits}
    number = int(digits)
    if "decade" in written_on and number % 10 == 0 and len(digits) in (2, 3, 4):
        kinds["decade"] = digits[:-1]
        if lexicon.month_first and digits.endswith("00") and number < 2000:  # "the 1800s" are a century
            kinds = {"number": digits, "hundreds": digits[:2]}
    if "ordinal" in written_on:
        kinds["ordinal"] = str(number)
    kinds |= {case: digits for case in ("genitive", "locative") if case in written_on}
    if len(digits) <= 2:
        kinds["short"] = digits
        if 1 <= number <= 31 and (not written_on or "ordinal" in written_on):
            kinds["day"] = str(number)
    elif len(digits) == _EARLY and number >= _FIRST and not written_on:
        kinds["early"] = digits
    elif len(digits) == 4 and number in _YEARS and (not written_on or "ordinal" in written_on):
        kinds["year"] = digits
    return kinds


def _compound(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a number is half of a word («1500-ліття»), not of a range ("1932-January 1933")."""
    word = _HYPHENED.match(text, end)
    return word is not None and word.group(1).lower() not in lexicon.phrases

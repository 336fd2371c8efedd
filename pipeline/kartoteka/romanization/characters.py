"""Mend the signs that typing, scanning and publishing put in place of the letters that were meant."""

from __future__ import annotations

import re

_APOSTROPHES = "’‘ʼʹ′`´＇ʻ‛"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LATIN_TWINS = "aceiopxykACEIOPXYKBHMTïëÏËĸ"
_CYRILLIC_TWINS = "асеіорхукАСЕІОРХУКВНМТїёЇЁк"
_TO_CYRILLIC = dict(zip(_LATIN_TWINS, _CYRILLIC_TWINS, strict=True))
_TO_LATIN = {c: latin for latin, c in _TO_CYRILLIC.items() if latin != "ĸ"}

_PLAIN_SPACES = str.maketrans(dict.fromkeys(_SPACES, " "))
#: After a letter or a combining mark: an opening quotation mark stands before one and is left alone.
_APOSTROPHE = re.compile(rf"(?<=[^\W\d_\u0300-\u036f])[{_APOSTROPHES}]|(?<=[\u0300-\u036f])[{_APOSTROPHES}]")
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_CYRILLIC = "\u0400-\u04ff"
_MIXED = re.compile(rf"[{_LATIN}]'?[{_CYRILLIC}]|[{_CYRILLIC}]'?[{_LATIN}]")
_WORD = re.compile(rf"[{_LATIN}{_CYRILLIC}']+")
_IS_LATIN = re.compile(f"[{_LATIN}]")
#: A Cyrillic letter.
CYRILLIC = re.compile(f"[{_CYRILLIC}]")


def straighten(text: str) -> str:
    """The text with plain apostrophes and spaces, and each word in the one script that was meant.

    Same length, one character for one, so every offset holds; doing it twice changes nothing. Look-alike
    letters of the other script are mended to the script that the rest of the word is in: a Cyrillic ї inside
    a romanized word becomes ï. A word that no script can hold whole, or that is half and half, stays as it
    is. Curly double quotes stay, because they tell where a quotation opens; soft hyphens stay.
    """
    if text.isascii() and "`" not in text:
        return text
    plain = _APOSTROPHE.sub("'", text.translate(_PLAIN_SPACES))
    return _WORD.sub(_mend, plain) if _MIXED.search(plain) else plain


def _mend(match: re.Match[str]) -> str:
    word = match.group()
    latin, cyrillic = _IS_LATIN.findall(word), CYRILLIC.findall(word)
    if not latin or not cyrillic:
        return word
    may_be_latin = all(c in _TO_LATIN for c in cyrillic)
    may_be_cyrillic = all(c in _TO_CYRILLIC for c in latin)
    if may_be_latin and may_be_cyrillic:
        may_be_latin, may_be_cyrillic = len(latin) > len(cyrillic), len(cyrillic) > len(latin)
    if may_be_latin:
        return "".join(_TO_LATIN.get(c, c) for c in word)
    if may_be_cyrillic:
        return "".join(_TO_CYRILLIC.get(c, c) for c in word)
    return word

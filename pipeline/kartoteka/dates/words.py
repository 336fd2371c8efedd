"""EDTF values as a reader writes them: "spring 1937", "the 1920s", "by 1926"."""

from __future__ import annotations

import re

_PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter", "33": "1st quarter", "34": "2nd quarter",
    "35": "3rd quarter", "36": "4th quarter", "40": "1st half", "41": "2nd half",
}  # fmt: skip
_PART = re.compile(r"(-?\d{4})-(2[1-4]|3[3-6]|4[01])")
_DECADE, _CENTURY = re.compile(r"(\d{3})X"), re.compile(r"(\d{2})XX")


def in_words(edtf: str) -> str:
    """An EDTF value in English words where its signs say nothing to a reader; days, months and years stay."""
    first, slash, last = edtf.partition("/")
    if slash and first in ("", ".."):
        return f"by {in_words(last)}"
    if slash and last in ("", ".."):
        return f"not before {in_words(first)}"
    if slash:
        return f"{in_words(first)} to {in_words(last)}"
    if edtf[:1] in ("[", "{"):
        joined = " or " if edtf[0] == "[" else " and "
        return joined.join(in_words(part.strip()) for part in edtf[1:-1].split(","))
    plain = edtf.rstrip("~?%")
    if found := _PART.fullmatch(plain):
        plain = f"{_PARTS[found[2]]} {found[1]}"
    elif found := _DECADE.fullmatch(plain):
        plain = f"{found[1]}0s"
    elif found := _CENTURY.fullmatch(plain):
        plain = f"{_ordinal(int(found[1]) + 1)} century"
    return {"~": f"c. {plain}", "?": f"{plain} (?)", "%": f"c. {plain} (?)"}.get(edtf[-1:], plain)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{ending}"

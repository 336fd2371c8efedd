"""Slips of the pen: one letter wrong, missing, too many, or letters that changed places."""

from __future__ import annotations

#: In shorter words a letter makes another word.
_SHORTEST = 5
#: So many letters in a row may stand in a wrong order.
_JUMBLED = 3


def differ_by_a_slip(left: str, right: str) -> bool:
    """Whether two different words of some length are one slip apart."""
    short, long = sorted((left, right), key=len)
    if len(short) < _SHORTEST or len(long) - len(short) > 1 or short == long:
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    end = 0
    while end < len(short) - start and short[-1 - end] == long[-1 - end]:
        end += 1
    a, b = short[start : len(short) - end], long[start : len(long) - end]
    return len(b) == 1 or (len(a) == len(b) <= _JUMBLED and sorted(a) == sorted(b))

"""What a call gives to choose a network, in the forms that a notebook has at hand; anything else is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import index
from typing import Any

from kartoteka.network.listing import listed


def one_text(argument: str, given: str | None) -> str:
    """A word, "" for None. Raises ValueError that names the argument for anything else."""
    if given is not None and not isinstance(given, str):
        raise ValueError(_refusal(argument, given, "text"))
    return given or ""


def texts(argument: str, given: str | Iterable[str]) -> list[str]:
    """Several words, in a list or in one string with commas. Raises ValueError as `one_text` does."""
    if isinstance(given, str):
        return listed(given)
    if isinstance(given, Mapping) or not isinstance(given, Iterable):
        raise ValueError(_refusal(argument, given, "text or a list of texts"))
    return [one_text(argument, one) for one in given]


def pair(argument: str, given: str | Iterable[str] | None) -> str:
    """Two words joined by a hyphen, as they are or as a pair; "" for None. Raises ValueError as `one_text` does."""
    if given is None or isinstance(given, str):
        return given or ""
    both = texts(argument, given)
    if len(both) != 2:
        raise ValueError(f"{argument} is {given!r}: give two kinds, as PERSON-ORG or as a pair")
    return "-".join(both)


def time(argument: str, given: str | int | None) -> str:
    """A year, month or day as text, a year also as a number; "" for None. Raises ValueError as `one_text` does."""
    if isinstance(given, bool) or not (given is None or isinstance(given, str | int)):
        raise ValueError(_refusal(argument, given, "a year (1932) or text such as '1932-11'"))
    return f"{given:04}" if isinstance(given, int) else (given or "").strip()


def number(argument: str, given: int) -> int:
    """A whole number. Raises ValueError as `one_text` does."""
    try:
        return index(given)
    except TypeError:
        raise ValueError(_refusal(argument, given, "a whole number")) from None


def _refusal(argument: str, given: Any, wanted: str) -> str:
    return f"{argument} is {given!r}, of type {type(given).__name__}: give {wanted}"

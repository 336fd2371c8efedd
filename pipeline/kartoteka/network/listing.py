"""Several things asked for at once: a list of them, or one string with commas between."""

from __future__ import annotations

from collections.abc import Iterable


def listed(asked: str | Iterable[str]) -> list[str]:
    """What is asked for, each by itself: "PERSON, ORG" and ["PERSON", "ORG"] are the same; "" is nothing."""
    if isinstance(asked, str):
        return [part for one in asked.split(",") if (part := one.strip())]
    return list(asked)

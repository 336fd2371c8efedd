"""How kinds of cards and windows are called wherever a network is spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: A kind of card, one and several of it.
KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "PERSON": ("person", "persons"),
        "OFFICE": ("office", "offices"),
        "ORG": ("organization", "organizations"),
        "PLACE": ("place", "places"),
        "DOCUMENT": ("document", "documents"),
    }
)


def near(window: str) -> str:
    """How near two stand who meet in it: "in one sentence", "at most 2 sentences apart"; "" for no window."""
    kind, _, reach = window.partition(":")
    far = {"sentences": "sentence", "tokens": "word"}.get(kind)
    if far:
        return f"at most {reach} {far if reach == '1' else far + 's'} apart"
    return f"in one {kind}" if kind else ""

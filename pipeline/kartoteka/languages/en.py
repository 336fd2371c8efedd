"""English: names change only in the possessive."""

from __future__ import annotations

import re

from kartoteka.languages.base import Language

_POSSESSIVE = re.compile(r"(?<=[sS])['’]$|['’][sS]$")


def drop_possessive(name: str) -> str:
    """A name without its possessive ending: "Yezhov's" is Yezhov, "Redens'" is Redens."""
    return _POSSESSIVE.sub("", name)


ENGLISH = Language("en", "English", drop_possessive)

"""Short forms of institutions that a text names in full: "the Navy", «обком», «Менатеп», an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kartoteka.annotate.definitions import initials_of
from kartoteka.annotate.phrases import is_acronym
from kartoteka.names.bodies.compare import known_bodies
from kartoteka.names.bodies.gazetteers import bearers, key
from kartoteka.names.bodies.reading import can_shorten, parse_body
from kartoteka.romanization import fold
from kartoteka.types import Label

#: From so many letters on an abbreviation of a name's initials is no chance.
LETTERS = 3
_QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]+)[»“”\"]")


def taken_up(named: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Which groups of names, by their keys, take up which: each the only fuller one of the document that it fits.

    One that fits two is left by itself, and so is one that the gazetteer knows as another body.
    """
    found: dict[str, str] = {}
    for short, names in named.items():
        fuller = [full for full in named if full != short and _takes_up(names, named[full])]
        if len(fuller) == 1:
            found[short] = fuller[0]
    return {short: _last(found, full) for short, full in found.items()}


def _last(found: Mapping[str, str], full: str) -> str:
    seen = {full}
    while full in found and found[full] not in seen:
        full = found[full]
        seen.add(full)
    return full


def _takes_up(names: Sequence[str], fuller: Sequence[str]) -> bool:
    """Whether all names of a group are short for one of the fuller names."""
    return all(any(_shortens(name, full) for full in fuller) for name in names)


def _shortens(name: str, full: str) -> bool:
    known = known_bodies(Label.ORG, name)
    if known and not known_bodies(Label.ORG, full) & frozenset(bearers("organizations", name)):
        return False
    if can_shorten(parse_body(name), parse_body(full)):
        return True
    if known:
        return False
    quoted = _QUOTED.search(full)
    if quoted is not None and quoted[1] != full:
        return fold(key(name)) == fold(key(quoted[1]))
    letters = [letter for letter in name.casefold() if letter.isalpha()]
    return is_acronym(name) and len(letters) >= LETTERS and letters == initials_of(full)

"""Which places institutions are of: a territory is the town that it is named after, and so is an adjective."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from kartoteka.names.bodies.gazetteers import gazetteer, identify
from kartoteka.names.bodies.words import body_table, body_words
from kartoteka.names.offices.lexicon import longest
from kartoteka.names.offices.reading import adjective_place
from kartoteka.names.offices.words import Word, table_key, words_of

#: «Сталинский» is of Сталино, whatever town is called Сталинск.
RELATIONAL = re.compile(r"[сз]ь?к(?:ий|ая|ое|ого|ому|им|ой|а|е|ої|ій|у|ою)$")


def town_of(word: Word, levels: frozenset[str]) -> str:
    """The town that a Cyrillic adjective is of, "" for none.

    Beside the level of a territory («Сталинский обком») that after which the territory is named.
    """
    if not RELATIONAL.search(word.text.lower()):
        return ""
    named = [town for stem in word.keys for level in sorted(levels) if (town := _territories().get((stem, level)))]
    if named:
        return named[0]
    found = adjective_place(word)
    return min(found.ids) if found else next((_towns()[stem] for stem in word.keys if stem in _towns()), "")


@cache
def _territories() -> dict[tuple[str, str], str]:
    """The towns that territories are named after, by the stem of their adjective and their level."""
    found: dict[tuple[str, str], str] = {}
    for entry in gazetteer("places").values():
        named = dict(where(entry.id))
        if "qualities" in named:
            for spelling in (*entry.spellings["uk"], *entry.spellings["ru"]):
                adjective, *rest = words_of(spelling)
                if len(rest) == 1:
                    found.setdefault((table_key(adjective), named["qualities"]), named["places"])
    return found


@cache
def _towns() -> dict[str, str]:
    """The towns by the adjectives that only territories of one town bear."""
    towns: dict[str, set[str]] = defaultdict(set)
    for (stem, _), town in _territories().items():
        towns[stem].add(town)
    return {stem: min(found) for stem, found in towns.items() if len(found) == 1}


@cache
def where(place: str) -> tuple[tuple[str, str], ...]:
    """A place, a territory as the town it is named after and its level: Kharkiv Oblast as Kharkiv and "oblast"."""
    entry = gazetteer("places")[place]
    *base, level = entry.name.split()
    unit = longest(body_words(), words_of(level), 0)[1] if base else None
    if unit is None or unit.kind != "qualities" or entry.columns["kind"] != "region":
        return (("places", body_table()["states"].get(place, place)),)
    towns = identify("places", " ".join(base))
    return ("places", min(towns) if len(towns) == 1 else place), ("qualities", unit.key)

"""An abbreviation that several institutions bear: which of them a text means by it.

«НКВД» was in Moscow and in every republic, "CC" may be that of any party. Each such spelling has a bearer of its own in
`models/gazetteers/organizations.tsv`; the rows of the others share it. One sense a document: what the text names in
full, the lands it speaks of and its years decide between them, and where they do not, the table's own bearer stands.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from kartoteka.names.bodies.gazetteers import bearers, gazetteer, identify
from kartoteka.resources import read_toml

TABLE = "organizations"
#: So few years, a birth and a publication among them, say nothing of the time that a text tells of.
TELLING_YEARS = 3
MARGIN = 1


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document names beyond doubt: institutions (ids) and the states they and its places belong to."""

    bodies: frozenset[str]
    lands: frozenset[str]


def telling_names(names: Collection[str], years: Collection[int] = (), lang: str = "en") -> dict[str, str]:
    """The names of a document that mean another body than the table's own, each with a name that only it bears.

    `names` are the institutions and places that the document names, `years` those it speaks of, `lang` (en, uk, ru)
    the language of the names given back. Names that mean what the table has, or nothing it knows, are left out.
    """
    chosen = {name: tell_bearer(name, names, years) for name in names if len(bearers(TABLE, name)) > 1}
    return {
        name: own
        for name, body in chosen.items()
        if body not in identify(TABLE, name) and (own := own_name(body, lang))
    }


def own_name(body: str, lang: str) -> str:
    """The first spelling of an institution (an id) that no other bears, in a language if it has one there, else any."""
    entry = gazetteer(TABLE)[body]
    spellings = (*entry.spellings.get(lang, ()), *entry.spellings["en"], entry.name)
    return next((s for s in spellings if bearers(TABLE, s) == (body,)), "")


def tell_bearer(name: str, names: Collection[str], years: Collection[int] = ()) -> str:
    """The institution (its id) that a name means in a document; "" for one that the gazetteer does not know.

    A republic's body that the document names in full, and no other bearer, is meant, unless the table's own bearer
    is of the Union and the document speaks of the Union too: the Union's bodies act everywhere. Failing that, of
    republics' bodies the one whose land alone is named; then the Union's, named in full where no bearer's republic
    is; else the table's own. A bearer that did not exist in any of the document's years is out of question.
    """
    possible = _living(bearers(TABLE, name), years)
    if len(possible) < 2:
        return next(iter(possible), "")
    around = _surroundings(names, years)
    full = [body for body in possible if body in around.bodies]
    present = [body for body in possible if _republic(body) and _land(body) in around.lands]
    union = _land(possible[0]) in _everywhere()
    if len(full) == 1 and _republic(full[0]) and not (union and _land(possible[0]) in around.lands):
        return full[0]
    if _republic(possible[0]) and len(present) == 1:
        return present[0]
    if len(full) == 1 and not present:
        return full[0]
    return possible[0]


def _living(known: tuple[str, ...], years: Collection[int]) -> tuple[str, ...]:
    """The bearers that existed in the document's years; all of them where none did, or the years say too little."""
    if len(set(years)) < TELLING_YEARS:
        return known
    return tuple(body for body in known if _existed(body, years)) or known


def _existed(body: str, years: Collection[int]) -> bool:
    columns = gazetteer(TABLE)[body].columns
    first, last = columns["from"] or "0", columns["to"] or "9999"
    return any(int(first) - MARGIN <= year <= int(last) + MARGIN for year in years)


@cache
def _lands() -> dict[str, frozenset[str]]:
    return {land: frozenset(places) for land, places in read_toml("gazetteers/territories.toml")["lands"].items()}


@cache
def _everywhere() -> frozenset[str]:
    return frozenset(read_toml("gazetteers/territories.toml")["everywhere"])


def _land(body: str) -> str:
    """The state of an institution; "" where it is of no one state, or of one whose places the table does not list."""
    territory = gazetteer(TABLE)[body].columns["territory"]
    return territory if territory in _lands() else ""


def _republic(body: str) -> bool:
    return bool(_land(body)) and _land(body) not in _everywhere()


def _surroundings(names: Collection[str], years: Collection[int]) -> Surroundings:
    bodies = {
        known[0] for name in names if (known := _living(bearers(TABLE, name), years)) and _of_one_land(known)
    }
    places = {place for name in names for place in identify("places", name)}
    lands = {land for land, listed in _lands().items() if listed & places}
    return Surroundings(frozenset(bodies), frozenset(lands | {_land(body) for body in bodies} - {""}))


def _of_one_land(known: tuple[str, ...]) -> bool:
    """Whether a name leaves no doubt, or only of which of two successive bodies of one republic is meant."""
    return len(known) == 1 or (len({_land(body) for body in known}) == 1 and bool(_land(known[0])))

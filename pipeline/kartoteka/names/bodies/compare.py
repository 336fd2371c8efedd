"""Names of institutions and places: which two stand for one, and why.

An entry of the gazetteers decides where it can; beyond it two names are one only when they say the same, whatever
their words' order, case, language and abbreviation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from kartoteka.languages.morphology import INFLECTED, noun_lemmas
from kartoteka.names.bodies.gazetteers import gazetteer, identify, key, own_spellings
from kartoteka.names.bodies.reading import BodyName, parse_body
from kartoteka.romanization import fold
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.types import Comparison, Label, Reason, Verdict

#: The gazetteer of a label.
GAZETTEERS = {Label.ORG: "organizations", Label.PLACE: "places"}
#: From this many letters on, equal keys of a Latin and a Cyrillic name are no chance.
LONG = 6
#: A village with its district: "Ivanivka (Uman Raion)".
_LOCATED = re.compile(r"([^()]+) \(([^()]+)\)")
#: The letters of the other language.
_FOREIGN = {"uk": re.compile("[ыэёъ]"), "ru": re.compile("[іїєґ']")}
IGNORED = frozenset({"the", "of", "for", "in", "a", "an"})


def compare_bodies(label: Label, left: str, right: str) -> Comparison:
    """Whether two names of institutions or places stand for one.

    DIFFERENT only where the gazetteer knows both and tells them apart, or where two bodies of one kind are of two
    places or have two numbers; SAME where it knows both as one, or they say the same; otherwise UNSURE.
    """
    table = GAZETTEERS.get(label)
    if table is not None:
        ours, theirs = known_bodies(label, left), known_bodies(label, right)
        shared = sorted(ours & theirs)
        if shared:
            name = gazetteer(table)[shared[0]].name
            return Comparison(0.97, Verdict.SAME, (Reason("gazetteer", 0.97, f"{left} and {right}: {name}"),))
        if ours and theirs:
            detail = f"{left}: {_named(table, ours)}; {right}: {_named(table, theirs)}"
            return Comparison(0.0, Verdict.DIFFERENT, (Reason("gazetteer", 0.0, detail),))
    if _said_key(label, left) == _said_key(label, right) and _telling(label, left, right):
        return Comparison(0.95, Verdict.SAME, (Reason("words", 0.95, f"{left} ~ {right}: the same words"),))
    against = difference(parse_body(left), parse_body(right)) if label is Label.ORG else ""
    if against:
        return Comparison(0.0, Verdict.DIFFERENT, (Reason("words", 0.0, f"{left} / {right}: {against}"),))
    return Comparison(0.3, Verdict.UNSURE, (Reason("words", 0.3, f"{left} / {right}: other words"),))


def difference(one: BodyName, other: BodyName) -> str:
    """What makes two bodies of one kind two, in a historian's words; "" where nothing does.

    The committees of two oblasts, two divisions; a land and a place in it are no two places.
    """
    if not one.kinds or (one.kinds, one.qualities, one.rest) != (other.kinds, other.qualities, other.rest):
        return ""
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return f"{', '.join(sorted(one.numbers))}; {', '.join(sorted(other.numbers))}"
    if one.places and other.places and not one.places & other.places and _rank(one) == _rank(other):
        return f"{_named('places', one.places)}; {_named('places', other.places)}"
    return ""


def _rank(name: BodyName) -> bool:
    """Whether all the places of a body are states."""
    return all(gazetteer("places")[place].columns["kind"] == "country" for place in name.places)


def _telling(label: Label, left: str, right: str) -> bool:
    """Whether equal words say enough: a common noun alone does not, nor a short word across two alphabets."""
    if label is Label.ORG:
        name = parse_body(left)
        if name.common or (name.kinds and left.islower() and right.islower() and not name.places):
            return False
        if name.kinds or name.places:
            return True
    if left.islower() and right.islower() and " " not in left:
        return False  # «обком» alone may be that of any province
    across = bool(CYRILLIC.search(left)) != bool(CYRILLIC.search(right))
    return not across or len(body_key(left)) >= LONG


def known_bodies(label: Label, name: str) -> frozenset[str]:
    """The entries of the label's gazetteer that a name stands for, or that say the same as it; empty for none."""
    table = GAZETTEERS.get(label)
    if table is None:
        return frozenset()
    found = identify(table, name)
    return found if found or label is not Label.ORG else _say_as_much().get(parse_body(name).key, frozenset())


@cache
def _say_as_much() -> Mapping[str, frozenset[str]]:
    """The known institutions by what their names say, where it is that of one alone."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in gazetteer("organizations").values():
        for spelling in own_spellings(entry):
            name = parse_body(spelling)
            if name.kinds and not name.common:
                found[name.key].add(entry.id)
    return {said: frozenset(ids) for said, ids in found.items() if len(ids) == 1}


def pick_body(label: Label, counts: Mapping[str, int]) -> str:
    """The name of a card: the gazetteer's where it knows the thing, else the most frequent one.

    Raises ValueError where there is no name at all.
    """
    common = {name: label is Label.ORG and parse_body(name).common for name in counts}
    ranked = sorted(counts, key=lambda name: (common[name], -counts[name], -len(name), name))
    table = GAZETTEERS.get(label)
    for name in ranked if table else ():
        known = known_bodies(label, name)
        if len(known) == 1:
            return gazetteer(str(table))[min(known)].name
    if not ranked:
        raise ValueError(f"no name to pick for a {label}")
    return ranked[0]


def _named(table: str, ids: frozenset[str]) -> str:
    return ", ".join(gazetteer(table)[i].name for i in sorted(ids))


def body_keys(label: Label, name: str) -> frozenset[str]:
    """The keys under which spellings of one institution or place meet."""
    return known_bodies(label, name) or frozenset({_said_key(label, name)})


def _said_key(label: Label, name: str) -> str:
    if label is Label.PLACE:
        return _place_key(name)
    name_said = parse_body(name) if label is Label.ORG else BodyName()
    return name_said.key if name_said.kinds or name_said.places else body_key(name)


def _place_key(name: str) -> str:
    """What the name of a territory says («Уманський район»), a village with its district, the words of any other."""
    village = _LOCATED.fullmatch(name)
    if village is not None:
        return f"{body_key(village[1])} ({parse_body(village[2]).key})"
    said = parse_body(name)
    return said.key if said.qualities and said.places and not (said.rest or said.kinds) else body_key(name)


@lru_cache(maxsize=50_000)
def body_key(name: str) -> str:
    """The words of a name in their dictionary form, romanized coarsely; articles and "of" do not count."""
    words = [word for word in key(name).split() if word not in IGNORED]
    # Numbers stay: the 11th division is not the 35th.
    return " ".join(word if word[0].isdigit() else fold(_base(word)) or word for word in words)


def _base(word: str) -> str:
    if not CYRILLIC.search(word):
        return word
    # A word with a letter of one language is none of the other's.
    langs = [lang for lang in INFLECTED if not _FOREIGN[lang].search(word)]
    found = {lemma for lang in langs for lemma in noun_lemmas(word, lang)}
    return min(found - {word}, default=word, key=lambda w: (len(w), w)) if len(found) > 1 else word

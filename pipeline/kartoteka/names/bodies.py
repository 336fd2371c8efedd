"""Names of institutions and places: which two stand for one, and why.

An entry of the gazetteers decides where it can; beyond it two names are one only when they say the same words,
whatever their case, spelling of Cyrillic or articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kartoteka.languages.morphology import INFLECTED, lemmas
from kartoteka.names.gazetteers import gazetteer, identify, key
from kartoteka.romanization import fold
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.types import Comparison, Label, Reason, Verdict

#: The gazetteer of a label.
GAZETTEERS = {Label.ORG: "organizations", Label.PLACE: "places"}
#: From this many letters on, equal keys of a Latin and a Cyrillic name are no chance.
LONG = 6
IGNORED = frozenset({"the", "of", "for", "in", "a", "an"})


def compare_bodies(label: Label, left: str, right: str) -> Comparison:
    """Whether two names of institutions or places stand for one.

    DIFFERENT only where the gazetteer knows both and tells them apart; SAME where it knows both as one, or their
    words agree; otherwise UNSURE.
    """
    table = GAZETTEERS.get(label)
    if table is not None:
        ours, theirs = identify(table, left), identify(table, right)
        shared = sorted(ours & theirs)
        if shared:
            name = gazetteer(table)[shared[0]].name
            return Comparison(0.97, Verdict.SAME, (Reason("gazetteer", 0.97, f"{left} and {right}: {name}"),))
        if ours and theirs:
            detail = f"{left}: {_named(table, ours)}; {right}: {_named(table, theirs)}"
            return Comparison(0.0, Verdict.DIFFERENT, (Reason("gazetteer", 0.0, detail),))
    if body_key(left) == body_key(right) and _comparable(left, right):
        return Comparison(0.95, Verdict.SAME, (Reason("words", 0.95, f"{left} ~ {right}: the same words"),))
    return Comparison(0.3, Verdict.UNSURE, (Reason("words", 0.3, f"{left} / {right}: other words"),))


def _comparable(left: str, right: str) -> bool:
    """Whether equal keys say enough: a common noun alone does not, nor a short key across two alphabets."""
    if left.islower() and right.islower() and " " not in left:
        return False  # «обком» alone may be that of any province
    across = bool(CYRILLIC.search(left)) != bool(CYRILLIC.search(right))
    return not across or len(body_key(left)) >= LONG


def pick_body(label: Label, counts: Mapping[str, int]) -> str:
    """The name of a card: the gazetteer's where it knows the thing, else the most frequent one.

    Raises ValueError where there is no name at all.
    """
    ranked = sorted(counts, key=lambda name: (-counts[name], -len(name), name))
    table = GAZETTEERS.get(label)
    for name in ranked if table else ():
        known = identify(table, name) if table else frozenset()
        if len(known) == 1:
            return gazetteer(str(table))[min(known)].name
    if not ranked:
        raise ValueError(f"no name to pick for a {label}")
    return ranked[0]


def _named(table: str, ids: frozenset[str]) -> str:
    return ", ".join(gazetteer(table)[i].name for i in sorted(ids))


def body_keys(label: Label, name: str) -> frozenset[str]:
    """The keys under which spellings of one institution or place meet."""
    table = GAZETTEERS.get(label)
    known = identify(table, name) if table else frozenset()
    return known or frozenset({body_key(name)})


@lru_cache(maxsize=50_000)
def body_key(name: str) -> str:
    """The words of a name in their dictionary form, romanized coarsely; articles and "of" do not count."""
    words = [word for word in key(name).split() if word not in IGNORED]
    # Numbers stay: the 11th division is not the 35th.
    return " ".join(word if word[0].isdigit() else fold(_base(word)) or word for word in words)


def _base(word: str) -> str:
    if not CYRILLIC.search(word):
        return word
    found = {lemma for lang in INFLECTED for lemma in lemmas(word, lang)}
    return min(found - {word}, default=word, key=lambda w: (len(w), w)) if len(found) > 1 else word

"""What the finders of places share: their tables, how much a kind of evidence weighs, what a name's word looks like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kartoteka.annotate.phrases import Token
from kartoteka.resources import read_toml

#: What a known name weighs in quotes, where it may be a club or a newspaper: less than a recognizer's word.
DOUBTFUL = 0.38
KNOWN, TYPED, AFTER_TYPE, ENDING, DIRECTED = 0.6, 0.66, 0.55, 0.5, 0.63
#: Behind a preposition a known place is no surname before initials: «В Харбине Д. Л. Хорват».
PREPOSED = 0.72
#: Streets bear the names of persons, and the places are meant.
STREET = 0.74
AND = frozenset({"and", "і", "й", "та", "и"})

#: Endings of the adjectives of places in all their cases, by what they have in common.
_STEMS = ("ськ", "цьк", "зьк", "ск", "цк")
_UKRAINIAN = ("ий", "ій", "а", "ого", "ої", "ому", "у", "им", "ою", "их", "ими", "і")
_RUSSIAN = ("ая", "ое", "ой", "ую", "ом", "ие", "ым")
RELATIONAL = tuple(stem + end for stem in _STEMS for end in (*_UKRAINIAN, *_RUSSIAN))


@cache
def place_patterns(lang: str) -> dict[str, frozenset[str]]:
    """The lists of `models/patterns/<lang>/places.toml` by their keys."""
    return {key: frozenset(words) for key, words in read_toml(f"patterns/{lang}/places.toml").items()}


def is_name(word: Token) -> bool:
    """Whether a word is written as names are: a capital first, and not capitals alone."""
    return word.text[0].isupper() and any(c.islower() for c in word.text)


def names_after(words: Sequence[Token], first: int, stops: frozenset[str] = frozenset()) -> int:
    """Where a row of at most three capitalised words that begins at `first` ends, or a word of `stops` stands."""
    last = first
    while last < len(words) and last - first < 3 and is_name(words[last]) and words[last].text not in stops:
        last += 1
    return last

"""Find the names of a gazetteer in a text, in any case of Ukrainian and Russian."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kartoteka.languages.morphology import INFLECTED, forms

#: Words with inner hyphens and apostrophes, and every other sign by itself.
TOKEN = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*|[^\w\s]")


@dataclass(slots=True)  # not frozen: there is one for every word, and a frozen one takes three times as long
class Token:
    """A word or sign of a text, the same in lower case, and where it stands."""

    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name as a row of words, each with the forms it may take; `exact` words keep their capitals."""

    words: tuple[frozenset[str], ...]
    exact: tuple[str, ...]
    key: str


@lru_cache(maxsize=16)  # the finders of one block ask for the same text, one after the other
def tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of a text in order."""
    return tuple([Token(word := m[0], word.lower(), *m.span()) for m in TOKEN.finditer(text)])


def index(names: Mapping[str, Iterable[str]], lang: str) -> dict[str, list[Phrase]]:
    """Names by key (an id) as phrases by each form of their first word, the longest first."""
    table: dict[str, list[Phrase]] = defaultdict(list)
    for key, spellings in names.items():
        for spelling in spellings:
            phrase = _phrase(spelling, key, lang)
            for form in phrase.words[0]:
                table[form].append(phrase)
    for phrases in table.values():
        phrases.sort(key=lambda p: -len(p.words))
    return dict(table)


def _phrase(spelling: str, key: str, lang: str) -> Phrase:
    words = [t.text for t in tokens(spelling)]
    inflected = lang in INFLECTED
    allowed = tuple(
        forms(w, lang) if inflected and not is_acronym(w) and w.isalpha() else frozenset({w.lower()})
        for w in words
    )
    return Phrase(allowed, tuple(words), key)


@lru_cache(maxsize=50_000)
def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals alone, or nearly (TsK, VUChK, UkrSSR)."""
    capitals = sum(c.isupper() for c in word)
    return len(word) > 1 and capitals >= 2 and capitals * 2 >= len(word)


def find(text: Sequence[Token], table: Mapping[str, list[Phrase]]) -> Iterator[tuple[int, int, str]]:
    """The longest phrase of the table at each token, shorter ones inside it too: first token, end, key."""
    for position, token in enumerate(text):
        candidates = table.get(token.lower)
        if candidates is None:
            continue
        following = text[position + 1].lower if position + 1 < len(text) else ""
        for phrase in candidates:
            if len(phrase.words) > 1 and following not in phrase.words[1]:
                continue  # most names of a gazetteer share their first word with many
            end = position + len(phrase.words)
            if end <= len(text) and _matches(text[position:end], phrase):
                yield position, end, phrase.key
                break


def _matches(words: Sequence[Token], phrase: Phrase) -> bool:
    for place, (token, allowed, exact) in enumerate(zip(words, phrase.words, phrase.exact, strict=True)):
        if token.lower not in allowed:
            return False
        if is_acronym(exact):
            if token.text != exact:
                return False
        elif place == 0 and exact[0].isupper() and not token.text[0].isupper():
            return False
        if place and words[place].start - words[place - 1].end > 2:
            return False
    return True

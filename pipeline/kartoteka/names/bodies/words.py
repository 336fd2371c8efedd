"""The words that names of institutions are made of, as models/gazetteers/body_words.toml has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from kartoteka.names.bodies.gazetteers import gazetteer
from kartoteka.names.offices.lexicon import Meaning, Node
from kartoteka.names.offices.words import table_key, word_table, words_of
from kartoteka.resources import read_toml


@cache
def body_table() -> dict[str, Any]:
    """models/gazetteers/body_words.toml."""
    return read_toml("gazetteers/body_words.toml")


@cache
def joined() -> dict[str, str]:
    """The words of the table that are written together, in lower case, with what they say."""
    return {short.lower(): full for short, full in body_table()["joined"].items()}


@cache
def body_words() -> Node:
    """The words of the table as phrases, with the adjectives of lands."""
    root = Node()
    for phrase, meaning in _meanings():
        node = root
        for word in words_of(phrase):
            node = node.after.setdefault(table_key(word), Node())
        node.meaning = meaning
    return root


def _meanings() -> Iterator[tuple[str, Meaning]]:
    for land, adjectives in word_table()["demonyms"].items():
        state = gazetteer("places")[land].columns["kind"] == "country"
        for phrase in adjectives:
            whole = phrase.startswith(("all-", "все", "всі"))
            said = f"all {land}" if whole else land
            yield phrase, Meaning("lands" if state else "places", said, capital=False)
    for sort in ("kinds", "qualities"):
        for key, phrases in body_table()[sort].items():
            yield from ((phrase, Meaning(sort, key)) for phrase in phrases)


@lru_cache(maxsize=20_000)
def parted(word: str) -> str:
    """What a lower-case word that is written together says («облвиконком», "revkom"), "" where it is none."""
    known = joined()
    if word in known:
        return known[word] if known[word] != word else ""
    for beginning, said in body_table()["beginnings"].items():
        rest = word.removeprefix(beginning)
        if rest != word and (full := known.get(rest) or parted(rest)):
            return f"{said} {full}"
    return ""

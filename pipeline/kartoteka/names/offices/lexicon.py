"""What the words of a post can mean: roles, portfolios, ranks, bodies, places, by the tables in models/offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from functools import cache

from kartoteka.languages.base import LANGUAGES
from kartoteka.names.bodies.gazetteers import gazetteer
from kartoteka.names.offices.tables import fields
from kartoteka.names.offices.words import Word, table_key, word_table, words_of
from kartoteka.resources import read_toml
from kartoteka.types import STANDINGS

#: Tables of words.toml whose keys are what is said, with the kind of their meaning; and those that say it by their
#: own name.
_KEYED = {
    "prepositions": "preposition",
    "ordinals": "number",
    "nouns": "noun",
    "subjects": "noun",
    "qualities": "noun",
    "demonyms": "place",
}
_SPOKEN = (*STANDINGS, "deputy", "companion", "assistant", "general")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says: a `kind` (role, field, noun, org …) and a key of its table.

    `ids` are the entries of a gazetteer that bear it by themselves, `shared` others that bear it too. `capital`
    asks that it be written with one.
    """

    kind: str
    key: str = ""
    ids: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    capital: bool = False


@dataclass(slots=True)
class Node:
    """The phrases that go on from here, by their next word, and what is said by stopping."""

    after: dict[str, Node] = made(default_factory=dict)
    meaning: Meaning | None = None


def longest(root: Node, words: Sequence[Word], start: int) -> tuple[int, Meaning | None]:
    """The end of the longest phrase that begins at a word, and what it says; the start itself where none does."""
    best: tuple[int, Meaning | None] = (start, None)
    nodes, place = [root], start
    while nodes and place < len(words):
        keys = words[place].keys
        nodes = [node.after[key] for node in nodes for key in keys if key in node.after]
        place += 1
        for node in nodes:
            if node.meaning and (place - start > 1 or words[start].capital or not node.meaning.capital):
                best = place, node.meaning
                break
    return best


def with_lands(words: Sequence[Word]) -> list[Word]:
    """The words with the name of each state as one: «Української РСР», "UkrSSR" and «УСРР» are the same word."""
    found: list[Word] = []
    place = 0
    while place < len(words):
        end, meaning = longest(_states(), words, place)
        if meaning is None:
            found.append(words[place])
        else:
            written = " ".join(word.text for word in words[place:end])
            found.append(Word(written, (f"@{meaning.key}",), words[end - 1].owner, words[place].linked))
        place = max(end, place + 1)
    return found


@cache
def _states() -> Node:
    root = Node()
    for entry in gazetteer("places").values():
        if entry.columns["kind"] == "country":
            for spelling in (
                entry.name,
                *(spelling for listed in entry.spellings.values() for spelling in listed),
            ):
                _add(root, words_of(spelling)).meaning = Meaning("place", entry.id, capital=True)
    return root


def _add(root: Node, phrase: Sequence[Word], *, declined: bool = True) -> Node:
    node = root
    for word in phrase:
        node = node.after.setdefault(table_key(word, declined=declined), Node())
    return node


@cache
def lexicon(lang: str = "") -> Node:
    """The tables of models/offices as phrases; where two languages say one thing otherwise, `lang` is heard."""
    root = Node()
    for phrase, meaning in _phrases(lang):
        node = _add(root, with_lands(words_of(phrase)))
        if node is not root:
            node.meaning = meaning
    return root


def _phrases(lang: str) -> Iterator[tuple[str, Meaning]]:
    """Every phrase with its meaning; later ones outweigh earlier ones of the same words."""
    words, ranks = word_table(), read_toml("offices/ranks.toml")
    for table, kind in _KEYED.items():
        for key, phrases in words[table].items():
            ids = frozenset({key}) if kind == "place" else frozenset[str]()
            yield from ((phrase, Meaning(kind, key, ids)) for phrase in phrases)
    for known in _heard_last(lang):
        yield from _said(known, "field", fields())
        for kind in ("decorations", "ranks"):
            yield from _said(known, kind.removesuffix("s"), ranks[kind])
        yield from ((phrase, Meaning("empty")) for phrase in words["empty"].get(known, ()))
        for key in _SPOKEN:
            yield from ((phrase, Meaning(key, key)) for phrase in words[key].get(known, ()))
        yield from _said(known, "role", read_toml("offices/roles.toml"))
        yield from _said(known, "role", ranks["services"])


@cache
def contractions(lang: str = "") -> Node:
    """The short forms of models/offices, which mean what they are written out to."""
    root = Node()
    for known in _heard_last(lang):
        for short, full in read_toml("offices/contractions.toml")[known].items():
            _add(root, with_lands(words_of(short))).meaning = Meaning("contraction", full)
    return root


@cache
def beginnings() -> dict[str, str]:
    """What is written together with a role, and what it stands for."""
    found: dict[str, str] = read_toml("offices/contractions.toml")["beginnings"]
    return found


def _heard_last(lang: str) -> list[str]:
    return sorted(LANGUAGES, key=lambda known: (known == lang, LANGUAGES.index(known)))


def _said(lang: str, kind: str, table: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, Meaning]]:
    return ((phrase, Meaning(kind, key)) for key, row in table.items() for phrase in row[lang])


@cache
def known_names(table: str, kind: str) -> Node:
    """The spellings of a gazetteer as phrases of this kind ("org", "place")."""
    root = Node()
    for entry in gazetteer(table).values():
        own = (entry.name, *(spelling for listed in entry.spellings.values() for spelling in listed))
        _enter(root, kind, entry.id, own, shared=False)
        _enter(root, kind, entry.id, entry.shared, shared=True)
    return root


def _enter(root: Node, kind: str, entry: str, spellings: Iterable[str], *, shared: bool) -> None:
    for spelling in spellings:
        # Сталіно is not declined: Сталіна is of a man.
        node = _add(root, with_lands(words_of(spelling)), declined=kind != "place" or not spelling.endswith("о"))
        was = node.meaning or Meaning(kind, capital=True)
        one = frozenset({entry})
        ids, others = (was.ids, was.shared | one) if shared else (was.ids | one, was.shared)
        node.meaning = Meaning(kind, ids=ids, shared=others, capital=was.capital and spelling[0].isupper())

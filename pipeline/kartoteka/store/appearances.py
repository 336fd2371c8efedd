"""Where each card is named, and where dates stand, as columns of numbers: what networks are counted from."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.store.dates import Dates, read_dates
from kartoteka.types import BlockKind, Label

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Appearances:
    """Where cards are named, one row an appearance, in reading order (of two that begin alike the longer first).

    `cards` and `documents` are ids in the alphabet's order, `labels` what each card is; `card`, `block` (of all
    blocks that were asked for, `block_document` and `block_number` say which), `sentence` (of its document), `start`
    and `end` are numbers. `inferred` marks a post that stands for its holder. `read_block` and `read_sentence` are all
    sentences in which anything was read, be it a date or a card of another label: what chance is measured in.
    """

    cards: tuple[str, ...]
    labels: tuple[Label, ...]
    documents: tuple[str, ...]
    block_document: Array
    block_number: Array
    card: Array
    block: Array
    sentence: Array
    start: Array
    end: Array
    inferred: Array
    read_block: Array
    read_sentence: Array
    dates: Dates

    @property
    def document(self) -> Array:
        """The document of each appearance."""
        found: Array = self.block_document[self.block]
        return found

    def take(self, wanted: Array) -> Appearances:
        """The appearances at these places, or where this is true, of the same cards and dates."""
        columns = ("card", "block", "sentence", "start", "end", "inferred")
        return replace(self, **{name: getattr(self, name)[wanted] for name in columns})


def read_appearances(
    connection: sqlite3.Connection, labels: Collection[Label], kinds: Collection[BlockKind]
) -> Appearances:
    """All mentions of cards of these labels in blocks of these kinds, and all dates there; ignored ones are left out.

    A mention that two cards claim is the first one's, as in every list. Tables are read whole and brought together
    here, which takes a fraction of the time that a join of them takes.
    """
    entities = connection.execute("SELECT id, label, key FROM entity ORDER BY id").fetchall()
    documents = connection.execute("SELECT id, key FROM document ORDER BY id").fetchall()
    blocks = _Blocks(connection, [key for _, key in documents], kinds)
    query = 'SELECT key, document, block, sentence, start, "end" FROM mention ORDER BY key'
    mention, document, number, sentence, start, end = _columns(connection, query, 6)
    card = _card_of(connection, mention, [key for _, _, key in entities])
    block = blocks.find(document, number)
    chosen = [label in labels for _, label, _ in entities]
    ignored = np.array([key for (key,) in connection.execute("SELECT mention FROM ignored")], dtype=np.int64)
    kept = (block >= 0) & ~np.isin(mention, ignored)
    wanted = kept & (card >= 0) & np.append(np.array(chosen, dtype=bool), False)[card]
    renumbered = np.cumsum(chosen, dtype=np.int64) - 1
    found = Appearances(
        tuple(identity for identity, label, _ in entities if label in labels),
        tuple(Label(label) for _, label, _ in entities if label in labels),
        tuple(identity for identity, _ in documents),
        *(blocks.document, blocks.number, renumbered[card[wanted]], block[wanted], sentence[wanted]),
        *(start[wanted], end[wanted], np.zeros(int(wanted.sum()), dtype=bool)),
        *_sentences(block[kept], sentence[kept]),
        read_dates(connection, blocks.find, ignored),
    )
    return in_order(found)


def in_order(appearances: Appearances) -> Appearances:
    """The same appearances in reading order."""
    keys = (-appearances.end, appearances.start, appearances.sentence, appearances.block)
    return appearances.take(np.lexsort(keys))


def with_inferred(appearances: Appearances, rows: Iterable[tuple[str, int, int, int, int, str]]) -> Appearances:
    """The same appearances and some that are inferred: document (id), block, sentence, start, end and card (id).

    Those in other blocks and of other cards than were asked for are left out.
    """
    documents = {identity: n for n, identity in enumerate(appearances.documents)}
    cards = {identity: n for n, identity in enumerate(appearances.cards)}
    places = zip(appearances.block_document.tolist(), appearances.block_number.tolist(), strict=True)
    blocks = {place: n for n, place in enumerate(places)}
    found = [
        (cards[card], blocks[documents[document], block], sentence, start, end, 1)
        for document, block, sentence, start, end, card in rows
        if card in cards and (documents.get(document, -1), block) in blocks
    ]
    card, block, sentence, start, end, inferred = np.array(found, dtype=np.int64).reshape(-1, 6).T
    joined = replace(
        appearances,
        card=np.append(appearances.card, card),
        block=np.append(appearances.block, block),
        sentence=np.append(appearances.sentence, sentence),
        start=np.append(appearances.start, start),
        end=np.append(appearances.end, end),
        inferred=np.append(appearances.inferred, inferred.astype(bool)),
    )
    return in_order(joined)


class _Blocks:
    """The blocks of some kinds, numbered by document (in the order of `keys`) and place."""

    def __init__(self, connection: sqlite3.Connection, keys: list[int], kinds: Collection[BlockKind]) -> None:
        chosen = sorted(kinds)
        query = f"SELECT document, number FROM block WHERE kind IN ({', '.join('?' * len(chosen))})"
        document, number = _columns(connection, query, 2, chosen)
        self._document_of = _Numbers(keys)
        self._step = int(number.max(initial=0)) + 1
        places = np.sort(self._document_of.find(document) * self._step + number)
        self._places = places
        self.document, self.number = places // self._step, places % self._step

    def find(self, document: Array, number: Array) -> Array:
        """The number of each block by the key of its document and its place there, -1 for one of another kind."""
        inside = np.minimum(number, self._step)
        places = self._document_of.find(document) * self._step + inside
        return np.where(number < self._step, _find(self._places, places), -1)


class _Numbers:
    """The place of each key in a list, by the key."""

    def __init__(self, keys: list[int]) -> None:
        listed = np.array(keys, dtype=np.int64)
        self._order = np.argsort(listed, kind="stable")
        self._keys = listed[self._order]

    def find(self, wanted: Array) -> Array:
        """The places of these keys, -1 for one that is not listed."""
        at = _find(self._keys, wanted)
        return np.where(at >= 0, np.append(self._order, -1)[at], -1)


def _find(known: Array, wanted: Array) -> Array:
    """Where each wanted number stands in a sorted list, -1 where it does not."""
    if not len(known):
        return np.full(len(wanted), -1)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where(known[at] == wanted, at, -1)


def _card_of(connection: sqlite3.Connection, mentions: Array, entity_keys: list[int]) -> Array:
    """The place in the list of cards of each mention's card, the first of several, -1 without one."""
    owner, entity = _columns(connection, "SELECT referent, entity FROM entity_referent ORDER BY referent", 2)
    referent, mention = _columns(connection, "SELECT referent, mention FROM referent_mention", 2)
    held = _find(owner, referent)
    cards = np.append(_Numbers(entity_keys).find(entity), -1)[held]
    none = len(entity_keys)
    found = np.full(len(mentions) + 1, none)
    np.minimum.at(found, _find(mentions, mention), np.where(cards >= 0, cards, none))
    return np.where(found[:-1] < none, found[:-1], -1)


def _sentences(block: Array, sentence: Array) -> tuple[Array, Array]:
    """Every block and sentence once, in their order."""
    step = int(sentence.max(initial=0)) + 1
    found = np.unique(block * step + sentence)
    return found // step, found % step


def _columns(
    connection: sqlite3.Connection, query: str, width: int, values: Iterable[str] = ()
) -> tuple[Array, ...]:
    """The columns of a query that gives whole numbers alone."""
    cells = np.fromiter(chain.from_iterable(connection.execute(query, tuple(values))), np.int64)
    return tuple(np.ascontiguousarray(column) for column in cells.reshape(-1, width).T)

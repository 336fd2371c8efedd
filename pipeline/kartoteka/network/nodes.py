"""What a network tells of its nodes: names, figures, offices, and the time in which each is known to have lived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.dates.limits import key
from kartoteka.network.choice import DOCUMENT
from kartoteka.network.counting.calendar import Calendar, read_calendar
from kartoteka.network.counting.spells import iso_days
from kartoteka.store.appearances import Appearances
from kartoteka.store.dates import AFTER_ALL, BEFORE_ALL, day_number
from kartoteka.types import Entity, Modality, Tenure
from kartoteka.types.network import Held

if TYPE_CHECKING:
    from kartoteka.network.cooccurrence import Edge
    from kartoteka.store.store import Store

Array = NDArray[Any]

#: The tenures whose dates are dates of somebody's life.
_LIVED = frozenset({Modality.HELD, Modality.IMPLIED, Modality.MEMBER})

#: The first and last ISO day.
Span = tuple[str, str]


def card_nodes(
    store: Store, appearances: Appearances, offices: Mapping[str, tuple[Held, ...]], edges: Iterable[Edge] = ()
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The id and the attributes of each card that appears, by id.

    A card lives from the first to the last day of its dated mentions, of its ties, of the tenures that were held, of
    birth and death; whose birth or death the texts tell is not dated by what is said of him before or after.
    """
    cards = appearances.cards
    lifetimes = _lifetimes(store, cards)
    ends = ((number, day) for number, days in lifetimes.items() for day in days if BEFORE_ALL < day < AFTER_ALL)
    further = chain(_tenure_days(store, cards), ends, _tie_days(edges, cards))
    lives = _spans(cards, appearances.card, appearances, lifetimes, further)
    for entity in sorted(store.entities(), key=lambda entity: entity.id):
        if entity.id in lives:
            told = {**described(entity), "offices": list(offices.get(entity.id, ()))}
            yield entity.id, told | lifetime(lives[entity.id])


def document_nodes(store: Store, appearances: Appearances) -> Iterator[tuple[str, dict[str, Any]]]:
    """The id and the attributes of each document that names a card, by id; it lives in the dates beside these names."""
    lives = _spans(appearances.documents, appearances.document, appearances)
    mentions = np.bincount(appearances.document, minlength=len(appearances.documents)).tolist()
    counts = dict(zip(appearances.documents, mentions, strict=True))
    for document in store.documents():
        if document.id in lives:
            label = document.title or document.id
            told = {"label": label, "kind": DOCUMENT, "mentions": counts[document.id], "documents": 1}
            yield document.id, told | {"variants": [label], "offices": []} | lifetime(lives[document.id])


def described(entity: Entity) -> dict[str, Any]:
    """What a card tells of itself in any network."""
    known = {"identifiers": [f"{one.scheme}:{one.value}" for one in entity.identifiers]}
    return {
        "label": entity.name,
        "kind": str(entity.label),
        "mentions": entity.mentions,
        "documents": entity.documents,
        "variants": list(entity.variants),
        **(known if entity.identifiers else {}),
    }


def lifetime(spells: Sequence[Span]) -> dict[str, Any]:
    """The spells, which are in order, and where there are any their first and last day with the years."""
    if not spells:
        return {"spells": []}
    first, last = spells[0][0], max((spell[1] for spell in spells), key=key)
    years = {"year_first": key(first)[0], "year_last": key(last)[0]}
    return {"first": first, "last": last, **years, "spells": list(spells)}


def _spans(
    ids: tuple[str, ...],
    numbers: Array,
    appearances: Appearances,
    lifetimes: Mapping[int, tuple[int, int]] = MappingProxyType({}),
    further: Iterable[tuple[int, int]] = (),
) -> dict[str, tuple[Span, ...]]:
    """From when to when each that appears is dated: one span, none for one that never is.

    The dates of a paragraph count for those of whom nothing nearer is told. `lifetimes` are the first and last day of
    those, by number, whose mentions tell no others; `further` a number and a day each.
    """
    calendar: Calendar = read_calendar(appearances)
    limits = np.full(len(ids), BEFORE_ALL), np.full(len(ids), AFTER_ALL)
    for number, days in lifetimes.items():
        limits[0][number], limits[1][number] = days
    first, last = _reached(calendar, calendar.sentence, numbers, limits)
    for number, told_day in further:
        day = min(max(told_day, limits[0][number]), limits[1][number])
        first[number], last[number] = min(first[number], day), max(last[number], day)
    told = first <= last
    wider = _reached(calendar, calendar.block, numbers, limits)
    first, last = np.where(told, first, wider[0]), np.where(told, last, wider[1])
    appearing = np.unique(numbers)
    known = appearing[first[appearing] <= last[appearing]]
    spans: dict[str, tuple[Span, ...]] = {ids[number]: () for number in appearing.tolist()}
    for number, *span in zip(known.tolist(), iso_days(first[known]), iso_days(last[known]), strict=True):
        spans[ids[number]] = ((span[0], span[1]),)
    return spans


def _reached(calendar: Calendar, place: Array, numbers: Array, limits: tuple[Array, Array]) -> tuple[Array, Array]:
    """The first and last day of each number's dated places, as far as its limits go; the last first without any."""
    born, died = limits
    first, last = np.full(len(born), AFTER_ALL), np.full(len(born), BEFORE_ALL)
    dated = np.flatnonzero(place >= 0)
    begin, end, bearer = calendar.first[place[dated]], calendar.last[place[dated]], numbers[dated]
    alive = np.flatnonzero((begin <= died[bearer]) & (end >= born[bearer]))
    begin, end, bearer = begin[alive], end[alive], bearer[alive]
    np.minimum.at(first, bearer, np.maximum(begin, born[bearer]))
    np.maximum.at(last, bearer, np.minimum(end, died[bearer]))
    return first, last


def _lifetimes(store: Store, cards: tuple[str, ...]) -> dict[int, tuple[int, int]]:
    """The days between which each card whose birth or death is told can have lived at most, by its number."""
    numbers = {identity: number for number, identity in enumerate(cards)}
    card_of = store.entity_of()
    births: dict[int, list[tuple[int, int]]] = {}
    deaths: dict[int, list[tuple[int, int]]] = {}
    for life in store.lives():
        number = numbers.get(card_of.get(life.person, ""))
        for span, found in ((life.birth, births), (life.death, deaths)):
            if number is not None and span is not None:
                first = day_number(span.earliest) if span.earliest else BEFORE_ALL
                last = day_number(span.latest) if span.latest else AFTER_ALL
                found.setdefault(number, []).append((first, last))
    return {
        number: (_agreed(births.get(number, []))[0], _agreed(deaths.get(number, []))[1])
        for number in births.keys() | deaths.keys()
    }


def _agreed(told: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The days that all statements of one event allow; where they contradict each other, those that any does."""
    first, last = (
        max((one for one, _ in told), default=BEFORE_ALL),
        min((one for _, one in told), default=AFTER_ALL),
    )
    if first <= last:
        return first, last
    return min(one for one, _ in told), max(one for _, one in told)


def _tie_days(edges: Iterable[Edge], cards: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The card's number and the first and last day of each of its ties."""
    numbers = {identity: number for number, identity in enumerate(cards)}
    for *ends, tie in edges:
        for number in (numbers[end] for end in ends if tie["spells"] and end in numbers):
            yield from ((number, day_number(tie[side])) for side in ("first", "last"))


def _tenure_days(store: Store, cards: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The card's number and each day that bounds a tenure which was held."""
    numbers = {identity: number for number, identity in enumerate(cards)}
    card_of = store.entity_of()
    held: Iterator[Tenure] = (tenure for tenure in store.tenures() if tenure.modality in _LIVED)
    for tenure in held:
        number = numbers.get(card_of.get(tenure.holder, ""))
        for span in (tenure.start, tenure.end):
            if span is not None and number is not None:
                yield from ((number, day_number(day)) for day in (span.earliest, span.latest) if day)

"""Two cards and the kind that ties them: what all its grounds say together, as nodes and edges of a network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kartoteka.dates.limits import key
from kartoteka.names import parse_office
from kartoteka.names.offices import same_post
from kartoteka.network.held import held_offices
from kartoteka.network.nodes import described, lifetime
from kartoteka.network.statements import namings, quotations
from kartoteka.network.ties.days import Spell, joined, narrowed
from kartoteka.network.ties.quoting import choose
from kartoteka.types import Entity, Passage
from kartoteka.types.network import Ground, Held, Stretch, TieKind

if TYPE_CHECKING:
    from kartoteka.careers import Careers
    from kartoteka.store.store import Store

#: Source, target and kind.
Pair = tuple[str, str, TieKind]
Grounds = Mapping[Pair, Sequence[Ground]]


def gather(grounds: Iterable[Ground]) -> Grounds:
    """The grounds of each pair and kind, in order; nobody is tied to himself."""
    pairs: dict[Pair, list[Ground]] = defaultdict(list)
    for ground in grounds:
        if ground.source != ground.target:
            pairs[ground.source, ground.target, ground.kind].append(ground)
    return {pair: sorted(pairs[pair], key=_order) for pair in sorted(pairs)}


def _order(ground: Ground) -> tuple[bool, tuple[int, int, int], Sequence[Stretch], str]:
    when = key(ground.spells[0][0]) if ground.spells else (0, 0, 0)
    return not ground.spells, when, ground.passages, ground.detail


def edges(store: Store, pairs: Grounds, most: int) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """An edge a pair and kind, with up to `most` quotations: one that names both first, else one of each."""
    places = namings(store, {end for source, target, _ in pairs for end in (source, target)})
    chosen = {pair: choose(pair[:2], grounds, places, most) for pair, grounds in pairs.items()}
    quoted = quotations(store, (stretch for stretches in chosen.values() for stretch in stretches))
    for (source, target, kind), grounds in pairs.items():
        passages = tuple(quoted[stretch] for stretch in chosen[source, target, kind])
        yield source, target, str(kind), _edge(kind, grounds, passages)


def _edge(kind: TieKind, grounds: Sequence[Ground], passages: tuple[Passage, ...]) -> dict[str, Any]:
    names = _distinct(grounds)
    by_name: dict[str, list[Ground]] = defaultdict(list)
    for ground in grounds:
        by_name[names[ground.detail]].append(ground)
    stated = {(names[ground.detail], ground.passages[0][0]) for ground in grounds}
    spells = joined(spell for same in by_name.values() for spell in _spells(same))
    documents = {document for ground in grounds for document, _, _ in ground.passages}
    return {
        "kind": str(kind),
        "directed": kind.directed,
        "weight": len(stated if kind.directed else by_name),
        "detail": (" | " if grounds[0].terms else "; ").join(
            _detail(name, same) for name, same in by_name.items()
        ),
        "documents": sorted(documents | {passage.document for passage in passages}),
        "passages": passages,
        **lifetime(spells),
    }


def _spells(grounds: Sequence[Ground]) -> Sequence[Spell]:
    """The days of one post or body; several statements of one event tell the days that they share."""
    spells = [spell for ground in grounds for spell in ground.spells]
    return narrowed(spells) if grounds[0].kind.directed else spells


def _detail(name: str, grounds: Sequence[Ground]) -> str:
    """A post or body, who had it when, and whether texts tell different days of the event."""
    terms = "; ".join(dict.fromkeys(ground.terms for ground in grounds if ground.terms))
    several = grounds[0].kind.directed and len(_spells(grounds)) > 1
    disputed = several or any(ground.contested for ground in grounds)
    return f"{name}: {terms}" if terms else f"{name} (date contested)" if disputed else name


def _distinct(grounds: Sequence[Ground]) -> dict[str, str]:
    """Each post or body by the first of the names that say the same of it: "head of the NKVD", "NKVD chief"."""
    details: dict[str, str] = {}
    for ground in grounds:
        alike = (name for name in details.values() if _same(ground.kind, ground.detail, name))
        details.setdefault(ground.detail, next(alike, ground.detail))
    return details


def _same(kind: TieKind, one: str, other: str) -> bool:
    return kind is not TieKind.SAME_ORGANIZATION and same_post(parse_office(one), parse_office(other))


def nodes(cards: Mapping[str, Entity], pairs: Grounds, careers: Careers) -> Iterator[tuple[str, dict[str, Any]]]:
    """The cards that are tied, with the offices they held and the days between which their terms and ties fall."""
    spells: dict[str, list[Spell]] = defaultdict(list)
    for (source, target, _), grounds in pairs.items():
        for end in (source, target):
            spells[end] += (spell for ground in grounds for spell in ground.spells)
    held = held_offices(careers)
    for card in sorted(spells):
        offices = held.get(card, ())
        days = [day for spell in spells[card] for day in spell] + [day for one in offices for day in _days(one)]
        whole = ((min(days, key=key), max(days, key=key)),) if days else ()
        yield card, {**described(cards[card]), **lifetime(whole), "offices": list(offices)}


def _days(office: Held) -> list[str]:
    return [day for day in (*office.start, *office.end) if day]

"""Decisions held against each other: each new one stands, or contradicts those that are named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from kartoteka.reconcile.meaning import Meaning, fold
from kartoteka.types import Decision, Ruling

#: What a side comes down to: ids of referents or, where it means nobody now, the spelling and what it is bound to.
Nodes = frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision with the nodes of each of its sides, in the texts as they stand."""

    decision: Decision
    sides: tuple[Nodes, ...]

    @property
    def nodes(self) -> Nodes:
        """Those of all sides."""
        return frozenset().union(*self.sides)


@dataclass(slots=True)
class Ledger:
    """The decisions that stand together, in the order in which they were added.

    `places` are, for each node, those of the entries that speak of it, `together` the nodes joined with each, also by
    way of others.
    """

    entries: list[Entry] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)
    together: dict[str, set[str]] = field(default_factory=dict)


def entry(decision: Decision, meanings: Iterable[Meaning]) -> Entry:
    """What a decision comes down to; "different" leaves out of both sides whoever bears both spellings."""
    sides = [
        frozenset(one.id for one in meaning.referents) or frozenset({_statement(decision, number)})
        for number, meaning in enumerate(meanings)
    ]
    if decision.ruling is Ruling.DIFFERENT:
        left, right = sides
        sides = [left - right or left, right - left or right]
    return Entry(decision, tuple(sides))


def add(ledger: Ledger, one: Entry) -> list[Decision]:
    """Let a decision stand, unless it contradicts others: then nothing changes and they are returned, by number."""
    against = {decision.number: decision for decision in _contradicted(ledger, one)}
    if not against:
        for node in one.nodes:
            ledger.places.setdefault(node, []).append(len(ledger.entries))
        ledger.entries.append(one)
        if one.decision.ruling is Ruling.SAME:
            joined = _joined(ledger, one.nodes)
            ledger.together.update(dict.fromkeys(joined, joined))
    return [against[number] for number in sorted(against)]


def _contradicted(ledger: Ledger, one: Entry) -> Iterator[Decision]:
    ruling = one.decision.ruling
    if ruling is Ruling.SAME:
        joined = _joined(ledger, one.nodes)
        for other in _about(ledger, joined, {Ruling.DIFFERENT}):
            if all(side & joined for side in other.sides):
                yield from (other.decision, *_chain(ledger, one, other))
                return
    if ruling is Ruling.DIFFERENT:
        if any(ledger.together[node] & one.sides[1] for node in one.sides[0] & ledger.together.keys()):
            yield from _chain(ledger, one, one)
        return
    hiding = {Ruling.IGNORE, Ruling.UNKNOWN}
    for other in _about(ledger, one.nodes, set(Ruling) if ruling in hiding else hiding):
        if _silences(one, other) or _silences(other, one):
            yield other.decision


def _about(ledger: Ledger, nodes: Iterable[str], rulings: Collection[Ruling]) -> list[Entry]:
    """The entries of some rulings that speak of any of these nodes."""
    places = sorted({place for node in nodes for place in ledger.places.get(node, ())})
    return [one for place in places if (one := ledger.entries[place]).decision.ruling in rulings]


def _joined(ledger: Ledger, nodes: Nodes) -> set[str]:
    return set(nodes).union(*(ledger.together.get(node, ()) for node in nodes))


def _chain(ledger: Ledger, one: Entry, different: Entry) -> Iterator[Decision]:
    """The decisions "same" by which the two sides of a "different" are one, `one` left out: a shortest chain."""
    sames = [
        *(held for held in ledger.entries if held.decision.ruling is Ruling.SAME),
        *([] if one is different else [one]),
    ]
    reached: dict[int, int | None] = {n: None for n, other in enumerate(sames) if other.nodes & different.sides[0]}
    waiting = list(reached)
    for number in waiting:
        if sames[number].nodes & different.sides[1]:
            link: int | None = number
            while link is not None:
                if sames[link] is not one:
                    yield sames[link].decision
                link = reached[link]
            return
        for n, other in enumerate(sames):
            if n not in reached and other.nodes & sames[number].nodes:
                reached[n] = number
                waiting.append(n)


def _silences(hiding: Entry, other: Entry) -> bool:
    """Whether "ignore" or "unknown" leaves nothing of a side of which another decision says something else."""
    one, two = hiding.decision, other.decision
    if one.ruling not in (Ruling.IGNORE, Ruling.UNKNOWN) or two.ruling in (one.ruling, Ruling.DIFFERENT):
        return False
    (hidden,) = hiding.sides
    return one.label is two.label and any(
        nodes <= hidden and (one.ruling is Ruling.UNKNOWN or fold(side.spelling) == fold(one.sides[0].spelling))
        for side, nodes in zip(two.sides, other.sides, strict=True)
    )


def _statement(decision: Decision, number: int) -> str:
    side = decision.sides[number]
    return "\0".join(("", decision.label, fold(side.spelling), side.document, fold(decision.beside)))

"""Statements that cannot both be right, compared with their precision; both sides are kept, none is preferred.

1937 against 8 May 1937 is a refinement, April against 8 May 1937 a contradiction. Statements of one side say the same
day, or days that agree with each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from kartoteka.dates.limits import apart, common, known, meet, precedes, width
from kartoteka.names.offices import same_post
from kartoteka.types import BlockKind
from kartoteka.types.careers import Attestation, Conflict, Contradiction, Limits, Term

_DATES: tuple[tuple[Conflict, Callable[[Attestation], Limits]], ...] = (
    (Conflict.START, lambda one: one.start),
    (Conflict.END, lambda one: one.end),
)
_NEIGHBOURS: tuple[tuple[Conflict, Callable[[Attestation], str]], ...] = (
    (Conflict.PREDECESSOR, lambda one: one.predecessor),
    (Conflict.SUCCESSOR, lambda one: one.successor),
)


def find_contradictions(terms: Iterable[Term], not_held: Iterable[Attestation] = ()) -> list[Contradiction]:
    """The contradictions within each term, and with statements (`not_held`) that the post was never taken up."""
    denied: dict[str, list[Attestation]] = {}
    for one in not_held:
        denied.setdefault(one.person, []).append(one)
    return [
        found
        for term in terms
        for found in (
            *_in_dates(term),
            *_in_order(term),
            *_in_neighbours(term),
            *_denied(term, denied.get(term.person, [])),
        )
    ]


def _in_dates(term: Term) -> Iterator[Contradiction]:
    for kind, date in _DATES:
        sides = _sides([one for one in term.attestations if known(date(one))], date)
        for left, right in combinations(sides, 2):
            if far := apart(common(map(date, left)), common(map(date, right))):
                yield Contradiction(kind, term, tuple(left), tuple(right), far)


def _sides(stated: Sequence[Attestation], date: Callable[[Attestation], Limits]) -> list[list[Attestation]]:
    """The statements by what they say: the most exact ones open a side, vaguer ones that fit several open none."""
    sides: list[list[Attestation]] = []
    for one in sorted(stated, key=lambda a: width(date(a))):
        fitting = [side for side in sides if all(meet(date(one), date(other)) for other in side)]
        if not fitting:
            sides.append([one])
        elif len(fitting) == 1:
            fitting[0].append(one)
    return sorted(sides, key=lambda side: (date(side[0])[0] or "", date(side[0])[1] or ""))


def _in_order(term: Term) -> Iterator[Contradiction]:
    """A statement whose term ends before it begins."""
    for one in term.attestations:
        if known(one.start) and known(one.end) and precedes(one.end, one.start):
            yield Contradiction(Conflict.ORDER, term, (one,), (one,), apart(one.end, one.start))


def _in_neighbours(term: Term) -> Iterator[Contradiction]:
    for kind, neighbour in _NEIGHBOURS:
        named: dict[str, list[Attestation]] = {}
        for one in term.attestations:
            if neighbour(one):
                named.setdefault(neighbour(one), []).append(one)
        for left, right in combinations(sorted(named), 2):
            yield Contradiction(kind, term, tuple(named[left]), tuple(named[right]))


def _denied(term: Term, denied: Sequence[Attestation]) -> Iterator[Contradiction]:
    """Statements of other texts that the person was kept from the post, or refused it, when the term has it held."""
    against = [
        one
        for one in denied
        if (one.office and one.office == term.office) or same_post(one.name, term.name)
        if known(one.start) and not precedes(one.start, term.start) and not precedes(term.end, one.start)
    ]
    documents = {one.tenure.document for one in against}
    # A text that has a post given and never taken up does not contradict itself.
    held = [
        a for a in term.attestations if a.tenure.document not in documents or a.tenure.source is BlockKind.INFOBOX
    ]
    if against and held:
        yield Contradiction(Conflict.HELD, term, tuple(held), tuple(against))

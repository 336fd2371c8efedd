"""Statements about one person and one post brought together as terms: what several documents attest is one term.

Two statements are of one term where their dates allow it, or where the term of the one begins or ends within that of
the other. Dates that are apart by no more than a year, with no end between them, contradict each other within one
term; those further apart are of two terms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kartoteka.dates.days import Day
from kartoteka.dates.limits import OPEN, Allowed, apart, common, key, known, precedes
from kartoteka.names.offices import same_post
from kartoteka.types.careers import Attestation, Limits, Term

#: Two beginnings (or ends) so many days apart can still be meant for one.
_ONE_YEAR = 366
_NEVER: Day = (9999, 12, 31)


def find_terms(stated: Iterable[Attestation]) -> list[Term]:
    """The terms of all persons, by person, then by time."""
    by_person: dict[str, list[Attestation]] = {}
    for one in stated:
        by_person.setdefault(one.person, []).append(one)
    terms = [term for person in sorted(by_person) for term in _of_person(by_person[person])]
    return sorted(terms, key=lambda term: (term.person, time_order(term)))


def time_order(term: Term) -> tuple[bool, Day, Day, str, str, int]:
    """A key that brings terms into their order in time: by what is known of the start, else of the end."""
    end = term.end[0] or term.end[1]
    begin = term.start[0] or term.start[1] or end or term.at[0]
    first = term.attestations[0].tenure
    days = [key(iso) if iso else _NEVER for iso in (begin, end)]
    return not begin, days[0], days[1], term.title, first.document, first.passage[0]


def _of_person(stated: Sequence[Attestation]) -> list[Term]:
    return [_term(group) for post in _posts(stated) for group in _by_time(post)]


def _posts(stated: Sequence[Attestation]) -> list[list[Attestation]]:
    """The statements of each post, the most telling ones first; what may be of several posts stands by itself."""
    posts: list[list[Attestation]] = []
    for one in sorted(stated, key=_telling, reverse=True):
        fitting = [post for post in posts if all(_same_post(one, other) for other in post)]
        same = [post for post in fitting if any(one.office and one.office == other.office for other in post)]
        if len(same or fitting) == 1:
            (same or fitting)[0].append(one)
        else:
            posts.append([one])
    return posts


def _telling(one: Attestation) -> tuple[int, int, int]:
    name = one.name
    body = bool(name.orgs or one.org) + bool(name.places) + bool(name.field) + len(name.rest)
    return body, known(one.start) + known(one.end), len(one.tenure.office)


def _same_post(one: Attestation, other: Attestation) -> bool:
    if (one.tenure.honorary, one.tenure.designate) != (other.tenure.honorary, other.tenure.designate):
        return False
    if one.office and one.office == other.office:
        return True
    return same_post(one.name, other.name)


class _Group:
    """The statements of one term so far, and the days that they allow."""

    def __init__(self, one: Attestation) -> None:
        self.stated: list[Attestation] = []
        self._start, self._end, self._at = Allowed(), Allowed(), Allowed()
        self.add(one)

    def add(self, one: Attestation) -> None:
        self.stated.append(one)
        self._start.add(one.start)
        self._end.add(one.end)
        self._at.add(one.at)
        self.start, self.end, self.at = self._start.limits, self._end.limits, self._at.limits


def _by_time(post: Sequence[Attestation]) -> list[list[Attestation]]:
    """The terms of one person in one post: the fullest statements open them, the others find theirs."""
    groups: list[_Group] = []
    undated: list[Attestation] = []
    for one in sorted(post, key=_dated, reverse=True):
        if not known(one.start) and not known(one.end) and not known(one.at):
            undated.append(one)
            continue
        fitting = [group for group in groups if _is_of(one, group)]
        if fitting:
            min(fitting, key=lambda group: _distance(one, group)).add(one)
        else:
            groups.append(_Group(one))
    terms = [group.stated for group in groups]
    if undated and len(terms) == 1:
        terms[0] += undated
    elif undated:
        terms.append(undated)
    return terms


def _dated(one: Attestation) -> tuple[int, bool, bool]:
    return known(one.start) + known(one.end), known(one.start), known(one.at)


def _is_of(one: Attestation, term: _Group) -> bool:
    if known(one.at):
        within = not precedes(one.at, term.start) and not precedes(term.end, one.at)
        return within and (known(term.start) or known(term.end) or apart(one.at, term.at) <= _ONE_YEAR)
    if _ended(term.end, one.start) or _ended(one.end, term.start):
        return False
    if known(one.start) and known(term.start):
        return _may_be_one(one.start, term.start, term.end, one.end)
    if known(one.end) and known(term.end):
        inside = known(term.start) and precedes(term.start, one.end) and precedes(one.end, term.end)
        return inside or apart(one.end, term.end) <= _ONE_YEAR
    return True


def _ended(end: Limits, start: Limits) -> bool:
    """Whether one term was over before, or on the very day when, another began."""
    return end[1] is not None and start[0] is not None and key(end[1]) <= key(start[0])


def _may_be_one(start: Limits, other: Limits, end: Limits, other_end: Limits) -> bool:
    """Whether two beginnings can be meant for one term, or the later one falls within the term of the earlier."""
    if apart(start, other) <= _ONE_YEAR:
        return True
    earlier_end, later = (other_end, other) if precedes(start, other) else (end, start)
    return known(earlier_end) and precedes(later, earlier_end)


def _distance(one: Attestation, term: _Group) -> int:
    if known(one.start) and known(term.start):
        return apart(one.start, term.start)
    own = next((date for date in (one.end, one.at, one.start) if known(date)), OPEN)
    return apart(own, term.end if known(term.end) else term.start)


def _term(stated: Sequence[Attestation]) -> Term:
    ordered = tuple(sorted(stated, key=lambda a: (a.tenure.document, a.tenure.passage, a.tenure.office)))
    fullest = max(ordered, key=lambda a: (bool(a.office), _telling(a), a.tenure.office))
    return Term(
        ordered[0].person,
        fullest.office,
        fullest.tenure.office,
        fullest.name,
        ordered,
        _most(Counter(a.org for a in ordered if a.org)),
        _most(Counter(a.body for a in ordered if a.body)),
        common(a.start for a in ordered),
        common(a.end for a in ordered),
        _ranked(a.predecessor for a in ordered),
        _ranked(a.successor for a in ordered),
    )


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda key: (-counts[key], key), default="")


def _ranked(cards: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(card for card in cards if card)
    return tuple(sorted(counts, key=lambda card: (-counts[card], card)))


def undated(term: Term) -> bool:
    """Whether no statement says when a term began, ended or was held."""
    return (term.start, term.end, term.at) == (OPEN, OPEN, OPEN)

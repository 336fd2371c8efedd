"""Statements about one person and one post brought together as terms: what several documents attest is one term.

Two statements are of one term where their dates allow it, or where the term of the one begins or ends within that of
the other. Dates that are apart by no more than a year, with no end between them, contradict each other within one
term; those further apart are of two terms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kartoteka.careers.limits import OPEN, apart, common, known, precedes
from kartoteka.names.offices import same_post
from kartoteka.types.careers import Attestation, Limits, Term

#: Two beginnings (or ends) so many days apart can still be meant for one.
_ONE_YEAR = 366


def find_terms(stated: Iterable[Attestation]) -> list[Term]:
    """The terms of all persons, by person, then by time."""
    by_person: dict[str, list[Attestation]] = {}
    for one in stated:
        by_person.setdefault(one.person, []).append(one)
    terms = [term for person in sorted(by_person) for term in _of_person(by_person[person])]
    return sorted(terms, key=lambda term: (term.person, time_order(term)))


def time_order(term: Term) -> tuple[bool, str, str, str, str, int]:
    """A key that brings terms into their order in time: by what is known of the start, else of the end."""
    end = term.end[0] or term.end[1] or ""
    begin = term.start[0] or term.start[1] or end or term.at[0] or ""
    first = term.attestations[0].tenure
    return not begin, begin, end, term.title, first.document, first.passage[0]


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
    if one.office and one.office == other.office:
        return True
    return same_post(one.name, other.name)


def _by_time(post: Sequence[Attestation]) -> list[list[Attestation]]:
    """The terms of one person in one post: the fullest statements open them, the others find theirs."""
    terms: list[list[Attestation]] = []
    undated: list[Attestation] = []
    for one in sorted(post, key=_dated, reverse=True):
        if not known(one.start) and not known(one.end) and not known(one.at):
            undated.append(one)
            continue
        fitting = [term for term in terms if _is_of(one, term)]
        if fitting:
            min(fitting, key=lambda term: _distance(one, term)).append(one)
        else:
            terms.append([one])
    if undated and len(terms) == 1:
        terms[0] += undated
    elif undated:
        terms.append(undated)
    return terms


def _dated(one: Attestation) -> tuple[int, bool, bool]:
    return known(one.start) + known(one.end), known(one.start), known(one.at)


def _is_of(one: Attestation, term: Sequence[Attestation]) -> bool:
    start, end = common(a.start for a in term), common(a.end for a in term)
    if known(one.at):
        beside = common(a.at for a in term)
        within = not precedes(one.at, start) and not precedes(end, one.at)
        return within and (known(start) or known(end) or apart(one.at, beside) <= _ONE_YEAR)
    if _ended(end, one.start) or _ended(one.end, start):
        return False
    if known(one.start) and known(start):
        return _may_be_one(one.start, start, end, one.end)
    if known(one.end) and known(end):
        return apart(one.end, end) <= _ONE_YEAR or (
            known(start) and precedes(start, one.end) and precedes(one.end, end)
        )
    return True


def _ended(end: Limits, start: Limits) -> bool:
    """Whether one term was over before, or on the very day when, another began."""
    return known(end) and known(start) and end[1] is not None and start[0] is not None and end[1] <= start[0]


def _may_be_one(start: Limits, other: Limits, end: Limits, other_end: Limits) -> bool:
    """Whether two beginnings can be meant for one term, or the later one falls within the term of the earlier."""
    if apart(start, other) <= _ONE_YEAR:
        return True
    earlier_end, later = (other_end, other) if precedes(start, other) else (end, start)
    return known(earlier_end) and precedes(later, earlier_end)


def _distance(one: Attestation, term: Sequence[Attestation]) -> int:
    start, end = common(a.start for a in term), common(a.end for a in term)
    if known(one.start) and known(start):
        return apart(one.start, start)
    return (
        apart(one.end, end)
        if known(one.end) and known(end)
        else apart(one.end if known(one.end) else one.start, start)
    )


def _term(stated: Sequence[Attestation]) -> Term:
    ordered = tuple(sorted(stated, key=lambda a: (a.tenure.document, a.tenure.passage, a.tenure.office)))
    fullest = max(ordered, key=lambda a: (bool(a.office), _telling(a), a.tenure.office))
    offices = Counter(a.office for a in ordered if a.office)
    return Term(
        ordered[0].person,
        _most(offices),
        fullest.tenure.office,
        fullest.name,
        ordered,
        _most(Counter(a.org for a in ordered if a.org)),
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

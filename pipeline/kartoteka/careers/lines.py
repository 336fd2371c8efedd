"""Succession: the holders of each office in order, and what their line leaves open.

Only posts of one seat have a line: heads, not deputies or members. A gap is a stretch between two holders that
nothing accounts for; a vacancy is one between two of whom the text says that the one followed the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kartoteka.careers.lifetimes import outside_lifetime
from kartoteka.careers.terms import time_order, undated
from kartoteka.dates.limits import apart, known, precedes, width
from kartoteka.names.offices import heads_body, tells
from kartoteka.types import OfficeRank
from kartoteka.types.careers import Line, Remark, RemarkKind, Term

#: Fewer days between two holders than this are the usual handing over.
HANDING_OVER = 31
#: Dates no wider than this tell that one holder followed another.
_ONE_YEAR = 366
#: What a historian wants to see first.
_ORDER = (
    RemarkKind.OVERLAP,
    RemarkKind.LIFETIME,
    RemarkKind.GAP,
    RemarkKind.VACANCY,
    RemarkKind.ACTING,
    RemarkKind.NO_START,
    RemarkKind.NO_END,
    RemarkKind.NO_PREDECESSOR,
    RemarkKind.NO_SUCCESSOR,
)


def find_lines(terms: Iterable[Term]) -> list[Line]:
    """The line of each office of one seat, by the office's name.

    The heads of one body are one line under whatever title; other posts are told by their card. A bare "chairman" is
    everybody's and has no line, nor has who only bore the title.
    """
    seats: dict[str, list[Term]] = {}
    for term in terms:
        if (seat := _seat(term)) and not term.titular:
            seats.setdefault(seat, []).append(term)
    lines = [_line(found) for found in seats.values()]
    return sorted(lines, key=lambda line: (line.title, line.office))


def _seat(term: Term) -> str:
    """What the holders of one office have in common, "" where it is no post of one seat."""
    if term.name.rank is not OfficeRank.HEAD:
        return ""
    if heads_body(term.name, term.body):
        return f"{term.body}:{term.name.ordinal}"
    return term.office if tells(term.name) else ""


def _line(terms: list[Term]) -> Line:
    offices = Counter(term.office for term in terms if term.office)
    office = min(offices, key=lambda card: (-offices[card], card), default="")
    titles = Counter(term.title for term in terms if term.office == office)
    return Line(
        office, min(titles, key=lambda title: (-titles[title], -len(title), title)), tuple(_ordered(terms))
    )


def _ordered(terms: list[Term]) -> list[Term]:
    """The terms in order of time; an undated one before its stated successor or behind its stated predecessor."""
    placed = sorted((term for term in terms if not undated(term)), key=time_order)
    for term in sorted((term for term in terms if undated(term)), key=time_order):
        behind = [n for n, other in enumerate(placed) if follows(other, term) == "stated"]
        before = [n for n, other in enumerate(placed) if follows(term, other) == "stated"]
        placed.insert(before[0] if before else behind[-1] + 1 if behind else len(placed), term)
    return placed


def follows(earlier: Term, later: Term) -> str:
    """What says that one holder followed another: "stated", "dates", or "" where nothing does."""
    if later.person in earlier.successors or earlier.person in later.predecessors:
        return "stated"
    exact = width(earlier.end) <= _ONE_YEAR and width(later.start) <= _ONE_YEAR
    return "dates" if exact and apart(earlier.end, later.start) < HANDING_OVER else ""


def find_remarks(lines: Iterable[Line], terms: Iterable[Term]) -> list[Remark]:
    """What the lines leave open, and the terms, whatever the post, that reach beyond the years of their body.

    Overlaps, anachronisms, gaps, vacancies and acting holders first, then what is not stated; line by line.
    """
    found = [remark for line in lines for remark in _of_line(line)]
    told = ((term, outside_lifetime(term)) for term in terms)
    found += [Remark(RemarkKind.LIFETIME, t, None, t.start[0], t.end[1], detail) for t, detail in told if detail]
    return sorted(found, key=lambda remark: _ORDER.index(remark.kind))


def _of_line(line: Line) -> Iterator[Remark]:
    dated = [term for term in line.terms if not undated(term)]
    beside = {after: before for before, after in pairwise(dated)}, dict(pairwise(dated))
    followed = {person for term in line.terms for person in term.successors}
    preceded = {person for term in line.terms for person in term.predecessors}
    for term in line.terms:
        yield from _undated(term)
        before, after = beside[0].get(term), beside[1].get(term)
        if not term.predecessors and term.person not in followed and not (before and follows(before, term)):
            yield Remark(RemarkKind.NO_PREDECESSOR, term)
        if not term.successors and term.person not in preceded and not (after and follows(term, after)):
            yield Remark(RemarkKind.NO_SUCCESSOR, term)
        if term.acting:
            yield Remark(RemarkKind.ACTING, term, None, term.start[0], term.end[1])
    for number, term in enumerate(dated):
        yield from _overlaps(term, dated[number + 1 :])
        yield from _empty(line, term, dated[number + 1 :])


def _undated(term: Term) -> Iterator[Remark]:
    if not any(known(one.start) for one in term.attestations):
        yield Remark(RemarkKind.NO_START, term)
    if not any(known(one.end) for one in term.attestations):
        yield Remark(RemarkKind.NO_END, term)


def _overlaps(term: Term, later: list[Term]) -> Iterator[Remark]:
    """Who had certainly come before a holder had gone; one person's two terms have no overlap."""
    for other in later:
        if precedes(term.end, other.start):
            return  # as do all who come after
        if other.person != term.person and precedes(other.start, term.end):
            days = apart(other.start, term.end)
            yield Remark(RemarkKind.OVERLAP, term, other, other.start[1], term.end[0], f"{days} days at least")


def _empty(line: Line, term: Term, later: list[Term]) -> Iterator[Remark]:
    """The stretch behind a holder in which nobody can have held the post, up to the next one."""
    if not later or not known(term.end) or not precedes(term.end, later[0].start):
        return
    after, days = later[0], apart(term.end, later[0].start)
    others = [other for other in line.terms if other is not term and other is not after]
    if days < HANDING_OVER or any(_may_fill(other, term, after) for other in others):
        return
    kind = RemarkKind.VACANCY if follows(term, after) == "stated" else RemarkKind.GAP
    yield Remark(kind, term, after, term.end[1], after.start[0], f"{days} days at least")


def _may_fill(other: Term, before: Term, after: Term) -> bool:
    """Whether somebody else may have held the post between two holders: not whoever had gone, or came later."""
    gone = precedes(other.end, after.start) and not precedes(before.end, other.end)
    return not gone and not precedes(after.start, other.start) and other.start != after.start

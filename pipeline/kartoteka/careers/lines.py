"""Succession: the holders of each office in order, and what their line leaves open.

Only posts of one seat have a line: heads, not deputies or members. A gap is a stretch between two holders that
nothing accounts for; a vacancy is one between two of whom the text says that the one followed the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kartoteka.careers.lifetimes import outside_lifetime
from kartoteka.careers.limits import apart, known, precedes
from kartoteka.careers.terms import time_order, undated
from kartoteka.types import OfficeName, OfficeRank
from kartoteka.types.careers import Line, Remark, RemarkKind, Term

#: Fewer days between two holders than this are the usual handing over.
_HANDING_OVER = 31


def find_lines(terms: Iterable[Term]) -> list[Line]:
    """The line of each office of one seat that has a card, by the office's name.

    A bare "chairman" is everybody's and has no line.
    """
    by_office: dict[str, list[Term]] = {}
    for term in terms:
        if term.office and term.name.rank is OfficeRank.HEAD and is_particular(term.name):
            by_office.setdefault(term.office, []).append(term)
    lines = [
        Line(office, _title(found), tuple(sorted(found, key=time_order))) for office, found in by_office.items()
    ]
    return sorted(lines, key=lambda line: (line.title, line.office))


def is_particular(name: OfficeName) -> bool:
    """Whether the name of a post says whose it is: a body, a land, a field."""
    return bool(name.orgs or name.places or name.field or name.rest)


def _title(terms: list[Term]) -> str:
    return max((term.title for term in terms), key=lambda title: (len(title), title))


def follows(earlier: Term, later: Term) -> str:
    """What says that one holder followed another: "stated", "dates", or "" where nothing does."""
    if later.person in earlier.successors or earlier.person in later.predecessors:
        return "stated"
    if known(earlier.end) and known(later.start) and apart(earlier.end, later.start) < _HANDING_OVER:
        return "dates"
    return ""


def find_remarks(lines: Iterable[Line]) -> list[Remark]:
    """What the lines leave open, line by line."""
    return [remark for line in lines for remark in _of_line(line)]


def find_anachronisms(terms: Iterable[Term]) -> list[Remark]:
    """The terms that reach beyond the years of their body, whatever the post."""
    found = ((term, outside_lifetime(term)) for term in terms)
    return [Remark(RemarkKind.LIFETIME, t, None, t.start[0], t.end[1], detail) for t, detail in found if detail]


def _of_line(line: Line) -> Iterator[Remark]:
    dated = [term for term in line.terms if not undated(term)]
    beside = {after: before for before, after in pairwise(dated)}, dict(pairwise(dated))
    for term in line.terms:
        yield from _missing(line, term, beside[0].get(term), beside[1].get(term))
        if term.acting:
            yield Remark(RemarkKind.ACTING, term, None, term.start[0], term.end[1])
    for earlier, later in pairwise(dated):
        yield from _between(earlier, later)


def _missing(line: Line, term: Term, before: Term | None, after: Term | None) -> Iterator[Remark]:
    """What nobody states of a term, nor the terms beside it by their dates."""
    others = [other for other in line.terms if other is not term]
    lacking = {
        RemarkKind.NO_START: not known(term.start),
        RemarkKind.NO_END: not known(term.end),
        RemarkKind.NO_PREDECESSOR: not term.predecessors
        and not any(term.person in other.successors for other in others)
        and not (before and follows(before, term)),
        RemarkKind.NO_SUCCESSOR: not term.successors
        and not any(term.person in other.predecessors for other in others)
        and not (after and follows(term, after)),
    }
    yield from (Remark(kind, term) for kind, lacks in lacking.items() if lacks)


def _between(earlier: Term, later: Term) -> Iterator[Remark]:
    """The overlap, gap or vacancy between two holders; one person's two terms have no overlap."""
    if not known(earlier.end) or not known(later.start):
        return
    if precedes(later.start, earlier.end) and earlier.person != later.person:
        days = apart(later.start, earlier.end)
        yield Remark(RemarkKind.OVERLAP, earlier, later, later.start[1], earlier.end[0], f"{days} days at least")
    elif precedes(earlier.end, later.start) and (days := apart(earlier.end, later.start)) >= _HANDING_OVER:
        kind = RemarkKind.VACANCY if follows(earlier, later) == "stated" else RemarkKind.GAP
        yield Remark(kind, earlier, later, earlier.end[1], later.start[0], f"{days} days at least")

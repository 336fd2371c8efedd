"""Tenures as QuickStatements (version 1, tab-separated) for Wikidata: position held (P39) with its qualifiers.

Only terms whose person and office carry a Wikidata id (`Careers.identifiers`). Qualifiers: start time (P580) and end
time (P582) with their precision; latest start date (P8555) and earliest end date (P8554) where a text says only "by"
or "not before"; point in time (P585), a day on which it was held, where neither is known; sourcing circumstances
(P1480) circa (Q5727902); replaces (P1365) and replaced by (P1366) where they carry an id; for the head of a body with
an id organization directed by the office (P2389). "of" (P642), which Wikidata is giving up, is written for no one. A
date or neighbour that statements contradict is left out. Every line ends with the passage it rests on, as a comment.

Left out: a term that a statement calls acting, designate or honorary, for P39 says that the post was held in full (a
former holder's stays); and the terms of one person in one office where there are several, for QuickStatements would
put the qualifiers of all of them on one statement. It knows no line that is a comment alone, so nothing stands for
what is left out; careers.txt has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from kartoteka.careers import Careers
from kartoteka.dates import bounds
from kartoteka.dates.days import day_key
from kartoteka.export.evidence import places
from kartoteka.export.exporter import Exporter
from kartoteka.types import OfficeRank, TimeSpan
from kartoteka.types.careers import Conflict, Term

_CIRCA = "Q5727902"
#: A point in time of our era; the year 0 and the decade that it opens have no form there.
_POINT = re.compile(
    r"(?!000[0X])(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<doubt>[~?%]?)"
)
#: Wikidata's numbers for the precision of a date.
_CENTURY, _DECADE, _YEAR, _MONTH, _DAY = 7, 8, 9, 10, 11


def _write(careers: Careers, stream: TextIO) -> None:
    contested: dict[Term, set[Conflict]] = {}
    for found in careers.contradictions:
        contested.setdefault(found.term, set()).add(found.kind)
    ids = careers.identifiers
    named = [term for term in careers.terms if term.person in ids and term.office in ids]
    written = [t for t in named if _in_full(t) and Conflict.HELD not in contested.get(t, ())]
    terms = Counter((ids[term.person], ids[term.office]) for term in written)
    for term in written:
        person, office = ids[term.person], ids[term.office]
        if terms[person, office] == 1:
            cells = [person, "P39", office, *_qualifiers(term, contested.get(term, set()), ids)]
            comment = ", ".join(places(term.attestations)).replace("*/", "* /")
            stream.write("\t".join(cells) + f" /* {comment} */\n")


def _in_full(term: Term) -> bool:
    """Whether no statement says that the holder stood in, had yet to begin, or bore the title alone."""
    said = [named for one in term.attestations for named in (one.tenure, one.name)]
    return not any(one.acting or one.designate or one.honorary for one in said)


def _qualifiers(term: Term, doubts: set[Conflict], identifiers: Mapping[str, str]) -> Iterator[str]:
    dates = list(_dates(term, doubts))
    for prop, point in dates:
        yield from (prop, _time(point))
    if any(point["doubt"] for _, point in dates):
        yield from ("P1480", _CIRCA)
    for prop, kind, cards in (
        ("P1365", Conflict.PREDECESSOR, term.predecessors),
        ("P1366", Conflict.SUCCESSOR, term.successors),
    ):
        if kind not in doubts and cards and cards[0] in identifiers:
            yield from (prop, identifiers[cards[0]])
    if term.name.rank is OfficeRank.HEAD and term.org in identifiers:
        yield from ("P2389", identifiers[term.org])


def _dates(term: Term, doubts: set[Conflict]) -> Iterator[tuple[str, re.Match[str]]]:
    """The properties that date a term, each with its point in time; none that statements contradict."""
    tenures = [one.tenure for one in term.attestations]
    if Conflict.ORDER in doubts:
        return
    start = None if Conflict.START in doubts else _finest(tenure.start for tenure in tenures)
    end = None if Conflict.END in doubts else _finest(tenure.end for tenure in tenures)
    if start:
        yield "P8555" if start[0].interval.startswith("../") else "P580", start[1]
    if end:
        yield "P8554" if end[0].interval.endswith("/..") else "P582", end[1]
    if start or end or doubts & {Conflict.START, Conflict.END}:
        return
    held = _finest(tenure.attested for tenure in tenures)
    if held and held[0].interval == held[0].edtf:
        yield "P585", held[1]


def _finest(spans: Iterable[TimeSpan | None]) -> tuple[TimeSpan, re.Match[str]] | None:
    """The most exact of several dates that agree, as Wikidata can write it.

    One that bounds the day on both sides comes before one that does not, a certain one before an approximate one.
    Ranges, unknown calendars, and what is unresolved or disputed cannot be written.
    """
    points = [
        (span, point)
        for span in spans
        if span and span.calendar != "unknown" and span.resolved not in ("unresolved", "disputed")
        if (point := _POINT.fullmatch(span.edtf))
    ]
    return min(points, key=_inexact, default=None)


def _inexact(dated: tuple[TimeSpan, re.Match[str]]) -> tuple[bool, bool, int, str]:
    """How much a date leaves open: a side of it, a doubt, so many days (months counted as 31)."""
    span, point = dated
    (year, month, day), (last_year, last_month, last) = (day_key(d) or (0, 0, 0) for d in bounds(span.edtf))
    days = ((last_year - year) * 12 + last_month - month) * 31 + last - day
    return span.interval != span.edtf, bool(point["doubt"]), days, span.edtf


def _time(point: re.Match[str]) -> str:
    """A point in Wikidata's form; the season of a year is written as the year."""
    year, month, day = point["year"], point["month"] or "00", point["day"] or "00"
    precision = _DAY if point["day"] else _MONTH if point["month"] else _YEAR
    if month > "12":
        month, precision = "00", _YEAR
    if "X" in year:
        precision = _DECADE if year.count("X") == 1 else _CENTURY
        year = year.replace("X", "0") if precision == _DECADE else f"{int(year[:2]) + 1:02d}00"
    return f"+{year}-{month}-{day}T00:00:00Z/{precision}"


QUICKSTATEMENTS_TXT = Exporter(
    "quickstatements.txt", ".txt", "tenures for Wikidata, of cards with its ids", "careers", _write, standard=False
)

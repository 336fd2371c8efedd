"""Tenures as QuickStatements (version 1, tab-separated) for Wikidata: position held (P39) with its qualifiers.

Only terms whose person and office carry a Wikidata id (`Careers.identifiers`). Qualifiers: start time (P580) and end
time (P582) with their precision; latest start date (P8555) and earliest end date (P8554) where a text says only "by"
or "not before"; sourcing circumstances (P1480) circa (Q5727902); replaces (P1365) and replaced by (P1366) where they
carry an id; for the head of a body with an id organization directed by the office (P2389). "of" (P642), which Wikidata
is giving up, is written for no one. A date or neighbour that statements contradict is left out. Every line ends with
the passage it rests on, as a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TextIO

from kartoteka.careers import Careers
from kartoteka.export.evidence import places
from kartoteka.export.exporter import Exporter
from kartoteka.types import OfficeRank, TimeSpan
from kartoteka.types.careers import Conflict, Term

_CIRCA = "Q5727902"
_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<doubt>[~?%]?)")
#: Wikidata's numbers for the precision of a date.
_CENTURY, _DECADE, _YEAR, _MONTH, _DAY = 7, 8, 9, 10, 11


def _write(careers: Careers, stream: TextIO) -> None:
    contested: dict[Term, set[Conflict]] = {}
    for found in careers.contradictions:
        contested.setdefault(found.term, set()).add(found.kind)
    for term in careers.terms:
        doubts = contested.get(term, set())
        if (
            term.person in careers.identifiers
            and term.office in careers.identifiers
            and Conflict.HELD not in doubts
        ):
            cells = [careers.identifiers[term.person], "P39", careers.identifiers[term.office]]
            cells += _qualifiers(term, doubts, careers.identifiers)
            stream.write(
                "\t".join(cells) + f" /* {', '.join(places(term.attestations)).replace('*/', '* /')} */\n"
            )


def _qualifiers(term: Term, doubts: set[Conflict], identifiers: Mapping[str, str]) -> Iterator[str]:
    ordered = Conflict.ORDER not in doubts
    if ordered and Conflict.START not in doubts:
        yield from _date("P580", "P8555", _finest(one.tenure.start for one in term.attestations))
    if ordered and Conflict.END not in doubts:
        yield from _date("P582", "P8554", _finest(one.tenure.end for one in term.attestations))
    for prop, kind, cards in (
        ("P1365", Conflict.PREDECESSOR, term.predecessors),
        ("P1366", Conflict.SUCCESSOR, term.successors),
    ):
        if kind not in doubts and cards and cards[0] in identifiers:
            yield from (prop, identifiers[cards[0]])
    if term.name.rank is OfficeRank.HEAD and term.org in identifiers:
        yield from ("P2389", identifiers[term.org])


def _finest(spans: Iterator[TimeSpan | None]) -> TimeSpan | None:
    """The most exact of several dates that agree; one that bounds the day on both sides before one that does not."""
    return max((s for s in spans if s), key=lambda s: (s.interval == s.edtf, len(s.edtf), s.edtf), default=None)


def _date(prop: str, bound: str, span: TimeSpan | None) -> Iterator[str]:
    """A date as qualifier: `bound` where the text gives only its limit; nothing for ranges and unknown calendars."""
    if span is None or span.calendar == "unknown" or span.resolved in ("unresolved", "disputed"):
        return
    point = _POINT.fullmatch(span.edtf)
    if point is None:
        return
    limited = span.interval.startswith("../") if prop == "P580" else span.interval.endswith("/..")
    yield from (bound if limited else prop, _time(point))
    if point["doubt"]:
        yield from ("P1480", _CIRCA)


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

"""Whether a body existed when somebody is said to have served it (the years of models/gazetteers/organizations.tsv)."""

from __future__ import annotations

from functools import cache

from kartoteka.dates.limits import known, precedes
from kartoteka.names.bodies.gazetteers import Entry, gazetteer
from kartoteka.names.offices import namesakes
from kartoteka.types.careers import Limits, Term

_TABLE = "organizations"


def body_of_time(body: str, dates: tuple[Limits, ...]) -> str:
    """The body of a name that existed at these dates: the commissariat of 1921 is not that of 1934.

    Of bodies of one state that bear the same name the first that fits; the body itself where none does.
    """
    if not body or not _outside(body, dates):
        return body
    land = gazetteer(_TABLE)[body].columns["territory"]
    others = sorted(other for other in namesakes(body) if gazetteer(_TABLE)[other].columns["territory"] == land)
    return next((other for other in others if not _outside(other, dates)), body)


def outside_lifetime(term: Term) -> str:
    """In words, how a term reaches beyond the years of its body; "" where it does not, or they are not known."""
    dates = (term.start, term.end, term.at)
    for body in sorted({one.body for one in term.attestations if one.body}):
        if wrong := _outside(body, dates):
            return f"{gazetteer(_TABLE)[body].name} existed {wrong}"
    return ""


def _outside(body: str, dates: tuple[Limits, ...]) -> str:
    founded, dissolved = _years(gazetteer(_TABLE)[body])
    if founded and any(precedes(date, founded) for date in dates if known(date)):
        return f"from {founded[0][:4]}" if founded[0] else ""
    if dissolved and any(precedes(dissolved, date) for date in dates if known(date)):
        return f"until {dissolved[0][:4]}" if dissolved[0] else ""
    return ""


@cache
def _year(cell: str) -> Limits | None:
    return (f"{cell}-01-01", f"{cell}-12-31") if cell.isdigit() and len(cell) == 4 else None


def _years(entry: Entry) -> tuple[Limits | None, Limits | None]:
    return _year(entry.columns["from"]), _year(entry.columns["to"])

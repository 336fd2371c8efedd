"""Whether a body existed when somebody is said to have served it (the years of models/gazetteers/organizations.tsv)."""

from __future__ import annotations

from kartoteka.careers.limits import precedes
from kartoteka.names.gazetteers import gazetteer
from kartoteka.types.careers import Limits, Term

_TABLE = "organizations"


def outside_lifetime(term: Term) -> str:
    """In words, how a term reaches beyond the years of its body; "" where it does not, or they are not known."""
    for body in sorted({one.body for one in term.attestations if one.body}):
        entry = gazetteer(_TABLE)[body]
        founded, dissolved = _year(entry.columns["from"]), _year(entry.columns["to"])
        if founded and any(precedes(date, founded) for date in (term.start, term.end)):
            return f"{entry.name} existed from {entry.columns['from']}"
        if dissolved and any(precedes(dissolved, date) for date in (term.start, term.end)):
            return f"{entry.name} existed until {entry.columns['to']}"
    return ""


def _year(cell: str) -> Limits | None:
    return (f"{cell}-01-01", f"{cell}-12-31") if cell.isdigit() and len(cell) == 4 else None

"""When something is said to have happened: the dates of all texts, as columns of numbers."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.dates import bounds
from kartoteka.store import rows
from kartoteka.types import TimeSpan

Array = NDArray[Any]

#: A day before all days, and one after them.
BEFORE_ALL, AFTER_ALL = -(2**40), 2**40

#: What stands between the parts of a range, a set or a choice of EDTF.
_BETWEEN = re.compile(r"/|\.\.|,")

#: Where a date stands: the key of the document, and the offsets in its text.
_Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates in the texts: the block and sentence that each stands in, and the first and last day that it means.

    Blocks are numbered as in `Appearances`, days by `day_number`. A date with a word that leaves one side open ("since
    1930") means the days of the date itself, the whole year. `narrow` marks the days of deaths: they date their
    sentence and not its paragraph. Days of births, and of deaths in a sentence that tells the birth too ("1892–1937"
    behind a name), are left out: nobody met on them.
    """

    block: Array
    sentence: Array
    first: Array
    last: Array
    narrow: Array


def read_dates(
    connection: sqlite3.Connection, find_block: Callable[[Array, Array], Array], ignored: Array
) -> Dates:
    """All dates with a known day in the blocks that `find_block` numbers (-1 is none) by document and place."""
    query = """
        SELECT key, document, start, "end", block, sentence, value FROM mention
        WHERE label = 'DATE' AND value IS NOT NULL ORDER BY key
    """
    births, deaths = _of_lives(connection)
    days: dict[str, tuple[int, int] | None] = {}
    cells: list[tuple[int, ...]] = []
    born: set[tuple[int, int]] = set()
    for key, document, start, end, block, sentence, value in connection.execute(query):
        if value not in days:
            days[value] = _days(value)
        told, place = days[value], (document, start, end)
        if place in births:
            born.add((document, sentence))
        elif told is not None:
            cells.append((key, document, block, sentence, *told, place in deaths))
    kept = [cell for cell in cells if not (cell[-1] and (cell[1], cell[3]) in born)] if born else cells
    table = np.array(kept, dtype=np.int64).reshape(-1, 7).T
    key, document, number, sentence, first, last, narrow = table
    block = find_block(document, number)
    known = (block >= 0) & ~np.isin(key, ignored)
    return Dates(block[known], sentence[known], first[known], last[known], narrow[known].astype(bool))


def _of_lives(connection: sqlite3.Connection) -> tuple[set[_Place], set[_Place]]:
    """Where the dates of births stand, with those that tell both ends of a life, and where those of deaths."""
    births: set[_Place] = set()
    deaths: set[_Place] = set()
    for document, birth, evidence in connection.execute("SELECT document, birth, evidence FROM life"):
        for mention in json.loads(evidence):
            start, end, label = mention.rpartition("#")[2].split("-")
            if label == "DATE":
                (births if birth else deaths).add((document, int(start), int(end)))
    return births, deaths


@cache
def day_number(iso: str) -> int:
    """How many days an ISO day lies after 1 January 1970, negative before.

    A day that only another calendar has (29 February 1900) is counted on from the first of its month.
    """
    month, _, day = iso.rpartition("-")
    return int(np.datetime64(month, "M").astype("datetime64[D]").astype(np.int64)) + int(day) - 1


def _days(cell: str) -> tuple[int, int] | None:
    """The first and last day that a date means; None for one without a year."""
    span = rows.to_span(cell)
    if span is None or not (span.earliest or span.latest):
        return None
    first, last = (span.earliest, span.latest) if span.earliest and span.latest else _itself(span)
    days = sorted((day_number(first), day_number(last)))
    return days[0], days[1]


def _itself(span: TimeSpan) -> tuple[str, str]:
    """The first and last day of a date without the word that bounds it; an open end has the days of the known one."""
    parts = [part.strip() for part in _BETWEEN.split(span.edtf.strip("[]{}")) if part.strip()]
    first, last = (bounds(parts[0])[0], bounds(parts[-1])[1]) if parts else (None, None)
    told = span.earliest or span.latest or ""
    return span.earliest or first or told, span.latest or last or told

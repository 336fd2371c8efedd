"""Who was named together with whom: pairs of cards that share a sentence, a paragraph or a document."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, groupby
from operator import itemgetter

from kartoteka.store import rows
from kartoteka.store.quotations import closest, quote
from kartoteka.store.readings import read_documents
from kartoteka.types import BlockKind, CoOccurrence, Document, Label, Passage, TimeSpan, Window

#: How much of a mention's place (block, sentence) tells windows of each kind apart.
_DEPTHS = {Window.SENTENCE: 2, Window.PARAGRAPH: 1, Window.DOCUMENT: 0}

Place = tuple[int, ...]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """What to look for: the window, the labels, the kinds of block, and the days to keep ("" is open)."""

    window: Window
    labels: frozenset[Label]
    kinds: frozenset[BlockKind]
    since: str = ""
    until: str = ""


@dataclass(slots=True)
class _Tie:
    """What has been counted of one pair so far."""

    passage: Passage
    weight: int = 0
    documents: list[str] = field(default_factory=list)
    earliest: str | None = None
    latest: str | None = None


def choose(
    window: str, labels: Iterable[Label], kinds: Iterable[BlockKind], since: str | None, until: str | None
) -> Choice:
    """A checked choice. A year or a month stands for its first day in `since`, for its last in `until`.

    Raises ValueError for an unknown window and for what is no ISO day, month or year.
    """
    if window not in set(Window):
        raise ValueError(f"no window {window!r}: choose one of {', '.join(Window)}")
    for day in (since, until):
        if day and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day):
            raise ValueError(f"{day!r} is no year, month or day such as 1933, 1933-02 or 1933-02-14")
    last = until and until + "-12-31"[len(until) - 4 :]
    return Choice(Window(window), frozenset(labels) - {Label.DATE}, frozenset(kinds), since or "", last or "")


def read_cooccurrences(connection: sqlite3.Connection, choice: Choice) -> Iterator[CoOccurrence]:
    """Every pair of cards that met, by their ids, `source` before `target`."""
    ties: dict[tuple[str, str], _Tie] = {}
    for identity, appearances in groupby(_appearances(connection, choice), key=itemgetter(0)):
        days = _days(connection, identity, choice)
        document = next(read_documents(connection, identity))
        depth = _DEPTHS[choice.window]
        for place, group in groupby(appearances, key=lambda row: (row[2], row[3])[:depth]):
            spans = _days_of(place, days)
            if _kept(spans, choice):
                _count(ties, document, group, spans)
    for (source, target), tie in sorted(ties.items()):
        documents = tuple(tie.documents)
        yield CoOccurrence(source, target, tie.weight, documents, tie.passage, tie.earliest, tie.latest)


def _count(
    ties: dict[tuple[str, str], _Tie], document: Document, appearances: Iterable[rows.Row], days: list[TimeSpan]
) -> None:
    """Count one window: each pair once, however often the two are named in it."""
    met: dict[str, list[Span]] = {}
    for _, entity, _, _, start, end in appearances:
        met.setdefault(entity, []).append((start, end))
    known = [day for span in days for day in (span.earliest, span.latest) if day]
    low, high = (min(known), max(known)) if known else (None, None)
    for pair in combinations(sorted(met), 2):
        tie = ties.get(pair)
        if tie is None:
            tie = ties[pair] = _Tie(quote(document, *closest(met[pair[0]], met[pair[1]])))
        tie.weight += 1
        if not tie.documents or tie.documents[-1] != document.id:
            tie.documents.append(document.id)
        if low is not None and (tie.earliest is None or low < tie.earliest):
            tie.earliest = low
        if high is not None and (tie.latest is None or high > tie.latest):
            tie.latest = high


def _appearances(connection: sqlite3.Connection, choice: Choice) -> Iterator[rows.Row]:
    """Rows of document, card, block, sentence, start, end, window by window."""
    labels, kinds = sorted(choice.labels), sorted(choice.kinds)
    query = f"""
        SELECT document.id, entity.id, mention.block, mention.sentence, mention.start, mention."end"
        FROM entity JOIN entity_referent ON entity_referent.entity = entity.key
        JOIN referent_mention ON referent_mention.referent = entity_referent.referent
        JOIN mention ON mention.key = referent_mention.mention
        JOIN document ON document.key = mention.document
        JOIN block ON block.document = mention.document AND block.number = mention.block
        WHERE entity.label IN ({_marks(labels)}) AND block.kind IN ({_marks(kinds)})
        AND mention.key NOT IN (SELECT mention FROM ignored)
        ORDER BY document.id, mention.block, mention.sentence, mention.start, mention."end"
    """
    return connection.execute(query, (*labels, *kinds))


def _days(connection: sqlite3.Connection, document_id: str, choice: Choice) -> dict[Place, list[TimeSpan]]:
    """The known dates of a document by sentence (block, sentence), by block (block,), and all of them ()."""
    kinds = sorted(choice.kinds)
    query = f"""
        SELECT mention.block, mention.sentence, mention.value
        FROM document CROSS JOIN mention ON mention.document = document.key
        JOIN block ON block.document = mention.document AND block.number = mention.block
        WHERE document.id = ? AND mention.label = 'DATE' AND mention.value IS NOT NULL
        AND block.kind IN ({_marks(kinds)})
    """
    found: dict[Place, list[TimeSpan]] = {}
    for block, sentence, cell in connection.execute(query, (document_id, *kinds)):
        span = rows.to_span(cell)
        if span is not None and (span.earliest or span.latest):
            for place in ((block, sentence), (block,), ()):
                found.setdefault(place, []).append(span)
    return found


def _days_of(place: Place, days: dict[Place, list[TimeSpan]]) -> list[TimeSpan]:
    """The dates of a window; a sentence without one takes those of its block."""
    return days.get(place) or days.get(place[:1], []) if place else days.get((), [])


def _kept(spans: list[TimeSpan], choice: Choice) -> bool:
    """Whether a window with these dates falls into the time asked for; an open end of a date reaches any day."""
    if not choice.since and not choice.until:
        return True
    return any(
        (not choice.until or (span.earliest or "") <= choice.until)
        and (span.latest or "9999-99-99") >= choice.since
        for span in spans
    )


def _marks(values: list[Label] | list[BlockKind]) -> str:
    return ", ".join("?" * len(values))

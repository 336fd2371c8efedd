"""The component `kartoteka_dates`, and the years that a document's dates get from each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Span

from kartoteka.annotate.findings import CONTEXT, DATES, Finding, add, context, found, span, text_of
from kartoteka.dates import FoundDate, anchor_after, find_dates, known_territory, resolve
from kartoteka.romanization import straighten
from kartoteka.types import Block, BlockKind, Document, Label, Mention, TimeSpan

#: How sure a date is against an overlapping finding: bare years and bare months can be something else.
_WEIGHTS = {"dates.year": 0.7, "dates.month": 0.6, "dates.season": 0.6, "dates.relative": 0.6, "dates.day": 0.6}
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class _Stream:
    """Dates of one strand of the text with their places in the document, and the kind of block they stand in."""

    dates: tuple[tuple[tuple[int, int], FoundDate], ...]
    kind: BlockKind


@Language.factory("kartoteka_dates", default_config={"territory": None})
def create_dates(nlp: Language, name: str, territory: str | None) -> Dates:
    """The component for any pipeline; `territory` is as in `find_dates`, None for the language's own."""
    return Dates(territory)


class Dates:
    """Marks the date expressions of a Doc, read in the language of its block, with their values."""

    def __init__(self, territory: str | None = None) -> None:
        self.territory = territory and known_territory(territory)

    def __call__(self, doc: Doc) -> Doc:
        dates = find_dates(text_of(doc), context(doc).lang or doc.lang_, self.territory)
        if CONTEXT in doc.user_data:  # for the streams of our own document
            doc.user_data[DATES] = dates
        add(doc, (_finding(date) for date in resolve(dates)))
        return doc


def time_spans(doc: Doc) -> list[tuple[Span, TimeSpan]]:
    """The dates of a Doc in any pipeline that has `kartoteka_dates`, each as spaCy's span and with its whole value."""
    values = [(span(doc, date), date.value) for date in found(doc, Label.DATE)]
    return [(mention, value) for mention, value in values if mention is not None and value is not None]


def _finding(date: FoundDate) -> Finding:
    weight = _WEIGHTS.get(date.rule, _SURE)
    return Finding(date.start, date.end, Label.DATE, date.rule, weight, value=date.span)


def resolve_streams(
    document: Document, mentions: Sequence[Mention], read: Mapping[int, Sequence[FoundDate]] | None = None
) -> list[Mention]:
    """All the mentions, the dates with the values that the whole document gives them.

    `read` has the dates of the blocks, by number, whose text the component read as it is; the others are read here.

    The paragraphs of the body are one stream, whose first dates fall back on the heading before them; each note,
    quotation, table, infobox field and entry of a bibliography is one of its own and anchors nothing outside
    it. A quotation falls back on the body's last date before it. Seasons that nothing gives a year are
    left out.
    """
    marked = {(m.start, m.end) for m in mentions if m.label is Label.DATE}
    blocks = {m.block for m in mentions if m.label is Label.DATE}
    values: dict[tuple[int, int], TimeSpan] = {}
    last: FoundDate | None = None
    for stream in _streams(document, blocks, read or {}):
        dates = [date for place, date in stream.dates if place in marked]
        places = [place for place, _ in stream.dates if place in marked]
        falls_back = stream.kind in (BlockKind.PROSE, BlockKind.QUOTE)
        resolved = resolve(dates, last if falls_back else None)
        values.update(zip(places, (date.span for date in resolved), strict=True))
        if stream.kind is BlockKind.PROSE or (stream.kind is BlockKind.HEADING and last is None):
            last = anchor_after(resolved, last)
    return [kept for mention in mentions if (kept := _with_value(mention, values)) is not None]


def _with_value(mention: Mention, values: dict[tuple[int, int], TimeSpan]) -> Mention | None:
    """The mention with its value, None for a date that has none."""
    if mention.label is not Label.DATE:
        return mention
    value = values.get((mention.start, mention.end), mention.value)
    return replace(mention, value=value) if value is not None and value.edtf else None


def _streams(document: Document, wanted: set[int], read: Mapping[int, Sequence[FoundDate]]) -> Iterator[_Stream]:
    """The strands of a document in order: neighbouring blocks of one quotation or note are one strand."""
    numbered = [(number, block) for number, block in enumerate(document.blocks) if number in wanted]
    for (kind, _), members in groupby(numbered, key=lambda pair: _strand(*pair)):
        dates = [date for number, block in members for date in _dates(document, block, read.get(number))]
        yield _Stream(tuple(dates), kind)


def _strand(number: int, block: Block) -> tuple[BlockKind, str]:
    """What neighbouring blocks must share to be read as one: the number of a note, else the kind."""
    if block.kind in (BlockKind.PROSE, BlockKind.QUOTE):
        return block.kind, ""
    return block.kind, block.key if block.kind is BlockKind.NOTE and block.key else str(number)


def _dates(
    document: Document, block: Block, read: Sequence[FoundDate] | None
) -> Iterator[tuple[tuple[int, int], FoundDate]]:
    if read is None:
        read = find_dates(straighten(document.reading(block)), block.lang or document.lang)
    for date in read:
        yield block.source(date.start, date.end), date

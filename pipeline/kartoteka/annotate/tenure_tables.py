"""Tables of terms of office: each row one tenure, its post and body named by the headings above or by a column.

Neighbours in a table are no stated succession, so rows get no predecessor and no successor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kartoteka.annotate.infobox_values import Term, is_acting
from kartoteka.annotate.tenure_columns import Columns, cells, read_columns, row_terms
from kartoteka.annotate.tenure_headings import Over, named_by, under_heading
from kartoteka.annotate.tenure_sentences import local
from kartoteka.types import Block, BlockKind, Document, Label, Mention, Tenure

#: Rows of a table that was copied as text: cells between tabs.
_FEWEST_TABS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its block, its text, its mentions with their places in it."""

    document: Document
    block: Block
    text: str
    inside: Sequence[tuple[int, int, Mention]]

    def first(self, label: Label) -> tuple[int, int, Mention] | None:
        """The first mention of a label with its place."""
        return next((found for found in self.inside if found[2].label is label), None)


def table_tenures(document: Document, mentions: Sequence[Mention], of_mention: Mapping[str, str]) -> list[Tenure]:
    """The tenures of all tables of terms of the document; `of_mention` maps a mention's id to its referent's."""
    by_block: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_block.setdefault(mention.block, []).append(mention)
    found, over, columns = list[Tenure](), Over(), Columns()
    for number, block in enumerate(document.blocks):
        text = document.reading(block)
        if block.kind is BlockKind.HEADING:
            over = under_heading(over, text, by_block.get(number, []), of_mention)
            columns = Columns()
        elif block.kind is BlockKind.TABLE or text.count("\t") >= _FEWEST_TABS:
            inside = [(*local(block, m), m) for m in by_block.get(number, [])]
            row = Row(document, block, text, inside)
            named = read_columns(block.key if "|" in block.key else text)
            if not block.key and row.first(Label.PERSON) is None and (named or block.kind is BlockKind.TABLE):
                over = replace(over, column=named_by(row.first(Label.OFFICE), text))
            columns = _columns(columns, named, row)
            found += _tenures(row, over, columns, of_mention) if columns else []
    return found


def _columns(known: Columns, named: Columns, row: Row) -> Columns:
    """The columns from a row on: what its heading row names, unless one under it parts the term ("Start", "End")."""
    below = read_columns(row.text)
    if row.block.key and below.start >= 0 and below.end >= 0 and row.first(Label.PERSON) is None:
        return Columns(under=row.block.key, told=True)
    return known if known.under and known.under == row.block.key else named or known


def _tenures(row: Row, over: Over, columns: Columns, of_mention: Mapping[str, str]) -> Iterator[Tenure]:
    """The tenures of a row: a person, then the cells of the term; none where the post is unknown."""
    person, office = row.first(Label.PERSON), row.first(Label.OFFICE)
    if person is None:
        return
    if office is not None and over.named and not columns.posts and office[0] > person[0]:
        office = None  # a rank beside the name, where the heading tells the post
    title = office[2].text if office else over.title
    if not title:
        return
    cell = next((text for begin, end, text in cells(row.text) if begin <= person[0] < end), "")
    for term in row_terms(row.text, person[1], columns, row.inside):
        yield _tenure(row, over, of_mention, (person[2], office[2] if office else None), title, term, cell)


def _tenure(
    row: Row,
    over: Over,
    of_mention: Mapping[str, str],
    told: tuple[Mention, Mention | None],
    title: str,
    term: Term,
    cell: str,
) -> Tenure:
    person, office = told
    dates = [m for _, _, m in row.inside if m.label is Label.DATE and m.value]
    return Tenure(
        row.document.id,
        of_mention.get(person.id, ""),
        title,
        office_id=of_mention.get(office.id, "") if office else "",
        org=over.org,
        start=term.start,
        end=term.end,
        acting=is_acting(cell) or is_acting(title),
        source=BlockKind.TABLE,
        passage=(row.block.pieces[0][0], row.block.pieces[-1][1]),
        evidence=tuple(m.id for m in (person, office, *dates) if m is not None),
    )

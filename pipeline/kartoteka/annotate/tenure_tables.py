"""Tables of terms of office: each row one tenure, its post and body named by the headings above.

Neighbours in a table are no stated succession, so rows get no predecessor and no successor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.annotate.tenure_dates import halves
from kartoteka.annotate.tenure_sentences import local
from kartoteka.resources import read_toml
from kartoteka.types import Block, BlockKind, Document, Label, Mention, Tenure, TimeSpan

_CELL = re.compile(r"[ \u00a0]{2,}|\t+|\s*\|+\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Over:
    """What the headings above a table say: the post, the body's words and its referent, that it tells terms."""

    post: str = ""
    body: str = ""
    org: str = ""
    terms: bool = False


@cache
def _table() -> dict[str, Any]:
    return read_toml("patterns/tenure_tables.toml")


def table_tenures(document: Document, mentions: Sequence[Mention], of_mention: Mapping[str, str]) -> list[Tenure]:
    """The tenures of all tables of terms of the document; `of_mention` maps a mention's id to its referent's."""
    by_block: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_block.setdefault(mention.block, []).append(mention)
    found, over = list[Tenure](), Over()
    for number, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.HEADING, BlockKind.TABLE):
            continue
        inside, text = by_block.get(number, []), document.reading(block)
        if block.kind == BlockKind.HEADING:
            over = _under_heading(over, text, inside, of_mention)
        else:
            over = Over(over.post, over.body, over.org, over.terms or _tells_terms(text, block))
            found += _row(document, block, inside, over, of_mention) if over.terms else []
    return found


def _under_heading(over: Over, text: str, inside: Sequence[Mention], of_mention: Mapping[str, str]) -> Over:
    bare = _BRACKETS.sub("", text).strip()
    last = re.findall(r"[\w’'-]+", bare.casefold())[-1:] or [""]
    singular = _table()["singular"].get(last[0])
    if singular:
        words = bare[: len(bare) - len(last[0])]
        return Over(f"{words}{singular}".strip())
    org = next((of_mention.get(m.id, "") for m in inside if m.label == Label.ORG), "")
    return Over(over.post, bare, org)


def _tells_terms(text: str, block: Block) -> bool:
    head = f"{block.key} {text}".casefold()
    return any(words in head for words in _table()["heads"])


def _row(
    document: Document, block: Block, inside: Sequence[Mention], over: Over, of_mention: Mapping[str, str]
) -> list[Tenure]:
    """The tenure of a row: a person, then the two cells of its term; none where the post is unknown."""
    person = next((m for m in inside if m.label == Label.PERSON), None)
    office = next((m for m in inside if m.label == Label.OFFICE), None)
    title = office.text if office else over.post
    if person is None or not title:
        return []
    dates = [m for m in inside if m.label == Label.DATE and m.value]
    start, end = _term(document.reading(block), local(block, person)[1], [(*local(block, m), m) for m in dates])
    if start is None and end is None:
        return []
    joined = (
        f"{title} of the {over.body}" if over.body and not office and _latin(title) else f"{title} {over.body}"
    )
    return [
        Tenure(
            document.id,
            of_mention.get(person.id, ""),
            title if office else joined.strip(),
            office_id=of_mention.get(office.id, "") if office else "",
            org=over.org,
            start=start,
            end=end,
            source=BlockKind.TABLE,
            passage=(block.pieces[0][0], block.pieces[-1][1]),
            evidence=tuple(m.id for m in (person, office, *dates) if m is not None),
        )
    ]


def _latin(text: str) -> bool:
    return re.match(r"[A-Za-z]", text) is not None


def _term(
    text: str, after: int, dates: Sequence[tuple[int, int, Mention]]
) -> tuple[TimeSpan | None, TimeSpan | None]:
    """Start and end in the two cells after the name, or in one cell with a range; "?" is not known."""
    values: list[TimeSpan | None] = []
    position = after
    for cell in _CELL.split(text[after:]):
        begin = text.find(cell, position)
        position = begin + len(cell)
        date = next((m for s, _, m in dates if begin <= s < position), None)
        if date is not None and date.value is not None:
            if "/" in date.value.edtf:
                return halves(date.value)
            values.append(date.value)
        elif cell.strip().casefold() in _table()["empty"]:
            values.append(None)
    return (values[0], values[1]) if len(values) >= 2 else (None, None)

"""The phrases of `corpus/dates`: well-formed, mostly read right, and every value one that EDTF knows."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from edtf_validate.valid_edtf import is_valid

from kartoteka.dates import FoundDate, read_dates
from kartoteka.evaluate.files import read_gold
from kartoteka.evaluate.passages import Passage
from kartoteka.ingest.inputs import Failure, read_inputs
from kartoteka.romanization import straighten

CORPUS = Path(__file__).parent.parent.parent / "corpus"
HALVES = ("development", "measuring")
#: How many are read right of the sentences and of the stories (many dates that lean on each other) that rules were
#: mended on; the README has the figures of both halves.
SHARES = {"sentences": 0.95, "stories": 0.88}
#: So many dates make a story.
MANY = 4


@cache
def passages(half: str) -> list[Passage]:
    return read_gold([CORPUS / "dates" / f"{half}.jsonl"])


def read(passage: Passage) -> list[FoundDate]:
    return read_dates(straighten(passage.text), passage.lang)


@pytest.mark.parametrize("half", HALVES)
def test_the_annotation_is_well_formed(half: str) -> None:
    assert {passage.lang for passage in passages(half)} == {"en", "uk", "ru"}
    for passage in passages(half):
        ends = [(mention.start, mention.end) for mention in passage.mentions]
        assert ends == sorted(ends)
        assert all(end <= start for (_, end), (start, _) in pairwise(ends))
        values = {v for m in passage.mentions for v in (m.edtf, m.interval, *m.others) if v}
        assert all(is_valid(value) for value in values), passage.text


@pytest.mark.parametrize("half", HALVES)
def test_every_value_is_valid_and_every_offset_slices_back(half: str) -> None:
    for passage in passages(half):
        for date in read(passage):
            assert passage.text[date.start : date.end] == date.text or straighten(passage.text) != passage.text
            assert is_valid(date.span.edtf) and is_valid(date.span.interval), date


@pytest.mark.parametrize(("kind", "share"), SHARES.items())
def test_the_phrases_for_development_are_read(kind: str, share: float) -> None:
    wanted, missed = 0, []
    for passage in passages("development"):
        if (len(passage.mentions) >= MANY) != (kind == "stories"):
            continue
        found = {(date.start, date.end): date.span.edtf for date in read(passage)}
        for mention in passage.mentions:
            wanted += not mention.optional
            if not mention.optional and found.get((mention.start, mention.end)) not in {
                mention.edtf,
                *mention.others,
            }:
                missed.append((passage.text, mention.text))
    assert len(missed) <= (1 - share) * wanted, missed


def test_every_value_of_the_sample_articles_is_valid() -> None:
    documents = [d for d in read_inputs([CORPUS / "texts"]) if not isinstance(d, Failure)]
    dates = [d for document in documents for b in document.blocks for d in read_dates(document.reading(b), b.lang)]
    assert len(dates) > 300
    for date in dates:
        assert is_valid(date.span.edtf) and is_valid(date.span.interval), date

"""The annotated careers hold together: offsets, values, and persons who are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from edtf_validate.valid_edtf import is_valid

from kartoteka.types import Modality

FOLDER = Path(__file__).parents[2] / "corpus" / "offices"
HALVES = ("development", "measuring")
Record = dict[str, Any]


def records(half: str) -> list[Record]:
    return [json.loads(line) for line in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("half", HALVES)
def test_mentions_are_what_stands_there_and_dates_have_values(half: str) -> None:
    for record in records(half):
        assert record["lang"] in ("en", "uk", "ru")
        for mention in record["mentions"]:
            assert mention["label"] in record["labels"]
            assert record["text"][mention["start"] : mention["end"]] == mention["text"]
            for value in (mention.get("edtf"), mention.get("interval")):
                assert value is None or is_valid(value), value


@pytest.mark.parametrize("half", HALVES)
def test_whoever_holds_a_post_is_named(half: str) -> None:
    for record in records(half):
        named = {mention.get("entity") for mention in record["mentions"]}
        for tenure in record["tenures"]:
            assert tenure["person"] in named
            assert tenure["office"]
            assert tenure.get("modality", "held") in set(Modality)
            for value in (tenure.get("start"), tenure.get("end")):
                assert value is None or is_valid(value), value


def test_no_text_stands_in_both_halves() -> None:
    development, measuring = ({record["text"] for record in records(half)} for half in HALVES)
    assert not development & measuring
    assert all(len({r["lang"] for r in records(half)}) == 3 for half in HALVES)

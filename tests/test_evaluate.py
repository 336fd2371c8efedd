"""Scores count what is right, found and wanted, and nothing that the gold calls optional."""

from __future__ import annotations

from typing import Any

import pytest

from kartoteka.evaluate import score

TEXT = "Balytsky, head of the GPU, met Redens in 1933."


def mention(text: str, label: str, entity: str = "", **more: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text), "text": text, "label": label, "entity": entity, **more}


GOLD = {
    "text": TEXT,
    "mentions": [
        mention("Balytsky", "PERSON", "b"),
        mention("Redens", "PERSON", "r"),
        mention("head of the GPU", "OFFICE", "o"),
        mention("GPU", "ORG", "g", optional=True),
        mention("1933", "DATE", "d", edtf="1933"),
    ],
    "tenures": [{"person": "b", "office": "head of the GPU", "start": None, "end": None}],
}


def test_the_gold_itself_scores_full_marks() -> None:
    record = {**GOLD, "tenures": [{**GOLD["tenures"][0], "modality": "held", "org_name": None}]}  # type: ignore[index]
    assert all(s.f1 == pytest.approx(1) for name, s in score([GOLD], [record]).items() if s.wanted)


def test_a_merged_card_costs_precision_and_a_missed_mention_recall() -> None:
    merged = {"mentions": [mention("Balytsky", "PERSON", "x"), mention("Redens", "PERSON", "x")], "tenures": []}
    cards = score([GOLD], [merged])["cards PERSON"]
    assert (cards.precision, cards.recall) == (pytest.approx(0.5), pytest.approx(1))
    missed = {"mentions": [mention("Balytsky", "PERSON", "x")], "tenures": []}
    assert score([GOLD], [missed])["cards PERSON"].recall == pytest.approx(0.5)


def test_an_optional_mention_counts_neither_way() -> None:
    found = {"mentions": [mention("GPU", "ORG", "g")], "tenures": []}
    assert score([GOLD], [found])["ORG"].found == 0


def test_a_wrong_value_is_no_right_date() -> None:
    found = {"mentions": [mention("1933", "DATE", "d", edtf="1934")], "tenures": []}
    scores = score([GOLD], [found])
    assert (scores["DATE"].f1, scores["edtf"].right) == (1, 0)


def test_a_proposed_tenure_is_not_counted_as_held() -> None:
    tenure = {"person": "b", "office": "head of the GPU", "org_name": None, "modality": "proposed"}
    record = {"mentions": GOLD["mentions"], "tenures": [tenure]}
    assert score([GOLD], [record])["holdings"].found == 0

"""The figures count what is right, found and wanted; each is worked out by hand here."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.evaluate import Kind, Pair, answer_of, as_json, find_mistakes, measure, passage_of
from kartoteka.types import Label

TEXT = "Balytsky, head of the GPU, met Redens in 1933. Косіор написав Балицькому в грудні 1932 р."
LABELS = [str(label) for label in Label]


def mention(words: str, label: str, entity: str | None = None, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "label": label, "entity": entity, **more}


def pair(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> Pair:
    return passage_of({"text": TEXT, "lang": "en", **gold}, "gold.json", 0), answer_of(answer, TEXT)


GOLD: dict[str, Any] = {
    "mentions": [
        mention("Balytsky", "PERSON", "b"),
        mention("Redens", "PERSON", "r"),
        mention("Косіор", "PERSON", "k"),
        mention("Балицькому", "PERSON", "b"),
        mention("head of the GPU", "OFFICE", "o"),
        mention("GPU", "ORG", "g", optional=True),
        mention("1933", "DATE", edtf="1933"),
        mention("грудні 1932 р.", "DATE", edtf="1932-12", edtf_alt=["1932-12~"]),
    ],
    "tenures": [{"person": "b", "office": "head of the GPU", "start": None, "end": "1933", "end_alt": [None]}],
}
HELD = {"person": "b", "office": "head of the GPU", "org_name": None, "start": None, "end": "1933~"}


def test_the_gold_itself_scores_full_marks() -> None:
    figures = measure([pair(GOLD, {**GOLD, "tenures": [HELD]})])
    everything = [*figures.strict.values(), *figures.relaxed.values(), *figures.cards.values(), figures.values]
    assert all(s.f1 == pytest.approx(1) for s in everything if s.gold)
    assert (figures.holdings.f1, figures.tenures.f1) == (1, 1)
    assert figures.strict["ALL"].gold == 7


def test_an_optional_mention_counts_neither_way() -> None:
    figures = measure([pair(GOLD, {"mentions": [mention("GPU", "ORG")]})])
    assert (figures.strict["ORG"].found, figures.strict["ORG"].gold) == (0, 0)
    assert figures.strict["ALL"].gold == 7


def test_a_shorter_span_is_right_only_where_overlap_will_do() -> None:
    figures = measure([pair(GOLD, {"mentions": [mention("Balyts", "PERSON"), mention("Redens", "PERSON")]})])
    strict, relaxed = figures.strict["PERSON"], figures.relaxed["PERSON"]
    assert (strict.precision, strict.recall) == (1 / 2, 1 / 4)
    assert (relaxed.precision, relaxed.recall) == (1, 1 / 2)


def test_one_long_span_stands_for_one_of_two_names_only() -> None:
    figures = measure([pair(GOLD, {"mentions": [mention("Косіор написав Балицькому", "PERSON")]})])
    relaxed = figures.relaxed["PERSON"]
    assert (relaxed.precision, relaxed.recall) == (1, 1 / 4)


def test_of_two_rivals_the_one_that_shares_most_is_matched_first() -> None:
    gold = {"mentions": [mention("head", "ORG"), mention("the GPU", "ORG")]}
    found = {"mentions": [mention("head of the", "ORG"), mention("GPU, met", "ORG")]}
    assert measure([pair(gold, found)]).relaxed["ORG"].recall == 1


def test_a_value_is_counted_of_the_gold_and_of_the_dates_with_right_borders() -> None:
    found = {"mentions": [mention("1933", "DATE", edtf="1934"), mention("грудні 1932", "DATE", edtf="1932-12")]}
    figures = measure([pair(GOLD, found)])
    assert (figures.values.precision, figures.values.recall, figures.values.gold) == (0, 0, 2)
    found = {"mentions": [mention("грудні 1932 р.", "DATE", edtf="1932-12~")]}
    values = as_json(measure([pair(GOLD, found)]))["edtf"]
    assert values == {"of_gold": 1 / 2, "of_matched": 1, "gold": 2}


def test_b_cubed_by_hand() -> None:
    """Balytsky and Kosior on one card, Balytsky's other name on another, Redens not found.

    Precision: 1/2, 1/2 and 1 over three found. Recall: Balytsky 1/2 twice, Kosior 1, Redens 0 over four.
    """
    found = [mention("Balytsky", "PERSON", "x"), mention("Косіор", "PERSON", "x")]
    found.append(mention("Балицькому", "PERSON"))
    cards = measure([pair(GOLD, {"mentions": found})]).cards["PERSON"]
    assert cards.precision == pytest.approx(2 / 3)
    assert cards.recall == pytest.approx(2 / 4)
    assert (cards.gold, cards.found) == (4, 3)


def test_cards_are_judged_over_all_passages_together() -> None:
    found = {"mentions": [mention("Redens", "PERSON", "x")]}
    other = {"mentions": [mention("Redens", "PERSON", "somebody else")]}
    cards = measure([pair(GOLD, found), pair(other, found)]).cards["PERSON"]
    assert cards.precision == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("tenure", "holding", "dated"),
    [
        (HELD, 1, 1),
        ({**HELD, "end": None}, 1, 1),
        ({**HELD, "end": "1933-33"}, 1, 1),
        ({**HELD, "end": "1934"}, 1, 0),
        ({**HELD, "start": "1931"}, 1, 0),
        ({**HELD, "office": "chairman", "org_name": "GPU"}, 1, 1),
        ({**HELD, "office": "secretary of the Central Committee"}, 0, 0),
        ({**HELD, "person": "r"}, 0, 0),
        ({**HELD, "modality": "held"}, 1, 1),
    ],
)
def test_a_tenure_is_right_by_person_office_and_dates(tenure: dict[str, Any], holding: int, dated: int) -> None:
    figures = measure([pair(GOLD, {"mentions": GOLD["mentions"], "tenures": [tenure]})])
    assert (figures.holdings.recall, figures.tenures.recall) == (holding, dated)


def test_a_proposed_tenure_is_not_counted_as_held() -> None:
    answer = {"mentions": GOLD["mentions"], "tenures": [{**HELD, "modality": "proposed"}]}
    assert measure([pair(GOLD, answer)]).holdings.found == 0


def test_a_post_that_was_only_proposed_is_counted_where_it_is_given_as_held() -> None:
    gold = {**GOLD, "tenures": [{**GOLD["tenures"][0], "modality": "proposed"}]}
    figures = measure([pair(gold, {"mentions": GOLD["mentions"], "tenures": [HELD]})])
    assert (figures.unheld.gold, figures.unheld.found) == (1, 1)
    assert (figures.holdings.gold, figures.holdings.found) == (0, 1)
    assert measure([pair(gold, {"mentions": GOLD["mentions"]})]).unheld.found == 0


def test_an_optional_tenure_counts_neither_way() -> None:
    gold = {**GOLD, "tenures": [*GOLD["tenures"], {"person": "r", "office": "head of the GPU", "optional": True}]}
    answer = {"mentions": GOLD["mentions"], "tenures": [HELD, {**HELD, "person": "r"}]}
    figures = measure([pair(gold, answer)])
    assert (figures.holdings.gold, figures.holdings.found) == (1, 1)


def test_another_name_of_the_office_is_right_where_the_gold_says_so() -> None:
    gold = {**GOLD, "tenures": [{**GOLD["tenures"][0], "office_alt": ["chairman of the Cheka"]}]}
    answer = {"mentions": GOLD["mentions"], "tenures": [{**HELD, "office": "chairman of the Cheka"}]}
    assert measure([pair(gold, answer)]).holdings.recall == 1


def row(spans: list[list[Any]], answer: list[dict[str, Any]], labels: list[str] | None = None) -> Pair:
    record = {"text": TEXT, "spans": spans} | ({"labels": labels} if labels else {})
    return passage_of(record, "set.jsonl", 1), answer_of({"mentions": answer}, TEXT)


def test_a_row_is_scored_on_its_own_labels_alone() -> None:
    found = [mention("Redens", "PERSON"), mention("1933", "DATE"), mention("GPU", "ORG")]
    figures = measure([row([[31, 37, "PERSON"]], found, ["PERSON", "ORG"])])
    assert figures.strict["DATE"].found == 0
    assert (figures.strict["PERSON"].f1, figures.strict["ORG"].precision) == (1, 0)


def test_in_a_flat_set_a_mention_inside_a_larger_one_of_its_labels_is_left_out() -> None:
    found = [mention("head of the GPU", "OFFICE"), mention("GPU", "ORG")]
    assert measure([row([], found, ["OFFICE", "ORG"])]).strict["ORG"].found == 0
    assert measure([row([], found, ["ORG"])]).strict["ORG"].found == 1


def test_the_value_of_a_date_in_a_row_is_that_of_an_overlapping_one() -> None:
    gold = {
        "text": TEXT,
        "spans": [[41, 45, "DATE", "1933"], [77, 88, "DATE", "1932-12/.."], [0, 8, "SET", "P1Y"]],
    }
    found = [
        mention("in 1933", "DATE", edtf="1933"),
        mention("грудні 1932 р.", "DATE", edtf="1932-12", interval="1932-12/.."),
    ]
    measured = measure(
        [(passage_of(gold, "dates.jsonl", 1, dated=True), answer_of({"mentions": found}, TEXT))]
    ).overlapping_values
    assert (measured["edtf"].recall, measured["interval"].recall, measured["edtf"].gold) == (1 / 2, 1, 2)


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_strict_never_beats_relaxed_and_the_mistakes_account_for_every_figure(seed: int) -> None:
    chance = random.Random(seed)
    spans = {(s, s + chance.randint(1, 9), chance.choice(LABELS)) for s in chance.sample(range(60), 20)}
    gold, found = (
        [dict(zip(("start", "end", "label"), s, strict=True)) for s in part] for part in _parts(spans, chance)
    )
    pairs = [pair({"mentions": gold}, {"mentions": found})]
    figures, mistakes = measure(pairs), find_mistakes(pairs)
    for label in LABELS:
        strict, relaxed = figures.strict[label], figures.relaxed[label]
        assert strict.recall <= relaxed.recall and strict.precision <= relaxed.precision
        wrong = [m for m in mistakes if m.label == label]
        missed = sum(m.kind in {Kind.MISSED, Kind.BORDER, Kind.LABEL} for m in wrong)
        assert missed == strict.gold - round(strict.recall * strict.gold)
        spurious = sum(m.kind in {Kind.SPURIOUS, Kind.BORDER} for m in wrong)
        spurious += sum(m.kind is Kind.LABEL and m.found == label for m in mistakes)
        assert spurious == strict.found - round(strict.precision * strict.found)


def _parts(spans: set[tuple[int, int, str]], chance: random.Random) -> tuple[list[Any], list[Any]]:
    """What is marked and what is found of the spans: most are both, some have another border or label."""
    listed = sorted(spans)
    gold = [s for s in listed if chance.random() < 0.8]
    found = {s for s in listed if chance.random() < 0.8}
    found |= {(s, e + 1, label) for s, e, label in listed if chance.random() < 0.2}
    found |= {(s, e, chance.choice(LABELS)) for s, e, label in listed if chance.random() < 0.2}
    return gold, sorted(found)

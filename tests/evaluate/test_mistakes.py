"""Every mistake is listed once, under its kind, with the words around it."""

from __future__ import annotations

from typing import Any

import pytest

from kartoteka.evaluate import Kind, Mistake, answer_of, find_mistakes, passage_of
from kartoteka.evaluate.mistakes import around

TEXT = "У 1932 році Косіор писав до ЦК ВКП(б).\nBalytsky, head of the GPU, and Kosior met at Kharkiv in May 1933."
GOLD_TENURE = {"person": "b", "office": "head of the GPU", "start": None, "end": None}


def mention(words: str, label: str, entity: str | None = None, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "label": label, "entity": entity, **more}


def mistakes(
    gold: list[dict[str, Any]], found: list[dict[str, Any]], *, told: object = None, held: object = None
) -> list[Mistake]:
    passage = passage_of({"text": TEXT, "mentions": gold, "tenures": told}, "gold.json", 0)
    return find_mistakes([(passage, answer_of({"mentions": found, "tenures": held}, TEXT))])


def test_a_perfect_answer_has_none() -> None:
    assert mistakes([mention("Косіор", "PERSON", "k")], [mention("Косіор", "PERSON", "x")]) == []


def test_a_missed_name_is_shown_in_its_sentence() -> None:
    (one,) = mistakes([mention("Косіор", "PERSON")], [])
    assert (one.kind, one.label, one.text, one.start) == (Kind.MISSED, "PERSON", "Косіор", 12)
    assert (one.before, one.after) == ("У 1932 році ", " писав до ЦК ВКП(б). Balytsky, head")


def test_an_invented_name_names_the_rule_that_found_it() -> None:
    (one,) = mistakes([], [mention("May", "PERSON", rule="persons.given-name")])
    assert (one.kind, one.found, one.rule, one.wanted) == (Kind.SPURIOUS, "May", "persons.given-name", "")


def test_a_name_cut_short_is_one_mistake_and_not_two() -> None:
    (one,) = mistakes([mention("ЦК ВКП(б)", "ORG")], [mention("ЦК ВКП", "ORG")])
    assert (one.kind, one.wanted, one.found) == (Kind.BORDER, "ЦК ВКП(б)", "ЦК ВКП")


def test_a_person_taken_for_a_place_is_a_wrong_label() -> None:
    (one,) = mistakes([mention("Kosior", "PERSON")], [mention("Kosior", "PLACE")])
    assert (one.kind, one.label, one.found) == (Kind.LABEL, "PERSON", "PLACE")


def test_a_wrong_value_shows_both() -> None:
    (one,) = mistakes([mention("May 1933", "DATE", edtf="1933-05")], [mention("May 1933", "DATE", edtf="1933")])
    assert (one.kind, one.wanted, one.found) == (Kind.VALUE, "1933-05", "1933")


def test_two_men_on_one_card_are_a_wrong_merge() -> None:
    gold = [mention("Косіор", "PERSON", "kosior"), mention("Kosior", "PERSON", "kosior")]
    gold.append(mention("Balytsky", "PERSON", "balytsky"))
    found = [{**m, "entity": "card-1"} for m in gold]
    (one,) = mistakes(gold, found)
    assert (one.kind, one.text, one.found) == (Kind.MERGE, "Balytsky", "card-1")
    assert one.wanted == "balytsky: Balytsky | kosior: Косіор, Kosior"


def test_one_man_on_two_cards_is_a_split() -> None:
    gold = [mention("Косіор", "PERSON", "kosior"), mention("Kosior", "PERSON", "kosior")]
    found = [{**m, "entity": f"card-{number}"} for number, m in enumerate(gold)]
    (one,) = mistakes(gold, found)
    assert (one.kind, one.wanted, one.found) == (Kind.SPLIT, "kosior", "Косіор | Kosior")


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        ([], [Kind.TENURE_MISSED]),
        ([{**GOLD_TENURE, "start": "1931"}], [Kind.TENURE_DATES]),
        ([GOLD_TENURE, GOLD_TENURE], [Kind.TENURE_SPURIOUS]),
        ([{**GOLD_TENURE, "office": "narkom"}], [Kind.TENURE_MISSED, Kind.TENURE_SPURIOUS]),
    ],
)
def test_tenures_are_missed_invented_or_misdated(found: list[dict[str, Any]], kinds: list[Kind]) -> None:
    names = [mention("Balytsky", "PERSON", "b")]
    listed = mistakes(names, names, told=[{**GOLD_TENURE, "evidence": "head of the GPU"}], held=found)
    assert [m.kind for m in listed] == kinds
    assert listed[0].text == ("Balytsky" if kinds[0] is Kind.TENURE_SPURIOUS else "head of the GPU")


def test_in_rows_an_overlapping_date_with_another_value_is_a_wrong_value() -> None:
    passage = passage_of({"text": TEXT, "spans": [[2, 11, "DATE", "1932"]]}, "dates.jsonl", 7, dated=True)
    found = [mention("1932", "DATE", edtf="1923")]
    listed = find_mistakes([(passage, answer_of({"mentions": found}, TEXT))])
    assert {(m.kind, m.line) for m in listed} == {(Kind.BORDER, 7), (Kind.VALUE, 7)}


def test_context_keeps_to_whole_words_within_reach() -> None:
    text = "a" * 200 + " one two " + "three" + " four " + "b" * 200
    assert around(text, 209, 214)[0].endswith(" one two ")
    assert around(text, 209, 214)[1].startswith(" four ")
    assert around("Kosior", 0, 6) == ("", "")

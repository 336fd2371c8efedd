"""Gold is read from passages and rows, and whatever is malformed is named with file, line and cause."""

from __future__ import annotations

import json
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest

from kartoteka.evaluate import read_answers, read_gold

PASSAGE = {"text": "Косіор у Харкові.", "lang": "uk", "mentions": [{"start": 0, "end": 6, "label": "PERSON"}]}
ROW = {"text": "Kosior in Kharkiv.", "spans": [[0, 6, "PERSON"]], "labels": ["PERSON", "PLACE"]}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows), encoding="utf-8")
    return path


def test_a_passage_a_file_and_a_row_a_line(tmp_path: Path) -> None:
    one, many = write(tmp_path / "a.json", PASSAGE), write(tmp_path / "b.jsonl", ROW, "", {**ROW, "lang": "en"})
    passages = read_gold([one, many])
    assert [(p.line, p.lang, p.flat) for p in passages] == [(0, "uk", False), (1, "", True), (3, "en", True)]
    assert passages[0].mentions[0].text == "Косіор"
    assert passages[1].labels == {"PERSON", "PLACE"}
    assert read_gold([tmp_path]) == passages


def test_rows_of_dates_with_values_annotate_dates_alone_unless_they_say_more(tmp_path: Path) -> None:
    dated = {"text": "since 1932", "spans": [[6, 10, "DATE", "1932/.."], [0, 5, "DURATION", "P1Y"]]}
    plain, valued = (
        read_gold([write(tmp_path / "plain.jsonl", {"text": "Kosior", "spans": []})]),
        read_gold([write(tmp_path / "dated.jsonl", {"text": "Kosior", "spans": []}, dated)]),
    )
    assert plain[0].labels == {"PERSON", "OFFICE", "ORG", "PLACE", "DATE"}
    assert [p.labels for p in valued] == [{"DATE"}, {"DATE"}]
    assert [(m.label, m.edtf) for m in valued[1].mentions] == [("DATE", "1932/..")]


def test_every_nth_row_can_be_taken_as_a_training_run_put_it_aside(tmp_path: Path) -> None:
    rows = [{"text": f"row {number}", "spans": []} for number in range(40)]
    kept = read_gold([write(tmp_path / "set.jsonl", *rows)], held_aside=4)
    assert 0 < len(kept) < 40
    assert all(int(sha1(p.text.encode()).hexdigest(), 16) % 4 == 0 for p in kept)


def changed(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in {**ROW, **fields}.items() if value is not None}


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ("{", "no JSON"),
        ("[1, 2]", "not an object"),
        (changed(text=None), '"text" missing'),
        (changed(text="  "), "no text"),
        (changed(spans=None), 'neither "mentions" nor "spans"'),
        (changed(spans="all"), "spans is no list"),
        (changed(spans=[[0, 6]]), "span 1"),
        (changed(spans=[[0, 6, "PERSON"], [10, 99, "PLACE"]]), "mention 2: 10 to 99 lies outside"),
        (changed(spans=[[6, 6, "PERSON"]]), "6 to 6"),
        (changed(spans=[["0", 6, "PERSON"]]), "no offsets"),
        (changed(spans=[[0, 6, "GHOST"]]), "'GHOST' (known: PERSON, OFFICE, ORG, PLACE, DATE)"),
        (changed(labels=["PERSON", "MISC"]), "'MISC'"),
        (changed(lang="tlh"), "'tlh' (known: en, uk, ru)"),
    ],
)
def test_a_malformed_row_is_named_with_its_line_and_cause(row: object, cause: str, tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", ROW, row)
    with pytest.raises(ValueError) as caught:
        read_gold([path])
    assert str(caught.value).startswith(f"{path}: line 2: ")
    assert cause in str(caught.value)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ('{\n "text": "Kosior"\n "mentions": []}', "line 3: no JSON"),
        (
            json.dumps({**PASSAGE, "mentions": [{**PASSAGE["mentions"][0], "text": "Косиор"}]}),
            "'Косиор' is not what",
        ),  # type: ignore[dict-item]
        (json.dumps({**PASSAGE, "tenures": [{"office": "head"}]}), 'without "person"'),
        (json.dumps({**PASSAGE, "mentions": [3]}), "mentions 1 is no object"),
    ],
)
def test_a_malformed_passage_is_named_with_its_cause(content: str, cause: str, tmp_path: Path) -> None:
    path = write(tmp_path / "gold.json", content)
    with pytest.raises(ValueError, match=r"gold\.json: ") as caught:
        read_gold([path])
    assert cause in str(caught.value)


def test_a_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_bytes('{"text": "Косіор"}'.encode("cp1251"))
    with pytest.raises(ValueError, match=r"gold\.json: not UTF-8"):
        read_gold([path])


def test_answers_made_elsewhere_are_read_in_either_layout(tmp_path: Path) -> None:
    gold = read_gold([write(tmp_path / "set.jsonl", ROW, ROW)])
    made = write(
        tmp_path / "made.jsonl",
        {"mentions": [{"start": 0, "end": 6, "label": "PERSON"}, {"start": 0, "end": 6, "label": "MISC"}]},
        {"spans": [[10, 17, "PLACE"]]},
    )
    answers = read_answers(made, gold)
    assert [[m.text for m in answer.mentions] for answer in answers] == [["Kosior"], ["Kharkiv"]]


def test_answers_must_be_as_many_as_the_passages_and_lie_within_them(tmp_path: Path) -> None:
    gold = read_gold([write(tmp_path / "set.jsonl", ROW, ROW)])
    with pytest.raises(ValueError, match="1 lines for 2 annotated passages"):
        read_answers(write(tmp_path / "few.jsonl", {"spans": []}), gold)
    with pytest.raises(ValueError, match="line 2: mention 1: 0 to 99 lies outside"):
        read_answers(write(tmp_path / "far.jsonl", {"spans": []}, {"spans": [[0, 99, "ORG"]]}), gold)

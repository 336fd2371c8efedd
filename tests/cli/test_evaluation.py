"""`kartoteka evaluate`: tables and JSON, mistakes with their places, and one clear line for what is malformed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kartoteka.cli import app, main

TEXT = "In March 1921 Vasyl Mantsev came to Kharkiv."
PASSAGE = {
    "text": TEXT,
    "lang": "en",
    "mentions": [
        {"start": 3, "end": 13, "label": "DATE", "edtf": "1921-03"},
        {"start": 14, "end": 27, "label": "PERSON", "entity": "m"},
        {"start": 36, "end": 43, "label": "PLACE", "entity": "k"},
    ],
}
FOUND = {"mentions": [{"start": 14, "end": 27, "label": "PERSON"}, {"start": 3, "end": 8, "label": "DATE"}]}


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    return write(tmp_path / "gold.json", PASSAGE)


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def scored(run: CliRunner, *arguments: object) -> dict[str, Any]:
    done = run.invoke(app, ["evaluate", *map(str, arguments), "--json"])
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout))


def test_predictions_made_elsewhere_are_scored(gold_file: Path, tmp_path: Path, run: CliRunner) -> None:
    scores = scored(run, gold_file, "--predictions", write(tmp_path / "made.jsonl", FOUND))
    assert scores["strict"]["PERSON"] == {"p": 1, "r": 1, "f1": 1, "gold": 1, "predicted": 1}
    assert (scores["strict"]["DATE"]["f1"], scores["relaxed"]["DATE"]["f1"]) == (0, 1)
    assert scores["edtf"] == {"of_gold": 0, "of_matched": 0, "gold": 1}
    assert "errors" not in scores and "by" not in scores


def test_the_table_shows_labels_and_the_errors_their_places(
    gold_file: Path, tmp_path: Path, run: CliRunner
) -> None:
    made = write(tmp_path / "made.jsonl", FOUND)
    done = run.invoke(app, ["evaluate", str(gold_file), "--predictions", str(made), "--errors"])
    lines = done.stdout.splitlines()
    (person,) = [line.split() for line in lines if line.startswith("PERSON")]
    assert person == ["PERSON", "1.000", "1.000", "1.000", "1.000", "1.000", "1.000", "1", "1"]
    assert "missed PLACE: 1" in lines and "wrong border DATE: 1" in lines
    assert f"  {gold_file}:36-43  March 1921 Vasyl Mantsev came to ⟦Kharkiv⟧." in lines
    assert any("⟦March 1921⟧" in line and line.endswith("found March") for line in lines)


def test_errors_are_in_the_json_too(gold_file: Path, tmp_path: Path, run: CliRunner) -> None:
    scores = scored(run, gold_file, "--errors", "--predictions", write(tmp_path / "made.jsonl", FOUND))
    missed = next(error for error in scores["errors"] if error["kind"] == "missed")
    assert (missed["source"], missed["start"], missed["text"]) == (str(gold_file), 36, "Kharkiv")


def test_rows_are_read_by_the_pipeline_in_their_language(tmp_path: Path, run: CliRunner) -> None:
    rows = [
        {"text": "Він прибув до Харкова.", "spans": [[14, 21, "PLACE"]], "labels": ["PLACE"]},
        {"text": "He came to Kharkiv.", "spans": [[11, 18, "PLACE"]], "labels": ["PLACE"], "lang": "en"},
    ]
    scores = scored(run, write(tmp_path / "set.jsonl", *rows), "--lang", "uk", "--by", "lang")
    assert scores["strict"]["PLACE"]["f1"] == 1
    assert scores["strict"]["PERSON"]["predicted"] == 0
    assert {name: group["passages"] for name, group in scores["by"].items()} == {"en": 1, "uk": 1}


@pytest.mark.slow
def test_the_sample_gold_is_scored_by_file(gold: list[Path], run: CliRunner) -> None:
    scores = scored(run, *gold, "--by", "file")
    assert scores["strict"]["PERSON"]["f1"] > 0.8
    assert scores["b3"]["PERSON"]["p"] > 0.9
    assert set(scores["by"]) == set(map(str, gold))


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("{", "gold.jsonl: line 2: no JSON"),
        ('{"text": "Kosior"}', 'line 2: no annotated passage, neither "mentions" nor "spans"'),
        ('{"text": "Kosior", "spans": [[0, 60, "PERSON"]]}', "line 2: mention 1: 0 to 60 lies outside the text"),
        ('{"text": "Kosior", "spans": [[0, 6, "MAN"]]}', "line 2: mention 1: no label 'MAN'"),
        ('{"text": "Kosior", "spans": [], "lang": "pl"}', "line 2: no language 'pl' (known: en, uk, ru)"),
    ],
)
def test_malformed_gold_ends_with_1_and_one_line(
    content: str, cause: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "Kosior", "spans": []}\n' + content, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["kartoteka", "evaluate", str(path)])
    with pytest.raises(SystemExit) as left:
        main()
    printed = capsys.readouterr()
    assert (left.value.code, printed.out) == (1, "")
    assert len(printed.err.splitlines()) == 1
    assert cause in printed.err


@pytest.mark.parametrize(
    "wrong",
    [["--lang", "tlh"], ["--by", "author"], ["--held-aside", "-1"]],
)
def test_an_option_that_makes_no_sense_ends_with_2(wrong: list[str], gold_file: Path, run: CliRunner) -> None:
    assert run.invoke(app, ["evaluate", str(gold_file), *wrong]).exit_code == 2

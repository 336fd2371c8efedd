"""The command line of decisions: plain words, honest exit statuses, lists that go from project to project."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kartoteka.cli import app

TEXTS = {
    "kosior.txt": "In 1932 Stanislav Kosior met Joseph Stalin in Moscow. Kosior spoke of the harvest with Stalin.",
    "koba.txt": "In 1912 Koba wrote from Vienna. Koba was then in exile.",
    "kharkiv.txt": "Kosior spoke in Kharkiv in 1930. He met Vsevolod Balitsky and Petrov.",
}
#: Runs `kartoteka decide …` upon a project.
Decide = Callable[..., Result]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["run", str(folder), "--project", str(folder / "out"), "--quiet"])
    assert done.exit_code == 0, done.output
    return folder / "out"


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A project of its own for each test."""
    shutil.copytree(made, tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def other(made: Path, tmp_path: Path) -> Path:
    """Another project with the same texts."""
    shutil.copytree(made, tmp_path / "other")
    return tmp_path / "other"


def decide(project: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["decide", *words, "--project", str(project)])


def reconcile(project: Path) -> Result:
    return CliRunner().invoke(app, ["reconcile", "--project", str(project)])


def column(path: Path, name: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def test_each_decision_says_its_number_and_is_listed_with_who_and_why(project: Path) -> None:
    calls = [
        ("same", "Koba", "Joseph Stalin", "--by", "Олена", "--because", "his party alias"),
        ("unknown", "Petrov", "--document", "kharkiv.txt", "--by", "Taras"),
        ("ignore", "Vienna", "--with", "Koba", "--by", "Taras"),
        ("different", "Kosior@kharkiv.txt", "Stanislav Kosior", "--by", "Taras"),
    ]
    for number, call in enumerate(calls, 1):
        done = decide(project, *call)
        assert done.exit_code == 0, done.output
        assert f"decision {number} recorded" in done.stderr
    rows = [line.split("\t") for line in decide(project, "list").stdout.splitlines()]
    assert [row[:5] for row in rows] == [
        ["1", "same", "holds", "“Koba” and “Joseph Stalin” are one (PERSON)", "Олена"],
        ["2", "unknown", "holds", "“Petrov” is somebody whom nobody can name (PERSON, in kharkiv.txt)", "Taras"],
        ["3", "ignore", "holds", "“Vienna” names nothing (PLACE, beside “Koba”)", "Taras"],
        [
            "4",
            "different",
            "holds",
            "“Kosior” in kharkiv.txt and “Stanislav Kosior” are not one (PERSON)",
            "Taras",
        ],
    ]
    assert rows[0][6] == "his party alias"
    assert reconcile(project).exit_code == 0
    assert "Koba | Joseph Stalin | Stalin" in column(project / "entities.csv", "variants")
    assert "Vienna" not in (project / "mentions.csv").read_text(encoding="utf-8")


def test_a_refusal_names_both_and_what_to_do(project: Path) -> None:
    decide(project, "same", "Koba", "Joseph Stalin", "--by", "Олена")
    done = decide(project, "different", "Koba", "Stalin", "--by", "Taras")
    assert done.exit_code == 2
    said = " ".join(done.stderr.split())
    assert "that “Koba” and “Stalin” are not one (PERSON) contradicts" in said
    assert "decision 1: “Koba” and “Joseph Stalin” are one (PERSON), Олена, 20" in said
    assert "kartoteka decide undo 1" in said


def test_undoing_is_for_all_numbers_or_none(project: Path) -> None:
    decide(project, "same", "Koba", "Joseph Stalin")
    decide(project, "ignore", "Vienna")
    assert decide(project, "undo", "1", "7").exit_code == 2
    assert "undone" not in decide(project, "list").stdout
    assert decide(project, "undo", "1", "2").exit_code == 0
    assert [row.split("\t")[2] for row in decide(project, "list").stdout.splitlines()] == ["undone", "undone"]


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_list_goes_from_project_to_project_and_back(
    project: Path, other: Path, tmp_path: Path, suffix: str
) -> None:
    for call in (("same", "Koba", "Joseph Stalin"), ("unknown", "Petrov"), ("ignore", "Vienna")):
        decide(project, *call, "--by", "Олена", "--because", 'a "letter", p. 3\nand 4')
    decide(project, "undo", "3")
    kept = tmp_path / f"kept.{suffix}"
    assert decide(project, "export", str(kept)).exit_code == 0
    done = decide(other, "import", str(kept))
    assert (done.exit_code, "3 recorded, 0 on record before, 0 refused" in done.stderr) == (0, True), done.output
    again = tmp_path / f"again.{suffix}"
    decide(other, "export", str(again))
    assert again.read_bytes() == kept.read_bytes()
    assert "0 recorded, 3 on record before" in decide(other, "import", str(kept)).stderr
    assert "0 recorded, 3 on record before" in decide(project, "import", str(kept)).stderr
    reconcile(project)
    reconcile(other)
    assert (other / "entities.csv").read_bytes() == (project / "entities.csv").read_bytes()


def test_a_bad_row_costs_one_line_and_nothing_else(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "decision,label,a,b,because\n"
        "same,,Koba,Joseph Stalin,alias\n"
        "perhaps,,Koba,Petrov,\n"
        "same,,Koba,,\n"
        "different,PERSON,Stalin,Koba,no\n"
        "ignore,,Nobody,,\n"
        "ignore,RIVER,Vienna,,\n"
        "ignore,,Vienna,,,,,\n"
        "unknown,,Petrov,,\n",
        encoding="utf-8",
    )
    done = decide(project, "import", str(path), "--by", "Олена")
    assert done.exit_code == 1
    refused = [line for line in done.stderr.splitlines() if line.startswith("refused")]
    for line, (row, cause) in zip(
        refused,
        [
            (3, "'perhaps' is no decision; known are same, different, ignore, unknown"),
            (4, "same needs a spelling in the column b"),
            (
                5,
                "contradicts what was decided before [decision 1: “Koba” and “Joseph Stalin” are one (PERSON), Олена",
            ),
            (6, "no card 'Nobody'"),
            (7, "'RIVER' is no label; known are PERSON, OFFICE, ORG, PLACE"),
            (8, "it has 8 cells, the head 5"),
        ],
        strict=True,
    ):
        assert f"{path}, row {row}: " in line and cause in line
    assert [row.split("\t")[1] for row in decide(project, "list").stdout.splitlines()] == ["same", "unknown"]


def test_a_list_typed_in_a_spreadsheet_is_taken_as_if_decided_here(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Decision;A;B;A_document\r\nsame;Koba;Joseph Stalin;koba.txt\r\n", encoding="utf-8-sig")
    for said in ("1 recorded, 0 on record", "0 recorded, 1 on record"):
        assert said in decide(project, "import", str(path), "--by", "Taras").stderr
    (listed,) = csv.DictReader(decide(project, "list", "--format", "csv").stdout.splitlines())
    assert (listed["a_document"], listed["label"], listed["by"]) == ("koba.txt", "PERSON", "Taras")
    assert json.loads(listed["a_places"]) == [["koba.txt", "Koba"]]
    (record,) = map(json.loads, decide(project, "list", "--format", "jsonl").stdout.splitlines())
    assert (record["state"], record["reason"], record["version"]) == ("holds", "", 1)


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("list.csv", b"name,wikidata\nKoba,Q1\n", "needs the columns decision and a"),
        ("list.csv", "decision,a\nignore,Відень\n".encode("cp1251"), "not UTF-8"),
        ("list.xlsx", b"PK", "as .csv or .jsonl"),
        ("list.csv", b"", "needs the columns"),
    ],
)
def test_a_file_that_is_no_list_is_named(
    project: Path, tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = decide(project, "import", str(tmp_path / name))
    assert done.exit_code == 2
    assert cause in " ".join(done.stderr.split())


def test_lines_that_are_no_objects_and_lists_of_later_versions_are_refused(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    rows = [
        "nonsense",
        "[]",
        '{"decision": "ignore", "a": "Vienna", "version": 9}',
        '{"decision": "ignore", "a": []}',
    ]
    path.write_text("\n".join([*rows, '{"decision": "ignore", "a": "Vienna"}']), encoding="utf-8")
    done = decide(project, "import", str(path))
    assert done.exit_code == 1
    causes = [line.partition(": ")[2] for line in done.stderr.splitlines() if line.startswith("refused")]
    assert [cause.rpartition(", row ")[2].partition(":")[0] for cause in causes] == ["1", "2", "3", "4"]
    assert "1 recorded" in done.stderr


def test_what_no_longer_applies_is_reported_and_marked(project: Path) -> None:
    from kartoteka.project import Project

    decide(project, "same", "Koba", "Joseph Stalin", "--by", "Олена")
    with Project(project) as work:
        work.store.remove("koba.txt")
    done = reconcile(project)
    assert done.exit_code == 0
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("decision 1")]
    assert "“Koba” and “Joseph Stalin” are one (PERSON); Олена" in line
    assert line.endswith("does not apply: the documents that it was made on are gone, and no other names “Koba”")
    assert "does not apply: the documents" in decide(project, "list").stdout


def test_a_label_that_is_none_is_refused(project: Path) -> None:
    done = decide(project, "ignore", "Vienna", "--label", "RIVER")
    assert done.exit_code == 2
    assert "choose one of PERSON, OFFICE, ORG, PLACE" in " ".join(done.stderr.split())


def test_undoing_says_what_was_undone_and_what_to_run(project: Path) -> None:
    decide(project, "same", "Koba", "Joseph Stalin", "--by", "Олена")
    said = decide(project, "undo", "1").stderr
    assert "decision 1 undone: “Koba” and “Joseph Stalin” are one (PERSON), Олена, 20" in said
    assert f"Run `kartoteka reconcile --project {project}` to see the effect." in said


def test_two_spellings_of_one_person_in_a_text_are_parted_in_every_list_and_undone(project: Path) -> None:
    done = decide(project, "different", "Stalin@kosior.txt", "Joseph Stalin", "--by", "Taras")
    assert "decision 1 recorded: “Stalin” in kosior.txt and “Joseph Stalin” are not one (PERSON)." in done.stderr
    assert reconcile(project).exit_code == 0
    assert {"Stalin", "Joseph Stalin"} <= set(column(project / "entities.csv", "name"))
    assert decide(project, "list").stdout.split("\t")[2] == "holds"
    decide(project, "undo", "1")
    reconcile(project)
    assert "Joseph Stalin | Stalin" in column(project / "entities.csv", "variants")

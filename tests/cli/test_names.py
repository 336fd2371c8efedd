"""Lists of names on the command line: any spreadsheet's table goes in, and what is wrong with it is told."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kartoteka.cli import app, main

BALYTSKY = ["Всеволод Балицький", "Vsevolod Balickij", "Wsewolod Balitzkij"]
HARD = ["", "1937", "😀😀", "x" * 10_000, "Иvan Пetrov", "\u200b", "Петренко 2", "-", "A."]


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def call(run: CliRunner, command: str, path: Path, text: str | bytes) -> Result:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return run.invoke(app, ["names", command, *(["--pairs"] if command == "match" else []), str(path)])


def rows(done: Result) -> list[list[str]]:
    return [line.split("\t") for line in done.stdout.splitlines()]


def test_windows_line_ends_a_mark_of_byte_order_and_a_name_that_is_not_first(
    tmp_path: Path, run: CliRunner
) -> None:
    text = "\ufeffid\tname\r\n7\tВсеволод Балицький\r\n8\tVlas Chubar\r\n9\tVsevolod Balickij\r\n"
    done = call(run, "cluster", tmp_path / "list.tsv", text)

    assert rows(done) == [
        ["id", "name", "cluster"],
        ["7", "Всеволод Балицький", "0"],
        ["8", "Vlas Chubar", "1"],
        ["9", "Vsevolod Balickij", "0"],
    ]
    assert done.exit_code == 0


def test_columns_that_are_not_names_are_carried_along(tmp_path: Path, run: CliRunner) -> None:
    done = call(
        run, "match", tmp_path / "p.tsv", "name2\tnote\tname1\nVsevolod Balickij\t«so»\tВсеволод Балицький\n"
    )
    assert rows(done)[0] == ["name2", "note", "name1", "score", "same"]
    assert rows(done)[1][1::3] == ["«so»", "1"]


def test_pairs_that_hold_no_name_are_printed_and_told(tmp_path: Path, run: CliRunner) -> None:
    text = "name1\tname2\n" + "".join(f"{name}\tVlas Chubar\n" for name in HARD)
    done = call(run, "match", tmp_path / "p.tsv", text)

    assert [row[3] for row in rows(done)[1:]] == ["0"] * len(HARD)
    assert [row[2] for row in rows(done)[1:5]] == ["0.0000"] * 4
    assert done.exit_code == 1
    assert f"{tmp_path / 'p.tsv'}: line 3: 1937: digits" in done.stderr
    assert done.stderr.count("\n") == 6


def test_names_that_hold_no_name_stay_by_themselves_and_are_told(tmp_path: Path, run: CliRunner) -> None:
    names = [BALYTSKY[0], "1937", "1937", "x" * 10_000, BALYTSKY[1]]
    done = call(run, "cluster", tmp_path / "list.txt", "\n".join(names))

    assert [row[1] for row in rows(done)[1:]] == ["0", "1", "2", "3", "0"]
    assert done.exit_code == 1
    assert [line.split(": ")[2] for line in done.stderr.splitlines()] == ["line 2", "line 3", "line 4"]


def test_a_row_of_another_length_is_told_and_the_rest_done(tmp_path: Path, run: CliRunner) -> None:
    done = call(run, "match", tmp_path / "p.tsv", "name1\tname2\nVlas Chubar\nVlas Chubar\tВлас Чубар\n")
    assert [row[-1] for row in rows(done)] == ["same", "0", "1"]
    assert "line 2: 1 cells, the header has 2" in done.stderr
    assert done.exit_code == 1


def test_of_very_many_faults_the_first_are_told_one_by_one(tmp_path: Path, run: CliRunner) -> None:
    done = call(run, "cluster", tmp_path / "list.txt", "1937\n" * 100)
    assert len(done.stderr.splitlines()) == 21
    assert "80 more" in done.stderr


def test_an_empty_list_has_no_clusters(tmp_path: Path, run: CliRunner) -> None:
    done = call(run, "cluster", tmp_path / "list.txt", b"")
    assert (done.exit_code, done.stdout) == (0, "name\tcluster\n")


@pytest.mark.parametrize(
    ("command", "content", "cause", "status"),
    [
        ("match", b"", "no column name1, name2", 2),
        ("match", b"name1\tname\nA\tB\n", "no column name2 in the header line: it has name1, name", 2),
        ("cluster", "справа\tрік\n7\t1937\n".encode(), "no column name in the header line: it has справа, рік", 2),
        ("match", "name1\tname2\nБалицький\tЧубар\n".encode("cp1251"), "not UTF-8", 1),
        ("cluster", "Балицький\nЧубар\n".encode("cp1251"), "not UTF-8", 1),
        ("cluster", "Балицький\n".encode("utf-16"), "not UTF-8", 1),
    ],
)
def test_a_file_that_cannot_be_read_is_named_in_one_line(
    command: str,
    content: bytes,
    cause: str,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "table.tsv"
    path.write_bytes(content)
    options = ["--pairs"] if command == "match" else []
    monkeypatch.setattr("sys.argv", ["kartoteka", "names", command, *options, str(path)])
    with pytest.raises(SystemExit) as ended:
        main()
    (line,) = capsys.readouterr().err.splitlines()
    assert (ended.value.code, str(path) in line, cause in line) == (status, True, True)


def test_the_order_of_the_rows_changes_no_cluster(tmp_path: Path, run: CliRunner) -> None:
    names = [
        *BALYTSKY,
        "Vlas Chubar",
        "Влас Чубар",
        "V. Chubar",
        "Іван Петренко",
        "Ivan Petrenko",
        "Ihor Petrenko",
    ]
    partitions = set()
    for seed in range(4):
        random.Random(seed).shuffle(names)
        found: dict[str, set[str]] = {}
        for name, number in rows(call(run, "cluster", tmp_path / "list.txt", "\n".join(names)))[1:]:
            found.setdefault(number, set()).add(name)
        assert list(found) == [str(number) for number in range(len(found))]
        partitions.add(frozenset(map(frozenset, found.values())))
    assert len(partitions) == 1


def test_names_that_fit_several_persons_are_counted(tmp_path: Path, run: CliRunner) -> None:
    done = call(run, "cluster", tmp_path / "list.txt", "N. Petrov\nNikolai Petrov\nNestor Petrov\n")
    assert "joined to none: 1: N. Petrov (line 1)" in done.stderr
    assert [row[1] for row in rows(done)[1:]] == ["0", "1", "2"]


@pytest.mark.parametrize("name", HARD)
def test_two_names_never_fail_to_be_compared(name: str, run: CliRunner) -> None:
    done = run.invoke(app, ["names", "match", "--", name, "Влас Чубар"])
    assert done.stdout.splitlines()[0].split("\t")[1] in {"unsure", "different"}
    assert not isinstance(done.exception, ValueError | TypeError | IndexError)

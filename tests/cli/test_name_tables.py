"""Lists of names as historians keep them: CSV, names in several columns, headings in many languages; with reasons."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner

from kartoteka.cli import app
from kartoteka.cli.columns import find_name

FUND = """№;Прізвище;Ім'я;По батькові;Примітка
1;Балицький;Всеволод;Аполлонович;"голова; ДПУ"
2;Чубар;Влас;;
3;"Балицкий";В. А.;;
"""


def cluster(path: Path, text: str, *options: str) -> tuple[list[list[str]], str, int]:
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["names", "cluster", str(path), *options])
    return [line.split("\t") for line in done.stdout.splitlines()], done.stderr, done.exit_code


def test_a_csv_with_names_in_parts_keeps_its_rows_and_columns(tmp_path: Path) -> None:
    assert cluster(tmp_path / "fund.csv", FUND) == (
        [
            ["№", "Прізвище", "Ім'я", "По батькові", "Примітка", "cluster"],
            ["1", "Балицький", "Всеволод", "Аполлонович", "голова; ДПУ", "0"],
            ["2", "Чубар", "Влас", "", "", "1"],
            ["3", "Балицкий", "В. А.", "", "", "0"],
        ],
        "",
        0,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Фамилия,Имя,Отчество\nКосиор,Станислав,Викентьевич\nКосиор,С.,В.\n",
        "Surname\tGiven name\tPatronymic\nKosior\tStanislav\tVikent'evich\nKosior\tS.\tV.\n",
        "ПІБ;справа\nКосіор Станіслав Вікентійович;7\nКосіор С. В.;8\n",
        "Name,Vorname\nKossior,Stanislaw\nKossior,S.\n",
        '"name","fond"\n"Kosior, Stanislav",1\n"Kosior, S.",2\n',
        "nazwisko;imię\nKosior;Stanisław\nKosior;S.\n",
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".txt"])
def test_headings_of_many_languages(text: str, suffix: str, tmp_path: Path) -> None:
    found, errors, status = cluster(tmp_path / f"list{suffix}", text)
    assert ([row[-1] for row in found], errors, status) == (["cluster", "0", "0"], "", 0)


@pytest.mark.parametrize(
    ("header", "cells", "name"),
    [
        (["Фамилия И. О.", "год"], ["Косиор С. В.", "1899"], "Косиор С. В."),
        (["Прізвище", "Ініціали"], ["Косіор", "С. В."], "Косіор, С. В."),
        (
            ["По батькові", "Ім’я", "Прізвище"],
            ["Вікентійович", "Станіслав", "Косіор"],
            "Косіор, Станіслав Вікентійович",
        ),
        (["Last Name", "First Name"], ["", "Stanislav"], "Stanislav"),
        (["Surname", "name"], ["Kosior", "S. Kosior"], "S. Kosior"),
    ],
)
def test_a_name_is_put_together_from_its_columns(header: list[str], cells: list[str], name: str) -> None:
    columns = find_name(header)
    assert columns is not None
    assert columns.name(cells) == name


def test_a_list_whose_names_have_commas_stays_a_list(tmp_path: Path) -> None:
    found, _, status = cluster(tmp_path / "list.txt", "Kosior, Stanislav\nКосиор, С.\n")
    assert (found, status) == ([["name", "cluster"], ["Kosior, Stanislav", "0"], ["Косиор, С.", "0"]], 0)


def test_pairs_have_their_verdict_and_reasons_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("Surname1,Given1,name2\nШварц,Исаак,I. Schwarz\nЧубар,Влас,Косиор С. В.\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["names", "match", "--pairs", str(path), "--reasons"])
    header, same, other = (line.split("\t") for line in done.stdout.splitlines())

    assert header == ["Surname1", "Given1", "name2", "score", "same", "verdict", "reasons"]
    assert same[4:6] == ["1", "same"]
    assert "initial: Исаак ~ I.: the initial fits" in same[6]
    assert other[4:6] == ["0", "different"]


def test_a_cluster_says_why_a_name_was_joined_or_left_alone(tmp_path: Path) -> None:
    names = [
        "Шварц И. И.",
        "Шварц Исаак Израилевич",
        "Шварц Иван Иванович",
        "Чубар",
        "Влас Чубар",
        "Vlas Chubar",
        "Vlas Chubar",
    ]
    found, errors, _ = cluster(tmp_path / "list.txt", "\n".join(names), "--reasons")
    reasons = [row[2] for row in found]

    assert reasons[0] == "reasons"
    assert set(
        reasons[1].removeprefix("fits ").removesuffix(", who are two: joined to neither").split(" and ")
    ) == {
        "Шварц Исаак Израилевич (row 2)",
        "Шварц Иван Иванович (row 3)",
    }
    assert reasons[2] == reasons[3] == "fits Шварц И. И. (row 1), which fits another too"
    assert reasons[4] == "a single word fits all its bearers"
    assert reasons[5].startswith("joined with Vlas Chubar (row 6): surname: Чубар ~ Chubar")
    assert reasons[7] == "spelled as in row 6"
    assert "joined to none: 1: Шварц И. И. (line 1)" in errors


def test_letters_that_the_language_of_a_scheme_lacks_are_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["names", "romanize", "Їжакевич і Косіор", "--scheme", "ru-ala-lc-simple"])
    assert (done.exit_code, "ї, і" in done.stderr, done.stderr.count("\n")) == (0, True, 1)
    assert "Kosior" in done.stdout


def test_an_unknown_scheme_has_its_neighbours_named() -> None:
    done = CliRunner().invoke(app, ["names", "romanize", "Косіор", "--scheme", "uk-alalc"])
    assert done.exit_code == 2
    assert all(word in done.stderr for word in ("uk-ala-lc", "--schemes"))


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=("ФИО1;ФИО2\nБалицкий В. А.;Балицький Всеволод\n",))
    writer.start()
    done = CliRunner().invoke(app, ["names", "match", "--pairs", str(pipe)])
    writer.join()
    assert done.stdout.splitlines()[1].endswith("\t1")


def test_a_faulty_row_of_a_csv_is_told_and_costs_itself_alone(tmp_path: Path) -> None:
    text = f"Surname,Given,fond\n{'я' * 200_000},Влас,1\nБалицький\nЧубар,Влас,3\n"
    found, errors, status = cluster(tmp_path / "list.csv", text)
    assert [row[-1] for row in found] == ["cluster", "0", "1", "2"]
    assert (status, errors.count("\n")) == (1, 2)
    assert "line 3: 1 cells, the header has 3" in errors

"""The command line: results to standard output, the rest to standard error, and honest exit statuses."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path

import pytest
from typer import BadParameter
from typer.testing import CliRunner

from kartoteka.cli import app
from kartoteka.cli.files import export
from kartoteka.export import exporters

README = Path(__file__).parent.parent.parent / "README.md"
TEXT = "On 25 July 1931 Redens was appointed chairman of the GPU in Ukraine, in place of Vsevolod Balytsky."


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "post.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["run", str(folder / "post.txt"), "--project", str(folder / "out"), "--quiet"])
    assert done.exit_code == 0, done.output
    return folder / "out"


def names() -> list[str]:
    from typer.main import get_command

    return sorted(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", names())
def test_help_shows_every_command_with_an_example_and_the_readme_names_it(command: str, run: CliRunner) -> None:
    assert f"kartoteka {command} " in run.invoke(app, ["--help"]).stdout
    assert f"kartoteka {command} " in README.read_text(encoding="utf-8")


def test_the_main_job_writes_every_standard_file(project: Path) -> None:
    written = {path.name for path in project.iterdir()}
    assert written >= {
        "project.sqlite", "entities.csv", "mentions.csv", "tenures.csv",
        "nodes.csv", "edges.csv", "network.gexf", "network.graphml",
    }  # fmt: skip


def test_the_closing_summary_goes_to_standard_error(tmp_path: Path, run: CliRunner) -> None:
    (tmp_path / "post.txt").write_text(TEXT, encoding="utf-8")
    done = run.invoke(app, ["run", str(tmp_path / "post.txt"), "--project", str(tmp_path / "out")])
    assert done.stdout == ""
    for word in (
        "documents",
        "words",
        "mentions",
        "cards",
        "merged spellings",
        "edges",
        "seconds",
        "network.gexf",
    ):
        assert word in done.stderr


def test_a_failed_file_is_named_and_the_exit_status_is_1(tmp_path: Path, run: CliRunner) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run.invoke(app, ["run", str(tmp_path), "--project", str(tmp_path / "out"), "--quiet"])
    assert done.exit_code == 1
    (line,) = [line for line in done.stderr.splitlines() if "failed" in line]
    assert "empty.txt" in line
    assert "Balytsky" in (tmp_path / "out" / "entities.csv").read_text(encoding="utf-8")


def test_annotate_prints_a_line_a_record_in_order(tmp_path: Path, run: CliRunner) -> None:
    lines = [
        {"id": "b", "text": TEXT},
        {"id": "a", "text": "Станіслава Реденса заарештували 22 листопада 1938 року.", "lang": "uk"},
    ]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    done = run.invoke(app, ["annotate", str(path), "--quiet"])
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["id"], r["lang"]) for r in records] == [("b", "en"), ("a", "uk")]
    for record, line in zip(records, lines, strict=True):
        assert all(line["text"][m["start"] : m["end"]] == m["text"] for m in record["mentions"])
    (date,) = [m for m in records[1]["mentions"] if m["label"] == "DATE"]
    assert (date["text"], date["edtf"], date["earliest"]) == ("22 листопада 1938 року", "1938-11-22", "1938-11-22")
    people = [m["entity"] for r in records for m in r["mentions"] if m["name"] in {"Redens", "Станіслав Реденс"}]
    assert len(people) == 2


def test_a_table_of_mentions_has_a_header_and_counts_from_0(tmp_path: Path, run: CliRunner) -> None:
    path = tmp_path / "post.txt"
    path.write_text("Vlas Chubar spoke in Kharkiv.", encoding="utf-8")
    rows = [
        line.split("\t")
        for line in run.invoke(app, ["annotate", str(path), "--format", "tsv"]).stdout.splitlines()
    ]
    assert rows[0] == ["id", "start", "end", "label", "text", "name", "entity"]
    assert rows[1][:5] == ["post.txt", "0", "11", "PERSON", "Vlas Chubar"]


def test_annotate_reads_standard_input(run: CliRunner) -> None:
    done = run.invoke(app, ["annotate", "-", "--quiet"], input=TEXT)
    assert json.loads(done.stdout)["lang"] == "en"


def test_a_broken_record_is_named_by_its_line(tmp_path: Path, run: CliRunner) -> None:
    path = tmp_path / "texts.jsonl"
    records = [
        '{"id": "a", "text": "Kosior spoke."}',
        "no json",
        '{"id": "b", "text": " "}',
        '{"id": "c", "text": "He left."}',
    ]
    path.write_text("\n".join(records), encoding="utf-8")
    done = run.invoke(app, ["annotate", str(path), "--quiet"])
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "c"]
    assert "line 2: no JSON" in done.stderr
    assert "line 3" in done.stderr


def test_tenures_tell_who_went_and_who_came(project: Path, run: CliRunner) -> None:
    done = run.invoke(app, ["export", "tenures", "--format", "jsonl", "--project", str(project)])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    posts = {(r["person_name"], r["office"], r["start"], r["predecessor"], r["successor"]) for r in rows}
    office = "chairman of the GPU in Ukraine"
    assert ("Redens", office, "1931-07-25", "Vsevolod Balytsky", "") in posts
    assert ("Vsevolod Balytsky", office, "", "", "Redens") in posts


def test_names_are_matched_with_reasons(run: CliRunner) -> None:
    done = run.invoke(app, ["names", "match", "Vsevolod Balickij", "Всеволод Балицький"])
    score, verdict = done.stdout.splitlines()[0].split("\t")
    assert (float(score) > 0.9, verdict) == (True, "same")
    assert "surname" in done.stdout


def test_a_table_of_pairs_keeps_its_columns(tmp_path: Path, run: CliRunner) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "kind\tname1\tname2\nx\tS. Kosior\tStanislav Kosior\ny\tPetrovsky\tPetrenko\n", encoding="utf-8"
    )
    rows = [
        line.split("\t") for line in run.invoke(app, ["names", "match", "--pairs", str(path)]).stdout.splitlines()
    ]
    assert rows[0] == ["kind", "name1", "name2", "score", "same"]
    assert [row[4] for row in rows[1:]] == ["1", "0"]


def test_names_are_grouped_in_their_order(tmp_path: Path, run: CliRunner) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Mykola Skrypnyk\nPanas Liubchenko\nНиколай Скрыпник\n", encoding="utf-8")
    rows = [line.split("\t") for line in run.invoke(app, ["names", "cluster", str(path)]).stdout.splitlines()]
    assert rows[0] == ["name", "cluster"]
    assert rows[1][1] == rows[3][1] != rows[2][1]


def test_the_version_is_told(run: CliRunner) -> None:
    assert run.invoke(app, ["--version"]).stdout.startswith("kartoteka ")


def test_a_name_is_romanized_by_a_scheme(run: CliRunner) -> None:
    assert run.invoke(app, ["names", "romanize", "Балицький"]).stdout.strip() == "Balytskyi"
    done = run.invoke(app, ["names", "romanize", "Балицький", "--scheme", "klingon"])
    assert done.exit_code == 2
    assert "klingon" in done.stderr
    assert "uk-national" in done.stderr


@pytest.mark.parametrize("text", [[], ["-"]])
def test_lines_of_standard_input_are_romanized(run: CliRunner, text: list[str]) -> None:
    lines = "Балицький\n\nЕжов, 1937\n"
    done = run.invoke(app, ["names", "romanize", *text, "--scheme", "ru-german"], input=lines)
    assert done.stdout == "Balizki\n\nJeschow, 1937\n"


def test_the_schemes_are_listed_with_their_sources(run: CliRunner) -> None:
    rows = [line.split("\t") for line in run.invoke(app, ["names", "romanize", "--schemes"]).stdout.splitlines()]
    assert all(len(row) == 3 and all(row) for row in rows)
    assert "Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010" in {row[2] for row in rows}


def test_dates_say_what_an_expression_means(run: CliRunner) -> None:
    done = run.invoke(app, ["dates", "no later than 3 June 1926"])
    (record,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (record["text"], record["edtf"], record["interval"]) == ("3 June 1926", "1926-06-03", "../1926-06-03")


def test_dates_follow_the_calendar_of_a_land(run: CliRunner) -> None:
    calendars = [
        json.loads(run.invoke(app, ["dates", "on 2 March 1919", *option]).stdout)["calendar"]
        for option in ([], ["--territory", "romania"], ["--territory", "Russia"])
    ]
    assert calendars == ["", "unknown", ""]


def test_a_text_without_dates_says_so(run: CliRunner) -> None:
    done = run.invoke(app, ["dates", "the march on Kyiv"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no date" in done.stderr


def test_a_network_can_be_written_and_checked(project: Path, tmp_path: Path, run: CliRunner) -> None:
    target = tmp_path / "wide.gexf"
    made = run.invoke(
        app,
        [
            "network",
            "--window",
            "document",
            "--labels",
            "PERSON,ORG",
            "--output",
            str(target),
            "--project",
            str(project),
        ],
    )
    assert made.exit_code == 0, made.output
    assert run.invoke(app, ["network", "--check", str(target)]).exit_code == 0


@pytest.mark.parametrize(
    "call",
    [
        ["export", "recipes"],
        ["network", "--labels", "PERSON,GHOST"],
        ["network", "--output", "net.docx"],
        ["export", "entities", "--project", "no/such/folder"],
        ["annotate", "--lang", "tlh", "x.txt"],
        ["network", "--from", "1934", "--to", "1930"],
        ["network", "--to", "1933-02-30"],
        ["network", "--labels", "DATE"],
        ["reconcile", "--project", "no/such/folder"],
        ["reconcile", "--names", "klingon"],
        ["reconcile", "--authority", "known.csv", "--no-authority"],
        ["decide", "list", "--project", "no/such/folder"],
        ["dates", "in July", "--anchor", "sometime"],
        ["dates", "in July", "--anchor", "1933-02-29"],
        ["dates", "in July", "--territory", "Mars"],
        ["names", "match", "one"],
    ],
)
def test_a_call_that_makes_no_sense_ends_with_2(call: list[str], run: CliRunner, project: Path) -> None:
    if "--project" not in call and call[0] in {"export", "network", "reconcile"}:
        call = [*call, "--project", str(project)]
    assert run.invoke(app, call).exit_code == 2


def test_decisions_are_recorded_listed_and_undone(project: Path, run: CliRunner) -> None:
    where = ["--project", str(project)]
    done = run.invoke(app, ["decide", "different", "Redens", "Vsevolod Balytsky", "--by", "M. H.", *where])
    assert done.exit_code == 0, done.output
    listed = run.invoke(app, ["decide", "list", *where]).stdout
    assert "different" in listed and "M. H." in listed
    assert run.invoke(app, ["decide", "undo", "1", *where]).exit_code == 0
    assert "undone" in run.invoke(app, ["decide", "list", *where]).stdout
    assert run.invoke(app, ["decide", "undo", "99", *where]).exit_code == 2


def test_ids_of_cards_are_for_quickstatements_alone(project: Path, tmp_path: Path, run: CliRunner) -> None:
    known = tmp_path / "known.csv"
    known.write_text("name,wikidata\nRedens,Q1\n", encoding="utf-8")
    done = run.invoke(app, ["export", "tenures", "--authority", str(known), "--project", str(project)])
    assert done.exit_code == 2
    assert "--authority is for quickstatements" in done.stderr


def test_a_list_of_one_form_goes_into_a_file_of_any_suffix(project: Path, tmp_path: Path, run: CliRunner) -> None:
    target = tmp_path / "careers.md"
    done = run.invoke(app, ["export", "careers", "-o", str(target), "--project", str(project)])
    assert done.exit_code == 0, done.output
    assert "Redens" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tenures", "-o", "tenures.md"], "no export tenures.md: tenures can be had as csv, jsonl"),
        (["careers", "--format", "md"], "no export careers.md: careers can be had as txt"),
        (["ties", "--format", "svg"], "no export ties.svg: ties can be had as csv, gexf"),
        (["tie"], "no export 'tie': choose one of careers, concordance, contradictions, edges"),
    ],
)
def test_a_form_that_a_list_has_not_is_refused_with_those_that_it_has(
    project: Path, run: CliRunner, arguments: list[str], said: str
) -> None:
    done = run.invoke(app, ["export", *arguments, "--project", str(project)])
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.replace("│", " ").split())


def test_the_help_names_every_list(run: CliRunner) -> None:
    told = run.invoke(app, ["export", "--help"]).stdout.replace(",", " ").replace(".", " ").split()
    assert {name.partition(".")[0] for name in exporters()} <= set(told)


def test_capitals_in_an_ending_do_not_matter(project: Path, tmp_path: Path, run: CliRunner) -> None:
    call = ["export", "ties", "-o", str(tmp_path / "ties.GEXF"), "--project", str(project)]
    assert run.invoke(app, call).exit_code == 0
    assert (tmp_path / "ties.GEXF").read_text(encoding="utf-8").startswith("<?xml")


def test_a_picture_in_dots_goes_into_a_pipe_but_not_onto_a_screen(
    project: Path, run: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run.invoke(app, ["export", "network", "--format", "png", "--project", str(project)])
    assert done.stdout_bytes.startswith(b"\x89PNG")

    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Screen())
    with pytest.raises(BadParameter, match=r"network\.png is no text to be shown: name a file with --output"):
        export("network", format="png", project=project)


def entities(folder: Path) -> str:
    return (folder / "entities.csv").read_text(encoding="utf-8")


def test_a_list_of_known_persons_and_a_convention_are_remembered(tmp_path: Path, run: CliRunner) -> None:
    (tmp_path / "post.txt").write_text(TEXT, encoding="utf-8")
    known = tmp_path / "known.csv"
    known.write_text(
        "name,death,wikidata\nStanisław Redens,1940,Q1\nVsevolod Balytsky,1937,Q2\n", encoding="utf-8"
    )
    where = ["--project", str(tmp_path / "out"), "--quiet"]
    done = run.invoke(app, ["run", str(tmp_path / "post.txt"), "--authority", str(known), "--names", "uk", *where])
    assert (done.exit_code, done.stderr) == (0, "2 of 2 rows of known.csv found\n")
    assert ",PERSON,Stanisław Redens," in entities(tmp_path / "out")
    known.unlink()
    assert run.invoke(app, ["reconcile", *where]).exit_code == 0
    assert ",PERSON,Stanisław Redens," in entities(tmp_path / "out")
    written = (tmp_path / "out" / "identifiers.csv").read_text(encoding="utf-8")
    assert 'wikidata,Q1,https://www.wikidata.org/wiki/Q1,"known.csv, line 2"' in written
    assert run.invoke(app, ["reconcile", "--no-authority", *where]).exit_code == 0
    assert ",PERSON,Redens," in entities(tmp_path / "out")


@pytest.mark.parametrize("option", [["--authority", "no/such/list.csv"], ["--names", "klingon"]])
def test_what_cannot_guide_a_project_makes_none(tmp_path: Path, run: CliRunner, option: list[str]) -> None:
    (tmp_path / "post.txt").write_text(TEXT, encoding="utf-8")
    done = run.invoke(app, ["run", str(tmp_path / "post.txt"), "--project", str(tmp_path / "out"), *option])
    assert done.exit_code != 0
    assert not (tmp_path / "out").exists()


def test_a_row_that_is_no_use_is_one_line_and_the_exit_status_1(
    project: Path, tmp_path: Path, run: CliRunner
) -> None:
    known = tmp_path / "known.csv"
    known.write_text("name,birth\nStanislav Redens,1892\nBalytsky,once\n", encoding="utf-8")
    where = ["--project", str(project), "--quiet"]
    done = run.invoke(app, ["reconcile", "--authority", str(known), *where])
    assert done.exit_code == 1
    assert done.stderr == (
        "known.csv, line 3: birth 'once' is no year and no EDTF date: it is not used\n"
        "1 of 2 rows of known.csv found; not found: line 3\n"
    )
    assert ",PERSON,Stanislav Redens," in entities(project)
    assert run.invoke(app, ["reconcile", "--no-authority", *where]).exit_code == 0


def test_a_convention_calls_every_card_until_another_is_set(tmp_path: Path, run: CliRunner) -> None:
    (tmp_path / "post.txt").write_text("Всеволод Балицький очолив ДПУ УСРР у Харкові.", encoding="utf-8")
    where = ["--project", str(tmp_path / "out"), "--quiet"]
    assert run.invoke(app, ["run", str(tmp_path / "post.txt"), "--names", "uk-polish", *where]).exit_code == 0
    assert "Wsewołod Bałycki" in entities(tmp_path / "out") and "Charkiw" in entities(tmp_path / "out")
    assert run.invoke(app, ["reconcile", *where]).exit_code == 0
    assert "Wsewołod Bałycki" in entities(tmp_path / "out")
    assert run.invoke(app, ["reconcile", "--names", "attested", *where]).exit_code == 0
    assert ",Всеволод Балицький," in entities(tmp_path / "out") and "Kharkiv" in entities(tmp_path / "out")


def test_a_text_that_has_gone_from_its_folder_is_named_and_can_be_forgotten(
    tmp_path: Path, run: CliRunner
) -> None:
    folder, out = tmp_path / "texts", tmp_path / "out"
    (folder / "letters").mkdir(parents=True)
    (folder / "post.txt").write_text(TEXT, encoding="utf-8")
    (folder / "letters" / "to her.txt").write_text("Stanislav Kosior wrote to Pavel Postyshev.", encoding="utf-8")
    first = run.invoke(app, ["run", str(folder), "--project", str(out)])
    assert "no longer" not in first.stderr
    (folder / "letters" / "to her.txt").unlink()
    again = run.invoke(app, ["ingest", str(folder), "--project", str(out)])
    (line,) = [line for line in again.stderr.splitlines() if "no longer" in line]
    assert line == (
        "no longer in the folder, but kept in the project: 1 document (letters/to her.txt); "
        f"to remove: kartoteka forget 'letters/to her.txt' --project {out}"
    )
    assert "Kosior" in entities(out)
    done = run.invoke(app, ["forget", "letters/to her.txt", "--project", str(out)])
    assert done.exit_code == 0 and "letters/to her.txt forgotten" in done.stderr
    run.invoke(app, ["reconcile", "--project", str(out)])
    assert "Kosior" not in entities(out) and "Balytsky" in entities(out)
    assert "no longer" not in run.invoke(app, ["run", str(folder), "--project", str(out)]).stderr


def test_documents_are_forgotten_all_or_none(tmp_path: Path, run: CliRunner) -> None:
    (tmp_path / "post.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "out"
    run.invoke(app, ["run", str(tmp_path / "post.txt"), "--project", str(out), "--quiet"])
    done = run.invoke(app, ["forget", "post.txt", "letter.txt", "--project", str(out)])
    assert done.exit_code == 2 and "the project holds no document 'letter.txt'" in done.stderr
    assert "1 unchanged" in run.invoke(app, ["ingest", str(tmp_path / "post.txt"), "--project", str(out)]).stderr


def test_a_run_without_texts_says_so(run: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run.invoke(app, ["run", str(tmp_path / "empty"), "--project", str(tmp_path / "out"), "--quiet"])
    assert (done.exit_code, done.stderr.strip()) == (1, f"no texts in {tmp_path / 'empty'}")

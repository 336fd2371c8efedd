"""The network command: what it writes, into which files, and what it refuses in which words."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from typer.testing import CliRunner, Result

from kartoteka.cli import app
from kartoteka.project import Project

LETTERS = {
    "a.txt": "In July 1931 Redens succeeded Balytsky. In 1933 Balytsky met Postyshev and Stalin in the GPU.",
    "b.txt": "In May 1937 Balytsky wrote to Yezhov and Stalin. Postyshev and Kosior were silent.",
}

Ask = Callable[..., Result]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two letters of 1931 to 1937, read and reconciled."""
    folder = tmp_path_factory.mktemp("letters")
    for name, text in LETTERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Project(folder / "cards") as work:
        work.ingest([folder])
        work.reconcile()
    return folder / "cards"


@pytest.fixture
def ask(project: Path) -> Ask:
    """Runs the command with these arguments in the project."""
    return lambda *call: CliRunner().invoke(app, ["network", "--project", str(project), *map(str, call)])


def labels(path: Path) -> set[str]:
    graph = networkx.read_gexf(path, version="1.3")
    return {data["label"] for _, data in graph.nodes(data=True)}


def listed(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_without_a_name_the_network_lies_in_the_project(ask: Ask, project: Path) -> None:
    assert ask().exit_code == 0
    assert ask("--dynamic").exit_code == 0
    assert labels(project / "network.gexf") == labels(project / "network_dynamic.gexf") >= {"Stalin", "Balytsky"}


def test_slices_write_a_file_for_each_period_with_the_same_places(ask: Ask, tmp_path: Path) -> None:
    done = ask("--slices", "5y", "--output", tmp_path / "net.gexf", "--measures", "none")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["net-1930-1934.gexf", "net-1935-1939.gexf"]
    early, late = (
        networkx.read_gexf(tmp_path / f"net-{name}.gexf", version="1.3") for name in ("1930-1934", "1935-1939")
    )
    assert {data["label"] for _, data in late.nodes(data=True)} == {"Balytsky", "Stalin", "Yezhov"}
    both = set(early) & set(late)
    assert both and all(early.nodes[n]["viz"]["position"] == late.nodes[n]["viz"]["position"] for n in both)


def test_slices_keep_to_what_the_whole_network_has(ask: Ask, tmp_path: Path) -> None:
    call = ("--min-weight", "2", "--from", "1932", "--slices", "1930,1937", "--output", tmp_path / "net.csv")
    assert ask(*call).exit_code == 0
    ties = [{row["source_name"], row["target_name"]} for row in listed(tmp_path / "net-1937-on.csv")]
    assert ties == [{"Balytsky", "Stalin"}]


def test_slices_show_what_the_whole_network_was_asked_to_show(ask: Ask, tmp_path: Path) -> None:
    call = ("--labels", "person,org", "--size-by", "degree", "--colour-by", "Community", "--slices", "5y")
    done = ask(*call, "--output", tmp_path / "net.json")
    assert done.exit_code == 0, done.output
    for path in tmp_path.iterdir():
        told = json.loads(path.read_text(encoding="utf-8"))["attributes"]
        assert (told["sized_by"], told["coloured_by"], told["labels"]) == (
            "degree",
            "community",
            ["ORG", "PERSON"],
        )


def test_periods_without_a_tie_are_named_unless_all_is_to_be_quiet(ask: Ask, tmp_path: Path) -> None:
    call = ("--slices", "1927,1930-02,1935,1936,1937-05", "--output", tmp_path / "net.gexf", "--measures", "none")
    done = ask(*call)
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["net-1930-02_1934-12.gexf", "net-1937-05-on.gexf"]
    assert done.stderr.splitlines()[-1] == "no tie lives in 1927_1930-01, 1935, 1936_1937-04"
    assert ask(*call, "--quiet").stderr == ""


def test_a_series_that_fails_on_the_way_says_what_it_has_written(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "net-1935-1939.gexf").mkdir()
    done = ask("--slices", "5y", "--output", tmp_path / "net.gexf", "--measures", "none", "--quiet")
    assert isinstance(done.exception, IsADirectoryError)
    assert done.stderr.splitlines() == [f"written before it failed: {tmp_path / 'net-1930-1934.gexf'}"]


def test_without_a_period_no_slice_is_written_and_it_is_said_why(ask: Ask, tmp_path: Path) -> None:
    done = ask("--slices", "1990,1995", "--output", tmp_path / "net.gexf")
    assert (done.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert done.stderr.splitlines() == [
        "no slices written: no tie is dated from 1990 on: they live from 1931-07-01 to 1937-05-31"
    ]


def test_a_month_is_a_time_too(ask: Ask, tmp_path: Path) -> None:
    assert ask("--from", "1931-06", "--to", "1931-08", "--output", tmp_path / "july.gexf").exit_code == 0
    assert labels(tmp_path / "july.gexf") == {"Redens", "Balytsky"}


def test_who_stands_around_one_person(ask: Ask, tmp_path: Path) -> None:
    assert ask("--ego", "Ежов", "--output", tmp_path / "ego.gexf").exit_code == 0
    assert labels(tmp_path / "ego.gexf") == {"Yezhov", "Balytsky", "Stalin"}


def test_the_card_that_a_name_was_taken_for_is_named(ask: Ask, tmp_path: Path) -> None:
    done = ask("--ego", "Сталіна", "--output", tmp_path / "ego.gexf")
    assert done.stderr.splitlines() == [f"{tmp_path / 'ego.gexf'}: around Stalin: 4 nodes, 5 edges"]


def test_persons_are_tied_through_the_bodies_they_are_named_with(ask: Ask, tmp_path: Path) -> None:
    assert (
        ask("--two-mode", "PERSON-ORG", "--projection", "PERSON", "--output", tmp_path / "org.gexf").exit_code == 0
    )
    graph = networkx.read_gexf(tmp_path / "org.gexf", version="1.3")
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"Balytsky", "Postyshev", "Stalin"}


def test_a_list_of_edges_has_that_of_the_nodes_beside_it(ask: Ask, tmp_path: Path) -> None:
    done = ask("--output", tmp_path / "net.csv", "--min-weight", "2")
    assert done.stderr.splitlines() == [
        f"{tmp_path / 'net.csv'} and {tmp_path / 'net-nodes.csv'}: 2 nodes, 1 edges"
    ]
    nodes = {row["Id"]: row["Label"] for row in listed(tmp_path / "net-nodes.csv")}
    assert set(nodes.values()) == {"Balytsky", "Stalin"}
    assert [{row["Source"], row["Target"]} for row in listed(tmp_path / "net.csv")] == [nodes.keys()]


def test_each_period_has_both_lists(ask: Ask, tmp_path: Path) -> None:
    assert ask("--slices", "5y", "--output", tmp_path / "net.CSV").exit_code == 0
    names = ["net-1930-1934-nodes.CSV", "net-1930-1934.CSV", "net-1935-1939-nodes.CSV", "net-1935-1939.CSV"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_where_one_list_cannot_be_written_neither_is(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "net-nodes.csv").mkdir()
    assert isinstance(ask("--output", tmp_path / "net.csv").exception, IsADirectoryError)
    assert [path.name for path in tmp_path.iterdir()] == ["net-nodes.csv"]


@pytest.mark.parametrize("name", ["n.gexf", "n.GEXF", "n.graphml", "n.svg", "N.Json", "n.net"])
def test_the_ending_tells_the_format(ask: Ask, name: str, tmp_path: Path) -> None:
    done = ask("--output", tmp_path / name)
    assert (done.exit_code, [path.name for path in tmp_path.iterdir()]) == (0, [name])


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["--window", "chapter"], "choose one of sentence, sentences:N"),
        (["--measures", "fame"], "choose among degree, strength, betweenness"),
        (["--size-by", "fame"], "fame"),
        (["--two-mode", "PERSON-GHOST"], "PERSON-ORG"),
        (["--projection", "ORG"], "--projection needs --two-mode"),
        (["--two-mode", "PERSON-ORG", "--projection", "PLACE"], "only PERSON or ORG can be projected here"),
        (["--ego", "GPU"], "GPU is an organization: add ORG to labels"),
        (["--ego", "GPU", "--two-mode", "PERSON-PLACE"], "GPU is an organization, and this network has none"),
        (["--ego", "Yezhov", "--to", "1934"], "Yezhov has no tie in this network"),
        (["--ego", "Trotsky"], "nobody in this network is called"),
        (["--slices", "decade"], "give year, 5y"),
        (["--slices", "1933,1931"], "order of time"),
        (["--colour-by", "rank"], "no colours by 'rank': choose kind or community"),
        (["--weight", "names"], "no weight 'names': choose one of count, documents"),
        (["--min-weight", "0"], "the least weight is 0"),
        (["--quotations", "0"], "0 quotations prove nothing"),
        (["--backbone", "2"], "above 0 and not above 1"),
        (["--radius", "1"], "--radius needs --ego"),
        (["--check", "net.gexf", "--labels", "ORG", "-o", "o.gexf"], "it has no --labels, --output"),
        (["--check", "net.gexf", "--no-roles"], "it has no --roles"),
        (["--ego", "Stalin", "--radius", "0"], "the radius is 0"),
        (["--labels", "PERSON,GHOST"], "no nodes 'GHOST'"),
        (["--labels", "PERSON,ORG", "--two-mode", "PERSON-ORG"], "no labels beside a two-mode network"),
        (["--from", "1935", "--to", "1932"], "no time from 1935 to 1932: it ends before it begins"),
        (["--from", "1931-02-30"], "'1931-02-30' is no year, month or day"),
        (["--output", "net.docx"], "no network as 'net.docx': give it one of the endings .csv, .gexf, .graphml"),
        (["--output", "noext"], "no network as 'noext'"),
        (["--output", "lists/nodes.csv"], "no edges in a file called 'nodes.csv': name theirs, as net.csv"),
        (["--output", "Ties-Nodes.CSV"], "no edges in a file called 'Ties-Nodes.CSV'"),
        (["--dynamic", "--output", "net.svg"], "--dynamic is for .gexf, not 'net.svg'"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(ask: Ask, call: list[str], said: str) -> None:
    done = ask(*call)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["--from", "1950"], "dated from 1950"),
        (["--min-weight", "9"], "no tie weighs 9: the heaviest weighs 2"),
        (["--labels", "PLACE"], "place"),
        (["--backbone", "0.00001"], "backbone"),
    ],
)
def test_an_empty_network_says_what_emptied_it_and_leaves_the_old_file(
    ask: Ask, call: list[str], said: str, tmp_path: Path
) -> None:
    old = tmp_path / "net.gexf"
    old.write_text("the network of yesterday", encoding="utf-8")
    done = ask(*call, "--output", old)
    assert (done.exit_code, old.read_text(encoding="utf-8")) == (1, "the network of yesterday")
    assert "no network written" in done.stderr and said in done.stderr


def test_a_file_that_cannot_be_written_is_named_and_nothing_else_is_lost(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("no folder", encoding="utf-8")
    done = ask("--output", tmp_path / "letters" / "net.gexf")
    assert isinstance(done.exception, OSError)
    assert "net.gexf" in str(done.exception) and ".part" not in str(done.exception)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "error: file is empty"),
        (b"Id,Label\nb,Balytsky\n", "error: file is no well-formed XML, the whole import fails: syntax error"),
        (b"<svg><g/></svg>", "error: file is no GEXF: its outermost element is <svg>"),
        (b"\x89PNG\r\n\x1a\n", "error: file is no well-formed XML"),
        (b"\x1f\x8b\x08\x00", "error: file is packed (gzip): unpack it first"),
    ],
)
def test_what_is_no_gexf_is_called_so(ask: Ask, content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "letter"
    path.write_bytes(content)
    done = ask("--check", path)
    assert (done.exit_code, done.stderr) == (1, f"{path}: is no GEXF file\n")
    assert done.stdout.startswith(said) and len(done.stdout.splitlines()) == 1


def test_a_gexf_file_cut_short_is_still_one(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "net.gexf"
    assert ask("--output", path).exit_code == 0
    assert (ask("--check", path).exit_code, ask("--check", path).stderr) == (0, f"{path}: fine for Gephi\n")
    path.write_bytes(path.read_bytes()[:-30])
    done = ask("--check", path)
    assert (done.exit_code, done.stderr) == (1, f"{path}: Gephi would lose or refuse something\n")


def test_elements_with_the_same_problem_are_counted_after_the_tenth(ask: Ask, tmp_path: Path) -> None:
    nodes = "".join(f'<node id="{number}" pid="0"/>' for number in range(25)) + '<node id="7"/>'
    path = tmp_path / "nested.gexf"
    path.write_text(
        f'<gexf version="1.3"><graph defaultedgetype="undirected"><nodes>{nodes}</nodes></graph></gexf>',
        encoding="utf-8",
    )
    told = ask("--check", path).stdout.splitlines()
    assert told[:2] == [
        f"error: node '{number}' has a parent (pid), which Gephi no longer knows" for number in "01"
    ]
    assert told[10:] == [
        "warning: node '7' stands twice; the two become one",
        "error: 15 more like them: has a parent (pid), which Gephi no longer knows",
    ]

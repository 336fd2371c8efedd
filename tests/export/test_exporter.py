"""Exports are found by name and written whole or not at all."""

from __future__ import annotations

from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

import networkx
import pytest

from kartoteka.export import Exporter, export, export_all, exporters
from kartoteka.export.exporter import aside, find, lacking, write
from kartoteka.export.page import libraries
from kartoteka.store import Store

STANDARD = [
    "careers.txt",
    "concordance.csv",
    "contradictions.csv",
    "edges.csv",
    "entities.csv",
    "identifiers.csv",
    "mentions.csv",
    "network.gexf",
    "network.graphml",
    "network.html",
    "network.svg",
    "network_dynamic.gexf",
    "nodes.csv",
    "remarks.csv",
    "roles.csv",
    "successions.csv",
    "tenures.csv",
    "ties.csv",
    "ties_directed.gexf",
    "ties_undirected.gexf",
]


@pytest.fixture
def store() -> Store:
    return Store(":memory:")


def test_every_file_promised_has_its_exporter() -> None:
    assert [exporter.name for exporter in exporters().values() if exporter.standard] == STANDARD
    assert {"entities.jsonl", "mentions.jsonl", "tenures.jsonl"} <= exporters().keys()


def test_each_exporter_ends_its_file_in_its_suffix_and_says_what_it_is() -> None:
    for exporter in exporters().values():
        assert exporter.name.endswith(exporter.suffix)
        assert exporter.help


def test_an_empty_project_yields_every_file(store: Store, tmp_path: Path) -> None:
    paths = export_all(store, tmp_path / "new" / "folder")
    assert [path.name for path in paths] == [name for name in STANDARD if not find(name).lacks()]
    assert sorted((tmp_path / "new" / "folder").iterdir()) == paths


def test_what_this_installation_cannot_write_is_left_out_and_said(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(file: str) -> str:
        raise FileNotFoundError(f"network.html needs {file}: install Kartoteka again")

    monkeypatch.setattr(libraries, "_read", missing)
    written = {path.name for path in export_all(store, tmp_path)}
    assert written == {*STANDARD} - {"network.html"}
    assert lacking() == ["network.html needs graphology.js: install Kartoteka again"]
    with pytest.raises(FileNotFoundError, match="install Kartoteka again"):
        export(store, "network.html", tmp_path / "network.html")
    assert not (tmp_path / "network.html").exists()


def test_files_are_utf8_without_bom_and_end_their_lines_with_a_line_feed(store: Store, tmp_path: Path) -> None:
    for path in export_all(store, tmp_path):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\n") and b"\r" not in content


def test_some_files_can_be_asked_for(store: Store, tmp_path: Path) -> None:
    assert export_all(store, tmp_path, names=["tenures.jsonl"]) == [tmp_path / "tenures.jsonl"]


def test_the_same_project_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    for one, other in zip(export_all(store, tmp_path / "a"), export_all(store, tmp_path / "b"), strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_an_unknown_export_names_the_known_ones(store: Store, tmp_path: Path) -> None:
    with pytest.raises(
        ValueError, match=r"no export 'persons\.xls': choose one of careers\.txt, concordance\.csv"
    ):
        export(store, "persons.xls", tmp_path / "persons.xls")


def test_a_failure_leaves_the_file_that_was_there(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "entities.csv").write_text("mine", encoding="utf-8")

    def broken(source: Any, stream: TextIO) -> None:
        stream.write("half a li")
        raise OSError("disk full")

    exporter = Exporter("tenures.csv", ".csv", "fails", "store", broken)
    known = {"entities.csv": find("entities.csv"), "tenures.csv": exporter}
    monkeypatch.setattr("kartoteka.export.exporter.exporters", lambda: known)
    with pytest.raises(OSError, match="disk full"):
        export_all(store, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["entities.csv"]
    assert (tmp_path / "entities.csv").read_text(encoding="utf-8") == "mine"


def test_none_is_replaced_where_a_folder_stands_in_the_way(store: Store, tmp_path: Path) -> None:
    (tmp_path / "careers.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "nodes.csv").mkdir()
    with pytest.raises(IsADirectoryError) as caught:
        export_all(store, tmp_path)
    assert caught.value.filename == str(tmp_path / "nodes.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["careers.txt", "nodes.csv"]
    assert (tmp_path / "careers.txt").read_text(encoding="utf-8") == "mine"


def test_none_is_replaced_where_a_folder_comes_in_the_way_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(IsADirectoryError) as caught, aside([tmp_path / "a.csv", tmp_path / "b.csv"]):
        (tmp_path / "b.csv").mkdir()
    assert caught.value.filename == str(tmp_path / "b.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_moved_into_place_is_named_as_it_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(part: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(part), None, str(target))

    with pytest.raises(PermissionError) as caught, aside([tmp_path / "a.csv"]):
        monkeypatch.setattr(Path, "replace", locked)
    assert caught.value.filename == str(tmp_path / "a.csv")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("length", [1, 1_000_000])
def test_a_full_disk_is_said_of_the_file_that_was_asked_for(
    length: int, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = Exporter("roles.csv", ".csv", "fills", "store", lambda source, stream: stream.write("x" * length))
    known = {"remarks.csv": find("remarks.csv"), "roles.csv": full}
    monkeypatch.setattr("kartoteka.export.exporter.exporters", lambda: known)
    (tmp_path / ".roles.csv.part").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left") as caught:
        export_all(store, tmp_path, names=known)
    assert caught.value.filename == str(tmp_path / "roles.csv")
    assert not list(tmp_path.iterdir())


def test_half_a_surrogate_pair_becomes_a_question_mark(tmp_path: Path) -> None:
    with aside([tmp_path / "a.csv"]) as (stream,):
        stream.write("x\ud800y")
    assert (tmp_path / "a.csv").read_bytes() == b"x?y"


def test_a_network_of_ones_own_is_written_in_place_of_the_default(store: Store, tmp_path: Path) -> None:
    graph = networkx.Graph()
    graph.add_node("person-1", label="Балицький", kind="PERSON")
    export(store, "nodes.csv", tmp_path / "n.csv", graph=graph)
    heading, *lines = (tmp_path / "n.csv").read_text(encoding="utf-8").splitlines()
    assert heading.startswith("Id,Label,kind,")
    assert len(lines) == 1 and lines[0].startswith("person-1,Балицький,PERSON,")


def test_an_export_can_go_to_a_stream(store: Store) -> None:
    stream = StringIO()
    write(find("entities.csv"), store, stream)
    assert stream.getvalue() == "id,label,name,variants,mentions,documents\n"


def test_a_picture_in_dots_goes_to_bytes_alone(store: Store) -> None:
    with pytest.raises(TypeError, match=r"network\.png is no text: StringIO takes nothing else"):
        write(find("network.png"), store, StringIO())
    stream = TextIOWrapper(BytesIO(), encoding="utf-8")
    write(find("network.png"), store, stream)
    assert stream.buffer.getvalue().startswith(b"\x89PNG")

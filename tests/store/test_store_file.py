"""The project's file: what it refuses to be, and that no accident leaves it half-written."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kartoteka.store import Store, migrations
from kartoteka.types import BlockKind, Decision, Label, Reading, Ruling, Side

#: (document, how often, name) to its reading.
Repeat = Callable[..., Reading]


@pytest.fixture(scope="module")
def repeated(make_reading: Callable[..., Reading]) -> Repeat:
    """Makes a document in which one name is repeated, a sentence each."""

    def make(identity: str, times: int, word: str = "Kosior") -> Reading:
        return make_reading(identity, [(BlockKind.PROSE, [word] * times)], {word: (Label.PERSON, word)})

    return make


def contents(path: Path) -> tuple[object, ...]:
    with Store(path) as store:
        return (
            *store.documents(),
            *store.mentions(),
            *store.referents(),
            *store.decisions(),
            *store.search("Kosior"),
        )


def test_a_project_is_found_again_as_it_was_left(repeated: Repeat, tmp_path: Path) -> None:
    path = tmp_path / "project.sqlite"
    with Store(path) as store:
        store.put(repeated("a", 3), "print")
        store.decide(Decision(Ruling.SAME, Label.PERSON, (Side("Kosior"), Side("Косиор")), "Olena"))
    with Store(str(path)) as store:
        assert store.known("a", "print")
        assert len(list(store.decisions())) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["project.sqlite"]


def test_a_file_that_is_no_database_gets_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_text("Dear comrade, " * 1000, encoding="utf-8")
    with pytest.raises(ValueError, match=r"letter\.sqlite cannot be used as a project: [^\n]+$"):
        Store(path)
    assert path.read_text(encoding="utf-8").startswith("Dear comrade")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE book (title TEXT)")
    connection.close()
    with pytest.raises(ValueError, match="another program"):
        Store(path)


def test_a_place_that_cannot_hold_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        Store(tmp_path / "missing" / "project.sqlite")
    with pytest.raises(OSError, match=tmp_path.name):
        Store(tmp_path)


def test_a_newer_version_of_the_program_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "project.sqlite"
    with Store(path) as store:
        store._connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ValueError, match="newer version of the program"):
        Store(path)


def test_an_older_file_is_brought_up_to_date_and_loses_nothing(
    repeated: Repeat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "project.sqlite"
    with Store(path) as store:
        store.put(repeated("a", 3), "print")

    def add_shelf(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE document ADD COLUMN shelf TEXT NOT NULL DEFAULT 'fond 1'")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, add_shelf))
    for _ in range(2):
        with Store(path) as store:
            assert store._connection.execute("SELECT shelf FROM document").fetchall() == [("fond 1",)]
            assert store._connection.execute("PRAGMA user_version").fetchone() == (len(migrations.MIGRATIONS),)


def test_a_tenure_of_the_first_version_has_no_standing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "project.sqlite"
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:1])
        with Store(path) as store:
            write = store._connection.execute
            write("INSERT INTO document VALUES (1, 'a', '', 'en', 'He headed it.', '', '{}', 'print', 3)")
            cells = "1, '', 'head of the GPU', '', '', '', NULL, NULL, '', '', 1, 'held', 'prose', 0, 13, '[]'"
            write(f"INSERT INTO tenure VALUES (1, {cells})")
    with Store(path) as store:
        (tenure,) = store.tenures()
    assert (tenure.office, tenure.acting) == ("head of the GPU", True)
    assert not (tenure.former or tenure.designate or tenure.honorary or tenure.inferred)
    assert (tenure.attested, tenure.further, tenure.appointer) == (None, (), "")


def test_what_was_kept_aside_before_appointers_were_read_names_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "project.sqlite"
    with monkeypatch.context() as patch:
        before = migrations.MIGRATIONS.index(migrations.add_appointers)
        patch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:before])
        with Store(path) as store:
            write = store._connection.execute
            write("INSERT INTO document VALUES (1, 'a', '', 'uk', 'Він очолив ДПУ.', '', '{}', 'print', 3)")
            cells = ["", "голова", "", "", "", None, None, "", "", 0, "held", "prose", 0, 15, "[]"]
            kept = json.dumps([[*cells, 0, 0, 0, 0, None, "[]"]])
            write("INSERT INTO as_read VALUES (1, '[]', ?, '[]')", (kept,))
    with Store(path) as store:
        reading = store.reading("a")
    assert reading is not None
    assert [(one.office, one.appointer) for one in reading.tenures] == [("голова", "")]


OLD_DECISIONS = [
    (1, "r-1", "gone", "same", "his letters", "2026-01-01T00:00:00Z"),
    (2, "r-1", "r-2", "different", "", "2026-01-02T00:00:00Z"),
    (3, "r-2", "r-1", "unsure", "", "2026-01-03T00:00:00Z"),
    (4, "r-2", "r-1", "same", "", "2026-01-04T00:00:00Z"),
]


def test_decisions_on_referents_become_decisions_on_spellings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "project.sqlite"
    with monkeypatch.context() as patch:
        before = migrations.MIGRATIONS.index(migrations.bind_decisions_to_spellings)
        patch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:before])
        with Store(path) as store:
            write = store._connection.execute
            write("INSERT INTO document VALUES (1, 'a', '', 'uk', 'Косіора Реденс', '', '{}', 'print', 2)")
            write("INSERT INTO block VALUES (1, 1, 0, 'prose', '', '', '[[0, 14]]')")
            write("INSERT INTO mention VALUES (1, 1, 0, 7, 'Косіора', 'PERSON', 'Косіор', '', 0, 0, NULL)")
            write("INSERT INTO mention VALUES (2, 1, 8, 14, 'Реденс', 'PERSON', 'Реденс', '', 0, 0, NULL)")
            for key, name in ((1, "Косіор"), (2, "Реденс")):
                cells = (key, f"r-{key}", 1, key, "PERSON", name, f'["{name}"]', "uk")
                write("INSERT INTO referent VALUES (?, ?, ?, ?, ?, ?, ?, ?)", cells)
                write(f"INSERT INTO referent_mention VALUES ({key}, 0, {key})")
            for number, left, right, verdict, because, made in OLD_DECISIONS:
                reasons = f'[["decision",1.0,"{because}"]]' if because else "[]"
                cells = (number, left, right, verdict, 1.0, "Olena", reasons, made)
                write("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?)", cells)
            write("INSERT INTO undoing VALUES (1, '2026-02-01T00:00:00Z')")
    kosior = Side("Косіор", "a", (("a", "Косіора"),))
    redens = Side("Реденс", "a", (("a", "Реденс"),))
    with Store(path) as store:
        first, second, last = store.decisions()
    assert first.sides == (kosior, Side("gone")) and first.because == "his letters"
    assert (first.number, first.made, first.undone) == (1, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")
    assert (second.ruling, second.undone) == (Ruling.DIFFERENT, "2026-01-03T00:00:00Z")
    assert last == Decision(
        Ruling.SAME, Label.PERSON, (redens, kosior), "Olena", made="2026-01-04T00:00:00Z", number=4
    )


def test_a_step_that_fails_leaves_the_older_file(
    repeated: Repeat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "project.sqlite"
    with Store(path) as store:
        store.put(repeated("a", 3), "print")
    before = contents(path)

    def spoil(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM document")
        connection.execute("SELECT * FROM nowhere")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, spoil))
        with pytest.raises(OSError, match="nowhere"):
            Store(path)
    assert contents(path) == before


def test_a_full_disk_leaves_the_project_as_it_was(repeated: Repeat, tmp_path: Path) -> None:
    path = tmp_path / "project.sqlite"
    with Store(path) as store:
        store.put(repeated("a", 50), "print")
    before = contents(path)
    with Store(path) as store:
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        for case in (repeated("b", 20_000), repeated("a", 20_000, "Redens")):
            with pytest.raises(OSError, match="full"):
                store.put(case, "new print")
        assert store.known("a", "print")
        assert len(list(store.mentions())) == 50
    assert contents(path) == before


KILLED = """
import os, sys
from kartoteka.store import Store, readings
from kartoteka.types import Block, BlockKind, Document, Reading

def die(*_):
    os._exit(9)

text = "Redens " * 50_000
document = Document("a", "", "en", text, (Block(BlockKind.PROSE, ((0, len(text)),)),))
readings._write_referents = die
Store(sys.argv[1]).put(Reading(document), "new print")
"""


def test_a_process_killed_in_the_middle_of_writing_leaves_the_project_as_it_was(
    repeated: Repeat, tmp_path: Path
) -> None:
    path = tmp_path / "project.sqlite"
    with Store(path) as store:
        store.put(repeated("a", 50), "print")
    before = contents(path)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert killed.returncode == 9
    assert contents(path) == before
    with Store(path) as store:
        store.put(repeated("a", 5), "new print")
        assert store.known("a", "new print")


def test_a_reader_sees_the_former_state_while_another_writes(repeated: Repeat, tmp_path: Path) -> None:
    path = tmp_path / "project.sqlite"
    with Store(path) as writer, Store(path) as reader:
        writer.put(repeated("a", 3), "print")
        writer._connection.execute("BEGIN IMMEDIATE")
        writer._connection.execute("DELETE FROM document")
        assert len(list(reader.mentions())) == 3
        writer._connection.execute("ROLLBACK")


def test_what_is_read_at_once_is_of_one_moment_and_not_written_over_what_came_since(
    repeated: Repeat, tmp_path: Path
) -> None:
    with Store(tmp_path / "p.sqlite") as one, Store(tmp_path / "p.sqlite") as other:
        one.put(repeated("old", 2), "print")
        with pytest.raises(OSError, match="changed by another process"), one.at_once():
            before = list(one.referents())
            other.put(repeated("new", 2), "print")
            assert list(one.referents()) == before
            one.set_setting("names", "uk")
        assert one.settings() == {}
        assert [document.id for document in one.documents()] == ["new", "old"]
        with one.at_once():
            list(one.referents())
            one.set_setting("names", "uk")
        assert other.settings() == {"names": "uk"}


def test_a_hundred_thousand_mentions_go_in_and_come_out(repeated: Repeat) -> None:
    store = Store()
    store.put(repeated("a", 100_000), "print")
    assert store.counts()["mentions"] == 100_000
    assert len(next(store.referents()).mentions) == 100_000

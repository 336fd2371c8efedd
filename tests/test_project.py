"""The main job, as a notebook calls it: safe to repeat, faithful to decisions, one bad file costs nothing else."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import kartoteka
from kartoteka.project import Project
from kartoteka.types import BODY, Label, Ruling

ENGLISH = """# Two chairmen

On 20 February 1933 Vsevolod Balytsky replaced Stanislav Redens as chairman of the GPU UkrSSR.
Balytsky knew Stanislav Kosior well.

---

<sup>1</sup> See Iu. Shapoval, "V. A. Balyts'kyi," *Arkhivy*, no. 3 (1994): 12–30.
"""
RUSSIAN = "В 1933 году Всеволод Аполлонович Балицкий сменил Станислава Реденса. Косиора Балицкий знал давно."


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "chairmen.md").write_text(ENGLISH, encoding="utf-8")
    (folder / "smena.txt").write_text(RUSSIAN, encoding="cp1251")
    return folder


def cards(project: Project, label: Label = Label.PERSON) -> dict[str, set[str]]:
    return {entity.name: set(entity.variants) for entity in project.store.entities(label)}


def test_spellings_in_two_alphabets_share_a_card(texts: Path, tmp_path: Path) -> None:
    with Project(tmp_path / "out") as project:
        report = project.ingest([texts])
        project.reconcile()
        assert (report.added, report.unchanged, report.failures) == (2, 0, [])
        variants = cards(project)["Vsevolod Balytsky"]
        assert {"Balytsky", "V. A. Balyts'kyi", "Всеволод Аполлонович Балицкий"} <= variants
        assert {"Stanislav Redens", "Станислав Реденс"} <= cards(project)["Stanislav Redens"]
        assert not variants & cards(project)["Stanislav Kosior"]


def test_the_default_network_knows_no_scholar_from_the_notes(texts: Path, tmp_path: Path) -> None:
    with Project(tmp_path / "out") as project:
        project.ingest([texts])
        project.reconcile()
        names = {data["label"] for _, data in project.graph().nodes(data=True)}
        assert {"Vsevolod Balytsky", "Stanislav Redens", "Stanislav Kosior"} <= names
        assert not any("Shapoval" in name for name in names)
        noted = {m.text for m, kind, _ in project.store.attributed_mentions() if kind not in BODY}
        assert "Iu. Shapoval" in noted


def test_ingesting_again_changes_nothing_and_a_changed_file_is_read_anew(texts: Path, tmp_path: Path) -> None:
    with Project(tmp_path / "out") as project:
        project.ingest([texts])
        before = list(project.store.mentions())
        again = project.ingest([texts])
        assert (again.added, again.unchanged) == (0, 2)
        assert list(project.store.mentions()) == before
        (texts / "smena.txt").write_text("Чубарь выступил в Харькове.", encoding="utf-8")
        changed = project.ingest([texts])
        assert (changed.added, changed.unchanged) == (1, 1)
        assert [m.text for m in project.store.mentions("smena.txt") if m.label is Label.PLACE] == ["Харькове"]


def test_a_decision_outlives_reconciliation_and_can_be_undone(texts: Path, tmp_path: Path) -> None:
    with Project(tmp_path / "out") as project:
        project.ingest([texts])
        project.reconcile()
        number = project.decide(Ruling.DIFFERENT, "Stanislav Redens", "Станислав Реденс", by="test")
        project.ingest([texts])
        project.reconcile()
        assert "Станислав Реденс" not in cards(project)["Stanislav Redens"]
        project.undo(number)
        project.reconcile()
        assert "Станислав Реденс" in cards(project)["Stanislav Redens"]


def test_deciding_on_an_unknown_card_says_so(texts: Path, tmp_path: Path) -> None:
    with Project(tmp_path / "out") as project, pytest.raises(LookupError, match="no card 'Nobody'"):
        project.decide(Ruling.SAME, "Nobody", "Somebody", by="test")


def test_every_edge_quotes_a_passage_that_names_both(texts: Path, tmp_path: Path) -> None:
    with Project(tmp_path / "out") as project:
        project.ingest([texts])
        project.reconcile()
        project.export()
        sources = {d.id: d.text for d in project.store.documents()}
        spellings = {e.id: e.variants for e in project.store.entities()}
    with (tmp_path / "out" / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert edges
    for edge in edges:
        quotation = edge["quotation"]
        assert sources[edge["document"]][int(edge["start_offset"]) : int(edge["end_offset"])] == quotation
        for end in ("Source", "Target"):
            stems = {variant.split()[-1][:5] for variant in spellings[edge[end]]}
            assert any(stem in quotation for stem in stems)


def test_a_bad_file_costs_nothing_else(texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_bytes(b"")
    (texts / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    (texts / "gone.txt").symlink_to(tmp_path / "nowhere")
    with Project(tmp_path / "out") as project:
        report = project.ingest([texts])
    assert report.added == 2
    assert sorted(Path(f.source).name for f in report.failures) == ["empty.txt", "gone.txt", "picture.txt"]
    assert all(f.reason and "\n" not in f.reason for f in report.failures)


def test_texts_in_hand_are_read_without_a_project() -> None:
    (reading,) = kartoteka.read(["On 25 July 1931 Redens was appointed chairman of the GPU in Ukraine."])
    assert {(m.label, m.text) for m in reading.mentions} >= {
        (Label.DATE, "25 July 1931"),
        (Label.PERSON, "Redens"),
        (Label.PLACE, "Ukraine"),
    }


def test_a_long_line_is_a_text_and_one_text_alone_is_no_row_of_letters() -> None:
    text = "Балицького призначили до Харкова, а Реденса відкликали. " * 6
    (reading,) = kartoteka.read(text)
    assert reading.document.text == text
    assert list(kartoteka.read([])) == []


def test_a_person_and_an_institution_are_never_one_card(texts: Path, tmp_path: Path) -> None:
    with Project(tmp_path / "out") as project:
        project.ingest([texts])
        project.reconcile()
        with pytest.raises(ValueError, match="never the same"):
            project.decide("same", "Vsevolod Balytsky", "GPU UkrSSR", by="test")


def test_what_the_program_wrote_is_no_article(texts: Path) -> None:
    with Project(texts / "output") as project:
        project.ingest([texts])
        project.reconcile()
        project.export()
        again = project.ingest([texts])
    assert (again.added, again.unchanged, again.failures) == (0, 2, [])


@pytest.mark.slow
def test_two_processes_read_what_one_reads(corpus: Path) -> None:
    files = sorted((corpus / "en").iterdir())[:3]
    assert list(kartoteka.read(files, jobs=2)) == list(kartoteka.read(files))


def test_files_of_one_name_from_two_folders_are_two_documents(tmp_path: Path) -> None:
    for folder, words in (("letters", "Vlas Chubar spoke."), ("diaries", "Stanislav Kosior spoke.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(words, encoding="utf-8")
    with Project(tmp_path / "output") as project:
        for folder in ("letters", "diaries", "letters", "diaries"):
            report = project.ingest([tmp_path / folder / "1.txt"])
        assert (report.added, report.unchanged) == (0, 1)
        assert {document.id for document in project.store.documents()} == {"1.txt", "diaries/1.txt"}

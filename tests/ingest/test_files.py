"""Which files are found, under which ids, and what is said of those that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kartoteka.ingest import MAX_BYTES, find_files, read


def test_a_folder_gives_its_files_sorted_with_ids_below_it(tmp_path: Path) -> None:
    """Hidden files and folders are passed over."""
    for name in ("uk/стаття.txt", "en/b.md", "en/a.md", ".hidden/x.txt", "en/.swp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("текст", encoding="utf-8")

    assert [file.id for file in find_files([tmp_path])] == ["en/a.md", "en/b.md", "uk/стаття.txt"]


def test_a_pattern_that_is_no_file_is_expanded(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt", "three.md"):
        (tmp_path / name).write_text("x")

    assert [file.id for file in find_files([str(tmp_path / "*.txt")])] == ["one.txt", "two.txt"]


def test_ids_are_unique_and_a_file_given_twice_comes_once(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("x")
    paths = [tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt", tmp_path / "a" / "x.txt"]

    assert [file.id for file in find_files(paths)] == ["x.txt", "b/x.txt"]


def test_one_bad_path_costs_the_others_nothing(tmp_path: Path) -> None:
    """A dangling link and a missing file are yielded; reading them names them in one line."""
    (tmp_path / "good.txt").write_text("Balytsky was arrested on 7 July 1937.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    found = list(find_files([tmp_path, tmp_path / "missing.txt"]))

    assert [file.id for file in found] == ["good.txt", "link.txt", "missing.txt"]
    with pytest.raises(FileNotFoundError, match=r"link\.txt: a link to .*nowhere\.txt, which does not exist"):
        list(read(found[1].path))
    with pytest.raises(FileNotFoundError, match=r"missing\.txt: no such file or folder"):
        list(read(found[2].path))


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("empty.txt", b"", "an empty file"),
        ("blank.txt", b" \n\t\n", "there is no text"),
        ("scan.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF, which no reader takes"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image, which no reader takes"),
        ("noise.txt", bytes(range(256)) * 4, "a binary file"),
        ("cut.txt", "Харків, 1932 рік".encode()[:-1], "broken utf-8: byte 0xd0 at 23"),
        ("torn.txt", b"\xff\xfe" + "Київ".encode("utf-16-le")[:-1], "broken utf-16-le"),
        ("odd.txt", bytes(range(0xFE, 0x7F, -1)) * 3, "an unknown encoding"),
    ],
)
def test_what_is_no_text_gets_one_line_that_names_file_and_cause(
    tmp_path: Path, name: str, data: bytes, cause: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(ValueError) as caught:
        list(read(path, "folder/" + name))
    message = str(caught.value)
    assert message.startswith(f"{path}: ") and cause in message and "\n" not in message


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    with pytest.raises(ValueError, match=r"huge\.txt: 32 MiB, the limit is 32 MiB"):
        list(read(path))


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="a folder where a file was expected"):
        list(read(tmp_path))


def test_a_long_single_line_is_read_in_portions(tmp_path: Path) -> None:
    """No block is so long that a language pipeline refuses it, and not a word is lost."""
    path = tmp_path / "line.txt"
    path.write_text("Скрипник виступив на пленумі. " * 20_000, encoding="utf-8")
    (document,) = read(path)

    assert max(len(document.reading(block)) for block in document.blocks) <= 50_000
    words = " ".join(document.reading(block) for block in document.blocks).split()
    assert words == document.text.split()

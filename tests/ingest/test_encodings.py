"""Encodings are told apart by the text itself, in all three languages."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.ingest import read
from kartoteka.ingest.encodings import decode

UK = "Голова Раднаркому Влас Чубар виїхав із Харкова 3 липня 1932 року; її лист підписав Ґ. Петровський."
RU = "Председатель Совнаркома Влас Чубарь выехал из Харькова 3 июля 1932 года, объявил съезд и ещё раз выступил."
EN = "Chubar was “too mild” – so Liubchenko’s friends complained; café, naïve, Großöl."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-u"])
@pytest.mark.parametrize("text", [UK, RU, UK.upper(), "Чубар Влас"])
def test_cyrillic_text_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_text_with_curly_quotes(encoding: str) -> None:
    assert decode(EN.encode(encoding)) == (EN, encoding)


def test_dos_text_and_koi8_r() -> None:
    assert decode(RU.encode("cp866")) == (RU, "cp866")
    assert decode(RU.encode("koi8-r"))[0] == RU


def test_english_text_with_one_cyrillic_name_in_cp1251() -> None:
    text = "Vsevolod Balitsky (Всеволод Балицкий) had an office in Kharkov and Moscow."
    assert decode(text.encode("cp1251")) == (text, "cp1251")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_counted(mark: bytes, encoding: str) -> None:
    assert decode(mark + UK.encode(encoding)) == (UK, encoding)


def test_ends_of_line_stay_as_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(codecs.BOM_UTF8 + "Перший рядок.\r\n\r\nДругий рядок.\r\n".encode())
    (document,) = read(path)

    assert document.text == "Перший рядок.\r\n\r\nДругий рядок.\r\n"
    assert [document.reading(block) for block in document.blocks] == ["Перший рядок.", "Другий рядок."]
    assert document.meta["encoding"] == "utf-8"


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_decoded_or_refused_with_a_cause(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except ValueError as error:
        assert str(error) and "\n" not in str(error)
    else:
        assert isinstance(text, str) and encoding

"""Whatever the text, blocks lie inside it, in order, and a word of the reading stands where the block says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka import registry
from kartoteka.ingest import Form, read_text
from kartoteka.types import Document

FORMS = ("mediawiki", "plain", "scholarly", "wiki")
# fmt: off
_FRAGMENTS = st.sampled_from(
    [
        "\n", "\n\n", "\r\n", "\x0c", " ", "  ", "---\n", "\n---\n\n", "<sup>1</sup>", "<sup>2</sup> ", "> ",
        "- Key: v\n", "== H ==\n", "# H\n", "*", "**", "_", "[^1]", "[^1]: ", "[1]", "[[a|b]]", "{{x|y}}",
        "{{Infobox a\n| b = c\n}}", "<ref>r</ref>", "<ref name=x />", "{|\n! a !! b\n|-\n| c || d\n|}",
        "<br>", "<br />", "<!--", "-->", "| a | b |\n", "|---|---|\n", "a| b\n", "45\n", "слово",
        "Балиць-\nкий", "Bal\xadyts\u2019kyi", "word.", "Слово,", "1934", "\ufdd0", "\x00", "''", "'''",
        "http://x.org", "[http://x.org y]", "*\n", "Література\n", "  ---- ----\n", "й", "👍",
    ]
)
# fmt: on
TEXTS = st.lists(_FRAGMENTS | st.text(max_size=8), min_size=1, max_size=40).map("".join)


def check(document: Document) -> None:
    for block in document.blocks:
        assert block.pieces
        assert all(0 <= start < end <= len(document.text) for start, end in block.pieces)
        assert all(a[1] < b[0] for a, b in zip(block.pieces, block.pieces[1:], strict=False))
        reading = document.reading(block)
        assert reading == reading.strip() != ""
        for word in re.finditer(r"\S+", reading):
            start, end = block.source(*word.span())
            inside = any(first <= start and end <= last for first, last in block.pieces)
            assert not inside or document.text[start:end] == word.group()


def test_the_forms_are_found() -> None:
    assert tuple(registry.discover("kartoteka.ingest.forms", Form)) == FORMS


@pytest.mark.parametrize("name", FORMS)
@given(text=TEXTS)
@settings(max_examples=120, deadline=None)
def test_any_form_reads_any_text(name: str, text: str) -> None:
    form = registry.discover("kartoteka.ingest.forms", Form)[name]
    assert 0 <= form.claim(text) <= 1
    check(Document("x", "", "en", text, form.blocks(text)))


@given(text=TEXTS)
@settings(max_examples=120, deadline=None)
def test_a_text_in_hand_becomes_a_document_or_is_refused_as_blank(text: str) -> None:
    if not text.strip():
        with pytest.raises(ValueError, match="no text"):
            read_text(text, "x")
        return
    document = read_text(text, "x")
    assert document.text == text and document.lang in ("en", "uk", "ru") and document.title
    check(document)


@given(st.lists(st.sampled_from(["Скрипник", "Balyts’kyi", "року", "1933", "the"]), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_plain_words_are_all_read(words: list[str]) -> None:
    text = " ".join(words)
    document = read_text(text, "x")
    assert " ".join(document.reading(block) for block in document.blocks) == text

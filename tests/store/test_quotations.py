"""A quotation is the sentence as it stands in the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.store.quotations import FARTHEST, REACH, Quotations, nearest, quote
from kartoteka.types import Block, BlockKind, Document


def a_document(text: str, *pieces: tuple[int, int]) -> Document:
    return Document("a", "", "en", text, (Block(BlockKind.PROSE, pieces or ((0, len(text)),)),))


@pytest.mark.parametrize(
    ("before", "sentence", "after"),
    [
        ("He left Kyiv. ", "V. A. Balyts'kyi met Iu. Shapoval in Kharkiv.", " Kosior came later."),
        ("", "«Всеволод Балицький зустрів Косіора у 1933 р. в Харкові».", " Потім він поїхав."),
        ("Who? ", "Kosior and Balyts'kyi!", ' "So it was."'),
        ("It was over. ", "“Kosior was ill,” said Balyts'kyi.”", " (He was not.)"),
        ("In 1933. ", "Kosior, Balyts'kyi", ""),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(before: str, sentence: str, after: str) -> None:
    document = a_document(before + sentence + after)
    words = [word for word in ("Kosior", "Косіора", "Shapoval") if word in sentence]
    start = document.text.index(words[0])
    passage = quote(document, start, start + len(words[0]))
    assert passage.text == sentence
    assert document.text[passage.start : passage.end] == passage.text


def test_a_sentence_cut_by_a_page_break_is_quoted_whole() -> None:
    text = "It began. Balyts'kyi wrote\n--- 12 ---\nto Kosior. It ended."
    second = text.index("to Kosior")
    document = a_document(text, (0, text.index("\n---") + 1), (second, len(text)))
    start = text.index("Kosior")
    assert quote(document, start, start + 6).text == "Balyts'kyi wrote\n--- 12 ---\nto Kosior."


def test_the_notes_at_the_foot_of_a_page_are_not_quoted_with_it() -> None:
    notes = "\n\n---\n\n" + "1 See Serov, Memoirs, on this and more. " * 5 + "\n\n"
    text = "It began. Yagoda, Yezhov,\N{SUPERSCRIPT ONE} Beria and" + notes + "others. It ended."
    marker, second = text.index("\N{SUPERSCRIPT ONE}"), text.index("others")
    document = a_document(text, (0, marker), (marker + 1, text.index("\n\n---")), (second, len(text)))
    passage = quote(document, text.index("Yagoda"), text.index("Yezhov") + 6)
    assert passage.text == "Yagoda, Yezhov,\N{SUPERSCRIPT ONE} Beria and"


def test_an_endless_sentence_is_cut_between_words() -> None:
    document = a_document("and so forth " * 400)
    passage = quote(document, 2000, 2006)
    assert len(passage.text) <= 2 * REACH + 6
    assert not passage.text[0].isspace() and not passage.text[-1].isspace()
    assert set(passage.text.split()) == {"and", "so", "forth"}


def test_two_mentions_far_apart_are_represented_by_the_first() -> None:
    text = "Kosior spoke. " + "They went on and on. " * 100 + "Balyts'kyi left."
    assert len(text) > FARTHEST
    assert quote(a_document(text), 0, len(text) - 6).text == "Kosior spoke."


def test_of_two_far_apart_each_is_quoted_in_its_own_sentence() -> None:
    text = "Kosior spoke. " + "They went on and on. " * 100 + "Balyts'kyi left."
    found = Quotations(a_document(text)).quote_both((len(text) - 16, len(text) - 6), (0, 6))
    assert [passage.text for passage in found] == ["Kosior spoke.", "Balyts'kyi left."]
    (both,) = Quotations(a_document("Kosior came. Balyts'kyi left.")).quote_both((13, 23), (0, 6))
    assert both.text == "Kosior came. Balyts'kyi left."


def test_the_nearest_two_mentions_are_quoted() -> None:
    assert nearest([(0, 5), (40, 45)], [(60, 65), (48, 50)]) == ((40, 45), (48, 50))
    assert nearest([(60, 65)], [(0, 5), (40, 45)]) == ((60, 65), (40, 45))
    assert nearest([(3, 30)], [(10, 14)]) == ((3, 30), (10, 14))
    with pytest.raises(ValueError, match="empty"):
        nearest([(0, 5)], [])


@settings(max_examples=80, deadline=None)
@given(st.text("aB. \n\"»1Я'", min_size=2, max_size=900), st.data())
def test_a_quotation_is_verbatim_and_holds_what_is_quoted(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, min(len(text), start + FARTHEST)))
    passage = quote(a_document(text), start, end)
    assert text[passage.start : passage.end] == passage.text
    assert passage.start <= start and end <= passage.end

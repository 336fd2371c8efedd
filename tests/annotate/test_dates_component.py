"""The component marks dates in any pipeline; a document's streams lend each other no years."""

from __future__ import annotations

import pickle

import pytest
import spacy

from kartoteka.annotate.dates import resolve_streams, time_spans
from kartoteka.annotate.findings import Context, found, place
from kartoteka.dates import find_dates
from kartoteka.types import Block, BlockKind, Document, Label, Mention


def test_the_component_stands_in_a_pipeline_and_reads_its_language() -> None:
    nlp = spacy.blank("uk")
    nlp.add_pipe("kartoteka_dates")
    (finding,) = found(nlp("Вона виїхала 13 лютого 1926 року."), Label.DATE)
    assert (finding.start, finding.end, finding.rule) == (13, 32, "dates.day-month-year")
    assert finding.value is not None and finding.value.edtf == "1926-02-13"


def test_the_language_of_the_block_comes_first() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kartoteka_dates")
    doc = nlp.make_doc("навесні 1933 р.")
    place(doc, Context(BlockKind.NOTE, lang="uk"))
    (finding,) = found(nlp.get_pipe("kartoteka_dates")(doc))
    assert finding.value is not None and finding.value.edtf == "1933-21"


def test_each_span_has_its_whole_value() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kartoteka_dates", config={"territory": "Romania"})
    ((span, value),) = time_spans(nlp("He left no later than 2 March 1919."))
    assert (span.text, span.kb_id_, value.interval) == ("2 March 1919", "1919-03-02", "../1919-03-02")
    assert (value.earliest, value.latest, value.calendar) == (None, "1919-03-02", "unknown")


def test_an_unknown_land_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="Mars"):
        spacy.blank("en").add_pipe("kartoteka_dates", config={"territory": "Mars"})


def test_the_component_can_be_sent_to_another_process() -> None:
    nlp = spacy.blank("en")
    component = pickle.loads(pickle.dumps(nlp.add_pipe("kartoteka_dates")))
    assert [f.rule for f in found(component(nlp.make_doc("In 1926 he left.")))] == ["dates.year"]


def document_of(*parts: tuple[BlockKind, str, str]) -> tuple[Document, list[Mention]]:
    """A document of blocks (kind, key, text), one a line, and the mentions of its dates."""
    text, blocks, mentions = "", [], []
    for number, (kind, key, passage) in enumerate(parts):
        start = len(text)
        blocks.append(Block(kind, ((start, start + len(passage)),), key=key, lang="en"))
        mentions += [
            Mention("d", start + f.start, start + f.end, f.text, Label.DATE, f.text, f.rule, number, 0, f.span)
            for f in find_dates(passage, "en")
        ]
        text += passage + "\n"
    return Document("d", "", "en", text, tuple(blocks)), mentions


def values(*parts: tuple[BlockKind, str, str]) -> list[tuple[str, str]]:
    resolved = resolve_streams(*document_of(*parts))
    return [(m.text, m.value.edtf) for m in resolved if m.value is not None]


def test_notes_lend_the_body_no_year_and_paragraphs_do() -> None:
    assert values(
        (BlockKind.PROSE, "", "On 3 March 1925 she was elected."),
        (BlockKind.NOTE, "1", "Visti, 9 October 1929. See also 3 December."),
        (BlockKind.PROSE, "", "In July she resigned."),
    ) == [
        ("3 March 1925", "1925-03-03"),
        ("9 October 1929", "1929-10-09"),
        ("3 December", "1929-12-03"),
        ("July", "1925-07"),
    ]


def test_a_quotation_falls_back_on_the_body_and_lends_it_nothing() -> None:
    assert values(
        (BlockKind.PROSE, "", "On 20 October 1926 they wrote:"),
        (BlockKind.QUOTE, "", "Up to 3 October nobody complained. In 1905 many did."),
        (BlockKind.PROSE, "", "On 30 October they met."),
    )[1:] == [("3 October", "1926-10-03"), ("1905", "1905"), ("30 October", "1926-10-30")]


def test_a_heading_gives_a_year_where_the_body_has_none() -> None:
    assert values(
        (BlockKind.HEADING, "1", "The census of 1926"), (BlockKind.PROSE, "", "On 17 December it began.")
    ) == [
        ("1926", "1926"),
        ("17 December", "1926-12-17"),
    ]


def test_infobox_fields_stand_alone_and_what_has_no_value_is_left_out() -> None:
    assert values(
        (BlockKind.INFOBOX, "Born", "November 27, 1892"),
        (BlockKind.INFOBOX, "Died", "27 November"),
        (BlockKind.PROSE, "", "In the spring he left, on a Monday."),
    ) == [("November 27, 1892", "1892-11-27"), ("27 November", "XXXX-11-27")]


def test_other_mentions_pass_unchanged() -> None:
    document, _ = document_of((BlockKind.PROSE, "", "Balytsky left."))
    person = Mention("d", 0, 8, "Balytsky", Label.PERSON, "Balytsky", "test", 0, 0)
    assert resolve_streams(document, [person]) == [person]

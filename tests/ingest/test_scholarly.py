"""Articles with notes at the foot of the page read as if they had been printed on one long page."""

from __future__ import annotations

from kartoteka.ingest import read_text
from kartoteka.types import Document

ARTICLE = """## The Office of the Chairman

*Petro Ivanenko*

The office was created in 1922.<sup>1</sup> Its first holder, Vasyl Mantsev,<sup>2</sup> left soon, and his pro-

---

<sup>1</sup> See *Zbirnyk uzakonen'*, 1922, no. 12.

<sup>2</sup> On Mantsev see the memoirs of his aide, published by

motion to Moscow surprised nobody in the capital.

The chairman answered to Kharkiv and to Moscow—and to Kosior, the

---

Ivan Petrenko in 1931, and by others.

<sup>3</sup> *Ibid.*, p. 4.

secretary of the party.<sup>3</sup> He wrote to Balytsky as follows:

We have found nothing. Our people are tired.

I shall report again.<sup>4</sup>

### A new order

---

<sup>4</sup> TsDAHOU, f. 1.

A second paragraph of this note says nothing new.

<sup>5</sup> Ibid.

Everything changed in 1934.<sup>5</sup>
"""


def shown(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind, block.key, document.reading(block)) for block in document.blocks]


def test_body_and_notes_are_joined_over_the_pages_each_where_it_begins() -> None:
    document = read_text(ARTICLE, "x")

    assert document.meta == {"form": "scholarly", "author": "Petro Ivanenko"}
    assert shown(document) == [
        ("heading", "2", "The Office of the Chairman"),
        ("prose", "", "Petro Ivanenko"),
        (
            "prose",
            "",
            "The office was created in 1922. Its first holder, Vasyl Mantsev, left soon, and his "
            "promotion to Moscow surprised nobody in the capital.",
        ),
        ("note", "1", "See Zbirnyk uzakonen', 1922, no. 12."),
        (
            "note",
            "2",
            "On Mantsev see the memoirs of his aide, published by\nIvan Petrenko in 1931, and by others.",
        ),
        (
            "prose",
            "",
            "The chairman answered to Kharkiv and to Moscow—and to Kosior, the\nsecretary of the party. He wrote "
            "to Balytsky as follows:",
        ),
        ("note", "3", "Ibid., p. 4."),
        ("quote", "", "We have found nothing. Our people are tired."),
        ("quote", "", "I shall report again."),
        ("heading", "3", "A new order"),
        ("note", "4", "TsDAHOU, f. 1.\nA second paragraph of this note says nothing new."),
        ("note", "5", "Ibid."),
        ("prose", "", "Everything changed in 1934."),
    ]


def test_a_word_cut_by_a_page_runs_from_its_first_to_its_last_letter() -> None:
    document = read_text(ARTICLE, "x")
    block = document.blocks[2]
    start = document.reading(block).index("promotion")
    source = document.text[slice(*block.source(start, start + len("promotion")))]

    assert source.startswith("pro-\n\n---") and source.endswith("\n\nmotion")


def test_a_passage_may_begin_among_notes() -> None:
    text = "<sup>8</sup> See Kul'chyts'kyi,\n\nof the famine were many.<sup>9</sup>\n\n---\n\n<sup>9</sup> Ibid."

    assert shown(read_text(text, "x")) == [
        ("note", "8", "See Kul'chyts'kyi,"),
        ("prose", "", "of the famine were many."),
        ("note", "9", "Ibid."),
    ]


def test_running_heads_and_page_numbers_are_not_read() -> None:
    text = (
        "Перша сторінка оповідає про Харків і про те, як уряд\n\n12   ІСТОРІЯ УРЯДУ\n\n"
        "переїхав до Києва у 1934 році.\n\nДруга сторінка довга, і на ній згадано, що Петровський\n\n"
        "ІСТОРІЯ УРЯДУ   13\n\nлишився головою ВУЦВК. Третя сторінка про Любченка та його\n\n14\n\nродину.\n"
    )
    document = read_text(text, "x")

    assert [reading for _, _, reading in shown(document)] == [
        "Перша сторінка оповідає про Харків і про те, як уряд\nпереїхав до Києва у 1934 році.",
        "Друга сторінка довга, і на ній згадано, що Петровський\nлишився головою ВУЦВК. "
        "Третя сторінка про Любченка та його\nродину.",
    ]


def test_numbered_chapters_and_years_are_no_running_heads() -> None:
    text = (
        "Chapter 1\n\nOne.<sup>1</sup>\n\nChapter 2\n\nTwo.<sup>2</sup>\n\n1932\n\nHunger.\n\n1933\n\nMore of it."
    )
    readings = [reading for _, _, reading in shown(read_text(text, "x"))]

    assert readings == ["Chapter 1", "One.", "Chapter 2", "Two.", "1932", "Hunger.", "1933", "More of it."]


def test_form_feeds_end_pages() -> None:
    text = "The commissar of justice was sent to the capital of the\f\nrepublic. He stayed.\n\fNobody knew why.\n"
    document = read_text(text, "x")

    assert [reading for _, _, reading in shown(document)] == [
        "The commissar of justice was sent to the capital of the\nrepublic. He stayed.",
        "Nobody knew why.",
    ]


def test_a_rule_without_notes_only_parts_sections() -> None:
    text = "First.<sup>1</sup>\n\n---\n\nSecond part.\n\n---\n\n<sup>1</sup> A note."

    assert shown(read_text(text, "x")) == [
        ("prose", "", "First."),
        ("prose", "", "Second part."),
        ("note", "1", "A note."),
    ]


def test_a_bibliography_after_the_notes_in_three_languages() -> None:
    for heading in ("Selected Bibliography", "Список літератури", "Литература", "5. Джерела та література"):
        text = f"Text.<sup>1</sup>\n\n---\n\n<sup>1</sup> Note.\n\n## {heading}\n\nAuthor. Title. Kyiv, 1994."
        assert shown(read_text(text, "x"))[-1] == ("bibliography", "", "Author. Title. Kyiv, 1994.")

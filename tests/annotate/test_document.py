"""A whole document is read: names vouch for each other, page breaks are read over, offsets point at the source."""

from __future__ import annotations

import kartoteka
from kartoteka.types import BlockKind, Label, Mention, Reading

PAGES = """## A short life

Writing its history means naming those who made it. Vsevolod Balytsky was
one of them, and Stanislav Kosior was another; Kosior came from Moscow,
and the people around him were new. Nobody asked, it seems, what the old

---

<sup>1</sup> See V. Zolotar'ov, "Gil'iotyna Ukraїny," *Literaturna Ukraїna*, no. 36 (1992).

friends of [the commissar Oleksandr] Shumsky thought of this: Vsevolod
Balytsky they knew well.<sup>1</sup> In July 1937 Balytsky, Kosior thought,
was lost. On 12 June they had parted.
"""


def read(text: str, lang: str = "auto") -> Reading:
    (reading,) = kartoteka.read([text], lang)
    return reading


def labelled(reading: Reading, label: Label) -> list[Mention]:
    return [m for m in reading.mentions if m.label is label]


def test_every_mention_slices_back() -> None:
    reading = read(PAGES)
    text = reading.document.text
    assert reading.mentions
    assert all(text[m.start : m.end] == m.text for m in reading.mentions)


def test_a_surname_goes_with_the_full_name_of_its_document() -> None:
    reading = read(PAGES)
    names = {r.name: r for r in reading.referents if r.label is Label.PERSON}
    assert len(names["Vsevolod Balytsky"].mentions) == 3
    assert len(names["Stanislav Kosior"].mentions) == 3


def test_a_name_cut_by_a_line_end_is_clean_in_its_name_alone() -> None:
    (cut,) = [m for m in labelled(read(PAGES), Label.PERSON) if "\n" in m.text]
    assert (cut.text, cut.name) == ("Vsevolod\nBalytsky", "Vsevolod Balytsky")


def test_a_name_cut_by_an_editors_bracket_is_one_person() -> None:
    (shumsky,) = [r for r in read(PAGES).referents if "Shumsky" in r.name]
    assert (shumsky.name, len(shumsky.mentions)) == ("Oleksandr Shumsky", 2)


def test_a_date_takes_its_year_from_the_text_before_it_not_from_the_note() -> None:
    values = {m.text: m.value.edtf for m in labelled(read(PAGES), Label.DATE) if m.value}
    assert values == {"1992": "1992", "July 1937": "1937-07", "12 June": "1937-06-12"}


def test_a_citation_is_read_as_one() -> None:
    reading = read(PAGES)
    kinds = [reading.document.blocks[m.block].kind for m in reading.mentions if m.text == "V. Zolotar'ov"]
    assert kinds == [BlockKind.NOTE]
    assert "Literaturna Ukraїna" in {m.text for m in labelled(reading, Label.ORG)}


def test_inflected_names_are_told_in_the_nominative() -> None:
    reading = read("Балицького та Станіслава Реденса відкликали з Харкова до Москви.", "uk")
    assert [m.name for m in labelled(reading, Label.PERSON)] == ["Балицький", "Станіслав Реденс"]
    assert [m.name for m in labelled(reading, Label.PLACE)] == ["Харків", "Москва"]


def test_two_bearers_of_one_surname_leave_the_bare_one_open() -> None:
    reading = read("Stanislav Kosior met Iosif Kosior in Kharkiv. Kosior left early.")
    people = [r.name for r in reading.referents if r.label is Label.PERSON]
    assert people == ["Stanislav Kosior", "Iosif Kosior", "Kosior"]


def test_look_alike_letters_do_not_part_a_name() -> None:
    reading = read("Yakir knew Iona Yakіr's brother. Iona Yakir was arrested.")  # a Cyrillic і in the second
    (yakir,) = [r for r in reading.referents if r.label is Label.PERSON]
    assert len(yakir.mentions) == 3

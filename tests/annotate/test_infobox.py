"""Infobox fields become tenures: numbering, missing offices, nobody's fields, neighbours."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from kartoteka.annotate.infobox import infobox_tenures, read_key
from kartoteka.types import STANDINGS, Block, BlockKind, Document, Label, Mention, Modality, Referent, TimeSpan


def infobox(fields: list[tuple[str, str]], title: str):
    """Document, mentions, referents of fields, posts and persons told by their keys, dates by their digits."""
    text, blocks, mentions, groups = f"{title}\n", [], [], defaultdict(list)
    for number, (key, value) in enumerate(fields):
        start = len(text)
        text += f"{value}\n"
        blocks.append(Block(BlockKind.INFOBOX, ((start, start + len(value)),), key=key, lang="en"))
        slot = read_key(key)[0]
        if re.match(r"\d{4}", value):
            label = Label.DATE
        elif slot in ("predecessor", "successor", "holder"):
            label = Label.PERSON
        elif slot == "office" or not key:
            label = Label.OFFICE
        else:
            continue
        if not value.startswith("Office "):
            edtf = value.replace("–", "/")
            span = TimeSpan(edtf, edtf, edtf, edtf) if label is Label.DATE else None
            end = start + len(value)
            mention = Mention("d", start, end, value, label, value, "test", number, 0, span)
            mentions.append(mention)
            groups[label, value].append(mention.id)
    referents = [Referent(f"{k[0]}", "d", k[0], k[1], (k[1],), tuple(v)) for k, v in groups.items()]
    referents = [Referent(r.name, r.document, r.label, r.name, r.names, r.mentions) for r in referents]
    return Document("d", title, "en", text, tuple(blocks)), mentions, referents


def held(fields: list[tuple[str, str]], title: str = "Ivan Hal"):
    found = infobox_tenures(*infobox(fields, title), "Ivan Hal")
    return [
        (t.office, t.start and t.start.edtf, t.end and t.end.edtf, t.predecessor, t.successor)
        for t in found
        if t.modality is Modality.HELD
    ]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Termstart2", ("start", 2)),
        ("Term Start", ("start", 0)),
        ("term_end", ("end", 0)),
        ("term_start12", ("start", 12)),
        ("Office", ("office", 0)),
        ("Predecessor4", ("predecessor", 4)),
        ("посада", ("office", 0)),
        ("початок_терміну_2", ("start", 2)),
        ("Периодначало_3", ("start", 3)),
        ("преемник", ("successor", 0)),
        ("Birth Place", ("", 0)),
    ],
)
def test_keys_of_three_wikis_are_read(key: str, expected: tuple[str, int]) -> None:
    assert read_key(key) == expected


def test_fields_without_a_number_are_a_term_of_their_own_beside_the_first() -> None:
    fields = [
        ("Office1", "Commissar"),
        ("Termstart1", "1934"),
        ("Office", "Commander"),
        ("Term Start", "1937"),
        ("Term End", "1938"),
    ]
    assert held(fields) == [("Commander", "1937", "1938", "", ""), ("Commissar", "1934", None, "", "")]


def test_a_term_without_an_office_is_another_term_of_the_office_before() -> None:
    fields = [
        ("Office3", "Chairman"),
        ("Termstart4", "1923"),
        ("Termend4", "1931"),
        ("Termstart3", "1933"),
        ("Predecessor4", "Oleh Rak"),
    ]
    assert held(fields) == [("Chairman", "1933", None, "", ""), ("Chairman", "1923", "1931", "Oleh Rak", "")]


def test_office_established_and_abolished_are_nobody() -> None:
    fields = [("Office", "Chairman"), ("Predecessor", "Office established"), ("Successor", "Office abolished")]
    assert held(fields) == [("Chairman", None, None, "", "")]


def test_the_neighbours_terms_are_implied_with_a_bound_on_one_side() -> None:
    fields = [
        ("Office", "Chairman"),
        ("Term Start", "1933"),
        ("Term End", "1934"),
        ("Predecessor", "Oleh Rak"),
        ("Successor", "Pavlo Mak"),
    ]
    implied = [
        t for t in infobox_tenures(*infobox(fields, "Ivan Hal"), "Ivan Hal") if t.modality is Modality.IMPLIED
    ]
    before, after = implied
    assert (before.holder, before.successor, before.start) == ("Oleh Rak", "Ivan Hal", None)
    assert before.end is not None and (before.end.interval, before.end.earliest) == ("../1933", None)
    assert (after.holder, after.predecessor, after.end) == ("Pavlo Mak", "Ivan Hal", None)
    assert after.start is not None and (after.start.interval, after.start.latest) == ("1934/..", None)


def test_terms_under_a_line_with_the_office_come_in_their_order() -> None:
    fields = [
        ("", "Voivode of Kyiv"),
        ("In office", "1559–1608"),
        ("Preceded by", "Hryhorii Kh."),
        ("In office", "1608–1610"),
        ("Succeeded by", "Stanislav Zh."),
    ]
    assert held(fields) == [
        ("Voivode of Kyiv", "1559", "1608", "Hryhorii Kh.", ""),
        ("Voivode of Kyiv", "1608", "1610", "", "Stanislav Zh."),
    ]


def test_birth_and_death_make_no_tenure_and_no_holder_no_tenures() -> None:
    assert held([("Birth Date", "1892"), ("Death Date", "1937"), ("Party", "CP(B)U")]) == []
    document = infobox([("Office", "Chairman"), ("Term Start", "1933")], "A list")
    assert infobox_tenures(*document, "") == []


def test_a_box_of_somebody_else_leaves_the_next_to_the_one_the_article_is_about() -> None:
    other = [("Name", "Oleh Rak"), ("Office", "Chairman"), ("Term Start", "1921")]
    fields = [*other, ("Office", "Rector"), ("Term Start", "1925")]
    document, mentions, referents = infobox(fields, "Ivan Hal")
    for about, expected in (("Ivan Hal", ["Oleh Rak", "Ivan Hal"]), ("", ["Oleh Rak"])):
        found = infobox_tenures(document, mentions, referents, about)
        assert [t.holder for t in found] == expected


@pytest.mark.parametrize(
    ("fields", "called"),
    [
        ([("Office", "Honorary consul of Poland"), ("Term Start", "1921")], {"honorary"}),
        ([("Office", "Former rector"), ("Term Start", "1921")], {"former"}),
        ([("Office", "Ambassador-designate"), ("Term Start", "1921")], {"designate"}),
        ([("Office", "Acting rector"), ("Term Start", "1921")], {"acting"}),
        ([("Office", "Почесний консул"), ("Term Start", "1921")], {"honorary"}),
        ([("Office", "Бывший ректор"), ("Term Start", "1921")], {"former"}),
        ([("Office", "Rector"), ("Status", "Designate"), ("Term Start", "1921")], {"designate"}),
        ([("Office", "Rector"), ("Term Start", "1921")], set()),
    ],
)
def test_how_a_post_is_held_is_told_by_its_words_and_by_a_field(
    fields: list[tuple[str, str]], called: set[str]
) -> None:
    (tenure,) = infobox_tenures(*infobox(fields, "Ivan Hal"), "Ivan Hal")
    assert {standing for standing in STANDINGS if getattr(tenure, standing)} == called


def test_only_an_honorary_post_is_that_of_the_neighbours_too() -> None:
    fields = [("Office", "Honorary consul"), ("Status", "Former"), ("Predecessor", "Oleh Rak")]
    own, before = infobox_tenures(*infobox(fields, "Ivan Hal"), "Ivan Hal")
    assert (own.honorary, own.former) == (True, True)
    assert (before.honorary, before.former) == (True, False)

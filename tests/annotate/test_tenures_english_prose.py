"""Plain English lives, as encyclopedias tell them: who held what, and what only looks so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HAL, MAK = "Ivan Hal", "Pavlo Mak"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[P:Ivan Hal] served as the 22nd [O:mayor of [G:Lviv]] from [D:1924 to 1930=1924/1930].",
            [(HAL, "mayor of Lviv", "1924", "1930")],
        ),
        (
            "[P:Ivan Hal] became a full-time regional [O:party secretary] in [D:1921=1921].",
            [(HAL, "party secretary", "1921", "")],
        ),
        (
            "[P:Ivan Hal] was a Ukrainian historian, diplomat and [O:rector of the [B:Institute]].",
            [(HAL, "rector of the Institute", "", "")],
        ),
        (
            "In [D:1979=1979] [P:Ivan Hal] named himself [O:president].",
            [(HAL, "president", "1979", "")],
        ),
        (
            "[P:Ivan Hal] joined the [B:Cheka] as an [O:investigator of the [B:Cheka]] in [D:1920=1920].",
            [(HAL, "investigator of the Cheka", "1920", "")],
        ),
        (
            "[P:Ivan Hal] rose. His last posting, from [D:1984 to 1989=1984/1989], was as [O:consul in [G:Kyiv]].",
            [(HAL, "consul in Kyiv", "1984", "1989")],
        ),
        (
            "[P:Ivan Hal] died in [D:1683=1683] as [O:voivode of [G:Kyiv]].",
            [(HAL, "voivode of Kyiv", "", "1683")],
        ),
        (
            "In [D:1932=1932] [P:Ivan Hal] was given command of the submarine Spartak.",
            [(HAL, "head of the submarine Spartak", "1932", "")],
        ),
        (
            "In [D:1932=1932] [P:Ivan Hal] was elected to the [B:Central Committee].",
            [(HAL, "member of the Central Committee", "1932", "")],
        ),
        (
            "[P:Ivan Hal] was forced to resign as [O:rector] in [D:1930=1930].",
            [(HAL, "rector", "", "1930")],
        ),
    ],
)
def test_constructions_of_plain_lives(
    text: str, expected: list[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert summed_up(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In the army [P:Ivan Hal] commanded a battalion.",
        "[P:Ivan Hal] taught economics at the [B:University].",
        "In [D:2015=2015] [P:Ivan Hal] took part, heading the centre-right list.",
        "[P:Ivan Hal] headed the [B:Party]’s delegation.",
    ],
)
def test_a_verb_of_leading_or_teaching_is_not_always_a_post(text: str, summed_up: Callable[..., Any]) -> None:
    assert summed_up(text) == []


def test_dates_in_brackets_behind_the_place_of_a_post(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] was [O:lecturer] at the [B:Free University] ([D:1924–1930=1924/1930]), [O:minister of justice] "
        "in the first cabinet of [P:Pavlo Mak] ([D:1931–33=1931/1933]) and [O:editor of the monthly [B:Zoria]]."
    )
    assert summed_up(text) == [
        (HAL, "lecturer", "1924", "1930"),
        (HAL, "minister of justice", "1931", "1933"),
        (HAL, "editor of the monthly Zoria", "", ""),
    ]


def test_whom_the_holder_of_several_posts_followed_held_the_last_of_them(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] was made [O:castellan of [G:Polotsk]] in [D:1661=1661] and [O:voivode of [G:Vitebsk]] "
        "in [D:1667=1667], succeeding [P:Pavlo Mak]."
    )
    assert summed_up(text) == [
        (HAL, "castellan of Polotsk", "1661", ""),
        (HAL, "voivode of Vitebsk", "1667", ""),
        (MAK, "voivode of Vitebsk", "", "1667"),
    ]


def test_whom_somebody_replaced_where_he_came(summed_up: Callable[..., Any]) -> None:
    text = "In [D:1933=1933] [P:Ivan Hal] became [O:rector], where he replaced [P:Pavlo Mak]."
    assert summed_up(text) == [(HAL, "rector", "1933", ""), (MAK, "rector", "", "1933")]


def test_the_subject_of_a_clause_of_time_is_its_own(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] was a clerk. He rose. In [D:1954=1954], after [P:Pavlo Mak] became [O:first secretary], "
        "he was sent to [G:Kyiv] as [O:deputy chairman]."
    )
    assert {(holder, office) for holder, office, *_ in summed_up(text)} == {
        (MAK, "first secretary"),
        (HAL, "deputy chairman"),
    }


def test_he_is_not_the_ruler_named_with_an_event(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] was a colonel. He fought. After the fall of [O:Tsar] [P:Pavlo Mak], he was given command of "
        "the [B:Front]."
    )
    assert (HAL, "head of the Front", "", "") in summed_up(text)


def test_what_was_only_considered_is_not_held_and_who_came_instead_is_told(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] was considered for the post of [O:chairman] in [D:1967=1967], but [P:Pavlo Mak] was appointed "
        "instead."
    )
    assert summed_up(text) == [(MAK, "chairman", "", "")]


def test_the_ending_of_a_sentence_is_that_of_its_subject(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] became [O:rector] in [D:1920=1920]. He opposed [P:Pavlo Mak], [O:dean of the faculty], and "
        "resigned in [D:October 1922=1922-10]."
    )
    assert summed_up(text) == [(HAL, "rector", "1920", "1922-10"), (MAK, "dean of the faculty", "", "")]


def test_two_statements_of_one_term_give_its_most_exact_dates(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] was [O:hetman of [G:Ukraine]] from [D:1663 to 1665=1663/1665]. In [D:January 1663=1663-01] "
        "he was elected [O:hetman of [G:Ukraine]]."
    )
    assert summed_up(text) == [(HAL, "hetman of Ukraine", "1663-01", "1665")]


def test_posts_of_a_row_share_a_body_only_behind_a_conjunction(read_tenures: Callable[..., Any]) -> None:
    text = "[P:Ivan Hal] was [O:deputy premier], [O:chairman of the [B:Planning Committee]]."
    premier, chairman = read_tenures(text)
    assert (premier.org, bool(chairman.org)) == ("", True)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("[P:Ivan Hal] replaced [P:Pavlo Mak] and became [O:rector].", HAL),
        ("[P:Ivan Hal] joined [P:Pavlo Mak] with his men, and in [D:May 1945=1945-05] became [O:rector].", HAL),
        ("[P:Ivan Hal] was a clerk. He rose. In [D:1930=1930] he met [P:Pavlo Mak] and became [O:rector].", HAL),
        ("[P:Ivan Hal] read physics, while [P:Pavlo Mak] taught it and became [O:rector].", MAK),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(text: str, holder: str, summed_up: Callable[..., Any]) -> None:
    assert [found[0] for found in summed_up(text) if found[1] == "rector"][-1:] == [holder]


@pytest.mark.parametrize(
    ("life", "end"),
    [
        ("([D:1880–1937=1880/1937])", "1937"),
        ("([D:1880=1880], [G:Uman] – [D:5 May 1937=1937-05-05], [G:Kyiv])", "1937-05-05"),
        ("(died [D:1937=1937])", "1937"),
        ("(born [D:1880=1880])", ""),
    ],
)
def test_a_post_held_until_death_ends_with_its_holders_life(
    life: str, end: str, summed_up: Callable[..., Any]
) -> None:
    text = f"[P:Ivan Hal] {life} was a chemist. From [D:1930=1930] until his death he was [O:rector]."
    assert summed_up(text) == [(HAL, "rector", "1930", end)]


def test_where_a_post_is_not_told_nobody_was_replaced_in_the_last_one(summed_up: Callable[..., Any]) -> None:
    text = "[P:Ivan Hal] was [O:consul in [G:Tiflis]]. He preferred Kyiv, where he relieved [P:Pavlo Mak]."
    assert summed_up(text) == [(HAL, "consul in Tiflis", "", "")]

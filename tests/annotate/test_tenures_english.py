"""English sentences of careers: each as a reader would sum it up, marked up as `mark_up` has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kartoteka.types import Modality

HAL, MAK = "Ivan Hal", "Pavlo Mak"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "From [D:1921 to 1923=1921/1923] [P:Ivan Hal] headed the [G:Uman] department of the [B:GPU].",
            [(HAL, "head of the Uman department of the GPU", "1921", "1923")],
        ),
        (
            "The library was run by [P:Ivan Hal] from [D:1929 to 1931=1929/1931].",
            [(HAL, "head of the library", "1929", "1931")],
        ),
        (
            "Since [D:1992=1992] the [B:Institute] has been directed by [P:Ivan Hal].",
            [(HAL, "head of the Institute", "1992", "")],
        ),
        (
            "[P:Ivan Hal] was sent to [G:Lviv] in [D:1940=1940] to head the land section of the [B:obkom].",
            [(HAL, "head of the land section of the obkom", "1940", "")],
        ),
        (
            "The [B:Revkom] ([B:RK]), chaired first by [P:Ivan Hal] and, from [D:July 1921=1921-07], by [P:Pavlo Mak]",
            [(HAL, "head of the Revkom", "", ""), (MAK, "head of the Revkom", "1921-07", "")],
        ),
        (
            "[P:Ivan Hal] edited “[B:Zoria]” until [D:1914=1914].",
            [(HAL, "editor of “Zoria”", "", "1914")],
        ),
    ],
)
def test_a_verb_makes_the_head_of_a_body(
    text: str, expected: list[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert summed_up(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[P:Ivan Hal] was twice [O:mayor of [G:Khust]] ([D:1919=1919], [D:1921–23=1921/1923]).",
            [(HAL, "mayor of Khust", "1919", "1919"), (HAL, "mayor of Khust", "1921", "1923")],
        ),
        (
            "[P:Ivan Hal] was [O:dean], [O:pro-rector] ([D:1901–03=1901/1903]) and [O:rector].",
            [(HAL, "dean", "", ""), (HAL, "pro-rector", "1901", "1903"), (HAL, "rector", "", "")],
        ),
        (
            "He became [O:dean] and, from [D:1926=1926], [O:rector of the [B:Institute]]. [P:Ivan Hal] left.",
            [("", "dean", "", ""), ("", "rector of the Institute", "1926", "")],
        ),
        (
            "[P:Ivan Hal] worked from [D:March 1920=1920-03] as [O:secretary of the [B:Prosvita]].",
            [(HAL, "secretary of the Prosvita", "1920-03", "")],
        ),
        (
            "[P:Ivan Hal] was [O:secretary] from [D:1921=1921] until the office was closed in [D:1924=1924].",
            [(HAL, "secretary", "1921", "1924")],
        ),
        (
            "[P:Ivan Hal] ended the war [O:commander of the [B:3rd Brigade]].",
            [(HAL, "commander of the 3rd Brigade", "", "")],
        ),
        (
            "[P:Ivan Hal] was arrested on [D:9 May 1938=1938-05-09] while [O:head of the [B:UNKVD]].",
            [(HAL, "head of the UNKVD", "", "")],
        ),
        (
            "In [D:1918=1918] [P:Ivan Hal] became [O:minister of war] and [P:Pavlo Mak] [O:minister of trade].",
            [(HAL, "minister of war", "1918", ""), (MAK, "minister of trade", "1918", "")],
        ),
        (
            "They met [P:Ivan Hal], whom the guild had made [O:treasurer of the [B:Union]].",
            [(HAL, "treasurer of the Union", "", "")],
        ),
        (
            "[P:Ivan Hal] travelled, with [P:Pavlo Mak] as his [O:vicar general].",
            [(MAK, "vicar general", "", "")],
        ),
        (
            "[P:Ivan Hal]'s appointment as [O:governor of [G:Podolia]] followed in [D:1911=1911].",
            [(HAL, "governor of Podolia", "1911", "")],
        ),
        (
            "During [P:Ivan Hal]'s three-year term as [O:ban of [G:Croatia]] ([D:1521–1524=1521/1524]) they fought.",
            [(HAL, "ban of Croatia", "1521", "1524")],
        ),
        (
            "Removed as [O:rector] in [D:1931=1931], [P:Ivan Hal] went home.",
            [(HAL, "rector", "", "1931")],
        ),
        (
            "[P:Ivan Hal], who would later become [O:rector], was ill.",
            [(HAL, "rector", "", "")],
        ),
        (
            "Between [D:1931 and 1933=1931/1933] [P:Ivan Hal] studied, after which he became [O:dean].",
            [(HAL, "dean", "1933", "")],
        ),
    ],
)
def test_posts_of_english_sentences(
    text: str, expected: list[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert summed_up(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[P:Ivan Hal] gave way to [P:Pavlo Mak] as [O:rector] in [D:1925=1925].",
            {(MAK, "rector", "1925", ""), (HAL, "rector", "", "1925")},
        ),
        (
            "[P:Ivan Hal] took over the [B:37th Army] from [P:Pavlo Mak] in [D:August 1941=1941-08].",
            {(HAL, "head of the 37th Army", "1941-08", ""), (MAK, "head of the 37th Army", "", "1941-08")},
        ),
        (
            "In [D:1920=1920] [P:Ivan Hal] became [O:dean], having replaced [P:Pavlo Mak].",
            {(HAL, "dean", "1920", ""), (MAK, "dean", "", "1920")},
        ),
        (
            "[P:Ivan Hal] was named [O:rector] in [D:1925=1925], after the death of his predecessor, [P:Pavlo Mak].",
            {(HAL, "rector", "1925", ""), (MAK, "rector", "", "")},
        ),
        (
            "On [D:4 May 1918=1918-05-04] [P:Ivan Hal] resigned as [O:chairman]; [P:Pavlo Mak] stood in for him.",
            {(HAL, "chairman", "", "1918-05-04"), (MAK, "acting chairman", "", "")},
        ),
        (
            "[P:Ivan Hal] was [O:speaker] from [D:2016 to 2019=2016/2019], when [P:Pavlo Mak] was elected to the post.",
            {(HAL, "speaker", "2016", "2019"), (MAK, "speaker", "2019", "")},
        ),
        (
            "[P:Ivan Hal] handed over command of the [B:Front] to [P:Pavlo Mak] on [D:4 April 1920=1920-04-04].",
            {(MAK, "head of the Front", "1920-04-04", ""), (HAL, "head of the Front", "", "1920-04-04")},
        ),
        (
            "They relieved [P:Ivan Hal] of his duties as [O:premier] and named [P:Pavlo Mak] in his stead.",
            {(HAL, "premier", "", ""), (MAK, "premier", "", "")},
        ),
        (
            "[P:Ivan Hal], [O:commander of the [B:Corps]], was succeeded in [D:1919=1919] by [P:Pavlo Mak].",
            {(MAK, "commander of the Corps", "1919", ""), (HAL, "commander of the Corps", "", "1919")},
        ),
        (
            "They wanted to make [P:Ivan Hal] [O:rector], but the post went to [P:Pavlo Mak].",
            {(MAK, "rector", "", "")},
        ),
    ],
)
def test_who_followed_whom_in_english(
    text: str, expected: set[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert set(summed_up(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[P:Ivan Hal] was tipped to head the [B:Academy].",
        "There was talk of making [P:Ivan Hal] [O:rector].",
        "[P:Ivan Hal] was nominated as [O:minister] in [D:1921=1921], but parliament voted him down.",
        "[P:Ivan Hal] has been offered the job of [O:ambassador to [G:Spain]].",
        "[P:Ivan Hal] would be recalled and sent there as [O:consul].",
    ],
)
def test_what_did_not_come_about_is_not_held(text: str, read_tenures: Callable[..., Any]) -> None:
    assert all(tenure.modality is not Modality.HELD for tenure in read_tenures(text))


def test_what_was_moved_and_carried_is_held(summed_up: Callable[..., Any]) -> None:
    text = "On the motion of [P:Pavlo Mak], [P:Ivan Hal] was elected [O:rector] in [D:1921=1921]."
    assert summed_up(text) == [(HAL, "rector", "1921", "")]


@pytest.mark.parametrize(
    "text",
    [
        "[P:Ivan Hal] appointed [O:head of the [B:GPU]] a man nobody knew.",
        "[P:Ivan Hal] stayed until the firm was expelled from the [B:Chamber] in [D:1913=1913].",
        "[P:Ivan Hal] left the party to found a Moscow-led [B:Union].",
        "Local government is administered by [P:Halivska] village council.",
    ],
)
def test_who_is_not_the_verbs_subject_holds_nothing(text: str, summed_up: Callable[..., Any]) -> None:
    assert summed_up(text) == []


def test_of_an_appointment_the_one_appointed_holds_the_post(summed_up: Callable[..., Any]) -> None:
    text = "[P:Ivan Hal] appointed General [P:Pavlo Mak] as [O:commander of the [B:Front]]."
    assert summed_up(text) == [(MAK, "commander of the Front", "", "")]


def test_lines_of_a_handbook(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] ([D:1895–1956=1895/1956]) – [O:chairman of the [B:Cheka]], [D:1921–27=1921/1927], "
        "[D:1929–30=1929/1930]; [O:first secretary], [D:1933–53=1933/1953]."
    )
    assert summed_up(text) == [
        (HAL, "chairman of the Cheka", "1921", "1927"),
        (HAL, "chairman of the Cheka", "1929", "1930"),
        (HAL, "first secretary", "1933", "1953"),
    ]


def test_lists_of_holders_with_their_years(summed_up: Callable[..., Any]) -> None:
    text = "Inspectors: [P:Ivan Hal] (to [D:October 1928=1928-10]), [P:Pavlo Mak] (acting, [D:1928–29=1928/1929])."
    assert summed_up(text) == [(HAL, "Inspector", "", "1928-10"), (MAK, "acting Inspector", "1928", "1929")]


def test_a_post_before_he_is_that_of_the_one_just_named(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] took his vows at [G:Univ]. [O:Abbot of [G:Hoshiv]] ([D:1752–57=1752/1757]), he wrote much."
    )
    assert summed_up(text) == [(HAL, "Abbot of Hoshiv", "1752", "1757")]


def test_a_post_in_whose_capacity_a_sentence_begins_is_its_subjects(summed_up: Callable[..., Any]) -> None:
    text = "[P:Pavlo Mak] left. As [O:mayor of [G:Lviv]] ([D:1896–1905=1896/1905]), [P:Ivan Hal] built a theatre."
    assert summed_up(text) == [(HAL, "mayor of Lviv", "1896", "1905")]


def test_he_is_the_one_told_of_and_not_the_one_of_a_clause_of_time(summed_up: Callable[..., Any]) -> None:
    text = "[P:Ivan Hal] was a fitter. He rose. In [D:1921=1921], when [P:Pavlo Mak] had left, he became [O:dean]."
    assert summed_up(text) == [(HAL, "dean", "1921", "")]

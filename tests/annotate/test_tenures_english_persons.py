"""English paragraphs with several persons: whose post a verb, a date or an apposition tells of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HAL, MAK = "Ivan Hal", "Pavlo Mak"


@pytest.mark.parametrize(
    "text",
    [
        "[P:Ivan Hal] was the de facto [O:leader of [G:Ukraine]] from [D:1928=1928].",
        "[P:Ivan Hal], the self-styled [O:ataman of the steppe], fled in [D:1921=1921].",
        "[P:Ivan Hal] was the unofficial [O:head of the branch].",
        "[P:Ivan Hal] was sent home. In [D:1933=1933] he was removed from the [B:Commissariat of Health].",
        "In [D:1933=1933] [P:Ivan Hal] resigned from the [B:Polytechnic Institute].",
        "[P:Ivan Hal] belonged to the group that governed the republic: nobody knew it.",
        "[P:Ivan Hal] knew the officers who commanded the [B:Front].",
    ],
)
def test_power_without_an_office_is_no_tenure(text: str, summed_up: Callable[..., Any]) -> None:
    assert summed_up(text) == []


def test_who_is_removed_from_a_body_leaves_his_post_there(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] was [O:rector of the [B:Polytechnic Institute]] from [D:1928=1928]. "
        "In [D:May 1933=1933-05] he was removed from the [B:Polytechnic Institute]."
    )
    assert summed_up(text) == [(HAL, "rector of the Polytechnic Institute", "1928", "1933-05")]


def test_what_somebody_refused_before_is_not_what_he_was_named(read_tenures: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] became [O:colonel of [G:Uman]] in [D:1706=1706], refused to follow [P:Pavlo Mak], and in "
        "[D:1722=1722] was named [O:acting hetman]."
    )
    colonel, hetman = read_tenures(text)
    assert (colonel.modality, hetman.modality) == ("held", "held")
    assert colonel.holder == hetman.holder


def test_another_member_of_a_party_is_no_person(summed_up: Callable[..., Any]) -> None:
    text = "[P:Ivan Hal], another [P:Borotbist], became [O:secretary of the union] in [D:1925=1925]."
    assert summed_up(text) == [(HAL, "secretary of the union", "1925", "")]


@pytest.mark.parametrize(
    "born",
    [
        "Born in [D:1872=1872], [P:Ivan Hal] became",
        "Born in [G:Uman], [G:Kyiv region], on [D:25 January 1872=1872-01-25], [P:Ivan Hal] became",
        "[P:Ivan Hal], born [D:25 January 1872=1872-01-25] in [G:Uman], became",
    ],
)
def test_a_birth_dates_no_post(born: str, read_tenures: Callable[..., Any]) -> None:
    (rector,) = read_tenures(f"{born} [O:rector].")
    assert (rector.start, rector.end, rector.attested) == (None, None, None)


def test_the_last_of_several_dated_posts_goes_on(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] was [O:secretary of the court] ([D:1635=1635]), [O:chancellor of the [B:Host]] "
        "([D:1648=1648]), and [O:palatine of [G:Kyiv]], a post he held until [D:1664=1664]."
    )
    assert [found[3] for found in summed_up(text)] == ["", "", "1664"]


def test_a_date_before_when_begins_what_came_then(summed_up: Callable[..., Any]) -> None:
    text = (
        "Among those ordained in [D:1921=1921] was [P:Ivan Hal], [O:bishop of [G:Uman]] until [D:1924=1924], when "
        "he left for [G:Canada] and became [O:metropolitan of the eparchy]."
    )
    assert summed_up(text) == [
        (HAL, "bishop of Uman", "", "1924"),
        (HAL, "metropolitan of the eparchy", "1924", ""),
    ]


def test_who_takes_office_takes_his_own(summed_up: Callable[..., Any]) -> None:
    text = (
        "[O:Health Minister] [P:Ivan Hal] left, and [P:Pavlo Mak] became [O:acting minister]. "
        "[P:Ivan Hal], who took office in [D:2020=2020], is a surgeon."
    )
    assert (HAL, "Health Minister", "2020", "") in summed_up(text)
    assert (HAL, "acting minister", "2020", "") not in summed_up(text)


def test_a_post_with_its_holder_behind_it_is_not_that_of_who_names_him(summed_up: Callable[..., Any]) -> None:
    text = "[P:Ivan Hal] named his [O:deputy], [P:Pavlo Mak], as [O:acting minister]."
    assert {found[0] for found in summed_up(text)} == {MAK}


def test_whom_a_deputy_serves_does_not_hold_the_post(summed_up: Callable[..., Any]) -> None:
    text = "[P:Ivan Hal] served as [O:deputy to Metropolitan] [P:Pavlo Mak] until [D:1929=1929]."
    assert {found[0] for found in summed_up(text)} == {HAL}


def test_who_was_relieved_stands_behind_his_rank(summed_up: Callable[..., Any]) -> None:
    text = (
        "The order relieved [O:Captain of State Security] [P:Ivan Hal] of his duties as [O:head of the section]."
    )
    assert (HAL, "head of the section") in [found[:2] for found in summed_up(text)]


def test_who_succeeded_stands_before_what_he_was(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal] became [O:premier] in [D:1918=1918]; [P:Pavlo Mak], hitherto [O:secretary of justice], "
        "succeeded him in [D:1919=1919]."
    )
    assert {(HAL, "premier", "1918", "1919"), (MAK, "premier", "1919", "")} <= set(summed_up(text))


def test_who_is_succeeded_did_not_leave_the_post_he_was_sent_to(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Ivan Hal], then [O:commissar of education], was succeeded by [P:Pavlo Mak] in [D:1927=1927] and sent to "
        "[G:Leningrad] as [O:rector]."
    )
    assert {(MAK, "commissar of education", "1927", "")} == {f for f in summed_up(text) if f[0] == MAK}


def test_who_is_appointed_in_his_place(summed_up: Callable[..., Any]) -> None:
    text = "A decree dismissing [P:Ivan Hal] as [O:governor] and appointing in his place [P:Pavlo Mak] came out."
    assert (MAK, "governor", "", "") in summed_up(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[P:Ivan Hal] held the [O:colonelcy of [G:Uman]] from [D:1687 to 1698=1687/1698].",
            [(HAL, "colonelcy of Uman", "1687", "1698")],
        ),
        ("In [D:1920=1920] [P:Ivan Hal] held the [O:minister of war] responsible.", []),
    ],
)
def test_one_holds_a_dignity_and_no_minister(
    text: str, expected: list[Any], summed_up: Callable[..., Any]
) -> None:
    assert summed_up(text) == expected

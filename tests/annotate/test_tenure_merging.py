"""Statements of one tenure come together: what each adds, and what keeps two apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.annotate import tenure_index
from kartoteka.annotate.tenure_merging import merge_tenures
from kartoteka.dates import bounds, read_dates
from kartoteka.types import Modality, Tenure, TimeSpan

RECTOR = "rector of Kharkiv University"


def day(words: str) -> TimeSpan | None:
    return read_dates(words, "en")[0].span if words else None


def said(start: str = "", end: str = "", at: int = 0, *, holder: str = "hal", office: str = RECTOR) -> Tenure:
    """A statement in the passage that begins at a place."""
    return Tenure("d", holder, office, start=day(start), end=day(end), passage=(at, at + 9), evidence=(f"m{at}",))


def dates(found: list[Tenure]) -> list[tuple[str, str | None, str | None]]:
    return [(t.holder, t.start and t.start.edtf, t.end and t.end.edtf) for t in found]


def test_a_beginning_and_a_later_end_are_one_tenure() -> None:
    (tenure,) = merge_tenures([said("in 1920"), said(end="in 1930", at=20)])
    assert dates([tenure]) == [("hal", "1920", "1930")]
    assert tenure.further == ((20, 29),)


@pytest.mark.parametrize(
    ("between", "joined"),
    [
        (said("in 1925", holder="rak"), False),
        (said("in 1935", holder="rak"), True),
        (said("in 1920", holder="rak"), True),
        (replace(said("in 1925", holder="rak"), acting=True), True),
        (replace(said("in 1925", holder="rak"), modality=Modality.PROPOSED), True),
        (said("in 1925", holder="rak", office="rector of Odesa University"), True),
    ],
)
def test_no_tenure_goes_on_when_another_has_come_to_the_post(between: Tenure, joined: bool) -> None:
    found = merge_tenures([said("in 1920"), between, said(end="in 1930", at=20)])
    own = [one for one in dates(found) if one[0] == "hal"]
    assert own == ([("hal", "1920", "1930")] if joined else [("hal", "1920", None), ("hal", None, "1930")])


def test_a_post_of_many_is_held_beside_others() -> None:
    member = "member of the Central Committee of Ukraine"
    beside = said("in 1925", holder="rak", office=member)
    found = merge_tenures([said("in 1920", office=member), beside, said(end="in 1930", at=20, office=member)])
    assert ("hal", "1920", "1930") in dates(found)


@pytest.mark.parametrize("standing", ["acting", "honorary", "designate"])
def test_how_a_post_was_held_is_not_lost_in_a_fuller_statement(standing: str) -> None:
    full, other = said("in 1920", "in 1930"), replace(said("in 1920", at=20), **{standing: True})
    assert [getattr(t, standing) for t in merge_tenures([full, other])] == [False, True]
    assert [getattr(t, standing) for t in merge_tenures([other, full])] == [True, False]


def test_a_bare_mention_of_the_post_is_part_of_an_acting_tenure() -> None:
    acting = replace(said("in 1920", "in 1930"), acting=True)
    assert merge_tenures([acting, said(at=20)]) == [replace(acting, evidence=("m0", "m20"), further=((20, 29),))]


def test_the_end_of_an_acting_tenure_may_be_told_without_the_word() -> None:
    begun = replace(said("in 1920"), acting=True)
    (tenure,) = merge_tenures([begun, said(end="in 1921", at=20)])
    assert (tenure.acting, dates([tenure])) == (True, [("hal", "1920", "1921")])
    assert len(merge_tenures([said("in 1920"), replace(said(end="in 1921", at=20), acting=True)])) == 2


def test_that_somebody_had_left_is_kept_where_no_end_says_so() -> None:
    former = replace(said(at=20), former=True)
    assert [t.former for t in merge_tenures([said("in 1920"), former])] == [True]
    assert [t.former for t in merge_tenures([said("in 1920", "in 1930"), former])] == [False]


def test_what_is_told_of_somebody_unnamed_is_one_only_within_a_passage() -> None:
    assert len(merge_tenures([said("in 1920", holder=""), said("in 1920", holder="", at=20)])) == 2
    assert len(merge_tenures([said("in 1920", holder=""), said(holder="")])) == 1


def before_christ(start: str, end: str) -> Tenure:
    first, last = (TimeSpan(value, value, *bounds(value)) if value else None for value in (start, end))
    return Tenure("d", "sulla", "dictator of Rome", start=first, end=last)


def test_days_before_christ_are_in_their_order() -> None:
    assert len(merge_tenures([before_christ("-0081", ""), before_christ("", "-0078")])) == 1
    assert len(merge_tenures([before_christ("-0078", ""), before_christ("", "-0081")])) == 2


DATES = st.sampled_from(
    [
        "",
        "in 1931",
        "July 1931",
        "12 July 1931",
        "by 1931",
        "in the 1930s",
        "1931–1932",
        "around 1933",
        "20th century",
    ]
)
STATED = st.builds(
    replace,
    st.builds(
        said,
        DATES,
        DATES,
        st.integers(0, 5),
        holder=st.sampled_from(["hal", "hal", "rak", ""]),
        office=st.sampled_from([RECTOR, "rector", "dean of Kharkiv University", "голова ради"]),
    ),
    acting=st.booleans(),
    attested=DATES.map(day),
    office_id=st.sampled_from(["", "x"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STATED, max_size=12))
def test_looking_near_a_statement_finds_what_comparing_all_would(stated: list[Tenure]) -> None:
    compared = merge_tenures(stated)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tenure_index, "FEW", 0)
        assert merge_tenures(stated) == compared

"""Overlapping findings are settled by weight; the result nests or stands apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kartoteka.annotate.arbiter import NESTING, settle, settle_in
from kartoteka.annotate.findings import Finding
from kartoteka.types import Label

findings = st.lists(
    st.builds(
        lambda start, size, label, weight: Finding(start, start + size, label, "test", weight),
        st.integers(0, 30),
        st.integers(1, 12),
        st.sampled_from(list(Label)),
        st.sampled_from([0.3, 0.5, 0.7]),
    ),
    max_size=15,
)


@given(findings)
def test_what_stays_never_crosses_and_nests_only_where_it_may(found: list[Finding]) -> None:
    kept = settle(found)
    for one in kept:
        for other in kept:
            if one is other or one.end <= other.start or other.end <= one.start:
                continue
            outer, inner = (one, other) if one.end - one.start > other.end - other.start else (other, one)
            assert outer.start <= inner.start and inner.end <= outer.end
            assert inner.label in NESTING[outer.label]


@given(findings)
def test_settling_again_changes_nothing(found: list[Finding]) -> None:
    assert settle(settle(found)) == settle(found)


def test_a_place_inside_a_compact_name_goes_but_one_behind_of_stays() -> None:
    compact, of = "GPU UkrSSR", "GPU of the UkrSSR"
    org, place = Label.ORG, Label.PLACE
    assert len(settle_in(compact, "en", [Finding(0, 10, org, "a", 0.7), Finding(4, 10, place, "b", 0.6)])) == 1
    assert len(settle_in(of, "en", [Finding(0, 17, org, "a", 0.7), Finding(11, 17, place, "b", 0.6)])) == 2

"""Two referents are weighed by all their spellings, not by the one that happens to agree."""

from __future__ import annotations

import pytest

from kartoteka.reconcile.evidence import agrees, remembering, rules, vouches, weigh
from kartoteka.types import Comparison, Label, Reason, Verdict

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def by_table(**scores: tuple[float, Verdict]):  # type: ignore[no-untyped-def]
    """A comparison of one-letter names by a table of pairs ("ab"), and SAME for equal ones."""

    def alike(left: str, right: str) -> Comparison:
        score, verdict = scores.get(left + right, (1.0, SAME))
        return Comparison(score, verdict, (Reason("table", score, left + right),))

    return alike


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        ({}, SAME),
        ({"ac": (0.0, DIFFERENT)}, DIFFERENT),
        ({"bd": (0.0, DIFFERENT)}, SAME),
        ({"bd": (0.0, DIFFERENT), "bc": (0.3, UNSURE)}, UNSURE),
        ({"bd": (0.0, DIFFERENT), "bc": (0.0, DIFFERENT)}, DIFFERENT),
        ({"ac": (0.4, UNSURE), "ad": (0.2, UNSURE), "bc": (0.3, UNSURE), "bd": (0.1, UNSURE)}, UNSURE),
    ],
)
def test_contradictions_outweigh_agreements_before_they_are_as_many(
    scores: dict[str, tuple[float, Verdict]], verdict: Verdict
) -> None:
    assert weigh(["a", "b"], ["c", "d"], by_table(**scores)).verdict is verdict


def test_a_tolerated_contradiction_lowers_the_score_and_stands_among_the_reasons() -> None:
    found = weigh(["a", "b"], ["c", "d"], by_table(bd=(0.1, DIFFERENT)))
    assert found.score == pytest.approx(0.75)
    assert "bd" in [reason.detail for reason in found.reasons]


def test_enough_to_join_is_more_than_the_same_and_for_bare_surnames_compatible() -> None:
    bounds = rules()
    assert agrees(Comparison(bounds.merge_score, SAME))
    assert not agrees(Comparison(bounds.merge_score - 0.01, SAME))
    assert not agrees(Comparison(0.99, UNSURE))
    assert agrees(Comparison(bounds.bare_agreement, UNSURE), bare=True)
    assert not agrees(Comparison(bounds.bare_agreement - 0.01, UNSURE), bare=True)
    assert not agrees(Comparison(0.99, DIFFERENT), bare=True)


def test_a_pair_is_compared_once_in_whichever_order_it_comes() -> None:
    asked = []

    def compare(label: Label, left: str, right: str) -> Comparison:
        asked.append((left, right))
        return Comparison(1.0, SAME)

    alike = remembering(compare, Label.PERSON)
    for pair in (("Kosior", "Redens"), ("Redens", "Kosior"), ("Kosior", "Redens")):
        assert vouches("Kosior", alike) and alike(*pair).verdict is SAME
    assert asked == [("Kosior", "Kosior"), ("Kosior", "Redens")]

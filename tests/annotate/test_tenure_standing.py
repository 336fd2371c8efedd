"""Acting, former, designated and honorary holders, by the words of a post and those right before it."""

from __future__ import annotations

import pytest

from kartoteka.annotate.tenure_standing import is_acting, standings


@pytest.mark.parametrize(
    ("before", "post", "standing"),
    [
        ("", "acting rector of Kharkiv University", {"acting"}),
        ("", "т. в. о. голови облради", {"acting"}),
        ("", "в.о. начальника управління", {"acting"}),
        ("тимчасово ", "виконуючого обов'язки ректора", {"acting"}),
        ("", "врио губернатора", {"acting"}),
        ("", "исправляющего должность прокурора", {"acting"}),
        ("The former ", "commander of the Kyiv Military District", {"former"}),
        ("з колишнім ", "мером Одеси", {"former"}),
        ("бывшего ", "министра финансов", {"former"}),
        ("", "екс-голова суду", {"former"}),
        ("the future ", "hetman", {"designate"}),
        ("", "president-elect", {"designate"}),
        ("новопризначений ", "воєвода", {"designate"}),
        ("", "honorary consul of Poland", {"honorary"}),
        ("", "почётного председателя общества", {"honorary"}),
        ("", "professor emeritus", {"honorary"}),
        ("", "head of the GPU", set()),
        ("", "chairman of the commission on former officers", set()),
        ("He knew the former. The ", "rector", set()),
        ("", "elector of Saxony", set()),
    ],
)
def test_standing_of_a_holder(before: str, post: str, standing: set[str]) -> None:
    assert standings(post, before) == standing


@pytest.mark.parametrize("before", ["був призначений ", "was designated ", "был избранный "])
def test_a_verb_that_appoints_designates_nobody(before: str) -> None:
    assert standings("головою", before, told=True) == set()


def test_a_mark_beside_a_name() -> None:
    assert is_acting("(acting)")
    assert is_acting(", в. о.")
    assert not is_acting("(Moscow)")

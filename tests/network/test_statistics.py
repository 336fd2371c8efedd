"""Figures against chance, held against the four cells they come from."""

from __future__ import annotations

from math import erfc, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.network.counting.statistics import Statistics, measure_ties


def of(both: int, left: int, right: int, windows: int) -> Statistics:
    return measure_ties(np.array([both]), np.array([left]), np.array([right]), windows)


@given(st.integers(1, 50), st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_figures_equal_a_direct_evaluation_of_the_four_cells(both: int, left: int, right: int, rest: int) -> None:
    windows = both + left + right + rest
    rows, columns = (both + left, right + rest), (both + right, left + rest)
    cells = [(both, 0, 0), (left, 0, 1), (right, 1, 0), (rest, 1, 1)]
    surprise = 2 * sum(n * log(n * windows / (rows[row] * columns[column])) for n, row, column in cells if n)
    chance = rows[0] * columns[0] / windows
    found = of(both, rows[0], columns[0], windows)
    sign = (both * windows > rows[0] * columns[0]) - (both * windows < rows[0] * columns[0])
    assert found.log_likelihood[0] == pytest.approx(sign * surprise, abs=1e-6)
    assert found.p_value[0] == pytest.approx(erfc(sqrt(max(surprise, 0) / 2)) if sign > 0 else 1, abs=1e-6)
    assert found.jaccard[0] == pytest.approx(both / (both + left + right), abs=1e-8)
    if both < windows:
        assert found.npmi[0] == pytest.approx(log(both / chance) / -log(both / windows), abs=1e-6)


def test_two_who_are_never_named_apart_have_the_greatest_npmi_and_jaccard() -> None:
    found = of(10, 10, 10, 1000)
    assert (found.npmi[0], found.jaccard[0]) == (1, 1)
    assert of(10, 10, 10, 10).npmi[0] == 1


def test_two_who_are_named_together_less_often_than_by_chance_are_no_tie_against_chance() -> None:
    found = of(1, 50, 50, 100)
    assert found.log_likelihood[0] < -50
    assert (found.p_value[0], found.npmi[0] < 0) == (1, True)


def test_the_p_value_is_that_of_the_tables_of_chi_square() -> None:
    firm, loose = of(20, 40, 100, 400), of(15, 40, 100, 400)
    assert firm.log_likelihood[0] > 10.828 and 0.0001 < firm.p_value[0] < 0.001
    assert 2.706 < loose.log_likelihood[0] < 3.841 and 0.05 < loose.p_value[0] < 0.1


def test_chance_itself_tells_nothing() -> None:
    found = of(10, 20, 50, 100)
    assert (found.npmi[0], found.log_likelihood[0], found.p_value[0]) == (0, 0, 1)

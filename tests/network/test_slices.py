"""The periods into which a network is cut: named, in order, and none in which nobody met."""

from __future__ import annotations

import networkx
import pytest

from kartoteka.network.slices import Period, find_periods


@pytest.fixture
def dated() -> networkx.Graph:
    """Ties of 1923, of 1931 to 1933, and of one day of 1937; one without a date."""
    graph = networkx.Graph()
    graph.add_edge("Balytsky", "Rakovsky", spells=[("1923-09-01", "1923-09-30"), ("1937-05-11", "1937-05-11")])
    graph.add_edge("Balytsky", "Redens", spells=[("1931-07-25", "1933-02-20")])
    graph.add_edge("Redens", "Kosior", spells=[])
    return graph


def names(graph: networkx.Graph, form: str) -> list[str]:
    return [period.name for period in find_periods(graph, form)]


def test_years_are_those_in_which_a_tie_lives(dated: networkx.Graph) -> None:
    assert names(dated, "year") == ["1923", "1931", "1932", "1933", "1937"]
    assert find_periods(dated, "year")[0] == Period("1923", "1923-01-01", "1923-12-31")


def test_five_years_begin_with_a_year_that_five_divides(dated: networkx.Graph) -> None:
    assert names(dated, "5y") == ["1920-1924", "1930-1934", "1935-1939"]


def test_dates_begin_periods_that_the_next_one_ends(dated: networkx.Graph) -> None:
    assert find_periods(dated, "1923, 1931-07-25,1933-03") == [
        Period("from-1923", "1923-01-01", "1931-07-24"),
        Period("from-1931-07-25", "1931-07-25", "1933-02-28"),
        Period("from-1933-03", "1933-03-01", "1937-05-11"),
    ]


def test_a_date_after_all_ties_has_no_network(dated: networkx.Graph) -> None:
    assert names(dated, "1930,1945") == ["from-1930"]


def test_a_tie_of_antiquity_makes_no_thousand_files() -> None:
    graph = networkx.Graph()
    graph.add_edge("Cicero", "Pompey", spells=[("-0061-01-01", "-0050-12-31")])
    graph.add_edge("Volodymyr", "Anna", spells=[("0988-01-01", "0988-12-31")])
    assert names(graph, "year") == ["0988"]


def test_a_network_without_dates_has_no_periods() -> None:
    graph = networkx.Graph()
    graph.add_edge("Balytsky", "Redens", spells=[])
    assert find_periods(graph, "year") == []


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("decade", "no periods 'decade': give year, 5y"),
        ("0y", "a period of no years"),
        ("1933,1931", "not in the order of time"),
        ("1931,1931", "not in the order of time"),
        ("1931-02-30,1933", "'1931-02-30' is no day"),
        ("", "no periods ''"),
    ],
)
def test_what_is_no_period_is_refused_with_the_known_forms(dated: networkx.Graph, form: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        find_periods(dated, form)

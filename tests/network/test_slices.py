"""The periods into which a network is cut: named, in order, and none in which nobody met."""

from __future__ import annotations

from collections.abc import Callable

import networkx
import pytest

from kartoteka.network import backbone, build_graph, draw, ego, measure
from kartoteka.network.drawing import group_colour
from kartoteka.network.periods import Period, explain, explain_gaps, find_periods
from kartoteka.network.slices import slice_network
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Reading, TimeSpan


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
        Period("1923_1931-07-24", "1923-01-01", "1931-07-24"),
        Period("1931-07-25_1933-02-28", "1931-07-25", "1933-02-28"),
        Period("1933-03-on", "1933-03-01", "1937-05-11"),
    ]


def test_a_date_after_all_ties_has_no_network(dated: networkx.Graph) -> None:
    assert names(dated, "1930,1945") == ["1930_1944"]


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("1923,1930-02,1937-03", ["1923_1930-01", "1930-02_1937-02", "1937-03-on"]),
        ("1923,1930,1937", ["1923_1929", "1930_1936", "1937-on"]),
        ("1923,1924-01-01,1931-07,1931-08", ["1923", "1931-07", "1931-08-on"]),
        (
            "1931-07-31,1931-08-01,1932-03-01,1937",
            ["1931-07-31", "1931-08-01_1932-02-29", "1932-03-01_1936-12-31"],
        ),
    ],
)
def test_the_name_of_a_period_tells_its_first_and_its_last_day(
    dated: networkx.Graph, form: str, named: list[str]
) -> None:
    assert names(dated, form)[:3] == named


@pytest.mark.parametrize(
    ("form", "found", "said"),
    [
        ("1910,1923,1924-05,1931", {"1923_1924-04", "1931-on"}, "no tie lives in 1910_1922, 1924-05_1930-12"),
        ("year", {"1923", "1931", "1932", "1933", "1937"}, "no tie lives in 1924 to 1930, 1934 to 1936"),
        ("5y", {"1920-1924", "1930-1934", "1935-1939"}, "no tie lives in 1925-1929"),
        ("1923,1931", {"1923_1930", "1931-on"}, ""),
    ],
)
def test_periods_in_which_nothing_lives_are_named(
    dated: networkx.Graph, form: str, found: set[str], said: str
) -> None:
    assert set(names(dated, form)) == found
    assert explain_gaps(dated, form, found) == said


def test_a_tie_of_antiquity_makes_no_thousand_files() -> None:
    graph = networkx.Graph()
    graph.add_edge("Cicero", "Pompey", spells=[("-0061-01-01", "-0050-12-31")])
    graph.add_edge("Volodymyr", "Anna", spells=[("0988-01-01", "0988-12-31")])
    assert names(graph, "year") == ["0988"]


def test_a_network_without_dates_has_no_periods() -> None:
    graph = networkx.Graph()
    graph.add_edge("Balytsky", "Redens", spells=[])
    assert find_periods(graph, "year") == []


def test_a_network_of_the_first_years_begins_with_the_first(dated: networkx.Graph) -> None:
    graph = networkx.Graph()
    graph.add_edge("Tiberius", "Pilate", spells=[("0003-01-01", "0003-12-31")])
    assert find_periods(graph, "5y") == [Period("0000-0004", "0001-01-01", "0004-12-31")]


def test_a_network_without_periods_says_why(dated: networkx.Graph) -> None:
    assert find_periods(dated, "1990,1995") == []
    assert explain(dated, "1990,1995") == "no tie is dated from 1990 on: they live from 1923-09-01 to 1937-05-11"
    undated = networkx.Graph()
    undated.add_edge("Balytsky", "Redens")
    assert explain(undated, "year") == "no tie is dated"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("decade", "no periods 'decade': give year, 5y"),
        ("0y", "a period of no years"),
        ("1933,1931", "not in the order of time"),
        ("1931,1931", "not in the order of time"),
        ("1931-02-30,1933", "'1931-02-30' is no year, month or day"),
        ("", "no periods ''"),
    ],
)
def test_what_is_no_period_is_refused_with_the_known_forms(dated: networkx.Graph, form: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        find_periods(dated, form)


PERSONS = ("Balytsky", "Redens", "Kosior", "Yagoda", "Postyshev", "Lyushkov")
#: Two circles over all years; in 1933 only who links them and those two.
SENTENCES = [
    "1931 Balytsky Redens Kosior", "1932 Balytsky Redens", "1932 Redens Kosior", "1931 Kosior Balytsky",
    "1931 Yagoda Postyshev Lyushkov", "1932 Yagoda Postyshev", "1932 Lyushkov Yagoda", "1932 Lyushkov Postyshev",
    "1933 Kosior Yagoda", "1933 Balytsky Redens",
]  # fmt: skip


@pytest.fixture(scope="module")
def store(make_reading: Callable[..., Reading], make_project: Callable[..., Store]) -> Store:
    """A letter of three years, and a note to it that none but who reads notes sees."""
    names = {
        **{name: (Label.PERSON, name.lower()) for name in PERSONS},
        **{name: (Label.ORG, name.lower()) for name in ("GPU", "NKVD")},
    }
    dates = {year: TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31") for year in ("1931", "1932", "1933")}
    told = [(BlockKind.PROSE, [f"{one} came."]) for one in [*SENTENCES, "1932 Balytsky GPU", "1932 Yagoda GPU"]]
    told.append((BlockKind.NOTE, ["1933 Lyushkov Redens came."]))
    return make_project(make_reading("letter.txt", told, names, dates=dates))


def parts(store: Store, whole: networkx.Graph, form: str = "year") -> dict[str, networkx.Graph]:
    return {period.name: part for period, part in slice_network(store, whole, form)}


def ties(graph: networkx.Graph) -> set[frozenset[str]]:
    return {frozenset(ends) for ends in graph.edges}


def test_periods_need_not_be_told_what_the_whole_was_built_with(store: Store) -> None:
    asked = {"kinds": set(BlockKind), "measures": "degree,strength", "roles": False, "min_weight": 2}
    whole = build_graph(store, **asked)
    assert ties(parts(store, whole)["1933"]) == {frozenset({"balytsky", "redens"})}
    notes = parts(store, build_graph(store, kinds="body,note"))["1933"]
    assert frozenset({"lyushkov", "redens"}) in ties(notes)
    last = parts(store, build_graph(store, since="1932-07"), "5y")["1930-1934"]
    assert (last.graph["since"], last.graph["until"]) == ("1932-07-01", "1934-12-31")


def test_a_time_that_ends_in_the_middle_of_a_period_ends_there_in_it_too(store: Store) -> None:
    whole = build_graph(store, until="1932-06")
    cut = parts(store, whole, "1931,1933")["1931_1932"].graph
    assert (cut["since"], cut["until"]) == ("1931-01-01", "1932-06-30")


def test_periods_of_what_was_cut_out_keep_to_it_and_say_so(store: Store) -> None:
    whole = ego(build_graph(store), "yagoda")
    part = parts(store, whole)["1932"]
    assert set(part) == {"yagoda", "postyshev", "lyushkov"}
    assert part.graph["ego"] == whole.graph["ego"]
    heavy = parts(store, build_graph(store, min_weight=3))["1931"]
    assert (heavy.graph["min_weight"], heavy.graph["whole_min_weight"]) == (1, 3)
    thin = backbone(build_graph(store), 0.4)
    assert all(ties(part) <= ties(thin) for part in parts(store, thin).values())


def test_a_card_has_the_same_place_community_and_colour_in_all_periods(store: Store) -> None:
    whole = build_graph(store)
    series = parts(store, whole)
    assert len({whole.nodes[node]["community"] for node in whole}) == 2
    for part in series.values():
        assert part.graph["communities"] == "of the whole time"
        for node, data in part.nodes(data=True):
            kept = {name: whole.nodes[node][name] for name in ("x", "y", "community", "color")}
            assert kept.items() <= data.items()
            assert data["color"] == group_colour(data["community"])
    # By itself 1933 would have a community for each of its two ties.
    assert series["1933"].nodes["kosior"]["community"] != series["1933"].nodes["yagoda"]["community"]


def test_sizes_and_colours_tell_in_periods_what_they_tell_in_the_whole(store: Store) -> None:
    whole = draw(build_graph(store), size_by="degree", colour_by="kind")
    for part in parts(store, whole).values():
        assert (part.graph["sized_by"], part.graph["coloured_by"]) == ("degree", "kind")
        assert all(data["size"] <= whole.nodes[node]["size"] for node, data in part.nodes(data=True))


def test_a_measure_that_was_taken_later_or_added_by_hand_is_in_the_periods_too(store: Store) -> None:
    whole = build_graph(store, measures=())
    measure(whole, "core")
    networkx.set_node_attributes(whole, 5.0, "fame")
    part = parts(store, draw(whole, size_by="fame"))["1933"]
    assert {data["core"] for _, data in part.nodes(data=True)} == {1}
    assert {data["fame"] for _, data in part.nodes(data=True)} == {5.0}


def test_a_card_has_the_years_of_the_whole_time_in_every_period(
    make_reading: Callable[..., Reading], make_project: Callable[..., Store]
) -> None:
    names = {name: (Label.PERSON, name.lower()) for name in ("Balytsky", "Redens")}
    dates = {year: TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31") for year in ("1931", "1933")}
    said = ["Balytsky was with Redens.", "It was 1931.", "It was 1933."]
    whole = build_graph(make_project(make_reading("letter.txt", [(BlockKind.PROSE, said)], names, dates=dates)))
    periods = parts(make_project(make_reading("letter.txt", [(BlockKind.PROSE, said)], names, dates=dates)), whole)
    assert set(periods) == {"1931", "1933"}
    for part in periods.values():
        assert {data["year_last"] - data["year_first"] for _, data in part.nodes(data=True)} == {2}


def test_a_projection_has_periods_too(store: Store) -> None:
    whole = build_graph(store, two_mode="PERSON-ORG", projection="PERSON")
    assert {name: ties(part) for name, part in parts(store, whole).items()} == {
        "1932": {frozenset({"balytsky", "yagoda"})}
    }


def test_a_network_of_other_making_has_no_periods(store: Store, dated: networkx.Graph) -> None:
    with pytest.raises(ValueError, match="only those of build_graph do"):
        slice_network(store, dated, "year")

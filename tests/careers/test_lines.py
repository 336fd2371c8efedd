"""The holders of an office in order, and what their line leaves open."""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.careers import read_careers
from kartoteka.careers.lines import follows
from kartoteka.store import Store
from kartoteka.types import Modality
from kartoteka.types.careers import Remark, RemarkKind

Make = Callable[..., Store]
GPU = [
    {"holder": "Mantsev", "start": "in March 1922", "end": "on 1 September 1923", "successor": "Balytsky"},
    {"holder": "Balytsky", "start": "on 1 September 1923", "end": "on 25 July 1931"},
    {"holder": "Redens", "start": "on 25 July 1931", "end": "on 20 February 1933"},
]


def remarks(store: Store, *kinds: RemarkKind) -> list[Remark]:
    return [remark for remark in read_careers(store).remarks if remark.kind in kinds]


def test_holders_stand_in_order_of_time_with_what_links_them(make_careers_store: Make) -> None:
    (line,) = read_careers(make_careers_store({"a.txt": list(reversed(GPU))})).lines
    assert [term.person for term in line.terms] == ["mantsev", "balytsky", "redens"]
    assert follows(line.terms[0], line.terms[1]) == "stated"
    assert follows(line.terms[1], line.terms[2]) == "dates"


def test_deputies_and_members_have_no_line(make_careers_store: Make) -> None:
    offices = ["deputy head of the GPU of the Ukrainian SSR", "member of the Central Committee of the CP(B)U"]
    store = make_careers_store(
        {"a.txt": [{"holder": "Karlson", "start": "in 1932", "office": o} for o in offices]}
    )
    assert read_careers(store).lines == ()


def test_what_nobody_states_is_missing(make_careers_store: Make) -> None:
    store = make_careers_store(
        {"a.txt": [{"holder": "Mantsev", "end": "in 1923", "successor": "Balytsky"}, GPU[1]]}
    )
    found = [
        (str(remark.kind), remark.term.person)
        for remark in remarks(
            store, RemarkKind.NO_START, RemarkKind.NO_END, RemarkKind.NO_PREDECESSOR, RemarkKind.NO_SUCCESSOR
        )
    ]
    assert sorted(found) == [
        ("predecessor not known", "mantsev"),
        ("start not stated", "mantsev"),
        ("successor not known", "balytsky"),
    ]


def test_two_holders_at_once_overlap(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [
                {"holder": "Redens", "start": "on 25 July 1931", "end": "on 20 February 1933"},
                {"holder": "Balytsky", "start": "on 25 November 1932", "end": "in July 1934"},
            ]
        }
    )
    (found,) = remarks(store, RemarkKind.OVERLAP)
    assert (found.term.person, found.since, found.until) == ("redens", "1932-11-25", "1933-02-20")
    assert found.detail == "87 days at least"


def test_nothing_between_two_holders_is_a_gap_or_where_the_one_followed_the_other_a_vacancy(
    make_careers_store: Make,
) -> None:
    earlier = {"holder": "Liubchenko", "start": "in 1934", "end": "on 30 August 1937"}
    later = {"holder": "Korotchenko", "start": "on 21 February 1938"}
    (gap,) = remarks(make_careers_store({"a.txt": [earlier, later]}), RemarkKind.GAP, RemarkKind.VACANCY)
    assert (gap.kind, gap.since, gap.until) == (RemarkKind.GAP, "1937-08-30", "1938-02-21")
    told = later | {"predecessor": "Liubchenko"}
    (vacancy,) = remarks(make_careers_store({"a.txt": [earlier, told]}), RemarkKind.GAP, RemarkKind.VACANCY)
    assert vacancy.kind is RemarkKind.VACANCY


def test_dates_that_may_touch_leave_no_gap(make_careers_store: Make) -> None:
    store = make_careers_store(
        {"a.txt": [{"holder": "Mantsev", "end": "in 1923"}, {"holder": "Balytsky", "start": "in September 1923"}]}
    )
    assert remarks(store, RemarkKind.GAP, RemarkKind.VACANCY, RemarkKind.OVERLAP) == []


def test_an_acting_holder_is_named(make_careers_store: Make) -> None:
    store = make_careers_store({"a.txt": [{"holder": "Redens", "start": "in 1931", "acting": True}]})
    assert [remark.term.person for remark in remarks(store, RemarkKind.ACTING)] == ["redens"]


def test_a_term_beyond_the_years_of_its_body_is_remarked_whatever_the_post(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [
                {
                    "holder": "Petrenko",
                    "start": "in 1940",
                    "office": "deputy head of the GPU of the Ukrainian SSR",
                },
                {"holder": "Redens", "start": "in 1931"},
            ]
        }
    )
    (found,) = remarks(store, RemarkKind.LIFETIME)
    assert found.term.person == "petrenko"
    assert found.detail.startswith("GPU of the Ukrainian SSR existed until 1934")


def test_the_heads_of_one_body_are_one_line_under_whatever_title(make_careers_store: Make) -> None:
    other = "chairman of the State Political Directorate of the Ukrainian SSR"
    store = make_careers_store({"a.txt": [GPU[0], GPU[1] | {"office": other}, GPU[2]]})
    (line,) = read_careers(store).lines
    assert [term.person for term in line.terms] == ["mantsev", "balytsky", "redens"]


def test_the_same_name_of_two_times_is_two_bodies(make_careers_store: Make) -> None:
    office = "People's Commissar for Internal Affairs of the Ukrainian SSR"
    store = make_careers_store(
        {
            "a.txt": [
                {"holder": "Balytsky", "start": "in March 1924", "end": "in December 1930", "office": office},
                {"holder": "Leplevsky", "start": "in June 1937", "end": "in January 1938", "office": office},
            ]
        }
    )
    assert [[term.person for term in line.terms] for line in read_careers(store).lines] == [
        ["balytsky"],
        ["leplevsky"],
    ]
    assert remarks(store, RemarkKind.GAP, RemarkKind.LIFETIME) == []


def test_what_a_third_may_fill_is_no_gap(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [
                {"holder": "Balytsky", "start": "in 1923", "end": "in July 1931"},
                {"holder": "Redens"},
                {"holder": "Leplevsky", "start": "in 1934"},
            ]
        }
    )
    assert remarks(store, RemarkKind.GAP, RemarkKind.VACANCY) == []


def test_an_undated_holder_stands_before_his_stated_successor(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [
                {"holder": "Balytsky", "start": "on 8 May 1933", "predecessor": "Deribas"},
                {"holder": "Deribas", "successor": "Balytsky"},
            ]
        }
    )
    (line,) = read_careers(store).lines
    assert [term.person for term in line.terms] == ["deribas", "balytsky"]


def test_open_dates_tell_no_succession(make_careers_store: Make) -> None:
    store = make_careers_store(
        {"a.txt": [{"holder": "Mantsev", "end": "in 1923"}, {"holder": "Balytsky", "start": "by 1933"}]}
    )
    (line,) = read_careers(store).lines
    assert follows(line.terms[0], line.terms[1]) == ""


def test_who_bore_the_title_alone_is_in_no_line(make_careers_store: Make) -> None:
    store = make_careers_store({"a.txt": [{"holder": "Redens", "start": "in 1931", "honorary": True}]})
    assert read_careers(store).lines == ()


def test_a_neighbours_term_implies_one_where_nothing_is_stated(make_careers_store: Make) -> None:
    implied = {"holder": "Redens", "start": "on 25 July 1931", "modality": Modality.IMPLIED}
    store = make_careers_store({"a.txt": [GPU[1], implied]})
    assert [(term.person, term.implied) for term in read_careers(store).terms] == [
        ("balytsky", False),
        ("redens", True),
    ]

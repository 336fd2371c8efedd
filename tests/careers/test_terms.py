"""Which statements are of one term, and what their terms say together."""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.careers import read_careers
from kartoteka.store import Store
from kartoteka.types.careers import Term

Make = Callable[..., Store]


def terms(store: Store) -> list[Term]:
    return list(read_careers(store).terms)


def test_statements_that_agree_within_their_precision_are_one_term(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Redens", "start": "in 1931", "end": "on 20 February 1933"}],
            "b.txt": [{"holder": "Redens", "start": "on 25 July 1931"}],
            "c.txt": [{"holder": "Redens"}],
        }
    )
    (term,) = terms(store)
    assert term.start == ("1931-07-25", "1931-07-25")
    assert term.end == ("1933-02-20", "1933-02-20")
    assert term.documents == ("a.txt", "b.txt", "c.txt")


def test_a_second_term_in_the_same_post_stays_a_second_one(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Balytsky", "start": "on 1 September 1923", "end": "on 25 July 1931"}],
            "b.txt": [{"holder": "Balytsky", "start": "in February 1933"}],
            "c.txt": [{"holder": "Balytsky", "end": "in July 1934"}],
        }
    )
    first, second = terms(store)
    assert (first.start[0], first.end[1], first.documents) == ("1923-09-01", "1931-07-25", ("a.txt",))
    assert (second.start[0], second.end[1], second.documents) == ("1933-02-01", "1934-07-31", ("b.txt", "c.txt"))


def test_another_post_is_another_term_even_at_the_same_time(make_careers_store: Make) -> None:
    office = "People's Commissar for Internal Affairs of the Ukrainian SSR"
    store = make_careers_store(
        {
            "a.txt": [
                {"holder": "Balytsky", "start": "in 1924", "end": "in 1930"},
                {"holder": "Balytsky", "start": "in 1924", "end": "in 1930", "office": office},
                {"holder": "Balytsky", "start": "in 1924", "end": "in 1930", "office": f"deputy {office}"},
            ]
        }
    )
    assert sorted(term.title for term in terms(store)) == sorted(
        ["head of the GPU of the Ukrainian SSR", office, f"deputy {office}"]
    )


def test_undated_statements_of_a_post_held_twice_are_given_to_neither_term(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Balytsky", "start": "in 1923", "end": "in 1931"}],
            "b.txt": [{"holder": "Balytsky", "start": "in 1933", "end": "in 1934"}],
            "c.txt": [{"holder": "Balytsky"}],
        }
    )
    assert [term.documents for term in terms(store)] == [("a.txt",), ("b.txt",), ("c.txt",)]


def test_the_same_statements_give_the_same_terms_in_any_order(make_careers_store: Make) -> None:
    stated = {
        "a.txt": [{"holder": "Redens", "start": "in 1931"}],
        "b.txt": [{"holder": "Redens", "end": "in 1933"}],
        "c.txt": [{"holder": "Redens", "start": "in 1931", "end": "in 1934"}],
    }
    backwards = dict(reversed(stated.items()))
    ours, theirs = terms(make_careers_store(stated)), terms(make_careers_store(backwards))
    assert [(t.start, t.end, t.documents) for t in ours] == [(t.start, t.end, t.documents) for t in theirs]

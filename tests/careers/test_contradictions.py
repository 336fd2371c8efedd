"""Which statements cannot both be right: compared with their precision, both sides kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kartoteka.careers import read_careers
from kartoteka.dates import read_dates
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Modality, Reading, Tenure
from kartoteka.types.careers import Conflict, Contradiction

Make = Callable[..., Store]


def contradictions(store: Store) -> list[Contradiction]:
    return list(read_careers(store).contradictions)


def test_april_contradicts_the_eighth_of_may(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "box.txt": [{"holder": "Balytsky", "start": "in April 1937", "end": "in July 1937"}],
            "prose.txt": [{"holder": "Balytsky", "start": "on 8 May 1937"}],
        }
    )
    (found,) = contradictions(store)
    assert (found.kind, found.apart) == (Conflict.START, 8)
    assert [one.tenure.document for one in found.left] == ["box.txt"]
    assert [one.tenure.document for one in found.right] == ["prose.txt"]


def test_a_year_season_or_bound_that_a_day_refines_contradicts_nothing(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Balytsky", "start": "in 1937"}],
            "b.txt": [{"holder": "Balytsky", "start": "in spring 1937"}],
            "c.txt": [{"holder": "Balytsky", "start": "no later than June 1937"}],
            "d.txt": [{"holder": "Balytsky", "start": "on 8 May 1937"}],
        }
    )
    assert contradictions(store) == []


def test_what_agrees_with_both_sides_takes_neither(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Balytsky", "start": "in April 1937"}],
            "b.txt": [{"holder": "Balytsky", "start": "on 8 May 1937"}],
            "c.txt": [{"holder": "Balytsky", "start": "in spring 1937"}],
            "d.txt": [{"holder": "Balytsky", "start": "in May 1937"}],
        }
    )
    (found,) = contradictions(store)
    assert {one.tenure.document for one in found.left} == {"a.txt"}
    assert {one.tenure.document for one in found.right} == {"b.txt", "d.txt"}


def test_an_end_within_another_statements_term_contradicts_its_end(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Kosior", "start": "in July 1928", "end": "in January 1938"}],
            "b.txt": [{"holder": "Kosior", "end": "in November 1937"}],
        }
    )
    assert [(found.kind, found.apart) for found in contradictions(store)] == [(Conflict.END, 32)]


def test_two_terms_of_one_post_contradict_nothing(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Balytsky", "start": "in 1923", "end": "in July 1931"}],
            "b.txt": [{"holder": "Balytsky", "start": "in February 1933", "end": "in 1934"}],
        }
    )
    assert contradictions(store) == []


def test_a_term_that_ends_before_it_begins_contradicts_itself(make_careers_store: Make) -> None:
    store = make_careers_store({"a.txt": [{"holder": "Redens", "start": "in 1933", "end": "in 1931"}]})
    assert [found.kind for found in contradictions(store)] == [Conflict.ORDER]


def test_two_predecessors_contradict_each_other(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Redens", "start": "in July 1931", "predecessor": "Balytsky"}],
            "b.txt": [{"holder": "Redens", "start": "in 1931", "predecessor": "Mantsev"}],
        }
    )
    (found,) = contradictions(store)
    assert (found.kind, found.apart) == (Conflict.PREDECESSOR, 0)


@pytest.mark.parametrize("modality", [Modality.PREVENTED, Modality.REFUSED])
def test_a_post_that_was_never_taken_up_contradicts_one_that_was_held(
    make_careers_store: Make, modality: Modality
) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Balytsky", "start": "in April 1937", "end": "in July 1937"}],
            "b.txt": [{"holder": "Balytsky", "start": "in spring 1937", "modality": modality}],
            "c.txt": [{"holder": "Balytsky", "start": "in 1920", "modality": modality}],
        }
    )
    (found,) = contradictions(store)
    assert found.kind is Conflict.HELD
    assert [one.tenure.document for one in found.right] == ["b.txt"]


def test_a_proposal_contradicts_nothing(make_careers_store: Make) -> None:
    store = make_careers_store(
        {
            "a.txt": [{"holder": "Balytsky", "start": "in February 1933"}],
            "b.txt": [{"holder": "Balytsky", "start": "in August 1932", "modality": Modality.PROPOSED}],
        }
    )
    assert contradictions(store) == []


def test_a_text_that_has_a_post_given_and_never_taken_up_does_not_contradict_itself(
    make_careers_store: Make,
) -> None:
    store = make_careers_store(
        {
            "a.txt": [
                {"holder": "Balytsky", "start": "in spring 1937", "end": "on 19 June 1937"},
                {"holder": "Balytsky", "start": "in spring 1937", "modality": Modality.PREVENTED},
            ]
        }
    )
    assert contradictions(store) == []


def test_a_vague_date_hides_no_contradiction(make_careers_store: Make) -> None:
    dates = ["on 15 December 1931", "on 1 March 1932", "in winter 1931", "in 1932"]
    store = make_careers_store({f"{n}.txt": [{"holder": "Redens", "start": d}] for n, d in enumerate(dates)})
    (found,) = contradictions(store)
    assert (found.kind, found.apart) == (Conflict.START, 77)


def test_that_somebody_was_succeeded_says_only_that_he_had_gone(
    make_project: Callable[..., Store], make_reading: Callable[..., Reading]
) -> None:
    text = "In March 1927 Skrypnyk succeeded Shumsky as People's Commissar for Education of the Ukrainian SSR."
    office = "People's Commissar for Education of the Ukrainian SSR"
    march, february = (read_dates(f"in {month} 1927", "en")[0].span for month in ("March", "February"))
    names = {n: (Label.PERSON, n.lower()) for n in ("Skrypnyk", "Shumsky")} | {office: (Label.OFFICE, "office")}

    def tenure(document: str, who: str, **more: object) -> Tenure:
        return Tenure(document, f"{document}/{who}", office, f"{document}/office", passage=(0, len(text)), **more)  # type: ignore[arg-type]

    succession = [
        tenure("a.txt", "skrypnyk", start=march, predecessor="a.txt/shumsky"),
        tenure("a.txt", "shumsky", end=march, successor="a.txt/skrypnyk"),
    ]
    dismissal = [tenure("b.txt", "shumsky", end=february)]
    store = make_project(
        *(
            make_reading(name, [(BlockKind.PROSE, [text])], names, tenures=stated)
            for name, stated in (("a.txt", succession), ("b.txt", dismissal))
        )
    )
    assert contradictions(store) == []

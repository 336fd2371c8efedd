"""Which offices each card held, in order, with the passages that say so."""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.careers import read_careers
from kartoteka.network.held import held_offices
from kartoteka.store import Store
from kartoteka.types import Modality

Make = Callable[..., Store]
HEAD = "head of the GPU of the Ukrainian SSR"
COMMISSAR = "people's commissar of internal affairs of the Ukrainian SSR"


def test_the_offices_of_a_person_stand_in_order_of_time(make_stated: Make) -> None:
    store = make_stated(
        {
            "a.txt": [
                {"holder": "Balytsky", "office": "plenipotentiary in Kyiv"},
                {"holder": "Balytsky", "office": COMMISSAR, "start": "on 15 July 1934"},
                {"holder": "Balytsky", "start": "on 1 September 1923", "end": "in July 1931"},
            ]
        }
    )
    first, second, undated = held_offices(read_careers(store))["balytsky"]
    assert (first.title, first.office) == (HEAD, HEAD.lower())
    assert (first.start, first.end) == (("1923-09-01", "1923-09-01"), ("1931-07-01", "1931-07-31"))
    assert (second.title, second.start, second.end) == (COMMISSAR, ("1934-07-15", "1934-07-15"), (None, None))
    assert (undated.title, undated.start) == ("plenipotentiary in Kyiv", (None, None))


def test_each_office_is_quoted_from_the_first_document_that_states_it(make_stated: Make) -> None:
    store = make_stated(
        {
            "b.txt": [{"holder": "Redens", "start": "in 1931"}],
            "a.txt": [{"holder": "Redens", "start": "in July 1931"}],
        }
    )
    (held,) = held_offices(read_careers(store))["redens"]
    assert held.passage is not None
    assert held.passage.document == "a.txt"
    text = store.document("a.txt").text
    assert (
        held.passage.text == text[held.passage.start : held.passage.end] == f"Redens: {HEAD}; start in July 1931."
    )


def test_an_acting_holder_is_marked(make_stated: Make) -> None:
    store = make_stated({"a.txt": [{"holder": "Karlson", "acting": True}, {"holder": "Redens"}]})
    found = held_offices(read_careers(store))
    assert [held.acting for held in (*found["karlson"], *found["redens"])] == [True, False]


def test_what_was_refused_proposed_or_borne_as_a_title_was_not_held(make_stated: Make) -> None:
    store = make_stated(
        {
            "a.txt": [
                {"holder": "Chubar", "modality": Modality.REFUSED},
                {"holder": "Zatonsky", "modality": Modality.PROPOSED},
                {"holder": "Kosior", "honorary": True},
                {"holder": "Leplevsky", "designate": True},
                {"holder": "Mantsev", "modality": Modality.IMPLIED},
            ]
        }
    )
    assert list(held_offices(read_careers(store))) == ["mantsev"]

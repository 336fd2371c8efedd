"""Posts named without their holder, and whom the tenures let infer."""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.careers import read_careers
from kartoteka.store import Store

Make = Callable[..., Store]
OFFICE = "head of the GPU of the Ukrainian SSR"
GPU = [
    {"holder": "Balytsky", "start": "on 1 September 1923", "end": "on 25 July 1931"},
    {"holder": "Redens", "start": "on 25 July 1931", "end": "on 20 February 1933"},
]


def meant(store: Store) -> list[tuple[str, str, str]]:
    return [(r.passage.document, r.passage.text, r.term.person) for r in read_careers(store).roles]


def test_who_held_the_post_on_the_day_is_meant(make_careers_store: Make) -> None:
    letter = f"On 12 March 1932 the {OFFICE} wrote to Moscow."
    assert meant(make_careers_store({"a.txt": GPU}, {"a.txt": letter})) == [("a.txt", OFFICE, "redens")]


def test_nobody_is_inferred_without_a_day_or_for_a_day_of_two_holders(make_careers_store: Make) -> None:
    undated, year = f"The {OFFICE} wrote to Moscow.", f"In 1933 the {OFFICE} wrote to Moscow."
    assert meant(make_careers_store({"a.txt": GPU}, {"a.txt": undated})) == []
    assert meant(make_careers_store({"a.txt": GPU}, {"a.txt": year})) == []


def test_nobody_is_inferred_where_another_may_have_come_before_the_day(make_careers_store: Make) -> None:
    letter = f"On 12 March 1932 the {OFFICE} wrote to Moscow."
    later = {"holder": "Karlson", "start": "in January 1932"}
    earlier = {"holder": "Mantsev", "start": "in 1922"}
    assert meant(make_careers_store({"a.txt": [*GPU, later]}, {"a.txt": letter})) == []
    assert meant(make_careers_store({"a.txt": [*GPU, earlier]}, {"a.txt": letter})) == [
        ("a.txt", OFFICE, "redens")
    ]


def test_another_name_of_the_post_means_its_holder_too(make_careers_store: Make) -> None:
    letter = "On 12 March 1932 the chairman of the OGPU in Ukraine wrote to Moscow."
    store = make_careers_store({"a.txt": GPU}, {"a.txt": letter}, {"chairman of the OGPU in Ukraine"})
    assert meant(store) == [("a.txt", "chairman of the OGPU in Ukraine", "redens")]


def test_a_bare_chief_is_anybodys(make_careers_store: Make) -> None:
    letter = "On 12 March 1932 the chairman of the GPU wrote to Moscow."
    assert meant(make_careers_store({"a.txt": GPU}, {"a.txt": letter}, {"chairman of the GPU", "chairman"})) == []

"""A post named without its holder counts as its holder where the tenures tell who held it."""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.network import build_graph
from kartoteka.store import Store

HEAD = "head of the GPU of the Ukrainian SSR"
POST = "secretary of the Central Committee of the KP(b)U"
STATED = [
    {"holder": "Redens", "start": "on 25 July 1931", "end": "on 20 February 1933"},
    {"holder": "Kosior", "office": POST, "start": "in 1928", "end": "in 1938"},
]
LETTER = f"On 12 March 1932 the {HEAD} wrote to Kosior."


def project(make: Callable[..., Store], letter: str = LETTER) -> Store:
    return make({"a.txt": STATED}, letter, (HEAD,), "12 March 1932")


def test_a_tie_that_a_post_alone_makes_is_marked_and_quotes_the_post(make_stated: Callable[..., Store]) -> None:
    tie = build_graph(project(make_stated)).edges["kosior", "redens"]
    assert (tie["count"], tie["inferred"], tie["spells"]) == (1, 1, [("1932-03-12", "1932-03-12")])
    assert [passage.text for passage in tie["passages"]] == [LETTER]


def test_posts_count_only_where_they_are_asked_to(make_stated: Callable[..., Store]) -> None:
    assert not build_graph(project(make_stated), roles=False).edges


def test_where_the_holder_is_named_too_nothing_is_inferred(make_stated: Callable[..., Store]) -> None:
    letter = LETTER[:-1] + ", as Redens said."
    tie = build_graph(project(make_stated, letter)).edges["kosior", "redens"]
    assert (tie["count"], "inferred" in tie) == (1, False)


def test_a_named_passage_is_quoted_before_an_inferred_one(make_stated: Callable[..., Store]) -> None:
    letter = LETTER + " Redens and Kosior agreed."
    tie = build_graph(project(make_stated, letter), window="tokens:20", quotations=1).edges["kosior", "redens"]
    assert tie["inferred"] < tie["count"]
    assert "Redens" in tie["passages"][0].text

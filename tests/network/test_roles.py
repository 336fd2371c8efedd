"""Where a post stands for its holder."""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.careers import read_careers
from kartoteka.network.roles import role_appearances
from kartoteka.store import Store

Make = Callable[..., Store]
HEAD = "head of the GPU of the Ukrainian SSR"
GPU = [
    {"holder": "Balytsky", "start": "on 1 September 1923", "end": "on 25 July 1931"},
    {"holder": "Redens", "start": "on 25 July 1931", "end": "on 20 February 1933"},
]


def test_a_post_named_on_a_day_is_an_appearance_of_who_held_it(make_stated: Make) -> None:
    letter = f"On 12 March 1932 the {HEAD} wrote to Kosior."
    store = make_stated({"a.txt": GPU}, letter, (HEAD,), "12 March 1932")
    ((document, block, sentence, start, end, card),) = role_appearances(read_careers(store))
    assert (document, card) == ("a.txt", "redens")
    assert store.document(document).text[start:end] == HEAD
    meant = next(mention for mention in store.mentions(document) if mention.start == start)
    assert (block, sentence) == (meant.block, meant.sentence) == (1, 2)


def test_without_a_day_a_post_is_nobodys_appearance(make_stated: Make) -> None:
    store = make_stated({"a.txt": GPU}, f"The {HEAD} wrote to Kosior.", (HEAD,))
    assert list(role_appearances(read_careers(store))) == []


def test_a_holder_without_a_card_appears_nowhere(make_stated: Make) -> None:
    letter = f"On 12 March 1932 the {HEAD} wrote to Kosior."
    store = make_stated({"a.txt": GPU}, letter, (HEAD,), "12 March 1932")
    store.set_resolution((), (card for card in list(store.entities()) if card.id != "redens"))
    careers = read_careers(store)
    assert careers.roles
    assert list(role_appearances(careers)) == []

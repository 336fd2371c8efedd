"""What a card is called follows from what its documents call the person first and oftenest."""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.reconcile import reconcile
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Reading

Make = Callable[..., Reading]


def test_who_is_introduced_by_a_name_is_called_so(make_reading: Make) -> None:
    text = "Дмитро Клячківський був командиром. Клим Савур загинув. Клим Савур мав псевдо."
    names = dict.fromkeys(("Дмитро Клячківський", "Клим Савур"), (Label.PERSON, "one"))
    with Store() as store:
        store.put(make_reading("a", [(BlockKind.PROSE, [text])], names, lang="uk"), "print")
        reconcile(store)
        assert [card.name for card in store.entities()] == ["Дмитро Клячківський"]


def test_a_civil_name_told_once_is_not_the_card(make_reading: Make) -> None:
    text = "Boris Kozelsky headed it. Kozelskii, whose real name was Bernard Golovanivsky, died."
    names = dict.fromkeys(("Boris Kozelsky", "Kozelskii", "Bernard Golovanivsky"), (Label.PERSON, "one"))
    with Store() as store:
        store.put(make_reading("a", [(BlockKind.PROSE, [text])], names), "print")
        reconcile(store)
        assert [card.name for card in store.entities()] == ["Boris Kozelsky"]

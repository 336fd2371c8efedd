"""What a card is called follows from what its documents call the person first and oftenest."""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.reconcile import NAMES, reconcile
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


def test_a_line_says_how_many_persons_the_convention_could_not_call(make_reading: Make) -> None:
    def told(document: str, name: str, lang: str) -> Reading:
        return make_reading(document, [(BlockKind.PROSE, [f"{name}."])], {name: (Label.PERSON, name)}, lang=lang)

    with Store() as store:
        store.put(told("a", "Nikolai Yezhov", "en"), "print")
        store.put(told("b", "Всеволод Балицький", "uk"), "print")
        assert reconcile(store) == ()
        store.set_setting(NAMES, "uk-national")
        line = "1 of 2 persons could not be called by uk-national: no text spells them so"
        assert reconcile(store) == (line,)
        store.put(told("c", "Вячеслав Молотов", "ru"), "print")
        assert reconcile(store) == (line.replace("1 of 2", "2 of 3"),) == reconcile(store, anew=True)
        store.remove("a")
        assert reconcile(store) == (line,)

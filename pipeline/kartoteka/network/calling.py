"""Cards by their names: in any spelling, script and case, with those that come near, and where they are to be had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kartoteka.languages import languages, nominative
from kartoteka.languages.phrases import nominative_phrase
from kartoteka.network.wording import KINDS
from kartoteka.romanization import fold

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.store.store import Store

#: Cards by the sounds of their names, in the order in which they were given.
Index = Mapping[str, Mapping[Hashable, None]]

_NEAREST = 3
#: Names less alike than this are of others: "Lyushkin" is near Lyushkov, "Napoleon" near nobody called Karlson.
_NEAR = 0.65


def index_names(cards: Iterable[tuple[Hashable, Iterable[str]]]) -> Index:
    """The cards by the sounds of their names."""
    sounding: dict[str, dict[Hashable, None]] = defaultdict(dict)
    for card, names in cards:
        for name in names:
            sounding[_sound(name)][card] = None
    return dict(sounding)


def called(index: Index, name: str) -> list[Hashable]:
    """The cards of this name; where there are none, those of the name of which it is a case ("Балицького")."""
    if _sound(name) in index:
        return list(index[_sound(name)])
    sounds = dict.fromkeys(_sound(form) for form in _nominatives(name))
    return list(dict.fromkeys(card for sound in sounds for card in index.get(sound, ())))


def nearest(index: Index, name: str) -> list[Hashable]:
    """The few cards whose names come near to this one, the nearest first."""
    alike = get_close_matches(_sound(name), index, n=4 * _NEAREST, cutoff=_NEAR)
    return list(dict.fromkeys(card for sound in alike for card in index[sound]))[:_NEAREST]


def explain_absence(store: Store, graph: Graph, name: str) -> str:
    """Why a network lacks the card of this id or name that the project has, in words; "" where the project has none."""
    cards = {card.id: card for card in store.entities()}
    index = index_names((card.id, (card.name, *card.variants)) for card in cards.values())
    found = [cards[str(one)] for one in ([name] if name in cards else called(index, name))]
    if not found:
        return ""
    told = graph.graph
    kinds = [told["projection"]] if told.get("projection") else told.get("labels", [])
    if any(card.label in kinds for card in found):
        return f"{name} has no tie in this network"
    word = KINDS[found[0].label][0]
    what = f"{name} is {'an' if word[0] in 'aeiou' else 'a'} {word}"
    if told.get("two_mode"):
        return f"{what}, and this network has none"
    return f"{what}: add {found[0].label} to labels"


def _nominatives(name: str) -> Iterator[str]:
    """What the name can be in the form of the dictionary, in each language."""
    for lang in languages():
        yield nominative(name, lang)
        yield nominative_phrase(name, lang)


def _sound(name: str) -> str:
    """A name by its sounds, one without letters as it is."""
    return fold(name) or name.casefold()

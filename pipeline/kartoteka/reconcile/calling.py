"""Which persons the project's convention for names could not call, as far as the texts spell them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from kartoteka.names import ATTESTED
from kartoteka.names.display.conventions import person_called
from kartoteka.reconcile.entities import Spellings, attested
from kartoteka.store import Store
from kartoteka.types import Entity, Label, Referent

#: The setting that remembers these persons, each by a referent of the card.
_OTHERWISE = "called otherwise"


def called_otherwise(
    cards: Iterable[Entity], referents: Iterable[Referent], spellings: Spellings, convention: str
) -> frozenset[str]:
    """The first referent of each of these persons who keeps the attested name under a convention."""
    if convention == ATTESTED:
        return frozenset()
    known = {referent.id: referent for referent in referents}
    found = set()
    for card in (card for card in cards if card.label is Label.PERSON):
        counts, first, languages = attested([known[one] for one in card.referents], spellings)
        if not person_called(convention, counts, languages, first):
            found.add(min(card.referents))
    return frozenset(found)


def tell(store: Store, new: Collection[str], chosen: Collection[str], convention: str) -> list[str]:
    """One line: how many persons of the project the convention could not call; none where it could call all.

    `new` are those among the `chosen` referents; the others are remembered.
    """
    before = json.loads(store.settings().get(_OTHERWISE, "[]"))
    persons = [card for card in store.entities() if card.label is Label.PERSON and convention != ATTESTED]
    standing = {min(card.referents) for card in persons}
    found = sorted(standing & {*new, *(one for one in before if one not in chosen)})
    store.set_setting(_OTHERWISE, json.dumps(found) if found else "")
    if not found:
        return []
    return [f"{len(found)} of {len(persons)} persons could not be called by {convention}: no text spells them so"]

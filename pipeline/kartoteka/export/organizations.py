"""The institutions with their years, and which continued which: Cheka, GPU, OGPU, NKVD as one line of four cards.

Columns, version 1: id and name of the card; known_as (key in the table of institutions); kind; territory; from and to
(years of existence, empty where unknown or still there); predecessors and successors (ids of cards, joined by " | ").
A body that no text names is passed over in its line: its own predecessor then stands for it. Only cards whose
institution the table knows; in order of the first year, then by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter
from kartoteka.names.bodies.gazetteers import gazetteer, identify, listed
from kartoteka.types import Entity, Label

if TYPE_CHECKING:
    from kartoteka.store.store import Store

TABLE = "organizations"
COLUMNS = ("id", "name", "known_as", "kind", "territory", "from", "to", "predecessors", "successors")


def rows(store: Store) -> Iterator[Row]:
    """One row a card of a known institution."""
    cards = _cards(store)
    before = {body: _nearest(body, cards) for body in cards}
    after: dict[str, list[str]] = defaultdict(list)
    for body, earlier in before.items():
        for one in earlier:
            after[one].append(body)
    for body in sorted(cards, key=lambda key: (gazetteer(TABLE)[key].columns["from"] or "9999", cards[key].name)):
        columns, card = gazetteer(TABLE)[body].columns, cards[body]
        facts = (columns["kind"], columns["territory"], columns["from"], columns["to"])
        yield card.id, card.name, body, *facts, _ids(before[body], cards), _ids(after[body], cards)


def _cards(store: Store) -> dict[str, Entity]:
    """The card of each known institution; of several the one that is mentioned most."""
    found: dict[str, Entity] = {}
    for card in sorted(store.entities(), key=lambda card: (card.mentions, card.id)):
        known = identify(TABLE, card.name) if card.label is Label.ORG else frozenset()
        if len(known) == 1:
            found[min(known)] = card
    return found


def _nearest(body: str, cards: Mapping[str, Entity]) -> tuple[str, ...]:
    """The bodies with cards that an institution continued, through those without."""
    found: list[str] = []
    for earlier in listed(gazetteer(TABLE)[body].columns["before"]):
        found += [earlier] if earlier in cards else _nearest(earlier, cards)
    return tuple(dict.fromkeys(found))


def _ids(bodies: tuple[str, ...] | list[str], cards: Mapping[str, Entity]) -> tuple[str, ...]:
    return tuple(cards[body].id for body in bodies)


_TABLE = Table("organizations", "institutions with their years and what they continued", COLUMNS, "store", rows)
ORGANIZATIONS_CSV = replace(csv_exporter(_TABLE), standard=False)
ORGANIZATIONS_JSONL = jsonl_exporter(_TABLE)

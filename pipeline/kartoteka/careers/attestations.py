"""Every stated tenure of a project with its cards, its post understood, and the days that it allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kartoteka.careers.limits import limits
from kartoteka.names import compare, keys, parse_office
from kartoteka.names.gazetteers import identify
from kartoteka.types import Entity, Label, Modality, OfficeName, Tenure, Verdict
from kartoteka.types.careers import Attestation

if TYPE_CHECKING:
    from kartoteka.store.store import Store


def attestations(store: Store, modalities: Iterable[Modality] = (Modality.HELD,)) -> list[Attestation]:
    """The tenures of a project, by document and place, whose holder is known; only those of the modalities.

    A tenure that a verb tells ("headed the GPU") has no office of its own: it goes to the office card whose name
    says the same, if there is exactly one.
    """
    wanted = frozenset(modalities)
    cards = Cards(store)
    stated = sorted(store.tenures(), key=tenure_order)
    return [_attestation(t, cards) for t in stated if t.modality in wanted and t.holder]


def tenure_order(tenure: Tenure) -> tuple[str, int, int, str, str]:
    """A key that brings tenures into the order of documents and places."""
    return tenure.document, *tenure.passage, tenure.office, tenure.holder


def _attestation(tenure: Tenure, cards: Cards) -> Attestation:
    name, org = parse_office(tenure.office), cards.of(tenure.org)
    return Attestation(
        tenure,
        cards.of(tenure.holder),
        cards.of(tenure.office_id) if tenure.office_id else cards.office(tenure.office),
        name,
        org,
        cards.body(name, org),
        cards.of(tenure.predecessor),
        cards.of(tenure.successor),
        limits(tenure.start),
        limits(tenure.end),
        limits(tenure.attested),
    )


class Cards:
    """The cards of a project: of each referent, of offices by what their names say, of known institutions."""

    def __init__(self, store: Store) -> None:
        self._of = store.entity_of()
        self._bodies = {entity.id: _known(entity.name) for entity in store.entities(Label.ORG)}
        self._by_key: dict[str, list[Entity]] = {}
        self._found: dict[str, str] = {}
        for entity in store.entities(Label.OFFICE):
            for key in sorted({key for name in entity.variants for key in keys(Label.OFFICE, name)}):
                self._by_key.setdefault(key, []).append(entity)

    def of(self, referent: str) -> str:
        """The card of a referent; its own id where it stands on none yet."""
        return self._of.get(referent, referent)

    def body(self, name: OfficeName, org: str) -> str:
        """The institution that a post belongs to, by the post's own words, else by the card beside it."""
        return min(name.orgs) if len(name.orgs) == 1 else self._bodies.get(org, "")

    def office(self, words: str) -> str:
        """The id of the one card whose name says the same post as these words, "" where none or several do."""
        if words not in self._found:
            found = {entity.id for entity in self._alike(words)}
            self._found[words] = found.pop() if len(found) == 1 else ""
        return self._found[words]

    def _alike(self, words: str) -> Iterator[Entity]:
        for key in keys(Label.OFFICE, words):
            for entity in self._by_key.get(key, ()):
                if compare(Label.OFFICE, words, entity.name).verdict is Verdict.SAME:
                    yield entity


def _known(name: str) -> str:
    found = identify("organizations", name)
    return min(found) if len(found) == 1 else ""

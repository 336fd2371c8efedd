"""Every stated tenure of a project with its cards, its post understood, and the days that it allows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from kartoteka.careers.lifetimes import body_of_time
from kartoteka.dates.limits import limits
from kartoteka.names import compare, keys, parse_office
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.names.offices import same_post
from kartoteka.types import Entity, Label, Modality, OfficeName, Tenure, TimeSpan, Verdict
from kartoteka.types.careers import Attestation, Term

if TYPE_CHECKING:
    from kartoteka.store.store import Store


def attestations(store: Store) -> list[Attestation]:
    """The tenures of a project, by document and place, whose holder is known.

    A tenure that a verb tells ("headed the GPU") has no office of its own: it goes to the office card whose name
    says the same, if there is exactly one. That somebody was succeeded in March 1927 says that he had gone by then.
    """
    cards = Cards(store)
    stated = sorted(store.tenures(), key=tenure_order)
    began = {(t.holder, t.passage, t.start) for t in stated if t.start}
    return [_attestation(t, cards, began) for t in stated if t.holder]


def with_modality(stated: Iterable[Attestation], *modalities: Modality) -> list[Attestation]:
    """The statements of these modalities, in their order."""
    return [one for one in stated if one.tenure.modality in modalities]


def unstated(implied: Iterable[Attestation], terms: Iterable[Term]) -> list[Attestation]:
    """What follows of neighbours of whose post nothing is stated."""
    held: dict[str, list[Term]] = {}
    for term in terms:
        held.setdefault(term.person, []).append(term)
    return [one for one in implied if not any(same_post(one.name, term.name) for term in held.get(one.person, ()))]


def tenure_order(tenure: Tenure) -> tuple[str, int, int, str, str]:
    """A key that brings tenures into the order of documents and places."""
    return tenure.document, *tenure.passage, tenure.office, tenure.holder


def _attestation(
    tenure: Tenure, cards: Cards, began: Collection[tuple[str, tuple[int, int], TimeSpan | None]]
) -> Attestation:
    name, org = parse_office(tenure.office), cards.of(tenure.org)
    start, end, at = limits(tenure.start), limits(tenure.end), limits(tenure.attested)
    if any((tenure.successor, place, tenure.end) in began for place in (tenure.passage, *tenure.further)):
        end = (None, end[1])
    return Attestation(
        tenure,
        cards.of(tenure.holder),
        cards.of(tenure.office_id) if tenure.office_id else cards.office(tenure.office),
        name,
        org,
        body_of_time(cards.body(name, org), (start, end, at)),
        cards.of(tenure.predecessor),
        cards.of(tenure.successor),
        start,
        end,
        at,
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
        return min(name.orgs) if len(name.orgs) == 1 and not name.possible else self._bodies.get(org, "")

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

"""Put divided referents into a project in place of those that were read, and let posts and lives follow them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kartoteka.reconcile.dividing import Parts
from kartoteka.store import Store
from kartoteka.types import Life, Mention, Reading, Referent, Tenure


@dataclass(frozen=True, slots=True)
class Homes:
    """Where the mentions of divided referents went.

    `part_of` gives the part of each mention (by id), by the id of the referent as read; `placed` are its mentions in
    the order of the text.
    """

    part_of: Mapping[str, Mapping[str, str]]
    placed: Mapping[str, Sequence[Mention]]


def divided(referents: Iterable[Referent], parts: Parts) -> list[Referent]:
    """Referents as they were read, each that was divided in its parts."""
    return [part for one in referents for part in parts.get(one.id, (one,))]


def put_in(store: Store, parts: Parts) -> None:
    """Have each text of a project speak of these parts, and every other one of what was read in it.

    A text that speaks of the same as before is left alone.
    """
    wanted = {whole[0].document for whole in parts.values()}
    for document in sorted(wanted | store.parted()):
        reading = store.reading(document)
        store.part(follow(reading, {one.id: parts[one.id] for one in reading.referents if one.id in parts}))


def follow(reading: Reading, parts: Parts) -> Reading:
    """A reading with these referents divided: each post and life is that of the part whose mention states it."""
    homes = Homes(
        {
            whole: {mention: part.id for part in found for mention in part.mentions}
            for whole, found in parts.items()
        },
        {
            whole: [one for one in reading.mentions if any(one.id in part.mentions for part in found)]
            for whole, found in parts.items()
        },
    )
    return replace(
        reading,
        referents=tuple(divided(reading.referents, parts)),
        tenures=tuple(_tenure(one, homes) for one in reading.tenures),
        lives=tuple(_life(one, homes) for one in reading.lives),
    )


def _tenure(tenure: Tenure, homes: Homes) -> Tenure:
    end = tenure.passage[1]
    holder = _whose(tenure.holder, tenure.evidence, end, homes)

    def other(referent: str) -> str:
        return _whose(referent, tenure.evidence, end, homes, holder)

    return replace(
        tenure,
        holder=holder,
        office_id=other(tenure.office_id),
        org=other(tenure.org),
        place=other(tenure.place),
        predecessor=other(tenure.predecessor),
        successor=other(tenure.successor),
        appointer=other(tenure.appointer),
    )


def _life(life: Life, homes: Homes) -> Life:
    return replace(life, person=_whose(life.person, life.evidence, 0, homes))


def _whose(referent: str, evidence: Sequence[str], end: int, homes: Homes, holder: str = "") -> str:
    """The part that is meant where a referent as read was: that of a mention in evidence, else of the last before.

    Nobody is his own neighbour in office: the `holder` comes last.
    """
    if referent not in homes.part_of:
        return referent
    part_of = homes.part_of[referent]
    found = [part_of[mention] for mention in evidence if mention in part_of]
    found += _before(homes.placed[referent], end, part_of)
    others = [part for part in found if part != holder]
    return (others or found or [referent])[0]


def _before(placed: Sequence[Mention], end: int, part_of: Mapping[str, str]) -> Iterator[str]:
    """The parts named before this place, the last first."""
    return (part_of[one.id] for one in reversed(placed) if one.end <= end)

"""What follows from tenures over the whole project: terms, contradictions, remarks, and who was meant by a post."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kartoteka.types.cards import Passage
from kartoteka.types.kinds import Modality
from kartoteka.types.offices import OfficeName
from kartoteka.types.text import Tenure

#: The first and last ISO day on which something can have happened; None is open or unknown.
Limits = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Attestation:
    """One statement of a tenure with the cards it speaks of ("" where it names none), its post understood.

    `office` is the office's card or, where the passage has no office mention ("headed the GPU"), the card whose name
    says the same. `body` is the key of the institution in the table of them. `start` and `end` are the days that the
    statement allows, `at` those on which it has the post held where it tells neither.
    """

    tenure: Tenure
    person: str
    office: str
    name: OfficeName
    org: str = ""
    body: str = ""
    predecessor: str = ""
    successor: str = ""
    start: Limits = (None, None)
    end: Limits = (None, None)
    at: Limits = (None, None)


@dataclass(frozen=True, slots=True)
class Term:
    """One person's one term in one post, as several statements attest it.

    `start` and `end` are the days that all its statements allow, or, where they contradict each other, all the days
    that any of them does. `predecessors` and `successors` are the cards stated, the most often stated first.
    """

    person: str
    office: str
    title: str
    name: OfficeName
    attestations: tuple[Attestation, ...]
    org: str = ""
    body: str = ""
    start: Limits = (None, None)
    end: Limits = (None, None)
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that attest it, in the alphabet's order."""
        return tuple(sorted({a.tenure.document for a in self.attestations}))

    @property
    def at(self) -> Limits:
        """A day on which it was held for certain, of the first statement that gives one."""
        return next((one.at for one in self.attestations if one.at != (None, None)), (None, None))

    @property
    def acting(self) -> bool:
        """Whether every statement calls its holder acting."""
        return all(a.tenure.acting for a in self.attestations)

    @property
    def titular(self) -> bool:
        """Whether its holder bore the title alone, or was only designated."""
        return all(a.tenure.honorary or a.tenure.designate for a in self.attestations)

    @property
    def implied(self) -> bool:
        """Whether it only follows from what is stated of a neighbour."""
        return all(a.tenure.modality is Modality.IMPLIED for a in self.attestations)


class Conflict(StrEnum):
    """In what two statements contradict each other."""

    START = "start"
    END = "end"
    ORDER = "order"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides that cannot both be right, each with the statements that take it.

    `apart` is how many days lie between the two dates at least, 0 where the conflict is none of dates.
    """

    kind: Conflict
    term: Term
    left: tuple[Attestation, ...]
    right: tuple[Attestation, ...]
    apart: int = 0


class RemarkKind(StrEnum):
    """What is missing or doubtful in the line of an office's holders."""

    NO_START = "start not stated"
    NO_END = "end not stated"
    NO_PREDECESSOR = "predecessor not known"
    NO_SUCCESSOR = "successor not known"
    OVERLAP = "overlap"
    GAP = "gap"
    VACANCY = "vacancy"
    ACTING = "acting"
    LIFETIME = "outside lifetime"


@dataclass(frozen=True, slots=True)
class Line:
    """The holders of one office in order, the undated ones last."""

    office: str
    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What the line of an office's holders leaves open: about a term, or between it and the `other` that follows.

    `since` and `until` are the days it concerns; `detail` says it in words.
    """

    kind: RemarkKind
    term: Term
    other: Term | None = None
    since: str | None = None
    until: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RoleReading:
    """A post named without its holder, and who held it on the day that the passage speaks of: inferred, not stated.

    `passage` is the mention of the post, `since` and `until` bound the day, `date` is the expression that gives it,
    `term` the tenure that says so. `block` and `sentence` are the mention's.
    """

    passage: Passage
    date: str
    since: str
    until: str
    term: Term
    block: int = 0
    sentence: int = 0

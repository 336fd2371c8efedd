"""What the name of a post says: its role, its rank, whose post it is and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: How a post can be held other than in full, or no longer; a field each of `OfficeName` and `Tenure`.
STANDINGS = ("acting", "former", "designate", "honorary")


class OfficeRank(StrEnum):
    """Where a post stands in its body, from the top; the order of the members is the order of the ranks."""

    HEAD = "head"
    DEPUTY = "deputy"
    ASSISTANT = "assistant"
    SECRETARY = "secretary"
    MEMBER = "member"
    CANDIDATE = "candidate"
    STAFF = "staff"

    @property
    def order(self) -> int:
        """0 for a head, more the lower the rank."""
        return list(OfficeRank).index(self)


class OfficeKind(StrEnum):
    """A post is held in a body or a land; ranks and decorations are borne wherever their bearer serves."""

    POST = "post"
    RANK = "rank"
    DECORATION = "decoration"


@dataclass(frozen=True, slots=True)
class OfficeName:
    """What the name of a post says, whatever language, case and abbreviation it is written in.

    `role` is a key of models/offices/roles.toml ("" where the head word is not known), of a deputy or assistant the
    role of their superior; `ordinal` is first, second, third …, general or ""; `field` a key of
    models/offices/fields.toml. `orgs` are ids of gazetteers/organizations.tsv, `possible` the other bodies that
    bear the abbreviation used; `places` are ids of gazetteers/places.tsv, `abroad` the one that a post is sent
    to ("ambassador of Poland in Ukraine"). `rest` are the other words of the complement: keys of
    models/offices/words.toml, numbers, and folded spellings of what no table knows. `named` says that one of
    these is a name.
    """

    role: str = ""
    rank: OfficeRank = OfficeRank.STAFF
    ordinal: str = ""
    field: str = ""
    orgs: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    abroad: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()
    named: bool = False
    acting: bool = False
    former: bool = False
    designate: bool = False
    honorary: bool = False
    kind: OfficeKind = OfficeKind.POST

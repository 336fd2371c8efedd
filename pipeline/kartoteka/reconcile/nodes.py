"""What is compared: referents of exactly the same names count as one unless a person spoke of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kartoteka.reconcile.decisions import Settlement
from kartoteka.reconcile.evidence import Likeness, rules, vouches
from kartoteka.types import Referent


@dataclass(frozen=True, slots=True)
class Node:
    """Referents that stay together whatever comes, by id.

    `faces` are their names, the fullest first; a second face is there where a person joined referents of other
    names. `bare` nodes have surnames alone, or whatever else does not tell its bearer. `decided` says that a
    person spoke of them.
    """

    referents: tuple[Referent, ...]
    faces: tuple[tuple[str, ...], ...]
    bare: bool
    decided: bool = False

    @property
    def id(self) -> str:
        """The smallest id among the referents: unique, and the same in whatever order they came."""
        return self.referents[0].id

    @property
    def documents(self) -> frozenset[str]:
        """The documents that it is named in."""
        return frozenset(referent.document for referent in self.referents)


def gather(referents: Iterable[Referent], settlement: Settlement, alike: Likeness) -> list[Node]:
    """The nodes of one label's referents, by id."""
    groups: dict[tuple[str, ...], list[Referent]] = {}
    for referent in sorted(referents, key=lambda one: one.id):
        group = settlement.group.get(referent.id)
        key = ("names", *face(referent, alike)) if group is None else ("decided", group)
        groups.setdefault(key, []).append(referent)
    return sorted((_node(key, group, alike) for key, group in groups.items()), key=lambda node: node.id)


def face(referent: Referent, alike: Likeness) -> tuple[str, ...]:
    """The names by which a referent is compared: those that tell their bearer or, without any, all of them.

    The fullest comes first, the others in alphabetical order, so that equal sets of names make equal faces.
    """
    names = [referent.name, *sorted(set(referent.names) - {referent.name})]
    telling = [name for name in names if vouches(name, alike)]
    return tuple((telling or names)[: rules().compared_names])


def _node(key: tuple[str, ...], referents: Sequence[Referent], alike: Likeness) -> Node:
    faces = tuple(sorted({face(referent, alike) for referent in referents}))
    telling = tuple(one for one in faces if vouches(one[0], alike))
    return Node(tuple(referents), telling or faces, not telling, key[0] == "decided")

"""What is compared: referents of exactly the same names count as one unless a person told them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kartoteka.reconcile.decisions import Settlement
from kartoteka.reconcile.evidence import Likeness, rules, vouches
from kartoteka.types import Label, Referent, Verdict


@dataclass(frozen=True, slots=True)
class Node:
    """Referents that stay together whatever comes, by id.

    `faces` are their names, the fullest first; a second face is there where a person joined referents of other
    names. `bare` nodes have surnames alone, or whatever else does not tell its bearer. `decided` says that a
    person joined them. `listed` ones hold an entry of an authority file, a referent of no document; `anchor` is
    the first in the alphabet of the names that documents bear, "" for an entry alone.
    """

    referents: tuple[Referent, ...]
    faces: tuple[tuple[str, ...], ...]
    bare: bool
    decided: bool = False
    listed: bool = False
    anchor: str = ""

    @property
    def id(self) -> str:
        """The smallest id among the referents: unique, and the same in whatever order they came."""
        return self.referents[0].id

    @property
    def documents(self) -> frozenset[str]:
        """The documents that it is named in."""
        return frozenset(referent.document for referent in self.referents if referent.document)


def gather(referents: Iterable[Referent], settlement: Settlement, alike: Likeness) -> list[Node]:
    """The nodes of one label's referents, by id."""
    groups: dict[tuple[str, ...], list[Referent]] = {}
    ordered = sorted(referents, key=lambda one: one.id)
    named = Counter((one.document, name) for one in ordered for name in face(one, alike))
    for referent in ordered:
        group = settlement.group.get(referent.id)
        if group is not None:
            key: tuple[str, ...] = ("decided", group)
        elif referent.document:
            # Namesakes of whom a person said different things are compared one by one.
            names = face(referent, alike)
            # Of whom their own document tells apart though they bear one name, each stands alone.
            apart = [referent.id] if any(named[referent.document, name] > 1 for name in names) else []
            key = ("names", *settlement.marks.get(referent.id, ()), *apart, "", *names)
        else:
            key = ("listed", referent.id)
        groups.setdefault(key, []).append(referent)
    return sorted((_node(key, group, alike) for key, group in groups.items()), key=lambda node: node.id)


def parted(nodes: Sequence[Node], settlement: Settlement) -> frozenset[tuple[int, int]]:
    """The pairs of nodes, by number and both ways round, that a person told apart."""
    told = settlement.marks.keys()
    number_of = {one.id: number for number, node in enumerate(nodes) for one in node.referents if one.id in told}
    found: set[tuple[int, int]] = set()
    for lefts, rights in settlement.apart:
        left, right = ({number_of[one] for one in side if one in number_of} for side in (lefts, rights))
        found |= {(a, b) for one, other in ((left, right), (right, left)) for a in one for b in other if a != b}
    return frozenset(found)


def face(referent: Referent, alike: Likeness) -> tuple[str, ...]:
    """The names by which a referent is compared: those that tell their bearer or, without any, all of them.

    The fullest comes first, the others in alphabetical order, so that equal sets of names make equal faces.
    """
    names = [referent.name, *sorted(set(referent.names) - {referent.name})]
    telling = [name for name in names if vouches(name, alike) and not _is_called(name, names)]
    return tuple((telling or names)[: rules().compared_names])


def _is_called(name: str, names: Sequence[str]) -> bool:
    """Whether a name is the given name and patronymic of one of the others: without the surname it tells nothing."""
    from kartoteka.names.persons.courtesy import is_called

    return any(is_called(name, fuller) for fuller in names)


def _node(key: tuple[str, ...], referents: Sequence[Referent], alike: Likeness) -> Node:
    attested = sorted({one for referent in referents if referent.document for one in _own(referent, alike)})
    listed = {(name,) for referent in referents if not referent.document for name in referent.names}
    told = _telling(attested, alike) if attested else ()
    faces = (*told, *sorted(listed - set(told)))
    anchor = min((name for one in told for name in one), default="")
    bare = not any(vouches(one[0], alike) for one in faces)
    return Node(tuple(referents), faces, bare, key[0] != "names", bool(listed), anchor)


def _own(referent: Referent, alike: Likeness) -> list[tuple[str, ...]]:
    """The face of a referent, and one of each full name that its document gives a person besides: a nom de guerre."""
    names = face(referent, alike)
    if referent.label is not Label.PERSON:
        return [names]
    others = [name for name in names[1:] if _another(names[0], name, alike)]
    return [tuple(name for name in names if name not in others), *((name,) for name in others)]


def _another(name: str, other: str, alike: Likeness) -> bool:
    """Whether a full name of the same person has another surname than the fullest one; another given name alone
    is rather a slip."""
    from kartoteka.names import parse_name
    from kartoteka.names.persons.given import patronymic_gender

    parts = parse_name(other)
    full = bool(parts.given and parts.surname) and not patronymic_gender(parts.surname)
    surnames = parse_name(name).surname, parts.surname
    return (
        full
        and all(surnames)
        and all(alike(one, two).verdict is Verdict.DIFFERENT for one, two in ((name, other), surnames))
    )


def _telling(faces: Sequence[tuple[str, ...]], alike: Likeness) -> tuple[tuple[str, ...], ...]:
    """Those that tell their bearer; all of them where none does."""
    return tuple(one for one in faces if vouches(one[0], alike)) or tuple(faces)

"""Part namesakes: referents of one name whom their times tell apart are not one node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from kartoteka.reconcile.circumstances import Circumstances, of_all, opposed
from kartoteka.reconcile.nodes import Node
from kartoteka.types import Referent


def part(nodes: Iterable[Node], known: Mapping[str, Circumstances]) -> list[Node]:
    """The nodes by id, those in pieces that hold referents who cannot be one person.

    What a person decided stays whole. Referents of whom nothing tells which of the namesakes they are make a node
    of their own, which may join one of them or none.
    """
    parted = (piece for node in nodes for piece in _pieces(node, known))
    return sorted(parted, key=lambda node: node.id)


def _pieces(node: Node, known: Mapping[str, Circumstances]) -> Iterator[Node]:
    told = [one for one in node.referents if one.id in known and known[one.id].dated]
    at_odds = {
        referent.id
        for one, other in combinations(told, 2)
        if opposed(known[one.id], known[other.id]) is not None
        for referent in (one, other)
    }
    if node.decided or not at_odds:
        yield node
        return
    groups: list[list[Referent]] = []
    for referent in (one for one in told if one.id in at_odds):
        fitting = (
            group for group in groups if opposed(of_all((r.id for r in group), known), known[referent.id]) is None
        )
        group = next(fitting, None)
        if group is None:
            groups.append([referent])
        else:
            group.append(referent)
    groups.append([referent for referent in node.referents if referent.id not in at_odds])
    yield from (replace(node, referents=tuple(group)) for group in groups if group)

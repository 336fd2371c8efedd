"""Who held one post, whenever that was: heads of one body under whatever title, deputies, assistants, secretaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from kartoteka.names.offices import tells
from kartoteka.network.statements import alternating
from kartoteka.network.ties.days import days_of, joined, lasted
from kartoteka.types import Label, OfficeKind, OfficeRank
from kartoteka.types.careers import Line, Term
from kartoteka.types.network import Found, Ground, TieKind

if TYPE_CHECKING:
    from kartoteka.careers import Careers
    from kartoteka.store.store import Store

#: Posts that pass from hand to hand beside the heads'. A seat in an assembly, or a place on a staff, is none.
_PASSED_ON = frozenset({OfficeRank.DEPUTY, OfficeRank.ASSISTANT, OfficeRank.SECRETARY})


def find_posts(careers: Careers, most: int) -> Found:
    """The pairs of persons who held one post, a ground a post, dated by both their terms.

    A post that its words do not tell from others ("the deputy") ties nobody, nor does one that more than `most`
    persons held; the latter are named.
    """
    names = post_name(careers.store)
    shared: list[tuple[str, Sequence[Term]]] = [(names(line), line.terms) for line in careers.lines]
    shared += [(names(terms[0]), terms) for terms in _passed_on(careers.terms)]
    grounds: list[Ground] = []
    crowded: list[str] = []
    for post, terms in shared:
        by_person: dict[str, list[Term]] = defaultdict(list)
        for term in terms:
            by_person[term.person].append(term)
        if len(by_person) > most:
            crowded.append(post)
            continue
        pairs = combinations(sorted(by_person), 2)
        grounds += [_ground(post, by_person[one], by_person[other]) for one, other in pairs]
    return grounds, crowded


def post_name(store: Store) -> Callable[[Term | Line], str]:
    """Gives the name of a post's card, else the words of its fullest statement."""
    names = {entity.id: entity.name for entity in store.entities(Label.OFFICE)}
    return lambda post: names.get(post.office, post.title)


def _passed_on(terms: Sequence[Term]) -> list[list[Term]]:
    """The terms of each post that is no head's."""
    posts: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        name = term.name
        if term.office and name.rank in _PASSED_ON and name.kind is OfficeKind.POST and tells(name):
            posts[term.office] += [] if term.titular else [term]
    return [posts[office] for office in sorted(posts) if posts[office]]


def _ground(post: str, mine: Sequence[Term], theirs: Sequence[Term]) -> Ground:
    spells = joined(lasted(days_of(term)) for term in (*mine, *theirs))
    own, other = ([one.tenure for term in terms for one in term.attestations] for terms in (mine, theirs))
    passages = alternating(own, other)
    return Ground(TieKind.SAME_OFFICE, mine[0].person, theirs[0].person, post, spells, passages)

"""Who held one post, whenever that was: heads of one body under whatever title, deputies, assistants, secretaries.

Two of whom one followed the other in that post are tied by the succession alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from kartoteka.careers.terms import time_order
from kartoteka.dates.limits import OPEN, days_in_words
from kartoteka.names import parse_office
from kartoteka.names.offices import same_post, tells
from kartoteka.network.statements import telling
from kartoteka.network.ties.days import contested, days_of, joined, together
from kartoteka.types import Label, OfficeKind, OfficeRank
from kartoteka.types.careers import Line, Term
from kartoteka.types.network import Found, Ground, TieKind

if TYPE_CHECKING:
    from kartoteka.careers import Careers
    from kartoteka.store.store import Store

#: Posts that pass from hand to hand beside the heads'. A seat in an assembly, or a place on a staff, is none.
_PASSED_ON = frozenset({OfficeRank.DEPUTY, OfficeRank.ASSISTANT, OfficeRank.SECRETARY})


def find_posts(careers: Careers, most: int, successions: Iterable[Ground]) -> Found:
    """The pairs of persons who held one post, a ground a post, dated by the days on which both certainly held it.

    `terms` tell who held it when. A post that its words do not tell from others ("the deputy") ties nobody, nor does
    one that more than `most` persons held; the latter are named. Nor are those tied once more of whom one followed the
    other in the post (`successions`).
    """
    names, cards = post_name(careers.store), {entity.id: entity.name for entity in careers.store.entities()}
    followed: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in successions:
        followed[frozenset((one.source, one.target))].append(one.detail)
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
        pairs = ((by_person[one], by_person[other]) for one, other in combinations(sorted(by_person), 2))
        grounds += [_ground(post, *pair, cards) for pair in pairs if not _followed(post, *pair, followed)]
    return grounds, crowded


def _followed(
    post: str, mine: Sequence[Term], theirs: Sequence[Term], followed: Mapping[frozenset[str], Sequence[str]]
) -> bool:
    """Whether one of two followed the other in a post, by whatever name of it."""
    told = followed.get(frozenset((mine[0].person, theirs[0].person)), ())
    names = [term.name for term in (*mine, *theirs)]
    return any(other == post or same_post(parse_office(other), name) for other in told for name in names)


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


def _ground(post: str, mine: Sequence[Term], theirs: Sequence[Term], cards: Mapping[str, str]) -> Ground:
    spells = joined(spell for one in mine for other in theirs for spell in together(days_of(one), days_of(other)))
    told = [telling(one.tenure for term in terms for one in term.attestations) for terms in (mine, theirs)]
    return Ground(
        TieKind.SAME_OFFICE,
        mine[0].person,
        theirs[0].person,
        post,
        spells,
        mine=told[0],
        theirs=told[1],
        terms="; ".join(_when(terms, cards.get(terms[0].person, "")) for terms in (mine, theirs)),
    )


def _when(terms: Sequence[Term], name: str) -> str:
    """Who held a post when: "Redens 1931-07-25–1933-02-20"; a question mark for what is not known."""
    told = dict.fromkeys(_term(term) for term in sorted(terms, key=time_order))
    return f"{name} {', '.join(told)}".strip()


def _term(term: Term) -> str:
    at = term.at if (term.start, term.end) == (OPEN, OPEN) else OPEN
    days = days_in_words(at) or "–".join(days_in_words(side) or "?" for side in (term.start, term.end))
    disputed = contested(one.start for one in term.attestations) or contested(one.end for one in term.attestations)
    return days + " (acting)" * term.acting + " (contested)" * disputed

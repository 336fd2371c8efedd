"""Who followed whom in a post: as texts state it, and as the dates of a post of one seat have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from kartoteka.careers.lines import HANDING_OVER, follows
from kartoteka.dates.limits import OPEN, apart, common, key, known, precedes
from kartoteka.names.offices import same_post, tells
from kartoteka.network.statements import Namings, naming, namings, stretches, telling
from kartoteka.network.ties.days import Spell, contested, handover
from kartoteka.network.ties.posts import post_name
from kartoteka.types.careers import Attestation, Limits, Line, Term
from kartoteka.types.network import Found, Ground, TieKind

if TYPE_CHECKING:
    from kartoteka.careers import Careers


@dataclass(frozen=True, slots=True)
class _Stated:
    """A statement that names a neighbour of a term's holder, and the terms that this neighbour had in such a post."""

    term: Term
    one: Attestation
    neighbour: str
    theirs: tuple[Term, ...]
    #: Whether the neighbour came before the holder.
    before: bool


def find_successions(careers: Careers) -> Found:
    """The successions that a passage states, then those that only dates have.

    A stated one is left out where the dates of both have them in the other order. Of a post that is anybody's ("the
    secretary"), which may have been read into the sentence, it is believed only where a passage names both and the
    dates of both are not far apart. Dates alone speak where no text names another neighbour of either, and nobody else
    may have come between.
    """
    names = post_name(careers.store)
    stated = [one for one in _stated(careers) if _in_order(one)]
    vague = {card for one in stated if not tells(one.term.name) for card in _ends(one)}
    places = namings(careers.store, vague) if vague else {}
    sure = [s for s in stated if tells(s.term.name) or (_names_both(s, places) and not _far_apart(s))]
    grounds = [_ground(one, names(_fullest(one))) for one in sure]
    for line in careers.lines:
        grounds += _by_dates(line, names(line))
    return grounds, []


def _stated(careers: Careers) -> Iterator[_Stated]:
    held: dict[str, list[Term]] = defaultdict(list)
    for term in careers.terms:
        if not term.titular:
            held[term.person].append(term)
    for term in (term for terms in held.values() for term in terms):
        for one in term.attestations:
            for neighbour, before in ((one.predecessor, True), (one.successor, False)):
                if neighbour:
                    theirs = (other for other in held.get(neighbour, ()) if same_post(other.name, term.name))
                    yield _Stated(term, one, neighbour, tuple(theirs), before)


def _ends(stated: _Stated) -> tuple[str, str]:
    """The predecessor and the successor."""
    holder, neighbour = stated.term.person, stated.neighbour
    return (neighbour, holder) if stated.before else (holder, neighbour)


def _names_both(stated: _Stated, places: Namings) -> bool:
    return any(naming(stretch, _ends(stated), places) > 1 for stretch in stretches(stated.one.tenure))


def _in_order(stated: _Stated) -> bool:
    """Whether the dates leave it possible that the one came before the other."""
    term, theirs = stated.term, stated.theirs
    if stated.before:
        return not theirs or not all(precedes(term.start, other.start) for other in theirs)
    return not theirs or not all(precedes(other.start, term.start) for other in theirs)


def _far_apart(stated: _Stated) -> bool:
    """Whether the predecessor had gone long before the successor came, or long after."""
    term, theirs = stated.term, stated.theirs
    dates = [(other.end, term.start) if stated.before else (term.end, other.start) for other in theirs]
    known_dates = [pair for pair in dates if known(pair[0]) and known(pair[1])]
    return bool(known_dates) and all(apart(*pair) > HANDING_OVER for pair in known_dates)


def _fullest(stated: _Stated) -> Term:
    """The term whose post's name tells it from others, where the neighbour's does and the holder's does not."""
    telling = [term for term in (stated.term, *stated.theirs) if tells(term.name)]
    return telling[0] if telling else stated.term


def _ground(stated: _Stated, post: str) -> Ground:
    """A succession as one passage states it, beside what is said of both terms."""
    own, others = (
        telling(one.tenure for term in terms for one in term.attestations)
        for terms in ((stated.term,), _neighbouring(stated) or stated.theirs)
    )
    mine, theirs = (others, own) if stated.before else (own, others)
    days, said = _days(stated), telling([stated.one.tenure])
    spells = (days,) if days else ()
    return Ground(
        TieKind.SUCCESSION, *_ends(stated), post, spells, said, mine, theirs, contested=_contested(stated)
    )


def _days(stated: _Stated) -> Spell | None:
    """The days of the handing over by the end of the one term and the start of the other, as far as they are known."""
    own, near = _own(stated), _neighbouring(stated)
    if stated.before:
        return handover(near[0].end if len(near) == 1 else OPEN, own)
    return handover(own, near[0].start) if len(near) == 1 else handover(OPEN, own)


def _neighbouring(stated: _Stated) -> list[Term]:
    """The neighbour's terms that may have ended, or begun, when the holder's began, or ended, or nearly.

    Whoever left in February made place for who came in March.
    """
    own = _own(stated)
    about = own[0] or own[1], own[1] or own[0]
    dates = [(other, other.end if stated.before else other.start) for other in stated.theirs]
    fitting = [
        (apart(date, about), other) for other, date in dates if known(date) and apart(date, own) < HANDING_OVER
    ]
    return [other for days, other in fitting if days == min(fitting, key=itemgetter(0))[0]]


def _own(stated: _Stated) -> Limits:
    """When the holder's term began, or ended: as the statement has it, which is what is quoted, and others bear out."""
    one, term = stated.one, stated.term
    said, whole = (one.start, term.start) if stated.before else (one.end, term.end)
    return common((said, whole)) if known(said) else whole


def _contested(stated: _Stated) -> bool:
    """Whether the statement leaves the day to others, which tell different ones."""
    said = [one.start if stated.before else one.end for one in stated.term.attestations]
    own = stated.one.start if stated.before else stated.one.end
    return not known(own) and contested(said)


def _by_dates(line: Line, post: str) -> Iterator[Ground]:
    preceded = {person for term in line.terms for person in term.predecessors}
    followed = {person for term in line.terms for person in term.successors}
    for one, other in pairwise(line.terms):
        stated = one.successors or other.predecessors or one.person in preceded or other.person in followed
        if one.person == other.person or stated or follows(one, other) != "dates":
            continue
        if not any(_may_stand_between(third, one, other) for third in line.terms):
            ends = [a.tenure for a in one.attestations if known(a.end)]
            starts = [a.tenure for a in other.attestations if known(a.start)]
            days = handover(one.end, other.start)
            spells, mine, theirs = (days,) if days else (), telling(ends), telling(starts)
            yield Ground(TieKind.SUCCESSION, one.person, other.person, post, spells, mine=mine, theirs=theirs)


def _may_stand_between(third: Term, earlier: Term, later: Term) -> bool:
    """Whether a third holder may have had the post after the one and before the other."""
    if third.person in (earlier.person, later.person):
        return False
    gone, left = third.end[1], earlier.end[1]
    came, began = third.start[0], later.start[0]
    return not (gone and left and key(gone) <= key(left)) and not (came and began and key(came) >= key(began))

"""Divide what the reading of one text took for one where a person says that it is two."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kartoteka.reconcile.evidence import Likeness, remembering, rules, vouches
from kartoteka.reconcile.meaning import Register, fold, meant, spelled
from kartoteka.types import Decision, Label, Mention, Referent, Ruling, Side, Verdict

#: The parts of each divided referent, by its id; the first keeps the id.
Parts = Mapping[str, tuple[Referent, ...]]

_RANK = {Verdict.SAME: 2, Verdict.UNSURE: 1, Verdict.DIFFERENT: 0}


@dataclass(frozen=True, slots=True)
class Claim:
    """One of the two that a referent is divided into: what it is called, and folded words that name it in the text."""

    spelling: str
    words: frozenset[str] = frozenset()


def divide(decisions: Iterable[Decision], known: Register) -> Parts:
    """The parts of every referent that decisions divide; `known` holds the referents as they were read.

    "different" divides who bears both spellings, "unknown" and "ignore" whoever is called otherwise and bears a
    spelling that cannot be another form of that name. What was undone divides nobody. The order of the decisions
    makes no difference.
    """
    found: dict[str, tuple[Referent, ...]] = {}
    for decision in sorted((one for one in decisions if not one.undone), key=_order):
        for whole in divisible(decision, known):
            pieces = found.get(whole.id, (whole,))
            parts = tuple(part for piece in pieces for part in _divided(decision, piece, known))
            if len(parts) > len(pieces):
                found[whole.id] = parts
    return found


def divisible(decision: Decision, known: Register) -> list[Referent]:
    """The referents that a decision may divide.

    Two names of which one may be a form of the other ("Kosior", "Stanislav Kosior") are told apart where there are
    such people first of all; only where the shorter one is nobody else's, its bearers are divided.
    """
    if decision.ruling is Ruling.SAME:
        return []
    if decision.ruling is not Ruling.DIFFERENT:
        (side,) = decision.sides
        return spelled(known, decision, side)
    left, right = ({one.id: one for one in meant(known, decision, side).referents} for side in decision.sides)
    both = [left[identity] for identity in sorted(left.keys() & right.keys())]
    if not both or contradict(decision):
        return both
    needed = shorter(decision)
    own = (left.keys(), right.keys())
    return both if any(own[n] <= own[1 - n] for n in needed) else []


def contradict(decision: Decision) -> bool:
    """Whether the two names of a decision "different" cannot be one person's anyway."""
    left, right = (side.spelling for side in decision.sides)
    return _likeness(decision.label)(left, right).verdict is Verdict.DIFFERENT


def shorter(decision: Decision) -> list[int]:
    """Which sides of a decision "different" do not tell their bearer while the other does; both where neither is so."""
    alike = _likeness(decision.label)
    bare = [n for n, side in enumerate(decision.sides) if not vouches(side.spelling, alike)]
    return bare if len(bare) == 1 else [0, 1]


def _likeness(label: Label) -> Likeness:
    from kartoteka.names import compare

    return remembering(compare, label)


def _order(decision: Decision) -> tuple[object, ...]:
    """Decisions by what they say, whenever they were made."""
    sides = sorted((fold(side.spelling), side.document) for side in decision.sides)
    return decision.ruling, decision.label, sides, decision.beside


def _divided(decision: Decision, piece: Referent, known: Register) -> Sequence[Referent]:
    alike = _likeness(decision.label)
    claims = [_claim(side, piece) for side in decision.sides]
    if len(claims) == 1:
        if alike(claims[0].spelling, piece.name).verdict is not Verdict.DIFFERENT:
            return [piece]
        claims.append(Claim(piece.name))
    own = [one for one in known.mentions(piece.document) if one.id in set(piece.mentions)]
    exact = {_exact(mention, claims) for mention in own}
    if not {0, 1} <= exact:
        return [piece]
    return _parts(piece, own, claims, alike)


def _claim(side: Side, piece: Referent) -> Claim:
    return Claim(side.spelling, frozenset(fold(words) for where, words in side.places if where == piece.document))


def _parts(
    piece: Referent, own: Sequence[Mention], claims: Sequence[Claim], alike: Likeness
) -> Sequence[Referent]:
    """The part that keeps the id, with all that may be either's, and the part that is the other's alone."""
    staying = _fitting(piece.name, claims, alike)
    if staying is None:  # the one that tells its bearer, else the first that the text names
        telling = [n for n in (0, 1) if vouches(claims[n].spelling, alike)]
        first = next(n for n in (_exact(one, claims) for one in own) if n is not None)
        staying = telling[0] if len(telling) == 1 else first
    moving = 1 - staying
    moved = [one for one in own if _home(one, claims, alike) == moving]
    left = {one.id for one in own} - {one.id for one in moved}
    named = {one.name for one in own}
    loose = {name for name in piece.names if name not in named}
    gone = {name for name in loose if _fitting(name, claims, alike) == moving}
    text = f"{piece.id}\0{fold(claims[moving].spelling)}"
    identity = hashlib.sha256(text.encode()).hexdigest()[:16]
    stays = _part(piece, piece.id, [one for one in own if one.id in left], loose - gone)
    return [stays, _part(piece, identity, moved, gone)]


def _part(piece: Referent, identity: str, own: Sequence[Mention], loose: Iterable[str]) -> Referent:
    """A referent of these mentions, and of names that it has without them, called by the fullest."""
    named = {one.name for one in own} | set(loose)
    names = [name for name in piece.names if name in named] or sorted(named)
    name = piece.name if piece.name in names else min(names, key=lambda one: _short(piece.label, one))
    mentions = {one.id for one in own}
    return replace(
        piece,
        id=identity,
        name=name,
        names=(name, *(one for one in names if one != name)),
        mentions=tuple(one for one in piece.mentions if one in mentions),
    )


def _short(label: Label, name: str) -> int:
    """How much of a person's name is missing; the names of other things are full."""
    from kartoteka.names import parse_name

    if label is not Label.PERSON:
        return 0
    parts = parse_name(name)
    given = len(parts.given.rstrip(".")) > 2
    return -(2 * given + bool(parts.given) + bool(parts.patronymic)) * bool(parts.surname)


def _exact(mention: Mention, claims: Sequence[Claim]) -> int | None:
    """Which of the two a mention names in so many words: by its clean name, by its text, by those of the decision."""
    name, text = fold(mention.name), fold(mention.text)
    for calls in (
        [fold(claim.spelling) == name for claim in claims],
        [fold(claim.spelling) == text for claim in claims],
        [text in claim.words for claim in claims],
    ):
        if sum(calls) == 1:
            return calls.index(True)
    return None


def _home(mention: Mention, claims: Sequence[Claim], alike: Likeness) -> int | None:
    exact = _exact(mention, claims)
    return _fitting(mention.name, claims, alike) if exact is None else exact


def _fitting(name: str, claims: Sequence[Claim], alike: Likeness) -> int | None:
    """Which of the two a name can be a form of; None where it can be either's or neither's."""
    exact = [fold(claim.spelling) == fold(name) for claim in claims]
    if sum(exact) == 1:
        return exact.index(True)
    found = [alike(claim.spelling, name) for claim in claims]
    ranks = [_RANK[one.verdict] for one in found]
    scores = [one.score for one in found]
    if ranks[0] != ranks[1]:
        return ranks.index(max(ranks))
    if ranks[0] == 0 or abs(scores[0] - scores[1]) < rules().rival_margin:
        return None
    return scores.index(max(scores))

"""What a person typed is refused where it is not plain what it means, or where more would follow than it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kartoteka.reconcile.desk import Desk, Named, divides
from kartoteka.reconcile.dividing import contradict, divisible, shorter
from kartoteka.reconcile.evidence import Likeness, remembering, vouches
from kartoteka.reconcile.meaning import doubt, meant
from kartoteka.types import Decision, Label, Referent, Verdict


def refuse_unclear_same(desk: Desk, named: Sequence[Named], label: Label) -> None:
    """Refuse to join spellings that several bear, or that would bring along whom they do not name."""
    for one in named:
        if not one.sides[label].document:
            _refuse_several(desk, one, label)
            _refuse_unread(desk, one, label)
    for one, other in (named, reversed(named)):
        if one.string not in desk.cards:
            _refuse_company(desk, one, other, label)


def refuse_unclear_different(desk: Desk, decision: Decision, named: Sequence[Named]) -> None:
    """Refuse to tell a bare surname of several bearers from somebody, or spellings of a card that stand elsewhere too.

    A full name on several cards is told from the other on all of them.
    """
    label, alike = decision.label, _likeness(decision.label)
    left, right = (_cards(desk, one, label) for one in named)
    mixed = bool(left.keys() & right.keys()) and not divides(desk, decision)
    for one, side in zip(named, decision.sides, strict=True):
        if not side.document and (mixed or not vouches(side.spelling, alike)):
            _refuse_several(desk, one, label)


def bind(desk: Desk, decision: Decision) -> Decision:
    """A decision "different" that divides the bearer of a name and of a form of it, bound to where that is.

    Elsewhere the shorter name may well be the person's own. Raises ValueError where that is in several documents.
    """
    if contradict(decision) or decision.beside or not divides(desk, decision):
        return decision
    own = [{one.id for one in meant(desk.read, decision, side).referents} for side in decision.sides]
    number = next(n for n in shorter(decision) if own[n] <= own[1 - n])
    sides = list(decision.sides)
    short, documents = sides[number], sorted({one.document for one in divisible(decision, desk.read)})
    if short.document:
        return decision
    if len(documents) > 1:
        raise ValueError(
            f"{short.spelling!r} goes with {sides[1 - number].spelling!r} in {len(documents)} documents "
            f"({', '.join(documents)}): say in which it is another, such as {f'{short.spelling}@{documents[0]}'!r}"
        )
    sides[number] = replace(short, document=documents[0])
    return replace(decision, sides=tuple(sides))


def _likeness(label: Label) -> Likeness:
    from kartoteka.names import compare

    return remembering(compare, label)


def _cards(desk: Desk, one: Named, label: Label) -> dict[str, Referent]:
    """The cards that a string stands on, each with one of its referents; what has no card yet is left out."""
    found: dict[str, Referent] = {}
    for referent in one.referents[label]:
        if referent.id in desk.card_of:
            found.setdefault(desk.card_of[referent.id], referent)
    return found


def _refuse_several(desk: Desk, one: Named, label: Label) -> None:
    cards = _cards(desk, one, label)
    if len(cards) > 1:
        named = sorted((desk.cards[card].name, card, who.document) for card, who in cards.items())
        listed = ", ".join(f"{name} ({card}, in {document})" for name, card, document in named)
        example = f"{one.string}@{named[0][2]}"
        raise ValueError(
            f"{one.string!r} stands on {len(cards)} cards: {listed}. "
            f"Give the id of one, or the spelling with its document, such as {example!r}"
        )


def _refuse_unread(desk: Desk, one: Named, label: Label) -> None:
    """Of texts whose cards are not made yet only the names tell whether a spelling has several bearers."""
    found = one.referents[label]
    if one.string not in desk.cards and any(referent.id not in desk.card_of for referent in found):
        why = doubt(desk.known, one.sides[label].spelling, found)
        if why:
            example = f"{one.string}@{found[0].document}"
            raise ValueError(f"{why}: run `kartoteka reconcile` first, or name a document, such as {example!r}")


def _refuse_company(desk: Desk, one: Named, other: Named, label: Label) -> None:
    """Refuse where a spelling shares its card, or in one document its bearer, with a full name against the other's.

    Names that contradict each other anyway ("Koba", "Joseph Stalin") are joined knowingly: then only what contradicts
    both counts. What a person joined before counts for nothing.
    """
    alike, side = _likeness(label), one.sides[label]
    theirs = desk.cards[other.string].name if other.string in desk.cards else other.sides[label].spelling
    knowingly = alike(side.spelling, theirs).verdict is Verdict.DIFFERENT
    for card, who in sorted(_cards(desk, one, label).items()):
        names = who.names if side.document else _machine_joined(desk, card, who)
        for name in (name for name in names if vouches(name, alike)):
            against = [alike(name, theirs), *([alike(name, side.spelling)] if knowingly else [])]
            if all(found.verdict is Verdict.DIFFERENT for found in against):
                raise ValueError(_company(one, side.document, name, f"{desk.cards[card].name} ({card})", who))


def _machine_joined(desk: Desk, card: str, who: Referent) -> list[str]:
    """The names on a card but for those that a person has put there."""
    joined = desk.decided.ledger.together.get(who.id, set()) - {who.id}
    own = [desk.known.by_id[one] for one in desk.cards[card].referents if one in desk.known.by_id]
    return sorted({name for one in own if one.id not in joined for name in one.names})


def _company(one: Named, document: str, name: str, card: str, who: Referent) -> str:
    if document:
        way = f"tell them apart first (kartoteka decide different {one.string!r} '{name}@{document}')"
    else:
        way = f"bind it with a document, such as '{one.string}@{who.document}'"
    return (
        f"{one.string!r} stands on the card of {card}, where “{name}” would come along, who is another by name: "
        f"{way}, or give the id of the card if all of it is meant"
    )

"""Make a decision of what a person typed: whom the words mean, whether it is plain, whether it may stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kartoteka.reconcile.decision_words import refusal
from kartoteka.reconcile.ledger import add, entry
from kartoteka.reconcile.meaning import Register, bearers, doubt, fold, meant, names_beside
from kartoteka.reconcile.replay import Replay, open_register, replay
from kartoteka.store import Store
from kartoteka.types import Decision, Entity, Label, Place, Referent, Ruling, Side


@dataclass(frozen=True, slots=True)
class Desk:
    """A project laid out to decide upon: who bears which spelling, the cards, and what was decided before.

    `written` remembers, once it was asked for, the clean names of what the texts write in other words.
    """

    known: Register
    cards: Mapping[str, Entity]
    card_of: Mapping[str, str]
    decided: Replay
    written: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """What one string that a person typed can mean: by label, the side of a decision and its referents."""

    string: str
    sides: Mapping[Label, Side]
    referents: Mapping[Label, tuple[Referent, ...]]


def lay_out(store: Store) -> Desk:
    """The project as it stands."""
    known = open_register(store)
    cards = {card.id: card for card in store.entities()}
    return Desk(known, cards, store.entity_of(), replay(list(store.decisions()), known))


def draw_up(
    desk: Desk, wanted: Decision, strings: Sequence[tuple[str, str]], label: Label | None = None
) -> Decision:
    """The decision `wanted`, about what these strings mean: a card's id, a spelling, or spelling@document.

    `wanted` gives all but sides and label; each string comes with the document that it is bound to, "" for any.
    Raises LookupError where nothing bears a name, ValueError where it is not plain what is meant, both names mean
    the very same mentions or things of two kinds.
    """
    needed = 2 if wanted.ruling in (Ruling.SAME, Ruling.DIFFERENT) else 1
    if len(strings) != needed:
        raise ValueError(f"{wanted.ruling} takes {needed} names, not {len(strings)}")
    named = [_read(desk, wanted, string, document) for string, document in strings]
    label = _label(named, label)
    decision = replace(wanted, label=label, sides=tuple(one.sides[label] for one in named))
    for one in named:
        if wanted.ruling is Ruling.SAME and not one.sides[label].document:
            _refuse_several(desk, one, label)
            _refuse_unread(desk, one, label)
    groups = [frozenset(referent.id for referent in one.referents[label]) for one in named]
    if len(groups) == 2 and groups[0] == groups[1]:
        raise ValueError(f"{strings[0][0]!r} and {strings[1][0]!r} name the same mentions: nothing to decide")
    if wanted.ruling is Ruling.DIFFERENT:
        _refuse_mixed(desk, named, label)
    return _with_places(desk, decision, named)


def settle_in(desk: Desk, decision: Decision) -> None:
    """Let a decision stand beside the others. Raises ValueError that names those which it contradicts."""
    meanings = [meant(desk.known, decision, side) for side in decision.sides]
    against = add(desk.decided.ledger, entry(decision, meanings))
    if against:
        raise ValueError(refusal(decision, against))


def _read(desk: Desk, wanted: Decision, string: str, where: str) -> Named:
    card = desk.cards.get(string)
    if card is not None:
        if where or wanted.ruling in (Ruling.IGNORE, Ruling.UNKNOWN):
            raise ValueError(f"{string} is a card: give a spelling here, such as {card.name!r}")
        referents = [desk.known.by_id[one] for one in card.referents if one in desk.known.by_id]
        return Named(string, {card.label: _side_of(desk, card, referents)}, {card.label: tuple(referents)})
    spelling, document = _split(desk, string)
    if document:
        if where not in ("", document):
            raise ValueError(f"{string!r} is bound to another document than {where}")
        return _spelled(desk, wanted, string, spelling, document)
    return _spelled(desk, wanted, string, string, where)


def _split(desk: Desk, string: str) -> tuple[str, str]:
    """A spelling and its document where that stands behind an @; the string and "" where it does not."""
    places = [n for n, sign in enumerate(string) if sign == "@" and string[n + 1 :] in desk.known.documents]
    if not places or places[0] == 0 or fold(string) in desk.known.spelled:
        return string, ""
    return string[: places[0]], string[places[0] + 1 :]


def _spelled(desk: Desk, wanted: Decision, string: str, spelling: str, document: str) -> Named:
    """Who bears a spelling or, where nobody does, is written so in the texts."""
    if document and document not in desk.known.documents:
        raise LookupError(f"the project holds no document {document!r}")
    if wanted.beside and not any(names_beside(desk.known, one, wanted.beside) for one in desk.known.by_document):
        raise LookupError(f"no document of the project names {wanted.beside!r}")
    side = Side(spelling, document)
    found = {label: bearers(desk.known, replace(wanted, label=label), side) for label in Label}
    if not any(found.values()):
        side = Side(_clean(desk, spelling, document), document)
        found = {label: bearers(desk.known, replace(wanted, label=label), side) for label in Label}
    if not any(found.values()):
        where = f" in {document}" if document else f" beside {wanted.beside!r}" if wanted.beside else ""
        raise LookupError(f"no card {spelling!r}{where}: give an id or a spelling as entities.csv has them")
    bearing = {label: tuple(referents) for label, referents in found.items() if referents}
    return Named(string, dict.fromkeys(bearing, side), bearing)


def _clean(desk: Desk, words: str, document: str) -> str:
    """The one clean name of what the texts write so; the words themselves where it is none."""
    if document:
        written = _written(desk, [document])
    else:
        if not desk.written:
            desk.written.update(_written(desk, sorted(desk.known.by_document)))
        written = desk.written
    found = written.get(fold(words), {})
    if len(found) > 1:
        raise ValueError(
            f"the texts write {words!r} for {' and '.join(sorted(found.values()))}: give one of these"
        )
    return next(iter(found.values()), words)


def _written(desk: Desk, documents: Iterable[str]) -> dict[str, dict[str, str]]:
    """The clean names, folded and as they are, of what documents write otherwise, by its folded words."""
    found: dict[str, dict[str, str]] = {}
    for document in documents:
        for mention in desk.known.mentions(document):
            if mention.text != mention.name and mention.label is not Label.DATE:
                found.setdefault(fold(mention.text), {}).setdefault(fold(mention.name), mention.name)
    return found


def _side_of(desk: Desk, card: Entity, referents: Sequence[Referent]) -> Side:
    """What tells a card: a spelling that it alone bears, the name first, then the longest; else one document."""
    own = {one.id for one in referents}
    spellings = sorted({name for one in referents for name in one.names}, key=lambda name: (-len(name), name))
    for name in sorted(spellings, key=lambda name: name != card.name):
        alike = [one for one in desk.known.spelled.get(fold(name), ()) if one.label is card.label]
        if alike and all(one.id in own for one in alike):
            return Side(name)
    known = max(referents, key=lambda one: (len(one.mentions), one.id))
    return Side(known.name, known.document)


def _label(named: Sequence[Named], wanted: Label | None) -> Label:
    """The one label that all the strings can have."""
    shared = frozenset(Label).intersection(*(one.sides for one in named))
    if wanted is not None:
        for one in named:
            if wanted not in one.sides:
                raise LookupError(f"no {wanted} is called {one.string!r}, but {_labels(one.sides)}")
        return wanted
    if not shared:
        left, right = named
        raise ValueError(
            f"{left.string!r} is {_labels(left.sides)}, {right.string!r} {_labels(right.sides)}: never the same"
        )
    if len(shared) > 1:
        strings = " and ".join(repr(one.string) for one in named)
        raise ValueError(f"{strings} can be {_labels(shared)}: say which with --label")
    return next(iter(shared))


def _labels(labels: Iterable[Label]) -> str:
    return " or ".join(f"{'an' if label[0] in 'AEIO' else 'a'} {label}" for label in sorted(labels))


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


def _refuse_mixed(desk: Desk, named: Sequence[Named], label: Label) -> None:
    """Two spellings of one card can be told apart, unless one of them stands on other cards too."""
    left, right = (_cards(desk, one, label) for one in named)
    if left.keys() & right.keys():
        for one in named:
            if not one.sides[label].document:
                _refuse_several(desk, one, label)


def _with_places(desk: Desk, decision: Decision, named: Sequence[Named]) -> Decision:
    """The decision with the places where each side stands now; of a card told from another, all its places."""
    sides = []
    for side, one in zip(decision.sides, named, strict=True):
        whole = decision.ruling is Ruling.DIFFERENT and one.string in desk.cards
        referents = one.referents[decision.label] if whole else bearers(desk.known, decision, side)
        sides.append(replace(side, places=_places(desk, referents, "" if whole else fold(side.spelling))))
    return replace(decision, sides=tuple(sides))


def _places(desk: Desk, referents: Iterable[Referent], spelling: str) -> tuple[Place, ...]:
    """Where these referents are named, and in which words; with a folded `spelling`, only where by it."""
    wanted = {mention: one.document for one in referents for mention in one.mentions}
    found = {
        (document, mention.text)
        for document in sorted(set(wanted.values()))
        for mention in desk.known.mentions(document)
        if mention.id in wanted and spelling in ("", fold(mention.name))
    }
    return tuple(sorted(found))

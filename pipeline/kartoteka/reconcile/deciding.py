"""Make a decision of what a person typed: whom the words mean, whether it is plain, whether it may stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kartoteka.reconcile.decision_words import refusal
from kartoteka.reconcile.desk import Desk, Named, as_if, divides
from kartoteka.reconcile.ledger import add, entry
from kartoteka.reconcile.meaning import Register, bearers, fold, meant, names_beside, spelled
from kartoteka.reconcile.refusing import bind, refuse_unclear_different, refuse_unclear_same
from kartoteka.reconcile.replay import replay
from kartoteka.types import Decision, Entity, Label, Place, Referent, Ruling, Side


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
    if wanted.ruling is Ruling.SAME:
        refuse_unclear_same(desk, named, label)
    elif wanted.ruling is Ruling.DIFFERENT:
        decision = bind(desk, decision)
        refuse_unclear_different(desk, decision, named)
    if needed == 2 and not _tells(desk, decision, named):
        raise ValueError(f"{strings[0][0]!r} and {strings[1][0]!r} name the same mentions: nothing to decide")
    return _with_places(desk, decision, named)


def settle_in(desk: Desk, decision: Decision) -> None:
    """Let a decision stand beside the others. Raises ValueError that names those which it contradicts."""
    parts, known = as_if(desk, decision)
    decided = desk.decided if known is desk.known else replay(desk.recorded, known)
    meanings = [meant(known, decision, side) for side in decision.sides]
    against = add(decided.ledger, entry(decision, meanings))
    if against:
        raise ValueError(refusal(decision, against))
    desk.parts, desk.known, desk.decided = parts, known, decided
    desk.recorded.append(decision)


def _tells(desk: Desk, decision: Decision, named: Sequence[Named]) -> bool:
    """Whether a decision on two names speaks of two: of other mentions, or of such as it divides."""
    left, right = (frozenset(one.id for one in each.referents[decision.label]) for each in named)
    return left != right or divides(desk, decision)


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
    found = _bearers(desk, wanted, side)
    if not any(found.values()):
        side = Side(_clean(desk, spelling, document), document)
        found = _bearers(desk, wanted, side)
    if not any(found.values()):
        _refuse_fuller(desk, wanted, side)
        where = f" in {document}" if document else f" beside {wanted.beside!r}" if wanted.beside else ""
        raise LookupError(f"no card {spelling!r}{where}: give an id or a spelling as entities.csv has them")
    bearing = {label: tuple(referents) for label, referents in found.items() if referents}
    return Named(string, dict.fromkeys(bearing, side), bearing)


def _bearers(desk: Desk, wanted: Decision, side: Side) -> dict[Label, list[Referent]]:
    """Who bears a spelling, by label."""
    decisions = {label: replace(wanted, label=label, sides=(side,)) for label in Label}
    return {label: bearers(_deciding(desk, one), one, side) for label, one in decisions.items()}


def _deciding(desk: Desk, decision: Decision) -> Register:
    """Where to look for what a decision means: of what names nothing or nobody, as if that were decided."""
    alone = decision.ruling in (Ruling.IGNORE, Ruling.UNKNOWN)
    return as_if(desk, decision)[1] if alone else desk.known


def _refuse_fuller(desk: Desk, wanted: Decision, side: Side) -> None:
    """Whoever has a fuller name in each document is not unknown."""
    if wanted.ruling is Ruling.UNKNOWN:
        decisions = [replace(wanted, label=label, sides=(side,)) for label in Label]
        named = sorted({who.name for one in decisions for who in spelled(_deciding(desk, one), one, side)})
        if named:
            raise ValueError(
                f"every document that names {side.spelling!r} gives a fuller name ({', '.join(named)}): "
                "decide on that, or first tell the two apart with `kartoteka decide different`"
            )


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


def _with_places(desk: Desk, decision: Decision, named: Sequence[Named]) -> Decision:
    """The decision with the places where each side stands now; of a card told from another, all its places."""
    sides = []
    for side, one in zip(decision.sides, named, strict=True):
        whole = decision.ruling is Ruling.DIFFERENT and one.string in desk.cards
        referents = one.referents[decision.label]
        if not whole and decision.ruling in (Ruling.SAME, Ruling.DIFFERENT):
            referents = tuple(bearers(desk.known, decision, side))
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

"""Every decision of a project, applied to the texts as they stand: what follows, and what no longer applies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kartoteka.reconcile.circumstances import find_circumstances
from kartoteka.reconcile.decisions import Parting
from kartoteka.reconcile.dividing import Parts, divide
from kartoteka.reconcile.following import divided
from kartoteka.reconcile.ledger import Entry, Ledger, add, entry
from kartoteka.reconcile.meaning import Meaning, Register, bearers, fold, meant, register
from kartoteka.store import Store
from kartoteka.types import Decision, Judgement, Reason, Referent, Ruling, Verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a decision applies to the texts as they stand; `why` says why not, or why not to all of them."""

    decision: Decision
    applies: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Replay:
    """What the decisions of a project come down to now.

    `judgements` say which referents are the same, `apart` which are not. `ignored` gives, for referents by id, the
    folded spellings by which nothing is named; `unknown` are referents that nobody can name. `ledger` holds the
    decisions that stand.
    """

    standings: tuple[Standing, ...]
    judgements: tuple[Judgement, ...]
    apart: tuple[Parting, ...]
    ignored: Mapping[str, frozenset[str]]
    unknown: frozenset[str]
    ledger: Ledger


def open_register(store: Store, referents: Iterable[Referent] | None = None) -> Register:
    """The register of a project; `referents` are all of its own where they have been read already."""
    lives = cache(lambda: find_circumstances(store.lives(), store.tenures(whole=True)))
    listed = store.referents() if referents is None else referents
    return register(listed, store.document_ids(), store.mentions, lives)


def read_whole(store: Store) -> list[Referent]:
    """The referents of a project as they were read, those of divided documents too."""
    parted = store.parted()
    kept = [one for document in sorted(parted) for one in store.reading(document).referents]
    return [*(one for one in store.referents() if one.document not in parted), *kept]


def open_divided(known: Register, parts: Parts) -> Register:
    """A register of the same texts in which these referents are divided."""
    if not parts:
        return known
    return register(divided(known.by_id.values(), parts), known.documents, known.mentions, known.lives)


def replay(decisions: Sequence[Decision], known: Register) -> Replay:
    """Apply all decisions that were not undone; of two that contradict each other the later stands.

    They were no contradiction when they were made: a text that came since brought them together.
    """
    ledger = Ledger()
    standings = [Standing(one, False, f"undone on {one.undone}") for one in decisions if one.undone]
    applying: list[tuple[Entry, list[Meaning]]] = []
    for decision in sorted((one for one in decisions if not one.undone), key=lambda one: -one.number):
        meanings = [meant(known, decision, side) for side in decision.sides]
        held = entry(decision, meanings)
        standing = _standing(held, meanings, add(ledger, held))
        standings.append(standing)
        if standing.applies:
            applying.append((held, meanings))
    standings.sort(key=lambda one: one.decision.number)
    applying.reverse()
    entries = [held for held, _ in applying]
    unknown = frozenset[str]().union(*(one.nodes for one in entries if one.decision.ruling is Ruling.UNKNOWN))
    ignored = _ignored(applying)
    judgements = tuple(judgement for one in entries for judgement in _judgements(one, unknown | ignored.keys()))
    apart = tuple((one.sides[0], one.sides[1]) for one in entries if one.decision.ruling is Ruling.DIFFERENT)
    return Replay(tuple(standings), judgements, apart, ignored, unknown, ledger)


def standings(store: Store) -> tuple[Standing, ...]:
    """Every decision of a project by number, and whether it applies."""
    decisions = list(store.decisions())
    if not decisions:
        return ()
    known = open_register(store, read_whole(store))
    return replay(decisions, open_divided(known, divide(decisions, known))).standings


def touched(decision: Decision, known: Register) -> frozenset[str]:
    """The ids of the referents that a decision may bear on: what to look at again when it is made or undone."""
    found = {one.id for side in decision.sides for one in bearers(known, decision, side)}
    places = {document for side in decision.sides for document, _ in side.places}
    return frozenset(found) | {
        one.id for document in places for one in known.by_document.get(document, ()) if one.label is decision.label
    }


def _standing(held: Entry, meanings: Sequence[Meaning], against: Sequence[Decision]) -> Standing:
    decision = held.decision
    nobody = next((one.why for one in meanings if not one.referents), "")
    if nobody:
        return Standing(decision, False, nobody)
    kinds = sorted({str(referent.label) for one in meanings for referent in one.referents})
    if len(kinds) > 1:
        return Standing(decision, False, f"the two are things of different kinds: {' and '.join(kinds)}")
    if against:
        later = " and ".join(f"decision {one.number}" for one in against)
        return Standing(decision, False, f"with the texts that came since it contradicts {later}, made later")
    if decision.ruling is Ruling.DIFFERENT and held.sides[0] == held.sides[1]:
        return Standing(decision, False, "the texts name both by the same mentions now")
    return Standing(decision, True, "; ".join(one.why for one in meanings if one.why))


def _judgements(one: Entry, hidden: Collection[str]) -> Iterator[Judgement]:
    """What "same" says of its referents: each is the first, of those that another decision does not hide."""
    decision = one.decision
    if decision.ruling is Ruling.SAME:
        reasons = (Reason("decision", 1.0, decision.because),) if decision.because else ()
        first, *others = sorted(one.nodes, key=lambda node: (node in hidden, node))
        for other in others:
            yield Judgement(first, other, Verdict.SAME, 1.0, decision.by, reasons)


def _ignored(applying: Iterable[tuple[Entry, Sequence[Meaning]]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for held, meanings in applying:
        if held.decision.ruling is Ruling.IGNORE:
            (side,) = held.decision.sides
            for one in meanings[0].referents:
                own = {fold(side.spelling)}
                if own.isdisjoint(map(fold, one.names)):  # new rules spell it otherwise: the words tell it
                    own = {fold(words) for document, words in side.places if document == one.document}
                found[one.id] = found.get(one.id, frozenset()) | own
    return found

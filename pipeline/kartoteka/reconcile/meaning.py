"""Whom a decision means in the texts as they stand: a spelling, looked up among all who bear it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from kartoteka.reconcile.circumstances import Circumstances, opposed
from kartoteka.romanization import straighten
from kartoteka.types import Decision, Label, Mention, Place, Referent, Ruling, Side, Verdict

#: The mentions of a document.
Mentions = Callable[[str], Iterable[Mention]]
#: The circumstances of referents, by id, found when they are asked for.
Lives = Callable[[], Mapping[str, Circumstances]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The referents that a side of a decision means; `why` says why it is nobody, or not everybody so called."""

    referents: tuple[Referent, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """The referents by what decisions know them by: folded spelling, id, document.

    `documents` are the ids of all documents, also of those that name nobody. `mentions` reads those of a document,
    `lives` what is known of the times of referents. `words` remembers, document by
    document, which referents stand there in which words.
    """

    spelled: Mapping[str, Sequence[Referent]]
    by_id: Mapping[str, Referent]
    by_document: Mapping[str, Sequence[Referent]]
    documents: frozenset[str]
    mentions: Mentions
    lives: Lives
    words: dict[str, dict[tuple[Label, str], set[str]]] = field(default_factory=dict)


def register(
    referents: Iterable[Referent], documents: Iterable[str], mentions: Mentions, lives: Lives = dict
) -> Register:
    """A register of these referents, of documents that may name others."""
    spelled: dict[str, list[Referent]] = {}
    by_document: dict[str, list[Referent]] = {}
    by_id: dict[str, Referent] = {}
    for referent in sorted(referents, key=lambda one: one.id):
        by_id[referent.id] = referent
        by_document.setdefault(referent.document, []).append(referent)
        for name in dict.fromkeys(map(fold, referent.names)):
            spelled.setdefault(name, []).append(referent)
    return Register(spelled, by_id, by_document, frozenset(documents) | by_document.keys(), mentions, lives)


@lru_cache(maxsize=100_000)
def fold(spelling: str) -> str:
    """A spelling without what typing makes of it: case, kinds of apostrophe and space, look-alike letters."""
    return " ".join(straighten(spelling).split()).casefold()


def bearers(known: Register, decision: Decision, side: Side) -> list[Referent]:
    """All referents that a side can mean by its spelling, within the document and the context it is bound to."""
    if side.spelling in known.by_id:  # what an older version decided: it knew referents by their ids
        return [known.by_id[side.spelling]]
    found = spelled(known, decision, side)
    if decision.ruling is Ruling.UNKNOWN:
        # Who has a fuller name in the same document is not nameless there.
        return [one for one in found if fold(one.name) == fold(side.spelling)]
    return found


def spelled(known: Register, decision: Decision, side: Side) -> list[Referent]:
    """All referents that bear the spelling of a side, within the document and the context it is bound to."""
    found = known.spelled.get(fold(side.spelling), ())
    return [one for one in found if _within(known, decision, side, one)]


def meant(known: Register, decision: Decision, side: Side) -> Meaning:
    """The referents that a side means now.

    A "same" on a spelling that several bear by now keeps to the documents it was made on, as the rest may be
    somebody else. "different" also holds for what stood on the card elsewhere when it was decided.
    """
    found = bearers(known, decision, side)
    if not found:
        found = _in_place(known, decision, side.places)
        return Meaning(tuple(found), "" if found else _absence(known, decision, side))
    if decision.ruling is Ruling.SAME and not side.document:
        return _certain(known, decision, side, found)
    if decision.ruling is Ruling.DIFFERENT:
        named = {one.document for one in found}
        found += _in_place(known, decision, [place for place in side.places if place[0] not in named])
    return Meaning(tuple(found))


def names_beside(known: Register, document: str, words: str) -> bool:
    """Whether a document names this: one of its names holds these words, whole and in a row."""
    wanted = f" {fold(words)} "
    return any(wanted in f" {fold(name)} " for one in known.by_document.get(document, ()) for name in one.names)


def doubt(known: Register, spelling: str, found: Sequence[Referent]) -> str:
    """Why a spelling can stand for two people by now, in words; "" where one bears it."""
    names = _at_odds(known, spelling, found)
    if names:
        return f"“{spelling}” can be {names[0]} or {names[1]} by now"
    lives = known.lives()
    for left, right in combinations([one for one in found if one.id in lives], 2):
        if (reason := opposed(lives[left.id], lives[right.id])) is not None:
            return f"“{spelling}” is two people by now: {reason.detail}"
    return ""


def _at_odds(known: Register, spelling: str, found: Sequence[Referent]) -> tuple[str, str] | None:
    """Two names of different people, of all that the bearers of a spelling have and all that hold it as a word."""
    from kartoteka.names import compare

    label, words = found[0].label, f" {fold(spelling)} "
    holding = (bearing for name, bearing in known.spelled.items() if words in f" {name} ")
    full = {one.name for one in found} | {one.name for some in holding for one in some if one.label is label}
    for left, right in combinations(sorted(full), 2):
        if compare(label, left, right).verdict is Verdict.DIFFERENT:
            return left, right
    return None


def _within(known: Register, decision: Decision, side: Side, one: Referent) -> bool:
    if one.label is not decision.label or side.document not in ("", one.document):
        return False
    return not decision.beside or names_beside(known, one.document, decision.beside)


def _certain(known: Register, decision: Decision, side: Side, found: list[Referent]) -> Meaning:
    """Everybody of a spelling, or those in the documents that were looked at where two people bear it by now."""
    seen = {document for document, _ in side.places}
    first = [one for one in found if one.document in seen]
    if len(first) == len(found):
        return Meaning(tuple(found))
    several = doubt(known, side.spelling, found)
    if not several:
        return Meaning(tuple(found))
    if first:
        return Meaning(tuple(first), f"{several}: it holds only in the documents that it was made on")
    return Meaning((), several)


def _in_place(known: Register, decision: Decision, places: Iterable[Place]) -> list[Referent]:
    """Who stands in the very words at these places, in whatever way rules read the words now."""
    found: dict[str, Referent] = {}
    for document, words in places:
        if document in known.by_document:
            standing = _words(known, document).get((decision.label, fold(words)), set())
            if len(standing) == 1:
                (identity,) = standing
                found[identity] = known.by_id[identity]
    return [found[identity] for identity in sorted(found)]


def _words(known: Register, document: str) -> dict[tuple[Label, str], set[str]]:
    if document not in known.words:
        texts = {mention.id: mention.text for mention in known.mentions(document)}
        standing: dict[tuple[Label, str], set[str]] = {}
        for referent in known.by_document[document]:
            for mention in referent.mentions:
                if mention in texts:
                    standing.setdefault((referent.label, fold(texts[mention])), set()).add(referent.id)
        known.words[document] = standing
    return known.words[document]


def _absence(known: Register, decision: Decision, side: Side) -> str:
    """Why a side means nobody."""
    name, where = f"“{side.spelling}”", f" in {side.document}" if side.document else ""
    seen = {document for document, _ in side.places}
    if side.document and side.document not in known.documents:
        return f"the document {side.document} is not in the project"
    everywhere = [one for one in known.spelled.get(fold(side.spelling), ()) if side.document in ("", one.document)]
    others = sorted({str(one.label) for one in everywhere} - {str(decision.label)})
    if others and len(others) == len({one.label for one in everywhere}):
        return f"{name} is {' and '.join(others)} now, not {decision.label}"
    if decision.beside and everywhere:
        return f"no document that names {name} also names “{decision.beside}”"
    if everywhere and decision.ruling is Ruling.UNKNOWN:
        return f"every document that names {name} gives a fuller name"
    if seen and not side.document and not seen & known.documents:
        return f"the documents that it was made on are gone, and no other names {name}"
    if not seen and len(side.spelling) == 16 and side.spelling.isalnum() and side.spelling.isascii():
        return "the document that it was made on is gone"
    return f"nothing in the project bears the spelling {name} any more{where}"

"""What the name of a post says: role, rank, portfolio, body, land, and how its holder held it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as made
from functools import lru_cache

from kartoteka.names.offices.charges import settle
from kartoteka.names.offices.reading import Said, read
from kartoteka.names.offices.tables import rank_of, service_ranks, titles
from kartoteka.names.offices.words import word_table
from kartoteka.types import STANDINGS, OfficeKind, OfficeName, OfficeRank

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
#: What stands in for a head, and the rank that it gives.
_STANDING = {"deputy": OfficeRank.DEPUTY, "companion": OfficeRank.DEPUTY, "assistant": OfficeRank.ASSISTANT}


@dataclass(slots=True)
class _Complement:
    """Whose post it is: what the words beside the role say; `owners` are the places that it is of, not in."""

    field: str = ""
    orgs: set[str] = made(default_factory=set)
    possible: set[str] = made(default_factory=set)
    places: set[str] = made(default_factory=set)
    abroad: set[str] = made(default_factory=set)
    rest: set[str] = made(default_factory=set)
    owners: set[str] = made(default_factory=set)
    named: bool = False


@lru_cache(maxsize=50_000)
def parse_office(text: str, lang: str = "") -> OfficeName:
    """What the name of a post says, in English, Ukrainian or Russian, in any case, written out or contracted.

    `lang` decides where Ukrainian and Russian read a word otherwise; "" needs no language. A text without a known
    role keeps its words in `rest`. Ranks and decorations are told by `kind`.
    """
    said = read(text, lang)
    main = _main(said)
    if main is None:
        return _without_role(said)
    role = said[main].meaning.key
    standing = next((s.kind for s in said[:main] if s.kind in _STANDING and s.kind != "companion"), "")
    if main and said[main - 1].kind == "companion":
        standing = "companion"
    ordinal, used = _ordinal(said, main, bool(standing), role)
    told = _complement(said, {main, *used}, role)
    rank = _STANDING[standing] if standing else rank_of(role, ordinal)
    if role in titles().deputies and told.rest & titles().parliaments | told.orgs & titles().assembly_orgs:
        role, rank = "parliament-member", OfficeRank.MEMBER
    return settle(_office(said, main, told, role=role, rank=rank, ordinal=ordinal), told.owners)


def _office(
    said: Sequence[Said], main: int, told: _Complement, *, role: str, rank: OfficeRank, ordinal: str
) -> OfficeName:
    flags = {s.kind for at, s in enumerate(said) if s.kind in STANDINGS and at <= main + 1}
    complete = bool(told.orgs or told.places or any(not word.isdigit() for word in told.rest))
    return OfficeName(
        role=role,
        rank=rank,
        ordinal=ordinal,
        field=told.field,
        orgs=frozenset(told.orgs),
        possible=frozenset(told.possible - told.orgs),
        places=frozenset(told.places),
        abroad=frozenset(told.abroad),
        rest=frozenset(told.rest),
        named=told.named,
        acting="acting" in flags,
        former="former" in flags,
        designate="designate" in flags,
        honorary="honorary" in flags,
        kind=OfficeKind.RANK if role in service_ranks() and not complete else OfficeKind.POST,
    )


def _without_role(said: Sequence[Said]) -> OfficeName:
    """A rank, a decoration, a lone deputy or assistant, or words whose head is not known."""
    if said and said[0].kind == "decoration":
        told = _complement(said, {0}, "")
        return OfficeName(said[0].meaning.key, rest=frozenset(told.rest), kind=OfficeKind.DECORATION)
    rank = next((at for at, s in enumerate(said) if s.kind == "rank"), None)
    general = next((at for at, s in enumerate(said) if s.kind == "general"), None)
    if rank is not None or general is not None:
        at = rank if rank is not None else general or 0
        told = _complement(said, {at}, "")
        return OfficeName(said[at].meaning.key, rest=frozenset(told.rest | told.places), kind=OfficeKind.RANK)
    at = next((at for at, s in enumerate(said) if s.kind in _STANDING and s.kind != "companion"), -1)
    if at < 0:
        told = _complement(said, set(), "")
        return settle(_office(said, len(said), told, role="", rank=OfficeRank.STAFF, ordinal=""))
    kind = said[at].kind
    ordinal, used = _ordinal(said, at, True, kind)
    told = _complement(said, {at, *used}, kind)
    if kind == "deputy" and (told.rest & titles().assembly_words or told.orgs & titles().assembly_orgs):
        return settle(_office(said, at, told, role="parliament-member", rank=OfficeRank.MEMBER, ordinal=""))
    return settle(_office(said, at, told, role=kind, rank=_STANDING[kind], ordinal=ordinal))


def _main(said: Sequence[Said]) -> int | None:
    """The head word: the first role that is nobody's owner and no "chief" before another ("chief engineer")."""
    roles = [at for at, s in enumerate(said) if s.kind == "role"]
    for at in roles:
        if not (said[at].owner and at < max(roles)) and not _qualifies(said, at):
            return at
    return roles[-1] if roles else None


def _qualifies(said: Sequence[Said], at: int) -> bool:
    return (
        said[at].meaning.key == "head" and at + 1 < len(said) and said[at + 1].kind == "role" and said[at].joined
    )


def _ordinal(said: Sequence[Said], main: int, standing: bool, role: str) -> tuple[str, set[int]]:
    """The ordinal that belongs to the post, and the phrases that say it; one that counts holders says nothing."""
    if main + 1 < len(said) and said[main + 1].kind == "general" and not standing:
        return "general", {main + 1}
    used: set[int] = set()
    ordinal = ""
    for at in range(main - 1, -1, -1):
        kind = said[at].kind
        if kind == "general" and not standing:
            ordinal = ordinal or "general"
            used.add(at)
        elif kind == "number":
            used.add(at)
            number = int(said[at].meaning.key)
            if (standing or role in titles().numbered) and number < len(_ORDINALS):
                ordinal = ordinal or _ORDINALS[number]
        elif kind not in _STANDING and kind not in STANDINGS and kind != "general":
            break
    return ordinal, used


def _complement(said: Sequence[Said], used: set[int], role: str) -> _Complement:
    told = _Complement()
    before = ""
    for at, one in enumerate(said):
        meaning, kind = one.meaning, one.kind
        if at in used or kind in STANDINGS or (kind in _STANDING and not used):
            continue
        if kind == "field":
            told.field, extra = told.field or meaning.key, meaning.key if told.field else ""
            told.rest |= {extra} - {"", told.field}
        elif kind == "org":
            told.orgs |= meaning.ids or meaning.shared
            told.possible |= meaning.shared
        elif kind == "place":
            (told.abroad if before in ("in", "to") and role in titles().sent else told.places).update(meaning.ids)
            told.owners |= meaning.ids if before not in ("in", "to", "by") else set()
        elif kind in ("noun", "number", "role", "rest", "decoration", "rank", "general"):
            told.rest.add("chief" if _qualifies(said, at) else meaning.key)
            told.named |= one.capital and kind == "rest"
        before = meaning.key if kind == "preposition" else ""
    told.rest.discard("")
    return _tidied(told)


def _tidied(told: _Complement) -> _Complement:
    """Without what goes without saying; a numbered unit is named by its number."""
    words = word_table()
    for noun, others in words["implied"].items():
        if noun in told.rest:
            told.rest -= set(others)
    numbered = told.rest & set(words["units"]["numbered"])
    told.named |= bool(numbered) and any(word.isdigit() for word in told.rest)
    return told

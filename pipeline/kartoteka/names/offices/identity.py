"""When two names of posts name one post, and why: by what they say, never by their words alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kartoteka.names.bodies.gazetteers import gazetteer
from kartoteka.names.offices.parse import parse_office
from kartoteka.names.offices.tables import head_titles, lands, service_ranks, titles
from kartoteka.names.offices.territories import alike, one_land, states_of
from kartoteka.romanization import fold
from kartoteka.types import Comparison, OfficeKind, OfficeName, Reason, Verdict

#: How sure equal posts are to be one, and how far posts of unlike words still are from being two.
SAME, UNSURE, VAGUE = 0.97, 0.3, 0.2
#: Roles of republics' governments, for which a republic and the land it is named after are one.
_OF_REPUBLICS = frozenset({"peoples-commissar", "commissar"})


@lru_cache(maxsize=50_000)
def compare_offices(left: str, right: str) -> Comparison:
    """Whether two names of posts stand for one.

    SAME where they say the same of rank, ordinal, portfolio, body and land and name a body, land or unit at all;
    DIFFERENT where they say different things of one of them; otherwise UNSURE, which brings nothing together.
    """
    one, other = parse_office(left), parse_office(right)
    against = difference(one, other)
    if against:
        return Comparison(0.0, Verdict.DIFFERENT, (Reason("office", 0.0, f"{left} / {right}: {against}"),))
    if _key(one) != _key(other):
        return _unsure(UNSURE, f"{left} / {right}: {_unlike(one, other)}")
    if not tells(one):
        return _unsure(VAGUE, f"{left} ~ {right}: of which body or land is not said")
    return Comparison(SAME, Verdict.SAME, (Reason("office", SAME, f"{left} ~ {right}: {described(one)}"),))


def _unsure(score: float, why: str) -> Comparison:
    return Comparison(score, Verdict.UNSURE, (Reason("office", score, why),))


def office_keys(name: str) -> frozenset[str]:
    """The one key under which all names of a post meet; names that say nothing have their folded words."""
    office = parse_office(name)
    known = office.role or office.rest or office.orgs or office.places or office.field
    return frozenset({_key(office) if known else fold(name) or name.casefold()})


def pick_office(counts: Mapping[str, int]) -> str:
    """The name of a post's card: of those without "acting" or "former" the most frequent, then the longest.

    Raises ValueError where there is no name at all.
    """
    if not counts:
        raise ValueError("no name to pick for an OFFICE")
    return min(counts, key=lambda name: (_qualified(parse_office(name)), -counts[name], -len(name), name))


def _qualified(office: OfficeName) -> bool:
    return office.acting or office.former or office.designate or office.honorary


def tells(office: OfficeName) -> bool:
    """Whether a post is told from others of its kind: by a body that nothing else is called, a land, a name.

    A rank or a decoration is one thing wherever it is borne; «комдив» by itself may be either.
    """
    if office.kind is not OfficeKind.POST:
        return office.role not in service_ranks() or bool(office.rest)
    sure = office.orgs - titles().several.get(office.role, frozenset())
    return bool((sure and not office.possible) or office.places or office.abroad or office.named)


@lru_cache(maxsize=50_000)
def _key(office: OfficeName) -> str:
    """What a post says, in one line: equal for two names that say the same."""
    head = title(office)
    parts = (
        office.kind,
        office.rank,
        office.ordinal,
        head,
        # A body's portfolio goes without saying.
        "" if office.orgs else office.field,
        "+".join(sorted(office.orgs)) + "?" * bool(office.possible),
        "+".join(sorted(_lands(office))),
        "+".join(sorted(office.abroad)),
        "+".join(sorted(office.rest)),
    )
    return "/".join(parts)


def title(office: OfficeName) -> str:
    """The role, "head" for whichever title the head of this very body goes by."""
    if len(office.orgs) == 1 and office.role in head_titles(min(office.orgs)):
        return "head"
    if office.role == "commissar" and office.field:
        return "peoples-commissar"
    return office.role


def _lands(office: OfficeName) -> frozenset[str]:
    if office.role not in _OF_REPUBLICS:
        return office.places
    named = {place: state for state, ids in lands().items() if len(ids) > 1 for place in ids}
    return frozenset(named.get(place, place) for place in office.places)


def difference(one: OfficeName, other: OfficeName) -> str:
    """What forbids two posts to be one, in a historian's words; "" where nothing does."""
    if one.kind is not other.kind:
        return f"a {one.kind}, a {other.kind}"
    if one.rank is not other.rank:
        return f"{one.rank}, {other.rank}"
    if _other_ordinal(one, other):
        return f"{one.ordinal or 'no ordinal'}, {other.ordinal or 'no ordinal'}"
    if one.field and other.field and one.field != other.field:
        return f"{one.field}, {other.field}"
    return _other_body(one, other) or _other_role(one, other)


def _other_ordinal(one: OfficeName, other: OfficeName) -> bool:
    if one.ordinal == other.ordinal:
        return False
    return not {one.ordinal, other.ordinal} <= titles().changed.get(one.role, frozenset())


def _other_body(one: OfficeName, other: OfficeName) -> str:
    if one.orgs and other.orgs and not (one.orgs | one.possible) & (other.orgs | other.possible):
        return f"{_names(one.orgs)}, {_names(other.orgs)}"
    if apart(one.places, other.places) and not any(alike(a, b) for a in one.places for b in other.places):
        return f"{_names(one.places, 'places')}, {_names(other.places, 'places')}"
    states, others = states_of(one), states_of(other)
    if states and others and not any(a == b or one_land(a, b) for a in states for b in others):
        return f"{_names(states, 'places')}, {_names(others, 'places')}"
    if apart(one.abroad, other.abroad):
        return f"{_names(one.abroad, 'places')}, {_names(other.abroad, 'places')}"
    if apart(_numbers(one), _numbers(other)):
        return f"{', '.join(sorted(_numbers(one)))}; {', '.join(sorted(_numbers(other)))}"
    return ""


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something and nothing in common."""
    return bool(one and other and not one & other)


def _numbers(office: OfficeName) -> frozenset[str]:
    return frozenset(word for word in office.rest if word.isdigit())


def _other_role(one: OfficeName, other: OfficeName) -> str:
    left, right = title(one), title(other)
    if left == right or not left or not right or loosely_one(one.role, other.role):
        return ""
    return f"{one.role}, {other.role}"


def loosely_one(left: str, right: str) -> bool:
    """Whether loose speech puts one role for another."""
    return left == right or any({left, right} <= group for group in titles().loose)


def _unlike(one: OfficeName, other: OfficeName) -> str:
    said = {
        "title": (title(one), title(other)),
        "body": (_names(one.orgs), _names(other.orgs)),
        "land": (_names(one.places, "places"), _names(other.places, "places")),
        "complement": (", ".join(sorted(one.rest)), ", ".join(sorted(other.rest))),
        "portfolio": (one.field, other.field),
        "ordinal": (one.ordinal, other.ordinal),
    }
    return "; ".join(f"{what} {a or 'none'}, {b or 'none'}" for what, (a, b) in said.items() if a != b)


def _names(ids: frozenset[str], table: str = "organizations") -> str:
    return ", ".join(gazetteer(table)[one].name for one in sorted(ids))


def described(office: OfficeName) -> str:
    """A post in plain words, as its tables have it: "head, NKVD of the Ukrainian SSR"."""
    parts = (
        f"{office.ordinal} {title(office)}".strip() if office.rank == "head" else f"{office.rank} {office.role}",
        "" if office.orgs else office.field,
        _names(office.orgs),
        _names(office.places | office.abroad, "places"),
        ", ".join(sorted(office.rest)),
    )
    return ", ".join(part for part in parts if part)

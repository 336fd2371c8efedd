"""Gather the mentions of each person of one document: full names first, then what can only be understood from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kartoteka.annotate.beside_names import is_another, is_relative, sex
from kartoteka.names import compare, keys, parse_name
from kartoteka.names.courtesy import are_kin, is_called, is_courtesy, is_plainly_courtesy, may_bear
from kartoteka.names.forenames import begins
from kartoteka.names.genders import gender
from kartoteka.names.given import classes
from kartoteka.names.person import is_initial
from kartoteka.romanization import fold
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.types import BlockKind, Document, Label, Mention, Verdict

#: Blocks that open with what a document is about.
_OPENING = frozenset({BlockKind.HEADING, BlockKind.INFOBOX})
#: A surname alone joins a fuller name from this likeness on.
ALIKE = 0.44


@dataclass(slots=True)
class Group:
    """The mentions of one person so far, with the names they have.

    `since` is where the text first has one of the names that tell the person; `another` says that the text itself
    tells this bearer of the name from the first. `bare` groups have surnames alone.
    """

    names: list[str]
    mentions: list[Mention]
    another: bool = False
    bare: bool = False
    since: int = field(init=False)

    def __post_init__(self) -> None:
        self.since = min(m.start for m in self.mentions)

    def take(self, name: str, mentions: Sequence[Mention]) -> None:
        """Add mentions that bear a name; a fuller one may come before those known."""
        self.names += [] if name in self.names else [name]
        self.mentions += mentions
        if not parse_name(name).single:
            self.since = min(self.since, *(m.start for m in mentions))


def gather_persons(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The persons of a document, each with all mentions.

    A surname alone is that of the bearer whom the text has introduced by then; once it has introduced two, the
    title decides, or the surname stays by itself. A given name alone, or one with the patronymic, is that of the
    only person who can be called so.
    """
    title = document.title or _subject(document, mentions)
    groups: list[Group] = []
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
    for name in sorted(by_name, key=lambda n: (_kind(n), *fullness(n), by_name[n][0].start)):
        parts = parse_name(name)
        if not parts.single:
            _add_telling(document, groups, name, by_name[name], title)
        elif parts.given:
            _add_given(document, groups, name, by_name[name])
        else:
            _add_surname(document, groups, name, by_name[name], title)
    return [group.mentions for group in groups]


def _kind(name: str) -> int:
    """Names with a surname come first, then given names with a patronymic, surnames, given names."""
    parts = parse_name(name)
    return (3 if parts.given else 2) if parts.single else int(is_courtesy(name))


def fullness(name: str) -> tuple[int, int]:
    """Fullest first: given name and patronymic, given name, initials, surname alone."""
    parts = parse_name(name)
    given = len(parts.given.rstrip(".")) > 2
    return -(2 * given + bool(parts.given) + bool(parts.patronymic)) * bool(parts.surname), -len(name)


def _subject(document: Document, mentions: Sequence[Mention]) -> str:
    """The person whom a document without a title opens with in a heading or infobox: "" for none."""
    first = min(mentions, key=lambda m: m.start, default=None)
    if first is None or not document.blocks or document.blocks[first.block].kind not in _OPENING:
        return ""
    return first.name


def _add_telling(document: Document, groups: list[Group], name: str, mentions: list[Mention], title: str) -> None:
    """Add a name that tells its bearer, those apart whom the text tells from the first of that name."""
    others = [m for m in mentions[1:] if is_another(document, m)]
    first = [m for m in mentions if m not in others]
    group = _called(groups, name, first) or _alike(groups, name, title)
    if group is None:
        groups.append(Group([name], first))
    else:
        group.take(name, first)
    if others:
        groups.append(Group([name], others, another=True))


def _called(groups: Iterable[Group], name: str, mentions: Sequence[Mention]) -> Group | None:
    """The only person whom a given name with a patronymic can mean; none where it can be a surname."""
    if not is_courtesy(name):
        return None
    start = min(m.start for m in mentions)
    found = [
        group
        for group in groups
        if any(is_called(name, other) for other in group.names)
        and (is_plainly_courtesy(name) or group.since < start)
    ]
    return found[0] if len(found) == 1 else None


def _alike(groups: Iterable[Group], name: str, title: str) -> Group | None:
    """The only group that a name with a surname fits; of several the one that spells it so, or of the title."""
    fits = [group for group in groups if not group.another and _fits(name, group)]
    if len(fits) > 1:
        exact = [group for group in fits if any(_ends_alike(name, n) for n in group.names)]
        initial = [group for group in fits if _begins_alike(name, group)]
        heads = [group for group in fits if any(n in title for n in group.names)]
        fits = next((chosen for chosen in (exact, initial, heads) if len(chosen) == 1), [])
    elif any(group.another and name not in group.names and _fits(name, group) for group in groups):
        return None
    return fits[0] if fits else None


def _begins_alike(name: str, group: Group) -> bool:
    """Whether an initial is that of the given name as this text spells it: Панас is no «А. Любченко» beside Аркадій,
    though he is Afanasii in Russian."""
    parts = parse_name(name)
    given = (parse_name(other).given for other in group.names)
    return is_initial(parts.given) and any(begins(g, parts.given) for g in given if g)


def _add_given(document: Document, groups: list[Group], name: str, mentions: list[Mention]) -> None:
    """Add a given name alone or a nickname: to its only bearer, whom the text introduced before by whichever name.

    Before that only a relative goes by the given name; else it may be a nom de guerre.
    """
    first = min(mentions, key=lambda m: m.start)
    found = [group for group in groups if any(_is_given_of(name, other) for other in group.names)]
    if len(found) == 1 and (
        _unnamed(found[0]) or any(m.start < first.start for m in found[0].mentions) or is_relative(document, first)
    ):
        found[0].take(name, mentions)
    else:
        groups.append(Group([name], mentions))


def _unnamed(group: Group) -> bool:
    """Whether the text has not told a surname: a given name, perhaps with the patronymic."""
    return all(is_courtesy(name) or not parse_name(name).surname for name in group.names)


def _is_given_of(name: str, fuller: str) -> bool:
    """Whether a given name is that of a fuller name as it is spelled there, or short for it.

    Mykola is no Mikołaj in one text, though they are one name.
    """
    given, other = parse_name(name).given, parse_name(fuller).given
    if given.casefold() == other.casefold():
        return True
    one_script = bool(CYRILLIC.search(given)) == bool(CYRILLIC.search(other))
    return one_script and bool(classes(given).loose & classes(other).sure)


def _add_surname(document: Document, groups: list[Group], name: str, mentions: list[Mention], title: str) -> None:
    """Add a surname alone, each mention to the bearer whom the text had introduced by then."""
    fits = [group for group in groups if _fits(name, group) and all(may_bear(name, n) for n in group.names)]
    telling = [group for group in fits if not group.bare]
    exact = [group for group in telling if any(_ends_alike(name, n) for n in group.names)]
    bearers = exact or telling
    kin = [g for g in groups if g not in bearers and any(_may_be_kin(g, bearer) for bearer in bearers)]
    left: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        told = sex(document, mention) if len(bearers) > 1 else ""
        of_sex = [group for group in bearers if not (told and _gender(group) not in ("", told))]
        bearer = _bearer(mention, of_sex, kin, title, placed=not is_another(document, mention))
        if bearer is not None:
            bearer.take(name, [mention])
        else:
            left[told if len(of_sex) < len(bearers) else ""].append(mention)
    bare = next((group for group in fits if group.bare), None) if not bearers else None
    for some in left.values():
        if bare is not None:
            bare.take(name, some)
        else:
            groups.append(Group([name], some, bare=True))


def _may_be_kin(group: Group, bearer: Group) -> bool:
    """Whether all that a text calls somebody is a given name with the patronymic of a child or sibling of a bearer."""
    return _unnamed(group) and any(are_kin(n, other) for n in group.names for other in bearer.names)


def _bearer(
    mention: Mention, bearers: Sequence[Group], kin: Sequence[Group], title: str, *, placed: bool
) -> Group | None:
    """Whose a surname alone is at this place of the text; None where several could be meant."""
    everybody = [*bearers, *kin]
    before = [group for group in everybody if group.since <= mention.start] if placed else []
    candidates = before or everybody
    if len(candidates) > 1:
        candidates = [group for group in everybody if any(n in title for n in group.names)]
    return candidates[0] if len(candidates) == 1 and candidates[0] not in kin else None


def _gender(group: Group) -> str:
    return next((found for n in group.names if (found := gender(parse_name(n)))), "")


def _fits(name: str, group: Group) -> bool:
    """Whether a name can be that of a group's bearer: it shares a sound and contradicts none of the names."""
    sounds = _sounds(name)
    if all(sounds.isdisjoint(_sounds(other)) for other in group.names):
        return False
    compared = [compare(Label.PERSON, name, o) for o in group.names if _comparable(name, o, group.names)]
    if not compared or any(c.verdict is Verdict.DIFFERENT for c in compared):
        return False
    likely = any(c.score >= ALIKE for c in compared) and not parse_name(name).given
    return likely or any(c.verdict is Verdict.SAME for c in compared) or _half(name, group.names)


def _comparable(name: str, other: str, names: Sequence[str]) -> bool:
    """Whether two names share a part to be compared by: "Ivan" is not held against "Karlović", nor is a surname
    against «Ян Адамович» where the group has that bearer's patronymic."""
    one, two = parse_name(name), parse_name(other)
    if any(is_called(other, fuller) for fuller in names):
        return bool(one.single and one.given)
    return bool((one.given and two.given) or (one.surname and two.surname))


def _half(name: str, names: Sequence[str]) -> bool:
    """Whether a bare surname is one half, as it is spelled, of a double one: «Гришин» of «Гришин-Алмазов»."""
    parts = parse_name(name)
    halves = {fold(half) for other in names for half in _halves(parse_name(other).surname)}
    return not parts.given and fold(parts.surname) in halves


def _halves(surname: str) -> list[str]:
    return surname.split("-") if "-" in surname else []


@lru_cache(maxsize=50_000)
def _sounds(name: str) -> frozenset[str]:
    """The blocking keys of a name and of each of its words: names that share none are not compared."""
    return frozenset(key for part in (name, *name.split()) for key in keys(Label.PERSON, part))


def _ends_alike(name: str, other: str) -> bool:
    """Whether a fuller name has the very spelling of a bare surname, or the same given name and surname."""
    return other == name or other.endswith(f" {name}")

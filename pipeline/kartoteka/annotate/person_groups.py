"""Gather the mentions of each person of one document: full names first, then what can only be understood from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kartoteka.annotate.beside_names import is_another, is_relative, role, roles, sex
from kartoteka.annotate.fitting import ends_alike, fits, is_given_of
from kartoteka.names import parse_name
from kartoteka.names.persons.courtesy import are_kin, is_called, is_courtesy, is_plainly_courtesy, may_bear
from kartoteka.names.persons.forenames import begins
from kartoteka.names.persons.genders import gender
from kartoteka.names.persons.parse import is_initial
from kartoteka.types import BlockKind, Document, Mention

#: Blocks that open with what a document is about.
_OPENING = frozenset({BlockKind.HEADING, BlockKind.INFOBOX})


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
    fitting = [group for group in groups if not group.another and fits(name, group.names)]
    if len(fitting) > 1:
        exact = [group for group in fitting if any(ends_alike(name, n) for n in group.names)]
        initial = [group for group in fitting if _begins_alike(name, group)]
        heads = [group for group in fitting if any(n in title for n in group.names)]
        fitting = next((chosen for chosen in (exact, initial, heads) if len(chosen) == 1), [])
    elif any(group.another and name not in group.names and fits(name, group.names) for group in groups):
        return None
    return fitting[0] if fitting else None


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
    found = [group for group in groups if any(is_given_of(name, other) for other in group.names)]
    if len(found) == 1 and (
        _unnamed(found[0]) or any(m.start < first.start for m in found[0].mentions) or is_relative(document, first)
    ):
        found[0].take(name, mentions)
    else:
        groups.append(Group([name], mentions))


def _unnamed(group: Group) -> bool:
    """Whether the text has not told a surname: a given name, perhaps with the patronymic."""
    return all(is_courtesy(name) or not parse_name(name).surname for name in group.names)


def _add_surname(document: Document, groups: list[Group], name: str, mentions: list[Mention], title: str) -> None:
    """Add a surname alone, each mention to the bearer whom the text had introduced by then."""
    fitting = [
        group for group in groups if fits(name, group.names) and all(may_bear(name, n) for n in group.names)
    ]
    telling = [group for group in fitting if not group.bare]
    exact = [group for group in telling if any(ends_alike(name, n) for n in group.names)]
    bearers = exact or telling
    kin = [g for g in groups if g not in bearers and any(_may_be_kin(g, bearer) for bearer in bearers)]
    left: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        told = sex(document, mention) if len(bearers) > 1 else ""
        of_sex = [group for group in bearers if not (told and _gender(group) not in ("", told))]
        bearer = _bearer(mention, of_sex, kin, title, placed=not is_another(document, mention))
        bearer = bearer or _of_role(document, mention, of_sex)
        if bearer is not None:
            bearer.take(name, [mention])
        else:
            left[told if len(of_sex) < len(bearers) else ""].append(mention)
    bare = next((group for group in fitting if group.bare), None) if not bearers else None
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


def _of_role(document: Document, mention: Mention, bearers: Sequence[Group]) -> Group | None:
    """The only bearer of whom the text says elsewhere what the word before this surname says."""
    if not (said := role(document, mention)) or len(bearers) < 2:
        return None
    found = [group for group in bearers if any(said & roles(document, m) for m in group.mentions)]
    return found[0] if len(found) == 1 else None


def _gender(group: Group) -> str:
    return next((found for n in group.names if (found := gender(parse_name(n)))), "")

"""Gather the mentions of one thing within one document."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from kartoteka.annotate.aliases import aliases
from kartoteka.annotate.definitions import definitions
from kartoteka.annotate.districts import located
from kartoteka.annotate.short_names import taken_up
from kartoteka.names import compare, keys, parse_name
from kartoteka.names.body_names import parse_body
from kartoteka.names.given import patronymic_gender
from kartoteka.names.person import PersonName
from kartoteka.romanization import fold
from kartoteka.types import BlockKind, Document, Label, Mention, Referent, Verdict

#: Blocks that open with what a document is about.
_OPENING = frozenset({BlockKind.HEADING, BlockKind.INFOBOX})
#: A surname alone joins a fuller name from this likeness on.
ALIKE = 0.44


def find_referents(document: Document, mentions: Sequence[Mention]) -> list[Referent]:
    """The things that a document speaks of, each with all its mentions; dates are none.

    "Balytsky" goes with the "Vsevolod Balytsky" of the same document, unless two bear the surname there: then it
    stays by itself. Order: by first mention.
    """
    groups: list[list[Mention]] = []
    for label in (Label.PERSON, Label.OFFICE, Label.ORG, Label.PLACE):
        labelled = [m for m in mentions if m.label is label]
        groups += _persons(document, labelled) if label is Label.PERSON else _bodies(document, label, labelled)
    groups.sort(key=lambda group: (group[0].start, group[0].end))
    seen: Counter[str] = Counter()
    return [_referent(document, group, seen) for group in groups]


def _bodies(document: Document, label: Label, mentions: Sequence[Mention]) -> list[list[Mention]]:
    explained = {
        _body(label, short): _body(label, full)
        for full, short in (definitions(document, mentions) if label is Label.ORG else ())
    }
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in located(document, mentions) if label is Label.PLACE else mentions:
        key = _body(label, mention)
        groups[explained.get(key, key)].append(mention)
    if label is Label.ORG:
        short = taken_up({key: sorted({m.name for m in group}) for key, group in groups.items()})
        for key, full in short.items():
            groups[full] += groups.pop(key)
    return [sorted(group, key=lambda m: m.start) for group in groups.values()]


def _body(label: Label, mention: Mention) -> str:
    return min(keys(label, mention.name))


def _persons(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
    groups: list[list[str]] = []
    title = document.title or _subject(document, mentions)
    for name in sorted(by_name, key=lambda n: (*_fullness(n), by_name[n][0].start)):
        group = _group_of(name, groups, title)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    gathered = [[m for n in group for m in by_name[n]] for group in groups]
    for one, other in aliases(document, mentions):
        _join(gathered, one, other)
    return [sorted(group, key=lambda m: m.start) for group in gathered]


def _subject(document: Document, mentions: Sequence[Mention]) -> str:
    """The person whom a document without a title opens with in a heading or infobox: "" for none."""
    first = min(mentions, key=lambda m: m.start, default=None)
    if first is None or not document.blocks or document.blocks[first.block].kind not in _OPENING:
        return ""
    return first.name


def _join(groups: list[list[Mention]], one: Mention, other: Mention) -> None:
    """Bring the bearer of a name and of another name of his together; a mere given name for this mention alone."""
    home = next(group for group in groups if one in group)
    away = next(group for group in groups if other in group)
    if home is not away:
        moved = [other] if not parse_name(other.name).surname else list(away)
        home += moved
        away[:] = [m for m in away if m not in moved]
        groups[:] = [group for group in groups if group]
    for group in [
        g for g in groups if g is not home and any(_bears_both(m.name, one.name, other.name) for m in g)
    ]:
        home += group
        groups.remove(group)


def _bears_both(name: str, one: str, other: str) -> bool:
    """Whether a name is made of one's given name and of the surname that is another name of the same person."""
    parts, first, second = parse_name(name), parse_name(one), parse_name(other)
    if not (parts.given and parts.surname and second.surname) or second.given:
        return False
    return fold(parts.given) == fold(first.given) and fold(parts.surname) == fold(second.surname)


def _fullness(name: str) -> tuple[int, int]:
    """Fullest first: given name and patronymic, given name, initials, surname alone."""
    parts = parse_name(name)
    given = len(parts.given.rstrip(".")) > 2
    return -(2 * given + bool(parts.given) + bool(parts.patronymic)) * bool(parts.surname), -len(name)


def _group_of(name: str, groups: list[list[str]], title: str) -> list[str] | None:
    fits: list[tuple[float, list[str]]] = []
    sounds = _sounds(name)
    for group in groups:
        if all(sounds.isdisjoint(_sounds(other)) for other in group):
            continue
        compared = [compare(Label.PERSON, name, other) for other in group if _comparable(name, other, group)]
        if not compared or any(c.verdict is Verdict.DIFFERENT for c in compared):
            continue
        best = max(c.score for c in compared)
        same = any(c.verdict is Verdict.SAME for c in compared)
        if same or (best >= ALIKE and _part_of_a_name(name, group)) or _half(name, group):
            fits.append((best, group))
    if len(fits) > 1:
        exact = [fit for fit in fits if any(_ends_alike(name, n) for n in fit[1])]
        heads = [fit for fit in fits if any(n in title for n in fit[1])]
        fits = next((chosen for chosen in (exact, heads) if len(chosen) == 1), [])
    return fits[0][1] if fits else None


def _comparable(name: str, other: str, group: Sequence[str]) -> bool:
    """Whether two names share a part to be compared by: "Ivan" is not held against "Karlović", nor is a surname
    against «Ян Адамович» where the group has that bearer's patronymic."""
    one, two = parse_name(name), parse_name(other)
    if one.single and any(_courteous(two, parse_name(fuller)) for fuller in group):
        return bool(one.given)
    return bool((one.given and two.given) or (one.surname and two.surname))


def _part_of_a_name(name: str, group: Sequence[str]) -> bool:
    """Whether a name can be a part of one in the group: a surname, a given name as that bearer is called, a given
    name with the patronymic."""
    parts = parse_name(name)
    if not parts.given:
        return True
    fuller = [parse_name(other) for other in group]
    if parts.surname:
        return any(_courteous(parts, each) for each in fuller)
    # Mykola is no Mikołaj in one text, though they are one name.
    return any(each.given.casefold() == parts.given.casefold() for each in fuller)


def _half(name: str, group: Sequence[str]) -> bool:
    """Whether a bare surname is one half, as it is spelled, of a double one: «Гришин» of «Гришин-Алмазов»."""
    parts = parse_name(name)
    halves = {fold(half) for other in group for half in _halves(parse_name(other).surname)}
    return not parts.given and fold(parts.surname) in halves


def _halves(surname: str) -> list[str]:
    return surname.split("-") if "-" in surname else []


def _courteous(name: PersonName, fuller: PersonName) -> bool:
    """Whether a name is a given name with the patronymic that a fuller name has."""
    same = fold(name.given) == fold(fuller.given) and fold(name.surname) == fold(fuller.patronymic)
    return same and bool(patronymic_gender(name.surname))


@lru_cache(maxsize=50_000)
def _sounds(name: str) -> frozenset[str]:
    """The blocking keys of a name and of each of its words: names that share none are not compared."""
    return frozenset(key for part in (name, *name.split()) for key in keys(Label.PERSON, part))


def _ends_alike(name: str, other: str) -> bool:
    """Whether a fuller name has the very spelling of a bare surname, or the same given name and surname."""
    return other == name or other.endswith(f" {name}")


def _referent(document: Document, mentions: list[Mention], seen: Counter[str]) -> Referent:
    counts = Counter(m.name for m in mentions)
    label = mentions[0].label
    ranked = sorted(counts, key=lambda n: (_short(label, n), -counts[n], n))
    name = min(ranked, key=lambda n: (*_fullness(n), -counts[n], n)) if label is Label.PERSON else ranked[0]
    text = f"{document.id}\0{label}\0{name.casefold()}"
    seen[text] += 1
    digest = hashlib.sha256(f"{text}\0{seen[text]}".encode()).hexdigest()[:16]
    # A common noun is a name of this body here alone.
    told = [n for n in ranked if not _short(label, n)] or ranked
    names = (name, *(n for n in told if n != name))
    lang = document.blocks[mentions[0].block].lang if document.blocks else ""
    return Referent(digest, document.id, label, name, names, tuple(m.id for m in mentions), lang or document.lang)


def _short(label: Label, name: str) -> bool:
    """Whether an institution's name is a common noun that only its surroundings tell the bearer of."""
    return label is Label.ORG and parse_body(name).common

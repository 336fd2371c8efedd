"""Gather the mentions of one thing within one document."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.annotate.aliases import aliases
from kartoteka.annotate.beside_names import titled
from kartoteka.annotate.definitions import definitions
from kartoteka.annotate.districts import located
from kartoteka.annotate.person_groups import fullness, gather_persons
from kartoteka.annotate.short_names import taken_up
from kartoteka.names import keys, parse_name
from kartoteka.names.bodies.reading import parse_body
from kartoteka.names.persons.forenames import CLASH, given_agreement
from kartoteka.names.persons.patronymics import patronymic_agreement
from kartoteka.romanization import fold
from kartoteka.types import Document, Label, Mention, Referent


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
    named = [replace(m, name=titled(document, m)) for m in mentions]
    gathered = gather_persons(document, named)
    for one, other in aliases(document, named):
        _join(gathered, one, other)
    return [sorted(group, key=lambda m: m.start) for group in gathered]


def _join(groups: list[list[Mention]], one: Mention, other: Mention) -> None:
    """Bring the bearer of a name and of another name of his together; a mere given name for this mention alone."""
    home = next(group for group in groups if one in group)
    away = next(group for group in groups if other in group)
    if home is not away:
        moved = [other] if not parse_name(other.name).surname else [other, *_following(away, home, other)]
        home += moved
        away[:] = [m for m in away if m not in moved]
        groups[:] = [group for group in groups if group]
    for group in [
        g for g in groups if g is not home and any(_bears_both(m.name, one.name, other.name) for m in g)
    ]:
        home += group
        groups.remove(group)


def _following(away: Sequence[Mention], home: Sequence[Mention], other: Mention) -> list[Mention]:
    """The mentions that go with another name of somebody: none where its group has a fuller name that is not his.

    «Г. А. Борисов» is not «Григорий Иванович Старый», whose name was Борисов too.
    """
    names = {m.name for m in home}
    fuller = {m.name for m in away} - {other.name}
    if any(_other_forenames(one, name) for one in fuller for name in names):
        return []
    return [m for m in away if m is not other]


def _other_forenames(one: str, other: str) -> bool:
    """Whether two names have given names, initials or patronymics that are two persons'."""
    a, b = parse_name(one), parse_name(other)
    given = bool(a.given and b.given) and given_agreement(a.given, b.given) == CLASH
    return given or patronymic_agreement(a.patronymic, b.patronymic) == CLASH


def _bears_both(name: str, one: str, other: str) -> bool:
    """Whether a name is made of one's given name and of the surname that is another name of the same person."""
    parts, first, second = parse_name(name), parse_name(one), parse_name(other)
    if not (parts.given and parts.surname and second.surname) or second.given:
        return False
    return fold(parts.given) == fold(first.given) and fold(parts.surname) == fold(second.surname)


def _referent(document: Document, mentions: list[Mention], seen: Counter[str]) -> Referent:
    counts = Counter(m.name for m in mentions)
    label = mentions[0].label
    ranked = sorted(counts, key=lambda n: (_short(label, n), -counts[n], n))
    name = min(ranked, key=lambda n: (*fullness(n), -counts[n], n)) if label is Label.PERSON else ranked[0]
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

"""Gather the mentions of one thing within one document."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from kartoteka.annotate.definitions import definitions
from kartoteka.names import compare, keys, parse_name
from kartoteka.types import Document, Label, Mention, Referent, Verdict

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
    for mention in mentions:
        key = _body(label, mention)
        groups[explained.get(key, key)].append(mention)
    return list(groups.values())


def _body(label: Label, mention: Mention) -> str:
    return min(keys(label, mention.name))


def _persons(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
    groups: list[list[str]] = []
    for name in sorted(by_name, key=lambda n: (*_fullness(n), by_name[n][0].start)):
        group = _group_of(name, groups, document.title)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    return [sorted((m for n in group for m in by_name[n]), key=lambda m: m.start) for group in groups]


def _fullness(name: str) -> tuple[int, int]:
    """Fullest first: given name and patronymic, given name, initials, surname alone."""
    parts = parse_name(name)
    given = len(parts.given.rstrip(".")) > 2
    return -(2 * given + bool(parts.given) + bool(parts.patronymic)) * bool(parts.surname), -len(name)


def _group_of(name: str, groups: list[list[str]], title: str) -> list[str] | None:
    parts = parse_name(name)
    fits: list[tuple[float, list[str]]] = []
    sounds = _sounds(name)
    for group in groups:
        if all(sounds.isdisjoint(_sounds(other)) for other in group):
            continue
        compared = [compare(Label.PERSON, name, other) for other in group]
        if any(c.verdict is Verdict.DIFFERENT for c in compared):
            continue
        best = max(c.score for c in compared)
        same = any(c.verdict is Verdict.SAME for c in compared)
        if same or (best >= ALIKE and not (parts.given and parts.surname)):
            fits.append((best, group))
    if len(fits) > 1:
        exact = [fit for fit in fits if any(_ends_alike(name, n) for n in fit[1])]
        heads = [fit for fit in fits if any(n in title for n in fit[1])]
        fits = next((chosen for chosen in (exact, heads) if len(chosen) == 1), [])
    return fits[0][1] if fits else None


@lru_cache(maxsize=50_000)
def _sounds(name: str) -> frozenset[str]:
    """The blocking keys of a name and of each of its words: names that share none are not compared."""
    return frozenset(key for part in (name, *name.split()) for key in keys(Label.PERSON, part))


def _ends_alike(name: str, other: str) -> bool:
    """Whether a fuller name has the very spelling of a bare surname, or the same given name and surname."""
    return other == name or other.endswith(f" {name}")


def _referent(document: Document, mentions: list[Mention], seen: Counter[str]) -> Referent:
    counts = Counter(m.name for m in mentions)
    ranked = sorted(counts, key=lambda n: (-counts[n], n))
    label = mentions[0].label
    name = min(ranked, key=lambda n: (*_fullness(n), -counts[n], n)) if label is Label.PERSON else ranked[0]
    text = f"{document.id}\0{label}\0{name.casefold()}"
    seen[text] += 1
    digest = hashlib.sha256(f"{text}\0{seen[text]}".encode()).hexdigest()[:16]
    names = (name, *(n for n in ranked if n != name))
    lang = document.blocks[mentions[0].block].lang if document.blocks else ""
    return Referent(digest, document.id, label, name, names, tuple(m.id for m in mentions), lang or document.lang)

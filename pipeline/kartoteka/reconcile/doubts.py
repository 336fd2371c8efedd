"""What a list of known things leaves to a person, in words: names that fit several rows, and rows that nothing fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kartoteka.reconcile.guidance import NOWHERE, Guidance
from kartoteka.types import Authority, Judgement, Verdict

#: So many of the documents in which a name is left open are told, and of the rows that are not found.
DOCUMENTS, ROWS = 3, 30

#: Names of one referent that are left open together.
Names = tuple[str, ...]


def left_open(
    judgements: Iterable[Judgement], owner: Mapping[str, str], known: Mapping[str, Authority], guidance: Guidance
) -> list[str]:
    """One line for each name, with its documents, that fits several rows or of which a person decided otherwise."""
    named = {referent.id: referent for referent in guidance.referents}
    fits: dict[Names, set[str]] = defaultdict(set)
    for one, row in _doubted(judgements, owner, known):
        fits[_called(one, guidance, named[one].name)].add(row)
    for one, fit in guidance.fits.items():
        if one not in owner:
            fits[_called(one, guidance, named[one].name)] |= fit.rows
    fits = defaultdict(set, {names: rows for names, rows in fits.items() if len(rows) > 1})
    for one, rows in guidance.torn.items():
        fits[_called(one, guidance, named[one].name)] |= rows
    where: dict[Names, set[str]] = defaultdict(set)
    for referent in named.values():
        if referent.document != NOWHERE and referent.id not in owner:
            where[_called(referent.id, guidance, referent.name)].add(referent.document)
    return [
        _open(names, sorted(where[names]), [known[row] for row in sorted(fits[names])]) for names in sorted(fits)
    ]


def _called(referent: str, guidance: Guidance, name: str) -> Names:
    fit = guidance.fits.get(referent)
    return fit.mixed if fit is not None and fit.mixed else (name,)


def _doubted(
    judgements: Iterable[Judgement], owner: Mapping[str, str], known: Mapping[str, Authority]
) -> Iterator[tuple[str, str]]:
    """The referents without a row that the comparing left open, each with a row that it fits."""
    for judgement in judgements:
        if judgement.verdict is Verdict.UNSURE:
            for one, other in ((judgement.left, judgement.right), (judgement.right, judgement.left)):
                row = other if other in known else owner.get(other)
                if row is not None and one not in known and one not in owner:
                    yield one, row


def _open(names: Names, documents: Sequence[str], rows: Sequence[Authority]) -> str:
    """The line for names that are left open."""
    left = len(documents) - DOCUMENTS
    places = ", ".join(documents[:DOCUMENTS]) + (f" and {left} more" if left > 0 else "")
    called, fitting = " and ".join(map(repr, names)), " and ".join(f"{row.name} ({row.source})" for row in rows)
    verb, fit = ("are", "they fit") if len(names) > 1 else ("is", "it fits")
    otherwise = ", but decisions say otherwise" if len(rows) == 1 else ""
    return f"{called} in {places} {verb} left open: {fit} {fitting}{otherwise}"


def coverage(authorities: Iterable[Authority], found: Collection[str]) -> list[str]:
    """One line for each list: how many of its rows a card has (`found` are their sources), and which none has.

    Rows that speak of one thing count as one, under the first.
    """
    lists: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for one in authorities:
        file, _, line = one.source.rpartition(", line ")
        lists[file].append((line, one.source in found))
    return [_covered(file, rows) for file, rows in lists.items()]


def _covered(file: str, rows: Sequence[tuple[str, bool]]) -> str:
    missing = [line for line, is_found in rows if not is_found]
    said = f"{len(rows) - len(missing)} of {len(rows)} rows of {file} found"
    if not missing:
        return said
    left = f" and {len(missing) - ROWS} more" if len(missing) > ROWS else ""
    return f"{said}; not found: line{'s' if len(missing) > 1 else ''} {', '.join(missing[:ROWS])}{left}"

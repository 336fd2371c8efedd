"""Whether a Latin spelling is what the scheme of its own document makes of a Cyrillic one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kartoteka.names import parse_name
from kartoteka.romanization import schemes, writes
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.types import Reason


def as_written(names: Iterable[str], others: Iterable[str], likely: Iterable[str]) -> Reason | None:
    """The reason that a surname among the Latin `names` is one of the Cyrillic `others` by a `likely` scheme.

    None where no scheme writes any of them so, or the names are all in one script.
    """
    surnames = sorted({parse_name(name).surname for name in names if not CYRILLIC.search(name)} - {""})
    originals = sorted({parse_name(name).surname for name in others if CYRILLIC.search(name)} - {""})
    found = (
        Reason("scheme", 1.0, f"{latin} is {cyrillic} by the scheme of its text, {schemes()[scheme].title}")
        for scheme, latin, cyrillic in _triples(likely, surnames, originals)
        if writes(cyrillic, latin, scheme)
    )
    return next(found, None)


def _triples(likely: Iterable[str], surnames: list[str], originals: list[str]) -> Iterator[tuple[str, str, str]]:
    return ((scheme, latin, cyrillic) for scheme in likely for latin in surnames for cyrillic in originals)

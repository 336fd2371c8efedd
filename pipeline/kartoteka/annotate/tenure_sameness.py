"""Whether two statements of one holder tell of the same term: the same post, dates of which one says what both do."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kartoteka.dates import bounds
from kartoteka.dates.days import Day, day_key
from kartoteka.resources import read_toml
from kartoteka.types import Tenure, TimeSpan

_FIRST, _LAST = (-9999, 1, 1), (9999, 12, 31)


def includes(fuller: Tenure, other: Tenure) -> bool:
    """Whether one tenure says all that another of the same holder, post and modality does."""
    if fuller.holder != other.holder or fuller.modality != other.modality or not _held_alike(fuller, other):
        return False
    if other.org and fuller.org != other.org:
        return False
    if fuller.source != other.source and not (other.start and other.end):
        return False
    if other.office_id != (fuller.office_id or "-") and not _part_of(other.office, fuller.office):
        return False
    if not fuller.holder and fuller.passage != other.passage:
        return False
    if other.attested and not _may_cover(fuller, other.attested):
        return False
    neighbours = ((fuller.predecessor, other.predecessor), (fuller.successor, other.successor))
    # A successor told without any date may be that of another term.
    together = fuller.passage == other.passage or other.start is not None or other.end is not None
    return (
        says(fuller.start, other.start)
        and says(fuller.end, other.end)
        and all(not b or a == b or (not a and together) for a, b in neighbours)
    )


def _held_alike(fuller: Tenure, other: Tenure) -> bool:
    """Whether a post is held as the other statement says; "rector" without a date may be said of an acting one."""
    if (
        other.start is None
        and other.end is None
        and other.attested is None
        and not other.acting
        and not other.honorary
    ):
        return fuller.designate == other.designate
    return _standing(fuller) == _standing(other)


def _standing(tenure: Tenure) -> tuple[bool, bool, bool]:
    return tenure.acting, tenure.designate, tenure.honorary


def _may_cover(tenure: Tenure, attested: TimeSpan) -> bool:
    """Whether a tenure can have been held when another statement has it held."""
    if tenure.attested:
        return tenure.attested.edtf == attested.edtf
    begun = bound(tenure.start, 0) if tenure.start else None
    ended = bound(tenure.end, 1) if tenure.end else None
    return (begun or _FIRST) <= (bound(attested, 1) or _LAST) and (bound(attested, 0) or _FIRST) <= (
        ended or _LAST
    )


def says(fuller: TimeSpan | None, other: TimeSpan | None) -> bool:
    """Whether a date says all that another does: the same, or a day within the other's season, month or year."""
    if other is None or other == fuller:
        return True
    if fuller is None:
        return False
    if fuller.edtf == other.edtf:
        return True
    (first, last), (other_first, other_last) = ([bound(span, side) for side in (0, 1)] for span in (fuller, other))
    if not first or not last or not other_first or not other_last or len(fuller.edtf.lstrip("-")) <= 4:
        return False
    return other_first <= first and last <= other_last


def bound(span: TimeSpan, side: int) -> Day | None:
    """The first (0) or last day (1) of a date."""
    return _day((span.earliest, span.latest)[side] or bounds(span.edtf)[side])


_day = lru_cache(maxsize=4096)(day_key)


def same_post(first: Tenure, second: Tenure) -> bool:
    """Whether two statements are about one person in one post, the one perhaps in fewer words."""
    if (
        not first.holder
        or first.holder != second.holder
        or first.modality != second.modality
        or first.source != second.source
    ):
        return False
    if first.org and second.org and first.org != second.org:
        return False
    if first.office_id and first.office_id == second.office_id:
        return True
    return _part_of(first.office, second.office) or _part_of(second.office, first.office)


def agree(one: Tenure, other: Tenure) -> bool:
    """Whether two statements of a post tell of one term, each of them one date more exactly: 1931–1932, July 1931."""
    if one.start is None or other.start is None or not same_post(one, other):
        return False
    if _standing(one) != _standing(other):
        return False
    ends = one.end is None or other.end is None or says(one.end, other.end) or says(other.end, one.end)
    neighbours = ((one.predecessor, other.predecessor), (one.successor, other.successor))
    if not ends or not all(not a or not b or a == b for a, b in neighbours):
        return False
    return says(one.start, other.start) or says(other.start, one.start)


def continues(begun: Tenure, ended: Tenure) -> bool:
    """Whether one statement has the beginning and the other the end, in this order of time.

    The end of what somebody held acting is often told without that word, never the other way round.
    """
    if begun.end is not None or ended.start is not None or begun.start is None or ended.end is None:
        return False
    if _standing(ended) != (begun.acting and ended.acting, begun.designate, begun.honorary):
        return False
    return (bound(begun.start, 0) or _LAST) <= (bound(ended.end, 1) or _FIRST)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    """Contractions ("нарком") with their words' stems, and stems that make another post of one."""
    table: dict[str, dict[str, list[str]]] = read_toml("patterns/tenure_tables.toml")["posts"]
    return table


def _part_of(shorter: str, fuller: str) -> bool:
    """Whether a post says no more than another: "нарком освіти", "Народний комісар освіти УСРР"; no deputy's."""
    left, right = stems(shorter), stems(fuller)
    return (
        bool(left)
        and left <= right
        and not any(stem.startswith(tuple(_table()["others"]["stems"])) for stem in right - left)
    )


@cache
def stems(office: str) -> frozenset[str]:
    """The words of a post, Cyrillic ones cut to their stems, contractions written out."""
    found: set[str] = set()
    for word in re.findall(r"[\w’'-]+", office.casefold()):
        if re.match(r"[a-z]", word):
            found |= {word} - {"the", "of", "in", "for", "and", "a"}
            continue
        stem = word.translate(str.maketrans("іїєґё", "ииеге"))
        written = next((w for c, w in _table()["contractions"].items() if stem.startswith(c)), [stem[:5]])
        found |= set(written)
    return frozenset(found)

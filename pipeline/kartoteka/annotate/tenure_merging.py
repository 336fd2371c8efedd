"""Statements of one tenure brought together: what says no more than another, and a beginning with its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kartoteka.dates import bounds
from kartoteka.resources import read_toml
from kartoteka.types import Tenure, TimeSpan


def merge_tenures(found: Sequence[Tenure]) -> list[Tenure]:
    """The tenures without those that another one states more fully, each with all its evidence.

    A statement of the beginning alone and a later one of the end alone, of one holder and post, are one tenure
    where nothing between them says otherwise.
    """
    by_holder: dict[str, list[int]] = {}
    for index, tenure in enumerate(found):
        by_holder.setdefault(tenure.holder, []).append(index)
    merged = [pair for places in by_holder.values() for pair in _of_holder([(i, found[i]) for i in places])]
    return [tenure for _, tenure in sorted(merged, key=lambda pair: pair[0])]


def _of_holder(found: list[tuple[int, Tenure]]) -> list[tuple[int, Tenure]]:
    """The same for the statements about one holder, each with its place among all."""
    kept: list[tuple[int, Tenure]] = []
    for place, stated in found:
        tenure = stated
        index = next((i for i, (_, other) in enumerate(kept) if _includes(other, tenure)), None)
        if index is not None:
            kept[index] = kept[index][0], _with_evidence(kept[index][1], tenure)
            continue
        for i in reversed([i for i, (_, other) in enumerate(kept) if _includes(tenure, other)]):
            tenure = _with_evidence(tenure, kept.pop(i)[1])
        index = next((i for i, (_, other) in enumerate(kept) if _agree(other, tenure)), None)
        if index is not None:
            kept[index] = kept[index][0], _refined(kept[index][1], tenure)
            continue
        kept.append((place, tenure))
    return _with_ends(kept)


def _with_ends(found: list[tuple[int, Tenure]]) -> list[tuple[int, Tenure]]:
    """Each statement of an end joined to the last beginning before it."""
    kept = dict(found)
    for place, ended in found:
        if ended.start is not None or ended.end is None:
            continue
        begun = [p for p, t in kept.items() if _same_post(t, ended) and _continues(t, ended)]
        if begun:
            last = max(begun, key=lambda p: _begins(kept[p]))
            kept[last] = _joined(kept[last], ended)
            del kept[place]
    return list(kept.items())


def _begins(tenure: Tenure) -> str:
    return (_bound(tenure.start, 0) if tenure.start else None) or ""


def _includes(fuller: Tenure, other: Tenure) -> bool:
    """Whether one tenure says all that another of the same holder, post and modality does."""
    if fuller.holder != other.holder or fuller.modality != other.modality:
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
        _says(fuller.start, other.start)
        and _says(fuller.end, other.end)
        and all(not b or a == b or (not a and together) for a, b in neighbours)
    )


def _may_cover(tenure: Tenure, attested: TimeSpan) -> bool:
    """Whether a tenure can have been held when another statement has it held."""
    if tenure.attested:
        return tenure.attested.edtf == attested.edtf
    begun = _bound(tenure.start, 0) if tenure.start else None
    ended = _bound(tenure.end, 1) if tenure.end else None
    return (begun or "") <= (_bound(attested, 1) or "9") and (_bound(attested, 0) or "") <= (ended or "9")


def _says(fuller: TimeSpan | None, other: TimeSpan | None) -> bool:
    """Whether a date says all that another does: the same, or a day within the other's season, month or year."""
    if other is None or other == fuller:
        return True
    if fuller is None:
        return False
    if fuller.edtf == other.edtf:
        return True
    inner, outer = [_bound(fuller, side) for side in (0, 1)], [_bound(other, side) for side in (0, 1)]
    if None in (*inner, *outer) or len(fuller.edtf) <= 4:
        return False
    return (outer[0] or "") <= (inner[0] or "") and (inner[1] or "") <= (outer[1] or "")


def _bound(span: TimeSpan, side: int) -> str | None:
    """The first (0) or last day (1) of a date."""
    return (span.earliest, span.latest)[side] or bounds(span.edtf)[side]


def _same_post(first: Tenure, second: Tenure) -> bool:
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


def _agree(one: Tenure, other: Tenure) -> bool:
    """Whether two statements of a post tell of one term, each of them one date more exactly: 1931–1932, July 1931."""
    if one.start is None or other.start is None or not _same_post(one, other):
        return False
    ends = one.end is None or other.end is None or _says(one.end, other.end) or _says(other.end, one.end)
    neighbours = ((one.predecessor, other.predecessor), (one.successor, other.successor))
    if not ends or not all(not a or not b or a == b for a, b in neighbours):
        return False
    return _says(one.start, other.start) or _says(other.start, one.start)


def _refined(one: Tenure, other: Tenure) -> Tenure:
    """The term of which two statements tell, with the more exact of their dates."""
    fuller = one if len(one.office) >= len(other.office) else other
    return replace(
        _with_evidence(one, other),
        office=fuller.office,
        office_id=fuller.office_id,
        org=one.org or other.org,
        start=one.start if _says(one.start, other.start) else other.start,
        end=one.end if _says(one.end, other.end) else other.end,
    )


def _continues(begun: Tenure, ended: Tenure) -> bool:
    """Whether one statement has the beginning and the other the end, in this order of time."""
    if begun.end is not None or ended.start is not None or begun.start is None or ended.end is None:
        return False
    return (_bound(begun.start, 0) or "9") <= (_bound(ended.end, 1) or "")


def _joined(begun: Tenure, ended: Tenure) -> Tenure:
    fuller = begun if len(begun.office) >= len(ended.office) else ended
    return replace(
        _with_evidence(begun, ended),
        office=fuller.office,
        office_id=fuller.office_id,
        org=begun.org or ended.org,
        end=ended.end,
    )


def _with_evidence(tenure: Tenure, other: Tenure) -> Tenure:
    return replace(
        tenure,
        predecessor=tenure.predecessor or other.predecessor,
        successor=tenure.successor or other.successor,
        evidence=tuple(dict.fromkeys((*tenure.evidence, *other.evidence))),
        further=_passages(tenure, other),
    )


def _passages(tenure: Tenure, other: Tenure) -> tuple[tuple[int, int], ...]:
    """Where else the document says it, beside the passage of the first."""
    stated = dict.fromkeys((*tenure.further, other.passage, *other.further))
    return tuple(passage for passage in stated if passage != tenure.passage)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    """Contractions ("нарком") with their words' stems, and stems that make another post of one."""
    table: dict[str, dict[str, list[str]]] = read_toml("patterns/tenure_tables.toml")["posts"]
    return table


def _part_of(shorter: str, fuller: str) -> bool:
    """Whether a post says no more than another: "нарком освіти", "Народний комісар освіти УСРР"; no deputy's."""
    left, right = _stems(shorter), _stems(fuller)
    return (
        bool(left)
        and left <= right
        and not any(stem.startswith(tuple(_table()["others"]["stems"])) for stem in right - left)
    )


@cache
def _stems(office: str) -> frozenset[str]:
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

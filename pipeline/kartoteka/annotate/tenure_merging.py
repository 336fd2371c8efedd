"""Statements of one tenure brought together: what says no more than another, and a beginning with its end."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kartoteka.annotate.tenure_index import Kept, Key, Posts
from kartoteka.annotate.tenure_sameness import agree, bound, continues, includes, same_post, says
from kartoteka.annotate.tenure_takeovers import Takeovers
from kartoteka.dates.days import Day
from kartoteka.types import Tenure

#: Statements with their places among all.
Placed = list[tuple[int, Tenure]]


def merge_tenures(found: Sequence[Tenure]) -> list[Tenure]:
    """The tenures without those that another one states more fully, each with all its evidence.

    A statement of the beginning alone and a later one of the end alone, of one holder and post, are one tenure,
    unless somebody else came to that post between them. What somebody held acting or as an honour, and what he was
    designated for, is not part of what he held in full.
    """
    groups: dict[object, Placed] = defaultdict(list)
    for index, tenure in enumerate(found):
        # Of nobody named only what one passage says twice is the same.
        whose = tenure.holder or tenure.passage
        groups[whose, tenure.modality].append((index, tenure))
    others = Takeovers(found)
    merged = [pair for stated in groups.values() for pair in _of_holder(stated, others)]
    return [tenure for _, tenure in sorted(merged, key=lambda pair: pair[0])]


def _of_holder(found: Placed, others: Takeovers) -> Placed:
    """The same for the statements about one holder."""
    if len(found) == 1:
        return found
    posts = Posts([tenure for _, tenure in found])
    kept = Kept(posts)
    for place, stated in found:
        tenure, near = stated, kept.near(stated)
        index = next((i for i in near if includes(kept[i], tenure)), None)
        if index is not None:
            kept.put(index, _with_evidence(kept[index], tenure))
            continue
        for i in reversed([i for i in near if includes(tenure, kept[i])]):
            tenure = _with_evidence(tenure, kept.pop(i))
            near.remove(i)
        index = next((i for i in near if agree(kept[i], tenure)), None)
        if index is not None:
            kept.put(index, _refined(kept[index], tenure))
        else:
            kept.add(place, tenure)
    return _with_ends(kept.all(), posts, others)


def _with_ends(found: Placed, posts: Posts, others: Takeovers) -> Placed:
    """Each statement of an end joined to the last beginning before it."""
    if not any(tenure.start is None and tenure.end is not None for _, tenure in found):
        return found
    kept = dict(found)
    begun: dict[Key, list[tuple[Day, int, int]]] = defaultdict(list)
    for order, (place, tenure) in enumerate(found):
        if tenure.start is not None and tenure.end is None and (first := bound(tenure.start, 0)):
            for key in posts.filed(tenure):
                begun[key].append((first, -order, place))
    for told in begun.values():
        told.sort()
    for place, ended in found:
        if ended.start is not None or ended.end is None:
            continue
        before = [one for key in posts.asked(ended) if (one := _last(begun.get(key, []), kept, ended))]
        last = max(before)[2] if before else None
        if last is not None and not others.between(kept[last], ended):
            kept[last] = _joined(kept[last], ended)
            del kept[place]
    return list(kept.items())


def _last(
    begun: Sequence[tuple[Day, int, int]], kept: Mapping[int, Tenure], ended: Tenure
) -> tuple[Day, int, int] | None:
    """The last of the beginnings, in order of time, that an end goes with; of one day's the first told."""
    day = bound(ended.end, 1) if ended.end else None
    for at in range(bisect_right(begun, (day, 1)) - 1 if day else -1, -1, -1):
        tenure = kept[begun[at][2]]
        if continues(tenure, ended) and same_post(tenure, ended):
            return begun[at]
    return None


def _refined(one: Tenure, other: Tenure) -> Tenure:
    """The term of which two statements tell, with the more exact of their dates."""
    fuller = one if len(one.office) >= len(other.office) else other
    return replace(
        _with_evidence(one, other),
        office=fuller.office,
        office_id=fuller.office_id,
        org=one.org or other.org,
        start=one.start if says(one.start, other.start) else other.start,
        end=one.end if says(one.end, other.end) else other.end,
    )


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
        appointer=tenure.appointer or other.appointer,
        former=tenure.former or (other.former and tenure.end is None),
        evidence=tuple(dict.fromkeys((*tenure.evidence, *other.evidence))),
        further=_passages(tenure, other),
    )


def _passages(tenure: Tenure, other: Tenure) -> tuple[tuple[int, int], ...]:
    """Where else the document says it, beside the passage of the first."""
    stated = dict.fromkeys((*tenure.further, other.passage, *other.further))
    return tuple(passage for passage in stated if passage != tenure.passage)

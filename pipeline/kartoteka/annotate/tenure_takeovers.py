"""Who came to a post that one alone can hold, and when: whoever held it before has left by then."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from kartoteka.annotate.tenure_sameness import bound, stems
from kartoteka.dates.days import Day
from kartoteka.names import parse_office
from kartoteka.types import Modality, OfficeRank, Tenure

#: A post by the referent that names it or by all its words.
_Post = tuple[str, frozenset[str]]


class Takeovers:
    """The beginnings of a document's tenures by post, those of acting and honorary holders left out."""

    def __init__(self, found: Sequence[Tenure]) -> None:
        self._found = found

    def between(self, begun: Tenure, ended: Tenure) -> bool:
        """Whether somebody else came to a post for certain after one statement's beginning and before another's end."""
        after = bound(begun.start, 1) if begun.start else None
        before = bound(ended.end, 0) if ended.end else None
        if after is None or before is None or not _in_full(begun):
            return False
        return any(self._came(post, begun, after, before) for post in _posts(begun)) and _of_one(begun)

    @cached_property
    def _begun(self) -> dict[_Post, list[tuple[Day, Day, str, str]]]:
        """First and last day of each beginning, with its holder and body."""
        found: dict[_Post, list[tuple[Day, Day, str, str]]] = {}
        for tenure in self._found:
            first, last = (bound(tenure.start, side) if tenure.start else None for side in (0, 1))
            if first and last and tenure.holder and _in_full(tenure):
                for post in _posts(tenure):
                    found.setdefault(post, []).append((first, last, tenure.holder, tenure.org))
        return {post: sorted(begun) for post, begun in found.items()}

    def _came(self, post: _Post, held: Tenure, after: Day, before: Day) -> bool:
        begun = self._begun.get(post, [])
        for at in range(bisect_right(begun, (after, after, "\uffff")), len(begun)):
            first, last, holder, org = begun[at]
            if first >= before:
                return False
            other_body = held.org and org and held.org != org
            if first > after and last < before and holder != held.holder and not other_body:
                return True
        return False


def _in_full(tenure: Tenure) -> bool:
    return tenure.modality is Modality.HELD and not (tenure.acting or tenure.designate or tenure.honorary)


def _posts(tenure: Tenure) -> list[_Post]:
    named: list[_Post] = [(tenure.office_id, frozenset())] if tenure.office_id else []
    return [*named, ("", stems(tenure.office))]


def _of_one(tenure: Tenure) -> bool:
    """Whether a post is the head's of a body or land that is named; "chairman" may be of any, members are many."""
    name = parse_office(tenure.office)
    return name.rank is OfficeRank.HEAD and bool(
        tenure.org or name.orgs or name.places or name.field or name.named
    )

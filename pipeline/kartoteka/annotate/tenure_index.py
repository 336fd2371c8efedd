"""The statements about one holder, found by the post and the time that they speak of instead of one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from kartoteka.annotate.tenure_sameness import bound, stems
from kartoteka.types import Tenure, TimeSpan

Key = tuple[str, str]
#: A date of more years is looked for as one of any.
_MOST_YEARS = 10
#: So many statements are sooner compared than found.
FEW = 60
_ANY = "any"


class Posts:
    """Under which keys the posts of one holder stand: two that can be one share a key.

    One can be part of another only where its words are among the other's, so the rarest of its words is; looking for
    that one alone spares those that share no more than "head".
    """

    def __init__(self, found: Sequence[Tenure]) -> None:
        self.few = len(found) <= FEW
        self._found = found

    @cached_property
    def _common(self) -> Counter[str]:
        return Counter(stem for tenure in self._found for stem in stems(tenure.office))

    def filed(self, tenure: Tenure) -> Iterator[Key]:
        """The keys under which a post is put."""
        words = stems(tenure.office)
        yield from (("word", stem) for stem in words)
        yield from (("rarest", stem) for stem in self._rarest(words))
        if tenure.office_id:
            yield "id", tenure.office_id

    def asked(self, tenure: Tenure) -> Iterator[Key]:
        """The keys under which the posts stand that can be the same."""
        words = stems(tenure.office)
        yield from (("rarest", stem) for stem in words)
        yield from (("word", stem) for stem in self._rarest(words))
        if tenure.office_id:
            yield "id", tenure.office_id

    def _rarest(self, words: frozenset[str]) -> list[str]:
        return sorted(words, key=lambda stem: (self._common[stem], stem))[:1]


class Kept:
    """Statements by number, in the order in which they were first put."""

    def __init__(self, posts: Posts) -> None:
        self._posts = posts
        self._kept: dict[int, tuple[int, Tenure]] = {}
        self._filed: dict[tuple[Key, Key], set[int]] = defaultdict(set)
        self._next = 0

    def __getitem__(self, number: int) -> Tenure:
        return self._kept[number][1]

    def all(self) -> list[tuple[int, Tenure]]:
        """Every statement with its place in the document."""
        return list(self._kept.values())

    def near(self, tenure: Tenure) -> list[int]:
        """The numbers of those that can tell of the same term, in order."""
        if self._posts.few:
            return list(self._kept)
        times = list(_asked(tenure))
        return sorted(
            {n for post in self._posts.asked(tenure) for time in times for n in self._filed.get((post, time), ())}
        )

    def add(self, place: int, tenure: Tenure) -> None:
        """Keep a statement."""
        self._kept[self._next] = place, tenure
        self._file(self._next, tenure)
        self._next += 1

    def pop(self, number: int) -> Tenure:
        """Give a statement up."""
        tenure = self._kept.pop(number)[1]
        for key in self._keys(tenure):
            self._filed[key].discard(number)
        return tenure

    def put(self, number: int, tenure: Tenure) -> None:
        """Have another statement stand in the place of one."""
        place, before = self._kept[number]
        for key in self._keys(before):
            self._filed[key].discard(number)
        self._kept[number] = place, tenure
        self._file(number, tenure)

    def _file(self, number: int, tenure: Tenure) -> None:
        for key in self._keys(tenure):
            self._filed[key].add(number)

    def _keys(self, tenure: Tenure) -> Iterator[tuple[Key, Key]]:
        if self._posts.few:
            return iter(())
        times = list(_filed(tenure))
        return ((post, time) for post in self._posts.filed(tenure) for time in times)


def _filed(tenure: Tenure) -> Iterator[Key]:
    """The times under which a statement is put."""
    yield _ANY, _ANY
    yield from _dates("start", tenure.start)
    yield from _dates("end", tenure.end)
    if tenure.start or tenure.end:
        yield "dated", _ANY
    elif tenure.attested:
        yield from (("attested", _ANY), ("attested", tenure.attested.edtf))
    else:
        yield "none", _ANY


def _asked(tenure: Tenure) -> Iterator[Key]:
    """The times under which those statements stand that can say as much, less or more of a term."""
    if tenure.start or tenure.end:
        yield from (("none", _ANY), ("attested", _ANY))
    elif tenure.attested:
        yield from (("none", _ANY), ("dated", _ANY), ("attested", tenure.attested.edtf))
    else:
        yield _ANY, _ANY
    for side, date in (("start", tenure.start), ("end", tenure.end)):
        if date:
            yield side, _ANY
            yield from ((_ANY, _ANY) if key == (side, _ANY) else key for key in _dates(side, date))


def _dates(side: str, date: TimeSpan | None) -> Iterator[Key]:
    """A date's value and its years: two dates of which one says what the other does share one of them."""
    if date is None:
        return
    yield side, date.edtf
    first, last = bound(date, 0), bound(date, 1)
    if first and last and last[0] - first[0] > _MOST_YEARS:
        yield side, _ANY
    elif first and last:
        yield from ((side, str(year)) for year in range(first[0], last[0] + 1))

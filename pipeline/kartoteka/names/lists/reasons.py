"""Why each name of a grouped list was joined or left alone, in words that a historian can check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kartoteka.names.lists.blocking import meeting_signs
from kartoteka.names.lists.cluster import Grouping
from kartoteka.names.persons.compare import compare_persons, score_persons
from kartoteka.names.persons.parse import complaint, parse_name
from kartoteka.types import Comparison, Reason, Verdict

#: Of so many names at most it is asked whether they fit; further ones would not make a reason clearer.
_ENOUGH = 60
_RANK = {Verdict.DIFFERENT: 0, Verdict.UNSURE: 1, Verdict.SAME: 2}


@dataclass(frozen=True, slots=True)
class _List:
    """A grouped list: its names, what each row is called, which spellings are in each cluster, where each is."""

    names: Sequence[str]
    rows: Sequence[int]
    clusters: dict[int, list[str]]
    number: dict[str, int]
    first: dict[str, int]
    by_sign: dict[str, list[str]]
    open: set[str]

    def called(self, name: str) -> str:
        """A name with its row."""
        return f"{name} (row {self.rows[self.first[name]]})"


def explain_grouping(names: Sequence[str], found: Grouping, rows: Sequence[int]) -> Iterator[str]:
    """For each name why it stands in its cluster or alone; `rows` are the numbers by which a reader finds them."""
    spelled = _read(names, found, rows)
    unusable = set(found.unusable)
    for place, name in enumerate(names):
        if place in unusable:
            yield complaint(name) or "no word that can be a name"
        elif spelled.first[name] != place:
            yield f"spelled as in row {rows[spelled.first[name]]}"
        elif name in spelled.open:
            yield _open(name, spelled)
        else:
            yield _joined(name, spelled) or _alone(name, spelled)


def in_one_line(reasons: Iterable[Reason]) -> str:
    """The reasons of a comparison as they stand in one cell of a table."""
    return "; ".join(f"{reason.feature}: {reason.detail}" for reason in reasons)


def _read(names: Sequence[str], found: Grouping, rows: Sequence[int]) -> _List:
    clusters: dict[int, list[str]] = defaultdict(list)
    first: dict[str, int] = {}
    number: dict[str, int] = {}
    by_sign: dict[str, list[str]] = defaultdict(list)
    unusable = set(found.unusable)
    for place, name in enumerate(names):
        if place not in unusable and name not in first:
            first[name], number[name] = place, found.numbers[place]
            clusters[number[name]].append(name)
            for sign in meeting_signs(name):
                by_sign[sign].append(name)
    return _List(names, rows, clusters, number, first, by_sign, {names[place] for place in found.open})


def _joined(name: str, spelled: _List) -> str:
    """With whom a name was joined: the one of its cluster that it fits best."""
    others = [other for other in spelled.clusters[spelled.number[name]] if other != name][:_ENOUGH]
    if not others:
        return ""
    best = max(others, key=lambda other: _rank(score_persons(name, other)))
    return f"joined with {spelled.called(best)}: {in_one_line(compare_persons(name, best).reasons)}"


def _rank(found: Comparison) -> tuple[int, float]:
    return _RANK[found.verdict], found.score


def _fitting(name: str, spelled: _List) -> list[str]:
    """The names of the list that compare as the same person's, the likeliest first."""
    near = dict.fromkeys(other for sign in sorted(meeting_signs(name)) for other in spelled.by_sign[sign])
    scored = [(score_persons(name, other), other) for other in near if other != name]
    same = [(-found.score, other) for found, other in scored if found.verdict == Verdict.SAME]
    return [other for _, other in sorted(same)][:_ENOUGH]


def _open(name: str, spelled: _List) -> str:
    for one, other in combinations(_fitting(name, spelled), 2):
        if score_persons(one, other).verdict == Verdict.DIFFERENT:
            return f"fits {spelled.called(one)} and {spelled.called(other)}, who are two: joined to neither"
    return "fits several persons: joined to none"


def _alone(name: str, spelled: _List) -> str:
    for fit in _fitting(name, spelled):
        if fit in spelled.open:
            return f"fits {spelled.called(fit)}, which fits another too"
        against = [
            other
            for other in spelled.clusters[spelled.number[fit]]
            if score_persons(name, other).verdict == Verdict.DIFFERENT
        ]
        if against:
            return f"fits {spelled.called(fit)}, but not {spelled.called(against[0])} of the same cluster"
        return f"fits {spelled.called(fit)}, but few of its cluster"
    if parse_name(name).single:
        return "a single word fits all its bearers"
    return "fits no other name"

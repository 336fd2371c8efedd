"""Fix dates without a year, and relative ones, from the other dates of the same stream of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.dates.days import bounds, lie_within
from kartoteka.dates.edtf import compose, write_point
from kartoteka.dates.find import find_dates
from kartoteka.dates.fixing import SLACK, fix
from kartoteka.dates.joining import share_years
from kartoteka.dates.story import Story, anchor_for, goes_on
from kartoteka.dates.values import Expression, FoundDate, Point

#: What may be given to start from, a qualifier behind it.
_EDTF = re.compile(r"(-?[0-9]{4})(?:-(0[1-9]|1[0-2]|2[1-4])(?:-([0-2][0-9]|3[01]))?)?[~?%]?")
_ENDS, _MONTHS = 2, 12


def resolve(found: Sequence[FoundDate], anchor: FoundDate | None = None) -> list[FoundDate]:
    """The dates of one stream, in order, with the years that the stream itself gives them.

    A date takes the year of the next one where both stand in one breath, else that of the last date before it,
    as narrative order has it; `anchor` is the last date before the stream. What nothing fixes stays as it is,
    marked unresolved; a date is marked disputed where the step right before it counts to another. Dates of papers,
    bare years in brackets and dates of another time (`story.py`) anchor only where nothing else does.
    """
    resolved: list[FoundDate] = []
    story = Story(anchor, anchor)
    for number, dated in enumerate(found):
        last, fixed_by = anchor_for(story, dated), None
        if not dated.expression.dated:
            following = found[number + 1] if number + 1 < len(found) else None
            fixed = _fix(dated, following, last)
            fixed_by = last if fixed is not dated else None
            dated = _fix(dated, None, story.finer) if fixed is dated and _is_recent(story) else fixed
        if dated.offset and last:
            dated = _weigh(dated, dated.offset, last)
        resolved.append(dated)
        story = goes_on(story, dated, fixed_by)
    return resolved


def _is_recent(story: Story) -> bool:
    """Whether the last month or day may stand in for a later year that is too coarse: "That month" after 1898."""
    if story.finer is None or story.anchor is None:
        return False
    years = story.finer.expression.points[-1].year, story.anchor.expression.points[-1].year
    return all(year.isdigit() for year in years) and years[0] >= years[1]


def anchor_after(resolved: Sequence[FoundDate], anchor: FoundDate | None = None) -> FoundDate | None:
    """The date that anchors what follows a stream: its last one that is no aside, else `anchor`, else an aside."""
    story = Story(anchor, anchor)
    for dated in resolved:
        story = goes_on(story, dated)
    return story.anchor


def _weigh(dated: FoundDate, offset: Point, anchor: FoundDate) -> FoundDate:
    """The date, marked as disputed where the step before it counts to another day: "A week later, on 9 October"."""
    expected = fix(offset, anchor.expression)
    days = (dated.span.earliest, dated.span.latest)
    if expected is None or offset.vague or None in days:
        return dated
    if lie_within(bounds(write_point(expected)), days, SLACK[offset.unit]):
        return dated
    return replace(dated, span=replace(dated.span, resolved="disputed"))


def read_dates(text: str, lang: str, anchor: str = "", territory: str | None = None) -> list[FoundDate]:
    """The dates of a text with their values, relative ones fixed from each other and from `anchor`.

    `anchor` is an EDTF value ("1937-05-08", "1932", "1932/1933"), `territory` as in `find_dates`. Expressions that
    nothing gives a value (a season without a year) are left out. Raises ValueError for an anchor that is no EDTF date
    and for an unknown territory.
    """
    given = anchor_of(anchor) if anchor else None
    return [date for date in resolve(find_dates(text, lang, territory), given) if date.span.edtf]


def anchor_of(edtf: str) -> FoundDate:
    """An EDTF value as a date to start from. Raises ValueError for one that is no day, month, season or year."""
    ends = [end for end in edtf.strip().split("/") if end not in ("", "..")]
    matches = [_EDTF.fullmatch(end) for end in ends]
    if not 1 <= len(ends) <= _ENDS or None in matches:
        raise ValueError(f"no date to start from: {edtf!r} (known are 1937, 1937-05, 1937-05-08 and 1932/1933)")
    points = [_given(*match.groups(default="0")) for match in matches if match]
    if not all(point.exists for point in points):
        raise ValueError(f"no date to start from: {edtf!r} is no day of the calendar")
    expression = Expression("range" if points[1:] else "point", tuple(points))
    return FoundDate(0, len(edtf), edtf, compose(expression), "dates.given", expression)


def _given(year: str, month: str, day: str) -> Point:
    """A point of an EDTF value; the numbers 21 to 24 are seasons."""
    number = int(month)
    season = number if number > _MONTHS else 0
    return Point(year=year, month=0 if season else number, day=int(day), season=season)


def _fix(dated: FoundDate, following: FoundDate | None, last: FoundDate | None) -> FoundDate:
    """One date by the one that follows in the same breath, or else by the last one before it."""
    expression = dated.expression
    if dated.linked and following and following.expression.dated and _plain(expression):
        point = following.expression.points[0]
        if point.place and point.year.isdigit():
            return _rewrite(dated, _lend(expression, point), following)
    if last is None:
        return dated
    first = expression.points[0]
    fixed = fix(first, last.expression)
    if fixed is None:
        return dated
    rest = [share_years(fixed, _settled(point, fixed))[1] for point in expression.points[1:]]
    return _rewrite(dated, replace(expression, points=(fixed, *rest)), last)


def _settled(point: Point, first: Point) -> Point:
    """A later point of an expression whose first is fixed: "the 21st to 22nd" are of one month."""
    return replace(point, unit="", month=point.month or (first.month if point.day else 0))


def _plain(expression: Expression) -> bool:
    return not any(point.unit or point.nearest for point in expression.points)


def _lend(expression: Expression, later: Point) -> Expression:
    points = tuple(share_years(point, later)[0] for point in expression.points)
    return replace(expression, points=points)


def _rewrite(dated: FoundDate, expression: Expression, anchor: FoundDate) -> FoundDate:
    if expression == dated.expression or not all(point.exists for point in expression.points):
        return dated
    return replace(dated, expression=expression, span=compose(expression, "anchor", anchor.text))

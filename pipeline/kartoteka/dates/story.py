"""Where a story stands: which date before it fixes one without a year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kartoteka.dates.values import Expression, FoundDate

#: A year so much later than a story told month by month is that of its author, its printing, its memorial.
_LEAP = 20
#: So many years back is another time; an explicit date may set a year right that was only inferred.
_BACK, _FAR_BACK = 2, 3


@dataclass(frozen=True, slots=True)
class Story:
    """`anchor` is the date that the story has come to, None at its start; `finer` the last that names a month.

    `digression` is a date of another time, which counts within its own sentence alone; `stray` the last such one,
    which a second of its time makes the story's own.
    """

    anchor: FoundDate | None = None
    finer: FoundDate | None = None
    digression: FoundDate | None = None
    stray: FoundDate | None = None


def anchor_for(story: Story, dated: FoundDate) -> FoundDate | None:
    """The date that fixes one: the digression of its sentence, else where the story stands.

    A digression into later times fixes steps alone: "printed in 1894, it breaks off in March" is of the story's year.
    """
    digression = None if dated.opens else story.digression
    if digression is None or story.anchor is None:
        return story.anchor
    later = _year(digression) > _year(story.anchor)
    return story.anchor if later and not dated.expression.points[0].unit else digression


def goes_on(story: Story, dated: FoundDate, fixed_by: FoundDate | None = None) -> Story:
    """The story after one more date; `fixed_by` is the date that gave it its year, if one did."""
    if dated.opens:
        story = replace(story, digression=None)
    if not _anchors(dated.expression):
        return story
    if fixed_by is not None and fixed_by is story.digression:
        return replace(story, digression=dated)
    if story.anchor is not None:
        if dated.expression.dated != story.anchor.expression.dated:
            if not dated.expression.dated:
                return story
        elif (dated.aside and not story.anchor.aside) or _adds_nothing(dated, story.anchor):
            return story
        elif _digresses(dated, story):
            return replace(story, digression=dated, stray=dated)
    finer = dated if dated.expression.points[-1].month else story.finer
    return Story(dated, finer)


def _adds_nothing(dated: FoundDate, anchor: FoundDate) -> bool:
    """Whether a date names no more than the year that the story is in."""
    point, start = dated.expression.points[-1], anchor.expression.points[-1]
    return point.year == start.year and not point.place and not point.part and bool(start.place)


def _year(dated: FoundDate) -> int:
    """The year that a date ends in, 0 for none."""
    year = dated.expression.points[-1].year
    return int(year) if year.lstrip("-").isdigit() else 0


def _anchors(expression: Expression) -> bool:
    """Whether an expression fixes a year, or without one a month: not a decade, a century, a life or a step."""
    if not expression.dated:
        return all(point.month and not point.unit for point in expression.points)
    return all(point.known and point.year.lstrip("-").isdigit() for point in expression.points)


def _digresses(dated: FoundDate, story: Story) -> bool:
    """Whether a date is of another time than a story told month by month: earlier, or a bare year much later.

    A second one of that time, in another sentence, is where the story goes on: lives are told so after their ends.
    """
    anchor, point = story.anchor, dated.expression.points[-1]
    if anchor is None or anchor.aside or not anchor.expression.points[-1].place or not anchor.expression.dated:
        return False
    here, there = _year(anchor), _year(dated)
    told = dated.span.resolved == "explicit"
    back = told and here - there >= (_BACK if anchor.span.resolved == "explicit" else _FAR_BACK)
    leap = there - here >= _LEAP and not point.month and not dated.expression.bound
    if not back and not leap:
        return False
    if story.stray is None or story.digression is not None:
        return True
    return abs(there - _year(story.stray)) >= abs(there - here)

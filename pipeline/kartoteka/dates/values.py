"""What the grammar reads: points of time, expressions made of them, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from kartoteka.dates.days import month_length
from kartoteka.types import TimeSpan

#: The year of a point that names none.
NO_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class Point:
    """One stretch of the calendar as an expression names it, be it a day or a century.

    `year` is an EDTF year ("1932", "193X", "19XX", "-0489") or XXXX; `century` tells that the hundreds of a decade
    ("the thirties") are taken for granted. `month` and `day` are 0 where none is named; `season` is 21 to 24,
    `group` an EDTF half or quarter of a year (33 to 36, 40, 41). `part` is the modifier of TimeSpan, `doubt` an
    EDTF qualifier. `step` is how many `unit`s (day, week, month, year, decade) after the anchor the point stands;
    `unit` is "" for a point that needs no anchor but for its year, and weekday for one that `step` numbers from
    Monday, 1. `vague` tells that the text does not say how many, `slack` by how many days a step may be wrong,
    `spoken` that they are counted from the moment of speaking ("two years ago"), which no date gives. `nearest` is
    the direction in which a month, season or weekday is looked for: -1 before the anchor, 1 after it, 0 as the
    narrative goes, 2 within the anchor's own year (a day without a month: within its own month). `known` is False
    for the unknown end of a life and for an open one, whose year is "..".
    """

    year: str = NO_YEAR
    month: int = 0
    day: int = 0
    season: int = 0
    group: int = 0
    part: str = ""
    doubt: str = ""
    unit: str = ""
    step: int = 0
    nearest: int = 0
    vague: bool = False
    slack: int = 0
    spoken: bool = False
    century: bool = True
    known: bool = True

    @property
    def dated(self) -> bool:
        """Whether nothing has to be fixed from elsewhere."""
        return not self.known or self.year != NO_YEAR

    @property
    def exists(self) -> bool:
        """Whether its month has its day, as far as the year is known."""
        if not self.day or not self.month or not self.year.isdigit():
            return True
        return self.day <= month_length(int(self.year), self.month)

    @property
    def place(self) -> int:
        """Where in its year the point stands, in months from 1 (a winter after its autumn); 0 is anywhere."""
        return self.month or (self.season - 20) * 3 if self.month or self.season else 0


#: The end of a range that reaches to the present.
OPEN_END = Point(year="..", known=False)


@dataclass(frozen=True, slots=True)
class Expression:
    """A whole date expression: `form` is point, range, set (both days) or choice (one of them).

    `bound` is since, until or "": what the word before the expression makes of it. `calendar` is dual for a day
    given in both styles, julian or gregorian where the text names the style, else ""; the points are Gregorian.
    `territory` is the land whose reckoning a day without a style may follow.
    """

    form: str
    points: tuple[Point, ...]
    bound: str = ""
    calendar: str = ""
    territory: str = ""

    @property
    def dated(self) -> bool:
        """Whether every point of it is."""
        return all(point.dated for point in self.points)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression found in a text: `text` is `source[start:end]`, without the word before it.

    `rule` names the construction. `aside` tells that the date belongs to a paper or stands in brackets, so that
    it is no good anchor; `linked` that the next date follows in the same breath and may lend its year. `offset`
    is the step that stands right before it: "A week later, on 12 October". `opens` tells that it is the first date
    of its sentence.
    """

    start: int
    end: int
    text: str
    span: TimeSpan
    rule: str
    expression: Expression
    aside: bool = False
    linked: bool = False
    offset: Point | None = None
    opens: bool = True

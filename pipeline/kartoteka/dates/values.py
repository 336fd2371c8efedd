"""What the grammar reads: points of time, expressions made of them, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from kartoteka.types import TimeSpan

#: The year of a point that names none.
NO_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class Point:
    """One stretch of the calendar as an expression names it, be it a day or a century.

    `year` is an EDTF year ("1932", "193X", "19XX", "-0489") or XXXX; `century` tells that the hundreds of a
    decade ("the thirties") are taken for granted. `month` and `day` are 0 where none is named; `season` is
    21 to 24, `group` an EDTF half or quarter of a year (33 to 36, 40, 41). `part` is the modifier of TimeSpan,
    `doubt` an EDTF qualifier. `step` is how many `unit`s (day, week, month, year, decade) after the anchor the
    point stands; `unit` is "" for a point that needs no anchor but for its year. `nearest` is the direction in
    which a month or season is looked for: -1 before the anchor, 1 after it, 0 as the narrative goes, 2 within
    the anchor's own year. `known` is False for the unknown end of a life.
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
    century: bool = True
    known: bool = True

    @property
    def dated(self) -> bool:
        """Whether nothing has to be fixed from elsewhere."""
        return not self.known or self.year != NO_YEAR

    @property
    def place(self) -> int:
        """Where in its year the point stands, in months from 1 (a winter after its autumn); 0 is anywhere."""
        return self.month or (self.season - 20) * 3 if self.month or self.season else 0


@dataclass(frozen=True, slots=True)
class Expression:
    """A whole date expression: `form` is point, range, set (both days) or choice (one of them).

    `bound` is since, until or "": what the word before the expression makes of it. `calendar` is dual for a
    day given in both styles, else "".
    """

    form: str
    points: tuple[Point, ...]
    bound: str = ""
    calendar: str = ""

    @property
    def dated(self) -> bool:
        """Whether every point of it is."""
        return all(point.dated for point in self.points)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression found in a text: `text` is `source[start:end]`, without the word before it.

    `rule` names the construction. `aside` tells that the date belongs to a paper or stands in brackets, so that
    it is no good anchor; `linked` that the next date follows in the same breath and may lend its year.
    """

    start: int
    end: int
    text: str
    span: TimeSpan
    rule: str
    expression: Expression
    aside: bool = False
    linked: bool = False

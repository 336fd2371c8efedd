"""Whether what reads like a date is one, by the words around it: a bare year, month, season, weekday or step."""

from __future__ import annotations

import re

from kartoteka.dates.bare_years import year_stands
from kartoteka.dates.context import word_before
from kartoteka.dates.cursor import MONTHS, kind
from kartoteka.dates.days import MOST_DAYS
from kartoteka.dates.place import (
    Place,
    follows,
    is_age,
    is_alone,
    is_apart,
    is_bounded,
    is_quoted,
    is_stopped,
    is_vouched,
    next_word,
    no_noun_follows,
    runs_on,
)
from kartoteka.dates.values import NO_YEAR, Expression, Point

#: A capitalized word of a name, not one that opens a sentence.
_CAPITALIZED = re.compile(r"[^.!?\n] [A-Z][a-z]{2,14} $")
_AHEAD = 20
#: What stands before a weekday.
_BEFORE_DAYS = frozenset({"preposition", "bound", "starter", "glue", "aside", "number"})


def stands(place: Place, expression: Expression) -> bool:
    """Whether the words around an expression bear it out."""
    point = expression.points[-1]
    marked = "sign" in place.closer.kinds or "sign" in place.opener.kinds  # "1892(?)", "?1892"
    if not all(p.known for p in expression.points) or (point.doubt == "?" and marked):
        return True
    if point.unit == "weekday":
        return _weekday(place)
    if point.season and _names_season(place, point):
        return False
    if point.day and not point.month:
        return _day_alone(place)
    if point.unit and not point.place:
        return _step(place)
    if not point.century and not point.place and point.year.isdigit():
        return _short_year(place)
    if (
        _is_worded(place)
        and place.words.endswith(place.lexicon.beside.unit_like)
        and runs_on(place)
        and not is_vouched(place)
    ):
        return False  # «выдать 1920 г камфоры»
    if "X" in point.year and not point.century and place.lead.endswith(place.lexicon.beside.age_of):
        return False  # "in their early thirties"
    if any(p.part or p.unit or p.nearest for p in expression.points) or _is_worded(place):
        return is_apart(place)
    if point.day:
        return point.year != NO_YEAR or _day(place)
    if point.month or point.season:
        return point.year != NO_YEAR or _unyeared(place, point)
    if "X" in point.year:
        return point.century or _decade(place)
    return year_stands(place, expression)


def _names_season(place: Place, point: Point) -> bool:
    """Whether a season in capitals is part of a name: "the Winter War", "the Prague Spring of 1968"."""
    season = next((t for t in place.tokens[place.first : place.after] if "season" in t.kinds), place.opener)
    if not place.lexicon.month_first or not place.text[season.start].isupper():
        return False
    named = bool(_CAPITALIZED.search(place.text, max(0, season.start - _AHEAD), season.start))
    return named or (point.year == NO_YEAR and next_word(place)[:1].isupper())


def _is_worded(place: Place) -> bool:
    """Whether a word for year or an era belongs to the expression."""
    last = place.closer.kinds
    return "year_word" in last or "era" in last or "era_before" in place.opener.kinds


def _step(place: Place) -> bool:
    """A step: "last year", not "his last year at school"; not «на другой день после занятия города»."""
    beside, following = place.lexicon.beside, place.tokens[place.after]
    if place.words.lower() in beside.bare_words and place.lead.endswith(beside.not_after):
        return False
    adjoined = following.start - place.closer.end == 1
    return is_apart(place) and not (adjoined and following.kinds.get("bound") == "since")


def _weekday(place: Place) -> bool:
    """A weekday after a preposition, written as the language writes it: "on Thursday", not "Bloody Sunday"."""
    word = place.words
    if len(word.split()) == 1:
        before = place.tokens[word_before(place.tokens, place.first)].kinds
        if _BEFORE_DAYS.isdisjoint(before) or word[0].isupper() != place.lexicon.month_first:
            return False
        if word in place.lexicon.beside.doubtful_weekdays and not no_noun_follows(place):
            return False
    return is_apart(place)


def _day_alone(place: Place) -> bool:
    """The 22nd, 22-го: a day where "of the month" follows, or no noun that it could count."""
    if "day_word" in place.closer.kinds:
        return True
    if "number" not in place.opener.kinds or _is_in_row(place):
        return False
    if place.lexicon.month_first:
        opened = place.lead.endswith(place.lexicon.beside.day_after)
    else:
        opened = place.words.endswith(place.lexicon.beside.genitive_endings) or is_bounded(place)
    return opened and no_noun_follows(place)


def _is_in_row(place: Place) -> bool:
    """Whether an ordinal is one of several: "the 11th, 12th and 13th centuries", «6 і 7-го скликань»."""
    after = place.tokens[place.after].kinds
    later = int("sign" in after or "link" in after or "dash" in after)
    following = place.tokens[place.after + later].kinds.keys()
    follows = following & {"roman", "part", "decade"} or {"ordinal", "number"} <= following
    earlier = "link" in place.before or "dash" in place.before
    return bool(later and follows) or (earlier and "number" in place.tokens[place.first - 2].kinds)


def _short_year(place: Place) -> bool:
    """У 37-му році, в тридцать седьмом, but not «на тридцать седьмом году жизни»."""
    if place.before.get("glue") == "on" or "number" in place.before or is_age(place):
        return False
    if "year_word" in place.closer.kinds:
        return place.closer.kinds["year_word"] == "one"
    inside = place.before.get("glue") == "in" and place.words.endswith(place.lexicon.beside.locative_endings)
    number = int(kind(place.tokens, place.first, "number") or 0)
    until = (
        place.words.endswith(place.lexicon.beside.genitive_endings) and is_bounded(place) and number > MOST_DAYS
    )
    return (inside or until) and no_noun_follows(place)


def _day(place: Place) -> bool:
    """A day without a year: "May 15" asks for a preposition before it or a stop after it, 30.03 for a bound word."""
    if "partial" in place.opener.kinds:
        return is_bounded(place) or "aside" in place.before
    if _names_place(place):
        return False
    if not place.lexicon.month_first:  # «вул. 1 Травня», колгосп «Перше травня»
        rest = [token for token in place.tokens[place.first + 1 : place.after] if token.kinds.keys() & MONTHS]
        return not is_quoted(place) and not any(place.text[token.start].isupper() for token in rest)
    if "month" not in place.opener.kinds:
        return True
    if place.before.get("glue") == "in":  # "in May 15 people died"
        return is_stopped(place)
    return is_vouched(place) or is_stopped(place)


def _names_place(place: Place) -> bool:
    """Whether a street or a factory is named after a day: "First of May Street"."""
    word = next_word(place)
    return word[:1].isupper() and word.lower() in place.lexicon.beside.named_after_day


def _unyeared(place: Place, point: Point) -> bool:
    """A month or season alone: it needs a preposition; "the August Uprising" and "the fall of Kyiv" are none."""
    beside, month_first = place.lexicon.beside, place.lexicon.month_first
    if "season_alone" in place.opener.kinds or is_alone(place):
        return True
    if _names_place(place):
        return False
    if point.month:
        return place.words[0].islower() != month_first and (
            "preposition" in place.before or follows(place, "month")
        )
    if not month_first:
        return is_bounded(place)
    following = next_word(place)
    if following.islower() and not no_noun_follows(place):
        return False  # "the spring sowing"
    return place.lead.endswith(beside.season_after) and following not in beside.season_before_not


def _decade(place: Place) -> bool:
    """Two figures or a word for a decade: «30-х років», "the thirties", not "in his thirties"."""
    if place.lead.endswith(place.lexicon.beside.decade_after) or place.words[0] in "’'":
        return True
    in_figures = "decade" in place.opener.kinds and not place.lexicon.month_first
    return in_figures and is_vouched(place) and no_noun_follows(place)

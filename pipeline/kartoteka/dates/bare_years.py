"""Whether a bare number is a year, by the words around it."""

from __future__ import annotations

import re

from kartoteka.dates.cursor import kind, sign
from kartoteka.dates.place import (
    Place,
    follows,
    is_apart,
    is_bracketed,
    is_counted,
    is_stopped,
    is_timed,
    is_vouched,
    next_word,
    no_noun_follows,
    runs_on,
)
from kartoteka.dates.values import Expression

#: Bare numbers that are taken for years without any word that says so.
_LIKELY = range(1400, 2031)
_FIRST = 1000
#: The name of an event before its year: a word, or an abbreviation in capitals.
_EVENT = re.compile(r"(?:(?<!\w)[^\W\d_]{3,14}|(?<![\w-])[A-ZА-ЯІЇЄҐ]{2,6})-$")


def year_stands(place: Place, expression: Expression) -> bool:
    """A bare year: not what is counted ("1932 people"), not too early unless a preposition vouches for it."""
    if _names_event(place):
        return True
    lexicon, tokens, first = place.lexicon, place.tokens, place.first
    vouched = is_vouched(place) or bool(kind(tokens, place.after, "link")) or follows(place, "year")
    if not is_apart(place) or (is_counted(place) and not (is_timed(place) and lexicon.lang == "en")):
        return False
    if place.lead.endswith(lexicon.beside.not_year_after):
        return False
    if "circa" in place.opener.kinds:
        return True
    if sign(tokens, first - 1, ":") and sign(tokens, first - 2, ")"):
        return False  # pages of an article: "(1993): 1050–1063"
    years = [int(p.year) for p in expression.points if p.year.isdigit()]
    if min(years, default=_FIRST) < _FIRST:  # "in 988", but not "in 500 Cossack villages"
        return is_bracketed(place) or (lexicon.month_first and not next_word(place).endswith("s"))
    if max(years, default=0) < _LIKELY.start and (_heads_line(place) or _spans_years(place, years)):
        return True
    if "ordinal" in place.closer.kinds:  # «2004-го з оркестру пішли», not «на 1905-й версте»
        return (
            place.words.endswith(lexicon.beside.genitive_endings)
            or is_stopped(place)
            or (vouched and no_noun_follows(place))
        )
    if not lexicon.month_first and runs_on(place):
        return (vouched and any(year % 100 for year in years)) or _opens_deed(place, years)
    return vouched or all(year in _LIKELY for year in years)


def _opens_deed(place: Place, years: list[int]) -> bool:
    """Whether a year opens a sentence of a life and its verb follows: «1929 призначений ректором»."""
    opens = not place.lead.strip() or place.lead.rstrip().endswith((".", ";", "\n"))
    told = next_word(place).lower().endswith(place.lexicon.beside.deed_endings)
    return opens and told and all(year in _LIKELY for year in years)


def _names_event(place: Place) -> bool:
    """Whether a year is part of the name of an event: «Вибори-1990», "Euro-2012"."""
    start = place.opener.start
    return "year" in place.opener.kinds and bool(_EVENT.search(place.text, max(0, start - 16), start))


def _heads_line(place: Place) -> bool:
    """Whether a year opens an entry of a chronicle: "- 1133 – Henry"."""
    line = place.lead.rpartition("\n")[2] if "\n" in place.lead else place.lead if _is_first(place) else "x"
    return not line.strip(" -*•") and "dash" in place.tokens[place.after].kinds


def _is_first(place: Place) -> bool:
    return place.opener.start == len(place.lead)


def _spans_years(place: Place, years: list[int]) -> bool:
    """Whether two rising years end a heading or stand alone: "Livonian Crusade, 1206–1227"."""
    return len(years) == 2 and years[0] < years[1] and place.rest[:1] in ("", "\n") and ":" not in place.lead[-3:]

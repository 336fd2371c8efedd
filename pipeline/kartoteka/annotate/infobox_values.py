"""What the fields of an infobox hold: terms, posts, persons and nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kartoteka.annotate import tenure_standing
from kartoteka.annotate.infobox_fields import Box, Slot, squeezed, table
from kartoteka.annotate.tenure_dates import alone, halves
from kartoteka.annotate.tenure_sentences import local
from kartoteka.dates import bounds
from kartoteka.types import Label, TimeSpan

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_ORDINAL = re.compile(
    r"^\d{1,3}(?:st|nd|rd|th|-?(?:[йяе]|ий|ша|га|та|ма|ый|ой|ая))?\.?\s+(?P<word>[^\W\d_]+)", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:of|for|in|at|on|to|and|the|та|і|й|и|у|в|з|із|с|при|на|по|від|от|до)\s", re.IGNORECASE)
_LINK = re.compile(r"\s*(?:[-–—−]|to|till|until|по|до)\s*", re.IGNORECASE)
_OPEN = re.compile(r"\s*[-–—−]\s*(?:$|[),;]|present|incumbent|\?|…)", re.IGNORECASE)
#: A list of years and nothing else, which in a field of dates are years however early: "978–1015", "1205–1208; 1219".
_YEARS = re.compile(
    r"[\s(]*(?P<first>\d{3,4})[?~]?\s*(?P<dash>[-–—−]\s*)?(?P<last>(?<=[-–—−\s])\d{3,4})?[?~]?\s*"
    r"(?:рр?\.|гг?\.|роки|року|годы|года|год|рік)?\s*(?:\([^()]{0,40}\)\s*)?\)?\s*(?:[;,]|$)"
)
_PART = re.compile(r"[^;,]+")
_YEAR = re.compile(r"\d{3,4}[~?%]?|\d{3,4}-\d\d")


@dataclass(frozen=True, slots=True)
class Term:
    """Start and end of a term, None where the field does not tell."""

    start: TimeSpan | None = None
    end: TimeSpan | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The one before or after: "" for nobody, whether he only stood in, and whether in another post of the kind."""

    referent: str = ""
    acting: bool = False
    elsewhere: bool = False


@cache
def _pattern(section: str, key: str) -> re.Pattern[str]:
    return re.compile(table()[section][key], re.IGNORECASE)


def is_acting(text: str) -> bool:
    """Whether words say that somebody stood in for another: "acting", «в. о.», and in a box also «тимчасово»."""
    return tenure_standing.is_acting(text) or _pattern("office", "acting").search(text) is not None


def post_words(box: Box, lines: Sequence[int]) -> str:
    """The post of a field in words, without brackets behind it and without the number of its holder.

    A line that begins as no post does goes on with the one before: "Prime Minister", "of Ukraine".
    """
    text = " ".join(box.text(lines[0]).split())
    for line in lines[1:]:
        more = " ".join(box.text(line).split())
        if not _GOES_ON.match(more):
            break
        text += f" {more}"
    while (shorter := _BRACKETS.sub("", text)) and shorter != text:
        text = shorter
    counted = _ORDINAL.match(text)
    if counted and not counted["word"].casefold().startswith(tuple(table()["office"]["ranked"])):
        text = text[counted.start("word") :]
    return text.strip(" ,;:")


def neighbour(box: Box, lines: Sequence[int]) -> Neighbour:
    """Who stands in the lines of predecessor or successor; nobody for "Office established" or "Vacant"."""
    index = next(iter(lines), None)
    person = box.first(index, Label.PERSON)
    if index is None or person is None:
        return Neighbour()
    start, end = local(box.block(index), person)
    text = box.text(index)
    if _pattern("nobody", "words").search(text[:start]) or _pattern("nobody", "words").fullmatch(text[start:end]):
        return Neighbour()
    acting = is_acting(text[end:]) or is_acting(text[:start])
    behind = [text[end:], *(box.text(line) for line in lines[1:2])]
    elsewhere = any(_pattern("office", "other").match(words.lstrip(" (,;")) for words in behind)
    return Neighbour(box.referent(person), acting, elsewhere and not acting)


def terms(box: Box, slot: Slot) -> list[Term]:
    """The terms that the fields of a slot tell; one without dates where they tell none."""
    if "term" in slot.fields:
        told = [term for index in slot.fields["term"] for term in _in_field(box, index)]
        if told:
            return told
    start = next((d for key in ("start", "chosen") for d in _dates(box, slot.first(key))[:1]), None)
    end = next(iter(_dates(box, slot.first("end"))), None)
    if start is not None and "/" in start.edtf and end is None:
        return [Term(*halves(start))]
    if start is not None and start.interval.endswith("/.."):
        start = alone(start)
    if start is None and end is None and "office" in slot.fields:
        return read_terms(box, slot.fields["office"][0], closed=False) or [Term()]
    return [Term(_last(start, 0), _last(end, 1))]


def _last(date: TimeSpan | None, side: int) -> TimeSpan | None:
    """A date, of a range its beginning (0) or its end (1): a start in "May – June 1920" came in that time."""
    if date is None or "/" not in date.edtf:
        return date
    return halves(date)[side] or halves(date)[1 - side]


def _dates(box: Box, index: int | None) -> list[TimeSpan]:
    if index is None:
        return []
    years = [year for term in years_in(box.text(index)) for year in (term.start, term.end) if year]
    return years or [m.value for m in box.all(index, Label.DATE) if m.value]


def years_in(text: str, *, closed: bool = True) -> list[Term]:
    """The terms of a field with nothing but years, which elsewhere might be any numbers; none of another field."""
    found, position = list[Term](), 0
    while position < len(text) and (match := _YEARS.match(text, position)):
        first, last = _year(match["first"]), _year(match["last"]) if match["last"] else None
        found.append(Term(first, last if match["dash"] or not closed else first))
        position = match.end()
    return found if position == len(text) else []


def _year(figures: str) -> TimeSpan:
    edtf = figures.zfill(4)
    return TimeSpan(edtf, edtf, *bounds(edtf))


def _in_field(box: Box, index: int) -> list[Term]:
    found = read_terms(box, index)
    if squeezed(box.block(index).key) in table()["sequence"]["begun"]:
        return [Term(term.start or term.end) for term in found]
    return found


def read_terms(box: Box, index: int, span: tuple[int, int] | None = None, *, closed: bool = True) -> list[Term]:
    """The terms in a stretch of a field, by default the whole: "1911–1914, from 1919".

    A year alone is a term within it, or its beginning where it need not be `closed`.
    """
    text, block = box.text(index), box.block(index)
    low, high = span or (0, len(text))
    dates = [(*local(block, m), m.value) for m in box.all(index, Label.DATE) if m.value]
    dates = [date for date in dates if low <= date[0] and date[1] <= high]
    if span is None:  # "1921–1923 (acting until 1922)" is one term
        dates = [date for date in dates if text.count("(", 0, date[0]) <= text.count(")", 0, date[0])] or dates
    two = len(dates) == 2 and all("/" not in value.edtf for _, _, value in dates)
    if two and _LINK.fullmatch(text, dates[0][1], dates[1][0]):
        return [Term(alone(dates[0][2]), alone(dates[1][2]))]
    found, done = list[Term](), low
    for part in _PART.finditer(text, low, high):
        inside = [(end, value) for start, end, value in dates if part.start() <= start < part.end()]
        years = [] if span or part.start() < done else years_in(part[0], closed=closed)
        found += years or [term_of(value, text[end:high], closed=closed) for end, value in inside]
        done = max([done, *(end for end, _ in inside)])
    return found


def term_of(value: TimeSpan, after: str, *, closed: bool) -> Term:
    """The term that one date tells, with the words behind it; a year alone is `closed` or only a beginning."""
    if "/" in value.edtf:
        return Term(*halves(value))
    if value.interval.endswith("/..") or _OPEN.match(after):
        return Term(alone(value))
    if value.interval.startswith("../"):
        return Term(None, alone(value))
    return Term(value, value if closed and _YEAR.fullmatch(value.edtf) else None)

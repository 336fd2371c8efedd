"""When a tenure began and ended: which date of the clause says so, and which half of it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_reach import enclosed, following, preceding
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.dates import bounds
from kartoteka.types import TimeSpan

_DATE = re.compile(r"‹D(\d+)›")
_DURING = re.compile(r" during (?P<first>‹D\d+›) and (?P<last>‹D\d+›)")
_THEREAFTER = re.compile(r"\b(?:after which|whereupon|upon which)\b")
#: «Дванадцять років (1875–1887) був предводителем».
_BRACKETED_BEFORE = re.compile(r"\((?P<date>‹D\d+›)\) $")
#: "Bishop until 1924, when he left for ‹G› and became metropolitan": the second post begins with that date.
_WHEN_THEN = re.compile(
    r"(?P<date>‹D\d+›),? (?:when|whereupon|at which (?:point|time)|after which)\b(?:[^‹,;.()]|‹[PGBO]\d+›){0,120}$"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A range of at most so many days is when something happened.
_MOMENT = 31
_YEAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?")


@dataclass(frozen=True, slots=True)
class Term:
    """Start and end of one tenure; None is not stated. `evidence` are the dates' mention ids.

    `attested` is a date that tells neither, only that the tenure was held then.
    """

    start: TimeSpan | None = None
    end: TimeSpan | None = None
    evidence: tuple[str, ...] = ()
    attested: TimeSpan | None = None


def halves(value: TimeSpan) -> tuple[TimeSpan | None, TimeSpan | None]:
    """The beginning and the end of a range ("1923/1931") as dates of their own; None for a lacking one."""
    if "/" not in value.edtf:
        return None, None
    first, last = value.edtf.split("/", 1)
    start = replace(value, edtf=first, interval=first, latest=bounds(first)[1]) if _YEAR.match(first) else None
    end = replace(value, edtf=last, interval=last, earliest=bounds(last)[0]) if _YEAR.match(last) else None
    return start, end


def alone(value: TimeSpan) -> TimeSpan:
    """A date without its bound word: the day on which something began or ended "from 1923" or "until 1931"."""
    if value.interval == value.edtf:
        return value
    earliest, latest = bounds(value.edtf)
    return replace(value, interval=value.edtf, earliest=value.earliest or earliest, latest=value.latest or latest)


def _by(value: TimeSpan) -> TimeSpan:
    """A date as what came no later: "by 1926 he was chairman"."""
    return replace(value, interval=f"../{value.edtf}", earliest=None, latest=bounds(value.edtf)[1])


def term(sentence: Sentence, grammar: Grammar, role: str, span: tuple[int, int], bounds: tuple[int, int]) -> Term:
    """The term that one event states.

    `span` runs from its verb to its last post or body, `bounds` is the stretch of the sentence that belongs to
    it. Dates after the post come first, then those between verb and post, then those before the verb. `role` is
    "start", "end", "state" or "retain": a bare date begins, ends, or only attests the tenure.
    """
    text = sentence.text
    if role == "start" and (when := _WHEN_THEN.search(text, bounds[0], span[0])):
        mention = sentence.mark(when["date"]).mention
        begun = mention.value and (halves(mention.value)[1] or alone(mention.value))
        if begun and begun.edtf and begun.edtf[0] not in "{[":
            return Term(begun, None, (mention.id,))
    regions = [
        following(text, span[1], bounds[1]),
        [m.start() for m in _DATE.finditer(text, *span) if not enclosed(text, span[0], m.start())],
        preceding(sentence, bounds[0], span[0]),
    ]
    result = _both_years(sentence, span[1])
    if (
        sentence.lang != "en"
        and role == "state"
        and (before := _BRACKETED_BEFORE.search(text, bounds[0], span[0]))
    ):
        result = with_date(result, sentence, grammar, role, before.start("date"))
    for positions in regions:
        for position in positions:
            if role != "start" or position > span[0] or not _is_range(sentence, position):
                result = with_date(result, sentence, grammar, role, position)
            elif _THEREAFTER.search(text, position, span[0]):
                result = _at_its_end(result, sentence, position)
        if result.start or (role == "end" and result.end):
            return result
    told = grammar.dates.get("happened")
    if told and not result.evidence and (later := told.search(text, span[1])):
        result = with_date(result, sentence, grammar, role, later.start("date"))
    return result


def _at_its_end(known: Term, sentence: Sentence, position: int) -> Term:
    """A beginning at the end of a range: "between 1931 and 1933 he studied, after which he became …"."""
    mention = sentence.mark(sentence.text[position : sentence.text.index("›", position) + 1]).mention
    last = halves(mention.value)[1] if mention.value else None
    return Term(last, None, (mention.id,)) if last and not known.start else known


def _is_range(sentence: Sentence, position: int) -> bool:
    """Whether a range stands here: before "became" it tells what went on until then."""
    sign = _DATE.match(sentence.text, position)
    value = sentence.marks[int(sign[1])].mention.value if sign else None
    return value is not None and "/" in value.edtf and not _is_moment(value)


def _is_moment(value: TimeSpan) -> bool:
    """Whether a range of a few days says when something happened: "14–17 January 1918"."""
    first, last = [*value.edtf.split("/", 1), ""][:2]
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last)):
        return False
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days <= _MOMENT


def _both_years(sentence: Sentence, position: int) -> Term:
    """The term in "during 1917 and 1918" that follows the post."""
    both = _DURING.match(sentence.text, position)
    if not both:
        return Term()
    first, last = (sentence.mark(both[key]).mention for key in ("first", "last"))
    return Term(first.value and alone(first.value), last.value and alone(last.value), (first.id, last.id))


def with_date(known: Term, sentence: Sentence, grammar: Grammar, role: str, position: int) -> Term:
    """A term with what the date at `position` adds to it; `role` as `term` has it."""
    sign = _DATE.match(sentence.text, position)
    mention = sentence.marks[int(sign[1])].mention if sign else None
    if mention is None or mention.value is None or not mention.value.edtf or mention.value.edtf[0] in "{[":
        return known
    value, before = mention.value, sentence.text[max(0, position - 60) : position]
    start, end = halves(value)
    if _is_moment(value) and role in ("start", "end"):
        start, end = (value, None) if role == "start" else (None, value)
    elif "/" in value.edtf:
        if role == "end" or grammar.dates["after"].search(before):
            return known
    elif grammar.dates["by"].search(before):
        start, end = (None, None) if role in ("end", "retain") else (_by(value), None)
    elif role in ("start", "end") and (order := grammar.dates.get("order")) and order.search(before):
        start, end = (None, alone(value)) if role == "end" else (alone(value), None)
    elif grammar.dates["until"].search(before):
        start, end = None, alone(value)
    elif grammar.dates["from"].search(before):
        start, end = alone(value), None
    elif grammar.dates["after"].search(before):
        return known
    elif role in ("state", "retain"):
        return replace(known, attested=known.attested or value)
    else:
        start, end = (None, alone(value)) if role == "end" else (alone(value), None)
    evidence = (*known.evidence, mention.id)
    return Term(known.start or start, known.end or end, evidence, known.attested)

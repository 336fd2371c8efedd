"""When a tenure began and ended: which date of the clause says so, and which half of it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from kartoteka.annotate.tenure_agreement import is_finite
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.dates import bounds
from kartoteka.types import TimeSpan

_DATE = re.compile(r"‹D(\d+)›")
_CLAUSE = re.compile(
    r"[;.]|\b(?:who|which|when|where|but|while|because|який|яка|яке|коли|але|де|который|которая|которое|когда|но|где)\b"
    r"|, (?:а|а також|зате|однако|однак) "
)
_VERB_AFTER = re.compile(r",? (?:and|та|і|и) (?!‹)\w+(?:ed|в|ла|л|вся|лся)\b")
_NEXT = re.compile(r"^(?: \(‹B\d+›\))?(?:[^‹.;()]{0,40}‹[BG]\d+›){0,2}[^‹.;()]{0,40}(?=‹D)", re.IGNORECASE)
#: A verb in the past with a comma behind it: the date before belongs to that one.
_OTHER_VERB = re.compile(
    r"(?P<verb>[а-яіїєґё]+(?:ав|ив|ів|ла|ли|ал|ил|ел|ило|ало)(?:ся|сь)?)\b[^,‹]*(?:‹[A-Z]\d+›[^,‹]*)*,"
)
_DURING = re.compile(r" during (?P<first>‹D\d+›) and (?P<last>‹D\d+›)")
#: What ends the clause before a verb's own.
_CUT = re.compile(r";|, (?:а|але|но|зато|but) ")
#: The Slavic clause within another that a verb stands in: dates before it are the other's.
_WITHIN = re.compile(r", (?:де|куди|звідки|коли|бо|где|куда|откуда|когда|так как)\b[^,;]*$")
#: A date that opens the next line of a life: ", з 2000 року — голова".
_NEXT_LINE = re.compile(r" (?:—|–) ")
#: The verb of another statement right behind its date: "…, in 1941–1945 he served".
_OWN_VERB = re.compile(
    r"(?: [^\W\d]+){0,2}? [а-яіїєґё]+(?:ав|ив|їв|яв|ів|ла|ли|ло|вся|лася|лся|лась|ний|тий|но|то|ен|ён|ал|ил|ел|ол|ял)\b"
)
#: Behind an English comma only such words lead to a date of the post before it: ", from 1920", not ", ministers from".
_FOREIGN = re.compile(
    r", (?!(?:in|on|from|since|until|till|by|between|during|as|at|after|before|for|with|starting|beginning|effective"
    r"|up|to|only|and|first|again|initially|already|early|late|mid|about|around|circa|no|not|the|[a-z]+ly|[a-z]+ing|then|later"
    r"|through|throughout|an? (?:post|position|office|job|role|title|rank|command|dignity))\b)[a-z]"
)
_THEREAFTER = re.compile(r"\b(?:after which|whereupon|upon which)\b")
#: What opens another statement between a post and the first date behind it.
_ANOTHER = re.compile(r"(?:^|[\s,>])(?:and|but|then|і|та|й|и|а|но|але)\s", re.IGNORECASE)
#: A post right before a date, a person whose life it ends or begins, and a clause about someone.
_OF_POST = re.compile(r"‹O\d+›(?: (?:in|at|у|в|на) ‹[GB]\d+›)?(?: [^\W\d]+){1,3} $")
#: «Дванадцять років (1875–1887) був предводителем».
_BRACKETED_BEFORE = re.compile(r"\((?P<date>‹D\d+›)\) $")
_ORDERED = re.compile(
    r"(?:указ|приказ|наказ|декрет|постанов|распоряжен|розпоряджен|решен|рішен)\w* ‹O\d+› (?:від|от) $", re.IGNORECASE
)
_BESIDE = re.compile(
    r"\b(?:born|died|killed|shot|arrested|executed|народи\w+|помер\w*|родил\w+|умер\w*)\b[^‹,;]{0,20}$"
)
_RELATIVE = re.compile(r", (?:who|which|whose|що|який|яка|яке|котрий|который|которая|которое)\b[^,]*$")
_SECOND_VERB = re.compile(
    r"(?:^|[\s,])(?:and|і|й|та|и)(?: (?:then|later|soon|subsequently|was|had been|been|згодом|потім|затем|потом))*"
    r" $"
)
_SUBJECT = re.compile(r"‹P\d+›|\b(?:he|she|who|він|вона|он|она)\b", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A range of at most so many days is when something happened.
_MOMENT = 31
#: What stands between the post that was told before and its date, and what parts that clause from the next.
_TOLD, _CLAUSES = re.compile(r" [^‹,;]{1,25}"), re.compile(r",| (?:and|і|й|та|и|а) ")
_YEAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?")


@dataclass(frozen=True, slots=True)
class Term:
    """Start and end of one tenure; None is not stated. `evidence` are the dates' mention ids."""

    start: TimeSpan | None = None
    end: TimeSpan | None = None
    evidence: tuple[str, ...] = ()


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
    regions = [
        _following(text, span[1], bounds[1]),
        [m.start() for m in _DATE.finditer(text, *span) if not _enclosed(text, span[0], m.start())],
        _preceding(sentence, bounds[0], span[0]),
    ]
    result = _both_years(sentence, span[1])
    if sentence.lang != "en" and role == "state" and (before := _BRACKETED_BEFORE.search(text, bounds[0], span[0])):
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


def _enclosed(text: str, begin: int, position: int) -> bool:
    """Whether a date stands in brackets that open behind `begin`: it dates the post before them alone."""
    return text.count("(", begin, position) > text.count(")", begin, position)


def _is_range(sentence: Sentence, position: int) -> bool:
    """Whether a range stands here: before "became" it tells what went on until then."""
    sign = _DATE.match(sentence.text, position)
    value = sentence.marks[int(sign[1])].mention.value if sign else None
    return value is not None and "/" in value.edtf and not _is_moment(value)


def _is_moment(value: TimeSpan) -> bool:
    """Whether a range of a few days says when something happened: "14–17 January 1918"."""
    first, last = (value.edtf.split("/", 1) + [""])[:2]
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


def _following(text: str, position: int, ceiling: int) -> list[int]:
    """The dates that follow the post closely: ", on 1 May 1920", "in Kyiv from 1923 to 1931"."""
    found = list[int]()
    while step := _NEXT.match(text[position:ceiling]):
        if _CLAUSE.search(step[0]) or _VERB_AFTER.search(step[0]) or (not found and _ANOTHER.search(step[0])):
            break
        if _FOREIGN.search(step[0]):
            break
        place = position + step.end()
        end = text.index("›", place) + 1
        if "," in step[0] and (_NEXT_LINE.match(text, end) or _OWN_VERB.match(text, end)):
            break
        found.append(place)
        position = end
    return found


def _preceding(sentence: Sentence, floor: int, position: int) -> list[int]:
    """The dates of the clause before its verb, the nearest first; none in brackets, none of another verb."""
    text = sentence.text
    cut = max((m.end() for m in _CUT.finditer(text, floor, position)), default=floor)
    if within := _WITHIN.search(text, cut, position):
        cut = within.start()
    found = [m.start() for m in _DATE.finditer(text, cut, position)][::-1]
    return [
        place
        for place in found
        if text[:place].count("(") <= text[:place].count(")")
        and not (floor and _TOLD.fullmatch(text, floor, place) and _CLAUSES.search(text, place, position))
        and not _acts(sentence, place, position)
        and not _elsewhere(text, floor, place, position)
    ]


def _acts(sentence: Sentence, place: int, position: int) -> bool:
    """Whether another verb in the past, with a comma behind it, stands between a date and the verb."""
    verbs = _OTHER_VERB.finditer(sentence.text, place, position)
    return any(is_finite(verb["verb"], sentence.lang) for verb in verbs)


def _elsewhere(text: str, floor: int, place: int, position: int) -> bool:
    """Whether a date before a verb belongs to other words: a post, a relative clause, a verb before "and"."""
    end = text.index("›", place) + 1
    near = text[max(floor, place - 60) : place]
    if (_OF_POST.search(near) and not _ORDERED.search(near)) or _BESIDE.search(text[max(0, place - 60) : place]):
        return True
    if _RELATIVE.search(text[max(floor, place - 90) : place]) and "," in text[end:position]:
        return True
    # "He was born in 1891 and became …": whoever stands before the date had done something by then.
    return bool(_SECOND_VERB.search(text[end:position]) and _SUBJECT.search(text[floor:place]))


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
    elif grammar.dates["after"].search(before) or role in ("state", "retain"):
        return known
    else:
        start, end = (None, alone(value)) if role == "end" else (alone(value), None)
    evidence = (*known.evidence, mention.id)
    return Term(known.start or start, known.end or end, evidence)

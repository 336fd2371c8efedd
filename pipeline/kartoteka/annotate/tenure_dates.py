"""When a tenure began and ended: which date of the clause says so, and which half of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.types import TimeSpan

_DATE = re.compile(r"‹D(\d+)›")
_CLAUSE = re.compile(
    r"[;.]|\b(?:who|which|when|where|but|while|because|який|яка|яке|коли|але|де|который|которая|которое|когда|но|где)\b"
)
_VERB_AFTER = re.compile(r",? (?:and|та|і|и) (?!‹)\w+(?:ed|в|ла|л|вся|лся)\b")
_NEXT = re.compile(r"^(?:[^‹.;()]{0,40}‹[BG]\d+›){0,2}[^‹.;()]{0,40}(?=‹D)", re.IGNORECASE)
#: A verb in the past with a comma behind it: the date before belongs to that one.
_OTHER_VERB = re.compile(r"[а-яіїєґё](?:ав|ив|ів|ла|ли|ал|ил|ел|ило|ало)(?:ся|сь)?\b[^,‹]*(?:‹[A-Z]\d+›[^,‹]*)*,")
_DURING = re.compile(r" during (?P<first>‹D\d+›) and (?P<last>‹D\d+›)")
_PARENTHESIS = re.compile(r"^ ?\(([^()]*‹D\d+›[^()]*)\)")
_ADJOINED = re.compile(r"^(?: (?:in|at|у|в|на) (?:the )?‹[GB]\d+›)?(?: [^\W\d]+){1,3} (?=‹D)")
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
    start = replace(value, edtf=first, interval=first, latest=_last_day(first)) if _YEAR.match(first) else None
    end = replace(value, edtf=last, interval=last, earliest=_first_day(last)) if _YEAR.match(last) else None
    return start, end


def _first_day(edtf: str) -> str | None:
    plain = edtf.rstrip("~?%")
    return (plain + "-01-01"[len(plain) - 4 :]) if _YEAR.fullmatch(plain) and plain[5:7] <= "12" else None


def _last_day(edtf: str) -> str | None:
    from calendar import monthrange

    plain = edtf.rstrip("~?%")
    if not _YEAR.fullmatch(plain) or plain[5:7] > "12":
        return None
    year, month = int(plain[:4]), int(plain[5:7] or 12)
    return plain if len(plain) == 10 else f"{plain[:4]}-{month:02}-{monthrange(year, month)[1]}"


def bracketed(sentence: Sentence, grammar: Grammar, position: int) -> list[Term]:
    """The terms in brackets that open here: "(1924–1932, 1934–1941)" are two; a single year without "since" none."""
    found = _PARENTHESIS.match(sentence.text[position : position + 300])
    if not found:
        return []
    terms = []
    for date in _DATE.finditer(sentence.text, position + found.start(1), position + found.end(1)):
        one = _with_date(Term(), sentence, grammar, "state", date.start())
        if one.start or one.end:
            terms.append(one)
    return terms


def adjoined(sentence: Sentence, grammar: Grammar, position: int, ceiling: int) -> Term:
    """The term right behind a post in apposition: "head of the GPU since 1921"; a bare date gives none."""
    result = Term()
    while step := _ADJOINED.match(sentence.text[position : min(ceiling, position + 200)]):
        place = position + step.end()
        more = _with_date(result, sentence, grammar, "state", place)
        if more == result:
            break
        result, position = more, sentence.text.index("›", place) + 1
    return result


def term(sentence: Sentence, grammar: Grammar, role: str, span: tuple[int, int], bounds: tuple[int, int]) -> Term:
    """The term that one event states.

    `span` runs from its verb to its last post or body, `bounds` is the stretch of the sentence that belongs to
    it. Dates after the post come first, then those between verb and post, then those before the verb. `role` is
    "start", "end", "state" or "retain": a bare date begins, ends, or only attests the tenure.
    """
    text = sentence.text
    regions = [
        _following(text, span[1], bounds[1]),
        [m.start() for m in _DATE.finditer(text, *span)],
        _preceding(text, bounds[0], span[0]),
    ]
    result = _both_years(sentence, span[1])
    for positions in regions:
        for position in positions:
            if role != "start" or position > span[0] or not _is_range(sentence, position):
                result = _with_date(result, sentence, grammar, role, position)
        if result.start or (role == "end" and result.end):
            return result
    return result


def _is_range(sentence: Sentence, position: int) -> bool:
    """Whether a range stands here: before "became" it tells what went on until then."""
    sign = _DATE.match(sentence.text, position)
    value = sentence.marks[int(sign[1])].mention.value if sign else None
    return value is not None and "/" in value.edtf


def _both_years(sentence: Sentence, position: int) -> Term:
    """The term in "during 1917 and 1918" that follows the post."""
    both = _DURING.match(sentence.text, position)
    if not both:
        return Term()
    first, last = (sentence.mark(both[key]).mention for key in ("first", "last"))
    return Term(first.value, last.value, (first.id, last.id))


def _following(text: str, position: int, ceiling: int) -> list[int]:
    """The dates that follow the post closely: ", on 1 May 1920", "in Kyiv from 1923 to 1931"."""
    found = list[int]()
    while step := _NEXT.match(text[position:ceiling]):
        if (
            _CLAUSE.search(step[0])
            or _VERB_AFTER.search(step[0])
            or (not found and re.search(r"\band (?:in|on)\b", step[0]))
        ):
            break
        found.append(position + step.end())
        position = text.index("›", found[-1]) + 1
    return found


def _preceding(text: str, floor: int, position: int) -> list[int]:
    """The dates of the clause before its verb, the nearest first; none in brackets, none of another verb."""
    cut = floor + max((m.end() for m in re.finditer(r";", text[floor:position])), default=0)
    found = [m.start() for m in _DATE.finditer(text, cut, position)][::-1]
    return [
        place
        for place in found
        if text[:place].count("(") <= text[:place].count(")") and not _OTHER_VERB.search(text, place, position)
    ]


def _with_date(known: Term, sentence: Sentence, grammar: Grammar, role: str, position: int) -> Term:
    sign = _DATE.match(sentence.text, position)
    mention = sentence.marks[int(sign[1])].mention if sign else None
    if mention is None or mention.value is None or not mention.value.edtf or mention.value.edtf[0] in "{[":
        return known
    value, before = mention.value, sentence.text[:position]
    start, end = halves(value)
    if "/" in value.edtf:
        if role == "end" or grammar.dates["after"].search(before):
            return known
    elif grammar.dates["until"].search(before):
        start, end = None, value
    elif grammar.dates["from"].search(before):
        start, end = value, None
    elif grammar.dates["after"].search(before) or role in ("state", "retain"):
        return known
    else:
        start, end = (None, value) if role == "end" else (value, None)
    evidence = (*known.evidence, mention.id)
    return Term(known.start or start, known.end or end, evidence)

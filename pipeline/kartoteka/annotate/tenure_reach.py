"""Which dates of a sentence belong to one of its statements, and which to other words of it."""

from __future__ import annotations

import re

from kartoteka.annotate.tenure_agreement import is_finite
from kartoteka.annotate.tenure_sentences import Sentence

_DATE = re.compile(r"‹D\d+›")
_CLAUSE = re.compile(
    r"[;.]|\b(?:who|which|when|where|but|while|because|який|яка|яке|коли|але|де|который|которая|которое|когда|но|где"
    r"|(?:після|до|перед|після|после|прежде) (?:того|тим|цього|цим|этого|этим)|щойно|едва"
    r"|(?<!не )(?:раніше|ранее|раньше|прежде|доти|дотоле))\b"
    r"|, (?:а|а також|зате|однако|однак) "
)
_VERB_AFTER = re.compile(r",? (?:and|та|і|и) (?!‹)\w+(?:ed|в|ла|л|вся|лся)\b")
_NEXT = re.compile(r"^(?: \(‹B\d+›\))?(?:[^‹.;()]{0,40}‹[BG]\d+›){0,2}[^‹.;()]{0,40}(?=‹D)", re.IGNORECASE)
#: A verb in the past with a comma behind it: the date before belongs to that one.
_OTHER_VERB = re.compile(
    r"(?P<verb>[а-яіїєґё]+(?:ав|ив|ів|ла|ли|ал|ил|ел|ило|ало)(?:ся|сь)?)\b[^,‹]*(?:‹[A-Z]\d+›[^,‹]*)*,"
)
#: What ends the clause before a verb's own.
_CUT = re.compile(r";|, (?:а|але|но|зато|but) ")
#: The Slavic clause within another that a verb stands in: dates before it are the other's.
_WITHIN = re.compile(r", (?:де|куди|звідки|коли|бо|где|куда|откуда|когда|так как)\b[^,;]*$")
#: What was before the date that the sentence gives: "In 1937 N., until then head of a department, became …".
_EARLIER = re.compile(
    r"\b(?:(?:до|перед) (?:того|тим|цього|цим|того|тем|этого|этим)|раніше|ранее|раньше|прежде|доти|дотоле)\b(?! ‹D)"
)
#: A clause of time or place, whose date is the main verb's too.
_TEMPORAL = re.compile(
    r"\b(?:коли|щойно|після|поки|доки|когда|едва|после|пока|как только|тільки-но)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b[а-яіїєґё]+(?:ав|яв|ив|ів|їв|ув|ла|ли|ал|ил|ел|ял|ул|ило|ало|ышел|ийшов|ёл)(?:ся|сь)?\b")
_BREAK = re.compile(r"[,;:(]")
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
#: What opens another statement between a post and the first date behind it.
_ANOTHER = re.compile(r"(?:^|[\s,>])(?:and|but|then|і|та|й|и|а|но|але)\s", re.IGNORECASE)
#: A post right before a date, a person whose life it ends or begins, and a clause about someone.
_OF_POST = re.compile(r"‹O\d+›(?: (?:in|at|у|в|на) ‹[GB]\d+›)?(?: [^\W\d]+){1,3} $")
_ORDERED = re.compile(
    r"(?:указ|приказ|наказ|декрет|постанов|распоряжен|розпоряджен|решен|рішен)\w* ‹O\d+› (?:від|от|у|в) $",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:born|died|killed|shot|arrested|executed|народи\w+|помер\w*|родил\w+|умер\w*)\b[^‹,;]{0,20}"
    r"(?:‹[GB]\d+›[^‹;]{0,12}){0,3}$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r", (?:who|which|whose|що|який|яка|яке|котрий|который|которая|которое)\b[^,]*$")
_SECOND_VERB = re.compile(
    r"(?:^|[\s,])(?:and|і|й|та|и)(?: (?:then|later|soon|subsequently|was|had been|been|згодом|потім|затем|потом"
    r"|деякий час|якийсь час|некоторое время|какое-то время|тривалий час|долгое время|довго|долго))*"
    r" $"
)
_SUBJECT = re.compile(r"‹P\d+›|\b(?:he|she|who|він|вона|он|она)\b", re.IGNORECASE)
#: What stands between the post that was told before and its date, and what parts that clause from the next.
_TOLD, _CLAUSES = re.compile(r" [^‹,;]{1,25}"), re.compile(r",| (?:and|і|й|та|и|а) ")


def following(text: str, position: int, ceiling: int) -> list[int]:
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


def preceding(sentence: Sentence, floor: int, position: int) -> list[int]:
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
        and not (sentence.lang != "en" and _of_first_verb(sentence, place, position))
    ]


def _acts(sentence: Sentence, place: int, position: int) -> bool:
    """Whether another verb in the past, with a comma behind it, stands between a date and the verb."""
    verbs = _OTHER_VERB.finditer(sentence.text, place, position)
    return any(is_finite(verb["verb"], sentence.lang) for verb in verbs)


def _of_first_verb(sentence: Sentence, place: int, position: int) -> bool:
    """Whether a date stands in a Slavic clause with a verb of its own: «вступив 1918 року, якийсь час був …»."""
    end = sentence.text.index("›", place) + 1
    parted = _BREAK.search(sentence.text, end, position)
    if _EARLIER.search(sentence.text, end, position):
        return True
    if parted is None:
        return False
    opening = max((m.end() for m in _BREAK.finditer(sentence.text, 0, place)), default=0)
    own = sentence.text[opening:place]
    verbs = (word for word in _PAST.findall(own) if is_finite(word, sentence.lang))
    return not _TEMPORAL.search(own) and any(verbs)


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


def enclosed(text: str, begin: int, position: int) -> bool:
    """Whether a date stands in brackets that open behind `begin`: it dates the post before them alone."""
    return text.count("(", begin, position) > text.count(")", begin, position)

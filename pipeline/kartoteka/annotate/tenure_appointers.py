"""Who gave the posts that a sentence tells of: "Stalin appointed N.", «призначений Сталіним», "by order of the GPU"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.annotate.tenure_agreement import agrees
from kartoteka.annotate.tenure_grammar import Construction, Grammar
from kartoteka.annotate.tenure_posts import Event, Post
from kartoteka.annotate.tenure_sentences import Mark, Sentence
from kartoteka.annotate.tenure_subjects import Focus, nominative, subjects
from kartoteka.languages.declension import name_readings
from kartoteka.languages.morphology import cases

#: How far behind a statement its appointer is looked for, in characters.
_REACH = 200
#: How much less than its likeliest reading another one of a name may weigh.
_AS_LIKELY = 0.5
#: A name behind a post, and the post that was given behind the name.
_NAMED = re.compile(r" (?P<giver>‹P\d+›)[^‹.;:,]{0,40}(?:‹[DGB]\d+›[^‹.;:,]{0,30}){0,2}‹O\d+›")


def with_appointers(sentence: Sentence, grammar: Grammar, focus: Focus, events: Sequence[Event]) -> list[Event]:
    """The events with whoever gave the post, a person or a body; what shares a verb shares its subject too.

    A proposal or a recommendation is no appointment, nor is an election.
    """
    found: list[Event] = []
    for event in events:
        giver = appointer(sentence, grammar, focus, event.span) if event.role == "start" else ""
        if not giver and event.shares:
            giver = next((one.appointer for one in reversed(found) if one.rule), "")
        taken = {*event.holders, event.companion}
        found.append(replace(event, appointer=giver) if giver and giver not in taken else event)
    return found


def appointer(sentence: Sentence, grammar: Grammar, focus: Focus, span: tuple[int, int]) -> str:
    """The referent of whoever gave the post of a statement that runs from its verb to its last post, "" for nobody."""
    begin, end = span
    for construction in grammar.appointments:
        told = (m for m in _all(construction.pattern, sentence.text) if begin <= m.start("verb") < end)
        who = next(filter(None, (agent(sentence, grammar, focus, construction, match) for match in told)), "")
        if who:
            return who
    words, behind = sentence.text[begin:end], sentence.text[end : end + _REACH]
    for construction in grammar.appointers:
        found = construction.pattern.match(behind)
        if found and construction.before and construction.before.search(words):
            return agent(sentence, grammar, focus, construction, found, offset=end)
    return ""


def is_title_of(sentence: Sentence, post: Post, giver: str) -> bool:
    """Whether a post is that of the appointer behind it: «призначений гетьманом Скоропадським головою ради»."""
    named = _NAMED.match(sentence.text, post.end)
    return named is not None and sentence.mark(named["giver"]).referent == giver


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match of a pattern, overlapping ones too: a name in another case may stand before the one meant."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def agent(
    sentence: Sentence,
    grammar: Grammar,
    focus: Focus,
    construction: Construction,
    match: re.Match[str],
    *,
    offset: int = 0,
) -> str:
    """Whom a match names: a mark in the case that the construction asks for, or the subject it leaves to a pronoun."""
    groups = match.groupdict()
    sign = groups.get("agent")
    if sign is None:
        behind = match.end("he") if sentence.lang == "en" else match.start("verb")
        people = subjects(sentence, grammar, (behind, match.end("verb")), match.end(), focus)
        return people[0] if len(people) == 1 else ""
    mark = sentence.mark(sign)
    if not _stands_in(mark, construction.case, groups.get("verb") or "", sentence.lang):
        return ""
    before = sentence.text[: offset + match.start("agent")]
    return "" if construction.case == "ablt" and grammar.oblique.search(before) else mark.referent


def _stands_in(mark: Mark, case: str, verb: str, lang: str) -> bool:
    """Whether a Slavic name can stand in a case; a body without endings, as «ЦК» and «бюро», in every one."""
    if lang == "en" or not case:
        return True
    if case == "nomn":
        return nominative(mark) and (mark.letter != "P" or agrees(mark, verb, lang))
    if mark.letter == "P":
        found = name_readings(mark.mention.text, lang)
        likely = {reading.case for reading in found if reading.weight >= found[0].weight - _AS_LIKELY}
        return not nominative(mark) and case in likely
    return case == "gent" or (not nominative(mark) and case in cases(mark.mention.text.split()[0].lower(), lang))

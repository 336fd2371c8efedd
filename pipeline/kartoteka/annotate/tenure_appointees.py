"""Who was appointed in a Ukrainian or Russian clause: «Сталін призначив N.», «N. призначено», «його призначив M.»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Mark, Sentence
from kartoteka.annotate.tenure_subjects import Focus, nominative

_PERSON = re.compile(r"‹P(\d+)›")
_ACTIVE = re.compile(r"(?:ли|ло|ив|ила|ил|ла|в|л|ють|ає|ают|ает)$")
#: A participle that agrees with a name in another case, and a verb form without a subject.
_OBLIQUE_PARTICIPLE = re.compile(r"(?:ого|ому|им|ої|ій|ую|ой|ым|ых|их)$")
_IMPERSONAL = re.compile(r"(?:но|то)$")
#: A name that was not recognized, where the object of a verb stands.
_UNREAD = re.compile(r" [А-ЯІЇЄҐЁ][а-яіїєґё’'-]+ ")


def appointed(
    sentence: Sentence, grammar: Grammar, verb: tuple[int, int], end: int, focus: Focus, *, giver: str = ""
) -> list[str]:
    """The person in no nominative beside an active verb, in whatever case beside a participle.

    It is not the `giver` of the post: «призначений Сталіним».
    """
    word = sentence.text[verb[0] : verb[1]].split()[0]
    people = ((s.start(), sentence.marks[int(s[1])]) for s in _PERSON.finditer(sentence.text, 0, end))
    around = [(place, mark) for place, mark in people if not giver or mark.referent != giver]
    if _ACTIVE.search(word):
        who = _object(sentence, grammar, verb, end, [one for one in around if not nominative(one[1])])
        who = focus.antecedent() if who is None else who
        return [who] if who and who != giver else []
    free = [mark for place, mark in around if not grammar.oblique.search(sentence.text[:place])]
    if not _OBLIQUE_PARTICIPLE.search(word):
        given = _IMPERSONAL.search(word) and grammar.objects.search(sentence.text[:end])
        free = [] if given else [m for m in free if nominative(m) or not _by_decree(sentence, m)]
    who = free[-1].referent if free else focus.antecedent()
    return [who] if who else []


def _object(
    sentence: Sentence, grammar: Grammar, verb: tuple[int, int], end: int, objects: Sequence[tuple[int, Mark]]
) -> str | None:
    """Whom an active verb gives a post, of those in no nominative, None for a pronoun's antecedent, "" for nobody.

    A pronoun beside the verb is nobody after a preposition: «при N-і, а M. призначив його».
    """
    before, behind = sentence.text[: verb[0]], sentence.text[verb[1] : end]
    named = [mark.referent for place, mark in objects if place > verb[0]]
    if not named and (grammar.objects.match(behind.lstrip()) or _last(grammar.objects, before)):
        objects = [one for one in objects if not grammar.oblique.search(sentence.text[: one[0]])]
    if not objects and grammar.objects.search(before + behind):
        return None
    if not named and _UNREAD.match(behind):
        return ""
    return (named or [mark.referent for _, mark in objects] or [""])[-1]


def _last(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text ends with what a pattern matches."""
    return any(found.end() == len(text.rstrip()) for found in pattern.finditer(text))


def _by_decree(sentence: Sentence, mark: Mark) -> bool:
    """Whether a name goes with the post of the one who decreed: «указом президента N. призначений»."""
    sign = f"‹P{sentence.marks.index(mark)}›"
    return re.search(r"‹O\d+› $", sentence.text[: sentence.text.index(sign)]) is not None

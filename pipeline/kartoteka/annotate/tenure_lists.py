"""Ukrainian and Russian lists of holders: «Директорами музею були N. (1921–24), M. та K.», «Ректори: N., M.».

The post stands in the plural, which is no post of anybody: its head and adjectives are read in the singular.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kartoteka.annotate.office_slavic_words import slavic
from kartoteka.annotate.tenure_brackets import bracketed
from kartoteka.annotate.tenure_dates import Term
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_posts import Event, Post
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import nominative
from kartoteka.languages.morphology import is_genitive, parses

#: The verb between the post and its holders, and the colon of a list without one.
_SIGN = re.compile(
    r" (?:були|стали|працювали|служили|обира(?:лися|лись)|признача(?:лися|лись)|были|стали|работали|служили"
    r"|явля(?:лись|ются)|избирались|назначались)\b(?:[^‹.;:,(]|‹[DGB]\d+›){0,50}?:? ?(?=\S{0,40} ?‹P)"
    r"|: (?=\S{0,40} ?‹P)"
)
#: How far before its verb a post may begin.
_REACH = 160
_MARK = re.compile(r"‹O\d+›")
_TOKEN = re.compile(r"‹[A-Z]\d+›|[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\s\w]")
_BODY = re.compile(r"‹B\d+›")
_RELATIVE = re.compile(r"(?:як|котор|котр|чи|кого|тог|то[гй])")
_NEXT = r"\s*(?:,|;|,? (?:і|й|та|и|а також))? ?{titles}(?P<holder>‹P\d+›)(?P<bracket> \([^()]{{1,80}}\))?"
_PLURAL = ("ablt", "nomn")


def of_lists(sentence: Sentence, grammar: Grammar) -> Iterator[Event]:
    """The statements of a sentence that names several holders of one post."""
    if grammar.lang == "en" or sentence.text.count("‹P") < 2:
        return
    for sign in _SIGN.finditer(sentence.text):
        listed = list(_holders(sentence, grammar, sign.end()))
        if len(listed) < 2:
            continue
        before = sentence.text[max(0, sign.start() - _REACH) : sign.start()]
        offset = sign.start() - len(before)
        if (mark := next(iter(_MARK.finditer(before)), None)) and _is_plural(sentence, mark[0]):
            span = offset + mark.start(), offset + mark.end()
            posts = (Post(*span, sentence.mark(mark[0])),)
            yield from (Event("state", span, (h,), posts, rule="list", term=t) for h, t, _ in listed)
        elif mark is None and (words := _post(before, grammar.lang, colon=sign[0].startswith(":"))):
            body = _BODY.search(words)
            for holder, term, span in listed:
                office, org = sentence.unfold(words), sentence.mark(body[0]) if body else None
                yield Event("state", span, (holder,), office=office, body=org, rule="list", term=term)


def _holders(sentence: Sentence, grammar: Grammar, position: int) -> Iterator[tuple[str, Term, tuple[int, int]]]:
    """Those whom a list names, each with the dates in brackets behind the name, and where the name stands."""
    item = re.compile(_NEXT.format(titles=grammar.titles), re.IGNORECASE)
    while found := item.match(sentence.text, position):
        mark = sentence.mark(found["holder"])
        if not nominative(mark):
            return
        for term in bracketed(sentence, grammar, found.end("holder")) or [Term()]:
            yield mark.referent, term, found.span("holder")
        position = found.end()


def _is_plural(sentence: Sentence, sign: str) -> bool:
    words = sentence.mark(sign).mention.text.split()
    return any(_singular(word, sentence.lang) is not None for word in words)


def _post(before: str, lang: str, *, colon: bool) -> str:
    """The post in the singular that the words before a list name in the plural, "" for none."""
    tokens = _TOKEN.findall(before)
    for place in range(len(tokens) - 1, -1, -1):
        head = _singular(tokens[place], lang)
        if head is None or (colon and place > 1):
            continue
        first = place
        adjectives = list[str]()
        while first and (adjective := _of_adjective(tokens[first - 1], lang)):
            adjectives.insert(0, adjective)
            first -= 1
        return " ".join([*adjectives, head, *_complement(tokens[place + 1 :], lang)])
    return ""


def _singular(word: str, lang: str) -> str | None:
    """A head of posts in the nominative or instrumental plural as one of its kind is called; None for no such word."""
    if not word.isalpha() or not slavic(lang).heads.fullmatch(word.lower()):
        return None
    for parse in parses(word.lower(), lang):
        if parse.tag.POS == "NOUN" and parse.tag.number == "plur" and parse.tag.case in _PLURAL:
            one = parse.normal_form
            if one != word.lower() and slavic(lang).heads.fullmatch(one):
                return str(one)
    return None


def _of_adjective(word: str, lang: str) -> str | None:
    """An adjective of the plural as it stands beside one: «другими» is «другий»."""
    for parse in parses(word.lower(), lang) if word.isalpha() else ():
        if parse.tag.POS == "ADJF" and parse.tag.number == "plur" and parse.tag.case in _PLURAL:
            return str(parse.normal_form)
    return None


def _complement(tokens: list[str], lang: str) -> Iterator[str]:
    """What belongs to the head behind it: genitives, a body, a place; no pronoun, no preposition."""
    for token in tokens:
        genitive = token.isalpha() and not _RELATIVE.match(token.lower()) and is_genitive(token, lang)
        if not genitive and not (token[0] == "‹" and token[1] in "BG"):
            return
        yield token

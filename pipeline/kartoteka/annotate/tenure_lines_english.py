"""Lines without a verb in English: "BAGIROV, M. – chairman, 1921–27; first secretary, 1933–53.", "Rectors: N. (1920)".

Handbooks, finding aids and mastheads tell careers and lists of holders so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kartoteka.annotate.office_words import english
from kartoteka.annotate.tenure_brackets import bracketed
from kartoteka.annotate.tenure_dates import Term, with_date
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_posts import Event, Post
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import Focus

#: Who opens a line: "BAGIROV, M. J. (1895–1956) – ", "Ivan Hal: ".
_HEADED = re.compile(r"[\s\-*•–—]*(?P<holder>‹P\d+›)(?: \([^()]{0,80}\)| †| \[[^\[\]]{0,40}\])?(?: (?:—|–|-)|:) ")
_DATES = (
    r"(?:(?:(?:from|since|until|till|to|by|in|between|c\.|about|before|after|(?:in )?the|early|late) ){0,3}‹D\d+›"
    r"(?:(?:, | and |; | ?[–-] ?| to | until | till )(?:(?:from|since|until|till|to|by|in|again) ){0,2}‹D\d+›){0,5})"
)
#: A post of a line with its dates before or behind it, in brackets or not.
_ITEM = re.compile(
    rf"[\s\-*•–—]*(?P<before>{_DATES}(?:,|:| –| —| -)? )?"
    r"(?:(?:then|later|also|and|concurrently|finally|now|again),? ){0,2}"
    rf"(?:the |a |an |as )?(?P<post>‹O\d+›)(?:,? (?:at |of |in )?(?:the )?‹[BG]\d+›)?"
    r"(?: \((?!(?:[a-z]+ )*‹D)[^()]{0,60}\))?"
    rf"(?P<after>(?:,? ?\(?){_DATES}\)?)?(?=\s*(?:[.;,]|$| and ))"
)
_NEXT = re.compile(r"[.;,]|,? and ")
_DATE = re.compile(r"‹D\d+›")
#: A list of holders: what they were, then their names; and one name of it.
_LIST = re.compile(
    r"[\s\-*•–—]*(?P<post>‹O\d+›|[A-Z][^‹:.;()]{2,50}(?:‹[BG]\d+›)?):\s+(?=(?:[A-Z][\w.]* ){0,2}‹P)"
)
_NAME = re.compile(
    r"(?:,|;|,? and)?\s*(?:[A-Z][\w.]* ){0,2}(?P<holder>‹P\d+›)(?P<bracket> \([^()]{1,80}\))?"
    r"(?=\s*(?:[,;.]|$| and ))"
)


def english_lines(sentence: Sentence, grammar: Grammar, focus: Focus) -> list[Event]:
    """The statements of a sentence that is a line of a life or a list of holders; none where it is neither."""
    if listed := _LIST.match(sentence.text):
        return list(_holders(sentence, grammar, listed))
    headed = _HEADED.match(sentence.text)
    holder = sentence.mark(headed["holder"]).referent if headed else focus.antecedent()
    if not holder or "‹O" not in sentence.text:
        return []
    events, complete = _career(sentence, grammar, holder, headed.end() if headed else 0)
    dated = _ITEM.match(sentence.text)
    return events if headed or (complete and dated and dated["before"]) else []


def _career(sentence: Sentence, grammar: Grammar, holder: str, position: int) -> tuple[list[Event], bool]:
    """The posts of a line, as far as there is nothing else in it, and whether that is all of the sentence."""
    events, text = list[Event](), sentence.text
    while item := _ITEM.match(text, position):
        sign = item["post"]
        post = Post(item.start("post"), item.end("post"), sentence.mark(sign))
        for term in _terms(sentence, grammar, item):
            events.append(Event("state", item.span("post"), (holder,), (post,), rule="line", term=term))
        following = _NEXT.match(text, item.end())
        position = following.end() if following else item.end()
    return events, not text[position:].strip()


def _terms(sentence: Sentence, grammar: Grammar, item: re.Match[str]) -> list[Term]:
    """The terms that the dates of a post tell of: "1921–27, 1929–30" are two."""
    terms = list[Term]()
    places = [
        m.start()
        for key in ("before", "after")
        if item[key]
        for m in _DATE.finditer(sentence.text, *item.span(key))
    ]
    for place in places:
        last = terms[-1] if terms else Term()
        more = with_date(Term(), sentence, grammar, "state", place)
        if last.end is None and more.start is None and more.end and terms:
            terms[-1] = Term(last.start, more.end, (*last.evidence, *more.evidence))
        elif more.start or more.end:
            terms.append(more)
    return terms or [Term()]


def _holders(sentence: Sentence, grammar: Grammar, listed: re.Match[str]) -> Iterator[Event]:
    """Those whom a list names, each with the dates in brackets: "Inspectors: N. (to 1928), M. (acting, 1928–29)"."""
    sign, position = listed["post"], listed.end()
    words = sentence.unfold(sign)
    office = _singular(words)
    if office is None:
        return
    post = sentence.mark(sign) if sign.startswith("‹") and office == words else None
    while name := _NAME.match(sentence.text, position):
        acting = "acting " if "acting" in (name["bracket"] or "") and "acting" not in office else ""
        span = name.span("holder")
        holders = (sentence.mark(name["holder"]).referent,)
        for term in bracketed(sentence, grammar, name.end("holder")) or [Term()]:
            if post and not acting:
                posts = (Post(listed.start("post"), listed.end("post"), post),)
                yield Event("state", listed.span("post"), holders, posts, rule="list", term=term)
            else:
                yield Event("state", span, holders, office=acting + office, rule="list", term=term)
        position = name.end()


def _singular(words: str) -> str | None:
    """What one of those named is: "Chairmen of the council" are each "Chairman of the council"; None for no post."""
    head, link, rest = words.partition(" of ")
    opening, _, last = head.rpartition(" ")
    for ending, instead in (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", ""), ("", "")):
        one = last[: len(last) - len(ending)] + instead
        if last.endswith(ending) and english().heads.fullmatch(one):
            return f"{opening} {one}".strip() + link + rest
    return None

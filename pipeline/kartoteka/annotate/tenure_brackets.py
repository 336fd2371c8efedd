"""Dates right behind a post: in brackets, or joined to an apposition."""

from __future__ import annotations

import re

from kartoteka.annotate.tenure_dates import Term, with_date
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Sentence

_DATE = re.compile(r"‹D(\d+)›")
_PARENTHESIS = re.compile(
    r"^(?: (?:twice|thrice|again|briefly|successively|for the \w+ time))? ?\(([^()]*‹D\d+›[^()]*)\)"
)
_ADJOINED = re.compile(
    r"^, (?=‹D\d+›\))|^(?: \(‹B\d+›\))?(?: (?:in|at|у|в|на) (?:the )?‹[GB]\d+›)?(?: [^\W\d]+){1,3} (?=‹D)"
)


def bracketed(sentence: Sentence, grammar: Grammar, position: int, role: str = "state") -> list[Term]:
    """The terms in brackets that open here: "(1924–1932, 1934–1941)" are two; a bare year is none.

    In a Slavic text a date behind a verb of beginning begins the term, one of an end ends it: «обраний членом (1979)».
    """
    beside = grammar.beside.match(sentence.text, position)
    position = beside.end() if beside else position
    found = _PARENTHESIS.match(sentence.text[position : position + 300])
    if not found:
        return []
    if sentence.lang == "en" or role not in ("start", "end"):
        role = "state"
    terms, years = list[Term](), list[Term]()
    for date in _DATE.finditer(sentence.text, position + found.start(1), position + found.end(1)):
        one = with_date(Term(), sentence, grammar, role, date.start())
        if one.start or one.end:
            terms.append(one)
        elif year := _whole_year(sentence, date[0]):
            years.append(year)
    # "(1919, 1921–23)": beside a range a year is a term too.
    return [*years, *terms] if terms else []


def _whole_year(sentence: Sentence, sign: str) -> Term | None:
    """A bare year as a term of its own, None for any other date."""
    mention = sentence.mark(sign).mention
    if mention.value is None or not re.fullmatch(r"\d{4}", mention.value.interval):
        return None
    return Term(mention.value, mention.value, (mention.id,))


def adjoined(sentence: Sentence, grammar: Grammar, position: int, ceiling: int) -> Term:
    """The term right behind a post in apposition: "head of the GPU since 1921"; a bare date gives none."""
    result = Term()
    while step := _ADJOINED.match(sentence.text[position : min(ceiling, position + 200)]):
        place = position + step.end()
        more = with_date(result, sentence, grammar, "state", place)
        if more == result:
            break
        result, position = more, sentence.text.index("›", place) + 1
    return result


def behind_holder(sentence: Sentence, grammar: Grammar, position: int, post: int) -> list[Term]:
    """The terms in brackets behind a holder who follows the post ending at `post`: «ректором став N. (1918–19)»."""
    if sentence.lang == "en" or position <= post or sentence.text[position - 1] != "›":
        return []
    return bracketed(sentence, grammar, position)

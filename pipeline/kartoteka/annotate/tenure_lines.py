"""Lines of a life without a verb: «З 1925 – заступник наркома; 1927–29 – голова губвиконкому».

Handbooks, encyclopedias and obituaries tell careers in such lines. The post stands in the nominative, its dates before
it or behind it, and the holder opens the line or is the one whom the text tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kartoteka.annotate.tenure_dates import Term, with_date
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_posts import Event, Post
from kartoteka.annotate.tenure_sentences import MARK, Sentence
from kartoteka.annotate.tenure_subjects import Focus, nominative
from kartoteka.languages.morphology import is_adjective, parses
from kartoteka.languages.phrases import nominative_phrase

_POST = re.compile(r"‹O\d+›")
_PERSON = re.compile(r"‹P\d+›")
_DATE = re.compile(r"‹D\d+›")
_WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w.])")
_ABBREVIATION = re.compile(r"[^\W\d_]+\.")
_OPENING = re.compile(r"[\s\-*•–—«\"“\[]*")
#: Who opens a line: «КОВТУН Яків (1889–1937) – », «Ставицкий, с 14 августа ».
_HEADED = re.compile(
    r"[\s\-*•–—]*(?P<holder>‹P\d+›)(?P<life> \((?:[^()]|\([^()]*\)){0,300}\))?(?P<sign> (?:—|–|-)|,)(?= )"
)
#: Lines begin anew behind a semicolon.
_PART = re.compile(r";|$")
_CHUNK = re.compile(r"[^,;:(—–]*")
_LAST_CHUNK = re.compile(r"[^,:(—–]*$")
_SIGN = re.compile(r"[—–:] ?$")
#: How far a line goes without another post.
_FARTHEST = 160
_ACTS = frozenset({"VERB", "PRTS", "INFN", "GRND"})


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a sentence that may be a line: who holds its posts, whether it names him or her itself.

    After a life's dates or a dash other words than posts may stand in it too: «(1889–1937) – партійний діяч, голова …».
    """

    holder: str
    start: int
    end: int
    headed: bool = False
    wordy: bool = False


def of_lines(sentence: Sentence, grammar: Grammar, focus: Focus) -> list[Event]:
    """The statements of a sentence's lines, each post with its own term."""
    if grammar.lang == "en" or "‹O" not in sentence.text:
        return []
    return [event for line in _lines(sentence, focus) for event in _read(sentence, grammar, line)]


def _lines(sentence: Sentence, focus: Focus) -> Iterator[Line]:
    begin, holder = 0, focus.antecedent()
    for part in _PART.finditer(sentence.text):
        opened = _HEADED.match(sentence.text, begin, part.start())
        if opened and nominative(sentence.mark(opened["holder"])):
            holder = sentence.mark(opened["holder"]).referent
            wordy = bool(opened["life"]) or opened["sign"] != ","
            yield Line(holder, opened.end(), part.start(), headed=True, wordy=wordy)
        elif holder and (opening := _OPENING.match(sentence.text, begin + 1 if begin else 0)):
            yield Line(holder, opening.end(), part.start())
        begin = part.end()


def _read(sentence: Sentence, grammar: Grammar, line: Line) -> Iterator[Event]:
    """The posts of a line as far as it goes on without a verb or anybody else."""
    place, shared = line.start, Term()
    for number, sign in enumerate(_POST.finditer(sentence.text, line.start, line.end)):
        mark = sentence.mark(sign[0])
        suffix = grammar.lines["suffix"].match(sentence.text, place, sign.start()) if number else None
        place = suffix.end() if suffix else place
        before = sentence.text[place : sign.start()]
        if not _stands(mark.mention.text, sentence.lang) or not _leads(before, grammar, line, number):
            return
        if _goes_on(sentence, grammar, sign.end(), line.end, bare=not number and not line.headed and not before):
            return
        dates = [place + m.start() for m in _DATE.finditer(before)]
        if dates or grammar.lines["anew"].search(before) or not number:
            shared = _term(sentence, grammar, dates)
        own = _term(sentence, grammar, _behind(sentence, grammar, sign.end(), line.end))
        post = Post(sign.start(), sign.end(), mark)
        yield Event(
            "state", sign.span(), (line.holder,), (post,), rule="line", term=own if own.evidence else shared
        )
        place = sign.end()


@lru_cache(maxsize=20_000)
def _stands(office: str, lang: str) -> bool:
    """Whether a post stands in the nominative."""
    return _ABBREVIATION.match(office) is not None or nominative_phrase(office, lang) == office


def _leads(before: str, grammar: Grammar, line: Line, number: int) -> bool:
    """Whether the words before a post leave it the predicate of a line: dates, adverbs, another apposition."""
    if len(before) > _FARTHEST or _PERSON.search(before):
        return False
    if grammar.lines["prefix"].fullmatch(before):
        return True
    if _acts(before, grammar.lang):
        return False
    if number == 0 and not line.headed:
        return grammar.lines["circumstance"].fullmatch(before) is not None
    last = _LAST_CHUNK.search(before)
    if not line.wordy and last and last.start() > 2:
        return False
    left = grammar.lines["ward"].sub(" ", last[0] if last else "")
    return all(is_adjective(word, grammar.lang) for word in _WORDS.findall(MARK.sub(" ", left)))


def _goes_on(sentence: Sentence, grammar: Grammar, position: int, ceiling: int, *, bare: bool) -> bool:
    """Whether the post is the subject of a verb, or its holder is named behind it: «ректор N.», «заступник – N.».

    A line that opens with its post, without a date, has no verb at all.
    """
    if grammar.lines["holder"].match(sentence.text, position):
        return True
    behind = sentence.text[position:ceiling]
    if bare:
        return _PERSON.search(behind) is not None or _acts(behind, grammar.lang)
    chunk = _CHUNK.match(behind)
    return chunk is not None and _acts(chunk[0], grammar.lang)


def _acts(words: str, lang: str) -> bool:
    """Whether a verb is among the words."""
    return any(_is_verb(word, lang) for word in _WORDS.findall(MARK.sub(" ", words)))


@lru_cache(maxsize=20_000)
def _is_verb(word: str, lang: str) -> bool:
    known = parses(word.lower(), lang)
    return bool(known) and known[0].tag.POS in _ACTS


def _behind(sentence: Sentence, grammar: Grammar, position: int, ceiling: int) -> list[int]:
    """The dates right behind a post and its brackets: «посол 1907—18», «член ЦК (1927–30)»."""
    suffix = grammar.lines["suffix"].match(sentence.text, position, ceiling)
    return [position + m.start() for m in _DATE.finditer(suffix[0])] if suffix else []


def _term(sentence: Sentence, grammar: Grammar, dates: list[int]) -> Term:
    result = Term()
    for position in dates:
        result = with_date(result, sentence, grammar, "state", position)
    return result

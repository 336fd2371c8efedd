"""Lines of a life without a verb: «З 1925 – заступник наркома; 1927–29 – голова губвиконкому».

Handbooks, encyclopedias and obituaries tell careers in such lines. The post stands in the nominative, its dates before
it or behind it, and the holder opens the line or is the one whom the text tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kartoteka.annotate.tenure_agreement import UPRIGHT
from kartoteka.annotate.tenure_dates import Term, with_date
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_posts import Event, Post
from kartoteka.annotate.tenure_sentences import MARK, Sentence
from kartoteka.annotate.tenure_subjects import Focus, candidates, nominative
from kartoteka.languages.morphology import cases, is_adjective, parses
from kartoteka.languages.phrases import nominative_phrase

_POST = re.compile(r"‹O\d+›")
_PERSON = re.compile(r"‹P\d+›")
_DATE = re.compile(r"‹D\d+›")
_WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*(?!\w|\.-|\. ?\S)")
_ABBREVIATION = re.compile(r"[^\W\d_]+\.")
_OPENING = re.compile(r"[\s\-*•–—«\"“\[]*")
#: «N. | з 5 травня — голова»: what lets a line begin right behind a name.
_DATED_DASH = r"(?=(?: [^\W\d]+){0,2} ‹D\d+›(?: [^\W\d]+ ‹D\d+›)? (?:—|–) ‹O)"
#: Who opens a line: «КОВТУН Яків (1889–1937) – », «Ставицкий, с 14 августа ».
_HEADED = re.compile(
    r"[\s\-*•–—]*(?P<holder>‹P\d+›)(?P<life> \((?:[^()]|\([^()]*\)){0,300}\))?"
    rf"(?P<sign> (?:—|–|-)|,|{_DATED_DASH})(?= )"
)
#: Lines begin anew behind a semicolon, and where a comma parts a date and its dash from what was told before.
_PART = re.compile(r";|:(?= ‹O)|,(?= (?:[^\W\d]+ ){0,2}‹D\d+›(?: [^\W\d]+ ‹D\d+›)? (?:—|–) ‹O)|$")
_CHUNK = re.compile(r"[^,;:(—–]*")
_LAST_CHUNK = re.compile(r"[^,:(—–]*$")
_BRACKET = re.compile(r"\([^()]*\)")
#: What somebody was called at a date, in brackets behind a post: «(до 1946 года — нарком)».
_OTHER_POST = re.compile(r"‹D\d+› (?:—|–) (?!‹D)")
_SIGN = re.compile(r"[—–:] ?$")
#: How far a line goes without another post.
_FARTHEST = 160
_ACTS = frozenset({"VERB", "PRTS", "INFN", "GRND"})


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a sentence that may be a line: who holds its posts, whether it names him or her itself.

    After a life's dates or a dash other words than posts may stand in it too: «(1889–1937) – партійний діяч, голова …».
    One that stands `alone` tells of nobody with a single post and no date: «Директор музею.» may be a signature.
    """

    holder: str
    start: int
    end: int
    headed: bool = False
    wordy: bool = False
    alone: bool = False


def of_lines(sentence: Sentence, grammar: Grammar, focus: Focus) -> list[Event]:
    """The statements of a sentence's lines, each post with its own term."""
    if grammar.lang == "en" or "‹O" not in sentence.text:
        return []
    found: list[Event] = []
    shared = Term()
    for line in _lines(sentence, grammar, focus):
        made, shared = _read(sentence, grammar, line, shared)
        if (
            made and not line.headed and made[0].holders != (line.holder,)
        ):  # the one named behind held what stands before too
            found = [replace(event, holders=made[0].holders) for event in found]
        found += made
    return [event for event in found if event.holders[0]]


def _lines(sentence: Sentence, grammar: Grammar, focus: Focus) -> Iterator[Line]:
    begin, holder, sign = 0, focus.antecedent(), ""
    for part in _PART.finditer(sentence.text):
        told = sentence.text[begin : part.start()]
        if part[0] and told.count("(") > told.count(")"):
            continue
        if part[0] == ":" and not (focus.entry and acts(told, grammar.lang)):
            continue  # «Працював у музеї: директор (1920–24), …»
        opened = _HEADED.match(sentence.text, begin, part.start())
        if sign == "," and (people := candidates(sentence, grammar, 0, begin)):
            holder = people[-1][1].referent
        if opened and nominative(sentence.mark(opened["holder"])):
            holder = sentence.mark(opened["holder"]).referent
            wordy = bool(opened["life"]) or opened["sign"] != ","
            yield Line(holder, opened.end(), part.start(), headed=True, wordy=wordy)
        elif opening := _OPENING.match(sentence.text, begin):
            yield Line(holder, opening.end(), part.start(), alone=not focus.entry and sign != ";")
        begin, sign = part.end(), part[0]


def _read(sentence: Sentence, grammar: Grammar, line: Line, shared: Term) -> tuple[list[Event], Term]:
    """The posts of a line as far as it goes on without a verb or anybody else, and the term that the last ones share.

    A line that opens with its post right away has the term of the line before: «1996–97 – директор; голова ради».
    """
    place, found = line.start, list[Event]()
    if not line.headed and (under := grammar.lines["under"].match(sentence.text, line.start, line.end)):
        place = under.end()
    for number, sign in enumerate(_POST.finditer(sentence.text, place, line.end)):
        suffix = grammar.lines["suffix"].match(sentence.text, place, sign.start()) if number else None
        place = suffix.end() if suffix else place
        before = sentence.text[place : sign.start()]
        if not _is_told(sentence, grammar, line, number, sign, before):
            break
        dates = [place + m.start() for m in _DATE.finditer(before)]
        if dates or grammar.lines["anew"].search(before) or (not number and before):
            shared = _term(sentence, grammar, dates)
        own = _term(sentence, grammar, _behind(sentence, grammar, sign.end(), line.end))
        post = Post(sign.start(), sign.end(), sentence.mark(sign[0]))
        when = own if own.evidence else shared
        found.append(Event("state", sign.span(), (line.holder,), (post,), rule="line", term=when))
        place = sign.end()
    if found and not line.headed:
        found = _of_named(sentence, grammar, found, line.end)
    lone = len(found) == 1 and found[0].span[0] == line.start
    if line.alone and lone and not _DATE.search(sentence.text, line.start, line.end):
        return [], Term()
    return found, shared if found else Term()


def _of_named(sentence: Sentence, grammar: Grammar, found: list[Event], ceiling: int) -> list[Event]:
    """The posts of a line with the holder whom the sentence names behind it: «Від 1913 — доцент, N. емігрував»."""
    suffix = grammar.lines["suffix"].match(sentence.text, found[-1].span[1], ceiling)
    named = grammar.lines["subject"].match(sentence.text, suffix.end() if suffix else found[-1].span[1])
    if named and nominative(sentence.mark(named["holder"])):
        return [replace(event, holders=(sentence.mark(named["holder"]).referent,)) for event in found]
    return found


def _is_told(
    sentence: Sentence, grammar: Grammar, line: Line, number: int, sign: re.Match[str], before: str
) -> bool:
    """Whether a post is one of the line's predicates."""
    if not _stands(sentence.mark(sign[0]).mention.text, sentence.lang) or not _leads(
        before, grammar, line, number
    ):
        return False
    bare = number == 0 and not line.headed and _SIGN.search(before) is None and not _DATE.search(before)
    return not _goes_on(sentence, grammar, sign.end(), line.end, bare=bare)


@lru_cache(maxsize=20_000)
def _stands(office: str, lang: str) -> bool:
    """Whether a post stands in the nominative."""
    if _ABBREVIATION.match(office):
        return True
    known = cases(office.split()[0], lang)
    return nominative_phrase(office, lang) == office and (not known or bool(known & UPRIGHT))


def _leads(before: str, grammar: Grammar, line: Line, number: int) -> bool:
    """Whether the words before a post leave it the predicate of a line: dates, adverbs, another apposition."""
    if len(before) > _FARTHEST or _PERSON.search(before):
        return False
    if grammar.lines["prefix"].fullmatch(before):
        return True
    if acts(before, grammar.lang):
        return False
    if number == 0 and not line.headed and grammar.lines["circumstance"].fullmatch(before):
        return True
    last = _LAST_CHUNK.search(before)
    if last and last.start() > 2 and not line.wordy and (number or line.headed):
        return False
    left = grammar.lines["ward"].sub(" ", last[0] if last else "")
    return all(is_adjective(word, grammar.lang) for word in _WORDS.findall(MARK.sub(" ", left)))


def _goes_on(sentence: Sentence, grammar: Grammar, position: int, ceiling: int, *, bare: bool) -> bool:
    """Whether the post is the subject of a verb, or its holder is named behind it: «ректор N.», «заступник – N.».

    A line that opens with its post, without a date, has no verb at all.
    """
    if grammar.lines["holder"].match(sentence.text, position):
        return True
    behind = _BRACKET.sub(" ", sentence.text[position:ceiling])
    if bare:
        return _PERSON.search(behind) is not None or acts(behind, grammar.lang)
    chunk = _CHUNK.match(behind)
    return chunk is not None and acts(chunk[0], grammar.lang)


def acts(words: str, lang: str) -> bool:
    """Whether a verb is among the words."""
    return any(_is_verb(word, lang) for word in _WORDS.findall(MARK.sub(" ", words)))


@lru_cache(maxsize=20_000)
def _is_verb(word: str, lang: str) -> bool:
    known = parses(word.lower(), lang)
    return bool(known) and known[0].tag.POS in _ACTS and known[0].tag.mood != "impr"


def _behind(sentence: Sentence, grammar: Grammar, position: int, ceiling: int) -> list[int]:
    """The dates right behind a post and its brackets: «посол 1907—18», «член ЦК (1927–30)»."""
    suffix = grammar.lines["suffix"].match(sentence.text, position, ceiling)
    if suffix is None or _OTHER_POST.search(suffix[0]):
        return []
    return [position + m.start() for m in _DATE.finditer(suffix[0])]


def _term(sentence: Sentence, grammar: Grammar, dates: list[int]) -> Term:
    result = Term()
    for position in dates:
        result = with_date(result, sentence, grammar, "state", position)
    return result

"""The posts of a sentence: coordinated ones together, each with the place where dates of its own may begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kartoteka.annotate.tenure_dates import Term
from kartoteka.annotate.tenure_grammar import Construction, Grammar
from kartoteka.annotate.tenure_sentences import Mark, Sentence
from kartoteka.annotate.tenure_subjects import nominative
from kartoteka.languages.morphology import cases
from kartoteka.types import Modality

#: How far before a post its construction may begin, and how far behind it one may reach, in characters.
REACH = 240

#: Under whom a post was held: "first secretary under Minister N., and then …".
_UNDER = re.compile(r" under (?:the )?$")
_SUPERIOR = re.compile(r" under (?:the )?(?:‹O\d+› )?(?:[A-Z][a-z]+ )?‹P\d+›")
_AS = re.compile(r"\bas (?:the |an? )?$")
_OFFICE = re.compile(r"‹O(\d+)›")
#: Endings of the instrumental case, in which a Slavic post stands beside "became" and "was".
INSTRUMENTAL = re.compile(r"(?:им|ім|ою|ею|ом|ем|ём|єм|ям|ым|ой|ей|йом|ьом|ами|ями)$", re.IGNORECASE)


#: Prepositions of the instrumental, right before a post or its adjective, and clauses of purpose or content.
_WITH = re.compile(
    r"(?:^|\s)(?:с|со|з|із|зі|над|перед|між|между|под|під) (?:[а-яіїєґё’'-]+(?:им|ым|ою|ой|ей|ом|ем) )?$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r", (?:чтобы|щоб|аби|дабы|что|що)\b")


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a chain and where its mark stands.

    `fresh` is where the dates of this post and of those after it begin, None where it shares the dates of the
    post before: "first secretary from 1925 and, later, commissar".
    """

    start: int
    end: int
    mark: Mark
    fresh: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A statement of the sentence: `span` runs from its verb to its last post or body.

    `holders` are empty where only the one who was replaced is known. `companion` shares the last post ("along
    with N."). `office` and `body` stand for the posts where a verb alone tells ("headed the GPU"). `enclosed` is
    a participle's phrase: dates before it are another verb's, one that `shares` has those of the event before it.
    `term` is that of all its posts where the reader of
    the event has found it.
    """

    role: str
    span: tuple[int, int]
    holders: tuple[str, ...]
    posts: tuple[Post, ...] = ()
    office: str = ""
    body: Mark | None = None
    predecessor: str = ""
    appointer: str = ""
    companion: str = ""
    modality: Modality = Modality.HELD
    rule: str = ""
    enclosed: bool = False
    shares: bool = False
    term: Term | None = None
    marks: tuple[Mark, ...] = field(default=())


def chains(sentence: Sentence, grammar: Grammar) -> list[list[Post]]:
    """The posts of the sentence, coordinated ones together."""
    found: list[list[Post]] = []
    aside: list[list[Post]] = []
    for sign in _OFFICE.finditer(sentence.text):
        post = Post(sign.start(), sign.end(), sentence.marks[int(sign[1])])
        if (
            found
            and _SUPERIOR.match(sentence.text, found[-1][-1].end)
            and _UNDER.search(sentence.text[: post.start])
        ):
            aside.append([post])
            continue
        joined = _joined(sentence, grammar, found[-1][-1], post) if found else None
        if joined is None:
            found.append([post])
        else:
            found[-1].append(joined)
    parts = [part for chain in found for part in _parted(sentence, grammar, chain)]
    return sorted([*parts, *aside], key=lambda chain: chain[0].start)


def _joined(sentence: Sentence, grammar: Grammar, last: Post, post: Post) -> Post | None:
    """The post as the next of a chain, None where it opens another."""
    superior = _SUPERIOR.match(sentence.text, last.end)
    between = sentence.text[superior.end() if superior else last.end : post.start]
    if later := grammar.later.fullmatch(between):
        return Post(post.start, post.end, post.mark, last.end + max(0, later.end("dates")))
    if grammar.coordination.fullmatch(between):
        # "They approved N., rector of the Institute, as minister": the second post has a construction of its own.
        apposed = _AS.search(between) and not _AS.search(preceding(sentence, last))
        return None if apposed and grammar.apposition.search(preceding(sentence, last)) else post
    if dated := grammar.dated.fullmatch(between):
        return Post(post.start, post.end, post.mark, last.end + dated.end("dates"))
    return None


def _parted(sentence: Sentence, grammar: Grammar, chain: list[Post]) -> list[list[Post]]:
    """The last post leaves the list where it has its own holder: "P, head of the GPU, and Commissar Q"."""
    last = chain[-1]
    if len(chain) == 1:
        return [chain]
    titled = grammar.title.match(following(sentence, last))
    held = (titled and nominative(sentence.mark(titled["holder"]))) or inverted(sentence, grammar, last)
    if held and (grammar.apposition.search(preceding(sentence, chain[0])) or trigger(sentence, grammar, chain[0])):
        return [chain[:-1], chain[-1:]]
    return [chain]


def preceding(sentence: Sentence, post: Post) -> str:
    """The words before a post, as far back as a construction reaches."""
    return sentence.text[max(0, post.start - REACH) : post.start]


def following(sentence: Sentence, post: Post) -> str:
    """The words behind a post, as far as a construction reaches."""
    return sentence.text[post.end : post.end + 2 * REACH]


def trigger(sentence: Sentence, grammar: Grammar, post: Post) -> tuple[Construction, re.Match[str]] | None:
    """The construction before a post whose verb stands nearest to it."""
    text, floor = sentence.text[: post.start].rstrip('«"“„'), max(0, post.start - REACH)
    best: tuple[Construction, re.Match[str]] | None = None
    for construction in grammar.triggers:
        match = construction.pattern.search(text, floor)
        if match is None or (construction.case and not (instrumental(post) and _alone(text, match.end("verb")))):
            continue
        if construction.only and sentence.lang == "en" and not construction.only.search(post.mark.mention.text):
            continue
        if construction.only and sentence.lang != "en" and not instrumental(post, first=1):
            continue  # «назвав усіх, крім голови міської ради»
        if best is None or (not construction.weak, match.start("verb")) > (
            not best[0].weak,
            best[1].start("verb"),
        ):
            best = construction, match
    return best


def _alone(text: str, verb: int) -> bool:
    """Whether a verb's predicate stands without a preposition, in its own clause: not «прибув, щоб зустрітися з …»."""
    return not _WITH.search(text, verb) and not _PURPOSE.search(text, verb)


def inverted(sentence: Sentence, grammar: Grammar, post: Post) -> tuple[Construction, re.Match[str], int] | None:
    """The construction behind a post that gives it a holder, and where the words that belong to it begin."""
    before, after = preceding(sentence, post), following(sentence, post)
    for construction in grammar.inverted:
        opening = construction.before.search(before) if construction.before else None
        if (construction.before and not opening) or (construction.case and not instrumental(post)):
            continue
        match = construction.pattern.match(after)
        if match and _fits(sentence, construction, match):
            begin = post.start - len(before) + opening.start() if opening else post.start
            return construction, match, begin
    return None


def held_by(match: re.Match[str]) -> str:
    """The holder of an inverted construction: a mark or a pronoun, "" where it names none."""
    groups = match.groupdict()
    return groups.get("late") or groups.get("early") or ""


def _fits(sentence: Sentence, construction: Construction, match: re.Match[str]) -> bool:
    """Whether a name stands in the case of the verb's subject, or of its object and the subject in its own."""
    holder, subject = held_by(match), match.groupdict().get("subject")
    if not holder.startswith("‹") or sentence.lang == "en":
        return True
    upright = nominative(sentence.mark(holder))
    if construction.holder != "object":
        return upright
    return not subject or (nominative(sentence.mark(subject)) and not upright)


def instrumental(post: Post, *, first: int = 3) -> bool:
    """Whether a post's `first` words have an ending of the instrumental case."""
    words = re.findall(r"[\w’'-]+", post.mark.mention.text)
    return any(_is_instrumental(word) for word in words[:first])


@lru_cache(maxsize=20_000)
def _is_instrumental(word: str) -> bool:
    """Whether a word can be an instrumental: not the genitive «представителей»."""
    if not INSTRUMENTAL.search(word):
        return False
    known = cases(word.lower(), "uk") | cases(word.lower(), "ru")
    return not known or "ablt" in known

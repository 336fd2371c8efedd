"""The chain of nouns, adjectives and names in the genitive that a Ukrainian or Russian post draws behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_cases import cases_of, in_case, is_living, is_noun, is_surname, may_act
from kartoteka.annotate.office_slavic_words import SlavicWords
from kartoteka.types import Label

#: Below this weight a recognizer is in doubt.
DOUBTFUL = 0.45
TOKEN = re.compile(r"[А-ЯІЇЄҐ]+\([бм]\)[А-ЯІЇЄҐ]*|[^\W_][\w’'ʼ-]*")
QUOTED = re.compile(r"[ \u00a0]+[«“\"„](?!(?:Про|О|Об|Щодо)\s)[^»”\"\n]{1,60}[»”\"]")
SPACE = re.compile(r"[ \u00a0\n]")
LAST = re.compile(r"[\w’'ʼ-]+$")
#: A Roman figure that belongs to no noun: мэром XVIII | (Монмартрского) округа.
_FIGURES = re.compile(r"[IVXІХ]{1,6}(?!\w|-\w)(?!\s[^\W\d_])")
_SENTENCE = re.compile(r"^[.!?]\s|[^\W\d_]{4}[.!?]\s+[А-ЯІЇЄҐ]")
_NUMBER = re.compile(r"[ \u00a0]*№+[ \u00a0]*\d+(?:-\w{1,3}\b)?")


def chain(
    text: str, position: int, findings: Sequence[Finding], words: SlavicWords, *, cases: tuple[str, ...]
) -> int | None:
    """The end of the nouns and adjectives in these cases (then in the genitive) that begin here, or None."""
    end, opening, previous = None, cases, ""
    while True:
        finding = _covering(text, position, findings, words, opens=end is None)
        if finding is not None and finding.label == Label.PERSON and words.shortened.match(text, position):
            finding = None
        if finding is not None and finding.label == Label.ORG:
            last = LAST.search(text, position, finding.end)
            if last and last.start() > position and _is_title(text, last, words):
                return position + len(text[position : last.start()].rstrip())
            end, previous = _with_stop(text, finding.end, words), ""
        elif finding is not None:
            if not _is_of(text, finding, words, cases, previous):
                return end
            end, previous = _with_stop(text, finding.end, words), ""
        elif town := _town(text, position, findings, words):
            end, previous = town, ""
        elif shortened := words.shortened.match(text, position):
            end, cases = shortened.end(), ("gent", *cases)
        else:
            token = TOKEN.match(text, position)
            if token is None or words.titles.match(text, position) or words.convocation.match(text, position - 1):
                return end
            if _FIGURES.match(text, position):
                return end
            if not in_case(token[0], words, cases) and not _names_body(text, token, words, cases):
                return end
            if end and not previous and may_act(token[0], words.lang):
                return end
            end, previous = token.end(), token[0]
            if is_noun(token[0], words.lang):
                cases = ("gent",)
        if number := _NUMBER.match(text, end):
            end = number.end()
        if more := QUOTED.match(text, end) or words.named_after.match(text, end):
            end = max([more.end(), *(f.end for f in findings if f.start < more.end() < f.end)])
        joint = words.joint.match(text, end)
        if joint and not _joins(text, joint.end(), findings, words, opening):
            return end
        space = joint or SPACE.match(text, end)
        if space is None:
            return end
        position, cases = space.end(), opening if joint else cases


def _town(text: str, position: int, findings: Sequence[Finding], words: SlavicWords) -> int | None:
    """The end of a place behind the short word for its kind: м. Житомира."""
    kind = words.towns.match(text, position)
    place = next((f for f in findings if kind and f.start == kind.end() and f.label == Label.PLACE), None)
    return place.end if place else None


def _names_body(text: str, token: re.Match[str], words: SlavicWords, cases: tuple[str, ...]) -> bool:
    """Whether an adjective that is a surname too goes with a body: Слуцкого уездного ревкома."""
    if "gent" not in cases or not token[0].istitle() or not words.relational.fullmatch(token[0]):
        return False
    return words.some_body.match(text, token.end()) is not None and "gent" in cases_of(token[0], words.lang)


def _covering(
    text: str, position: int, findings: Sequence[Finding], words: SlavicWords, *, opens: bool
) -> Finding | None:
    """The longest name that begins here; where the complement `opens`, one that began before; 3-го is no date."""
    around = [
        f for f in findings if f.start <= position < f.end and not words.figure.fullmatch(text, f.start, f.end)
    ]
    begun = sorted((f for f in around if f.start == position), key=lambda f: -f.end)
    if len(begun) > 1 and begun[0].weight < DOUBTFUL and _goes_on(text[begun[1].end : begun[0].end]):
        return begun[1]
    return begun[0] if begun else (around[0] if around and opens else None)


def _goes_on(more: str) -> bool:
    """Whether what a doubtful body has more than a surer one is a name (обкома | Чернявський) or a new sentence."""
    return (more.strip().istitle() and " " not in more.strip()) or _SENTENCE.search(more) is not None


def _is_title(text: str, last: re.Match[str], words: SlavicWords) -> bool:
    """Whether an address, a rank or a surname ends what was taken for a body: Товариства | сотник Мандрика."""
    rank = last[0].islower() and words.heads.fullmatch(last[0]) and not words.plural.fullmatch(last[0])
    return bool(rank) or is_surname(last[0], words.lang) or words.titles.match(text, last.start()) is not None


def _with_stop(text: str, end: int, words: SlavicWords) -> int:
    """The end of a name with the full stop of a shortened last word: Черниговской обл."""
    last = LAST.search(text, max(0, end - 40), end)
    stopped = words.shortened.match(text, last.start()) if last else None
    return stopped.end() if stopped else end


def _joins(text: str, start: int, findings: Sequence[Finding], words: SlavicWords, cases: tuple[str, ...]) -> bool:
    """Whether "and" goes on with the field of the post (юстиції та внутрішніх справ), not with another post."""
    token = TOKEN.match(text, start)
    if token is None or not token[0].islower() or not in_case(token[0], words, cases):
        return False
    if words.heads.match(text, start) or words.acting.match(text, start):
        return False
    if any(f.start <= start < f.end for f in findings):
        return "nomn" not in cases_of(token[0], words.lang)
    return not is_living(token[0], words.lang)


def _is_of(text: str, place: Finding, words: SlavicWords, cases: tuple[str, ...], previous: str) -> bool:
    """Whether a place stands in a case that makes it part of the post, as a surname taken for a place does not.

    After "земли", "города" it may keep its nominative: губернатор штата Техас.
    """
    token = TOKEN.match(text, place.start)
    if place.label != Label.PLACE or token is None:
        return False
    last = LAST.search(text, token.end(), place.end)
    if last and in_case(last[0], words, (*cases, "gent")):
        return True
    return words.classifiers.fullmatch(previous) is not None or in_case(token[0], words, (*cases, "gent"))

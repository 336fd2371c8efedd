"""Ukrainian and Russian posts: a head in any case, the adjectives before it and the genitive chain after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_cases import agree, cases_of, in_case, is_living, is_noun, may_act, readings
from kartoteka.annotate.office_words import SlavicWords, slavic
from kartoteka.types import Label

_TOKEN = re.compile(r"[А-ЯІЇЄҐ]+\([бм]\)[А-ЯІЇЄҐ]*|[^\W_][\w’'ʼ-]*")
_LAST = re.compile(r"[\w’'ʼ-]+$")
_QUOTED = re.compile(r"[ \u00a0]+[«“\"„](?!(?:Про|О|Об|Щодо)\s)[^»”\"\n]{1,60}[»”\"]")
_OPENING, _CLOSING = '«“„"', '»”“"'
_PAUSE = re.compile(r"\s*(?:[,.;)]|$)")
_SPACE = re.compile(r"[ \u00a0\n]")


def find_slavic(text: str, lang: str, findings: Sequence[Finding]) -> list[tuple[int, int, str]]:
    """The posts of a Ukrainian or Russian text as (start, end, rule), in order, none overlapping another."""
    words, found, last = slavic(lang), list[tuple[int, int, str]](), 0
    for match in words.heads.finditer(text):
        if match.start() < last or words.never.match(text, match.end()):
            continue
        if _inside_name(text, match, findings, words) or _qualifies(text, match, words):
            continue
        start = _grow_left(text, match, words, last)
        end = _without_title(text, match.end(), _grow_right(text, match, findings, words), findings, words)
        if _opens_title(text, start, end) or not _names_post(text, match, start, end, words):
            continue
        found.append((start, end, f"offices.{lang}{'.chain' if end > match.end() else '.head'}"))
        last = end
    return found


def _names_post(text: str, match: re.Match[str], start: int, end: int, words: SlavicWords) -> bool:
    """Whether head, adjectives and complement together are a post, not a mere noun."""
    if words.membership.match(match[0]):
        return bool(words.elected.search(text[match.end() : end]))
    if words.strong.fullmatch(match[0]) or end > match.end() or start < match.start():
        return True
    serves = words.leading.match(match[0]) and words.service.search(text, max(0, start - 20), start)
    return bool(serves) and cases_of(match[0], words.lang) == {"ablt"}


def _inside_name(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> bool:
    """Whether the head is part of a body's, place's or person's name (Володимир Гетьман), which begins before it.

    A post that a recognizer took for a body ("главного инспектора Крыма") opens with words of the post.
    """
    for finding in findings:
        if finding.start >= match.start():
            return False
        if finding.end >= match.end() and finding.label != Label.DATE:
            opening = text[finding.start : match.start()].split()
            return finding.label != Label.ORG or not all(words.before.fullmatch(word) for word in opening)
    return False


def _opens_title(text: str, start: int, end: int) -> bool:
    """Whether a quotation begins here that names something else: the ship «Царь Михаил»."""
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] not in tuple(_CLOSING)


def _qualifies(text: str, match: re.Match[str], words: SlavicWords) -> bool:
    """Whether a head that has the form of an adjective goes with the noun after it: уполномоченный банк."""
    token = _TOKEN.match(text, match.end() + 1)
    if token is None or not token[0].islower() or not words.adjectival.fullmatch(match[0]):
        return False
    if words.instrumental.match(match[0]):
        return False
    cases = {case for case, kind in readings(token[0], words.lang) if kind == "noun"}
    return bool(cases) and "gent" not in cases and bool(cases & cases_of(match[0], words.lang))


def _grow_left(text: str, match: re.Match[str], words: SlavicWords, floor: int) -> int:
    """Where the post begins: військовий прокурор, военный и земский комиссар, врио прокурора."""
    start = match.start()
    for _ in range(5):
        left = text[max(floor, start - 60) : start]
        kept = left.rstrip(" \u00a0")
        if kept == left:
            return start
        if start < match.start() and (pair := words.paired.search(kept)):
            kept = kept[: pair.start()]
        before = words.before.search(kept)
        if before is None and words.ordinal_heads.match(match[0]):
            before = words.ordinal.search(kept)
        if before is None or not agree(before[0], match[0], words.lang):
            return start
        start -= len(left) - before.start()
    return start


def _grow_right(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the complements of the post end."""
    end = match.end()
    if words.locative.match(match[0]) and (place := words.within.match(text, end)):
        end = _chain(text, place.end(), findings, words, cases=("loct", "gent")) or end
    elif words.person.match(match[0]):
        end = _served(text, end, findings, words) or end
    if end == match.end():
        gap = _SPACE.match(text, end)
        doubtful = words.rulers.match(match[0]) and _may_be_subject(text, end + 1, words.lang)
        cases = ("gent", "ablt") if words.instrumental.match(match[0]) else ("gent",)
        chain = _chain(text, end + 1, findings, words, cases=cases) if gap and not doubtful else None
        end = _accompanied(text, chain, findings, words) if chain else end
    for _ in range(3):
        link = words.links.match(text, end)
        if not link:
            break
        reached = _chain(text, link.end() + 1, findings, words, cases=("datv", "loct", "gent", "ablt"))
        if not reached and " " not in link[0].strip():
            break
        end = _accompanied(text, reached or link.end(), findings, words)
    place = words.within.match(text, end) if end > match.end() and words.locative.match(match[0]) else None
    if place and any(f.start == place.end() and f.label == Label.PLACE for f in findings):
        end = _chain(text, place.end(), findings, words, cases=("loct", "gent")) or end
    origin = words.origins.match(text, end) if words.sent.match(match[0]) else None
    if origin and any(f.start == origin.end() for f in findings):
        end = _chain(text, origin.end(), findings, words, cases=("gent",)) or end
    return end


def _without_title(text: str, floor: int, end: int, findings: Sequence[Finding], words: SlavicWords) -> int:
    """The end of the post without the rank or trade of who holds it: главы миссии | генерала Уорда."""
    last = _LAST.search(text, floor, end)
    if last is None or not any(f.label == Label.PERSON and 1 <= f.start - end <= 2 for f in findings):
        return end
    if words.heads.fullmatch(last[0]) and not words.ranks.match(last[0]):
        return end
    if not last[0].islower() or not is_living(last[0], words.lang):
        return end
    return floor + len(text[floor : last.start()].rstrip())


def _accompanied(text: str, end: int, findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where "с бандитизмом" ends after a noun that asks for it (борьбе, связям, работе); `end` after any other."""
    last = _LAST.search(text, max(0, end - 40), end)
    if last and words.governing.match(last[0]):
        return _chain(text, end + 1, findings, words, cases=("ablt",)) or end
    joined = words.together.match(text, end)
    if last is None or joined is None or not words.companions.match(last[0]):
        return end
    return _chain(text, joined.end() + 1, findings, words, cases=("ablt",)) or end


def _served(text: str, end: int, findings: Sequence[Finding], words: SlavicWords) -> int | None:
    """The end of the person whom a deputy or aide serves: a name that another name follows."""
    first = next((f for f in findings if f.label == Label.PERSON and 1 <= f.start - end <= 2), None)
    if first is None:
        return None
    other = any(f.label == Label.PERSON and 1 <= f.start - first.end <= 2 for f in findings)
    alone = _PAUSE.match(text, first.end) is not None
    surname = text[first.start : first.end]
    return first.end if (other or alone) and words.genitive.fullmatch(surname) else None


def _chain(
    text: str, position: int, findings: Sequence[Finding], words: SlavicWords, *, cases: tuple[str, ...]
) -> int | None:
    """The end of the nouns and adjectives in these cases (then in the genitive) that begin here, or None."""
    end, opening, previous = None, cases, ""
    while True:
        finding = next((f for f in findings if f.start <= position < f.end), None)
        if finding is not None and finding.label == Label.ORG:
            last = _LAST.search(text, position, finding.end)
            if last and last.start() > position and words.titles.match(text, last.start()):
                return position + len(text[position : last.start()].rstrip())
            end, previous = finding.end, ""
        elif finding is not None:
            if not _is_of(text, finding, words, cases, previous):
                return end
            end, previous = finding.end, ""
        elif shortened := words.shortened.match(text, position):
            end, cases = shortened.end(), ("gent", *cases)
        else:
            token = _TOKEN.match(text, position)
            if token is None or words.titles.match(text, position) or not in_case(token[0], words, cases):
                return end
            if end and not previous and may_act(token[0], words.lang):
                return end
            end, previous = token.end(), token[0]
            if is_noun(token[0], words.lang):
                cases = ("gent",)
        if more := _QUOTED.match(text, end) or words.named_after.match(text, end):
            end = max([more.end(), *(f.end for f in findings if f.start < more.end() < f.end)])
        joint = words.joint.match(text, end)
        if joint and not _joins(text, joint.end(), findings, words, opening):
            return end
        space = joint or _SPACE.match(text, end)
        if space is None:
            return end
        position, cases = space.end(), opening if joint else cases


def _joins(text: str, start: int, findings: Sequence[Finding], words: SlavicWords, cases: tuple[str, ...]) -> bool:
    """Whether "and" goes on with the field of the post (юстиції та внутрішніх справ), not with another post."""
    token = _TOKEN.match(text, start)
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
    token = _TOKEN.match(text, place.start)
    if place.label != Label.PLACE or token is None:
        return False
    return words.classifiers.fullmatch(previous) is not None or in_case(token[0], words, (*cases, "gent"))


def _may_be_subject(text: str, position: int, lang: str) -> bool:
    """Whether a lower-case noun stands here that can be a nominative or accusative too (доручення)."""
    token = _TOKEN.match(text, position)
    return bool(
        token and token[0].islower() and {("nomn", "noun"), ("accs", "noun")} & set(readings(token[0], lang))
    )

"""The complement of a Ukrainian or Russian post: where its genitives, bodies, fields and places end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_cases import (
    cases_of,
    in_case,
    is_living,
    is_noun,
    is_surname,
    may_act,
    readings,
)
from kartoteka.annotate.office_slavic_words import SlavicWords
from kartoteka.types import Label

#: Below this weight a recognizer is in doubt.
DOUBTFUL = 0.45
TOKEN = re.compile(r"[А-ЯІЇЄҐ]+\([бм]\)[А-ЯІЇЄҐ]*|[^\W_][\w’'ʼ-]*")
_LAST = re.compile(r"[\w’'ʼ-]+$")
_QUOTED = re.compile(r"[ \u00a0]+[«“\"„](?!(?:Про|О|Об|Щодо)\s)[^»”\"\n]{1,60}[»”\"]")
_NUMBER = re.compile(r"[ \u00a0]*№+[ \u00a0]*\d+(?:-\w{1,3}\b)?")
_PAUSE = re.compile(r"\s*(?:[,.;)]|$)")
_SPACE = re.compile(r"[ \u00a0\n]")


def grow_right(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the complements of the post end."""
    head = match["head"]
    end = _complement(text, match, findings, words)
    for _ in range(3):
        link = words.links.match(text, end)
        if not link:
            break
        reached = _chain(text, link.end() + 1, findings, words, cases=("datv", "loct", "gent", "ablt"))
        if not reached and " " not in link[0].strip():
            break
        end = _accompanied(text, reached or link.end(), findings, words)
    origin = words.origins.match(text, end) if words.sent.match(head) else None
    body = _chain(text, origin.end(), findings, words, cases=("gent",)) if origin else None
    if origin and body:
        named = any(f.start == origin.end() for f in findings)
        end = body if named or words.elected.search(text, origin.end(), body) else end
    place = words.within.match(text, end) if words.locative.match(head) else None
    if place and any(f.start == place.end() and f.label == Label.PLACE for f in findings):
        end = _chain(text, place.end(), findings, words, cases=("loct", "gent")) or end
    return end


def _complement(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where what follows the head at once ends: a place, a person served, an adjective, a quoted name, a genitive."""
    head, end = match["head"], match.end()
    if words.locative.match(head) and (place := words.within.match(text, end)):
        end = _chain(text, place.end(), findings, words, cases=("loct", "gent")) or end
    if end == match.end() and words.person.match(head):
        end = _served(text, end, findings, words) or end
    if end == match.end() and words.postposed.match(head):
        end = _postposed(text, match, findings, words)
    elif quoted := _QUOTED.match(text, end):
        end = max([quoted.end(), *(f.end for f in findings if f.start < quoted.end() < f.end)])
    if end > match.end():
        return end
    gap = _SPACE.match(text, end)
    doubtful = words.rulers.match(head) and _may_be_subject(text, end + 1, words.lang)
    cases = ("gent", "ablt") if words.instrumental.match(head) else ("gent",)
    chain = _chain(text, end + 1, findings, words, cases=cases) if gap and not doubtful else None
    return _accompanied(text, chain, findings, words) if chain else end


def _postposed(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the adjectives after the head end: намісник київський, митрополит Киевский и Галицкий."""
    end = match.end()
    for _ in range(4):
        gap = (words.joint.match(text, end) if end > match.end() else None) or _SPACE.match(text, end)
        token = TOKEN.match(text, gap.end()) if gap else None
        listed = gap is not None and text[gap.start() : gap.end()].strip() != ""
        if token is None or _is_person(token, findings, alone=not listed and not words.sees.match(match["head"])):
            break
        if not words.attribute.fullmatch(token[0]) or not _share_case(token[0], match["head"], words.lang):
            break
        end = token.end()
    realm = words.realms.match(text, end)
    return realm.end() if realm else end


def _is_person(token: re.Match[str], findings: Sequence[Finding], *, alone: bool) -> bool:
    """Whether a word opens a name; unless it may be `alone`, only the whole of one: Киевский и Галицкий | Серапион."""
    name = next((f for f in findings if f.start == token.start() and f.label == Label.PERSON), None)
    return name is not None and (alone or name.end == token.end())


def without_title(
    text: str, match: re.Match[str], end: int, findings: Sequence[Finding], words: SlavicWords
) -> int:
    """The end of the post without the rank or trade of who holds it: главы миссии | генерала Уорда.

    It stands in the case of the head: "секретарь союза горняков" is followed by a name too.
    """
    last = _LAST.search(text, match.end(), end)
    if last is None or not any(f.label == Label.PERSON and 1 <= f.start - end <= 2 for f in findings):
        return end
    if words.heads.fullmatch(last[0]) and not words.ranks.match(last[0]):
        return end
    if (
        not last[0].islower()
        or not is_living(last[0], words.lang)
        or not _share_case(last[0], match["head"], words.lang)
    ):
        return end
    return match.end() + len(text[match.end() : last.start()].rstrip())


def _share_case(word: str, head: str, lang: str) -> bool:
    """Whether a known word can stand in the case of the head; an animate accusative goes with no nominative."""
    one, other = cases_of(word, lang), cases_of(head, lang)
    shared = one & other - ({"accs"} if "nomn" in other and "nomn" not in one else set())
    return bool(shared) or (bool(one) and not other)


def _accompanied(text: str, end: int, findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where "с бандитизмом" ends after a noun that asks for it (борьбе, связям, работе); `end` after any other."""
    last = _LAST.search(text, max(0, end - 40), end)
    if last and (words.governing.match(last[0]) or words.instrumental.match(last[0])):
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
        finding = _covering(text, position, findings, words, opens=end is None)
        if finding is not None and finding.label == Label.ORG:
            last = _LAST.search(text, position, finding.end)
            if last and last.start() > position and _is_title(text, last, words):
                return position + len(text[position : last.start()].rstrip())
            end, previous = _with_stop(text, finding.end, words), ""
        elif finding is not None:
            if not _is_of(text, finding, words, cases, previous):
                return end
            end, previous = _with_stop(text, finding.end, words), ""
        elif shortened := words.shortened.match(text, position):
            end, cases = shortened.end(), ("gent", *cases)
        else:
            token = TOKEN.match(text, position)
            if token is None or words.titles.match(text, position) or not in_case(token[0], words, cases):
                return end
            if end and not previous and may_act(token[0], words.lang):
                return end
            end, previous = token.end(), token[0]
            if is_noun(token[0], words.lang):
                cases = ("gent",)
        if number := _NUMBER.match(text, end):
            end = number.end()
        if more := _QUOTED.match(text, end) or words.named_after.match(text, end):
            end = max([more.end(), *(f.end for f in findings if f.start < more.end() < f.end)])
        joint = words.joint.match(text, end)
        if joint and not _joins(text, joint.end(), findings, words, opening):
            return end
        space = joint or _SPACE.match(text, end)
        if space is None:
            return end
        position, cases = space.end(), opening if joint else cases


def _covering(
    text: str, position: int, findings: Sequence[Finding], words: SlavicWords, *, opens: bool
) -> Finding | None:
    """The longest name that begins here; where the complement `opens`, one that began before; 3-го is no date."""
    around = [
        f for f in findings if f.start <= position < f.end and not words.figure.fullmatch(text, f.start, f.end)
    ]
    begun = sorted((f for f in around if f.start == position), key=lambda f: -f.end)
    if len(begun) > 1 and begun[0].weight < DOUBTFUL and _adds_name(text[begun[1].end : begun[0].end]):
        return begun[1]
    return begun[0] if begun else (around[0] if around and opens else None)


def _adds_name(more: str) -> bool:
    """Whether all that a doubtful body has more than a surer one is a name: обкома КП(б)У | Чернявский."""
    return more.strip().istitle() and " " not in more.strip()


def _is_title(text: str, last: re.Match[str], words: SlavicWords) -> bool:
    """Whether an address, a rank or a surname ends what was taken for a body: Товариства | сотник Мандрика."""
    rank = last[0].islower() and words.heads.fullmatch(last[0]) and not words.plural.fullmatch(last[0])
    return bool(rank) or is_surname(last[0], words.lang) or words.titles.match(text, last.start()) is not None


def _with_stop(text: str, end: int, words: SlavicWords) -> int:
    """The end of a name with the full stop of a shortened last word: Черниговской обл."""
    last = _LAST.search(text, max(0, end - 40), end)
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
    return words.classifiers.fullmatch(previous) is not None or in_case(token[0], words, (*cases, "gent"))


def _may_be_subject(text: str, position: int, lang: str) -> bool:
    """Whether a lower-case noun stands here that can be a nominative or accusative too (доручення)."""
    token = TOKEN.match(text, position)
    return bool(
        token and token[0].islower() and {("nomn", "noun"), ("accs", "noun")} & set(readings(token[0], lang))
    )

"""The complement of a Ukrainian or Russian post: where its genitives, bodies, fields and places end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_cases import cases_of, is_living, readings
from kartoteka.annotate.office_slavic_chain import LAST, QUOTED, SPACE, TOKEN, chain
from kartoteka.annotate.office_slavic_words import SlavicWords
from kartoteka.types import Label

_PAUSE = re.compile(r"\s*(?:[,.;)]|$)")


def grow_right(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the complements of the post end."""
    head = match["head"]
    end = _complement(text, match, findings, words)
    for _ in range(3):
        link = words.links.match(text, end)
        if not link:
            break
        reached = chain(text, link.end() + 1, findings, words, cases=("datv", "loct", "gent", "ablt"))
        if not reached and " " not in link[0].strip():
            break
        end = _accompanied(text, reached or link.end(), findings, words)
    origin = words.origins.match(text, end) if words.sent.match(head) else None
    body = chain(text, origin.end(), findings, words, cases=("gent",)) if origin else None
    if origin and body:
        named = any(f.start == origin.end() for f in findings)
        end = body if named or words.elected.search(text, origin.end(), body) else end
    place = words.within.match(text, end) if words.locative.match(head) else None
    if place and any(f.start == place.end() and f.label == Label.PLACE for f in findings):
        end = chain(text, place.end(), findings, words, cases=("loct", "gent")) or end
    return end


def _complement(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where what follows the head at once ends: a place, a person served, an adjective, a quoted name, a genitive."""
    head, end = match["head"], match.end()
    if words.locative.match(head) and (place := words.within.match(text, end)):
        end = chain(text, place.end(), findings, words, cases=("loct", "gent")) or end
    if end == match.end() and words.person.match(head):
        end = _served(text, end, findings, words) or end
    if end == match.end() and words.postposed.match(head):
        end = _postposed(text, match, findings, words)
    elif quoted := QUOTED.match(text, end):
        end = max([quoted.end(), *(f.end for f in findings if f.start < quoted.end() < f.end)])
    if end > match.end():
        return end
    gap = SPACE.match(text, end)
    doubtful = words.rulers.match(head) and _may_be_subject(text, end + 1, words.lang)
    cases = ("gent", "ablt") if words.instrumental.match(head) else ("gent",)
    reached = chain(text, end + 1, findings, words, cases=cases) if gap and not doubtful else None
    return _accompanied(text, reached, findings, words) if reached else end


def _postposed(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the adjectives after the head end: намісник київський, митрополит Киевский и Галицкий."""
    end = match.end()
    for _ in range(4):
        gap = (words.joint.match(text, end) if end > match.end() else None) or SPACE.match(text, end)
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
    last = LAST.search(text, match.end(), end)
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
    last = LAST.search(text, max(0, end - 40), end)
    if last and (words.governing.match(last[0]) or words.instrumental.match(last[0])):
        return chain(text, end + 1, findings, words, cases=("ablt",)) or end
    joined = words.together.match(text, end)
    if last is None or joined is None or not words.companions.match(last[0]):
        return end
    return chain(text, joined.end() + 1, findings, words, cases=("ablt",)) or end


def _served(text: str, end: int, findings: Sequence[Finding], words: SlavicWords) -> int | None:
    """The end of the person whom a deputy or aide serves: a name that another name follows."""
    first = next((f for f in findings if f.label == Label.PERSON and 1 <= f.start - end <= 2), None)
    if first is None:
        return None
    other = any(f.label == Label.PERSON and 1 <= f.start - first.end <= 2 for f in findings)
    alone = _PAUSE.match(text, first.end) is not None
    surname = text[first.start : first.end]
    return first.end if (other or alone) and words.genitive.fullmatch(surname) else None


def _may_be_subject(text: str, position: int, lang: str) -> bool:
    """Whether a lower-case noun stands here that can be a nominative or accusative too (доручення)."""
    token = TOKEN.match(text, position)
    return bool(
        token and token[0].islower() and {("nomn", "noun"), ("accs", "noun")} & set(readings(token[0], lang))
    )

"""The complement of a Ukrainian or Russian post: where its genitives, bodies, fields and places end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_cases import cases_of, follows, is_living, readings
from kartoteka.annotate.office_slavic_chain import LAST, QUOTED, SPACE, TOKEN, chain
from kartoteka.annotate.office_slavic_words import SlavicWords
from kartoteka.types import Label

#: A field by its foreign name: міністр з питань Brexit.
_LATIN = re.compile(r"[A-Z][A-Za-z&-]+(?!\w)")
_PAUSE = re.compile(r"\s*(?:[,.;)]|$)")


def grow_right(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the complements of the post end."""
    end = _linked(text, match.end(), _complement(text, match, findings, words), findings, words)
    end = _sent(text, match, end, findings, words)
    place = words.within.match(text, end)
    resides = place and (words.locative.match(match["head"]) or words.missions.search(text, match.end(), end))
    if place and resides and _is_seat(place, match["head"], findings, words):
        sent = _whole(place.end(), findings) if words.envoys.match(match["head"]) else end
        end = chain(text, place.end(), findings, words, cases=("loct", "gent")) or sent
    more = (words.exile.match(text, end) or words.convocation.match(text, end)) if end > match.end() else None
    return more.end() if more else end


def _whole(start: int, findings: Sequence[Finding]) -> int:
    """The end of the name that begins here, in whatever case: посланником в | Бангкок."""
    return max(f.end for f in findings if f.start == start)


def _is_seat(place: re.Match[str], head: str, findings: Sequence[Finding], words: SlavicWords) -> bool:
    """Whether a land or town stands here, or (for those who are sent) a body: представником в Комісії."""
    labels = (Label.PLACE, Label.ORG) if words.sent.match(head) else (Label.PLACE,)
    return any(f.start == place.end() and f.label in labels for f in findings)


def _linked(text: str, start: int, end: int, findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the fields and bodies end that prepositions join: по борьбе с бандитизмом, при уряді, з бюджету."""
    for _ in range(3):
        link = words.links.match(text, end)
        if not link:
            return _department(text, start, end, findings, words)
        if words.no_field.match(text, link.end() + 1):
            return end
        reached = chain(text, link.end() + 1, findings, words, cases=("datv", "loct", "gent", "ablt"))
        if not reached and (borrowed := _LATIN.match(text, link.end() + 1)):
            reached = borrowed.end()
        if not reached and " " not in link[0].strip():
            return end
        if reached and _is_someone(text, reached, findings, words):
            return end
        end = _accompanied(text, reached or link.end(), findings, words)
    return end


def _is_someone(text: str, end: int, findings: Sequence[Finding], words: SlavicWords) -> bool:
    """Whether a rank and a name end here: членом ради | при генералі Шварці."""
    last = LAST.search(text, max(0, end - 40), end)
    named = any(f.label == Label.PERSON and 1 <= f.start - end <= 2 for f in findings)
    return named and last is not None and is_living(last[0], words.lang)


def _department(text: str, start: int, end: int, findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the field of a committee or department ends (комітету з бюджету); `end` where none follows."""
    joined = words.together.match(text, end)
    within = joined is not None and words.departments.search(text, start, end) is not None
    token = TOKEN.match(text, joined.end() + 1) if joined and within else None
    if token is None or not token[0].islower() or words.no_field.match(token[0]):
        return end
    if any(f.start <= token.start() < f.end for f in findings) or is_living(token[0], words.lang):
        return end
    field = chain(text, token.start(), findings, words, cases=("gent",))
    return _accompanied(text, field, findings, words) if field else end


def _sent(text: str, match: re.Match[str], end: int, findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where it ends for whom or to whom somebody is sent: депутат від колегії, послом к шведскому королю."""
    head = match["head"]
    whole = end == match.end() or words.membership.match(head)
    origin = words.origins.match(text, end) if whole and words.sent.match(head) else None
    body = chain(text, origin.end(), findings, words, cases=("gent",)) if origin else None
    if origin and body and _is_assembly(text, origin.end(), body, findings, words.elected):
        return body
    towards = words.towards.match(text, end) if words.envoys.match(head) else None
    court = chain(text, towards.end(), findings, words, cases=("gent", "datv", "accs")) if towards else None
    if towards and court:
        known = _is_assembly(text, towards.end(), court, findings, words.elected)
        return court if known or words.courts.search(text, towards.end(), court) else end
    return end


def _is_assembly(text: str, start: int, end: int, findings: Sequence[Finding], elected: re.Pattern[str]) -> bool:
    named = any(f.start == start and f.label in (Label.ORG, Label.PLACE) for f in findings)
    return named or elected.search(text, start, end) is not None


def _complement(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where what follows the head at once ends: a place, a person served, an adjective, a quoted name, a genitive."""
    head, end = match["head"], match.end()
    place = words.within.match(text, end) if words.locative.match(head) else None
    if place and not words.no_field.match(text, place.end()):
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
    if not reached or _is_name(text[end + 1 : reached], findings, end + 1, words):
        return end
    return _accompanied(text, reached, findings, words)


def _is_name(complement: str, findings: Sequence[Finding], start: int, words: SlavicWords) -> bool:
    """Whether all that follows is one capitalised adjective, a surname that no rule has found."""
    alone = complement.istitle() and words.relational.fullmatch(complement) is not None
    return alone and not any(f.start == start for f in findings)


def _postposed(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the adjectives after the head end: намісник київський, митрополит Киевский и Галицкий."""
    end = match.end()
    for _ in range(4):
        gap = (words.joint.match(text, end) if end > match.end() else None) or SPACE.match(text, end)
        token = TOKEN.match(text, gap.end()) if gap else None
        listed = gap is not None and text[gap.start() : gap.end()].strip() != ""
        if token is None or _is_named_body(token, findings):
            break
        see = words.sees.match(match["head"]) and (listed or words.dioceses.fullmatch(token[0]) is not None)
        if not see and _is_person(token, findings, alone=not listed and not words.sees.match(match["head"])):
            break
        if not words.attribute.fullmatch(token[0]) or not follows(token[0], match["head"], words.lang):
            break
        end = token.end()
        if more := words.enumerated.match(text, end):
            end = more.end()
            break
    realm = words.realms.match(text, end)
    return realm.end() if realm else end


def _is_named_body(token: re.Match[str], findings: Sequence[Finding]) -> bool:
    """Whether an adjective opens the name of a body or land, not of a see: викарий | Кишинёвской епархии."""
    return any(
        f.start == token.start() and f.end > token.end() and f.label in (Label.ORG, Label.PLACE) for f in findings
    )


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
    over = words.over.match(text, end)
    if last and over and words.watching.match(last[0]):
        return chain(text, over.end() + 1, findings, words, cases=("ablt",)) or end
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

"""Whether a Ukrainian or Russian head with the words around it is a post, not a mere noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_cases import cases_of, readings
from kartoteka.annotate.office_slavic_words import SlavicWords
from kartoteka.types import Label

_LISTED = re.compile(r",[ \u00a0]|\s(?:і|й|та|и)\s")
#: What may follow a post in a row: a pause, another post, a year.
_PAUSE = re.compile(r"\s*(?:[,.;:()–—-]|$)|\s(?:і|й|та|и)\s|\s(?:\w{1,3}\s)?\d")
_NAMED = (Label.ORG, Label.PLACE)
_INITIALS = re.compile(r"[^\W\d_]\.")
_PATRONYMIC = re.compile(r"(?:ич|іч|вич|овн|івн|евн)\w{0,3}$")
_ADJECTIVE = re.compile(r"[сцз]ь?к\w{2,3}$")
_DASH = re.compile(r"\s[–—-]\s")
#: Careers told without verbs: с 1939 года заместитель, с 1941 года начальник.
_GAP = re.compile(r"(?:\s[–—-])?\s")
_NEXT_DATE = re.compile(r"\s*(?:;|,\s(?:[сздвуп]|із|від|во|до|по)\s\d)")
#: Before the genitive singular of many: 22 депутата, три министра.
_COUNT = re.compile(r"(?:(?<![\d.,№§–—-])(?<![№§]\s)\d{1,3}|\b(?:два|дві|две|оба|обидва|три|чотири|четыре))\s$")
_WORD = re.compile(r"([\w’'-]+)\s")
_QUOTE = re.compile('[«“"]')


@dataclass(frozen=True, slots=True)
class Phrase:
    """A head (`match`) with the adjectives before it and the complement after it; `last` ends the post before."""

    text: str
    match: re.Match[str]
    start: int
    end: int
    last: int
    findings: Sequence[Finding]

    @property
    def complement(self) -> str:
        return self.text[self.match.end() : self.end]

    @property
    def holder(self) -> Finding | None:
        """The person whose name follows."""
        return next((f for f in self.findings if f.label is Label.PERSON and 1 <= f.start - self.end <= 2), None)

    def of_named(self) -> bool:
        """Whether the complement holds the name of a body or place, not a class of them (секретарі обкомів)."""
        named = (f for f in self.findings if f.label in _NAMED and self.match.end() < f.end <= self.end)
        return any(not self.text[f.start : f.end].islower() for f in named)


def names_post(phrase: Phrase, words: SlavicWords) -> bool:
    """Whether head, adjectives and complement together are a post, not a mere noun."""
    head = phrase.match["head"]
    if words.membership.match(head) and "-" not in head:
        return bool(words.elected.search(phrase.complement)) and not words.plural.fullmatch(head)
    if words.plural.fullmatch(head) and not _is_entered(phrase, words):
        return _are_particular(phrase, words)
    if words.bound.fullmatch(phrase.match[0]):
        return _is_of_body(phrase, words)
    if phrase.end > phrase.match.end() or phrase.start < phrase.match.start():
        return True
    if _COUNT.search(phrase.text, max(0, phrase.start - 12), phrase.start) and phrase.holder is None:
        return False
    if words.strong.fullmatch(phrase.match[0]):
        return not (words.noble.match(head) and _is_noble(phrase))
    return _stands_alone(phrase, words)


def _is_of_body(phrase: Phrase, words: SlavicWords) -> bool:
    """Whether the complement is a body or land (лідер партії), or an adjective makes it a post (головний лікар)."""
    if words.chief.match(phrase.text, phrase.start) and phrase.start < phrase.match.start():
        return True
    return phrase.of_named() or bool(words.bodies.search(phrase.complement) or _QUOTE.search(phrase.complement))


def _are_particular(phrase: Phrase, words: SlavicWords) -> bool:
    """Whether a plural means some holders, not a class of people: of one body, or called by name."""
    if words.assembly.search(phrase.text, max(0, phrase.start - 30), phrase.start):
        return False
    if words.strong.fullmatch(phrase.match[0]) and phrase.of_named():
        return True
    return phrase.holder is not None and not words.callings.match(phrase.match["head"])


def _is_entered(phrase: Phrase, words: SlavicWords) -> bool:
    """Whether what looks like a plural is one post: that somebody is to enter (в коменданты), or a locative."""
    entered = words.into.search(phrase.text, max(0, phrase.start - 5), phrase.start)
    return bool(entered) and not cases_of(phrase.match[0], words.lang).isdisjoint(("nomn", "loct"))


def _is_noble(phrase: Phrase) -> bool:
    """Whether the title of a noble stands before the name, not a ruler's: князь Н. Г. Репнин."""
    holder = phrase.holder
    if holder is None:
        return False
    name = phrase.text[holder.start : holder.end]
    return bool(_INITIALS.search(name) or _ADJECTIVE.search(name)) or (
        " " in name and not _PATRONYMIC.search(name)
    )


def _stands_alone(phrase: Phrase, words: SlavicWords) -> bool:
    """Whether a bare head is a post: before the holder's name, after a verb of service, or in a row of posts."""
    head = phrase.match["head"]
    if phrase.holder is not None and not words.callings.match(head):
        return True
    if words.anaphors.match(phrase.text, phrase.end) or _is_said(phrase, words):
        return True
    if words.service.search(phrase.text, max(0, phrase.start - 25), phrase.start):
        return "ablt" in cases_of(head, words.lang)
    return not words.ranks.match(head) and _is_in_row(phrase, words)


def _is_said(phrase: Phrase, words: SlavicWords) -> bool:
    """Whether a holder follows behind a verb or dash (головою був Карпинський), or a date says when it was held."""
    text, cases = phrase.text, {case for case, _ in readings(phrase.match["head"], words.lang)}
    cases |= {"nomn"} if "None" in cases else set()  # as the Ukrainian dictionary has some nominatives
    verb = words.copulas.match(text, phrase.end) if "ablt" in cases else None
    link = verb or (_DASH.match(text, phrase.end) if "nomn" in cases else None)
    if link and any(f.label is Label.PERSON and f.start == link.end() for f in phrase.findings):
        return True
    between = _DASH if _PAUSE.match(text, phrase.end) else None
    between = _GAP if _NEXT_DATE.match(text, phrase.end) else between
    if "nomn" not in cases or between is None:
        return False
    return any(f.label is Label.DATE and between.fullmatch(text, f.end, phrase.start) for f in phrase.findings)


def _is_in_row(phrase: Phrase, words: SlavicWords) -> bool:
    """Whether another post stands before or after, with a comma or "and" between."""
    text = phrase.text
    if phrase.last > 0 and _LISTED.fullmatch(text, phrase.last, phrase.start):
        return _PAUSE.match(text, phrase.end) is not None
    joint = _LISTED.match(text, phrase.end)
    other = words.heads.match(text, _past_adjectives(text, joint.end(), words)) if joint else None
    return other is not None and words.strong.fullmatch(other[0]) is not None


def _past_adjectives(text: str, position: int, words: SlavicWords) -> int:
    """Where the head begins whose adjectives begin here: | перший секретар."""
    for _ in range(3):
        word = _WORD.match(text, position)
        if word is None or not (words.attribute.fullmatch(word[1]) or words.ordinal.fullmatch(word[1])):
            break
        position = word.end()
    return position

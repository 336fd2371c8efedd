"""What was stated before: the tenures that a sentence's pronouns, "this post" and "his successor" can refer to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.annotate.tenure_dates import Term
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_modality import modality
from kartoteka.annotate.tenure_sentences import MARK, Sentence
from kartoteka.types import Modality, Tenure

#: A clause about the person right before it: dates before him or her are another verb's.
RELATIVE = re.compile(r"›, (?:який|яка|яко[їгм]|яку|котр|котор)")
_OPENING = re.compile(r"\W*(?:[^\W\d]+ ){0,3}‹D\d+›")
_SEPARATOR = re.compile(r"[,;(]| (?:and|but|і|й|та|и|а|но|але) ")
#: How many statements may stand between a post and the words that refer to it.
_NEAR = 3


def said(
    sentence: Sentence, post: Tenure, holder: str, when: Term, *, predecessor: str = "", successor: str = ""
) -> Tenure:
    """The tenure of a known post by another holder or with other dates, resting on this sentence too."""
    people = [m.mention.id for m in sentence.marks if m.letter == "P" and m.referent in (holder, predecessor)]
    return replace(
        post,
        holder=holder,
        start=when.start,
        end=when.end,
        predecessor=predecessor,
        successor=successor,
        appointer="",
        source=sentence.block.kind,
        passage=sentence.passage,
        evidence=tuple(dict.fromkeys((*people, *when.evidence, *post.evidence))),
    )


def came_about(sentence: Sentence, grammar: Grammar, match: re.Match[str]) -> bool:
    return modality(sentence, grammar, match.span("verb")) == Modality.HELD


def clause(sentence: Sentence, match: re.Match[str], known: Sequence[Tenure] = ()) -> tuple[int, int]:
    """The stretch around a match whose dates are its own: its clause.

    A date that opens the sentence goes with it too where nothing else was stated since.
    """
    cuts = [m.end() for m in _SEPARATOR.finditer(sentence.text, 0, match.start())]
    others = (
        "‹P" in match[0] and "‹P" in sentence.text[: (cuts or [0])[-1]]
    )  # "By May A. was gone, and B. stood in for him"
    told = any(t.modality == Modality.HELD for t in in_sentence(sentence, known, match.start()))
    opening = _OPENING.match(sentence.text) and not others and not told
    behind = re.compile(r"[;(]").search(sentence.text, match.end())
    begin = 0 if not cuts or opening else cuts[-1]
    if RELATIVE.search(match[0]):
        begin = match.start()
    return begin, (behind.start() if behind else len(sentence.text))


def in_sentence(sentence: Sentence, known: Sequence[Tenure], before: int | None = None) -> list[Tenure]:
    """What was stated in this sentence: all of it, or only what stands `before` a place."""
    here = [t for t in known if t.passage == sentence.passage]
    return here if before is None else [t for t in here if place_of(sentence, t) < before]


def place_of(sentence: Sentence, tenure: Tenure) -> int:
    """Where a sentence names a tenure's post or body; 0 where it names none."""
    places = [
        sign.start()
        for sign in MARK.finditer(sentence.text)
        if sign[1] in "OB" and sentence.marks[int(sign[2])].mention.id in tenure.evidence
    ]
    return min(places, default=0)


def near(sentence: Sentence, known: Sequence[Tenure], before: int | None = None) -> list[Tenure]:
    """What was stated in this sentence and in the last ones before it."""
    return [
        *[t for t in known if t.passage != sentence.passage][-_NEAR:],
        *in_sentence(sentence, known, before),
    ]

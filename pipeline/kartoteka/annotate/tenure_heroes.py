"""Whose life a document or a paragraph tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import nominative
from kartoteka.types import Document, Label, Mention, Referent

#: The first words of a handbook's entry: a name with the dates of a life, or alone: «КОВТУН Яків (1889–1937) –».
_ENTRY = re.compile(
    r"[\s*•–—\-]*(?:‹O\d+› |[А-ЯІЇЄҐ][а-яіїєґ]+ )?(?P<name>‹P\d+›)(?: герба [«\"“][^«»\"“”]*[»\"”])?"
    r"(?:,? \((?P<secular>[ув] миру)?(?:[^()]|\([^()]*\)){0,60}(?:‹D\d+›|\?)|\.?\s*$|\. (?:Род|Нар)\."
    r"|(?: \([^()‹]*\)|,[^‹.;]{0,60},)? (?:народи(?:вся|лася)|роди(?:лся|лась)|походи(?:в|ла)|происходи(?:л|ла))\b"
    r"|(?: \([^()]{0,80}\))? (?:—|–) [а-яіїєґё])"
)


def protagonist(document: Document, mentions: Sequence[Mention], referents: Sequence[Referent]) -> str:
    """The person whose life the document tells, "" if none.

    Its title says so, or that one is named much oftener than all others.
    """
    persons = [r for r in referents if r.label == Label.PERSON]
    title = document.title.casefold()
    for referent in persons:
        if title and any(name.casefold() == title for name in referent.names):
            return referent.id
    if title:
        inside = [r for r in persons if any(len(n) > 5 and n.casefold() in title for n in r.names)]
        if len(inside) == 1:
            return inside[0].id
    counts = Counter({r.id: len(r.mentions) for r in persons})
    total = sum(counts.values())
    first = counts.most_common(1)
    if not first or first[0][1] < 3:
        return ""
    second = counts.most_common(2)[1][1] if len(counts) > 1 else 0
    places = {mention.id: mention.start for mention in mentions}
    opening = min((places[mention], r.id) for r in persons for mention in r.mentions)[1]
    if opening == first[0][0] and first[0][1] > second:
        return opening
    outstanding = first[0][1] >= 0.4 * total or (first[0][1] >= 0.25 * total and first[0][1] >= 2 * second)
    return first[0][0] if outstanding else ""


def entry(sentence: Sentence, told: str = "") -> str:
    """The person whose entry a paragraph opens, "" where it opens none; a lone surname opens none.

    Where the text tells of another one's life (`told`) a name alone is its author's.
    """
    opened = _ENTRY.match(sentence.text)
    mark = sentence.mark(opened["name"]) if opened else None
    if opened is None or mark is None or (told and "(" not in opened[0]):
        return ""
    whole = " " in mark.mention.text or opened["secular"]
    return mark.referent if whole and nominative(mark) else ""

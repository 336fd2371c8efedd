"""Whose verb the second of two English verbs is: "N. replaced M. and became rector" tells of N."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Mark, Sentence

#: What joins a verb to one before it, and what a subject has right behind it: a verb of its own.
_JOINED = re.compile(r"\b(?:and|but|then)\b")
_FINITE = re.compile(
    r"[\])]?(?: \([^()]*\)|,[^,;‹]*(?:‹[OBGD]\d+›[^,;‹]*)*,)?(?: (?:also|then|later|soon|himself|herself|[a-z]+ly))?"
    r" (?:was|were|had|has|have|is|are|became|led|took|held|ran|went|left|came|rose|won|got|gave|sent|made|began|stood"
    r"|met|fell|fought|wrote|taught|[a-z]+ed)\b"
)
#: What opens another clause with a subject of its own.
_OPENING = re.compile(r"[;:]|, (?:while|whereas|when|where|but|who|which|so that)\b|\b(?:that|because|although) ")


def of_row(
    sentence: Sentence, grammar: Grammar, people: Sequence[tuple[int, Mark]], verb: int, meant: str
) -> str | None:
    """The subject of a verb that goes on from another's, None where the last one named before it is its own.

    `people` are the names before the verb that can be subjects, `meant` is whom a pronoun means.
    """
    text, (place, _) = sentence.text, people[-1]
    behind = text.index("›", place) + 1
    if not _JOINED.search(text, behind, verb) or _FINITE.match(text, behind, verb):
        return None
    opening = max((m.end() for m in _OPENING.finditer(text, 0, place)), default=0)
    first = [
        (start, mark.referent)
        for start, mark in people[:-1]
        if start >= opening and _FINITE.match(text, text.index("›", start) + 1)
    ]
    first += [
        (m.start(), meant)
        for m in grammar.pronouns.finditer(text, opening, place)
        if meant and _FINITE.match(text, m.end())
    ]
    return min(first)[1] if first else None

"""Whether a tenure came about, or was only proposed, refused or prevented."""

from __future__ import annotations

import re

from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.types import Modality


def modality(sentence: Sentence, grammar: Grammar, verb: tuple[int, int], end: int = 0) -> Modality:
    """Whether what the verb tells came about, by the words before it in its clause and those behind `end`."""
    floor = max((m.end() for m in re.finditer(r"[;:]", sentence.text[: verb[0]])), default=0)
    realised, undone = grammar.modality.get("realised"), grammar.modality.get("undone")
    if realised:
        floor = max((m.end() for m in realised.finditer(sentence.text, floor, verb[1])), default=floor)
    before = sentence.text[floor : verb[0]]
    for kind in (Modality.REFUSED, Modality.PREVENTED, Modality.PROPOSED):
        if grammar.modality[kind].search(before):
            return kind
    return Modality.PREVENTED if end and undone and undone.match(sentence.text[end:]) else Modality.HELD

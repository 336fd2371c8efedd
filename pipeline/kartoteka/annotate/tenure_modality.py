"""Whether a tenure came about, or was only proposed, refused or prevented."""

from __future__ import annotations

import re

from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.types import Modality


def modality(sentence: Sentence, grammar: Grammar, verb: tuple[int, int]) -> Modality:
    """Whether what the verb tells came about, by the words before it in its clause."""
    floor = max((m.end() for m in re.finditer(r"[;:]", sentence.text[: verb[0]])), default=0)
    before = sentence.text[floor : verb[0]]
    for kind in (Modality.REFUSED, Modality.PREVENTED, Modality.PROPOSED):
        if grammar.modality[kind].search(before):
            return kind
    return Modality.HELD

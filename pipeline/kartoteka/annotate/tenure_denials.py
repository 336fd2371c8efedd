"""Posts that were given but never taken up: "he was not allowed to take up his duties"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.annotate.tenure_dates import Term
from kartoteka.annotate.tenure_grammar import Grammar, matches
from kartoteka.annotate.tenure_known import near, said
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import Focus
from kartoteka.types import Modality, Tenure


def denials(sentence: Sentence, grammar: Grammar, focus: Focus, known: Sequence[Tenure]) -> Iterator[Tenure]:
    """The last post of each person of whom a sentence says that he or she never took it up, as prevented."""
    for _, match in matches(grammar.denials, sentence.text):
        yield from _denial(sentence, match, focus, known)


def _denial(sentence: Sentence, match: re.Match[str], focus: Focus, known: Sequence[Tenure]) -> Iterator[Tenure]:
    sign = match.groupdict().get("who") or ""
    held = [t for t in near(sentence, known, match.start()) if t.modality is Modality.HELD and t.end is None]
    who = sentence.mark(sign).referent if sign.startswith("‹") else focus.antecedent()
    own = [t for t in held if t.holder == (who or held[-1].holder)]
    if own and own[-1].start is not None:
        post = own[-1]
        never = said(sentence, post, post.holder, Term(start=post.start))
        yield replace(never, modality=Modality.PREVENTED, appointer=post.appointer)


def without_denied(tenures: Sequence[Tenure]) -> list[Tenure]:
    """The tenures without those that the text itself says were never taken up; one that it has end stays."""
    never = {(t.holder, t.office, t.start) for t in tenures if t.modality is Modality.PREVENTED and t.start}
    return [
        t
        for t in tenures
        if t.modality is not Modality.HELD or t.end is not None or (t.holder, t.office, t.start) not in never
    ]

"""Who confirmed somebody in a post named before: "he was confirmed in this post by the Politburo on 17 February"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.annotate.tenure_appointers import agent
from kartoteka.annotate.tenure_dates import term
from kartoteka.annotate.tenure_grammar import Construction, Grammar, matches
from kartoteka.annotate.tenure_known import came_about, clause, near, said
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import Focus, nominative, subjects
from kartoteka.types import Modality, Tenure


def confirmations(sentence: Sentence, grammar: Grammar, focus: Focus, known: Sequence[Tenure]) -> Iterator[Tenure]:
    """The last post that is known of somebody, as from then on, with whoever confirmed him or her in it.

    Who was confirmed after acting for another got a post that nobody named.
    """
    for construction, match in matches(grammar.confirmations, sentence.text):
        giver = agent(sentence, grammar, focus, construction, match)
        holder = _holder(sentence, grammar, focus, construction, match) if giver else ""
        own = [t for t in near(sentence, known, match.start("verb")) if t.holder == holder]
        held = [t for t in own if t.modality is Modality.HELD and not t.acting]
        if held and holder != giver and came_about(sentence, grammar, match):
            when = term(sentence, grammar, "start", match.span(), clause(sentence, match))
            yield replace(said(sentence, held[-1], holder, when), appointer=giver)


def _holder(
    sentence: Sentence, grammar: Grammar, focus: Focus, construction: Construction, match: re.Match[str]
) -> str:
    """Whom a verb confirms: its object, or a passive one's subject; "" where that is not certain."""
    groups = match.groupdict()
    if sign := groups.get("holder"):
        mark = sentence.mark(sign)
        return mark.referent if sentence.lang == "en" or not nominative(mark) else ""
    if construction.holder == "object":
        return focus.antecedent()
    end = len(sentence.text) if sentence.lang == "en" else match.end("verb")
    people = subjects(sentence, grammar, match.span("verb"), end, focus)
    return people[0] if len(people) == 1 else ""

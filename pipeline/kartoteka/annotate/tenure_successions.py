"""Successors whose post only their predecessor's tells: "N. was sent as his replacement in the Far East".

Which post is meant must be beyond doubt: the same sentence names it, or the same place does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kartoteka.annotate.tenure_dates import term
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import Focus, subjects
from kartoteka.types import Document, Modality, Tenure

_PLACE = re.compile(r"^,? (?:in|to|у|в|на) (?:the )?(?P<place>‹G\d+›)")


def successions(
    document: Document, sentence: Sentence, grammar: Grammar, focus: Focus, known: list[Tenure]
) -> Iterator[Tenure]:
    """The tenures of a sentence's successors; `known` are those before, the sentence's own last."""
    for construction in grammar.successions:
        for match in construction.pattern.finditer(sentence.text):
            holder, before = _both(sentence, grammar, match, focus)
            post = _post(sentence, grammar, match, before, known)
            if post is None or not holder or holder == before or _stated(known, holder, before):
                continue
            when = term(sentence, grammar, "start", match.span(), (0, len(sentence.text)))
            people = [m.mention.id for m in sentence.marks if m.letter == "P" and m.referent in (holder, before)]
            yield replace(
                post,
                holder=holder,
                start=when.start,
                end=when.end,
                predecessor=before,
                successor="",
                passage=sentence.passage,
                evidence=(*people, *when.evidence, *post.evidence),
            )


def _both(sentence: Sentence, grammar: Grammar, match: re.Match[str], focus: Focus) -> tuple[str, str]:
    """The referents of the successor and of the one before; "" where it is not clear who is meant."""
    groups = match.groupdict()
    named = groups.get("pred") or ""
    before = sentence.mark(named).referent if named.startswith("‹") else focus.antecedent()
    if groups.get("holder"):
        return sentence.mark(groups["holder"]).referent, before
    found = subjects(sentence, grammar, match.span("verb"), match.end(), focus)
    return (found[0] if found else ""), before


def _post(
    sentence: Sentence, grammar: Grammar, match: re.Match[str], before: str, known: list[Tenure]
) -> Tenure | None:
    """The predecessor's tenure whose post is meant, None where it is not certain."""
    where = _PLACE.match(sentence.text[match.end() :])
    place = sentence.mark(where["place"]) if where else None
    for tenure in reversed(known):
        if tenure.holder != before or tenure.modality != Modality.HELD or grammar.members.search(tenure.office):
            continue
        same_place = place is not None and (
            place.referent == tenure.place or place.mention.name.casefold() in tenure.office.casefold()
        )
        if same_place or tenure.passage == sentence.passage:
            return tenure
    return None


def _stated(known: list[Tenure], holder: str, before: str) -> bool:
    return any(tenure.holder == holder and tenure.predecessor == before for tenure in known)

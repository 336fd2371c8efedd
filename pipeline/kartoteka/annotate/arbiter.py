"""Which of the overlapping findings stay: nested ones may, crossing ones and rivals may not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, found, show, span, text_of
from kartoteka.types import Label

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

#: What may stand inside what: the outer label, then the labels that it may hold.
NESTING: dict[Label, frozenset[Label]] = {
    Label.OFFICE: frozenset({Label.ORG, Label.PLACE, Label.OFFICE, Label.DATE, Label.PERSON}),
    Label.ORG: frozenset({Label.ORG, Label.PLACE}),
    Label.PERSON: frozenset(),
    Label.PLACE: frozenset(),
    Label.DATE: frozenset(),
}

#: English names of institutions are taken apart at these words alone; elsewhere nothing nests in an ORG.
COMPLEMENT = re.compile(r"\b(?:of|in|for|under)(?: the)? $", re.IGNORECASE)


def settle_in(text: str, lang: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stay in a text: settled, and inside an institution only what its name says it is of."""
    kept = settle(findings)
    outer = [f for f in kept if f.label is Label.ORG]
    return [f for f in kept if not any(_unfit(text, lang, f, o) for o in outer)]


def _unfit(text: str, lang: str, inner: Finding, outer: Finding) -> bool:
    inside = outer.start <= inner.start and inner.end <= outer.end and inner is not outer
    return inside and (lang != "en" or not COMPLEMENT.search(text[outer.start : inner.start]))


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stay, by start and the longest first.

    The weightiest is taken first, the longer of two equals; whatever it cannot hold, or be held by, goes. The
    result is laminar: two spans are apart, or one holds the other.
    """
    ranked = sorted(findings, key=lambda f: (-f.weight, f.start - f.end, f.start, f.label, f.rule))
    kept: list[Finding] = []
    for finding in ranked:
        near = (k for k in kept if k.start < finding.end and finding.start < k.end)
        if finding.start < finding.end and all(_agree(finding, other) for other in near):
            kept.append(finding)
    return sorted(kept, key=lambda f: (f.start, -f.end))


def _agree(one: Finding, other: Finding) -> bool:
    if (one.start, one.end) == (other.start, other.end):
        return False
    outer, inner = (one, other) if one.end - one.start > other.end - other.start else (other, one)
    if not (outer.start <= inner.start and inner.end <= outer.end):
        return False
    return inner.label in NESTING[outer.label]


@Nlp.component("kartoteka_arbiter", assigns=["doc.ents"])
def arbiter(doc: Doc) -> Doc:
    """spaCy component: settles the findings; `doc.spans["kartoteka"]` holds all, `doc.ents` the outermost.

    `span.id_` is the rule. Where a finding does not keep to token borders its span is the tokens around it.
    """
    kept = settle_in(text_of(doc), doc.lang_, found(doc))
    spans = [made for finding in kept if (made := span(doc, finding)) is not None]
    show(doc, spans)
    outermost: list[Span] = []
    for made in spans:
        if not outermost or made.start >= outermost[-1].end:
            outermost.append(made)
    doc.set_ents(outermost)
    return doc

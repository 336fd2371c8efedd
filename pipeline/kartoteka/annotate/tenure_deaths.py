"""Posts held "until his death": they end on the day that the life's dates behind the holder's name give."""

from __future__ import annotations

import re
from dataclasses import replace

from kartoteka.annotate.tenure_dates import alone, halves
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.types import Document, Mention, Modality, Tenure, TimeSpan

#: The bracket behind the name that opens a life: "(1879, Chernihiv – 1952, Kyiv)", "(died 1687)".
_LIFE = re.compile(r"[^‹(]{0,12}‹P\d+›[^‹(.;]{0,20}\((?P<life>[^()]*(?:\([^()]*\)[^()]*)?)\)")
_DATE = re.compile(r"‹D\d+›")
_DIED = re.compile(r"(?:\bdied|\bd\.|†|—|–|-|\bпомер\w*|\bум\w*\.?)[^‹]{0,20}(?P<date>‹D\d+›)(?:[^‹]|‹G\d+›)*$")


def death(opening: Sentence) -> Mention | None:
    """The date in a life's first sentence on which its hero died, or the span that ends with it; None for neither."""
    life = _LIFE.match(opening.text)
    if life is None:
        return None
    dates = _DATE.findall(life["life"])
    if len(dates) == 1 and _died(mention := opening.mark(dates[0]).mention, span=True):
        return mention
    last = _DIED.search(life["life"])
    return opening.mark(last["date"]).mention if last and _died(opening.mark(last["date"]).mention) else None


def _died(mention: Mention, *, span: bool = False) -> TimeSpan | None:
    """The day of death that a mention's value gives: the end of a span of life, or itself."""
    if mention.value is None or not mention.value.edtf or mention.value.edtf[0] in "{[":
        return None
    return halves(mention.value)[1] if span or "/" in mention.value.edtf else alone(mention.value)


def until_death(
    document: Document, grammar: Grammar, found: list[Tenure], hero: str, died: Mention | None
) -> list[Tenure]:
    """The tenures of a sentence; the last open one of the hero ends with his or her life if it says so."""
    end = _died(died) if died else None
    words = grammar.dates.get("death")
    if died is None or end is None or words is None:
        return found
    own = [n for n, t in enumerate(found) if t.holder == hero and t.modality is Modality.HELD]
    if not own or found[own[-1]].end is not None or not words.search(document.text, *found[own[-1]].passage):
        return found
    last = found[own[-1]]
    closed = replace(last, end=end, evidence=tuple(dict.fromkeys((*last.evidence, died.id))))
    return [*found[: own[-1]], closed, *found[own[-1] + 1 :]]

"""What the trained networks find: evidence of middling weight, which rules and the document confirm or overrule."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, add, context, text_of
from kartoteka.recognition.recognizer import Name, recognizer
from kartoteka.resources import read_toml
from kartoteka.types import BlockKind, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The weight of what a network finds: from hardly likely to sure.
UNLIKELY, SURE = 0.3, 0.66
#: Texts that the network reads at once.
BATCH = 64
#: Marks a Doc that the network has read.
RECOGNIZED = "kartoteka_recognized"
PARTY = re.compile(r" \((?:[Bb]olshevik|[Bb]orotbist|більшовик|большевик|боротьбист)")
LEADING = re.compile(r"^(?:(?:the|a|an|this|that)\s+)", re.IGNORECASE)
EDGE = " \n\t\r.,;:!?\"'«»“”„()[]*–—-"


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` without article, possessive, quotes and stops at its borders; a balanced bracket stays."""
    if text.count("«", start, end) > text.count("»", start, end) and text[end : end + 1] == "»":
        end += 1
    match = LEADING.match(text[start:end])
    start += match.end() if match else 0
    while start < end and text[start] in EDGE:
        start += 1
    while end > start:
        span = text[start:end]
        if span.endswith("'s"):
            end -= 2
        elif span[-1] in EDGE and not _closes(span) and not _initial(span):
            end -= 1
        else:
            break
    return start, end


def _names_none(name: str) -> bool:
    """Whether what was taken for an institution is an event, a faction, or a post and who holds it."""
    if name.replace(".", "").upper() in _patterns("organizations", "not_abbreviations"):
        return True
    posts = _patterns("organizations", "posts")
    head = name.partition(" of ")[0]
    return head.endswith(_patterns("organizations", "not_heads")) or any(word in posts for word in name.split())


@cache
def _patterns(name: str, key: str) -> tuple[str, ...]:
    return tuple(read_toml(f"patterns/en/{name}.toml")[key])


def _closes(span: str) -> bool:
    """Whether the last sign closes a bracket or quotation that the span itself opens."""
    opener = {")": "(", "]": "[", "»": "«"}.get(span[-1])
    return opener is not None and opener in span


def _initial(span: str) -> bool:
    return re.search(r"(?:^|[\s.])[^\W\d_]\.$", span) is not None


def finding(text: str, name: Name, rule: str) -> Finding | None:
    """What a recognizer takes for a name as a finding; None where that can be none."""
    start, end, label = name.start, name.end, name.label
    aside = text.find(" (", start, end)
    if aside > start and not PARTY.match(text, aside):
        end = aside
    start, end = trim(text, start, end)
    if start >= end or not any(c.isupper() for c in text[start:end]):
        return None
    if label is Label.PLACE and text[start:end].lower().endswith(_patterns("places", "not_endings")):
        return None
    if any(c.isdigit() for c in text[start:end]) and (label is not Label.ORG or not text[start].isdigit()):
        return None
    if label is Label.ORG and _names_none(text[start:end].lower()):
        return None
    return Finding(start, end, label, rule, UNLIKELY + (SURE - UNLIKELY) * name.share)


def recognize(doc: Doc, lang: str, *labels: Label) -> None:
    """Add what the network finds in a Doc, of these labels or of all, unless its pipeline has asked it already."""
    if RECOGNIZED not in doc.user_data:
        _add(doc, lang, text_of(doc), recognizer(lang).names([text_of(doc)])[0], labels)


def _add(doc: Doc, lang: str, text: str, names: Iterable[Name], labels: Collection[Label] = ()) -> None:
    """In notes and bibliographies the network's persons alone: it takes titles for institutions and places."""
    cited = context(doc).kind in {BlockKind.NOTE, BlockKind.BIBLIOGRAPHY}
    wanted = {Label.PERSON} if cited else set(labels) or set(Label)
    found = (finding(text, name, f"recognizer.{lang}") for name in names if name.label in wanted)
    add(doc, (each for each in found if each is not None))
    doc.user_data[RECOGNIZED] = True


@Nlp.factory("kartoteka_recognizer")
class Trained:
    """spaCy component: what the trained network of the language finds, as findings.

    In a stream the network reads a batch at once, which costs a fraction of reading block by block.
    """

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang or "en"

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """The Docs of a stream, in their order."""
        docs = iter(stream)
        while batch := list(islice(docs, BATCH)):
            texts = [text_of(doc) for doc in batch]
            for doc, text, names in zip(batch, texts, recognizer(self.lang).names(texts), strict=True):
                _add(doc, self.lang, text, names)
            yield from batch

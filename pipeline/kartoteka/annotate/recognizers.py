"""The trained recognizers that stand now: spaCy's small English network, natasha's Russian one.

Both were trained on news. What they find is evidence of middling weight, which rules and the rest of the
document confirm, mend or overrule.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, add, context
from kartoteka.annotate.recognizer_slavic import cut, is_name
from kartoteka.languages.morphology import INFLECTED
from kartoteka.resources import read_toml
from kartoteka.types import BlockKind, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The labels of OntoNotes and of natasha's news corpus that are ours; the others (dates among them) are not used.
LABELS = {
    "PERSON": Label.PERSON,
    "PER": Label.PERSON,
    "ORG": Label.ORG,
    "GPE": Label.PLACE,
    "LOC": Label.PLACE,
}
WEIGHT = 0.4
#: Texts that the Russian network reads at once.
BATCH = 32
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
def _heads(lang: str) -> frozenset[str]:
    return frozenset(read_toml(f"patterns/{lang}/organizations.toml")["heads"])


@cache
def _patterns(name: str, key: str) -> tuple[str, ...]:
    return tuple(read_toml(f"patterns/en/{name}.toml")[key])


def _closes(span: str) -> bool:
    """Whether the last sign closes a bracket or quotation that the span itself opens."""
    opener = {")": "(", "]": "[", "»": "«"}.get(span[-1])
    return opener is not None and opener in span


def _initial(span: str) -> bool:
    return re.search(r"(?:^|[\s.])[^\W\d_]\.$", span) is not None


def finding(text: str, start: int, end: int, label: str, rule: str, lang: str = "en") -> Finding | None:
    """What a recognizer says of `text[start:end]` as a finding; None for a label that is not ours, or no name."""
    ours = LABELS.get(label)
    aside = text.find(" (", start, end)
    if aside > start and not PARTY.match(text, aside):
        end = aside
    start, end = trim(text, start, end)
    if ours is not None and lang in INFLECTED and start < end:
        start, end = cut(text, start, end, lang)
        if not is_name(text, start, end, ours, lang, _heads(lang)):
            return None
    if ours is None or start >= end or not any(c.isupper() for c in text[start:end]):
        return None
    if ours is Label.PLACE and text[start:end].lower().endswith(_patterns("places", "not_endings")):
        return None
    if any(c.isdigit() for c in text[start:end]) and (ours is not Label.ORG or not text[start].isdigit()):
        return None
    if ours is Label.ORG and _names_none(text[start:end].lower()):
        return None
    return Finding(start, end, ours, rule, WEIGHT)


@Nlp.component("kartoteka_spacy_entities", requires=["doc.ents"])
def spacy_entities(doc: Doc) -> Doc:
    """spaCy component: what the network before it put in `doc.ents`, as findings."""
    text = doc.text
    entities = (finding(text, e.start_char, e.end_char, e.label_, "recognizer.spacy-en") for e in doc.ents)
    add(doc, _fit(doc, entities))
    doc.set_ents([])
    return doc


def _fit(doc: Doc, entities: Iterable[Finding | None]) -> Iterator[Finding]:
    """Without what a network trained on news makes of the titles in a citation: there only persons stand."""
    cited = context(doc).kind in {BlockKind.NOTE, BlockKind.BIBLIOGRAPHY}
    return (e for e in entities if e is not None and (e.label is Label.PERSON or not cited))


@cache
def slovnet() -> Any:
    """natasha's recognizer of persons, places and organizations; the weights lie in its wheel."""
    from navec import Navec
    from slovnet import NER

    spec = importlib.util.find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha, which carries the Russian recognizer, is not installed")
    data = Path(spec.submodule_search_locations[0]) / "data"
    recognizer = NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    recognizer.infer.batch_size = BATCH
    recognizer.navec(Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    return recognizer


@Nlp.factory("kartoteka_slovnet")
class Slovnet:
    """spaCy component: what natasha's network finds, for Russian and, with less right, Ukrainian.

    In a stream the network reads a batch at once, which costs a fourth of reading block by block.
    """

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang or "ru"

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """The Docs of a stream, in their order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            full = [doc for doc in batch if doc.text.strip()]
            for doc, markup in zip(full, slovnet().map([doc.text for doc in full]) if full else (), strict=True):
                spans = ((s.start, s.stop, s.type) for s in markup.spans)
                found = (finding(doc.text, *span, "recognizer.slovnet-ru", self.lang) for span in spans)
                add(doc, _fit(doc, found))
            yield from batch

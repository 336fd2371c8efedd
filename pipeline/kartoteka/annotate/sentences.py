"""Sentence borders that initials, abbreviations and note marks do not fool."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.resources import read_lines

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A stop, closing quotes and brackets, a space, and then something that can open a sentence.
BORDER = re.compile(r"[.!?…]+[\"'»”’)\]]*\s+(?=[\"'«“„(\[–—]*(?:[^\W\d_]|\d))")
OPENING = re.compile(r"[\"'«“„(\[–—]*(.)")
LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)$")


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """Words after which a stop ends no sentence, in lower case (`models/patterns/<lang>/abbreviations.txt`)."""
    return frozenset(read_lines(f"patterns/{lang}/abbreviations.txt"))


def borders(text: str, lang: str) -> Iterator[int]:
    """Where the sentences of `text` after the first begin, in code points."""
    for match in BORDER.finditer(text):
        opening = OPENING.match(text, match.end())
        if opening is not None and opening.group(1).islower():
            continue
        if text[match.start()] == "." and _abbreviated(text[max(0, match.start() - 30) : match.start()], lang):
            continue
        yield match.end()


def _abbreviated(before: str, lang: str) -> bool:
    word = LAST_WORD.search(before)
    if word is None:
        return False
    found = word.group(1)
    is_initial = found[0].isupper() and (len(found) == 1 or (len(found) == 2 and not found.isupper()))
    return is_initial or found.lower() in abbreviations(lang)


@Nlp.factory("kartoteka_sentences", assigns=["token.is_sent_start"])
class Sentences:
    """spaCy component: marks the first token of every sentence."""

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang or "en"

    def __call__(self, doc: Doc) -> Doc:
        starts = set(borders(doc.text, self.lang))
        pending = False
        for token in doc:
            pending = pending or token.idx in starts
            token.is_sent_start = token.i == 0 or (pending and not token.is_space)
            pending = pending and token.is_space
        return doc

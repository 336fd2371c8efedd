"""The component that marks where sentences begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language as Nlp

from kartoteka.annotate.findings import text_of
from kartoteka.languages.sentences import borders

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Nlp.factory("kartoteka_sentences", assigns=["token.is_sent_start"])
class Sentences:
    """spaCy component: marks the first token of every sentence."""

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang or "en"

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        starts = np.asarray(doc.to_array(IDX), dtype=np.int64)
        marks = np.full(len(doc), -1, dtype=np.int64)  # no start; 1 is one
        marks[0] = 1
        for border in borders(text_of(doc), self.lang):
            number = int(starts.searchsorted(border))
            if number < len(doc) and starts[number] == border:
                while number < len(doc) and doc[number].is_space:
                    number += 1
                marks[number : number + 1] = 1
        # All at once: token by token takes fifteen times as long.
        return doc.from_array(SENT_START, marks.astype(np.uint64))  # type: ignore[arg-type]

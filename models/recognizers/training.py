"""Training a tagger and measuring it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from corpora import Sentence
from tagger import Tagger, Vocabulary, allowed_tags, stacked
from torch import Tensor, nn

from kartoteka.recognition.network import LABELS, TAGS, Network
from kartoteka.recognition.recognizer import spans

#: Words that are read in one step of training, and in one step of measuring.
STEP, GLANCE = 1500, 6000


@dataclass(slots=True)
class Pool:
    """Sentences by number, ready for the network: words, allowed tags, contexts, the set that each is from."""

    words: list[Tensor] = field(default_factory=list)
    allowed: list[Tensor] = field(default_factory=list)
    context: list[Tensor] = field(default_factory=list)
    sets: list[int] = field(default_factory=list)

    def add(self, sentences: Sequence[Sentence], contexts: Iterable[np.ndarray], vocabulary: Vocabulary,
            lang: str, number: int) -> None:  # fmt: skip
        """More sentences of a language, of the set of that number; `contexts` is empty where there are none."""
        self.words += (torch.tensor([vocabulary.number(w, lang) for w in s.words]) for s in sentences)
        self.allowed += (allowed_tags(s.tags) for s in sentences)
        self.context += (torch.tensor(rows) for rows in contexts)
        self.sets += [number] * len(sentences)


@dataclass(frozen=True, slots=True)
class Tables:
    """Features and pre-trained vectors of all words, by their numbers."""

    single: Tensor
    runs: Tensor
    static: Tensor | None


def batches(pool: Pool, size: int, *, shuffle: bool) -> Iterator[list[int]]:
    """Numbers of sentences of like length, about `size` words together."""
    length = [len(words) + (random.random() * 5 if shuffle else 0) for words in pool.words]
    made: list[list[int]] = [[]]
    for number in sorted(range(len(length)), key=length.__getitem__):
        made[-1].append(number)
        if len(made[-1]) * len(pool.words[number]) >= size:
            made.append([])
    full = [batch for batch in made if batch]
    if shuffle:
        random.shuffle(full)
    yield from full


def scored(tagger: Tagger, pool: Pool, tables: Tables, batch: list[int], *, habit: int | None = None) -> Any:
    """Scores, where the sentences run, the allowed tags; `habit` reads all as sentences of that set."""
    longest = max(len(pool.words[n]) for n in batch)
    numbers = stacked([pool.words[n] for n in batch], longest, 0)
    inside = stacked([torch.ones(len(pool.words[n])) for n in batch], longest, 0)
    allowed = stacked([pool.allowed[n] for n in batch], longest, True)
    context = stacked([pool.context[n] for n in batch], longest, 0) if pool.context else None
    sets = torch.tensor([pool.sets[n] if habit is None else habit for n in batch])
    distinct, where = numbers.unique(return_inverse=True)
    static = None if tables.static is None else tables.static[distinct]
    vectors = tagger.word_vectors(tables.single[distinct], tables.runs[distinct], static)
    return tagger(vectors[where], inside, context, sets), inside, allowed


def train(tagger: Tagger, pool: Pool, tables: Tables, *, epochs: int, rate: float) -> None:
    """Adam with a rate that falls to nothing; what is kept is the running mean of the weights."""
    optimizer = torch.optim.AdamW(tagger.parameters(), lr=rate, weight_decay=0.01, betas=(0.9, 0.99))
    total = epochs * sum(1 for _ in batches(pool, STEP, shuffle=False))
    mean = {name: value.detach().clone() for name, value in tagger.named_parameters()}
    step = 0
    tagger.train()
    for _ in range(epochs):
        for batch in batches(pool, STEP, shuffle=True):
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, step / 200) * max(0.02, 1 - step / total)
            loss = tagger.loss(*scored(tagger, pool, tables, batch))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 2.0)
            optimizer.step()
            _follow(mean, tagger, min(0.995, step / (step + 20)))
    with torch.no_grad():
        for name, value in tagger.named_parameters():
            value.copy_(mean[name])


def _follow(mean: dict[str, Tensor], tagger: Tagger, share: float) -> None:
    with torch.no_grad():
        for name, value in tagger.named_parameters():
            mean[name].mul_(share).add_(value, alpha=1 - share)


def measure(tagger: Tagger, pool: Pool, tables: Tables, *, habit: int) -> Mapping[str, float]:
    """Strict F1 for each label, sentence by sentence, read by the habits of a set."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    between, first, last = (part.detach().numpy() for part in tagger.transitions())
    network = Network({"tr": between, "st": first, "en": last})
    tagger.eval()
    with torch.no_grad():
        for batch in batches(pool, GLANCE, shuffle=False):
            scores, inside, _ = scored(tagger, pool, tables, batch, habit=habit)
            lengths = inside.sum(1).int().tolist()
            tags = network.best_tags(scores[inside > 0].numpy(), lengths)
            for number, best in zip(batch, tags, strict=True):
                ours, theirs = set(spans(best)), set(spans(_sure(pool.allowed[number])))
                right.update(str(label) for _, _, label in ours & theirs)
                found.update(str(label) for _, _, label in ours)
                wanted.update(str(label) for _, _, label in theirs)
    return {label: 2 * right[label] / max(1, found[label] + wanted[label]) for label in LABELS}


def _sure(allowed: Tensor) -> np.ndarray:
    """The tags of a sentence whose every word has one; a word with several counts as no name."""
    return np.where(allowed.sum(1).numpy() == 1, allowed.numpy().argmax(1), TAGS.index("O"))

"""A pre-trained English encoder: it labels running text for the small network, and gives words their vectors.

The encoder (all-MiniLM-L6-v2, Apache 2.0) knows no capitals, so the shape of each word is taught to it anew.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from corpora import EVERY, Sentence, read_set
from tagger import allowed_tags, impossible, stacked
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from kartoteka.recognition.network import TAGS, Network
from kartoteka.recognition.recognizer import spans
from kartoteka.recognition.words import find_words, stretches
from kartoteka.romanization import straighten

#: Words in a step of training and of labelling; pieces of a word that are looked at; numbers kept of a word's vector.
STEP, GLANCE, PIECES, KEPT = 1600, 4000, 6, 96
OPENS, CLOSES, UNKNOWN = 101, 102, 100


@cache
def tokenizer(folder: Path) -> Any:
    """The encoder's own division of words into pieces, without filling up."""
    found = AutoTokenizer.from_pretrained(folder)._tokenizer
    found.no_padding()
    return found


@cache
def pieces(folder: Path, word: str) -> tuple[int, ...]:
    """The numbers of the first pieces of a word."""
    return tuple(tokenizer(folder).encode(word, add_special_tokens=False).ids[:PIECES]) or (UNKNOWN,)


def shape(word: str) -> int:
    """Digits, sign, capitals, initial, Title, Mixed, lower: what the encoder's vocabulary does not keep."""
    if not word[0].isalpha():
        return 1 if word.isdigit() else 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    if word[0].isupper():
        return 5 if word[1:].islower() else 6
    return 7 if word.islower() else 8


class Teacher(nn.Module):
    """The encoder with a layer that scores tags; a word speaks by its first piece."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.encoder = AutoModel.from_pretrained(folder)
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(9, width)
        nn.init.zeros_(self.shape.weight)
        self.out = nn.Linear(width, len(TAGS))
        self.drop = nn.Dropout(0.1)

    def forward(self, sentences: list[Sentence]) -> Tensor:
        """Scores of tags (sentences, words, tags), in the encoder's half precision."""
        numbers, shapes, firsts = [], [], []
        for sentence in sentences:
            own = [pieces(self.folder, word) for word in sentence.words]
            numbers.append(torch.tensor([OPENS, *(n for word in own for n in word), CLOSES]))
            shapes.append(
                torch.tensor([0, *(shape(w) for w, p in zip(sentence.words, own, strict=True) for _ in p), 0])
            )
            firsts.append(torch.tensor(np.cumsum([1, *(len(word) for word in own)])[:-1]))
        longest = max(len(row) for row in numbers)
        inside = stacked([torch.ones(len(row)) for row in numbers], longest, 0)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            rows = self.encoder.embeddings.word_embeddings(stacked(numbers, longest, 0))
            rows = rows + self.shape(stacked(shapes, longest, 0))
            inner = self.encoder(inputs_embeds=rows, attention_mask=inside).last_hidden_state
            where = (
                stacked(firsts, max(len(row) for row in firsts), 0).unsqueeze(-1).expand(-1, -1, inner.shape[-1])
            )
            return self.out(self.drop(torch.gather(inner, 1, where))).float()


def groups(sentences: Iterable[Sentence], size: int, lot: Random) -> list[list[Sentence]]:
    """Sentences of like length together, about `size` words, in an order by lot."""
    made: list[list[Sentence]] = [[]]
    for sentence in sorted(sentences, key=lambda s: len(s.words) + lot.random() * 4):
        made[-1].append(sentence)
        if len(made[-1]) * len(sentence.words) >= size:
            made.append([])
    full = [group for group in made if group]
    lot.shuffle(full)
    return full


def taught(options: argparse.Namespace, plan: dict[str, Any]) -> Teacher:
    """The encoder taught on the sets of the plan."""
    lot = Random(1)
    learned: list[Sentence] = []
    for name in plan["sets"]:
        found = list(read_set(options.data / f"{name}.jsonl", name))
        limit = min(plan["limits"].get(name, len(found)), len(found))
        learned += lot.sample(found, int(limit * options.share))
    teacher = Teacher(options.encoder)
    steps = plan["epochs"] * len(groups(learned, STEP, lot))
    rates = [{"params": teacher.encoder.parameters(), "lr": 1.5e-4}]
    rates.append({"params": [*teacher.shape.parameters(), *teacher.out.parameters()], "lr": 2e-3})
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    slope = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1, n / 100) * max(0.02, 1 - n / steps))
    for _ in range(plan["epochs"]):
        for group in groups(learned, STEP, lot):
            scores = teacher(group)
            allowed = stacked([allowed_tags(s.tags) for s in group], scores.shape[1], False)
            inside = allowed.any(-1)
            among = scores.masked_fill(~allowed, -1e9)
            loss = (torch.logsumexp(scores, -1) - torch.logsumexp(among, -1))[inside].mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            slope.step()
    return teacher.eval()


def running_text(raw: Path) -> Iterator[Sentence]:
    """The sentences of running text, of six words at least, without tags."""
    with gzip.open(raw, "rt", encoding="utf-8") as lines:
        for line in lines:
            for part in json.loads(line)["text"].split("\n\n"):
                text = straighten(part.replace("\n", " "))
                words = find_words(text)
                for first, last in stretches(text, words):
                    if last - first > 5:
                        yield Sentence(tuple(text[a:b] for a, b in words[first:last]), (), "silver")


def silver(options: argparse.Namespace, plan: dict[str, Any]) -> list[Sentence]:
    """Running text as the teacher labels it; what it is not sure of is left open."""
    teacher, lot = taught(options, plan), Random(5)
    found = list(running_text(options.raw))
    lot.shuffle(found)
    words = np.cumsum([len(sentence.words) for sentence in found])
    between, first, last = impossible()
    network = Network({"tr": between, "st": first, "en": last})
    made: list[Sentence] = []
    with torch.no_grad():
        for group in groups(found[: int(np.searchsorted(words, plan["words"] * options.share))], GLANCE, lot):
            shares = teacher(group).softmax(-1).numpy()
            for sentence, rows in zip(group, shares, strict=False):
                own = rows[: len(sentence.words)]
                best = network.best_tags(np.log(own + 1e-9), [len(own)])[0]
                made.append(Sentence(sentence.words, sure_tags(own, best, plan), "silver"))
    return made


def sure_tags(shares: np.ndarray, best: np.ndarray, plan: dict[str, Any]) -> tuple[frozenset[int], ...]:
    """The tags of a labelled sentence: one where the teacher is sure, all where it is not."""
    tags = [frozenset({0}) if row[0] > plan["absent"] else EVERY for row in shares]
    for first, last, _ in spans(best):
        certain = np.mean([shares[n, best[n]] for n in range(first, last)]) > plan["sure"]
        for number in range(first, last):
            tags[number] = frozenset({int(best[number])}) if certain else EVERY
    return tuple(tags)


def word_table(options: argparse.Namespace, words: list[str]) -> dict[str, np.ndarray]:
    """Vectors of words by themselves: the encoder's mean over a word's pieces, cut to the main axes, in bytes.

    Of the words met those that occur three times in running text or the sets, and whole words of the encoder.
    """
    counts = Counter(word.lower() for sentence in running_text(options.raw) for word in sentence.words)
    counts.update(word.lower() for word in words)
    known = {word for word, count in counts.items() if count >= 3}
    known |= {piece for piece in tokenizer(options.encoder).get_vocab() if piece.isalpha() and len(piece) > 2}
    chosen = sorted(word for word in known if word[0].isalpha() and len(word) < 25)
    rows = _alone(options.encoder, chosen)
    rows -= rows.mean(0)
    axes = np.linalg.svd(rows, full_matrices=False)[2][:KEPT]
    rows = rows @ axes.T
    rows /= rows.std()
    scale = np.abs(rows).max(0) / 127
    return {
        "words": np.array(" ".join(chosen)),
        "vectors": np.round(rows / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
    }


def _alone(folder: Path, words: list[str]) -> np.ndarray:
    """The encoder's mean over the pieces of each word, read by itself."""
    encoder = AutoModel.from_pretrained(folder).eval()
    numbers = [torch.tensor(tokenizer(folder).encode(word).ids[:16]) for word in words]
    rows = np.zeros((len(words), encoder.config.hidden_size), np.float32)
    order = sorted(range(len(words)), key=lambda n: len(numbers[n]))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), 512):
            some = order[start : start + 512]
            longest = max(len(numbers[n]) for n in some)
            inside = stacked([torch.ones(len(numbers[n])) for n in some], longest, 0)
            filled = stacked([numbers[n] for n in some], longest, 0)
            inner = encoder(input_ids=filled, attention_mask=inside).last_hidden_state.float()
            rows[some] = ((inner * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)).numpy()
    return rows

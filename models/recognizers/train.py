"""Train the recognizers and print what they reach.

    python models/recognizers/train.py DATA RAW ENCODER [--only en|cyrillic] [--without PART ...] [--share 0.25]

DATA is a folder of annotated sets (JSONL, see corpora.py), RAW running English text ({"text": …} lines, gzipped),
ENCODER a folder with the weights and tokenizer of all-MiniLM-L6-v2 (Apache 2.0). Sets, sizes and seed are in
recipe.toml; `--without` leaves a part out, for comparison: renamed, misread, silver, vectors, context. Needs torch,
transformers and natasha beside the package; about forty minutes on one core. Weights are written beside this file.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from augment import misread, persons, recased, with_inflected_names, with_latin_names
from corpora import Sentence, read_set
from tagger import Shape, Tagger, Vocabulary, exported
from teacher import silver, word_table
from training import Pool, Tables, measure, train

from kartoteka.languages.morphology import INFLECTED
from kartoteka.recognition.network import GAP
from kartoteka.recognition.vectors import cyrillic_context, cyrillic_vectors, unpacked

HERE = Path(__file__).parent
RECIPE = tomllib.loads((HERE / "recipe.toml").read_text(encoding="utf-8"))


def main() -> None:
    """Train what is asked for, in the order of the recipe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("--only", choices=("en", "cyrillic"))
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--share", type=float, default=1.0, help="of each set that is learned from")
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    for name in ("en", "cyrillic"):
        if options.only in (None, name):
            _seed()
            Training(name, options).run()


def _seed() -> None:
    random.seed(RECIPE["seed"])
    torch.manual_seed(RECIPE["seed"])


class Training:
    """One recognizer in the making."""

    def __init__(self, name: str, options: argparse.Namespace) -> None:
        self.name, self.options = name, options
        self.plan: dict[str, Any] = RECIPE[name]
        self.sets = [s for s in self.plan["sets"] if s not in options.without]
        self.vocabulary = Vocabulary()
        self.lot = Random(RECIPE["seed"])

    def run(self) -> None:
        """Read, train, print, write."""
        pool = Pool()
        for number, name in enumerate(self.sets):
            sentences = list(self._varied(self._sentences(name), name))
            self._fill(pool, sentences, name, number)
            print(
                f"{name:24} {len(sentences):7,} sentences {sum(len(s.words) for s in sentences):9,} words",
                flush=True,
            )
        measured = {name: self._measured(name) for name in self.plan["measured"]}
        tables = self._tables()
        network = RECIPE["network"]
        context = pool.context[0].shape[1] if pool.context else 0
        width = 0 if tables.static is None else tables.static.shape[1]
        tagger = Tagger(Shape(network["width"], width, context, len(self.sets), network["dropout"]))
        train(tagger, pool, tables, epochs=self.plan["epochs"], rate=network["rate"])
        for name, held in measured.items():
            own = self.plan["measured"][name]
            habit = self.sets.index(own) if own in self.sets else 0
            figures = measure(tagger, held, tables, habit=habit)
            print(f"{name:24}", *(f"{label} {figure:.3f}" for label, figure in figures.items()), flush=True)
        shares = {self.sets.index(name): share for name, share in self.plan["habits"].items() if name in self.sets}
        np.savez_compressed(self.options.out / f"{self.name}.npz", **exported(tagger, shares))

    def _sentences(self, name: str) -> list[Sentence]:
        if name == "silver":
            found = silver(self.options, RECIPE["teacher"])
        else:
            found = list(read_set(self.options.data / f"{name}.jsonl", name, aside=RECIPE["aside"].get(name, 0)))
        limit = int((self.plan["sets"][name] or len(found)) * self.options.share)
        return self.lot.sample(found, min(limit, len(found)))

    def _varied(self, sentences: list[Sentence], name: str) -> Iterator[Sentence]:
        """The sentences of a set, some of them spoilt, and more of them with other names."""
        renamed = 0 if "renamed" in self.options.without else self.plan["renamed"]
        spoilt = 0 if "misread" in self.options.without else self.plan["misread"]
        for sentence in sentences:
            if self.lot.random() < renamed and (other := self._renamed(sentence, _lang(name))):
                yield other
            chance = self.lot.random()
            if chance < spoilt:
                yield misread(sentence, self.lot, self.lot.choice((0.03, 0.06, 0.12)))
            elif chance < spoilt + self.plan["recased"]:
                yield recased(sentence, self.lot)
            else:
                yield sentence

    def _renamed(self, sentence: Sentence, lang: str) -> Sentence | None:
        if not any(persons(sentence)):
            return None
        if lang in INFLECTED:
            return with_inflected_names(sentence, lang, self.lot)
        return with_latin_names(sentence, self.lot)

    def _measured(self, name: str) -> Pool:
        pool = Pool()
        modulo = RECIPE["aside"].get(name, 0)
        sentences = list(read_set(self.options.data / f"{name}.jsonl", name, aside=modulo, only=modulo > 0))
        self._fill(pool, sentences, name, 0)
        return pool

    def _fill(self, pool: Pool, sentences: list[Sentence], name: str, number: int) -> None:
        lang = _lang(name)
        contexts = (
            _contexts(sentences, lang) if lang in INFLECTED and "context" not in self.options.without else ()
        )
        pool.add(sentences, contexts, self.vocabulary, lang, number)

    def _tables(self) -> Tables:
        single, runs = self.vocabulary.tables()
        if "vectors" in self.options.without:
            return Tables(single, runs, None)
        if self.name == "en":
            words = [word for word, _ in self.vocabulary.numbers]
            file = self.options.out / self.plan["vectors"]
            if not file.exists():  # made once: delete the file to make it anew
                np.savez_compressed(file, **word_table(self.options, words))
            numbers, rows = unpacked(np.load(file))
            return Tables(single, runs, torch.tensor(rows[[numbers.get(word.lower(), 0) for word in words]]))
        rows = [cyrillic_vectors([word], lang)[0] for word, lang in self.vocabulary.numbers]
        return Tables(single, runs, torch.tensor(np.array(rows)))


def _lang(name: str) -> str:
    return next((part for part in name.split("-") if part in {"en", "uk", "ru"}), "en")


def _contexts(sentences: list[Sentence], lang: str) -> Iterator[np.ndarray]:
    """What slovnet's inner layer makes of each sentence."""
    for start in range(0, len(sentences), 64):
        some = sentences[start : start + 64]
        line = [word for s in some for word in (*s.words, *("",) * GAP)]
        rows = cyrillic_context(line, lang)
        place = 0
        for sentence in some:
            yield rows[place : place + len(sentence.words)].astype(np.float32)
            place += len(sentence.words) + GAP


if __name__ == "__main__":
    main()

"""Vectors that others trained: what a word means, and for Russian what stands around it.

English has its own table. Russian and Ukrainian take navec's vectors and the inner layer of slovnet's recognizer
(both MIT, in natasha's wheel): Ukrainian words that navec lacks are looked up under their likeliest Russian spelling.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.resources import path

Floats = NDArray[np.float32]

#: Ukrainian letters as Russian has them in words of one origin, the likeliest first.
COGNATES = tuple(
    str.maketrans(pairs)
    for pairs in (
        {"і": "и", "ї": "и", "є": "е", "ґ": "г", "'": "ъ"},
        {"и": "ы", "і": "и", "ї": "и", "є": "е", "ґ": "г", "'": "ъ"},
        {"і": "е", "ї": "и", "є": "е", "ґ": "г", "'": "ъ"},
        {"і": "о", "ї": "и", "є": "е", "ґ": "г", "'": "ъ"},
    )
)


def english_vectors(words: Sequence[str]) -> Floats:
    """A row for each word; zeros for one that the table does not know."""
    numbers, table = _english()
    return table[[numbers.get(word.lower(), 0) for word in words]]


@cache
def _english() -> tuple[dict[str, int], Floats]:
    with np.load(path("recognizers/en-vectors.npz")) as file:
        return unpacked({name: file[name] for name in file.files})


def unpacked(stored: Mapping[str, NDArray[Any]]) -> tuple[dict[str, int], Floats]:
    """Each word's number, and the rows by number, of a table as the recipe writes it; row 0 is for unknown words."""
    numbers = {word: number for number, word in enumerate(str(stored["words"]).split(" "), 1)}
    table = np.zeros((len(numbers) + 1, stored["vectors"].shape[1]), np.float32)
    table[1:] = stored["vectors"] * stored["scale"]
    return numbers, table


def natasha_file(name: str) -> Path:
    """A file of natasha's wheel ("emb/…", "model/…", "dict/…"). Raises ModuleNotFoundError without natasha."""
    spec = importlib.util.find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha, which carries the Russian vectors and names, is not installed")
    return Path(spec.submodule_search_locations[0]) / "data" / name


@cache
def slovnet() -> Any:
    """natasha's Russian recognizer with its vectors, loaded once. Raises ModuleNotFoundError without natasha."""
    from navec import Navec
    from slovnet import NER

    recognizer = NER.load(natasha_file("model/slovnet_ner_news_v1.tar"))
    recognizer.navec(Navec.load(natasha_file("emb/navec_news_v1_1B_250K_300d_100q.tar")))
    return recognizer.infer


@lru_cache(maxsize=100_000)
def _numbers(word: str, lang: str) -> tuple[int, int]:
    """navec's number of a word, under whatever spelling, or that of unknown words; slovnet's number of its shape."""
    from slovnet.shape import word_shape

    encoder = slovnet().encoder
    known = encoder.words_vocab.item_ids
    lower = word.lower()
    spellings = (lower, *(lower.translate(table) for table in COGNATES if lang == "uk"))
    number = next((known[s] for s in spellings if s in known), encoder.words_vocab.unk_id)
    return int(number), int(encoder.shapes_vocab.item_ids[word_shape(word)])


def cyrillic_vectors(words: Sequence[str], lang: str) -> Floats:
    """navec's row for each word of uk or ru; zeros for one that it does not know."""
    infer = slovnet()
    numbers = np.array([_numbers(word, lang)[0] for word in words])
    rows: Floats = infer.model.emb.word(numbers).astype(np.float32)
    rows[numbers == infer.encoder.words_vocab.unk_id] = 0
    return rows


def cyrillic_context(words: Sequence[str], lang: str) -> Floats:
    """What slovnet's inner layer makes of each word among its neighbours; an empty word is a gap between texts."""
    infer = slovnet()
    gap = (infer.encoder.words_vocab.pad_id, infer.encoder.shapes_vocab.pad_id)
    numbers = np.array([_numbers(word, lang) if word else gap for word in words])[None]
    inner = infer.model.encoder(infer.model.emb(numbers[..., 0], numbers[..., 1]), numbers[..., 0] == gap[0])
    rows: Floats = inner[0].astype(np.float32)
    return rows

"""The likeliest run of tags, against all runs tried one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from kartoteka.recognition.network import NEVER, TAGS, Network
from kartoteka.recognition.recognizer import spans

COUNT = len(TAGS)


def follows(one: str, other: str) -> bool:
    """Whether a tag may stand behind another: a name that has begun must end."""
    return other[0] in "IE" and one[2:] == other[2:] if one[0] in "BI" else other[0] not in "IE"


def network(seed: int) -> Network:
    lot = np.random.default_rng(seed)
    between = np.array([[lot.normal() if follows(a, b) else NEVER for b in TAGS] for a in TAGS], np.float32)
    first = np.array([NEVER if tag[0] in "IE" else lot.normal() for tag in TAGS], np.float32)
    last = np.array([NEVER if tag[0] in "BI" else lot.normal() for tag in TAGS], np.float32)
    return Network({"tr": between, "st": first, "en": last})


def tried(net: Network, scores: np.ndarray) -> tuple[int, ...]:
    def total(run: tuple[int, ...]) -> float:
        own = sum(scores[place, tag] for place, tag in enumerate(run))
        between = sum(net.weights["tr"][a, b] for a, b in pairwise(run))
        return float(net.weights["st"][run[0]] + own + between + net.weights["en"][run[-1]])

    return max(product(range(COUNT), repeat=len(scores)), key=total)


@pytest.mark.parametrize("seed", range(4))
def test_the_best_run_is_found(seed: int) -> None:
    net = network(seed)
    lot = np.random.default_rng(seed + 100)
    lengths = [2, 3, 1, 3]
    scores = lot.normal(size=(sum(lengths), COUNT)).astype(np.float32) * 3
    found = net.best_tags(scores, lengths)
    start = 0
    for length, tags in zip(lengths, found, strict=True):
        assert tuple(tags) == tried(net, scores[start : start + length])
        start += length


def test_no_run_breaks_a_name_off() -> None:
    net = network(7)
    scores = np.random.default_rng(8).normal(size=(60, COUNT)).astype(np.float32) * 5
    for tags in net.best_tags(scores, [20, 25, 15]):
        names = [TAGS[tag] for tag in tags]
        assert all(follows(a, b) for a, b in pairwise(names))
        assert names[0][0] not in "IE"
        assert names[-1][0] not in "BI"


def test_tags_make_names() -> None:
    tags = np.array(
        [TAGS.index(t) for t in ("O", "B-ORG", "I-ORG", "E-ORG", "S-PERSON", "O", "B-PLACE", "E-PLACE")]
    )
    assert [(a, b, str(label)) for a, b, label in spans(tags)] == [
        (1, 4, "ORG"),
        (4, 5, "PERSON"),
        (6, 8, "PLACE"),
    ]

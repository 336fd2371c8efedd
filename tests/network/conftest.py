"""A project of stated tenures: who held what, under whom and where, each in a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kartoteka.dates import read_dates
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Modality, Reading, Tenure, TimeSpan

HEAD = "head of the GPU of the Ukrainian SSR"

#: What a tenure says, by the names of its fields in words: {"holder": "Balytsky", "start": "in 1923"}.
Stated = dict[str, Any]
_LABELS = {
    "holder": Label.PERSON,
    "predecessor": Label.PERSON,
    "successor": Label.PERSON,
    "appointer": Label.PERSON,
    "office": Label.OFFICE,
    "org": Label.ORG,
}


@pytest.fixture
def make_stated(make_project: Callable[..., Store], make_reading: Callable[..., Reading]) -> Callable[..., Store]:
    """Builds a project of documents: {"a.txt": [{"holder": "Balytsky", "start": "in 1923"}]}.

    Dates are in English words, the office is the head of the GPU unless another is given, "" for none. The cards are
    the names in small letters; who is `unsaid` is meant by the sentence and not named in it. `letter` is a paragraph of
    the last document, `posts` are named in it, `on` is a date.
    """

    def make(
        documents: dict[str, list[Stated]], letter: str = "", posts: tuple[str, ...] = (), on: str = ""
    ) -> Store:
        last = list(documents)[-1]
        readings = (
            _reading(make_reading, name, stated, letter if name == last else "", posts, on)
            for name, stated in documents.items()
        )
        return make_project(*readings)

    return make


_DATES = ("start", "end", "attested")


def _reading(
    make_reading: Callable[..., Reading],
    document: str,
    stated: list[Stated],
    letter: str,
    posts: tuple[str, ...],
    on: str,
) -> Reading:
    full = [{"office": HEAD} | one for one in stated]
    names = {one[key]: (label, one[key].lower()) for one in full for key, label in _LABELS.items() if one.get(key)}
    names |= {one["appointer"]: (Label.ORG, one["appointer"].lower()) for one in full if one.get("by_body")}
    names |= {post: (Label.OFFICE, post.lower()) for post in posts}
    lines = [_sentence(one) for one in full]
    tenures = [_tenure(document, one, sum(len(line) + 1 for line in lines[:n])) for n, one in enumerate(full)]
    blocks = [(BlockKind.PROSE, lines), *([(BlockKind.PROSE, [letter])] if letter else [])]
    told = (one[key] for one in full for key in _DATES if one.get(key))
    days = {words: _day(words) for words in (*told, *([on] if on else []))}
    return make_reading(document, blocks, names, dates=days, tenures=tenures)


def _sentence(one: Stated) -> str:
    """All that is stated, in one sentence: "Balytsky: head of the GPU; org OGPU; start in 1923.\""""
    silent = ("holder", "office", *one.get("unsaid", ()))
    told = (f"{key} {one[key]}" for key in one if key not in silent and isinstance(one[key], str))
    return "; ".join([f"{one['holder']}: {one['office']}", *told]) + "."


def _tenure(document: str, one: Stated, offset: int) -> Tenure:
    sentence = _sentence(one)
    start = offset + len(one["holder"]) + len(": ")
    referents = {key: f"{document}/{one[key].lower()}" for key in _LABELS if one.get(key) and key != "office"}
    told = [(offset + sentence.index(one[key]), one[key]) for key in _DATES if one.get(key)]
    dates = [f"{document}#{place}-{place + len(words)}-DATE" for place, words in told]
    flags = {key: one[key] for key in ("acting", "honorary", "designate", "former", "modality") if key in one}
    return Tenure(
        document,
        office=one["office"],
        office_id=f"{document}/{one['office'].lower()}" if one["office"] else "",
        start=_day(one.get("start", "")),
        end=_day(one.get("end", "")),
        attested=_day(one.get("attested", "")),
        passage=(offset, offset + len(sentence)),
        evidence=(f"{document}#{start}-{start + len(one['office'])}-OFFICE", *dates),
        **referents,
        **({"modality": Modality.HELD} | flags),
    )


def _day(words: str) -> TimeSpan | None:
    return read_dates(words, "en")[0].span if words else None

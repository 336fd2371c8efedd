"""A project of stated tenures, each a sentence in a document of its own or another's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from kartoteka.dates import read_dates
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Modality, Reading, Tenure, TimeSpan

#: What a document states: sentences, and tenures as keyword arguments of `tenure`.
Stated = list[dict[str, Any]]
HEAD = "head of the GPU of the Ukrainian SSR"


def day(words: str) -> TimeSpan | None:
    """What English words of a date mean; None for no words."""
    return read_dates(words, "en")[0].span if words else None


@pytest.fixture
def make_careers_store(
    make_project: Callable[..., Store], make_reading: Callable[..., Reading]
) -> Callable[..., Store]:
    """Builds a project of documents: {"a.txt": [{"holder": "Balytsky", "start": "in 1923"}]}.

    `sentences` stand in paragraphs of their own, `posts` are names of posts in them.
    """

    def make(
        documents: dict[str, Stated], sentences: dict[str, str] | None = None, posts: frozenset[str] = frozenset()
    ) -> Store:
        readings = (
            _reading(make_reading, name, stated, sentences or {}, posts) for name, stated in documents.items()
        )
        return make_project(*readings)

    return make


def _reading(
    make_reading: Callable[..., Reading],
    document: str,
    stated: Stated,
    texts: dict[str, str],
    posts: Iterable[str],
) -> Reading:
    people = {s[key] for s in stated for key in ("holder", "predecessor", "successor") if s.get(key)}
    offices = {s.get("office", HEAD) for s in stated} | set(posts)
    names = {person: (Label.PERSON, person.lower()) for person in people}
    names |= {office: (Label.OFFICE, office) for office in offices}
    lines = [f"{s['holder']} was {s.get('office', HEAD)}." for s in stated]
    others = [f"{person} was there." for person in sorted(people)]
    more = [texts[document]] if document in texts else []
    dates = {words: value for s in texts.values() for words in DATES if words in s and (value := day(words))}
    tenures = [_tenure(document, s, sum(len(line) + 1 for line in lines[:n])) for n, s in enumerate(stated)]
    blocks = [(BlockKind.PROSE, [*lines, *others]), *((BlockKind.PROSE, [text]) for text in more)]
    return make_reading(document, blocks, names, dates=dates, tenures=tenures)


#: Dates that occur in the sentences beside the stated ones.
DATES = ("12 March 1932", "1 September 1923", "1933")


def _tenure(document: str, stated: dict[str, Any], offset: int) -> Tenure:
    office = stated.get("office", HEAD)
    sentence = f"{stated['holder']} was {office}."
    start = offset + len(stated["holder"]) + len(" was ")

    def referent(key: str) -> str:
        return f"{document}/{stated[key].lower()}" if stated.get(key) else ""

    return Tenure(
        document,
        referent("holder"),
        office,
        f"{document}/{office}",
        start=day(stated.get("start", "")),
        end=day(stated.get("end", "")),
        predecessor=referent("predecessor"),
        successor=referent("successor"),
        acting=stated.get("acting", False),
        honorary=stated.get("honorary", False),
        modality=stated.get("modality", Modality.HELD),
        passage=(offset, offset + len(sentence)),
        evidence=(f"{document}#{start}-{start + len(office)}-OFFICE",),
    )

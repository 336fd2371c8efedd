"""Fixtures for all tests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from kartoteka.store import Store
from kartoteka.types import Block, BlockKind, Document, Entity, Label, Mention, Reading, Referent, Tenure, TimeSpan

ROOT = Path(__file__).parent.parent

#: The blocks of a document, each a kind and its sentences.
Blocks = Sequence[tuple[BlockKind, Sequence[str]]]
#: What is written, what it is, and whom it names: {"Косіора": (Label.PERSON, "kosior")}.
Names = Mapping[str, tuple[Label, str]]


@pytest.fixture
def corpus() -> Path:
    """The folder of sample articles."""
    return ROOT / "corpus" / "texts"


@pytest.fixture
def gold() -> list[Path]:
    """The annotated sample articles."""
    return sorted((ROOT / "corpus" / "gold").glob("*.json"))


@pytest.fixture(scope="session")
def make_reading() -> Callable[..., Reading]:
    """Builds the reading of a document from its sentences and the names in them (`read_by_hand`)."""
    return read_by_hand


@pytest.fixture(scope="session")
def make_project() -> Callable[..., Store]:
    """Builds a project in memory of readings made by hand (`file_by_hand`)."""
    return file_by_hand


def read_by_hand(
    identity: str,
    blocks: Blocks,
    names: Names,
    *,
    dates: Mapping[str, TimeSpan] | None = None,
    tenures: Sequence[Tenure] = (),
    lang: str = "en",
) -> Reading:
    """A document in which every occurrence of a name or date is a mention; its referents are `identity/who`."""
    text, number = "", 0
    made: list[Block] = []
    mentions: list[Mention] = []
    for kind, sentences in blocks:
        begin = len(text)
        for sentence in sentences:
            for start, end, label in _occurrences(sentence, names, dates or {}):
                words = sentence[start:end]
                value = (dates or {}).get(words)
                span = (start + len(text), end + len(text))
                mentions.append(Mention(identity, *span, words, label, words, "by hand", len(made), number, value))
            text += sentence + " "
            number += 1
        made.append(Block(kind, ((begin, len(text)),)))
        text += "\n"
    document = Document(identity, identity, lang, text, tuple(made))
    return Reading(document, tuple(mentions), tuple(_referents(identity, mentions, names)), tuple(tenures))


def _occurrences(sentence: str, names: Names, dates: Mapping[str, TimeSpan]) -> list[tuple[int, int, Label]]:
    labels = {**{name: label for name, (label, _) in names.items()}, **dict.fromkeys(dates, Label.DATE)}
    found = [
        (match.start(), match.end(), label)
        for name, label in labels.items()
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence)
    ]
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _referents(identity: str, mentions: Sequence[Mention], names: Names) -> Iterator[Referent]:
    groups: dict[tuple[Label, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.label is not Label.DATE:
            groups[names[mention.text]].append(mention)
    for (label, who), group in groups.items():
        forms = tuple(dict.fromkeys(mention.name for mention in group))
        yield Referent(f"{identity}/{who}", identity, label, forms[0], forms, tuple(m.id for m in group))


def file_by_hand(*readings: Reading) -> Store:
    """A project in memory of these readings, in which the same `who` of the same label is one card, `who`."""
    store = Store()
    for reading in readings:
        store.put(reading, "print")
    groups: dict[tuple[Label, str], list[Referent]] = defaultdict(list)
    for referent in store.referents():
        groups[referent.label, referent.id.removeprefix(f"{referent.document}/")].append(referent)
    cards = [
        Entity(who, label, group[0].name, tuple(dict.fromkeys(n for r in group for n in r.names)), _ids(group))
        for (label, who), group in sorted(groups.items())
    ]
    store.set_resolution((), cards)
    return store


def _ids(referents: Sequence[Referent]) -> tuple[str, ...]:
    return tuple(referent.id for referent in referents)

"""Fixtures for all tests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import networkx as nx
import pytest

from kartoteka.annotate.tenures import find_tenures
from kartoteka.store import Store
from kartoteka.types import (
    Block,
    BlockKind,
    Document,
    Entity,
    Label,
    Mention,
    Modality,
    Passage,
    Reading,
    Referent,
    Tenure,
    TimeSpan,
)
from kartoteka.types.network import Held

ROOT = Path(__file__).parent.parent

#: The blocks of a document, each a kind and its sentences.
Blocks = Sequence[tuple[BlockKind, Sequence[str]]]
#: What is written, what it is, and whom it names: {"Косіора": (Label.PERSON, "kosior")}.
Names = Mapping[str, tuple[Label, str]]
#: A document with its mentions and referents, as `annotate` hands them on.
MarkedUp = tuple[Document, list[Mention], list[Referent]]

LABELS = {"P": Label.PERSON, "O": Label.OFFICE, "B": Label.ORG, "G": Label.PLACE, "D": Label.DATE}


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


@pytest.fixture(scope="session")
def marked_up() -> Callable[..., MarkedUp]:
    """Builds a document, its mentions and referents of marked-up paragraphs (`mark_up`)."""
    return mark_up


@pytest.fixture(scope="session")
def read_tenures() -> Callable[..., list[Tenure]]:
    """The tenures of marked-up paragraphs."""

    def read(*paragraphs: str, lang: str = "en", title: str = "") -> list[Tenure]:
        return find_tenures(*mark_up(*paragraphs, lang=lang, title=title))

    return read


@pytest.fixture(scope="session")
def summed_up(read_tenures: Callable[..., list[Tenure]]) -> Callable[..., list[tuple[str, str, str, str]]]:
    """(holder, office, start, end) of the tenures held in marked-up paragraphs, dates as EDTF, "" for none."""

    def summed(*paragraphs: str, lang: str = "en", title: str = "") -> list[tuple[str, str, str, str]]:
        return [
            (t.holder.removeprefix("P:"), t.office, t.start.edtf if t.start else "", t.end.edtf if t.end else "")
            for t in read_tenures(*paragraphs, lang=lang, title=title)
            if t.modality is Modality.HELD
        ]

    return summed


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


def mark_up(*paragraphs: str, lang: str = "en", title: str = "", kinds: tuple[BlockKind, ...] = ()) -> MarkedUp:
    """The document, mentions and referents of marked-up paragraphs, one block each.

    `[P:name]`, `[O:post of [B:body]]`, `[D:words=edtf]`, `[G:place]`; equal names are one referent.
    """
    text, blocks, spans = "", [], []
    for number, paragraph in enumerate(paragraphs):
        start = len(text)
        stack: list[tuple[str, int]] = []
        for piece in re.findall(r"\[[POBGD]:|=[^\[\]=]*\]|\]|[^\[\]=]+", paragraph):
            if piece.endswith(":") and piece.startswith("["):
                stack.append((piece[1], len(text)))
            elif piece.endswith("]"):
                letter, begin = stack.pop()
                spans.append((letter, begin, len(text), piece[1:-1] if piece.startswith("=") else "", number))
            else:
                text += piece
        kind = kinds[number] if kinds else BlockKind.PROSE
        blocks.append(Block(kind, ((start, len(text)),), lang=lang))
        text += "\n\n"
    document = Document("d", title, lang, text, tuple(blocks))
    mentions, groups = [], defaultdict(list)
    for letter, begin, end, value, block in sorted(spans, key=lambda s: (s[1], -s[2])):
        words = text[begin:end]
        date = TimeSpan(value, value) if letter == "D" and value else None
        name = value if letter == "P" and value else words
        mention = Mention("d", begin, end, words, LABELS[letter], name, "test", block, 0, date)
        mentions.append(mention)
        if letter != "D":
            groups[letter, name].append(mention)
    referents = [
        Referent(f"{letter}:{name}", "d", LABELS[letter], name, (name,), tuple(m.id for m in found), lang)
        for (letter, name), found in groups.items()
    ]
    return document, mentions, referents


@pytest.fixture
def met() -> nx.Graph:
    """A small network with every attribute that `build_graph` and `draw` write, and names that files stumble over."""
    graph = nx.Graph(
        window="sentence", labels=["ORG", "PERSON"], blocks="body", weight="count", min_weight=1, windows=9
    )
    names = {
        "p0": ("Всеволод Балицький", "PERSON", (0.0, 0.0)),
        "p1": ("Stanislav “Stakh” Redens", "PERSON", (120.0, 40.5)),
        "p2": ("Л. М. Каганович <1893>", "PERSON", (-90.0, 60.0)),
        "p3": ('O\'Key & Co. "Ltd", jr.', "PERSON", (10.0, -130.0)),
        "o1": ("НКВД УССР", "ORG", (60.0, -80.0)),
    }
    for number, (node, (name, kind, (x, y))) in enumerate(names.items()):
        graph.add_node(node, label=name, kind=kind, mentions=3 + number, documents=1, x=x, y=y, size=4.0 + number)
        graph.nodes[node].update(variants=[name, f"{name}, jr.", 'B. "Kit"', "back\\slash", "a | b; c"])
        graph.nodes[node].update(spells=[], offices=[], color="#0072B2" if kind == "PERSON" else "#D55E00")
        graph.nodes[node].update(
            betweenness=0.5 / (number + 1), eigenvector=0.25, pagerank=0.2, core=1, community=0
        )
    said = Passage("rada.txt", 7, 30, "He said:\n“no” & left\x0b.")
    where = Passage("b, c.txt", 0, 21, "Балицький і Реденс.")
    head = Held("Head of the GPU", "o9", ("1923-09-01", "1923-09-01"), ("1931-07-01", "1931-07-31"), said)
    commissar = Held("Народний комісар", "", ("1934-07-10", "1934-07-31"), (None, None), where, acting=True)
    graph.nodes["p0"].update(offices=[head, commissar], identifiers=["wikidata:Q855"])
    for node in ("p0", "p1"):
        graph.nodes[node].update(first="1923-09-01", last="1937-05-11", spells=[("1923-09-01", "1937-05-11")])
    for source, target, weight in (("p1", "p0", 5), ("p0", "p2", 2), ("p2", "p3", 1), ("o1", "p0", 3)):
        graph.add_edge(source, target, weight=weight, count=weight, documents=["b, c.txt", "rada.txt"])
        graph.edges[source, target].update(npmi=0.42, log_likelihood=7.5, p_value=0.0062, jaccard=0.125)
        graph.edges[source, target].update(spells=[], undated=weight, passages=(said, where), bridge=True)
    dated = {"first": "1923-09-01", "last": "1937-05-11", "undated": 1, "dated_by": "sentence"}
    graph.edges["p0", "p1"].update(dated, spells=[("1923-09-01", "1923-09-30"), ("1937-05-11", "1937-05-11")])
    for node, data in graph.nodes(data=True):
        if data["spells"]:
            data.update(year_first=int(data["first"][:4]), year_last=int(data["last"][:4]))
        data.update(degree=graph.degree(node), strength=graph.degree(node, weight="weight"))
    return graph

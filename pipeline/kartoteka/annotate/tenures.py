"""Who held what, where, from when to when: everything that a document states of tenures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.annotate.infobox import infobox_tenures
from kartoteka.annotate.tenure_grammar import grammar
from kartoteka.annotate.tenure_prose import read_sentence, read_titles
from kartoteka.annotate.tenure_sentences import Sentence, sentences
from kartoteka.annotate.tenure_subjects import Focus, advance, protagonist
from kartoteka.annotate.tenure_tables import table_tenures
from kartoteka.types import BlockKind, Document, Mention, Referent, Tenure

LANGUAGES = ("en", "uk", "ru")
_RUNNING = frozenset({BlockKind.PROSE, BlockKind.QUOTE, BlockKind.NOTE, BlockKind.BIBLIOGRAPHY})


def find_tenures(document: Document, mentions: Sequence[Mention], referents: Sequence[Referent]) -> list[Tenure]:
    """The tenures of a document: from its infoboxes, tables and sentences, in this order.

    A holder is always a referent; a post named without its holder makes no tenure. What was proposed, refused or
    prevented carries that modality. A statement that adds nothing to another of the same holder and post is
    merged into it, with its evidence.
    """
    of_mention = {mention: referent.id for referent in referents for mention in referent.mentions}
    mentions = [replace(m, text=document.reading_of(document.blocks[m.block], m.start, m.end)) for m in mentions]
    hero = protagonist(document, mentions, referents)
    found = infobox_tenures(document, mentions, referents, hero)
    found += table_tenures(document, mentions, of_mention)
    prose: list[Tenure] = []
    focus = Focus(protagonist=hero)
    for block, group in zip(document.blocks, sentences(document, mentions, of_mention), strict=True):
        if block.kind == BlockKind.HEADING:
            focus = _headed(focus, group)
        elif block.kind == BlockKind.INFOBOX:
            prose += [t for s in group for t in read_titles(document, s, grammar(_known(s.lang)))]
        elif block.kind in _RUNNING:
            focus = _read_block(document, group, focus, prose)
    return _merged([*found, *prose])


def _headed(focus: Focus, group: list[Sentence]) -> Focus:
    """A heading that names one person opens what is told of him or her."""
    people = {mark.referent for sentence in group for mark in sentence.marks if mark.letter == "P"}
    if len(people) != 1:
        return replace(focus, subject=focus.protagonist)
    person = people.pop()
    return Focus(person, person, frozenset({person}))


def _read_block(document: Document, group: list[Sentence], focus: Focus, found: list[Tenure]) -> Focus:
    """Add the tenures of a block's sentences; the focus after them, notes leaving it as it was."""
    before = focus
    focus = replace(focus, opener="", topic="")
    for sentence in group:
        rules = grammar(_known(sentence.lang))
        found += [t for t in read_sentence(document, sentence, rules, focus, found) if t.holder and t.office]
        focus = advance(focus, sentence, rules)
    return focus if group and group[0].block.kind == BlockKind.PROSE else before


def _known(lang: str) -> str:
    """The language whose constructions are looked for; romanized and other ones are read as English."""
    return lang if lang in LANGUAGES else "en"


def _merged(found: list[Tenure]) -> list[Tenure]:
    """The tenures without those that another one states more fully."""
    kept: list[Tenure] = []
    for tenure in found:
        index = next((i for i, other in enumerate(kept) if _includes(other, tenure)), None)
        if index is not None:
            kept[index] = _with_evidence(kept[index], tenure)
            continue
        fuller = [i for i, other in enumerate(kept) if _includes(tenure, other)]
        for i in reversed(fuller):
            tenure = _with_evidence(tenure, kept.pop(i))
        kept.append(tenure)
    return kept


def _includes(fuller: Tenure, other: Tenure) -> bool:
    """Whether one tenure says all that another of the same holder, post and modality does."""
    if fuller.holder != other.holder or fuller.modality != other.modality:
        return False
    if other.org and fuller.org != other.org:
        return False
    if fuller.source != other.source and not (other.start and other.end):
        return False
    if not _words(other.office) <= _words(fuller.office) and other.office_id != (fuller.office_id or "-"):
        return False
    dates = ((fuller.start, other.start), (fuller.end, other.end))
    if any(b and (a is None or a.edtf != b.edtf) for a, b in dates):
        return False
    neighbours = ((fuller.predecessor, other.predecessor), (fuller.successor, other.successor))
    return all(not b or a == b for a, b in neighbours)


def _with_evidence(tenure: Tenure, other: Tenure) -> Tenure:
    return replace(tenure, evidence=tuple(dict.fromkeys((*tenure.evidence, *other.evidence))))


def _words(office: str) -> set[str]:
    return set(re.findall(r"[\w’'-]+", office.casefold())) - {"the", "of", "in", "for", "and"}

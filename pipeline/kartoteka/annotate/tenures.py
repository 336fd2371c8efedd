"""Who held what, where, from when to when: everything that a document states of tenures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.annotate.infobox import infobox_tenures, tells_career
from kartoteka.annotate.tenure_deaths import death, until_death
from kartoteka.annotate.tenure_denials import without_denied
from kartoteka.annotate.tenure_grammar import grammar
from kartoteka.annotate.tenure_heroes import entry, protagonist
from kartoteka.annotate.tenure_merging import merge_tenures
from kartoteka.annotate.tenure_prose import read_sentence, read_titles
from kartoteka.annotate.tenure_sentences import Sentence, sentences
from kartoteka.annotate.tenure_subjects import Focus, advance
from kartoteka.annotate.tenure_tables import table_tenures
from kartoteka.languages.base import LANGUAGES
from kartoteka.types import BlockKind, Document, Mention, Referent, Tenure

#: What is read sentence by sentence; the titles of a bibliography tell of nobody's career.
_RUNNING = frozenset({BlockKind.PROSE, BlockKind.QUOTE, BlockKind.NOTE})
#: What is read at all; of headings and infobox fields only the names and titles in them.
_READ = _RUNNING | {BlockKind.HEADING, BlockKind.INFOBOX}
#: What a reader passes over within a name.
_BROKEN = re.compile(r"\s\s|[^\S ]")
#: Years from which on two dates are those of a life rather than of a post.
_LIFE = 35


def find_tenures(document: Document, mentions: Sequence[Mention], referents: Sequence[Referent]) -> list[Tenure]:
    """The tenures of a document: from its infoboxes, tables and sentences, in this order.

    A post named without its holder makes no tenure; the holder is "" where a pronoun stands for somebody whom the
    text does not name. What was proposed, refused or prevented carries that modality. A statement that adds
    nothing to another of the same holder and post is merged into it, with its evidence.
    """
    of_mention = {mention: referent.id for referent in referents for mention in referent.mentions}
    mentions = [_as_read(document, mention) for mention in mentions]
    hero = protagonist(document, mentions, referents)
    found = infobox_tenures(document, mentions, referents, hero)
    found += table_tenures(document, mentions, of_mention)
    prose: list[Tenure] = []
    focus = Focus(protagonist=hero)
    read = sentences(document, mentions, of_mention, _READ)
    for block, group in zip(document.blocks, read, strict=True):
        if block.kind == BlockKind.HEADING:
            focus = _headed(focus, group)
        elif block.kind == BlockKind.INFOBOX and not tells_career(block):
            prose += [t for s in group for t in read_titles(document, s, grammar(_known(s.lang)))]
        elif block.kind in _RUNNING:
            focus = _read_block(document, group, focus, prose)
    return without_denied(merge_tenures([*found, *(_without_life(document, tenure) for tenure in prose)]))


def _as_read(document: Document, mention: Mention) -> Mention:
    """A mention with the words that a reader reads."""
    if len(document.blocks[mention.block].pieces) == 1 and not _BROKEN.search(mention.text):
        return mention
    words = document.reading_of(document.blocks[mention.block], mention.start, mention.end)
    return mention if words == mention.text else replace(mention, text=words)


def _without_life(document: Document, tenure: Tenure) -> Tenure:
    """A tenure without dates that are its holder's birth and death: far apart, in one bracket."""
    years = [span.edtf[:4] for span in (tenure.start, tenure.end) if span and span.edtf[:4].isdigit()]
    if len(years) < 2 or int(years[1]) - int(years[0]) < _LIFE:
        return tenure
    bracket = re.compile(rf"\([^()]*{years[0]}[^()]*{years[1]}[^()]*\)")
    alive = bracket.search(document.text, *tenure.passage)
    return replace(tenure, start=None, end=None) if alive else tenure


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
    told = "" if focus.entry else focus.protagonist
    if group and group[0].block.kind == BlockKind.PROSE and (person := entry(group[0], told)):
        focus = Focus(person, person, frozenset({person}), entry=True)
    died = death(group[0]) if focus.entry and group else None
    for sentence in group:
        rules = grammar(_known(sentence.lang))
        made = [t for t in read_sentence(document, sentence, rules, focus, found) if t.office]
        found += until_death(document, rules, made, focus.protagonist, died)
        focus = advance(focus, sentence, rules)
    return focus if group and group[0].block.kind == BlockKind.PROSE else before


def _known(lang: str) -> str:
    """The language whose constructions are looked for; romanized and other ones are read as English."""
    return lang if lang in LANGUAGES else "en"

"""One document read: its blocks through the pipelines, then what only the whole of it can tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kartoteka.annotate.arbiter import settle_in
from kartoteka.annotate.case_forms import vouched_forms
from kartoteka.annotate.dates import resolve_streams
from kartoteka.annotate.evidence import repeated_names
from kartoteka.annotate.findings import DATES, Context, Finding, found, place
from kartoteka.annotate.lives import find_lives
from kartoteka.annotate.referents import find_referents
from kartoteka.annotate.tenures import find_tenures
from kartoteka.dates import FoundDate
from kartoteka.languages import nominative
from kartoteka.languages.base import LANGUAGES
from kartoteka.languages.phrases import nominative_phrase
from kartoteka.languages.sentences import borders
from kartoteka.names.bodies.bearers import telling_names
from kartoteka.names.bodies.compare import GAZETTEERS
from kartoteka.names.bodies.gazetteers import usual_spelling
from kartoteka.romanization import recognize_schemes, straighten
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.types import Document, Label, Mention, Reading, Referent

if TYPE_CHECKING:
    from spacy.language import Language as Nlp
    from spacy.tokens import Doc

#: Read as spaces: line ends and tabs, and runs of signs so long that no writing has them and tokenizers choke.
NOISE = re.compile(r"[\n\r\t]|[^\w\s]{40,}")

#: From so many names in Latin letters on a document can tell by which scheme they are romanized, and one with this
#: share is likely.
_TELLING_NAMES, _LIKELY = 5, 0.1

#: Components for those who use a Doc. Here characters tell where sentences begin, and what overlaps is settled when the
#: whole document has been looked at.
FOR_DOCS = ["kartoteka_sentences", "kartoteka_arbiter"]


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block's text as the pipeline saw it, what was found in it, and where its sentences begin.

    `dates` are None where the pipeline saw spaces for line ends, which matter to dates.
    """

    number: int
    lang: str
    text: str
    sentences: tuple[int, ...]
    findings: tuple[Finding, ...]
    dates: tuple[FoundDate, ...] | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A block before it is read: its text, whether that is its reading as it is, and where it stands."""

    number: int
    text: str
    plain: bool
    context: Context


def read_document(document: Document, load: Callable[[str], Nlp]) -> Reading:
    """Annotate one document with the pipelines that `load` gives for its languages."""
    blocks = read_blocks(document, load)
    named = repeated_names([(b.text, b.lang, b.findings) for b in blocks])
    settled = [settle_in(b.text, b.lang, findings) for b, findings in zip(blocks, named, strict=True)]
    found = _joined(document, list(_mentions(document, blocks, settled)))
    dates = {block.number: block.dates for block in blocks if block.dates is not None}
    dated = resolve_streams(document, vouched_forms(document, found), dates)
    mentions = tuple(_told(document, dated))
    referents = tuple(find_referents(document, mentions))
    tenures, lives = find_tenures(document, mentions, referents), find_lives(document, mentions, referents)
    return Reading(_romanized(document, referents), mentions, referents, tuple(tenures), tuple(lives))


def _romanized(document: Document, referents: Sequence[Referent]) -> Document:
    """The document with the schemes that its names can be romanized by in `meta["romanization"]`, likeliest first.

    As it is where it has too few Latin names to tell.
    """
    names = {name for r in referents if r.label is Label.PERSON for name in r.names if not CYRILLIC.search(name)}
    if len(names) < _TELLING_NAMES:
        return document
    likely = [scheme for scheme, share in recognize_schemes(sorted(names)).items() if share >= _LIKELY]
    return replace(document, meta={**document.meta, "romanization": " ".join(likely)}) if likely else document


def read_blocks(document: Document, load: Callable[[str], Nlp]) -> list[ReadBlock]:
    """Each block through the pipeline of its language; empty ones are left out."""
    by_lang: dict[str, list[Waiting]] = defaultdict(list)
    for number, block in enumerate(document.blocks):
        reading = straighten(document.reading(block))
        text = NOISE.sub(lambda run: " " * len(run.group()), reading)
        lang = block.lang or document.lang
        if text.strip():
            # Romanized and other languages in notes are read by the English pipeline.
            pipeline = lang if lang in LANGUAGES else "en"
            waiting = Waiting(number, text, text == reading, Context(block.kind, block.key, lang))
            by_lang[pipeline].append(waiting)
    done = [r for lang, texts in by_lang.items() for r in _run(load(lang), texts)]
    return sorted(done, key=lambda r: r.number)


def _run(nlp: Nlp, waiting: list[Waiting]) -> Iterator[ReadBlock]:
    def docs() -> Iterator[Doc]:
        for block in waiting:
            doc = nlp.make_doc(block.text)
            place(doc, block.context, block.text)
            yield doc

    lang = nlp.lang or "en"
    for block, doc in zip(waiting, nlp.pipe(docs(), batch_size=64, disable=FOR_DOCS), strict=True):
        dates = tuple(doc.user_data[DATES]) if block.plain else None
        starts = (0, *borders(block.text, lang))
        yield ReadBlock(block.number, lang, block.text, starts, tuple(found(doc)), dates)


def _mentions(document: Document, blocks: list[ReadBlock], settled: list[list[Finding]]) -> Iterator[Mention]:
    sentences = 0
    for block, findings in zip(blocks, settled, strict=True):
        for finding in findings:
            start, end = document.blocks[block.number].source(finding.start, finding.end)
            clean = " ".join(block.text[finding.start : finding.end].split())
            inside = bisect_right(block.sentences, finding.start) - 1
            yield Mention(
                document=document.id,
                start=start,
                end=end,
                text=document.text[start:end],
                label=finding.label,
                name=finding.name or _name(clean, finding.label, block.lang),
                rule=finding.rule,
                block=block.number,
                sentence=sentences + max(0, inside),
                value=finding.value,
            )
        sentences += max(1, len(block.sentences))


def _joined(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Two halves of a name that an editor's bracket parts bear it whole: "[GPU chairman Vasyl] Mantsev"."""
    joined = list(mentions)
    for i, (first, second) in enumerate(pairwise(mentions)):
        between = document.text[first.end : second.start]
        if first.label is second.label is Label.PERSON and between == "] " and "[" not in first.text:
            whole = f"{first.name} {second.name}"
            joined[i : i + 2] = [replace(first, name=whole), replace(second, name=whole)]
    return joined


def _told(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Institutions whose abbreviation several bear have the name of the one that this document means."""
    names = {m.name for m in mentions if m.label in {Label.ORG, Label.PLACE}}
    days = {m.value.earliest or "" for m in mentions if m.value}
    years = {int(day[:4]) for day in days if day[:4].isdigit()}
    told = telling_names(names, years, document.lang)
    for mention in mentions:
        own = told.get(mention.name) if mention.label is Label.ORG else None
        yield replace(mention, name=own) if own else mention


@lru_cache(maxsize=50_000)
def _name(clean: str, label: Label, lang: str) -> str:
    if label is Label.PERSON:
        return nominative(re.sub(r"[\[\]]", "", clean), lang)
    if label is Label.DATE:
        return clean
    usual = usual_spelling(GAZETTEERS[label], clean, lang) if label in GAZETTEERS else clean
    return nominative_phrase(clean, lang) if usual == clean else usual

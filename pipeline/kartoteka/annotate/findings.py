"""What the components of a pipeline pass on: spans that each of them found in one block of a document.

Findings count characters, not tokens, because dates and names in old texts do not keep to token borders.
They travel in `Doc.user_data`, so a component works in any spaCy pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kartoteka.types import BlockKind, Label, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

FINDINGS = "kartoteka_findings"
CONTEXT = "kartoteka_context"


@dataclass(frozen=True, slots=True)
class Finding:
    """A label on `doc.text[start:end]`, by which rule, with what weight against overlapping ones (0 to 1).

    `name` is the clean or nominative form where it differs from the text; `value` is a date's.
    """

    start: int
    end: int
    label: Label
    rule: str
    weight: float = 0.5
    name: str = ""
    value: TimeSpan | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Where the text of a Doc stands: prose, for those who use the components alone.

    `lang` is the block's own language (uk-Latn in an English note), `key` its infobox field or note number.
    """

    kind: BlockKind = BlockKind.PROSE
    key: str = ""
    lang: str = ""


def context(doc: Doc) -> Context:
    """The block that the Doc was made of."""
    found = doc.user_data.get(CONTEXT)
    return found if isinstance(found, Context) else Context(lang=doc.lang_)


def add(doc: Doc, findings: Iterable[Finding]) -> None:
    """Keep what a component found."""
    doc.user_data.setdefault(FINDINGS, []).extend(findings)


def found(doc: Doc, *labels: Label) -> list[Finding]:
    """What was found so far, of these labels or of all, by start and the longest first."""
    kept = [f for f in doc.user_data.get(FINDINGS, ()) if not labels or f.label in labels]
    return sorted(kept, key=lambda f: (f.start, -f.end))


def register(name: str, find: Callable[[str, str], Iterable[Finding]]) -> None:
    """Make a spaCy component of a function that finds things in a text of a language (en, uk, ru)."""
    from spacy.language import Language

    def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
        def component(doc: Doc) -> Doc:
            add(doc, find(doc.text, nlp.lang or "en"))
            return doc

        return component

    Language.factory(name, func=make)


def replace(doc: Doc, findings: Iterable[Finding]) -> None:
    """Keep these findings alone: what an arbiter does."""
    doc.user_data[FINDINGS] = list(findings)

"""What the components of a pipeline pass on: spans that each of them found in one block of a document.

Findings count characters, not tokens, because dates and names in old texts do not keep to token borders.
They travel in `Doc.user_data`, so a component works in any spaCy pipeline: as rows of plain values, so that a Doc can
be written to disk and sent to another process; as they are in the Docs of our own documents (`place`), which never
leave the process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from kartoteka.types import BlockKind, Label, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

FINDINGS = "kartoteka_findings"
CONTEXT = "kartoteka_context"
TEXT = "kartoteka_text"
DATES = "kartoteka_dates"


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


def place(doc: Doc, where: Context, text: str = "") -> None:
    """Say which block a Doc is made of, and from which text where the caller has it at hand."""
    doc.user_data[CONTEXT] = [str(where.kind), where.key, where.lang]
    doc.user_data[TEXT] = text or doc.text


def text_of(doc: Doc) -> str:
    """The text of a Doc, which spaCy puts together anew from its tokens each time that it is asked."""
    kept: str | None = doc.user_data.get(TEXT)
    return doc.text if kept is None else kept


def context(doc: Doc) -> Context:
    """The block that the Doc was made of."""
    kept = doc.user_data.get(CONTEXT)
    return Context(BlockKind(kept[0]), kept[1], kept[2]) if kept else Context(lang=doc.lang_)


def add(doc: Doc, findings: Iterable[Finding]) -> None:
    """Keep what a component found.

    In a Doc of somebody else's pipeline they are in `doc.spans["kartoteka"]` at once, so that a component is of use
    without the arbiter; `span.id_` is the rule, `span.kb_id_` the EDTF value of a date.
    """
    new = list(findings)
    doc.user_data.setdefault(FINDINGS, []).extend(_kept(doc, new))
    if CONTEXT not in doc.user_data:
        show(doc, [*doc.spans.get("kartoteka", ()), *(s for f in new if (s := span(doc, f)) is not None)])


def show(doc: Doc, spans: Iterable[Span]) -> None:
    """Put spans where spaCy's users look for them, in the order of the text."""
    doc.spans["kartoteka"] = sorted(spans, key=lambda s: (s.start, -s.end, s.label_))


def span(doc: Doc, finding: Finding) -> Span | None:
    """A finding as spaCy's span; where it does not keep to token borders, the tokens around it."""
    value = finding.value.edtf if finding.value else ""
    made = doc.char_span(finding.start, finding.end, str(finding.label), kb_id=value, alignment_mode="expand")
    if made is not None:
        made.id_ = finding.rule
    return made


def found(doc: Doc, *labels: Label) -> list[Finding]:
    """What was found so far, of these labels or of all, by start and the longest first."""
    kept = [f if isinstance(f, Finding) else _unpacked(f) for f in doc.user_data.get(FINDINGS, ())]
    return sorted([f for f in kept if f.label in labels] if labels else kept, key=_place)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.start, -finding.end


def _kept(doc: Doc, findings: Iterable[Finding]) -> list[Any]:
    """Findings as a Doc keeps them."""
    return list(findings) if CONTEXT in doc.user_data else [_packed(f) for f in findings]


def _packed(finding: Finding) -> list[Any]:
    value = list(astuple(finding.value)) if finding.value else None
    return [finding.start, finding.end, str(finding.label), finding.rule, finding.weight, finding.name, value]


def _unpacked(row: list[Any]) -> Finding:
    start, end, label, rule, weight, name, value = row
    return Finding(start, end, Label(label), rule, weight, name, TimeSpan(*value) if value else None)


def register(name: str, find: Callable[[str, str], Iterable[Finding]]) -> None:
    """Make a spaCy component of a function that finds things in a text of a language (en, uk, ru)."""
    from spacy.language import Language

    def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
        def component(doc: Doc) -> Doc:
            add(doc, find(text_of(doc), nlp.lang or "en"))
            return doc

        return component

    Language.factory(name, func=make)


def replace(doc: Doc, findings: Iterable[Finding]) -> None:
    """Keep these findings alone; like `add`, they are shown at once in a Doc of somebody else's pipeline."""
    kept = list(findings)
    doc.user_data[FINDINGS] = _kept(doc, kept)
    if CONTEXT not in doc.user_data:
        show(doc, (made for f in kept if (made := span(doc, f)) is not None))

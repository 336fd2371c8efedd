"""Sentences as a tenure is read from them: every mention a mark, so that patterns see the construction alone.

"On ‹D0›, ‹P1› was appointed ‹O2›, in place of ‹P3›." Marks are numbered within the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kartoteka.types import Block, Document, Label, Mention

LETTER = {Label.PERSON: "P", Label.OFFICE: "O", Label.ORG: "B", Label.PLACE: "G", Label.DATE: "D"}
MARK = re.compile(r"‹([POBGD])(\d+)›")
_END = re.compile(r"[.!?…][\"»”’')\]]*(?:<sup>[^<]*</sup>|\[\d+\])*\s+(?=[\"«“\[(*]*[A-ZА-ЯІЇЄҐ‹])|\n\s*\n")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«\"])(?:[^\W\d_]|ім|им|тов|св|проф|акад|Com|Mr|Mrs|Dr|St|No|ca|cf|[а-яіїєґ]{1,2})\.$"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention as its sentence shows it: its letter, the mention, its referent's id, the mentions within it."""

    letter: str
    mention: Mention
    referent: str
    inner: tuple[tuple[Mention, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` with marks in place of mentions, and where it stands in the document's text."""

    text: str
    marks: tuple[Mark, ...]
    block: Block
    lang: str
    passage: tuple[int, int]

    def mark(self, sign: str) -> Mark:
        """The mark that "‹P3›" stands for."""
        found = MARK.fullmatch(sign)
        if not found:
            raise ValueError(f"{sign!r} is no mark")
        return self.marks[int(found[2])]

    def unfold(self, fragment: str) -> str:
        """A fragment of the sentence with the mentions' own words again."""
        return MARK.sub(lambda sign: self.marks[int(sign[2])].mention.text, fragment)


def sentences(
    document: Document, mentions: Sequence[Mention], referents: Mapping[str, str]
) -> Iterator[list[Sentence]]:
    """The sentences of each block, in order; `referents` maps a mention's id to its referent's."""
    by_block: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_block.setdefault(mention.block, []).append(mention)
    for number, block in enumerate(document.blocks):
        yield list(_of_block(document, block, by_block.get(number, []), referents))


def _of_block(
    document: Document, block: Block, mentions: list[Mention], referents: Mapping[str, str]
) -> Iterator[Sentence]:
    reading = document.reading(block)
    placed = [(*local(block, mention), mention) for mention in mentions]
    outer = _outermost([item for item in placed if item[0] < item[1]])
    lang = (block.lang or document.lang or "en")[:2]
    signs, pieces, position = list[tuple[int, int]](), list[str](), 0
    for index, (start, end, mention) in enumerate(outer):
        pieces.append(reading[position:start])
        signs.append((start, end))
        pieces.append(f"‹{LETTER[mention.label]}{index}›")
        position = end
    folded = "".join([*pieces, reading[position:]])
    for begin, finish in _cuts(folded, outer):
        yield _sentence(
            folded[begin:finish],
            outer,
            placed,
            block,
            lang,
            referents,
            _passage(folded, begin, finish, outer, block),
        )


def _sentence(
    text: str,
    outer: list[tuple[int, int, Mention]],
    placed: list[tuple[int, int, Mention]],
    block: Block,
    lang: str,
    referents: Mapping[str, str],
    passage: tuple[int, int],
) -> Sentence:
    """One cut of the folded text, its marks numbered anew from 0."""
    numbers = [int(sign[2]) for sign in MARK.finditer(text)]
    marks = []
    for number in numbers:
        start, end, mention = outer[number]
        inner = tuple(
            (m, referents.get(m.id, "")) for s, e, m in placed if start <= s and e <= end and m is not mention
        )
        marks.append(Mark(LETTER[mention.label], mention, referents.get(mention.id, ""), inner))
    order = {number: index for index, number in enumerate(numbers)}
    renumbered = MARK.sub(lambda sign: f"‹{sign[1]}{order[int(sign[2])]}›", text)
    return Sentence(renumbered.replace("\n", " ").replace("\u00a0", " "), tuple(marks), block, lang, passage)


def local(block: Block, mention: Mention) -> tuple[int, int]:
    """Where a mention stands in the block's own text; an empty span where it stands outside."""
    return _local(block, mention.start), _local(block, mention.end - 1) + 1


def _local(block: Block, offset: int) -> int:
    passed = 0
    for start, end in block.pieces:
        if offset < end:
            return passed + max(0, offset - start)
        passed += end - start
    return passed


def _outermost(placed: list[tuple[int, int, Mention]]) -> list[tuple[int, int, Mention]]:
    """The mentions that stand in no other, in order; of crossing ones the first."""
    kept, last = list[tuple[int, int, Mention]](), 0
    for start, end, mention in sorted(placed, key=lambda item: (item[0], -item[1])):
        if start >= last:
            kept.append((start, end, mention))
            last = end
    return kept


def _cuts(folded: str, outer: list[tuple[int, int, Mention]]) -> Iterator[tuple[int, int]]:
    """Where the sentences of the folded text begin and end."""
    begin = 0
    for end in sorted({*_full_stops(folded), *_stops_in_dates(folded, outer)}):
        if folded[begin:end].strip():
            yield begin, end
        begin = end
    if folded[begin:].strip():
        yield begin, len(folded)


def _full_stops(folded: str) -> Iterator[int]:
    for match in _END.finditer(folded):
        if not _ABBREVIATED.search(folded[max(0, match.start() - 8) : match.start() + 1]):
            yield match.end()


def _stops_in_dates(folded: str, outer: list[tuple[int, int, Mention]]) -> Iterator[int]:
    """A date that closes its sentence keeps the full stop of its "р." or "г."."""
    for match in re.finditer(r"‹D(\d+)›\s+(?=[A-ZА-ЯІЇЄҐ])", folded):
        if outer[int(match[1])][2].text.endswith("."):
            yield match.end()


def _passage(
    folded: str, begin: int, finish: int, outer: list[tuple[int, int, Mention]], block: Block
) -> tuple[int, int]:
    """Where a cut of the folded text stands in the document's text, without the blanks around it."""
    cut = folded[begin:finish]
    start = _unfolded(folded, begin + len(cut) - len(cut.lstrip()), outer)
    end = _unfolded(folded, begin + len(cut.rstrip()), outer)
    return block.source(start, end)


def _unfolded(folded: str, position: int, outer: list[tuple[int, int, Mention]]) -> int:
    """The offset in the block's own text of an offset between the marks of the folded one."""
    shift = 0
    for sign in MARK.finditer(folded, 0, position):
        start, end, _ = outer[int(sign[2])]
        shift += (end - start) - len(sign[0])
    return position + shift

"""Sentences as a tenure is read from them: every mention a mark, so that patterns see the construction alone.

"On ‹D0›, ‹P1› was appointed ‹O2›, in place of ‹P3›." Marks are numbered within the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kartoteka.languages.sentences import LAST_WORD, abbreviations
from kartoteka.types import Block, BlockKind, Document, Label, Mention

LETTER = {Label.PERSON: "P", Label.OFFICE: "O", Label.ORG: "B", Label.PLACE: "G", Label.DATE: "D"}
#: What there is to read in a short block.
_NEEDED = {BlockKind.HEADING: Label.PERSON, BlockKind.INFOBOX: Label.OFFICE}
_BLANK = re.compile(r"\s")
MARK = re.compile(r"‹([POBGD])(\d+)›")
#: Longer stretches without a full stop are lists or tables run together; they are read in pieces.
_LONGEST = 3000
#: How far a bracket reaches in which a full stop ends no sentence.
_BRACKET = 120
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


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the folded text lags behind the block's own: `by[i]` after `i` marks, which end at `ends`."""

    ends: list[int]
    by: list[int]

    def unfolded(self, position: int) -> int:
        """The offset in the block's own text of an offset between the marks of the folded one."""
        return position + self.by[bisect_right(self.ends, position)]


def sentences(
    document: Document, mentions: Sequence[Mention], referents: Mapping[str, str], kinds: Collection[BlockKind]
) -> Iterator[list[Sentence]]:
    """The sentences of each block, in order; `referents` maps a mention's id to its referent's.

    A block of another kind than these has none, nor has a heading without a person or a field without a post.
    """
    by_block: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_block.setdefault(mention.block, []).append(mention)
    for number, block in enumerate(document.blocks):
        inside = by_block.get(number, [])
        needed = _NEEDED.get(block.kind)
        wanted = block.kind in kinds and (needed is None or any(m.label is needed for m in inside))
        yield list(_of_block(document, block, inside, referents)) if wanted else []


def _of_block(
    document: Document, block: Block, mentions: list[Mention], referents: Mapping[str, str]
) -> Iterator[Sentence]:
    reading = document.reading(block)
    placed = sorted(((*local(block, m), m) for m in mentions), key=lambda item: (item[0], -item[1]))
    outer = _outermost([item for item in placed if item[0] < item[1]])
    lang = (block.lang or document.lang or "en")[:2]
    pieces, position, shift = list[str](), 0, Shift([], [0])
    for index, (start, end, mention) in enumerate(outer):
        sign = f"‹{LETTER[mention.label]}{index}›"
        pieces += [reading[position:start], sign]
        position = end
        shift.ends.append(start - shift.by[-1] + len(sign))
        shift.by.append(shift.by[-1] + (end - start) - len(sign))
    folded = "".join([*pieces, reading[position:]])
    inner = _within(outer, placed)
    for begin, finish in _cuts(folded, outer, lang):
        text = folded[begin:finish]
        numbers = [int(sign[2]) for sign in MARK.finditer(text)]
        marks = [_mark(outer[number][2], inner[number], referents) for number in numbers]
        order = {number: index for index, number in enumerate(numbers)}
        renumbered = MARK.sub(lambda sign, order=order: f"‹{sign[1]}{order[int(sign[2])]}›", text)  # type: ignore[misc]
        clean = renumbered.replace("\n", " ").replace("\u00a0", " ")
        yield Sentence(clean, tuple(marks), block, lang, _passage(text, begin, shift, block))


def _mark(mention: Mention, inner: list[Mention], referents: Mapping[str, str]) -> Mark:
    inside = tuple((m, referents.get(m.id, "")) for m in inner)
    return Mark(LETTER[mention.label], mention, referents.get(mention.id, ""), inside)


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


def _within(outer: list[tuple[int, int, Mention]], placed: list[tuple[int, int, Mention]]) -> list[list[Mention]]:
    """The mentions that stand in each of the outer ones."""
    starts = [start for start, _, _ in placed]
    return [
        [
            m
            for _, e, m in placed[bisect_left(starts, start) : bisect_left(starts, end)]
            if e <= end and m is not mention
        ]
        for start, end, mention in outer
    ]


def _cuts(folded: str, outer: list[tuple[int, int, Mention]], lang: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of the folded text begin and end."""
    begin = 0
    for end in sorted({*_full_stops(folded, lang), *_stops_in_dates(folded, outer), len(folded)}):
        if end < len(folded) and _in_brackets(folded, begin, end):
            continue
        while end - begin > _LONGEST and (blank := _BLANK.search(folded, begin + _LONGEST, end)):
            yield begin, blank.end()
            begin = blank.end()
        if folded[begin:end].strip():
            yield begin, end
        begin = end


def _in_brackets(folded: str, begin: int, end: int) -> bool:
    """Whether a short bracket that opened in this sentence closes only behind the stop: "(born 1892 in St. ‹G3›)"."""
    before = folded[max(begin, end - _BRACKET) : end]
    opened = before.rfind("(")
    if opened < 0 or before.rfind(")") > opened or "\n\n" in before:
        return False
    behind = folded[end : end + _BRACKET]
    closed = behind.find(")")
    return closed >= 0 and "(" not in behind[:closed]


def _full_stops(folded: str, lang: str) -> Iterator[int]:
    for match in _END.finditer(folded):
        if _ABBREVIATED.search(folded[max(0, match.start() - 8) : match.start() + 1]):
            continue
        word = LAST_WORD.search(folded, max(0, match.start() - 30), match.start())
        if word is None or lang == "en" or word[1].lower() not in abbreviations(lang):
            yield match.end()


def _stops_in_dates(folded: str, outer: list[tuple[int, int, Mention]]) -> Iterator[int]:
    """A date or name that closes its sentence keeps the full stop of its abbreviation: "р.", "г.", "обл."."""
    for match in re.finditer(r"‹[DOBG](\d+)›\s+(?=[A-ZА-ЯІЇЄҐ])", folded):
        if outer[int(match[1])][2].text.endswith("."):
            yield match.end()


def _passage(cut: str, begin: int, shift: Shift, block: Block) -> tuple[int, int]:
    """Where a cut of the folded text that begins at `begin` stands in the document's text, without its blanks."""
    start = shift.unfolded(begin + len(cut) - len(cut.lstrip()))
    return block.source(start, shift.unfolded(begin + len(cut.rstrip())))

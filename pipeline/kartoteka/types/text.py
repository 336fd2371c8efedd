"""What was read: a document in blocks, and what its text says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from kartoteka.types.kinds import BlockKind, Label, Modality


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind: a paragraph, a heading, one infobox field, one note.

    `pieces` are half-open spans of `Document.text`, in reading order; markup, running heads, hyphens at line
    ends and whatever a page break put between two of them belong to none. `key` is the field of an infobox,
    the number of a note, the level of a heading. `lang` is a BCP 47 tag: en, uk, ru, uk-Latn, ru-Latn, pl, de.
    """

    kind: BlockKind
    pieces: tuple[tuple[int, int], ...]
    key: str = ""
    lang: str = ""

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where `start:end` of the block's own text (`Document.reading`) stands in the document's text.

        The span runs from its first to its last character, so it covers a page break that cuts it in two.
        Raises ValueError for an empty span or one outside the block.
        """
        if not 0 <= start < end:
            raise ValueError(f"no span {start}:{end} in a block")
        return self._place(start), self._place(end - 1) + 1

    def _place(self, offset: int) -> int:
        for start, end in self.pieces:
            if offset < end - start:
                return start + offset
            offset -= end - start
        raise ValueError(f"offset beyond the end of a block by {offset}")


@dataclass(frozen=True, slots=True)
class Document:
    """One source text as decoded, never rewritten; offsets everywhere are code points of `text`."""

    id: str
    title: str
    lang: str
    text: str
    blocks: tuple[Block, ...]
    source: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)

    def reading(self, block: Block) -> str:
        """The block's own text: its pieces joined, as a reader reads it across page breaks."""
        return "".join(self._piece(start, end) for start, end in block.pieces)

    def reading_of(self, block: Block, start: int, end: int) -> str:
        """What a reader reads of `text[start:end]` in the block: without markup and page breaks, single spaces."""
        inside = ((max(a, start), min(b, end)) for a, b in block.pieces if a < end and start < b)
        return " ".join("".join(self._piece(a, b) for a, b in inside).split())

    def _piece(self, start: int, end: int) -> str:
        """A piece as it is read: one that ends with the first sign of "&nbsp;" ends with the space it stands for."""
        piece = self.text[start:end]
        if piece[-1:] != "&":
            return piece
        sign = unescape(self.text[end - 1 : end + 9].partition(";")[0] + ";")
        return piece[:-1] + sign if len(sign) == 1 else piece


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """What a date expression means.

    `edtf` is the expression's own EDTF value ("" where it has none), `interval` the value with its bound word
    ("since", "no later than"), equal to `edtf` without one. `earliest` and `latest` are ISO days that bound
    the interval, None where it is open or the year is unknown. `modifier` is early, mid, late, first_half,
    second_half, circa or "". `calendar` is gregorian, julian or dual as the text names the style, unknown for a day
    of a land that had not changed its calendar yet, or ""; the values are always Gregorian, but for an unknown one,
    which stays as it is written. `resolved` is explicit, anchor, unresolved, or disputed where the
    words beside it count to another day; `anchor` is the expression that gave a missing year.
    """

    edtf: str
    interval: str
    earliest: str | None = None
    latest: str | None = None
    modifier: str = ""
    calendar: str = ""
    resolved: str = "explicit"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A label on `document.text[start:end] == text`, and the rule or model that put it there.

    `name` is the clean form: joined across page breaks, look-alike letters mended, Cyrillic names in the
    nominative. `block` counts the document's blocks, `sentence` its sentences, both from 0.
    """

    document: str
    start: int
    end: int
    text: str
    label: Label
    name: str
    rule: str
    block: int
    sentence: int
    value: TimeSpan | None = None

    @property
    def id(self) -> str:
        """Unique in a project."""
        return f"{self.document}#{self.start}-{self.end}-{self.label}"


@dataclass(frozen=True, slots=True)
class Referent:
    """All mentions of one thing in one document: the unit that is reconciled.

    `name` is its fullest form, `names` every clean form (`name` first), `mentions` their ids. The id is made
    from document, label and name alone.
    """

    id: str
    document: str
    label: Label
    name: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holder in one office as one passage states it.

    `holder`, `office_id`, `org`, `place`, `predecessor`, `successor` and `appointer` are referent ids, "" where the
    passage names none; the appointer is the person or the body that gave the office, or was to do so where it was only
    proposed, refused or prevented. `office` is the office in words. `start` and `end` bound the day it began and
    ended; None is not stated. `passage` is the span of the document's text that says so, `evidence` the mention ids
    it rests on. `acting` holders stood in for another, `former` ones had left when the passage speaks, `designate`
    ones had not begun, `honorary` ones bore the title alone. `inferred` is an office that the passage does not name
    itself: the term of an infobox that goes without a title has the one above it. `attested` is a date on which the
    office was held, where the passage tells neither start nor end ("in 1926 he was rector"). `further` are other
    passages of the document that say the same or the rest: "he left the post in 1930".
    """

    document: str
    holder: str
    office: str
    office_id: str = ""
    org: str = ""
    place: str = ""
    start: TimeSpan | None = None
    end: TimeSpan | None = None
    predecessor: str = ""
    successor: str = ""
    acting: bool = False
    modality: Modality = Modality.HELD
    source: BlockKind = BlockKind.PROSE
    passage: tuple[int, int] = (0, 0)
    evidence: tuple[str, ...] = ()
    former: bool = False
    designate: bool = False
    honorary: bool = False
    inferred: bool = False
    attested: TimeSpan | None = None
    further: tuple[tuple[int, int], ...] = ()
    appointer: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """One statement of a person's birth or death: `person` is a referent's id, None is not stated.

    `evidence` are the mentions that it rests on.
    """

    document: str
    person: str
    birth: TimeSpan | None = None
    death: TimeSpan | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one document: the unit that the store takes in."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    lives: tuple[Life, ...] = ()

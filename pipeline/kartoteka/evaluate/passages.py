"""What is compared: passages as annotators marked them, and what a program says of the same text."""

from __future__ import annotations

from dataclasses import dataclass

#: Start, end and label: what must be equal for a mention to be right.
Key = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A label on `text[start:end]` of a passage (code points), set by an annotator or by a program.

    `entity` is the thing or card meant, None where nobody says. `edtf` and `interval` are a date's values, "" for
    none; `others` are values that the annotator accepts beside `edtf`. `optional` mentions count neither way;
    `rule` is what found it, for programs that say so.
    """

    start: int
    end: int
    label: str
    text: str
    entity: str | None = None
    edtf: str = ""
    interval: str = ""
    others: frozenset[str] = frozenset()
    optional: bool = False
    rule: str = ""

    @property
    def key(self) -> Key:
        return self.start, self.end, self.label

    def overlaps(self, other: Marked) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Held:
    """Who held which office from when to when; dates are EDTF, "" where the passage gives none.

    `person` is an entity as mentions have it. `start_others`, `end_others` and `office_others` are accepted as well.
    `place` is where the passage says it (start, end), None where nobody says where.
    """

    person: str | None
    office: str = ""
    organization: str = ""
    start: str = ""
    end: str = ""
    start_others: frozenset[str] = frozenset()
    end_others: frozenset[str] = frozenset()
    place: tuple[int, int] | None = None
    office_others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotated text: where it comes from, its mentions and tenures, and which labels were annotated in it.

    `line` is the row of a set of rows, 0 for a file of one passage; `lang` is "" where the file names none.
    `flat` sets mark no mention inside another. `unheld` are the tenures that were proposed, refused or prevented,
    `neutral` those that count neither way.
    """

    source: str
    line: int
    text: str
    lang: str
    mentions: tuple[Marked, ...]
    tenures: tuple[Held, ...] = ()
    labels: frozenset[str] = frozenset()
    flat: bool = False
    unheld: tuple[Held, ...] = ()
    neutral: tuple[Held, ...] = ()

    @property
    def where(self) -> str:
        """Its file, and its line where the file has many."""
        return f"{self.source}: line {self.line}" if self.line else self.source

    @property
    def has_cards(self) -> bool:
        """Whether cards or tenures can be judged by it."""
        return bool(self.tenures) or any(m.entity for m in self.mentions)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program says of a passage: its mentions of our labels and the tenures it states as held."""

    mentions: tuple[Marked, ...]
    tenures: tuple[Held, ...] = ()


#: A passage and what was said of it.
Pair = tuple[Passage, Answer]

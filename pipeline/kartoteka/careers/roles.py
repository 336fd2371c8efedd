"""Who was meant by a post named without its holder: "the head of the OGPU in Ukraine" on a given day.

The day is that of the sentence, or the one date of its paragraph. Whoever certainly held the post on that day, and
alone, is inferred; where two did, or another came within that term and by then, nobody is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kartoteka.dates.limits import OPEN, key, known, limits, precedes
from kartoteka.names import parse_office
from kartoteka.names.offices import same_post, tells
from kartoteka.types import BODY, BlockKind, Label, Mention, OfficeName, OfficeRank, Passage
from kartoteka.types.careers import Limits, RoleReading, Term

if TYPE_CHECKING:
    from kartoteka.store.store import Store

Attributed = tuple[Mention, BlockKind, str]


def read_roles(store: Store, terms: Sequence[Term]) -> Iterator[RoleReading]:
    """The posts without holders in the body of the texts, in reading order, each with the one who held it then."""
    held = Held(terms)
    if not held:
        return  # a project's mentions are many
    taken = {mention for tenure in store.tenures() for mention in tenure.evidence}
    for group in _by_document(store.attributed_mentions()):
        yield from _in_document(group, held, taken)


class Held:
    """The terms of posts of one seat, found by the post's card or by what its name says."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_card: dict[str, list[Term]] = defaultdict(list)
        self._by_name: dict[OfficeName, list[Term]] = defaultdict(list)
        self._found: dict[tuple[str, str], list[Term]] = {}
        for term in terms:
            if term.name.rank is OfficeRank.HEAD and tells(term.name) and not term.titular:
                self._by_card[term.office].append(term)
                self._by_name[term.name].append(term)

    def __bool__(self) -> bool:
        """Whether there is any such term."""
        return bool(self._by_name)

    def of(self, words: str, office: str) -> list[Term]:
        """The terms of the post that a mention means; none where its words name no body."""
        if (words, office) not in self._found:
            name = parse_office(words)
            sure = name.rank is OfficeRank.HEAD and bool(name.orgs) and not name.possible
            alike = [
                t for n, terms in self._by_name.items() if sure and n.orgs and same_post(name, n) for t in terms
            ]
            own = self._by_card[office] if office else []
            self._found[words, office] = list(dict.fromkeys([*own, *alike]))
        return self._found[words, office]


def _by_document(mentions: Iterable[Attributed]) -> Iterator[list[Attributed]]:
    group: list[Attributed] = []
    for one in mentions:
        if group and group[-1][0].document != one[0].document:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _in_document(mentions: list[Attributed], held: Held, taken: set[str]) -> Iterator[RoleReading]:
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    by_block: dict[int, list[Mention]] = defaultdict(list)
    for mention, _, _ in mentions:
        if mention.label is Label.DATE:
            by_sentence[mention.sentence].append(mention)
            by_block[mention.block].append(mention)
    for mention, kind, office in mentions:
        if mention.label is not Label.OFFICE or kind not in BODY or mention.id in taken or _past(mention):
            continue
        date = _day(by_sentence[mention.sentence] or by_block[mention.block])
        term = _holder(held.of(mention.text, office), limits(date.value)) if date is not None else None
        if term is not None and date is not None:
            since, until = limits(date.value)
            passage = Passage(mention.document, mention.start, mention.end, mention.text)
            yield RoleReading(passage, date.text, since or "", until or "", term, mention.block, mention.sentence)


def _past(mention: Mention) -> bool:
    """Whether the words speak of one who is no longer, or not yet, in the post, or stands in for another."""
    name: OfficeName = parse_office(mention.text)
    return name.former or name.designate or name.acting


def _day(dates: Sequence[Mention]) -> Mention | None:
    """The one date that is meant, None where there are several, or one that nothing fixes."""
    spans = {limits(date.value) for date in dates}
    return dates[0] if len(spans) == 1 and OPEN not in spans else None


def _holder(terms: Sequence[Term], day: Limits) -> Term | None:
    """The only holder on a day, None unless he held the post on all of it and nobody came before it was over."""
    sure = [term for term in terms if _covers(term, day)]
    if len({term.person for term in sure}) != 1:
        return None
    others = [term for term in terms if term.person != sure[0].person and known(term.start)]
    came = [t for t in others if precedes(sure[0].start, t.start) and not precedes(day, t.start)]
    return sure[0] if all(precedes(term.end, day) for term in came) else None


def _covers(term: Term, day: Limits) -> bool:
    """Whether a term had begun before the day for certain, and had certainly not ended on it."""
    begun, ended = term.start[1], term.end[0]
    if begun is None or ended is None or day[0] is None or day[1] is None:
        return False
    return key(begun) <= key(day[0]) and key(day[1]) <= key(ended)

"""What went wrong where: the mistakes behind the figures, by kind, each with the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kartoteka.evaluate.cards import CARDED, Cards, Where, groups, lay_out
from kartoteka.evaluate.passages import Held, Marked, Pair, Passage
from kartoteka.evaluate.spans import compared, is_dated, pair_overlapping, right_value
from kartoteka.evaluate.tenures import judged, match_tenures

#: Words shown before and after, and the most characters they may take.
WORDS, REACH = 6, 90


class Kind(StrEnum):
    """What can go wrong."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    BORDER = "wrong border"
    LABEL = "wrong label"
    VALUE = "wrong value"
    MERGE = "wrong merge"
    SPLIT = "split"
    TENURE_MISSED = "missed tenure"
    TENURE_SPURIOUS = "spurious tenure"
    TENURE_DATES = "wrong dates of a tenure"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: where it stands (`line` 0 in a file of one passage), the words around, what was due and found.

    `start` and `end` are code points of the passage. `wanted` and `found` are what the gold and the program say, ""
    where one of them says nothing; `rule` is what found it. Tenures have no label.
    """

    kind: Kind
    label: str
    source: str
    line: int
    start: int
    end: int
    before: str
    text: str
    after: str
    wanted: str = ""
    found: str = ""
    rule: str = ""


def find_mistakes(pairs: Sequence[Pair]) -> list[Mistake]:
    """The mistakes of answers to passages: by kind and label, then in the order of the texts."""
    found = [mistake for pair in pairs for mistake in (*_of_spans(pair), *_of_values(pair), *_of_tenures(pair))]
    for label in CARDED:
        cards = lay_out(pairs, label)
        found += [*_merges(pairs, cards, label), *_splits(pairs, cards, label)]
    order = list(Kind)
    return sorted(found, key=lambda m: (order.index(m.kind), m.label))


def _of_spans(pair: Pair) -> Iterator[Mistake]:
    passage = pair[0]
    wanted, found = compared(*pair)
    right = {m.key for m in wanted} & {m.key for m in found}
    missed = [m for m in wanted if m.key not in right]
    spurious = [m for m in found if m.key not in right]
    for gold, mention in _same_place(missed, spurious):
        yield _mistake(
            passage, Kind.LABEL, gold, wanted=gold.label, found=mention.label, rule=mention.rule, label=gold.label
        )
        missed.remove(gold)
        spurious.remove(mention)
    for label in sorted(passage.labels):
        golds, ours = [m for m in missed if m.label == label], [m for m in spurious if m.label == label]
        for gold, mention in sorted(pair_overlapping(golds, ours), key=lambda both: both[0].start):
            yield _mistake(passage, Kind.BORDER, gold, wanted=gold.text, found=mention.text, rule=mention.rule)
            missed.remove(gold)
            spurious.remove(mention)
    for gold in missed:
        yield _mistake(passage, Kind.MISSED, gold, wanted=gold.text)
    for mention in spurious:
        yield _mistake(passage, Kind.SPURIOUS, mention, found=mention.text, rule=mention.rule)


def _same_place(missed: Sequence[Marked], spurious: Sequence[Marked]) -> list[tuple[Marked, Marked]]:
    """Pairs with the same borders and another label."""
    by_place = {(m.start, m.end): m for m in spurious}
    return [(m, by_place.pop((m.start, m.end))) for m in missed if (m.start, m.end) in by_place]


def _of_values(pair: Pair) -> Iterator[Mistake]:
    wanted, found = compared(*pair)
    by_key = {m.key: m for m in found}
    for gold in (m for m in wanted if is_dated(m)):
        if pair[0].flat:
            near = [m for m in found if m.overlaps(gold) and m.label == gold.label]
        else:
            near = [by_key[gold.key]] if gold.key in by_key else []
        if near and not any(right_value(gold, m) or (pair[0].flat and m.interval == gold.edtf) for m in near):
            values = " | ".join(m.edtf or "no value" for m in near)
            yield _mistake(pair[0], Kind.VALUE, gold, wanted=gold.edtf, found=values, rule=near[0].rule)


def _of_tenures(pair: Pair) -> Iterator[Mistake]:
    if pair[0].flat:
        return
    wanted, found = list(pair[0].tenures), judged(pair)
    right = match_tenures(pair, wanted, found, dated=True)
    for gold, held in right:
        wanted.remove(gold)
        found.remove(held)
    for gold, held in match_tenures(pair, wanted, found, dated=False):
        yield _tenure(pair, Kind.TENURE_DATES, gold, wanted=_dates(gold), found=_dates(held))
        wanted.remove(gold)
        found.remove(held)
    for gold in wanted:
        yield _tenure(pair, Kind.TENURE_MISSED, gold, wanted=_told(gold, pair[0].mentions))
    for held in found:
        yield _tenure(pair, Kind.TENURE_SPURIOUS, held, found=_told(held, pair[1].mentions))


def _tenure(pair: Pair, kind: Kind, tenure: Held, *, wanted: str = "", found: str = "") -> Mistake:
    """A mistake at the words that state the tenure, else at the first mention of its person."""
    passage, answer = pair
    place = tenure.place
    if place is None:
        theirs = answer.mentions if kind is Kind.TENURE_SPURIOUS else passage.mentions
        first = next((m for m in theirs if m.entity and m.entity == tenure.person), None)
        place = (first.start, first.end) if first else (0, 0)
    mention = Marked(*place, "", passage.text[slice(*place)])
    return _mistake(passage, kind, mention, wanted=wanted, found=found)


def _told(tenure: Held, mentions: Sequence[Marked]) -> str:
    name = next((m.text for m in mentions if m.entity and m.entity == tenure.person), tenure.person or "somebody")
    post = " / ".join(part for part in (tenure.office, tenure.organization) if part)
    return f"{name}: {post or 'no office'}, {_dates(tenure)}"


def _dates(tenure: Held) -> str:
    return f"{tenure.start or '?'} to {tenure.end or '?'}"


def _merges(pairs: Sequence[Pair], cards: Cards, label: str) -> Iterator[Mistake]:
    """Cards that bear mentions of several entities, each shown at an entity that is there with least right."""
    for card, members in groups(cards.found).items():
        entities = {entity: here & members for entity, here in groups(cards.wanted).items() if here & members}
        if len(entities) > 1:
            least = min(entities, key=lambda entity: (len(entities[entity]), entity))
            due = " | ".join(f"{entity}: {_forms(cards, here)}" for entity, here in sorted(entities.items()))
            yield _card(pairs, Kind.MERGE, cards, min(entities[least]), label=label, wanted=due, found=card)


def _splits(pairs: Sequence[Pair], cards: Cards, label: str) -> Iterator[Mistake]:
    """Entities whose mentions stand on several cards, each shown at the smallest of them."""
    for entity, members in groups(cards.wanted).items():
        made = {card: here & members for card, here in groups(cards.found).items() if here & members}
        if len(made) > 1:
            ordered = sorted(made.values(), key=lambda here: (-len(here), min(here)))
            parts = " | ".join(_forms(cards, here) for here in ordered)
            yield _card(pairs, Kind.SPLIT, cards, min(ordered[-1]), label=label, wanted=entity, found=parts)


def _card(
    pairs: Sequence[Pair], kind: Kind, cards: Cards, where: Where, *, label: str, wanted: str, found: str
) -> Mistake:
    return _mistake(pairs[where[0]][0], kind, cards.mentions[where], wanted=wanted, found=found, label=label)


def _forms(cards: Cards, places: set[Where]) -> str:
    """The spellings of some mentions, the usual ones first, with how often each occurs."""
    counts = Counter(" ".join(cards.mentions[where].text.split()) for where in sorted(places))
    return ", ".join(f"{form} ×{count}" if count > 1 else form for form, count in counts.most_common())


def _mistake(
    passage: Passage,
    kind: Kind,
    mention: Marked,
    *,
    wanted: str = "",
    found: str = "",
    rule: str = "",
    label: str = "",
) -> Mistake:
    before, after = around(passage.text, mention.start, mention.end)
    text = passage.text[mention.start : mention.end]
    where = (passage.source, passage.line, mention.start, mention.end)
    return Mistake(kind, label or mention.label, *where, before, text, after, wanted, found, rule)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """A few words before and after `text[start:end]`, line ends as spaces."""
    before = re.sub(r"\s+", " ", text[max(0, start - REACH) : start])
    after = re.sub(r"\s+", " ", text[end : end + REACH])
    left = re.search(rf"(?:\S+ ){{0,{WORDS}}}\S*$", before)
    right = re.match(rf"\S*(?: \S+){{0,{WORDS}}}", after)
    return left.group() if left else "", right.group() if right else ""

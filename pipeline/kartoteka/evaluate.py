"""How well the pipeline reads: spans, values, cards and tenures against annotated passages.

A gold passage is a JSON object with `text`, `lang`, `mentions` and `tenures`; a record is what `annotate` says of
that text. Mentions marked `optional` in the gold count neither way.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kartoteka.types import Label

Passage = Mapping[str, Any]
Key = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what is right, what was found, and what should have been."""

    right: float = 0
    found: float = 0
    wanted: float = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was found; 0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_gold(path: Path) -> dict[str, Any]:
    """An annotated passage from its file. Raises ValueError that names the file where it is none."""
    try:
        passage = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: no JSON ({error})") from error
    missing = [key for key in ("text", "mentions") if not isinstance(passage, dict) or key not in passage]
    if missing:
        raise ValueError(f"{path}: no annotated passage, {' and '.join(missing)} missing")
    return dict(passage)


def score(golds: Sequence[Passage], records: Sequence[Passage]) -> dict[str, Score]:
    """Scores by name: "PERSON" … "PLACE" and "ALL" (strict spans), "PERSON relaxed" …, "edtf", "cards PERSON",
    "cards ORG" (B-cubed over all passages together), "holdings" (person and post), "tenures" (and both dates).

    Raises ValueError when there are not as many records as passages.
    """
    scores: dict[str, Score] = defaultdict(Score)
    for gold, record in zip(golds, records, strict=True):
        wanted = [m for m in gold["mentions"] if not m.get("optional")]
        optional = {_key(m) for m in gold["mentions"] if m.get("optional")}
        found = [m for m in record["mentions"] if _key(m) not in optional]
        for label in Label:
            ours = [m for m in found if m["label"] == label]
            theirs = [m for m in wanted if m["label"] == label]
            strict = Score(len({_key(m) for m in ours} & {_key(m) for m in theirs}), len(ours), len(theirs))
            scores[label] += strict
            scores["ALL"] += strict
            scores[f"{label} relaxed"] += Score(_overlapping(ours, theirs), len(ours), len(theirs))
        scores["edtf"] += _values(wanted, found)
        scores["holdings"] += _tenures(gold, record, dated=False)
        scores["tenures"] += _tenures(gold, record, dated=True)
    for label in (Label.PERSON, Label.ORG):
        scores[f"cards {label}"] = _cards(golds, records, label)
    return dict(scores)


def _key(mention: Passage) -> Key:
    return mention["start"], mention["end"], mention["label"]


def _overlapping(found: Iterable[Passage], wanted: Iterable[Passage]) -> int:
    free, hits = sorted(wanted, key=_key), 0
    for mention in sorted(found, key=_key):
        match = next((g for g in free if g["start"] < mention["end"] and mention["start"] < g["end"]), None)
        if match is not None:
            free.remove(match)
            hits += 1
    return hits


def _alternatives(gold: Passage, field: str) -> set[str | None]:
    more = gold.get(f"{field}_alt") or []
    return {gold.get(field), *([more] if isinstance(more, str) else more)}


def _values(wanted: Iterable[Passage], found: Iterable[Passage]) -> Score:
    by_key = {_key(m): m for m in found}
    dated = [m for m in wanted if m["label"] == Label.DATE and m.get("edtf")]
    matched = [(m, by_key[_key(m)]) for m in dated if _key(m) in by_key]
    right = sum(ours.get("edtf") in _alternatives(theirs, "edtf") for theirs, ours in matched)
    return Score(right, len(matched), len(dated))


def _cards(golds: Sequence[Passage], records: Sequence[Passage], label: Label) -> Score:
    """B-cubed: how much of a mention's card is shared with its card in the gold, over the mentions found."""
    wanted: dict[tuple[int, int, int], str] = {}
    found: dict[tuple[int, int, int], str] = {}
    for number, (gold, record) in enumerate(zip(golds, records, strict=True)):
        ours = {_key(m): m.get("entity") for m in record["mentions"]}
        for mention in gold["mentions"]:
            if mention["label"] != label or mention.get("optional") or not mention.get("entity"):
                continue
            place = (number, mention["start"], mention["end"])
            wanted[place] = mention["entity"]
            if _key(mention) in ours:
                found[place] = ours[_key(mention)] or str(place)
    same_gold, same_ours = _members(wanted), _members(found)
    right = wide = 0.0
    for place, card in found.items():
        common = len(same_gold[wanted[place]] & same_ours[card])
        right += common / len(same_ours[card])
        wide += common / len(same_gold[wanted[place]])
    if not found:
        return Score(0, 0, len(wanted))
    # Precision and recall average different shares, so the counts are scaled to give both.
    precision, recall = right / len(found), wide / len(wanted)
    return Score(wide, wide / precision if precision else 0.0, wide / recall if recall else len(wanted))


def _members(cards: Mapping[tuple[int, int, int], str]) -> dict[str, set[tuple[int, int, int]]]:
    members = defaultdict(set)
    for place, card in cards.items():
        members[card].add(place)
    return members


def _tenures(gold: Passage, record: Passage, *, dated: bool) -> Score:
    wanted = [t for t in gold.get("tenures") or [] if not t.get("optional")]
    found = [t for t in record.get("tenures") or [] if t.get("modality") == "held"]
    free, hits = list(found), 0
    for theirs in wanted:
        match = next((t for t in free if _same_tenure(gold, theirs, record, t, dated=dated)), None)
        if match is not None:
            free.remove(match)
            hits += 1
    return Score(hits, len(found), len(wanted))


def _same_tenure(gold: Passage, theirs: Passage, record: Passage, ours: Passage, *, dated: bool) -> bool:
    names = {m["text"] for m in gold["mentions"] if m.get("entity") == theirs["person"]}
    if not names & {m["text"] for m in record["mentions"] if m.get("entity") == ours["person"]}:
        return False
    wanted = _words(theirs.get("office") or theirs.get("office_inferred"))
    given = _words(ours.get("office")) | _words(ours.get("org_name"))
    if wanted and len(wanted & given) < 0.5 * max(1, min(len(wanted), len(given))):
        return False
    ends = ("start", "end") if dated else ()
    return all(_plain(ours.get(end)) in {_plain(v) for v in _alternatives(theirs, end)} for end in ends)


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", (text or "").lower())) - {"the", "of", "in", "for", "and"}


def _plain(value: str | None) -> str | None:
    """An EDTF value without its qualifiers, and a part of a year as its year."""
    return re.sub(r"^(\d{4})-(?:3[3-9]|4[01])$", r"\1", value).rstrip("~?%") if value else None

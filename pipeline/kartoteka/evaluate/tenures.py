"""Which tenures of an answer are right: the person by any of the names, the office by half of its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kartoteka.evaluate.passages import Held, Marked, Pair

#: Words that tell no office from another.
EMPTY_WORDS = frozenset({"the", "of", "in", "for", "and"})
#: Parts of a year as EDTF level 2 numbers them: quarters, quadrimesters, halves.
PART_OF_YEAR = re.compile(r"^(\d{4})-(?:3[3-9]|4[01])$")
Names = Mapping[str | None, set[str]]


def match_tenures(
    pair: Pair, wanted: Sequence[Held], found: Sequence[Held], *, dated: bool
) -> list[tuple[Held, Held]]:
    """Pairs of the same tenure, each used once: person and office, and where `dated` start and end too."""
    passage, answer = pair
    optional = {m.key for m in passage.mentions if m.optional}
    theirs = names_of(m for m in passage.mentions if not m.optional)
    ours = names_of(m for m in answer.mentions if m.key not in optional)
    free, pairs = list(found), []
    for gold in wanted:
        match = next(
            (t for t in free if _same(gold, t, theirs, ours) and (not dated or same_dates(gold, t))), None
        )
        if match is not None:
            free.remove(match)
            pairs.append((gold, match))
    return pairs


def judged(pair: Pair) -> list[Held]:
    """The tenures of an answer that count: without those that only a neutral tenure of the passage says."""
    right = [found for _, found in match_tenures(pair, pair[0].tenures, pair[1].tenures, dated=False)]
    others = list(pair[1].tenures)
    for held in right:
        others.remove(held)
    for _, held in match_tenures(pair, pair[0].neutral, others, dated=False):
        others.remove(held)
    return [held for held in pair[1].tenures if held in right or held in others]


def never_held(pair: Pair) -> int:
    """How many tenures of an answer the passage says were proposed, refused or prevented."""
    right = [found for _, found in match_tenures(pair, pair[0].tenures, pair[1].tenures, dated=False)]
    others = [held for held in pair[1].tenures if held not in right]
    return len(match_tenures(pair, pair[0].unheld, others, dated=False))


def names_of(mentions: Iterable[Marked]) -> Names:
    """The names under which each entity is mentioned."""
    names: dict[str | None, set[str]] = defaultdict(set)
    for mention in mentions:
        names[mention.entity].add(mention.text)
    return dict(names)


def _same(gold: Held, held: Held, theirs: Names, ours: Names) -> bool:
    if not theirs.get(gold.person, set()) & ours.get(held.person, set()):
        return False
    given = _words(held.office) | _words(held.organization)
    return any(_alike(_words(office), given) for office in (gold.office, *gold.office_others))


def _alike(wanted: set[str], given: set[str]) -> bool:
    return not wanted or len(wanted & given) / max(1, min(len(wanted), len(given))) >= 0.5


def same_dates(gold: Held, held: Held) -> bool:
    """Whether start and end are what the gold says, or also accepts."""
    return _plain(held.start) in {_plain(v) for v in (gold.start, *gold.start_others)} and _plain(held.end) in {
        _plain(v) for v in (gold.end, *gold.end_others)
    }


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - EMPTY_WORDS


def _plain(value: str) -> str:
    """An EDTF value without its qualifiers, and a part of a year as its year."""
    return PART_OF_YEAR.sub(r"\1", value).rstrip("~?%")

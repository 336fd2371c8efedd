"""The passages that statements of tenures stand in, quoted from their documents, each document read once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kartoteka.types import BlockKind, Label, Passage, Tenure
from kartoteka.types.careers import Attestation
from kartoteka.types.network import Stretch, Told

if TYPE_CHECKING:
    from kartoteka.store.store import Store

#: Where each card is named: the starts of its mentions, by card and document.
Namings = Mapping[tuple[str, str], Sequence[int]]

#: A quotation stands in one cell of a table.
_LONGEST = 1200
#: Between two fields of an infobox that stand together there is no more than the label of the second.
_LABEL = 60
#: What a field of an infobox stands behind on its line: "- Successor1: ", "| predecessor = [[".
_BEFORE_VALUE = re.compile(r"[\s|*•·-]*(?=[^\n]{1,60}[:=])")


def stretches(tenure: Tenure) -> tuple[Stretch, ...]:
    """Where a document states a tenure: the passage that tells it first, then those that say the rest.

    The cells of a table's row are one passage, as are the fields of an infobox that stand together: a date alone says
    nothing. Of an infobox the fullest passage comes first.
    """
    places = (tenure.passage, *tenure.further)
    if tenure.source is BlockKind.INFOBOX:
        places = tuple(_together(places))
    elif tenure.source is BlockKind.TABLE:
        whole = min(start for start, _ in places), max(end for _, end in places)
        places = (whole,) if whole[1] - whole[0] <= _LONGEST else places
    return tuple((tenure.document, start, end) for start, end in places)


def _together(fields: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs of fields between which no other field stands, those of the most fields first."""
    runs: list[list[tuple[int, int]]] = []
    for start, end in sorted(set(fields)):
        if runs and start - runs[-1][-1][1] <= _LABEL:
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    return [(run[0][0], run[-1][1]) for run in sorted(runs, key=len, reverse=True)]


def telling(tenures: Iterable[Tenure]) -> tuple[Told, ...]:
    """Where tenures are stated, and how much each stretch tells: a date of the term 2, a day 3, the post 1."""
    return tuple((stretch, _tells(tenure, stretch)) for tenure in tenures for stretch in stretches(tenure))


def _tells(tenure: Tenure, stretch: Stretch) -> int:
    labels = {
        mention.rpartition("-")[2] for mention in tenure.evidence if stretch[1] <= _place(mention) < stretch[2]
    }
    days = any(date and date.earliest and date.earliest == date.latest for date in (tenure.start, tenure.end))
    return (2 + days) * (Label.DATE in labels) + (Label.OFFICE in labels)


def _place(mention: str) -> int:
    """Where a mention starts, by its id."""
    return int(mention.rpartition("#")[2].partition("-")[0])


def namings(store: Store, cards: Collection[str]) -> Namings:
    """Where these cards are named."""
    of = store.entity_of()
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for referent in store.referents():
        card = of.get(referent.id, "")
        if card in cards:
            found[card, referent.document] += [_place(mention) for mention in referent.mentions]
    return found


def naming(stretch: Stretch, cards: Iterable[str], places: Namings) -> int:
    """How many of these cards a stretch names."""
    document, start, end = stretch
    return sum(any(start <= place < end for place in places.get((card, document), ())) for card in cards)


def first(stated: Iterable[Attestation]) -> Stretch:
    """The first passage, by document and place, of several statements."""
    return min(stretches(one.tenure)[0] for one in stated)


def quotations(store: Store, wanted: Iterable[Stretch]) -> Mapping[Stretch, Passage]:
    """The words of each stretch; what is a field of an infobox with its label."""
    by_document: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for identity, start, end in wanted:
        by_document[identity].add((start, end))
    found: dict[Stretch, Passage] = {}
    for identity in sorted(by_document):
        document = store.document(identity)
        fields = {b.pieces[0][0] for b in document.blocks if b.kind is BlockKind.INFOBOX and b.pieces}
        for start, end in sorted(by_document[identity]):
            first, last = _line(document.text, start, end) if start in fields else (start, end)
            found[identity, start, end] = Passage(identity, first, last, document.text[first:last])
    return found


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """A field with its label, up to the end of its line."""
    begin = text.rfind("\n", 0, start) + 1
    label = _BEFORE_VALUE.match(text, begin, start)
    line_end = text.find("\n", end)
    rest = (len(text) if line_end < 0 else line_end) - end
    return label.end() if label else start, end + rest if rest <= _LABEL else end

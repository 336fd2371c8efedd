"""Posts that stand for whoever held them: places where a text names the head of the GPU and means Redens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kartoteka.careers import Careers

#: The document's id, the numbers of block and sentence, where the words start and end, and the card of the holder.
Appearance = tuple[str, int, int, int, int, str]


def role_appearances(careers: Careers) -> Iterator[Appearance]:
    """The places where a post is named without its holder and the tenures tell who held it then, in reading order.

    A referent without a card is nobody's appearance.
    """
    cards = set(careers.store.entity_of().values()) if careers.roles else set()
    for found in careers.roles:
        if found.term.person in cards:
            at = found.passage
            yield at.document, found.block, found.sentence, at.start, at.end, found.term.person

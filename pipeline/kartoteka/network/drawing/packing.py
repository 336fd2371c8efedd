"""Set separate pieces of a picture side by side: the largest on top, the others in rows beneath it."""

from __future__ import annotations

import math
from collections.abc import Sequence

_GAP = 28.0

Box = tuple[float, float]


def pack(boxes: Sequence[Box], aspect: float) -> list[Box]:
    """The left upper corner of each box (width, height) by its number, y downwards.

    Rows are as wide as the widest box, or as wide as all of them need to fill a page of this aspect. Taller boxes
    come first, equal ones in their order, and each stands in the middle of its row.
    """
    area = sum((width + _GAP) * (height + _GAP) for width, height in boxes)
    broad = max([math.sqrt(aspect * area), *(width for width, _ in boxes)])
    corners: list[Box] = [(0.0, 0.0)] * len(boxes)
    x = y = tallest = 0.0
    for number in sorted(range(len(boxes)), key=lambda n: (-boxes[n][1], n)):
        width, height = boxes[number]
        if x and x + width > broad:
            x, y, tallest = 0.0, y + tallest + _GAP, 0.0
        tallest = max(tallest, height)
        corners[number] = (x, y + (tallest - height) / 2)
        x += width + _GAP
    return corners

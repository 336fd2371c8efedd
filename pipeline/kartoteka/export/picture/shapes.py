"""The outlines that tell kinds of cards apart in a picture, all of the area of a disc."""

from __future__ import annotations

import math

#: A page is so much higher than it is wide.
_PAGE = 1.3


def outline(form: str, x: float, y: float, radius: float) -> tuple[str, str]:
    """The opening tag of an outline, not closed yet, and its end tag; `form` as `palette.shape` names it."""
    if form == "circle":
        return f'<circle cx="{x}" cy="{y}" r="{radius}"', "</circle>"
    if form in ("square", "page"):
        ratio = _PAGE if form == "page" else 1.0
        width = radius * math.sqrt(math.pi / ratio)
        height = width * ratio
        return (
            f'<rect x="{x - width / 2:.2f}" y="{y - height / 2:.2f}" width="{width:.2f}" height="{height:.2f}"',
            "</rect>",
        )
    reach, corners = (math.sqrt(math.pi / 2), 4) if form == "diamond" else (math.sqrt(4 * math.pi / 27**0.5), 3)
    points = " ".join(
        f"{x + radius * reach * math.sin(turn):.2f},{y - radius * reach * math.cos(turn):.2f}"
        for turn in (2 * math.pi * number / corners for number in range(corners))
    )
    return f'<polygon points="{points}"', "</polygon>"

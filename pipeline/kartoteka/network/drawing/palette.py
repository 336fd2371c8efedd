"""The colours and shapes of a picture: told apart by everybody, in print and on screen."""

from __future__ import annotations

from functools import cache
from typing import Any

from kartoteka import resources


def kind_colour(kind: str) -> str:
    """The colour ("#rrggbb") of persons, offices, organizations, places, documents; grey for anything else."""
    palette = _palette()
    return str(palette["kinds"].get(kind, palette["rest"]))


def group_colour(group: int) -> str:
    """The colour of a circle by its rank; grey for those beyond the colours that the eye tells apart."""
    palette = _palette()
    colours = palette["groups"]["colours"]
    return str(colours[group] if group < len(colours) else palette["rest"])


def coloured_groups() -> int:
    """How many circles have a colour of their own."""
    return len(_palette()["groups"]["colours"])


def shape(kind: str) -> str:
    """The outline of a kind: "circle", "square", "diamond", "triangle" or "page"; a circle for anything else."""
    return str(_palette()["shapes"].get(kind, "circle"))


@cache
def _palette() -> dict[str, Any]:
    return resources.read_toml("palette.toml")

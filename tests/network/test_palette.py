"""The colours of a picture are told apart by everybody."""

from __future__ import annotations

from itertools import combinations

import numpy
import pytest

from kartoteka.network.drawing.palette import coloured_groups, group_colour, kind_colour, shape

KINDS = ("PERSON", "OFFICE", "ORG", "PLACE", "DOCUMENT")
GREY = kind_colour("SHIP")

#: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
#: Transactions on Visualization and Computer Graphics 15 (2009), table 1, severity 1.0: what they see of linear RGB.
EYES = {
    "usual": numpy.eye(3),
    "protanope": numpy.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranope": numpy.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanope": numpy.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
#: sRGB to XYZ (IEC 61966-2-1).
XYZ = numpy.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def lab(colour: str, eye: numpy.ndarray) -> numpy.ndarray:
    """The colour in CIE 1976 L*a*b*, as this eye sees it."""
    shades = numpy.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = numpy.where(shades <= 0.04045, shades / 12.92, ((shades + 0.055) / 1.055) ** 2.4)
    part = XYZ @ numpy.clip(eye @ linear, 0, 1) / XYZ.sum(axis=1)
    x, y, z = numpy.where(part > (6 / 29) ** 3, numpy.cbrt(part), part / (3 * (6 / 29) ** 2) + 4 / 29)
    return numpy.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(
    "colours",
    [
        [group_colour(number) for number in range(coloured_groups())] + [GREY],
        [kind_colour(k) for k in KINDS] + [GREY],
    ],
    ids=["communities", "kinds"],
)
def test_any_two_colours_of_a_picture_are_sixteen_apart_for_every_eye(eye: str, colours: list[str]) -> None:
    seen = [lab(colour, EYES[eye]) for colour in colours]
    assert min(float(numpy.linalg.norm(one - other)) for one, other in combinations(seen, 2)) >= 16


def test_nine_communities_have_a_colour_and_the_others_are_grey() -> None:
    assert len({group_colour(number) for number in range(9)}) == coloured_groups() == 9
    assert {group_colour(number) for number in range(9, 40)} == {GREY}


def test_every_kind_has_a_colour_and_an_outline_of_its_own() -> None:
    assert len({kind_colour(kind) for kind in KINDS} | {GREY}) == 6
    assert len({shape(kind) for kind in KINDS}) == 5
    assert shape("SHIP") == "circle"

"""An abbreviation that the text explains stands for the name beside it, if its letters fit."""

from __future__ import annotations

import pytest

import kartoteka
from kartoteka.annotate.definitions import abbreviates
from kartoteka.types import Label


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("CEC", "Central Executive Committee", True),
        ("АХЧУ", "Асоціація художників Червоної України", True),
        ("ВУФКУ", "Всеукраїнське фотокіноуправління", False),
        ("СПбГУ", "Институт стали", False),
        ("Rada", "Central Rada", False),
    ],
)
def test_letters_fit_the_words(short: str, full: str, fits: bool) -> None:
    assert abbreviates(short, full) is fits


def test_both_names_are_one_thing_in_the_document() -> None:
    text = "Він заснував Товариство українських поступовців (ТУП). Пізніше ТУП розпустили."
    (reading,) = kartoteka.read([text], "uk")
    (body,) = [r for r in reading.referents if r.label is Label.ORG]
    assert len(body.mentions) == 3

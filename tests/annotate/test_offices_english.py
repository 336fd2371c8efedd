"""English posts whose words or surroundings take some reading."""

from __future__ import annotations

import pytest

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.offices import find_offices
from kartoteka.types import Label

LABELS = {"org": Label.ORG, "place": Label.PLACE, "person": Label.PERSON, "date": Label.DATE}


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        ("a former health minister and the defence secretary", {}, ["health minister", "defence secretary"]),
        ("the first rector and the first secretary of the obkom", {}, ["rector", "first secretary of the obkom"]),
        ("editor of “Zoria”, then", {"org": "Zoria"}, ["editor of “Zoria”"]),
        ("secretary of the Kyiv writers’ section", {"place": "Kyiv"}, ["secretary of the Kyiv writers’ section"]),
        ("head of its propaganda department", {}, ["head of its propaganda department"]),
        ("head of a family, director of a glass factory", {}, ["director of a glass factory"]),
        ("director of the evacuated plant", {}, ["director of the evacuated plant"]),
        ("vicar to the bishop of Lutsk", {"place": "Lutsk"}, ["vicar to the bishop of Lutsk"]),
        (
            "rector of the Stefan Batory University",
            {"person": "Stefan Batory"},
            ["rector of the Stefan Batory University"],
        ),
        ("deputy head (1920–22) and head (1922–24) of it", {"date": "1922–24"}, ["deputy head", "head"]),
        ("She worked as secretary; a secretary wrote.", {}, ["secretary"]),
        ("the mayoralty of Kaunas", {"place": "Kaunas"}, ["mayoralty of Kaunas"]),
        ("the President-elect of Chile", {"place": "Chile"}, ["President-elect of Chile"]),
        ("a corresponding member of the Academy", {}, ["corresponding member of the Academy"]),
        ("first secretary, Baku committee, 1918", {"org": "Baku committee"}, ["first secretary, Baku committee"]),
        ("the secretary, Baku committee and others", {"org": "Baku committee"}, []),
        ("lecturer at a teachers’ college", {}, ["lecturer"]),
    ],
)
def test_english_posts(text: str, named: dict[str, str], expected: list[str]) -> None:
    known = [
        Finding(text.index(name), text.index(name) + len(name), LABELS[kind], "test")
        for kind, name in named.items()
    ]
    assert [text[f.start : f.end] for f in find_offices(text, "en", known)] == expected

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
        # What somebody is, no post that he holds.
        ("a Soviet naval officer and military leader", {}, []),
        ("the liaison officer of the fleet", {}, ["liaison officer of the fleet"]),
        ("a bishop of the Greek Catholic Church", {}, []),
        ("He was a Polish lawyer and an agronomist in Lublin.", {"place": "Lublin"}, []),
        ("a colonel general and a Red Army colonel", {}, []),
        ("the chief architect of the plan, its chief", {}, []),
        ("Prior to it he was Doctor of Science and a military engineer.", {}, []),
        ("a judge; the regimental judge", {}, ["regimental judge"]),
        # The deputy of a deputy is one post, and so is a post of two fields.
        ("a deputy battalion commander", {}, ["deputy battalion commander"]),
        ("vice-principal of the school", {}, ["vice-principal of the school"]),
        ("minister of trade and industry in the cabinet", {}, ["minister of trade and industry"]),
        ("president of the republic in exile", {}, ["president of the republic in exile"]),
        ("senator from Perm Krai since 2011", {"place": "Perm Krai"}, ["senator from Perm Krai"]),
        ("chairman of its Executive Organ", {}, ["chairman of its Executive Organ"]),
        ("deputy of the Duma of two convocations", {}, ["deputy of the Duma"]),
        ("Chairman of Parliament of Georgian descent", {}, ["Chairman of Parliament"]),
        # The title of the one whom the holder serves belongs to that person's name.
        ("adjutant to General Ivan Hal", {"person": "Ivan Hal"}, []),
        ("the prosecutor’s office of the town", {}, []),
        ("The commander was Ivan Hal.", {"person": "Ivan Hal"}, ["commander"]),
        ("a bank, whose director, Ivan Hal, left", {"person": "Ivan Hal"}, ["director"]),
    ],
)
def test_english_posts(text: str, named: dict[str, str], expected: list[str]) -> None:
    known = [
        Finding(text.index(name), text.index(name) + len(name), LABELS[kind], "test")
        for kind, name in named.items()
    ]
    assert [text[f.start : f.end] for f in find_offices(text, "en", known)] == expected

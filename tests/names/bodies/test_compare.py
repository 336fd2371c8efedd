"""Names of institutions and places are one where the gazetteer or their words say so, and otherwise unsure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.names.bodies.compare import body_key, body_keys, compare_bodies, pick_body
from kartoteka.names.bodies.gazetteers import gazetteer, identify, usual_spelling
from kartoteka.names.bodies.reading import parse_body
from kartoteka.types import Label, Verdict

WORDS = ["OGPU", "GPU", "Kyiv", "Київ", "Киев", "of the", "Institute", "Lviv", "інститут", "СССР", "НКВД"]


@pytest.mark.parametrize(
    ("label", "left", "right", "verdict"),
    [
        (Label.ORG, "OGPU", "ОГПУ СССР", Verdict.SAME),
        (Label.ORG, "OGPU", "GPU of the Ukrainian SSR", Verdict.DIFFERENT),
        (Label.PLACE, "Kiev", "Києва", Verdict.SAME),
        (Label.PLACE, "Ukrainian SSR", "Україна", Verdict.DIFFERENT),
        (Label.PLACE, "Danzig", "Gdańsk", Verdict.SAME),
        (Label.ORG, "the Institute of Red Professors", "Institute of Red Professors", Verdict.SAME),
        (Label.ORG, "Institute of Red Professors", "Institute of Marxism", Verdict.UNSURE),
        (Label.PLACE, "Mass.", "Миасс", Verdict.UNSURE),
    ],
)
def test_two_names(label: Label, left: str, right: str, verdict: Verdict) -> None:
    assert compare_bodies(label, left, right).verdict is verdict


names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(names, names)
def test_comparing_is_symmetric(left: str, right: str) -> None:
    assert compare_bodies(Label.ORG, left, right).verdict is compare_bodies(Label.ORG, right, left).verdict


@settings(max_examples=60, deadline=None)
@given(names.filter(lambda name: not parse_body(name).common and not name.islower()))
def test_a_name_that_tells_its_bearer_is_itself(name: str) -> None:
    assert compare_bodies(Label.ORG, name, name).verdict is Verdict.SAME


def test_a_common_noun_alone_may_be_anybodys() -> None:
    assert compare_bodies(Label.ORG, "інститут", "інститут").verdict is Verdict.UNSURE


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Уманський район", "Uman Raion", Verdict.SAME),
        ("Мошурів (Уманський район)", "Moshuriv (Uman Raion)", Verdict.SAME),
        ("Мошурів (Уманський район)", "Мошурів (Канівський район)", Verdict.UNSURE),
        ("Мошурів (Уманський район)", "Мошурів", Verdict.UNSURE),
    ],
)
def test_a_village_is_that_of_its_district(left: str, right: str, verdict: Verdict) -> None:
    assert compare_bodies(Label.PLACE, left, right).verdict is verdict


def test_keys_meet_where_names_are_one() -> None:
    assert body_keys(Label.PLACE, "Lemberg") & body_keys(Label.PLACE, "Львові")
    assert body_key("Institute of the History") == body_key("the Institute for History")


def test_a_card_is_named_as_the_gazetteer_has_it() -> None:
    assert pick_body(Label.PLACE, {"Kiev": 5, "Київ": 1}) == "Kyiv"
    assert pick_body(Label.ORG, {"Trust A": 1, "Trust B": 3}) == "Trust B"
    with pytest.raises(ValueError, match="no name"):
        pick_body(Label.ORG, {})


def test_a_verbs_form_is_no_places() -> None:
    assert identify("places", "Пруту") == {"prut"}
    assert identify("places", "При") == frozenset()


def test_an_inflected_name_gets_its_usual_form() -> None:
    assert usual_spelling("places", "Переяславі", "uk") == "Переяслав"
    assert usual_spelling("places", "Xanadu", "en") == "Xanadu"


@pytest.mark.parametrize("name", ["places", "organizations"])
def test_no_spelling_of_a_gazetteer_is_empty_and_every_entry_has_one(name: str) -> None:
    for entry in gazetteer(name).values():
        spellings = [s for listed in entry.spellings.values() for s in listed]
        assert spellings, entry.id
        assert all(s == s.strip() and s for s in spellings), entry.id

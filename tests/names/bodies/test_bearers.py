"""An abbreviation of several bodies means the one that the document speaks of, and else the table's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.names.bodies.bearers import own_name, tell_bearer, telling_names
from kartoteka.names.bodies.gazetteers import bearers, gazetteer

NAMES = [
    "GPU",
    "OGPU",
    "ГПУ",
    "НКВД УССР",
    "НКВД",
    "Ukraine",
    "Грузия",
    "Moscow",
    "CC",
    "CC CP(B)U",
    "ЦК ВКП(б)",
    "РСФСР",
]


@pytest.mark.parametrize(
    ("name", "names", "body"),
    [
        ("GPU", ["OGPU", "Ukraine"], "gpu-ukrssr"),
        ("GPU", ["OGPU", "Moscow"], "ogpu"),
        ("ГПУ", ["Грузия", "Тифлис"], "gpu-georgia"),
        ("ГПУ", ["Грузия", "Украина"], "gpu-ukrssr"),
        ("GPU", [], "gpu-ukrssr"),
        ("НКВД", ["НКВД УССР", "Харьков"], "nkvd-ukrssr"),
        ("НКВД", ["НКВД УССР", "СССР"], "nkvd-ussr"),
        ("НКВД", ["Украина"], "nkvd-ussr"),
        ("CC", ["CC CP(B)U", "USSR"], "cc-cpbu"),
        ("CC", ["CC CP(B)U", "CC AUCP(B)"], "central-committee"),
        ("CC", ["CC AUCP(B)", "Ukraine"], "central-committee"),
        ("Politburo", ["Politburo of the CC AUCP(B)", "Berlin"], "politburo-aucpb"),
        ("Раднаркому", ["РНК СРСР", "Москва"], "sovnarkom-ussr"),
        ("Раднаркому", ["РНК СРСР", "Україна"], "sovnarkom-ukrssr"),
        ("KGB", ["KGB of the Ukrainian SSR"], "kgb-ukrssr"),
        ("OGPU", ["Ukraine"], "ogpu"),
        ("Ministry of Nothing", ["Ukraine"], ""),
    ],
)
def test_the_document_decides(name: str, names: list[str], body: str) -> None:
    assert tell_bearer(name, names) == body


def test_a_body_that_did_not_exist_then_is_not_meant() -> None:
    assert tell_bearer("NKVD", ["Ukraine"], [1919, 1920, 1921]) == "nkvd-ukrssr-1919"
    assert tell_bearer("Верховна Рада", [], [1946, 1950, 1955]) == "supreme-soviet-ukrssr"
    assert tell_bearer("Верховна Рада", [], [1996, 2004, 2014]) == "verkhovna-rada"


def test_a_single_year_of_birth_says_nothing() -> None:
    assert tell_bearer("NKVD", [], [1924]) == "nkvd-ussr"


def test_a_name_of_another_body_is_replaced_by_one_that_tells() -> None:
    assert telling_names(["CC", "CC CP(B)U", "OGPU"]) == {"CC": "CC CP(B)U"}
    assert telling_names(["ЦК", "ЦК КП(б)У"], lang="uk") == {"ЦК": "ЦК КП(б)У"}
    assert telling_names(["NKVD", "Ukraine"]) == {}


def test_every_body_that_shares_a_name_has_one_of_its_own() -> None:
    for entry in gazetteer("organizations").values():
        if entry.shared:
            assert all(own_name(entry.id, lang) for lang in ("en", "uk", "ru")), entry.id


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(NAMES), max_size=5),
    st.lists(st.integers(1900, 2000), max_size=4),
)
def test_what_is_chosen_bears_the_name(name: str, names: list[str], years: list[int]) -> None:
    known = bearers("organizations", name)
    assert tell_bearer(name, names, years) in (known or ("",))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NAMES), max_size=6))
def test_the_order_and_number_of_the_names_change_nothing(names: list[str]) -> None:
    assert telling_names(names) == telling_names([*reversed(names), *names])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NAMES), max_size=6))
def test_a_telling_name_needs_no_further_telling(names: list[str]) -> None:
    told = telling_names(names)
    assert not telling_names(list(told.values())).keys() & set(told.values())

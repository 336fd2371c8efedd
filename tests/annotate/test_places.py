"""Places are found by the gazetteer in any case, and by the words that make them places."""

from __future__ import annotations

import pytest

from kartoteka.annotate.places import find_places


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("a meeting in Kharkov", "en", "Kharkov"),
        ("archives of the Ukrainian SSR", "en", "Ukrainian SSR"),
        ("farms of Vinnytsia province", "en", "Vinnytsia province"),
        ("the Kingdom of Hungary fell", "en", "Kingdom of Hungary"),
        ("in Borzna, Mena and Uman counties", "en", "Mena"),
        ("in the village of Staroshvedske", "en", "Staroshvedske"),
        ("працював у Харкові", "uk", "Харкові"),
        ("повернувся на Далекий Схід", "uk", "Далекий Схід"),
        ("села Вінницької області", "uk", "Вінницької області"),
        ("виїхав на Київщину", "uk", "Київщину"),
        ("в Днепропетровске", "ru", "Днепропетровске"),
        ("из Смоленской губернии", "ru", "Смоленской губернии"),
    ],
)
def test_a_place_is_found_whole(text: str, lang: str, place: str) -> None:
    assert place in {text[f.start : f.end] for f in find_places(text, lang)}


def test_a_military_district_is_no_place() -> None:
    text = "commander of the Leningrad Military District"
    assert "Leningrad Military District" not in {text[f.start : f.end] for f in find_places(text, "en")}


def test_stalin_is_not_the_town_of_stalino() -> None:
    assert not list(find_places("письмо Сталину", "ru"))

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
        ("across Northern France", "en", "Northern France"),
        ("the town Zastavna", "en", "Zastavna"),
        ("on Lake Onega", "en", "Lake Onega"),
        ("бився за Центральну і Східну Європу", "uk", "Центральну і Східну Європу"),
        ("в Чукотском автономном округе", "ru", "Чукотском автономном округе"),
        ("на вул. М. Грушевського", "uk", "М. Грушевського"),
        ("по улице Горького", "ru", "Горького"),
        ("у селі Стара Прилука", "uk", "Стара Прилука"),
        ("Київ став столицею", "uk", "Київ"),
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


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Буду жити довго.", "uk"),
        ("При Ежове он возглавлял тройку.", "ru"),
        ("умер в 1937 г. Немногие его пережили", "ru"),
        ("площею 500 кв м. Вони зникли", "uk"),
        ("Нові області виникли.", "uk"),
    ],
)
def test_words_and_abbreviations_are_no_places(text: str, lang: str) -> None:
    assert not list(find_places(text, lang))


def test_a_realms_name_ends_where_the_next_begins() -> None:
    found = {
        "Kingdom of Bohemia Republic of Genoa"[f.start : f.end]
        for f in find_places("Kingdom of Bohemia Republic of Genoa", "en")
    }
    assert {"Kingdom of Bohemia", "Republic of Genoa"} <= found
    assert "Kingdom of Bohemia Republic" not in found


def test_a_known_name_in_quotes_weighs_little() -> None:
    (quoted,) = find_places("матч «Барселона» выиграла", "ru")
    (plain,) = find_places("уехал в Барселону", "ru")
    assert quoted.weight < plain.weight

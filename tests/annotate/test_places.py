"""Places are found by the gazetteer in any case, and by the words that make them places."""

from __future__ import annotations

import pytest
import spacy

from kartoteka.annotate.findings import Finding, add, found
from kartoteka.annotate.places import Places, find_places
from kartoteka.types import Label


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
        ("from Petrovskaia stanitsa", "en", "Petrovskaia"),
        ("the stanitsa Petrovskaia", "en", "Petrovskaia"),
        ("the court of the Tajik SSR", "en", "Tajik SSR"),
        ("на вул. М. Грушевського", "uk", "вул. М. Грушевського"),
        ("жив на вул. Садовій, 23 у Полтаві", "uk", "вул. Садовій, 23"),
        ("будинок по вул. Садовій 4 / 6", "uk", "вул. Садовій 4 / 6"),
        ("мешкав на вул. Садовій, 14 жовтня помер", "uk", "вул. Садовій"),
        ("на Житньому бульварі", "uk", "Житньому бульварі"),
        ("по улице Горького", "ru", "улице Горького"),
        ("на Сенную площадь и рынок", "ru", "Сенную площадь"),
        ("глава Республики Карелия", "ru", "Республики Карелия"),
        ("землі Великого князівства Рязанського", "uk", "Великого князівства Рязанського"),
        ("правил Астраханским ханством", "ru", "Астраханским ханством"),
        ("приехал в Комсомольск на Амуре", "ru", "Комсомольск на Амуре"),
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
        ("Загальна площа зросла.", "uk"),
        ("in Polish and Ukrainian villages", "en"),
        ("Нова імперія постала.", "uk"),
        ("Царство Небесное обещано.", "ru"),
        ("книги, карты и пр. Сидоров читал", "ru"),
        ("нардеп від ПР Сидоренка", "uk"),
        ("пришёл Роман Самара", "ru"),
        ("возле Хмельницкой атомной станции", "ru"),
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


def test_a_house_is_on_its_street() -> None:
    (found,) = [f for f in find_places("на вулиці Франка, 23 жив", "uk") if f.rule == "places.street"]
    assert found.name == "вулиця Франка"


def test_the_streets_of_a_town_are_no_street() -> None:
    assert {f.rule for f in find_places("вулиці Києва", "uk")} == {"places.gazetteer"}


def test_behind_a_preposition_a_known_place_outweighs_a_surname_with_initials() -> None:
    (preposed,) = find_places("В Самаре П. И. Сидоров служил", "ru")
    (plain,) = find_places("Самара росла", "ru")
    assert preposed.weight > 0.7 > plain.weight


def places_in(text: str, *recognized: tuple[str, float], lang: str = "ru") -> set[str]:
    doc = spacy.blank(lang)(text)
    add(
        doc,
        [
            Finding(text.index(n), text.index(n) + len(n), Label.PLACE, f"recognizer.{lang}", w)
            for n, w in recognized
        ],
    )
    return {text[f.start : f.end] for f in found(Places(spacy.blank(lang), "places")(doc))}


def test_an_adjective_of_another_noun_is_no_place() -> None:
    assert not places_in("Лондонские туманы густы", ("Лондонские", 0.66))
    assert places_in("сражался в Грозном весной", ("Грозном", 0.66)) == {"Грозном"}
    assert "Тульской" in places_in("в Тульской и Рязанской областях", ("Тульской", 0.66))
    assert places_in("служил в Тульском обкоме", ("Тульском", 0.66)) == {"Тульском"}


def test_a_common_word_that_opens_a_sentence_is_no_place_unless_the_recognizer_is_sure() -> None:
    assert not places_in("Океан шумел.", ("Океан", 0.5))
    assert places_in("Океан шумел.", ("Океан", 0.65)) == {"Океан"}


def test_a_side_alone_and_a_common_word_in_quotes_are_no_places() -> None:
    assert not places_in("групи Південна і Середня", ("Південна", 0.6), ("Середня", 0.6), lang="uk")
    assert not places_in("роман «Океан» вышел", ("Океан", 0.5))


def test_the_latin_spelling_behind_a_place_is_the_same_place() -> None:
    assert "Gotha" in places_in("родился в Готе (Gotha)", ("Готе", 0.6))

"""Births and deaths: only what a text says of one person, and never a term of office."""

from __future__ import annotations

import pytest

from kartoteka.annotate import annotate
from kartoteka.ingest import read_text


def lives(text: str, lang: str) -> list[tuple[str, str, str]]:
    """Person, birth and death (EDTF, "" where not stated) of each statement."""
    reading = next(annotate([read_text(text, "article", lang=lang)]))
    names = {referent.id: referent.name for referent in reading.referents}
    return [
        (names[life.person], life.birth.edtf if life.birth else "", life.death.edtf if life.death else "")
        for life in reading.lives
    ]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Vlas Chubar (1891–1939) was a Soviet statesman.", ("Vlas Chubar", "1891", "1939")),
        ("en", "Stanislav Kosior (b. 1889) came from Poland.", ("Stanislav Kosior", "1889", "")),
        ("en", "Vlas Chubar was shot in Moscow on 26 February 1939.", ("Vlas Chubar", "", "1939-02-26")),
        ("en", "In 1937 Panas Liubchenko shot himself.", ("Panas Liubchenko", "", "1937")),
        ("uk", "Влас Чубар (10 лютого 1891 — 26 лютого 1939) — діяч.", ("Влас Чубар", "1891-02-10", "1939-02-26")),
        ("uk", "Микола Скрипник (нар. 1872) очолив наркомат.", ("Микола Скрипник", "1872", "")),
        ("uk", "Станіслава Косіора розстріляно 26 лютого 1939 року.", ("Станіслав Косіор", "", "1939-02-26")),
        ("ru", "Влас Чубарь был расстрелян 26 февраля 1939 года.", ("Влас Чубарь", "", "1939-02-26")),
        ("ru", "Григорий Петровский умер в Москве 9 января 1958 года.", ("Григорий Петровский", "", "1958-01-09")),
        (
            "en",
            "Vlas Chubar was arrested in July 1938 and shot on 26 February 1939.",
            ("Vlas Chubar", "", "1939-02-26"),
        ),
        (
            "en",
            "Ivan Dubovy, who held the post until August 1937, was shot on 29 July 1938.",
            ("Ivan Dubovy", "", "1938-07-29"),
        ),
        (
            "uk",
            "Аркадій Любченко дожив до війни й помер 25 лютого 1945 року.",
            ("Аркадій Любченко", "", "1945-02-25"),
        ),
        (
            "uk",
            "Станіслава Косіора відкликали 1938 року, а 26 лютого 1939 року стратили.",
            ("Станіслав Косіор", "", "1939-02-26"),
        ),
        (
            "ru",
            "Леплевского арестовали в апреле и расстреляли 28 июля 1938 года.",
            ("Леплевский", "", "1938-07-28"),
        ),
        (
            "ru",
            "Иону Якира арестовали 28 мая 1937 года, расстреляли 12 июня 1937 года.",
            ("Иона Якир", "", "1937-06-12"),
        ),
    ],
)
def test_what_a_text_says_of_a_life(lang: str, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in lives(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Stanislav Kosior (1928–1938) was followed by Nikita Khrushchev."),
        ("en", "On 5 May 1920 Hryhorii Petrovsky was shot at by bandits."),
        ("en", "The brother of Vlas Chubar was shot on 26 February 1939."),
        ("en", "Born in 1892, Mykola Khvylovy moved to Kharkiv."),
        ("ru", "Сын Власа Чубаря был расстрелян 26 февраля 1939 года."),
        ("en", "Vlas Chubar was dismissed after his deputy was arrested and shot on 26 February 1939."),
        ("uk", "Влас Чубар мовчав, коли його заступника арештували й розстріляли 26 лютого 1939 року."),
        ("ru", "У Власа Чубаря арестовали жену и расстреляли 26 февраля 1939 года."),
    ],
)
def test_what_is_no_life_or_another_persons(lang: str, text: str) -> None:
    assert lives(text, lang) == []


def test_a_life_told_without_its_name_is_the_heros() -> None:
    text = "Влас Якович Чубар (1891–1939) — діяч. Народився 22 лютого 1891 року в селі Федорівка."
    assert {name for name, birth, _ in lives(text, "uk") if birth} == {"Влас Якович Чубар"}


def test_the_date_may_come_before_a_pronoun() -> None:
    text = (
        "Микола Скрипник — діяч. Скрипник очолив наркомат 1927 року. Пізніше Скрипник мовчав.\n\n"
        "7 липня 1933 року, після засідання Політбюро, він застрелився."
    )
    assert ("Микола Скрипник", "", "1933-07-07") in lives(text, "uk")

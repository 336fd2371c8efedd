"""Schemes write what their standards say, and what they write is recognized."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transliterate import translit

from kartoteka.names import compare_persons
from kartoteka.names.distance import likeness
from kartoteka.romanization import readings, romanize, schemes
from kartoteka.types import Verdict

UKRAINIAN = (
    "Балицький Скрипник Шаповал Косіор Чубар Любченко Хвильовий Грушевський Петлюра Щербицький Єфремов Затонський "
    "Леплевський Якір Постишев Шумський Волобуєв Чувирін Сухомлин Хатаєвич Дерібас Зозуля Їжакевич"
)
RUSSIAN = (
    "Балицкий Ежов Хрущёв Ягода Каганович Люшков Менжинский Дзержинский Щёлоков Жданов Цюрупа Орджоникидзе Фрунзе "
    "Тухачевский Егоров Шверник Чуйков Юденич Якир Эйхе Хлевнюк Пятаков Подвойский Буденный Рыков"
)
SURNAMES = {"uk": UKRAINIAN.split(), "ru": RUSSIAN.split()}
GIVEN = {"uk": ["Микола", "Юрій", "Олексій"], "ru": ["Николай", "Юрий", "Алексей"]}


@pytest.mark.parametrize(
    ("scheme", "name", "latin"),
    [
        ("uk-national", "Всеволод Балицький", "Vsevolod Balytskyi"),
        ("uk-national", "Згурський, Їжакевич, Юрій Знам'янко", "Zghurskyi, Yizhakevych, Yurii Znamianko"),
        ("uk-ala-lc", "Балицький", "Balyt͡sʹkyĭ"),
        ("uk-ala-lc-simple", "В. А. Балицький", "V. A. Balyts'kyi"),
        ("uk-bgn-pcgn", "Балицький", "Balyts'kyy"),
        ("uk-scholarly", "Щербицький", "Ščerbyc'kyj"),
        ("uk-iso9", "Балицький", "Balicʹkij"),
        ("uk-german", "Юрій Шаповал", "Jurij Schapowal"),
        ("uk-french", "Юрій Шаповал", "Iouri Chapoval"),
        ("uk-polish", "Всеволод Балицький", "Wsewołod Bałycki"),
        ("ru-ala-lc-simple", "Юрий Андреев", "Iurii Andreev"),
        ("ru-bgn-pcgn", "Ежов и Андреев", "Yezhov i Andreyev"),
        ("ru-scholarly", "Хрущёв", "Xruščëv"),
        ("ru-iso9", "Щёлоков", "Ŝëlokov"),
        ("ru-gost-b", "Балицкий", "Baliczkij"),
        ("ru-passport", "Подъячев Юрий", "Podieiachev Iurii"),
        ("ru-german", "Николай Ежов, Хрущёв", "Nikolai Jeschow, Chruschtschow"),
        ("ru-french", "Ежов, Чехов, Пушкин", "Iejov, Tchekhov, Pouchkine"),
        ("ru-polish", "Лаврентий Берия", "Ławrientij Bierija"),
    ],
)
def test_a_scheme_writes_what_its_standard_says(scheme: str, name: str, latin: str) -> None:
    assert romanize(name, scheme) == latin


def test_capitals_follow_the_original() -> None:
    assert romanize("Щербицький ЩЕРБИЦЬКИЙ Щ", "uk-national") == "Shcherbytskyi SHCHERBYTSKYI Shch"


def test_latin_and_figures_stay() -> None:
    assert romanize("NKVD, 1937 р.", "uk-national") == "NKVD, 1937 r."


def test_an_unknown_scheme_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"no scheme 'uk-telegram'. Known: .*uk-national"):
        romanize("Київ", "uk-telegram")


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_surnames_in_every_scheme_are_judged_the_same_as_their_cyrillic(scheme: str) -> None:
    lang = schemes()[scheme].lang
    missed = []
    for number, surname in enumerate(SURNAMES[lang]):
        name = f"{GIVEN[lang][number % 3]} {surname}"
        if compare_persons(name, romanize(name, scheme)).verdict is not Verdict.SAME:
            missed.append(surname)

    assert missed == []


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_an_independent_romanization_is_recognized(lang: str) -> None:
    """That of `transliterate`, which leaves ё in Cyrillic."""
    surnames = [s for s in SURNAMES[lang] if "ё" not in s]
    unlike = [s for s in surnames if likeness(translit(s.lower(), lang, reversed=True), s) < 0.8]

    assert unlike == []


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_a_romanized_surname_is_read_back(scheme: str) -> None:
    for surname in ["Шаповал", "Скрипник", "Ворона"]:
        assert surname in list(readings(romanize(surname, scheme), scheme))


@given(st.text(alphabet="абвгдеклмнопрстухцчшю", min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_every_reading_romanizes_to_the_text(word: str) -> None:
    latin = romanize(word, "uk-national")
    found = list(readings(latin, "uk-national"))

    assert found
    assert all(romanize(reading, "uk-national") == latin for reading in found)


def test_a_spelling_of_another_scheme_has_no_reading() -> None:
    assert list(readings("Schapowal", "uk-national")) == []

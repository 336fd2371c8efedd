"""The scheme of a document is recognized by how its names are spelled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from random import Random

import pytest

from kartoteka.languages.surnames import dictionary_surnames
from kartoteka.resources import read_lines
from kartoteka.romanization import recognize_schemes, romanize, schemes, writes

GIVEN = {
    "uk": [
        "Іван",
        "Микола",
        "Юрій",
        "Олексій",
        "Григорій",
        "Всеволод",
        "Павло",
        "Степан",
        "Євген",
        "Борис",
        "Петро",
    ],
    "ru": [
        "Иван",
        "Николай",
        "Юрий",
        "Алексей",
        "Григорий",
        "Всеволод",
        "Павел",
        "Степан",
        "Евгений",
        "Борис",
        "Фёдор",
    ],
    "be": [
        "Іван",
        "Мікалай",
        "Юрый",
        "Аляксей",
        "Рыгор",
        "Усевалад",
        "Павел",
        "Сцяпан",
        "Яўген",
        "Барыс",
        "Пятро",
    ],
}
#: Documents a scheme, and names in each.
DOCUMENTS, NAMES = 3, 15
RECOGNIZED = 0.95


def surnames(lang: str) -> list[str]:
    known = read_lines("romanization/belarusian_surnames.txt") if lang == "be" else dictionary_surnames(lang, 13)
    return [word[0].upper() + word[1:] for word in known if len(word) > 3]


def documents(lang: str) -> Iterator[list[str]]:
    random = Random(1938)
    for _ in range(DOCUMENTS):
        yield [f"{random.choice(GIVEN[lang])} {surname}" for surname in random.sample(surnames(lang), NAMES)]


def test_the_scheme_of_fifteen_names_comes_first() -> None:
    """Or another that writes the same names alike."""
    wrong = []
    for scheme in schemes().values():
        for names in documents(scheme.lang):
            latin = [romanize(name, scheme.name) for name in names]
            first = next(iter(recognize_schemes(latin)), "")
            if not first or not all(map(writes, names, latin, repeat(first))):
                wrong.append((scheme.name, first))

    assert len(wrong) <= (1 - RECOGNIZED) * DOCUMENTS * len(schemes()), wrong


@pytest.mark.parametrize(
    ("names", "scheme"),
    [
        (["Balyts'kyi", "Petrovs'kyi", "Iakir", "Liubchenko"], "uk-ala-lc-simple"),
        (["Balytskyi", "Skrypnyk", "Yurii Shapoval", "Yakir", "Liubchenko"], "uk-national"),
        (["Vsevolod Balytsky", "Yuriy Shapoval", "Hryhoriy Petrovsky", "Yushchenko"], "uk-english"),
        (["Nikolai Jeschow", "Pawel Postyschew", "Chruschtschow", "Dserschinski"], "ru-german"),
        (["Khrouchtchev", "Iejov", "Boukharine", "Dzerjinski"], "ru-french"),
        (["Wsewołod Bałycki", "Hryhorij Petrowski", "Szumski"], "uk-polish"),
        (["Brezsnyev", "Medvegyev", "Hruscsov", "Dzerzsinszkij"], "ru-hungarian"),
        (["Chroesjtsjov", "Poesjkin", "Dzerzjinski"], "ru-dutch"),
    ],
)
def test_telling_letter_groups_give_a_scheme_away(names: list[str], scheme: str) -> None:
    shares = recognize_schemes(names)

    assert shares[scheme] == max(shares.values())


def test_schemes_that_write_the_words_alike_share() -> None:
    shares = recognize_schemes(["Petrov", "Ivanov", "Zakharov", "Voroshilov", "Molotov", "Kirov"])

    assert shares["ru-passport"] == shares["ru-gost-52535"] == max(shares.values())
    assert shares["ru-passport"] < 0.25


def test_a_german_text_can_have_its_names_from_russian() -> None:
    """Kossior and Tschubar are spelled from either language, Grigorij and Petrowski from Russian."""
    shares = recognize_schemes(["Kossior", "Tschubar", "Grigori Petrowski", "Nikolai Skrypnik", "Sergei Kirow"])

    assert next(iter(shares)).startswith("ru-german")
    assert sum(share for name, share in shares.items() if "german" in name) > 0.95


@pytest.mark.parametrize("words", [[], ["Балицький"], ["", "1937", "🙂", "I. V."], ["Bill"]])
def test_words_that_tell_nothing_have_no_scheme(words: list[str]) -> None:
    assert recognize_schemes(words) == {}


def test_order_and_counts_do_not_matter() -> None:
    names = ["Balytskyi", "Yurii Shapoval", "Liubchenko", "Zatonskyi"]

    assert recognize_schemes(names) == recognize_schemes(reversed(names))
    assert recognize_schemes(names) == recognize_schemes(dict.fromkeys(names, 7))


@pytest.mark.parametrize(
    ("cyrillic", "latin", "scheme"),
    [
        ("Балицький", "Balytskyi", "uk-national"),
        ("Балицький", "BALYTS’KYI", "uk-ala-lc"),
        ("Балицький", "Balytskyi", "uk-ala-lc"),
        ("Чубар", "Cubar", "uk-scholarly"),
        ("Лук'яненко", "Lukianenko", "uk-national-1996"),
        ("Ежов", "Jeschow", "ru-german"),
        ("Хмара-Луцький", "Chmara-Łucki", "uk-polish"),
        ("Хмара-Луцький", "Chmara Lucki", "uk-polish"),
    ],
)
def test_a_scheme_writes_a_word_so_marks_and_case_aside(cyrillic: str, latin: str, scheme: str) -> None:
    assert writes(cyrillic, latin, scheme)


@pytest.mark.parametrize(
    ("cyrillic", "latin", "scheme"),
    [
        ("Балицький", "Balitsky", "uk-national"),
        ("Жадан", "Zadan", "uk-national"),
        ("Косіор", "Kosior", "uk-german"),
    ],
)
def test_a_scheme_does_not_write_a_word_so(cyrillic: str, latin: str, scheme: str) -> None:
    assert not writes(cyrillic, latin, scheme)


def test_an_unknown_scheme_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"no scheme 'uk-telegram'\. Known: be-ala-lc"):
        writes("Київ", "Kyiv", "uk-telegram")

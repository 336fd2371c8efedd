"""Cards are called as a house wants them called, wherever the texts allow it."""

from __future__ import annotations

import pytest

from kartoteka.names import check_convention, conventions, display_name
from kartoteka.names.display.completing import given_in
from kartoteka.names.display.conventions import written_in
from kartoteka.names.display.spelling import likeliest, script, writers
from kartoteka.types import Label

BALYTSKY = {"Vsevolod Balitsky": 4, "V. A. Balyts'kyi": 2, "Всеволод Балицький": 1, "Балицкий": 7}
YEZHOV = {"Nikolai Yezhov": 3, "Nikolai Ezhov": 1, "Николай Ежов": 2}


@pytest.mark.parametrize(
    ("convention", "counts", "name"),
    [
        ("attested", BALYTSKY, "Vsevolod Balitsky"),
        ("uk", BALYTSKY, "Всеволод Балицький"),
        ("uk-national", BALYTSKY, "Vsevolod Balytskyi"),
        ("uk-polish", BALYTSKY, "Wsewołod Bałycki"),
        ("ru", BALYTSKY, "Всеволод Балицкий"),
        ("ru-bgn-pcgn", YEZHOV, "Nikolay Yezhov"),
        ("uk-national,ru-bgn-pcgn", YEZHOV, "Nikolay Yezhov"),
        ("uk-national,ru-bgn-pcgn", BALYTSKY, "Vsevolod Balytskyi"),
        ("uk", YEZHOV, "Nikolai Yezhov"),
        ("ru-ala-lc-simple", {"Nikolai Yezhov": 9, "Nikolai Ezhov": 1}, "Nikolai Ezhov"),
        ("uk-national", {"Oleksandr Shumsky": 9, "Oleksandr Shumskyi": 1}, "Oleksandr Shumskyi"),
        ("uk-ala-lc-simple,ru-ala-lc-simple", {"Nikolai Yezhov": 9, "Nikolai Ezhov": 1}, "Nikolai Ezhov"),
        ("uk-ala-lc-simple", {"Yuri Shapoval": 4, "Iurii Shapoval": 2}, "Iurii Shapoval"),
        ("uk-national", {"Mace": 3, "James E. Mace": 1}, "James E. Mace"),
    ],
)
def test_a_person_is_called_by_the_convention(convention: str, counts: dict[str, int], name: str) -> None:
    languages = {"Николай Ежов": {"ru"}}
    assert display_name(Label.PERSON, counts, languages, convention=convention) == name


@pytest.mark.parametrize(
    ("convention", "name", "called"),
    [
        ("uk-national", "Kharkov", "Kharkiv"),
        ("uk-polish", "Kharkov", "Charkiw"),
        ("uk-national", "Moscow", "Moscow"),
        ("ru-polish", "Kharkov", "Kharkiv"),
        ("ru", "Kharkov", "Харьков"),
        ("uk", "Kharkov", "Харків"),
        ("uk-national", "Ukraine", "Ukraine"),
    ],
)
def test_a_place_is_romanized_where_english_calls_it_as_the_language_does(
    convention: str, name: str, called: str
) -> None:
    assert display_name(Label.PLACE, {name: 1}, convention=convention) == called


def test_an_institution_keeps_the_tables_name_in_the_conventions_language() -> None:
    names = {
        convention: display_name(Label.ORG, {"ВУЧК": 1}, convention=convention) for convention in ("uk", "ru")
    }
    assert names == {"uk": "ВУЧК", "ru": "ВУЧК"}
    assert display_name(Label.ORG, {"ВУЧК": 1}, convention="uk-national") == "All-Ukrainian Cheka"


def test_the_texts_tell_the_language_where_the_letters_do_not() -> None:
    counts = {"Павло Бутенко": 1}
    assert (
        display_name(Label.PERSON, counts, {"Павло Бутенко": {"uk"}}, convention="uk-national") == "Pavlo Butenko"
    )
    assert (
        display_name(Label.PERSON, counts, {"Павло Бутенко": {"en"}}, convention="uk-national") == "Павло Бутенко"
    )


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("Балицький", "uk"),
        ("Балицкий", "ru"),
        ("Сергій Єфремов", "uk"),
        ("Рыков", "ru"),
        ("Афанасий Петрович Любченко", "ru"),
        ("Семен Андреевич Бойко", "ru"),
        ("Семен Андрійович Бойко", "uk"),
        ("Павло Тичина", ""),
        ("Чорний", ""),
        ("Шаўцоў", "be"),
        ("Янка Купала", ""),
        ("Мікалай Рыжкоў", "be"),
        ("Yezhov", ""),
    ],
)
def test_letters_tell_the_language_of_a_name(name: str, lang: str) -> None:
    assert written_in(name) == lang


@pytest.mark.parametrize("name", ["klingon", "attested,uk", "uk-national,", ""])
def test_an_unknown_convention_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="Known: attested, uk, ru, "):
        check_convention(name)


def test_every_scheme_is_a_convention() -> None:
    assert {"attested", "uk", "ru", "uk-national", "ru-gost-b"} <= set(conventions())


def test_schemes_that_write_a_spelling_are_told_by_the_cyrillic_on_the_card() -> None:
    spellings = ("Балицький", "Балицкий", "Balytskyi")
    assert "uk-national" in writers("Balytskyi", spellings)
    assert writers("V. Balytskyi", spellings) == writers("Balytskyi", spellings)
    assert "uk-polish" in writers("Bałycki", spellings)
    assert "uk-scholarly" in writers("Sumskyj", ("Шумський",))
    assert not any(scheme.startswith("uk-") for scheme in writers("Balitskiy", spellings))
    assert writers("Balytskyi", ("Balytsky",)) == writers("Балицький", spellings) == frozenset()


def test_the_script_of_a_name_is_that_of_most_letters() -> None:
    assert [script(name) for name in ("Балицький", "Balytsky", "Yakіr", "1937")] == ["Cyrl", "Latn", "Latn", ""]


POSTYSHEV = {"Paweł Postyszew": 1, "Postyszew": 2, "П. Постишев": 3, "Павел Постышев": 1}
KOSIOR = {"Станислав Викентьевич Косиор": 2, "Stanisław Kosior": 1, "С. Косіор": 3, "Косіор": 1}
KAHANOVYCH = {"Lazar Moiseyevich Kaganovich": 3, "Л. Каганович": 4, "Лазар Мойсейович Каганович": 1}


@pytest.mark.parametrize(
    ("convention", "counts", "name"),
    [
        ("uk-national,ru-ala-lc", POSTYSHEV, "Pavlo Postyshev"),
        ("uk", POSTYSHEV, "Павло Постишев"),
        ("ru", POSTYSHEV, "Павел Постышев"),
        ("uk-national,ru-ala-lc", KOSIOR, "Stanislav Kosior"),
        ("ru-ala-lc-simple", KOSIOR, "Stanislav Vikent'evich Kosior"),
        ("uk-national", KAHANOVYCH, "Lazar Moiseiovych Kahanovych"),
        ("uk", KAHANOVYCH, "Лазар Мойсейович Каганович"),
        ("uk-national", {"Stanislav Vikentievich Kosior": 1, "С. Косіор": 2}, "Stanislav Vikentievich Kosior"),
        ("uk-national", {"Józef Balicki": 1, "Ю. Балицький": 2}, "Józef Balytskyi"),
        ("uk", {"Józef Balicki": 1, "Ю. Балицький": 2}, "Józef Balicki"),
        (
            "uk-national",
            {"Israel Leplevsky": 2, "Izrail Moiseevich Leplevskii": 1, "Ізраїль Леплевський": 1},
            "Izrail Leplevskyi",
        ),
        ("ru-bgn-pcgn", {"Nikita Khrushchev": 3, "Н. С. Хрущёв": 1}, "Nikita Khrushchëv"),
        ("uk", {"Мирослава Дужа": 2, "M. Duzha": 1}, "Мирослава Дужа"),
    ],
)
def test_no_convention_makes_a_name_poorer(convention: str, counts: dict[str, int], name: str) -> None:
    russian = {"Н. С. Хрущёв", "Станислав Викентьевич Косиор", "Павел Постышев"}
    languages = {spelling: {"ru"} if spelling in russian else {"uk"} for spelling in counts}
    assert display_name(Label.PERSON, counts, languages, convention=convention) == name


@pytest.mark.parametrize(
    ("given", "ukrainian", "russian"),
    [
        ("Павел", "Павло", "Павел"),
        ("Nikolai", "Микола", "Николай"),
        ("Hryhorii", "Григорій", "Григорий"),
        ("Józef", "", ""),
        ("Joseph", "", ""),
    ],
)
def test_a_given_name_has_its_form_in_a_language_where_that_is_certain(
    given: str, ukrainian: str, russian: str
) -> None:
    assert (given_in("uk", given), given_in("ru", given)) == (ukrainian, russian)


SLIPYI = ("Иосиф Слипый", "Йосип Сліпий")


@pytest.mark.parametrize(
    ("name", "spellings", "document", "languages", "scheme"),
    [
        ("Yosyf Slipyi", SLIPYI, ["uk-national"], ["uk", "ru"], ""),
        ("Yosyp Slipyi", SLIPYI, ["uk-ala-lc-simple", "uk-national"], ["uk", "ru"], "uk-national"),
        ("Slipyi", ("Иосиф Слипый",), ["uk-ala-lc-simple"], ["ru"], "uk-ala-lc-simple"),
        ("Slipyi", ("Иосиф Слипый", "Сліпий"), [], ["uk", "ru"], "uk-national"),
        ("Savchenko", ("Сергей Савченко", "Савченко"), ["uk-national"], ["ru"], "uk-national"),
        ("Sergei Savchenko", ("Сергей Савченко",), ["uk-national"], ["ru"], "ru-ala-lc-simple"),
        ("Pavlo Meshyk", ("Павел Мешик",), ["uk-national"], ["ru"], "uk-national"),
        ("Balickij", ("Балицький", "Балицкий"), [], ["uk", "ru"], "ru-scholarly"),
        ("Savchenko", (), ["uk-national"], [], ""),
    ],
)
def test_the_documents_scheme_goes_before_the_well_known_ones_of_the_cyrillics_language(
    name: str, spellings: tuple[str, ...], document: list[str], languages: list[str], scheme: str
) -> None:
    found = likeliest(name, writers(name, spellings), document, languages)
    assert next(iter(found), "") == scheme

"""Given names and patronymics are one across languages."""

from __future__ import annotations

from itertools import combinations

import pytest

from kartoteka.names.persons.given import (
    classes,
    given_names,
    is_given_name,
    patronymic_classes,
    patronymic_gender,
)
from kartoteka.names.persons.translations import russian_given


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        ("Mykola Nikolai Николай Микола Мікалай Nicholas Nikolaj Nikolay", "Mykola"),
        ("Hryhorii Grigory Ryhor Григорій Рыгор Grigori", "Hryhorii"),
        ("Yosyp Iosif Joseph Йосип Иосиф Jossif Józef", "Yosyp"),
        ("Volodymyr Vladimir Uladzimir Wladimir Володимир", "Volodymyr"),
        ("Pylyp Filipp Філіп Philipp", "Pylyp"),
        ("Panas Afanasii Афанасий Опанас", "Afanasii"),
        ("Olena Elena Yelena Hélène Елена", "Olena"),
        ("Мордехай Мордухай Mordechai", "Mordekhai"),
        ("Зигмунд Sigismund Zygmunt Сигизмунд", "Zygmunt"),
        ("Карліс Kārlis Карл Karl", "Karlo"),
        ("Акоп Hakob Яков Jacob", "Yakiv"),
        ("Вахтанг Vakhtang", "Vakhtang"),
        ("Robert Роберто Robertas", "Robert"),
        ("Вільям Уильям Wilhelm Guglielmo", "Vilhelm"),
        ("Рашид Рашит Rachid", "Rashid"),
        ("Пелагея Палажка Pelageia", "Pelahiia"),
    ],
)
def test_spellings_of_one_given_name(spellings: str, name: str) -> None:
    assert all(name in classes(spelling).sure for spelling in spellings.split())


def test_hryhorii_is_not_heorhii() -> None:
    assert not classes("Hryhorii").all & classes("Heorhii").all


@pytest.mark.parametrize(
    "names",
    [
        "Ян Яна Анна",
        "Лука Лукія",
        "Юлій Юліан",
        "Савелій Саватій",
        "Максим Максиміліан",
        "Василина Василиса",
        "Август Августин",
        "Emil Omelian",
        "Ангеліна Анжеліка",
        "Zenon Zynovii",
        "Kamil Kemal Kamila",
        "Хаїм Яків",
        "Мариан Марианна",
        "Marius Mario",
    ],
)
def test_names_that_sound_alike_are_not_in_one_class(names: str) -> None:
    found = [classes(name).sure for name in names.split()]

    assert all(found)
    assert not any(one & other for one, other in combinations(found, 2))


@pytest.mark.parametrize("pair", [("Хаїмович", "Якович"), ("Георгійович", "Юрійович"), ("Юлійович", "Юліанович")])
def test_fathers_of_two_names_are_two(pair: tuple[str, str]) -> None:
    one, other = map(patronymic_classes, pair)

    assert one
    assert other
    assert not one & other


def test_the_table_has_men_and_women() -> None:
    genders = [given.gender for given in given_names().values()]

    assert genders.count("m") > 350
    assert genders.count("f") > 150
    assert set(genders) == {"m", "f"}


@pytest.mark.parametrize(
    ("word", "gender", "name"),
    [
        ("Аполлонович", "m", "Apollon"),
        ("Apollonovych", "m", "Apollon"),
        ("Николаевич", "m", "Mykola"),
        ("Ильич", "m", "Illia"),
        ("Кузьминична", "f", "Kuzma"),
        ("Mykolaiovych", "m", "Mykola"),
        ("Уладзіміравіч", "m", "Volodymyr"),
        ("Wladimirowitsch", "m", "Volodymyr"),
        ("Іванівна", "f", "Ivan"),
        ("Ivanovna", "f", "Ivan"),
    ],
)
def test_patronymics_lead_back_to_the_fathers_name(word: str, gender: str, name: str) -> None:
    assert patronymic_gender(word) == gender
    assert name in patronymic_classes(word)


@pytest.mark.parametrize(
    ("nickname", "name"),
    [
        ("Sashko", "Oleksandr"),
        ("Joe", "Yosyp"),
        ("Matt", "Matvii"),
        ("Янка", "Ivan"),
        ("Bill", "Vilhelm"),
        ("Стьопа", "Stepan"),
        ("Слава", "Rostyslav"),
        ("Слава", "Yaroslav"),
        ("Леся", "Larysa"),
        ("Леся", "Oleksandra"),
        ("Женя", "Yevhen"),
        ("Женя", "Yevheniia"),
    ],
)
def test_a_nickname_is_of_a_name(nickname: str, name: str) -> None:
    assert name in classes(nickname).loose


@pytest.mark.parametrize("word", ["Сам", "Самый", "Были", "Рік", "Далі", "Умер", "League"])
def test_a_common_word_is_no_given_name(word: str) -> None:
    assert not is_given_name(word)


def test_a_given_name_of_no_table_is_asked_of_the_dictionaries() -> None:
    assert not classes("Євстратій").all
    assert russian_given("Євстратій") == ("Евстратий",)
    assert russian_given("Yevstratii") == ()

"""Given names and patronymics are one across languages."""

from __future__ import annotations

import pytest

from kartoteka.names.given import classes, given_names, patronymic_classes, patronymic_gender


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
        ("Пелагея Палажка Pelageia", "Pelahiia"),
    ],
)
def test_spellings_of_one_given_name(spellings: str, name: str) -> None:
    assert all(name in classes(spelling).sure for spelling in spellings.split())


def test_hryhorii_is_not_heorhii() -> None:
    assert not classes("Hryhorii").all & classes("Heorhii").all


def test_yan_is_not_anna() -> None:
    assert not classes("Ян").all & classes("Анна").all


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

"""Names without a surname and surnames without a given name."""

from __future__ import annotations

import pytest

from kartoteka.names.persons.courtesy import are_kin, is_called, is_courtesy, is_plainly_courtesy, may_bear


@pytest.mark.parametrize(
    ("name", "fuller"),
    [
        ("Лазарь Моисеевич", "Л. М. Каганович"),
        ("Izrail' Moiseyevich", "Израиль Моисеевич Леплевский"),
        ("Володимир Вікентійович", "В. В. Косіор"),
        ("Влас Якович", "Vlas Yakovlevich Chubar"),
        ("Анна Сергеевна", "А. С. Аллилуева"),
    ],
)
def test_who_is_called_by_given_name_and_patronymic(name: str, fuller: str) -> None:
    assert is_called(name, fuller)


@pytest.mark.parametrize(
    ("name", "fuller"),
    [
        ("Лазарь Моисеевич", "М. М. Каганович"),
        ("Лазарь Моисеевич", "Лазарь Каганович"),
        ("Григорий Моисеевич", "Израиль Моисеевич Леплевский"),
        ("Лазарь Каганович", "Л. М. Каганович"),
    ],
)
def test_who_is_not(name: str, fuller: str) -> None:
    assert not is_called(name, fuller)


def test_some_patronymics_are_surnames_too() -> None:
    assert is_courtesy("Володимир Антонович")
    assert not is_plainly_courtesy("Володимир Антонович")
    assert is_plainly_courtesy("Леонид Григорьевич")
    assert is_plainly_courtesy("Олена Антонівна")
    assert not is_courtesy("Лазар Каганович")


def test_children_and_siblings_may_bear_the_surname() -> None:
    assert are_kin("Леонид Григорьевич", "Григорий Петровский")
    assert are_kin("Izrail' Moiseyevich", "Grigoriy Moiseyevich Leplevskiy")
    assert not are_kin("Леонид Григорьевич", "Влас Чубарь")


@pytest.mark.parametrize(
    ("surname", "fuller", "can"),
    [
        ("Postyševa", "Pavlo Postyšev", False),
        ("Балицька", "Всеволод Балицький", False),
        ("Балицька", "Людмила Балицька", True),
        ("Балицький", "Людмила Балицька", False),
        ("Balytskyi", "Liudmyla Balytskyi", True),
        ("Mrs Stalin", "Joseph Stalin", False),
        ("Mme Stalin", "Stalin", False),
        ("Stalin", "Mme. Stalin", False),
        ("Якир", "Сарра Лазаревна Якир", True),
        ("Petrenko", "Hanna Petrenko", True),
    ],
)
def test_a_surname_tells_a_sex(surname: str, fuller: str, can: bool) -> None:
    assert may_bear(surname, fuller) is can

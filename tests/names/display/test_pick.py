"""The card carries the fullest ordinary form."""

from __future__ import annotations

import pytest

from kartoteka.names import pick_name


@pytest.mark.parametrize(
    ("counts", "picked"),
    [
        ({"Balytsky": 40, "Vsevolod Balytsky": 3, "V. Balytsky": 9}, "Vsevolod Balytsky"),
        ({"Vsevolod Balytsky": 5, "Vsevolod Balitsky": 2, "Всеволод Балицький": 30}, "Vsevolod Balytsky"),
        ({"Vsevolod Balitsky": 1, "Vsevolod Apollonovich Balitsky": 1}, "Vsevolod Apollonovich Balitsky"),
        ({"Балицький": 4, "Всеволод Балицький": 1}, "Всеволод Балицький"),
        ({"Балицкий Всеволод Аполлонович": 1}, "Всеволод Аполлонович Балицкий"),
        ({"Vladimir NAUMOV": 1}, "Vladimir Naumov"),
        ({"Com[rade] Balytsky": 1}, "Balytsky"),
        ({"1937": 1}, "1937"),
        ({"Khataevich": 3, "Мендель Маркович Хатаевич": 1}, "Мендель Маркович Хатаевич"),
        ({"V. Khataevich": 3, "Мендель Маркович Хатаевич": 1}, "V. Khataevich"),
        ({"Всеволод Балицького": 5, "Всеволод Балицький": 2}, "Всеволод Балицький"),
        ({"Панасом Любченко": 1, "Панас Любченко": 1}, "Панас Любченко"),
        ({"Vsevolcd Apollonovich Balytsky": 1, "Vsevolod Balytsky": 4}, "Vsevolod Balytsky"),
        ({"von Bohlen und Halbach, Gustav": 1}, "Gustav von Bohlen und Halbach"),
        ({"BALYTSKY, Vsevolod": 1}, "Vsevolod Balytsky"),
    ],
)
def test_the_fullest_form_stands_on_the_card(counts: dict[str, int], picked: str) -> None:
    assert pick_name(counts) == picked


@pytest.mark.parametrize(
    ("counts", "picked"),
    [
        ({"Boris Kozelsky": 1, "Kozelskii": 1, "Козельський": 3, "Bernard Golovanivsky": 1}, "Boris Kozelsky"),
        (
            {"Andrey Sheptytsky": 1, "Andrei Sheptyts'kyi": 1, "Roman Aleksander Maria Szeptycki": 1},
            "Andrei Sheptyts'kyi",
        ),
        ({"Роман Шухевич": 2, "Шухевич": 3, "Тарас Чупринка": 1, "Чупринка": 1}, "Роман Шухевич"),
        ({"Дмитро Клячківський": 3, "Клим Савур": 2}, "Дмитро Клячківський"),
        ({"Koba": 40, "Joseph Stalin": 3, "K. Stalin": 1}, "Joseph Stalin"),
        ({"Trotsky": 9, "Lev Bronstein": 1}, "Lev Bronstein"),
        ({"V. M. Skriabin": 2, "Молотов": 3, "Вячеслав Молотов": 1}, "Вячеслав Молотов"),
    ],
)
def test_the_name_that_most_mentions_have_is_the_current_one(counts: dict[str, int], picked: str) -> None:
    assert pick_name(counts) == picked


@pytest.mark.parametrize(
    ("counts", "picked"),
    [
        ({"Богдан Крушельницькі": 1}, "Богдан Крушельницький"),
        ({"Леонид Петровы": 1}, "Леонид Петров"),
        ({"Олександр Петренки": 3, "О. Петренко": 1}, "Олександр Петренко"),
        ({"Олександр Бандери": 1}, "Олександр Бандери"),
        ({"Нина Гегечкори": 1}, "Нина Гегечкори"),
        ({"Паоло Мальдіні": 1}, "Паоло Мальдіні"),
    ],
)
def test_nobody_is_called_in_the_plural_where_the_singular_is_sure(counts: dict[str, int], picked: str) -> None:
    assert pick_name(counts) == picked


def test_the_order_of_the_spellings_does_not_matter() -> None:
    counts = {"Iurii Shapoval": 2, "Yuri Shapoval": 2, "Iu. Shapoval": 7}

    assert pick_name(counts) == pick_name(dict(reversed(counts.items())))


def test_no_spelling_is_an_error() -> None:
    with pytest.raises(ValueError, match="no spelling"):
        pick_name({})


@pytest.mark.parametrize(
    ("counts", "introduced", "picked"),
    [
        ({"Дмитро Клячківський": 1, "Клим Савур": 2}, "Дмитро Клячківський", "Дмитро Клячківський"),
        ({"Klymentiy Sheptytsky": 1, "Kazimierz Szeptycki": 1}, "Klymentiy Sheptytsky", "Klymentiy Sheptytsky"),
        (
            {"Yurii Kotsiubynsky": 1, "Yurii Mykhailovych Kotsiubynskyi": 1},
            "Yurii Kotsiubynsky",
            "Yurii Mykhailovych Kotsiubynskyi",
        ),
        (
            {"Havryil Kostelnyk": 1, "Hryhorii Kostelnyk": 1, "Gabriel Kostelnik": 1},
            "Hryhorii Kostelnyk",
            "Gabriel Kostelnik",
        ),
    ],
)
def test_what_introduces_a_person_tells_the_current_name_not_its_form(
    counts: dict[str, int], introduced: str, picked: str
) -> None:
    assert pick_name(counts, {introduced: 1}) == picked

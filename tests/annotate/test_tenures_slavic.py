"""Ukrainian and Russian ways of encyclopedias: entries, lists of holders, predecessors, who got a post."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HAL, MAK, LIS = "Іван Галь", "Павло Мак", "Олена Ліс"
GAL, PAV, EL = "Иван Галь", "Павел Мак", "Елена Лис"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "Директорами музею були: [P:Іван Галь] ([D:1921–1924=1921/1924]), [P:Павло Мак] і [P:Олена Ліс].",
            [
                (HAL, "директор музею", "1921", "1924"),
                (MAK, "директор музею", "", ""),
                (LIS, "директор музею", "", ""),
            ],
        ),
        (
            "uk",
            "Другими секретарями працювали [P:Іван Галь] і [P:Павло Мак].",
            [(HAL, "другий секретар", "", ""), (MAK, "другий секретар", "", "")],
        ),
        (
            "ru",
            "Ректоры института: [P:Иван Галь] ([D:1921–1924=1921/1924]), [P:Павел Мак].",
            [(GAL, "ректор института", "1921", "1924"), (PAV, "ректор института", "", "")],
        ),
        ("ru", "Гостями вечера были [P:Иван Галь] и [P:Павел Мак].", []),
    ],
)
def test_a_post_in_the_plural_has_several_holders(
    lang: str, text: str, expected: list[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert sorted(summed_up(text, lang=lang)) == sorted(expected)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "У [D:1930=1930] [P:Іван Галь] став [O:директором заводу]; на цій посаді змінив [P:Павла Мака=Павло Мак].",
            (MAK, "директором заводу", "", "1930"),
        ),
        (
            "ru",
            "В [D:1930=1930] [P:Иван Галь] стал [O:директором завода]; его предшественником был [P:Павел Мак].",
            (PAV, "директором завода", "", ""),
        ),
        (
            "uk",
            "[P:Івана Галя=Іван Галь] висували на посаду [O:міністра юстиції], але портфель отримав [P:Павло Мак].",
            (MAK, "міністра юстиції", "", ""),
        ),
        (
            "ru",
            "[P:Иван Галь] был [O:начальником штаба]. Преемником на этом посту стал [P:Павел Мак].",
            (PAV, "начальником штаба", "", ""),
        ),
        (
            "uk",
            "[D:3 травня 1931=1931-05-03] [P:Іван Галь] висвячений на [O:єпископа луцького].",
            (HAL, "єпископа луцького", "1931-05-03", ""),
        ),
        (
            "ru",
            "[D:3 мая 1918=1918-05-03] [P:Иван Галь] вошёл в правительство как [O:министр юстиции].",
            (GAL, "министр юстиции", "1918-05-03", ""),
        ),
        (
            "uk",
            "[P:Іван Галь] ([D:1890=1890] — [D:1940=1940]) — юрист. За [O:гетьмана] "
            "[P:Павла Мака=Павло Мак] — [O:сенатор].",
            (HAL, "сенатор", "", ""),
        ),
        (
            "ru",
            "[P:Иван Галь] ([D:1890=1890] — [D:1940=1940]) — инженер. Работал в [G:Баку]: [O:инспектор наркомата] "
            "([D:1928—1930=1928/1930]), доцент.",
            (GAL, "инспектор наркомата", "1928", "1930"),
        ),
    ],
)
def test_who_held_a_post(
    lang: str, text: str, expected: tuple[str, str, str, str], summed_up: Callable[..., Any]
) -> None:
    assert expected in summed_up(text, lang=lang)


@pytest.mark.parametrize(
    ("lang", "text", "nobody"),
    [
        ("ru", "[P:Иван Галь] прибыл в [G:Киев], чтобы встретиться с [O:главой администрации].", GAL),
        (
            "ru",
            "В [D:1934 году=1934] указом [O:президента] [P:Ивана Галя=Иван Галь] назначен [O:послом].",
            "послом",
        ),
        ("uk", "При ньому служив [P:Іван Галь], [O:членом ради] — [P:Павло Мак].", "Галь членом"),
        ("uk", "[P:Іван Галь] зустрівся з [O:головою уряду].", HAL),
    ],
)
def test_what_is_told_of_nobody(lang: str, text: str, nobody: str, summed_up: Callable[..., Any]) -> None:
    held = {f"{holder.split()[-1]} {office.split()[0]}" for holder, office, *_ in summed_up(text, lang=lang)}
    wrong = {"Галь главой", "Галь послом", "Галь членом", "Галь головою"}
    assert not held & wrong, nobody


def test_who_is_released_from_prison_leaves_no_post(summed_up: Callable[..., Any]) -> None:
    text = (
        "[P:Иван Галь] с [D:1930 года=1930] был [O:директором завода]. Арестован. Освобождён в [D:1940 году=1940]."
    )
    assert summed_up(text, lang="ru") == [(GAL, "директором завода", "1930", "")]

"""Names in any case go back to the nominative; those in the nominative stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.languages import languages, nominative

UKRAINIAN = {
    "Балицького": "Балицький",
    "Всеволода Аполлоновича Балицького": "Всеволод Аполлонович Балицький",
    "В. А. Балицького": "В. А. Балицький",
    "Реденса": "Реденс",
    "Реденсом": "Реденс",
    "Якира": "Якир",
    "Йони Якира": "Йона Якир",
    "Косіору": "Косіор",
    "Косіорові": "Косіор",
    "Ізраїлем Леплевським": "Ізраїль Леплевський",
    "Любченка": "Любченко",
    "Панасу Любченку": "Панас Любченко",
    "Кагановичем": "Каганович",
    "Петровської": "Петровська",
    "Терехова": "Терехов",
    "Олени Терехової": "Олена Терехова",
    "Миколи Скрипника": "Микола Скрипник",
    "Власа Чубаря": "Влас Чубар",
    "Генріха Ягоди": "Генріх Ягода",
    "Симона Петлюри": "Симон Петлюра",
    "Лаврентія Берії": "Лаврентій Берія",
    "Павла Постишева": "Павло Постишев",
    "Івана Нечуя-Левицького": "Іван Нечуй-Левицький",
    "Нечуй-Левицького": "Нечуй-Левицький",
    "Кравця": "Кравець",
    "БАЛИЦЬКОГО": "БАЛИЦЬКИЙ",
    "Ольги Кобилянської": "Ольга Кобилянська",
}
RUSSIAN = {
    "Балицкого Всеволода Аполлоновича": "Балицкий Всеволод Аполлонович",
    "Станиславом Косиором": "Станислав Косиор",
    "Реденсу": "Реденс",
    "Власа Чубаря": "Влас Чубарь",
    "Ежовым": "Ежов",
    "Николая Ивановича Ежова": "Николай Иванович Ежов",
    "Хрущёва": "Хрущёв",
    "Хрущева": "Хрущев",
    "Льва Троцкого": "Лев Троцкий",
    "Генриха Ягоды": "Генрих Ягода",
    "Симона Петлюры": "Симон Петлюра",
    "Надежды Крупской": "Надежда Крупская",
    "Ворошилову": "Ворошилов",
}
UKRAINIAN_NOMINATIVES = [
    "Всеволод Балицький",
    "Симон Петлюра",
    "Ягода",
    "Берія",
    "Любченко",
    "Олена Терехова",
    "Ольга Кобилянська",
    "Мендель Хатаєвич",
    "Влас Чубар",
    "В. А. Балицький",
    "Григорій Сковорода",
]
RUSSIAN_NOMINATIVES = ["Михаил Фрунзе", "Любченко", "Елена Терехова", "Роман Терехов", "Чубарь", "Петлюра"]


@pytest.mark.parametrize(("name", "expected"), UKRAINIAN.items())
def test_a_ukrainian_name_in_any_case_goes_to_the_nominative(name: str, expected: str) -> None:
    assert nominative(name, "uk") == expected


@pytest.mark.parametrize(("name", "expected"), RUSSIAN.items())
def test_a_russian_name_in_any_case_goes_to_the_nominative(name: str, expected: str) -> None:
    assert nominative(name, "ru") == expected


@pytest.mark.parametrize("name", UKRAINIAN_NOMINATIVES)
def test_a_ukrainian_nominative_stays(name: str) -> None:
    assert nominative(name, "uk") == name


@pytest.mark.parametrize("name", RUSSIAN_NOMINATIVES)
def test_a_russian_nominative_stays(name: str) -> None:
    assert nominative(name, "ru") == name


@pytest.mark.parametrize(
    ("name", "expected"), [("Yezhov's", "Yezhov"), ("Redens'", "Redens"), ("Kosior", "Kosior")]
)
def test_english_loses_its_possessive(name: str, expected: str) -> None:
    assert nominative(name, "en") == expected


@pytest.mark.parametrize("lang", ["uk-Latn", "pl", ""])
def test_a_language_without_a_plugin_leaves_names_alone(lang: str) -> None:
    assert nominative("Балицького", lang) == "Балицького"


def test_three_languages_are_known() -> None:
    assert set(languages()) == {"en", "ru", "uk"}


@given(st.text(alphabet="абвгдеєжзиіклмнопрстуфхцчшьюя' -.", max_size=14), st.sampled_from(["uk", "ru"]))
@settings(max_examples=60, deadline=None)
def test_the_first_letters_never_change(name: str, lang: str) -> None:
    titled = name.title()
    for before, after in zip(titled.split(), nominative(titled, lang).split(), strict=True):
        assert after[:1] == before[:1]

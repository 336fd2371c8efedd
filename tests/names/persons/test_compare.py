"""One person's spellings agree; two persons' do not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.names import compare, compare_persons, person_keys
from kartoteka.names.persons.compare import score_persons
from kartoteka.types import Comparison, Label, Verdict

ONE_PERSON = [
    [
        "Vsevolod Balitsky",
        "Vsevolod Balytsky",
        "Vsevolod Balyts'kyi",
        "Vsevolod Balickij",
        "Wsewolod A. Balitzkij",
        "Wsewołod Balicki",
        "V. A. Balyts'kyi",
        "Balytsky, Vsevolod",
        "Балицкий В. А.",
        "Всеволод Балицький",
        "Всеволод Аполлонович Балицкий",
        "Всеволод Аполлонович Балицький",
    ],
    ["Terentii Deribas", "Terenty Deribas", "Терентий Дерибас", "Терентій Дерібас"],
    ["Nikolai Yezhov", "Nikolai Ezhov", "Микола Єжов", "Nikolaj Jeschow", "N. Yezhov", "Nikolaï Iejov"],
    ["Yuri Shapoval", "Iurii Shapoval", "Iu. Shapoval", "J. Schapoval", "Юрій Шаповал", "Youri Chapoval"],
    ["Stanislav Redens", "Станіслав Реденс", "Stanislaw Redens"],
    ["Mykola Skrypnyk", "Nikolai Skrypnik", "Микола Скрипник", "M. Skrypnyk"],
    ["Hryhorii Petrovskyi", "Grigory Petrovsky", "H. Petrovsky", "Григорій Петровський"],
    ["Vlas Chubar", "Wlas Tschubar", "Влас Чубарь", "Vlas Choubar"],
    ["Nikita Khrushchev", "Nikita Chruschtschow", "Никита Хрущёв", "Микита Хрущов", "Nikita Chruszczow"],
    ["Lazar Kaganovich", "Lasar Kaganowitsch", "Лазарь Каганович", "Lazar Kahanovych"],
    ["Mykhailo Hrushevsky", "Michail Gruschewski", "Михайло Грушевський", "Mikhail Grushevskii"],
]
SPELLINGS = [name for names in ONE_PERSON for name in names]
TWO_PERSONS = [
    ("Stanislav Kosior", "Stanislav Kosarev"),
    ("Stanislav Kosior", "Iosif Kosior"),
    ("Kosior", "Kosarev"),
    ("Grigory Petrovsky", "Grigory Petrenko"),
    ("N. Petrov", "N. Petrovsky"),
    ("Ivan Didenko", "Ivan Rudenko"),
    ("Yagoda", "Lyushkov"),
    ("V. Balytsky", "P. Balytsky"),
    ("V. A. Balytsky", "V. P. Balytsky"),
    ("Всеволод Аполлонович Балицкий", "Всеволод Иванович Балицкий"),
    ("Pavlo Postyshev", "Petro Postyshev"),
    ("Ivan Bondar", "Ivan Bondarenko"),
    ("Ivan Petrov", "Maria Petrova"),
    ("A. Ivanov", "A. Ivanenko"),
]
OPEN = [
    ("Balytsky", "Vsevolod Balitsky"),
    ("Balytsky", "Балицкий"),
    ("Vsevolod", "Vsevolod Balytsky"),
    ("Всеволод Аполлонович", "Всеволод Аполлонович Балицкий"),
    ("O. Petrova", "O. Petrov"),
    ("Yuri Petrov", "Georgii Petrov"),
    ("Савва Мамонтов", "Савелій Мамонтов"),
    ("Emil Hnatevych", "Omelian Hnatevych"),
]


@pytest.mark.parametrize("names", ONE_PERSON, ids=lambda names: names[0])
def test_the_spellings_of_one_person_are_the_same(names: list[str]) -> None:
    unlike = [(a, b) for a, b in combinations(names, 2) if compare_persons(a, b).verdict is not Verdict.SAME]

    assert unlike == []


@pytest.mark.parametrize("names", ONE_PERSON, ids=lambda names: names[0])
def test_the_spellings_of_one_surname_share_a_key_and_so_does_the_surname_alone(names: list[str]) -> None:
    alone = names[0].split()[-1]

    assert all(person_keys(a) & person_keys(b) for a, b in combinations([*names, alone], 2))


@pytest.mark.parametrize(("left", "right"), TWO_PERSONS)
def test_a_contradiction_keeps_two_persons_apart(left: str, right: str) -> None:
    assert compare_persons(left, right).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(("left", "right"), OPEN)
def test_what_proves_nothing_is_left_open(left: str, right: str) -> None:
    comparison = compare_persons(left, right)

    assert comparison.verdict is Verdict.UNSURE
    assert 0.2 < comparison.score < 0.8


@pytest.mark.parametrize(
    "pair",
    [
        ("Ivan Savchenko", "Ivan Shevchenko"),
        ("Ivan Petrenko", "Ivan Petrychenko"),
        ("Іван Демчик", "Ivan Demtchouk"),
        ("Петро Гребеник", "Петро Гребенюк"),
        ("Pawło Hulak", "Павло Гулюк"),
    ],
)
def test_near_surnames_are_never_joined(pair: tuple[str, str]) -> None:
    assert compare_persons(*pair).verdict is not Verdict.SAME


def test_the_reasons_name_what_was_compared() -> None:
    reasons = {r.feature: r for r in compare_persons("Микола Скрипник", "Nikolai Skrypnik").reasons}

    assert reasons["surname"].score == 1
    assert reasons["surname"].detail.startswith("Скрипник ~ Skrypnik")
    assert "Микола / Николай" in reasons["given name"].detail


def test_the_reason_shows_the_letters_in_which_surnames_differ() -> None:
    surname = compare_persons("V. Balyts'kyi", "V. Balickij").reasons[0]

    assert surname.detail == (
        "Balyts'kyi ~ Balickij: y/i и, ts/c ц, '/– ь, i/j й (Ukrainian ALA-LC without marks / Russian scholarly)"
    )


def test_a_patronymic_left_out_costs_nothing() -> None:
    assert compare_persons("Vsevolod Balytsky", "Всеволод Аполлонович Балицкий").score > 0.95


@pytest.mark.parametrize("name", ["", "1937", "🙂", "a" * 10_000, "Кoсиоp Stanislav", "- - -"])
def test_odd_input_is_compared_without_an_error(name: str) -> None:
    comparison = compare_persons(name, "Stanislav Kosior")

    assert 0 <= comparison.score <= 1
    assert comparison.reasons


@given(st.sampled_from(SPELLINGS), st.sampled_from(SPELLINGS))
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_two_does_not_matter(left: str, right: str) -> None:
    there, back = compare_persons(left, right), compare_persons(right, left)

    assert (there.verdict, round(there.score, 9)) == (back.verdict, round(back.score, 9))


@given(st.text(max_size=30), st.sampled_from([*SPELLINGS, "Балицького Всеволода", "Vasyl Kuk (alias Lemish)"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_compared_and_in_either_order_alike(left: str, right: str) -> None:
    there, back = compare_persons(left, right), compare_persons(right, left)

    assert (there.verdict, round(there.score, 9)) == (back.verdict, round(back.score, 9))
    assert 0 <= there.score <= 1
    assert there.reasons


def test_every_label_has_its_comparison() -> None:
    for label in Label:
        assert compare(label, "Харків", "Харків").verdict in set(Verdict)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Балицького Всеволода", "Vsevolod Balitsky"),
        ("Всеволодом Балицьким", "Vsevolod Balytsky"),
        ("Григория Петровского", "Hryhorii Petrovskyi"),
        ("Borisa Johnsona", "Борис Джонсон"),
        ("Heydar Ali ogly Aliyev", "Гейдар Алиевич Алиев"),
        ("Ivan Hryhorovych Bahrianyi", "Иван Григорьевич Багряный"),
        ("Mykola Hryhorovych Skoropadskyi", "Мікалай Рыгоравіч Скарападскі"),
        ("Valentin Vlad'vich Ivanov", "Валентин Владимирович Иванов"),
        ("Андрей Аркадьевич Климов", "Andrey Akardyevich Klimov"),
        ("Всев. Апол. Балицкий", "Vsevolod Apollonovich Balitsky"),
        ("Конст. Даниленко", "Kostiantyn Danylenko"),
        ("Roman Shukhevych (Taras Chuprynka)", "Тарас Чупринка"),
        ("Василь Кук (псевдо «Василь Леміш»)", "Vasyl Lemish"),
        ("Зінаїда Тулуб, alias Zinaida Vasylivna Diadia", "Зинаида Дядя"),
        ("Angela Merkelová", "Ангела Меркель"),
        ("Zofia Nałkowska", "Зофья Налковская"),
        ("Joe Kennedy", "Джозеф Кеннеди"),
        ("Євстратій Кириченко", "Евстратий Кириченко"),
        ("Grirory Zhuravliov", "Григорий Журавлёв"),
    ],
)
def test_other_forms_of_one_persons_name_agree(left: str, right: str) -> None:
    assert compare_persons(left, right).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ivan Savchenko", "Ivan Shevchenko"),
        ("Marina Kovalenko", "Maria Kovalenko"),
        ("Jan Novák", "Jana Nováková"),
        ("Пётр Иванович Сазонов", "Пётр Ильич Сазонов"),
        ("Яна Гнатевич", "Анна Гнатевич"),
        ("Зінаїда Тулуб", "Зинов'я Тулуб"),
        ("Лука Мельник", "Лукія Мельник"),
        ("Иван Карпович Гнатевич", "Иван Карлович Гнатевич"),
        ("Іван Федорович Гнатевич", "Іван Федотович Гнатевич"),
        ("Igor Hnatevych", "Yegor Hnatevych"),
    ],
)
def test_names_that_only_look_alike_contradict(left: str, right: str) -> None:
    assert compare_persons(left, right).verdict is Verdict.DIFFERENT


def test_initials_of_one_name_in_two_languages_are_no_contradiction() -> None:
    assert compare_persons("М. Скрипник", "N. Skrypnik").verdict is Verdict.UNSURE


def test_a_woman_is_not_the_man_whose_genitive_her_name_looks_like() -> None:
    assert compare_persons("Валерия Петрова", "Валерий Петров").verdict is not Verdict.SAME


def test_a_frequent_surname_with_an_initial_proves_less_than_a_rare_one() -> None:
    frequent, rare = (
        compare_persons("V. Ivanov", "Viktor Ivanov"),
        compare_persons("V. Balytsky", "Vsevolod Balytsky"),
    )

    assert frequent.score < rare.score
    assert "frequency" in {reason.feature for reason in frequent.reasons}


def test_the_score_without_reasons_is_that_with_them() -> None:
    for left, right in combinations(SPELLINGS[:20], 2):
        full = compare_persons(left, right)
        assert score_persons(left, right) == Comparison(full.score, full.verdict)


@pytest.mark.parametrize(
    ("left", "right", "feature", "words"),
    [
        ("V. Balyts'kyi", "V. Балицький", "surname", "Ukrainian"),
        ("Nikita Chruschtschow", "Nikita Khrushchev", "surname", "w/v в"),
        ("Ivan Skrypnik", "Ivan Скрипник", "surname", "и"),
        ("Микола Скрыпник", "Микола Скрипник", "surname", "ы/и: Russian or Belarusian ы"),
        ("Mykola Kulish", "Nikolai Kulish", "given name", "one name, Микола / Николай"),
        ("Sashko Dovzhenko", "Oleksandr Dovzhenko", "given name", "of Oleksandr"),
        ("Іван Іванович Огієнко", "Иван Иванович Огиенко", "patronymic", "one father's name, Ivan"),
        ("Балицького Всеволода", "Vsevolod Balitsky", "form", "read as Всеволод Балицький"),
        ("12345", "Stanislav Kosior", "name", "12345: digits, no name"),
        ("", "Stanislav Kosior", "name", "an empty name"),
        ("a" * 10_000, "Stanislav Kosior", "name", "longer than any name"),
    ],
)
def test_reasons_say_what_was_found(left: str, right: str, feature: str, words: str) -> None:
    reasons = {reason.feature: reason.detail for reason in compare_persons(left, right).reasons}

    assert words in reasons[feature]

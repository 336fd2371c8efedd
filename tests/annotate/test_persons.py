"""Personal names are found by their form in three languages, and nothing else is."""

from __future__ import annotations

import pytest

from kartoteka.annotate.person_forms import find_persons


def best(text: str, lang: str) -> set[str]:
    return {text[f.start : f.end] for f in find_persons(text, lang) if f.weight > 0.5}


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("See V. Zolotar'ov and others.", "en", "V. Zolotar'ov"),
        ("as Iu. I. Shapoval shows", "en", "Iu. I. Shapoval"),
        ("by Wsewolod A. Balitzkij in Berlin", "en", "Wsewolod A. Balitzkij"),
        ("The next to speak was [Vasyl] Mantsev, just back from Kharkiv", "en", "[Vasyl] Mantsev"),
        ("told Com. Balytsky to leave", "en", "Balytsky"),
        ("replaced Terenty Deribas in the spring", "en", "Terenty Deribas"),
        ("crowned Sigismund III of Sweden there", "en", "Sigismund III of Sweden"),
        ("the monk Konrad of Masovia preached", "en", "Konrad of Masovia"),
        ("President Bill Clinton agreed", "en", "Bill Clinton"),
        ("Emperor Otto III died", "en", "Otto III"),
        ("Major van der Gracht fell", "en", "van der Gracht"),
        ("met Roman Dmowski in Paris", "en", "Roman Dmowski"),
        ("Ján Kollár and others", "en", "Ján Kollár"),
        (
            "президент Российской Федерации Дмитрий Анатольевич Медведев сказал",
            "ru",
            "Дмитрий Анатольевич Медведев",
        ),
        ("наказ підписав В. А. Балицький", "uk", "В. А. Балицький"),
        ("за словами Всеволода Аполлоновича Балицького", "uk", "Всеволода Аполлоновича Балицького"),
        ("портрет Миколи Скрипника", "uk", "Миколи Скрипника"),
        ("заменил его Косиор С. В., секретарь", "ru", "Косиор С. В."),
        ("арест Станислава Реденса", "ru", "Станислава Реденса"),
        ("ГОРОБЕЦЬ Остап Юрійович (1901), лікар", "uk", "ГОРОБЕЦЬ Остап Юрійович"),
    ],
)
def test_a_name_is_found_whole(text: str, lang: str, name: str) -> None:
    assert name in best(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Holodomor studies began late.", "en"),
        ("No. 12 of the journal", "en"),
        ("He was the secretary. In 1926 he left.", "en"),
        ("a letter to the CC CP(B)U. Others kept silent", "en"),
        ("Roman Catholics of the Empire", "en"),
        ("the August Uprising failed", "en"),
        ("at Marina Bay", "en"),
        ("the 31st day of December, A. D. 1879", "en"),
        ("crowned as King. Here he stayed.", "en"),
        ("Major League Baseball", "en"),
        ("He left Washington, D.C. for good", "en"),
        ("Русская Православная Церковь", "ru"),
        ("Вона приїхала пізніше.", "uk"),
        ("По дороге домой.", "ru"),
    ],
)
def test_what_is_no_name_is_left(text: str, lang: str) -> None:
    assert best(text, lang) == set()


def test_a_bracket_that_cuts_a_name_leaves_two_halves() -> None:
    assert {"Vasyl", "Mantsev"} <= best("in the papers of [GPU chairman Vasyl] Mantsev's office", "en")


def test_the_possessive_ending_is_no_part_of_a_name() -> None:
    assert "Vsevolod Balytsky" in best("Vsevolod Balytsky's letters", "en")


@pytest.mark.parametrize(
    ("text", "lang"), [("Люди прийшли.", "uk"), ("Гора стояла.", "uk"), ("Поле было пусто.", "ru")]
)
def test_a_common_word_that_opens_a_sentence_is_no_person(text: str, lang: str) -> None:
    assert not list(find_persons(text, lang))


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("секретаря Павла Постышева Ивана Петрова", "ru", {"Павла Постышева", "Ивана Петрова"}),
        ("Joseph Stalin Nikita Khrushchev", "en", {"Joseph Stalin", "Nikita Khrushchev"}),
    ],
)
def test_two_persons_side_by_side_are_two(text: str, lang: str, names: set[str]) -> None:
    assert names <= best(text, lang)
    assert text not in best(text, lang)

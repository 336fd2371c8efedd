"""Institutions are found by table, by head noun and as abbreviations."""

from __future__ import annotations

import pytest

from kartoteka.annotate.arbiter import settle_in
from kartoteka.annotate.organizations import find_organizations
from kartoteka.annotate.places import find_places


def spans(text: str, lang: str) -> list[str]:
    findings = [*find_organizations(text, lang), *find_places(text, lang)]
    return [text[f.start : f.end] for f in settle_in(text, lang, findings)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("the Politburo of the CC AUCP(B) met", "en", ["Politburo of the CC AUCP(B)", "CC AUCP(B)"]),
        ("the GPU UkrSSR was told", "en", ["GPU UkrSSR"]),
        ("archives of Cheka–GPU–NKVD", "en", ["Cheka", "GPU", "NKVD"]),
        ("the 17th Cavalry Division left", "en", ["17th Cavalry Division"]),
        ("a Political Directorate of the Red Army", "en", ["Political Directorate of the Red Army", "Red Army"]),
        ("in the OGPU of the USSR", "en", ["OGPU of the USSR", "USSR"]),
        ("засідання Політбюро ЦК КП(б)У", "uk", ["Політбюро ЦК КП(б)У"]),
        ("в Українській академії мистецтв", "uk", ["Українській академії мистецтв"]),
        ("училищі малярства, різьби й архітектури", "uk", []),
        ("в Одеському училищі малярства, різьби і архітектури", "uk",
         ["Одеському училищі малярства, різьби і архітектури"]),
        ("начальник УГБ НКВД УССР", "ru", ["УГБ НКВД УССР"]),
        ("в партии «Единая Россия» и вне её", "ru", ["Единая Россия"]),
        ("директором ТОВ «Бомбардир» був", "uk", ["ТОВ «Бомбардир»"]),
        ("перший секретар Одеського обкому", "uk", ["Одеського обкому"]),
        ("в Агентстве по охране окружающей среды были", "ru", []),
        ("управление Главного комитета по делам печати", "ru", ["Главного комитета по делам печати"]),
        ("Новые отделы были созданы", "ru", []),
        ("Ранній корпус стояв порожній", "uk", []),
        ("Всеукраинской академии наук и учителя", "ru", ["Всеукраинской академии наук"]),
        ("the Artillery and Engineer Directorate met", "en", ["Artillery and Engineer Directorate"]),
        ("IT IS NOT OVER YET", "en", []),
        ("fell ill with COVID-19", "en", []),
        ("Правда, он ушёл. В «Правде» писали", "ru", ["Правде"]),
        ("the Union of Soviet Socialist Republics", "en", ["Union of Soviet Socialist Republics"]),
        ("по данным МВД Украины", "ru", ["МВД Украины"]),
    ],
)  # fmt: skip
def test_institutions_in_a_phrase(text: str, lang: str, expected: list[str]) -> None:
    assert spans(text, lang) == expected


def test_a_union_republic_is_a_place_and_no_institution() -> None:
    assert spans("born in the Ukrainian SSR", "en") == ["Ukrainian SSR"]
    findings = list(find_organizations("born in the Ukrainian SSR", "en"))
    assert findings == []

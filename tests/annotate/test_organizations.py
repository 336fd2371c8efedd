"""Institutions are found by table, by head noun and as abbreviations."""

from __future__ import annotations

import pytest

from kartoteka.annotate.arbiter import settle_in
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.organizations import find_organizations, judged
from kartoteka.annotate.places import find_places
from kartoteka.types import Label


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
        ("secretary of the CP(b)Uz spoke", "en", ["CP(b)Uz"]),
        ("the Council of People's Commissars of the Uzbek SSR", "en",
         ["Council of People's Commissars of the Uzbek SSR", "Uzbek SSR"]),
        ("by the Barnaul okruzhkom and the Kraikom", "en", ["Barnaul okruzhkom", "Kraikom"]),
        ("the obkom was informed", "en", []),
        ("staff of Army Group Mackensen left", "en", ["Army Group Mackensen"]),
        ("in the Bamlag of the NKVD of the USSR", "en",
         ["Bamlag of the NKVD of the USSR", "NKVD of the USSR", "USSR"]),
        ("the Krai Executive Committee Comrade Petrov", "en", ["Krai Executive Committee"]),
        ("held the West Bank", "en", []),
        ("a NEED HELP sign", "en", []),
        ("секретар Полтавського обкому КП(б)У", "uk", ["Полтавського обкому КП(б)У"]),
        ("голова Вінницького райпарткому", "uk", ["Вінницького райпарткому"]),
        ("в Одесгубкоме спорили", "ru", ["Одесгубкоме"]),
        ("в Харківському педагогічному інституті ім. Г. Сковороди", "uk",
         ["Харківському педагогічному інституті ім. Г. Сковороди"]),
        ("в Центре культуры «Горизонт» прошла", "ru", ["Центре культуры «Горизонт»"]),
        ("заснував ТОВ «Торговий дім «Обрій»", "uk", ["ТОВ «Торговий дім «Обрій»"]),
        ("по рішенню Верховної Ради Української РСР", "uk", ["Верховної Ради Української РСР"]),
        ("указ Президії Верховної Ради Української РСР", "uk", ["Президії Верховної Ради Української РСР"]),
        ("тогда эсер Лавров и меньшевики вышли", "ru", ["меньшевики"]),
        ("встретились 15 Одесских партий", "ru", ["Одесских партий"]),
    ],
)  # fmt: skip
def test_institutions_in_a_phrase(text: str, lang: str, expected: list[str]) -> None:
    assert spans(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "name", "stays"),
    [
        ("видав збірку «Сонце»", "uk", "Сонце", False),
        ("у романах «Ранок», «Вечір» та «Місто»", "uk", "Місто", False),
        ("в товаристві «Сонце»", "uk", "Сонце", True),
        ("кавалер ордена Красного Знамени", "ru", "Красного Знамени", False),
        ("накануне Февральской революции", "ru", "Февральской революции", False),
        ("от Февральского комитета", "ru", "Февральского комитета", True),
        ("нарком КрымАССР", "ru", "КрымАССР", False),
        ("сдал ЕГЭ", "ru", "ЕГЭ", False),
    ],
)
def test_works_ships_awards_and_events_are_no_institutions(text: str, lang: str, name: str, stays: bool) -> None:
    start = text.index(name)
    taken = Finding(start, start + len(name), Label.ORG, f"recognizer.{lang}", 0.5)
    assert judged(text, lang, [taken]) == ([taken] if stays else [])


def test_a_described_abbreviation_loses_its_description() -> None:
    taken = Finding(0, len("тогочасного ДПУ"), Label.ORG, "recognizer.uk", 0.5)
    assert [f.start for f in judged("тогочасного ДПУ", "uk", [taken])] == [len("тогочасного ")]


def test_what_is_no_institution_by_label_is_left_alone() -> None:
    place = Finding(0, 5, Label.PLACE, "recognizer.ru", 0.5)
    assert judged("ордена Красной Звезды", "ru", [place]) == [place]


def test_a_union_republic_is_a_place_and_no_institution() -> None:
    assert spans("born in the Ukrainian SSR", "en") == ["Ukrainian SSR"]
    findings = list(find_organizations("born in the Ukrainian SSR", "en"))
    assert findings == []

"""The name of an institution says the same in whatever language, case, order and abbreviation."""

from __future__ import annotations

import pytest

from kartoteka.names.bodies.compare import compare_bodies
from kartoteka.names.bodies.reading import can_shorten, parse_body
from kartoteka.types import Label, Verdict


@pytest.mark.parametrize(
    "names",
    [
        "Харківського обкому КП(б)У | Харьковский областной комитет | Kharkiv oblast Party committee",
        "Черкаський обком | Черкасский обком КПУ | Cherkasy oblast committee",
        "Kiev Milrevkom | Kiev Military Revolutionary Committee | Київський воєнревком | Киевского ВРК",
        "Полтавська губЧК | Полтавской губчека | Полтавська губернська надзвичайна комісія | Poltava Gubernia Cheka",
        "45-та стрілецька дивізія | 45-й стрелковой дивизии | 45th Rifle Division",
        "Харківська міська рада | Харьковский горсовет | Kharkiv City Soviet",
        "Управління НКВС по Київській області | Управления НКВД по Киевской области | NKVD Directorate for Kyiv Oblast",
        "Администрация Президента России | Администрации Президента Российской Федерации",
        "Московське училище живопису та архітектури | Московском училище живописи и архитектуры",
        "Сталинский обком | Донецький обком | Donetsk Oblast Committee",
        "KIEV GUBERNATORIAL COMMITTEE OF THE COMMUNIST PARTY OF UKRAINE | Kyiv gubkom | Київський губком КП(б)У",
    ],
)
def test_the_names_of_one_body_say_the_same(names: str) -> None:
    assert len({parse_body(name).key for name in names.split(" | ")}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Харківський обком", "Kyiv Oblast Committee"),
        ("Черкаський обком КПУ", "Хмельницький обком КПУ"),
        ("45-та стрілецька дивізія", "46th Rifle Division"),
        ("Київський ревком", "Галицький ревком"),
    ],
)
def test_bodies_of_one_kind_differ_by_place_and_number(left: str, right: str) -> None:
    assert compare_bodies(Label.ORG, left, right).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Харківський обком", "Харківський облвиконком"),
        ("Харківський обком", "Харківський обком комсомолу"),
        ("Всеукраїнська академія наук", "Українська академія наук"),
        ("Київський університет", "Київський інститут"),
        ("Central Committee", "Central Executive Committee"),
    ],
)
def test_other_bodies_are_not_the_same(left: str, right: str) -> None:
    assert compare_bodies(Label.ORG, left, right).verdict is not Verdict.SAME


@pytest.mark.parametrize(
    "name", ["обком", "Party committee", "УНКВД", "Управління НКВС", "райком комсомолу", "Revkom"]
)
def test_what_many_bodies_are_called_tells_none(name: str) -> None:
    assert compare_bodies(Label.ORG, name, name).verdict is Verdict.UNSURE


@pytest.mark.parametrize("name", ["Київський ревком", "5th Army", "ЦК комсомолу", "Ukrainian Military District"])
def test_a_place_a_number_or_a_body_tells_it(name: str) -> None:
    assert compare_bodies(Label.ORG, name, name).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Navy", "Soviet Navy", True),
        ("Kiev Revkom", "Kiev Gubernatorial Revolutionary Committee", True),
        ("обком", "Харківський обком КП(б)У", True),
        ("Central Committee", "Central Executive Committee of the USSR", False),
        ("Kiev Revkom", "Kiev Military Revolutionary Committee", False),
        ("обком", "Харківський облвиконком", False),
        ("Союз", "Союз украинской молодёжи", False),
        ("облвідділ", "Молдавський обласний відділ ДПУ", True),
        ("Ягринлаг", "Ягринлаг НКВД", True),
        (
            "NKVD Directorate for Kyiv Oblast",
            "Secret Political Department of the NKVD Directorate for Kyiv Oblast",
            False,
        ),
        ("УНКВД", "УНКВД по Киевской области", True),
        ("Рада", "Рада генеральних директорів", False),
    ],
)
def test_what_a_name_can_be_short_for(short: str, full: str, fits: bool) -> None:
    assert can_shorten(parse_body(short), parse_body(full)) is fits

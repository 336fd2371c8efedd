"""The tables of institutions, places and given names keep their own rules, and name what a historian would."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from kartoteka.names.bodies.compare import compare_bodies
from kartoteka.names.bodies.gazetteers import bearers, gazetteer, identify, key, listed
from kartoteka.resources import read_toml
from kartoteka.types import Label, Verdict

#: One name, two places that no spelling tells apart: the city took the name of its river in 2016.
NAMESAKES = {"places": {"дніпро", "днепр"}, "organizations": set()}


def owners(name: str) -> dict[str, set[str]]:
    """Which entries list a spelling as their own."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in gazetteer(name).values():
        for spelling in (entry.name, *(s for spellings in entry.spellings.values() for s in spellings)):
            found[key(spelling)].add(entry.id)
    return found


def before(body: str) -> tuple[str, ...]:
    return listed(gazetteer("organizations")[body].columns["before"])


@pytest.mark.parametrize("name", ["places", "organizations"])
def test_two_entries_never_list_one_spelling_but_for_the_known_namesakes(name: str) -> None:
    assert {spelling for spelling, ids in owners(name).items() if len(ids) > 1} == NAMESAKES[name]


def test_a_shared_spelling_is_listed_by_another_body() -> None:
    own = owners("organizations")
    for entry in gazetteer("organizations").values():
        for spelling in entry.shared:
            assert own.get(key(spelling), set()) - {entry.id}, (entry.id, spelling)
            assert entry.id not in own[key(spelling)], (entry.id, spelling)


def test_every_predecessor_is_listed_and_began_before_its_successor() -> None:
    bodies = gazetteer("organizations")
    for entry in bodies.values():
        for earlier in before(entry.id):
            assert earlier in bodies, (entry.id, earlier)
            first, second = bodies[earlier].columns["from"], entry.columns["from"]
            assert not first or not second or int(first) <= int(second), (earlier, entry.id)


def test_years_are_numbers_and_no_body_ends_before_it_began() -> None:
    for entry in gazetteer("organizations").values():
        first, last = entry.columns["from"], entry.columns["to"]
        assert int(first or 0) <= int(last or 9999), entry.id


def test_no_body_is_its_own_predecessor() -> None:
    def line(body: str, after: tuple[str, ...] = ()) -> None:
        assert body not in after, (*after, body)
        for earlier in before(body):
            line(earlier, (*after, body))

    for body in gazetteer("organizations"):
        line(body)


@pytest.mark.parametrize(
    "line",
    [
        "cheka gpu-rsfsr ogpu nkvd-ussr nkgb mgb kgb",
        "vuchk gpu-ukrssr nkvd-ukrssr nkgb-ukrssr mgb-ukrssr kgb-ukrssr sbu",
        "nkvd-ussr mvd kgb",
        "rsdlp rsdlpb aucpb",
        "sovnarkom-ussr council-ministers-ussr",
        "sovnarkom-ukrssr council-ministers-ukrssr cabinet-ukraine",
        "vutsvk supreme-soviet-ukrssr verkhovna-rada",
        "uan academy-ukr an-ursr nan-ukraine",
        "third-section police-department",
    ],
)
def test_a_line_of_succession(line: str) -> None:
    bodies = line.split()
    assert all(earlier in before(later) for earlier, later in pairwise(bodies))


def test_cheka_gpu_ogpu_and_nkvd_are_four_cards() -> None:
    known = [identify("organizations", name) for name in ("Cheka", "GPU RSFSR", "OGPU", "NKVD USSR")]
    assert [len(ids) for ids in known] == [1, 1, 1, 1]
    assert len(frozenset().union(*known)) == 4


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("GPU UkrSSR", "OGPU"),
        ("ГПУ УССР", "ОГПУ СССР"),
        ("НКВС УРСР", "НКВД СССР"),
        ("NKVD UkrSSR", "NKVD BSSR"),
        ("Наркомос УСРР", "Наркомпрос РСФСР"),
        ("ЦК КП(б)У", "ЦК ВКП(б)"),
        ("Держплан УСРР", "Госплан СССР"),
        ("KGB UkrSSR", "KGB of the USSR"),
        ("Київський військовий округ", "Харківський військовий округ"),
    ],
)
def test_a_republics_body_is_never_the_unions(left: str, right: str) -> None:
    assert compare_bodies(Label.ORG, left, right).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("names", "body"),
    [
        ("VUChK | ВУЧК | Всеукраїнська надзвичайна комісія | Всеукраинская ЧК", "vuchk"),
        ("Sovnarkom of Ukraine | РНК УСРР | Раднарком УСРР | Совнарком УССР", "sovnarkom-ukrssr"),
        ("VUTsVK | ВУЦВК | ВУЦИК", "vutsvk"),
        ("Narkomzem USRR | Наркомзем УСРР | Народного комісаріату земельних справ УСРР", "narkomzem-ukr"),
        ("UHA | УГА | Української галицької армії", "galician-army"),
        ("TsDAHOU | ЦДАГО України | ЦГАООУ", "tsdaho"),
        ("Labour Congress of Ukraine | Трудовий конгрес України", "labour-congress"),
        ("Komnezam | комнезам | КНС", "kombed"),
        ("STO | Рада праці та оборони | Совет труда и обороны", "sto"),
    ],
)
def test_the_names_of_one_body(names: str, body: str) -> None:
    assert {identify("organizations", name) for name in names.split(" | ")} == {frozenset({body})}


@pytest.mark.parametrize(
    ("names", "place"),
    [
        ("Yelysavethrad | Зіновʼєвськ | Елисаветград | Kirovohrad | Кропивницькому", "yelysavethrad"),
        ("Старобільськ | Старобельска | Starobilsk | Starobil's'k | Starobelsk", "starobilsk"),
        ("Кам'янське | Дніпродзержинськ | Dneprodzerzhinsk | Kamianske", "kamianske"),
        ("Бобруйск | Bobruisk | Бобруйську", "bobruysk"),
        ("Zakarpattia | Підкарпатська Русь | Carpatho-Ukraine", "transcarpathia"),
        ("Біломорканал | Беломорско-Балтийский канал | White Sea-Baltic Canal", "white-sea-baltic-canal"),
        ("Kyiv Oblast | Київська область | Киевской области", "kyiv-oblast"),
        ("Podolia Gubernia | Подільська губернія | Подольская губерния", "podolia-gubernia"),
        ("Uman Okruha | Уманської округи | Уманский округ", "uman-okruha"),
    ],
)
def test_the_names_of_one_place(names: str, place: str) -> None:
    assert {identify("places", name) for name in names.split(" | ")} == {frozenset({place})}


@pytest.mark.parametrize("word", ["Калинин", "Молотов", "Щорс", "Ворошилов", "Городок", "Лиман", "Долина", "Bar"])
def test_no_word_and_no_persons_name_is_listed_as_a_place(word: str) -> None:
    assert identify("places", word) == frozenset()


def test_the_bearers_of_an_abbreviation_begin_with_the_tables_own() -> None:
    assert bearers("organizations", "NKVD")[:2] == ("nkvd-ussr", "nkvd-ukrssr")
    assert bearers("organizations", "Раднаркому") == ("sovnarkom-ukrssr", *bearers("organizations", "РНК")[1:])
    assert bearers("organizations", "OGPU") == ("ogpu",)
    assert bearers("organizations", "Ministry of Nothing") == ()


def test_the_lands_of_the_republics_are_places_and_territories_of_the_tables() -> None:
    lands = read_toml("gazetteers/territories.toml")
    territories = {entry.columns["territory"] for entry in gazetteer("organizations").values()}
    assert {place for listed_ in lands["lands"].values() for place in listed_} <= gazetteer("places").keys()
    assert {*lands["lands"], *lands["everywhere"]} <= territories

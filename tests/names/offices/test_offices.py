"""Names of posts say a role, a rank, a body and a land; two that say the same are one post, in any language."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.names import compare, display_name, keys, parse_office, same_post
from kartoteka.names.bodies.gazetteers import gazetteer
from kartoteka.names.offices.tables import CHARGES, bodies_of, fields, titles
from kartoteka.resources import read_toml
from kartoteka.types import Label, OfficeKind, OfficeRank, Verdict

ONE_POST = [
    (
        "People's Commissar for Internal Affairs of the Ukrainian SSR",
        "Ukraine's People's Commissar for Internal Affairs",
        "People's Commissar of the NKVD UkrSSR",
        "head of the NKVD of the Ukrainian SSR",
        "нарком внутрішніх справ УСРР",
        "народним комісаром внутрішніх справ УРСР",
        "народного комиссара внутренних дел УССР",
        "наркомвнудел Украинской ССР",
    ),
    (
        "chairman of the GPU of the Ukrainian SSR",
        "GPU UkrSSR chief",
        "head of the GPU in Ukraine",
        "голова ДПУ УСРР",
        "председатель ГПУ Украины",
        "т. в. о. голови ДПУ УСРР",
    ),
    (
        "first secretary of the CC CP(B)U",
        "First Secretary of the CP(b) of Ukraine",
        "перший секретар ЦК КП(б)У",
        "первого секретаря ЦК КП(б) Украины",
    ),
    ("deputy chairman of the OGPU", "зам. пред. ОГПУ", "заступник голови ОДПУ", "заместителем председателя ОГПУ"),
    ("chairman of the Sovnarkom of Ukraine", "предсовнаркома УССР", "голова Раднаркому УСРР"),
    ("Prosecutor General of Ukraine", "генпрокурор України", "генеральный прокурор Украины"),
    ("head of the NKVD directorate for Kyiv oblast", "начальник УНКВД по Киевской области"),
    ("mayor of Odesa", "міський голова Одеси", "одесский городской голова"),
    ("military attaché of Poland in Moscow", "польський військовий аташе в Москві"),
    ("rector of Warsaw University", "ректором Варшавского университета"),
    ("commander of the 3rd Cavalry Division", "командира 3-ї кавалерійської дивізії", "командир III кавдивизии"),
    ("Commissar of State Security 2nd Class", "комісар держбезпеки 2-го рангу"),
    ("King of Poland", "короля польського", "король Польши"),
    ("Metropolitan of Kyiv", "митрополит Київський", "киевскому митрополиту"),
    ("deputy of the State Duma", "member of the State Duma", "депутат Госдумы", "депутатка Державної думи"),
    ("former premier of Poland", "экс-премьер Польши", "прем'єр Польщі"),
]

TWO_POSTS = [
    ("нарком внутрішніх справ УСРР", "нарком внутренних дел СССР"),
    ("People's Commissar of Education of the Ukrainian SSR", "People's Commissar of Justice of the Ukrainian SSR"),
    ("голова ДПУ УСРР", "заступник голови ДПУ УСРР"),
    ("assistant head of the OGPU", "deputy head of the OGPU"),
    ("second secretary of the CC CP(B)U", "первый секретарь ЦК КП(б)У"),
    ("first deputy chairman of the OGPU", "deputy chairman of the OGPU"),
    ("chairman of the OGPU", "chairman of the GPU of the Ukrainian SSR"),
    ("ambassador of Poland in Ukraine", "ambassador of Ukraine in Poland"),
    ("член Політбюро ЦК КП(б)У", "кандидат у члени Політбюро ЦК КП(б)У"),
    ("комиссар государственной безопасности 2-го ранга", "комісар державної безпеки 1-го рангу"),
    ("командир 7-ї бригади", "командир 8-ї бригади"),
    ("начальник УНКВД по Киевской области", "начальник УНКВС по Харківській області"),
    ("minister of finance of the UNR", "міністр фінансів Української Держави"),
    ("chairman of the Sovnarkom of the Uzbek SSR", "голова Раднаркому УСРР"),
    ("member of the Central Rada", "член Белорусской центральной рады"),
    ("Order of Lenin", "head of the OGPU"),
    ("rector of Warsaw University", "dean of Warsaw University"),
]

OPEN = [
    ("chairman", "chairman"),
    ("first secretary", "первый секретарь"),
    ("нарком освіти", "People's Commissar of Education"),
    ("minister of finance", "міністр фінансів"),
    ("head of the GPU", "chairman of the GPU of the Ukrainian SSR"),
    ("secretary of the CC", "секретарь ЦК"),
    ("нач. 3-го отделения", "начальник III відділення"),
    ("general secretary of the CC CP(B)U", "first secretary of the CC CP(B)U"),
    ("director of the Zirka factory", "director of the Promin factory"),
    ("hetman", "гетьман"),
    ("комдив", "komdiv"),
    ("corps commander", "corps commander"),
    ("Red Army commander", "commander of the Red Army"),
]


def verdict(left: str, right: str) -> Verdict:
    return compare(Label.OFFICE, left, right).verdict


@pytest.mark.parametrize("names", ONE_POST, ids=lambda names: names[0])
def test_one_post_in_three_languages(names: tuple[str, ...]) -> None:
    for left, right in combinations(names, 2):
        assert verdict(left, right) is verdict(right, left) is Verdict.SAME, (left, right)
    assert len({key for name in names for key in keys(Label.OFFICE, name)}) == 1


@pytest.mark.parametrize(("left", "right"), TWO_POSTS)
def test_two_posts(left: str, right: str) -> None:
    found = compare(Label.OFFICE, left, right)
    assert found.verdict is verdict(right, left) is Verdict.DIFFERENT
    assert keys(Label.OFFICE, left).isdisjoint(keys(Label.OFFICE, right))


@pytest.mark.parametrize(("left", "right"), OPEN)
def test_what_is_left_to_a_person(left: str, right: str) -> None:
    assert verdict(left, right) is verdict(right, left) is Verdict.UNSURE


def test_every_verdict_has_its_reason_in_words() -> None:
    same = compare(Label.OFFICE, "голова ДПУ УСРР", "GPU UkrSSR chief")
    assert "head, GPU of the Ukrainian SSR" in same.reasons[0].detail
    assert compare(Label.OFFICE, "rector", "deputy rector").reasons[0].detail.endswith("head, deputy")
    for left, right in OPEN:
        assert compare(Label.OFFICE, left, right).reasons[0].detail


@pytest.mark.parametrize(
    ("name", "role", "rank", "ordinal", "field"),
    [
        ("замнаркома земледелия", "peoples-commissar", OfficeRank.DEPUTY, "", "agriculture"),
        ("first deputy minister of health", "minister", OfficeRank.DEPUTY, "first", "health"),
        ("General Secretary", "secretary", OfficeRank.HEAD, "general", ""),
        ("другий секретар", "secretary", OfficeRank.SECRETARY, "second", ""),
        ("товарищ министра финансов", "minister", OfficeRank.DEPUTY, "", "finance"),
        ("замдекана", "dean", OfficeRank.DEPUTY, "", ""),
        ("віцеголова", "chairman", OfficeRank.DEPUTY, "", ""),
        ("проректорка", "rector", OfficeRank.DEPUTY, "", ""),
        ("aide to the governor", "governor", OfficeRank.ASSISTANT, "", ""),
        ("defence minister", "minister", OfficeRank.HEAD, "", "defence"),
        ("chief engineer", "engineer", OfficeRank.STAFF, "", ""),
        ("генеральний писар", "pysar", OfficeRank.SECRETARY, "general", ""),
        ("кандидат в члены ЦК", "candidate-member", OfficeRank.CANDIDATE, "", ""),
        ("губвоенком", "military-commissar", OfficeRank.HEAD, "", ""),
        ("заместитель Ягоды", "deputy", OfficeRank.DEPUTY, "", ""),
        ("предводитель дворянства", "marshal-of-nobility", OfficeRank.HEAD, "", ""),
    ],
)
def test_role_rank_ordinal_and_portfolio(name: str, role: str, rank: OfficeRank, ordinal: str, field: str) -> None:
    found = parse_office(name)
    assert (found.role, found.rank, found.ordinal, found.field) == (role, rank, ordinal, field)


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("acting rector", "acting"),
        ("в. о. директора", "acting"),
        ("врид начальника", "acting"),
        ("временно исполняющий обязанности прокурора", "acting"),
        ("колишній міністр", "former"),
        ("экс-мэр", "former"),
        ("president-elect", "designate"),
        ("новообраний голова", "designate"),
        ("professor emeritus", "honorary"),
        ("почётный консул", "honorary"),
    ],
)
def test_how_a_post_is_held_makes_no_other_post(name: str, flag: str) -> None:
    found = parse_office(name)
    assert getattr(found, flag)
    assert found.role
    assert replace(found, **{flag: False}).rank is OfficeRank.HEAD or found.role == "professor"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("komdiv", OfficeKind.RANK),
        ("комдив 44-й дивизии", OfficeKind.POST),
        ("корсунський полковник", OfficeKind.POST),
        ("полковник", OfficeKind.RANK),
        ("командарм 1-го ранга", OfficeKind.RANK),
        ("General Commissar of State Security", OfficeKind.RANK),
        ("Маршал Советского Союза", OfficeKind.RANK),
        ("Герой Радянського Союзу", OfficeKind.DECORATION),
        ("Order of Lenin", OfficeKind.DECORATION),
        ("marshal of the nobility", OfficeKind.POST),
    ],
)
def test_ranks_and_decorations_are_no_posts(name: str, kind: OfficeKind) -> None:
    assert parse_office(name).kind is kind


def test_the_body_of_a_portfolio_is_that_of_the_land() -> None:
    assert parse_office("нарком юстиції УСРР").orgs == {"narkomiust"}
    assert parse_office("People's Commissar of Justice of the USSR").orgs == {"narkomiust-ussr"}
    assert parse_office("People's Commissar of Justice").orgs == frozenset()


def test_an_ambassador_serves_abroad() -> None:
    found = parse_office("посол Польщі в Україні")
    assert (found.places, found.abroad) == ({"poland"}, {"ukraine"})


def test_a_mans_name_is_no_place() -> None:
    assert parse_office("представник Сталіна").places == frozenset()


@pytest.mark.parametrize(
    ("left", "right", "may"),
    [
        ("Far Eastern Commander of the NKVD", "head of the NKVD in the Far East", True),
        ("head of the NKVD in the Far East", "head of the NKVD Directorate for the Far Eastern Territory", True),
        ("deputy head of the NKVD in the Far East", "head of the NKVD in the Far East", False),
        ("commissar", "People's Commissar for Internal Affairs of the Ukrainian SSR", True),
        ("head of the OGPU", "head of the NKVD", False),
        ("first secretary", "second secretary of the CC CP(B)U", False),
        ("ректор", "rector of the Kyiv Polytechnic Institute", True),
        ("head of the GPU UkrSSR", "head of the Economic Department of the GPU UkrSSR", False),
        ("head of the Economic Department", "head of the Economic Department of the GPU UkrSSR", True),
        ("mayor of Baku", "mayor of Tbilisi", False),
        ("комісар державної безпеки", "commissar", False),
        (
            "Far Eastern Commander of the NKVD",
            "People's Commissar for Internal Affairs of the Ukrainian SSR",
            False,
        ),
        ("head of the GPU in Odesa", "head of the GPU of the Ukrainian SSR", False),
        ("head of the OGPU in Ukraine", "chairman of the GPU of the Ukrainian SSR", True),
        ("head of the OGPU", "chairman of the GPU of the Ukrainian SSR", False),
        ("OGPU plenipotentiary in Ukraine", "chairman of the GPU of the Ukrainian SSR", False),
        ("голова ОДПУ в Україні", "голова ДПУ УСРР", True),
        ("minister of education", "mayor of Kharkiv", False),
        ("minister of education", "rector of Kharkiv University", False),
        ("People's Commissar of Justice", "head of the State Planning Commission", False),
        ("People's Commissar of Justice", "chairman of the Council of People's Commissars", False),
        ("president of the Ukrainian People's Republic", "minister of finance", False),
        ("народним комісаром юстиції", "People's Commissar of Justice of the Ukrainian SSR", True),
        ("chairman", "head of the GPU of the Ukrainian SSR", True),
        ("chairman", "minister of education", False),
    ],
)
def test_statements_on_one_holder(left: str, right: str, may: bool) -> None:
    one, other = parse_office(left), parse_office(right)
    assert same_post(one, other) is same_post(other, one) is may


def test_a_card_takes_the_name_without_acting() -> None:
    assert display_name(Label.OFFICE, {"acting rector of Lviv University": 3, "rector of Lviv University": 1}) == (
        "rector of Lviv University"
    )
    with pytest.raises(ValueError, match="no name"):
        display_name(Label.OFFICE, {})


WORDS = st.sampled_from(
    [
        "head",
        "заступник",
        "нарком",
        "освіти",
        "УСРР",
        "GPU",
        "of the",
        "in",
        "первый",
        "3-го",
        "Київ",
        "в. о.",
        "«",
        "'s",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=6).map(" ".join), st.lists(WORDS, max_size=6).map(" ".join))
def test_comparing_is_symmetric_and_one_key_is_one_post(left: str, right: str) -> None:
    found = compare(Label.OFFICE, left, right)
    assert found.verdict is verdict(right, left)
    if found.verdict is Verdict.SAME:
        assert keys(Label.OFFICE, left) == keys(Label.OFFICE, right)
    assert len(keys(Label.OFFICE, left)) == 1
    assert verdict(left, left) is not Verdict.DIFFERENT


def test_tables_name_only_what_there_is() -> None:
    bodies = {body for field in fields() for charge in CHARGES for body in bodies_of(field, charge)}
    named = (
        bodies | titles().assembly_orgs | titles().general | {*titles().committees, *titles().committees.values()}
    )
    assert named <= gazetteer("organizations").keys()
    words = read_toml("offices/words.toml")
    assert words["demonyms"].keys() <= gazetteer("places").keys()
    nouns = {*words["nouns"], *words["qualities"]}
    assert {*words["units"]["units"], *words["units"]["numbered"]} <= nouns
    roles = read_toml("offices/roles.toml").keys() | {"deputy", "assistant"}
    assert set().union(*titles().loose, *titles().heads.values(), titles().sent, titles().numbered) <= roles

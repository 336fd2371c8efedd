"""Who held what, from when to when: constructions in three languages, as a reader would sum them up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.annotate.tenure_dates import halves
from kartoteka.annotate.tenures import find_tenures
from kartoteka.types import BlockKind, Modality, TimeSpan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In [D:May 1923=1923-05] [P:Ivan Hal] was appointed [O:head of the [B:GPU]].",
            ("Ivan Hal", "head of the GPU", "1923-05", ""),
        ),
        (
            "[P:Ivan Hal] became [O:rector of the [B:Academy]] in [D:1924=1924].",
            ("Ivan Hal", "rector of the Academy", "1924", ""),
        ),
        (
            "[P:Ivan Hal] served as [O:chairman of the [B:GPU]] until [D:25 July 1931=1931-07-25].",
            ("Ivan Hal", "chairman of the GPU", "", "1931-07-25"),
        ),
        (
            "[P:Ivan Hal] was [O:consul in [G:Lviv]] from [D:1923=1923] to [D:1931=1931].",
            ("Ivan Hal", "consul in Lviv", "1923", "1931"),
        ),
        (
            "[P:Ivan Hal], [O:general secretary of the [B:CC]] ([D:1928–1938=1928/1938]), agreed.",
            ("Ivan Hal", "general secretary of the CC", "1928", "1938"),
        ),
        (
            "[P:Ivan Hal] headed the [B:GPU] from [D:1923 to 1931=1923/1931].",
            ("Ivan Hal", "head of the GPU", "1923", "1931"),
        ),
        (
            "On [D:25 June 1937=1937-06-25] [P:Ivan Hal] was removed from the [B:Central Committee].",
            ("Ivan Hal", "member of the Central Committee", "", "1937-06-25"),
        ),
        (
            "In [D:1931=1931] [P:Ivan Hal] was transferred to [G:Moscow], as [O:Deputy Chairman of the [B:OGPU]].",
            ("Ivan Hal", "Deputy Chairman of the OGPU", "1931", ""),
        ),
        ("He met [O:[B:OGPU] Chief] [P:Pavlo Mak] there.", ("Pavlo Mak", "OGPU Chief", "", "")),
        (
            "The former [O:commander of the [B:Ukrainian military district]], [P:Pavlo Mak], confessed.",
            ("Pavlo Mak", "commander of the Ukrainian military district", "", ""),
        ),
        ("In [D:1926=1926], [P:Ivan Hal] was [O:commissar].", ("Ivan Hal", "commissar", "", "")),
        (
            "[P:Ivan Hal] was appointed [O:minister] in [D:1925=1925], a post he held until [D:1934=1934].",
            ("Ivan Hal", "minister", "1925", "1934"),
        ),
        (
            "Having headed the [B:GPU] from [D:1923 to 1931=1923/1931], [P:Ivan Hal] left.",
            ("Ivan Hal", "head of the GPU", "1923", "1931"),
        ),
        (
            "This led to the appointment of [P:Pavlo Mak] as [O:second secretary of the [B:CC]].",
            ("Pavlo Mak", "second secretary of the CC", "", ""),
        ),
    ],
)
def test_english_constructions(
    text: str, expected: tuple[str, str, str, str], summed_up: Callable[..., Any]
) -> None:
    assert expected in summed_up(text)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "У [D:липні 1931 року=1931-07] [P:Галя=Галь] було призначено [O:заступником голови [B:ОДПУ]].",
            ("Галь", "заступником голови ОДПУ", "1931-07", ""),
        ),
        (
            "uk",
            "З [D:1924=1924] до [D:1930 року=1930] [P:Галь] обіймав посаду [O:наркома справ [B:УСРР]].",
            ("Галь", "наркома справ УСРР", "1924", "1930"),
        ),
        (
            "uk",
            "[D:7 липня 1937 року=1937-07-07] [O:начальника [B:УНКВС]] [P:Галя=Галь] заарештували.",
            ("Галь", "начальника УНКВС", "", ""),
        ),
        (
            "uk",
            "У [D:1933 році=1933] [P:Іван Галь] очолив [B:ДПУ УСРР].",
            ("Іван Галь", "керівник ДПУ УСРР", "1933", ""),
        ),
        (
            "ru",
            "В [D:1934 году=1934] [P:Иван Галь] был назначен [O:наркомом внутренних дел [B:УССР]].",
            ("Иван Галь", "наркомом внутренних дел УССР", "1934", ""),
        ),
        (
            "ru",
            "[P:Иван Галь] возглавлял [B:ГПУ УССР] с [D:1923=1923] по [D:1931 год=1931].",
            ("Иван Галь", "руководитель ГПУ УССР", "1923", "1931"),
        ),
        (
            "ru",
            "В [D:мае 1937 года=1937-05] [P:Иван Галь] был снят с поста [O:наркома].",
            ("Иван Галь", "наркома", "", "1937-05"),
        ),
    ],
)
def test_ukrainian_and_russian_constructions(
    lang: str, text: str, expected: tuple[str, str, str, str], summed_up: Callable[..., Any]
) -> None:
    assert expected in summed_up(text, lang=lang)


def test_a_replaced_holder_has_a_tenure_that_ends_when_the_successors_begins(
    read_tenures: Callable[..., Any],
) -> None:
    tenures = read_tenures(
        "In [D:February 1933=1933-02], [P:Ivan Hal] replaced [P:Oleh Rak] as [O:head of the [B:GPU]]."
    )
    by_holder = {t.holder: t for t in tenures}
    assert by_holder["P:Ivan Hal"].predecessor == "P:Oleh Rak"
    assert by_holder["P:Oleh Rak"].successor == "P:Ivan Hal"
    assert by_holder["P:Oleh Rak"].end == by_holder["P:Ivan Hal"].start == TimeSpan("1933-02", "1933-02")


def test_in_place_of_names_the_predecessor_without_a_date_of_his_own(read_tenures: Callable[..., Any]) -> None:
    tenures = read_tenures(
        "[P:Hal] was appointed [O:head of the [B:GPU]] on [D:8 May 1937=1937-05-08], in place of [P:Rak]."
    )
    assert [(t.holder, t.predecessor, t.successor, t.end) for t in tenures] == [
        ("P:Hal", "P:Rak", "", None),
        ("P:Rak", "", "P:Hal", None),
    ]


def test_a_replacement_takes_the_post_only_where_the_place_leaves_no_doubt(summed_up: Callable[..., Any]) -> None:
    first = "[P:Hal] was appointed [O:head of the [B:GPU] in the [G:Far East]] in [D:1936=1936]."
    told = "In [D:July 1937=1937-07], [P:Rak] was sent as his replacement in the [G:Far East]."
    bare = "His successor was [P:Rak]."
    assert ("Rak", "head of the GPU in the Far East", "1937-07", "") in summed_up(f"{first} {told}")
    assert not [t for t in summed_up(f"{first} {bare}") if t[0] == "Rak"]


@pytest.mark.parametrize(
    ("lang", "text", "modality"),
    [
        ("en", "[P:Rak] suggested that [P:Hal] be assigned as [O:plenipotentiary of the [B:OGPU]].", "proposed"),
        ("en", "[P:Rak] moved a motion that [P:Hal] be elected [O:chairman].", "proposed"),
        ("en", "[P:Hal] refused to become [O:chairman of the [B:Rada]].", "refused"),
        ("en", "[P:Hal] was not allowed to become [O:chairman of the [B:Rada]].", "prevented"),
        ("uk", "[P:Галь] відмовився стати [O:головою [B:Ради]], хоча його було призначено [O:міністром].", "none"),
        ("ru", "[P:Галь] не был избран [O:председателем [B:ЦИК]].", "prevented"),
    ],
)
def test_what_did_not_come_about_is_never_held(
    lang: str, text: str, modality: str, read_tenures: Callable[..., Any]
) -> None:
    tenures = [t for t in read_tenures(text, lang=lang) if "міністром" not in t.office]
    assert all(t.modality is not Modality.HELD for t in tenures)
    assert modality == "none" or [t.modality.value for t in tenures] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "A letter went to the [O:second secretary of the [B:CC]].",
        "The [O:Prosecutor-General] and the [O:head of the [B:Military Collegium]] found him guilty.",
        "[P:Hal] wrote to the [O:head of the [B:GPU]] in [D:1930=1930].",
        "On [D:26 November 1935=1935-11-26] [P:Hal] was promoted to [O:Komdiv].",
        "[P:Hal] led the [B:GPU] delegation, occupying leading [B:Cheka] positions since [D:1918=1918].",
    ],
)
def test_a_post_without_a_holder_or_a_mere_rank_makes_no_tenure(text: str, summed_up: Callable[..., Any]) -> None:
    assert summed_up(text) == []


def test_a_pronoun_means_the_last_subject_and_a_genitive_is_none(summed_up: Callable[..., Any]) -> None:
    text = "[P:Hal] came to [G:Kyiv]. On [P:Rak]'s orders he was appointed [O:rector] in [D:1920=1920]."
    assert summed_up(text) == [("Hal", "rector", "1920", "")]


def test_a_heading_opens_what_is_told_of_one_person(marked_up: Callable[..., Any]) -> None:
    document = marked_up(
        "[P:Олекса Гай] (1888-1929)",
        "У [D:1925-1929 роках=1925/1929] [O:професор [B:інституту]].",
        lang="uk",
        kinds=(BlockKind.HEADING, BlockKind.PROSE),
    )
    assert [(t.holder, t.start and t.start.edtf, t.end and t.end.edtf) for t in find_tenures(*document)] == [
        ("P:Олекса Гай", "1925", "1929")
    ]


def test_coordinated_posts_share_holder_and_date(summed_up: Callable[..., Any]) -> None:
    text = "In [D:1919=1919], [P:Hal] became [O:board member], [O:head of supply], and [O:chairman of the [B:X]]."
    assert summed_up(text) == [
        ("Hal", "board member", "1919", ""),
        ("Hal", "head of supply", "1919", ""),
        ("Hal", "chairman of the X", "1919", ""),
    ]


def test_a_post_after_and_then_does_not_share_the_date(summed_up: Callable[..., Any]) -> None:
    text = "In [D:October 1919=1919-10], [P:Hal] became [O:assistant chief] and then [O:chief of the [B:Sector]]."
    assert [t[2] for t in summed_up(text)] == ["1919-10", ""]


def test_one_post_over_two_bodies_is_two_tenures(read_tenures: Callable[..., Any]) -> None:
    tenures = read_tenures(
        "[P:Hal] became [O:commander of the [B:5th Army] and the [B:6th Army]] in [D:1922=1922]."
    )
    assert [(t.office, t.org) for t in tenures] == [
        ("commander of the 5th Army", "B:5th Army"),
        ("commander of the 6th Army", "B:6th Army"),
    ]


def test_dates_in_brackets_after_schools_are_a_term_each(summed_up: Callable[..., Any]) -> None:
    first = "[P:Гай] викладав у [B:училищі] ([D:1913-1917=1913/1917])"
    text = f"{first}, [B:інституті] ([D:1924-1932=1924/1932], [D:1934-1941=1934/1941])."
    assert [t[2:] for t in summed_up(text, lang="uk")] == [("1913", "1917"), ("1924", "1932"), ("1934", "1941")]


def test_rows_of_a_table_of_terms_take_their_post_from_the_headings(marked_up: Callable[..., Any]) -> None:
    document = marked_up(
        "Executive Secretaries",
        "[B:Kiev Committee] (1920-1925)",
        "Name       Term of Office",
        "[P:Yan Hal]    [D:6 July 1920=1920-07-06]    [D:1921=1921]",
        "[P:P. Rak]     ?      [D:1923=1923]",
        kinds=(BlockKind.HEADING, BlockKind.HEADING, BlockKind.TABLE, BlockKind.TABLE, BlockKind.TABLE),
    )
    found = find_tenures(*document)
    assert [(t.holder, t.office, t.start and t.start.edtf, t.end and t.end.edtf) for t in found] == [
        ("P:Yan Hal", "Executive secretary of the Kiev Committee", "1920-07-06", "1921"),
        ("P:P. Rak", "Executive secretary of the Kiev Committee", None, "1923"),
    ]
    assert {t.source for t in found} == {BlockKind.TABLE} and {t.org for t in found} == {"B:Kiev Committee"}


def test_every_tenure_rests_on_a_passage_that_holds_its_evidence(marked_up: Callable[..., Any]) -> None:
    document, mentions, referents = marked_up(
        "Nothing here.", "[P:Hal] was appointed [O:head of the [B:GPU]] in [D:1920=1920]. [P:Rak] left."
    )
    (tenure,) = find_tenures(document, mentions, referents)
    start, end = tenure.passage
    assert document.text[start:end] == "Hal was appointed head of the GPU in 1920."
    spans = {m.id: (m.start, m.end) for m in mentions}
    assert all(start <= spans[e][0] and spans[e][1] <= end for e in tenure.evidence)


@settings(max_examples=60, deadline=None)
@given(st.integers(1800, 2020), st.integers(0, 40))
def test_halves_of_a_range_lie_in_order_within_it(year: int, length: int) -> None:
    first, last = f"{year}", f"{year + length}"
    start, end = halves(TimeSpan(f"{first}/{last}", f"{first}/{last}", f"{first}-01-01", f"{last}-12-31"))
    assert start is not None and end is not None
    assert (start.edtf, start.earliest, start.latest) == (first, f"{first}-01-01", f"{first}-12-31")
    assert (end.edtf, end.earliest, end.latest) == (last, f"{last}-01-01", f"{last}-12-31")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[P:Ivan Hal], [O:chairman of the [B:Cheka]] since [D:1921=1921], stayed on as [O:chairman of the [B:GPU]] "
            "until [D:the autumn of 1923=1923-23], when [P:Pavlo Mak] succeeded him.",
            {
                ("Ivan Hal", "chairman of the Cheka", "1921", ""),
                ("Ivan Hal", "chairman of the GPU", "", "1923-23"),
                ("Pavlo Mak", "chairman of the GPU", "1923-23", ""),
            },
        ),
        (
            "[P:Ivan Hal] was [O:hetman] from [D:1687 until 1708=1687/1708], when [P:Pavlo Mak] took his place.",
            {("Ivan Hal", "hetman", "1687", "1708"), ("Pavlo Mak", "hetman", "1708", "")},
        ),
        (
            "[P:Ivan Hal] was succeeded as [O:minister of war] by [P:Pavlo Mak] in [D:1917=1917].",
            {("Ivan Hal", "minister of war", "", "1917"), ("Pavlo Mak", "minister of war", "1917", "")},
        ),
        (
            "The first [O:rector of the [B:Academy]] was [P:Ivan Hal].",
            {("Ivan Hal", "rector of the Academy", "", "")},
        ),
        (
            "Between [D:1569 and 1608=1569/1608] the post of [O:voivode of [G:Kiev]] was held by [P:Ivan Hal].",
            {("Ivan Hal", "voivode of Kiev", "1569", "1608")},
        ),
        (
            "[P:Ivan Hal] was [O:dean] from [D:1901=1901] and [O:rector] from [D:1906=1906].",
            {("Ivan Hal", "dean", "1901", ""), ("Ivan Hal", "rector", "1906", "")},
        ),
        (
            "[P:Ivan Hal] was appointed [O:rector] in [D:1918=1918]; he left that post in [D:1920=1920].",
            {("Ivan Hal", "rector", "1918", "1920")},
        ),
        (
            "[P:Ivan Hal], born in [D:1889=1889], became [O:general secretary] in [D:July 1928=1928-07].",
            {("Ivan Hal", "general secretary", "1928-07", "")},
        ),
        (
            "[P:Ivan Hal], who was born in [D:1889=1889], became [O:general secretary].",
            {("Ivan Hal", "general secretary", "", "")},
        ),
        (
            "[P:Ivan Hal] headed the [B:Department]. His deputy was [P:Pavlo Mak].",
            {
                ("Ivan Hal", "head of the Department", "", ""),
                ("Pavlo Mak", "deputy to the head of the Department", "", ""),
            },
        ),
    ],
)
def test_who_came_before_and_after_in_english(
    text: str, expected: set[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert set(summed_up(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[O:Наркомом юстиції] у [D:1922 році=1922] став [P:Іван Галь].",
            {("Іван Галь", "Наркомом юстиції", "1922", "")},
        ),
        (
            "У [D:листопаді 1708 року=1708-11] [O:гетьманом] обрали [P:Івана Галя=Іван Галь].",
            {("Іван Галь", "гетьманом", "1708-11", "")},
        ),
        (
            "Посаду [O:ректора [B:академії]] з [D:1883 року=1883] обіймав [P:Іван Галь].",
            {("Іван Галь", "ректора академії", "1883", "")},
        ),
        (
            "На посаді [O:голови [B:Раднаркому]] [P:Іван Галь] перебував до [D:квітня 1934 року=1934-04].",
            {("Іван Галь", "голови Раднаркому", "", "1934-04")},
        ),
        (
            "На посаді [O:голови [B:ВУЦВК]] [P:Івана Галя=Іван Галь] у [D:1938 році=1938] змінив [P:Павло Мак].",
            {("Іван Галь", "голови ВУЦВК", "", "1938"), ("Павло Мак", "голови ВУЦВК", "1938", "")},
        ),
        (
            "[B:Наркомат] очолював [P:Іван Галь] до [D:1934 року=1934]. Його змінив [P:Павло Мак].",
            {
                ("Іван Галь", "керівник Наркомату", "", "1934"),
                ("Павло Мак", "керівник Наркомату", "", ""),
            },
        ),
        (
            "[O:Головою [B:Раднаркому]] був призначений [P:Іван Галь], [O:секретарем [B:ЦК]] — [P:Павло Мак].",
            {("Іван Галь", "Головою Раднаркому", "", ""), ("Павло Мак", "секретарем ЦК", "", "")},
        ),
        (
            "[P:Івана Галя=Іван Галь] звільнили з посади [O:наркома] у [D:лютому 1927 року=1927-02]. "
            "У [D:березні=1927-03] його місце посів [P:Павло Мак].",
            {("Іван Галь", "наркома", "", "1927-02"), ("Павло Мак", "наркома", "1927-03", "")},
        ),
        (
            "[P:Іван Галь] обрано [O:митрополитом] [D:1921 року=1921]; він обіймав цей пост до [D:1927 року=1927].",
            {("Іван Галь", "митрополитом", "1921", "1927")},
        ),
        (
            "[P:Іван Галь] завідував відділом до [D:1901 року=1901], а [P:Павло Мак] став [O:деканом].",
            {("Іван Галь", "завідувач відділу", "", "1901"), ("Павло Мак", "деканом", "", "")},
        ),
    ],
)
def test_who_came_before_and_after_in_ukrainian(
    text: str, expected: set[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert set(summed_up(text, lang="uk")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Первым [O:наркомом] был [P:Иван Галь], занимавший этот пост с [D:1934 по 1937 год=1934/1937].",
            {("Иван Галь", "наркомом", "1934", "1937")},
        ),
        (
            "[P:Иван Галь], который [D:27 января=1938-01-27] сменил [P:Павла Мака=Павел Мак] на посту [O:секретаря].",
            {("Иван Галь", "секретаря", "1938-01-27", ""), ("Павел Мак", "секретаря", "", "1938-01-27")},
        ),
        (
            "До [D:сентября 1939 года=1939-09] [B:комиссариат] возглавлял [P:Иван Галь], а со "
            "[D:2 сентября=1939-09-02] [O:наркомом] был [P:Павел Мак].",
            {
                ("Иван Галь", "руководитель комиссариата", "", "1939-09"),
                ("Павел Мак", "наркомом", "1939-09-02", ""),
            },
        ),
        (
            "[P:Иван Галь] был [O:начальником штаба] с [D:1919 года=1919], а с [D:1920 года=1920] — "
            "[O:командиром бригады].",
            {("Иван Галь", "начальником штаба", "1919", ""), ("Иван Галь", "командиром бригады", "1920", "")},
        ),
        (
            "[P:Иван Галь] вступил в должность [O:секретаря] в [D:1933 году=1933] и покинул её в [D:1937 году=1937].",
            {("Иван Галь", "секретаря", "1933", "1937")},
        ),
        (
            "[O:Ректором] до [D:1920 года=1920] был [P:Иван Галь], затем — [P:Павел Мак].",
            {("Иван Галь", "Ректором", "", "1920"), ("Павел Мак", "Ректором", "", "")},
        ),
        (
            "Избранный в [D:1722 году=1722] [O:гетманом], [P:Иван Галь] умер.",
            {("Иван Галь", "гетманом", "1722", "")},
        ),
        (
            "[P:Иван Галь] — [O:министр] с [D:2004 года=2004].",
            {("Иван Галь", "министр", "2004", "")},
        ),
    ],
)
def test_who_came_before_and_after_in_russian(
    text: str, expected: set[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert set(summed_up(text, lang="ru")) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("[P:Іван Галь] не був [O:наркомом].", "uk"),
        ("[P:Івана Галя=Іван Галь] так і не призначили [O:міністром].", "uk"),
        ("[P:Иван Галь] не стал [O:министром].", "ru"),
        ("[P:Иван Галь] отказался от поста [O:министра].", "ru"),
        ("[P:Ivan Hal] was never appointed [O:minister].", "en"),
        ("[P:Ivan Hal] was expected to succeed [P:Pavlo Mak] as [O:minister].", "en"),
    ],
)
def test_what_did_not_come_about_is_not_held(text: str, lang: str, summed_up: Callable[..., Any]) -> None:
    assert "Ivan Hal" not in {t[0] for t in summed_up(text, lang=lang)}
    assert not {t for t in summed_up(text, lang=lang) if t[0] != "Pavlo Mak"}


def test_a_successor_without_a_date_may_be_the_one_in_the_post_left_behind(summed_up: Callable[..., Any]) -> None:
    moved = "[P:Hal] became [O:deputy minister] in [D:July 1931=1931-07]. His successor was [P:Rak]."
    assert [t[0] for t in summed_up(moved)] == ["Hal"]
    stayed = "[P:Hal] became [O:minister] in [D:1925=1925]. In [D:1931=1931] he was succeeded by [P:Rak]."
    assert ("Rak", "minister", "1931", "") in summed_up(stayed)
    assert ("Hal", "minister", "1925", "1931") in summed_up(stayed)


def test_no_later_than_is_an_interval(read_tenures: Callable[..., Any]) -> None:
    (tenure,) = read_tenures("By [D:1926=1926] [P:Ivan Hal] had become [O:secretary].")
    assert tenure.start is not None
    assert (tenure.start.interval, tenure.start.earliest, tenure.start.latest) == ("../1926", None, "1926-12-31")


def test_a_beginning_and_a_later_end_are_one_tenure(summed_up: Callable[..., Any]) -> None:
    told = "[P:Hal] became [O:rector] in [D:1918=1918]. [P:Hal] remained [O:rector] until [D:1920=1920]."
    assert summed_up(told) == [("Hal", "rector", "1918", "1920")]
    again = "[P:Hal] was [O:rector] until [D:1918=1918]. In [D:1930=1930] [P:Hal] became [O:rector]."
    assert set(summed_up(again)) == {("Hal", "rector", "", "1918"), ("Hal", "rector", "1930", "")}


def test_a_pronoun_for_nobody_leaves_the_holder_open(summed_up: Callable[..., Any]) -> None:
    assert summed_up("He served as [O:chairman] until [D:1931=1931].") == [("", "chairman", "", "1931")]


@settings(max_examples=20, deadline=None)
@given(words=st.integers(1, 400))
def test_a_stretch_without_a_full_stop_keeps_its_passages(marked_up: Callable[..., Any], words: int) -> None:
    filler = "and then nothing of note " * words
    document, mentions, referents = marked_up(f"{filler}, [P:Hal] became [O:rector] in [D:1918=1918]")
    for tenure in find_tenures(document, mentions, referents):
        start, end = tenure.passage
        assert document.text[start:end] in document.text
        assert all(start <= m.start and m.end <= end for m in mentions if m.id in tenure.evidence)

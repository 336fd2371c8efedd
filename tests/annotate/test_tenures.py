"""Who held what, from when to when: constructions in three languages, as a reader would sum them up.

Texts are marked up as `[P:name]`, `[O:post of [B:body]]`, `[D:words=edtf]`, `[G:place]`; equal names are one
referent.
"""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.annotate.tenure_dates import halves
from kartoteka.annotate.tenures import find_tenures
from kartoteka.types import Block, BlockKind, Document, Label, Mention, Modality, Referent, Tenure, TimeSpan

LABELS = {"P": Label.PERSON, "O": Label.OFFICE, "B": Label.ORG, "G": Label.PLACE, "D": Label.DATE}


def marked_up(*paragraphs: str, lang: str = "en", title: str = "", kinds: tuple[BlockKind, ...] = ()):
    """The document, mentions and referents of marked-up paragraphs, one block each."""
    text, blocks, spans = "", [], []
    for number, paragraph in enumerate(paragraphs):
        start = len(text)
        stack: list[tuple[str, int]] = []
        for piece in re.findall(r"\[[POBGD]:|=[^\[\]=]*\]|\]|[^\[\]=]+", paragraph):
            if piece.endswith(":") and piece.startswith("["):
                stack.append((piece[1], len(text)))
            elif piece.endswith("]"):
                letter, begin = stack.pop()
                spans.append((letter, begin, len(text), piece[1:-1] if piece.startswith("=") else "", number))
            else:
                text += piece
        kind = kinds[number] if kinds else BlockKind.PROSE
        blocks.append(Block(kind, ((start, len(text)),), lang=lang))
        text += "\n\n"
    document = Document("d", title, lang, text, tuple(blocks))
    mentions, groups = [], defaultdict(list)
    for letter, begin, end, value, block in sorted(spans, key=lambda s: (s[1], -s[2])):
        words = text[begin:end]
        date = TimeSpan(value, value) if letter == "D" and value else None
        name = value if letter == "P" and value else words
        mention = Mention("d", begin, end, words, LABELS[letter], name, "test", block, 0, date)
        mentions.append(mention)
        if letter != "D":
            groups[letter, name].append(mention)
    referents = [
        Referent(f"{letter}:{name}", "d", LABELS[letter], name, (name,), tuple(m.id for m in found), lang)
        for (letter, name), found in groups.items()
    ]
    return document, mentions, referents


def summed_up(*paragraphs: str, lang: str = "en", title: str = "") -> list[tuple[str, str, str, str]]:
    """(holder, office, start, end) of the tenures held, dates as EDTF, "" for none."""
    found = find_tenures(*marked_up(*paragraphs, lang=lang, title=title))
    return [
        (t.holder.removeprefix("P:"), t.office, t.start.edtf if t.start else "", t.end.edtf if t.end else "")
        for t in found
        if t.modality is Modality.HELD
    ]


def read(*paragraphs: str, lang: str = "en", title: str = "") -> list[Tenure]:
    return find_tenures(*marked_up(*paragraphs, lang=lang, title=title))


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
def test_english_constructions(text: str, expected: tuple[str, str, str, str]) -> None:
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
def test_ukrainian_and_russian_constructions(lang: str, text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in summed_up(text, lang=lang)


def test_a_replaced_holder_has_a_tenure_that_ends_when_the_successors_begins() -> None:
    tenures = read("In [D:February 1933=1933-02], [P:Ivan Hal] replaced [P:Oleh Rak] as [O:head of the [B:GPU]].")
    by_holder = {t.holder: t for t in tenures}
    assert by_holder["P:Ivan Hal"].predecessor == "P:Oleh Rak"
    assert by_holder["P:Oleh Rak"].successor == "P:Ivan Hal"
    assert by_holder["P:Oleh Rak"].end == by_holder["P:Ivan Hal"].start == TimeSpan("1933-02", "1933-02")


def test_in_place_of_names_the_predecessor_without_a_date_of_his_own() -> None:
    tenures = read(
        "[P:Hal] was appointed [O:head of the [B:GPU]] on [D:8 May 1937=1937-05-08], in place of [P:Rak]."
    )
    assert [(t.holder, t.predecessor, t.successor, t.end) for t in tenures] == [
        ("P:Hal", "P:Rak", "", None),
        ("P:Rak", "", "P:Hal", None),
    ]


def test_a_replacement_takes_the_post_only_where_the_place_leaves_no_doubt() -> None:
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
def test_what_did_not_come_about_is_never_held(lang: str, text: str, modality: str) -> None:
    tenures = [t for t in read(text, lang=lang) if "міністром" not in t.office]
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
def test_a_post_without_a_holder_or_a_mere_rank_makes_no_tenure(text: str) -> None:
    assert summed_up(text) == []


def test_a_pronoun_means_the_last_subject_and_a_genitive_is_none() -> None:
    text = "[P:Hal] came to [G:Kyiv]. On [P:Rak]'s orders he was appointed [O:rector] in [D:1920=1920]."
    assert summed_up(text) == [("Hal", "rector", "1920", "")]


def test_a_heading_opens_what_is_told_of_one_person() -> None:
    document = marked_up(
        "[P:Олекса Гай] (1888-1929)",
        "У [D:1925-1929 роках=1925/1929] [O:професор [B:інституту]].",
        lang="uk",
        kinds=(BlockKind.HEADING, BlockKind.PROSE),
    )
    assert [(t.holder, t.start and t.start.edtf, t.end and t.end.edtf) for t in find_tenures(*document)] == [
        ("P:Олекса Гай", "1925", "1929")
    ]


def test_coordinated_posts_share_holder_and_date() -> None:
    text = "In [D:1919=1919], [P:Hal] became [O:board member], [O:head of supply], and [O:chairman of the [B:X]]."
    assert summed_up(text) == [
        ("Hal", "board member", "1919", ""),
        ("Hal", "head of supply", "1919", ""),
        ("Hal", "chairman of the X", "1919", ""),
    ]


def test_a_post_after_and_then_does_not_share_the_date() -> None:
    text = "In [D:October 1919=1919-10], [P:Hal] became [O:assistant chief] and then [O:chief of the [B:Sector]]."
    assert [t[2] for t in summed_up(text)] == ["1919-10", ""]


def test_one_post_over_two_bodies_is_two_tenures() -> None:
    tenures = read("[P:Hal] became [O:commander of the [B:5th Army] and the [B:6th Army]] in [D:1922=1922].")
    assert [(t.office, t.org) for t in tenures] == [
        ("commander of the 5th Army", "B:5th Army"),
        ("commander of the 6th Army", "B:6th Army"),
    ]


def test_dates_in_brackets_after_schools_are_a_term_each() -> None:
    first = "[P:Гай] викладав у [B:училищі] ([D:1913-1917=1913/1917])"
    text = f"{first}, [B:інституті] ([D:1924-1932=1924/1932], [D:1934-1941=1934/1941])."
    assert [t[2:] for t in summed_up(text, lang="uk")] == [("1913", "1917"), ("1924", "1932"), ("1934", "1941")]


def test_rows_of_a_table_of_terms_take_their_post_from_the_headings() -> None:
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


def test_every_tenure_rests_on_a_passage_that_holds_its_evidence() -> None:
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

"""Authority files: what their rows say, and how they guide and label the cards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kartoteka.reconcile import Resolution, reconcile, resolve
from kartoteka.reconcile.authority import open_authorities, open_authority, read_authorities
from kartoteka.reconcile.catalogues import identifier, page
from kartoteka.reconcile.circumstances import Circumstances, Deed
from kartoteka.store import Store
from kartoteka.types import Authority, BlockKind, Judgement, Label, Reading, Referent, Verdict

STALIN = "name,variants,birth,death,wikidata\nJoseph Stalin,Koba | Iosif Dzhugashvili,1878,1953,Q855\n"
KOSIORS = "name,wikidata\nStanislav Kosior,Q1\nIosif Kosior,Q2\nVladyslav Kosior,Q3\n"


def rows(text: str) -> list[Authority]:
    found, problems = read_authorities([("known.csv", text)])
    assert not problems
    return found


def problems(text: str) -> list[str]:
    return read_authorities([("known.csv", text)])[1]


def a_referent(document: str, *names: str, label: Label = Label.PERSON) -> Referent:
    mentions = tuple(f"{document}#{name}" for name in names)
    return Referent(f"{document}/{names[0]}", document, label, names[0], names, mentions)


def guided(
    text: str,
    *referents: Referent,
    decisions: tuple[Judgement, ...] = (),
    known: dict[str, Circumstances] | None = None,
) -> Resolution:
    return resolve(referents, decisions, authorities=rows(text), known=known)


def cards(resolution: Resolution) -> dict[str, set[str]]:
    """The documents of each card, by its name."""
    return {e.name: {referent.partition("/")[0] for referent in e.referents} for e in resolution.entities}


def ids(resolution: Resolution) -> dict[str, str]:
    return {entity.name: one.value for entity in resolution.entities for one in entity.identifiers}


def test_a_row_has_a_name_variants_dates_of_life_and_identifiers() -> None:
    (row,) = rows(
        "Name,Variants,variant 2,Birth,Death,VIAF,Note\n"
        "Vsevolod Balytsky,Балицький Всеволод | Wsewolod Balitzkij,Balickij,1892-11-27,1937,22123,shot\n"
    )
    assert row.variants == ("Балицький Всеволод", "Wsewolod Balitzkij", "Balickij")
    assert (row.birth, row.death) == (("1892-11-27", "1892-11-27"), ("1937-01-01", "1937-12-31"))
    assert [(one.scheme, one.value, one.source) for one in row.identifiers] == [
        ("viaf", "22123", "known.csv, line 2")
    ]
    assert (row.label, row.note, row.source) == (None, "shot", "known.csv, line 2")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_divide_columns(delimiter: str) -> None:
    text = "name,label,gnd\nGPU,ORG,118505696\n".replace(",", delimiter)
    assert [(row.name, row.label, row.identifiers[0].value) for row in rows(text)] == [
        ("GPU", Label.ORG, "118505696")
    ]


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        (",,,", ""),
        (",1892,,Q1", "no name"),
        ("1937,,,Q1", "no name"),
        ("Balytsky,in spring,,Q1", "birth 'in spring' is no year and no EDTF date: it is not used"),
        ("Balytsky,1937,1892,Q1", "death '1892' before birth '1937': neither is used"),
        ("Balytsky,1892,1937,twelve", "no wikidata identifier: 'twelve'"),
    ],
)
def test_a_bad_row_is_one_line_with_its_file_its_line_and_the_cause(row: str, cause: str) -> None:
    expected = [f"known.csv, line 2: {cause}"] if cause else []
    assert problems(f"name,birth,death,wikidata\n{row}\n") == expected


def test_a_comma_without_quotes_costs_its_row_alone() -> None:
    text = 'name,birth\nBalytsky, Vsevolod,1892\n"Redens, Stanislav",1892\n'
    found, faults = read_authorities([("known.csv", text)])
    assert [row.name for row in found] == ["Redens, Stanislav"]
    assert faults == ["known.csv, line 2: more cells than headings (a name with a comma stands in quotes)"]


def test_a_quote_that_is_never_closed_swallows_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text('name,birth\nRedens,1892\n"Balytsky,1892\nKosior,1889\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 4: no list with commas or tabs"):
        open_authority(path)


def test_headings_may_say_id() -> None:
    (row,) = rows("NAME,Wikidata ID,viaf_id\nBalytsky,Q1,22123\n")
    assert [(one.scheme, one.value) for one in row.identifiers] == [("viaf", "22123"), ("wikidata", "Q1")]


def test_an_unknown_label_is_said() -> None:
    assert problems("name,label\nBalytsky,DOG\n") == [
        "known.csv, line 2: no label 'DOG' (known are PERSON, OFFICE, ORG, PLACE)"
    ]


@pytest.mark.parametrize("written", ["1892-11-27", "+1892-11-27T00:00:00Z", "1892-11-27T00:00:00Z"])
def test_days_may_stand_as_wikidata_writes_them(written: str) -> None:
    (row,) = rows(f"name,birth\nBalytsky,{written}\n")
    assert row.birth == ("1892-11-27", "1892-11-27")


@pytest.mark.parametrize(
    ("scheme", "written", "usual"),
    [
        ("wikidata", "http://www.wikidata.org/entity/q855", "Q855"),
        ("viaf", "https://viaf.org/viaf/22123/", "22123"),
        ("gnd", "https://d-nb.info/gnd/11850569X", "11850569X"),
        ("gnd", "118505696", "118505696"),
        ("isni", "0000 0001 2103 2683", "0000000121032683"),
        ("lccn", "https://id.loc.gov/authorities/names/n80040215", "n80040215"),
        ("viaf", "Q855", ""),
        ("nkp", "jn19990009999", "jn19990009999"),
    ],
)
def test_identifiers_are_taken_alone_or_as_addresses(scheme: str, written: str, usual: str) -> None:
    assert identifier(scheme, written) == usual


def test_an_identifier_has_a_page_where_its_catalogue_is_known() -> None:
    assert page("wikidata", "Q855") == "https://www.wikidata.org/wiki/Q855"
    assert page("archive", "https://archive.example/7") == "https://archive.example/7"
    assert page("nkp", "jn19990009999") == ""


def test_rows_with_one_identifier_speak_of_one_thing() -> None:
    (row,) = rows("name,wikidata,viaf\nJoseph Stalin,Q855,\nИосиф Сталин,Q855,101705691\n")
    assert (row.name, row.variants) == ("Joseph Stalin", ("Иосиф Сталин",))
    assert [one.value for one in row.identifiers] == ["Q855", "101705691"]


def test_a_row_that_contradicts_one_before_it_is_left_out_and_said() -> None:
    text = "name,wikidata,viaf\nJoseph Stalin,Q855,17\nIosif Stalin,Q855,18\n"
    assert problems(text) == ["known.csv, line 3: contradicts known.csv, line 2, which has an identifier of it"]


def test_what_is_no_list_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear comrade,\nyours", encoding="utf-8")
    with pytest.raises(ValueError, match="no column name") as refused:
        open_authority(path)
    assert str(path) in str(refused.value)


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "known.csv" for folder in ("a", "b")]
    for path in paths:
        path.parent.mkdir()
        path.write_text("name\nBalytsky\n", encoding="utf-16")
    files = open_authorities(paths)
    assert [name for name, _ in files] == ["known.csv", str(paths[1])]
    assert [text for _, text in files] == ["name\nBalytsky\n"] * 2


def test_the_spellings_of_a_row_are_one_person_and_its_name_and_ids_the_cards() -> None:
    found = guided(
        STALIN, a_referent("a", "Koba"), a_referent("b", "Iosif Dzhugashvili"), a_referent("c", "Joseph Stalin")
    )
    assert cards(found) == {"Joseph Stalin": {"a", "b", "c"}}
    assert ids(found) == {"Joseph Stalin": "Q855"}


def test_without_the_list_they_are_three() -> None:
    names = ("Koba", "Iosif Dzhugashvili", "Joseph Stalin")
    assert len(resolve([a_referent(name, name) for name in names]).entities) == 3


def test_a_merge_by_the_list_names_its_row() -> None:
    found = guided(STALIN, a_referent("b", "Iosif Dzhugashvili"), a_referent("c", "Joseph Stalin"))
    (judgement,) = found.judgements
    assert judgement.verdict is Verdict.SAME
    assert [reason.detail for reason in judgement.reasons] == ["known.csv, line 2: Joseph Stalin"]


def test_an_entry_is_on_no_card_and_in_no_judgement() -> None:
    found = guided(STALIN, a_referent("b", "Joseph Stalin", "Stalin"), a_referent("c", "J. Stalin"))
    listed = {referent for entity in found.entities for referent in entity.referents}
    assert listed == {"b/Joseph Stalin", "c/J. Stalin"}
    assert {side for one in found.judgements for side in (one.left, one.right)} <= listed


def test_a_list_of_others_changes_no_card() -> None:
    referents = [a_referent("a", "Vsevolod Balytsky"), a_referent("b", "V. Balytsky"), a_referent("c", "Redens")]
    assert resolve(referents, authorities=rows(STALIN)).entities == resolve(referents).entities


def test_two_rows_never_share_a_card() -> None:
    found = guided(
        "name,birth,wikidata\nIvan Petrenko,1890,Q1\nIvan Petrenko,1920,Q2\n",
        a_referent("a", "Ivan Petrenko"),
        known={"a/Ivan Petrenko": Circumstances(birth=("1921-01-01", "1921-12-31"))},
    )
    assert ids(found) == {"Ivan Petrenko": "Q2"}


def test_a_name_that_two_rows_fit_is_left_open_and_said() -> None:
    found = guided("name,wikidata\nIvan Petrenko,Q1\nIvan Petrenko,Q2\n", a_referent("a", "Ivan Petrenko"))
    assert ids(found) == {}
    assert found.doubts == (
        "'Ivan Petrenko' in a is left open: "
        "it fits Ivan Petrenko (known.csv, line 2) and Ivan Petrenko (known.csv, line 3)",
    )


@pytest.mark.parametrize(
    ("row", "names"),
    [
        (
            "Andrey Sheptytsky,Andrei Sheptyts'kyi | Roman Aleksander Maria Szeptycki",
            ("Andrey Sheptytsky", "Roman Aleksander Maria Szeptycki", "Andrei Sheptyts'kyi"),
        ),
        ("Andrii Sheptytskyi,Roman Szeptycki", ("Andrey Sheptytsky", "Roman Aleksander Maria Szeptycki")),
        (
            "Grigol Orjonikidze,Sergo Ordzhonikidze",
            ("Sergo Ordzhonikidze", "Grigol Orjonikidze", "G. K. Orjonikidze"),
        ),
    ],
)
def test_who_is_named_twice_over_is_the_row_that_has_both_names(row: str, names: tuple[str, ...]) -> None:
    found = guided(f"name,variants,wikidata\n{row},Q7\n", a_referent("a", *names))
    assert ids(found) == {row.partition(",")[0]: "Q7"}
    assert found.doubts == ()


KAMENEVS = "name,variants,wikidata\nLev Kamenev,Lev Rosenfeld,Q1\nSergei Kamenev,,Q2\n"


def test_who_has_names_of_two_rows_is_neithers_and_said_with_names_and_document() -> None:
    referents = [a_referent("a", "Lev Rosenfeld", "Sergei Kamenev"), a_referent("b", "Sergei Kamenev")]
    found = guided(KAMENEVS, *referents)
    assert [(one.referents, [i.value for i in one.identifiers]) for one in found.entities] == [
        (("a/Lev Rosenfeld",), []),
        (("b/Sergei Kamenev",), ["Q2"]),
    ]
    assert found.doubts == (
        "'Lev Rosenfeld' and 'Sergei Kamenev' in a are left open: "
        "they fit Lev Kamenev (known.csv, line 2) and Sergei Kamenev (known.csv, line 3)",
    )


def test_a_surname_may_be_his_whom_the_document_calls_otherwise() -> None:
    lev, sergei = a_referent("a", "Lev Rosenfeld"), a_referent("a", "Sergei Kamenev", "Kamenev")
    found = guided(KAMENEVS, lev, sergei)
    assert ids(found) == {"Lev Kamenev": "Q1"}
    assert [doubt.partition(":")[0] for doubt in found.doubts] == [
        "'Kamenev' and 'Sergei Kamenev' in a are left open"
    ]
    assert ids(guided(KAMENEVS, sergei)) == {"Sergei Kamenev": "Q2"}
    named = a_referent("a", "Lev Rosenfeld", "Lev Kamenev")
    assert ids(guided(KAMENEVS, named, sergei)) == {"Lev Kamenev": "Q1", "Sergei Kamenev": "Q2"}


def test_fame_decides_nothing_between_two_rows() -> None:
    text = "name,wikidata\nIvan Stepanovych Petrenko,Q1\nIvan Mykhailovych Petrenko,Q2\n"
    famous = [a_referent(document, "Ivan Stepanovych Petrenko") for document in "abcdef"]
    found = guided(text, *famous, a_referent("x", "Ivan Petrenko"), a_referent("y", "Petrenko"))
    assert cards(found) == {
        "Ivan Stepanovych Petrenko": set("abcdef"),
        "Ivan Petrenko": {"x"},
        "Petrenko": {"y"},
    }
    assert [doubt.partition(" is left open")[0] for doubt in found.doubts] == [
        "'Ivan Petrenko' in x",
        "'Petrenko' in y",
    ]


def test_the_persons_own_document_still_tells_which_row_is_meant() -> None:
    text = "name,wikidata\nStanislav Kosior,Q1\nIosif Kosior,Q2\n"
    found = guided(
        text, a_referent("a", "Stanislav Kosior"), a_referent("a", "Kosior"), a_referent("b", "Iosif Kosior")
    )
    assert len(found.entities) == 2
    assert {one.id for one in found.entities if "a/Kosior" in one.referents} == {
        one.id for one in found.entities if "a/Stanislav Kosior" in one.referents
    }


def test_a_surname_alone_is_nobodys_where_the_list_knows_several() -> None:
    found = guided(KOSIORS, a_referent("a", "Kosior"), a_referent("b", "Stanislav Kosior"))
    assert cards(found) == {"Kosior": {"a"}, "Stanislav Kosior": {"b"}}
    assert ids(found) == {"Stanislav Kosior": "Q1"}


def test_a_surname_alone_is_the_only_bearers() -> None:
    found = guided(
        "name,wikidata\nVsevolod Balytsky,Q4\n", a_referent("a", "Balytsky"), a_referent("b", "Балицький")
    )
    assert cards(found) == {"Vsevolod Balytsky": {"a", "b"}}


def test_a_row_of_a_surname_alone_labels_no_fuller_card() -> None:
    found = guided("name,wikidata\nPetrenko,Q5\n", a_referent("a", "Petrenko"), a_referent("b", "Mykola Petrenko"))
    assert ids(found) == {}


def test_nobody_holds_an_office_after_the_death_that_a_row_gives() -> None:
    text = "name,birth,death,wikidata\nIvan Petrenko,1890,1937,Q1\n"
    deed = Deed(("1950-01-01", "1950-12-31"), "chairman")
    referent = a_referent("a", "Ivan Petrenko")
    assert ids(guided(text, referent)) == {"Ivan Petrenko": "Q1"}
    assert ids(guided(text, referent, known={referent.id: Circumstances(deeds=(deed,))})) == {}


def test_a_persons_decision_outranks_the_list() -> None:
    one, other = a_referent("a", "Joseph Stalin"), a_referent("b", "Iosif Dzhugashvili")
    apart = Judgement(one.id, other.id, Verdict.DIFFERENT, 1.0, "Ola")
    found = guided(STALIN, one, other, decisions=(apart,))
    assert len(found.entities) == 2
    assert ids(found) == {}
    assert any("decisions say otherwise" in doubt for doubt in found.doubts)


def test_what_a_person_joins_of_two_rows_is_neithers_and_said() -> None:
    text = "name,wikidata\nIvan Petrenko,Q5\nPetro Ivanenko,Q6\n"
    one, other = a_referent("a", "Ivan Petrenko"), a_referent("b", "Petro Ivanenko")
    joined = Judgement(one.id, other.id, Verdict.SAME, 1.0, "Ola")
    found = guided(text, one, other, decisions=(joined,))
    assert len(found.entities) == 1
    assert ids(found) == {}
    assert len(found.doubts) == 2


def test_institutions_and_places_are_labelled_too() -> None:
    text = "name,label,wikidata\nAll-Ukrainian Cheka,ORG,Q7\nLypivka,PLACE,Q8\n"
    org, place = a_referent("a", "ВУЧК", label=Label.ORG), a_referent("a", "Lypivka", label=Label.PLACE)
    assert ids(guided(text, org, place)) == {"All-Ukrainian Cheka": "Q7", "Lypivka": "Q8"}


def test_a_row_that_does_not_say_what_it_is_finds_a_post_by_its_name() -> None:
    post = a_referent("a", "head of the GPU", label=Label.OFFICE)
    assert ids(guided("name,wikidata\nhead of the GPU,Q9\n", post)) == {"head of the GPU": "Q9"}


def test_the_order_of_the_rows_and_referents_does_not_matter() -> None:
    referents = [a_referent(d, n) for d, n in (("a", "Kosior"), ("b", "Iosif Kosior"), ("c", "I. Kosior"))]
    head, *lines = KOSIORS.splitlines(keepends=True)
    one, other = guided(KOSIORS, *referents), guided("".join([head, *reversed(lines)]), *reversed(referents))
    assert cards(one) == cards(other)
    assert ids(one) == ids(other)
    assert [entity.id for entity in one.entities] == [entity.id for entity in other.entities]


def test_a_new_text_finds_the_row_of_an_old_card(make_reading: Callable[..., Reading]) -> None:
    def told(document: str, name: str) -> Reading:
        return make_reading(document, [(BlockKind.PROSE, [f"{name} spoke."])], {name: (Label.PERSON, name)})

    with Store() as store:
        store.set_authority_files([("known.csv", STALIN)])
        store.put(told("a", "Joseph Stalin"), "print")
        reconcile(store)
        for document, name in (("b", "Iosif Dzhugashvili"), ("c", "Koba")):
            store.put(told(document, name), "print")
            reconcile(store)
        (card,) = store.entities()
        assert (card.name, card.documents, card.identifiers[0].value) == ("Joseph Stalin", 3, "Q855")
        store.set_authority_files([])
        reconcile(store)
        assert len(list(store.entities())) == 3


def test_a_line_says_how_many_rows_of_a_list_were_found_and_which_were_not(
    make_reading: Callable[..., Reading],
) -> None:
    def told(document: str, name: str) -> Reading:
        return make_reading(document, [(BlockKind.PROSE, [f"{name} spoke."])], {name: (Label.PERSON, name)})

    with Store() as store:
        store.set_authority_files([("known.csv", KOSIORS), ("chiefs.csv", "name\nVsevolod Balytsky\n")])
        store.put(told("a", "Iosif Kosior"), "print")
        assert reconcile(store) == (
            "1 of 3 rows of known.csv found; not found: lines 2, 4",
            "0 of 1 rows of chiefs.csv found; not found: line 2",
        )
        store.put(told("b", "Vsevolod Balytsky"), "print")
        assert reconcile(store)[-1] == "1 of 1 rows of chiefs.csv found"
        assert reconcile(store)[0] == "1 of 3 rows of known.csv found; not found: lines 2, 4"
        store.remove("a")
        assert reconcile(store) == reconcile(store, anew=True)
        assert reconcile(store)[0] == "0 of 3 rows of known.csv found; not found: lines 2, 3, 4"
        store.set_authority_files([])
        assert reconcile(store) == ()

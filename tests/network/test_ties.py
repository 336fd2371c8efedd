"""Ties that follow from careers: who followed or appointed whom, who held one post, who served in one body at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kartoteka.network import build_ties
from kartoteka.project import Project
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Modality, Reading, Tenure
from kartoteka.types.network import TieKind

Make = Callable[..., Store]
HEAD = "head of the GPU of the Ukrainian SSR"
DEPUTY = "deputy head of the GPU of the Ukrainian SSR"
MANTSEV = {"holder": "Mantsev", "start": "in March 1922", "end": "on 1 September 1923"}
BALYTSKY = {"holder": "Balytsky", "start": "on 1 September 1923", "end": "on 25 July 1931"}
REDENS = {"holder": "Redens", "start": "on 25 July 1931", "end": "on 20 February 1933"}


def ties(store: Store, kind: str, **asked: Any) -> list[tuple[str, str]]:
    """The pairs that one kind ties."""
    return sorted(build_ties(store, [kind], **asked).edges())


def only(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """What the only edge of a network tells."""
    ((_, _, tie),) = graph.edges(data=True)
    return dict(tie)


class TestSuccession:
    def test_goes_from_the_predecessor_and_is_dated_by_the_day_of_the_handover(self, make_stated: Make) -> None:
        store = make_stated({"a.txt": [BALYTSKY | {"predecessor": "Mantsev"}]})
        graph = build_ties(store, ["succession"])
        assert list(graph.edges(keys=True)) == [("mantsev", "balytsky", "succession")]
        tie = only(graph)
        assert (tie["kind"], tie["directed"], tie["weight"], tie["detail"]) == ("succession", True, 1, HEAD)
        assert tie["spells"] == [("1923-09-01", "1923-09-01")]
        assert (tie["first"], tie["last"], tie["documents"]) == ("1923-09-01", "1923-09-01", ["a.txt"])
        (passage,) = tie["passages"]
        assert passage.text == store.document("a.txt").text[passage.start : passage.end]
        assert "Balytsky" in passage.text
        assert "Mantsev" in passage.text

    def test_is_stated_of_the_successor_as_well(self, make_stated: Make) -> None:
        store = make_stated({"a.txt": [BALYTSKY | {"successor": "Redens"}]})
        assert ties(store, "succession") == [("balytsky", "redens")]

    def test_weighs_the_documents_that_state_it(self, make_stated: Make) -> None:
        documents = {name: [BALYTSKY | {"predecessor": "Mantsev"}] for name in ("a.txt", "b.txt")}
        documents["c.txt"] = [MANTSEV | {"successor": "Balytsky"}, BALYTSKY | {"predecessor": "Mantsev"}]
        tie = only(build_ties(make_stated(documents), ["succession"]))
        assert (tie["weight"], tie["documents"]) == (3, ["a.txt", "b.txt", "c.txt"])

    def test_in_one_document_is_one_under_whatever_name_of_the_post(self, make_stated: Make) -> None:
        stated = BALYTSKY | {"predecessor": "Mantsev"}
        other = stated | {"office": "chairman of the GPU of the Ukrainian SSR"}
        tie = only(build_ties(make_stated({"a.txt": [stated, other]}), ["succession"]))
        assert tie["weight"] == 1
        assert ";" not in tie["detail"]

    def test_the_more_exact_of_two_dates_is_the_day(self, make_stated: Make) -> None:
        vague = {"holder": "Balytsky", "start": "in 1923", "predecessor": "Mantsev"}
        tie = only(build_ties(make_stated({"a.txt": [MANTSEV, vague]}), ["succession"]))
        assert tie["spells"] == [("1923-09-01", "1923-09-01")]

    def test_is_dated_by_the_statement_quoted_and_says_where_texts_contest_it(self, make_stated: Make) -> None:
        stated = {"holder": "Balytsky", "predecessor": "Mantsev"}
        days = {"a.txt": "in April 1923", "b.txt": "on 8 May 1923"}
        documents = {name: [stated | {"start": day}] for name, day in days.items()}
        tie = only(build_ties(make_stated(documents), ["succession"]))
        assert tie["spells"] == [("1923-04-01", "1923-04-30"), ("1923-05-08", "1923-05-08")]
        assert tie["detail"] == f"{HEAD} (date contested)"
        assert [passage.document for passage in tie["passages"]] == ["b.txt", "a.txt"]

    def test_that_leaves_the_day_to_texts_that_contest_it_says_so(self, make_stated: Make) -> None:
        undated = {"holder": "Balytsky", "predecessor": "Mantsev"}
        others = [BALYTSKY | {"start": day} for day in ("in April 1923", "on 8 May 1923")]
        tie = only(build_ties(make_stated({"a.txt": [undated, others[0]], "b.txt": [others[1]]}), ["succession"]))
        assert tie["spells"] == [("1923-04-01", "1923-05-08")]
        assert tie["detail"] == f"{HEAD} (date contested)"

    def test_of_one_who_left_in_february_is_of_march_when_the_other_came(self, make_stated: Make) -> None:
        shumsky = {"holder": "Shumsky", "end": "in February 1927", "successor": "Skrypnyk"}
        skrypnyk = {"holder": "Skrypnyk", "start": "in March 1927", "predecessor": "Shumsky"}
        tie = only(build_ties(make_stated({"a.txt": [shumsky], "b.txt": [skrypnyk]}), ["succession"]))
        assert (tie["spells"], tie["detail"]) == ([("1927-03-01", "1927-03-31")], HEAD)

    def test_of_one_who_held_the_post_twice_is_of_the_nearer_term(self, make_stated: Make) -> None:
        again = {"holder": "Balytsky", "start": "on 20 February 1933"}
        redens = {"holder": "Redens", "end": "before March 1933", "successor": "Balytsky"}
        tie = only(build_ties(make_stated({"a.txt": [BALYTSKY], "b.txt": [again, redens]}), ["succession"]))
        assert tie["spells"] == [("1933-02-20", "1933-02-20")]

    def test_follows_of_dates_that_meet(self, make_stated: Make) -> None:
        store = make_stated({"a.txt": [MANTSEV], "b.txt": [BALYTSKY], "c.txt": [REDENS]})
        graph = build_ties(store, ["succession"])
        assert sorted(graph.edges()) == [("balytsky", "redens"), ("mantsev", "balytsky")]
        told = graph.edges["mantsev", "balytsky", "succession"]["passages"]
        assert [passage.document for passage in told] == ["a.txt", "b.txt"]

    def test_does_not_follow_of_dates_where_another_may_have_come_between(self, make_stated: Make) -> None:
        acting = {"holder": "Karlson", "acting": True}
        store = make_stated({"a.txt": [MANTSEV | {"end": "in 1923"}, BALYTSKY | {"start": "in 1923"}, acting]})
        assert ties(store, "succession") == []

    def test_does_not_follow_of_dates_where_a_text_names_another_neighbour(self, make_stated: Make) -> None:
        store = make_stated({"a.txt": [MANTSEV | {"successor": "Karlson"}, BALYTSKY]})
        assert ties(store, "succession") == [("mantsev", "karlson")]

    def test_against_the_dates_of_both_is_none(self, make_stated: Make) -> None:
        wrong = MANTSEV | {"predecessor": "Redens"}
        assert ties(make_stated({"a.txt": [wrong], "b.txt": [REDENS]}), "succession") == []

    def test_there_and_back_are_two(self, make_stated: Make) -> None:
        again = {"holder": "Balytsky", "start": "on 20 February 1933", "predecessor": "Redens"}
        store = make_stated({"a.txt": [BALYTSKY | {"successor": "Redens"}, REDENS, again]})
        assert ties(store, "succession") == [("balytsky", "redens"), ("redens", "balytsky")]

    def test_in_a_post_that_is_anybodys_needs_a_passage_that_names_both(self, make_stated: Make) -> None:
        stated = {"holder": "Zatonsky", "office": "secretary", "predecessor": "Kaganovich"}
        assert ties(make_stated({"a.txt": [stated]}), "succession") == [("kaganovich", "zatonsky")]
        unsaid = stated | {"unsaid": ("predecessor",)}
        assert ties(make_stated({"a.txt": [unsaid]}, "Kaganovich was there."), "succession") == []

    def test_in_a_post_that_is_anybodys_is_none_long_after_the_predecessor_had_gone(
        self, make_stated: Make
    ) -> None:
        kosior = {"holder": "Kosior", "office": "first secretary of the CC CP(B)U", "end": "on 27 January 1938"}
        said = {"holder": "Petrovsky", "office": "first secretary", "predecessor": "Kosior"}
        late, soon = (said | {"start": f"on {day} 1938"} for day in ("22 March", "28 January"))
        assert ties(make_stated({"a.txt": [kosior], "b.txt": [late]}), "succession") == []
        assert ties(make_stated({"a.txt": [kosior], "b.txt": [soon]}), "succession") == [("kosior", "petrovsky")]

    def test_quotes_the_fields_of_an_infobox_as_one_passage(
        self, make_reading: Callable[..., Reading], make_project: Callable[..., Store]
    ) -> None:
        fields = ["Commander of the Kyiv Military District", "17 May 1935", "10 May 1937", "Fedko"]
        text = "Yakir " + " ".join(fields) + " "
        places = [(text.index(field), text.index(field) + len(field)) for field in fields]
        names = {
            "Yakir": (Label.PERSON, "yakir"),
            "Fedko": (Label.PERSON, "fedko"),
            fields[0]: (Label.OFFICE, "kvo"),
        }
        tenure = Tenure(
            "box", "box/yakir", fields[0], "box/kvo", successor="box/fedko", source=BlockKind.INFOBOX,
            passage=places[1], further=(places[0], *places[2:]),
        )  # fmt: skip
        store = make_project(make_reading("box", [(BlockKind.INFOBOX, [text.strip()])], names, tenures=[tenure]))
        (passage,) = only(build_ties(store, ["succession"]))["passages"]
        assert passage.text == " ".join(fields)

    def test_of_a_mere_title_is_none(self, make_stated: Make) -> None:
        store = make_stated({"a.txt": [BALYTSKY | {"predecessor": "Mantsev", "honorary": True}]})
        assert ties(store, "succession") == []


class TestSameOffice:
    def test_is_one_edge_from_the_lower_id_that_tells_who_held_it_when(self, make_stated: Make) -> None:
        store = make_stated({"a.txt": [MANTSEV], "b.txt": [REDENS]})
        graph = build_ties(store, ["same office"])
        assert list(graph.edges(keys=True)) == [("mantsev", "redens", "same office")]
        tie = only(graph)
        assert (tie["directed"], tie["weight"]) == (False, 1)
        assert tie["detail"] == f"{HEAD}: Mantsev 1922-03–1923-09-01; Redens 1931-07-25–1933-02-20"
        assert [passage.text.split(":")[0] for passage in tie["passages"]] == ["Mantsev", "Redens"]

    def test_of_strangers_in_time_has_no_days(self, make_stated: Make) -> None:
        graph = build_ties(make_stated({"a.txt": [MANTSEV], "b.txt": [REDENS]}), ["same office"])
        assert only(graph)["spells"] == []
        assert not {"first", "last", "year_first", "year_last"} & set(only(graph))
        assert graph.nodes["mantsev"]["spells"] == [("1922-03-01", "1923-09-01")]

    def test_has_the_days_on_which_both_held_it(self, make_stated: Make) -> None:
        terms = {"Karlson": ("in 1926", "in May 1934"), "Leplevsky": ("on 20 February 1933", "on 1 January 1935")}
        stated = [{"holder": who, "office": DEPUTY, "start": a, "end": b} for who, (a, b) in terms.items()]
        tie = only(build_ties(make_stated({"a.txt": stated}), ["same office"]))
        assert tie["spells"] == [("1933-02-20", "1934-05-01")]
        assert tie["detail"] == f"{DEPUTY}: Karlson 1926–1934-05; Leplevsky 1933-02-20–1935-01-01"

    def test_takes_no_date_of_one_alone(self, make_stated: Make) -> None:
        dated = {"holder": "Karlson", "office": DEPUTY, "start": "in 1926", "end": "in May 1934"}
        undated = {"holder": "Leplevsky", "office": DEPUTY, "acting": True}
        attested = {"holder": "Bronevoi", "office": DEPUTY, "attested": "in 1940"}
        graph = build_ties(make_stated({"a.txt": [dated, undated, attested]}), ["same office"])
        assert [tie["spells"] for _, _, tie in graph.edges(data=True)] == [[], [], []]
        told = graph.edges["karlson", "leplevsky", "same office"]["detail"]
        assert told == f"{DEPUTY}: Karlson 1926–1934-05; Leplevsky ?–? (acting)"
        assert graph.edges["bronevoi", "karlson", "same office"]["detail"].startswith(f"{DEPUTY}: Bronevoi 1940; ")

    def test_says_where_texts_contest_a_term(self, make_stated: Make) -> None:
        other = REDENS | {"start": "on 1 August 1931"}
        tie = only(build_ties(make_stated({"a.txt": [MANTSEV, REDENS], "b.txt": [other]}), ["same office"]))
        assert tie["detail"].endswith("; Redens 1931-07-25/1931-08-01–1933-02-20 (contested)")

    @pytest.mark.parametrize(
        "successor", [BALYTSKY, BALYTSKY | {"office": "chairman of the GPU of the Ukrainian SSR"}]
    )
    def test_is_not_told_beside_the_succession_in_it(self, make_stated: Make, successor: dict[str, str]) -> None:
        store = make_stated(
            {"a.txt": [MANTSEV, successor | {"predecessor": "Mantsev"}, REDENS | {"start": "in 1932"}]}
        )
        assert ties(store, "succession") == [("mantsev", "balytsky")]
        assert ties(store, "same office") == [("balytsky", "redens"), ("mantsev", "redens")]

    def test_is_that_of_heads_of_one_body_under_whatever_title(self, make_stated: Make) -> None:
        chairman = MANTSEV | {"office": "chairman of the GPU of the Ukrainian SSR"}
        assert ties(make_stated({"a.txt": [chairman, REDENS]}), "same office") == [("mantsev", "redens")]

    def test_is_that_of_deputies_too_whenever_they_held_it(self, make_stated: Make) -> None:
        deputies = [{"holder": who, "office": DEPUTY} for who in ("Karlson", "Leplevsky")]
        assert ties(make_stated({"a.txt": deputies}), "same office") == [("karlson", "leplevsky")]

    @pytest.mark.parametrize(
        "office",
        [
            "member of the Central Committee of the CP(B)U",
            "deputy",
            "candidate member of the Politburo of the CP(B)U",
        ],
    )
    def test_is_not_that_of_mere_members_or_of_anybodys_deputies(self, make_stated: Make, office: str) -> None:
        stated = [{"holder": who, "office": office} for who in ("Chubar", "Petrovsky")]
        assert ties(make_stated({"a.txt": stated}), "same office") == []

    def test_of_the_republic_is_not_that_of_the_union(self, make_stated: Make) -> None:
        other = {"holder": "Yagoda", "office": "deputy head of the OGPU of the USSR"}
        karlson = {"holder": "Karlson", "office": DEPUTY}
        assert ties(make_stated({"a.txt": [karlson, other]}), "same office") == []

    def test_weighs_the_posts_shared(self, make_stated: Make) -> None:
        offices = ("head of the GPU of the Ukrainian SSR", "People's Commissar of Justice of the Ukrainian SSR")
        stated = [{"holder": who, "office": office} for who in ("Mantsev", "Skrypnyk") for office in offices]
        tie = only(build_ties(make_stated({"a.txt": stated}), ["same office"]))
        assert tie["weight"] == 2
        told = [one.partition(":")[0] for one in tie["detail"].split(" | ")]
        assert sorted(told) == sorted(offices)


class TestSameOrganization:
    def test_is_tied_by_the_days_on_which_both_certainly_served(self, make_stated: Make) -> None:
        karlson = {"holder": "Karlson", "office": DEPUTY, "start": "in 1926", "end": "in May 1934"}
        graph = build_ties(make_stated({"a.txt": [BALYTSKY], "b.txt": [karlson]}), ["same organization"])
        assert list(graph.edges(keys=True)) == [("balytsky", "karlson", "same organization")]
        tie = only(graph)
        assert (tie["directed"], tie["detail"]) == (False, "GPU of the Ukrainian SSR")
        assert tie["spells"] == [("1926-12-31", "1931-07-25")]

    @pytest.mark.parametrize(
        ("dates", "tied"),
        [
            ({"start": "in March 1927"}, True),
            ({"attested": "in 1928"}, True),
            ({"end": "on 1 May 1930"}, True),
            ({"start": "in 1931"}, False),
            ({"start": "on 25 July 1931"}, False),
            ({"end": "on 1 September 1923"}, False),
            ({"start": "in 1920"}, False),
            ({}, False),
        ],
    )
    def test_needs_dates_that_leave_no_doubt(self, make_stated: Make, dates: dict[str, str], tied: bool) -> None:
        store = make_stated({"a.txt": [BALYTSKY, {"holder": "Karlson", "office": DEPUTY} | dates]})
        assert bool(ties(store, "same organization")) is tied

    def test_is_not_that_of_two_who_followed_each_other_in_one_post(self, make_stated: Make) -> None:
        store = make_stated({"a.txt": [BALYTSKY, {"holder": "Redens", "start": "on 1 July 1931"}]})
        assert ties(store, "same organization") == []

    def test_is_not_that_of_the_centre_and_a_province(self, make_stated: Make) -> None:
        office = "head of the Kharkiv oblast department of the GPU of the Ukrainian SSR"
        local = {"holder": "Kamensky", "office": office, "start": "in 1926"}
        assert ties(make_stated({"a.txt": [BALYTSKY, local]}), "same organization") == []

    @pytest.mark.parametrize(
        ("office", "org", "tied"),
        [
            ("member of the CP(B)U", "CP(B)U", False),
            ("member of the Central Committee of the CP(B)U", "Central Committee of the CP(B)U", False),
            ("member of the Politburo of the CC CP(B)U", "Politburo of the CC CP(B)U", True),
        ],
    )
    def test_parties_and_large_assemblies_are_too_wide(
        self, make_stated: Make, office: str, org: str, tied: bool
    ) -> None:
        seat = {"office": office, "org": org, "modality": Modality.MEMBER, "start": "in 1925", "end": "in 1933"}
        store = make_stated({"a.txt": [{"holder": who} | seat for who in ("Chubar", "Petrovsky")]})
        assert bool(ties(store, "same organization")) is tied


class TestAppointment:
    def test_goes_from_who_appoints_on_the_day_on_which_the_term_began(self, make_stated: Make) -> None:
        graph = build_ties(make_stated({"a.txt": [REDENS | {"appointer": "Stalin"}]}), ["appointment"])
        assert list(graph.edges(keys=True)) == [("stalin", "redens", "appointment")]
        tie = only(graph)
        assert (tie["directed"], tie["weight"], tie["detail"]) == (True, 1, HEAD)
        assert tie["spells"] == [("1931-07-25", "1931-07-25")]

    def test_is_quoted_from_the_passage_that_names_who_appoints(
        self, make_reading: Callable[..., Reading], make_project: Callable[..., Store]
    ) -> None:
        sentences = ["Redens headed the GPU from 25 July 1931.", "Stalin had chosen him himself."]
        names = {"Redens": (Label.PERSON, "redens"), "Stalin": (Label.PERSON, "stalin")}
        places = ((0, len(sentences[0])), (len(sentences[0]) + 1, len(" ".join(sentences))))
        tenure = Tenure("a", "a/redens", HEAD, appointer="a/stalin", passage=places[0], further=places[1:])
        store = make_project(make_reading("a", [(BlockKind.PROSE, sentences)], names, tenures=[tenure]))
        passages = only(build_ties(store, ["appointment"]))["passages"]
        assert [passage.text for passage in passages] == [sentences[1], sentences[0]]

    def test_may_come_from_a_body(self, make_stated: Make) -> None:
        store = make_stated({"a.txt": [REDENS | {"appointer": "Politburo", "by_body": True}]})
        graph = build_ties(store, ["appointment"])
        assert {node: data["kind"] for node, data in graph.nodes(data=True)} == {
            "politburo": "ORG", "redens": "PERSON",
        }  # fmt: skip

    @pytest.mark.parametrize("modality", [Modality.PROPOSED, Modality.REFUSED, Modality.PREVENTED])
    def test_that_came_to_nothing_ties_nobody(self, make_stated: Make, modality: Modality) -> None:
        store = make_stated({"a.txt": [REDENS | {"appointer": "Stalin", "modality": modality}]})
        assert ties(store, "appointment") == []


def test_texts_in_three_languages_give_one_network(tmp_path: Path) -> None:
    texts = {
        "en.txt": "On 20 February 1933 Vsevolod Balytsky replaced Stanislav Redens as chairman of the GPU of the"
        " Ukrainian SSR. From 1926 to 1934 Karl Karlson was deputy chairman of the GPU of the Ukrainian SSR.",
        "uk.txt": "25 липня 1931 року Станіслав Реденс змінив Всеволода Балицького на посаді голови ДПУ УСРР.",
        "ru.txt": "В июле 1931 года Сталин назначил Станислава Реденса председателем ГПУ УССР.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Project(tmp_path / "out") as project:
        project.ingest([tmp_path / name for name in texts])
        project.reconcile()
        graph = build_ties(project.store)
        name = dict(graph.nodes(data="label"))
        found = list(graph.edges(keys=True, data=True))
        directed = {(name[a], name[b], kind) for a, b, kind, tie in found if tie["directed"]}
        shared = {(*sorted((name[a], name[b])), kind) for a, b, kind, tie in found if not tie["directed"]}
    assert directed == {
        ("Stanislav Redens", "Vsevolod Balytsky", "succession"),
        ("Vsevolod Balytsky", "Stanislav Redens", "succession"),
        ("Сталин", "Stanislav Redens", "appointment"),
    }
    assert shared == {
        ("Karl Karlson", "Stanislav Redens", "same organization"),
        ("Karl Karlson", "Vsevolod Balytsky", "same organization"),
    }


def test_kinds_are_kept_apart_and_chosen(make_stated: Make) -> None:
    store = make_stated({"a.txt": [MANTSEV, BALYTSKY | {"predecessor": "Mantsev"}, REDENS | {"start": "in 1932"}]})
    assert sorted(build_ties(store).edges(keys=True)) == [
        ("balytsky", "redens", "same office"),
        ("mantsev", "balytsky", "succession"),
        ("mantsev", "redens", "same office"),
    ]
    assert build_ties(store).graph["ties"] == list(TieKind)
    assert build_ties(store, ["same office"]).graph["ties"] == ["same office"]


def test_a_node_has_its_card_its_offices_and_one_span(make_stated: Make) -> None:
    graph = build_ties(make_stated({"a.txt": [MANTSEV, BALYTSKY]}))
    told = graph.nodes["balytsky"]
    assert (told["label"], told["kind"], told["mentions"], told["documents"]) == ("Balytsky", "PERSON", 0, 0)
    assert [held.title for held in told["offices"]] == [HEAD]
    assert told["spells"] == [("1923-09-01", "1931-07-25")]
    assert (told["first"], told["year_first"], told["year_last"]) == ("1923-09-01", 1923, 1931)


def test_who_has_no_card_is_tied_to_nobody(make_stated: Make) -> None:
    store = make_stated({"a.txt": [MANTSEV, BALYTSKY]})
    store.set_resolution((), (card for card in list(store.entities()) if card.id != "mantsev"))
    assert build_ties(store).number_of_edges() == 0


def test_a_time_keeps_the_ties_that_reach_into_it(make_stated: Make) -> None:
    undated = [{"holder": who, "office": DEPUTY} for who in ("Karlson", "Leplevsky")]
    store = make_stated({"a.txt": [MANTSEV, BALYTSKY, REDENS, *undated]})
    assert ties(store, "succession", since="1924") == [("balytsky", "redens")]
    assert ties(store, "succession", until="1923-09") == [("mantsev", "balytsky")]
    assert ("karlson", "leplevsky") in ties(store, "same office")
    assert ties(store, "same office", since="1900") == []


def test_a_post_of_too_many_ties_nobody_and_is_named(make_stated: Make) -> None:
    graph = build_ties(make_stated({"a.txt": [MANTSEV, BALYTSKY, REDENS]}), ["same office"], most=2)
    assert graph.number_of_edges() == 0
    assert graph.graph["crowded"] == [HEAD]


def test_a_network_without_ties_says_why(make_stated: Make) -> None:
    store = make_stated({"a.txt": [MANTSEV, BALYTSKY]})
    assert "empty" not in build_ties(store).graph
    assert build_ties(Store()).graph["empty"] == "no text of the project says who held which office"
    assert (
        build_ties(store, ["appointment"]).graph["empty"]
        == "no two of the 2 persons with offices are tied by appointment"
    )
    assert build_ties(store, since="1950", until="1960").graph["empty"] == "no tie of 1 is dated from 1950 to 1960"


def test_what_is_not_known_is_refused(make_stated: Make) -> None:
    store = make_stated({"a.txt": [MANTSEV]})
    known = "succession, same office, same organization, appointment"
    with pytest.raises(ValueError, match=f"no ties of the kind 'marriage': choose of {known}"):
        build_ties(store, ["succession", "marriage"])
    with pytest.raises(ValueError, match=f"needs a kind: choose of {known}"):
        build_ties(store, [])
    with pytest.raises(ValueError, match="'soon' is no year, month or day"):
        build_ties(store, since="soon")
    with pytest.raises(ValueError, match="no time from 1935 to 1932-11: it ends before it begins"):
        build_ties(store, since="1935", until="1932-11")


def test_kinds_may_be_one_string(make_stated: Make) -> None:
    store = make_stated({"a.txt": [MANTSEV]})
    assert build_ties(store, "Succession").graph["ties"] == ["succession"]
    assert build_ties(store, "same office, succession").graph["ties"] == ["succession", "same office"]


def test_the_order_of_reading_changes_nothing(make_stated: Make) -> None:
    documents = {"a.txt": [MANTSEV, REDENS], "b.txt": [BALYTSKY | {"predecessor": "Mantsev"}]}
    one, other = (build_ties(make_stated(dict(given))) for given in (documents, reversed(documents.items())))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_no_more_quotations_than_asked_but_one_of_each(make_stated: Make) -> None:
    store = make_stated({name: [MANTSEV, REDENS] for name in ("a.txt", "b.txt", "c.txt")})
    asked = {n: only(build_ties(store, ["same office"], quotations=n))["passages"] for n in (1, 2, 4)}
    assert {n: len(passages) for n, passages in asked.items()} == {1: 2, 2: 2, 4: 4}
    assert [passage.text.split(":")[0] for passage in asked[1]] == ["Mantsev", "Redens"]


def test_a_passage_that_gives_the_date_goes_before_one_that_does_not(make_stated: Make) -> None:
    vague = [{"holder": who} for who in ("Mantsev", "Redens")]
    store = make_stated({"a.txt": vague, "b.txt": [MANTSEV, REDENS]})
    told = only(build_ties(store, ["same office"]))["passages"]
    assert [passage.document for passage in told[:2]] == ["b.txt", "b.txt"]


def test_of_lines_of_an_infobox_those_of_the_office_are_quoted(tmp_path: Path) -> None:
    office = (
        "- Office1: People's Commissar for Internal Affairs of Ukraine (NKVS)\n- Successor1: Alexander Uspensky"
    )
    others = (
        "- Birth Name: Izrail Moiseevich Leplevsky\n- Birth Place: Brest-Litovsk, Grodno Governorate, Russian Empire"
        "\n- Nationality: Soviet\n- Allegiance: (1917–1938)\n- Branch: Cheka, GPU, OGPU, NKVD"
    )
    dates = "- Termstart1: 14 June 1937\n- Termend1: 25 January 1938"
    life = "Izrail Leplevsky was a Soviet official of the NKVD."
    box = f"= Izrail Leplevsky =\n\nIzrail Leplevsky\n{office}\n{others}\n{dates}\n\n{life}\n"
    (tmp_path / "leplevsky.txt").write_text(box, encoding="utf-8")
    with Project(tmp_path / "out") as project:
        project.ingest([tmp_path / "leplevsky.txt"])
        project.reconcile()
        tie = only(build_ties(project.store, ["succession"]))
    assert [passage.text for passage in tie["passages"]] == [office.removeprefix("- "), dates.removeprefix("- ")]
    assert [box[passage.start : passage.end] for passage in tie["passages"]] == [p.text for p in tie["passages"]]
    assert tie["spells"] == [("1938-01-25", "1938-01-25")]

"""The network of a project: who is tied to whom, how firmly, since when, and where it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kartoteka.network import build_graph
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Life, Modality, Reading, Tenure, TimeSpan

ARTICLES = {
    "rada.txt": [
        (BlockKind.PROSE, ["У 1933 Балицький зустрів Постишева.", "Балицький і Постишев мовчали."]),
        (BlockKind.NOTE, ["Див. Шаповал про Балицький."]),
    ],
    "putna.txt": [(BlockKind.PROSE, ["Balitsky met Postyshev in the NKVD.", "Redens was alone."])],
}
NAMES = {
    "Балицький": (Label.PERSON, "balytsky"),
    "Balitsky": (Label.PERSON, "balytsky"),
    "Постишева": (Label.PERSON, "postyshev"),
    "Постишев": (Label.PERSON, "postyshev"),
    "Postyshev": (Label.PERSON, "postyshev"),
    "Шаповал": (Label.PERSON, "shapoval"),
    "Redens": (Label.PERSON, "redens"),
    "NKVD": (Label.ORG, "nkvd"),
}


@pytest.fixture
def store(make_reading: Callable[..., Reading], make_project: Callable[..., Store]) -> Iterator[Store]:
    """Two articles, one Ukrainian and one English, that name the same people."""
    span = TimeSpan("1923-09-01", "1923-09-01", "1923-09-01", "1923-09-01")
    refused = TimeSpan("1950", "1950", "1950-01-01", "1950-12-31")
    tenures = (
        Tenure("putna.txt", "putna.txt/balytsky", "head", start=span),
        Tenure("putna.txt", "putna.txt/balytsky", "minister", start=refused, modality=Modality.REFUSED),
    )
    dates = {"1933": TimeSpan("1933", "1933", "1933-01-01", "1933-12-31")}
    with make_project(
        make_reading("rada.txt", ARTICLES["rada.txt"], NAMES, dates=dates, lang="uk"),
        make_reading("putna.txt", ARTICLES["putna.txt"], NAMES, dates=dates, tenures=tenures),
    ) as project:
        yield project


def test_two_persons_of_one_sentence_are_tied_across_scripts(store: Store) -> None:
    graph = build_graph(store)
    assert sorted(graph) == ["balytsky", "postyshev"]
    assert graph.edges["balytsky", "postyshev"]["weight"] == 3
    assert graph.edges["balytsky", "postyshev"]["documents"] == ["putna.txt", "rada.txt"]


def test_an_edge_quotes_a_passage_that_names_both_ends(store: Store) -> None:
    passage = build_graph(store).edges["balytsky", "postyshev"]["passages"][0]
    assert store.document(passage.document).text[passage.start : passage.end] == passage.text
    assert passage.text == "У 1933 Балицький зустрів Постишева."


def test_a_scholar_named_only_in_a_note_is_no_node_unless_notes_are_asked_for(store: Store) -> None:
    assert "shapoval" not in build_graph(store, window="document")
    assert "shapoval" in build_graph(store, window="paragraph", kinds={BlockKind.NOTE})


def test_who_shares_no_window_with_anybody_is_left_out(store: Store) -> None:
    assert "redens" not in build_graph(store)
    assert build_graph(store, window="paragraph").degree("redens") == 2


def test_a_weight_of_documents_counts_each_document_once(store: Store) -> None:
    edge = build_graph(store, weight="documents").edges["balytsky", "postyshev"]
    assert (edge["weight"], edge["count"]) == (2, 3)


def test_a_least_weight_drops_the_lighter_ties_and_their_nodes(store: Store) -> None:
    assert build_graph(store, window="paragraph", min_weight=2).number_of_edges() == 1


def test_organizations_join_on_request(store: Store) -> None:
    graph = build_graph(store, labels=(Label.PERSON, Label.ORG))
    assert graph.nodes["nkvd"]["kind"] == "ORG"
    assert graph.degree("nkvd") == 2


def test_strength_is_the_sum_of_weights_and_degree_the_number_of_ties(store: Store) -> None:
    node = build_graph(store, window="paragraph").nodes["balytsky"]
    assert (node["degree"], node["strength"]) == (2, 3)


def test_years_come_from_passages_and_from_tenures_that_were_held(store: Store) -> None:
    nodes = build_graph(store).nodes
    assert (nodes["balytsky"]["year_first"], nodes["balytsky"]["year_last"]) == (1923, 1933)
    assert nodes["postyshev"]["year_first"] == 1933


def test_a_time_asked_for_keeps_the_passages_dated_in_it(store: Store) -> None:
    assert build_graph(store, since="1933", until="1933").edges["balytsky", "postyshev"]["weight"] == 2
    assert len(build_graph(store, since="1941")) == 0


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (
            {"window": "page"},
            "no window 'page': choose one of sentence, sentences:N .*, tokens:N .*, paragraph, document",
        ),
        ({"window": "sentences"}, "no window 'sentences'"),
        ({"window": "sentence:2"}, "no window 'sentence:2'"),
        ({"window": "tokens:-1"}, "no window 'tokens:-1'"),
        ({"quotations": 0}, "0 quotations prove nothing"),
        ({"two_mode": "PERSON-ORGAN"}, "'PERSON-ORGAN': join two of PERSON, OFFICE, ORG, PLACE, DOCUMENT"),
        ({"two_mode": "PERSON-PERSON"}, "'PERSON-PERSON'"),
        ({"projection": "PERSON"}, "projection needs two_mode"),
        ({"two_mode": "PERSON-ORG", "projection": "PLACE"}, "only PERSON or ORG can be projected here"),
        ({"two_mode": "PERSON-DOCUMENT", "projection": "DOCUMENT"}, "only PERSON can be projected here"),
        ({"two_mode": "PERSON-ORG", "projection": "ORG", "weight": "documents"}, "choose the weight count"),
        ({"since": "spring 1933"}, "'spring 1933' is no year, month or day"),
        ({"until": "1933-02-31"}, "'1933-02-31' is no year, month or day"),
        ({"weight": "npmi"}, "no weight 'npmi': choose one of count, documents"),
        ({"min_weight": 0}, "the least weight is 0"),
        ({"labels": {Label.DATE}}, "a DATE is none"),
        ({"labels": ()}, "a network needs nodes: choose among PERSON, OFFICE, ORG, PLACE"),
    ],
)
def test_a_choice_that_makes_no_network_is_refused_with_the_known_ones(
    store: Store, choice: dict[str, object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        build_graph(store, **choice)  # type: ignore[arg-type]


def test_an_edge_tells_how_many_of_its_passages_are_dated_to_which_days(
    make_reading: Callable[..., Reading], make_project: Callable[..., Store]
) -> None:
    days = {"1933": ("1933-01-01", "1933-12-31"), "20 лютого": ("1933-02-20", "1933-02-20")}
    dates = {words: TimeSpan(words, words, *span) for words, span in days.items()}
    sentences = [
        "20 лютого Балицький і Постишев мовчали.",
        "Балицький у 1933 бачив Постишева.",
        "Постишев і Балицький знову зустрілися в 1933.",
    ]
    block = [(BlockKind.PROSE, sentences)]
    with make_project(make_reading("rada.txt", block, NAMES, dates=dates, lang="uk")) as store:
        tie = build_graph(store).edges["balytsky", "postyshev"]
    assert tie["spells"] == [days["1933"]]
    assert tie["dated"] == [("1933-01-01", "1933-12-31", 2), ("1933-02-20", "1933-02-20", 1)]


def test_what_is_said_of_the_dead_does_not_prolong_their_lives(
    make_reading: Callable[..., Reading], make_project: Callable[..., Store]
) -> None:
    names = {name: (Label.PERSON, name.lower()) for name in ("Balytsky", "Redens")}
    dates = {year: TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31") for year in ("1931", "1937", "1989")}
    said = ["In 1931 Balytsky met Redens.", "In 1937 Balytsky was shot.", "In 1989 Balytsky was written about."]
    reading = make_reading("a", [(BlockKind.PROSE, said)], names, dates=dates)
    day, year, other = (
        Life("a", "a/balytsky", death=TimeSpan(told, told, first, last))
        for told, first, last in (
            ("1937-11-27", "1937-11-27", "1937-11-27"),
            ("1937", "1937-01-01", "1937-12-31"),
            ("1938", "1938-01-01", "1938-12-31"),
        )
    )
    agreed = {(): "1989-12-31", (day,): "1937-11-27", (year, day): "1937-11-27", (day, other): "1938-12-31"}
    for lives, last in agreed.items():
        graph = build_graph(make_project(replace(reading, lives=lives)))
        assert graph.nodes["balytsky"]["spells"] == [("1931-01-01", last)]


def test_a_tie_of_the_living_prolongs_the_time_of_a_card_and_one_of_the_dead_does_not(
    make_reading: Callable[..., Reading], make_project: Callable[..., Store]
) -> None:
    names = {name: (Label.PERSON, name.lower()) for name in ("Balytsky", "Redens")}
    dates = {year: TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31") for year in ("1931", "1940")}
    said = ["In 1931 Balytsky came.", "Balytsky and Redens were remembered in 1940."]
    reading = make_reading("a", [(BlockKind.PROSE, said)], names, dates=dates)
    death = Life("a", "a/balytsky", death=TimeSpan("1937-11-27", "1937-11-27", "1937-11-27", "1937-11-27"))
    graph = build_graph(make_project(replace(reading, lives=(death,))))
    assert graph.edges["balytsky", "redens"]["spells"] == [("1940-01-01", "1940-12-31")]
    assert graph.nodes["redens"]["spells"] == [("1940-01-01", "1940-12-31")]
    assert graph.nodes["balytsky"]["spells"] == [("1931-01-01", "1937-11-27")]

"""network.html in Chromium: opened from a file, it is searched, pointed at, cut in time and saved like any program.

Pictures of the page are kept in `tests/artefacts`, or where `PAGE_SCREENSHOTS` in the environment says.
"""

from __future__ import annotations

import base64
import csv
import json
import os
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import networkx
import pytest
from lxml import etree

from kartoteka.export.gexf.lint import Level, lint
from kartoteka.export.page import writing
from kartoteka.export.page.libraries import web_library
from kartoteka.network import build_graph, draw, measure
from kartoteka.project import Project
from kartoteka.romanization import romanize, schemes
from kartoteka.romanization.search_keys import search_rules, word_keys
from kartoteka.types import Passage
from kartoteka.types.network import Held

SPELLINGS = ("Балицкий", "Балицький", "Balytskyi", "Balickij", "Balitsky", "Balyc'kyj", "balit")
WORDS = [
    "Балицький", "Щербицкий", "Хрущёв", "Косіор", "Єжов", "Каганович", "Хатаевич", "Скрипник", "Реденс",
    "Дерибас", "Люшков", "Постишев", "Чубар", "Ґжицький", "Мар'яненко", "Лук'янов", "Юзеф", "Шліхтер",
    "Петлюра", "ԱՆԱՍՏԱՍ", "Микоян", "Μπακούνιν", "ორჯონიკიძე",
]  # fmt: skip
FOREIGN = [
    "Beaverbrook", "Schlichter", "Józef", "Churchill", "Wolff", "O'Connor", "Käthe", "Bülow", "Chatajewitsch",
    "Jagiełło", "Æthelred", "x",
]  # fmt: skip
PICTURES = Path(__file__).parents[1] / "artefacts"

Visit = dict[str, Any]


def network() -> networkx.Graph:
    """Six cards round one who is attested in a single Latin spelling; ties of 1931 and 1933–1934, and undated ones."""
    graph = networkx.Graph(
        window="sentence", labels=["ORG", "PERSON"], blocks="body", weight="count", min_weight=1
    )
    people = [
        ("balitsky", "V. Balitsky", ["V. Balitsky", "Balitsky"], 0, 0, 0),
        ("redens", "Станіслав Реденс", ["Станіслав Реденс", "Реденс", "Redens"], 300, 200, 0),
        ("kaganovich", "Lazar Kaganovich", ["Lazar Kaganovich", "Kaganovich"], -300, 200, 0),
        ("kosior", "Станислав Косиор", ["Станислав Косиор"], -300, -200, 1),
        ("odd", '</script><b>"O\'Key"', ["</script>"], 300, -200, 1),
        ("gpu", "ДПУ УСРР", ["ДПУ УСРР", "GPU"], 150, 0, 1),
    ]
    for node, name, variants, x, y, community in people:
        kind = "ORG" if node == "gpu" else "PERSON"
        graph.add_node(node, label=name, kind=kind, variants=variants, x=x, y=y, mentions=4, documents=2)
        graph.nodes[node].update(size=9.0, color="#0072B2", community=community, spells=[], offices=[])
    said = Passage("en/redens.txt", 10, 74, "On 25 July 1931 Redens succeeded Balitsky as chairman of the GPU.")
    graph.nodes["balitsky"]["offices"] = [
        Held("chairman of the GPU", "", (None, None), ("1931-07-25",) * 2, said),
        Held("Chairman of the GPU", "", ("1923-09-01", "1923-09-30"), (None, None)),
        Held("People's Commissar", "", ("1934-07-01", "1934-07-31"), (None, None), said, acting=True),
        Held("chairman of the GPU", "", passage=said),
        Held("chairman of the GPU", "", (None, None), ("1931-07-25",) * 2, said),
        Held("Chekist", ""),
    ]
    for source, target, weight, spells, text in (
        ("balitsky", "redens", 5, [("1931-07-25", "1931-07-25")], said.text),
        ("balitsky", "kaganovich", 3, [("1933-01-01", "1934-07-10")], "Kaganovich wrote to Balitsky in 1933."),
        ("balitsky", "gpu", 2, [], "Balitsky and the GPU."),
        ("kaganovich", "kosior", 1, [("1934-01-01", "1934-01-31")], "Kaganovich und Станислав Косиор."),
        ("kosior", "odd", 1, [], "Косиор <i>&amp;</i> </script>."),
    ):
        graph.add_edge(source, target, weight=weight, count=weight, documents=["en/redens.txt"], spells=spells)
        graph.edges[source, target].update(passages=(Passage("en/redens.txt", 10, 10 + len(text), text),))
        graph.edges[source, target].update(
            undated=0 if spells else weight, npmi=0.3, log_likelihood=4.2, p_value=0.04
        )
        if spells:
            by = "paragraph" if target == "kaganovich" else "sentence"
            graph.edges[source, target].update(first=spells[0][0], last=spells[-1][1], dated_by=by)
    for node in graph:
        graph.nodes[node].update(degree=graph.degree(node), strength=graph.degree(node, weight="weight"))
    return draw(graph)


def written(folder: Path, graph: networkx.Graph) -> Path:
    try:
        web_library("sigma")
    except FileNotFoundError as error:
        pytest.skip(str(error))
    path = folder / "network.html"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writing.write_page(graph, stream)
    return path


@pytest.fixture(scope="module")
def visit(run_in_browser: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """What a reader sees who goes through the page once (`page.mjs`)."""
    path = written(tmp_path_factory.mktemp("page"), network())
    pictures = Path(os.environ.get("PAGE_SCREENSHOTS", PICTURES)).resolve()
    given = {"page": str(path), "names": SPELLINGS, "point": [0.5, 0.5], "route": ["Реденс", "Косіор"]}
    yield run_in_browser("page.mjs", {**given, "pictures": str(pictures / "network")})


@pytest.fixture(scope="module")
def seen(visit: Visit) -> Visit:
    """What was seen, step by step."""
    return visit["seen"]


def test_nothing_is_complained_of_and_nothing_asked_of_the_network(visit: Visit) -> None:
    assert visit["record"] == {"complaints": [], "requests": []}


def test_the_page_tells_what_it_holds(seen: Visit) -> None:
    assert seen["title"] == "6 cards and 5 ties – Network of organizations and persons"
    assert seen["heading"] == "Network of organizations and persons"
    assert "the same sentence" in seen["facts"] and "body" in seen["facts"]


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_card_is_found_in_any_spelling_and_script(seen: Visit, name: str) -> None:
    assert seen["found"][name] == ["V. Balitsky"]


def test_what_is_found_is_told(seen: Visit) -> None:
    assert seen["counted"] == "1 card found."


def test_arrow_and_enter_open_the_card_and_put_the_keyboard_there(seen: Visit) -> None:
    assert seen["byKeyboard"]["name"] == "V. Balitsky"
    assert seen["byKeyboard"]["focus"] == "card-name"


def test_a_card_tells_names_offices_and_its_place(seen: Visit) -> None:
    told = seen["byKeyboard"]["text"]
    assert "chairman of the GPU" in told and "1931-07-25" in told
    assert "Tied to 3 cards; its ties weigh 10 together, 1st of 6." in told


def test_a_tie_unfolds_to_its_quotation_with_both_names_marked_and_its_source(seen: Visit) -> None:
    assert seen["quotations"] == ["On 25 July 1931 Redens succeeded Balitsky as chairman of the GPU."]
    assert seen["marked"] == ["Redens", "Balitsky"]
    assert "en/redens.txt" in seen["sources"][0] and "10–75" in seen["sources"][0]


def test_an_office_stands_once_with_its_times_beneath_the_undated_last(seen: Visit) -> None:
    chairman, commissar, chekist = ([line for line in one.split("\n") if line != "“”"] for one in seen["offices"])
    assert chairman == ["chairman of the GPU", "1923-09 – ?", "? – 1931-07-25", "without a date"]
    assert commissar == ["People's Commissar", "1934-07 – ?, acting"]
    assert chekist == ["Chekist"]


def test_a_tie_tells_whether_its_own_sentences_date_it(seen: Visit) -> None:
    assert seen["dates"] == ["Dated 1931-07-25", "Dated 1933-01-01–1934-07-10 by its paragraph"]


def test_an_office_unfolds_to_its_passage(seen: Visit) -> None:
    assert "On 25 July 1931" in seen["officeQuoted"]


def test_a_name_on_the_card_opens_the_next_and_there_is_a_way_back(seen: Visit) -> None:
    assert seen["neighbour"]["name"] == "Станіслав Реденс"
    assert seen["back"]["name"] == "V. Balitsky"
    assert seen["closed"]


def test_a_click_on_a_mark_opens_its_card(seen: Visit) -> None:
    assert seen["byMouse"] == "V. Balitsky"


def test_the_years_chosen_cut_the_ties(seen: Visit) -> None:
    assert seen["all"] == "All 6 cards and 5 ties shown"
    assert seen["lastYear"] == ["5 of 6 cards, 4 of 5 ties shown", "1934"]
    assert seen["withoutUndated"] == "3 of 6 cards, 2 of 5 ties shown"
    assert seen["reset"] == seen["all"]
    assert seen["playing"] == "true"


def test_kinds_groups_and_weight_filter(seen: Visit) -> None:
    assert seen["withoutKind"][0].startswith("Organization")
    assert seen["withoutKind"][1] == "5 of 6 cards, 4 of 5 ties shown"
    assert seen["withoutGroup"] == "2 of 6 cards, 1 of 5 ties shown"
    assert seen["heaviest"] == ["5", "2 of 6 cards, 1 of 5 ties shown"]


def test_what_is_shown_is_saved_as_a_picture(seen: Visit) -> None:
    assert seen["saved"]["png"]["file"] == "network-view.png"
    assert base64.b64decode(seen["saved"]["png"]["content"]).startswith(b"\x89PNG\r\n\x1a\n")
    drawn = etree.fromstring(seen["saved"]["svg"]["content"].encode())
    names = {text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert {"V. Balitsky", "Станіслав Реденс"} <= names and "Lazar Kaganovich" not in names


def test_what_is_shown_is_saved_as_gexf_that_gephi_takes(seen: Visit, tmp_path: Path) -> None:
    path = tmp_path / "view.gexf"
    path.write_text(seen["saved"]["gexf"]["content"], encoding="utf-8")
    assert list(lint(path)) == []
    read = networkx.read_gexf(path, version="1.3")
    assert set(read) == {"balitsky", "redens"} and read.edges["balitsky", "redens"]["weight"] == 5
    assert read.edges["balitsky", "redens"]["quotation"].startswith("On 25 July 1931")


def test_what_is_shown_is_saved_as_lists(seen: Visit) -> None:
    cards = list(csv.DictReader(StringIO(seen["saved"]["cards"]["content"])))
    ties = list(csv.DictReader(StringIO(seen["saved"]["ties"]["content"])))
    assert [card["Id"] for card in cards] == ["balitsky", "redens"]
    assert [(tie["Source"], tie["Target"], tie["Weight"], tie["start"]) for tie in ties] == [
        ("balitsky", "redens", "5", "1931-07-25")
    ]


def test_the_list_behind_the_picture_is_reached_and_used_by_keyboard(seen: Visit) -> None:
    assert seen["list"]["focus"] == "list-heading"
    assert seen["list"]["rows"][0] == "V. Balitsky" and len(seen["list"]["rows"]) == 6
    assert sorted(seen["sorted"]) == sorted(seen["list"]["rows"]) and seen["sorted"] != seen["list"]["rows"]
    assert seen["fromList"]["name"] == seen["sorted"][0]
    assert seen["refocused"] == seen["sorted"][0]


def test_the_way_between_two_cards_is_told_tie_by_tie(seen: Visit) -> None:
    assert seen["route"]["name"] == "From Станіслав Реденс to Станислав Косиор"
    assert seen["route"]["steps"] == [
        "Станіслав Реденс", "V. Balitsky", "V. Balitsky", "Lazar Kaganovich", "Lazar Kaganovich", "Станислав Косиор",
    ]  # fmt: skip


def test_every_text_stands_out_from_what_is_behind_it(seen: Visit) -> None:
    assert [view["faint"] for view in seen["faint"]] == [[], [], []]
    assert all(view["read"] > 30 for view in seen["faint"])


def test_a_telephone_shows_the_page_without_scrolling_sideways(seen: Visit) -> None:
    assert seen["narrow"] == 400


@pytest.mark.parametrize("source", ["odd", "project"])
def test_saved_lists_are_the_exporters_own_and_the_saved_network_equals_it(
    source: str,
    run_in_browser: Callable[..., Any],
    saved: Callable[[networkx.Graph, str], Path],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    """Of a page on which nothing is filtered out: odd names in the one, real articles in the other."""
    given = request.getfixturevalue(source)
    graph = given
    if isinstance(given, Project):
        graph = build_graph(given.store)
        measure(graph)
        draw(graph)
    told = run_in_browser("page_saved.mjs", {"page": str(written(tmp_path, graph))})
    assert told["record"] == {"complaints": [], "requests": []}
    for what, name in (("cards", "nodes.csv"), ("ties", "edges.csv")):
        assert told["saved"][what] == saved(graph, name).read_bytes().decode("utf-8")
    path = tmp_path / "view.gexf"
    path.write_text(told["saved"]["gexf"], encoding="utf-8", newline="")
    own = saved(graph, "network.gexf")
    assert lint(path) == lint(own) and Level.ERROR not in {problem.level for problem in lint(path)}
    view, whole = (networkx.read_gexf(one, version="1.3") for one in (path, own))
    assert dict(view.nodes(data=True)) == dict(whole.nodes(data=True))
    assert list(view.edges(data=True)) == list(whole.edges(data=True))


def test_a_network_of_names_and_weights_alone_has_a_page(
    run_in_browser: Callable[..., Any], tmp_path: Path
) -> None:
    graph = networkx.Graph()
    graph.add_nodes_from((name, {"label": name, "kind": "PERSON"}) for name in ("Балицький", "Redens", "Косіор"))
    graph.add_edge("Балицький", "Redens", weight=2)
    graph.add_edge("Балицький", "Косіор", weight=1)
    told = run_in_browser("page_saved.mjs", {"page": str(written(tmp_path, draw(graph)))})
    assert told["record"] == {"complaints": [], "requests": []}
    assert "Mentions" not in told["columns"] and "Name" in told["columns"]
    assert {"Person", "Балицький", "Tied to 2 cards.", "Weight 2"} <= set(told["card"].split("\n"))
    assert "undefined" not in told["card"] and "NaN" not in told["card"]
    ties = list(csv.DictReader(StringIO(told["saved"]["ties"])))
    assert [(tie["Source"], tie["Target"], tie["Weight"]) for tie in ties] == [
        ("Redens", "Балицький", "2"), ("Балицький", "Косіор", "1"),
    ]  # fmt: skip


def test_without_webgl_the_list_has_everything(run_in_browser: Callable[..., Any], tmp_path: Path) -> None:
    told = run_in_browser("page_without_webgl.mjs", {"page": str(written(tmp_path, network()))})
    assert told["record"]["requests"] == []
    # Sigma itself complains once, when it is loaded.
    assert [complaint for complaint in told["record"]["complaints"] if "getParameter" not in complaint] == []
    assert "no WebGL" in told["seen"]["notice"]
    assert len(told["seen"]["rows"]) == 6
    assert told["seen"]["quotation"].startswith("On 25 July 1931")


def test_the_page_hears_words_as_the_program_does(run_node: Callable[..., Any]) -> None:
    """Both read the same tables; what the page makes of a typed word is what a card was given."""
    romanized = [romanize(word, name) for word in WORDS for name in schemes()]
    words = sorted({*WORDS, *FOREIGN, *romanized} - {""})
    words = [word for word in words if word.replace("'", "").isalpha()]
    given = {"rules": search_rules(), "script": str(writing.SOURCES / "spelling.js"), "words": words}
    heard = run_node("page_spelling.mjs", given)
    assert dict(zip(words, map(tuple, heard), strict=True)) == {word: word_keys(word) for word in words}


def test_a_network_without_any_date_has_no_slider(run_in_browser: Callable[..., Any], tmp_path: Path) -> None:
    graph = network()
    for *_, tie in graph.edges(data=True):
        tie.update(spells=[], first=None, last=None, undated=tie["count"])
    told = run_in_browser("page_opened.mjs", {"page": str(written(tmp_path, graph))})
    assert told["record"] == {"complaints": [], "requests": []}
    assert told["slider"] is False
    assert json.loads(told["data"])["edges"]["spells"] == [[]] * 5


def test_an_empty_network_says_why(run_in_browser: Callable[..., Any], tmp_path: Path) -> None:
    graph = networkx.Graph(window="sentence", labels=["PERSON"], blocks="body", weight="count", min_weight=9)
    graph.graph["empty"] = "none of the 5 ties weighs 9 or more"
    told = run_in_browser("page_opened.mjs", {"page": str(written(tmp_path, graph))})
    assert told["record"] == {"complaints": [], "requests": []}
    assert told["title"] == "0 cards and 0 ties – Network of persons"
    assert told["notice"] == "This network is empty: none of the 5 ties weighs 9 or more."


def test_persons_and_documents_are_told_apart(run_in_browser: Callable[..., Any], tmp_path: Path) -> None:
    graph = network()
    graph.graph.update(window="mention", two_mode="PERSON-DOCUMENT")
    graph.nodes["gpu"]["kind"] = "DOCUMENT"
    told = run_in_browser("page_opened.mjs", {"page": str(written(tmp_path, graph))})
    assert told["record"] == {"complaints": [], "requests": []}
    assert told["title"] == "6 cards and 5 ties – Network of documents and persons"
    assert "Ties between: persons and documents" in told["facts"] and "Named together in" not in told["facts"]


def test_a_period_tells_what_it_has_of_the_whole_time(run_in_browser: Callable[..., Any], tmp_path: Path) -> None:
    graph = network()
    graph.graph.update(since="1931", until="1935", whole_min_weight=3, communities="of the whole time")
    told = run_in_browser("page_opened.mjs", {"page": str(written(tmp_path, graph))})
    assert told["record"] == {"complaints": [], "requests": []}
    assert "Least weight in the whole time: 3" in told["facts"]
    assert "Communities: of the whole time" in told["facts"]

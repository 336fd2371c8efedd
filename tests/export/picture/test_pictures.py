"""The picture of a network: what it shows stands in it, inside its frame, and the dots are those of the lines."""

from __future__ import annotations

import random
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from struct import unpack

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kartoteka.export import export
from kartoteka.export.exporter import find, write
from kartoteka.export.picture.legend import wrapped
from kartoteka.export.picture.png import PRINTED, write_png
from kartoteka.export.picture.svg import MOST_TIES
from kartoteka.network import draw
from kartoteka.network.drawing.letters import text_width
from kartoteka.store import Store

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ["Всеволод Балицький", "Stanislav “Stakh” Redens", "Л. М. Каганович <1893>", 'O\'Key & Co. "Ltd"']


@pytest.fixture
def graph() -> networkx.Graph:
    """Four persons with awkward names, three ties."""
    graph = networkx.Graph(
        window="sentence",
        weight="count",
        labels=["PERSON"],
        min_weight=2,
        blocks="body",
        windows=1284,
        since="1923-09-01",
    )
    for number, name in enumerate(NAMES):
        graph.add_node(f"p{number}", label=name, kind="PERSON")
    graph.add_weighted_edges_from([("p1", "p0", 5), ("p0", "p2", 2), ("p2", "p3", 1)])
    return graph


@pytest.fixture(scope="module")
def crowd() -> networkx.Graph:
    """Four hundred persons, more ties than a picture draws."""
    graph = networkx.relabel_nodes(networkx.gnm_random_graph(400, MOST_TIES + 500, seed=1937), "p{:03}".format)
    for number, (_, data) in enumerate(graph.nodes(data=True)):
        data.update(label=f"{NAMES[number % 2]} {number}", kind="PERSON")
    chance = random.Random(1937)
    for *_, data in graph.edges(data=True):
        data["weight"] = chance.randint(1, 20)
    return graph


def text(graph: networkx.Graph, name: str = "network.svg") -> str:
    stream = StringIO(newline="")
    write(find(name), Store(":memory:"), stream, graph=graph)
    return stream.getvalue()


def root(graph: networkx.Graph) -> etree._Element:
    return etree.fromstring(text(graph).encode())


def said(graph: networkx.Graph) -> str:
    return " ".join(element.text for element in root(graph).iter(f"{SVG}text"))


def ends(element: etree._Element) -> tuple[float, float]:
    """Where a text begins and ends across the picture."""
    x, width = float(element.get("x")), text_width(element.text, float(element.get("font-size", "12")))
    start = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor"), 0.0)
    return start, start + width


def test_everything_that_is_drawn_or_said_stays_inside_the_frame(
    crowd: networkx.Graph, graph: networkx.Graph
) -> None:
    for drawn in map(root, (crowd, graph)):
        left, top, width, height = map(float, drawn.get("viewBox").split())
        for disc in drawn.iter(f"{SVG}circle"):
            x, y, radius = (float(disc.get(name)) for name in ("cx", "cy", "r"))
            assert left <= x - radius and x + radius <= left + width
            assert top <= y - radius and y + radius <= top + height
        for element in drawn.iter(f"{SVG}text"):
            assert left <= ends(element)[0] and ends(element)[1] <= left + width
            assert top < float(element.get("y")) < top + height


def test_a_small_picture_names_everybody_and_draws_every_tie(graph: networkx.Graph) -> None:
    drawn = root(graph)
    assert {*NAMES} <= {element.text for element in drawn.iter(f"{SVG}text")}
    assert {*NAMES} == {disc.findtext(f"{SVG}title") for disc in drawn.iter(f"{SVG}circle")} - {None}
    assert len(drawn.findall(f".//{SVG}line")) == 3


def test_the_heaviest_tie_is_the_thickest_line(graph: networkx.Graph) -> None:
    lines = root(graph).findall(f".//{SVG}line")
    thickest = max(lines, key=lambda line: float(line.get("stroke-width")))
    assert thickest.find(f"{SVG}title").text == f"{NAMES[0]} – {NAMES[1]}: 5"


def test_of_too_many_ties_the_heaviest_are_drawn_and_the_caption_says_so(crowd: networkx.Graph) -> None:
    assert len(root(crowd).findall(f".//{SVG}line")) == MOST_TIES
    assert f"400 persons, {MOST_TIES + 500:,} ties, the heaviest {MOST_TIES:,} of them drawn." in said(crowd)


def test_title_and_caption_say_what_was_asked_for(graph: networkx.Graph) -> None:
    told = said(graph)
    assert told.startswith("Persons named together in one sentence")
    assert "4 persons, 3 ties. Read in the body of the texts: 1,284 sentences. From 1923-09-01. " in told
    assert "Ties of weight 2 or more." in told


def test_the_years_of_the_passages_stand_beneath_a_network_of_all_times(met: networkx.Graph) -> None:
    assert "9 sentences. Dated passages from 1923 to 1937." in said(met)
    met.graph["since"] = "1930-01-01"
    assert "9 sentences. From 1930-01-01." in said(met)


def test_a_period_says_what_it_has_of_the_whole_time(graph: networkx.Graph) -> None:
    graph.graph.update(min_weight=1, whole_min_weight=3, communities="of the whole time")
    told = said(graph)
    assert "Ties of weight 3 or more in the whole time. Communities are those of the whole time." in told
    assert "Communities are" not in said(draw(graph, colour_by="kind"))


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ("sentences:1", "at most 1 sentence apart"),
        ("sentences:2", "at most 2 sentences apart"),
        ("tokens:20", "at most 20 words apart"),
        ("paragraph", "in one paragraph"),
        ("document", "in one document"),
    ],
)
def test_the_title_puts_the_window_in_words(graph: networkx.Graph, window: str, words: str) -> None:
    graph.graph["window"] = window
    assert said(graph).startswith(f"Persons named together {words}")


def test_a_projection_says_what_two_share(graph: networkx.Graph) -> None:
    graph.graph.update(two_mode="PERSON-ORG", projection="PERSON")
    assert said(graph).startswith("Persons tied by the organizations that are named with both")
    assert "Line: organizations shared" in said(graph)


def test_the_legend_names_communities_after_their_strongest_and_tells_sizes_and_widths(
    graph: networkx.Graph,
) -> None:
    told = said(graph)
    assert "Community around" in told and f"{NAMES[0]} (2)" in told
    assert "Size: weight of all ties 7 2 1" in told.replace("  ", " ")
    assert "Line: times named together 5 1" in told


def test_a_network_of_several_kinds_has_outlines_and_words_for_them(graph: networkx.Graph) -> None:
    graph.nodes["p3"]["kind"] = "ORG"
    graph.nodes["p2"]["kind"] = "DOCUMENT"
    drawn = root(graph)
    assert {"persons", "organizations", "documents"} <= {element.text for element in drawn.iter(f"{SVG}text")}
    boxes = [box for box in drawn.iter(f"{SVG}rect") if box.findtext(f"{SVG}title")]
    square, page = sorted(boxes, key=lambda box: float(box.get("height")) / float(box.get("width")))
    assert square.get("width") == square.get("height")
    assert float(page.get("height")) > 1.2 * float(page.get("width"))
    assert said(graph).startswith("Persons and organizations and the documents that name them")


def test_a_kind_of_ones_own_has_its_word_in_the_legend() -> None:
    own = networkx.Graph([("Ржищів", "Канів", {"weight": 2})])
    networkx.set_node_attributes(own, {"Ржищів": "TOWN", "Канів": "PLACE"}, "kind")
    networkx.set_node_attributes(own, {name: name for name in own}, "label")
    assert {"places", "TOWN"} <= {element.text for element in root(draw(own)).iter(f"{SVG}text")}


def test_a_measure_of_fractions_has_a_legend_of_fractions(graph: networkx.Graph) -> None:
    networkx.set_node_attributes(graph, {"p0": 0.4, "p1": 0.2, "p2": 0.25, "p3": 0.15}, "pagerank")
    assert "Size: PageRank 0.4 0.1 0.025" in said(draw(graph, size_by="pagerank"))


def test_the_order_of_building_does_not_show(graph: networkx.Graph) -> None:
    turned = networkx.Graph(**graph.graph)
    turned.add_nodes_from(reversed([(node, dict(data)) for node, data in graph.nodes(data=True)]))
    turned.add_edges_from(reversed([(b, a, data) for a, b, data in graph.edges(data=True)]))
    assert text(turned) == text(graph)


@given(st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_any_name_makes_a_file_that_parses(left: str, right: str) -> None:
    graph = networkx.Graph()
    graph.add_nodes_from((node, {"label": name, "kind": "PERSON"}) for node, name in (("a", left), ("b", right)))
    graph.add_edge("a", "b", weight=1)
    assert len(root(graph).findall(f".//{SVG}line")) == 1


def test_an_empty_network_is_still_a_picture() -> None:
    drawn = root(networkx.Graph())
    assert not drawn.findall(f".//{SVG}circle")
    assert "No cards, 0 ties." in {element.text for element in drawn.iter(f"{SVG}text")}
    assert "nobody is named in 12 sentences." in said(networkx.Graph(empty="nobody is named in 12 sentences"))


def test_the_dots_are_those_of_the_lines_wide_enough_for_print(graph: networkx.Graph, tmp_path: Path) -> None:
    path = export(Store(":memory:"), "network.png", tmp_path / "network.png", graph=graph)
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = unpack(">II", head[16:])
    drawn = root(graph)
    assert width >= PRINTED - 1
    assert width / height == pytest.approx(float(drawn.get("width")) / float(drawn.get("height")), rel=0.01)


def test_letters_are_drawn_without_any_font_of_the_machine(graph: networkx.Graph) -> None:
    plain = dots(graph)
    for _, data in draw(graph).nodes(data=True):
        data["label"] = ""
    assert len(dots(graph)) < 0.9 * len(plain)
    assert dots(graph) == dots(graph)


def test_a_larger_scale_gives_more_dots(graph: networkx.Graph) -> None:
    assert unpack(">I", dots(graph, 6.0)[16:20]) > unpack(">I", dots(graph, 2.0)[16:20])


def dots(graph: networkx.Graph, scale: float = 2.0) -> bytes:
    stream = TextIOWrapper(BytesIO())
    write_png(draw(graph), stream, scale)
    return stream.buffer.getvalue()  # type: ignore[attr-defined, no-any-return]


@given(st.lists(st.text("абвгд", min_size=1, max_size=12), max_size=30), st.floats(80, 400))
@settings(max_examples=60, deadline=None)
def test_wrapped_lines_keep_every_word_and_the_width(words: list[str], width: float) -> None:
    lines = wrapped(" ".join(words), width, 12)
    assert " ".join(lines).split() == words
    assert all(text_width(line, 12) <= width or " " not in line for line in lines)

"""The lint refuses what Gephi refuses or drops, and nothing that Gephi takes."""

from __future__ import annotations

import gzip
import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from kartoteka.export.gexf.lint import Level, lint

NODES = '<node id="a" label="A"/><node id="b" label="B"/><node id="c" label="C"/>'
DAYS = 'mode="dynamic" timeformat="date"'
COLUMN = '<attributes class="node"><attribute id="born" title="born" type="{}"/></attributes>'
POSTS = '<attributes class="node" mode="dynamic"><attribute id="post" title="post" type="string"/></attributes>'
EDGE_COLUMN = '<attributes class="edge"><attribute id="npmi" title="npmi" type="double"/></attributes>'
WEIGHT = (
    '<attributes class="edge" mode="dynamic"><attribute id="weight" title="Weight" type="double"/></attributes>'
)
VALUE = '<node id="a"><attvalues><attvalue for="born" value="{}"/></attvalues></node>'
LIFE = '<node id="a" start="{}" end="{}"/>'


def gexf(
    nodes: str = NODES, edges: str = "", *, graph: str = 'defaultedgetype="undirected"', head: str = ""
) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><gexf xmlns="http://gexf.net/1.3" '
        'xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'
        f"<graph {graph}>{head}<nodes>{nodes}</nodes><edges>{edges}</edges></graph></gexf>"
    )


def edge(rest: str, inside: str = "") -> str:
    return f'<edge id="1" source="a" target="b" {rest}>{inside}</edge>'


def zipped(content: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("network.gexf", content)
    return stream.getvalue()


def check(text: str, folder: Path) -> dict[Level, list[str]]:
    path = folder / "network.gexf"
    path.write_text(text, encoding="utf-8")
    found: dict[Level, list[str]] = {}
    for problem in lint(path):
        found.setdefault(problem.level, []).append(str(problem))
    return found


REFUSED = {
    "a year where days are told": (gexf(LIFE.format("1933", "1937"), graph=DAYS), "full days"),
    "a month where days are told": (gexf(LIFE.format("1933-02", "1937-05"), graph=DAYS), "full days"),
    "a day that no calendar has": (gexf(LIFE.format("1933-02-30", "1934-01-01"), graph=DAYS), "1933-02-30"),
    "a day where numbers are told": (
        gexf(LIFE.format("1933-01-01", ""), graph='mode="dynamic" timeformat="double"'),
        "numbers",
    ),
    "a day where nothing is said of time": (gexf(LIFE.format("1933-01-01", "")), "numbers"),
    "an end before the beginning": (gexf(LIFE.format("1937-01-01", "1933-01-01"), graph=DAYS), "ends before"),
    "spells that overlap": (
        gexf(
            edges=edge(
                "",
                '<spells><spell start="1923-01-01" end="1931-01-01"/><spell start="1930-12-31"/></spells>',
            ),
            graph=DAYS,
        ),
        "overlaps",
    ),
    "intervals that overlap": (
        gexf('<node id="a" intervals="&lt;[1923, 1931]; [1930, 1937]&gt;"/>'),
        "overlaps",
    ),
    "values of one column that overlap in time": (
        gexf(
            '<node id="a"><attvalues><attvalue for="post" value="head" start="1923" end="1931"/>'
            '<attvalue for="post" value="commissar" start="1930" end="1937"/></attvalues></node>',
            head=POSTS,
        ),
        "in 'post' lives from 1930 to 1937, which overlaps",
    ),
    "a moment in a graph of intervals": (gexf('<node id="a" timestamp="1933"/>'), "moment"),
    "an interval in a graph of moments": (
        gexf(LIFE.format("1933", "1934"), graph='timerepresentation="timestamp"'),
        "interval",
    ),
    "an edge id twice": (gexf(edges=edge("") + '<edge id="1" source="b" target="c"/>'), "id of another edge"),
    "a weight of nothing": (gexf(edges=edge('weight="0"')), "weight 0"),
    "a directed tie among undirected ones": (gexf(edges=edge('type="directed"')), "is directed"),
    "an undirected tie among directed ones": (
        gexf(edges=edge('type="undirected"'), graph='defaultedgetype="directed"'),
        "is undirected",
    ),
    "a mutual tie": (gexf(edges=edge('type="mutual"'), graph=""), "'mutual'"),
    "a tie without an end": (gexf(edges='<edge id="1" source="a"/>'), "lacks its source or target"),
    "a node without an id": (gexf('<node label="A"/>'), "has no id"),
    "a node inside another": (gexf('<node id="a" pid="b"/>'), "parent"),
    "a colour in hex with opacity": (
        gexf('<node id="a"><viz:color hex="#E41A1C" a="0.5"/></node>'),
        "whole import fails",
    ),
    "a colour in broken numbers": (gexf('<node id="a"><viz:color r="228.0" g="1" b="2"/></node>'), "r='228.0'"),
    "a colour of a tie in broken numbers": (
        gexf(edges=edge("", '<viz:color r="1" g="0.5" b="2"/>')),
        "edge '1'",
    ),
    "a broken number in a whole column": (gexf(VALUE.format("12.0"), head=COLUMN.format("integer")), "'12.0'"),
    "a number too great for its column": (
        gexf(VALUE.format("2147483648"), head=COLUMN.format("integer")),
        "integer",
    ),
    "a word in a column of numbers": (gexf(VALUE.format("ca. 1892"), head=COLUMN.format("double")), "double"),
    "a default that does not fit": (
        gexf(
            head='<attributes class="node"><attribute id="n" title="n" type="integer"><default>none</default>'
            "</attribute></attributes>"
        ),
        "default",
    ),
    "a type that Gephi does not know": (gexf(head=COLUMN.format("anyURI")), "'anyURI'"),
    "columns of no class": (
        gexf(head='<attributes class="graph"><attribute id="n" title="n" type="string"/></attributes>'),
        "class 'graph'",
    ),
    "a control character": (gexf('<node id="a" label="A\x0bB"/>'), "well-formed"),
    "a file cut short": (gexf()[:-20], "well-formed"),
    "a size without a value": (gexf('<node id="a"><viz:size/></node>'), "size without a value"),
    "a colour of one letter too few": (gexf('<node id="a"><viz:color hex="#E41A1"/></node>'), "'#E41A1'"),
    "an opacity in words": (gexf('<node id="a"><viz:color r="1" g="2" b="3" a="half"/></node>'), "opacity"),
    "a moment that is no day": (
        gexf('<node id="a" timestamp="1933"/>', graph=f'{DAYS} timerepresentation="timestamp"'),
        "cannot read",
    ),
    "a value without its column's name": (
        gexf('<node id="a"><attvalues><attvalue value="1892"/></attvalues></node>'),
        "for no column",
    ),
    "a column without a type": (
        gexf(head='<attributes class="node"><attribute id="n" title="n"/></attributes>'),
        "lacks its id or type",
    ),
    "a slice of no time": (gexf(graph='mode="slice"'), "slice without"),
    "nothing at all": ("", "file is empty"),
    "a list of names": ("Id,Label\nb,Balytsky\n", "no well-formed XML"),
    "another kind of XML": ("<graphml><graph/></graphml>", "is no GEXF: its outermost element is <graphml>"),
    "an unknown kind of ties": (gexf(graph='defaultedgetype="sideways"'), "sideways"),
    "an unknown kind of ids": (gexf(graph='idtype="roman"'), "roman"),
}

TAKEN = {
    "nothing but nodes": gexf(),
    "years as numbers": gexf(LIFE.format("1933", "1937.5"), graph='mode="dynamic" timeformat="double"'),
    "years as integers": gexf(LIFE.format("1933", "1937"), graph='mode="dynamic" timeformat="integer"'),
    "days before 1970": gexf(LIFE.format("1923-09-01", "1937-05-11"), graph=DAYS),
    "days with a time": gexf(LIFE.format("1923-09-01T10:00:00Z", "1937-05-11T10:00"), graph=DAYS),
    "a life of one day": gexf(LIFE.format("1933-02-20", "1933-02-20"), graph=DAYS),
    "a life without an end": gexf('<node id="a" start="1933-02-20"/>', graph=DAYS),
    "spells that touch": gexf(
        '<node id="a"><spells><spell end="1931-07-25"/><spell start="1931-07-25"/></spells></node>', graph=DAYS
    ),
    "two values of a column one after the other": gexf(
        '<node id="a"><attvalues><attvalue for="post" value="head" start="1923" end="1931"/>'
        '<attvalue for="post" value="commissar" start="1931" end="1937"/></attvalues></node>',
        head=POSTS,
    ),
    "an empty word": gexf(VALUE.format(""), head=COLUMN.format("string")),
    "true and false": gexf(VALUE.format("true"), head=COLUMN.format("boolean")),
    "columns over time beside static ones, and a weight over time": gexf(
        edges=edge(
            'weight="3"',
            '<attvalues><attvalue for="npmi" value="0.5"/>'
            '<attvalue for="weight" value="2" start="1931-01-01" end="1931-12-31"/></attvalues>',
        ),
        graph=DAYS,
        head=EDGE_COLUMN + WEIGHT,
    ),
    "a list in brackets": gexf(
        VALUE.format("[&quot;Balitsky, V.&quot;, &quot;a|b&quot;]"), head=COLUMN.format("liststring")
    ),
    "a time zone": gexf(graph='mode="dynamic" timeformat="dateTime" timerepresentation="interval"'),
    "numbers as Java writes them": gexf(VALUE.format("-1.5E3f"), head=COLUMN.format("double")),
    "a colour in hex": gexf('<node id="a"><viz:color hex="#E41A1C"/></node>'),
    "a colour with opacity": gexf('<node id="a"><viz:color r="228" g="26" b="28" a="0.5"/></node>'),
    "directed ties where nothing is said": gexf(edges=edge('type="directed"'), graph=""),
    "a tie of one's own kind": gexf(edges=edge('weight="2" kind="kin" type="undirected"')),
}

WARNED = {
    "a negative weight": (gexf(edges=edge('weight="-0.5"')), "-0.5"),
    "a weight that is no number": (gexf(edges=edge('weight="NaN"')), "NaN"),
    "a weight in words": (gexf(edges=edge('weight="heavy"')), "'heavy'"),
    "a node twice": (gexf('<node id="a"/><node id="a"/>'), "stands twice"),
    "a list between bars": (gexf(VALUE.format("Kyiv|Kiev"), head=COLUMN.format("liststring")), "one value"),
    "a reserved name": (
        gexf(head='<attributes class="node"><attribute id="label" title="label" type="string"/></attributes>'),
        "keeps for itself",
    ),
    "another title": (
        gexf(head='<attributes class="node"><attribute id="n" title="Number" type="string"/></attributes>'),
        "another title",
    ),
    "columns in two blocks": (gexf(head=COLUMN.format("string") + COLUMN.format("string")), "several blocks"),
    "a column twice": (
        gexf(head=COLUMN.format('string"/><attribute id="born" title="born" type="string')),
        "stands twice",
    ),
    "a column over time before the static ones": (
        gexf(
            graph=DAYS,
            head=WEIGHT + '<attributes class="edge"><attribute id="n" title="n" type="long"/></attributes>',
        ),
        "several blocks",
    ),
    "columns over time in a graph without": (gexf(head=EDGE_COLUMN + WEIGHT), "several blocks"),
    "an empty number": (gexf(VALUE.format(""), head=COLUMN.format("integer")), "reads as 0"),
    "the word null": (gexf(VALUE.format("null"), head=COLUMN.format("string")), "takes for none"),
    "a truth in another spelling": (gexf(VALUE.format("True"), head=COLUMN.format("boolean")), "true or false"),
    "mutual ties by default": (gexf(graph='defaultedgetype="mutual"'), "mutual"),
    "an unknown clock": (gexf(graph='mode="dynamic" timeformat="long"'), "timeformat 'long'"),
    "an unknown mode": (gexf(graph='mode="lively"'), "mode 'lively'"),
    "a name of the graph": (gexf(graph='name="met"'), "has a name"),
    "an opacity beyond 1": (gexf('<node id="a"><viz:color r="1" g="2" b="3" a="2"/></node>'), "opacity 2"),
    "a version that nobody knows": (gexf().replace('version="1.3"', 'version="2.0"'), "'2.0'"),
    "a value for no column": (gexf(VALUE.format("1892")), "no column"),
    "spells beside a beginning": (
        gexf('<node id="a" start="1900"><spells><spell start="1923" end="1931"/></spells></node>'),
        "the spells alone count",
    ),
    "a colour beyond 255": (gexf('<node id="a"><viz:color r="300" g="0" b="0"/></node>'), "255"),
    "a size in words": (gexf('<node id="a"><viz:size value="big"/></node>'), "'big'"),
    "a type of Gephi's own": (gexf(head=COLUMN.format("int")), "'int'"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_gephi_refuses_or_drops_is_an_error(what: str, tmp_path: Path) -> None:
    text, words = REFUSED[what]
    assert any(words in line for line in check(text, tmp_path).get(Level.ERROR, ())), what


@pytest.mark.parametrize("what", TAKEN)
def test_what_gephi_takes_is_no_problem(what: str, tmp_path: Path) -> None:
    assert check(TAKEN[what], tmp_path) == {}


@pytest.mark.parametrize("what", WARNED)
def test_what_gephi_takes_with_a_grumble_is_a_warning_alone(what: str, tmp_path: Path) -> None:
    text, words = WARNED[what]
    found = check(text, tmp_path)
    assert Level.ERROR not in found
    assert any(words in line for line in found[Level.WARNING])


def test_a_tie_to_a_node_that_is_not_listed_and_a_doubled_tie_are_notes(tmp_path: Path) -> None:
    ties = edge("") + '<edge id="2" source="b" target="a"/><edge id="3" source="a" target="zzz"/>'
    found = check(gexf(edges=ties), tmp_path)
    assert found.keys() == {Level.NOTE}
    assert any("'zzz' is listed nowhere" in line for line in found[Level.NOTE])
    assert any("added up" in line for line in found[Level.NOTE])


def test_ties_before_their_nodes_are_taken_with_a_warning(tmp_path: Path) -> None:
    text = gexf(edges=edge(""))
    nodes, edges = (
        text[text.index("<nodes>") : text.index("<edges>")],
        text[text.index("<edges>") : text.index("</graph>")],
    )
    assert check(text.replace(nodes + edges, edges + nodes), tmp_path) == {
        Level.WARNING: ["warning: nodes stand behind the edges, which the grammar of GEXF 1.3 refuses"]
    }


def test_another_version_and_a_schema_location_are_named(tmp_path: Path) -> None:
    old = gexf().replace('version="1.3"', 'version="1.2"')
    assert "note: gexf is GEXF 1.2, not 1.3" in check(old, tmp_path)[Level.NOTE]
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" version="1.3"'
    assert "schemaLocation" in check(gexf().replace('version="1.3"', xsi), tmp_path)[Level.WARNING][0]


def test_errors_come_first(tmp_path: Path) -> None:
    found = lint_of(gexf(edges=edge('weight="-1"') + '<edge id="2" source="a" target="c" weight="0"/>'), tmp_path)
    assert [problem.level for problem in found] == [Level.ERROR, Level.WARNING]


def lint_of(text: str, folder: Path) -> list[object]:
    path = folder / "network.gexf"
    path.write_text(text, encoding="utf-8")
    return list(lint(path))


def test_spells_out_of_order_are_taken_and_noted(tmp_path: Path) -> None:
    spells = '<spells><spell start="1931" end="1933"/><spell start="1923" end="1924"/></spells>'
    found = check(gexf(edges=edge("", spells)), tmp_path)
    assert found == {Level.NOTE: ["note: edge '1' has spells out of their order in time"]}


@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "gzip"), (zipped, "zip")])
def test_a_packed_file_is_called_so(pack: Callable[[bytes], bytes], name: str, tmp_path: Path) -> None:
    path = tmp_path / "network.gexf"
    path.write_bytes(pack(gexf().encode()))
    assert list(map(str, lint(path))) == [f"error: file is packed ({name}): unpack it first"]


def test_a_folder_is_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        lint(tmp_path)


def test_a_file_of_unknown_letters_is_no_xml(tmp_path: Path) -> None:
    path = tmp_path / "network.gexf"
    path.write_bytes(b'<?xml version="1.0" encoding="klingon"?><gexf/>')
    assert [problem.level for problem in lint(path)] == [Level.ERROR]


def test_what_is_checked_does_not_stay_in_memory(tmp_path: Path) -> None:
    node = (
        '<node id="a"><attvalues>' + f'<attvalue for="born" value="{"1892" * 50}"/>' * 20 + "</attvalues></node>"
    )
    path = tmp_path / "network.gexf"

    def peak(times: int) -> int:
        path.write_text(gexf(node * times, head=COLUMN.format("string")), encoding="utf-8")
        tracemalloc.start()
        found = len(lint(path))
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert found == times - 1
        return used

    # A node twice is a problem to remember, its 4 kB of values are not.
    assert (peak(1500) - peak(500)) / 1000 < 1000


def test_a_file_that_is_not_there_is_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lint(tmp_path / "none.gexf")

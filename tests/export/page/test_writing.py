"""network.html as a file: it holds the whole network, asks nobody for anything, the same network gives the same."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import networkx
import pytest

from kartoteka.export import export
from kartoteka.export.page import writing
from kartoteka.store import Store


class Parts(HTMLParser):
    """The scripts, styles and meta tags of a page, and every address in it."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.style = ""
        self.policy = ""
        self.addresses: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.addresses += [str(given[name]) for name in ("src", "href", "action", "data") if name in given]
        self._inside = tag
        if tag == "script":
            self.scripts.append((given, ""))
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = str(given["content"])

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            kind, text = self.scripts.pop()
            self.scripts.append((kind, text + data))
        elif self._inside == "style":
            self.style += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def json(self, name: str) -> object:
        return json.loads(next(text for kind, text in self.scripts if kind.get("id") == name))


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the page is made of besides the libraries does not depend on them."""
    monkeypatch.setattr(writing, "web_library", lambda name: f"/* {name} */")
    monkeypatch.setattr(writing, "web_licences", lambda: "MIT <author@example.org>")


def parts(graph: networkx.Graph) -> Parts:
    stream = StringIO(newline="")
    writing.write_page(graph, stream)
    read = Parts()
    read.feed(stream.getvalue())
    return read


def test_the_page_runs_its_own_scripts_alone_and_may_ask_nobody(met: networkx.Graph) -> None:
    read = parts(met)
    programs = [text for kind, text in read.scripts if kind.get("type") != "application/json"]
    hashes = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in [*programs, read.style]
    ]
    assert [f"sha256-{one}" for one in hashes] == re.findall(r"'(sha256-[^']+)'", read.policy)
    assert read.policy.startswith("default-src 'none';") and "unsafe" not in read.policy
    assert [address for address in read.addresses if not address.startswith("#")] == []


def test_names_cannot_break_out_of_the_data(met: networkx.Graph) -> None:
    plain = parts(met)
    met.nodes["p3"]["label"] = "</script><script>alert(1)</script><!--"
    met.nodes["p3"]["variants"] = ["]]>", "\u2028", "{{text.find}}"]
    read = parts(met)
    assert len(read.scripts) == len(plain.scripts)
    told = read.json("data")
    assert isinstance(told, dict)
    at = told["nodes"]["id"].index("p3")
    assert told["nodes"]["label"][at] == "</script><script>alert(1)</script><!--"
    assert told["nodes"]["variants"][at] == ["]]>", "\u2028", "{{text.find}}"]


def test_the_same_network_gives_the_same_bytes_in_any_order(met: networkx.Graph) -> None:
    turned = networkx.Graph(**dict(reversed(met.graph.items())))
    turned.add_nodes_from(reversed(list(met.nodes(data=True))))
    turned.add_edges_from((b, a, tie) for a, b, tie in reversed(list(met.edges(data=True))))
    one, other = StringIO(), StringIO()
    writing.write_page(met, one)
    writing.write_page(turned, other)
    assert one.getvalue() == other.getvalue()


def test_an_empty_network_gives_a_page_too() -> None:
    graph = networkx.Graph(
        window="sentence", labels=["PERSON"], weight="count", min_weight=9, empty="no tie weighs 9"
    )
    data = parts(graph).json("data")
    assert isinstance(data, dict)
    assert data["nodes"]["id"] == [] and data["about"]["empty"] == "no tie weighs 9"


def test_without_the_libraries_one_line_says_so_and_the_old_page_stays(
    met: networkx.Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise FileNotFoundError(f"network.html needs {name}.js")

    old = tmp_path / "network.html"
    old.write_text("yesterday's", encoding="utf-8")
    monkeypatch.setattr(writing, "web_library", missing)
    with pytest.raises(FileNotFoundError, match=r"^network\.html needs graphology\.js$"):
        export(Store(":memory:"), "network.html", old, graph=met)
    assert old.read_text(encoding="utf-8") == "yesterday's"


def test_every_script_has_its_place_and_no_name_is_declared_twice() -> None:
    assert sorted(writing.SCRIPTS) == sorted(path.stem for path in writing.SOURCES.glob("*.js"))
    declared = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", writing.own_script(), re.MULTILINE)
    assert len(declared) > 100 and len(declared) == len(set(declared))


def test_every_text_that_is_asked_for_by_name_is_there() -> None:
    texts = json.loads((writing.SOURCES / "texts.json").read_text(encoding="utf-8"))
    script = writing.own_script()
    asked = set(re.findall(r'\bsay\(\s*"(\w+)"', script))
    nouns = re.findall(r'\bcounted\([^()]*(?:\([^()]*\))?[^()]*"(\w+)"', script)
    asked |= {f"{noun}_{n}" for noun in nouns for n in ("one", "many")}
    assert len(asked) > 40 and asked <= texts.keys()

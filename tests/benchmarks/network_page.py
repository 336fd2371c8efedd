"""How large network.html is, how soon it is ready and how fluently it moves, beside sigma alone with the same network.

    python tests/benchmarks/network_page.py [NODES EDGES]      (default: 5,000 and 30,000)

Needs Node, Chromium and the packages of tests/clients (`npm ci` there). Both pages are opened in headless Chromium,
which draws by the processor (SwiftShader): where a graphics card draws, everything is faster.

    size, written   the file, and how long writing took
    ready           from opening the file until everything can be used
    move, zoom, point, years, type
                    milliseconds between two frames (median and the slowest twentieth) while the picture is moved,
                    zoomed, pointed at, cut in time, and while a name is typed
"""

from __future__ import annotations

import json
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import networkx

from kartoteka.export.page.libraries import web_library
from kartoteka.export.page.writing import write_page
from kartoteka.types import Passage

SCRIPT = Path(__file__).with_suffix(".mjs")
SYLLABLES = [
    "ba",
    "li",
    "ka",
    "ga",
    "no",
    "re",
    "den",
    "po",
    "sty",
    "shev",
    "sko",
    "ryp",
    "lyu",
    "kov",
    "che",
    "ren",
]
GIVEN = ["Іван", "Petro", "Василь", "Mykola", "Станислав", "Vsevolod", "Lazar", "Павло"]
COLOURS = ["#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9"]


def main(arguments: list[str]) -> None:
    """Write both pages and have the browser measure them."""
    nodes, ties = map(int, arguments or ("5000", "30000"))
    graph = network(nodes, ties)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.html"
        begin = time.perf_counter()
        with path.open("w", encoding="utf-8") as stream:
            write_page(graph, stream)
        seconds = time.perf_counter() - begin
        print(f"{nodes:,} nodes, {ties:,} ties: {path.stat().st_size / 1e6:.1f} MB, written in {seconds:.1f} s")
        given = {"page": str(path), "peer": str(sigma_alone(graph, Path(folder)))}
        browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
        done = subprocess.run(
            ["node", str(SCRIPT)],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            env={**os.environ, "CHROMIUM": browser},
        )
        if done.returncode:
            sys.exit(done.stderr)
        report(json.loads(done.stdout))


def report(told: dict[str, dict[str, list[int] | int]]) -> None:
    """A line for each thing measured: network.html, then sigma alone where it can do the same."""
    for name, value in told["page"].items():
        other = told["peer"].get(name, "–")
        print(f"{name:8} {value!s:>16} ms   sigma alone {other!s:>16}")


def network(nodes: int, ties: int) -> networkx.Graph:
    """Groups of a hundred, four ties of five inside them; weights, days and quotations as texts give them."""
    chance = random.Random(1934)
    graph = networkx.Graph(window="sentence", labels=["PERSON"], blocks="body", weight="count", min_weight=1)
    for number in range(nodes):
        surname = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()
        name = f"{chance.choice(GIVEN)} {surname}"
        graph.add_node(number, label=name, kind="PERSON", variants=[name, surname], mentions=9, documents=3)
        graph.nodes[number].update(
            community=number // 100, core=3, spells=[("1919-01-01", "1938-12-31")], offices=[]
        )
    while graph.number_of_edges() < ties:
        one = int(nodes * chance.random() ** 1.5)
        other = one // 100 * 100 + chance.randrange(100) if chance.random() < 0.8 else chance.randrange(nodes)
        if one != other and other < nodes and not graph.has_edge(one, other):
            graph.add_edge(one, other, **tie(chance))
    for number, data in graph.nodes(data=True):
        data.update(degree=graph.degree(number), strength=graph.degree(number, weight="weight"), pagerank=0.001)
        data.update(place(number), size=4 + math.sqrt(data["strength"]), color=COLOURS[number // 100 % 6])
    return networkx.relabel_nodes(graph, {number: f"person-{number:06}" for number in graph})


def tie(chance: random.Random) -> dict[str, object]:
    """One tie with up to three of 20,000 sentences."""
    weight = 1 + int(chance.expovariate(0.6))
    year = chance.randint(1919, 1937)
    sentences = [chance.randrange(20_000) for _ in range(min(weight, 3))]
    passages = tuple(
        Passage(
            f"archive/{n // 40:04}.txt",
            n % 40 * 200,
            n % 40 * 200 + 160,
            f"{n}: " + "Балицький wrote to Redens. " * 6,
        )
        for n in sentences
    )
    days = (f"{year}-03-01", f"{year + 1}-07-31")
    figures = {"npmi": 0.31, "log_likelihood": 7.25, "p_value": 0.0071, "undated": 0, "bridge": False}
    return {
        "weight": weight, "count": weight, "passages": passages, "documents": sorted({p.document for p in passages}),
        "spells": [days], **figures,
    }  # fmt: skip


def place(number: int) -> dict[str, float]:
    """Groups set out as the seeds of a sunflower, and their cards within them."""
    group, member = divmod(number, 100)
    angle = math.pi * (3 - math.sqrt(5))
    far, near = 420 * math.sqrt(group), 19 * math.sqrt(member)
    return {
        "x": far * math.cos(group * angle) + near * math.cos(member * angle),
        "y": far * math.sin(group * angle) + near * math.sin(member * angle),
    }


def sigma_alone(graph: networkx.Graph, folder: Path) -> Path:
    """The same network as sigma's own documentation draws one: every setting as it comes, no card, no search."""
    nodes = [[n, {k: d[k] for k in ("label", "x", "y", "size", "color")}] for n, d in graph.nodes(data=True)]
    ties = [[a, b, {"size": d["weight"] / 2}] for a, b, d in graph.edges(data=True)]
    script = (
        "const graph = new graphology.UndirectedGraph();"
        f"for (const [n, d] of {json.dumps(nodes)}) graph.addNode(n, d);"
        f"for (const [a, b, d] of {json.dumps(ties)}) graph.addEdge(a, b, d);"
        "const sigma = new Sigma(graph, document.getElementById('canvas')); document.title = 'sigma – ready';"
    )
    parts = [web_library("graphology"), web_library("sigma"), script]
    path = folder / "sigma.html"
    head = '<!DOCTYPE html><meta charset="utf-8"><div id="canvas" style="position:fixed;inset:0"></div>'
    path.write_text(head + "".join(f"<script>{part}</script>" for part in parts), encoding="utf-8")
    return path


if __name__ == "__main__":
    main(sys.argv[1:])

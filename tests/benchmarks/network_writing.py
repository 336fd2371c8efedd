"""How fast and in how much memory a large network becomes a GEXF file, beside networkx's writer.

    python tests/benchmarks/network_writing.py [NODES EDGES]      (default: 100,000 and 1,000,000)

Each line is a process of its own, which builds the network and writes it to a file that is thrown away. Kartoteka
writes all columns (figures against chance, dates, documents, a short quotation), then the weights alone; networkx
gets the weights alone, because it holds every element of the file at once.

    seconds      of the wall, then of the processor, for writing
    peak         the largest resident memory of the process, its network and libraries included
    writer       what writing needs beyond the network (tracemalloc), for a hundredth, a tenth and all of the ties
    the schema   what the grammar of GEXF 1.3 says of a small file of the same writer
"""

from __future__ import annotations

import gc
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
from lxml import etree

from kartoteka.export.gexf.static import write_gexf
from kartoteka.types import Passage

GRAMMAR = Path(__file__).parent.parent / "export" / "gexf" / "gexf-1.3" / "gexf.rng"
DOCUMENTS = [f"rada-{number:04}.txt" for number in range(2000)]


def main(arguments: list[str]) -> None:
    """Run each writer in a process of its own, or, called with a task, be that process."""
    if len(arguments) == 3:
        TASKS[arguments[0]](int(arguments[1]), int(arguments[2]))
        return
    nodes, ties = map(int, arguments or ("100000", "1000000"))
    print(f"{nodes:,} nodes, {ties:,} ties")
    for task in TASKS:
        sizes = [ties // 100, ties // 10, ties] if task == "memory" else [ties]
        for size in sizes:
            subprocess.run([sys.executable, __file__, task, str(nodes), str(size)], check=True)


def full(nodes: int, ties: int) -> None:
    """Write all columns by kartoteka."""
    report("kartoteka, all columns", network(nodes, ties), by_kartoteka)
    validate("kartoteka", by_kartoteka)


def weights(nodes: int, ties: int) -> None:
    """Write the weights alone by kartoteka."""
    report("kartoteka, weights alone", network(nodes, ties, bare=True), by_kartoteka)


def peer(nodes: int, ties: int) -> None:
    """Write the weights alone by networkx."""
    report(f"networkx {networkx.__version__}, weights alone", plain(network(nodes, ties, bare=True)), by_networkx)
    validate("networkx", lambda graph, path: by_networkx(plain(graph), path))


def memory(nodes: int, ties: int) -> None:
    """Say what writing needs beyond the network."""
    graph = network(nodes, ties)
    tracemalloc.start()
    with Path(os.devnull).open("w", encoding="utf-8") as stream:
        write_gexf(graph, stream)
    print(f"writer, {ties:>9,} ties: {tracemalloc.get_traced_memory()[1] / 1e6:6.1f} MB")


def network(nodes: int, ties: int, bare: bool = False) -> networkx.Graph:
    """A drawn network of random ties, with every column or `bare`."""
    chance = random.Random(1917)
    graph = networkx.Graph(window="sentence", labels=["PERSON"], weight="count", min_weight=1)
    names = [f"P{number:06}" for number in range(nodes)]
    gc.disable()
    for number, name in enumerate(names):
        graph.add_node(name, label=f"Прізвище {number}", kind="PERSON", size=5.0, color="#0072B2")
        graph.nodes[name].update(x=chance.uniform(-900, 900), y=chance.uniform(-900, 900))
        graph.nodes[name].update({} if bare else person(number, chance))
    while ties:
        source, target = chance.choices(names, k=2)
        if source != target and target not in graph[source]:
            graph.add_edge(source, target, **({"weight": 1} if bare else tie(chance)))
            ties -= 1
    gc.enable()
    return graph


def person(number: int, chance: random.Random) -> dict[str, Any]:
    """What is told of a node."""
    measures = {name: round(chance.random(), 12) for name in ("betweenness", "eigenvector", "pagerank")}
    years = {"year_first": 1919, "year_last": 1938, "first": "1919-01-01", "last": "1938-12-31"}
    variants = [f"Прізвище {number}", f"Prizvyshche {number}"]
    counts = {"mentions": 20, "documents": 4, "degree": 20, "strength": 20, "core": 12, "community": number % 60}
    return {**counts, **measures, **years, "variants": variants, "spells": [], "offices": []}


def tie(chance: random.Random) -> dict[str, Any]:
    """What is told of a tie."""
    document, start = chance.choice(DOCUMENTS), chance.randrange(100_000)
    passage = Passage(document, start, start + 32, f"Балицький і Реденс, арк. {start}")
    return {
        "weight": 1,
        "count": 1,
        "documents": [document],
        "npmi": round(chance.random(), 9),
        "log_likelihood": round(20 * chance.random(), 9),
        "p_value": chance.random(),
        "jaccard": round(chance.random(), 9),
        "first": "1933-01-01",
        "last": "1933-12-31",
        "spells": [("1933-01-01", "1933-12-31")],
        "undated": 0,
        "bridge": False,
        "passages": (passage,),
    }


def plain(graph: networkx.Graph) -> networkx.Graph:
    """What networkx's writer takes of it: names and weights."""
    for _, data in graph.nodes(data=True):
        for name in set(data) - {"label"}:
            del data[name]
    return graph


def by_kartoteka(graph: networkx.Graph, path: Path) -> None:
    """Write as the exporter does."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_gexf(graph, stream)


def by_networkx(graph: networkx.Graph, path: Path) -> None:
    """Write as networkx does."""
    networkx.write_gexf(graph, path, version="1.3")


def report(name: str, graph: networkx.Graph, write: Callable[[networkx.Graph, Path], None]) -> None:
    """Write the network and say what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.gexf"
        wall, processor = time.perf_counter(), time.process_time()
        write(graph, path)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        size = path.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{name:32} {wall:5.1f} s  {processor:5.1f} s  peak {peak:.2f} GB  file {size:.0f} MB", flush=True)


def validate(name: str, write: Callable[[networkx.Graph, Path], None]) -> None:
    """Hold a small file of the same writer against the grammar."""
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.gexf"
        write(network(50, 100), path) if name == "kartoteka" else write(network(50, 100, bare=True), path)
        valid = grammar.validate(etree.parse(path))
    print(f"    the schema: {'valid' if valid else grammar.error_log.last_error.message}", flush=True)


TASKS = {"full": full, "weights": weights, "peer": peer, "memory": memory}

if __name__ == "__main__":
    main(sys.argv[1:])

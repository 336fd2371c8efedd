"""How long the measures of a large network take, beside networkx's own functions.

    python tests/benchmarks/network_measures.py [--all] [NODES TIES]      (default: 100000 1000000)

The network is made by lot: who is tied to whom follows Zipf's law, and so do the weights. Every row of a single measure
includes the way from networkx and back, which `conversion` shows by itself; `all but betweenness` is one call. networkx
needs the extra `bench`; its functions that take minutes run with --all only, its eigenvector, which does not settle in
a thousand rounds, not at all. Betweenness is sampled on a network of this size; that of networkx, with --all, follows
ten sources.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

import networkx
import numpy as np

from kartoteka.network import backbone
from kartoteka.network.arithmetic import number
from kartoteka.network.measures import ALL, measure

PEERS: dict[str, Callable[[networkx.Graph], Any]] = {
    "degree": lambda graph: dict(graph.degree()),
    "strength": lambda graph: dict(graph.degree(weight="weight")),
    "pagerank": networkx.pagerank,
    "core": networkx.core_number,
}
SLOW_PEERS: dict[str, Callable[[networkx.Graph], Any]] = {
    "bridge": lambda graph: list(networkx.bridges(graph)),
    "community": lambda graph: networkx.community.louvain_communities(graph, seed=1),
    "betweenness": lambda graph: networkx.betweenness_centrality(graph, k=10, seed=1),
}


def main(arguments: list[str]) -> None:
    """Measure a network of the size asked for."""
    sizes = [int(argument) for argument in arguments if argument != "--all"] or [100_000, 1_000_000]
    peers = PEERS | (SLOW_PEERS if "--all" in arguments else {})
    measure(made(10, 10))  # loads what measuring needs
    graph = made(*sizes)
    print(f"{len(graph):,} nodes, {graph.size():,} ties; seconds of processor time")
    print(f"{'':<24}{'kartoteka':>10}{'networkx':>10}")
    show("conversion", seconds(lambda: number(graph).igraph()))
    rest = [name for name in ALL if name != "betweenness"]
    show("all but betweenness", seconds(lambda: measure(graph, rest)))
    for name in ALL:
        ours = seconds(lambda name=name: measure(graph, [name]))
        show(name, ours, seconds(lambda name=name: peers[name](graph)) if name in peers else None)
    print(f"betweenness {graph.graph['betweenness']}")
    bare = networkx.Graph()
    bare.add_weighted_edges_from(graph.edges(data="weight"))
    show("backbone at 0.05", seconds(lambda: backbone(bare, 0.05)))
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")


def made(nodes: int, ties: int) -> networkx.Graph:
    """A network of so many cards, of which some meet many and most meet few."""
    lots = np.random.default_rng(1933)
    shares = 1 / np.arange(1, nodes + 1) ** 0.8
    keys = np.zeros(0, dtype=np.int64)
    while len(keys) < ties:
        ends = np.sort(lots.choice(nodes, (2 * ties, 2), p=shares / shares.sum()), axis=1)
        ends = ends[ends[:, 0] < ends[:, 1]]
        keys = np.unique(np.concatenate([keys, ends[:, 0] * nodes + ends[:, 1]]))
    keys = lots.permutation(keys)[:ties]
    weights = np.minimum(lots.zipf(2.0, ties), 1000)
    graph = networkx.Graph()
    graph.add_nodes_from(f"person-{place}" for place in range(nodes))
    graph.add_weighted_edges_from(
        (f"person-{key // nodes}", f"person-{key % nodes}", weight)
        for key, weight in zip(keys.tolist(), weights.tolist(), strict=True)
    )
    return graph


def seconds(task: Callable[[], object]) -> float:
    """Processor time of one run: nothing here runs in parallel."""
    began = process_time()
    task()
    return process_time() - began


def show(name: str, ours: float, theirs: float | None = None) -> None:
    """One row of the table."""
    print(f"{name:<24}{ours:10.1f}{'' if theirs is None else f'{theirs:10.1f}'}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""The ties that follow from careers as GEXF 1.3: succession, same office, same organization, appointment.

ties_directed.gexf and ties_undirected.gexf hold the ties of one direction each, so that every program reads them.
ties.gexf holds all, each with its own type and no default for all, because Gephi drops a tie that differs from the
default; networkx reads no file that has both.

A tie's kind stands in `kind`, which Gephi keeps ties of one pair apart by, and again in the column `relation`, by
which both Gephi and Gephi Lite colour and filter. Two cards have one tie of a kind. The other columns are those of
`network_columns`. The time line of Gephi shows the days of ties and nodes; the others have `year_first` and
`year_last`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.gexf import parts
from kartoteka.export.network_columns import (
    NODE_COLUMNS,
    TIE_COLUMNS,
    declared,
    description,
    node_row,
    tie_row,
)
from kartoteka.export.periods import life, spells
from kartoteka.export.xml_text import quoted
from kartoteka.network import draw

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_Tie = tuple[str, str, str, dict[str, Any]]


def write_ties(graph: MultiDiGraph, stream: TextIO, directed: bool | None = None) -> None:
    """Write the ties of one direction, or all of them (None), and the cards that they join.

    The same ties give the same bytes. Places, sizes and colours are written on the graph, for all its files.
    """
    ties = sorted(
        (tie for tie in graph.edges(keys=True, data=True) if directed in {None, tie[3]["directed"]}),
        key=lambda tie: tie[:3],
    )
    _place(graph)
    names = sorted({end for tie in ties for end in tie[:2]})
    both = len({data["directed"] for *_, data in ties}) == 2
    default = "" if both else f'defaultedgetype="{_direction(bool(ties and ties[0][3]["directed"]))}" '
    stream.write(parts.head(description(graph), f"{default}{parts.DAYS}"))
    stream.writelines(parts.columns("node", declared(NODE_COLUMNS, (graph.nodes[name] for name in names))))
    stream.writelines(parts.columns("edge", TIE_COLUMNS))
    stream.writelines(parts.body(len(names), _nodes(graph, names), len(ties), _ties(ties)))


def _place(graph: MultiDiGraph) -> None:
    """Give the cards places, sizes and colours: those of the network in which all ties of a pair are one."""
    import networkx

    cards = networkx.Graph()
    cards.add_nodes_from((name, dict(data)) for name, data in graph.nodes(data=True))
    for source, target, weight in graph.edges(data="weight"):
        before = cards.get_edge_data(source, target, {"weight": 0})["weight"]
        cards.add_edge(source, target, weight=before + weight)
    for name, degree in cards.degree():
        cards.nodes[name].update(degree=degree, strength=cards.degree(name, weight="weight"))
    for name, data in draw(cards).nodes(data=True):
        graph.nodes[name].update(data)


def _nodes(graph: MultiDiGraph, names: list[str]) -> Iterator[str]:
    told = parts.values(NODE_COLUMNS)
    for name in names:
        data = graph.nodes[name]
        yield parts.node(name, data, told(node_row(data)), parts.lifetime(life(data)))


def _ties(ties: list[_Tie]) -> Iterator[str]:
    told = parts.values(TIE_COLUMNS)
    for number, (source, target, kind, tie) in enumerate(ties):
        yield (
            f'      <edge id="{number}" source={quoted(source)} target={quoted(target)} '
            f'type="{_direction(tie["directed"])}" kind={quoted(kind)} weight="{tie["weight"]}">'
            f"<attvalues>{told(tie_row(tie))}</attvalues>{parts.spell_list(spells(tie.get('spells', ())))}</edge>\n"
        )


def _direction(directed: bool) -> str:
    return "directed" if directed else "undirected"


TIES = Exporter("ties.gexf", ".gexf", "ties of all kinds for Gephi", "ties", write_ties, standard=False)
TIES_DIRECTED = Exporter(
    "ties_directed.gexf", ".gexf", "succession and appointment", "ties", partial(write_ties, directed=True)
)
TIES_UNDIRECTED = Exporter(
    "ties_undirected.gexf", ".gexf", "same office, same organization", "ties", partial(write_ties, directed=False)
)

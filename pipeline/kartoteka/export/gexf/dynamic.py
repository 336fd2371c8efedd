"""The network over time for Gephi's time line: GEXF 1.3, dynamic, told in full ISO days.

The columns are those of network.gexf, and two that change with time: of a node `office`, what its bearer held ("A; B"
where two offices were held at once), and of a tie the weight, how many of its passages are dated to that time. A tie
is there in the dates of its passages, a node from the first to the last day of its mentions, tenures and ties, and
not after a death that is told: what is told of the dead later is not seen on the time line. What nobody dates is
always there; a weight of which nobody says when stands without a time. Days are counted in, both the first and the
last. Days that are not exactly known are the widest: from the earliest beginning to the latest end. An office whose
end no text tells is shown to the last day told of its bearer, as "A (end unknown)": it may have ended any day before.
One whose start no text tells is shown on the days of its end alone, as "A (start unknown)".

A file of its own, because the static columns and those over time need two blocks a class: graphology refuses that
unless it is told to allow undeclared columns, as Gephi Lite tells it, and Gephi Lite then reads the static columns
as words.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.gexf import parts
from kartoteka.export.network_columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    declared,
    description,
    edge_row,
    node_row,
    ordered,
)
from kartoteka.export.periods import life, offices_over_time, spells, weights_over_time
from kartoteka.export.xml_text import quoted

if TYPE_CHECKING:
    from networkx import Graph

_OFFICE = MappingProxyType({"office": "string"})
# Gephi knows its own column of weights by these very words.
_WEIGHT = (
    '    <attributes class="edge" mode="dynamic">\n'
    '      <attribute id="weight" title="Weight" type="double"/>\n'
    "    </attributes>\n"
)
_MEANING = (
    "ties are there in the dates of their passages, cards from the first to the last day told of them, undated ones "
    "always; offices and dates that are not exact have all days that they allow; an office (end unknown) is shown to "
    "the last day told of its bearer, one (start unknown) on the days of its end alone; weight over time: passages so "
    "dated"
)


def write_dynamic_gexf(graph: Graph, stream: TextIO) -> None:
    """Write the drawn network over time. The same network gives the same bytes."""
    about = "; ".join(filter(None, (description(graph), _MEANING)))
    stream.write(parts.head(about, f'defaultedgetype="undirected" {parts.DAYS}'))
    stream.writelines(parts.columns("node", declared(NODE_COLUMNS, graph.nodes.values())))
    stream.writelines(parts.columns("node", _OFFICE, "dynamic"))
    stream.writelines(parts.columns("edge", declared(EDGE_COLUMNS, (tie for *_, tie in graph.edges(data=True)))))
    stream.write(_WEIGHT)
    stream.writelines(parts.body(len(graph), _nodes(graph), graph.number_of_edges(), _ties(graph)))


def _nodes(graph: Graph) -> Iterator[str]:
    told = parts.values(NODE_COLUMNS)
    for name in sorted(graph):
        data = graph.nodes[name]
        times = life(data)
        held = parts.dated_values("office", offices_over_time(data.get("offices", ()), times[1]))
        yield parts.node(name, data, told(node_row(data)) + held, parts.lifetime(times))


def _ties(graph: Graph) -> Iterator[str]:
    told = parts.values(EDGE_COLUMNS)
    for number, (source, target, tie) in enumerate(ordered(graph)):
        weights = parts.dated_values("weight", weights_over_time(tie))
        # Gephi gives a tie without a value in its column of weights the weight 1.
        weights = weights or f'<attvalue for="weight" value="{tie.get("count", tie["weight"])}"/>'
        yield (
            f'      <edge id="{number}" source={quoted(source)} target={quoted(target)} weight="{tie["weight"]}">'
            f"<attvalues>{told(edge_row(tie))}{weights}</attvalues>"
            f"{parts.spell_list(spells(tie.get('spells', ())))}</edge>\n"
        )


GEXF_DYNAMIC = Exporter(
    "network_dynamic.gexf", ".gexf", "the network over time for Gephi", "drawing", write_dynamic_gexf
)

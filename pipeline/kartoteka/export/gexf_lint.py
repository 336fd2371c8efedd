"""Would Gephi take this GEXF file whole? A check of what its importer refuses, drops or overlooks.

`lint(path)` yields problems of three levels. An error is what makes Gephi give up the import or drop a value, a
tie or a time; a warning is what it takes with a grumble, or what Gephi Lite or the GEXF 1.3 grammar do not take; a
note is worth knowing. The rules follow the behaviour of Gephi's own importer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kartoteka.export import gexf_times, gexf_values
from kartoteka.export.gexf_problems import Level, Problem, error, note, warning

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Level", "Problem", "lint"]


@dataclass(slots=True)
class _Seen:
    """What was read of the file so far."""

    graph: dict[str, str] = field(default_factory=dict)
    columns: dict[str, dict[str, gexf_values.Column]] = field(default_factory=lambda: {"node": {}, "edge": {}})
    blocks: list[str] = field(default_factory=list)
    nodes: set[str] = field(default_factory=set)
    edges: set[str] = field(default_factory=set)
    pairs: set[tuple[str, ...]] = field(default_factory=set)
    ends: dict[str, str] = field(default_factory=dict)


def lint(path: str | Path) -> list[Problem]:
    """What is wrong with a GEXF file, errors first, each with the element it concerns.

    Empty where all is well. Raises OSError where the file cannot be read.
    """
    from xml.etree.ElementTree import ParseError, iterparse

    seen, problems = _Seen(), list[Problem]()
    try:
        for event, element in iterparse(path, events=("start", "end")):
            problems += _start(element, seen) if event == "start" else _end(element, seen)
    except ParseError as failure:
        problems.append(error("file", f"is no well-formed XML, the whole import fails: {failure}"))
    problems += (
        note(where, f"the node {node!r} is listed nowhere; it will be made up")
        for node, where in seen.ends.items()
        if node not in seen.nodes
    )
    return sorted(problems, key=lambda problem: list(Level).index(problem.level))


def _start(element: Element, seen: _Seen) -> Iterator[Problem]:
    match _local(element.tag):
        case "gexf":
            yield from _check_root(element)
        case "graph":
            seen.graph.update(element.attrib)
            yield from _check_graph(seen.graph)


def _end(element: Element, seen: _Seen) -> Iterator[Problem]:
    match _local(element.tag):
        case "attributes":
            yield from _check_columns(element, seen)
        case "node":
            yield from _check_node(element, seen)
            element.clear()
        case "edge":
            yield from _check_edge(element, seen)
            element.clear()


def _check_root(element: Element) -> Iterator[Problem]:
    version = element.get("version", "")
    if version in {"1.0", "1.1", "1.2"}:
        yield note("gexf", f"is GEXF {version}, not 1.3")
    elif version != "1.3":
        yield warning("gexf", f"has the version {version!r}, not 1.3")
    if any(_local(name) == "schemaLocation" for name in element.attrib):
        yield warning("gexf", "has a schemaLocation, which the grammar of GEXF 1.3 does not know")


def _check_graph(graph: dict[str, str]) -> Iterator[Problem]:
    default = graph.get("defaultedgetype", "").lower()
    if default == "mutual":
        yield warning("graph", "has mutual edges by default, which Gephi does not know")
    elif default not in {"", "undirected", "directed"}:
        yield error("graph", f"has the defaultedgetype {default!r}; known are undirected and directed")
    if graph.get("idtype", "string").lower() not in {"", "string", "integer", "long"}:
        yield error("graph", f"has the idtype {graph['idtype']!r}; known are string, integer, long")
    if "name" in graph:
        yield warning("graph", "has a name, which the grammar of GEXF 1.3 does not know")
    if graph.get("mode", "").lower() == "slice" and not {"start", "end", "timestamp"} & graph.keys():
        yield error("graph", "is a slice without start, end or timestamp")


def _check_columns(element: Element, seen: _Seen) -> Iterator[Problem]:
    kind = element.get("class", "").lower()
    if kind in seen.blocks:
        yield warning(f"attributes class={kind!r}", "stand in several blocks; Gephi Lite keeps the last alone")
    seen.blocks.append(kind)
    for attribute in element:
        column = gexf_values.read_column(attribute)
        yield from gexf_values.check_column(attribute, kind)
        if gexf_values.is_known(column.type) and column.id:
            seen.columns.get(kind, {}).setdefault(column.id, column)


def _check_node(element: Element, seen: _Seen) -> Iterator[Problem]:
    name = element.get("id", "")
    where = f"node {name!r}"
    if not name:
        yield error("node", f"labelled {element.get('label', '')!r} has no id and is dropped")
        return
    if name in seen.nodes:
        yield warning(where, "stands twice; the two become one")
    seen.nodes.add(name)
    if element.get("pid"):
        yield error(where, "has a parent (pid), which Gephi no longer knows")
    yield from _check_parts(element, where, seen, "node")


def _check_edge(element: Element, seen: _Seen) -> Iterator[Problem]:
    name, ends = element.get("id", ""), (element.get("source", ""), element.get("target", ""))
    where = f"edge {name!r}" if name else f"edge {ends[0]!r}–{ends[1]!r}"
    if not all(ends):
        yield error(where, "lacks its source or target and is dropped")
        return
    for end in ends:
        seen.ends.setdefault(end, where)
    if name in seen.edges:
        yield warning(where, "has the id of another edge and is dropped")
    elif name:
        seen.edges.add(name)
    yield from _check_type(element.get("type", "").lower(), where, seen)
    yield from _check_parallel(element, ends, where, seen)
    yield from gexf_values.check_weight(element.get("weight", ""), where)
    yield from _check_parts(element, where, seen, "edge")


def _check_type(form: str, where: str, seen: _Seen) -> Iterator[Problem]:
    default = seen.graph.get("defaultedgetype", "").lower()
    if form not in {"", "undirected", "directed"}:
        yield error(where, f"has the type {form!r}; known are undirected and directed")
    elif form and default in {"undirected", "directed"} and form != default:
        yield error(where, f"is {form} in a graph that is {default} by default, and is dropped")


def _check_parallel(element: Element, ends: tuple[str, str], where: str, seen: _Seen) -> Iterator[Problem]:
    directed = (element.get("type") or seen.graph.get("defaultedgetype", "")).lower() == "directed"
    pair = (element.get("kind", ""), *(ends if directed else sorted(ends)))
    if pair in seen.pairs:
        yield note(where, "joins a pair that is joined already; their weights are added up")
    seen.pairs.add(pair)


def _check_parts(element: Element, where: str, seen: _Seen, kind: str) -> Iterator[Problem]:
    """Values, colour, place, size and times of a node or an edge."""
    clock = gexf_times.read_clock(seen.graph)
    yield from gexf_times.check_times(element, where, clock)
    columns, dated = seen.columns[kind], dict[str, list[gexf_times.Interval]]()
    for part in element.iter():
        match _local(part.tag):
            case "color":
                yield from gexf_values.check_colour(part, where)
            case "position" | "size":
                yield from gexf_values.check_numbers(part, where)
            case "attvalue":
                yield from gexf_values.check_value(part, where, columns)
                yield from gexf_times.check_dated_value(part, where, clock, dated)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

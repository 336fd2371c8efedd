"""Would Gephi take this GEXF file whole? A check of what its importer refuses, drops or overlooks.

`lint(path)` yields problems of three levels. An error is what makes Gephi give up the import or drop a value, a
tie or a time; a warning is what it takes with a grumble, or what Gephi Lite or the GEXF 1.3 grammar do not take; a
note is worth knowing. The rules follow the behaviour of Gephi's own importer. A file is read element by element;
what is remembered of it are the ids and pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kartoteka.export.gexf.columns import Declared, check_block
from kartoteka.export.gexf.problems import Level, Problem, error, note, warning
from kartoteka.export.gexf.times import Interval, check_dated_value, check_times, read_clock
from kartoteka.export.gexf.values import check_colour, check_numbers, check_value, check_weight

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Level", "Problem", "lint", "why_no_gexf"]


_BROKEN = "is no well-formed XML, the whole import fails"
# What else the attributes of a graph may say, in lower case; what Gephi does not know it passes over.
_WORDS = MappingProxyType(
    {
        "mode": ("static", "dynamic", "slice"),
        "timeformat": ("integer", "double", "date", "datetime"),
        "timerepresentation": ("interval", "timestamp"),
    }
)


@dataclass(slots=True)
class _Seen:
    """What was read of the file so far."""

    graph: dict[str, str] = field(default_factory=dict)
    columns: Declared = field(default_factory=Declared)
    parents: list[Element] = field(default_factory=list)
    nodes: set[str] = field(default_factory=set)
    edges: set[str] = field(default_factory=set)
    pairs: set[tuple[str, ...]] = field(default_factory=set)
    ends: dict[str, str] = field(default_factory=dict)


def lint(path: str | Path) -> list[Problem]:
    """What is wrong with a GEXF file, errors first, each with the element it concerns.

    Empty where all is well. Raises OSError where the file cannot be read.
    """
    from xml.etree.ElementTree import ParseError, iterparse

    if alien := why_no_gexf(path):
        return [error("file", alien)]
    seen, problems = _Seen(), list[Problem]()
    try:
        for event, element in iterparse(path, events=("start", "end")):
            problems += _start(element, seen) if event == "start" else _end(element, seen)
    except (ParseError, ValueError, LookupError) as failure:
        problems.append(error("file", f"{_BROKEN}: {failure}"))
    problems += (
        note(where, f"the node {node!r} is listed nowhere; it will be made up")
        for node, where in seen.ends.items()
        if node not in seen.nodes
    )
    return sorted(problems, key=lambda problem: list(Level).index(problem.level))


def why_no_gexf(path: str | Path) -> str:
    """Why a file is no GEXF at all, by its beginning; "" where it is, be it whole or not.

    Raises OSError where the file cannot be read.
    """
    from xml.etree.ElementTree import ParseError, iterparse

    with Path(path).open("rb") as stream:
        beginning = stream.read(4)
        if not beginning:
            return "is empty"
        if beginning.startswith((b"\x1f\x8b", b"PK\x03\x04")):
            return f"is packed ({'gzip' if beginning[0] == 0x1F else 'zip'}): unpack it first"
        stream.seek(0)
        try:
            _, root = next(iterparse(stream, events=("start",)))
        except (ParseError, ValueError, LookupError) as failure:
            return f"{_BROKEN}: {failure}"
    name = _local(root.tag)
    return "" if name == "gexf" else f"is no GEXF: its outermost element is <{name}>"


def _start(element: Element, seen: _Seen) -> Iterator[Problem]:
    seen.parents.append(element)
    match _local(element.tag):
        case "gexf":
            yield from _check_root(element)
        case "graph":
            seen.graph.update(element.attrib)
            yield from _check_graph(seen.graph)
        case "nodes" if seen.edges or seen.ends:
            yield warning("nodes", "stand behind the edges, which the grammar of GEXF 1.3 refuses")


def _end(element: Element, seen: _Seen) -> Iterator[Problem]:
    seen.parents.pop()
    match _local(element.tag):
        case "attributes":
            yield from check_block(element, seen.graph, seen.columns)
        case "node":
            yield from _check_node(element, seen)
        case "edge":
            yield from _check_edge(element, seen)
        case _:
            return
    # What is checked goes, or a large file would fill the memory.
    seen.parents[-1].remove(element) if seen.parents else element.clear()


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
    for name, known in _WORDS.items():
        if graph.get(name) and graph[name].lower() not in known:
            yield warning("graph", f"has the {name} {graph[name]!r}; known are {', '.join(known)}")
    if "name" in graph:
        yield warning("graph", "has a name, which the grammar of GEXF 1.3 does not know")
    if graph.get("mode", "").lower() == "slice" and not {"start", "end", "timestamp"} & graph.keys():
        yield error("graph", "is a slice without start, end or timestamp")


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
        yield error(where, "has the id of another edge and is dropped")
    elif name:
        seen.edges.add(name)
    yield from _check_type(element.get("type", "").lower(), where, seen)
    yield from _check_parallel(element, ends, where, seen)
    yield from check_weight(element.get("weight", ""), where)
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
    clock = read_clock(seen.graph)
    yield from check_times(element, where, clock)
    columns, dated = seen.columns.of(kind), dict[str, list[Interval]]()
    for part in element.iter():
        match _local(part.tag):
            case "color":
                yield from check_colour(part, where)
            case "position" | "size" as shape:
                if shape == "size" and not part.attrib:
                    yield error(where, "has a size without a value, at which the whole import fails")
                yield from check_numbers(part, where)
            case "attvalue":
                yield from check_value(part, where, columns)
                yield from check_dated_value(part, where, clock, dated)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

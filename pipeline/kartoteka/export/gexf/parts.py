"""The parts of a GEXF 1.3 file, as text: what stands before the nodes, and the values of nodes and ties.

What every file of ours keeps to, because Gephi drops or refuses the rest: no schema location and no name of the
graph; an attribute's id is its title; no name that Gephi has for itself; colours as whole numbers; weights above 0;
lists as ["a", "b"], which alone Gephi and graphology split alike; no number that is none; full ISO days. The format:
https://gexf.net/schema.html, checked against its RelaxNG grammar.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice
from operator import itemgetter
from typing import Any

from kartoteka import __version__
from kartoteka.export.network_columns import Forms, Row
from kartoteka.export.periods import Dated, Spell
from kartoteka.export.xml_text import escaped, quoted

#: The attributes of a `graph` element that tells time by days.
DAYS = 'mode="dynamic" timeformat="date" timerepresentation="interval"'

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
)


def head(about: str, graph: str) -> str:
    """The beginning of a file: what it is `about`, and the attributes of its `graph` element."""
    return (
        f"{_HEAD}  <meta><creator>Kartoteka {__version__}</creator>"
        f"<description>{escaped(about)}</description></meta>\n"
        f'  <graph {graph} idtype="string">\n'
    )


def columns(kind: str, forms: Forms, mode: str = "static") -> Iterator[str]:
    """The block that declares the columns of nodes or of ties."""
    yield f'    <attributes class="{kind}" mode="{mode}">\n'
    for name, form in forms.items():
        yield f'      <attribute id="{name}" title="{name}" type="{form}"/>\n'
    yield "    </attributes>\n"


def values(names: Iterable[str]) -> Callable[[Row], str]:
    """A function that writes a row, with its values in the order of these columns; what is None is left out.

    Rows of the same types are filled into one template, because a large network has a million of them.
    """
    columns = tuple(names)
    templates: dict[tuple[type, ...], Callable[[Row], str]] = {}

    def write(row: Row) -> str:
        kinds = tuple(map(type, row))
        fill = templates.get(kinds)
        if fill is None:
            fill = templates[kinds] = _template(columns, kinds)
        return fill(row) or _cells(columns, row)

    return write


def dated_values(name: str, dated: Iterable[Dated]) -> str:
    """The values that one column has over time."""
    return "".join(
        f'<attvalue for="{name}" value={quoted(value)} start="{first}" end="{last}"/>'
        for first, last, value in dated
    )


def lifetime(spell: Spell) -> str:
    """The attributes that tell from when till when an element lives; "" for always."""
    first, last = spell
    return (f' start="{first}"' if first else "") + (f' end="{last}"' if last else "")


def spell_list(known: Sequence[Spell]) -> str:
    """The times at which an element is there; "" for always."""
    if not known:
        return ""
    return f"<spells>{''.join(f'<spell{lifetime(spell)}/>' for spell in known)}</spells>"


def body(nodes: int, node_lines: Iterable[str], ties: int, tie_lines: Iterable[str]) -> Iterator[str]:
    """So many nodes and ties between their tags, and the end of the file, many lines at a time."""
    yield f'    <nodes count="{nodes}">\n'
    yield from _pieces(node_lines)
    yield f'    </nodes>\n    <edges count="{ties}">\n'
    yield from _pieces(tie_lines)
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    rest = iter(lines)
    while piece := "".join(islice(rest, 64)):
        yield piece


def node(name: str, data: Mapping[str, Any], told: str, times: str = "") -> str:
    """A drawn node with the `told` values and its lifetime."""
    return (
        f"      <node id={quoted(name)} label={quoted(data['label'])}{times}><attvalues>{told}</attvalues>"
        f'{_colour(data["color"])}<viz:position x="{data["x"]}" y="{data["y"]}" z="0.0"/>'
        f'<viz:size value="{data["size"]}"/></node>\n'
    )


@cache
def _colour(color: str) -> str:
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _template(names: tuple[str, ...], kinds: tuple[type, ...]) -> Callable[[Row], str]:
    """Fills in rows of these types; "" for one with a value that is not written: an empty text, an endless float."""
    told = [at for at, kind in enumerate(kinds) if kind is not type(None)]
    if len(told) < 2:
        return partial(_cells, names)
    pattern = "".join(f'<attvalue for="{names[at]}" value="%s"/>' for at in told)
    pick = itemgetter(*told)
    # An index twice keeps what is picked a tuple.
    floats = [at for at in told if kinds[at] is float]
    pick_floats = itemgetter(floats[0], *floats) if floats else None
    texts = [(at, _TEXTS[kinds[at]]) for at in told if kinds[at] not in (int, float)]

    def fill(row: Row) -> str:
        if pick_floats and not math.isfinite(sum(pick_floats(row))):
            return ""
        cells = list(row)
        for at, text in texts:
            cells[at] = text(cells[at])
            if not cells[at]:
                return ""
        line: str = pattern % pick(cells)
        return line

    return fill


def _cells(names: tuple[str, ...], row: Row) -> str:
    """The row value by value, without those for which nothing is written."""
    texts = (
        (name, _TEXTS[type(value)](value)) for name, value in zip(names, row, strict=True) if value is not None
    )
    return "".join(f'<attvalue for="{name}" value="{text}"/>' for name, text in texts if text)


def _number(value: float) -> str:
    return repr(value) if math.isfinite(value) else ""


def _list(items: Iterable[object]) -> str:
    """A list as Gephi and graphology both split it: quotes around each item, a space for a tab or line break."""
    shown = []
    for item in items:
        text = str(item)
        if not text.isprintable() or '"' in text or "\\" in text:
            text = text.replace("\\", "\\\\").replace('"', '\\"').translate(_BLANKS)
        shown.append(escaped(text))
    return f"[&quot;{'&quot;, &quot;'.join(shown)}&quot;]" if shown else ""


class _Texts(dict[type, Callable[[Any], str]]):
    """How values of each type are written; "" for what is not written at all."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        # numpy's numbers are written as Python's.
        written: Callable[[Any], str] = _scalar if hasattr(kind, "item") else escaped
        self[kind] = written
        return written


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _scalar(value: Any) -> str:
    plain = value.item()
    return _TEXTS[plain.__class__](plain)


_BLANKS = str.maketrans("\t\n\r", "   ")
_TEXTS = _Texts({str: escaped, int: repr, float: _number, bool: _truth, list: _list, tuple: _list})

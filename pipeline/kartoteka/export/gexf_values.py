"""Columns, values, weights, colours and sizes in a GEXF file: what Gephi makes of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kartoteka.export.gexf_problems import Problem, error, warning

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# The column types of Gephi's importer; GEXF 1.3 knows all but `_GEPHI_ONLY`.
_WHOLE = {"byte": 8, "short": 16, "integer": 32, "long": 64, "int": 32}
_BROKEN = frozenset({"float", "double", "bigdecimal"})
_OTHER = frozenset({"string", "boolean", "char", "biginteger"})
_LISTS = frozenset("list" + name for name in (*_WHOLE, *_BROKEN, *_OTHER))
_GEPHI_ONLY = frozenset({"int", "bool", "character", "listint", "listcharacter"})

#: Names that Gephi or graphology have for themselves.
RESERVED = frozenset({"id", "label", "weight", "kind", "x", "y", "z", "size", "color", "start", "end", "timeset"})

_INTEGER = re.compile(r"[+-]?\d+")
# What Java reads as a floating-point number, hexadecimal apart.
_NUMBER = re.compile(r"\s*[+-]?(NaN|Infinity|(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[fFdD]?)\s*")
_HEX = re.compile(r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class Column:
    """A declared attribute."""

    id: str
    type: str


def is_known(form: str) -> bool:
    """Whether Gephi has a column type of this name."""
    return form in _WHOLE or form in _BROKEN | _OTHER | _LISTS | _GEPHI_ONLY


def number(text: str) -> float | None:
    """The number as Java reads it, None where it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    return float(text.strip().rstrip("fFdD") if text.strip()[-1] in "fFdD" else text)


def read_column(attribute: Element) -> Column:
    """The column that an `attribute` element declares."""
    return Column(attribute.get("id", ""), attribute.get("type", "").lower())


def check_column(attribute: Element, kind: str) -> Iterator[Problem]:
    """Whether Gephi can make a column of it, and Gephi Lite name it."""
    name, form = attribute.get("id", ""), attribute.get("type", "").lower()
    title = attribute.get("title", "") or name
    where = f"attribute {name!r}"
    if kind not in {"node", "edge"}:
        yield error(where, f"is of the class {kind!r}; known are node and edge")
    if not name or not form:
        yield error(where, "lacks its id or type and is ignored")
    elif not is_known(form):
        yield error(where, f"has the type {attribute.get('type')!r}, which Gephi does not know, and is ignored")
    elif form in _GEPHI_ONLY:
        yield warning(where, f"has the type {form!r}, which Gephi reads but GEXF 1.3 does not know")
    if name != title:
        yield warning(where, f"has another title, {title!r}; programs disagree on which one names it")
    if name.lower() in RESERVED:
        yield warning(where, "has a name that Gephi keeps for itself")
    for default in attribute:
        if default.tag.endswith("default") and default.text and not _fits(form, default.text.strip()):
            yield error(where, f"has a default {default.text!r} that is no {form}")


def check_value(part: Element, where: str, columns: Mapping[str, Column]) -> Iterator[Problem]:
    """Whether a value fits its column."""
    name, value = part.get("for", part.get("id", "")), part.get("value", "")
    if not name:
        yield error(where, f"has a value {value!r} for no column")
    elif name not in columns:
        yield warning(where, f"has a value for {name!r}, for which there is no column, and loses it")
    elif value and not _fits(columns[name].type, value):
        yield error(where, f"has the value {value!r} for {name!r}, which is no {columns[name].type}, and loses it")
    elif columns[name].type == "liststring" and not value.startswith("[") and re.search(r"[|;,]", value):
        yield warning(where, f'has a list for {name!r} that is read as one value; write ["a", "b"]')


def check_weight(weight: str, where: str) -> Iterator[Problem]:
    """Whether Gephi keeps a tie of this weight."""
    value = number(weight) if weight else 1.0
    if value is None:
        yield warning(where, f"has the weight {weight!r}, which is no number, and gets 1")
    elif value == 0:
        yield error(where, "has the weight 0 and is dropped")
    elif not (value > 0 and math.isfinite(value)):
        yield warning(where, f"has the weight {weight}; layouts and measures need one above 0")


def check_colour(part: Element, where: str) -> Iterator[Problem]:
    """Whether Gephi survives the colour."""
    shade, opacity = part.get("hex", ""), part.get("a", "")
    if shade and opacity:
        yield error(where, "has a colour with both hex and a, at which the whole import fails")
    elif shade and not _HEX.fullmatch(shade):
        yield error(where, f"has the colour {shade!r}, which is none")
    for name in () if shade else ("r", "g", "b"):
        value = part.get(name, "")
        if value and not _INTEGER.fullmatch(value):
            yield error(
                where, f"has the colour {name}={value!r}, no whole number, at which the whole import fails"
            )
        elif value and not 0 <= int(value) <= 255:
            yield warning(where, f"has the colour {name}={value}, not between 0 and 255")
    share = number(opacity) if opacity else 1.0
    if share is None:
        yield error(where, f"has the opacity {opacity!r}, no number, at which the whole import fails")
    elif not 0 <= share <= 1:
        yield warning(where, f"has the opacity {opacity}, not between 0 and 1")


def check_numbers(part: Element, where: str) -> Iterator[Problem]:
    """Whether a place or a size is made of numbers."""
    for name, value in part.attrib.items():
        if value and number(value) is None:
            yield warning(where, f"has {name}={value!r} for its place or size, which is no number")


def _fits(form: str, value: str) -> bool:
    if form in _WHOLE:
        most = 2 ** (_WHOLE[form] - 1)
        return bool(_INTEGER.fullmatch(value)) and -most <= int(value) < most
    if form in _BROKEN:
        return number(value) is not None
    if form == "biginteger":
        return bool(_INTEGER.fullmatch(value))
    return len(value) == 1 if form in {"char", "character"} else True

"""Values, weights, colours and sizes in a GEXF file: what Gephi makes of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kartoteka.export.gexf.problems import Problem, error, warning

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# The column types of Gephi's importer; GEXF 1.3 knows all but `GEPHI_ONLY`.
_WHOLE = {"byte": 8, "short": 16, "integer": 32, "long": 64, "int": 32}
_BROKEN = frozenset({"float", "double", "bigdecimal"})
_OTHER = frozenset({"string", "boolean", "char", "biginteger"})
_LISTS = frozenset("list" + name for name in (*_WHOLE, *_BROKEN, *_OTHER))
GEPHI_ONLY = frozenset({"int", "bool", "character", "listint", "listcharacter"})

_INTEGER = re.compile(r"[+-]?\d+")
# What Java reads as a floating-point number, hexadecimal apart.
_NUMBER = re.compile(r"\s*[+-]?(NaN|Infinity|(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[fFdD]?)\s*")
_HEX = re.compile(r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def is_known(form: str) -> bool:
    """Whether Gephi has a column type of this name."""
    return form in _WHOLE or form in _BROKEN | _OTHER | _LISTS | GEPHI_ONLY


def number(text: str) -> float | None:
    """The number as Java reads it, None where it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    return float(text.strip().rstrip("fFdD") if text.strip()[-1] in "fFdD" else text)


def check_value(part: Element, where: str, columns: Mapping[str, str]) -> Iterator[Problem]:
    """Whether a value fits its column, whose types `columns` gives."""
    name, value = part.get("for", part.get("id", "")), part.get("value", "")
    if not name:
        yield error(where, f"has a value {value!r} for no column")
    elif name not in columns:
        yield warning(where, f"has a value for {name!r}, for which there is no column, and loses it")
    else:
        yield from _check_fit(columns[name], name, value, where)


def _check_fit(form: str, name: str, value: str, where: str) -> Iterator[Problem]:
    if value and not fits(form, value):
        yield error(where, f"has the value {value!r} for {name!r}, which is no {form}, and loses it")
    elif value.lower() == "null":
        yield warning(where, f"has the value {value!r} for {name!r}, which Gephi takes for none")
    elif not value and (form in _WHOLE or form in _BROKEN):
        yield warning(where, f"has an empty value for {name!r}, which Gephi Lite reads as 0; leave it out")
    elif form == "boolean" and value not in {"true", "false"}:
        yield warning(
            where, f"has the value {value!r} for {name!r}; write true or false, or it may be read as false"
        )
    elif form == "liststring" and not value.startswith("[") and re.search(r"[|;,]", value):
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


def fits(form: str, value: str) -> bool:
    """Whether Gephi makes a value of this type of the text."""
    if form in _WHOLE:
        most = 2 ** (_WHOLE[form] - 1)
        return bool(_INTEGER.fullmatch(value)) and -most <= int(value) < most
    if form in _BROKEN:
        return number(value) is not None
    if form == "biginteger":
        return bool(_INTEGER.fullmatch(value))
    return len(value) == 1 if form in {"char", "character"} else True

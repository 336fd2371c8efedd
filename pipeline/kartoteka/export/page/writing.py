"""The network as one page that any browser opens without a connection: network.html.

The page holds everything: the network as columns (`data`), its own sources (`viewer/`: one HTML, one style sheet, all
interface texts in texts.json, small scripts), and the three libraries that draw it (`libraries`).
Its security policy allows no request at all and runs no script but those of these very bytes.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.page.data import page_data
from kartoteka.export.page.libraries import lacks_web_libraries, web_library, web_licences

if TYPE_CHECKING:
    from networkx import Graph

SOURCES = Path(__file__).parent / "viewer"
#: The page's own scripts in the order in which they build on each other; together they are one.
SCRIPTS = (
    "texts", "elements", "spelling", "network", "search", "filters", "shapes", "labels", "picture", "motion", "focus",
    "scene", "quotations", "offices", "card", "route", "list", "time", "controls", "columns", "saving", "gexf", "main",
)  # fmt: skip
#: The libraries, each a script of its own before them.
LIBRARIES = ("graphology", "graphology-library", "sigma")

_HOLE = re.compile(r"\{\{([a-z.]+(?:_[a-z]+)*)\}\}")


def write_page(graph: Graph, stream: TextIO) -> None:
    """Write the page of a drawn network. The same network gives the same bytes.

    Raises FileNotFoundError where this installation lacks the libraries, with what to do about it.
    """
    scripts = [_script(web_library(name)) for name in LIBRARIES] + [_script(own_script())]
    style = _source("style.css")
    texts: dict[str, str] = json.loads(_source("texts.json"))
    data = page_data(graph)
    filled = {
        "policy": _policy(scripts, style),
        "program": html.escape(str(data["about"]["program"])),
        "style": style,
        "data": as_json(data),
        "texts": as_json(texts),
        "licences": as_json(web_licences()),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
        **{f"text.{name}": html.escape(text) for name, text in texts.items()},
    }
    stream.write(_fill(_source("index.html"), filled))


def own_script() -> str:
    """The page's own scripts as one, nothing of which other scripts see."""
    parts = "\n".join(_source(f"{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();\n'


def as_json(value: Any) -> str:
    """The value as JSON that may stand inside a script element: nothing in it can close the element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _source(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


def _script(text: str) -> str:
    """A script as the browser reads it from the page, so that its hash holds."""
    return text.replace("\r\n", "\n").replace("</script", "<\\/script")


def _policy(scripts: list[str], style: str) -> str:
    """The security policy: these scripts and this style by their hashes, pictures made in the page, nothing else."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _fill(template: str, values: Mapping[str, str]) -> str:
    """The template with a value in each hole, in one go: what a value holds is no hole."""
    return _HOLE.sub(lambda hole: values[hole[1]], template)


PAGE = Exporter(
    "network.html",
    ".html",
    "the network as a page for any browser",
    "drawing",
    write_page,
    lacks=lacks_web_libraries,
)

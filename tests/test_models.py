"""Every file of the models says what it is and under which licence, and stands in their README."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kartoteka.resources import models

README = models() / "README.md"
#: What Python and the build leave there, and git ignores.
LEFT = frozenset({"__pycache__", "libraries"})
FILES = sorted(
    path for path in models().rglob("*") if path.is_file() and path != README and not LEFT & set(path.parts)
)
#: Weights and fonts say nothing of themselves: the README alone does, and a font's licence beside it.
TEXTS = [path for path in FILES if path.suffix not in {".npz", ".ttf"} and path.name != "OFL.txt"]


def rows() -> set[str]:
    """The files that the tables list, `<lang>` written out."""
    listed = re.findall(
        r"^\| `([^`]+\.(?:toml|tsv|txt|npz|py|json|ttf))` \|", README.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {name.replace("<lang>", lang) for name in listed for lang in ("en", "uk", "ru")}


def test_the_readme_lists_every_file_and_no_other() -> None:
    assert rows() == {path.relative_to(models()).as_posix() for path in FILES}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(models()).as_posix())
def test_a_file_opens_with_what_it_is_and_its_licence(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".py":
        assert lines[0].startswith('"""')
        return
    if path.suffix == ".json":
        told = json.loads(path.read_text(encoding="utf-8"))
        assert told.get("packages", {"": told})[""]["license"] == "MIT"
        return
    opening = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    assert "MIT" in " ".join(lines[:opening])

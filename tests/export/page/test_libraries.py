"""The page gets the scripts that the build fetched, and nothing else in their place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kartoteka import resources
from kartoteka.export.page.libraries import web_library, web_licences

SCRIPTS = {"sigma.js": "var Sigma = 'Київ';\n", "licences.txt": "sigma 3.0.3 (MIT)\n"}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of scripts of an installation that has one, and its licence."""
    monkeypatch.setattr(resources, "models", lambda: tmp_path)
    folder = tmp_path / "web" / "libraries"
    folder.mkdir(parents=True)
    pins = []
    for name, text in SCRIPTS.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
        pins.append(f'["{name}"]\nsha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n')
    (tmp_path / "web" / "libraries.toml").write_text("".join(pins))
    return folder


def test_a_script_and_the_licences_come_as_text(installed: Path) -> None:
    assert web_library("sigma") == SCRIPTS["sigma.js"]
    assert web_licences() == SCRIPTS["licences.txt"]


def test_a_missing_script_is_named_with_what_to_do(installed: Path) -> None:
    (installed / "sigma.js").unlink()
    with pytest.raises(FileNotFoundError, match=r"needs sigma\.js.*pip install") as missing:
        web_library("sigma")
    assert "\n" not in str(missing.value)


def test_a_changed_script_is_refused(installed: Path) -> None:
    (installed / "sigma.js").write_text("steal();")
    with pytest.raises(FileNotFoundError, match=r"sigma\.js is not the file that network\.html needs"):
        web_library("sigma")


def test_an_unknown_script_is_refused_with_the_known_ones(installed: Path) -> None:
    with pytest.raises(ValueError, match="no script 'd3': known are sigma"):
        web_library("d3")


@pytest.mark.parametrize("name", ["graphology", "graphology-library", "sigma"])
def test_the_scripts_of_this_installation_may_stand_in_a_page(name: str) -> None:
    try:
        script = web_library(name)
    except FileNotFoundError as missing:
        pytest.skip(str(missing))
    assert "</script" not in script.lower()
    assert f"\n{name} " in "\n" + web_licences()

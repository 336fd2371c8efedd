"""The JavaScript that network.html is drawn with, as the build of this installation fetched it.

Which files, from where and with which hashes: `models/web/libraries.toml`; they lie in `models/web/libraries/`. They
are not part of the source: where the build could not reach the npm registry they are missing, and the page cannot be
written.
"""

from __future__ import annotations

import hashlib

from kartoteka import resources

_PINS = "web/libraries.toml"
_ADVICE = (
    "install Kartoteka again where npm's registry can be reached, from where it came: "
    "pip install --force-reinstall --no-deps --no-cache-dir …, in a checkout: pip install --no-deps -e ."
)


def web_library(name: str) -> str:
    """The script `name` ("graphology", "graphology-library", "sigma"), as it may stand in a `<script>` of its own.

    Raises ValueError for a name that is not known, FileNotFoundError where the file is missing or not the one that is
    pinned, with what to do about it.
    """
    known = [file.removesuffix(".js") for file in resources.read_toml(_PINS) if file.endswith(".js")]
    if name not in known:
        raise ValueError(f"no script {name!r}: known are {', '.join(known)}")
    return _read(f"{name}.js")


def web_licences() -> str:
    """The licences under which the scripts may be passed on, package by package. Raises as `web_library` does."""
    return _read("licences.txt")


def lacks_web_libraries() -> str:
    """Why the page cannot be written here and what to do about it; "" where it can."""
    try:
        for file in resources.read_toml(_PINS):
            _read(file)
    except FileNotFoundError as error:
        return str(error)
    return ""


def _read(file: str) -> str:
    path = resources.models() / "web" / "libraries" / file
    if not path.is_file():
        raise FileNotFoundError(f"network.html needs {file}, which this installation has not got: {_ADVICE}")
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != resources.read_toml(_PINS)[file]["sha256"]:
        raise FileNotFoundError(f"{path} is not the file that network.html needs: {_ADVICE}")
    return content.decode("utf-8")

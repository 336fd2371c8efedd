"""What may stand in an XML file, for the formats that are XML."""

from __future__ import annotations

import re

# XML 1.0 (fifth edition), section 2.2, production 2: all but these may stand in a document.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_SPECIAL = re.compile('[&<>"\t\n\r]')


def allowed(text: str) -> str:
    """The text without the control characters and half surrogates that no XML file can hold."""
    return _FORBIDDEN.sub("", text)


def escaped(value: object) -> str:
    """The value as it may stand between tags or quotes, line breaks kept as character references."""
    return _SPECIAL.sub(lambda found: _ENTITIES[found[0]], allowed(str(value)))


def quoted(value: object) -> str:
    """The value as an attribute in double quotes."""
    return f'"{escaped(value)}"'

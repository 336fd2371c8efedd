"""What may stand in an XML file, for the formats that are XML."""

from __future__ import annotations

import re

# XML 1.0 (fifth edition), section 2.2, production 2: all but these may stand in a document.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
# Line ends of XML 1.1 alone, which xmldom, and so Gephi Lite, takes for line ends in any file.
_ENTITIES |= {"\x85": "&#133;", "\u2028": "&#8232;"}
_SPECIAL = re.compile(f"[{''.join(_ENTITIES)}]")


def allowed(text: str) -> str:
    """The text without the control characters and half surrogates that no XML file can hold."""
    return _FORBIDDEN.sub("", text)


def escaped(value: object) -> str:
    """The value as it may stand between tags or quotes, line breaks kept as character references."""
    text = str(value)
    # Nearly every text is plain, and a large network has millions of them.
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or '"' in text):
        return text
    return _SPECIAL.sub(lambda found: _ENTITIES[found[0]], allowed(text))


def quoted(value: object) -> str:
    """The value as an attribute in double quotes."""
    return f'"{escaped(value)}"'

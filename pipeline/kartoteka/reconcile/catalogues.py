"""Identifiers of catalogues (Wikidata, VIAF, GND): their usual form, whichever way they were copied, and their page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kartoteka.resources import read_toml

_ADDRESS = re.compile(r"https?://(?:www\.|m\.)?(?P<rest>\S+?)/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue: what an identifier of it looks like, and the address of its page with {} for the identifier."""

    name: str
    pattern: re.Pattern[str]
    page: str
    addresses: tuple[str, ...]
    upper: bool


@cache
def catalogues() -> dict[str, Catalogue]:
    """The catalogues of `models/authority/catalogues.toml` by name."""
    return {
        name: Catalogue(
            name,
            re.compile(row["pattern"], re.IGNORECASE),
            row["page"],
            tuple(row["addresses"]),
            row.get("upper", False),
        )
        for name, row in read_toml("authority/catalogues.toml").items()
    }


def identifier(scheme: str, text: str) -> str:
    """An identifier in its usual form: alone, without the address or the spaces it was copied with.

    "" where it is none of that catalogue's; of a catalogue that the table does not list, anything is one.
    """
    written = " ".join(text.split())
    catalogue = catalogues().get(scheme)
    if catalogue is None:
        return written
    plain = _alone(written, catalogue)
    if not catalogue.pattern.fullmatch(plain):
        return ""
    plain = plain.replace(" ", "")
    return plain.upper() if catalogue.upper else plain


def _alone(written: str, catalogue: Catalogue) -> str:
    address = _ADDRESS.fullmatch(written)
    if address is None:
        return written
    rest = address["rest"].partition("?")[0].partition("#")[0] if "?" in written else address["rest"]
    for start in sorted(catalogue.addresses, key=len, reverse=True):
        if rest.casefold().startswith(start.casefold()):
            return rest[len(start) :]
    return written


def page(scheme: str, value: str) -> str:
    """The address of an identifier's page; the identifier itself where it is an address, "" where none is known."""
    catalogue = catalogues().get(scheme)
    if catalogue is not None:
        return catalogue.page.replace("{}", value)
    return value if value.startswith(("http://", "https://")) else ""

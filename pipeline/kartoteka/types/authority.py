"""Known persons, institutions and places as an authority file lists them, and the identifiers of cards."""

from __future__ import annotations

from dataclasses import dataclass

from kartoteka.types.kinds import Label


@dataclass(frozen=True, slots=True)
class Identifier:
    """What a thing is called in a catalogue: `scheme` (wikidata, viaf, gnd), `value` in its usual form.

    `source` is the file and line that say so.
    """

    scheme: str
    value: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """One row of an authority file: a known person, institution or place.

    `label` is None where the file does not say what it is. `variants` are further spellings of `name`. `birth` and
    `death` bound the two days, None on a side that is open or unknown. `source` is the file and line, which no other
    row has.
    """

    label: Label | None
    name: str
    variants: tuple[str, ...] = ()
    birth: tuple[str | None, str | None] = (None, None)
    death: tuple[str | None, str | None] = (None, None)
    identifiers: tuple[Identifier, ...] = ()
    note: str = ""
    source: str = ""

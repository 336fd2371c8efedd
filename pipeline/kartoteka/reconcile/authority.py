"""Authority files: lists of known persons, institutions and places, as CSV or with tabs, one row a thing.

Columns, in any order and case: name; variants (joined by " | ", or several columns that begin with "variant");
birth and death (a year or EDTF); label (PERSON, ORG, PLACE, OFFICE); note. Every
other column is a catalogue, named by its heading (wikidata, viaf, gnd …), and holds the thing's identifier there, alone
or as an address.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path

from kartoteka.dates import bounds
from kartoteka.dates.limits import OPEN, limits, precedes
from kartoteka.ingest.encodings import decode
from kartoteka.ingest.opening import in_plain_words
from kartoteka.reconcile.catalogues import catalogues, identifier
from kartoteka.types import Authority, Identifier, Label, TimeSpan
from kartoteka.types.careers import Limits

#: Columns that are no catalogue; those of further spellings begin with `VARIANTS`.
_OWN = frozenset({"name", "birth", "death", "label", "note"})
VARIANTS = "variant"
#: What stands beyond the last heading.
SURPLUS = "\0"
_LABELS = {label.value: label for label in Label if label is not Label.DATE}
_DELIMITERS = "\t;,"

Rows = list[tuple[int, dict[str, str]]]


def open_authority(path: str | Path, columns: Iterable[str] = ()) -> tuple[str, str]:
    """The name and the text of an authority file, ready for the store; it has a column name and these `columns`.

    Raises ValueError that names the file where it is no such list, OSError that does where it cannot be read.
    """
    file = Path(path)
    try:
        text, _ = decode(file.read_bytes())
        _, headings = _table(text)
        for column in ("name", *columns):
            if column not in headings:
                raise ValueError(f"no column {column}")
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    except OSError as error:
        raise in_plain_words(error, file) from error
    return file.name, text


def open_authorities(paths: Iterable[str | Path]) -> list[tuple[str, str]]:
    """The names and texts of several files; of two with one name the second is named by its whole path."""
    files: dict[str, str] = {}
    for path in paths:
        name, text = open_authority(path)
        files[str(path) if name in files else name] = text
    return list(files.items())


def read_authorities(files: Iterable[tuple[str, str]]) -> tuple[list[Authority], list[str]]:
    """The things that files (name, text) list, and one line for each row that says nothing or too much.

    Rows with an identifier in common speak of one thing: their spellings and identifiers are brought together
    under the first. A row that contradicts the one before it (another identifier in one catalogue) is left out.
    """
    found: dict[str, Authority] = {}
    owners: dict[tuple[str, str], str] = {}
    problems: list[str] = []
    for file, text in files:
        for line, row in _table(text)[0]:
            source = f"{file}, line {line}"
            faults: list[str] = []
            known = _read(source, row, faults)
            known = known and _brought_together(known, found, owners, faults)
            if known is not None:
                found[known.source] = known
                owners.update({(one.scheme, one.value): known.source for one in known.identifiers})
            if faults:
                problems.append(f"{source}: {'; '.join(faults)}")
    return list(found.values()), problems


def _table(text: str) -> tuple[Rows, list[str]]:
    """The rows with the numbers of their lines, and the headings in lower case. Raises ValueError for no table."""
    plain = text.removeprefix("\ufeff")
    heading = plain.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda sign: (heading.count(sign), sign == ","))
    try:
        reader = csv.reader(StringIO(plain, newline=""), delimiter=delimiter, strict=True)
        names = [_heading(cell) for cell in next(reader, [])]
        rows = [(reader.line_num, _joined(names, row)) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: no list with commas or tabs ({error})") from error
    return rows, names


def _heading(cell: str) -> str:
    """A heading as the program knows it; "VIAF ID" is viaf."""
    name = " ".join(cell.casefold().replace("_", " ").split())
    return catalogue if (catalogue := name.removesuffix(" id")) in catalogues() else name


def _joined(names: list[str], row: list[str]) -> dict[str, str]:
    """A row by its headings, the columns of further spellings in one."""
    cells: dict[str, str] = {}
    for name, cell in zip(names, row, strict=False):
        column = VARIANTS if name.startswith(VARIANTS) else name
        if column and cell.strip():
            cells[column] = f"{cells[column]} | {cell.strip()}" if column in cells else cell.strip()
    if any(cell.strip() for cell in row[len(names) :]):
        cells[SURPLUS] = " | ".join(row[len(names) :])
    return cells


def _read(source: str, row: Mapping[str, str], faults: list[str]) -> Authority | None:
    """What a row says; None, and why in `faults`, where it has no name or is of no known kind."""
    name = " ".join(row.get("name", "").split())
    label = _LABELS.get(row.get("label", "").upper())
    if not any(sign.isalpha() for sign in name):
        faults.append("no name")
    if SURPLUS in row:
        faults.append("more cells than headings (a name with a comma stands in quotes)")
    if "label" in row and label is None:
        faults.append(f"no label {row['label']!r} (known are {', '.join(_LABELS)})")
    if faults:
        return None
    variants = (" ".join(variant.split()) for variant in row.get(VARIANTS, "").replace("\n", "|").split("|"))
    spellings = tuple(dict.fromkeys(variant for variant in variants if variant and variant != name))
    birth, death = (_day(row.get(column, ""), column, faults) for column in ("birth", "death"))
    if precedes(death, birth):
        faults.append(f"death {row['death']!r} before birth {row['birth']!r}: neither is used")
        birth = death = OPEN
    ids = tuple(_identifiers(source, row, faults))
    return Authority(label, name, spellings, birth, death, ids, row.get("note", ""), source)


def _day(text: str, column: str, faults: list[str]) -> Limits:
    """The days that a cell allows; a moment as Wikidata writes it (1892-11-27T00:00:00Z) is its day."""
    if not text:
        return OPEN
    edtf = text.removeprefix("+").partition("T")[0]
    try:
        return limits(TimeSpan(edtf, edtf, *bounds(edtf)))
    except ValueError:
        faults.append(f"{column} {text!r} is no year and no EDTF date: it is not used")
        return OPEN


def _identifiers(source: str, row: Mapping[str, str], faults: list[str]) -> Iterator[Identifier]:
    for scheme in sorted(row.keys() - _OWN - {VARIANTS}):
        value = identifier(scheme, row[scheme])
        if value:
            yield Identifier(scheme, value, source)
        else:
            faults.append(f"no {scheme} identifier: {row[scheme]!r}")


def _brought_together(
    known: Authority, found: dict[str, Authority], owners: Mapping[tuple[str, str], str], faults: list[str]
) -> Authority | None:
    """A row with what rows before it say of the same thing; None where they contradict it."""
    sources = sorted({owners[key] for one in known.identifiers if (key := (one.scheme, one.value)) in owners})
    if not sources:
        return known
    first = found[sources[0]]
    ids = {one.scheme: one.value for one in first.identifiers}
    clash = [one for one in known.identifiers if ids.get(one.scheme, one.value) != one.value]
    if clash or len(sources) > 1 or (known.label and first.label and known.label is not first.label):
        faults.append(f"contradicts {' and '.join(sources)}, which has an identifier of it")
        return None
    return replace(
        first,
        label=first.label or known.label,
        variants=tuple(
            dict.fromkeys(s for s in (*first.variants, known.name, *known.variants) if s != first.name)
        ),
        birth=first.birth if first.birth != OPEN else known.birth,
        death=first.death if first.death != OPEN else known.death,
        identifiers=(*first.identifiers, *(one for one in known.identifiers if one.scheme not in ids)),
    )

"""Which cards a list of known things gives a Wikidata id: a CSV file with the columns name and wikidata."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kartoteka.names.gazetteers import key

if TYPE_CHECKING:
    from kartoteka.store.store import Store

_QID = re.compile(r"Q[1-9]\d*")


def read_identifiers(path: str | Path, store: Store) -> tuple[dict[str, str], list[str]]:
    """The Wikidata id of each card that the file names, and one line for each row that names no card for certain.

    `name` is any spelling on the card, in any case, or the card's id; other columns are left alone. Raises
    ValueError that names the file where it is no such list, OSError where it cannot be read.
    """
    cards = _cards(store)
    found: dict[str, str] = {}
    problems: list[str] = []
    for number, row in _rows(Path(path)):
        named = cards.get(row["name"].strip()) or cards.get(key(row["name"])) or frozenset()
        identifier = row["wikidata"].strip()
        if not _QID.fullmatch(identifier):
            problems.append(f"{path}, line {number}: no Wikidata id: {identifier!r} (Q and a number)")
        elif len(named) != 1:
            problems.append(f"{path}, line {number}: {row['name']!r} is on {len(named) or 'no'} cards")
        elif found.setdefault(card := min(named), identifier) != identifier:
            problems.append(f"{path}, line {number}: {row['name']!r} has the id {found[card]} already")
    return found, problems


def _rows(path: Path) -> list[tuple[int, Mapping[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            missing = {"name", "wikidata"} - set(reader.fieldnames or ())
            rows: list[tuple[int, Mapping[str, str]]] = (
                [] if missing else [(reader.line_num, row) for row in reader]
            )
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValueError(f"{path}: no CSV file in UTF-8 ({error})") from error
    if missing:
        raise ValueError(f"{path}: no column {' and no '.join(sorted(missing))}")
    return rows


def _cards(store: Store) -> dict[str, frozenset[str]]:
    """The cards by their ids and by every spelling on them."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in store.entities():
        found[entity.id].add(entity.id)
        for name in (entity.name, *entity.variants):
            found[key(name)].add(entity.id)
    return {name: frozenset(ids) for name, ids in found.items()}

"""Which cards a list of known things gives a Wikidata id: a CSV file with the columns name and wikidata."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kartoteka.ingest.opening import in_plain_words
from kartoteka.names.gazetteers import key

if TYPE_CHECKING:
    from kartoteka.store.store import Store

#: An id as people copy it: alone, or as the address of its page or of what it stands for.
_QID = re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/)?(?P<id>q[1-9]\d*)", re.IGNORECASE)


def read_identifiers(path: str | Path, store: Store) -> tuple[dict[str, str], list[str]]:
    """The Wikidata id of each card that the file names, and one line for each row that gives none for certain.

    `name` is any spelling on the card, in any case, or the card's id; `wikidata` is Q and a number, or the address of
    its page; other columns are left alone. Of two ids for one card, or two cards for one id, the first stays. A file
    without any name in the project is one line. Raises ValueError that names the file where it is no such list,
    OSError that does where it cannot be read.
    """
    cards = _cards(store)
    rows = [(number, row, _named(row["name"], cards)) for number, row in _rows(Path(path))]
    if not any(named for _, _, named in rows):
        return {}, [f"{path}: it names no card of this project"]
    bearers: dict[str, str] = {}
    found: dict[str, str] = {}
    problems: list[str] = []
    for number, row, named in rows:
        identifier = _identifier(row["wikidata"])
        if problem := _problem(row, identifier, named, found, bearers):
            problems.append(f"{path}, line {number}: {problem}")
        else:
            found[min(named)] = identifier
            bearers[identifier] = min(named)
    return found, problems


def _named(name: str, cards: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return cards.get(name.strip()) or cards.get(key(name)) or frozenset()


def _problem(
    row: Mapping[str, str],
    identifier: str,
    named: frozenset[str],
    found: Mapping[str, str],
    bearers: Mapping[str, str],
) -> str:
    """Why a row gives no id to a card, "" where it does."""
    name = row["name"]
    if not identifier:
        return f"no Wikidata id: {row['wikidata'].strip()!r} (Q and a number)"
    if len(named) != 1:
        return f"{name!r} is on {len(named) or 'no'} cards"
    card = min(named)
    if found.get(card, identifier) != identifier:
        return f"{name!r} has the id {found[card]} already"
    if bearers.get(identifier, card) != card:
        return f"{name!r}: {identifier} is the id of another card already"
    return ""


def _identifier(text: str) -> str:
    """The id in its usual form, "" where there is none."""
    match = _QID.fullmatch(text.strip())
    return match["id"].upper() if match else ""


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
    except OSError as error:
        raise in_plain_words(error, path) from error
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

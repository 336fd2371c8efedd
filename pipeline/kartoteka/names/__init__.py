"""Names as historians meet them: taken apart, keyed, compared with reasons, grouped, and one picked for the card.

Every label has its own way to key and to compare; `KEYS` and `COMPARE` say which.
"""

from __future__ import annotations

from collections.abc import Callable

from kartoteka.names.cluster import cluster_names
from kartoteka.names.compare import compare_persons
from kartoteka.names.keys import person_keys
from kartoteka.names.person import PersonName, parse_name
from kartoteka.names.pick import pick_name
from kartoteka.romanization.fold import fold
from kartoteka.types import Comparison, Label, Reason, Verdict

__all__ = [
    "PersonName",
    "cluster_names",
    "compare",
    "compare_persons",
    "keys",
    "parse_name",
    "person_keys",
    "pick_name",
]


def _folded_keys(name: str) -> frozenset[str]:
    key = fold(name)
    return frozenset({key} if key else ())


def _compare_folded(left: str, right: str) -> Comparison:
    """The same where two names sound alike throughout, else unsure: no table tells them apart."""
    alike = fold(left) == fold(right) != ""
    reason = Reason("name", float(alike), f"{left} ~ {right}")
    return Comparison(float(alike), Verdict.SAME if alike else Verdict.UNSURE, (reason,))


KEYS: dict[Label, Callable[[str], frozenset[str]]] = {
    Label.PERSON: person_keys,
    Label.ORG: _folded_keys,
    Label.PLACE: _folded_keys,
    Label.OFFICE: _folded_keys,
    Label.DATE: _folded_keys,
}

COMPARE: dict[Label, Callable[[str, str], Comparison]] = {
    Label.PERSON: compare_persons,
    Label.ORG: _compare_folded,
    Label.PLACE: _compare_folded,
    Label.OFFICE: _compare_folded,
    Label.DATE: _compare_folded,
}


def keys(label: Label, name: str) -> frozenset[str]:
    """The blocking keys of a name: names that share none are not compared. Empty for a name without letters."""
    return KEYS[label](name)


def compare(label: Label, left: str, right: str) -> Comparison:
    """How likely two names of one kind name one thing, with the reasons."""
    return COMPARE[label](left, right)

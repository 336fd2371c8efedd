"""Records of JSON to passages and answers, each checked: a wrong offset would make every figure wrong.

Two layouts are read. A passage has "text", "lang", "mentions" (start, end, label, and text, entity, edtf, edtf_alt,
interval, optional as far as they apply) and "tenures" (person, office, start, end, and office_alt, start_alt, end_alt,
optional, modality as far as they apply). A row has "text" and "spans" as [start, end, label] or, for dates with their
values, [start, end, label, value]. "labels" says which labels were annotated, all if it lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kartoteka.evaluate.passages import Answer, Held, Marked, Passage
from kartoteka.languages.base import LANGUAGES
from kartoteka.types import Label, Modality, Reading

ALL_LABELS = frozenset(str(label) for label in Label)
_HELD = (None, Modality.HELD)


def passage_of(record: Mapping[str, Any], source: str, line: int, *, dated: bool = False) -> Passage:
    """The annotated passage of a record in either layout.

    `dated` says that the set's spans carry values: then a row without "labels" annotates dates alone, and time
    expressions of other kinds are left out; else a row without "labels" annotates all five. Raises ValueError with
    the cause for a record that is none, or contradicts itself.
    """
    text, lang = _text(record), record.get("lang") or ""
    if lang and lang not in LANGUAGES:
        raise ValueError(f"no language {lang!r} (known: {', '.join(LANGUAGES)})")
    mentions = _mentions(record, text, others=dated)
    flat = "spans" in record
    labels = _labels(record, frozenset({str(Label.DATE)}) if dated and flat else ALL_LABELS)
    tenures: dict[str, list[Held]] = {"held": [], "unheld": [], "neutral": []}
    for row in _objects(record, "tenures"):
        kind = "neutral" if row.get("optional") else "held" if row.get("modality") in _HELD else "unheld"
        tenures[kind].append(_tenure(row, text))
    held, unheld, neutral = map(tuple, tenures.values())
    return Passage(source, line, text, lang, mentions, held, labels, flat, unheld, neutral)


def answer_of(record: Mapping[str, Any], text: str) -> Answer:
    """What a record says of a text, in either layout; labels other than the five are left out.

    Raises ValueError with the cause, as where an offset lies outside the text.
    """
    stated = [t for t in _objects(record, "tenures") if t.get("modality") in _HELD]
    return Answer(_mentions(record, text, others=True), tuple(_tenure(t, text) for t in stated))


def answer_without_cards(reading: Reading) -> Answer:
    """The mentions of a reading alone, for sets that name neither cards nor tenures."""
    return Answer(
        tuple(
            Marked(
                m.start,
                m.end,
                str(m.label),
                m.text,
                edtf=m.value.edtf if m.value else "",
                interval=m.value.interval if m.value else "",
                rule=m.rule,
            )
            for m in reading.mentions
        )
    )


def _text(record: Mapping[str, Any]) -> str:
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError('no annotated passage, "text" missing')
    if not text.strip():
        raise ValueError("there is no text in it")
    return text


def _mentions(record: Mapping[str, Any], text: str, *, others: bool) -> tuple[Marked, ...]:
    """The mentions of a record; those of labels that are not ours are left out where `others` may stand there."""
    if "spans" in record:
        rows: Sequence[Mapping[str, Any]]
        rows = [_span(row, number) for number, row in enumerate(_listed(record, "spans"), 1)]
    elif "mentions" in record:
        rows = _objects(record, "mentions")
    else:
        raise ValueError('no annotated passage, neither "mentions" nor "spans" in it')
    kept = [(n, row) for n, row in enumerate(rows, 1) if not others or row.get("label") in ALL_LABELS]
    return tuple(_marked(row, text, number) for number, row in kept)


def _span(row: object, number: int) -> dict[str, Any]:
    if not isinstance(row, list) or len(row) < 3:
        raise ValueError(f"span {number}: {row!r} is no [start, end, label]")
    value = row[3] if len(row) > 3 and isinstance(row[3], str) else None
    return {"start": row[0], "end": row[1], "label": row[2], "edtf": value}


def _marked(row: Mapping[str, Any], text: str, number: int) -> Marked:
    start, end, label = row.get("start"), row.get("end"), row.get("label")
    if type(start) is not int or type(end) is not int:
        raise ValueError(f"mention {number}: start {start!r} and end {end!r} are no offsets")
    if not 0 <= start < end <= len(text):
        raise ValueError(f"mention {number}: {start} to {end} lies outside the text of {len(text)} characters")
    if label not in ALL_LABELS:
        raise ValueError(f"mention {number}: no label {label!r} (known: {', '.join(Label)})")
    words = text[start:end]
    if row.get("text", words) != words:
        raise ValueError(f"mention {number}: {row['text']!r} is not what stands at {start}: {words!r}")
    return Marked(
        start,
        end,
        str(label),
        words,
        _string(row, "entity") or None,
        _string(row, "edtf"),
        _string(row, "interval"),
        _strings(row, "edtf_alt"),
        bool(row.get("optional")),
        _string(row, "rule"),
    )


def _tenure(row: Mapping[str, Any], text: str) -> Held:
    if "person" not in row:
        raise ValueError('a tenure without "person"')
    return Held(
        _string(row, "person") or None,
        _string(row, "office") or _string(row, "office_inferred"),
        _string(row, "org_name"),
        _string(row, "start"),
        _string(row, "end"),
        _strings(row, "start_alt"),
        _strings(row, "end_alt"),
        _place(row.get("evidence"), text),
        _strings(row, "office_alt"),
    )


def _place(evidence: object, text: str) -> tuple[int, int] | None:
    """Where the evidence stands: a quotation, or the [start, end] of mentions."""
    if isinstance(evidence, str) and evidence:
        start = text.find(evidence)
        return (start, start + len(evidence)) if start >= 0 else None
    if isinstance(evidence, list) and all(isinstance(e, list) and len(e) == 2 for e in evidence) and evidence:
        return min(start for start, _ in evidence), max(end for _, end in evidence)
    return None


def _labels(record: Mapping[str, Any], default: frozenset[str]) -> frozenset[str]:
    if "labels" not in record:
        return default
    labels = _listed(record, "labels")
    unknown = [repr(label) for label in labels if label not in ALL_LABELS]
    if unknown:
        raise ValueError(f"no label {', '.join(unknown)} (known: {', '.join(Label)})")
    return frozenset(map(str, labels))


def _listed(record: Mapping[str, Any], field: str) -> Sequence[Any]:
    found = record.get(field)
    if found is None:
        return []
    if not isinstance(found, list):
        raise ValueError(f"{field} is no list")
    return found


def _objects(record: Mapping[str, Any], field: str) -> Sequence[Mapping[str, Any]]:
    listed: Iterable[Any] = _listed(record, field)
    found = []
    for number, item in enumerate(listed, 1):
        if not isinstance(item, dict):
            raise ValueError(f"{field} {number} is no object")
        found.append(item)
    return found


def _string(row: Mapping[str, Any], field: str) -> str:
    found = row.get(field)
    if found is not None and not isinstance(found, str):
        raise ValueError(f"{field} {found!r} is no string")
    return found or ""


def _strings(row: Mapping[str, Any], field: str) -> frozenset[str]:
    """Other values that are right too: a string or a list; null in it says that nothing is right too."""
    found = row.get(field)
    listed = [found] if isinstance(found, str) else found or []
    if not isinstance(listed, list) or not all(value is None or isinstance(value, str) for value in listed):
        raise ValueError(f"{field} {found!r} is neither a string nor a list of them")
    return frozenset(value or "" for value in listed)

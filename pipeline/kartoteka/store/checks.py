"""What must hold in a reading before it is taken in: every line can be traced to its passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kartoteka.types import Mention, Reading, Tenure


def check(reading: Reading) -> None:
    """Raise ValueError, naming document and value, where a reading does not hold together."""
    document = reading.document.id
    _no_doubles(document, "mention", (mention.id for mention in reading.mentions))
    _no_doubles(document, "referent", (referent.id for referent in reading.referents))
    for mention in reading.mentions:
        _check_mention(reading, mention)
    mentions = {mention.id for mention in reading.mentions}
    referents = {referent.id for referent in reading.referents}
    for referent in reading.referents:
        _own(document, referent.document, "referent", referent.id)
        _known(document, f"referent {referent.id}", referent.mentions, mentions)
    for tenure in reading.tenures:
        _own(document, tenure.document, "tenure", tenure.office)
        _known(document, f"tenure of {tenure.office!r}", tenure.evidence, mentions)
        _known(document, f"tenure of {tenure.office!r}", _named(tenure), referents)
    for life in reading.lives:
        _own(document, life.document, "life", life.person)
        _known(document, f"the life of {life.person}", life.evidence, mentions)
        _known(document, "a life", [life.person], referents)


def _check_mention(reading: Reading, mention: Mention) -> None:
    document = reading.document
    _own(document.id, mention.document, "mention", mention.id)
    if not 0 <= mention.block < len(document.blocks):
        raise ValueError(f"{document.id}: mention {mention.id} stands in no block {mention.block}")
    if not mention.text or document.text[mention.start : mention.end] != mention.text:
        raise ValueError(f"{document.id}: mention {mention.id} is not the text at its place: {mention.text!r}")


def _no_doubles(document: str, what: str, ids: Iterable[str]) -> None:
    for identity, count in Counter(ids).items():
        if count > 1:
            raise ValueError(f"{document}: the {what} id {identity} occurs {count} times")


def _own(document: str, stated: str, what: str, name: str) -> None:
    if stated != document:
        raise ValueError(f"{document}: the {what} {name!r} belongs to the document {stated!r}")


def _known(document: str, what: str, names: Iterable[str], known: set[str]) -> None:
    for name in names:
        if name not in known:
            raise ValueError(f"{document}: {what} names {name}, which the reading does not hold")


def _named(tenure: Tenure) -> Iterable[str]:
    things = (tenure.office_id, tenure.org, tenure.place)
    people = (tenure.holder, tenure.predecessor, tenure.successor, tenure.appointer)
    return (identity for identity in (*things, *people) if identity)

"""Careers as text: for each person the posts in their order, with neighbours, passages, and what contradicts what.

A person has a line with the name and the card's id, then one line a term: when, the post as the fullest statement
words it, and in brackets how many documents attest it. Below it stand the neighbours, each passage with its place in
its document, and, after an exclamation mark, each contradiction with both sides. Posts without dates come last, then
memberships, and what was proposed, refused or prevented.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TextIO

from kartoteka.careers import Careers
from kartoteka.careers.terms import time_order
from kartoteka.dates import in_words
from kartoteka.dates.limits import width
from kartoteka.export.contradictions import proofs, values
from kartoteka.export.evidence import Evidence, end_value, start_value
from kartoteka.export.exporter import Exporter
from kartoteka.types import STANDINGS, Modality, Passage, TimeSpan
from kartoteka.types.careers import Attestation, Contradiction, Limits, Term

_INDENT = "    "


def _write(careers: Careers, stream: TextIO) -> None:
    evidence = Evidence(careers.store)
    contradictions: dict[Term, list[Contradiction]] = defaultdict(list)
    for found in careers.contradictions:
        contradictions[found.term].append(found)
    beside: dict[str, list[Attestation]] = defaultdict(list)
    for one in careers.beside:
        beside[one.person].append(one)
    held: dict[str, list[Term]] = defaultdict(list)
    for term in careers.terms:
        held[term.person].append(term)
    counts = {"terms": len(careers.terms), "persons": len(held), "contradictions": len(careers.contradictions)}
    stream.write(", ".join(f"{what}: {count}" for what, count in counts.items()) + "\n")
    for person in sorted(held.keys() | beside, key=lambda card: (evidence.name(card), card)):
        stream.write(f"\n{evidence.name(person)}  ({person})\n")
        for term in sorted(held.get(person, ()), key=time_order):
            stream.writelines(f"{line}\n" for line in _term(term, contradictions[term], evidence))
        for one in beside[person]:
            stream.writelines(f"{line}\n" for line in _other(one, evidence))


def _term(term: Term, contradictions: list[Contradiction], evidence: Evidence) -> Iterator[str]:
    documents = len(term.documents)
    attested = f"  [{documents} documents]" if documents > 1 else ""
    yield f"  {_when(term):23}  {_standing(term)}{evidence.title(term)}{attested}"
    neighbours = [
        f"{word} {', '.join(map(evidence.name, cards))}"
        for word, cards in (("after", term.predecessors), ("before", term.successors))
        if cards
    ]
    if neighbours:
        yield f"{_INDENT}{'; '.join(neighbours)}"
    yield from dict.fromkeys(line for one in term.attestations for line in _passages(one, evidence))
    for found in contradictions:
        one, other = (" or ".join(map(in_words, side)) for side in values(found, evidence))
        first, second = (f"{p.document}:{p.start}-{p.end}" for p in proofs(found, evidence))
        yield f"{_INDENT}! {found.kind}: {one} ({first}) against {other} ({second})"


def _other(one: Attestation, evidence: Evidence) -> Iterator[str]:
    """A membership, or a post that was never held."""
    tenure = one.tenure
    words = tenure.office if tenure.modality is Modality.MEMBER else f"{tenure.modality}: {tenure.office}"
    yield f"  {_span(start_value(tenure.start), end_value(tenure.end)):23}  {words}"
    yield from _passages(one, evidence)


def _standing(term: Term) -> str:
    standing = "acting" if term.acting else "title" if term.titular else "implied" if term.implied else ""
    return f"{standing}: " if standing else ""


def _when(term: Term) -> str:
    """The most exact dates stated, which the others agree with unless a contradiction is named."""
    start = _narrowest((one.tenure.start, one.start) for one in term.attestations)
    end = _narrowest((one.tenure.end, one.end) for one in term.attestations)
    held = [one.tenure.attested.edtf for one in term.attestations if one.tenure.attested]
    if held and not start and not end:
        return f"in {in_words(held[0])}"
    return _span(start_value(start), end_value(end))


def _narrowest(dates: Iterable[tuple[TimeSpan | None, Limits]]) -> TimeSpan | None:
    """Of the dates that are stated the one that leaves the fewest days open."""
    stated = [(span, given) for span, given in dates if span]
    return min(stated, key=lambda pair: width(pair[1]), default=(None, None))[0]


def _span(start: str, end: str) -> str:
    return f"{in_words(start) or '?'} – {in_words(end) or '?'}" if start or end else "(no dates)"


def _passages(one: Attestation, evidence: Evidence) -> Iterator[str]:
    """The passages of a statement, each with its place."""
    tenure = one.tenure
    marks = [word for word in (*STANDINGS, "inferred") if word != "acting" and getattr(tenure, word)]
    standing = f" ({', '.join(marks)})" if marks else ""
    for number, (start, end) in enumerate((tenure.passage, *tenure.further)):
        words = evidence.read(Passage(tenure.document, start, end, ""))
        yield f"{_INDENT}{tenure.document}:{start}-{end}{'' if number else standing} “{words}”"


CAREERS_TXT = Exporter("careers.txt", ".txt", "every career as text, with its passages", "careers", _write)

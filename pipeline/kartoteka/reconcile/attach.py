"""Give bare surnames ("Kosior said …") to the only card that they can mean, or a card of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kartoteka.reconcile.bench import MACHINE, Bench, circumstances, contradiction, judge, unsure
from kartoteka.reconcile.candidates import node_keys
from kartoteka.reconcile.circumstances import of_all, shared_post
from kartoteka.reconcile.cluster import Partition, documents, dominates, listed
from kartoteka.reconcile.evidence import Keys, agrees
from kartoteka.types import Judgement, Label, Reason, Referent, Verdict

#: How many of the cards that a bare surname could mean are put before a person.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Attachment:
    """Referents that go to the cluster `home`, because of a link to `node`; `why` says by what right."""

    number: int
    referents: tuple[Referent, ...]
    home: int
    node: int
    why: str
    local: bool = False


def options(
    bench: Bench, partition: Partition, number: int, keys: Keys, blocks: Mapping[str, list[int]]
) -> dict[int, int]:
    """The clusters that a bare node can belong to, each with its most alike node."""
    near = sorted({other for key in node_keys(bench.nodes[number], keys) for other in blocks.get(key, ())})
    found: dict[int, int] = {}
    for other in sorted(near, key=lambda one: -judge(bench, number, one).score):
        if agrees(judge(bench, number, other), bare=True):
            found.setdefault(partition.home[other], other)
    return {
        home: other
        for home, other in found.items()
        if contradiction(bench, [number], partition.members[home]) is None
    }


def attach(
    bench: Bench,
    partition: Partition,
    number: int,
    found: Mapping[int, int],
    called: Mapping[str, Sequence[str]],
) -> list[Attachment]:
    """Where the referents of a bare node go, each judged by its own document; without those that stay alone.

    `called` are the persons of each document who go without a surname (`courteous`).
    """
    node = bench.nodes[number]
    groups = [node.referents] if node.decided else [(referent,) for referent in node.referents]
    where = {home: documents(partition, home) for home in sorted(found)}
    fame = sum(listed(partition, home) for home in where) < 2
    attachments = []
    for referents in groups:
        own = frozenset(referent.document for referent in referents)
        named = [name for document in sorted(own) for name in called.get(document, ())]
        kin = frozenset(home for home in where if named and _has_kin(bench, partition.members[home], named))
        chosen = _choose(where, own, kin, fame=fame)
        if chosen is None:
            chosen = _by_post(bench, partition, referents, where)
        if chosen is not None:
            home, why, local = chosen
            attachments.append(Attachment(number, referents, home, found[home], why, local))
    return attachments


def without_parted(bench: Bench, attachments: list[Attachment]) -> list[Attachment]:
    """Drop those that would bring together what a person parted: both, or the one not backed by its document."""
    dropped: set[int] = set()
    by_number: dict[int, list[int]] = {}
    for place, attachment in enumerate(attachments):
        by_number.setdefault(attachment.number, []).append(place)
    for left, right in sorted(bench.parted):
        for one in by_number.get(left, ()):
            for other in by_number.get(right, ()):
                if left < right and attachments[one].home == attachments[other].home:
                    dropped |= {place for place in (one, other) if not attachments[place].local}
                    dropped |= {one, other} if attachments[one].local and attachments[other].local else set()
    return [attachment for place, attachment in enumerate(attachments) if place not in dropped]


def link(bench: Bench, attachment: Attachment) -> list[Judgement]:
    """The judgements that an attachment amounts to, with its reasons."""
    found = judge(bench, attachment.number, attachment.node)
    reasons = (*found.reasons, Reason("bearer", found.score, attachment.why))
    pairs = (sorted((referent.id, bench.nodes[attachment.node].id)) for referent in attachment.referents)
    return [Judgement(one, other, Verdict.SAME, found.score, MACHINE, reasons) for one, other in pairs]


def left_open(bench: Bench, number: int, referent: Referent, found: Mapping[int, int]) -> list[Judgement]:
    """For a referent that could belong to several cards: the likeliest of them, for a person to decide."""
    likeliest = sorted(found.values(), key=lambda other: (-judge(bench, number, other).score, other))
    judgements = []
    for other in likeliest[:SHOWN]:
        case = unsure(judge(bench, number, other), f"{len(found)} cards bear the name")
        one, two = sorted((referent.id, bench.nodes[other].id))
        judgements.append(Judgement(one, two, case.verdict, case.score, MACHINE, case.reasons))
    return judgements


def courteous(bench: Bench) -> dict[str, list[str]]:
    """The given names with a patronymic by which each document calls persons without ever telling their surname."""
    from kartoteka.names.persons.courtesy import is_courtesy

    found: dict[str, list[str]] = {}
    for node in bench.nodes:
        if node.referents[0].label is Label.PERSON and all(is_courtesy(n) for face in node.faces for n in face):
            for document in node.documents:
                found.setdefault(document, []).append(node.faces[0][0])
    return found


def _has_kin(bench: Bench, numbers: Iterable[int], called: Iterable[str]) -> bool:
    """Whether one of those called so may be a child or sibling of a cluster's person, and bear the surname too."""
    from kartoteka.names.persons.courtesy import are_kin

    names = {name for number in numbers for face in bench.nodes[number].faces for name in face}
    return any(are_kin(one, name) for one in called for name in names)


def _by_post(
    bench: Bench, partition: Partition, referents: tuple[Referent, ...], where: Mapping[int, frozenset[str]]
) -> tuple[int, str, bool] | None:
    """The one cluster that held a post which the text gives to the bare surname; None where none or several did.

    Where the document has bearers of its own only these are asked.
    """
    own = of_all((referent.id for referent in referents), bench.known)
    present = {referent.document for referent in referents}
    fitting = {
        home: post
        for home in [home for home in where if where[home] & present] or where
        if (post := shared_post(own, circumstances(bench, partition.members[home]))) is not None
    }
    if len(fitting) != 1:
        return None
    ((home, post),) = fitting.items()
    return home, f"the only bearer of the name who was {post.words}", False


def _choose(
    where: Mapping[int, frozenset[str]], own: frozenset[str], kin: frozenset[int], *, fame: bool
) -> tuple[int, str, bool] | None:
    """The cluster that a surname in the documents `own` means, and why: None where two or more compete.

    The article's own bearer comes first; two bearers in one article leave it open, whoever is better known, and so
    does one whose `kin` the article names. Without `fame`, where an authority file has several bearers, the best
    known is not chosen either.
    """
    local = [home for home in where if where[home] & own]
    if local:
        only = len(local) == 1 and local[0] not in kin
        return (local[0], "the only bearer of the name in this document", True) if only else None
    if len(where) == 1:
        return next(iter(where)), "the only bearer of the name in the project", False
    for home in where if fame else ():
        if dominates(len(where[home]), (len(where[other]) for other in where if other != home)):
            return home, f"the bearer named in {len(where[home])} documents, by far the most", False
    return None

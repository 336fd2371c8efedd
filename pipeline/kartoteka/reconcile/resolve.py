"""From referents to cards: who is who over all documents, with reasons, and as persons decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from kartoteka.names import ATTESTED
from kartoteka.reconcile.attach import Attachment, attach, courteous, left_open, link, options, without_parted
from kartoteka.reconcile.bench import MACHINE, Bench, same
from kartoteka.reconcile.candidates import agreeing_pairs, candidate_pairs, index
from kartoteka.reconcile.circumstances import Circumstances
from kartoteka.reconcile.cluster import Partition, cluster
from kartoteka.reconcile.decisions import Parting, Settlement, settle
from kartoteka.reconcile.entities import Spellings, make_entities
from kartoteka.reconcile.evidence import Compare, Keys, remembering
from kartoteka.reconcile.guidance import guide
from kartoteka.reconcile.labelling import conclude, labelled
from kartoteka.reconcile.nodes import Node, gather, parted
from kartoteka.reconcile.parting import part
from kartoteka.types import Authority, Entity, Judgement, Label, Referent

Group = tuple[str, list[Referent]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The machine's judgements (what it joined, what it refused to join, what it left open) and the cards.

    `doubts` are lines for a person: which names several rows of an authority file fit. `found` has a referent of each
    row that has a card, by the row's source.
    """

    judgements: tuple[Judgement, ...]
    entities: tuple[Entity, ...]
    doubts: tuple[str, ...] = ()
    found: Mapping[str, str] = field(default_factory=dict)


def resolve(
    referents: Sequence[Referent],
    decisions: Sequence[Judgement] = (),
    *,
    apart: Sequence[Parting] = (),
    compare: Compare | None = None,
    keys: Keys | None = None,
    spellings: Spellings | None = None,
    known: Mapping[str, Circumstances] | None = None,
    authorities: Sequence[Authority] = (),
    convention: str = ATTESTED,
) -> Resolution:
    """Bring the referents of each label together on cards.

    `decisions` are persons' judgements in the order in which they were made; they outrank every comparison, and
    `apart`, the sets that persons told from each other, outrank these too. `compare` and `keys` are those of
    `kartoteka.names` unless given. `spellings` counts how often each referent (by id) is named by which name, for the
    order of the variants and the display name; `known` are the times and posts of referents (by id), which tell
    namesakes apart. `authorities` guide and label the cards; `convention` says how the others are called. The same
    referents give the same result in whatever order they come.
    """
    from kartoteka import names

    at_once = compare is None
    compare, keys = compare or names.compare, keys or names.keys
    guidance = guide(referents, decisions, authorities, compare, keys, lives=known or {}, apart=apart)
    labels = {referent.id: referent.label for referent in guidance.referents}
    settlement = settle(guidance.decisions, labels, guidance.apart)
    judgements: list[Judgement] = []
    groups: list[Group] = []
    for label in sorted({referent.label for referent in referents}):
        own = [referent for referent in guidance.referents if referent.label is label]
        bench = _bench(own, settlement, compare, guidance.lives)
        found, made = _group(bench, keys, at_once=at_once and label is Label.PERSON)
        groups += found
        judgements += made
    groups, judgements, owner, doubts = conclude(groups, judgements, guidance, authorities)
    entities = make_entities(groups, spellings or {}, partial(names.display_name, convention=convention))
    entities, rows = labelled(entities, owner, authorities, guidance.guides, guidance.lives)
    return Resolution(tuple(judgements), entities, tuple(doubts), rows)


def _bench(
    referents: Iterable[Referent], settlement: Settlement, compare: Compare, known: Mapping[str, Circumstances]
) -> Bench:
    listed = list(referents)
    alike = remembering(compare, listed[0].label)
    nodes = part(gather(listed, settlement, alike), known)
    return Bench(nodes, alike, parted(nodes, settlement), known)


def _group(bench: Bench, keys: Keys, *, at_once: bool) -> tuple[list[Group], list[Judgement]]:
    """Telling names first, then the bare ones: to the cards, or together where there is no card for them.

    Names that can be compared `at_once` are not paired by their keys.
    """
    telling = [number for number, node in enumerate(bench.nodes) if not node.bare]
    blocks = index(bench.nodes, keys, numbers=telling)
    pairs = agreeing_pairs(bench.nodes, telling) if at_once else candidate_pairs(blocks)
    cards = cluster(bench, telling, pairs)
    fits = {n: options(bench, cards, n, keys, blocks) for n, node in enumerate(bench.nodes) if node.bare}
    # A given name alone went to its bearer with its document, or to nobody.
    voiced = {n: found for n, found in fits.items() if not _mute(bench.nodes[n])}
    called = courteous(bench)
    attachments = without_parted(
        bench, [one for n, found in voiced.items() for one in attach(bench, cards, n, found, called)]
    )
    unclaimed = [n for n, found in voiced.items() if not found]
    bare = cluster(bench, unclaimed, candidate_pairs(index(bench.nodes, keys, numbers=unclaimed)), bare=True)
    alone = _left_alone(bench, fits.keys() - unclaimed, attachments)
    groups = [*_clusters(cards, attachments), *_clusters(bare, [])]
    groups += [(_anchor([bench.nodes[number]]), part) for number, part in alone]
    judgements = [*_identical(bench, [*telling, *unclaimed]), *cards.judgements, *bare.judgements]
    judgements += [judgement for attachment in attachments for judgement in link(bench, attachment)]
    judgements += [
        judgement for n, part in alone for one in part[:1] for judgement in left_open(bench, n, one, fits[n])
    ]
    return groups, judgements


def _mute(node: Node) -> bool:
    """Whether only a person can say that two such are one: a given name alone ("Mykola"), a post of nobody knows
    what ("the chairman")."""
    from kartoteka.names import parse_name

    label = node.referents[0].label
    if label is not Label.PERSON:
        return label is Label.OFFICE
    return not any(parse_name(name).surname for face in node.faces for name in face)


def _clusters(partition: Partition, attachments: Iterable[Attachment]) -> list[Group]:
    """The referents of each cluster, with its anchor: of its telling names the first in the alphabet."""
    nodes = partition.bench.nodes
    members = {
        home: [referent for number in numbers for referent in nodes[number].referents]
        for home, numbers in partition.members.items()
    }
    for attachment in attachments:
        members[attachment.home] += attachment.referents
    return [
        (_anchor([nodes[number] for number in partition.members[home]]) or _name(members[home]), members[home])
        for home in sorted(members)
    ]


def _name(referents: Iterable[Referent]) -> str:
    """What documents call those that only a list knows in full; "" where no document names them."""
    return min((name for one in referents if one.document for name in one.names), default="")


def _left_alone(
    bench: Bench, numbers: Iterable[int], attachments: list[Attachment]
) -> list[tuple[int, list[Referent]]]:
    """The referents of these bare nodes that went to no card, each apart unless a person joined them."""
    placed = {referent.id for attachment in attachments for referent in attachment.referents}
    alone: list[tuple[int, list[Referent]]] = []
    for number in sorted(numbers):
        node = bench.nodes[number]
        left = [referent for referent in node.referents if referent.id not in placed]
        parts = [left] if node.decided else [[referent] for referent in left]
        alone += [(number, part) for part in parts if part]
    return alone


def _anchor(nodes: Iterable[Node]) -> str:
    return min((node.anchor for node in nodes if node.anchor), default="")


def _identical(bench: Bench, numbers: Iterable[int]) -> Iterator[Judgement]:
    """The links between referents of exactly the same names, each to the first of them."""
    for number in numbers:
        node = bench.nodes[number]
        first, *others = node.referents
        found = same(bench.alike(node.faces[0][0], node.faces[0][0]), bare=node.bare)
        for other in [] if node.decided else others:
            yield Judgement(first.id, other.id, found.verdict, found.score, MACHINE, found.reasons)

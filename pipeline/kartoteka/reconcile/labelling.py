"""What a list of known things says of the finished cards: whose they are, and which it leaves open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from kartoteka.names.bodies.gazetteers import key
from kartoteka.reconcile.bench import MACHINE
from kartoteka.reconcile.circumstances import NOTHING, Circumstances, of_all, opposed
from kartoteka.reconcile.doubts import left_open
from kartoteka.reconcile.guidance import NOWHERE, Guidance
from kartoteka.types import Authority, Entity, Judgement, Label, Reason, Referent, Verdict

Group = tuple[str, list[Referent]]


def conclude(
    groups: Sequence[Group], judgements: Sequence[Judgement], guidance: Guidance, authorities: Sequence[Authority]
) -> tuple[list[Group], list[Judgement], dict[str, str], list[str]]:
    """The groups and judgements without entries, the entry of each referent that has one, and what is left open."""
    if not authorities:
        return list(groups), list(judgements), {}, []
    known = {one.source: one for one in authorities}
    owner = owners(groups)
    made = [one for one in guidance.decisions if guidance.guides & {one.left, one.right}]
    kept = between_referents([*made, *judgements], owner, known)
    return without_entries(groups), kept, owner, left_open(judgements, owner, known, guidance)


def owners(groups: Iterable[Group]) -> dict[str, str]:
    """The entry, by its id, of each referent whose card has one."""
    found: dict[str, str] = {}
    for _, referents in groups:
        for entry in (one.id for one in referents if one.document == NOWHERE):
            found.update((one.id, entry) for one in referents if one.document != NOWHERE)
    return found


def without_entries(groups: Iterable[Group]) -> list[Group]:
    """The groups of what documents name: what a list alone knows has no card."""
    found = ((anchor, [one for one in referents if one.document != NOWHERE]) for anchor, referents in groups)
    return [(anchor, referents) for anchor, referents in found if referents]


def between_referents(
    judgements: Iterable[Judgement], owner: Mapping[str, str], known: Mapping[str, Authority]
) -> list[Judgement]:
    """The judgements without the entries: two referents that one entry brought together are the same by its word."""
    first: dict[str, str] = {}
    for referent in sorted(owner):
        first.setdefault(owner[referent], referent)
    kept = []
    for judgement in judgements:
        listed = known.keys() & {judgement.left, judgement.right}
        if not listed:
            kept.append(judgement)
            continue
        (referent,) = {judgement.left, judgement.right} - listed or {""}
        entry = owner.get(referent, "")
        if judgement.verdict is Verdict.SAME and entry in listed and referent != first[entry]:
            kept.append(_by_entry(judgement, first[entry], referent, known[entry]))
    return kept


def _by_entry(judgement: Judgement, first: str, referent: str, known: Authority) -> Judgement:
    left, right = sorted((first, referent))
    named = Reason("authority", judgement.score, f"{known.source}: {known.name}")
    reasons = tuple(reason for reason in judgement.reasons if reason.feature != named.feature)
    return Judgement(left, right, Verdict.SAME, judgement.score, MACHINE, (*reasons, named))


def labelled(
    entities: Iterable[Entity],
    owner: Mapping[str, str],
    authorities: Sequence[Authority],
    guides: Collection[str],
    lives: Mapping[str, Circumstances],
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """The cards with the names and identifiers of the rows that are theirs, and a referent of each row that has one.

    A row that is no guide (`guides` are the entries of those that are), such as a surname alone, is that of the only
    card that has one of its very spellings; so is one without a label, where that card is no person's.
    """
    known = {one.source: one for one in authorities}
    listed = list(entities)
    rows = {e.id: owner[e.referents[0]] for e in listed if e.referents and e.referents[0] in owner}
    taken = set(rows.values())
    bearers = spelled(listed)
    found: dict[str, list[str]] = defaultdict(list)
    for one in authorities:
        card = exact(one, bearers) if one.source not in taken else None
        if card is not None and card.id not in rows and _may_be(card, one, guides, lives):
            found[card.id].append(one.source)
    rows.update((card, sources[0]) for card, sources in found.items() if len(sources) == 1)
    made = (_labelled(entity, known[rows[entity.id]]) if entity.id in rows else entity for entity in listed)
    cards = tuple(sorted(made, key=lambda entity: (entity.label, entity.name, entity.id)))
    return cards, {rows[entity.id]: min(entity.referents) for entity in listed if entity.id in rows}


def _may_be(card: Entity, known: Authority, guides: Collection[str], lives: Mapping[str, Circumstances]) -> bool:
    """Whether a card that has a row's spelling can be the row's.

    Not where the row could have guided it and did not, where a person's card has a fuller name than the row gives,
    and where their times speak against it.
    """
    if known.source in guides and (known.label is not None or card.label is Label.PERSON):
        return False
    spellings = {key(name) for name in (known.name, *known.variants)}
    if card.label is Label.PERSON and key(card.name) not in spellings:
        return False
    return opposed(of_all(card.referents, lives), lives.get(known.source, NOTHING)) is None


def _labelled(entity: Entity, known: Authority) -> Entity:
    name = entity.name if entity.label is Label.OFFICE else known.name
    return replace(entity, name=name, identifiers=known.identifiers)


def spelled(entities: Iterable[Entity]) -> dict[str, tuple[Entity, ...]]:
    """The cards by every spelling on them."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for name in sorted({key(one) for one in (entity.name, *entity.variants)}):
            found[name].append(entity)
    return {name: tuple(cards) for name, cards in found.items()}


def exact(known: Authority, bearers: Mapping[str, Iterable[Entity]]) -> Entity | None:
    """The only card, of the row's kind, that has a spelling of the row; None where none or several have."""
    cards = {
        card.id: card
        for name in (known.name, *known.variants)
        for card in bearers.get(key(name), ())
        if known.label in (None, card.label)
    }
    return next(iter(cards.values())) if len(cards) == 1 else None

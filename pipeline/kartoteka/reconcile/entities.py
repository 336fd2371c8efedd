"""Write the cards: what each is called, which spellings it gathers, and an id that lasts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from kartoteka.types import Entity, Label, Mention, Referent

Spellings = Mapping[str, Mapping[str, int]]
#: The display name of a card, of its label, how often each name stands there, in texts of which languages, and in how
#: many texts it comes first.
Pick = Callable[[Label, Mapping[str, int], Mapping[str, Collection[str]], Mapping[str, int]], str]


def count_spellings(referents: Iterable[Referent], mentions: Iterable[Mention]) -> Spellings:
    """How often each referent, by its id, is named by which clean name; all its mentions must be given.

    The name by which its document introduces it comes first.
    """
    names = {mention.id: (mention.start, mention.name) for mention in mentions}
    return {
        referent.id: Counter(name for _, name in sorted(names[mention] for mention in referent.mentions))
        for referent in referents
    }


def make_entities(
    groups: Iterable[tuple[str, Sequence[Referent]]], spellings: Spellings, pick: Pick
) -> tuple[Entity, ...]:
    """A card for each group of referents, by label, name and id.

    Each group comes with its anchor, the name that its id is made of. `spellings` counts how often each referent
    is named by which name; a referent it does not know counts each of its names once.
    """
    cards = [(anchor, _card(referents, spellings, pick)) for anchor, referents in groups]
    # Of several cards with one anchor the best known keeps the plain id, so that it stays when others turn up.
    cards.sort(key=lambda item: (-item[1].documents, item[1].referents))
    taken: set[str] = set()
    entities = []
    for anchor, card in cards:
        identity = _id(card.label, anchor)
        if identity in taken:
            identity = _id(card.label, f"{anchor}\n{card.referents[0]}")
        taken.add(identity)
        entities.append(replace(card, id=identity))
    return tuple(sorted(entities, key=lambda entity: (entity.label, entity.name, entity.id)))


def attested(
    referents: Iterable[Referent], spellings: Spellings
) -> tuple[Counter[str], Counter[str], dict[str, set[str]]]:
    """How often the texts have each name of a card, in how many it comes first, and in what languages it stands."""
    counts, first, languages = Counter[str](), Counter[str](), defaultdict[str, set[str]](set)
    for referent in referents:
        named = spellings.get(referent.id) or dict.fromkeys(referent.names, 1)
        counts.update(named)
        first[next(iter(named))] += 1
        for name in named:
            languages[name].add(referent.lang)
    return counts, first, languages


def _card(referents: Sequence[Referent], spellings: Spellings, pick: Pick) -> Entity:
    counts, first, languages = attested(referents, spellings)
    variants = sorted(counts, key=lambda name: (-counts[name], name))
    label = referents[0].label
    name = pick(label, dict(sorted(counts.items())), languages, first)
    ids = tuple(sorted(referent.id for referent in referents))
    mentions = sum(len(referent.mentions) for referent in referents)
    return Entity("", label, name, tuple(variants), ids, mentions, len({one.document for one in referents}))


def _id(label: Label, anchor: str) -> str:
    """Made of label and name alone: a card keeps it as long as no new spelling sorts before all known ones."""
    digest = sha256(f"{label}\n{anchor}".encode()).hexdigest()
    return f"{label.lower()}-{digest[:12]}"

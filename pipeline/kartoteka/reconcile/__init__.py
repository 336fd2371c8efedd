"""Bring all spellings of one person, office, organization or place together on one card, or keep them apart."""

from __future__ import annotations

from kartoteka.names import ATTESTED
from kartoteka.reconcile.admission import admit, cards_of_unknown
from kartoteka.reconcile.authority import read_authorities
from kartoteka.reconcile.circumstances import find_circumstances
from kartoteka.reconcile.entities import count_spellings
from kartoteka.reconcile.replay import Standing, open_register, replay, standings
from kartoteka.reconcile.resolve import Resolution, resolve
from kartoteka.store import Store

#: The setting of a project that names the convention for names.
NAMES = "names"

__all__ = ["NAMES", "Resolution", "Standing", "count_spellings", "find_circumstances", "reconcile", "resolve", "standings"]


def reconcile(store: Store) -> tuple[str, ...]:
    """Write the cards of a project anew, from all its referents and every decision that holds.

    The former cards and the machine's former judgements are replaced together; decisions, authority files and the
    convention for names are only read. Returns a line for each row of those files that is no use, and for each name
    that several rows fit.
    """
    authorities, problems = read_authorities(store.authority_files())
    referents = list(store.referents())
    decided = replay(list(store.decisions()), open_register(store, referents))
    admitted = admit(referents, decided, store.mentions)
    known = find_circumstances(store.lives(), store.tenures(whole=True))
    spellings = count_spellings([*admitted.referents, *admitted.unknown], store.mentions())
    resolution = resolve(
        admitted.referents,
        decided.judgements,
        spellings=spellings,
        known=known,
        authorities=authorities,
        convention=store.settings().get(NAMES, ATTESTED),
    )
    cards = (*resolution.entities, *cards_of_unknown(admitted.unknown, spellings))
    store.set_resolution(resolution.judgements, cards, admitted.ignored)
    return (*problems, *resolution.doubts)

"""Bring all spellings of one person, office, organization or place together on one card, or keep them apart."""

from __future__ import annotations

from collections.abc import Iterable

from kartoteka.names import ATTESTED
from kartoteka.reconcile.admission import admit, cards_of_unknown
from kartoteka.reconcile.authority import read_authorities
from kartoteka.reconcile.calling import called_otherwise, tell
from kartoteka.reconcile.circumstances import Circumstances, find_circumstances
from kartoteka.reconcile.dividing import divide
from kartoteka.reconcile.doubts import coverage
from kartoteka.reconcile.entities import count_spellings
from kartoteka.reconcile.following import put_in
from kartoteka.reconcile.guidance import entries, telling
from kartoteka.reconcile.replay import Standing, open_divided, open_register, read_whole, replay, standings
from kartoteka.reconcile.resolve import Resolution, resolve
from kartoteka.reconcile.revision import examined, note, rows_found, weigh, weigh_rows, within
from kartoteka.store import Store
from kartoteka.types import Referent

#: The setting of a project that names the convention for names.
NAMES = "names"

__all__ = [
    "NAMES",
    "Resolution",
    "Standing",
    "count_spellings",
    "find_circumstances",
    "reconcile",
    "resolve",
    "standings",
]


def reconcile(store: Store, *, anew: bool = False) -> tuple[str, ...]:
    """Write the cards of a project, from its referents and every decision that holds.

    Only what changed since the last time, and what that can concern, is compared again, unless the program, its rules
    or the authority files are others, or all is wanted `anew`; the cards are the same either way. Former cards and
    judgements are replaced together; decisions, authority files and the convention for names are only read. Returns a
    line for each name, of those compared, that several rows of those files fit, one for each file, how many of its
    rows have a card, and one for a convention, how many it could not call. Raises OSError, and leaves the cards as
    they were, where another process changed the project meanwhile.
    """
    with store.at_once():
        return _reconcile(store, anew)


def _reconcile(store: Store, anew: bool) -> tuple[str, ...]:
    from kartoteka import names

    authorities = read_authorities(store.authority_files())[0]
    convention = store.settings().get(NAMES, ATTESTED)
    whole, decisions = open_register(store, read_whole(store)), list(store.decisions())
    parts = divide(decisions, whole)
    put_in(store, parts)
    register, referents = open_divided(whole, parts), list(store.referents())
    decided = replay(decisions, register)
    weighed = weigh(decided, register) | weigh_rows(authorities, referents)
    guides = telling(entries(authorities), names.compare)
    chosen = examined(
        store, referents, guides, names.compare, names.keys, weighed=weighed, convention=convention, anew=anew
    )
    admitted = admit(referents, decided, store.mentions)
    compared, unknown = within(chosen, admitted.referents), within(chosen, admitted.unknown)
    spellings = count_spellings([*compared, *unknown], store.mentions())
    resolution = resolve(
        compared,
        [one for one in decided.judgements if one.left in chosen],
        apart=decided.apart,
        spellings=spellings,
        known=_circumstances(store, referents),
        authorities=authorities,
        convention=convention,
    )
    cards = (*resolution.entities, *cards_of_unknown(unknown, spellings, convention))
    store.set_resolution(resolution.judgements, cards, admitted.ignored, examined=chosen)
    note(store, weighed, convention)
    found = rows_found(store, resolution.found, chosen, {one.id for one in referents})
    listed = set(resolution.found.values())
    free = [card for card in cards if min(card.referents) not in listed]
    otherwise = called_otherwise(free, [*compared, *unknown], spellings, convention)
    return (*resolution.doubts, *coverage(authorities, found), *tell(store, otherwise, chosen, convention))


def _circumstances(store: Store, referents: Iterable[Referent]) -> dict[str, Circumstances]:
    """What the texts of a project say of each referent besides its names."""
    schemes = store.romanizations()
    romanized = {one.id: schemes[one.document] for one in referents if one.document in schemes}
    return find_circumstances(store.lives(), store.tenures(whole=True), romanized)

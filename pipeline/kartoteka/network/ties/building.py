"""The network of ties that tenures tell: each kind by itself, directed where it has a direction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from kartoteka.careers import read_careers
from kartoteka.dates.limits import precedes
from kartoteka.dates.stretch import read_stretch
from kartoteka.network.listing import listed
from kartoteka.network.ties.appointments import find_appointments
from kartoteka.network.ties.organizations import find_organizations
from kartoteka.network.ties.pairs import edges, gather, nodes
from kartoteka.network.ties.posts import find_posts
from kartoteka.network.ties.successions import find_successions
from kartoteka.types.network import Found, Ground, TieKind

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kartoteka.careers import Careers
    from kartoteka.store.store import Store


def build_ties(
    store: Store,
    kinds: str | Iterable[str] = tuple(TieKind),
    *,
    since: str | None = None,
    until: str | None = None,
    quotations: int = 3,
    most: int = 50,
    careers: Careers | None = None,
) -> MultiDiGraph:
    """Who followed whom in a post, held the same one, served in one body at the same time, or appointed whom.

    Nodes are those of `build_graph`: persons, and bodies that appoint. An edge has its kind for a key and `kind`,
    `directed` (succession: from the predecessor; appointment: from who appoints; of the others each pair has one edge,
    from the lower id), `weight` (in how many documents it is stated, post by post; how many posts or bodies two
    persons share), `detail` (the posts or bodies, in words; of a shared post who held it when), `documents`,
    `passages` (up to `quotations`, one that names both first, else one that tells of each), `spells` and, where there
    are any, `first`, `last`, `year_first` and `year_last`: the days between which one followed or was appointed, those
    on which both certainly served in the body or had the post. What no text dates has no spell. Where one followed the
    other in a post that they shared it is not told besides.

    `since` and `until` (a day, month or year) keep the ties whose spells reach into that time. A post or body that
    more than `most` persons held or served in ties none of them; `graph.graph["crowded"]` names those. Where no tie is
    left `graph.graph["empty"]` says why. `careers` are the project's, where they have been read already. Raises
    ValueError for an unknown kind, for a malformed day and for a time that ends before it begins.
    """
    import networkx

    chosen = _chosen(kinds)
    days = read_stretch(since, until)
    careers = careers or read_careers(store)
    cards = {entity.id: entity for entity in store.entities()}
    found = _find(careers, chosen, most)
    pairs = gather(
        ground for kind in chosen for ground in found[kind][0] if {ground.source, ground.target} <= cards.keys()
    )
    kept = {pair: grounds for pair, grounds in pairs.items() if _reaches(grounds, *days)}
    graph = networkx.MultiDiGraph(ties=[str(kind) for kind in chosen])
    graph.graph.update({name: day for name, day in (("since", since), ("until", until)) if day})
    if crowded := sorted({name for _, names in found.values() for name in names}):
        graph.graph["crowded"] = crowded
    if not kept:
        graph.graph["empty"] = _why_empty(careers, chosen, len(pairs), since, until)
    graph.add_nodes_from(nodes(cards, kept, careers))
    graph.add_edges_from(edges(store, kept, quotations))
    return graph


def _find(careers: Careers, kinds: Sequence[TieKind], most: int) -> dict[TieKind, Found]:
    """The grounds of each kind; successions are needed for shared posts too."""
    asked = {TieKind.SUCCESSION, TieKind.SAME_OFFICE} & set(kinds)
    followed: Found = find_successions(careers) if asked else ([], [])
    finders: dict[TieKind, Callable[[], Found]] = {
        TieKind.SUCCESSION: lambda: followed,
        TieKind.SAME_OFFICE: lambda: find_posts(careers, most, followed[0]),
        TieKind.SAME_ORGANIZATION: lambda: find_organizations(careers, most),
        TieKind.APPOINTMENT: lambda: find_appointments(careers),
    }
    return {kind: finders[kind]() for kind in kinds}


def _chosen(kinds: str | Iterable[str]) -> list[TieKind]:
    """The kinds asked for, in the order of all. Raises ValueError for one that is not known, and for none."""
    asked = {kind.lower() for kind in listed(kinds)}
    if wrong := sorted(asked - set(TieKind)):
        raise ValueError(f"no ties of the kind {wrong[0]!r}: choose of {', '.join(TieKind)}")
    if not asked:
        raise ValueError(f"a network of ties needs a kind: choose of {', '.join(TieKind)}")
    return [kind for kind in TieKind if kind in asked]


def _reaches(grounds: Sequence[Ground], first: str | None, last: str | None) -> bool:
    """Whether a spell reaches into the time chosen; whatever is not dated does where all time is."""
    if first is None and last is None:
        return True
    spells = (spell for ground in grounds for spell in ground.spells)
    return any(not precedes(spell, (first, None)) and not precedes((None, last), spell) for spell in spells)


def _why_empty(
    careers: Careers, kinds: Sequence[TieKind], before: int, since: str | None, until: str | None
) -> str:
    """In a sentence, what left no tie."""
    if before:
        time = " ".join(f"{word} {day}" for word, day in (("from", since), ("to", until)) if day)
        return f"no tie of {before} is dated {time}"
    if not careers.terms and not careers.beside:
        return "no text of the project says who held which office"
    held = {term.person for term in careers.terms} | {one.person for one in careers.beside}
    return f"no two of the {len(held)} persons with offices are tied by {' or '.join(kinds)}"

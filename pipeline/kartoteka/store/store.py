"""The project's card index in one file: what was read, decided and brought together, always whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kartoteka.store import (
    cards,
    decisions,
    examination,
    figures,
    search,
    settings,
)
from kartoteka.store.examination import Examination
from kartoteka.store.texts import Texts
from kartoteka.types import (
    BODY,
    BlockKind,
    Decision,
    Entity,
    Judgement,
    Label,
    Mention,
    Passage,
)

if TYPE_CHECKING:
    from kartoteka.store.appearances import Appearances


class Store(Texts):
    """One project: a file, or memory alone (":memory:").

    Every writing method is one transaction: it happens whole or, after a full disk or a killed process, not at
    all. Writing raises ValueError for values that do not hold together and OSError where the disk refuses. What
    is iterated over is read as you go, so finish (or copy into a list) before writing. Use a store in the thread
    that opened it; other processes may read meanwhile and wait for their turn to write.
    """

    def decide(self, *made: Decision) -> list[int]:
        """Record persons' decisions for good, all or none, and return their numbers."""
        with self._whole():
            return [decisions.add_decision(self._connection, decision) for decision in made]

    def undo(self, *numbers: int) -> None:
        """Take decisions back, all or none; they stay on record as undone. Raises LookupError that names the number."""
        with self._whole():
            for number in numbers:
                decisions.undo_decision(self._connection, number)

    def decisions(self) -> Iterator[Decision]:
        """Every decision ever made, the undone ones marked, in their order."""
        return decisions.read_decisions(self._connection)

    def judgements(self) -> Iterator[Judgement]:
        """What the machine judged when it last reconciled."""
        return decisions.read_judgements(self._connection)

    def examination(self) -> Examination:
        """Under which keys referents met when the cards were last made, and which of them changed since."""
        return examination.read_examination(self._connection)

    def set_resolution(
        self,
        judgements: Iterable[Judgement],
        entities: Iterable[Entity],
        ignored: Iterable[str] = (),
        *,
        examined: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """Put the results of a reconciling in place of the former ones, together or not at all.

        The judgements are the machine's; a person's are not touched. `ignored` are the ids of mentions that name
        nothing: they are in no list and no network. With `examined`, the meeting keys of referents by id, only the
        judgements and cards of these are replaced, and the keys are kept for the next time. Raises ValueError where
        a judgement or a card names a referent that the project does not hold, or two cards the same one.
        """
        with self._whole():
            cards.write_ignored(self._connection, ignored)
            decisions.write_judgements(self._connection, judgements, examined)
            cards.write_entities(self._connection, entities, examined)
            examination.write_examination(self._connection, examined or {})

    def settings(self) -> dict[str, str]:
        """What a person set for the project, by the name of the setting."""
        return settings.read_settings(self._connection)

    def set_setting(self, name: str, value: str) -> None:
        """Set one setting for good; "" takes it back."""
        with self._whole():
            settings.write_setting(self._connection, name, value)

    def authority_files(self) -> tuple[tuple[str, str], ...]:
        """The lists of known things that guide the cards: the name and text of each, in the order given."""
        return settings.read_authority_files(self._connection)

    def set_authority_files(self, files: Iterable[tuple[str, str]]) -> None:
        """Put these lists in place of the former ones. Raises ValueError for two of one name."""
        with self._whole():
            settings.write_authority_files(self._connection, files)

    def entities(self, label: Label | None = None) -> Iterator[Entity]:
        """The cards of one label or of all, by label, name and id."""
        return cards.read_entities(self._connection, label)

    def entity(self, entity_id: str) -> Entity:
        """One card. Raises LookupError for an unknown id."""
        for entity in cards.read_entities(self._connection, entity_id=entity_id):
            return entity
        raise LookupError(f"the project holds no card {entity_id!r}")

    def entity_of(self) -> dict[str, str]:
        """The id of the card of each referent; a referent without one is left out."""
        return cards.read_entity_of(self._connection)

    def appearances(self, labels: Collection[Label], kinds: Collection[BlockKind] = BODY) -> Appearances:
        """Where the cards of these labels are named in blocks of these kinds, and the dates there, as columns.

        Ignored mentions are left out.
        """
        # numpy takes longer to load than most commands to run.
        from kartoteka.store.appearances import read_appearances

        return read_appearances(self._connection, labels, kinds)

    def attributed_mentions(self) -> Iterator[tuple[Mention, BlockKind, str]]:
        """Every mention with the kind of its block and the id of its card ("" without one), in reading order.

        Ignored ones are left out.
        """
        return cards.read_attributed(self._connection)

    def search(self, query: str) -> Iterator[Passage]:
        """The passages that hold these words, the best first, one a block.

        `query` may use FTS5's operators ("a phrase", AND, OR, NOT, NEAR, prefix*); what is no such query is
        taken as words that must all be there. Accents and kinds of apostrophe make no difference.
        """
        return search.find(self._connection, query)

    def counts(self) -> dict[str, int]:
        """How much the project holds: documents, words, mentions, referents, tenures, entities, spellings
        (on all cards together) and decisions that hold."""
        return figures.read_counts(self._connection)

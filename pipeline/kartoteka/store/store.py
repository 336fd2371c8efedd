"""The project's card index in one file: what was read, decided and brought together, always whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from kartoteka.store import (
    cards,
    cooccurrence,
    decisions,
    examination,
    figures,
    parts,
    readings,
    search,
    settings,
)
from kartoteka.store.checks import check
from kartoteka.store.connection import connect, transaction
from kartoteka.store.examination import Examination
from kartoteka.types import (
    BODY,
    BlockKind,
    CoOccurrence,
    Decision,
    Document,
    Entity,
    Judgement,
    Label,
    Life,
    Mention,
    Passage,
    Reading,
    Referent,
    Tenure,
    Window,
)


class Store:
    """One project: a file, or memory alone (":memory:").

    Every writing method is one transaction: it happens whole or, after a full disk or a killed process, not at
    all. Writing raises ValueError for values that do not hold together and OSError where the disk refuses. What
    is iterated over is read as you go, so finish (or copy into a list) before writing. Use a store in the thread
    that opened it; other processes may read meanwhile and wait for their turn to write.
    """

    def __init__(self, path: Path | str = ":memory:") -> None:
        """Open the project, making it where there is none.

        Raises ValueError for a file that is no project, or that a newer version of the program wrote, and
        OSError where the file cannot be opened.
        """
        self.path = path
        self._connection = connect(path)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. Closing twice does nothing."""
        self._connection.close()

    def _whole(self) -> AbstractContextManager[None]:
        return transaction(self._connection)

    def at_once(self) -> AbstractContextManager[None]:
        """Hold the project still: what is read inside is of one moment, what is written stands together.

        Raises OSError, and leaves all as it was, where another process wrote before anything was written inside.
        """
        return transaction(self._connection, writing=False)

    def known(self, document_id: str, fingerprint: str) -> bool:
        """Whether the project holds this document as read from the same bytes by the same rules."""
        return readings.is_known(self._connection, document_id, fingerprint)

    def put(self, reading: Reading, fingerprint: str) -> None:
        """Take in what was read in a document, in place of all that was known of it.

        A referent that is still there keeps its card; new ones get theirs at the next reconciling. A reading
        equal to the one held leaves every row as it was. Raises ValueError where the reading does not hold
        together: a mention that is not the text at its place, an id twice, a name for what is not there.
        """
        check(reading)
        with self._whole():
            if parts.read_as_put(self._connection, reading.document.id) == reading:
                readings.write_fingerprint(self._connection, reading.document.id, fingerprint)
            else:
                readings.write_reading(self._connection, reading, fingerprint)
                cards.drop_empty(self._connection)

    def remove(self, *document_ids: str) -> None:
        """Forget documents and all that was read in them, all or none; decisions stay.

        Raises LookupError that names an unknown one.
        """
        with self._whole():
            for identity in document_ids:
                readings.delete_document(self._connection, identity)
            cards.drop_empty(self._connection)

    def reading(self, document_id: str) -> Reading:
        """What was read in a document, equal to what was put. Raises LookupError for an unknown one."""
        reading = parts.read_as_put(self._connection, document_id)
        if reading is None:
            raise LookupError(f"the project holds no document {document_id!r}")
        return reading

    def parted(self) -> frozenset[str]:
        """The ids of the documents whose referents stand divided."""
        return parts.read_parted(self._connection)

    def part(self, reading: Reading) -> None:
        """Let a document speak of the parts of referents that were read in it, or again of these; they are kept aside.

        Raises ValueError where the reading does not hold together and LookupError for an unknown document.
        """
        check(reading)
        with self._whole():
            parts.write_parts(self._connection, reading)
            cards.drop_empty(self._connection)

    def documents(self) -> Iterator[Document]:
        """All documents by id."""
        return readings.read_documents(self._connection)

    def document(self, document_id: str) -> Document:
        """One document, equal to the one that was put. Raises LookupError for an unknown one."""
        for document in readings.read_documents(self._connection, document_id):
            return document
        raise LookupError(f"the project holds no document {document_id!r}")

    def document_ids(self) -> frozenset[str]:
        """The ids of all documents."""
        return frozenset(identity for (identity,) in self._connection.execute("SELECT id FROM document"))

    def sources(self) -> dict[str, str]:
        """Where each document was read from, as the call that read it had it; "" for a text in hand."""
        return dict(self._connection.execute("SELECT id, source FROM document ORDER BY id"))

    def romanizations(self) -> dict[str, tuple[str, ...]]:
        """The schemes that the names of each document can be romanized by, likeliest first; without those unknown."""
        return readings.read_romanizations(self._connection)

    def mentions(self, document_id: str | None = None) -> Iterator[Mention]:
        """The mentions of one document or of all."""
        return readings.read_mentions(self._connection, document_id)

    def referents(self, label: Label | None = None) -> Iterator[Referent]:
        """The referents of one label or of all, by document."""
        return readings.read_referents(self._connection, label)

    def tenures(self, *, whole: bool = False) -> Iterator[Tenure]:
        """All tenures by document, without what is ignored: holders and offices with their terms, else the name alone.

        `whole` ones are as they were read.
        """
        stated = readings.read_tenures(self._connection)
        return stated if whole else cards.without_ignored(self._connection, stated)

    def lives(self) -> Iterator[Life]:
        """All statements of births and deaths by document."""
        return readings.read_lives(self._connection)

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

    def cooccurrences(
        self,
        window: str = Window.SENTENCE,
        labels: frozenset[Label] = frozenset({Label.PERSON}),
        kinds: frozenset[BlockKind] = BODY,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[CoOccurrence]:
        """The pairs of cards named in one `Window`: a sentence, a paragraph (any block) or a document.

        A pair counts once a window. `passage` quotes the first of them by document and place; `earliest` and
        `latest` bound the dates named in them (a sentence without a date takes those of its paragraph), None
        where none is. `since` and `until` (a day, month or year) keep the windows with a date that reaches into
        that time, and drop those without one. Raises ValueError for an unknown window or a malformed day.
        """
        choice = cooccurrence.choose(window, labels, kinds, since, until)
        return cooccurrence.read_cooccurrences(self._connection, choice)

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

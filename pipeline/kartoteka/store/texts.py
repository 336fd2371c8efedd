"""What was read in the documents of a project, and the file that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from kartoteka.store import cards, parts, readings
from kartoteka.store.checks import check
from kartoteka.store.connection import connect, transaction
from kartoteka.types import Document, Label, Life, Mention, Reading, Referent, Tenure


class Texts:
    """The documents of a project and all that was read in them; `Store` adds decisions and cards."""

    def __init__(self, path: Path | str = ":memory:") -> None:
        """Open the project, making it where there is none.

        Raises ValueError for a file that is no project, or that a newer version of the program wrote, and
        OSError where the file cannot be opened.
        """
        self.path = path
        self._connection = connect(path)

    def __enter__(self) -> Self:
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

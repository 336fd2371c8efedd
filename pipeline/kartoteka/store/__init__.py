"""Keep the project: the documents, what was read in them, what was decided, and the cards, in one SQLite file."""

from kartoteka.store.store import Store

__all__ = ["Store"]

"""The network as one page that any browser opens without a connection: its data, its libraries, its own sources."""

from kartoteka.export.page.writing import PAGE

__all__ = ["PAGE"]

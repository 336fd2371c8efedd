"""From files to documents: found, decoded, their layout read into typed blocks over the untouched text.

`find_files` says which files are meant, `read` opens one, `read_text` takes a text in hand. A new byte format is a
module of `readers/`, a new layout of text a module of `forms/`.
"""

from __future__ import annotations

from kartoteka.ingest.base import Form, Reader
from kartoteka.ingest.document import make_document, read_text
from kartoteka.ingest.files import SourceFile, find_files
from kartoteka.ingest.opening import MAX_BYTES, read

__all__ = ["MAX_BYTES", "Form", "Reader", "SourceFile", "find_files", "make_document", "read", "read_text"]

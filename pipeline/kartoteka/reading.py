"""Texts to readings without a project, in one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from kartoteka.ingest import read_text
from kartoteka.ingest.inputs import Failure, read_inputs
from kartoteka.types import Document, Reading

AUTO = "auto"
T = TypeVar("T")


def read(texts_or_paths: Iterable[str | Path], lang: str = AUTO, *, jobs: int = 1) -> Iterator[Reading]:
    """Read texts in hand, or files and folders, without a project; one Reading a document, in order.

    A string is a path where such a file exists, a text otherwise. `lang` is auto, en, uk or ru. Raises ValueError
    or OSError for a file that cannot be read.
    """
    yield from annotated(_documents(texts_or_paths, lang), jobs=jobs)


def annotated(
    documents: Iterable[Document], *, jobs: int = 1, failures: list[Failure] | None = None
) -> Iterator[Reading]:
    """The readings of documents in order, by so many processes.

    A document that cannot be annotated is added to `failures` and left out; without such a list it raises.
    """
    for (document, _), result in attempts(((document, None) for document in documents), jobs):
        if not isinstance(result, Exception):
            yield result
        elif failures is None:
            raise result
        else:
            failures.append(failed(document, result))


def failed(document: Document, error: Exception) -> Failure:
    cause = f"could not be annotated ({type(error).__name__}: {error})"
    return Failure(document.source or document.id, " ".join(cause.split()))


def _documents(texts_or_paths: Iterable[str | Path], lang: str) -> Iterator[Document]:
    wanted = "" if lang == AUTO else lang
    for number, item in enumerate(listed(texts_or_paths), 1):
        if isinstance(item, Path) or _names_a_file(item):
            for document in read_inputs([item], wanted):
                if isinstance(document, Failure):
                    raise ValueError(f"{document.source}: {document.reason}")
                yield document
        else:
            yield read_text(item, f"text-{number}", lang=wanted)


def _names_a_file(text: str) -> bool:
    try:
        return bool(text.strip()) and "\n" not in text and Path(text).exists()
    except OSError:  # too long for a name: a text
        return False


def listed(items: Iterable[str | Path] | str | Path) -> Iterable[str | Path]:
    """One text or path alone is a list of one, not its letters."""
    return [items] if isinstance(items, str | Path) else items


def attempts(
    waiting: Iterable[tuple[Document, T]], jobs: int
) -> Iterator[tuple[tuple[Document, T], Reading | Exception]]:
    """Each document, with what came along, and its reading or what went wrong; in order, never far ahead."""
    if jobs <= 1:
        for item in waiting:
            yield item, _attempt(item[0])
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        pending: deque[tuple[tuple[Document, T], Future[Reading | Exception]]] = deque()
        for item in waiting:
            pending.append((item, pool.submit(_attempt, item[0])))
            if len(pending) > 4 * jobs:
                first, future = pending.popleft()
                yield first, future.result()
        for item, future in pending:
            yield item, future.result()


def _attempt(document: Document) -> Reading | Exception:
    from kartoteka.annotate import annotate

    try:
        return next(annotate([document]))
    except Exception as error:  # whatever one text provokes must not cost the others
        return error

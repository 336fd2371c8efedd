"""The whole way from files to a network, one method a step: what a notebook or the command line calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kartoteka.ingest import SourceFile, find_files
from kartoteka.ingest.changes import fingerprint, missing
from kartoteka.ingest.inputs import Failure, read_source
from kartoteka.reading import AUTO, attempts, failed, listed
from kartoteka.reconcile import NAMES, Standing, reconcile, standings
from kartoteka.store import Store
from kartoteka.types import Decision, Document, Label, Reading, Ruling

if TYPE_CHECKING:
    from types import TracebackType

    import networkx as nx

    from kartoteka.careers import Careers
    from kartoteka.reconcile.importing import ImportReport

DATABASE = "project.sqlite"

Progress = Callable[[str], None]


@dataclass(slots=True)
class IngestReport:
    """What became of the files given: how many were read anew, how many stood already, which failed.

    `gone` are the documents of the project whose files were in the folders given and are no longer there.
    """

    added: int = 0
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


class Project:
    """One research project: a folder with its store (`project.sqlite`) and the files made from it.

    The folder is made when it is missing. Use it as a context manager, or close it. Raises ValueError where the
    store is none of ours or newer than this program.
    """

    def __init__(self, folder: str | Path = "output") -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.store = Store(self.folder / DATABASE)

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def ingest(
        self, paths: Iterable[str | Path], *, lang: str = AUTO, jobs: int = 1, progress: Progress | None = None
    ) -> IngestReport:
        """Read files, folders and globs into the store. Safe to repeat: what is unchanged is left alone.

        A file that cannot be read is named in the report and costs nothing else. `progress` hears each file's id
        when it is done.
        """
        report, given = IngestReport(), list(listed(paths))
        waiting = self._unread(find_files(given, self.store.sources()), lang, report, progress)
        for (document, mark), result in attempts(waiting, jobs):
            if isinstance(result, Exception):
                report.failures.append(failed(document, result))
            else:
                self._put(result, mark, report)
            _tell(progress, document.id)
        report.gone += missing(self.store.sources(), map(Path, given))
        return report

    def forget(self, *documents: str) -> None:
        """Remove documents, by their ids, and all that was read in them, all or none; decisions stay on record.

        Raises LookupError that names an unknown one. Reconcile afterwards.
        """
        self.store.remove(*documents)

    def _put(self, reading: Reading, mark: str, report: IngestReport) -> None:
        try:
            self.store.put(reading, mark)
        except ValueError as error:
            report.failures.append(Failure(reading.document.source or reading.document.id, str(error)))
        else:
            report.added += 1

    def _unread(
        self, sources: Iterable[SourceFile], lang: str, report: IngestReport, progress: Progress | None
    ) -> Iterator[tuple[Document, str]]:
        for source in sources:
            if source.path.resolve().is_relative_to(self.folder.resolve()):
                continue  # what the program itself wrote is no article
            mark = fingerprint(source.path, lang)
            if self.store.known(source.id, mark):
                report.unchanged += 1
                _tell(progress, source.id)
                continue
            for document in read_source(source, "" if lang == AUTO else lang):
                if isinstance(document, Failure):
                    report.failures.append(document)
                    _tell(progress, source.id)
                elif self.store.known(document.id, mark):
                    report.unchanged += 1
                else:
                    yield document, mark

    def reconcile(self, *, anew: bool = False) -> tuple[str, ...]:
        """Bring the spellings together again, honouring every decision, the authority files, the convention for names.

        Only what has changed since the last time, and what that can concern, is compared; all of it if `anew`. Returns
        a line for each name, of those compared, that several rows of the authority files fit.
        """
        return reconcile(self.store, anew=anew)

    def set_authorities(self, paths: Iterable[str | Path]) -> list[str]:
        """Let these lists of known things (CSV) guide the cards from now on, in place of former ones; none for none.

        Their content is kept in the project. Returns a line for each row that is no use, or in part. Raises
        ValueError or OSError that names a file that is no such list or cannot be read.
        """
        from kartoteka.reconcile.authority import open_authorities, read_authorities

        files = open_authorities(paths)
        self.store.set_authority_files(files)
        return read_authorities(files)[1]

    def set_names(self, convention: str) -> None:
        """Call the cards by a convention from the next reconciling on: attested, uk, ru, or a scheme of romanization.

        Several are joined by commas, for what the first cannot name. Raises ValueError that lists the known ones for an
        unknown one.
        """
        from kartoteka.names import ATTESTED, check_convention

        known = check_convention(convention)
        self.store.set_setting(NAMES, "" if known == ATTESTED else known)

    def written(self) -> bool:
        """Whether the standard lists have been written into the folder before."""
        return (self.folder / "entities.csv").exists()

    def graph(self, **options: Any) -> nx.Graph:
        """The co-occurrence network; the options are those of `kartoteka.network.build_graph`."""
        from kartoteka.network import build_graph

        return build_graph(self.store, **options)

    def export(
        self,
        name: str = "",
        path: str | Path | None = None,
        *,
        graph: nx.Graph | None = None,
        ids: Mapping[str, str] | None = None,
    ) -> list[Path]:
        """Write one export ("tenures.csv") to `path` or into the folder; without a name, all the standard ones.

        `graph` is the network to write, the default one unless given; `ids` are the Wikidata ids of cards (those of
        `identifiers`). Raises ValueError for an unknown name.
        """
        from kartoteka.export import export, export_all

        with self.store.at_once():
            if not name:
                return export_all(self.store, self.folder, graph=graph)
            return [export(self.store, name, path or self.folder / name, graph=graph, ids=ids)]

    def careers(self) -> Careers:
        """Terms, contradictions, lines of holders and what they leave open, as the cards stand now."""
        from kartoteka.careers import read_careers

        return read_careers(self.store)

    def identifiers(self, path: str | Path) -> tuple[dict[str, str], list[str]]:
        """The Wikidata ids that a CSV file (name, wikidata) gives to cards, and a line for each row that is no use."""
        from kartoteka.reconcile.identifiers import read_identifiers

        return read_identifiers(path, self.store)

    def decide(
        self,
        ruling: Ruling | str,
        *names: str,
        by: str,
        because: str = "",
        document: str = "",
        beside: str = "",
        label: Label | None = None,
    ) -> int:
        """Record that two names are "same" or "different", or that one is to "ignore" or "unknown"; gives its number.

        A name is a card's id, a spelling, or spelling@document. `document` binds all names to one document, `beside`
        to the documents that also name this; `label` says which of two things of one spelling is meant. Raises
        LookupError where nothing bears a name, ValueError where it is not plain what is meant, where the names mean
        the same mentions or things of two kinds, and where it contradicts other decisions, which are named.
        """
        from kartoteka.reconcile.deciding import draw_up, settle_in
        from kartoteka.reconcile.desk import lay_out

        wanted = Decision(Ruling(ruling), label or Label.PERSON, (), by, because, beside)
        with self.store.at_once():
            desk = lay_out(self.store)
            decision = draw_up(desk, wanted, [(name, document) for name in names], label)
            settle_in(desk, decision)
            return self.store.decide(decision)[0]

    def undo(self, *numbers: int) -> list[Decision]:
        """Take decisions back, all or none, and return them. Raises LookupError for one that is none, or undone."""
        self.store.undo(*numbers)
        return [one for one in self.store.decisions() if one.number in numbers]

    def standings(self) -> tuple[Standing, ...]:
        """Every decision, whether it applies to the texts as they stand, and why not."""
        return standings(self.store)

    def import_decisions(self, path: str | Path, *, by: str) -> ImportReport:
        """Record the decisions of a CSV or JSONL file; `by` made those that do not say who. Safe to repeat."""
        from kartoteka.reconcile.importing import import_decisions

        return import_decisions(self.store, Path(path), by=by)

    def export_decisions(self, path: str | Path) -> None:
        """Write every decision to a CSV or JSONL file, which `import_decisions` takes in again, here or elsewhere."""
        from kartoteka.export.exporter import aside
        from kartoteka.reconcile.decision_lists import suffix, write_csv, write_jsonl

        write = write_csv if suffix(Path(path)) == ".csv" else write_jsonl
        with aside([Path(path)]) as (stream,):
            write(self.standings(), stream)


def _tell(progress: Progress | None, name: str) -> None:
    if progress is not None:
        progress(name)

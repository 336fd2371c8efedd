"""The whole way from files to a network, one method a step: what a notebook or the command line calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kartoteka.ingest import SourceFile, find_files
from kartoteka.ingest.changes import fingerprint, missing
from kartoteka.ingest.inputs import Failure, read_source
from kartoteka.reading import AUTO, attempts, failed, listed
from kartoteka.reconcile import NAMES, reconcile
from kartoteka.rulings import Rulings
from kartoteka.store import Store
from kartoteka.types import Document, Reading

if TYPE_CHECKING:
    from types import TracebackType

    import networkx as nx

    from kartoteka.careers import Careers
    from kartoteka.network.periods import Period

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


class Project(Rulings):
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

    def graph(
        self, *, backbone: float = 0.0, ego: str | Sequence[str] = (), radius: int = 1, **options: Any
    ) -> nx.Graph:
        """The co-occurrence network: who is named together with whom, counted, dated, quoted and measured.

        `options` are those of `kartoteka.network.build_graph`; `backbone` keeps the ties that chance does not explain
        at this level (`kartoteka.network.backbone`), `ego` what lies `radius` ties around these cards, given by id or
        name (`kartoteka.network.ego`). Where nothing is left of it, an empty network is returned, and
        `graph.graph["empty"]` says in a sentence which of these left none. Raises ValueError for what is not known.
        """
        from kartoteka import network
        from kartoteka.network.calling import explain_absence
        from kartoteka.network.ego import NobodyCalledError

        graph = network.build_graph(self.store, **options)
        graph = network.backbone(graph, backbone) if backbone else graph
        try:
            return network.ego(graph, ego, radius) if ego else graph
        except NobodyCalledError as nobody:
            raise ValueError(explain_absence(self.store, graph, nobody.who) or str(nobody)) from None

    def slices(self, graph: nx.Graph, form: str) -> Iterator[tuple[Period, nx.Graph]]:
        """The same network in each period in which a tie of it lives: "year", "5y" or "1927,1930-02,1937-07-30".

        The same card has the same place, community and colour in all periods (`kartoteka.network.slices`). Raises
        ValueError for any other form, and for a graph that `graph` has not made.
        """
        from kartoteka.network.slices import slice_network

        return slice_network(self.store, graph, form)

    def ties(self, **options: Any) -> nx.MultiDiGraph:
        """What careers tie people by: succession, same office, same organization, appointment.

        `options` are those of `kartoteka.network.build_ties`.
        """
        from kartoteka.network import build_ties

        return build_ties(self.store, **options)

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


def _tell(progress: Progress | None, name: str) -> None:
    if progress is not None:
        progress(name)

"""Notes and bibliographies: a grammar of citations in English, Ukrainian and Russian, wherever they stand.

A citation is known by its own shape: a row of authors before a title, an imprint, a journal's number, a shelfmark.
Its parts are in modules of their own: `citation_names`, `citation_titles`, `citation_imprints`, `citation_archives`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.citation_archives import archives, shelfmarks
from kartoteka.annotate.citation_imprints import bracketed_place, imprints, journals, newspaper
from kartoteka.annotate.citation_names import authors, editors
from kartoteka.annotate.citation_titles import names_in_title
from kartoteka.annotate.citation_words import INITIALS_FIRST, SURNAME_FIRST, YEAR, any_of, shortened_places
from kartoteka.annotate.findings import Finding, found, replace
from kartoteka.annotate.name_words import INITIAL, NAME, UPPER, is_given
from kartoteka.languages import identify
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.types import Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: A title longer than this is a sentence.
LONGEST_TITLE = 260
#: Words that may announce the first citation of a note: "For a detailed discussion, see".
MOST_CUES = 6
#: Where a citation may begin: at the start, behind another's page or bracket, behind a sentence, behind "in".
START = re.compile(
    r"^[\s*_]*(?:\[?\d+[.)\]] )?[\s*_(\[]*|; +|(?<=[\d).\]”\"»'])\. +|(?<=[^\W\d_]{5})\. +"
    r"|\n\s*|\((?=[^\W\d_])|(?<=[,;”\"]) (?=in |and )"
)
QUOTED = re.compile(r"[\"“«„]([^\"“”«»„]{3,200})[\"”»]")
OPENING_SIGNS = '"“«„*_'


@dataclass(frozen=True, slots=True)
class Citations:
    """What the citations of a text name, and the titles that are sure ones, as spans of the text."""

    findings: tuple[Finding, ...]
    titles: tuple[tuple[int, int], ...]


def read_citations(text: str, lang: str) -> Citations:
    """The citations of a text: who and what they name, and where their titles stand.

    PERSON: authors, editors, and those whom titles name; ORG: journals, newspapers, publishers, archives; PLACE:
    where a work appeared, where an archive is, known places in titles. A name in an oblique case carries its
    nominative. `lang` is the text's own language (en, uk, ru), which settles what a shortened place stands for.
    """
    if _sign().search(text) is None:
        return Citations((), ())
    findings = [*imprints(text, lang), *journals(text), *archives(text), *editors(text, lang)]
    titles = []
    for start in starts(text):
        periodical = newspaper(text, start)
        findings += [periodical] if periodical is not None else []
        named, title = authors(text, start, lang)
        end = title_end(text, title, authored=bool(named) or _same_author(text, start))
        if end is None:
            continue
        findings += [*named, *names_in_title(text, title, end, lang)]
        if named or identify(text[title:end], "").endswith("-Latn"):
            titles.append((title, end))
            findings += bracketed_place(text, end + 1, lang)
    return Citations(tuple(findings), tuple(titles))


@cache
def _sign() -> re.Pattern[str]:
    """A sign of a citation; prose without one costs no more than the search for it."""
    marks = any_of("shelf_first", "again", "pages", "roles", "roles_genitive", "theses")
    quoted = rf"[\"”»] [{UPPER}][^\n]{{2,60}}\d"
    short_title = rf"{NAME}, [\"“«*_{UPPER}][^\n]{{2,90}}, \d+"
    return re.compile(rf"[,.:;–—] {YEAR}|//|{marks} ?(?:\d|[{UPPER}]|[.;,]|$)|{quoted}|{short_title}")


def starts(text: str) -> list[int]:
    """Where citations may begin, past the words that announce them ("See also", «Див. також»)."""
    places = set()
    for match in START.finditer(text):
        at = match.end()
        while (cue := _cue().match(text, at)) is not None:
            at = cue.end()
        if text[at : at + 1].isalnum() or text[at : at + 1] in OPENING_SIGNS:
            places.add(at)
    return sorted(places)


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('cues')}[,:]?|{any_of('same')}[.,]) ")


@cache
def _same() -> re.Pattern[str]:
    return re.compile(rf"{any_of('same')}[.,] $")


def _same_author(text: str, start: int) -> bool:
    """Whether "idem" or «он же» stands for the authors before the title at `start`."""
    return _same().search(text, max(0, start - 12), start) is not None


@cache
def _tails() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends a title: surely (editors, a slash, an imprint) and where authors stand before it (brackets, a page)."""
    short = "|".join(re.escape(s) for s in shortened_places("en"))
    place = rf"(?:(?:{short})(?:[,;]| ?:)|{NAME}(?:[;,] {NAME})?(?: ?: |, {YEAR}))"
    imprint = rf"\. (?:[–—] )?(?={place})|\. [–—] (?={YEAR}|№|{any_of('pages', 'parts')} ?\d)"
    editor = rf",? (?={any_of('roles', 'roles_genitive')} ?[{UPPER}])"
    slash = rf" / (?={any_of('roles', 'roles_genitive')}|{INITIALS_FIRST}|{SURNAME_FIRST})| // ?(?=[{UPPER}])"
    sure = rf"{editor}|{slash}|{imprint}"
    bracket = rf" \((?=[{UPPER}][^()\n]*[,:] ?[^()\n]*{YEAR}\w?)"
    page = rf",? (?={any_of('pages', 'parts')} ?\d)|, (?!{YEAR})(?:\d+:)?\d+(?:[–-]\d+)?(?=[.;,)]|$)"
    return re.compile(sure), re.compile(rf"{sure}|{bracket}|{page}")


def title_end(text: str, start: int, *, authored: bool) -> int | None:
    """Where a title that begins at `start` ends; None where what follows does not show that it is one.

    Without authors before it a page or a bracket with a year ends a title only where a note in Latin letters
    begins with it.
    """
    quoted = QUOTED.match(text, start)
    if quoted is not None:
        comma = text[quoted.end(1) - 1] in ",.!?" or text[quoted.end() : quoted.end() + 1] == ","
        return quoted.end(1) if authored or comma else None
    cyrillic = CYRILLIC.search(text, start, start + LONGEST_TITLE) is not None
    opens = not cyrillic and text.count(" ", 0, start) < MOST_CUES
    match = _tails()[authored or opens].search(text, start, start + LONGEST_TITLE)
    return match.start() if match and match.start() > start + 2 else None


def unnamed(text: str) -> list[tuple[int, int]]:
    """The stretches of citations that name nothing: shelfmarks, volumes and pages, "Ibid.", «там само»."""
    return sorted([*shelfmarks(text), *(match.span() for match in _furniture().finditer(text))])


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(rf"{any_of('pages', 'parts')} ?\d+(?:[–/-]\d+)*|{any_of('again')}")


def cited(text: str, lang: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a text and those of its citations, without what a citation speaks against.

    Out go: whatever reaches into a shelfmark, a page or "Ibid."; persons that cut across an author's name; names
    inside a journal, publisher or archive; and what a recognizer alone sees in the ordinary words of a title.
    """
    read = read_citations(text, lang)
    nothing = unnamed(text) if read.findings else []
    kept = [f for f in findings if not _reaches(f, nothing) and not _spoken_against(text, lang, f, read)]
    return [*kept, *read.findings]


def _reaches(finding: Finding, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(finding.start < end and start < finding.end for start, end in stretches)


def _spoken_against(text: str, lang: str, finding: Finding, read: Citations) -> bool:
    for other in read.findings:
        overlaps = finding.start < other.end and other.start < finding.end
        same = (finding.start, finding.end) == (other.start, other.end)
        if not overlaps or same or finding.weight >= other.weight:
            continue
        if other.label is finding.label is Label.PERSON or (other.label is finding.label is Label.ORG):
            return True
    in_title = any(start <= finding.start and finding.end <= end for start, end in read.titles)
    return in_title and _is_ordinary(text[finding.start : finding.end], finding, lang)


def _is_ordinary(name: str, finding: Finding, lang: str) -> bool:
    """Whether a recognizer, or an ending, alone makes a name of a title's words, whose capitals tell nothing."""
    if not finding.rule.startswith(("recognizer", "persons.surname-ending")):
        return False
    return not (finding.label is Label.PERSON and (re.match(INITIAL, name) or is_given(name.split()[0], lang)))


@Nlp.component("kartoteka_citations")
def citations(doc: Doc) -> Doc:
    """spaCy component: adds what citations name and takes out what they show to be nothing."""
    replace(doc, cited(doc.text, doc.lang_, found(doc)))
    return doc

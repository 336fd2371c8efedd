"""Where a cited work appeared: places of publication and publishers, journals, newspapers and serials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kartoteka.annotate.citation_words import YEAR, any_of, has_any, shortened_places, words
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import NAME, UPPER
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.types import Label

CITED = 0.76

#: "(Kyiv; Lviv: Svit, 1994" and "(Cambridge, Mass.: Press, 1983": places, publishers, the year.
BRACKETED = re.compile(rf"\(([{UPPER}][^():\n]{{1,60}}?) ?: ([{UPPER}][^():\n]{{1,80}}?), (?={YEAR})")
#: "(Kyiv, 1989)" behind a title.
PLACE_YEAR = re.compile(rf"\(({NAME}(?:[ .]+{NAME})?(?:[,;] {NAME})?), {YEAR}\)")
#: "London and New York: Routledge, 2011" without brackets.
TOWN = rf"(?:St\. )?{NAME}(?: {NAME})?"
PLAIN = re.compile(
    rf"(?<=[.,;–—/] )({TOWN}(?:(?:; | and | & |, |–){TOWN})?) ?: ([{UPPER}«\"][^:;()\n]{{1,70}}?), (?={YEAR})"
)
JOURNAL_NUMBER = r"(?:nos?|vol|vols|№|т|ч|вып|вип|vyp|t|ch|Nr)\.? ?\d"
MONTH_DAY = rf"\d{{1,2}}(?:\[\d\])? [^\W\d_]{{3,9}}\.? {YEAR}"
#: A title in quotes, then the journal up to its number, its year or a date.
JOURNAL = re.compile(
    rf"[,.!?]['’]?[\"”»] (?!in )([{UPPER}][^,.\"“”«»()\n]{{2,70}}?)"
    rf"(?=,? {JOURNAL_NUMBER}|,? \d|,? \(\d|,? \([{UPPER}][^\W\d_]+ (?:of )?{YEAR})"
)
JOURNAL_CYRILLIC = re.compile(
    rf"// ?([{UPPER}][^.,\"«»()\n]{{2,80}}?)"
    rf"(?=[.,;:] (?:[–—-] )?(?:\d|№|[ТтВвЧчСс](?:ип|ып)?\. ?\d)|\. [–—] | \(?{YEAR}| ?: (?:в|у|зб)|\. [{UPPER}])"
)
#: "in Problemy istoriï, vyp. 4".
SERIAL = re.compile(rf"\b(?:in|у|в) ([{UPPER}][^,.\"“”«»()\n]{{3,70}}?), (?=(?:vyp|vol|вип|вып)\. ?\d)")
#: "Izvestiia, 27 November 1935" and «Правда. 1933. 14 июля» where a citation begins.
NEWSPAPER = re.compile(rf"([{UPPER}][^,.;:()\"\n]{{2,40}}?)(?: \({NAME}\))?, (?={MONTH_DAY})")
NEWSPAPER_CYRILLIC = re.compile(
    rf"«?([{UPPER}][^,.;:()\"\n]{{2,40}}?)»?[.,] (?:[–—] )?(?={YEAR}\. (?:[–—] )?(?:\d{{1,2}} [а-яіїє]|№ ?\d))"
)
PART = re.compile(r"[^,;]+")
AND = re.compile(r" (?:and|&|та|і|и|und) ")


def imprints(text: str, lang: str) -> Iterator[Finding]:
    """Places and publishers, also those shortened («К.: Основа»), whose clean form is the full name."""
    for pattern in (BRACKETED, PLAIN):
        for match in pattern.finditer(text):
            if pattern is PLAIN and not _is_imprint(match.group(1), match.group(2)):
                continue
            yield from _parts(text, match.span(1), Label.PLACE, lang)
            yield from _publishers(text, match.span(2))
    for match in PLACE_YEAR.finditer(text):
        if identify("places", re.split("[,;]", match.group(1))[0]):
            yield from _parts(text, match.span(1), Label.PLACE, lang)
    for match in _shortened().finditer(text):
        full = shortened_places(lang)[match.group(1).replace(" ", "")]
        yield Finding(*match.span(1), Label.PLACE, "places.imprint", CITED, full)
        for group in (2, 3):
            if match.group(group):
                kind = Label.PLACE if group == 2 else Label.ORG
                yield from _parts(text, match.span(group), kind, lang)


def bracketed_place(text: str, start: int, lang: str) -> Iterator[Finding]:
    """The place in the bracket behind a title whose authors are known, whatever its name: "(Edmonton, 2009)"."""
    match = PLACE_YEAR.match(text, start)
    if match is not None:
        yield from _parts(text, match.span(1), Label.PLACE, lang)


@cache
def _shortened() -> re.Pattern[str]:
    """«К.: Основа, 1998», «М.; Смоленск: Олимп, 1998», «СПб., 2001», and such places in brackets."""
    short = "|".join(re.escape(s) for s in sorted(shortened_places("en"), key=lambda s: -len(s)))
    publisher = rf"([{UPPER}«\"][^:;()\n]{{1,70}}?), "
    before = r"(?:(?<=[.,;/–—(] )|(?<=[(/–—]))"
    return re.compile(rf"{before}({short})(?:[;,–—-] ?({NAME})\.?)?(?: ?: {publisher}|, )(?={YEAR})")


def _is_imprint(places: str, publisher: str) -> bool:
    """Whether a place that is not in brackets is one, or what follows names a press by itself."""
    return any(identify("places", part) for part in re.split(r"; | and | & |, |–", places)) or bool(
        re.search(r"Press$|Verlag|Publish|Vydav|Izdat|Видав|Издат|Books$|Univers", publisher)
    )


def _publishers(text: str, span: tuple[int, int]) -> Iterator[Finding]:
    yield from _parts(text, span, Label.ORG, "en")


def _parts(text: str, span: tuple[int, int], label: Label, lang: str) -> Iterator[Finding]:
    """The names between commas and semicolons; places also between "and"."""
    rule = "places.imprint" if label is Label.PLACE else "organizations.imprint"
    for match in PART.finditer(text, *span):
        pieces = [match.span()]
        if label is Label.PLACE and (between := AND.search(text, *match.span())):
            pieces = [(match.start(), between.start()), (between.end(), match.end())]
        for start, end in pieces:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end -= len(text[start:end]) - len(text[start:end].rstrip())
            full = shortened_places(lang).get(text[start:end], "") if label is Label.PLACE else ""
            if end - start > 2 or full or text[start:end] in words("states"):
                as_written = text[start:end] if label is Label.ORG else full
                yield Finding(start, end, label, rule, CITED, as_written)


def journals(text: str) -> Iterator[Finding]:
    """Journals behind a title, serials behind "in", newspapers in quotes behind the word for one."""
    for pattern in (JOURNAL, JOURNAL_CYRILLIC, SERIAL):
        for match in pattern.finditer(text):
            if not _is_prose(match.group(1)):
                yield _periodical(match, "organizations.journal")
    for match in _named_periodical().finditer(text) if has_any(text, "periodicals") else ():
        yield Finding(*match.span(1), Label.ORG, "organizations.newspaper", CITED)


def _is_prose(name: str) -> bool:
    """Whether what follows a quotation goes on as a sentence: "the plan." On 18 November | 1932"."""
    row = name.lower().split()
    little = words("not_last")
    return row[-1] in little or (row[0] in little and any(c.isdigit() for c in name)) or name.lower() in little


@cache
def _named_periodical() -> re.Pattern[str]:
    quoted = rf"[\"“„«‘']([{UPPER}][^\"“”„«»‘,.;:()\n]{{2,40}}?)[,.]?[\"”»’'](?!\w)"
    return re.compile(rf"{any_of('periodicals')} {quoted}")


def newspaper(text: str, start: int) -> Finding | None:
    """The newspaper with which a citation begins, its date or year behind it; None where none is known or likely."""
    for pattern in (NEWSPAPER, NEWSPAPER_CYRILLIC):
        match = pattern.match(text, start)
        if match is None or identify("places", match.group(1)):
            continue
        if identify("organizations", match.group(1)) or _romanized(match.group(1)):
            return _periodical(match, "organizations.newspaper")
    return None


def _periodical(match: re.Match[str], rule: str) -> Finding:
    """A journal is cited in the nominative: its name is what is written."""
    return Finding(*match.span(1), Label.ORG, rule, CITED, match.group(1))


def _romanized(name: str) -> bool:
    """Whether a name of several words has the form of a romanized newspaper: "Vechernii Kiev", "Zerkalo nedeli"."""
    from kartoteka.languages import identify as identify_language

    return " " in name and identify_language(name, "") in {"uk-Latn", "ru-Latn"}

"""Persons: what their form shows, and what a recognizer found, trimmed to the form of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace as changed
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, context, found, replace, text_of
from kartoteka.annotate.name_words import (
    FACTIONS,
    INITIAL,
    NAME,
    PARTICLE,
    is_given,
    is_no_name,
    is_relational,
    opens_sentence,
    words,
)
from kartoteka.annotate.person_context import (
    headwords,
    inverted,
    is_one_person,
    names_thing,
    weighed,
    without_lead,
)
from kartoteka.annotate.person_forms import SURNAME_ALONE, find_persons
from kartoteka.annotate.recognizers import recognize
from kartoteka.languages.morphology import INFLECTED, is_adjective, is_common_word
from kartoteka.types import BlockKind, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: A name with the Arabic article before it: «эль-Масри», "al-Sadr".
ARTICLED = rf"(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]r|[Aa]t|[Aa]d|[Аа]ль|[ЭэЕе]ль|[Аа]с|[Аа]ш|[Аа]р|[Аа]т|[Аа]д)-{NAME}"
#: A romanized soft sign ends a given name before its surname: "Vasyl' Ivanys".
SOFT = r"(?:(?<=[lntdrz])'(?= ))?"
SHAPE = re.compile(
    rf"(?:{INITIAL}[ -]?)*(?:{ARTICLED}|{NAME}){SOFT}(?: (?:{INITIAL}|{ARTICLED}|{NAME}{SOFT}|{PARTICLE}))*"
)

#: From this weight on a single word is a name though the dictionary knows it as a common word: «Мадонна».
KNOWING = 0.52
#: A capital letter and a full stop before a name are its initial, not «в», "а" or the title «о.».
INITIALS = re.compile(rf"{INITIAL} ?(?={INITIAL}|{NAME})")
#: «Карлу X.» at the end of a sentence.
NUMBERED = re.compile(r"[а-яіїєґё] [IVX]{1,5}\.$")
#: «Лукашенко-младший» is a name, «Карнеги-холл» is none.
GENERATION = re.compile(r"-(?:младш|старш|молодш)[^\W\d_]+")
LEADING_WORD = re.compile(r"[\[(\"']*([^\W\d_][\w-]*)\.?\]? ")


def _trimmed(text: str, finding: Finding, lang: str, *, cited: bool) -> Finding | None:
    """What a recognizer took for a person, without titles and whatever is no name; None if nothing is left.

    In citations, whose titles are full of capitals, it must have a given name or initials.
    """
    start = without_lead(text, _past_titles(text, finding, lang), finding.end, lang)
    match = SHAPE.match(text, start, finding.end)
    if match is None or is_no_name(match.group(), lang):
        return None
    if lang in INFLECTED and " " not in match.group():
        name = match.group()
        if is_common_word(name, lang) and finding.weight < KNOWING:
            return None
        if text[match.end() : match.end() + 1] == " " and is_relational(text, match.end(), name, lang):
            return None
    names = [part for part in match.group().split() if not re.fullmatch(INITIAL, part)]
    if any(is_no_name(part, lang) or part.lower().endswith(FACTIONS) for part in names):
        return None
    if match.group().lower() in words(lang, "titles"):
        return None
    if not is_one_person(names, lang):
        return None  # two persons side by side: «Хатаевича Каганович»
    if cited and not re.match(INITIAL, match.group()) and not is_given(match.group().split()[0], lang):
        return None
    end = match.end()
    if text[end : end + 1] == "-":
        generation = GENERATION.match(text, end)
        if generation is None:
            return None
        end = generation.end()
    return weighed(text, changed(finding, start=start, end=end), lang)


def _past_titles(text: str, finding: Finding, lang: str) -> int:
    """Where a name begins behind titles and, in Cyrillic, behind words that name nobody: «Щодо Чилі»."""
    start = finding.start
    while True:
        match = LEADING_WORD.match(text[start : finding.end])
        if match is None:
            return start
        word = match.group(1)
        if len(word) == 1 and INITIALS.match(text, start):
            return start
        opening = lang in INFLECTED and opens_sentence(text, start)
        plain = opening and is_common_word(word, lang) and not is_adjective(word, lang)
        if word.lower() not in words(lang, "titles") and not plain:
            return start
        start += match.end()


def corroborated(text: str, lang: str, longer: Sequence[Finding], parts: Sequence[Finding]) -> list[Finding]:
    """The `longer` findings, those of several words raised above the weightiest part of them that is a name too.

    Two witnesses are better than one: the recognizer sees "Ледли Кинг", the dictionary knows the surname «Кинг».
    In Ukrainian and Russian the words must agree in case: «Постышев Сталину» are two persons.
    """
    raised = []
    for finding in longer:
        names = text[finding.start : finding.end].split()
        inner = [p for p in parts if finding.start <= p.start and p.end <= finding.end]
        if inner and 1 < len(names) < 5 and is_one_person(names, lang):
            finding = changed(finding, weight=max(finding.weight, max(p.weight for p in inner) + 0.005))
        raised.append(finding)
    return raised


def _continued(text: str, forms: Sequence[Finding], recognized: Sequence[Finding]) -> Iterator[Finding]:
    """A name that its form shows and the recognizer goes on with: "Jan Karol | Opaliński Leszczyński"."""
    by_start = {f.start: f for f in recognized}
    for form in forms:
        after = by_start.get(form.end + 1)
        if after and form.rule == "persons.given-name" and text[form.end] == " ":
            yield changed(form, end=after.end, weight=form.weight + 0.005, rule="persons.continued")


def _without_stop(text: str, finding: Finding, lang: str) -> Finding:
    """A ruler's name without the full stop behind its figure, which among Cyrillic letters is no initial: Карлу X."""
    ruler = lang in INFLECTED and NUMBERED.search(text, finding.start, finding.end)
    return changed(finding, end=finding.end - 1) if ruler else finding


def _overruled(form: Finding, recognized: Sequence[Finding]) -> bool:
    """Whether initials go with what follows: «В Харбине | Д. Л. Хорват»."""
    return form.rule == "persons.surname-initials" and any(
        form.start < f.start < form.end < f.end for f in recognized
    )


@Nlp.factory("kartoteka_people")
class Persons:
    """spaCy component: trims the recognizer's PERSON findings and adds those that the form shows."""

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang or "en"

    def __call__(self, doc: Doc) -> Doc:
        recognize(doc, self.lang, Label.PERSON)
        text = text_of(doc)
        before = found(doc)
        others = [f for f in before if f.label is not Label.PERSON]
        cited = context(doc).kind in {BlockKind.NOTE, BlockKind.BIBLIOGRAPHY}
        trimmed = (_trimmed(text, f, self.lang, cited=cited) for f in before if f.label is Label.PERSON)
        forms = [f for f in find_persons(text, self.lang) if not cited or f.weight > SURNAME_ALONE]
        kept = [f for f in trimmed if f is not None and not names_thing(text, f.start, f.end, self.lang)]
        forms = [f for f in forms if not _overruled(f, kept) and not names_thing(text, f.start, f.end, self.lang)]
        recognized = corroborated(text, self.lang, kept, forms)
        recognized += inverted(text, [*kept, *forms], self.lang)
        recognized += headwords(text, self.lang)
        if self.lang not in INFLECTED:
            recognized += _continued(text, forms, recognized)
        replace(doc, [*others, *(_without_stop(text, f, self.lang) for f in (*recognized, *forms))])
        return doc

"""Which nominative a Cyrillic name has where its form alone leaves several: what stands beside it, and the document.

«Валерия Петрова» can be a woman, or a man in the genitive, a lone «Тахтаулова» too. A preposition before it, a title
in the genitive or a woman's verb behind it tell; else the document has the full name of one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kartoteka.annotate.case_context import cases_of_several, cells_at
from kartoteka.languages.declension import AS_GOOD, NameReading, name_readings
from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.persons.given import classes, given_names
from kartoteka.names.persons.parse import is_initial, parse_name
from kartoteka.romanization import straighten
from kartoteka.types import Document, Label, Mention

#: Readings that weigh less than the best by no more than this are still possible.
POSSIBLE = 1.6


@dataclass(frozen=True, slots=True)
class _Options:
    """The nominatives of one mention that are as good as the likeliest, and all that are possible, in order.

    `told` says that the words beside the mention left one nominative of several.
    """

    good: tuple[str, ...]
    possible: tuple[str, ...]
    told: bool = False


def vouched_forms(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, persons renamed to the nominative that their surroundings and the document's other names ask for.

    Where neither tells, the name keeps its likeliest form.
    """
    inflected = [m for m in mentions if m.label is Label.PERSON and _lang(document, m) in INFLECTED]
    options = {m.id: _options(document, m) for m in inflected}
    known = _known(options.values())
    renamed = {m.id: _vouched(m.name, options[m.id], known) for m in inflected}
    return [replace(m, name=name) if (name := renamed.get(m.id, m.name)) != m.name else m for m in mentions]


def _lang(document: Document, mention: Mention) -> str:
    return document.blocks[mention.block].lang or document.lang


def _options(document: Document, mention: Mention) -> _Options:
    """What the mention's words can be; its name alone where that was not made of them."""
    written = " ".join(re.sub(r"[\[\]]", "", straighten(mention.text)).split())
    lang = _lang(document, mention)
    readings = name_readings(written, lang)
    if not readings or mention.name != readings[0].name:
        return _Options((mention.name,), (mention.name,))
    several = cases_of_several(document.text, mention.start, lang)
    if bearers := [r.name for r in readings if r.plural and r.case in several]:
        return _Options((bearers[0],), (bearers[0],), told=True)
    allowed = cells_at(document.text, mention.start, mention.end, lang)
    fitting = [r for r in readings if (r.case, r.gender) in allowed and not r.plural] or list(readings)
    # What stands beside a name chooses among forms as good; it makes no likely one of an unlikely one.
    if fitting[0].weight < readings[0].weight - AS_GOOD:
        fitting = list(readings)
    good, before = _within(fitting, AS_GOOD), _within(readings, AS_GOOD)
    return _Options(good, _within(fitting, POSSIBLE), told=len(good) == 1 < len(before))


def _within(readings: Sequence[NameReading], margin: float) -> tuple[str, ...]:
    least = readings[0].weight - margin
    return tuple(dict.fromkeys(r.name for r in readings if r.weight >= least))


def _known(options: Iterable[_Options]) -> Counter[str]:
    """How often each full name, and each surname with a given name or initials, stands beyond doubt."""
    known: Counter[str] = Counter()
    for each in options:
        if len(each.good) == 1 and " " in each.good[0]:
            parts = parse_name(each.good[0])
            known[parts.surname] += 1
            if not is_initial(parts.given):
                known[each.good[0]] += 1
    return known


def _vouched(name: str, options: _Options, known: Counter[str]) -> str:
    """The form that the document's names beyond doubt bear out, the likeliest one where none or several do.

    A woman's name («Олександра») stays unless the document has the man's more often.
    """
    if options.told:
        return options.good[0]
    borne_out = [form for form in options.possible if known[form]]
    if not borne_out or (len(borne_out) > 1 and " " not in name):
        return options.good[0]
    best = min(borne_out, key=lambda form: (-known[form], len(form), form))
    return name if _is_womans(name.split()[0]) and known[best] <= known[name] else best


def _is_womans(word: str) -> bool:
    return any(given_names()[name].gender == "f" for name in classes(word).sure)

"""Streets and squares of Ukrainian and Russian texts, with the number of the house: «вул. Межигірській, 14»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.phrases import Token
from kartoteka.annotate.place_words import AND, RELATIONAL, STREET, is_name, place_patterns
from kartoteka.languages.morphology import is_adjective, is_genitive, lemmas
from kartoteka.languages.phrases import nominative_phrase
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.types import Label

#: The number of a house, not a year: «14», «58-А», «2а».
NUMBER = re.compile(r"\d{1,3}(?:-?[^\W\d_]|-\d{1,3})?")


def street(words: Sequence[Token], i: int, text: str, lang: str) -> Iterator[Finding]:
    """The street of the type at `words[i]`, before or behind it; it is named without the number of the house.

    Nothing where the type's owner is a whole town («вулиці Києва») or an area is meant («площа України»).
    """
    first, last = _name_behind(words, i)
    if last > first and _alone(words[first:last], lang):
        return
    if last > first:
        first = i
    elif i and _named_by(words, i, lang):
        first, last = i - 1, i + 1
    else:
        return
    end = _past_number(words, last, lang)
    start, stop = words[first].start, words[last - 1].end
    name = nominative_phrase(text[start:stop], lang) if end > last else ""
    yield Finding(start, words[end - 1].end, Label.PLACE, "places.street", STREET, name)


def _named_by(words: Sequence[Token], i: int, lang: str) -> bool:
    """Whether an adjective before a street's type is its name: «Манежная площадь», and no «Загальна площа»."""
    before = words[i - 1]
    opening = i == 1 or words[i - 2].text in {".", "!", "?", "…"}
    named = before.lower.endswith(RELATIONAL) if opening else is_adjective(before.text, lang)
    return is_name(before) and named and len(words[i].text) > 3


def _name_behind(words: Sequence[Token], i: int) -> tuple[int, int]:
    """The words of the name behind a type, abbreviated or not; none of them where no name stands there."""
    first = i + 2 if i + 1 < len(words) and words[i + 1].text == "." else i + 1
    last = first
    while (
        last < len(words) and last - first < 4 and (words[last].text[0].isupper() or _is_stop(words, first, last))
    ):
        last += 1
    last -= last > first and words[last - 1].text == "."
    beside = last > first and words[first].start - words[i].end < 3
    if not beside or (i and words[i - 1].lower in AND and first == i + 2):
        return first, first  # «и пр. Иванов»
    return first, last


def _alone(name: Sequence[Token], lang: str) -> bool:
    """Whether a name is that of a known place and no adjective, or capitals alone."""
    if name[0].text.isupper() and len(name[0].text) > 1:
        return True
    known = any(identify("places", base) for base in lemmas(name[0].text, lang))
    return known and not is_adjective(name[0].text, lang)


def _is_stop(words: Sequence[Token], first: int, i: int) -> bool:
    return i > first and words[i].text == "." and len(words[i - 1].text) < 3


def _past_number(words: Sequence[Token], end: int, lang: str) -> int:
    """Where a house's number behind `end` ends: «, 14», «46 / 11»; `end` itself where none stands or it counts."""
    first = end + 1 if end < len(words) and words[end].text == "," else end
    if first < len(words) and words[first].lower in place_patterns(lang)["houses"]:
        first += 2 if first + 1 < len(words) and words[first + 1].text == "." else 1
    if first >= len(words) or not NUMBER.fullmatch(words[first].text):
        return end
    last = first + 1
    if last + 1 < len(words) and words[last].text == "/" and NUMBER.fullmatch(words[last + 1].text):
        last += 2
    counts = last < len(words) and words[last].text.islower() and is_genitive(words[last].text, lang)
    return end if counts else last

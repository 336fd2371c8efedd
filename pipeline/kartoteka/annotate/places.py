"""Places: the gazetteer's names in any case, and what a word like "oblast" or «губернія» makes a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kartoteka.annotate.findings import Finding, register
from kartoteka.annotate.name_words import opens_sentence
from kartoteka.annotate.phrases import Phrase, Token, find, index, tokens
from kartoteka.languages.morphology import FUNCTION_WORDS, INFLECTED, VERBAL, is_adjective, lemmas, parses
from kartoteka.names.gazetteers import identify, spellings
from kartoteka.resources import read_toml
from kartoteka.types import Label

#: What a known name weighs in quotes, where it may be a club or a newspaper: less than a recognizer's word.
DOUBTFUL = 0.38
QUOTE_OPENS, QUOTE_CLOSES = tuple('«“„"'), tuple('»”“"')
KNOWN, TYPED, AFTER_TYPE, ENDING, DIRECTED = 0.6, 0.66, 0.55, 0.5, 0.63
#: Streets bear the names of persons, and the places are meant.
STREET = 0.74
#: Endings of the adjectives of places in all their cases, by what they have in common.
RELATIONAL = tuple(
    stem + end
    for stem in ("ськ", "цьк", "зьк", "ск", "цк")
    for end in (
        "ий",
        "ій",
        "а",
        "ого",
        "ої",
        "ому",
        "у",
        "им",
        "ою",
        "их",
        "ими",
        "і",
        "ая",
        "ое",
        "ой",
        "ую",
        "ом",
        "ие",
        "ым",
    )
)
AND = frozenset({"and", "і", "й", "та", "и"})


@cache
def _table(lang: str) -> dict[str, list[Phrase]]:
    return index(spellings("places", lang), lang)


@cache
def _patterns(lang: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_toml(f"patterns/{lang}/places.toml").items()}


def find_places(text: str, lang: str) -> Iterator[Finding]:
    """The places that a text of a language (en, uk, ru) names, overlapping ones included."""
    words = tokens(text)
    known = [(first, last) for first, last, _ in find(words, _table(lang))]
    for first, last in known:
        start, end = words[first].start, words[last - 1].end
        if opens_sentence(text, start) and _rather_a_word(text[start:end], lang):
            continue  # «Суми» may be sums
        quoted = text[start - 1 : start] in QUOTE_OPENS and text[end : end + 1] in QUOTE_CLOSES
        yield Finding(start, end, Label.PLACE, "places.gazetteer", DOUBTFUL if quoted else KNOWN)
    yield from _directions(words, known, lang)
    typed = _typed_inflected if lang in INFLECTED else _typed_english
    yield from typed(words, lang)


@cache
def _rather_a_word(word: str, lang: str) -> bool:
    """Whether the likeliest reading of a known name's form is that of another word: «Буду» is rather "I shall be"."""
    known = [p for p in parses(word.lower(), lang) if p.is_known]
    if lang == "uk":  # its dictionary does not know which reading is the likeliest, nor which nouns are places
        return any(p.tag.POS in VERBAL | FUNCTION_WORDS for p in known)
    return any("Geox" not in p.tag.grammemes and not identify("places", p.normal_form) for p in known[:1])


def _directions(words: Sequence[Token], known: list[tuple[int, int]], lang: str) -> Iterator[Finding]:
    """A known place and the part of it that is meant: "Northern France", «Центральной и Восточной Европы»."""
    sides = _patterns(lang)["directions"]
    for first, last in known:
        start = first
        while start > 0 and words[start - 1].text[0].isupper() and _is_side(words[start - 1].text, sides, lang):
            start -= 1
            if start > 1 and words[start - 1].lower in AND and _is_side(words[start - 2].text, sides, lang):
                start -= 1
        if start < first and words[start].text[0].isupper():
            yield Finding(words[start].start, words[last - 1].end, Label.PLACE, "places.direction", DIRECTED)


def _is_side(word: str, sides: frozenset[str], lang: str) -> bool:
    return bool((lemmas(word, lang) if lang in INFLECTED else {word.lower()}) & sides)


@cache
def _typing_words(lang: str) -> frozenset[str]:
    """All the English words, in lower case, beside which a name is that of a place."""
    keys = ("types", "plurals", "realms", "before_names", "before")
    return frozenset(word.lower() for key in keys for word in _patterns(lang)[key])


def _typed_english(words: Sequence[Token], lang: str) -> Iterator[Finding]:
    patterns, openers = _patterns(lang), _typing_words(lang)
    for i, word in enumerate(words):
        lower = word.lower
        if lower not in openers:
            continue
        if lower in patterns["types"]:
            first = _run_of_names(words, i)
            if first < i and words[i - 1].text != "Military":
                yield Finding(words[first].start, word.end, Label.PLACE, "places.typed", TYPED)
        elif lower in patterns["plurals"]:
            yield from _coordinated(words, i)
        elif word.text in patterns["realms"] and i + 2 < len(words) and words[i + 1].text == "of":
            last = _names_after(words, i + 2, patterns["realms"] | patterns["realm_adjectives"])
            if last > i + 2:
                yield Finding(word.start, words[last - 1].end, Label.PLACE, "places.realm", TYPED)
        elif word.text in patterns["before_names"] and i + 1 < len(words) and _is_name(words[i + 1]):
            last = _names_after(words, i + 1)
            yield Finding(
                word.start if word.text[0].isupper() else words[i + 1].start,
                words[last - 1].end,
                Label.PLACE,
                "places.before-name",
                AFTER_TYPE,
            )
        elif lower in patterns["before"] and i + 2 < len(words) and words[i + 1].text == "of":
            last = _names_after(words, i + 2)
            if last > i + 2:
                yield Finding(
                    words[i + 2].start, words[last - 1].end, Label.PLACE, "places.after-type", AFTER_TYPE
                )


def _is_name(word: Token) -> bool:
    return word.text[0].isupper() and any(c.islower() for c in word.text)


def _run_of_names(words: Sequence[Token], end: int) -> int:
    first = end
    while first > 0 and end - first < 3 and _is_name(words[first - 1]) and words[first - 1].text != "The":
        first -= 1
    return first


def _names_after(words: Sequence[Token], first: int, stops: frozenset[str] = frozenset()) -> int:
    last = first
    while last < len(words) and last - first < 3 and _is_name(words[last]) and words[last].text not in stops:
        last += 1
    return last


def _coordinated(words: Sequence[Token], end: int) -> Iterator[Finding]:
    """ "Borzna, Mena and Uman counties" names three places."""
    position, names = end - 1, 0
    while position >= 0:
        last = position
        first = _run_of_names(words, last + 1)
        if first > last:
            return
        names += 1
        yield Finding(words[first].start, words[last].end, Label.PLACE, "places.coordinated", TYPED)
        position = first - 1
        while position >= 0 and words[position].lower in {",", "and", "or"}:
            position -= 1
        if position == first - 1:
            return


def _typed_inflected(words: Sequence[Token], lang: str) -> Iterator[Finding]:
    patterns = _patterns(lang)
    for i, word in enumerate(words):
        bases = lemmas(word.text, lang) if word.text[0].isalpha() else frozenset()
        before = words[i - 1] if i else None
        if bases & patterns["types"] and before and is_adjective(before.text, lang):
            first = _adjectives(words, i, patterns["inner"], lang)
            if _is_name(words[first]) and not _opens(words, first):
                yield Finding(words[first].start, word.end, Label.PLACE, "places.typed", TYPED)
        if bases & patterns["streets"]:
            yield from _street(words, i)
        if bases & patterns["before"] and i + 1 < len(words) and not (i and _measured(words[i - 1].text)):
            after = i + 2 if words[i + 1].text == "." and len(word.text) < 4 else i + 1
            two = after + 1 < len(words) and is_adjective(words[after].text, lang) and _is_name(words[after + 1])
            last = min(_names_after(words, after), after + 1 + two)
            if last > after and not words[after].text.isupper():
                yield Finding(
                    words[after].start, words[last - 1].end, Label.PLACE, "places.after-type", AFTER_TYPE
                )
        named = any(b.endswith(tuple(patterns["endings"])) and len(b) > 7 for b in bases)
        if named and _is_name(word) and not bases & patterns["not_lands"]:
            yield Finding(word.start, word.end, Label.PLACE, "places.ending", ENDING)


def _adjectives(words: Sequence[Token], noun: int, inner: frozenset[str], lang: str) -> int:
    """The first of the adjectives before a type: «Чукотский автономный округ», "Вінницька область"."""
    first = noun - 1
    while first > 0 and lemmas(words[first].text, lang) & inner and is_adjective(words[first - 1].text, lang):
        first -= 1
    return first


def _opens(words: Sequence[Token], i: int) -> bool:
    """Whether a word has its capital from a sentence's start and is no adjective of a place: «Нові області»."""
    if i and words[i - 1].text not in {".", "!", "?", "…"}:
        return False
    return not words[i].lower.endswith(RELATIONAL)


def _measured(before: str) -> bool:
    """Whether «г.», «м.» and «с.» stand for year, metre and page: "в 1937 г. Немногие", «500 кв м. Вони»."""
    return before[0].isdigit() or before in {"кв", "куб"}


def _street(words: Sequence[Token], i: int) -> Iterator[Finding]:
    """The name behind «вулиця», «вул.», «площадь»."""
    first = i + 2 if i + 1 < len(words) and words[i + 1].text == "." else i + 1
    last = first
    while (
        last < len(words) and last - first < 4 and (words[last].text[0].isupper() or _is_stop(words, first, last))
    ):
        last += 1
    last -= last > first and words[last - 1].text == "."
    if last > first and words[first].start - words[i].end < 3:
        yield Finding(words[first].start, words[last - 1].end, Label.PLACE, "places.street", STREET)


def _is_stop(words: Sequence[Token], first: int, i: int) -> bool:
    return i > first and words[i].text == "." and len(words[i - 1].text) < 3


register("kartoteka_places", find_places)

"""Romanized words brought back to Cyrillic letters, and what the dictionaries of two languages take them for.

A romanized word can be read in several ways; the likeliest is the one that a dictionary knows as a name. Its
declension gives the nominative, which is written in the letters of the text again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.languages import identify as identify_language
from kartoteka.languages.declension import decline
from kartoteka.languages.morphology import PERSONAL, is_known, is_name_word, parses
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.romanization.romanize import readings, romanize

Languages = tuple[str, ...]

#: How historians romanize, by language; marks over letters are left out before a word is read back.
SCHEMES = {
    "uk": ("uk-ala-lc-simple", "uk-national"),
    "ru": ("ru-ala-lc-simple", "ru-bgn-pcgn"),
}
MOST_READINGS = 32
#: What a reading can be known for, the likelier in a title first; "adjective" and "" are guesses.
KINDS = ("Surn", "Name", "Patr", "ambiguous", "place", "geography", "common")
#: Signs of a title in a Western language among those too short to tell.
WESTERN = re.compile(r"'s\b|[wqx]|\b(?:the|of|and|in|on)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """A word in Cyrillic letters: its language, the scheme it was romanized by, what the dictionary takes it for.

    `scheme` is empty for a word that stood in Cyrillic, `kind` one of KINDS, "adjective" or "" for the unknown.
    """

    word: str
    lang: str
    scheme: str
    kind: str


def title_languages(title: str, lang: str) -> Languages:
    """In which languages the words of a title are looked up, the likelier first; none in English and German."""
    if CYRILLIC.search(title):
        return ("uk", "ru") if identify_language(title, lang) == "uk" else ("ru", "uk")
    found = identify_language(title, "")
    if found == "uk-Latn":
        return ("uk", "ru")
    return ("ru", "uk") if found == "ru-Latn" or (found == "" and not WESTERN.search(title)) else ()


def kind(word: str, languages: Languages) -> str:
    """What the likeliest reading of a word is known for, of KINDS; "" where nothing is known."""
    found = read(word, languages)
    return found.kind if found else ""


def also_common(word: str, languages: Languages) -> bool:
    """Whether a name is a word as well: «Гора», "Narod"."""
    found = read(word, languages)
    if found is None:
        return False
    known = (p for p in parses(found.word.lower(), found.lang) if p.is_known)
    return any(not (PERSONAL | {"Geox"}) & p.tag.grammemes for p in known)


@lru_cache(maxsize=20_000)
def read(word: str, languages: Languages) -> Read | None:
    """The likeliest Cyrillic reading of a word: a known name first, a known word, then the shortest that can be."""
    options = [_judged(*option) for option in _options(word, languages)]
    best = min(options, key=_unlikeliness, default=None)
    if word.endswith("'") and (best is None or best.kind not in KINDS[:3]):
        bare = read(word[:-1], languages)  # many write Чубар' where the dictionary has Чубар
        return bare if bare is not None and bare.kind in KINDS[:3] else best
    return best


def _unlikeliness(reading: Read) -> tuple[int, bool, int]:
    """Known names in the nominative come first: "Lavrentii" is Лаврентий before it is Лаврентии."""
    rank = KINDS.index(reading.kind) if reading.kind in KINDS else len(KINDS)
    return rank, rank < 3 and "nomn" not in name_cases(reading), len(reading.word)


def _options(word: str, languages: Languages) -> Iterator[tuple[str, str, str]]:
    if CYRILLIC.search(word):
        yield from ((word, lang, "") for lang in languages)
        return
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    for lang in languages:
        for scheme in SCHEMES[lang]:
            yield from ((each, lang, scheme) for each in readings(plain, scheme, MOST_READINGS))


def _judged(word: str, lang: str, scheme: str) -> Read:
    return Read(word, lang, scheme, _judged_kind(word, lang))


def _judged_kind(word: str, lang: str) -> str:
    place = bool(_place_base(word, lang))
    for grammeme in ("Surn", "Name", "Patr"):
        if is_name_word(word, lang, grammeme):
            return "ambiguous" if place else grammeme
    if place:
        return "place"
    found = parses(word, lang)
    if any("Geox" in p.tag.grammemes and p.is_known for p in found):
        return "geography"
    if is_known(word.lower(), lang):
        return "common"
    return "adjective" if any(p.tag.POS == "ADJF" for p in found) else ""


def nominative(written: Sequence[str], languages: Languages) -> str:
    """The words of a name in the nominative, in the letters they are written in; empty where nothing changes.

    A given name that can be in the nominative leaves the whole as it stands, and so do words of two languages.
    """
    found = [read(word, languages) for word in written]
    known = [r for r in found if r is not None]
    if len(known) < len(found) or len({r.lang for r in known}) > 1:
        return ""
    if len(known) > 1 and "nomn" in name_cases(known[0]):
        return ""
    declined = decline(" ".join(r.word for r in known), known[0].lang).split()
    changed = [_respelled(*each) for each in zip(written, known, declined, strict=True)]
    return " ".join(changed) if changed != list(written) else ""


def _place_base(word: str, lang: str) -> str:
    """The dictionary form of a known place, whatever case it stands in; empty for anything else."""
    known = is_known(word, lang)
    fitting = (p for p in parses(word, lang) if "Geox" in p.tag.grammemes or not known)
    bases = (p.normal_form.title() for p in fitting if not PERSONAL & p.tag.grammemes)
    return next((base for base in bases if identify("places", base)), "")


def place_name(written: str, languages: Languages) -> str:
    """The nominative of a known place in the letters it is written in."""
    found = read(written, languages)
    return _respelled(written, found, _place_base(found.word, found.lang)) if found is not None else ""


def name_cases(reading: Read) -> frozenset[str]:
    """In which cases the dictionary knows a name of one person to stand as it is written."""
    found = (p.tag for p in parses(reading.word, reading.lang) if p.is_known and PERSONAL & p.tag.grammemes)
    return frozenset(str(tag.case) for tag in found if tag.number != "plur")


def _respelled(written: str, reading: Read, declined: str) -> str:
    """The nominative in the spelling of the text, whose letters stay as far as the two agree."""
    if not reading.scheme or reading.word == declined:
        return written if reading.word == declined else declined
    latin = romanize(declined, reading.scheme)
    kept = next((i for i, (a, b) in enumerate(zip(_plain(written), latin, strict=False)) if a != b), len(latin))
    kept = min(kept, len(written), len(latin))
    return written[:kept] + latin[kept:]


@cache
def _plain_letter(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _plain(word: str) -> str:
    return "".join(_plain_letter(c) for c in word)

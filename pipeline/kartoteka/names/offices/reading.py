"""From the words of a post to what each phrase of them says, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.names.bodies.gazetteers import gazetteer, key
from kartoteka.names.offices.lexicon import (
    Meaning,
    beginnings,
    contractions,
    known_names,
    lexicon,
    longest,
    with_lands,
)
from kartoteka.names.offices.words import Word, word_table, words_of
from kartoteka.romanization import fold
from kartoteka.romanization.characters import CYRILLIC

#: How often a contraction may be written out within another.
_DEPTH = 3
#: A folded word is cut before its last vowels, which are its case, down to so many letters.
_FOLDED = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One phrase: what it means, whether it is an owner's ("Ukraine's"), and whether it begins with a capital.

    `joined` says that it is Latin and nothing stands between it and the next: "chief engineer".
    """

    meaning: Meaning
    owner: bool = False
    capital: bool = False
    joined: bool = False

    @property
    def kind(self) -> str:
        """The kind of its meaning."""
        return self.meaning.kind


def read(text: str, lang: str = "") -> list[Said]:
    """What the name of a post says, phrase by phrase; the longest known phrase is read first."""
    words = _written_out(words_of(text), lang, _DEPTH)
    said: list[Said] = []
    place = 0
    while place < len(words):
        end, meaning = _meaning(words, place, lang)
        if meaning.kind != "empty":
            joined = end < len(words) and not words[end].linked and not CYRILLIC.match(words[end].text)
            said.append(Said(meaning, words[end - 1].owner, words[place].capital, joined))
        place = end
    return said


def _written_out(words: Sequence[Word], lang: str, depth: int) -> list[Word]:
    """The words with contractions written out, but for those within the name of a body."""
    words = with_lands(words)
    found: list[Word] = []
    place = 0
    while place < len(words):
        end, short = longest(contractions(lang), words, place)
        body, _ = longest(known_names("organizations", "org"), words, place)
        if short is None or body > end:
            last = max(body, place + 1)
            found += words[place:last] if last > place + 1 else _parted(words[place], lang)
        elif depth:
            last = end
            found += _written_out(words_of(short.key), lang, depth - 1)
        else:
            last = end
        place = last
    return with_lands(found)


def _parted(word: Word, lang: str) -> list[Word]:
    """A word and what is written together with it: «віцеголова» as «віце голова», «замдекана» as a deputy dean."""
    if longest(lexicon(lang), [word], 0)[1] is None:
        for beginning, full in beginnings().items():
            rest = word.text.lower().removeprefix(beginning)
            if rest != word.text.lower() and rest:
                parted = words_of(f"{full} {rest}")
                meaning = longest(lexicon(lang), parted, 1)[1]
                if meaning is not None and meaning.kind == "role":
                    return parted
    return [word]


def _meaning(words: Sequence[Word], place: int, lang: str) -> tuple[int, Meaning]:
    """The longest phrase that begins here; of equally long ones a role before a body, a body before a noun."""
    spoken = longest(lexicon(lang), words, place)
    body = longest(known_names("organizations", "org"), words, place)
    land = longest(known_names("places", "place"), words, place)
    common = spoken[1] is not None and spoken[1].kind in ("noun", "empty")
    ranked = [body, land, spoken] if common else [spoken, body, land]
    end, meaning = max(ranked, key=lambda found: found[0])
    if meaning is not None:
        return end, meaning
    return place + 1, _unlisted(words[place])


def _unlisted(word: Word) -> Meaning:
    """What a word says that no table holds: a number, a place in another case, or itself; an initial nothing."""
    if word.keys[0].isdigit():
        return Meaning("number", word.keys[0])
    if len(word.text.rstrip(".")) == 1:
        return Meaning("empty")
    return adjective_place(word) or Meaning("rest", folded(word), capital=word.capital)


def adjective_place(word: Word) -> Meaning | None:
    """The place that an adjective is made of: «київського»."""
    if not CYRILLIC.match(word.text):
        return None
    ids = next((found for stem in word.keys if (found := _of_adjective(stem))), frozenset[str]())
    return Meaning("place", ids=ids) if ids else None


@lru_cache(maxsize=20_000)
def _of_adjective(stem: str) -> frozenset[str]:
    """The one place that an adjective's stem can be made of."""
    endings = word_table()["endings"]
    suffix = next((end for end in endings["relational"] if stem.endswith(end)), "")
    base = stem.removesuffix(suffix)
    if not suffix or len(base) < _FOLDED:
        return frozenset()
    names = _names()
    found = {names[base + end] for end in endings["places"] if base + end in names}
    return frozenset(found) if len(found) == 1 else frozenset()


@cache
def _names() -> dict[str, str]:
    """The Cyrillic names of one word in the gazetteer of places, with their ids."""
    listed = (
        (key(name), entry.id) for entry in gazetteer("places").values() for name in _cyrillic(entry.spellings)
    )
    return {name: one for name, one in listed if " " not in name}


def _cyrillic(spellings: object) -> list[str]:
    return [name for lang in ("uk", "ru") for name in spellings[lang]]  # type: ignore[index]


@lru_cache(maxsize=50_000)
def folded(word: Word) -> str:
    """A word that no table knows, in coarse sounds, without its case: what its spellings share."""
    stem = next(k for k in word.keys if not k.endswith("."))
    sounds = fold(stem) or word.text.lower()
    cut = sounds.rstrip("aeiouy")
    return cut if len(cut) >= _FOLDED else sounds

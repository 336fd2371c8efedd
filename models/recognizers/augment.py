"""More to learn from: other names in the same sentences, misread letters, lower case and capitals.

Surnames are those of natasha's dictionary (MIT); in English they stand romanized by every scheme of
`models/romanization/`, in Ukrainian and Russian in the case of the name that they replace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

from corpora import Sentence

from kartoteka.languages.morphology import analyzer, parses
from kartoteka.recognition.network import TAGS
from kartoteka.recognition.vectors import natasha_file
from kartoteka.recognition.words import find_words
from kartoteka.resources import read_tsv
from kartoteka.romanization import romanize, schemes

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
INITIALS = "AVIOPMSNYHKL"
PATRONYMICS = ("ovych", "ovich", "ovyč", "owicz", "evich", "iovych", "ovitch")
#: Russian spellings of surnames as Ukrainian has them.
UKRAINIAN = (("ский", "ський"), ("цкий", "цький"), ("ской", "ський"), ("ев", "єв"))
UKRAINIAN_LETTERS = str.maketrans({"ы": "и", "э": "е", "ъ": "'", "ё": "ьо"})
#: What scanned print is misread as.
MISREAD = {
    "s": "fſ", "e": "co", "h": "bli", "i": "lj1", "l": "it1", "o": "ec0", "n": "ur", "u": "na", "r": "tn", "c": "eo",
    "a": "nu", "t": "lf", "m": "in", "f": "ft", "d": "cl", "b": "hl", "g": "ij",
}  # fmt: skip


def ukrainian(surname: str) -> str:
    """A Russian spelling of a surname as Ukrainian has it."""
    for theirs, ours in UKRAINIAN:
        if surname.endswith(theirs):
            surname = surname.removesuffix(theirs) + ours
    return surname.translate(UKRAINIAN_LETTERS)


@cache
def surnames() -> tuple[str, ...]:
    """The surnames of natasha's dictionary, in lower case and its order."""
    file = natasha_file("dict/last.txt")
    return tuple(name for name in file.read_text(encoding="utf-8").split() if 4 <= len(name) <= 13)


@cache
def latin_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """30,000 surnames, and the given names of the gazetteer, each romanized by a scheme chosen by lot."""
    lot = Random(3)
    by_lang = {lang: [name for name in schemes() if name.startswith(lang)] for lang in ("uk", "ru")}
    last = set()
    for name in lot.sample(surnames(), 30_000):
        lang = lot.choice(("uk", "ru"))
        spelling = ukrainian(name) if lang == "uk" else name
        last.add(romanize(spelling.capitalize(), lot.choice(by_lang[lang])))
    first = set()
    for row in read_tsv("gazetteers/given_names.tsv"):
        first.update(row["latin"].split())
        for name in row["cyrillic"].split():
            lang = "uk" if set(name) & set("іїєґ") else "ru"
            first.add(romanize(name, lot.choice(by_lang[lang])))
    return tuple(sorted(last)), tuple(sorted(name for name in first if name[:1].isupper()))


def latin_person(lot: Random, *, alone: bool) -> str:
    """A person's name as an English text may have it; `alone` is one word."""
    last, first = (lot.choice(names) for names in latin_names())
    if alone:
        return last if lot.random() < 0.85 else first
    middle = lot.choice(INITIALS)
    father = lot.choice(latin_names()[1]).rstrip("aiouyeIJj'ʹ") + lot.choice(PATRONYMICS)
    forms = {
        f"{first} {last}": 52, f"{first[0]}. {last}": 12, f"{first[0]}. {middle}. {last}": 12,
        f"{first} {father} {last}": 10, f"{last} {first[0]}. {middle}.": 4, f"{first} {middle}. {last}": 4,
        f"{last}, {first}": 3, f"{first} {last}-{lot.choice(latin_names()[0])}": 3,
    }  # fmt: skip
    return lot.choices(list(forms), list(forms.values()))[0]


def persons(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The persons of a sentence: [first, last) by number of the word."""
    first = 0
    for number, fitting in enumerate(sentence.tags):
        tag = TAGS[next(iter(fitting))] if len(fitting) == 1 else "O"
        if tag in {"B-PERSON", "S-PERSON"}:
            first = number
        if tag in {"E-PERSON", "S-PERSON"}:
            yield first, number + 1


def with_latin_names(sentence: Sentence, lot: Random) -> Sentence:
    """The sentence with another name in the place of each person."""
    words: list[str] = []
    tags: list[frozenset[int]] = []
    done = 0
    for first, last in persons(sentence):
        words += sentence.words[done:first]
        tags += sentence.tags[done:first]
        name = latin_person(lot, alone=last - first == 1)
        parts = [name[a:b] for a, b in find_words(name)]
        words += parts
        tags += (frozenset({TAGS.index(f"{place}-PERSON")}) for place in places(len(parts)))
        done = last
    return replace(sentence, words=(*words, *sentence.words[done:]), tags=(*tags, *sentence.tags[done:]))


def places(length: int) -> str:
    """Where the words of a name of that length stand in it: "S", "BE", "BIE" …"""
    return "S" if length == 1 else "B" + "I" * (length - 2) + "E"


@cache
def inflected_surnames(lang: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Some 6,000 surnames by gender and case, as pymorphy3 declines them."""
    made: dict[tuple[str, str], list[str]] = {}
    for name in Random(7).sample(surnames(), 12_000):
        parse = _nominative(ukrainian(name) if lang == "uk" else name, lang)
        for case in CASES if parse else ():
            gender = str(parse.tag.gender)
            wanted = {case, "sing"} if lang == "ru" else {case, gender} if parse.tag.POS == "ADJF" else {case}
            if form := parse.inflect(wanted):
                made.setdefault((gender, case), []).append(str(form.word).capitalize())
    return {key: tuple(forms) for key, forms in made.items()}


def _nominative(name: str, lang: str) -> Any:
    for parse in analyzer(lang).parse(name):
        tag = parse.tag
        adjective = lang == "uk" and tag.POS == "ADJF" and name.endswith(("ий", "а"))
        named = tag.POS == "NOUN" and ("Surn" in tag or not parse.is_known)
        if (adjective or named) and tag.case == "nomn" and tag.gender in {"masc", "femn"} and tag.number != "plur":
            return parse
    return None


def with_inflected_names(sentence: Sentence, lang: str, lot: Random) -> Sentence | None:
    """The sentence with another surname, in the same case, behind each given name or alone; None if none changes."""
    words = list(sentence.words)
    for first, last in persons(sentence):
        key = _case(words[last - 1], lang, alone=last - first == 1)
        if forms := inflected_surnames(lang).get(key):
            words[last - 1] = lot.choice(forms)
    return replace(sentence, words=tuple(words)) if tuple(words) != sentence.words else None


def _case(word: str, lang: str, *, alone: bool) -> tuple[str, str]:
    """Gender and case of a word that may be a surname; two blanks for one that is none."""
    fitting = [
        p for p in parses(word, lang) if p.tag.POS in {"NOUN", "ADJF"} and p.tag.case and p.tag.number != "plur"
    ]
    given = alone and any("Name" in p.tag for p in fitting[:2])
    if not word[0].isupper() or len(word) < 4 or given or not fitting:
        return "", ""
    parse = next((p for p in fitting if "Surn" in p.tag), fitting[0])
    return str(parse.tag.gender or "masc"), str(parse.tag.case)


def misread(sentence: Sentence, lot: Random, share: float) -> Sentence:
    """The sentence as a scanner reads old print: `share` of the letters behind a word's first are other ones."""

    def letter(char: str) -> str:
        return lot.choice(MISREAD[char]) if char in MISREAD and lot.random() < share else char

    return replace(sentence, words=tuple(w[0] + "".join(map(letter, w[1:])) for w in sentence.words))


def recased(sentence: Sentence, lot: Random) -> Sentence:
    """The sentence in lower case, or in capitals."""
    change = lot.choice((str.lower, str.upper))
    return replace(sentence, words=tuple(change(word) for word in sentence.words))

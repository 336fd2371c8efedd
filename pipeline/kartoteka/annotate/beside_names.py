"""What stands beside a person's name tells whose it can be: a woman's title, a verb in the past, "the younger"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kartoteka.languages.morphology import INFLECTED, PERSONAL, parses
from kartoteka.names.persons.courtesy import is_titled_woman
from kartoteka.names.persons.parse import parse_name
from kartoteka.resources import read_toml
from kartoteka.romanization import straighten
from kartoteka.types import BlockKind, Document, Mention

#: So far before a name its title and the words that tell it from another's are looked for.
_NEAR = 24
#: So far before a given name a word for a relative.
_SENTENCE = 120
_TITLE = re.compile(r"(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)?\.?) $")
_MONSIEUR = re.compile(r"M\. (?=[^\W\d_][^\s.]*$)")
_FRENCH = re.compile(r"\b(?:MM\.?|Mme\.?|Mlle\.?) [A-ZÀ-Ž]")
#: The predicate of a name at the head of a clause: «Реденс не стал», "Петровська ще писала".
_PREDICATE = re.compile(r" (?:(?:не|ще|ещё|еще|вже|уже|також|также|теж|тоже|сам|сама) )?([^\W\d_]+)")
_CLAUSE = re.compile(r"(?:^|[.!?…:;,\n–—(«\"]\s*)$")
#: What a name is explained by: «Ф. И. Сергеев, горный инженер».
_APPOSITION = re.compile(r", ((?:[^\W\d_]+ ?){1,3})")
#: Surnames that women do not inflect end so.
_MANS = re.compile(r"[бвгґджзклмнпрстфхцчшщйьо]$")


def titled(document: Document, mention: Mention) -> str:
    """The name of a mention, a surname alone with the woman's title that stands before it: "Mme Stalin".

    Where a text has such French titles the M. before a surname is no initial: "M. Tchubar, the Premier".
    """
    if _MONSIEUR.match(mention.text) and _FRENCH.search(document.text):
        return _MONSIEUR.sub("", mention.name)
    before = _TITLE.search(document.text, max(0, mention.start - _NEAR), mention.start)
    if before is None or not parse_name(mention.name).single:
        return mention.name
    title = straighten(before[1]).rstrip(".")
    whole = f"{title} {mention.name}"
    return whole if is_titled_woman(whole) else mention.name


def sex(document: Document, mention: Mention) -> str:
    """ "m" or "f" where a surname's ending, its title or the verb beside it tells the sex of its bearer, else ""."""
    if is_titled_woman(titled(document, mention)):
        return "f"
    lang = document.blocks[mention.block].lang or document.lang if document.blocks else document.lang
    if lang not in INFLECTED:
        return ""
    written, name = straighten(mention.text).casefold(), mention.name.casefold()
    if written != name and written[: len(name) - 1] == name[:-1] and _MANS.search(name):
        return "m"
    verb = _PREDICATE.match(straighten(document.text[mention.end : mention.end + 2 * _NEAR]))
    opens = _CLAUSE.search(document.text[max(0, mention.start - _NEAR) : mention.start])
    return _of_verb(verb[1], lang) if verb and opens and written == name else ""


@lru_cache(maxsize=20_000)
def _of_verb(word: str, lang: str) -> str:
    """The gender of a verb in the past, "" for another word or one that can be no such verb."""
    found = {p.tag.gender for p in parses(word.lower(), lang) if p.tag.POS == "VERB" and p.tag.tense == "past"}
    if len(found) != 1 or any(p.tag.POS != "VERB" for p in parses(word.lower(), lang)):
        return ""
    return {"masc": "m", "femn": "f"}.get(str(found.pop()), "")


def is_another(document: Document, mention: Mention) -> bool:
    """Whether the words around a name tell its bearer from another of the same name."""
    if not document.blocks:
        return False
    lang = document.blocks[mention.block].lang or document.lang
    before = straighten(document.text[max(0, mention.start - _NEAR) : mention.start]).lower()
    another, article, behind = _words(lang)
    if another.search(before):
        return True
    after = straighten(document.text[mention.end : mention.end + _NEAR]).lower()
    return bool(article.search(before) and behind.match(after))


def is_relative(document: Document, mention: Mention) -> bool:
    """Whether a given name stands alone in a heading or behind a word for a relative in its sentence."""
    if not document.blocks:
        return False
    block = document.blocks[mention.block]
    if block.kind is BlockKind.HEADING:
        return True
    before = straighten(document.text[max(0, mention.start - _SENTENCE) : mention.start])
    sentence = re.split(r"[.!?…]\s|\n\s*\n", before)[-1]
    return bool(_relatives(block.lang or document.lang).search(sentence.lower()))


def role(document: Document, mention: Mention) -> frozenset[str]:
    """What the word right before a name says of its bearer, in its dictionary forms: «инженеру Сергееву».

    Empty where it is no noun for a person, or one that fits anybody: a relative, a comrade.
    """
    lang = document.blocks[mention.block].lang or document.lang if document.blocks else document.lang
    before = _TITLE.search(document.text, max(0, mention.start - _NEAR), mention.start)
    return _of_persons(before[1].lower(), lang) if before else frozenset()


def roles(document: Document, mention: Mention) -> frozenset[str]:
    """All that the words beside a fuller name say of its bearer: the one before it, and an apposition behind."""
    lang = document.blocks[mention.block].lang or document.lang if document.blocks else document.lang
    behind = _APPOSITION.match(document.text, mention.end, mention.end + 2 * _NEAR)
    words = behind[1].lower().split() if behind else []
    return role(document, mention).union(*(_of_persons(word, lang) for word in words))


@lru_cache(maxsize=20_000)
def _of_persons(word: str, lang: str) -> frozenset[str]:
    nouns = [p for p in parses(word, lang) if p.is_known]
    personal = all(p.tag.POS == "NOUN" and "anim" in p.tag.grammemes for p in nouns)
    if not personal or _relatives(lang).search(word) or word in read_toml("patterns/namesakes.toml")["anybody"]:
        return frozenset()
    return frozenset(p.normal_form for p in nouns if not PERSONAL & p.tag.grammemes)


@cache
def _relatives(lang: str) -> re.Pattern[str]:
    words = read_toml("patterns/namesakes.toml")["kin"].get(lang, "(?!)")
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


@cache
def _words(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = read_toml("patterns/namesakes.toml")
    another, article, behind = (
        "|".join(re.escape(word) for word in table[kind].get(lang, ())) or "(?!)"
        for kind in ("another", "article", "behind")
    )
    return (
        re.compile(rf"(?<![\w-])(?:{another}) $"),
        re.compile(rf"(?<![\w-])(?:{article}) $"),
        re.compile(rf",? (?:{behind})(?!\w)"),
    )

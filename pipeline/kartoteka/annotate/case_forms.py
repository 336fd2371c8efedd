"""Which nominative a Cyrillic name has where its form alone leaves two: the document's other names decide.

«Владислава Суркова» can be a woman or a man in the genitive, a lone «Тахтаулова» too. Where the document has the
full name of one of them and not of the other, that one is meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.languages.morphology import INFLECTED, stem
from kartoteka.names.given import classes, given_names
from kartoteka.types import Document, Label, Mention

Stems = tuple[str, ...]


def vouched_forms(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, persons renamed to the one full name of the document that shares all their stems."""
    inflected = [m for m in mentions if m.label is Label.PERSON and _lang(document, m) in INFLECTED]
    known = _full_names(inflected)
    renamed = {m.id: _vouched(m.name, known) for m in inflected}
    return [replace(m, name=renamed.get(m.id, m.name)) for m in mentions]


def _lang(document: Document, mention: Mention) -> str:
    return document.blocks[mention.block].lang or document.lang


def _stems(words: Sequence[str]) -> Stems:
    return tuple(stem(word) for word in words)


def _full_names(mentions: Sequence[Mention]) -> dict[Stems, Counter[str]]:
    """How often each form of a full name, and of its surname, stands in the document, by their stems."""
    known: dict[Stems, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        words = mention.name.split()
        if len(words) > 1 and not any(word.endswith(".") for word in words):
            known[_stems(words)][mention.name] += 1
            known[_stems(words[-1:])][words[-1]] += 1
    return known


def _vouched(name: str, known: dict[Stems, Counter[str]]) -> str:
    """The form that the document uses most for these stems, of two full names the shorter one.

    A woman's name («Олександра») stays unless the document has the man's more often, and a bare surname where it
    has both.
    """
    words = name.split()
    forms = known.get(_stems(words), Counter())
    if not forms or (len(words) == 1 and len(forms) > 1):
        return name
    best = min(forms, key=lambda form: (-forms[form], len(form), form))
    return name if _is_womans(words[0]) and forms[best] <= forms[name] else best


def _is_womans(word: str) -> bool:
    return any(given_names()[name].gender == "f" for name in classes(word).sure)

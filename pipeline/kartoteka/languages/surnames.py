"""The surnames that the dictionaries know: what tables and keys are counted and tried on."""

from __future__ import annotations

from binascii import a2b_base64
from collections.abc import Iterator
from functools import cache
from itertools import product
from struct import unpack
from typing import Any

from kartoteka.languages.morphology import analyzer

_LETTERS = {"uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщюя", "ru": "абвгдеёжзийклмнопрстуфхцчшщэюя"}
#: What stands in the dictionary between a word and what is known of it.
_SEPARATOR = 1


@cache
def dictionary_surnames(lang: str, one_in: int = 1) -> tuple[str, ...]:
    """The surnames of the dictionary of uk or ru in the nominative, in lower case and alphabetical order.

    With `one_in` only every so manieth pair of first letters is looked at, always the same ones. Raises ValueError
    for a language without a dictionary.
    """
    walk = _Walk(analyzer(lang).dictionary)
    beginnings = [first + second for first, second in product(_LETTERS[lang], repeat=2)]
    return tuple(sorted({word for beginning in beginnings[::one_in] for word in walk.surnames(beginning)}))


class _Walk:
    """A way through a dictionary that is kept as an automaton: its millions of forms share most of their states.

    A state is looked at once, and only those are entered again from which a surname can be reached.
    """

    def __init__(self, dictionary: Any) -> None:
        self._dictionary = dictionary
        self._states, self._guide = dictionary.words.dct, dictionary.words.guide
        self._leads: dict[int, bool] = {}
        self._paradigms: dict[int, bool] = {}

    def surnames(self, beginning: str) -> Iterator[str]:
        """The surnames that begin so, in the nominative."""
        state = self._states.follow_bytes(beginning.encode(), self._states.ROOT)
        if state is not None:
            yield from (word.decode() for word in self._words(state, beginning.encode()))

    def _words(self, state: int, so_far: bytes) -> Iterator[bytes]:
        for label, following in self._next(state):
            if label == _SEPARATOR and self._is_surname(following):
                yield so_far
            elif label != _SEPARATOR and self._leads_to_surname(following):
                yield from self._words(following, so_far + bytes([label]))

    def _leads_to_surname(self, state: int) -> bool:
        if state not in self._leads:
            self._leads[state] = any(
                self._is_surname(following) if label == _SEPARATOR else self._leads_to_surname(following)
                for label, following in self._next(state)
            )
        return self._leads[state]

    def _is_surname(self, state: int) -> bool:
        """Whether what is known of a word, behind the separator, makes it the first form of a surname."""
        known = (unpack(">HH", a2b_base64(record)) for record in self._records(state, b""))
        return any(form == 0 and self._is_of_surnames(paradigm) for paradigm, form in known)

    def _records(self, state: int, so_far: bytes) -> Iterator[bytes]:
        if self._states.has_value(state):
            yield so_far
        for label, following in self._next(state):
            yield from self._records(following, so_far + bytes([label]))

    def _next(self, state: int) -> Iterator[tuple[int, int]]:
        label = self._guide.child(state)
        while label:
            following = self._states.follow_char(label, state)
            yield label, following
            label = self._guide.sibling(following)

    def _is_of_surnames(self, paradigm: int) -> bool:
        if paradigm not in self._paradigms:
            self._paradigms[paradigm] = "Surn" in self._dictionary.build_tag_info(paradigm, 0)
        return self._paradigms[paradigm]

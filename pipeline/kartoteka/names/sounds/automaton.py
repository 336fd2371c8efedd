"""Words that no key of a list can belong to, told letter by letter without spelling out all their readings.

Most words of a list are surnames, which are in no table of given names: after three or four sounds no key is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kartoteka.romanization.fold import KEY
from kartoteka.romanization.phonemes import alternatives

#: An i behind one of these is й at the end of a name, which keys leave out.
_BEFORE_GLIDE = ("a", "e", "o", "u")


class Keys(dict[str, "Keys"]):
    """Keys by their letters: what can follow a letter; `ends` where a key is complete."""

    __slots__ = ("ends", "letter")

    def __init__(self, letter: str) -> None:
        super().__init__()
        self.letter, self.ends = letter, False

    def add(self, key: str) -> None:
        """One more key."""
        node = self
        for letter in key:
            if letter not in node:
                node[letter] = Keys(letter)
            node = node[letter]
        node.ends = True

    def after(self, sound: str) -> Keys | None:
        """What can follow a letter of a key; one that is silent, or heard twice, changes nothing."""
        return self if sound in ("", self.letter) else self.get(sound)


class Heard(dict[str, "Heard"]):
    """What a list of keys has left after some symbols of sound, and by one more symbol what it has left then.

    A symbol is looked up once after the same symbols. Falsehoods are certain, truths are not: a key found this way
    may need readings of the word that are too unlikely to count.
    """

    __slots__ = ("ends", "left", "within")

    def __init__(self, left: Iterable[Keys], within: float) -> None:
        super().__init__()
        self.left = tuple(left)
        self.within = within
        self.ends = any(node.ends for node in self.left)

    def __missing__(self, symbol: str) -> Heard:
        found = {id(node): node for node in self._after(symbol)}
        self[symbol] = Heard(found.values(), self.within)
        return self[symbol]

    def _after(self, symbol: str) -> Iterator[Keys]:
        for sound in _letters(symbol, self.within):
            for node in self.left:
                if (after := node.after(sound)) is not None:
                    yield after

    def may_be(self, symbols: str) -> bool:
        """Whether the symbols may be read as one of the keys."""
        state = self
        for symbol in symbols:
            state = state[symbol]
            if not state.left:
                return False
        return state.ends

    def may_begin(self, symbols: str) -> bool:
        """Whether the symbols may begin with one of the keys."""
        state = self
        for symbol in symbols:
            state = state[symbol]
            if state.ends or not state.left:
                return state.ends
        return False


def heard(keys: Iterable[str], within: float) -> Heard:
    """The keys before anything is heard, a sound costing at most `within`; й may stand at the end of each."""
    root = Keys("")
    for key in keys:
        root.add(key)
        if key.endswith(_BEFORE_GLIDE):
            root.add(key + "i")
    return Heard((root,), within)


@cache
def _letters(symbol: str, within: float) -> tuple[str, ...]:
    """The letters of keys that a symbol can be read as, "" where it can be silent."""
    likely = (sound for sound, cost in alternatives(symbol).items() if cost <= within)
    return tuple(dict.fromkeys(sound.translate(KEY) for sound in likely))

"""Nominatives of romanized names in oblique cases, as transcribed titles have them: "Stalinym", "Balyts'koho"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kartoteka.languages.declension import name_readings
from kartoteka.languages.morphology import INFLECTED
from kartoteka.romanization import readings, romanize, schemes

#: Spellings tried for one word of one scheme.
_SPELLINGS = 6
#: A reading that weighs less is a guess, and a reading that is no better than the nominative says nothing.
_SURE = 1.9
_BETTER = 0.25
#: How oblique cases end in every scheme; other words are not read back, which takes time.
_OBLIQUE = re.compile(r"(?:[aâeiou]|[yiïj]{1,2}|[eioy]m)$")


@lru_cache(maxsize=10_000)
def romanized_nominatives(word: str) -> tuple[str, ...]:
    """The nominatives that a romanized Ukrainian or Russian surname may have, the likeliest first.

    The word is read back into Cyrillic by every scheme that can have written it, declined there, and written by the
    same scheme again: "Iagody" gives Iagoda, "Balyts'koho" Balyts'kyi. Empty for a word that is rather in the
    nominative («Kosior»), that no scheme writes, or whose case is a mere guess.
    """
    if not _OBLIQUE.search(word.lower()):
        return ()
    best: dict[str, float] = {}
    stays = 0.0
    for scheme in schemes().values():
        if scheme.lang in INFLECTED:
            for nominative, case, weight in _found(word, scheme.name, scheme.lang):
                if case == "nomn":
                    stays = max(stays, weight)
                elif weight > best.get(nominative, _SURE):
                    best[nominative] = weight
    likely = [name for name in best if name != word and best[name] > stays + _BETTER]
    return tuple(sorted(likely, key=lambda name: (-best[name], name)))


def _found(word: str, scheme: str, lang: str) -> Iterator[tuple[str, str, float]]:
    for spelling in readings(word, scheme, _SPELLINGS):
        for reading in name_readings(spelling, lang):
            if not reading.plural:
                yield romanize(reading.name, scheme), reading.case, reading.weight

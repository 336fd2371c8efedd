"""How alike two surnames are: by sound, half by half, and in the forms of a man and a woman."""

from __future__ import annotations

from functools import cache, lru_cache
from statistics import fmean

from kartoteka.names.distance import likeness
from kartoteka.resources import read_toml
from kartoteka.romanization.fold import fold


@lru_cache(maxsize=500_000)
def surname_agreement(left: str, right: str) -> float:
    """How alike two surnames sound, from 0 to 1; of a double surname, one half alone agrees in part."""
    halves = [_halves(left), _halves(right)]
    if len(halves[0]) == len(halves[1]):
        parts = [likeness(x, y) for x, y in zip(*halves, strict=True)]
        return min(parts) * 0.6 + fmean(parts) * 0.4 if parts else 0.0
    short, long = sorted(halves, key=len)
    whole = likeness("".join(short), "".join(long))
    return max([whole] + [0.75 * likeness(x, y) for x in short for y in long])


@lru_cache(maxsize=100_000)
def _halves(surname: str) -> list[str]:
    return [part for part in surname.replace("-", " ").replace("–", " ").split() if part]


@cache
def _feminine_endings() -> dict[str, str]:
    return dict(read_toml("gazetteers/name_words.toml")["surnames"]["feminine"])


@lru_cache(maxsize=200_000)
def is_feminine_of(woman: str, man: str) -> bool:
    """Whether a surname is the woman's form (Petrova) beside a man's (Petrov); it can also be his genitive."""
    his, hers = fold(man), fold(woman)
    return any(hers.endswith(f) and his.endswith(m) for f, m in _feminine_endings().items())

"""How alike two surnames are: by sound, half by half, and in the forms of a man and a woman."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from statistics import fmean

from kartoteka.names.sounds.distance import likeness
from kartoteka.resources import read_toml
from kartoteka.romanization.fold import fold
from kartoteka.romanization.phonemes import alternatives, choices, phonemes

#: A woman's surname and the man's that it goes with are nearly one spelling.
OTHER_SEX = 0.97
#: One half of a double surname alone.
_HALF = 0.75
_MOST, _MANY = 1.0, 0.5
#: Savchenko and Shevchenko are both frequent: two names, no misprint, unless they sound as alike as Kovalev and
#: Kovalov; so much of their likeness counts.
ONE_NAME, TWO_NAMES = 0.85, 0.4
#: Demchyk and Demchuk are two names too, though one can be a slip for the other; so much of their likeness counts.
OTHER_SUFFIX = 0.6

#: So many symbols of sound hold the last vowel and к; readings of them that cost no more are looked at.
_LAST_SYMBOLS, _WITHIN = 3, 0.3
#: No ending of a surname that tells a woman from a man is longer.
_LONGEST_ENDING = 5


@lru_cache(maxsize=500_000)
def surname_agreement(left: str, right: str) -> float:
    """How alike two surnames sound, from 0 to 1, a man's and a woman's form as one.

    Of a double surname, one half alone agrees in part.
    """
    halves = [_halves(left), _halves(right)]
    if len(halves[0]) == len(halves[1]):
        parts = [_likeness(x, y) for x, y in zip(*halves, strict=True)]
        return min(parts) * 0.6 + fmean(parts) * 0.4 if parts else 0.0
    short, long = sorted(halves, key=len)
    whole = likeness("".join(short), "".join(long))
    return max([whole] + [_HALF * _likeness(x, y) for x in short for y in long])


def is_plain_surname(surname: str) -> bool:
    """Whether a surname is one word: of two such, not in the forms of two sexes, the sounds alone decide."""
    return surname.isalpha()


@lru_cache(maxsize=100_000)
def _halves(surname: str) -> list[str]:
    return [part for part in surname.replace("-", " ").replace("–", " ").split() if part]


def _likeness(left: str, right: str) -> float:
    found = likeness(left, right)
    if found >= OTHER_SEX:
        return found
    found = max([found, *(OTHER_SEX * likeness(*pair) for pair in pairs_of_stems(left, right))])
    if found < ONE_NAME and _are_two(left, right):
        return found * TWO_NAMES
    one, other = suffixes(left), suffixes(right)
    return found * OTHER_SUFFIX if one and other and not one & other else found


@cache
def _sexes() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """A woman's and a man's endings, those that leave no doubt last."""
    table = read_toml("gazetteers/name_words.toml")["surnames"]
    pairs = (*table["feminine"].items(), *table["women"].items())
    return tuple((re.compile(f"(?:{hers})$"), re.compile(f"(?:{his})$")) for hers, his in pairs)


@cache
def doubtful_sexes() -> int:
    """The bits of `sex_endings` that a man's surname in the genitive can have too."""
    return (1 << len(read_toml("gazetteers/name_words.toml")["surnames"]["feminine"])) - 1


@lru_cache(maxsize=200_000)
def sex_endings(surname: str) -> tuple[int, int]:
    """The endings of the table of a woman's and of a man's surnames that this one has, as bits.

    Where a bit of the one stands in the other number of a second surname, the two can be a wife's and a
    husband's: Petrova and Petrov (or his genitive), Harrisová and Harris.
    """
    one = _sexes_by_ending(fold(surname)[-_LONGEST_ENDING:])
    other = _sexes_by_ending(surname.casefold()[-_LONGEST_ENDING:])
    hers = one[0] | other[0]
    return hers, (one[1] | other[1]) & ~hers


@lru_cache(maxsize=100_000)
def _sexes_by_ending(end: str) -> tuple[int, int]:
    women = _sexes() if _of_women().search(end) else ()
    hers = sum([1 << number for number, (ending, _) in enumerate(women) if ending.search(end)])
    return hers, sum([1 << number for number, (_, ending) in enumerate(_sexes()) if ending.search(end)])


@cache
def _of_women() -> re.Pattern[str]:
    """All women's endings: most surnames have none."""
    return re.compile("|".join(ending.pattern for ending, _ in _sexes()))


def pairs_of_stems(left: str, right: str) -> list[tuple[str, str]]:
    """What is left of two surnames without the endings of a woman's and of a man's; none where these do not meet."""
    (hers, his), (hers2, his2) = sex_endings(left), sex_endings(right)
    both = [(left, right, hers & his2), (right, left, hers2 & his)]
    return [_stems(*pair) for pair in both if pair[2]]


def _stems(woman: str, man: str, bits: int) -> tuple[str, str]:
    hers, his = _sexes()[bits.bit_length() - 1]
    return _stem(woman, hers), _stem(man, his)


def _stem(surname: str, ending: re.Pattern[str]) -> str:
    lowered = surname.casefold()
    return ending.sub("", lowered if ending.search(lowered) else fold(surname))


@lru_cache(maxsize=200_000)
def suffixes(surname: str) -> int:
    """Which of the table's suffixes before a last к a surname can have, as bits: -yk, -uk, or -ak, -ok and -ek."""
    symbols = phonemes(surname)[-_LAST_SYMBOLS:]
    if not symbols or "k" not in alternatives(symbols[-1]):
        return 0
    last = (reading.replace("j", "") for reading in choices(symbols, _WITHIN))
    return sum({1 << n for end in last for n, listed in enumerate(_suffixes()) if end.endswith(listed)})


@cache
def _suffixes() -> tuple[tuple[str, ...], ...]:
    table = read_toml("gazetteers/name_words.toml")["surnames"]["suffixes"]
    return tuple(tuple(listed) for listed in table)


def is_feminine_of(woman: str, man: str) -> bool:
    """Whether a surname is the woman's form (Petrova) beside a man's (Petrov); it can also be his genitive."""
    return bool(sex_endings(woman)[0] & sex_endings(man)[1] & doubtful_sexes())


def is_womans(surname: str) -> bool:
    """Whether only a woman can bear a surname: Harrisová, Nowakówna, Adamkienė."""
    return sex_endings(surname)[0] > doubtful_sexes()


def _are_two(left: str, right: str) -> bool:
    return commonness(left) > 0 and commonness(right) > 0


@cache
def _common() -> dict[str, float]:
    """The frequent surnames and their women's forms by key."""
    table = read_toml("gazetteers/common_surnames.toml")
    found: dict[str, float] = {}
    for kind, share in (("many", _MANY), ("most", _MOST)):
        for key in map(fold, table[kind].split()):
            found[key] = share
            found[key + "a" if key.endswith(("v", "in")) else re.sub("i$", "a", key)] = share
    return found


@lru_cache(maxsize=200_000)
def commonness(surname: str) -> float:
    """How little a surname tells of its bearer: 1 for Ivanov and Shevchenko, 0 for all but some hundreds."""
    return max((_common().get(fold(half), 0.0) for half in _halves(surname)), default=0.0)

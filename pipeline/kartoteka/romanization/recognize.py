"""Which romanization schemes can have produced the spellings of a document.

Each spelling is read back by each scheme: a scheme is the more likely, the more its readings look like names of
its language, letter by letter (`letter_pairs.tsv`). No list of names is asked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log

from kartoteka.resources import read_tsv
from kartoteka.romanization.characters import CYRILLIC, straighten
from kartoteka.romanization.romanize import SOFTENED, VOWELS, romanize
from kartoteka.romanization.schemes import TABLES, Scheme, find_scheme, schemes

#: So many spellings are enough; more would cost time and change nothing.
_ENOUGH = 30
#: The longest spellings tell most: after so many only so many schemes are asked for the others.
_FIRST, _LIKELY = 8, 16
#: A share below this is left out.
_LEAST = 0.005
#: Words that fit no scheme better than by this have none: they are English, or too few.
_TOO_LITTLE = 1.5
#: What a typist does: leave out an apostrophe, leave out the mark of a letter. Natural logarithms, as all below.
_NO_APOSTROPHE, _NO_MARK = 0.7, 1.6
#: What a spelling weighs, for the start and for each letter, that a scheme cannot have written.
_STRANGE, _STRANGE_LETTER = 2.0, 3.2
#: A pair of letters that hardly a surname of the language has.
_UNSEEN = -7.5
_APOSTROPHES = str.maketrans(
    {"’": "'", "ʹ": "'", "′": "'", "ʼ": "'", "´": "'", "`": "'", "ʺ": '"', "”": '"', "·": "", "͡": ""}
)
_SIGNS = str.maketrans("", "", "'\"- ")
#: Letters with a stroke, which Unicode does not take apart.
_STROKES = str.maketrans("łđĸ", "ldk")

#: A letter group of a scheme: its Cyrillic letters, the table it stands in, what was left out in typing it.
Group = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class State:
    """The readings of the beginning of a word: how likely all are and the likeliest is, and that one's letters."""

    score: float
    highest: float
    best: str

    def longer(self, cyrillic: str, likelihood: float) -> State:
        """With one more group of letters."""
        return State(self.score + likelihood, self.highest + likelihood, self.best + cyrillic)


#: The readings by the last letter.
States = dict[str, State]


def recognize_schemes(words: Mapping[str, int] | Iterable[str]) -> dict[str, float]:
    """The schemes that can have written these Latin spellings of one document, with their shares, likeliest first.

    `words` are names or parts of names, with how often each stands there where that is known; a word counts
    once. The shares of all schemes sum to 1, those below a two-hundredth are left out; schemes that write these
    words alike have equal shares. Empty where the words are not of the region, or hardly any.
    """
    spellings = sorted({part for word in words for part in _parts(word)})
    chosen = _spread(spellings)
    first = sorted(chosen, key=lambda word: (-len(word), word))[:_FIRST]
    scores = {name: sum(_score(word, name) for word in first) for name in schemes()}
    likely = sorted(scores, key=lambda name: (-scores[name], name))[:_LIKELY]
    rest = [word for word in chosen if word not in first]
    scores = {name: scores[name] + sum(_score(word, name) for word in rest) for name in likely}
    best = max(scores.values())
    if best <= sum(map(_strangeness, chosen)) + _TOO_LITTLE:
        return {}
    weights = {name: exp(score - best) for name, score in scores.items()}
    total = sum(weights.values())
    shares = {name: round(weight / total, 4) for name, weight in weights.items()}
    return {name: s for name, s in sorted(shares.items(), key=lambda item: (-item[1], item[0])) if s >= _LEAST}


def writes(cyrillic: str, latin: str, scheme: str) -> bool:
    """Whether the scheme writes the Cyrillic text so, but for case, apostrophes and the marks that typists leave out.

    Raises ValueError for an unknown scheme.
    """
    return _bare(_plain(romanize(cyrillic, scheme))) == _bare(_plain(latin))


def _plain(text: str) -> str:
    """In lower case, with one kind of apostrophe and without ties."""
    return unicodedata.normalize("NFC", text).translate(_APOSTROPHES).lower()


@lru_cache(maxsize=50_000)
def _bare(plain: str) -> str:
    """Without apostrophes, hyphens, spaces and the marks of letters."""
    letters = unicodedata.normalize("NFKD", plain.translate(_SIGNS).translate(_STROKES))
    return "".join(c for c in letters if not unicodedata.combining(c))


def _parts(word: str) -> Iterable[str]:
    """The Latin words of a name in lower case; initials and Cyrillic words tell nothing."""
    for part in _plain(straighten(word)).replace("-", " ").split():
        letters = part.strip(".,;:()[]'\"")
        if len(letters) > 2 and not CYRILLIC.search(letters) and "." not in letters:
            yield letters


def _spread(spellings: list[str]) -> list[str]:
    """At most `_ENOUGH` of the spellings, from all over the alphabet."""
    step = -(-len(spellings) // _ENOUGH)
    return spellings[:: max(step, 1)]


def _score(word: str, scheme: str) -> float:
    likelihood = _likelihood(word, scheme)
    return _strangeness(word) if likelihood is None else max(likelihood, _strangeness(word))


def _strangeness(word: str) -> float:
    return -_STRANGE - _STRANGE_LETTER * len(word)


@lru_cache(maxsize=200_000)
def _likelihood(word: str, name: str) -> float | None:
    """The logarithm of how likely the readings of a word by a scheme are; None where it cannot write the word."""
    if not _letters(name).issuperset(word):
        return None
    scheme = find_scheme(name)
    pairs = _pairs(scheme.lang)
    right = [
        state.score + _run(state.best[-1] + "$", pairs)
        for state in _readings(word, scheme).values()
        if _bare(_plain(romanize(state.best, name))) == _bare(word)
    ]
    return _sum(right) if right else None


def _readings(word: str, scheme: Scheme) -> States:
    """The Cyrillic readings of the whole word by their last letter."""
    groups = _groups(scheme.name)
    pairs = _pairs(scheme.lang)
    at_place: list[States] = [{} for _ in range(len(word) + 1)]
    at_place[0]["^"] = State(0.0, 0.0, "")
    for at in range(len(word) + 1):
        at_place[at] = states = _with_silent(at_place[at], groups.get("", ()), pairs)
        ends = range(at + 1, min(at + _longest(scheme.name), len(word)) + 1) if states else ()
        for end in ends:
            for cyrillic, table, left_out in groups.get(word[at:end], ()):
                for last, state in states.items():
                    if _fits(scheme, cyrillic, table, state.best, end == len(word)):
                        _add(at_place[end], state.longer(cyrillic, _run(last + cyrillic, pairs) - left_out))
    return at_place[-1]


def _with_silent(states: States, silent: Iterable[Group], pairs: Mapping[str, float]) -> States:
    """The states, and those in which a letter that leaves no trace (ь) follows."""
    longer = dict(states)
    for last, state in states.items():
        if last in SOFTENED:
            for cyrillic, _, left_out in silent:
                _add(longer, state.longer(cyrillic, _run(last + cyrillic, pairs) - left_out))
    return longer


def _add(states: States, state: State) -> None:
    """Readings that end alike are one state: their likelihoods add up, the best of them stands for all."""
    last = state.best[-1]
    known = states.get(last)
    if known is not None:
        best = max(known, state, key=lambda one: (one.highest, one.best))
        state = State(_sum([known.score, state.score]), best.highest, best.best)
    states[last] = state


def _sum(logarithms: Sequence[float]) -> float:
    highest = max(logarithms)
    return highest + log(sum(exp(one - highest) for one in logarithms))


def _fits(scheme: Scheme, cyrillic: str, table: str, made: str, ends: bool) -> bool:
    """Whether a group of this table can stand behind what is made."""
    if not made:
        return table == "initial" or (table in ("letters", "sequences") and cyrillic not in scheme.initial)
    if table == "initial" or (table == "endings" and not ends):
        return False
    behind_vowel = made[-1] in VOWELS
    if table in ("after_vowel", "between_vowels"):
        return behind_vowel
    return not (behind_vowel and table == "letters" and cyrillic in scheme.after_vowel)


def _run(letters: str, pairs: Mapping[str, float]) -> float:
    return sum(pairs.get(letters[i : i + 2], _UNSEEN) for i in range(len(letters) - 1))


@cache
def _pairs(lang: str) -> dict[str, float]:
    """How likely the second letter of each pair is behind the first."""
    shares = {
        row["pair"]: float(row["share"])
        for row in read_tsv("romanization/letter_pairs.tsv")
        if row["lang"] == lang
    }
    firsts: dict[str, float] = {}
    for pair, share in shares.items():
        firsts[pair[0]] = firsts.get(pair[0], 0.0) + share
    return {pair: log(share / firsts[pair[0]]) for pair, share in shares.items()}


@cache
def _groups(name: str) -> dict[str, tuple[Group, ...]]:
    """The scheme read backwards: what each Latin group can be, as the scheme has it and as typists leave it."""
    scheme = find_scheme(name)
    groups: dict[str, dict[tuple[str, str], float]] = {}
    for table in TABLES:
        for cyrillic, latin in getattr(scheme, table).items():
            plain = _plain(latin)
            without = plain.translate(_SIGNS)
            for written, cost in ((_bare(plain), _NO_MARK), (without, _NO_APOSTROPHE), (plain, 0.0)):
                groups.setdefault(written, {})[cyrillic, table] = 0.0 if written == plain else cost
    return {latin: tuple((*key, cost) for key, cost in sorted(found.items())) for latin, found in groups.items()}


@cache
def _longest(name: str) -> int:
    return max(len(group) for group in _groups(name))


@cache
def _letters(name: str) -> frozenset[str]:
    return frozenset().union(*_groups(name))

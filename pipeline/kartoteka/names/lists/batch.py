"""Many pairs of personal names judged at once, each exactly as `compare_persons` judges it alone.

Every name is read once, every pair of surnames, given names and patronymics judged once; what the parts say
together is computed in arrays by the same arithmetic (`combining`). Pairs of a seldom kind, such as a single word
beside a full name, are judged one by one.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kartoteka.names.lists.surname_batches import Surnames, read_surnames, surname_agreements, surname_genders
from kartoteka.names.persons.combining import MISSING, SAME, TURNED, combine
from kartoteka.names.persons.compare import score_persons
from kartoteka.names.persons.forenames import CLASH, given_agreement
from kartoteka.names.persons.genders import NEUTRAL, gender
from kartoteka.names.persons.given import classes, patronymic_gender
from kartoteka.names.persons.other_forms import has_other_forms, stems
from kartoteka.names.persons.parse import PersonName, is_initial, parse_name, stands_first
from kartoteka.names.persons.patronymics import patronymic_agreement
from kartoteka.names.sounds.likenesses import Numbers, Shares, look_ahead
from kartoteka.types import Verdict

_VERDICTS = {Verdict.SAME: 1, Verdict.UNSURE: 0, Verdict.DIFFERENT: -1}
_GENDERS = ("", "m", "f")
_WOMAN = _GENDERS.index("f")
#: Marks of a name as bits: nothing in it, one word, an initial for the given name, a patronymic for the surname,
#: another form than its own, a patronymic, a nickname of several names for the given name,
#: a given name behind what can be the surname.
EMPTY, ALONE, INITIAL, COURTEOUS, OTHERS, FATHER, NICKNAME, FIRST = 1, 2, 4, 8, 16, 32, 64, 128


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The different words in one place of the names, and each name's by number."""

    words: tuple[str, ...]
    of: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Names read and taken apart, as columns; a pair of them is two row numbers."""

    texts: Sequence[str]
    surnames: Words
    given: Words
    #: Surnames, then given names, which may be surnames as well.
    spelled: Surnames
    patronymics: Words
    genders: Numbers
    marks: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Judgements:
    """Scores from 0 to 1 and verdicts (1 same, 0 open, -1 different), pair by pair."""

    scores: Shares
    verdicts: Numbers


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Nothing that is read becomes garbage: looking for it takes a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_without_collecting()
def read_names(texts: Sequence[str]) -> Names:
    """Every text taken apart once."""
    parsed = [parse_name(text) for text in texts]
    surnames, given = _words(name.surname for name in parsed), _words(name.given for name in parsed)
    return Names(
        texts,
        surnames,
        given,
        read_surnames((*surnames.words, *given.words)),
        patronymics=_words(name.patronymic for name in parsed),
        genders=np.array([_GENDERS.index(gender(name)) for name in parsed], np.int64),
        marks=np.array([_marks(name) for name in parsed], np.int64),
    )


def _marks(name: PersonName) -> int:
    """What sets a name apart from one in full, as bits."""
    initial = bool(name.given and is_initial(name.given))
    courteous = bool(not (name.patronymic or initial) and name.surname and patronymic_gender(name.surname))
    return (
        EMPTY * (not (name.surname or name.given))
        | ALONE * name.single
        | INITIAL * initial
        | FATHER * bool(name.patronymic)
        | COURTEOUS * courteous
        | OTHERS * has_other_forms(name)
        | FIRST * stands_first(name)
        | NICKNAME * bool(name.given and not initial and classes(name.given).several)
    )


def _words(column: Iterable[str]) -> Words:
    numbers: dict[str, int] = {}
    of = np.array([numbers.setdefault(word, len(numbers)) for word in column], np.int64)
    return Words(tuple(numbers), of)


def judge_texts(left: Sequence[str], right: Sequence[str]) -> Judgements:
    """The score and verdict on names as they are spelled, pair by pair."""
    rows = _words((*left, *right))
    return judge(read_names(rows.words), rows.of[: len(left)], rows.of[len(left) :])


@_without_collecting()
def judge(names: Names, left: Numbers, right: Numbers) -> Judgements:
    """The score and verdict on the names at `left` and those at `right`, pair by pair."""
    scores, verdicts = _judge_full(names, left, right)
    for at in np.flatnonzero(_seldom(names, left, right, Judgements(scores, verdicts))).tolist():
        found = score_persons(names.texts[left[at]], names.texts[right[at]])
        scores[at], verdicts[at] = found.score, _VERDICTS[found.verdict]
    return Judgements(scores, verdicts)


def _seldom(names: Names, left: Numbers, right: Numbers, found: Judgements) -> npt.NDArray[np.bool_]:
    """Which pairs are of a seldom kind, given what `found` says of them as ordinary ones."""
    one, other = names.marks[left], names.marks[right]
    marks = one | other
    seldom = (marks & (EMPTY | ALONE)) > 0
    seldom |= ((one & COURTEOUS) > 0) & ((other & FATHER) > 0) | ((other & COURTEOUS) > 0) & ((one & FATHER) > 0)
    open_ = ~seldom & (found.verdicts != SAME)
    at = np.flatnonzero(open_ & ((marks & INITIAL) == 0))
    seldom[at] = _may_be_turned(names, left[at], right[at])
    # Beside initials it is the other name whose given name can be a surname.
    for short, full, rows in ((one, other, (left, right)), (other, one, (right, left))):
        at = np.flatnonzero(open_ & ((short & INITIAL) > 0) & ((full & (FIRST | INITIAL)) == FIRST))
        seldom[at] = _may_be_turned(names, rows[0][at], rows[1][at])
    at = np.flatnonzero(~seldom & (found.scores < TURNED) & ((marks & OTHERS) > 0))
    texts = names.texts
    seldom[at] = [_may_be_other_forms(texts[a], texts[b]) for a, b in zip(left[at], right[at], strict=True)]
    return seldom


def _may_be_other_forms(left: str, right: str) -> bool:
    """Whether `compare_persons` looks at the other forms of two names."""
    a, b = parse_name(left), parse_name(right)
    return bool(a.aliases or b.aliases or stems(a) & stems(b))


def _judge_full(names: Names, left: Numbers, right: Numbers) -> tuple[Shares, Numbers]:
    a, b, back = _different(names.surnames, names.surnames, left, right)
    surname = surname_agreements(names.spelled, a, b)[back]
    common = np.maximum(names.spelled.common[a], names.spelled.common[b])[back]
    doubt = surname_genders(names.spelled, a, b)[back]
    given = _each(given_agreement, names.given, left, right)
    patronymic = _each(patronymic_agreement, names.patronymics, left, right)
    score, verdict = combine(surname, given, patronymic, _genders(names, left, right, doubt), common)
    return np.asarray(score, np.float64), np.asarray(verdict, np.int64)


def _genders(names: Names, left: Numbers, right: Numbers, doubt: Shares) -> Shares:
    """`gender_agreement` of the names, of which the surnames alone tell `doubt`."""
    his, hers = names.genders[left], names.genders[right]
    clash = (his != hers) & (his > 0) & (hers > 0)
    women = (his == _WOMAN) & (hers == _WOMAN)
    return np.where(clash, CLASH, np.where(women, NEUTRAL, doubt))


def _may_be_turned(names: Names, left: Numbers, right: Numbers) -> npt.NDArray[np.bool_]:
    """Whether the surname of one name and the given name of the other are alike enough to have changed places."""
    a, b, back = _different(names.surnames, names.given, left, right)
    agreement = surname_agreements(names.spelled, a, b + len(names.surnames.words))
    return np.asarray(combine(agreement, 1.0, MISSING, NEUTRAL, 0.0)[1] == SAME)[back]


def _each(judge: Callable[[str, str], float], words: Words, left: Numbers, right: Numbers) -> Shares:
    """A judgement on two words, made once for each pair of different words."""
    a, b, back = _different(words, words, left, right)
    spelled = words.words
    pairs = [(spelled[x], spelled[y]) for x, y in zip(a.tolist(), b.tolist(), strict=True)]
    look_ahead(pairs)
    found = [judge(*pair) for pair in pairs]
    return np.array(found, np.float64)[back]


def _different(one: Words, other: Words, left: Numbers, right: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The different pairs of words in two places of the names, and where each pair of names finds its own."""
    size = len(other.words)
    pairs, back = np.unique(one.of[left] * size + other.of[right], return_inverse=True)
    return pairs // size, pairs % size, back

"""Whether two personal names can be one person's, and why: surnames, given names, initials, patronymics, gender."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kartoteka.names.persons.combining import (
    DIFFERENT,
    OPEN,
    SAME,
    TURNED,
    combine,
    combine_courteous,
    combine_single,
    turned,
)
from kartoteka.names.persons.forenames import given_agreement
from kartoteka.names.persons.genders import gender, gender_agreement
from kartoteka.names.persons.given import patronymic_gender
from kartoteka.names.persons.other_forms import has_other_forms, other_forms, stems
from kartoteka.names.persons.parse import PersonName, complaint, is_initial, parse_name, stands_first, written
from kartoteka.names.persons.patronymics import patronymic_agreement
from kartoteka.names.persons.surnames import commonness, surname_agreement
from kartoteka.names.reasons.wording import (
    explain_common,
    explain_gender,
    explain_given,
    explain_patronymic,
    explain_surname,
)
from kartoteka.names.sounds.distance import likeness
from kartoteka.types import Comparison, Reason, Verdict

_VERDICTS = {SAME: Verdict.SAME, OPEN: Verdict.UNSURE, DIFFERENT: Verdict.DIFFERENT}
_LIKELY_GIVEN = 0.55
#: A single word that the table does not know can be a given name where the other name has one that sounds so.
_SPELLED_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Judged:
    """A score, a verdict (`combining`), and who can say why."""

    score: float
    verdict: int
    why: Callable[[], tuple[Reason, ...]]


@lru_cache(maxsize=200_000)
def compare_persons(left: str, right: str) -> Comparison:
    """How likely two spellings name one person, with the reasons.

    SAME needs surnames alike and given names or initials that agree; DIFFERENT a contradiction: another
    surname, given name, initial or patronymic, or another sex. Everything else is UNSURE: a surname alone
    fits every bearer. Symmetric but for the order in the reasons.
    """
    judged = _judge(left, right)
    return Comparison(judged.score, _VERDICTS[judged.verdict], judged.why())


@lru_cache(maxsize=500_000)
def score_persons(left: str, right: str) -> Comparison:
    """The comparison of `compare_persons` without its reasons, for long lists."""
    judged = _judge(left, right)
    return Comparison(judged.score, _VERDICTS[judged.verdict])


def _judge(left: str, right: str) -> Judged:
    complaints = [found for text in (left, right) if (found := complaint(text))]
    a, b = parse_name(left), parse_name(right)
    if complaints or not (a.surname or a.given) or not (b.surname or b.given):
        what = "; ".join(complaints) or "no word that can be a name"
        return Judged(0.0, OPEN, lambda: (Reason("name", 0.0, what),))
    best = _judge_names(a, b)
    if best.score >= TURNED or not (has_other_forms(a) or has_other_forms(b)):
        return best
    return max([best, *_judge_others(a, b)], key=_rank)


def _judge_others(a: PersonName, b: PersonName) -> Iterator[Judged]:
    """The names in their other forms: cases whose surnames begin alike, aliases in any event."""
    if not (a.aliases or b.aliases) and not stems(a) & stems(b):
        return
    for one in (a, *other_forms(a)):
        for other in (b, *other_forms(b)):
            if one is not a or other is not b:
                yield _with_note(_judge_names(one, other), (a, one), (b, other))


def _with_note(judged: Judged, *pairs: tuple[PersonName, PersonName]) -> Judged:
    notes = [f"{written(name)} read as {written(form)}" for name, form in pairs if name is not form]
    note = Reason("form", TURNED, "; ".join(notes))
    return Judged(turned(judged.score), judged.verdict, lambda: (*judged.why(), note))


def _judge_names(a: PersonName, b: PersonName) -> Judged:
    if a.single or b.single:
        return _judge_single(a, b)
    if _courteous(a, b) or _courteous(b, a):
        return _judge_courteous(a, b)
    straight = _judge_full(a, b)
    if straight.verdict == SAME:
        return straight
    other = max((_judge_full(*pair) for pair in _exchanged(a, b)), key=_rank, default=straight)
    if other.verdict != SAME:
        return straight
    note = Reason("order", TURNED, f"{written(a)} ~ {written(b)}: surname and given name change places")
    return Judged(turned(other.score), SAME, lambda: (*other.why(), note))


def _exchanged(a: PersonName, b: PersonName) -> Iterator[tuple[PersonName, PersonName]]:
    """The names with surname and given name of one exchanged: that whose surname stands first, else either.

    Beside initials a name is exchanged only where it tells its order: Feldman Boris is Boris Feldman beside
    Б. М. Фельдман; Иван П. is no Mr Ivan beside Ivan Petrov.
    """
    first = stands_first(a), stands_first(b)
    initials = is_initial(a.given) or is_initial(b.given)
    if first[0] or not (first[1] or initials):
        yield _turned(a), b
    if first[1] or not (first[0] or initials):
        yield a, _turned(b)


def _turned(name: PersonName) -> PersonName:
    return replace(name, given=name.surname, surname=name.given)


def _rank(judged: Judged) -> tuple[int, float]:
    return judged.verdict, judged.score


def _judge_full(a: PersonName, b: PersonName) -> Judged:
    surname = surname_agreement(a.surname, b.surname)
    given = given_agreement(a.given, b.given)
    patronymic = patronymic_agreement(a.patronymic, b.patronymic)
    sex = gender_agreement((a.surname, gender(a)), (b.surname, gender(b)))
    common = max(commonness(a.surname), commonness(b.surname))
    score, verdict = combine(surname, given, patronymic, sex, common)

    def why() -> tuple[Reason, ...]:
        return (
            explain_surname(a.surname, b.surname, surname, (a, b)),
            explain_given(a.given, b.given, given),
            *explain_patronymic(a.patronymic, b.patronymic, patronymic),
            *explain_gender(a, b, sex),
            *explain_common(a, b),
        )

    return Judged(score, verdict, why)


def _courteous(a: PersonName, b: PersonName) -> bool:
    """Whether `a` can be the given name and patronymic of `b`: Всеволод Аполлонович without the surname."""
    if a.patronymic or is_initial(a.given) or not patronymic_gender(a.surname) or not b.patronymic:
        return False
    agreed = patronymic_agreement(a.surname, b.patronymic) > 0.9
    return agreed and given_agreement(a.given, b.given) >= _LIKELY_GIVEN


def _judge_courteous(a: PersonName, b: PersonName) -> Judged:
    given = given_agreement(a.given, b.given)
    pair = f"{a.given} {a.surname} ~ {b.given} {b.surname}"
    note = Reason("patronymic", 1.0, f"{pair}: no surname")
    return Judged(*combine_courteous(given), lambda: (explain_given(a.given, b.given, given), note))


def _judge_single(a: PersonName, b: PersonName) -> Judged:
    """One of the names is a single word: it can fit, it can contradict, it can prove nothing."""
    if a.single and b.single:
        words = a.surname or a.given, b.surname or b.given
        return _judged_word(surname_agreement(*words), explain_surname, *words)
    word, full = (a, b) if a.single else (b, a)
    spelled = word.surname or word.given
    surname = surname_agreement(spelled, full.surname)
    may_be_given = word.given or likeness(spelled, full.given) > _SPELLED_ALIKE
    given = given_agreement(spelled, full.given) if may_be_given else 0.0
    if given >= surname:
        return _judged_word(given, explain_given, spelled, full.given)
    return _judged_word(surname, explain_surname, spelled, full.surname)


def _judged_word(score: float, explain: Callable[[str, str, float], Reason], left: str, right: str) -> Judged:
    weighed, verdict = combine_single(score)

    def why() -> tuple[Reason, ...]:
        alone = () if verdict == DIFFERENT else (Reason("single", 0.5, f"{left} or {right} alone"),)
        return (explain(left, right, score), *alone)

    return Judged(weighed, verdict, why)

"""The reasons for a judgement on two personal names, in words that a historian can check."""

from __future__ import annotations

from collections.abc import Iterable

from kartoteka.names.persons.combining import INITIAL_OF_FATHER, MISSING
from kartoteka.names.persons.forenames import (
    BARE_I,
    INITIAL_OF_OTHER_FORM,
    MISPRINT,
    NICKNAME,
    NICKNAME_OF_SEVERAL,
    OTHER_INITIAL,
    RELATED,
)
from kartoteka.names.persons.genders import NEUTRAL, gender
from kartoteka.names.persons.given import classes, given_names, patronymic_classes
from kartoteka.names.persons.parse import PersonName, is_initial
from kartoteka.names.persons.surnames import ONE_NAME, commonness, is_feminine_of, is_plain_surname
from kartoteka.names.reasons.differences import describe
from kartoteka.names.sounds.distance import likeness
from kartoteka.types import Reason

#: Surnames less alike than this have no letters in common that are worth showing.
_ALIKE = 0.3
#: From here on a name is a spelling of a form.
_SPELLING = 0.9
_SEX = {"m": "a man's name", "f": "a woman's"}
_INITIALS = {
    BARE_I: ": I. is seldom Iu. or Ia.",
    INITIAL_OF_OTHER_FORM: ": another form of the name begins so",
    OTHER_INITIAL: ": perhaps of one name in two languages",
    0.0: ": other letters",
}


def explain_surname(
    left: str, right: str, score: float, names: tuple[PersonName, PersonName] | None = None
) -> Reason:
    """Both surnames, and the letters in which they differ with the schemes behind them.

    `names` are the whole names, which tell the language.
    """
    detail = describe(left, right, names) if score >= _ALIKE else f"{left} ~ {right}: other sounds"
    single = is_plain_surname(left) and is_plain_surname(right)
    if single and score < ONE_NAME and commonness(left) > 0 and commonness(right) > 0:
        detail = f"{left} ~ {right}: two frequent surnames"
    elif is_feminine_of(left, right) or is_feminine_of(right, left):
        detail = f"{left} ~ {right}: the forms of a woman and a man"
    return Reason("surname", score, detail)


def explain_common(a: PersonName, b: PersonName) -> tuple[Reason, ...]:
    """That a frequent surname with an initial tells little; nothing for other names."""
    if not (is_initial(a.given) or is_initial(b.given)) or not max(commonness(a.surname), commonness(b.surname)):
        return ()
    loss = max(commonness(a.surname), commonness(b.surname))
    return (Reason("frequency", 1 - loss / 2, f"{a.surname}: so frequent that an initial proves little"),)


def explain_given(left: str, right: str, score: float) -> Reason:
    """Both given names and the name that they are forms of."""
    if not left or not right:
        return Reason("given name", score, f"{left or right} alone")
    pair = f"{left} ~ {right}"
    if is_initial(left) or is_initial(right):
        return Reason("initial", score, pair + _INITIALS.get(score, ": the initial fits"))
    return Reason("given name", score, f"{pair}{_given_note(left, right, score)}")


def _given_note(left: str, right: str, score: float) -> str:
    a, b = classes(left), classes(right)
    if a.sure & b.sure:
        return f": one name, {_one_name(left, right, a.sure & b.sure)}"
    if score in (NICKNAME, NICKNAME_OF_SEVERAL) and a.usual & b.usual:
        others = " and of others" if score == NICKNAME_OF_SEVERAL else ""
        return f": a form for friends, of {_listed(a.usual & b.usual)}{others}"
    if score == RELATED and a.all & b.all:
        return f": perhaps {_listed(a.all & b.all)}"
    if score == MISPRINT:
        return ": perhaps a slip of the pen"
    if not score and a.all and b.all:
        return f": two names, {_listed(a.all)} and {_listed(b.all)}"
    return "" if score < _SPELLING else ": sound alike"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _one_name(left: str, right: str, shared: Iterable[str]) -> str:
    """What two spellings of a given name are forms of, as the languages at hand have it: Иосиф / Йосип."""
    forms = (dict.fromkeys((_form(left, right, name), _form(right, left, name))) for name in sorted(shared))
    return ", ".join(dict.fromkeys(map(" / ".join, forms)))


def _form(word: str, other: str, name: str) -> str:
    """The form of a class in the region that a spelling comes nearest to, of equal ones that of the other spelling."""
    forms = given_names()[name].regional or (name,)
    spelled = {word.casefold(): 2, other.casefold(): 1}
    return max(forms, key=lambda form: (round(likeness(word, form), 2), spelled.get(form.casefold(), 0)))


def explain_patronymic(left: str, right: str, score: float) -> tuple[Reason, ...]:
    """Both patronymics, or further given names; nothing where one name has none."""
    if score == MISSING:
        return ()
    fathers = patronymic_classes(left) & patronymic_classes(right)
    note = ""
    if fathers:
        note = f": one father's name, {_listed(fathers)}"
    elif not score:
        note = ": two fathers' names"
    elif score == INITIAL_OF_FATHER:
        note = ": the initial fits"
    return (Reason("patronymic", score, f"{left} ~ {right}{note}"),)


def explain_gender(a: PersonName, b: PersonName, score: float) -> tuple[Reason, ...]:
    """Who is a man and who a woman; nothing where nothing is against one sex."""
    if score == NEUTRAL:
        return ()
    left, right = gender(a), gender(b)
    if left and right and left != right:
        detail = f"{a.given} {a.surname} is {_SEX[left]}, {b.given} {b.surname} {_SEX[right]}"
    else:
        detail = f"{a.surname} ~ {b.surname}: a man's and a woman's surname"
    return (Reason("gender", score, detail),)

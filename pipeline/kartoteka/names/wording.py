"""The reasons for a judgement on two personal names, in words that a historian can check."""

from __future__ import annotations

from kartoteka.names.combining import MISSING
from kartoteka.names.differences import describe
from kartoteka.names.forenames import BARE_I, INITIAL_OF_OTHER_FORM, NICKNAME, OTHER_INITIAL, RELATED
from kartoteka.names.genders import NEUTRAL, gender
from kartoteka.names.given import classes
from kartoteka.names.person import PersonName, is_initial
from kartoteka.types import Reason

#: Surnames less alike than this have no letters in common that are worth showing.
_ALIKE = 0.3
_SEX = {"m": "a man's name", "f": "a woman's"}


def explain_surname(left: str, right: str, score: float) -> Reason:
    """Both surnames and the letters in which they differ."""
    return Reason("surname", score, describe(left, right) if score >= _ALIKE else f"{left} ~ {right}")


def explain_given(left: str, right: str, score: float) -> Reason:
    """Both given names and the name that they are forms of."""
    if not left or not right:
        return Reason("given name", score, f"{left or right} alone")
    pair = f"{left} ~ {right}"
    if is_initial(left) or is_initial(right):
        notes = {
            BARE_I: ": I. is seldom Iu. or Ia.",
            INITIAL_OF_OTHER_FORM: ": another form of the name",
            OTHER_INITIAL: ": perhaps of one name in two languages",
        }
        return Reason("initial", score, pair + notes.get(score, ""))
    a, b = classes(left), classes(right)
    if a.sure & b.sure:
        return Reason("given name", score, f"{pair}: {', '.join(sorted(a.sure & b.sure))}")
    if a.all & b.all and score in {NICKNAME, RELATED}:
        return Reason("given name", score, f"{pair}: perhaps {', '.join(sorted(a.all & b.all))}")
    if a.all and b.all:
        return Reason("given name", score, f"{pair}: {', '.join(sorted(a.all))} and {', '.join(sorted(b.all))}")
    return Reason("given name", score, pair)


def explain_patronymic(left: str, right: str, score: float) -> tuple[Reason, ...]:
    """Both patronymics; nothing where one name has none."""
    return () if score == MISSING else (Reason("patronymic", score, f"{left} ~ {right}"),)


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

"""The arithmetic of identity: what the parts of two personal names say together, in numbers alone.

The lines below are made of operators only, so the same code takes floats (one pair of names) and numpy arrays of
one length (many pairs at once), with one result. Every part is judged from 0 (contradiction) to 1 (agreement):

surname     how alike the surnames are (`surnames.surname_agreement`)
given       how well given names or initials agree (`forenames.given_agreement`); 0.5 where one has none
patronymic  the same for patronymics (`patronymics.patronymic_agreement`); `MISSING` where one name has none
gender      1 where nothing is against, 0 for a man and a woman (`genders.gender_agreement`)
common      how many people bear the surname: 1 for the most frequent, 0 for most (`surnames.commonness`), the greater

The score reads as a probability that the two are one person: from 0.5 on the verdict can be 1, one person; -1 is two
persons, 0 what the names leave open.
"""

from __future__ import annotations

from typing import Any

#: Stands for a part that one of the names does not have.
MISSING = -1.0
SAME, OPEN, DIFFERENT = 1, 0, -1

#: Agreement of surnames and of given names below which two names are two persons'.
LEAST_SURNAME = 0.3
LEAST_GIVEN = 0.15
#: Agreement of given names, in full or as initials, from which they speak for one person.
TELLING_GIVEN = 0.51
#: Agreement from which patronymics are one father's name in full, and as initials.
ONE_FATHER, INITIAL_OF_FATHER = 0.95, 0.9
#: How much of the difference of two surnames a shared patronymic makes up for: a misprint, not another name.
FATHERS_HELP = 0.4
#: What an initial is worth at least where the initial of the patronymic agrees too.
TWO_INITIALS = 0.85
#: How much of a score the commonest surnames lose where the given name is an initial.
COMMON_LOSS = 0.25
#: The weight of the parts: products of powers, as independent witnesses.
SURNAME_POWER, GIVEN_POWER = 1.2, 0.7
#: The product that is as likely one person as two.
EVEN = 0.45
#: What a contradiction leaves of a score at most.
CONTRADICTED = 0.3
#: How much of an agreement counts where one name is a single word.
ALONE = 0.5
#: What is left of a score when surname and given name had to change places, or one stood in another case.
TURNED = 0.95


def combine(surname: Any, given: Any, patronymic: Any, gender: Any, common: Any) -> tuple[Any, Any]:
    """The score and the verdict on two names of at least two words each."""
    fits = given >= TELLING_GIVEN
    father = (patronymic >= ONE_FATHER) & fits & (surname >= LEAST_SURNAME)
    sound = surname + father * FATHERS_HELP * (1 - surname)
    second = (patronymic >= INITIAL_OF_FATHER) & fits & (given < TWO_INITIALS)
    first = given + second * (TWO_INITIALS - given)
    doubt = ((patronymic >= 0) & (patronymic < INITIAL_OF_FATHER)) * 0.6 * (1 - patronymic)
    rare = 1 - COMMON_LOSS * common * (first < TWO_INITIALS)
    score = _probability(sound**SURNAME_POWER * first**GIVEN_POWER * (1 - doubt) * gender * rare)
    different = (surname < LEAST_SURNAME) | (given < LEAST_GIVEN) | (patronymic == 0) | (gender == 0)
    same = (score >= 0.5) & (gender == 1) & fits
    return _capped(score, different), same * 1 * (different ^ True) - different * 1


def combine_single(likeness: Any) -> tuple[Any, Any]:
    """The score and the verdict where one name is a single word: it can fit or contradict, it proves nothing."""
    different = likeness < LEAST_SURNAME
    return likeness * (ALONE - different * (ALONE - 0.3)), different * -1


def combine_courteous(given: Any) -> tuple[Any, Any]:
    """The score and the verdict where one name is given name and patronymic alone, and both agree."""
    return given * ALONE, given * 0


def turned(score: Any) -> Any:
    """The score of two names that agree when surname and given name of one change places."""
    return score * TURNED


def _probability(product: Any) -> Any:
    """The product on a scale on which `EVEN` is one half."""
    return product / (product + (1 - product) * (EVEN / (1 - EVEN)))


def _capped(score: Any, different: Any) -> Any:
    """The score, at most `CONTRADICTED` where there is a contradiction."""
    high = different & (score > CONTRADICTED)
    return score * (high ^ True) + CONTRADICTED * high

"""The arithmetic of identity: what the parts of two personal names say together, in numbers alone.

The lines below are made of operators only, so the same code takes floats (one pair of names) and numpy arrays of
one length (many pairs at once), with one result. Every part is judged from 0 (contradiction) to 1 (agreement):

surname     how alike the surnames are (`surnames.surname_agreement`)
given       how well given names or initials agree (`forenames.given_agreement`); 0.5 where one has none
patronymic  the same for patronymics (`patronymics.patronymic_agreement`); `MISSING` where one name has none
gender      1 where nothing is against, 0 for a man and a woman (`genders.gender_agreement`)

The verdict is 1 for one person, -1 for two, 0 where the names leave it open.
"""

from __future__ import annotations

from typing import Any

#: Stands for a part that one of the names does not have.
MISSING = -1.0
SAME, OPEN, DIFFERENT = 1, 0, -1

#: Agreement of surnames and of given names below which two names are two persons'.
LEAST_SURNAME = 0.3
LEAST_GIVEN = 0.15
#: The score from which two names are one person's.
ENOUGH = 0.55
#: What a contradiction leaves of a score at most.
CONTRADICTED = 0.3
#: How much of an agreement counts where one name is a single word.
ALONE = 0.5
#: What is left of a score when surname and given name had to change places.
TURNED = 0.95


def combine(surname: Any, given: Any, patronymic: Any, gender: Any) -> tuple[Any, Any]:
    """The score and the verdict on two names of at least two words each."""
    known = patronymic >= 0
    score = surname**1.2 * given**0.7 * (1 - known * 0.6 * (1 - patronymic)) * gender
    different = (surname < LEAST_SURNAME) | (given < LEAST_GIVEN) | (patronymic == 0) | (gender == 0)
    same = (score >= ENOUGH) & (gender == 1)
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


def _capped(score: Any, different: Any) -> Any:
    """The score, at most `CONTRADICTED` where there is a contradiction."""
    high = different & (score > CONTRADICTED)
    return score * (high ^ True) + CONTRADICTED * high

"""Whether two personal names can be one person's, and why: sounds, given names, initials, patronymics, gender."""

from __future__ import annotations

from functools import cache, lru_cache
from statistics import fmean

from kartoteka.names.differences import describe
from kartoteka.names.distance import likeness
from kartoteka.names.given import classes, given_names, patronymic_classes, patronymic_gender
from kartoteka.names.person import PersonName, is_initial, parse_name
from kartoteka.resources import read_toml
from kartoteka.romanization.fold import fold
from kartoteka.romanization.phonemes import phonemes, substitution
from kartoteka.types import Comparison, Reason, Verdict

#: Likeness of surnames below which two names are two persons', and the score from which they are one's.
DIFFERENT_SURNAME = 0.3
DIFFERENT_GIVEN = 0.15
SAME = 0.55
_UNSURE = 0.5
_CLASH = 0.0
#: Е, Є and Э, as the schemes write them at the beginning of a name.
_E = ("e", "ie", "ye", "je", "е", "є", "э")
#: Sasha can be Oleksandr: enough not to contradict, too little to prove.
_NICKNAME = 0.4


@lru_cache(maxsize=500_000)
def compare_persons(left: str, right: str) -> Comparison:
    """How likely two spellings name one person, with the reasons.

    SAME needs surnames alike and given names or initials that agree; DIFFERENT a contradiction: another
    surname, given name, initial or patronymic, or another sex. Everything else is UNSURE: a surname alone
    fits every bearer. Symmetric but for the order in the reasons.
    """
    a, b = parse_name(left), parse_name(right)
    if not (a.surname or a.given) or not (b.surname or b.given):
        return Comparison(0.0, Verdict.UNSURE, (Reason("name", 0.0, "a name without letters"),))
    if a.single or b.single:
        return _compare_single(a, b)
    if _courteous(a, b) or _courteous(b, a):
        reasons = (compare_given(a.given, b.given), Reason("patronymic", 1.0, f"{left} ~ {right}: no surname"))
        return Comparison(reasons[0].score * _UNSURE, Verdict.UNSURE, reasons)
    straight = _compare_full(a, b)
    if straight.verdict is Verdict.SAME:
        return straight
    turned = _compare_full(a, PersonName(b.surname, b.patronymic, b.given, b.particles, b.suffix))
    if turned.verdict is Verdict.SAME and not _has_initial(a, b):
        note = Reason("order", 0.95, f"{left} ~ {right}: surname and given name change places")
        return Comparison(turned.score * 0.95, Verdict.SAME, (*turned.reasons, note))
    return straight


def _courteous(a: PersonName, b: PersonName) -> bool:
    """Whether `a` can be the given name and patronymic of `b`: Всеволод Аполлонович without the surname."""
    if a.patronymic or is_initial(a.given) or not patronymic_gender(a.surname) or not b.patronymic:
        return False
    patronymic = compare_patronymics(a.surname, b.patronymic)
    return bool(patronymic and patronymic.score > 0.9 and compare_given(a.given, b.given).score >= SAME)


def _has_initial(*names: PersonName) -> bool:
    return any(is_initial(name.given) for name in names)


def _compare_full(a: PersonName, b: PersonName) -> Comparison:
    surname = compare_surnames(a.surname, b.surname)
    given = compare_given(a.given, b.given)
    patronymic = compare_patronymics(a.patronymic, b.patronymic)
    gender = _compare_genders(a, b)
    reasons = tuple(reason for reason in (surname, given, patronymic, gender) if reason is not None)
    score = surname.score**1.2 * given.score**0.7
    if patronymic is not None:
        score *= 0.4 + 0.6 * patronymic.score
    if gender is not None:
        score *= gender.score
    if surname.score < DIFFERENT_SURNAME or given.score < DIFFERENT_GIVEN:
        return Comparison(min(score, 0.3), Verdict.DIFFERENT, reasons)
    if (patronymic is not None and patronymic.score == _CLASH) or (gender is not None and gender.score == _CLASH):
        return Comparison(min(score, 0.3), Verdict.DIFFERENT, reasons)
    agreed = score >= SAME and gender is None
    return Comparison(score, Verdict.SAME if agreed else Verdict.UNSURE, reasons)


def _compare_single(a: PersonName, b: PersonName) -> Comparison:
    """One of the names is a single word: it can fit, it can contradict, it can prove nothing."""
    if a.single and b.single:
        reason = compare_surnames(a.surname or a.given, b.surname or b.given)
        return _uncertain((reason,), f"{a.surname or a.given} alone")
    word, full = (a, b) if a.single else (b, a)
    if word.given:
        options = [compare_given(word.given, full.given), compare_surnames(word.given, full.surname)]
    else:
        options = [compare_surnames(word.surname, full.surname)]
        if full.given and likeness(word.surname, full.given) > 0.8:
            options.append(compare_given(word.surname, full.given))
    best = max(options, key=lambda reason: reason.score)
    return _uncertain((best,), f"{word.surname or word.given} alone")


def _uncertain(reasons: tuple[Reason, ...], note: str) -> Comparison:
    score = reasons[0].score
    if score < DIFFERENT_SURNAME:
        return Comparison(score * 0.3, Verdict.DIFFERENT, reasons)
    return Comparison(score * _UNSURE, Verdict.UNSURE, (*reasons, Reason("single", 0.5, note)))


@lru_cache(maxsize=500_000)
def compare_surnames(left: str, right: str) -> Reason:
    """How alike two surnames sound; of a double surname, one half alone agrees in part."""
    halves = [_halves(left), _halves(right)]
    if len(halves[0]) == len(halves[1]):
        pairs = zip(*halves, strict=True)
        parts = [likeness(x, y) for x, y in pairs]
        score = min(parts) * 0.6 + fmean(parts) * 0.4 if parts else 0.0
        detail = describe(left, right) if score >= DIFFERENT_SURNAME else f"{left} ~ {right}"
        return Reason("surname", score, detail)
    short, long = sorted(halves, key=len)
    whole = likeness("".join(short), "".join(long))
    score = max([whole] + [0.75 * likeness(x, y) for x in short for y in long])
    return Reason("surname", score, f"{left} ~ {right}")


@lru_cache(maxsize=100_000)
def _halves(surname: str) -> list[str]:
    return [part for part in surname.replace("-", " ").replace("–", " ").split() if part]


@lru_cache(maxsize=500_000)
def compare_given(left: str, right: str) -> Reason:
    """How well two given names or initials agree: one class, one sound, or a contradiction."""
    pair = f"{left} ~ {right}"
    if not left or not right:
        return Reason("given name", 0.5, f"{left or right} alone")
    if is_initial(left) or is_initial(right):
        return _compare_initial(left, right)
    a, b = classes(left), classes(right)
    sound = likeness(left, right)
    if a.sure & b.sure:
        return Reason("given name", 1.0, f"{pair}: {', '.join(sorted(a.sure & b.sure))}")
    if a.all & b.all:
        score = sound if sound >= 0.9 else _NICKNAME
        return Reason("given name", score, f"{pair}: perhaps {', '.join(sorted(a.all & b.all))}")
    if a.all and b.all:
        score = sound if sound >= 0.9 else _CLASH
        return Reason("given name", score, f"{pair}: {', '.join(sorted(a.all))} and {', '.join(sorted(b.all))}")
    return Reason("given name", sound, pair)


def _compare_initial(left: str, right: str) -> Reason:
    pair = f"{left} ~ {right}"
    short, long = (left, right) if is_initial(left) else (right, left)
    if _bare_i(short, long) or (is_initial(long) and _bare_i(long, short)):
        return Reason("initial", 0.3, f"{pair}: I. is seldom Iu. or Ia.")
    if _begins(long, short):
        return Reason("initial", 0.85, pair)
    known = given_names()
    if any(_begins(s, short) for name in classes(long).sure for s in known[name].spellings):
        return Reason("initial", 0.8, f"{pair}: another form of the name")
    return Reason("initial", _CLASH, pair)


def _bare_i(initial: str, name: str) -> bool:
    """Whether an I alone stands against a name or initial in Iu, Ia, Ю, Я: it is І or И more likely."""
    glides = ("iu", "ia", "ie", "yu", "ya", "ye", "ju", "ja", "je", "ю", "я", "є")
    return initial.rstrip(".").lower() in {"i", "і", "и"} and name.lower().startswith(glides)


@lru_cache(maxsize=200_000)
def _begins(name: str, initial: str) -> bool:
    """Whether a name or another initial can begin with the sounds of an initial, glides aside."""
    if initial.rstrip(".").lower() in _E and name.lower().startswith(_E):
        return True
    a, b = phonemes(initial.rstrip(".")), phonemes(name.rstrip("."))
    return any(
        bool(x) and all(substitution(p + q) <= 0.25 for p, q in zip(x, y, strict=False))
        for x, y in ((a, b), (a.lstrip("j"), b.lstrip("j")), (a, b.lstrip("j")), (a.lstrip("j"), b))
        if y
    )


@lru_cache(maxsize=500_000)
def compare_patronymics(left: str, right: str) -> Reason | None:
    """How well two patronymics agree, word by word; None where one name has none: that tells nothing."""
    a, b = left.split(), right.split()
    if not a or not b:
        return None
    pair = f"{left} ~ {right}"
    if is_initial(a[0]) or is_initial(b[0]):
        fits = _begins(a[0], b[0]) if is_initial(b[0]) else _begins(b[0], a[0])
        return Reason("patronymic", 1.0 if fits or _other_form(a[0], b[0]) else _CLASH, pair)
    if patronymic_classes(a[0]) & patronymic_classes(b[0]):
        return Reason("patronymic", 1.0, pair)
    sound = likeness(a[0], b[0])
    contradict = sound < 0.5 and bool(patronymic_gender(a[0])) and bool(patronymic_gender(b[0]))
    known = bool(patronymic_classes(a[0]) and patronymic_classes(b[0]))
    return Reason("patronymic", _CLASH if contradict or (known and sound < 0.75) else max(sound, 0.3), pair)


def _other_form(left: str, right: str) -> bool:
    """Whether an initial can be that of the same patronymic in another language (М. of Mykolaiovych, N.)."""
    short, long = (left, right) if is_initial(left) else (right, left)
    known = given_names()
    return any(_begins(s, short) for name in patronymic_classes(long) for s in known[name].spellings)


def _compare_genders(a: PersonName, b: PersonName) -> Reason | None:
    left, right = gender(a), gender(b)
    if _feminine(a.surname, b.surname) or _feminine(b.surname, a.surname):
        sure = bool(left and right and left != right)
        return Reason(
            "gender", _CLASH if sure else 0.6, f"{a.surname} ~ {b.surname}: a man's and a woman's surname"
        )
    if left and right and left != right:
        detail = f"{a.given} {a.surname} is {_SEX[left]}, {b.given} {b.surname} {_SEX[right]}"
        return Reason("gender", _CLASH, detail)
    return None


@cache
def _feminine_endings() -> dict[str, str]:
    return dict(read_toml("gazetteers/name_words.toml")["surnames"]["feminine"])


@lru_cache(maxsize=200_000)
def _feminine(woman: str, man: str) -> bool:
    """Whether a surname is the woman's form (Petrova) beside a man's (Petrov); it can also be his genitive."""
    his, hers = fold(man), fold(woman)
    return any(hers.endswith(f) and his.endswith(m) for f, m in _feminine_endings().items())


_SEX = {"m": "a man's name", "f": "a woman's"}


def gender(name: PersonName) -> str:
    """ "m" or "f" where the patronymic or the given name tells it, else ""."""
    for word in name.patronymic.split():
        if found := patronymic_gender(word):
            return found
    known = given_names()
    found_genders = {known[c].gender for c in classes(name.given).all} if name.given else set()
    return found_genders.pop() if len(found_genders) == 1 else ""

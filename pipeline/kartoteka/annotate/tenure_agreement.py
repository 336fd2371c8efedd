"""Whether a Ukrainian or Russian name can be a verb's subject: its gender, and whose clause it stands in."""

from __future__ import annotations

import re
from functools import lru_cache

from kartoteka.annotate.tenure_sentences import Mark
from kartoteka.languages.declension import name_readings
from kartoteka.languages.morphology import INFLECTED, cases, parses

_FEMININE = re.compile(r"(?:ла|лася|лась|ена|ёна|ана|ята|ута)$")
_MASCULINE = re.compile(r"(?:[иаяіїеу]в|вся|[иаяеоу]л|лся|ений|аний|ятий|ён|ен|ан)$")
#: What opens a clause within another: "when N. retired" is told of somebody beside the subject.
_SUBORDINATE = re.compile(
    r"(?:^|[,(])\s*(?:(?:а|і|й|и|та) )?(?:(?:після|до|перед|з|у|в|на|после|с|во) )?"
    r"(?:(?:того|тим|тому|того же|тех пор), )?"
    r"(?:коли|доки|поки|щойно|якщо|якби|хоч|хоча|бо|оскільки|де|куди|звідки|що|щоб|аби|як|як\w{1,3}|котр\w+"
    r"|когда|пока|едва|если|хотя|так как|поскольку|где|куда|откуда|что|чтобы|как|котор\w+)\b[^,;()]*$"
)
#: The cases of a predicate that needs no verb, as the dictionary tells them of persons too, and of one beside a verb.
UPRIGHT, OBLIQUE = frozenset({"nomn", "accs", "voct"}), frozenset({"ablt", "datv", "loct"})
#: How much less than its likeliest reading another one of a name may weigh.
_LIKELY = 2.0
#: And how much less that of a name without endings, which stands in every case: «гетмана Дорошенко».
_AS_LIKELY = 0.5
_PATRONYMICS = (("f", ("івна", "ївна", "овна", "евна", "ична", "инична")), ("m", ("ович", "евич", "йович", "ич")))


def agrees(mark: Mark, verb: str, lang: str) -> bool:
    """Whether a person can be the subject of a verb in the past: «очолювала» tells of no man."""
    wanted = _gender_of_verb(verb)
    known = _gender_of_name(mark.mention.name, lang) if wanted else ""
    return not wanted or not known or wanted == known


def share_case(word: str, name: str, lang: str) -> bool:
    """Whether the first word of a post and a name behind it can stand in one case: not «заступниками Балицького»."""
    word = word.rpartition("-")[2]  # «прес-секретареві»
    one = cases(word, lang) if lang in INFLECTED and word.isalpha() else frozenset()
    found = name_readings(name, lang) if lang in INFLECTED else ()
    other = {reading.case for reading in found if reading.weight >= found[0].weight - _LIKELY}
    return not one or not other or bool(one & other)


def is_anothers(word: str, name: str, lang: str) -> bool:
    """Whether the first word of a post stands in the genitive and a name in the nominative: «син гетьмана Юрій»."""
    known = cases(word, lang) if lang in INFLECTED and word.isalpha() else frozenset()
    if "gent" not in known or ("nomn" in known and not word.endswith("и")):  # «голови» is seldom a plural
        return False
    found = name_readings(name, lang)
    return bool(found) and not any(r.case == "gent" and r.weight >= found[0].weight - _AS_LIKELY for r in found)


def apposed(word: str, name: Mark, lang: str, *, upright: bool) -> bool:
    """Whether the first word of a post can be said of a name before it, which is `upright` in the nominative.

    Not «при ньому служив N., членом ради — M.», not «від блоку N-ої, перший заступник».
    """
    known = cases(word, lang) if lang in INFLECTED and word.isalpha() else frozenset()
    if not known or " " not in name.mention.text:
        return True
    return not known <= OBLIQUE if upright else not ("nomn" in known and known <= UPRIGHT)


def subordinate(text: str, place: int) -> bool:
    """Whether a name stands in a clause that only says when, where or why."""
    return _SUBORDINATE.search(text[max(0, place - 120) : place]) is not None


def is_finite(word: str, lang: str) -> bool:
    """Whether a word can be a verb, as «гибели» cannot."""
    known = parses(word.lower(), lang) if lang in INFLECTED else ()
    return not known or any(p.tag.POS == "VERB" for p in known)


def _gender_of_verb(verb: str) -> str:
    word = verb.split()[0].casefold() if verb.split() else ""
    if word in ("був", "була", "был", "была") and len(verb.split()) > 1:
        return "f" if word.endswith("а") else "m"
    return "f" if _FEMININE.search(word) else "m" if _MASCULINE.search(word) else ""


@lru_cache(maxsize=20_000)
def _gender_of_name(name: str, lang: str) -> str:
    """The gender that a patronymic or a known given name has, "" where neither tells."""
    if lang not in INFLECTED:
        return ""
    words = name.casefold().split()
    for gender, ending in _PATRONYMICS:
        if any(word.endswith(ending) for word in words[1:]):
            return gender
    given = {gender for word in words[:2] for gender in _genders_of_given_name(word, lang)}
    return given.pop() if len(given) == 1 else ""


def _genders_of_given_name(word: str, lang: str) -> set[str]:
    return {
        "f" if p.tag.gender == "femn" else "m"
        for p in parses(word, lang)
        if p.is_known and "Name" in p.tag.grammemes and p.tag.case == "nomn" and p.tag.gender
    }

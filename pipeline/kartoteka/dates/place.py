"""Where an expression stands in its text: the words right before and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kartoteka.dates.context import word_before
from kartoteka.dates.cursor import Token, Tokens, kind, sign
from kartoteka.dates.lexicon import Kinds, Lexicon

_NEXT_WORD = re.compile(r"\s{1,2}([^\W\d_]{1,24})\b(\.?)")
_NEXT_WORDS = re.compile(r"\s{1,2}([^\W\d_]{1,24})\b(\.?)(?: ([^\W\d_]{1,24})\b)?")
_APOSTROPHES = str.maketrans("’‘", "''")
_NEXT_LOWER = re.compile(r"\s{1,2}[a-zа-яіїєґё]")
_WORD = re.compile(r"[^\W\d_]+")
_PUNCTUATION = re.compile(r"\s?[,.;:)\]—–\n*]|\s*$")
_AHEAD, _BACK = 32, 24
_VOUCHING = frozenset({"preposition", "year_before", "bound", "starter", "mask"})


@dataclass(frozen=True, slots=True)
class Place:
    """The expression of the tokens from `first` to before `after` in a text."""

    text: str
    tokens: Tokens
    first: int
    after: int
    lexicon: Lexicon

    @property
    def opener(self) -> Token:
        """Its first token."""
        return self.tokens[self.first]

    @property
    def closer(self) -> Token:
        """Its last token."""
        return self.tokens[self.after - 1]

    @property
    def before(self) -> Kinds:
        """What the token before it means."""
        return self.tokens[self.first - 1].kinds

    @property
    def words(self) -> str:
        """The expression itself."""
        return self.text[self.opener.start : self.closer.end]

    @property
    def lead(self) -> str:
        """The few characters before it, in lower case, with straight apostrophes."""
        start = self.opener.start
        return self.text[max(0, start - _BACK) : start].lower().translate(_APOSTROPHES)

    @property
    def rest(self) -> str:
        """The few characters behind it."""
        return self.text[self.closer.end : self.closer.end + _AHEAD]


def is_apart(place: Place) -> bool:
    """Whether the expression is no part of a longer word or number; "post-1945" is a date."""
    lead = place.lead
    glued = len(lead) > 1 and lead[-1] in "-–" and lead[-2].isalnum()
    return not glued or lead.endswith(place.lexicon.beside.prefixes)


def is_alone(place: Place) -> bool:
    """Whether the expression is all that the text says."""
    text, first, last = place.text, place.opener.start, place.closer.end
    return first < 3 and len(text) - last < 3 and not text[:first].strip() and not text[last:].strip(" .")


def is_vouched(place: Place) -> bool:
    """Whether a preposition, a word for year or a bracket stands before it."""
    return is_introduced(place) or sign(place.tokens, word_before(place.tokens, place.first), "(", "[")


def is_introduced(place: Place) -> bool:
    """Whether a preposition, a word for year or another word that speaks of time stands before it: "r.", "(d."."""
    return not _VOUCHING.isdisjoint(place.tokens[word_before(place.tokens, place.first)].kinds)


def is_timed(place: Place) -> bool:
    """Whether that word is of time alone: "in", but not "of" or "about"."""
    before = place.tokens[word_before(place.tokens, place.first)].kinds
    return is_introduced(place) and before.get("preposition") != "of"


def is_bracketed(place: Place) -> bool:
    """Whether it opens a bracket."""
    return sign(place.tokens, place.first - 1, "(", "[")


def is_quoted(place: Place) -> bool:
    """Whether quotation marks enclose it and nothing else."""
    return place.lead[-1:] in tuple('«“„"') and place.rest[:1] in tuple('»”“"')


def is_bounded(place: Place) -> bool:
    """Whether the word before makes a bound of it."""
    return kind(place.tokens, place.first - 1, "bound") in ("since", "until")


def follows(place: Place, name: str) -> bool:
    """Whether it is the next of a row whose member before means `name`: "in 1340, 1341 and 1352"."""
    linked = "link" in place.before or sign(place.tokens, place.first - 1, ",")
    return linked and name in place.tokens[place.first - 2].kinds


def is_stopped(place: Place) -> bool:
    """Whether a stop or the end of the text follows."""
    return _PUNCTUATION.match(place.rest) is not None


def next_word(place: Place) -> str:
    """The word behind it as it is written, "" for none."""
    match = _NEXT_WORD.match(place.rest)
    return match.group(1) if match else ""


def runs_on(place: Place) -> bool:
    """Whether a word in lower case follows."""
    return _NEXT_LOWER.match(place.rest) is not None


def is_counted(place: Place) -> bool:
    """Whether the next word is something of which there are so many."""
    match, lexicon = _NEXT_WORDS.match(place.rest), place.lexicon
    if match is None:
        return False
    if match.group(3) in lexicon.counted and match.group(1)[0].isupper():  # "2000 Polish cavalry"
        return True
    if not match.group(1).islower():
        return lexicon.month_first and match.group(1).endswith("s") and "article" not in place.before
    word = match.group(1)
    if word in lexicon.counted or word + match.group(2) in lexicon.counted:
        return True
    return len(word) > 3 and word.endswith(lexicon.counted_endings) and not word.endswith(lexicon.not_counted)


def no_noun_follows(place: Place) -> bool:
    """Whether what follows is a stop, a verb or a small word, as far as the tables know them."""
    if is_stopped(place):
        return True
    beside, word = place.lexicon.beside, next_word(place).lower()
    if word in beside.followers or (len(word) > 2 and word.endswith(beside.follower_endings)):
        return True
    return bool(word and beside.noun_endings) and not word.endswith(beside.noun_endings)


def is_age(place: Place) -> bool:
    """Whether a year is one of somebody's life: «йшов сорок п'ятий рік», «на шестом году жизни»."""
    beside = place.lexicon.beside
    words = _WORD.findall(place.lead)
    return any(word in beside.age_before for word in words) or next_word(place).lower() in beside.age_after

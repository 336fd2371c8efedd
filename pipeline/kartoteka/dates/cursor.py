"""What stands at a place among the tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kartoteka.dates.lexicon import Kinds


@dataclass(slots=True)  # not frozen: there is one for every other word, and a frozen one takes three times as long
class Token:
    """A word, figure or sign by what it can mean; one without any meaning parts its neighbours."""

    start: int
    end: int
    kinds: Kinds


BREAK: Final = Token(-1, -1, {})
#: So many BREAKs end a text, so that no reading looks past them, or back past the first token.
MARGIN: Final = 16
Tokens = Sequence[Token]
#: The kinds of a token that can name a month.
MONTHS: Final = frozenset({"month", "month_beside_number"})


def kind(tokens: Tokens, index: int, name: str) -> str:
    """What a token means as a month, a year …, "" where it is no such thing; BREAKs stand behind the last."""
    return tokens[index].kinds.get(name, "")


def sign(tokens: Tokens, index: int, *signs: str) -> bool:
    """Whether one of these signs stands here."""
    return kind(tokens, index, "sign") in signs


def skip_glue(tokens: Tokens, index: int) -> int:
    """The token after "of", "of the", «на», if they stand here."""
    index += bool(kind(tokens, index, "glue"))
    return index + bool(kind(tokens, index, "article"))


def month_of(tokens: Tokens, index: int) -> int:
    """The month that a token names, 0 for none."""
    return int(kind(tokens, index, "month") or kind(tokens, index, "month_beside_number") or 0)


def year_word(tokens: Tokens, index: int) -> int:
    """The token after «року», "р.", «гг.» if one stands here."""
    return index + 1 if "year_word" in tokens[index].kinds else index

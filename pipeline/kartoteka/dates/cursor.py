"""What stands at a place among the tokens."""

from __future__ import annotations

from collections.abc import Sequence

from kartoteka.dates.tokens import Token

Tokens = Sequence[Token]


def kind(tokens: Tokens, index: int, name: str) -> str:
    """What a token means as a month, a year …, "" where it is no such thing."""
    return tokens[index].kinds.get(name, "") if index < len(tokens) else ""


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

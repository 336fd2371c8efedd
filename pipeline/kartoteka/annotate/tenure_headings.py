"""What stands over a table of terms: the post of its rows, in the singular, and the body that they had it in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.resources import read_toml
from kartoteka.types import Label, Mention

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Over:
    """What the headings above a table say: the post, the body's words and its referent.

    `whole` where the post names its body or land itself, `column` a post that is the head of a column.
    """

    post: str = ""
    body: str = ""
    org: str = ""
    whole: bool = False
    column: str = ""

    @property
    def named(self) -> bool:
        """Whether the rows' post is known."""
        return bool(self.post or self.column)

    @property
    def title(self) -> str:
        """The post of the rows in words."""
        if self.column or not self.body or self.whole or not self.post:
            return self.column or self.post
        return (
            f"{self.post} of the {self.body}" if re.match(r"[A-Za-z]", self.post) else f"{self.post} {self.body}"
        )


@cache
def _table() -> dict[str, Any]:
    return read_toml("patterns/tenure_tables.toml")


def under_heading(over: Over, text: str, inside: Sequence[Mention], of_mention: Mapping[str, str]) -> Over:
    """What is known under one more heading: a post in the plural, or the body of the post before."""
    bare = _BRACKETS.sub("", " ".join(text.split())).strip()
    org = next((of_mention.get(m.id, "") for m in inside if m.label == Label.ORG), "")
    for word in _WORD.finditer(bare):
        singular = _table()["singular"].get(word[0].casefold())
        if singular:
            named = _unlisted(bare[: word.start()]) + _as_written(singular, bare, word) + bare[word.end() :]
            whole = bool(bare[word.end() :].strip())
            return Over(named.strip(), org=org if whole else "", whole=whole)
    return over if over.whole else Over(over.post, bare, org)


def _unlisted(words: str) -> str:
    """The words before a post without "List of"."""
    lists = sorted(_table()["lists"], key=len, reverse=True)
    opening = next((each for each in lists if words.casefold().startswith(f"{each} ")), "")
    return words[len(opening) :].lstrip()


def _as_written(singular: str, bare: str, word: re.Match[str]) -> str:
    """The singular with a capital where the heading opens with the plural itself."""
    opens = word.start() == 0 and word[0][0].isupper() and word.end() < len(bare)
    return singular[0].upper() + singular[1:] if opens else singular


def named_by(office: tuple[int, int, Mention] | None, text: str) -> str:
    """The post that a heading row names as the head of a column; "" for none or a word of another use."""
    if office is None:
        return ""
    cell = text[office[0] : office[1]]
    return cell if len(cell.split()) > 1 else ""

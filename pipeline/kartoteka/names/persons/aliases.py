"""Further names of a person that stand beside a name: in brackets, in quotation marks, behind "alias" or "née"."""

from __future__ import annotations

import re
from functools import cache

from kartoteka.resources import read_toml

#: "Com[rade] Balytsky": what an editor filled in belongs to the word.
_ATTACHED = re.compile(r"(?<=\w)[\[(](\w+)[\])]|[\[(](\w+)[\])](?=\w)")
_BRACKETS = re.compile(r"[\[(]([^\])]*)[\])]?")
_QUOTED = re.compile(r"[\"“«„]([^\"“”«»„]+)[\"“”»]")
#: Without one of these a text is one name: brackets, quotation marks, a word without a capital.
_SIGNS = re.compile(r"[\[(\"“«„]|(?<![\w'.-])[a-zа-яёіїєґ]|A\.?K\.?A")
#: At most so many words are a name, so many further names one person's.
_WORDS, _MOST = 4, 4


def split_aliases(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without its further names, and these as spelled, each once.

    Remarks in brackets that are no names ("head of the GPU", years) are left out of both.
    """
    whole = _ATTACHED.sub(r"\1\2", text) if "(" in text or "[" in text else text
    if not _SIGNS.search(whole):
        return whole, ()
    found: list[str] = []
    outside = _BRACKETS.sub(lambda match: _keep(match.group(1), found), whole)
    if any(c.isalpha() for c in _QUOTED.sub("", outside)):
        outside = _QUOTED.sub(lambda match: _keep(match.group(1), found), outside)
    outside, *behind = _marker().split(outside)
    for part in behind:
        _keep(part, found)
    if not any(c.isalpha() for c in outside):
        return whole, ()
    return outside, tuple(dict.fromkeys(found))[:_MOST]


def _keep(remark: str, found: list[str]) -> str:
    """Take the names out of a remark; what stands in its place is a space."""
    for part in _marker().split(remark):
        words = part.strip(' ,;:."“”«»„').split()
        if 0 < len(words) <= _WORDS and all(word[0].isupper() for word in words):
            found.append(" ".join(words))
    return " "


@cache
def _marker() -> re.Pattern[str]:
    markers = read_toml("gazetteers/name_words.toml")["aliases"]["markers"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(markers)})(?![\w'-])[ :]*(?=\S)")

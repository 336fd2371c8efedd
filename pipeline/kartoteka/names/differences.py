"""Where two spellings of a name part, in letters that a reader can check."""

from __future__ import annotations

from difflib import SequenceMatcher

from kartoteka.romanization.characters import straighten

_LONGEST = 60


def describe(left: str, right: str) -> str:
    """ "Balyts'kyi ~ Balickij: yts'/ic, y/–, –/j": both spellings and the letter groups in which they differ.

    The groups are left out between two scripts, where every letter differs, and for names beyond any length
    that names have; – stands for no letter.
    """
    pair = f"{left} ~ {right}"
    a, b = straighten(left).lower(), straighten(right).lower()
    if a == b or not set(a) & set(b) or max(len(a), len(b)) > _LONGEST:
        return pair
    steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    groups = [f"{a[i:j] or '–'}/{b[k:m] or '–'}" for kind, i, j, k, m in steps if kind != "equal"]
    return f"{pair}: {', '.join(groups)}"

"""Count which letter follows which in surnames: what `letter_pairs.tsv` is made of.

    python models/romanization/count_letters.py

Ukrainian and Russian surnames come from the dictionaries of pymorphy3, Belarusian ones from
`belarusian_surnames.txt`. Takes two minutes; the same dictionaries give the same file.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from kartoteka.languages.surnames import dictionary_surnames
from kartoteka.resources import models, read_lines

HEADER = """\
# Which letter follows which in surnames: how likely a Cyrillic word is a name in its language.
# Columns: language; two letters, ^ for the beginning and $ for the end of the word; how often in ten thousand pairs.
# Made by models/romanization/count_letters.py from the surnames that pymorphy3's dictionaries know and from
# belarusian_surnames.txt. Licence: MIT, as the rest of the project (counts, no word of a dictionary).
"""
IN_ALL = 10_000


def main() -> None:
    """Write the table anew."""
    surnames = {lang: dictionary_surnames(lang) for lang in ("uk", "ru")}
    surnames["be"] = tuple(line.lower() for line in read_lines("romanization/belarusian_surnames.txt"))
    rows = [row for lang, words in surnames.items() for row in count(lang, words)]
    table = models() / "romanization" / "letter_pairs.tsv"
    table.write_text(HEADER + "lang\tpair\tshare\n" + "".join(rows), encoding="utf-8")


def count(lang: str, words: tuple[str, ...]) -> list[str]:
    """The rows of one language, in alphabetical order; pairs too rare for one in ten thousand are left out."""
    pairs = Counter(first + second for word in words for first, second in pairwise(f"^{word}$"))
    shares = {pair: round(number * IN_ALL / pairs.total()) for pair, number in pairs.items()}
    return [f"{lang}\t{pair}\t{share}\n" for pair, share in sorted(shares.items()) if share]


if __name__ == "__main__":
    main()

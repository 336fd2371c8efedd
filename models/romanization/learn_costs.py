"""Learn how foreign names are read, and which sounds are taken for each other, from names in English and Russian.

    python models/romanization/learn_costs.py TOKENS [--out FOLDER]

TOKENS is a TSV without header: a Latin and a Cyrillic spelling of one name, and a count; the training part of the
English–Russian names that Y. Merhav and S. Ash drew from Wikidata (Design Challenges in Named Entity Transliteration,
COLING 2018; CC0). Writes foreign.tsv (learned_readings.py) and
sounds.tsv (learned_sounds.py), the same bytes from the same tokens, graphemes.tsv and schemes; two minutes on one core.
Never run when building or testing.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import learned_readings
import learned_sounds

from kartoteka.romanization.phonemes import letters

HERE = Path(__file__).parent
SOURCE = """\
# Learned by models/romanization/learn_costs.py from the English–Russian training pairs of Y. Merhav and S. Ash (Design
# Challenges in Named Entity Transliteration, COLING 2018; names in Wikidata, CC0). MIT, as the rest of the project.
"""
CYRILLIC = re.compile("[а-яё]{2,}")

#: Words made of Japanese or Chinese syllables are left out: their Russian spelling follows tables of its own.
EASTERN = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwfjlx]|[kgnhbpmrj]y|sh|ch|ts|zh)?(?:[aiueoāīūēō]|ai|ao|ei|ou|ia|ie|iu|ua|ui|uo)(?:ng|n)?)+"
)


def main() -> None:
    """Learn, and write the tables beside this file or into another folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tokens", type=Path)
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    words = list(read_words(options.tokens))
    for name, learned in (("sounds", learned_sounds), ("foreign", learned_readings)):
        write(
            options.out / f"{name}.tsv", learned.HEADER + SOURCE, [learned.COLUMNS, *sorted(learned.learn(words))]
        )


def read_words(path: Path) -> Iterator[tuple[str, str]]:
    """The Latin words of the token list, in the letters of the grapheme table, and their Cyrillic spellings."""
    with path.open(encoding="utf-8", newline="") as file:
        for latin, other, _ in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            written = letters(latin)
            if CYRILLIC.fullmatch(other) and not EASTERN.fullmatch(written):
                yield written, other


def write(path: Path, header: str, rows: Iterable[Sequence[str]]) -> None:
    """A table of models/ with its header."""
    lines = ("\t".join(row) for row in rows)
    path.write_text(header + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

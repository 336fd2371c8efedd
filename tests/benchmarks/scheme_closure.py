"""What share of real surnames each scheme's spelling is matched to its Cyrillic.

    python tests/benchmarks/scheme_closure.py [SURNAMES]        (default: 1,500 a language)

Surnames of pymorphy3's dictionaries, in equal steps through the alphabet, with a given name each; Belarusian ones from
the list of the models. A name counts as matched where `kartoteka names match` prints same = 1.

    matched      share of the names
    missed       the first few of those that are not
"""

from __future__ import annotations

import sys

from kartoteka.languages.surnames import dictionary_surnames
from kartoteka.names.lists.batch import judge_texts
from kartoteka.resources import read_lines
from kartoteka.romanization import romanize, schemes

SURNAMES = 1_500
SHOWN = 3
SAME = 1
GIVEN = {
    "uk": ["Іван", "Микола", "Юрій", "Олексій", "Григорій"],
    "ru": ["Иван", "Николай", "Юрий", "Алексей", "Григорий"],
    "be": ["Іван", "Мікалай", "Юрый", "Аляксей", "Рыгор"],
}


def main(wanted: int = SURNAMES) -> None:
    """Print the share for every scheme."""
    people = {lang: list(names(lang, wanted)) for lang in GIVEN}
    print(f"{'':26}{'names':>7}{'matched':>10}   missed")
    for scheme in schemes().values():
        cyrillic = people[scheme.lang]
        latin = [romanize(name, scheme.name) for name in cyrillic]
        verdicts = judge_texts(cyrillic, latin).verdicts.tolist()
        missed = [f"{a} ~ {b}" for a, b, v in zip(cyrillic, latin, verdicts, strict=True) if v != SAME]
        share = 1 - len(missed) / len(cyrillic)
        print(f"{scheme.name:26}{len(cyrillic):7}{share:10.4f}   {'; '.join(missed[:SHOWN])}")


def names(lang: str, wanted: int) -> list[str]:
    """So many names of one language."""
    listed = lang == "be"
    surnames = list(read_lines("romanization/belarusian_surnames.txt")) if listed else dictionary_surnames(lang)
    known = [word[0].upper() + word[1:] for word in surnames if len(word) > 2]
    chosen = known[:: max(1, len(known) // wanted)][:wanted]
    return [f"{GIVEN[lang][number % 5]} {surname}" for number, surname in enumerate(chosen)]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""Made-up lists of names of any length: people with real given names, each spelled in several ways.

    python tests/benchmarks/names_generator.py NAMES [SEED]      a TSV of cluster_id and name on standard output

A person is a surname, a given name and a father's name out of `models/gazetteers/given_names.tsv`; surnames are made
of the names and trades of ancestors as the region makes them (Іваненко, Бондарчук, Петровський). Few surnames and
given names are common and most are rare, as in life (rank to the power of -0.7), and more people have more surnames,
so namesakes occur at every size: also men of one surname and given name with different fathers. Each person is
spelled about five times: in Cyrillic or by any romanization scheme, with and without the patronymic, by initials,
with the surname first, seldom in the genitive and seldom with a slip. The same seed gives the same list.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.resources import read_tsv
from kartoteka.romanization import romanize, schemes

SPELLINGS = 5
TRADES = (
    "коваль бондар мельник гончар швець кравець ткач лимар стельмах шаповал кушнір скляр пасічник вівчар чабан козак "
    "гайдук писар шинкар крамар маляр рибак рибалка олійник чумак паламар дяк пономар титар отаман сотник осадчий "
    "заєць вовк ведмідь лисиця сокіл орел ворона горобець журавель соловей синиця щука карась окунь калина верба "
    "дуб береза гай мороз зима вітер грім туман хмара ріпа гарбуз часник цибуля горох просо гречка пшоно борщ куліш "
    "білий чорний рудий сивий кривий глухий німий великий малий довгий товстий худий лютий тихий веселий мудрий"
)
ENDINGS = ("енко", "чук", "юк", "ук", "ський", "івський", "ович", "ів", "ин", "ак", "ець", "")
VOWELS = "аеиіоуюяєїйь"


@dataclass(frozen=True, slots=True)
class Person:
    """A man by the parts of his name in Ukrainian."""

    surname: str
    given: str
    father: str

    @property
    def patronymic(self) -> str:
        """Іванович, Андрійович, Петрович."""
        if self.father.endswith("й"):
            return self.father + "ович"
        return self.father.rstrip("оь") + "ович"


FORMS = (
    (0.32, lambda p: f"{p.given} {p.surname}"),
    (0.24, lambda p: f"{p.given} {p.patronymic} {p.surname}"),
    (0.12, lambda p: f"{p.surname} {p.given} {p.patronymic}"),
    (0.12, lambda p: f"{p.given[0]}. {p.patronymic[0]}. {p.surname}"),
    (0.08, lambda p: f"{p.given[0]}. {p.surname}"),
    (0.06, lambda p: f"{p.surname}, {p.given}"),
    (0.04, lambda p: f"{p.given} {p.patronymic[0]}. {p.surname}"),
    (0.02, lambda p: genitive(p)),
)


def generate(names: int, seed: int = 0) -> Iterator[tuple[int, str]]:
    """So many names, each with the number of the person that it names."""
    chance = random.Random(seed)
    people = max(1, names // SPELLINGS)
    surnames = _pool(int(12 * people**0.65))
    given = _given_names()
    bearers = chance.choices(surnames, _frequencies(len(surnames)), k=people)
    first = chance.choices(given, _frequencies(len(given)), k=people)
    fathers = chance.choices(given, _frequencies(len(given)), k=people)
    forms, shares = [form for _, form in FORMS], [share for share, _ in FORMS]
    written = 0
    for number, parts in enumerate(zip(bearers, first, fathers, strict=True)):
        person = Person(*parts)
        last = number == people - 1
        times = names - written if last else min(chance.randint(3, 7), names - written - (people - 1 - number))
        for form in chance.choices(forms, shares, k=times):
            yield number, _slip(_spelled(form(person), chance), chance)
        written += times


def genitive(person: Person) -> str:
    """The name in the genitive, as far as letters alone tell: Івана Петровського."""
    given = person.given[:-1] + "я" if person.given[-1] in "йь" else person.given.rstrip("о") + "а"
    surname = person.surname
    if surname.endswith("ий"):
        surname = surname[:-2] + "ого"
    elif surname[-1] not in VOWELS:
        surname += "а"
    return f"{given} {surname}"


def _frequencies(size: int) -> list[float]:
    return [rank**-0.7 for rank in range(1, size + 1)]


@cache
def _given_names() -> list[str]:
    """Men's given names that a patronymic can be made of, the common ones first, as the table has them."""
    rows = [row for row in read_tsv("gazetteers/given_names.tsv") if row["gender"] == "m"]
    words = [row["cyrillic"].split()[0] for row in rows if row["cyrillic"]]
    return [word for word in dict.fromkeys(words) if word[-1] not in "аеиіуюяєї"]


@cache
def _surnames() -> list[str]:
    rows = read_tsv("gazetteers/given_names.tsv")
    ancestors = [word for row in rows for word in (*row["cyrillic"].split(), *row["nicknames"].split())]
    stems = [
        word.lower().rstrip(VOWELS) for word in (*TRADES.split(), *ancestors) if "а" <= word[-1].lower() <= "ї"
    ]
    made = {f"{stem}{ending}".capitalize() for stem in stems if len(stem) > 2 for ending in ENDINGS if ending}
    return sorted(made | {trade.capitalize() for trade in TRADES.split()})


def _pool(size: int) -> list[str]:
    """The first so many surnames of an order that is always the same."""
    every = _surnames().copy()
    random.Random(1).shuffle(every)
    return every[:size]


def _spelled(name: str, chance: random.Random) -> str:
    """The name in Cyrillic, in one case out of four, else by a scheme for Ukrainian."""
    if chance.random() < 0.25:
        return name
    scheme = chance.choice([s.name for s in schemes().values() if s.lang == "uk"])
    return " ".join(_word(word, scheme) for word in name.split())


@lru_cache(maxsize=1_000_000)
def _word(word: str, scheme: str) -> str:
    return romanize(word, scheme)


def _slip(name: str, chance: random.Random) -> str:
    """One name in a hundred lacks a letter."""
    if chance.random() > 0.01:
        return name
    at = chance.randrange(1, len(name))
    return name[:at] + name[at + 1 :] if name[at].isalpha() else name


def main(arguments: list[str]) -> None:
    """Print the list."""
    sys.stdout.write("cluster_id\tname\n")
    for number, name in generate(*map(int, arguments)):
        sys.stdout.write(f"{number}\t{name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

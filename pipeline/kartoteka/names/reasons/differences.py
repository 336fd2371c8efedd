"""Where two spellings of a name part, in letters and schemes that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product

from kartoteka.names.persons.parse import PersonName
from kartoteka.names.reasons.letter_groups import Step, align, plain, written_by
from kartoteka.names.reasons.tongues import Order, orders
from kartoteka.resources import read_toml
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.romanization.recognize import writes
from kartoteka.romanization.romanize import romanize
from kartoteka.romanization.schemes import schemes

_LONGEST = 40
#: So many schemes and so many differences are named at most.
_NAMED, _SHOWN = 1, 8
#: Of schemes that write a name alike, these are named before the others.
_WELL_KNOWN = (
    "national", "ala-lc-simple", "ala-lc", "bgn-pcgn", "english", "scholarly", "german", "french", "polish", "iso9",
    "lacinka",
)  # fmt: skip


#: Two spellings of one pair are rather by schemes for one language than for two, by so many places in their order.
_TWO_LANGUAGES = 0.5


def describe(left: str, right: str, names: tuple[PersonName, PersonName] | None = None) -> str:
    """Both spellings and what lies behind their differences; `names` are the whole names, which tell the language.

    "Balyts'kyi ~ Balickij: y/i и, ts/c ц (Ukrainian ALA-LC without marks / Russian scholarly)" for two Latin
    spellings; the schemes that write the one as the other for a Cyrillic and a Latin one, or the letters that none
    writes so; the language of a letter for two Cyrillic ones. – stands for no letter.
    """
    whole = names or (PersonName(surname=left), PersonName(surname=right))
    return _describe(left, right, orders(*whole))


@lru_cache(maxsize=50_000)
def _describe(left: str, right: str, languages: tuple[Order, Order]) -> str:
    pair = f"{left} ~ {right}"
    a, b = plain(left), plain(right)
    if a == b or not a or not b or max(len(a), len(b)) > _LONGEST:
        return pair
    scripts = bool(CYRILLIC.search(a)), bool(CYRILLIC.search(b))
    if all(scripts):
        details = _between_languages(align(a, b))
    elif any(scripts):
        sides = (left, right) if scripts[0] else (right, left)
        details = _between_scripts(*sides, languages[int(scripts[0])])
    else:
        details = _between_schemes(align(a, b), languages)
    shown = details[:_SHOWN] + ["…"] * (len(details) > _SHOWN)
    return f"{pair}: {', '.join(shown)}" if shown else pair


def _between_schemes(steps: Sequence[Step], languages: tuple[Order, Order]) -> list[str]:
    """Of two Latin spellings: the differing groups, the Cyrillic letter behind them, who writes it so."""
    known = written_by()
    sides = ([(s.left, s.letter) for s in steps if s.letter], [(s.right, s.letter) for s in steps if s.letter])
    # A letter that left no trace tells little of the scheme: typists drop apostrophes.
    usual = [_agreeing([known[group][letter] for group, letter in side if group]) for side in sides]
    details: dict[str, list[str]] = {}
    for step in _differing(steps):
        note = ""
        if step.letter:
            pairs = zip((step.left, step.right), usual, strict=True)
            by = [(known[group][step.letter] if group else by_most, by_most) for group, by_most in pairs]
            note = _pair([here & by_most or here for here, by_most in by], languages)
        details.setdefault(note, []).append(f"{_shown(step)} {step.letter}".rstrip())
    return [f"{', '.join(shown)}{f' ({note})' if note else ''}" for note, shown in details.items()]


def _pair(sides: Sequence[frozenset[str]], languages: tuple[Order, Order]) -> str:
    """The titles of the schemes of both sides, of one language where nothing tells two."""
    if not all(sides):
        return " / ".join(_titles(names, order) for names, order in zip(sides, languages, strict=True) if names)
    several = _TWO_LANGUAGES * (languages[0] == languages[1])

    def cost(pair: tuple[str, ...]) -> tuple[float, int, list[tuple[int, int, int, str]]]:
        ranks = [_rank(name, order) for name, order in zip(pair, languages, strict=True)]
        two = schemes()[pair[0]].lang != schemes()[pair[1]].lang
        return sum(rank[0] for rank in ranks) + several * two, sum(rank[1] for rank in ranks), ranks

    return " / ".join(schemes()[name].title for name in min(product(*sides), key=cost))


def _agreeing(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """The schemes that write all groups of a spelling; of no such scheme, those that write most."""
    counts: dict[str, int] = {}
    for names in sets:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    most = max(counts.values(), default=0)
    return frozenset(name for name, count in counts.items() if count == most)


def _between_scripts(cyrillic: str, latin: str, order: Order) -> list[str]:
    """Of a Cyrillic and a Latin spelling: the schemes that write one as the other, or the letters none writes so."""
    languages = _languages_of(cyrillic)
    fitting = [name for name, s in schemes().items() if s.lang in languages and writes(cyrillic, latin, name)]
    if fitting:
        return [_titles(fitting, order)]
    steps = align(plain(cyrillic), plain(latin))
    sets = [_writers(s.letter, s.right) for s in steps if s.letter]
    usual = _agreeing(sets)
    details = []
    for step in steps:
        if not step.letter:
            details += [_shown(step)] * (step.left != step.right)
        elif not (writers := _writers(step.letter, step.right)) & usual:
            details.append(f"{_shown(step)} ({_titles(writers, order)})")
    return [f"mostly {_titles(usual, order)}", *details] if usual else details


@lru_cache(maxsize=20_000)
def _writers(cyrillic: str, latin: str) -> frozenset[str]:
    """The schemes that write Cyrillic letters so, as one group or letter by letter."""
    known = written_by().get(latin, {}).get(cyrillic, frozenset())
    letters = {name for name in schemes() if len(cyrillic) > 1 and plain(romanize(cyrillic, name)) == latin}
    return known | letters


def _between_languages(steps: Sequence[Step]) -> list[str]:
    """Of two Cyrillic spellings: the differing letters, and whose they are."""
    return [f"{_shown(step)}{_language(step)}" for step in _differing(steps)]


def _differing(steps: Sequence[Step]) -> list[Step]:
    return list(dict.fromkeys(step for step in steps if step.left != step.right))


def _language(step: Step) -> str:
    notes = [f"{_letters()[c]} {c}" for c in dict.fromkeys(step.left + step.right) if c in _letters()]
    return f": {', '.join(notes)}" if notes else ""


@cache
def _letters() -> dict[str, str]:
    table = read_toml("gazetteers/name_words.toml")["letters"]
    return {letter: language for language, letters in table.items() for letter in letters}


def _languages_of(cyrillic: str) -> set[str]:
    """The languages whose letters a Cyrillic word is written in."""
    word = plain(cyrillic)
    return {s.lang for s in schemes().values() if all(c in s.letters for c in word if c.isalpha())}


def _shown(step: Step) -> str:
    return f"{step.left or '–'}/{step.right or '–'}"


def _titles(names: Iterable[str], order: Order) -> str:
    """The titles of schemes, those for the language of the name and the best known first, at most a few."""
    ranked = sorted(names, key=lambda name: _rank(name, order))
    return " and ".join(schemes()[name].title for name in ranked[:_NAMED])


def _rank(name: str, order: Order) -> tuple[int, int, int, str]:
    """Smaller is likelier: the language by what the name tells, how well known, the language by itself."""
    lang = schemes()[name].lang
    places = dict(order)
    return places[lang], _known(name), list(places).index(lang), name


def _known(name: str) -> int:
    kind = name.partition("-")[2]
    return _WELL_KNOWN.index(kind) if kind in _WELL_KNOWN else len(_WELL_KNOWN)

"""Cut a text into the words, figures and signs that calendar expressions are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kartoteka.dates.lexicon import Kinds, Lexicon, lexicon, openings

#: Every quantifier is possessive or bounded, so a hostile line costs no more than its length.
_RAW = re.compile(
    r"""
    (?P<full>(?<![0-9.])[0-9]{1,2}\.(?:[0-9]{1,2}|[IVXІХ]{1,4})\.[0-9]{4}(?![0-9])
        |(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9])
        |(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-]))
    |(?P<junk>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,3}\.[0-9]{1,2}(?![0-9.,])|[0-9]{1,4},[0-9]{1,2}(?![0-9.,]))
    |(?P<figure>(?<![0-9])[0-9]{1,3}\[[0-9]{1,3}\][0-9]{0,2}(?![0-9])|\[[0-9]{1,3}\][0-9]{1,3}(?![0-9])|[0-9]++)
    |(?P<word>[^\W\d_]++(?:\[[^\W\d_]{1,12}\])?(?:[’'ʼ][^\W\d_]++)*)
    |(?P<sign>[^\w\s]|_)
    """,
    re.VERBOSE,
)
_SUFFIX = re.compile(r"[-‑’']?([^\W\d_]{1,4})(?![^\W_])")
_HYPHENED = re.compile(r"-([^\W\d_]+)")
_ABOUT = re.compile(r"(?<![^\W_])ca?$")
ROMANS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI",
    "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip
_ROMAN = {roman: str(number) for number, roman in enumerate(ROMANS, 1)}
_LOOK_ALIKES = str.maketrans("ІХ", "IX")
_NONE: Kinds = {}
_SIGNS: dict[str, Kinds] = {
    **{dash: {"dash": dash} for dash in "-–—−‑"},
    **{sign: {"sign": sign} for sign in ",.()[];/?'’:"},
}
_CURRENCY = frozenset("$£€₴₽№#§")
#: A gap in a table row or between paragraphs, across which nothing belongs together.
_WIDE = re.compile(r"\n\s*\n|[ \t\u00a0]{3}|\t")

#: What opens a date expression.
BEGINNERS = frozenset({
    "full", "day", "year", "short", "decade", "month", "month_beside_number", "season", "part", "circa",
    "weekday", "roman", "ordinal", "tens", "same_or_next", "relative_year", "relative_month", "relative_day",
    "count", "after_count", "after_count_stop", "adverb", "edge", "number", "era_before",
})  # fmt: skip

#: What of them can be an expression by itself, without a word more.
COMPLETE = frozenset({
    "full", "year", "decade", "hundreds", "month", "season", "tens", "relative_year", "relative_month",
    "relative_day",
})  # fmt: skip


@dataclass(slots=True)  # not frozen: there is one for every other word, and a frozen one takes three times as long
class Token:
    """A word, figure or sign by what it can mean; one without any meaning parts its neighbours."""

    start: int
    end: int
    kinds: Kinds


BREAK: Final = Token(-1, -1, {})
_Piece = re.Match[str]


def lex(text: str, words: Lexicon) -> list[Token]:
    """The tokens of a text in order; what means nothing for dates is one BREAK, and a BREAK ends the list."""
    pieces = list(_RAW.finditer(text))
    tokens: list[Token] = [BREAK]
    index, last, lang = 0, 0, words.lang
    while index < len(pieces):
        piece = pieces[index]
        if piece.lastgroup == "word" and _is_dull(piece[0], lang):  # as most are
            token, after = BREAK, index + 1
        else:
            token, after = _token(text, pieces, index, words)
        if (token is BREAK or _parted(text, last, piece.start())) and tokens[-1] is not BREAK:
            tokens.append(BREAK)
        if token is not BREAK:
            tokens.append(token)
            last = token.end
            while after < len(pieces) and pieces[after].start() < last:
                after += 1
        index = after
    return _mask([*tokens[1:], BREAK])


def _parted(text: str, end: int, start: int) -> bool:
    """Whether a table column or a blank line lies between two pieces."""
    return start - end > 1 and _WIDE.search(text, end, start) is not None


def _token(text: str, pieces: list[_Piece], index: int, lexicon: Lexicon) -> tuple[Token, int]:
    """The token that begins at a piece, and the piece after it."""
    piece = pieces[index]
    raw, group = piece[0], piece.lastgroup
    if group == "word":
        return _word(text, pieces, index, lexicon)
    if group == "figure":
        return _figure(text, raw, *piece.span(), lexicon), index + 1
    if group == "full":
        return Token(*piece.span(), {"full": raw.translate(_LOOK_ALIKES)}), index + 1
    kinds, last = _phrase(text, pieces, index, lexicon) if _spelt(raw)[0] in lexicon.phrases else (_NONE, index)
    if not kinds and group == "sign":
        kinds = _SIGNS.get(raw, _NONE)
    return (Token(piece.start(), pieces[last].end(), kinds) if kinds else BREAK), last + 1


@lru_cache(maxsize=100_000)
def _is_dull(word: str, lang: str) -> bool:
    """Whether no phrase of a language's table begins with a word, and it is no Roman numeral."""
    key, roman = _spelt(word)
    return not roman and key not in lexicon(lang).phrases


def _word(text: str, pieces: list[_Piece], index: int, lexicon: Lexicon) -> tuple[Token, int]:
    """The token that begins with a word: a phrase of the tables, a Roman numeral."""
    raw, start = pieces[index][0], pieces[index].start()
    kinds, last = _phrase(text, pieces, index, lexicon)
    end = pieces[last].end()
    if "month" in kinds and lexicon.month_first and not raw[0].isupper():  # "may" and "march", the verbs
        kinds = {name: value for name, value in kinds.items() if name != "month"}
    if roman := _spelt(raw)[1]:
        kinds = {**kinds, "roman": roman}
        suffix = _SUFFIX.match(text, end) if text[end : end + 1] == "-" else None  # «XVI-му ст.»
        end = suffix.end() if suffix and suffix.group(1).lower() in lexicon.suffixes else end
    return (Token(start, end, kinds) if kinds else BREAK), last + 1


def _phrase(text: str, pieces: list[_Piece], index: int, lexicon: Lexicon) -> tuple[Kinds, int]:
    """The meanings of the longest phrase that begins at a piece, none for none, and its last piece."""
    known = openings(lexicon.lang).get(_spelt(pieces[index][0])[0], {})
    second = _spelt(pieces[index + 1][0])[0] if index + 1 < len(pieces) else ""
    for rest, kinds in known.get(second, ()) if second else ():
        last = index + 1 + len(rest)
        following = tuple([_spelt(piece[0])[0] for piece in pieces[index + 2 : last + 1]])
        if rest == following and not _WIDE.search(text, pieces[index].end(), pieces[last].end()):
            return kinds, last
    return known[""][0][1] if "" in known else {}, index


@lru_cache(maxsize=100_000)
def _spelt(raw: str) -> tuple[str, str]:
    """A piece as the tables spell it, and the number that it is as a Roman numeral in capitals, "" for none."""
    key = raw.lower().replace("’", "'").replace("ʼ", "'")
    if len(raw) > 1:
        key = key.replace("[", "").replace("]", "")
    numeral = len(raw) < 6 and raw.isupper()
    return key, _ROMAN.get(raw.translate(_LOOK_ALIKES), "") if numeral else ""


def _figure(text: str, raw: str, start: int, end: int, lexicon: Lexicon) -> Token:
    """A number by its length and by what is written on to it: a day, a year, a decade, an ordinal."""
    digits = raw.replace("[", "").replace("]", "")
    before = text[start - 1] if start else " "
    glued = before.isalpha() and not _ABOUT.search(text[max(0, start - 3) : start])
    if len(digits) > 4 or before in _CURRENCY or glued or text[end : end + 1] in ("%", "°"):
        return BREAK
    suffix = _SUFFIX.match(text, end)
    written_on = lexicon.suffixes.get(suffix.group(1).lower(), frozenset()) if suffix else frozenset[str]()
    kinds: dict[str, str] = {"number": digits}
    number = int(digits)
    if "decade" in written_on and number % 10 == 0 and len(digits) in (2, 4):
        kinds["decade"] = digits[:-1]
        if lexicon.month_first and digits.endswith("00") and number < 2000:  # "the 1800s" are a century
            kinds = {"number": digits, "hundreds": digits[:2]}
    if "ordinal" in written_on:
        kinds["ordinal"] = str(number)
    if len(digits) <= 2:
        kinds["short"] = digits
        if 1 <= number <= 31 and (not written_on or "ordinal" in written_on):
            kinds["day"] = str(number)
    elif len(digits) == 4 and 1000 <= number < 2100 and (not written_on or "ordinal" in written_on):
        kinds["year"] = digits
    if suffix and written_on:
        end = suffix.end()
    elif (text[end : end + 1].isalpha() and lexicon.lang == "en") or _compound(text, end, lexicon):
        return BREAK
    return Token(start, end, kinds)


def _compound(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a number is half of a word («1500-ліття»), not of a range ("1932-January 1933")."""
    word = _HYPHENED.match(text, end)
    return word is not None and _spelt(word.group(1))[0] not in lexicon.phrases


def _mask(tokens: list[Token]) -> list[Token]:
    """Take their meaning from the figures after "pp.", "no.", «спр.»: pages, issues and shelfmarks."""
    index = 0
    while index < len(tokens) - 1:
        mask = tokens[index].kinds.get("mask")
        if mask and not _is_century(tokens, index):
            index = _mask_after(tokens, index + 1, mask)
        else:
            index += 1
    return tokens


def _is_century(tokens: list[Token], index: int) -> bool:
    """Whether «ст.» ends a century («XIX ст.»), «р.» a year, and so masks nothing."""
    before = tokens[index - 1].kinds
    return "century_word" in tokens[index].kinds and bool({"roman", "ordinal", "day"} & before.keys())


def _mask_after(tokens: list[Token], index: int, mask: str) -> int:
    """Mask a row of figures linked by dashes and commas, where a year after a comma is left alone."""
    first = True
    while "number" in tokens[index].kinds or "full" in tokens[index].kinds:
        if not first and "year" in tokens[index].kinds and tokens[index - 1].kinds.get("sign") == ",":
            return index
        tokens[index] = BREAK
        first = False
        index += 1
        links = (",", "/", "(") if mask == "archive" else (",", "/")
        if "dash" not in tokens[index].kinds and tokens[index].kinds.get("sign") not in links:
            break
        index += 1
    return index

"""Cut a text into the words, figures and signs that calendar expressions are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kartoteka.dates.lexicon import Kinds, Lexicon

#: Every quantifier is possessive or bounded, so a hostile line costs no more than its length.
_RAW = re.compile(
    r"""
    (?P<full>(?<![0-9.])[0-9]{1,2}\.(?:[0-9]{1,2}|[IVXІХ]{1,4})\.[0-9]{4}(?![0-9])
        |(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9])
        |(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-]))
    |(?P<junk>[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]{1,3}\.[0-9]{1,2}(?![0-9.,])|[0-9]{1,4},[0-9]{1,2}(?![0-9.,]))
    |(?P<figure>(?<![0-9])[0-9]{1,3}\[[0-9]{1,3}\][0-9]{0,2}(?![0-9])|\[[0-9]{1,3}\][0-9]{1,3}(?![0-9])|[0-9]++)
    |(?P<word>[^\W\d_]++(?:\[[^\W\d_]{1,12}\])?(?:[’'ʼ][^\W\d_]++)*+)
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
_DASHES = frozenset("-–—−‑")
_SIGNS = frozenset(",.()[];/?'’:")
_CURRENCY = frozenset("$£€₴₽№#§")
#: A gap in a table row or between paragraphs, across which nothing belongs together.
_WIDE = re.compile(r"\n\s*\n|[ \t\u00a0]{3}|\t")

#: What opens a date expression.
BEGINNERS = frozenset({
    "full", "day", "year", "short", "decade", "month", "month_beside_number", "season", "part", "circa",
    "weekday", "roman", "ordinal", "tens", "same_or_next", "relative_year", "relative_month", "relative_day",
    "count", "after_count", "after_count_stop", "adverb", "edge", "number", "era_before",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or sign by what it can mean; one without any meaning parts its neighbours."""

    start: int
    end: int
    kinds: Kinds


BREAK: Final = Token(-1, -1, {})
_Piece = tuple[str, int, int, str]


def lex(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a text in order; what means nothing for dates is one BREAK, and a BREAK ends the list."""
    pieces = [(m.group(), m.start(), m.end(), m.lastgroup or "") for m in _RAW.finditer(text)]
    tokens: list[Token] = []
    index, last = 0, 0
    while index < len(pieces):
        token, after = _token(text, pieces, index, lexicon)
        if tokens and tokens[-1] is not BREAK and (token is BREAK or _parted(text, last, pieces[index][1])):
            tokens.append(BREAK)
        if token is not BREAK:
            tokens.append(token)
            last = token.end
            while after < len(pieces) and pieces[after][1] < token.end:
                after += 1
        index = after
    tokens.append(BREAK)
    return _mask(tokens)


def _parted(text: str, end: int, start: int) -> bool:
    """Whether a table column or a blank line lies between two pieces."""
    return start - end > 1 and _WIDE.search(text, end, start) is not None


def _token(text: str, pieces: list[_Piece], index: int, lexicon: Lexicon) -> tuple[Token, int]:
    """The token that begins at a piece, and the piece after it."""
    raw, start, end, group = pieces[index]
    if group == "figure":
        return _figure(text, raw, start, end, lexicon), index + 1
    if group == "full":
        return Token(start, end, {"full": raw.translate(_LOOK_ALIKES)}), index + 1
    roman = _ROMAN.get(raw.translate(_LOOK_ALIKES)) if group == "word" and len(raw) < 6 and raw.isupper() else None
    phrase = _phrase(text, pieces, index, lexicon)
    kinds: Mapping[str, str] = {}
    if phrase is not None:
        kinds, index = phrase
        end = pieces[index][2]
        if "month" in kinds and lexicon.month_first and not raw[0].isupper():  # "may" and "march", the verbs
            kinds = {name: value for name, value in kinds.items() if name != "month"}
    elif group == "sign":
        kinds = {"dash": raw} if raw in _DASHES else {"sign": raw} if raw in _SIGNS else {}
    if roman:
        kinds = {**kinds, "roman": roman}
        suffix = _SUFFIX.match(text, end) if text[end : end + 1] == "-" else None  # «XVI-му ст.»
        end = suffix.end() if suffix and suffix.group(1).lower() in lexicon.suffixes else end
    return (Token(start, end, kinds) if kinds else BREAK), index + 1


def _phrase(text: str, pieces: list[_Piece], index: int, lexicon: Lexicon) -> tuple[Kinds, int] | None:
    """The meanings of the longest phrase that begins at a piece, and its last piece."""
    for rest, kinds in lexicon.phrases.get(_key(pieces[index][0]), ()):
        last = index + len(rest)
        if last >= len(pieces):
            continue
        following = (_key(piece[0]) for piece in pieces[index + 1 : last + 1])
        if all(a == b for a, b in zip(rest, following, strict=True)) and not (
            rest and _WIDE.search(text, pieces[index][2], pieces[last][1])
        ):
            return kinds, last
    return None


def _key(raw: str) -> str:
    lowered = raw.lower().replace("’", "'").replace("ʼ", "'")
    return lowered.replace("[", "").replace("]", "") if len(raw) > 1 else lowered


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
    return word is not None and _key(word.group(1)) not in lexicon.phrases


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

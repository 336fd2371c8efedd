"""Cut a text into the words, figures and signs that calendar expressions are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from kartoteka.dates.cursor import BREAK, MARGIN, Token
from kartoteka.dates.figures import SUFFIX, read_figure
from kartoteka.dates.lexicon import Kinds, Lexicon, lexicon, openings
from kartoteka.dates.masks import mask
from kartoteka.dates.numeric import FULL, LOOK_ALIKES, PARTIAL, ROMANS
from kartoteka.dates.steps import OPENERS

#: Every quantifier is possessive or bounded, so a hostile line costs no more than its length.
_RAW = re.compile(
    rf"""
    (?P<full>{FULL})
    |(?P<partial>{PARTIAL})
    |(?P<junk>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]{{1,3}}\.[0-9]{{1,2}}(?![0-9.,])
        |[0-9]{{1,4}},[0-9]{{1,2}}(?![0-9.,]))
    |(?P<figure>(?<![0-9])[0-9]{{1,3}}\[[0-9]{{1,3}}\][0-9]{{0,2}}(?![0-9])|\[[0-9]{{1,3}}\][0-9]{{1,3}}(?![0-9])
        |(?<![\w’'])[’'][0-9]{{2}}(?![0-9])|[«"“][0-9]{{1,2}}[»"”](?=\s[^\W\d_])|[0-9]++)
    |(?P<word>[^\W\d_]++(?:\[[^\W\d_]{{1,12}}\])?(?:[’'ʼ][^\W\d_]++)*)
    |(?P<sign>--|[^\w\s]|_)
    """,
    re.VERBOSE,
)
_ROMAN = {roman: str(number) for number, roman in enumerate(ROMANS, 1)}
_NUMERAL = re.compile(r"([IVX]{1,5})(?:st|nd|rd|th)?")
_NONE: Kinds = {}
_SIGNS: dict[str, Kinds] = {
    **{dash: {"dash": dash} for dash in (*"-–—−‑‒", "--")},
    **{sign: {"sign": sign} for sign in ",.()[];/?'’:"},
}
#: Word joiner, zero-width space, soft hyphen, byte order mark.
_INVISIBLE = frozenset("\u2060\u200b\u00ad\ufeff")
#: A gap in a table row or between paragraphs, across which nothing belongs together.
_WIDE = re.compile(r"\n\s*\n|[ \t\u00a0]{3}|\t")

#: What opens a date expression.
BEGINNERS = OPENERS | {
    "full", "partial", "year", "short", "number", "decade", "month", "month_beside_number", "season", "part",
    "edge", "circa", "doubt", "turn", "weekday", "roman", "ordinal", "tens", "hundreds_word", "hundreds_count",
    "era_before",
}  # fmt: skip

#: What of them can be an expression by itself, without a word more.
COMPLETE = frozenset({
    "full", "partial", "year", "early", "decade", "hundreds", "hundreds_count", "month", "season", "tens",
    "weekday", "ordinal", "relative_year", "relative_month", "relative_week", "relative_day", "today",
})  # fmt: skip

_Piece = re.Match[str]


def lex(text: str, words: Lexicon) -> list[Token]:
    """The tokens of a text in order; what means nothing for dates is one BREAK, and BREAKs end the list."""
    pieces = list(_RAW.finditer(text))
    tokens: list[Token] = [BREAK]
    index, last, lang = 0, 0, words.lang
    while index < len(pieces):
        piece = pieces[index]
        if piece.lastgroup == "word" and _is_dull(piece[0], lang):  # as most are
            if tokens[-1] is not BREAK:
                tokens.append(BREAK)
            index += 1
            continue
        if piece[0] in _INVISIBLE:
            index += 1
            continue
        token, after = _token(text, pieces, index, words)
        if (token is BREAK or _parted(text, last, piece.start())) and tokens[-1] is not BREAK:
            tokens.append(BREAK)
        if token is not BREAK:
            tokens.append(token)
            last = token.end
            while after < len(pieces) and pieces[after].start() < last:
                after += 1
        index = after
    return mask([*tokens[1:], *[BREAK] * MARGIN])


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
        return read_figure(text, *piece.span(), lexicon), index + 1
    if group in ("full", "partial"):
        return Token(*piece.span(), {group: raw}), index + 1
    kinds, last = _phrase(text, pieces, index, lexicon) if raw in lexicon.phrases else (_NONE, index)
    kinds = kinds or _SIGNS.get(raw, _NONE)
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
    if "era_before" in kinds and raw.islower():  # "an ad", no year of our Lord
        kinds = {name: value for name, value in kinds.items() if name != "era_before"}
    if last == index and (roman := _spelt(raw)[1]):
        kinds = {**kinds, "roman": roman}
        suffix = SUFFIX.match(text, end) if text[end : end + 1] == "-" else None  # «XVI-му ст.»
        end = suffix.end() if suffix and suffix.group(1).lower() in lexicon.suffixes else end
    return (Token(start, end, kinds) if kinds else BREAK), last + 1


def _phrase(text: str, pieces: list[_Piece], index: int, lexicon: Lexicon) -> tuple[Kinds, int]:
    """The meanings of the longest phrase that begins at a piece, none for none, and its last piece."""
    known = openings(lexicon.lang).get(_spelt(pieces[index][0])[0], {})
    if len(known) < 2 and "" in known:  # no phrase begins so, and the word stands for itself
        return known[""][0][1], index
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
    key = raw.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")
    if len(raw) > 1:
        key = key.replace("[", "").replace("]", "")
    numeral = _NUMERAL.fullmatch(raw.translate(LOOK_ALIKES)) if len(raw) < 8 and raw[0].isupper() else None
    return key, _ROMAN.get(numeral.group(1), "") if numeral else ""

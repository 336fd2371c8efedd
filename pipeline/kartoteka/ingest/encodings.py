"""Which encoding a file was saved in: told by its first bytes, by validity, then by what reads as a language.

UTF-8 and UTF-16 (with and without a byte order mark), UTF-32 with one, and where the bytes are none of these the
single-byte encodings of the region (cp1251, KOI8-U, cp866) and of the West (cp1252). Of the KOI8 family KOI8-U
reads Russian and Ukrainian alike.
"""

from __future__ import annotations

import codecs
import math
import re
from functools import cache

from kartoteka import resources

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CYRILLIC = ("cp1251", "koi8-u", "cp866")
#: So much of a file shows its encoding.
_SAMPLE = 1 << 18
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_LETTER = re.compile(rb"[\xc0-\xff]")
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ]+")
#: The mean log probability of a letter that is still a language: measured on real texts it is about -2.9, on texts
#: read in a wrong encoding below -4.
_WORST = -3.7


def decode(data: bytes) -> tuple[str, str]:
    """The text of these bytes without a byte order mark, and the name of its encoding.

    Raises ValueError that says why, without a file name: control characters (no text), a broken UTF-8 or UTF-16,
    or bytes that read as nothing in any known encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), encoding
    if wide := _wide(data[:_SAMPLE]):
        return _strict(data, wide), wide
    if len(_CONTROLS.findall(data, 0, _SAMPLE)) * 500 > min(len(data), _SAMPLE) or b"\x00" in data:
        raise ValueError("a binary file: it has control characters")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data[:_SAMPLE], error)
    encoding = _single_byte(data)
    return _strict(data, encoding), encoding


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes of a file can be no text in any encoding known here."""
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return False
    return b"\x00" in head or len(_CONTROLS.findall(head)) * 100 > len(head)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        wrong = data[error.start : error.start + 1].hex()
        raise ValueError(f"broken {encoding}: byte 0x{wrong} at {error.start} fits no character") from error


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in Latin and Cyrillic text every other byte is one of very few. "" for none."""
    even, odd = data[0::2], data[1::2]
    if len(data) < 4:
        return ""
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        few = sum(high.count(byte) for byte in (0x00, 0x04, 0x20))
        if few < 0.9 * len(high) or high.count(0x20) > 0.5 * len(high):
            continue
        if sum(low.count(byte) for byte in (0x00, 0x04)) < 0.05 * len(low):
            return encoding
    return ""


def _refuse_broken_utf8(sample: bytes, error: UnicodeDecodeError) -> None:
    """Raises ValueError where the rest of the bytes shows that the file was meant to be UTF-8."""
    good = len(_MULTIBYTE.findall(sample))
    rest = len(_HIGH.findall(_MULTIBYTE.sub(b"", sample)))
    if good > 2 * rest:
        wrong = error.object[error.start : error.start + 1].hex()
        raise ValueError(f"broken utf-8: byte 0x{wrong} at {error.start} fits no character") from error


def _single_byte(data: bytes) -> str:
    """The encoding in which the bytes beyond ASCII read best. Raises ValueError where they read in none."""
    high = len(_HIGH_LETTER.findall(data, 0, _SAMPLE))
    runs = b" ".join(_HIGH_RUN.findall(data, 0, _SAMPLE))
    if len(runs) < 0.4 * high or not high:
        return "cp1252"
    sample = data[:_SAMPLE]
    scores = {encoding: _likeness(sample.decode(encoding, errors="replace")) for encoding in _CYRILLIC}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] < _WORST:
        raise ValueError(
            f"an unknown encoding: it reads as no language in {', '.join(_CYRILLIC)}, cp1252 or Unicode"
        )
    return best


def _likeness(text: str) -> float:
    """How much the Cyrillic words of a text read like Russian or Ukrainian: mean log probability of a letter.

    Capitals after small letters, strange letters and drawing signs, which a wrong encoding yields, count against
    it.
    """
    letters = _letters()
    total, count = 0.0, 0
    for word in _CYRILLIC_WORD.findall(text):
        swapped = word[1:] != word[1:].lower() and not word.isupper()
        total += sum(letters.get(letter, -9.0) for letter in word.lower()) - (2.0 * len(word) if swapped else 0.0)
        count += len(word)
    drawn = len(re.findall(r"[\u2500-\u259f\u0080-\u009f\ufffd]", text))
    return (total - 9.0 * drawn) / (count + drawn) if count + drawn else -9.0


@cache
def _letters() -> dict[str, float]:
    """Log probabilities of Cyrillic letters, the better of Russian's and Ukrainian's."""
    rows = resources.read_tsv("patterns/languages/letters.tsv")
    return {row["letter"]: math.log(max(float(row["uk"]), float(row["ru"])) / 1000) for row in rows}

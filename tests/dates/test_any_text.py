"""No text, however odd, stops the reader; what it finds slices back and has values that EDTF knows."""

from __future__ import annotations

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.dates import find_dates, resolve
from kartoteka.dates.days import day_key, month_length
from kartoteka.dates.lexicon import lexicon

LANGUAGES = ("en", "uk", "ru", "ru-Latn", "")
SIGNS = [*list(" \n.,;:()[]/-–—?'’~%$№*|"), "   ", "\n\n"]
FIGURES = [
    "1", "5", "07", "20", "29", "31", "33", "1019", "1917", "1933-й", "30-х", "1930s", "8th", "XIX", "22-го", "'37",
    "27/III-1951", "10/VIII", "30.03", "08.1924", "5.11.32", "III", "(1892–)", "1911/1914", "ЧМ-2018",
]  # fmt: skip


def words() -> list[str]:
    return [
        " ".join((first, *rest)) for lang in ("en", "uk", "ru") for first, phrases in lexicon(lang).phrases.items()
        for rest, _ in phrases
    ]  # fmt: skip


DATELIKE = st.deferred(
    lambda: st.lists(st.sampled_from([*SIGNS, *FIGURES * 20, *words()]), max_size=14).map(" ".join)
)


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.text(max_size=80), DATELIKE), st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_every_offset_slices_back(text: str, lang: str) -> None:
    last = 0
    for date in resolve(find_dates(text, lang)):
        assert text[date.start : date.end] == date.text
        assert last <= date.start < date.end
        last = date.end
        for value in {date.span.edtf, date.span.interval} - {""}:
            assert is_valid(value), value
        earliest, latest = date.span.earliest, date.span.latest
        keys = [day_key(day) for day in (earliest, latest) if day]
        assert keys == sorted(keys), date.span
        assert all(key and exists(*key) for key in keys), date.span


@pytest.mark.parametrize("lang", ["en", "uk"])
@pytest.mark.parametrize(
    "text",
    ["1" * 10_000, "[(" * 20_000, "May " * 20_000, "травня " * 20_000, "5, " * 20_000, "1932–" * 10_000,
     "(?—" * 10_000, "7 (20) " * 10_000, "1[2" * 10_000, "\n \n" * 20_000, "from the " * 10_000,
     "27/III-" * 10_000, "двадцять п'ятого " * 10_000, "after two " * 10_000, "(d. 1491 " * 10_000,
     "nineteen " * 10_000, "turn of " * 5_000, "1–" * 20_000, "'3" * 20_000],
)  # fmt: skip
def test_a_hostile_line_is_read(text: str, lang: str) -> None:
    assert all(text[d.start : d.end] == d.text for d in find_dates(text, lang))

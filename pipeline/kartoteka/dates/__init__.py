"""Dates: found in three languages, given EDTF values, fixed from each other, compared.

>>> [date.span.edtf for date in read_dates("On 3 March 1925 she was elected. In May she left.", "en")]
['1925-03-03', '1925-05']
"""

from __future__ import annotations

from kartoteka.dates.anchors import anchor_after, read_dates, resolve
from kartoteka.dates.calendars import known_territory
from kartoteka.dates.days import bounds, overlap
from kartoteka.dates.find import find_dates
from kartoteka.dates.values import FoundDate
from kartoteka.dates.words import in_words

__all__ = [
    "FoundDate",
    "anchor_after",
    "bounds",
    "find_dates",
    "in_words",
    "known_territory",
    "overlap",
    "read_dates",
    "resolve",
]

"""Dates: found in three languages, given EDTF values, fixed from each other, compared.

>>> [date.span.edtf for date in read_dates("On 8 May 1937 he was appointed. In July he left.", "en")]
['1937-05-08', '1937-07']
"""

from __future__ import annotations

from kartoteka.dates.anchors import anchor_after, read_dates, resolve
from kartoteka.dates.days import bounds, overlap
from kartoteka.dates.find import find_dates
from kartoteka.dates.values import FoundDate

__all__ = ["FoundDate", "anchor_after", "bounds", "find_dates", "overlap", "read_dates", "resolve"]

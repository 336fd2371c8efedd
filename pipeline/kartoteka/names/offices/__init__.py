"""Names of posts: what they say, and when two name one post."""

from __future__ import annotations

from kartoteka.names.offices.identity import compare_offices, office_keys, pick_office, tells
from kartoteka.names.offices.parse import parse_office
from kartoteka.names.offices.sameness import heads_body, namesakes, same_post

__all__ = [
    "compare_offices",
    "heads_body",
    "namesakes",
    "office_keys",
    "parse_office",
    "pick_office",
    "same_post",
    "tells",
]

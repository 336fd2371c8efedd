"""In which district a village lies, where the text says so: many villages go by one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kartoteka.names.bodies.gazetteers import identify
from kartoteka.names.bodies.reading import parse_body
from kartoteka.types import Document, Mention

#: Territories that a village is told by, as keys of models/gazetteers/body_words.toml.
LEVELS = frozenset({"raion", "county", "volost", "okrug"})
#: What may stand between a village and its district: "Ivanivka, Uman Raion", «Іванівка (Уманський район)».
BETWEEN = re.compile(r"\s*[,(]?\s*(?:(?:in|of|у|в|на)\s+)?(?:the\s+)?")


def located(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The places, a village that the gazetteer does not know with its district behind its name in brackets.

    One whose district the text tells only once keeps it throughout; where it tells two, a bare name stays bare.
    """
    told = {
        first.id: second.name
        for first, second in pairwise(sorted(mentions, key=lambda m: m.start))
        if first.block == second.block
        and BETWEEN.fullmatch(document.text[first.end : second.start])
        and parse_body(second.name).qualities & LEVELS
        and not parse_body(first.name).qualities & LEVELS
        and not identify("places", first.name)
    }
    districts: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in mentions:
        if mention.id in told:
            districts[mention.name][parse_body(told[mention.id]).key] = told[mention.id]
    return [_placed(m, told.get(m.id, ""), districts.get(m.name, {})) for m in mentions]


def _placed(mention: Mention, told: str, known: dict[str, str]) -> Mention:
    district = known[parse_body(told).key] if told else next(iter(known.values())) if len(known) == 1 else ""
    return replace(mention, name=f"{mention.name} ({district})") if district else mention

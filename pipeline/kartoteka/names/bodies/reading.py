"""The name of an institution by what its words say: of what kind, of which level, where, which number, what besides.

«Харьковский областной комитет», «Харківський обком КП(б)У» and "Kharkiv Oblast Party Committee" say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from kartoteka.names.bodies.gazetteers import gazetteer
from kartoteka.names.bodies.places import town_of, where
from kartoteka.names.bodies.words import body_table, body_words, parted
from kartoteka.names.offices.lexicon import Meaning, known_names, longest, with_lands
from kartoteka.names.offices.reading import folded
from kartoteka.names.offices.words import Word, word_table, words_of

#: Whose names may stand within the name of another body.
_WITHIN = frozenset({"party", "agency"})
#: How often what an abbreviation stands for may hold another.
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class BodyName:
    """What a name says: keys of models/gazetteers/body_words.toml and ids of the gazetteers.

    `kinds` of bodies ("committee"), their `qualities` ("oblast", "executive"), `places` it is of, `lands` whose
    adjective it bears ("Ukrainian"), `bodies` named within it, `numbers`, and all `rest` in coarse sounds.
    """

    kinds: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """All that it says in one line, the same whatever the order of its words; "" for a name that says nothing."""
        said = (f"{sort.name[0]}:{word}" for sort in fields(self) for word in sorted(getattr(self, sort.name)))
        return " ".join(said)

    @property
    def common(self) -> bool:
        """Whether many bodies go by it: an "oblast committee", a "department of the NKVD", but no "5th army"."""
        if self.places or self.lands or self.rest:
            return False
        numbered = self.numbers and self.kinds & frozenset(word_table()["units"]["numbered"])
        local = self.qualities & frozenset(body_table()["ruling"]["levels"])
        part = not self.qualities and self.kinds & frozenset(body_table()["ruling"]["parts"])
        return not numbered and (not self.bodies or bool(local or part))

    def holds(self, other: BodyName) -> bool:
        """Whether it says all that another does."""
        return all(getattr(other, sort.name) <= getattr(self, sort.name) for sort in fields(self))


def can_shorten(short: BodyName, full: BodyName) -> bool:
    """Whether a text that names a body in full can take it up by the shorter name: the same but for what is left out.

    A common noun leaves out all but the kind: "the Commissariat", «обком»; "Central Committee" is not the Central
    Executive Committee. A name that tells more leaves out the level alone ("Kyiv Revkom", "Kharkiv University"), a
    name of its own what body it is part of ("Siblag of the OGPU").
    """
    if short == full or not full.holds(short) or full.common:
        return False
    if not short.kinds:
        return bool(short.rest) and replace(full, bodies=short.bodies) == short
    table = body_table()["ruling"]
    more = full.qualities - short.qualities
    if not short.common:
        unsaid = frozenset(table["levels"]) | frozenset(table["unsaid"])
        alike = short.kinds == full.kinds and short.rest == full.rest and short.numbers == full.numbers
        return alike and more <= unsaid and _parties(full.bodies - short.bodies)
    if not short.qualities and short.kinds <= frozenset(table["loose"]):
        return False
    if short.bodies and short.bodies != full.bodies:
        return False
    if short.kinds != full.kinds - ({"party"} if "committee" in short.kinds else set()):
        return False
    return not (short.qualities and more & frozenset(table["otherwise"]))


def _parties(bodies: frozenset[str]) -> bool:
    """Whether all of these are parties, which may be left unsaid; a part of a body is not the body."""
    return all(gazetteer("organizations")[body].columns["kind"] == "party" for body in bodies)


@lru_cache(maxsize=50_000)
def parse_body(name: str) -> BodyName:
    """What the words of an institution's name say."""
    found: dict[str, set[str]] = {sort.name: set() for sort in fields(BodyName)}
    # In a name all in capitals "OF" is no less empty; the «У» of «КП(б)У» is not.
    empty = frozenset(body_table()["empty"]["words"])
    spoken = [w for w in words_of(name) if not (w.text in empty or (name.isupper() and w.text.lower() in empty))]
    words = _written_out(with_lands(spoken), _DEPTH)
    levels = frozenset(key for word in words if (key := _quality(word)))
    place = 0
    while place < len(words):
        place, said = _said(words, place, levels)
        for sort, value in said:
            found[sort].add(value)
    return _ruling(BodyName(**{sort: frozenset(values) for sort, values in found.items()}))


def _written_out(words: Sequence[Word], depth: int) -> list[Word]:
    """The words with those that are written together ("revkom", «облвиконком») taken apart."""
    found: list[Word] = []
    for word in words:
        apart = next((full for form in word.keys if (full := parted(form.lower()))), "") if depth else ""
        found += _written_out(words_of(apart), depth - 1) if apart else [word]
    return found


def _said(words: Sequence[Word], start: int, levels: frozenset[str]) -> tuple[int, list[tuple[str, str]]]:
    """Where the phrase that begins at a word ends, and what it says, by the sort of it."""
    word = words[start]
    if word.keys[0].startswith("@"):
        return start + 1, list(where(word.keys[0][1:]))
    if word.text.lower() in body_table()["nouns"] and (start + 1 == len(words) or words[start + 1].linked):
        return start + 1, [("kinds", body_table()["nouns"][word.text.lower()])]
    spoken = longest(body_words(), words, start)
    land = longest(known_names("places", "place"), words, start)
    body = longest(known_names("organizations", "org"), words, start)
    if body[0] > max(spoken[0], land[0]) or (body[0] == spoken[0] and not _is_kind(spoken[1])):
        within = _within(body[1]) if body[0] - start < len(words) else ()
        if within:
            return body[0], [("bodies", one) for one in within]
    if land[0] > spoken[0] and land[1] is not None and len(land[1].ids) == 1:
        town = town_of(word, levels) if land[0] == start + 1 else ""
        return land[0], list(where(town or min(land[1].ids)))
    if spoken[1] is not None:
        sort, said = spoken[1].kind, spoken[1].key
        return spoken[0], [(sort, said)]
    return start + 1, _alone(word, levels)


def _is_kind(meaning: Meaning | None) -> bool:
    return meaning is not None and meaning.kind == "kinds"


def _within(meaning: Meaning | None) -> tuple[str, ...]:
    ids = meaning.ids if meaning else frozenset[str]()
    known = gazetteer("organizations")
    return tuple(ids) if len(ids) == 1 and known[min(ids)].columns["kind"] in _WITHIN else ()


def _alone(word: Word, levels: frozenset[str]) -> list[tuple[str, str]]:
    """What a word says that no table holds."""
    if word.keys[0].isdigit():
        return [("numbers", word.keys[0])]
    if town := town_of(word, levels):
        return list(where(town))
    return [("rest", folded(word))]


def _quality(word: Word) -> str:
    meaning = longest(body_words(), [word], 0)[1]
    return meaning.key if meaning is not None and meaning.kind == "qualities" else ""


def _ruling(name: BodyName) -> BodyName:
    """A territory's committee without the party that it goes without saying is meant."""
    table = body_table()["ruling"]
    level = name.qualities & frozenset(table["levels"])
    if "committee" not in name.kinds or not level or name.qualities & frozenset(table["otherwise"]):
        return name
    states = {place for place in name.places if gazetteer("places")[place].columns["kind"] == "country"}
    return BodyName(
        name.kinds - {"party"},
        name.qualities - {"communist", "bolsheviks"},
        name.places - states if name.places - states else name.places,
        name.lands,
        name.bodies - frozenset(table["parties"]),
        name.numbers,
        name.rest,
    )

"""The words by which ingest knows a reference list, a speech, a page head: from models/patterns/languages."""

from __future__ import annotations

from functools import cache

from kartoteka import resources
from kartoteka.types import BlockKind

_TABLE = "patterns/languages/sections.toml"


@cache
def section_kinds() -> dict[str, BlockKind]:
    """Headings in lower case, and the kind of what stands under them (notes, bibliography)."""
    table = resources.read_toml(_TABLE)["headings"]
    return {word.lower(): BlockKind(kind) for kind, words in table.items() for word in words}


@cache
def hyphen_words() -> tuple[frozenset[str], frozenset[str]]:
    """Parts of compounds after which, and before which, a hyphen at a line end belongs to the word."""
    table = resources.read_toml(_TABLE)["hyphens"]
    return frozenset(table["after"]), frozenset(table["before"])


@cache
def speech_words() -> frozenset[str]:
    """Words that announce somebody's own words when their paragraph ends in a colon."""
    return frozenset(resources.read_toml(_TABLE)["quotes"]["announced_by"])


@cache
def edit_links() -> frozenset[str]:
    """What wikis print beside a heading, lower case: no part of the text."""
    return frozenset(resources.read_toml(_TABLE)["page"]["edit_links"])


@cache
def dropped_namespaces() -> frozenset[str]:
    """Namespaces of MediaWiki, lower case, whose links are not read: categories and files."""
    return frozenset(resources.read_toml(_TABLE)["page"]["dropped_namespaces"])


@cache
def infobox_names() -> tuple[str, ...]:
    """How the names of MediaWiki's infobox templates begin, lower case."""
    return tuple(resources.read_toml(_TABLE)["page"]["infobox_names"])


@cache
def template_names(group: str) -> frozenset[str]:
    """MediaWiki's templates, lower case, of a group of the table: "first_word_templates", "list_templates" …"""
    return frozenset(resources.read_toml(_TABLE)["page"][group])


@cache
def circa_templates() -> dict[str, int]:
    """MediaWiki's templates that say "about", lower case, and how many letters of the name make that word."""
    return dict(resources.read_toml(_TABLE)["page"]["circa_templates"])


@cache
def printed_labels(group: str) -> frozenset[str]:
    """What infoboxes print before their values, lower case: "neighbours", "openings", "officials" or other "labels"."""
    return frozenset(resources.read_toml("patterns/infobox.toml")["printed"][group])


@cache
def counted_words() -> frozenset[str]:
    """Words that a number follows in a heading ("Chapter 3"), lower case: such a line is no page head."""
    return frozenset(resources.read_toml(_TABLE)["page"]["counted"])


@cache
def title_fields() -> frozenset[str]:
    """Infobox fields, lower case, that name what the article is about."""
    return frozenset(resources.read_toml(_TABLE)["page"]["title_fields"])


@cache
def author_marks() -> tuple[str, ...]:
    """What stands before the name of an article's author under its title, lower case."""
    return tuple(resources.read_toml(_TABLE)["page"]["author_marks"])


@cache
def unread_fields() -> frozenset[str]:
    """Infobox fields, lower case, that hold no words: pictures, sizes, addresses."""
    return frozenset(resources.read_toml(_TABLE)["page"]["unread_fields"])


def is_unread(key: str) -> bool:
    """Whether a field of an infobox holds no words, also that of a second post ("flag_2")."""
    return key.lower().rstrip("0123456789").rstrip("_- ") in unread_fields()


@cache
def _career_keys() -> frozenset[str]:
    slots = resources.read_toml("patterns/infobox.toml")["slots"]
    return frozenset(key for keys in slots.values() for key in keys)


def tells_career(key: str) -> bool:
    """Whether a field of an infobox tells of a post, a term, a party, a service, or whose box it is."""
    bare = key.casefold().rstrip("0123456789")
    return "".join(char for char in bare if char not in " _-") in _career_keys()

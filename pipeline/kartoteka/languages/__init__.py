"""Languages: which one a text is in, and what each does to names."""

from __future__ import annotations

from functools import cache

from kartoteka.languages.base import Language
from kartoteka.languages.identify import identify
from kartoteka.registry import discover

__all__ = ["Language", "identify", "languages", "nominative"]


@cache
def languages() -> dict[str, Language]:
    """The known languages by name: en, ru, uk."""
    return discover("kartoteka.languages", Language)


def nominative(name: str, lang: str) -> str:
    """A person's name in the nominative: "Балицького" is Балицький, "Yezhov's" Yezhov.

    A name that is in the nominative already stays, and so do initials and Latin words in a Cyrillic name. A
    surname that can be a man's in the genitive or a woman's in the nominative is taken for the man's, unless a
    given name or patronymic beside it says otherwise. The name itself for a language without a plug-in.
    """
    language = languages().get(lang)
    return language.nominative(name) if language else name

"""Kartoteka, the historian's card index: who held which office when, under every spelling, and who met whom.

    >>> import kartoteka
    >>> for reading in kartoteka.read(["In March 1919 Rakovsky became chairman of the Sovnarkom."]):
    ...     print([mention.text for mention in reading.mentions])

The public names below are loaded on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kartoteka.project import Project
    from kartoteka.reading import read
    from kartoteka.types import Document, Entity, Label, Mention, Reading, Tenure

__all__ = ["Document", "Entity", "Label", "Mention", "Project", "Reading", "Tenure", "read"]

#: Files that another version has read are read anew, so what changes the rules changes it too.
__version__ = "0.2.0.dev0"


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'kartoteka' has no attribute {name!r}")
    from importlib import import_module

    homes = {"Project": "kartoteka.project", "read": "kartoteka.reading"}
    return getattr(import_module(homes.get(name, "kartoteka.types")), name)

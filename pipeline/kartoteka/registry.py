"""Plug-ins: what the modules of a folder offer, by name."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, TypeVar


class Named(Protocol):
    """Anything with a name: every plug-in is a frozen dataclass that has one."""

    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)


@cache
def discover(package: str, kind: type[T]) -> dict[str, T]:
    """The instances of `kind` that the modules of `package` define, by name, in alphabetical order.

    Raises ValueError when two carry one name.
    """
    found: dict[str, T] = {}
    for module_info in pkgutil.iter_modules(importlib.import_module(package).__path__):
        module = importlib.import_module(f"{package}.{module_info.name}")
        for value in vars(module).values():
            if not isinstance(value, kind):
                continue
            plugin: T = value
            if found.setdefault(plugin.name, plugin) is not plugin:
                raise ValueError(f"two {kind.__name__}s are named {plugin.name!r}")
    return dict(sorted(found.items()))

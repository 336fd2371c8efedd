"""Which words of a MediaWiki template a reader reads: those it dresses up, a link's, a date's, a list's entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kartoteka.ingest.vocabulary import circa_templates, template_names


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a template: its name ("1" for an unnamed first one), its nodes and their place."""

    name: str
    value: Any
    start: int

    @property
    def end(self) -> int:
        """Where the value ends."""
        return self.start + len(str(self.value))

    @property
    def words(self) -> bool:
        """Whether anything stands there."""
        return bool(str(self.value).strip())


@dataclass(frozen=True, slots=True)
class Shown:
    """What is read of a template: stretches as they stand, and values that may hold markup themselves.

    `lines` where each value is a line of its own.
    """

    stretches: tuple[tuple[int, int], ...] = ()
    values: tuple[Parameter, ...] = ()
    lines: bool = False


def template_name(node: Any) -> str:
    """The name of a template in lower case, with single spaces."""
    return " ".join(str(node.name).replace("_", " ").split()).lower()


def parameters(node: Any, start: int) -> Iterator[Parameter]:
    """The parameters of a template that begins at `start`."""
    at = start + 2 + len(str(node.name))
    for parameter in node.params:
        lead = 1 + (len(str(parameter.name)) + 1 if parameter.showkey else 0)
        yield Parameter(str(parameter.name).strip(), parameter.value, at + lead)
        at += len(str(parameter)) + 1


def shown(node: Any, start: int) -> Shown:
    """What is read of a template that is no infobox; nothing of one that the tables do not know."""
    name = template_name(node)
    unnamed = [p for p in parameters(node, start) if p.name.isdigit()]
    if not unnamed:
        return Shown()
    if name in template_names("list_templates"):
        return Shown(values=tuple(unnamed), lines=True)
    if name in template_names("date_templates"):
        figures = [p for p in unnamed if str(p.value).strip().isdigit()][:3]
        return Shown(((figures[0].start, figures[-1].end),)) if figures else Shown(values=(unnamed[0],))
    if name in template_names("style_templates"):
        return Shown(values=tuple(unnamed[:2]))
    if letters := circa_templates().get(name):
        at = start + 2 + len(str(node.name)) - len(str(node.name).lstrip())
        return Shown(((at, at + letters),), (unnamed[0],))
    return Shown(values=tuple(_words(name, unnamed, node, start)))


def _words(name: str, unnamed: list[Parameter], node: Any, start: int) -> list[Parameter]:
    """The one value that a template dresses up; none of a template that the tables do not know."""
    if name in template_names("word_templates"):
        return unnamed[-1:]
    if name in template_names("first_word_templates"):
        label = [p for p in parameters(node, start) if p.name == "lt" and p.words]
        return label or unnamed[:1]
    if name in template_names("second_word_templates"):
        return [p for p in unnamed[1:2] if p.words] or unnamed[:1]
    return []

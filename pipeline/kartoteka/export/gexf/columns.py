"""Columns declared in a GEXF file: what Gephi and Gephi Lite make of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kartoteka.export.gexf.problems import Problem, error, warning
from kartoteka.export.gexf.values import GEPHI_ONLY, fits, is_known

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: Names that Gephi or graphology have for themselves.
RESERVED = frozenset({"id", "label", "weight", "kind", "x", "y", "z", "size", "color", "start", "end", "timeset"})


@dataclass(slots=True)
class Declared:
    """The columns declared so far, their types by class and id, and the blocks they stood in (class and mode)."""

    types: dict[str, dict[str, str]] = field(default_factory=dict)
    blocks: list[tuple[str, str]] = field(default_factory=list)

    def of(self, kind: str) -> Mapping[str, str]:
        """The types of the columns of nodes ("node") or ties ("edge") by id."""
        return self.types.get(kind, {})


def check_block(element: Element, graph: Mapping[str, str], declared: Declared) -> Iterator[Problem]:
    """Whether Gephi can make columns of an `attributes` element, and Gephi Lite read them."""
    kind, mode = element.get("class", "").lower(), element.get("mode", "static").lower()
    before = [other for name, other in declared.blocks if name == kind]
    # A file over time cannot but have two: first what stays, then what changes.
    if before and not (before == ["static"] and mode == "dynamic" and graph.get("mode", "").lower() == "dynamic"):
        yield warning(f"attributes class={kind!r}", "stand in several blocks; Gephi Lite keeps the last alone")
    declared.blocks.append((kind, mode))
    known = declared.types.setdefault(kind, {})
    for attribute in element:
        name, form = attribute.get("id", ""), attribute.get("type", "").lower()
        if name in known:
            yield warning(f"attribute {name!r}", "stands twice; the first counts")
        yield from _check_column(attribute, kind, mode)
        if is_known(form) and name:
            known.setdefault(name, form)


def _check_column(attribute: Element, kind: str, mode: str) -> Iterator[Problem]:
    name, form = attribute.get("id", ""), attribute.get("type", "").lower()
    where = f"attribute {name!r}"
    if kind not in {"node", "edge"}:
        yield error(where, f"is of the class {kind!r}; known are node and edge")
    if not name or not form:
        yield error(where, "lacks its id or type and is ignored")
    elif not is_known(form):
        yield error(where, f"has the type {attribute.get('type')!r}, which Gephi does not know, and is ignored")
    elif form in GEPHI_ONLY:
        yield warning(where, f"has the type {form!r}, which Gephi reads but GEXF 1.3 does not know")
    if not (kind == "edge" and mode == "dynamic" and name == "weight"):
        yield from _check_name(name, attribute.get("title", "") or name)
    for default in attribute:
        if default.tag.endswith("default") and default.text and not fits(form, default.text.strip()):
            yield error(where, f"has a default {default.text!r} that is no {form}")


def _check_name(name: str, title: str) -> Iterator[Problem]:
    if name != title:
        yield warning(
            f"attribute {name!r}", f"has another title, {title!r}; programs disagree on which one names it"
        )
    if name.lower() in RESERVED:
        yield warning(f"attribute {name!r}", "has a name that Gephi keeps for itself")

"""How figures and mistakes look: tables on the screen, lines with their passages, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from kartoteka.evaluate import Figures, Mistake, Score

#: The longest text of a mistake that is shown whole.
LONGEST = 120


def print_json(measured: Mapping[str, Figures], mistakes: Sequence[Mistake] | None) -> None:
    """One object: the figures of all passages, under "by" those of each group, under "errors" the mistakes."""
    from kartoteka.evaluate import as_json

    whole = as_json(measured[""])
    if len(measured) > 1:
        whole["by"] = {name: as_json(figures) for name, figures in measured.items() if name}
    if mistakes is not None:
        whole["errors"] = [asdict(mistake) for mistake in mistakes]
    typer.echo(json.dumps(whole, indent=1, ensure_ascii=False))


def print_tables(measured: Mapping[str, Figures], mistakes: Sequence[Mistake] | None) -> None:
    """The figures of each group, those of all passages last, then the mistakes."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, soft_wrap=True)
    whole = measured[""]
    for name, figures in [*((n, f) for n, f in measured.items() if n), ("", whole)]:
        if len(measured) > 1:
            typer.echo(f"{name or 'all'}, {figures.passages} passages")
        console.print(_spans(figures))
        if rest := list(_rest(figures)):
            console.print(_shares(rest))
        if figures.unheld.gold:
            typer.echo(f"never held       {figures.unheld.found} of {figures.unheld.gold} given as held")
    for line in _lines(mistakes or ()):
        typer.echo(line)


def _table(*headers: str) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="")
    for number, header in enumerate(headers):
        table.add_column(
            header, justify="right" if number else "left", no_wrap=True, min_width=0 if number else 16
        )
    return table


def _spans(figures: Figures) -> Table:
    table = _table("spans", "P", "R", "F1", "relaxed P", "R", "F1", "gold", "found")
    for label, strict in figures.strict.items():
        if strict.gold or strict.found:
            relaxed = figures.relaxed.get(label)
            loose = _rates(relaxed) if relaxed else ("", "", "")
            table.add_row(label, *_rates(strict), *loose, str(strict.gold), str(strict.found))
    return table


def _rest(figures: Figures) -> Iterator[tuple[str, Score]]:
    """The other measures, those for which the gold has something."""
    named = {f"cards {label}": score for label, score in figures.cards.items()}
    named |= {"holdings": figures.holdings, "tenures": figures.tenures, "values": figures.values}
    own, either = figures.overlapping_values["edtf"], figures.overlapping_values["interval"]
    named |= {"values near": own, "or interval": either}
    return ((name, score) for name, score in named.items() if score.gold)


def _shares(rows: Sequence[tuple[str, Score]]) -> Table:
    table = _table("", "P", "R", "F1", "gold", "found")
    for name, score in rows:
        table.add_row(name, *_rates(score), str(score.gold), str(score.found))
    return table


def _rates(score: Score) -> tuple[str, str, str]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"


def _lines(mistakes: Sequence[Mistake]) -> Iterator[str]:
    """A heading for each kind and label with their number, then a line a mistake."""
    for (kind, label), group in groupby(mistakes, key=lambda m: (m.kind, m.label)):
        listed = list(group)
        yield f"\n{kind}{label and f' {label}'}: {len(listed)}"
        yield from (f"  {_where(m)}  {m.before}⟦{_short(m.text)}⟧{m.after}{_what(m)}" for m in listed)


def _where(mistake: Mistake) -> str:
    line = f"{mistake.line}:" if mistake.line else ""
    return f"{mistake.source}:{line}{mistake.start}-{mistake.end}"


def _what(mistake: Mistake) -> str:
    """What was due and found, beyond the words shown, and what found it."""
    parts: dict[str, Any] = {"due": mistake.wanted, "found": mistake.found, "by": mistake.rule}
    told = [f"{name} {_flat(said)}" for name, said in parts.items() if said and said != mistake.text]
    return f"  — {'; '.join(told)}" if told else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    flat = _flat(text)
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST // 2]} … {flat[-LONGEST // 2 :]}"

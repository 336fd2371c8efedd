"""What the network command may be asked for; what is not known is refused where it is done, not here."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_WINDOW = "How near: sentence, sentences:N (the N that follow), tokens:N, paragraph, document."
_BACKBONE = "Keep ties whose share of a card's weight has this chance at most (disparity filter), as 0.05."
_MEASURES = "betweenness,pagerank …, all or none, besides degree and strength."
_COLOURS = "kind or community: kinds where there are several, else communities."

Near = Annotated[str, typer.Option("--window", help=_WINDOW)]
Labels = Annotated[
    str | None, typer.Option("--labels", help="PERSON,ORG,OFFICE,PLACE: who are the nodes.", show_default="PERSON")
]
TwoMode = Annotated[
    str, typer.Option("--two-mode", metavar="KINDS", help="PERSON-ORG, PERSON-OFFICE, PERSON-DOCUMENT …")
]
Projection = Annotated[
    str, typer.Option("--projection", metavar="KIND", help="Tie those of one mode by what they share.")
]
Weight = Annotated[
    str, typer.Option("--weight", help="What a tie's weight counts: count (of windows) or documents.")
]
MinWeight = Annotated[int, typer.Option("--min-weight", help="Leave weaker ties out.")]
Since = Annotated[
    str, typer.Option("--from", metavar="DAY", help="Only passages dated from this day, month or year.")
]
Until = Annotated[
    str, typer.Option("--to", metavar="DAY", help="Only passages dated up to this day, month or year.")
]
Notes = Annotated[bool, typer.Option("--notes", help="Count notes and bibliographies too.")]
Roles = Annotated[bool, typer.Option("--roles/--no-roles", help="Count posts whose holder then is known.")]
Quotations = Annotated[int, typer.Option("--quotations", help="How many passages a tie quotes.")]
Backbone = Annotated[float, typer.Option("--backbone", metavar="CHANCE", help=_BACKBONE)]
Ego = Annotated[
    list[str] | None,
    typer.Option("--ego", metavar="NAME", help="Only those around this card; several times for several."),
]
Radius = Annotated[int, typer.Option("--radius", help="How many ties away from --ego.")]
Measures = Annotated[str, typer.Option("--measures", metavar="NAMES", help=_MEASURES)]
SizeBy = Annotated[str, typer.Option("--size-by", metavar="MEASURE", help="What sizes show.")]
ColourBy = Annotated[str | None, typer.Option("--colour-by", metavar="WHAT", help=_COLOURS)]
Slices = Annotated[
    str, typer.Option("--slices", metavar="PERIODS", help="A file each: year, 5y, or 1927,1930-02,1937-07-30.")
]
Dynamic = Annotated[bool, typer.Option("--dynamic", help="GEXF with calendar time, for Gephi's timeline.")]
Check = Annotated[Path | None, typer.Option("--check", metavar="FILE", help="Check a GEXF file instead.")]

"""The command line: arguments in, one call below, words out. The only place that prints.

Results go to standard output, everything else to standard error. Exit status: 0 done, 1 some inputs failed
(each named with the reason, the rest done), 2 a call that makes no sense.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from kartoteka import __version__
from kartoteka.cli import decisions, evaluation, files, naming, network, project, texts

EXAMPLES = """Examples

\b
  kartoteka run articles/                             lists and network from a folder of texts
  kartoteka ingest more/*.md                          add texts to the project
  kartoteka annotate letter.txt                       what is found in a text, without a project
  kartoteka reconcile                                 bring the spellings together again
  kartoteka forget letter.txt                         remove a text from the project
  kartoteka decide different "S. Kosior" "I. Kosior"  overrule the program
  kartoteka export tenures --output posts.csv         one list
  kartoteka network --window paragraph --min-weight 2 another network
  kartoteka names match Balitsky Балицький            compare two names
  kartoteka dates "in late November 1932"             what a date means
  kartoteka evaluate corpus/gold/*.json               score against annotated passages
"""

app = typer.Typer(
    name="kartoteka",
    epilog=EXAMPLES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kartoteka {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Its version.")
    ] = False,
) -> None:
    """The historian's card index: who held which office when, under every spelling, and who met whom."""


app.command()(project.run)
app.command()(project.ingest)
app.command()(texts.annotate)
app.command()(project.reconcile)
app.command()(project.forget)
app.add_typer(decisions.app, name="decide")
app.command()(files.export)
app.command()(network.network)
app.add_typer(naming.app, name="names")
app.command()(texts.dates)
app.command()(evaluation.evaluate)


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        app()
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        os._exit(0)
    except (OSError, ValueError) as error:
        typer.echo(f"kartoteka: {' '.join(_cause(error).split())}", err=True)
        sys.exit(1)


def _cause(error: OSError | ValueError) -> str:
    """The file and what is wrong with it, in words."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror.lower()}"
    return str(error)

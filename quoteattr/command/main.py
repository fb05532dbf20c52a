"""The arguments of the command, and what they lead to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click
from tqdm import tqdm

from quoteattr.attributor import Attributor, Genre
from quoteattr.command.inputs import Input, found_in, plainly, read
from quoteattr.command.summary import Summary
from quoteattr.command.writers import FORMATS, Options, Writer, writer_for
from quoteattr.errors import BadSettings, CoreferenceError, LibraryMissing, UnknownCoreference
from quoteattr.result.types import AttributionKind

_EXAMPLES = """\b
Examples:
  quoteattr article.txt                         a table on the terminal
  quoteattr --explain article.txt               ... and why, word by word
  cat article.txt | quoteattr -                 from standard input
  quoteattr --format html -o page.html a.txt    a page to look at
  quoteattr --format jsonl -o out.jsonl news/   a folder; run it again to go on
  quoteattr --format csv --kinds direct news/   direct quotations, as a spreadsheet
  quoteattr --coreference stanza article.txt    with Stanza's coreference
  quoteattr download                            fetch the model for that
  quoteattr doctor                              which coreference works here, and why not
"""
#: From how many files on a progress bar is worth its lines.
_MANY = 4
_READ_FAILED, _WRONG_USE, _INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0 if every file was done, 1 if one was not, 2 for wrong arguments, 130 if interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = {"download": _download, "doctor": _doctor}.get(given[0] if given else "")
    try:
        if command is not None:
            code = command.main(given[1:], prog_name=f"quoteattr {given[0]}", standalone_mode=False)
        else:
            code = _attribute.main(given, prog_name="quoteattr", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("quoteattr: interrupted; what is written is whole", err=True)
        return _INTERRUPTED
    return int(code or 0)


def _version() -> str:
    from quoteattr import __version__

    return __version__


def _kinds(context: click.Context, parameter: click.Parameter, value: str | None) -> frozenset[str]:
    every = get_args(AttributionKind)
    if value is None:
        return frozenset(every)
    wanted = [kind.strip() for kind in value.split(",")]
    for kind in wanted:
        if kind not in every:
            raise click.BadParameter(f"{kind!r} is none of {', '.join(every)}")
    return frozenset(wanted)


@click.command(epilog=_EXAMPLES, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="table", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write; a folder for one html, tei or parquet file each.")
@click.option("--kinds", callback=_kinds, metavar="KIND,...", help="Only these: direct, mixed, indirect.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Only attributions at least so sure.")
@click.option("--coreference", default="rules", show_default=True, metavar="NAME", help="rules, stanza or stanza:MODEL_PATH.")
@click.option("--genre", type=click.Choice(get_args(Genre)), default="news", show_default=True, help="What the texts are.")
@click.option("--thoughts", is_flag=True, help="Also what people think, believe or hope.")
@click.option("--explain", is_flag=True, help="In the table: which rules fired, on which words.")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
@click.version_option(_version(), prog_name="quoteattr")
@click.pass_context
def _attribute(
    context: click.Context,
    files: tuple[str, ...],
    form: str,
    output: Path | None,
    kinds: frozenset[str],
    min_confidence: float,
    coreference: str,
    genre: Genre,
    thoughts: bool,
    explain: bool,
    quiet: bool,
) -> int:
    """Tell who said what, and as what, in English news articles.

    FILE is a text file in UTF-8, a folder whose .txt files are read, or - for standard input. A run to a .jsonl file or a folder of
    parquet that was interrupted goes on where it stopped: files that are there already are passed over.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False
    try:
        attributor = Attributor(coreference=coreference, genre=genre, thoughts=thoughts)
        writer = writer_for(form, output, Options(kinds, min_confidence, explain))
    except (UnknownCoreference, BadSettings, LibraryMissing) as error:
        raise click.UsageError(str(error), context) from error
    summary = Summary()
    inputs = list(found_in(files))
    with writer:
        for one in _shown(inputs, quiet=quiet):
            _do(one, attributor, writer, summary)
    if not quiet and len(inputs) > 1:
        click.echo(summary.text(), err=True)
    return _READ_FAILED if summary.failed else 0


def _shown(inputs: list[Input], *, quiet: bool) -> Iterator[Input]:
    """The inputs, with a progress bar on a terminal if they are many: how many, how fast, how long yet."""
    hidden = True if quiet or len(inputs) < _MANY else None
    return iter(tqdm(inputs, unit="file", disable=hidden, dynamic_ncols=True, file=sys.stderr))


def _do(one: Input, attributor: Attributor, writer: Writer, summary: Summary) -> None:
    """Read, attribute and write one file; what fails is told, and the others are done."""
    if one.name in writer.done:
        summary.passed_over += 1
        return
    try:
        article = attributor.attribute(read(one))
    except (OSError, UnicodeDecodeError, CoreferenceError) as error:
        tqdm.write(f"quoteattr: {one.name}: {plainly(error)}", file=sys.stderr)
        summary.failed += 1
        return
    writer.write(one.name, writer.options.kept(article))
    summary.add(article)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--package", help="Another of Stanza's coreference models than its default.")
@click.option("--model-dir", help="Where Stanza keeps its models, if not in its own place.")
def _download(package: str | None, model_dir: str | None) -> int:
    """Fetch Stanza's English coreference model."""
    from quoteattr.coreference.model_files import download

    try:
        for path, size in download(package, model_dir):
            click.echo(f"{size / 1e6:8.1f} MB  {path}")
    except CoreferenceError as error:
        click.echo(f"quoteattr: {error}", err=True)
        return _READ_FAILED
    return 0


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--model-dir", help="Where Stanza keeps its models, if not in its own place.")
def _doctor(model_dir: str | None) -> int:
    """Tell which coreference works here, and why not."""
    from quoteattr.coreference.model_files import diagnosis

    click.echo(f"quoteattr {_version()}, Python {sys.version.split()[0]}")
    for what, works, detail in diagnosis(model_dir):
        click.echo(f"{'works' if works else 'no   '}  {what}: {detail}")
    return 0

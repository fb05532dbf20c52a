"""What the command writes: one writer for each format."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import click
from attrs import define, evolve, field, frozen

from quoteattr.command.table import table
from quoteattr.errors import BadSettings
from quoteattr.exports.page import page
from quoteattr.exports.rows import csv_of
from quoteattr.exports.tei import tei
from quoteattr.exports.web_annotation import web_annotations
from quoteattr.result.types import Article

#: Articles to one file of a parquet folder.
_PART = 1000


@frozen
class Options:
    """Which attributions are wanted, and how they are shown."""

    kinds: frozenset[str]
    min_confidence: float = 0.0
    explain: bool = False

    def kept(self, article: Article) -> Article:
        """The article with the attributions that are wanted."""
        wanted = tuple(a for a in article if a.kind in self.kinds and a.confidence >= self.min_confidence)
        return article if len(wanted) == len(article) else evolve(article, attributions=wanted)


@define(slots=True, eq=False)
class Writer:
    """Takes in articles by name and writes them; a context manager, so that nothing is left half-written."""

    output: Path | None
    options: Options
    #: Names of articles that an earlier run has written.
    done: set[str] = field(factory=set)

    def write(self, name: str, article: Article) -> None:
        """Take in one article."""
        raise NotImplementedError

    def finish(self) -> None:
        """Write what is left to write."""

    def __enter__(self) -> Writer:
        """Use as a context manager."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Finish, unless something went wrong that would leave the output wrong."""
        if kind is None:
            self.finish()


def _put(output: Path | None, text: str) -> None:
    """To standard output, or to a file all at once: it is there whole, or as it was before."""
    if output is None:
        # a lone surrogate of the text cannot be encoded
        click.echo(text.encode("utf-8", "backslashreplace").decode("utf-8"), nl=False)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{output.name}-", dir=output.parent)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(text)
    os.replace(name, output)


@define(slots=True, eq=False)
class _Table(Writer):
    def write(self, name: str, article: Article) -> None:
        text = f"{name}\n{table(article, explain=self.options.explain)}\n"
        if self.output is None:
            click.echo(text, nl=False)
        else:
            self._kept.append(click.unstyle(text))

    _kept: list[str] = field(factory=list)

    def finish(self) -> None:
        if self.output is not None:
            _put(self.output, "".join(self._kept))


@define(slots=True, eq=False)
class _Whole(Writer):
    """A format that is one document for all articles."""

    join: Callable[[list[tuple[str, Article]]], str] = field(kw_only=True)
    _kept: list[tuple[str, Article]] = field(factory=list)

    def write(self, name: str, article: Article) -> None:
        self._kept.append((name, article))

    def finish(self) -> None:
        _put(self.output, self.join(self._kept))


@define(slots=True, eq=False)
class _Each(Writer):
    """A format that is one document for each article: to a folder if there are several, else to the file or standard output."""

    suffix: str = field(kw_only=True)
    make: Callable[[str, Article], str] = field(kw_only=True)
    _count: int = 0
    _names: set[str] = field(factory=set)

    def write(self, name: str, article: Article) -> None:
        text = self.make(name, article)
        if self.output is None or self.output.suffix == self.suffix:
            self._count += 1
            if self._count > 1:
                raise click.UsageError(f"several articles of this format need a folder: --output FOLDER, without {self.suffix}")
            _put(self.output, text)
            return
        stem = "stdin" if name == "-" else Path(name).stem
        unique, number = stem, 2
        while unique in self._names:
            unique, number = f"{stem}-{number}", number + 1
        self._names.add(unique)
        _put(self.output / f"{unique}{self.suffix}", text)


@define(slots=True, eq=False)
class _Lines(Writer):
    """JSON lines, written as they come; an earlier run's whole lines are kept and its articles passed over."""

    _file: Any = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        if self.output is None:
            return
        self.output.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.output.open("ab+")
        self._file.seek(0)
        whole = 0
        for line in self._file:
            try:
                self.done.add(json.loads(line)["file"])
            except (ValueError, KeyError, TypeError):
                if line.endswith(b"\n"):
                    self._file.close()
                    raise BadSettings(f"{self.output} holds something other than this command's jsonl; name another file") from None
                break
            if not line.endswith(b"\n"):
                break
            whole += len(line)
        else:
            return
        # the last line was cut off when the run was interrupted
        self._file.truncate(whole)

    def write(self, name: str, article: Article) -> None:
        line = json.dumps({"file": name, **article.to_dict()}) + "\n"
        if self._file is None:
            click.echo(line, nl=False)
        else:
            self._file.write(line.encode("utf-8"))
            self._file.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()


@define(slots=True, eq=False)
class _Parquet(Writer):
    """A folder of parquet files, each written whole; the articles of an earlier run's files are passed over."""

    _kept: list[tuple[str, Article]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        if self.output is None or self.output.suffix:
            raise BadSettings("parquet needs a folder: --output FOLDER")
        from quoteattr.arrow import read_files

        self.done |= read_files(self.output)

    def write(self, name: str, article: Article) -> None:
        self._kept.append((name, article))
        if len(self._kept) == _PART:
            self.finish()

    def finish(self) -> None:
        from quoteattr.arrow import write_part

        if self._kept and self.output is not None:
            write_part(self.output, dict(self._kept))
            self._kept.clear()


def _json(articles: list[tuple[str, Article]]) -> str:
    made = [{"file": name, **article.to_dict()} for name, article in articles]
    return json.dumps(made[0] if len(made) == 1 else made, indent=2) + "\n"


def _annotations(name: str, article: Article) -> str:
    source = "urn:quoteattr:stdin" if name == "-" else Path(name).absolute().as_uri()
    return json.dumps(web_annotations(article, source), indent=2) + "\n"


FORMATS: dict[str, Callable[[Path | None, Options], Writer]] = {
    "table": _Table,
    "json": lambda output, options: _Whole(output, options, join=_json),
    "jsonl": _Lines,
    "csv": lambda output, options: _Whole(output, options, join=csv_of),
    "html": lambda output, options: _Each(output, options, suffix=".html", make=lambda name, article: page(article)),
    "webannotation": lambda output, options: _Each(output, options, suffix=".json", make=_annotations),
    "tei": lambda output, options: _Each(output, options, suffix=".xml", make=lambda name, article: tei(article, Path(name).stem)),
    "parquet": _Parquet,
}


def writer_for(form: str, output: Path | None, options: Options) -> Writer:
    """The writer of a format. Raises `BadSettings` for an output that it cannot write to, `LibraryMissing` without its library."""
    if output is not None and output.is_dir() and form in ("table", "json", "jsonl", "csv"):
        raise BadSettings(f"{output} is a folder; name a file for {form}")
    return FORMATS[form](output, options)

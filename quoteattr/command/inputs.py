"""What the command reads: files, folders, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen


@frozen
class Input:
    """One article to read: the name it goes by, and its file; None for standard input."""

    name: str
    path: Path | None


def found_in(names: Iterable[str]) -> Iterator[Input]:
    """The articles that the arguments name: files as they are, a folder's .txt files in order, ``-`` for standard input."""
    for name in names:
        if name == "-":
            yield Input(name, None)
        elif Path(name).is_dir():
            yield from (Input(str(path), path) for path in sorted(Path(name).rglob("*.txt")))
        else:
            yield Input(name, Path(name))


def read(one: Input) -> str:
    """Its text, with line ends as they are.

    Raises `OSError` where it cannot be read, `UnicodeDecodeError` where it is not UTF-8.
    """
    data = sys.stdin.buffer.read() if one.path is None else one.path.read_bytes()
    return data.decode("utf-8-sig")


def plainly(error: Exception) -> str:
    """An error in words for the terminal."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 text (byte {error.start}); convert it first, for example with iconv -t UTF-8"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)

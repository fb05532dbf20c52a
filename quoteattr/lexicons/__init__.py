"""Word lists, as plain data files, one entry a line; a line that starts with ``#`` is a comment, ``[name]`` a section."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines_of(name: str, section: str | None = None) -> tuple[str, ...]:
    """The entries of a list, in the file's order: of one section, or of all.

    >>> "Gov" in lines_of("abbreviations.txt")
    True
    """
    entries = []
    inside = ""
    for line in (files(__name__) / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            inside = line.strip("[]")
        elif section is None or section == inside:
            entries.append(line)
    return tuple(entries)


def words_of(name: str, section: str | None = None) -> frozenset[str]:
    """The entries of a list as a set."""
    return frozenset(lines_of(name, section))

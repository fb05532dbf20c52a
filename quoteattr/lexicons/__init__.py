"""Word lists, as plain data files, one entry a line; a line that starts with ``#`` is a comment, ``[name]`` a section."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import chain


@cache
def sections_of(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of a list by section, in the file's order; those of a list without sections under ``""``.

    >>> list(sections_of("abbreviations.txt"))
    ['binding', 'closing']
    """
    sections: dict[str, list[str]] = {}
    inside = ""
    for line in (files(__name__) / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            inside = line.strip("[]")
        elif line and not line.startswith("#"):
            sections.setdefault(inside, []).append(line)
    return {section: tuple(entries) for section, entries in sections.items()}


def lines_of(name: str, section: str | None = None) -> tuple[str, ...]:
    """The entries of a list, in the file's order: of one section, or of all.

    >>> "Gov" in lines_of("abbreviations.txt")
    True
    """
    sections = sections_of(name)
    return sections[section] if section is not None else tuple(chain.from_iterable(sections.values()))


@cache
def sets_of(name: str) -> dict[str, frozenset[str]]:
    """For the first word of each entry of a list, the others.

    >>> sorted(sets_of("nicknames.txt")["Alex"])
    ['Alexander', 'Alexandra']
    """
    return {first: frozenset(rest) for first, *rest in (line.split() for line in lines_of(name))}


def words_of(name: str, section: str | None = None) -> frozenset[str]:
    """The entries of a list as a set."""
    return frozenset(lines_of(name, section))

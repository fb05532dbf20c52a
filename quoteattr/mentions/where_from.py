"""Where somebody is from, by a word for the place or for who is from there; and of which party, by a word of its name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from quoteattr.lexicons import sets_of


@cache
def _countries() -> dict[str, str]:
    return {word.lower(): place for place, others in sets_of("countries.txt").items() for word in (place, *others)}


@cache
def _parties() -> dict[str, str]:
    return {word: party for party, others in sets_of("parties.txt").items() for word in (party, *others)}


def country_of(word: str) -> str:
    """The country or state that a word tells, whatever its letters' case; empty for none.

    >>> country_of("Swede"), country_of("Swedish"), country_of("swift")
    ('Sweden', 'Sweden', '')
    """
    return _countries().get(word.lower(), "")


def parties_of(words: Iterable[str]) -> set[str]:
    """The parties that words tell of somebody, as they are written.

    >>> parties_of(["senior", "Tory", "MP"]), parties_of(["conservative", "senator"])
    ({'Conservative'}, set())
    """
    return {party for word in words if (party := _parties().get(word))}

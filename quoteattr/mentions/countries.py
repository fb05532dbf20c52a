"""Where somebody is from, by a word for the place or for who is from there."""

from __future__ import annotations

from functools import cache

from quoteattr.lexicons import sets_of


@cache
def _countries() -> dict[str, str]:
    return {word.lower(): place for place, others in sets_of("countries.txt").items() for word in (place, *others)}


def country_of(word: str) -> str:
    """The country or state that a word tells, whatever its letters' case; empty for none.

    >>> country_of("Swede"), country_of("Swedish"), country_of("swift")
    ('Sweden', 'Sweden', '')
    """
    return _countries().get(word.lower(), "")

"""The library's own errors, each of which names the way out."""

from __future__ import annotations


class QuoteattrError(Exception):
    """Anything that quoteattr raises on purpose."""


class NotText(QuoteattrError, TypeError):
    """Something other than a string was given where a text is wanted."""

    def __init__(self, given: object) -> None:
        hint = "; decode it first, for example given.decode('utf-8')" if isinstance(given, (bytes, bytearray)) else ""
        super().__init__(f"the text must be a str, not {type(given).__name__}{hint}")


class UnknownCoreference(QuoteattrError, ValueError):
    """The name of a coreference that does not exist."""

    def __init__(self, given: object) -> None:
        super().__init__(f'coreference must be "rules" or an object with a method chains(document, mentions), not {given!r}')


class BadArticle(QuoteattrError, ValueError):
    """A dictionary that `Article.from_dict` cannot read."""

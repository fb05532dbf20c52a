"""The text of an article cut into paragraphs, and those into pieces that belong to one attribution or to none."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import frozen

from quoteattr.result.types import Article

_BREAK = regex.compile(r"\s*\n\s*")


@frozen
class Piece:
    """A stretch of the text, with the number of the attribution whose content it is, if any."""

    start: int
    end: int
    attribution: int | None

    def of(self, text: str) -> str:
        """Its words."""
        return text[self.start : self.end]


@frozen
class Paragraph:
    """A paragraph's pieces, which together are all of it, and the white space behind it."""

    pieces: tuple[Piece, ...]
    gap: str


def paragraphs(article: Article) -> Iterator[Paragraph]:
    """The article's paragraphs in order. All pieces and gaps joined are the text again, except white space at its beginning.

    >>> from quoteattr import attribute
    >>> article = attribute('"No," said Ana Reyes.\\n\\nShe left.')
    >>> [[(piece.of(article.text), piece.attribution) for piece in paragraph.pieces] for paragraph in paragraphs(article)]
    [[('"No,"', 0), (' said Ana Reyes.', None)], [('She left.', None)]]
    """
    text = article.text
    contents = sorted((span.start, span.end, number) for number, a in enumerate(article) for span in a.content)
    start = here = 0
    for end, gap in [*((m.start(), m.group()) for m in _BREAK.finditer(text)), (len(text), "")]:
        if end > start:
            while here < len(contents) and contents[here][1] <= start:
                here += 1
            yield Paragraph(tuple(_pieces(contents, here, start, end)), gap)
        start = end + len(gap)


def _pieces(contents: list[tuple[int, int, int]], here: int, start: int, end: int) -> Iterator[Piece]:
    """The pieces of one paragraph; `here` is the first content that reaches into it."""
    at = start
    while here < len(contents) and contents[here][0] < end:
        first, last, number = contents[here]
        first, last = max(first, start), min(last, end)
        if at < first:
            yield Piece(at, first, None)
        yield Piece(first, last, number)
        at = last
        here += 1
    if at < end:
        yield Piece(at, end, None)

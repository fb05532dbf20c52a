"""Posts from social networks that a page has put into an article, each with who posted it behind a dash."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import frozen

from quoteattr.text.readings import MARKS

#: What stands behind the words of a post: "— Natasha Ortega (@ortega) May 4, 2021".
_SIGNATURE = regex.compile(
    r"""
    (?: (?P<mark>—|–|(?<!\S)--?) | \bA[ ](?:photo|post|video)[ ](?P<mark>posted|shared)[ ]by )
    \s* (?P<name>[\p{L}\p{N}][^()\n—]{0,60}?) \s*
    (?:\([^()\n@]{1,20}\)\s*)?      # "(she/her)"
    \(@\w{1,30}\)
    [ \t]* (?: (?:on[ ])? (?:\p{Lu}\p{Ll}+[ ]\d{1,2}|\d{1,2}[ ]\p{Lu}\p{Ll}+),?[ ]\d{4} (?:[ ]at[ ][\d:]+[ap]m(?:[ ]\p{Lu}{2,4})?)? )?
    [ \t]* (?:</\w+>)? \.? \s* $
    """,
    regex.VERBOSE,
)
#: The tag that may stand before them.
_TAG = regex.compile(r"<\w[^<>]*>")


@frozen
class Post:
    """A post: its words, and the dash and the name behind them, as tokens."""

    words: tuple[int, int]
    mark: int
    name: tuple[int, int]


def posts(
    text: str, starts: Sequence[int], ends: Sequence[int], words: Sequence[str], paragraphs: Sequence[tuple[int, int]]
) -> dict[int, Post]:
    """The posts of a text by the number of each paragraph in which one stands; its signature may have a paragraph for itself.

    One that is quoted, in marks, is left to the rules for quotations.

    >>> from quoteattr.text.document import Document
    >>> doc = Document("We had no warning. — Natasha Ortega (@ortega) May 4, 2021")
    >>> doc.slice(*doc.posts[0].words), doc.slice(*doc.posts[0].name)
    ('We had no warning.', 'Natasha Ortega')
    """
    found: dict[int, Post] = {}
    if "(@" not in text:
        return found
    for number, (first, last) in enumerate(paragraphs):
        begin, end = starts[first], ends[last - 1]
        signed = _SIGNATURE.search(text, begin, end)
        if signed is None:
            continue
        at = {start: i for i, start in enumerate(starts[first:last], first)}
        mark, name = at.get(signed.start("mark")), at.get(signed.start("name"))
        behind = next((i for i in range(first, last) if starts[i] >= signed.end("name")), last)
        if mark is None or name is None or behind <= name:
            continue
        of = number - (at.get(signed.start()) == first)
        if of < 0 or of in found:
            continue
        content = _without_tag(text, starts, paragraphs[of][0], at.get(signed.start(), mark) if of == number else paragraphs[of][1])
        if content[0] < content[1] and words[content[0]] not in MARKS and words[content[1] - 1] not in MARKS:
            found[number] = found[of] = Post(content, mark, (name, behind))
    return found


def _without_tag(text: str, starts: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """The words behind a tag: "<tweet id="1">**We had no warning.**"."""
    tag = _TAG.match(text, starts[first])
    while tag is not None and first < last and starts[first] < tag.end():
        first += 1
    return first, last

"""Where do paragraphs begin and end? By blank lines, by single newlines, or in one long line."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

import regex

_LINE = regex.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]*+")
#: What a page has put before a paragraph, where the line between is lost: "AdvertisementThe mayor left."
_GLUED = regex.compile(r"Advertisement(?=\p{Lu})")
_CLOSES_A_SENTENCE = regex.compile(r"[.!?…:][\"'”’»)\]]*+$")
#: How a line ends whose quotation goes on with its tag: "It is late**,"**.
_BEFORE_TAG = regex.compile(r"\w,[\"”“’']{1,2}$")
_WRAPPED_AT_LEAST = 40
_WRAPPED_AT_MOST = 120


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs, without the white space around them.

    A newline ends a paragraph, except behind a quotation that a comma ends, and in text that is wrapped at a fixed width, where only a
    blank line or a line that stops short does.

    >>> paragraphs("One.\\n\\nTwo.\\r\\nThree.")
    [(0, 4), (6, 10), (12, 18)]
    """
    lines = _lines(text)
    if not lines:
        return []
    width = _wrapped_at(text, lines)
    spans = [lines[0]]
    for line in lines[1:]:
        last = spans[-1]
        broken_off = text[line[0]].isalpha() and _BEFORE_TAG.search(text, max(last[0], last[1] - 3), last[1])
        if broken_off or (width and _goes_on(text, last, line, width)):
            spans[-1] = (last[0], line[1])
        else:
            spans.append(line)
    return spans


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        while (glued := _GLUED.match(text, start, end)) is not None:
            lines.append(glued.span())
            start = glued.end()
        if start < end:
            lines.append((start, end))
    return lines


def _wrapped_at(text: str, lines: list[tuple[int, int]]) -> int:
    """The width at which the text is wrapped; 0 if it is not."""
    broken = [
        end - start
        for (start, end), following in pairwise(lines)
        if text[following[0]].islower() and not _CLOSES_A_SENTENCE.search(text, max(start, end - 4), end)
    ]
    if len(broken) < 3 or 5 * len(broken) < len(lines):
        return 0
    width = int(median(broken))
    return width if _WRAPPED_AT_LEAST <= width <= _WRAPPED_AT_MOST else 0


def _goes_on(text: str, last: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Does the paragraph of the last line go on in this one?

    Yes: "... a hotel that serves as housing for\\nhomeless children". No: a blank line between, or a last line
    that stops short of the width.
    """
    blank = text.count("\n", last[1], line[0]) > 1
    start = max(last[0], text.rfind("\n", last[0], last[1]) + 1)
    full = last[1] - start >= 0.75 * width
    open_ended = not _CLOSES_A_SENTENCE.search(text, max(start, last[1] - 4), last[1])
    if blank:
        return open_ended and full and text[line[0]].islower()
    return full or (open_ended and text[line[0]].islower())

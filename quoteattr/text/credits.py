"""Lines that say who wrote an article or took its pictures, of whom it does not tell."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.text.readings import DASHES
from quoteattr.text.tags import FINITE

#: With what such a line begins.
_OPENINGS = frozenset(
    (
        "analysis author by column graphic illustration image opinion photo photograph photographs photos picture pictures reporting story "
        "text video words written"
    ).split()
)
#: What may stand between the names in it.
_BETWEEN = DASHES | frozenset(",|/&()")
_TIES = frozenset("in for at correspondent columnist editor reporter writer contributor".split())
#: Among how many lines at the beginning a name with no more than a paper or place is one, and how many words it has at most.
_AT_THE_TOP = 6
_LONGEST = 16
_SHORTEST = 2


def credit_lines(words: Sequence[str], lower: Sequence[str], tags: Sequence[str], paragraphs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the paragraphs that are such lines: "**By Ana Reyes, Staff Writer**", "**Photo: Ana Reyes/Reuters**".

    >>> from quoteattr.text.document import Document
    >>> doc = Document("School burns\\n\\nBy Ana Reyes\\n\\nThe school burned on Friday.")
    >>> credit_lines(doc.words, doc.lower, doc.tags, doc.paragraphs)
    frozenset({1})
    """
    found = set()
    for number, (first, last) in enumerate(paragraphs):
        size = last - first
        ends = words[last - 1] in (".", "!", "?", ":", '"', "”")
        if not _SHORTEST <= size <= _LONGEST or ends or not FINITE.isdisjoint(tags[first:last]):
            continue
        begin = first + (words[first] == "(")
        by = next((i for i in range(begin, last - 1) if lower[i] == "by"), -1)
        # "May 12, 2024 **by Ana Reyes**"
        written = number < _AT_THE_TOP and by >= 0 and tags[by + 1] == "E"
        named = tags[first] == "E" and all(tags[i] == "E" or words[i] in _BETWEEN or lower[i] in _TIES for i in range(first, last))
        headed = 0 < number < _AT_THE_TOP and words[paragraphs[number - 1][1] - 1] not in (".", "!", "?", ":")
        opens = lower[begin] in _OPENINGS and any(kind == "E" for kind in tags[begin + 1 : last])
        if opens or written or (named and headed):
            found.add(number)
    return frozenset(found)

"""What tells one office from another of the same noun: the *health* minister is not the *trade* minister."""

from __future__ import annotations

from functools import cache

from quoteattr.lexicons import lines_of
from quoteattr.text.document import Document

#: How many words before an office and behind it may say what it is for.
_BEFORE, _BEHIND = 6, 8
_TIES = frozenset("at for from in of on with".split())
_INSIDE = frozenset(("and", "&", "of", "for"))
#: Who is called by a field that says where they sit: a district judge is a federal one.
_ANY_FIELD = frozenset(("judge", "justice"))
#: The field that is never left out.
PRIME = "prime"


@cache
def _fields() -> dict[str, str]:
    """The words for fields, each with the first word of its line."""
    return {word: words[0] for line in lines_of("fields.txt") for words in [line.split()] for word in words}


def fields_at(doc: Document, noun: int) -> frozenset[str]:
    """The fields of the office whose noun is at this token, by the first word of their line in `fields.txt`.

    >>> sorted(fields_at(Document("the county health director said"), 3)), sorted(fields_at(Document("the Minister of Trade said"), 1))
    (['county', 'health'], ['economic'])
    """
    lower, tags = doc.lower, doc.tags
    if lower[noun] in _ANY_FIELD:
        return frozenset()
    first = noun
    limit = max(doc.sentences[doc.sentence_of[noun]][0], noun - _BEFORE)
    while first > limit and (tags[first - 1] in "NAEPZ" or lower[first - 1] == "and"):
        first -= 1
    known = _fields()
    # "the **prime** minister's spokesman" is no prime one
    before = (word for word in lower[first:noun] if word in known and (word != PRIME or lower[noun - 1] == PRIME))
    return fields_behind(doc, noun + 1).union(known[word] for word in before)


def fields_behind(doc: Document, tie: int) -> frozenset[str]:
    """The fields told behind an office or a name: "the chief **of the Dover Fire Department**", "Chief Ana Reyes **of Dover police**"."""
    lower, tags = doc.lower, doc.tags
    last = tie + (lower[tie : tie + 1] != [] and lower[tie] in _TIES)
    while tie < last < min(len(lower), tie + _BEHIND) and (tags[last] in "NAEDZ" or lower[last] in _INSIDE):
        last += 1
    known = _fields()
    return frozenset(known[word] for word in lower[tie:last] if word in known)


def is_another_office(told: frozenset[str], held: frozenset[str]) -> bool:
    """Is an office of these fields another than one of those: "**the trade minister**" and *Health Minister Ana Reyes*?"""
    if (PRIME in told) != (PRIME in held) and (held or PRIME in told):
        return True
    return bool(told and held) and told.isdisjoint(held)

"""What a document is called in full: "the report" of an article that speaks of "the Economic Forum report" once.

Only where one document of that kind can be meant: all that is called a report is one maker's, and at most one is introduced with "a".
"""

from __future__ import annotations

from quoteattr.mentions.bodies import is_organization_word
from quoteattr.mentions.mention import Mention
from quoteattr.text.document import Document, TokenRange

_MADE_BY = frozenset(("by", "from", "of"))
_ONE_OF_SEVERAL = frozenset(("a", "an", "another", "other", "one", "each", "every", "any", "two", "several"))
_DEFINITE = frozenset(("the", "this", "that", "its", "their"))


class Papers:
    """The documents that one article speaks of, looked up once for each noun."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._titles: dict[str, TokenRange | None] = {}

    def full_title(self, mention: Mention) -> TokenRange | None:
        """The tokens of the fullest phrase for what a mention like "the report" stands for; None if there is no fuller one.

        >>> doc = Document("The Economic Forum report came out in May. The report says rents rose.")
        >>> paper = Mention(9, 11, "nominal", "document", "report", core=(9, 11))
        >>> doc.slice(*Papers(doc).full_title(paper))
        'Economic Forum report'
        """
        doc = self._doc
        noun = doc.lower[mention.core[1] - 1]
        if doc.lower[mention.first] not in _DEFINITE or "E" in doc.tags[mention.first : mention.core[1]]:
            return None
        if noun not in self._titles:
            self._titles[noun] = _only_title(doc, noun)
        return self._titles[noun]


def _only_title(doc: Document, noun: str) -> TokenRange | None:
    """The phrase with the maker of the only document in the text that is called by this noun."""
    makers: dict[str, TokenRange] = {}
    introduced = 0
    for at, word in enumerate(doc.lower):
        if word != noun:
            continue
        first = at
        while first and doc.tags[first - 1] in "ENAPGQ" and doc.sentence_of[first - 1] == doc.sentence_of[at]:
            first -= 1
        introduced += first > 0 and doc.lower[first - 1] in _ONE_OF_SEVERAL
        maker = _maker(doc, first, at)
        if maker is not None:
            makers.setdefault(" ".join(doc.lower[slice(*maker)]), (min(maker[0], at), max(maker[1], at + 1)))
    return next(iter(makers.values())) if len(makers) == 1 and introduced <= 1 else None


def _maker(doc: Document, first: int, at: int) -> TokenRange | None:
    """The organisation whose document the noun at this token is: "the **Economic Forum** report", "a report by the **Economic Forum**"."""
    if doc.tags[at - 1 : at] == ["E"]:
        begin = at
        while begin > first and doc.tags[begin - 1] == "E":
            begin -= 1
        return (begin, at) if at - begin > 1 else None
    if at + 2 < len(doc) and doc.lower[at + 1] in _MADE_BY:
        begin = at + 2 + (doc.lower[at + 2] == "the")
        end = begin
        while end < len(doc) and doc.tags[end] == "E":
            end += 1
        return (begin, end) if end > begin and is_organization_word(doc.words[end - 1]) else None
    return None

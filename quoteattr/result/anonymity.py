"""Where the text says that somebody asked not to be named, or that a name is not the whole or the real one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

import regex

from quoteattr.mentions.mention import Mention
from quoteattr.result.types import Span
from quoteattr.text.document import Document

_ANONYMITY = regex.compile(
    r"""
    \b(?:
        (?:on|under)\s+(?:the\s+)?condition\s+of\s+anonymity
      | (?:asked|asking|requested|wished|wishing|preferred|wanted|wanting)\s+
        (?:not\s+to\s+be\s+(?:named|identified|quoted\s+by\s+name)|to\s+(?:remain|stay|be)\s+anonymous)
      | (?:declined|refused|declining|refusing)\s+to\s+be\s+(?:named|identified)
      | (?:did|does|do)\s*(?:not|n['’]t)\s+(?:want|wish)\s+
        (?:to\s+be\s+(?:named|identified)|(?:his|her|their)\s+names?\s+(?:used|published))
      | (?:granted|requested|given|asked\s+for|asking\s+for|insisted\s+on|insisting\s+on|requesting|seeking)\s+anonymity
      | (?:speak|speaking|spoke|said|say|told)\s+(?:only\s+)?anonymously
      | (?:speak|speaking|spoke)\s+(?:on\s+background|off\s+the\s+record)
      | (?:can|could)\s*(?:not|n['’]t)\s+be\s+(?:named|identified)
      | (?:was|were|is|are)\s*(?:not|n['’]t)\s+authori[sz]ed\s+to\s+(?:speak|discuss|comment|talk)
      | not\s+authori[sz]ed\s+to\s+(?:speak|discuss|comment|talk)
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
#: How it is said that only a part of a name is given, or another's.
_PART_OF_NAME = regex.compile(
    r"""
    \b(?:
        (?:asked|asking|requested|requesting)\s+that\s+(?:his|her|their)\s+(?:first\s+|full\s+|last\s+|real\s+|sur)?names?\s+
        (?:not\s+be\s+(?:printed|published|used)|be\s+withheld)
      | (?:declined|declining|refused|refusing)\s+to\s+give\s+(?:his|her|their|a)\s+(?:full\s+|last\s+|real\s+|sur)?names?
      | (?:gave|giving|gives)\s+(?:(?:just|only)\s+)?(?:his|her|their)\s+(?:first\s+)?names?(?:\s+only\s+as|(?<=first\s+names?))
      | (?:identified|identifying|called|known)\s+(?:himself\s+|herself\s+|themselves\s+)?only\s+(?:as|by)
      | not\s+(?:his|her|their)\s+real\s+names?
      | names?\s+(?:has|have)\s+been\s+changed
      | whose\s+(?:real\s+)?names?\s+(?:is|are|was|were)\s+being\s+withheld
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)

#: One of these words stands in every such place.
_TELLING = frozenset(
    (
        "anonymity anonymous anonymously authorised authorized background called changed identified identifying known name named names "
        "quoted record"
    ).split()
)

_start = attrgetter("start")


class Anonymity:
    """The places of a document where anonymity is asked for or given."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        telling = sorted({doc.sentence_of[i] for i, word in enumerate(doc.lower) if word in _TELLING})
        ranges = [doc.chars(*doc.sentences[number]) for number in telling]
        part = [Span(*m.span()) for start, end in ranges for m in _PART_OF_NAME.finditer(doc.text, start, end)]
        whole = [Span(*m.span()) for start, end in ranges for m in _ANONYMITY.finditer(doc.text, start, end)]
        self.part = part
        self.any = sorted([*whole, *part], key=_start)

    def of_unnamed(self, mentions: Sequence[Mention]) -> Span | None:
        """The words that say it of a speaker without a name: in the sentence of one of these mentions, or in the next."""
        for m in mentions:
            span = self._within(self.any, self.doc.sentence_of[m.first], 2)
            if span is not None:
                return span
            if "anonymous" in self.doc.lower[m.first : m.core[1]]:
                # "an **anonymous** caller"
                word = self.doc.lower.index("anonymous", m.first)
                return Span(*self.doc.chars(word, word + 1))
        return None

    def of_named(self, mentions: Sequence[Mention], name: Mention) -> Span | None:
        """The words that say that a name of one word is not the whole or the real one: in the sentence of one of these mentions."""
        spans = (self._within(self.part, self.doc.sentence_of[m.first], 1) for m in (mentions if len(name.name) == 1 else ()))
        return next((span for span in spans if span is not None), None)

    def _within(self, spans: Sequence[Span], sentence: int, count: int) -> Span | None:
        """The first of these spans that begins in so many sentences from this one."""
        last = min(sentence + count, len(self.doc.sentences)) - 1
        start, stop = self.doc.chars(self.doc.sentences[sentence][0], self.doc.sentences[last][1])
        at = bisect_left(spans, start, key=_start)
        return spans[at] if at < len(spans) and spans[at].start < stop else None

"""What the library asks of a coreference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quoteattr.mentions.mention import Mention
from quoteattr.text.document import Document


class Coreference(Protocol):
    """Tells which mentions of a document stand for the same person or thing."""

    @property
    def name(self) -> str:
        """What the result says answered."""

    def chains(self, document: Document, mentions: Sequence[Mention]) -> list[list[int]]:
        """Chains of mentions, each a list of indices into `mentions` in ascending order.

        A mention is in one chain at most; one that stands alone may be left out.
        """

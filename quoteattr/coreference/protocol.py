"""What the library asks of a coreference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from quoteattr.mentions.mention import Mention
from quoteattr.text.document import Document, TokenRange


@runtime_checkable
class Coreference(Protocol):
    """Tells which stretches of a document stand for the same person or thing.

    What it returns is guarded by the rules (`quoteattr.coreference.guards`): it settles who pronouns and descriptions are, and never
    makes one person of two full names.
    """

    @property
    def name(self) -> str:
        """What the result says answered."""

    def chains(self, document: Document, mentions: Sequence[Mention]) -> Sequence[Sequence[TokenRange]]:
        """Chains of token ranges; `mentions` are those that the rules know of, and others may be returned as well."""

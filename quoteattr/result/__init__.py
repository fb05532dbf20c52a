"""What `attribute` returns: frozen typed objects, to JSON and back."""

from quoteattr.result.types import (
    Article,
    Attribution,
    Cue,
    Evidence,
    Mention,
    Refusal,
    Span,
    Speaker,
    Title,
    Unattributed,
)

__all__ = ["Article", "Attribution", "Cue", "Evidence", "Mention", "Refusal", "Span", "Speaker", "Title", "Unattributed"]

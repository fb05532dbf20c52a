"""Which way does a quotation mark face? Its glyph says so, and so do the characters on both sides of it.

Where both speak, the sides win: "no more" is closed by the mark after *more*, whatever glyph the typesetter's
software put there (``“no more“``).
"""

from __future__ import annotations

from enum import Enum, auto
from unicodedata import category

#: Glyphs by family: one family closes what it opened, in any mixture of its glyphs.
DOUBLE = frozenset(("''", "``", "‘‘", "’’", "‘’", *'"“”„‟«»'))
SINGLE = frozenset("'‘’‚‛‹›`")
_OPENING = frozenset(("``", "‘‘", "‘’", *"“„«‘‚‹`"))
_CLOSING = frozenset(("’’", *"”»›"))
#: What may stand before an opening mark, beside white space.
_BEFORE_OPENING = frozenset("([{—–-/…\"“‘'„«")
#: What may stand after a closing mark, beside white space.
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…\"”’'»")


class Facing(Enum):
    """What a mark can do: open, close, or either."""

    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()


def facing(text: str, start: int, end: int) -> Facing:
    """Does the mark at these offsets open or close?

    >>> facing('He said "no" twice', 8, 9), facing('He said "no" twice', 11, 12)
    (<Facing.OPENS: 1>, <Facing.CLOSES: 2>)
    """
    glyph = text[start:end]
    while start and category(text[start - 1]) == "Cf":
        # what nobody sees stands beside nothing
        start -= 1
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    free_before = before.isspace() or before in _BEFORE_OPENING
    free_after = after.isspace() or after in _AFTER_CLOSING
    if glyph in "«»" and (free_before != free_after):
        return Facing.OPENS if free_before else Facing.CLOSES
    if before.isspace() and not after.isspace() and after not in ".,;:!?)":
        return Facing.OPENS
    if after.isspace() and not before.isspace() and before not in "([{":
        return Facing.CLOSES if not (glyph in _OPENING and before in "—–-:") else Facing.OPENS
    if glyph in _OPENING:
        # „no more“, wrote Ortega
        return Facing.CLOSES if glyph == "“" and after in ".,;:!?)" and not free_before else Facing.OPENS
    if glyph in _CLOSING:
        return Facing.CLOSES
    if free_before and not free_after:
        return Facing.OPENS
    if free_after and not free_before:
        return Facing.CLOSES
    return Facing.EITHER

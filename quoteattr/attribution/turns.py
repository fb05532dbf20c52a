"""Who speaks in a story: one speaker a paragraph, by turns.

In a dialogue most quotations have no cue. What tells their speaker is the layout:

=================  ====================================================================
same paragraph     "It is late," said Ann. She looked out. **"Too late."**
action beat        **"It is late."** Ann looked out of the window.
alternating turns  "It is late," said Ann. / "Not yet," said Bo. / **"It is for me."**
=================  ====================================================================

Only for ``genre="fiction"``: in news the next paragraph is the same speaker's more often than not.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from quoteattr.attribution.frame import Range
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.subjects import main_subject
from quoteattr.quotations.passages import Passage
from quoteattr.text.document import TokenRange

#: Paragraphs without a quotation after which another conversation begins.
_PAUSE = 2
_NOBODY = frozenset(("it", "there", "i", "we", "you", "they", "this", "that", "who", "what"))


@define(slots=True)
class Turn:
    """A paragraph with quotations: what has a source by a cue, and what has none."""

    paragraph: int
    #: The source that a cue gives it, or the layout; and the passage in which that stands.
    source: TokenRange | None = None
    passage: Passage | None = None
    rule: str = ""


def turns(phrases: Sequence[NounPhrases], known: dict[int, tuple[TokenRange, Passage]]) -> dict[int, Turn]:
    """For each paragraph with a quotation, its speaker where the layout tells; `known` are the sources that cues give, by paragraph."""
    found: dict[int, Turn] = {}
    for here in phrases:
        passage = here.passage
        if any(kind in "Kk" for kind in passage.tags):
            found.setdefault(passage.paragraph, Turn(passage.paragraph))
    for number, (source, passage) in known.items():
        if number in found:
            found[number] = Turn(number, source, passage, "same paragraph")
    for here in phrases:
        turn = found.get(here.passage.paragraph)
        if turn is not None and turn.source is None:
            subject = _acting(here)
            if subject is not None:
                turn.source, turn.passage, turn.rule = here.passage.tokens(*subject), here.passage, "action beat"
    in_order = [found[number] for number in sorted(found)]
    for i, turn in enumerate(in_order):
        _take(turn, in_order[i - 2] if i > 1 else None, in_order[i - 1] if i else None)
    for i in range(len(in_order) - 3, -1, -1):
        _take(in_order[i], in_order[i + 2], in_order[i + 1])
    return found


def _take(turn: Turn, other: Turn | None, between: Turn | None) -> None:
    """Give a turn the speaker of the one next but one, if they are of one conversation."""
    if turn.source is not None or other is None or between is None or other.source is None:
        return
    if abs(turn.paragraph - between.paragraph) <= _PAUSE and abs(between.paragraph - other.paragraph) <= _PAUSE:
        turn.source, turn.passage, turn.rule = other.source, other.passage, "alternating turns"


def _acting(phrases: NounPhrases) -> Range | None:
    """The person that a sentence beside a quotation is about: "**Ann** looked out of the window." """
    passage = phrases.passage
    subject = main_subject(phrases, passage.end, {})
    if subject is None or passage.lower[subject.first] in _NOBODY:
        return None
    if passage.tags[subject.first] not in "EU" and passage.tags[subject.last - 1] != "E":
        return None
    return subject.first, subject.last

"""Who declined to say anything: "declined to comment", "did not respond", "could not be reached".

Newsrooms count these beside the quotations: they show whom the reporter asked.
"""

from __future__ import annotations

from attrs import frozen

from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.subjects import main_subject, subject_of
from quoteattr.text.document import TokenRange

_DECLINE = frozenset("decline declined declines declining refuse refused refuses refusing".split())
#: What somebody who refuses does not do.
SPEAK = frozenset("comment answer discuss elaborate respond speak talk".split())
_RESPOND = frozenset(("respond", "reply", "return", "answer", "comment"))
_NOT = frozenset(("not", "n't", "n’t", "never"))
#: With which word a refusal begins.
_FIRST = _DECLINE | frozenset("did does do had has could turned".split())

#: What a reporter asks for, and what may stand before it.
_TALKS = frozenset("comment interview interviews interviewed".split())
_BEFORE_TALKS = frozenset("down a an any all every multiple several repeated numerous many to be being request requests for".split())


@frozen
class Refused:
    """A refusal, as ranges of tokens."""

    words: TokenRange
    source: TokenRange | None


def _behind_request(lower: list[str], at: int) -> int:
    """Behind the request that is turned down: "declined **comment**", "turned **down several interview requests**"; 0 if there is none."""
    for end in range(at + 1, min(len(lower), at + 8)):
        if lower[end] in _TALKS:
            return end + 1 + (lower[end + 1 : end + 2] in (["request"], ["requests"]))
        if lower[end] not in _BEFORE_TALKS:
            break
    return 0


def refusals(phrases: NounPhrases) -> list[Refused]:
    """The refusals in the reporter's words of a passage, given with its noun phrases."""
    passage = phrases.passage
    lower, tags = passage.lower, passage.tags
    found: list[Refused] = []
    for at, word in enumerate(lower):
        if word not in _FIRST:
            continue
        first, last = at, 0
        if word in _DECLINE and lower[at + 1 : at + 2] == ["to"] and lower[at + 2 : at + 3] and lower[at + 2] in SPEAK:
            last = at + 3
        elif word in ("did", "does", "do", "had") and lower[at + 1 : at + 2] and lower[at + 1] in _NOT:
            verb = at + 2 + (at + 2 < len(tags) and tags[at + 2] == "R")
            returned = lower[verb : verb + 1] in (["return"], ["returned"])
            said = verb < len(lower) and (lower[verb] in _RESPOND or lower[verb] in ("responded", "replied", "commented"))
            if said and (
                not returned or any(w in ("call", "calls", "message", "messages", "email", "emails") for w in lower[verb : verb + 6])
            ):
                last = verb + 1
        elif lower[at : at + 4] in (
            ["could", "not", "be", "reached"],
            ["could", "n't", "be", "reached"],
            ["could", "n’t", "be", "reached"],
        ):
            last = at + 4
        elif word in _DECLINE or lower[at : at + 2] == ["turned", "down"]:
            last = _behind_request(lower, at)
        elif word in ("had", "has") and lower[at + 1 : at + 3] == ["no", "comment"]:
            last = at + 3
        if not last:
            continue
        source = subject_of(phrases, first) or main_subject(phrases, first, {})
        words = passage.tokens(first, last)
        found.append(Refused(words, passage.tokens(source.first, source.last) if source is not None else None))
    return found

"""Which of several people does "she" mean? The one who is most present: near, subject of her sentence, speaking."""

from __future__ import annotations

from attrs import frozen

from quoteattr.coreference.entity import Entity

#: Below this nobody is present enough.
_LEAST = -2.6


@frozen
class Candidate:
    """Somebody that a pronoun may stand for, and how present he or she is."""

    entity: Entity
    #: Sentences and paragraphs since the last mention.
    sentences: int
    paragraphs: int
    #: Was the last mention a subject, in a quotation, a pronoun?
    subject: bool
    quoted: bool
    pronoun: bool
    #: Is this the speaker of the last utterance?
    speaking: bool
    gender_known: bool
    #: Is it known to be a person?
    person: bool
    #: How often mentioned so far.
    count: int


def score(candidate: Candidate) -> float:
    """How present a candidate is; more is more."""
    value = -0.45 * min(candidate.sentences, 8) - 0.55 * min(candidate.paragraphs, 4)
    value += 1.1 * candidate.subject + 0.9 * candidate.speaking + 0.3 * candidate.pronoun
    value -= 1.3 * candidate.quoted
    value += 0.7 * candidate.gender_known + 0.5 * candidate.person
    return value + 0.12 * min(candidate.count, 8)


def best_candidate(candidates: list[Candidate]) -> Entity | None:
    """The most present candidate; None where nobody is."""
    if not candidates:
        return None
    best = max(candidates, key=score)
    return best.entity if score(best) > _LEAST else None

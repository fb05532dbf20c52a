"""Which of several people does "she" mean? The one who is most present: near, subject of her sentence, speaking.

How present somebody is is a sum of named features with weights in ``lexicons/salience_weights.tsv``, made by ``benchmarks/train.py``. The
sums of all candidates, and of nobody at all, give each a chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from attrs import frozen

from quoteattr.attribution.weights import weights
from quoteattr.coreference.entity import Entity

#: The features of the possibility that nobody in the text is meant.
NOBODY = ("nobody",)
_PLAIN = tuple("subject leading latest speaking told asked named pronoun quoted reported gender_known leans_away person".split())


@frozen
class Candidate:
    """Somebody that a pronoun may stand for, and how present he or she is."""

    entity: Entity
    #: Sentences (quotations folded) and paragraphs since the last mention outside quotations.
    sentences: int
    paragraphs: int
    #: Was that mention a subject, a pronoun; does it stand in a quotation (because there is no other), in what another person reports?
    subject: bool
    pronoun: bool
    quoted: bool
    reported: bool
    #: Is that mention the first subject of its sentence?
    leading: bool
    #: Is this the one whose last mention is a subject, and nobody's later is?
    latest: bool
    #: Is this the speaker of the last utterance?
    speaking: bool
    #: Was this the one who was told, or asked, something by the last speaker?
    told: bool
    asked: bool
    #: Is this one named in quoted words of the paragraph, which may be those that the pronoun is the source of?
    named: bool
    gender_known: bool
    #: Is another gender likelier, by the pronouns so far?
    leans_away: bool
    #: Is it known to be a person?
    person: bool
    #: How often mentioned so far.
    count: int


def features(candidate: Candidate) -> list[str]:
    """What speaks for a candidate, and against, by name."""
    c = candidate
    near = "0" if not c.sentences else "1" if c.sentences == 1 else "2" if c.sentences == 2 else "3-4" if c.sentences < 5 else "5+"
    paragraph = str(min(c.paragraphs, 3))
    often = "1" if c.count == 1 else "2" if c.count == 2 else "3-5" if c.count < 6 else "6-11" if c.count < 12 else "12+"
    found = [f"sentences={near}", f"paragraphs={paragraph}", f"count={often}"]
    if c.sentences > 8:
        found.append("far")
    if c.subject:
        found.append(f"subject sentences={near}")
    if c.leading:
        found.append(f"leading sentences={near}")
    if c.speaking:
        found.append(f"speaking paragraphs={paragraph}")
    return [*found, *(name for name in _PLAIN if getattr(c, name))]


def most_present(candidates: Sequence[Candidate]) -> tuple[Entity | None, float]:
    """The most present candidate with the chance that it is the right one; None where it is likelier that nobody is meant."""
    table = weights("salience")
    options = [NOBODY, *(features(c) for c in candidates)]
    scores = [sum(table.get(feature, 0.0) for feature in option) for option in options]
    best = max(range(len(scores)), key=scores.__getitem__)
    chance = 1 / sum(exp(score - scores[best]) for score in scores)
    return (candidates[best - 1].entity if best else None), chance

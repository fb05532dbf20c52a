"""How likely is an attribution right? As often as attributions made by the same rules were right on annotated articles.

The table ``lexicons/confidence.tsv`` has the measured precision of each rule, by how sure the decisions behind it were, and of each way
of finding out who a source is. ``benchmarks/calibrate.py`` makes it.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from quoteattr.attribution.assembly import Utterance
from quoteattr.coreference.guards import Support
from quoteattr.lexicons import lines_of
from quoteattr.mentions.mention import Mention

_FLOOR = 0.05
_SUREST_FROM = 0.95
#: What tells that content begins.
_MARKS = frozenset(("that", "question", "colon"))
#: For a form of source that was never seen resolved.
_UNSEEN = 0.8


@cache
def _table() -> dict[str, float]:
    rows = (line.split("\t") for line in lines_of("confidence.tsv"))
    return {key: float(share) for key, share, _ in rows}


def rule_key(utterance: Utterance) -> str:
    """The row of the table for how an utterance was attributed.

    The shape, whether the source was found by a longer way, whether words are quoted and what comes behind the cue is marked as content
    ("said **that** it was late"), and how sure the decision was, in steps.
    """
    shape = utterance.rules[0]
    went_on = [r for r in utterance.rules if r in ("next paragraph", "after a colon", "passed on")]
    relation = utterance.rules[1] if len(utterance.rules) > 1 else "none"
    near = "near" if relation in ("subject", "inverted") else "far" if utterance.source is not None else "none"
    marked = utterance.frame is not None and utterance.frame.start in _MARKS and not went_on
    quoted = "unquoted" if not utterance.is_quoted else "marked quoted" if marked else "quoted"
    return f"{went_on[0] if went_on else shape} {near} {quoted} {_step(utterance.chance)}"


def _step(chance: float) -> str:
    """The tenth that a chance lies in, the last one in halves: 0 to 9, and 9+."""
    return "9+" if chance >= _SUREST_FROM else str(int(chance * 10))


@frozen
class Resolved:
    """How the speaker behind a source was found."""

    part: Mention
    #: Does the speaker have a name that the source itself does not give?
    renamed: bool
    #: Is the source a surname that two people of the article have?
    shared: bool = False
    #: How sure the choice was, for a pronoun or description that was weighed.
    chance: float | None = None
    #: Who names the speaker, where a coreference was asked as well as the rules.
    support: Support | None = None
    #: How often such a source is given to the right speaker, where that was decided by the turns of a story.
    decided: float | None = None

    @property
    def key(self) -> str:
        """The row of the table: by a full name, a surname (of one or of several), a pronoun, a description, and how sure the choice was."""
        if self.support is not None:
            return f"supported {self.support}"
        if self.part.form == "name":
            return "resolved name shared" if self.shared else "resolved name full" if len(self.part.name) > 1 else "resolved name short"
        if self.chance is None:
            return f"resolved {self.part.form} {self.part.kind}"
        step = int(self.chance * 10)
        return f"resolved {self.part.form} {min(step, 9)}"


def confidence(utterance: Utterance, resolved: Resolved | None) -> float:
    """The measured share of attributions like this one that are right in content, source and speaker."""
    table = _table()
    key = rule_key(utterance)
    value = table.get(key)
    if value is None:
        value = table.get(key.rsplit(" ", 1)[0], utterance.chance)
    if resolved is not None and resolved.decided is not None:
        value *= resolved.decided
    elif resolved is not None and resolved.renamed:
        value *= table.get(resolved.key) or table.get(resolved.key.rsplit(" ", 1)[0], _UNSEEN)
    return round(max(_FLOOR, min(value, 0.99)), 3)

"""How likely is an attribution right? As often as attributions made by the same rules were right on annotated articles.

The table ``lexicons/confidence.tsv`` has the measured precision of each rule, by how sure the decisions behind it were, and of each way
of finding out who a source is. ``benchmarks/calibrate.py`` makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quoteattr.attribution.assembly import Utterance
from quoteattr.coreference.guards import Support
from quoteattr.lexicons import lines_of
from quoteattr.mentions.mention import Mention

_FLOOR = 0.05
#: For a form of source that was never seen resolved.
_UNSEEN = 0.8


@cache
def _table() -> dict[str, float]:
    rows = (line.split("\t") for line in lines_of("confidence.tsv"))
    return {key: float(share) for key, share, _ in rows}


def rule_key(utterance: Utterance) -> str:
    """The row of the table for how an utterance was attributed.

    The shape, how sure the decision was (in steps), and whether the source was found by a longer way.
    """
    shape = utterance.rules[0]
    went_on = [r for r in utterance.rules if r in ("next paragraph", "after a colon")]
    relation = utterance.rules[1] if len(utterance.rules) > 1 else "none"
    near = "near" if relation in ("subject", "inverted") else "far" if utterance.source is not None else "none"
    return f"{went_on[0] if went_on else shape} {near} {min(int(utterance.chance * 10), 9)}"


def form_key(parts: Sequence[Mention], shared: bool) -> str:
    """The row of the table for how the speaker was found: by a full name, a surname (of one or of several), a pronoun, a description."""
    if not parts:
        return "resolved none none"
    part = parts[0]
    if part.form == "name":
        return "resolved name shared" if shared else "resolved name full" if len(part.name) > 1 else "resolved name short"
    return f"resolved {part.form} {part.kind}" if part.form == "nominal" else f"resolved pronoun {part.head}"


def confidence(
    utterance: Utterance, parts: Sequence[Mention], *, renamed: bool, shared: bool = False, support: Support | None = None
) -> float:
    """The measured share of attributions like this one that are right in content, source and speaker.

    `support` tells who names the speaker where a coreference was asked as well as the rules; `renamed` tells whether the speaker has a
    name that the source itself does not give, `shared` whether the source is a surname that two people of the article have.
    """
    table = _table()
    key = rule_key(utterance)
    value = table.get(key)
    if value is None:
        value = table.get(key.rsplit(" ", 1)[0], utterance.chance)
    if renamed:
        form = form_key(parts, shared) if support is None else f"supported {support}"
        value *= table.get(form) or table.get(form.rsplit(" ", 1)[0], _UNSEEN)
    return round(max(_FLOOR, min(value, 0.99)), 3)

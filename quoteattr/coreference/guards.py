"""How the chains of a model and the rules agree.

The rules gather names into people, and that stands: no chain makes one person of two full names. For pronouns and descriptions
("he", "the principal") both are asked. What the chains say must fit: a name in the chain, of a gender that agrees.

==============  ===============================================================================
support         what is taken
==============  ===============================================================================
both            the rules and the chains name the same person
chains          only the chains name somebody
rules           only the rules do
disagree        they name two, and confidence is lower: the rules' answer, or the chains' for "he" or "she" where the
                rules knew no gender and nobody still speaking, and had only nearness to go by
==============  ===============================================================================

The rules win the other disagreements because they were right in all 21 where the model that could be measured (56 % F1 on news and
other genres) was in none (see docs/measured.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from quoteattr.mentions.mention import FIRST_PERSON, Mention
from quoteattr.mentions.sources import head_of
from quoteattr.text.document import Document, TokenRange

Support = Literal["both", "chains", "rules", "disagree"]


@frozen
class Guarded:
    """Chains of mentions by index, and for each mention that was asked about, who supports its chain."""

    chains: list[list[int]]
    support: dict[int, Support]


def guarded(
    document: Document,
    mentions: Sequence[Mention],
    by_rules: Sequence[Sequence[int]],
    chains: Sequence[Sequence[TokenRange]],
) -> Guarded:
    """The rules' chains, with pronouns and descriptions settled together with a model's chains."""
    entity_of = {i: number for number, chain in enumerate(by_rules) for i in chain}
    named = {number for number, chain in enumerate(by_rules) if any(mentions[i].name for i in chain)}
    genders = [next((mentions[i].gender for i in chain if mentions[i].name and mentions[i].gender), None) for chain in by_rules]
    model_of = _model_chains(document, mentions, chains)
    members: list[list[int]] = [list(chain) for chain in by_rules]
    support: dict[int, Support] = {}
    for i, mention in enumerate(mentions):
        if mention.form == "name" or document.lower[mention.first] in FIRST_PERSON:
            # names stay as the rules gather them; "I" and "my father" are known by the writer only
            continue
        rules = entity_of.get(i) if entity_of.get(i) in named else None
        model = _entity_in(i, mention, model_of.get(i, ()), mentions, entity_of, named, genders)
        if rules is None and model is None:
            continue
        if rules == model:
            support[i] = "both"
            continue
        if model is None:
            support[i] = "rules"
            continue
        support[i] = "chains" if rules is None else "disagree"
        known = mention.gender is None or rules is None or genders[rules] is not None
        if rules is not None and (known or _still_speaking(document, mentions, by_rules[rules], i)):
            continue
        if i in entity_of:
            members[entity_of[i]].remove(i)
        members[model].append(i)
    return Guarded([sorted(chain) for chain in members if chain], support)


def _still_speaking(document: Document, mentions: Sequence[Mention], chain: Sequence[int], i: int) -> bool:
    """Did this person say something in the paragraph of the mention or the one before?"""
    here = document.paragraph_of[mentions[i].first]
    return any(k < i and mentions[k].utterance >= 0 and here - document.paragraph_of[mentions[k].first] <= 1 for k in chain)


def _model_chains(document: Document, mentions: Sequence[Mention], chains: Sequence[Sequence[TokenRange]]) -> dict[int, tuple[int, ...]]:
    """For each mention that stands in a chain, the mentions of that chain."""
    at_head: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        for token in range(*mention.core):
            if mention.form == "name" or token == mention.core[1] - 1:
                at_head.setdefault(token, i)
    found: dict[int, tuple[int, ...]] = {}
    for chain in chains:
        inside = sorted({at_head[h] for first, last in chain if (h := head_of(document, first, last)) in at_head})
        for i in inside:
            found.setdefault(i, tuple(inside))
    return found


def _entity_in(
    i: int,
    mention: Mention,
    chain: Sequence[int],
    mentions: Sequence[Mention],
    entity_of: dict[int, int],
    named: set[int],
    genders: Sequence[str | None],
) -> int | None:
    """The named entity that a model's chain gives a mention: of the nearest name before it, else of the first behind."""
    names = [k for k in chain if mentions[k].form == "name" and entity_of.get(k) in named]
    before = [k for k in names if k < i]
    for k in [*reversed(before), *(k for k in names if k > i)]:
        entity = entity_of[k]
        if mention.gender is None or genders[entity] in (None, mention.gender):
            return entity
    return None

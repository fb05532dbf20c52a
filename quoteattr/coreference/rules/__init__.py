"""Coreference by rules: no model, the same answer every time.

Names first: all names of a document are gathered into people and organisations, so that "Ortega" finds "Natasha Ortega" also where the
full name comes later. Then, in the order of the text, bare surnames, pronouns and nominals are given to whom they stand for.
Two different full names are never one person.

==============  ==============================================================================
same_name       may two names be one person's: **Mike Pence**, **Michael R. Pence**
names           who is named: **Ortega**, of Natasha Ortega
told            what a mention tells of somebody: **Principal** Ortega is one, and a woman
bodies          "it", "they", **the company**: an organisation or document
pairs           "they", **the couple**: two who are named together
weighing        of several people whom the mention may stand for, the one who is most present
pronouns        "he", "she"
descriptions    **the principal**, **the 29-year-old**
==============  ==============================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from quoteattr.coreference.rules.resolver import Resolver
from quoteattr.coreference.rules.same_name import fold, plain
from quoteattr.mentions.mention import Mention
from quoteattr.text.document import Document


@frozen
class ByRules:
    """What the rules make of a document's mentions."""

    #: The mentions that stand for the same person or thing, by index, each chain in text order.
    chains: list[list[int]]
    #: For each pronoun and description that was weighed, the chance that the chosen one is right.
    chances: dict[int, float]
    #: The mentions by a surname alone where two people of the document have that surname.
    shared: frozenset[int]
    #: For each "they" that stands for people who are named together, their mentions by index.
    joint: dict[int, tuple[int, ...]]


def chains_by_rules(document: Document, mentions: Sequence[Mention]) -> ByRules:
    """Who is who; needs no model and is deterministic."""
    resolver = Resolver(document, mentions)
    chains = resolver.run()
    return ByRules(chains, resolver.chances, _shared_surnames(mentions, chains), resolver.joint)


def _shared_surnames(mentions: Sequence[Mention], chains: Sequence[Sequence[int]]) -> frozenset[int]:
    """The mentions by a surname alone, by index, where two people of the document have that surname."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, chain in enumerate(chains):
        for i in chain:
            name = plain(mentions[i].name)
            if len(name) > 1 and mentions[i].kind == "person":
                bearers[fold(name[-1])].add(number)
    return frozenset(i for i, m in enumerate(mentions) if len(name := plain(m.name)) == 1 and len(bearers.get(fold(name[0]), ())) > 1)

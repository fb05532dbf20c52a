"""Who is who in a document: by the rules alone, or by the rules and a coreference together."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from quoteattr.coreference.guards import Support, guarded
from quoteattr.coreference.protocol import Coreference
from quoteattr.coreference.rules import ByRules, chains_by_rules
from quoteattr.errors import CoreferenceError
from quoteattr.mentions.mention import Mention
from quoteattr.text.document import Document


@frozen
class Settled:
    """The chains of mentions by index, who answered, what the rules made of it, and what supports each pronoun and description.

    `decided` has the sources whose speaker was decided by the turns of a story, with how often such a decision is right.
    """

    chains: list[list[int]]
    answered: str
    by_rules: ByRules
    support: dict[int, Support] = field(factory=dict)
    decided: dict[int, float] = field(factory=dict)


def settle(document: Document, mentions: Sequence[Mention], coreference: Coreference | None, *, fall_back: bool) -> Settled:
    """Ask the rules, and the coreference if there is one; with `fall_back` its failure leaves the rules' answer, and says so."""
    rules = chains_by_rules(document, mentions)
    if coreference is None:
        return Settled(rules.chains, "rules", rules)
    try:
        chains = coreference.chains(document, mentions)
    except CoreferenceError as error:
        if not fall_back:
            raise
        return Settled(rules.chains, f"rules ({coreference.name} failed: {error})", rules)
    resolved = guarded(document, mentions, rules.chains, chains)
    return Settled(resolved.chains, coreference.name, rules, resolved.support)

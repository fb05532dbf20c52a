"""Who is who in a document: by the rules alone, or by the rules and a coreference together."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from quoteattr.coreference.guards import Resolved, Support, guarded
from quoteattr.coreference.protocol import Coreference
from quoteattr.coreference.rules import chains_by_rules, shared_surnames
from quoteattr.errors import CoreferenceError
from quoteattr.mentions.mention import Mention
from quoteattr.text.document import Document


@frozen
class Settled:
    """The chains of mentions by index, who answered, what supports each pronoun and description, and which surnames two people share."""

    chains: list[list[int]]
    answered: str
    shared: frozenset[int]
    support: dict[int, Support] = field(factory=dict)


def settle(document: Document, mentions: Sequence[Mention], coreference: Coreference | None, *, fall_back: bool) -> Settled:
    """Ask the rules, and the coreference if there is one; with `fall_back` its failure leaves the rules' answer, and says so."""
    by_rules = chains_by_rules(document, mentions)
    shared = shared_surnames(mentions, by_rules)
    if coreference is None:
        return Settled(by_rules, "rules", shared)
    try:
        chains = coreference.chains(document, mentions)
    except CoreferenceError as error:
        if not fall_back:
            raise
        return Settled(by_rules, f"rules ({coreference.name} failed: {error})", shared)
    resolved: Resolved = guarded(document, mentions, by_rules, chains)
    return Settled(resolved.chains, coreference.name, shared, resolved.support)

"""Rules of the caller's own: a newsroom's habits that no general rule knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from attrs import field, frozen

from quoteattr.attribution.assembly import Loose, Utterance
from quoteattr.errors import BadSettings
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.quotations import Quotation
from quoteattr.text.document import Document, TokenRange

Offsets = tuple[int, int]


def _offsets(spans: Iterable[Offsets]) -> tuple[Offsets, ...]:
    return tuple((int(start), int(end)) for start, end in spans)


@frozen
class Finding:
    """What a rule has found: what is said and, where it can tell, by whom; code-point offsets into the text."""

    content: tuple[Offsets, ...] = field(converter=_offsets)
    source: Offsets | None = None
    #: How likely the rule is right, from 0 to 1.
    confidence: float = 0.9


@runtime_checkable
class Rule(Protocol):
    """A rule of the caller's own. Its name shows in the evidence of what it finds."""

    @property
    def name(self) -> str:
        """What the evidence calls it."""

    def find(self, text: str) -> Iterable[Finding]:
        """What the rule finds in a text."""


def with_own_rules(
    doc: Document,
    quotations: Sequence[Quotation],
    phrases: Sequence[NounPhrases],
    found: tuple[list[Utterance], list[Loose]],
    rules: Sequence[Rule],
) -> tuple[list[Utterance], list[Loose]]:
    """The utterances with those of the caller's rules, which go before all that share words with them; the first rule goes before the next.

    Raises `BadSettings` if a rule gives offsets that do not lie in the text.
    """
    own: list[Utterance] = []
    for rule in rules:
        for finding in rule.find(doc.text):
            utterance = _utterance(doc, phrases, rule, finding)
            if utterance is not None and not any(_share(utterance, other) for other in own):
                own.append(utterance)
    if not own:
        return found
    said, loose = found
    kept = [u for u in said if not any(_share(u, mine) for mine in own)]
    taken = [content for u in own for content in u.contents]
    free = [one for one in loose if not any(_meet((quotations[one.quotation].first, quotations[one.quotation].last), c) for c in taken)]
    return sorted([*kept, *own], key=lambda u: min(u.contents)), free


def _utterance(doc: Document, phrases: Sequence[NounPhrases], rule: Rule, finding: Finding) -> Utterance | None:
    contents = [tokens for span in finding.content if (tokens := _tokens(doc, rule, span))]
    if not contents:
        return None
    source = _tokens(doc, rule, finding.source) if finding.source is not None else None
    at = (source or contents[0])[0]
    passage = next(here.passage for here in phrases if here.passage.lasts[-1] > at)
    return Utterance(sorted(contents), source, None, passage, finding.confidence, [rule.name])


def _tokens(doc: Document, rule: Rule, span: Offsets) -> TokenRange | None:
    """The tokens that a span touches; None for white space."""
    start, end = span
    if not 0 <= start < end <= len(doc.text):
        raise BadSettings(f"the rule {rule.name!r} gave the span {span}, which does not lie in a text of {len(doc.text)} characters")
    first, last = doc.token_at(start), doc.token_at(end - 1)
    last += last < len(doc) and doc.starts[last] < end
    return (first, last) if first < last else None


def _share(one: Utterance, other: Utterance) -> bool:
    return any(_meet(a, b) for a in one.contents for b in other.contents)


def _meet(one: TokenRange, other: TokenRange) -> bool:
    return one[0] < other[1] and other[0] < one[1]

"""All mentions of a document that coreference works with: its names, its sources, and the pronouns between them."""

from __future__ import annotations

from bisect import bisect_left

from quoteattr.mentions.mention import RELATIVES, Mention, name_mention, pronoun_mention
from quoteattr.mentions.names import names
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.sources import read_source
from quoteattr.quotations import Quotation, quotation_of
from quoteattr.text.document import Document, TokenRange

_PRONOUNS = frozenset(("he", "she", "his", "her", "him"))


def mentions(
    doc: Document, quotations: list[Quotation], phrases: list[NounPhrases], sources: list[TokenRange | None]
) -> tuple[list[Mention], list[list[int]]]:
    """The mentions in text order, and for each source the mentions that it consists of, by index.

    `phrases` are the noun phrases of each passage, `sources` the source of each utterance. A name that is part of a source is a mention of
    its own only if the source is not named by it.
    """
    in_quotation = [number >= 0 for number in quotation_of(doc, quotations)]
    subjects = _subjects(phrases)
    passage_of = _passage_of(doc, phrases)
    named = [name_mention(name) for name in names(doc)]
    starts = [m.first for m in named]
    parts: list[list[Mention]] = []
    taken: set[tuple[int, int]] = set()
    for number, source in enumerate(sources):
        if source is None:
            parts.append([])
            continue
        first, last = source
        inside = named[bisect_left(starts, first) : bisect_left(starts, last)]
        if last - first == 1 and doc.lower[first] in RELATIVES:
            first, last, inside = _antecedent(phrases[passage_of[first]], first, named, starts) or (first, last, inside)
        found = list(read_source(doc, first, last, inside).mentions)
        for mention in found:
            mention.utterance = number
            mention.subject = True
            if mention.form == "name":
                taken.add(mention.core)
        parts.append(found)
    everything = [m for m in named if m.core not in taken]
    seen: dict[tuple[int, int], Mention] = {}
    for found in parts:
        for k, mention in enumerate(found):
            known = seen.setdefault((mention.first, mention.last), mention)
            found[k] = known
            if known is mention:
                everything.append(mention)
    sources_at = {m.first for m in seen.values() if m.form == "pronoun"}
    for i, word in enumerate(doc.lower):
        if word in _PRONOUNS and i not in sources_at and not in_quotation[i]:
            everything.append(pronoun_mention(i, word))
    for m in everything:
        m.quoted = in_quotation[m.first]
        m.subject = m.subject or m.core[0] in subjects or m.first in subjects
        m.passage = passage_of[m.first]
    everything.sort(key=lambda m: (m.first, m.last))
    number_of = {id(m): i for i, m in enumerate(everything)}
    return everything, [[number_of[id(m)] for m in found] for found in parts]


def _passage_of(doc: Document, phrases: list[NounPhrases]) -> list[int]:
    numbers = [0] * (len(doc) + 1)
    for number, here in enumerate(phrases):
        first, last = here.passage.tokens(0, len(here.passage))
        numbers[first:last] = [number] * (last - first)
    return numbers


def _subjects(phrases: list[NounPhrases]) -> set[int]:
    """Tokens at which a noun phrase begins that is the subject of a finite verb, or the head of a name in it."""
    found: set[int] = set()
    for here in phrases:
        passage = here.passage
        tags, lower = passage.tags, passage.lower
        for first, last in here.spans:
            after = last
            while after < len(tags) and tags[after] == "R":
                after += 1
            verb = after < len(tags) and tags[after] in "VXM"
            aside = after + 1 < len(tags) and lower[after] == "," and tags[after + 1] in "DOWNAQI"
            governed = first > 0 and tags[first - 1] in "ITVG"
            if (verb or aside) and not governed:
                found.update(range(passage.firsts[first], passage.lasts[last - 1]))
    return found


def _antecedent(phrases: NounPhrases, source: int, named: list[Mention], starts: list[int]) -> tuple[int, int, list[Mention]] | None:
    """The noun phrase that *who* or *which* stands for: the one right before it."""
    passage = phrases.passage
    item = next((i for i, first in enumerate(passage.firsts) if first == source), 0)
    end = item
    while end and (passage.lower[end - 1] in (",", "—", "–") or passage.tags[end - 1] in "I"):
        end -= 1
    if end not in phrases.by_end:
        return None
    begin = phrases.by_end[end]
    while (
        begin > 1
        and passage.lower[begin - 1] in ("of", "for", "at", "from", "in", "with")
        and begin - 1 in phrases.by_end
        and passage.lower[item] != "which"
    ):
        begin = phrases.by_end[begin - 1]
    first, last = passage.firsts[begin], passage.lasts[end - 1]
    return first, last, named[bisect_left(starts, first) : bisect_left(starts, last)]

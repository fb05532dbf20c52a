"""From utterances, mentions and chains to the typed answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex
from attrs import define

from quoteattr.attribution.assembly import Loose, Utterance
from quoteattr.attribution.confidence import Resolved, confidence
from quoteattr.attribution.openings import SAID_IN
from quoteattr.attribution.refusals import Refused
from quoteattr.coreference.guards import Support
from quoteattr.coreference.settled import Settled
from quoteattr.mentions.given_names import first_names
from quoteattr.mentions.mention import FIRST_PERSON, NATIONALITIES, Mention
from quoteattr.mentions.noun_phrases import TYING
from quoteattr.quotations import Quotation, quotation_of
from quoteattr.result.anonymity import Anonymity
from quoteattr.result.types import (
    Article,
    Attribution,
    AttributionKind,
    Cue,
    Evidence,
    Refusal,
    Span,
    Speaker,
    SpeakerKind,
    Title,
    Unattributed,
)
from quoteattr.result.types import Mention as SourceMention
from quoteattr.text.document import Document, TokenRange
from quoteattr.text.readings import is_proper_adjective
from quoteattr.titles import Papers, TitleSpan, titles_of

_UNSEEN = regex.compile(r"[\p{Cf}--[\u200c\u200d]]", regex.VERSION1)
_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "unnamed person": "unnamed person",
    "group": "group",
    "organization": "organization",
    "place": "organization",
    "document": "document",
}


SUPPORT_RULES: dict[Support, str] = {
    "both": "rules and coreference agree",
    "chains": "named by the coreference alone",
    "rules": "named by the rules alone",
    "disagree": "rules and coreference name two people",
}


@define(slots=True)
class _Known:
    speaker: Speaker
    #: A name in the text that the speaker's name was taken from.
    named: Mention | None


def build(
    doc: Document,
    quotations: Sequence[Quotation],
    utterances: Sequence[Utterance],
    refused: Sequence[Refused],
    loose: Sequence[Loose],
    mentions: Sequence[Mention],
    sources: Sequence[Sequence[int]],
    settled: Settled,
    *,
    fiction: bool = False,
) -> Article:
    """The article: each utterance with its speakers, and the quotations that are nobody's."""
    chains = settled.chains
    chain_of = {i: number for number, chain in enumerate(chains) for i in chain}
    #: By the number of the chain, or below zero by the mention that is in none.
    known: dict[int, _Known | None] = {}
    attributions = []
    refusals = []
    anonymity = Anonymity(doc)
    marks = _Quoted(doc, quotations)
    papers = Papers(doc)
    surnames = frozenset(m.name[-1] for m in mentions if len(m.name) > 1 and m.kind in ("person", "unknown"))
    speakers: dict[Speaker, None] = {}

    def who(parts: Sequence[int]) -> list[_Known]:
        found: list[_Known] = []
        joint = settled.by_rules.joint
        for i in (k for part in parts for k in (joint.get(part, (part,)) if part not in chain_of else (part,))):
            number = chain_of.get(i, ~i)
            if number not in known:
                chain = tuple(chains[number]) if number >= 0 else (i,)
                known[number] = _speaker(doc, mentions, chain, settled.by_rules.shared, anonymity, papers, surnames, fiction=fiction)
            one = known[number]
            if one is not None and one not in found:
                found.append(one)
                speakers[one.speaker] = None
        return found

    for utterance, parts in zip(utterances, sources, strict=False):
        speaking = who(parts)
        resolved = _resolved(mentions, parts[0], speaking, settled) if parts else None
        attributions.append(_attribution(doc, marks, utterance, [mentions[i] for i in parts], speaking, resolved))
    for refusal, parts in zip(refused, sources[len(utterances) :], strict=True):
        source = _source(doc, refusal.source, [mentions[i] for i in parts])
        refusals.append(Refusal(Span(*doc.chars(*refusal.words)), source, tuple(one.speaker for one in who(parts))))
    rest = tuple(Unattributed(Span(*doc.chars(quotations[x.quotation].first, quotations[x.quotation].last)), x.reason) for x in loose)
    return Article(doc.text, tuple(attributions), tuple(speakers), rest, tuple(refusals), settled.answered)


def _speaker(
    doc: Document,
    mentions: Sequence[Mention],
    chain: tuple[int, ...],
    shared: frozenset[int],
    anonymity: Anonymity,
    papers: Papers,
    surnames: frozenset[str],
    *,
    fiction: bool,
) -> _Known | None:
    """The speaker that a chain of mentions stands for; None if nothing in it says who."""
    named = [mentions[i] for i in chain if mentions[i].name]
    if named and all(i in shared and not mentions[i].honorific for i in chain if mentions[i].name):
        # a surname that two people of the article have, and nothing that tells which of them
        return None
    # not "DONALD TRUMP" of the headline where another form is as full
    best = max(named, key=lambda m: (len(m.name), not _is_borrowed(m), not doc.words[m.core[0]].isupper(), -m.first), default=None)
    told = [mentions[i] for i in chain if mentions[i].form != "pronoun"]
    if not told:
        return None
    reading = titles_of(doc, mentions, chain, surnames)
    titles = _different([_title(doc, t) for t in reading.titles])
    affiliation = _title(doc, reading.affiliations[0]) if reading.affiliations else None
    spans = tuple(Span(*doc.chars(mentions[i].first, mentions[i].last)) for i in chain)
    if best is not None:
        kinds = {m.kind for m in named}
        # "Shelby", of Shelby Partners, is a first name too
        person = "person" in kinds and not (best.kind == "organization" and len(best.name) > 1)
        # "Vexo", later "the company"
        company = best.kind == "unknown" and any(m.form == "nominal" and m.kind == "organization" for m in told)
        kind: SpeakerKind = "person" if person else "organization" if company else _KINDS.get(best.kind, "person")
        if kind != "person":
            titles, affiliation = (), None
        name = " ".join(best.name) if _is_borrowed(best) else doc.text[slice(*doc.chars(*_named(named, best, fiction=fiction)))]
        return _Known(Speaker(_flat(name), None, kind, titles, affiliation, anonymity.of_named(told, best), spans), best)
    described = [m for m in told if m.form == "nominal"] or told
    # the fullest description, as for names: "report by the state auditor", later "the report"
    description = max((_description(doc, m) for m in described), key=len)
    kind = next((_KINDS[m.kind] for m in told if m.kind in _KINDS), "unnamed person")
    if kind in ("organization", "document"):
        titles, affiliation = (), None
    full = papers.full_title(described[0]) if kind == "document" else None
    if full is not None:
        description = _flat(doc.slice(*full))
    return _Known(Speaker(None, description, kind, titles, affiliation, anonymity.of_unnamed(told), spans), None)


def _is_borrowed(m: Mention) -> bool:
    """Does the surname stand with somebody else: "**Dana** and Al Ober"?"""
    return len(m.name) > m.core[1] - m.core[0]


def _named(named: Sequence[Mention], best: Mention, *, fiction: bool) -> TokenRange:
    """The tokens of a person's name: without titles, but for "Mrs. John Ober", who is not John, and "Mrs. Moore" in a story."""
    given = first_names().get(best.name[0])
    if best.honorific and best.gender is not None and given is not None and given != best.gender and len(best.name) > 1:
        return best.first, best.core[1]
    if fiction:
        titled, words = _called(Counter((m.honorific and m.first < m.core[0], m.name) for m in named))
        one = next(m for m in named if m.name == words and (m.honorific and m.first < m.core[0]) == titled)
        return (one.first if titled else one.core[0]), one.core[1]
    return best.core


def _called(forms: Counter[tuple[bool, tuple[str, ...]]]) -> tuple[bool, tuple[str, ...]]:
    """What a story calls somebody, with a title or without, and by which words: "Alice", "Mr. Darcy".

    Where that is one word it is the full name, or the name with its title, if the story says it more than once.

    >>> _called(Counter({(False, ("Dorian",)): 9, (False, ("Dorian", "Gray")): 4, (True, ("Gray",)): 2}))
    (False, ('Dorian', 'Gray'))
    """
    titled, words = max(forms, key=lambda form: (forms[form], len(form[1])))
    if len(words) > 1:
        return titled, words
    often = [form for form in forms if forms[form] > 1 and words[0] in form[1]]
    full = [form for form in often if len(form[1]) > 1 or (form[0] and words[0] not in first_names())]
    return max(full, key=lambda form: (len(form[1]), forms[form]), default=(titled, words))


def _different(titles: list[Title]) -> tuple[Title, ...]:
    """Without titles that say the same in the same words."""
    seen: dict[str, Title] = {}
    for title in titles:
        seen.setdefault(title.text.lower(), title)
    return tuple(seen.values())


def _flat(name: str) -> str:
    """A name on one line, as a field should have it: line breaks become spaces, zero-width spaces and soft hyphens go."""
    return " ".join(_UNSEEN.sub("", name).split())


def _title(doc: Document, title: TitleSpan) -> Title:
    start, end = doc.chars(title.first, title.last)
    return Title(_flat(doc.text[start:end]), Span(start, end), title.rule)


#: What a description goes on with: "chair **of** the DNC", but not "officials **about** the bill"; any will do behind "those".
_DESCRIBING = frozenset("at by for from in of to with".split())


def _description(doc: Document, mention: Mention) -> str:
    """The words for an unnamed source without article and clauses: "ICE spokesman", "chair of the DNC"."""
    first, last = mention.first, mention.core[1]
    while (
        first < last - 1
        and ((doc.tags[first] in "DR" and doc.lower[first] != "no") or doc.lower[first] == "whose")
        and doc.lower[first + 1] != "of"
    ):
        first += 1
    last += doc.lower[last : last + 2] in (["close", "to"], ["familiar", "with"])
    ties = TYING if doc.lower[last - 1] == "those" else _DESCRIBING
    if last < mention.last and doc.lower[last] in ties and not _is_venue(doc, mention, last):
        end = last + 1
        while end < mention.last and (
            # but not "the boy **killed** by a train", "a woman **whose** son"
            (doc.tags[end] in "DOANEQZGP" and not (doc.tags[end] in "GP" and doc.tags[end - 1] in "NE") and doc.lower[end] != "whose")
            or doc.lower[end] in ("of", "&")
            # "officials at the White House **and** State Department"
            or (doc.lower[end] == "and" and doc.tags[end - 1] == "E" and doc.tags[end + 1] == "E")
        ):
            end += 1
        last = end if end > last + 1 else last
    words = _flat(doc.slice(first, last))
    opens = doc.sentences[doc.sentence_of[first]][0] == first
    # a common word that only its place in the sentence gives a capital, as it does not "**Greek** officials", "**Article** 9"
    numbered = doc.tags[first : first + 2] == ["N", "Q"]
    proper = numbered or doc.lower[first] in NATIONALITIES or (doc.tags[first] == "A" and is_proper_adjective(doc.words[first]))
    return words[0].lower() + words[1:] if opens and not proper and doc.tags[first] in "DNAPGQ" and words[1:2].islower() else words


def _is_venue(doc: Document, mention: Mention, at: int) -> bool:
    """Does it say in what it was said, and not who: "the county **in a letter** said", but not "a woman **in a video**"?"""
    definite = doc.lower[mention.first] == "the" or doc.tags[mention.first] == "O"
    if not definite or doc.lower[at] not in ("in", "at") or doc.lower[at + 1] == "the":
        return False
    noun = next((i for i in range(at + 1, mention.last) if doc.tags[i] == "N" and doc.tags[i + 1 : i + 2] != ["N"]), at)
    return doc.lower[noun] in SAID_IN


class _Quoted:
    """Which tokens stand in a quotation."""

    def __init__(self, doc: Document, quotations: Sequence[Quotation]) -> None:
        self.doc = doc
        self.of = quotation_of(doc, quotations)

    def spans(self, first: int, last: int) -> list[Span]:
        """The stretches of a range of tokens that stand in quotations."""
        found = []
        i = first
        while i < last:
            number = self.of[i]
            if number < 0:
                i += 1
                continue
            end = i
            while end < last and self.of[end] == number:
                end += 1
            found.append(Span(*self.doc.chars(i, end)))
            i = end
        return found

    def kind(self, contents: Sequence[tuple[int, int]]) -> AttributionKind:
        """Direct where all words are quoted, indirect where none is."""
        words = [i for first, last in contents for i in range(first, last) if self.doc.words[i][0].isalnum()]
        inside = sum(self.of[i] >= 0 for i in words)
        return "indirect" if not inside else "direct" if inside == len(words) else "mixed"


def _attribution(
    doc: Document,
    marks: _Quoted,
    utterance: Utterance,
    parts: list[Mention],
    found: list[_Known],
    resolved: Resolved | None,
) -> Attribution:
    contents = sorted(_trimmed(doc, *content) for content in utterance.contents)
    source = _source(doc, utterance.source, parts)
    cue = _cue(doc, utterance)
    speakers = tuple(one.speaker for one in found)
    return Attribution(
        kind=marks.kind(contents),
        content=tuple(Span(*doc.chars(*c)) for c in contents),
        quoted=tuple(span for c in contents for span in marks.spans(*c)),
        cue=cue,
        source=source,
        speakers=speakers,
        confidence=confidence(utterance, resolved),
        evidence=_evidence(doc, utterance, cue, source, parts, found, resolved.support if resolved else None),
        reason=None if speakers else _reason(doc, utterance, parts),
        addressee=_addressee(doc, utterance),
        venue=_venue(doc, utterance),
    )


def _resolved(mentions: Sequence[Mention], first: int, found: list[_Known], settled: Settled) -> Resolved:
    """How the speaker was found, by the first mention of the source."""
    part = mentions[first]
    renamed = bool(found) and (part.form == "pronoun" or (found[0].named is not None and found[0].named.name != part.name))
    rules = settled.by_rules
    return Resolved(part, renamed, first in rules.shared, rules.chances.get(first), settled.support.get(first), settled.decided.get(first))


def _source(doc: Document, source: tuple[int, int] | None, parts: list[Mention]) -> SourceMention | None:
    if source is None:
        return None
    start, end = doc.chars(*_trimmed(doc, *source))
    return SourceMention(Span(start, end), doc.text[start:end], parts[0].form if parts else "nominal")


def _trimmed(doc: Document, first: int, last: int) -> tuple[int, int]:
    while last - first > 1 and doc.words[last - 1] in ",;:—–-":
        last -= 1
    return first, last


def _cue(doc: Document, utterance: Utterance) -> Cue | None:
    if utterance.frame is None:
        return None
    cue = utterance.frame.cue
    span = Span(*doc.chars(*utterance.passage.tokens(cue.first, cue.last)))
    return Cue((span,), cue.verb.lemma, cue.verb.cue_class, cue.negated, cue.modal)


def _addressee(doc: Document, utterance: Utterance) -> SourceMention | None:
    if utterance.told is None:
        return None
    first, last = utterance.told
    start, end = doc.chars(first, last)
    form = "pronoun" if last - first == 1 and doc.tags[first] == "U" else "name" if doc.tags[last - 1] == "E" else "nominal"
    return SourceMention(Span(start, end), doc.text[start:end], form)  # type: ignore[arg-type]


def _venue(doc: Document, utterance: Utterance) -> Span | None:
    if utterance.frame is None or utterance.frame.venue is None:
        return None
    return Span(*doc.chars(*utterance.passage.tokens(*utterance.frame.venue)))


def _evidence(
    doc: Document,
    utterance: Utterance,
    cue: Cue | None,
    source: SourceMention | None,
    parts: list[Mention],
    found: list[_Known],
    support: Support | None,
) -> tuple[Evidence, ...]:
    evidence = []
    for number, rule in enumerate(utterance.rules):
        if number == 0:
            spans = cue.spans if cue is not None else ()
        else:
            spans = (source.span,) if source is not None else ()
        evidence.append(Evidence(rule, spans))
    for part, one in zip(parts, found, strict=False):
        if one.named is not None and one.named.name != part.name:
            rule = {"pronoun": "pronoun stands for", "nominal": "description stands for", "name": "short name of"}[part.form]
            evidence.append(Evidence(rule, (Span(*doc.chars(*one.named.core)),)))
    if support is not None:
        evidence.append(Evidence(SUPPORT_RULES[support]))
    return tuple(evidence)


def _reason(doc: Document, utterance: Utterance, parts: list[Mention]) -> str:
    if utterance.rules[0] == "dialogue":
        return "no cue beside it, in a dialogue whose speakers take turns"
    if not parts:
        return "the cue has no subject in its sentence"
    head = parts[0].head
    if parts[0].form == "name":
        return f'more than one person of this article may be meant by "{_flat(doc.slice(*parts[0].core))}"'
    if head in ("q", "a") and parts[0].form == "pronoun":
        return f'"{doc.words[parts[0].first]}" of an interview, and the article does not tell who that is'
    if head in FIRST_PERSON:
        return f'"{doc.words[parts[0].first]}" outside quotation marks is the writer of the article'
    return f'nobody was found that "{doc.words[parts[0].first]}" stands for'

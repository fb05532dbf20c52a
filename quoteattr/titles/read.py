"""Titles and affiliations, each read from a stretch of the text beside one of the person's mentions.

==================  ==================================================================================================
before the name     **Chicago Public Schools chief education officer** Bogdana Chkoumbova; **Sen.** Sanders
behind the name     Natasha Ortega, **principal of the school**, said
in front, apposed   **the school's principal**, Natasha Ortega
copula              Ortega is **the principal of the school**; she was named **principal**; they named Ortega **principal**
nominal             **the Vermont senator** said (where it stands for Sanders)
brackets            Sen. Bernie Sanders (**I-Vt.**)
of joint speakers   **Council members** Al Fitch and Dana Bell
of an organisation  Natasha Ortega **of the Lakeport Zoo**; Ortega, who runs **the Lakeport Zoo**, said
==================  ==================================================================================================
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from quoteattr.coreference.organizations import is_only_kind
from quoteattr.mentions.mention import PARTY_MEMBERS, Mention, singular
from quoteattr.text.document import Document
from quoteattr.titles.before import before_name, of_several
from quoteattr.titles.beside import apposed_in_front, as_in_front, behind_name, copula, nominal
from quoteattr.titles.organizations import at_work, brackets, called_by_kind, is_persons, of_it, opening, owned, tied
from quoteattr.titles.phrase import read_phrase
from quoteattr.titles.reading import Reading, TitleSpan
from quoteattr.titles.roles import FORMS_OF_ADDRESS

#: What may stand before "she" at the beginning of a sentence, and how many words.
_TIME_KINDS = frozenset("AEINQR,")
_TIME_IN_FRONT = 5
_SAYING_LEAST = PARTY_MEMBERS | FORMS_OF_ADDRESS | {"billionaire", "millionaire"}


def _is_kind(doc: Document, body: TitleSpan) -> bool:
    """Is an organisation called only by what it is: "the **company**'s", "**Council** spokesman"?"""
    return doc.tags[body.last - 1] == "N" or is_only_kind(tuple(doc.words[body.first : body.last]))


def _says_least(doc: Document, title: TitleSpan, titles: Sequence[TitleSpan]) -> bool:
    """Does it say least of an office: "Democrat", "Dr.", or "**Justices** Bo Orr and Ann Lee", where "**Justice** Orr" is told too?"""
    word = doc.lower[title.last - 1]
    one = singular(word.rstrip("."))
    told = one != word.rstrip(".") and any(doc.lower[other.last - 1].rstrip(".") == one for other in titles)
    return told or word in _SAYING_LEAST


def _opens(doc: Document, m: Mention) -> bool:
    """Does its sentence begin with it, or with it behind a time: "**She** is the principal"; "In 2014, **she** was named principal"?"""
    first = doc.sentences[doc.sentence_of[m.first]][0]
    return m.first - first <= _TIME_IN_FRONT and set(doc.tags[first : m.first]) <= _TIME_KINDS


def titles_of(doc: Document, mentions: Sequence[Mention], chain: Sequence[int], surnames: Container[str]) -> Reading:
    """What the mentions of one chain say of the person's titles and affiliations; `surnames` are those of the article's people."""
    first = Reading()
    late = Reading()
    #: What others call the person in their own words counts last.
    called = Reading()
    unnamed = all(mentions[i].form != "name" for i in chain)
    for i in chain:
        m = mentions[i]
        if m.quoted and m.utterance < 0 and m.form != "name":
            continue
        reading = called if m.quoted else first
        if m.form == "name":
            before_name(doc, m, reading)
            apposed_in_front(doc, m, reading)
            behind_name(doc, m, reading)
            as_in_front(doc, m, reading)
            tied(doc, m, reading)
            owned(doc, m, reading)
            opening(doc, m, late)
            if doc.lower[m.first] == "its":
                of_it(doc, mentions, i, reading)
            if m.shared is not None:
                read_phrase(doc, *m.shared, reading, "of joint speakers")
            else:
                of_several(doc, m, late)
            if not m.quoted:
                copula(doc, m, late)
            at_work(doc, m, late)
            brackets(doc, m, late)
        elif m.form == "pronoun" and not m.quoted and not m.reported and _opens(doc, m):
            copula(doc, m, late)
        elif m.form == "nominal" and (m.utterance >= 0 or unnamed) and m.kind in ("unnamed person", "group"):
            nominal(doc, m, late)
    reading = Reading()
    for part in (first, late, called):
        reading.take(part)
    reading.affiliations = [a for a in reading.affiliations if not is_persons(doc, a, surnames)]
    if not reading.affiliations or _is_kind(doc, reading.affiliations[0]):
        # "the **company**'s director", "**Council** spokesman": which that is, where the article has named it
        told = [(t.first, t.last) for t in reading.titles] + [
            (m.first, m.last) for m in (mentions[i] for i in chain) if m.form == "nominal"
        ]
        bodies = (called_by_kind(doc, mentions, *words) for words in told)
        reading.affiliations[:0] = [TitleSpan(*body, "of an organisation") for body in bodies if body is not None]
    # what says least of an office comes last
    titles = reading.titles
    reading.found = dict(sorted(reading.found.items(), key=lambda item: _says_least(doc, item[1], titles)))
    return reading

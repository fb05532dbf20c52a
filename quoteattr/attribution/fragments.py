"""Quoted words in the reporter's own sentence, with no cue of saying: whose are they, if anybody's?

'Washington **praised Ober for "acting at once"**', 'He wants to fix the **"broken"** system', "Romney's **"47 percent"** remark"
are somebody's words; a nickname, the title of a work, a term or a scare quote is not. A weighted decision over named features tells
them apart; the source is the subject of the verb that governs the words.
"""

from __future__ import annotations

from attrs import evolve, frozen

from quoteattr.attribution.boundaries import named
from quoteattr.cues.verb_groups import is_bare_passive
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.subjects import (
    Subject,
    accompanied,
    acting_subject,
    governing_subject,
    is_asked_to,
    made_to,
    main_subject,
    may_speak,
    owner,
    subject_of,
)
from quoteattr.quotations.pairing import Quotation
from quoteattr.quotations.passages import Passage
from quoteattr.text.document import Document

_REACH = 12
_BEING = frozenset("am are be been being is was were".split())


@frozen
class Fragment:
    """A quotation in the reporter's sentence, with the subject that may have said it; positions are items."""

    at: int
    source: Subject | None
    #: The verb that governs it, and how: an item, or -1.
    verb: int
    how: str
    content: tuple[int, int]


def fragment_at(passage: Passage, phrases: NounPhrases, at: int, known: dict[int, Subject]) -> Fragment:
    """The fragment at this item, with the source that the sentence suggests."""
    tags, lower = passage.tags, passage.lower
    source: Subject | None
    # "**Romney**'s '47 percent' remark"; "his 'new normal'"; "**Romney**'s comment that '47 percent'"
    whose = owner(phrases, at - (at > 0 and lower[at - 1] == "that"), "AN", reach=3)
    if whose is not None:
        return Fragment(at, evolve(whose, relation="subject"), -1, "possessive", (at, at + 1))
    if at and lower[at - 1] == ":":
        source = None if passage.is_topic(at - 1) else acting_subject(phrases, at - 1, known)
        if source is not None and not may_speak(phrases, source):
            # 'A lack of trust is the trouble: "It is late."'
            source = None
        return Fragment(at, source, -1, "colon", (at, at + 1))
    verb = next((i for i in range(at - 1, -1, -1) if tags[i] in "VXMGPB" or lower[i] == ";"), -1)
    if verb < 0 or lower[verb] == ";":
        return Fragment(at, None, -1, "none", (at, at + 1))
    how: str
    if tags[verb] in "VXM":
        begin = verb
        while begin and tags[begin - 1] in "RXM":
            begin -= 1
        source = known.get(verb) or subject_of(phrases, begin) or main_subject(phrases, begin, known)
        if source is not None and source.relation == "relative" and tags[verb] == "X" and lower[source.first] in ("which", "that"):
            # 'Hill added that it is late, **which is** a problem because, "It rains."'
            source = main_subject(phrases, begin, known)
        if is_bare_passive(passage, verb):
            # 'Hill **accused** of "lying"': not the words of Hill
            source = None
        how = "finite"
    elif tags[verb] == "G":
        # "with spots **casting** Johnson as an \"honorable choice\"": not what the spots call him
        says = lower[verb] in passage.vocabulary.verbs
        source = (accompanied(phrases, verb) if says else None) or main_subject(phrases, verb, known)
        how = "participle"
    else:
        # "Hill was called a 'liar'" are not the words of Hill
        passive = tags[verb] == "P" and lower[verb - 1] in _BEING
        # 'wanted her to say, "No."': she may not
        asked = is_asked_to(phrases, verb - 1)
        source = None if passive or asked else made_to(phrases, verb - 1) or governing_subject(phrases, verb, known)
        how = "base" if tags[verb] == "B" else "past participle"
    first = verb + 1 if at - verb <= _REACH and tags[verb] not in "XM" else at
    return Fragment(at, source, verb, how, (first, at + 1))


def fragment_features(doc: Document, quotation: Quotation, passage: Passage, fragment: Fragment) -> list[str]:
    """What speaks for and against quoted words being what the source said."""
    at = fragment.at
    first, last = quotation.inside
    words = doc.words[first:last]
    titled = doc.is_title(first, last)
    size = len(words)
    bucket = str(size) if size < 6 else "6-10" if size < 11 else "11+"
    verb = passage.vocabulary.verbs.get(passage.lower[fragment.verb]) if fragment.verb >= 0 else None
    before, after = named(passage, at - 1) if at else "^", named(passage, at + 1)
    word_before = passage.lower[at - 1] if at else "^"
    ending = doc.words[last - 1] if size else ""
    upper = bool(words) and words[0][0].isupper()
    source = passage.tags[fragment.source.first] if fragment.source is not None else "none"
    features = [
        "bias",
        f"words={bucket}",
        f"titled={titled}",
        f"words={bucket} titled={titled}",
        f"before={before}",
        f"after={after}",
        f"how={fragment.how}",
        f"verb={verb.cue_class if verb else 'other'}",
        f"how={fragment.how} verb={verb.cue_class if verb else 'other'}",
        f"distance={min(at - fragment.verb, 12) // 2 if fragment.verb >= 0 else 'none'}",
        f"upper={upper} before={before}",
        f"titled={titled} before={before}",
        f"ends={ending if ending in ',.?!' else 'word'}",
        f"source={source}",
        f"source relation={fragment.source.relation if fragment.source else 'none'}",
        f"single={quotation.single}",
        f"headline={passage.headline}",
        f"opens={at == 0}",
        f"finite inside={any(kind in 'VXM' for kind in doc.tags[first:last])}",
    ]
    if 0 < at < len(passage) - 1 and passage.tags[at - 1] == "E" == passage.tags[at + 1] and size < 3:
        features.append("nickname")
    if word_before in _NAMING:
        features += ["naming", f"naming={word_before}"]
    if verb is not None:
        features.append(f"lemma={verb.lemma}")
    return features


_NAMING = frozenset(
    (
        "called titled entitled named dubbed nicknamed known book film movie song show episode series album play article essay column "
        "term word phrase so-called video magazine novel poem single slogan hashtag podcast program broadcast newsletter"
    ).split()
)

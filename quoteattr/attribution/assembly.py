"""From frames to utterances: one for each thing said, with all its parts.

Frames that stand inside the content of another belong to the inner level and are left out. Quotations that no
frame covers are given to the speaker who is still speaking: later in the paragraph, in the paragraphs that go on, or after "He said:".
"""

from __future__ import annotations

from attrs import define, frozen

from quoteattr.attribution.acceptance import frame_features
from quoteattr.attribution.fragments import fragment_at, fragment_features
from quoteattr.attribution.frame import Frame, Scene
from quoteattr.attribution.frames import frames
from quoteattr.attribution.weights import probability, weights
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.quotations.pairing import Quotation
from quoteattr.quotations.passages import Passage
from quoteattr.text.document import Document

Range = tuple[int, int]

ACCEPTED_FROM = 0.5
FRAGMENT_FROM = 0.5
_TAGGED = frozenset(("tag after", "tag inside", "tag before", "signed"))


@define(slots=True)
class Utterance:
    """What one source says, as ranges of tokens."""

    contents: list[Range]
    source: Range | None
    #: None for quoted words without a cue.
    frame: Frame | None
    passage: Passage
    chance: float
    #: The names of the rules that made it, in the order in which they fired.
    rules: list[str]


@frozen
class Loose:
    """A quotation that nobody was found to say, with the reason."""

    quotation: int
    reason: str


def utterances(
    doc: Document, quotations: list[Quotation], passages: list[Passage], *, thoughts: bool = False
) -> tuple[list[Utterance], list[Loose]]:
    """The utterances of a document in text order, and the quotations that are none.

    With `thoughts`, what people think or hope counts too, not only what they say.
    """
    found: list[Utterance] = []
    loose: list[Loose] = []
    speaking: Utterance | None = None
    waiting: Utterance | None = None
    paragraph = -1
    for passage in passages:
        new_paragraph = passage.paragraph != paragraph
        paragraph = passage.paragraph
        phrases = NounPhrases(passage)
        here = _accepted(doc, quotations, passage, phrases, thoughts)
        covered = [False] * len(passage)
        for one in here:
            for first, last in one.frame.contents:
                covered[first:last] = [True] * (last - first)
        free = [i for i, kind in enumerate(passage.tags) if kind in "Kk" and not covered[i]]
        only_quotations = all(kind in "Kk.," or i == 0 and kind in "CR" for i, kind in enumerate(passage.tags))
        made = [_utterance(passage, one) for one in here if one.frame.contents]
        if free and only_quotations and not here:
            ranges = [passage.tokens(i, i + 1) for i in free]
            first = quotations[passage.quotations[free[0]]]
            if waiting is not None:
                waiting.contents += ranges
                waiting.rules.append("after a colon")
                speaking = waiting
                if waiting not in found:
                    found.append(waiting)
                waiting = None
            elif speaking is not None and (not new_paragraph or first.continues):
                _go_on(doc, found, speaking, ranges, "goes on" if not new_paragraph else "re-opened")
            elif speaking is not None and passage.tags[free[0]] == "K":
                _go_on(doc, found, speaking, ranges, "next paragraph")
            else:
                loose += [Loose(passage.quotations[i], "no cue and nobody speaking before it") for i in free]
            continue
        made_of_fragments, rest = _fragments(doc, quotations, passage, phrases, here, free)
        loose += rest
        found += made
        found += made_of_fragments
        bare = [one for one in here if not one.frame.contents]
        waiting = _utterance(passage, bare[-1]) if bare else None
        if made:
            speaking = next((u for u in made if u.frame.shape in _TAGGED), made[0])
        elif new_paragraph or not only_quotations:
            speaking = None
    found.sort(key=lambda u: u.contents[0])
    return found, loose


@frozen
class _Accepted:
    frame: Frame
    chance: float


def _accepted(doc: Document, quotations: list[Quotation], passage: Passage, phrases: NounPhrases, thoughts: bool) -> list[_Accepted]:
    """The frames of a passage that report something, without those inside another's content."""

    candidates = frames(scene_of(doc, quotations, passage, phrases))
    if not candidates:
        return []
    table = weights("accept")
    kept = []
    for frame in candidates:
        if frame.cue.verb.cue_class == "thought" and not thoughts and frame.shape not in _TAGGED:
            continue
        chance = probability(table, frame_features(passage, frame))
        if chance >= ACCEPTED_FROM or frame.shape in _TAGGED and chance > 0.2:
            kept.append(_Accepted(frame, chance))
    return _outermost(kept)


def scene_of(doc: Document, quotations: list[Quotation], passage: Passage, phrases: NounPhrases) -> Scene:
    """What the rules for frames look at in a passage."""

    def starts_upper(i: int) -> bool:
        first = quotations[passage.quotations[i]].first + 1
        return first < len(doc) and doc.words[first][0].isupper()

    def all_caps(first: int, last: int) -> bool:
        words = [w for w in doc.words[passage.firsts[first] : passage.lasts[last - 1]] if w[0].isalpha()]
        return bool(words) and all(w.isupper() for w in words)

    return Scene(passage, phrases, starts_upper, all_caps)


def _outermost(kept: list[_Accepted]) -> list[_Accepted]:
    outer = []
    for one in kept:
        inside = [
            other
            for other in kept
            if other is not one and any(first <= one.frame.cue.at < last for first, last in other.frame.contents)
        ]
        if any(not _inside(other, one) or other.chance >= one.chance for other in inside):
            continue
        outer.append(one)
    taken: list[tuple[int, int]] = []
    result = []
    for one in sorted(outer, key=lambda a: -a.chance):
        if any(_overlap(content, t) for content in one.frame.contents for t in taken):
            continue
        taken += one.frame.contents
        result.append(one)
    return sorted(result, key=lambda a: a.frame.cue.at)


def _inside(inner: _Accepted, outer: _Accepted) -> bool:
    return any(first <= inner.frame.cue.at < last for first, last in outer.frame.contents)


def _overlap(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _utterance(passage: Passage, one: _Accepted) -> Utterance:
    frame = one.frame
    source = passage.tokens(frame.source.first, frame.source.last) if frame.source is not None else None
    contents = [passage.tokens(first, last) for first, last in frame.contents]
    relation = [frame.source.relation] if frame.source is not None else []
    return Utterance(contents, source, frame, passage, one.chance, [frame.shape, *relation])


def _fragments(
    doc: Document,
    quotations: list[Quotation],
    passage: Passage,
    phrases: NounPhrases,
    here: list[_Accepted],
    free: list[int],
) -> tuple[list[Utterance], list[Loose]]:
    """Quoted words that no cue covers: somebody's, or a title, a nickname, a scare quote."""
    known = {one.frame.cue.at: one.frame.source for one in here if one.frame.source is not None}
    table = weights("fragment")
    made = []
    loose = []
    for at in free:
        number = passage.quotations[at]
        fragment = fragment_at(passage, phrases, at, known)
        chance = probability(table, fragment_features(doc, quotations[number], passage, fragment))
        if fragment.source is None or chance < FRAGMENT_FROM:
            loose.append(Loose(number, "in the reporter's own sentence"))
            continue
        source = passage.tokens(fragment.source.first, fragment.source.last)
        made.append(
            Utterance([passage.tokens(*fragment.content)], source, None, passage, chance, ["fragment", fragment.how])
        )
    return made, loose


def _go_on(doc: Document, found: list[Utterance], speaking: Utterance, ranges: list[Range], rule: str) -> None:
    """Give quotations with no cue of their own to the utterance before them."""
    speaking.contents += ranges
    speaking.rules.append(rule)

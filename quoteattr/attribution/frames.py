"""Who says what here? All frames of a passage: each cue with its source and its content."""

from __future__ import annotations

from quoteattr.attribution.frame import Frame, Scene
from quoteattr.attribution.other_frames import CUE_NOUNS, author, other_frames
from quoteattr.attribution.verb_frames import verb_frame
from quoteattr.cues.verb_groups import Cue, cue_at
from quoteattr.mentions.mention import singular
from quoteattr.mentions.subjects import owner


def frames(scene: Scene) -> list[Frame]:
    """The frames of a passage, those of its verbs first, in the order of their cues."""
    found: list[Frame] = []
    for cue in _cues(scene):
        frame = verb_frame(scene, cue)
        if frame is not None and not _is_anothers(scene, frame):
            found.append(frame)
            if frame.source is not None and frame.source.relation != "agent":
                scene.known[cue.at] = frame.source
    found += other_frames(scene, frozenset(frame.cue.at for frame in found))
    return found


def _is_of_owner(scene: Scene, frame: Frame) -> bool:
    """Is its content what somebody else claims: "Hill responded to **Lind's claim that** it was late", but not "... to claims that"?"""
    begin = frame.contents[0][0] if frame.contents else 0
    noun = scene.lower[begin - 1]
    claimed = begin > frame.cue.last and scene.lower[begin] == "that" and (noun in CUE_NOUNS or singular(noun) in CUE_NOUNS)
    whose = owner(scene.phrases, begin - 1, "ANQRP") if claimed else None
    return whose is not None and scene.tags[whose.last : whose.last + 1] == "Z"


def _tells_use(scene: Scene, frame: Frame) -> bool:
    """Does it tell what words were used for: 'used the term "death trap" **to describe** the bridge'?"""
    cue = frame.cue
    return cue.verb.lemma == "describe" and cue.form == "infinitive" and cue.first > 0 and scene.is_quotation(cue.first - 1)


def _is_read_out(scene: Scene, frame: Frame) -> bool:
    """Does it read the words of another: 'Hill **read** from Lind's letter: "It is late."'?"""
    colon = next((i for i in range(frame.cue.last, len(scene.tags) - 1) if scene.lower[i] == ":"), 0)
    return colon > 0 and scene.is_quotation(colon + 1) and author(scene, colon) is not None


def _is_anothers(scene: Scene, frame: Frame) -> bool:
    """Are the words somebody else's, or none that are said?"""
    return _is_of_owner(scene, frame) or _tells_use(scene, frame) or _is_read_out(scene, frame)


def _cues(scene: Scene) -> list[Cue]:
    found = []
    for at, word in enumerate(scene.lower):
        verb = scene.verbs.get(word)
        kind = scene.tags[at]
        if verb is not None and (kind in "VBGP" or (kind in "NE" and _acts_as_verb(scene, at))):
            found.append(cue_at(scene.passage, at, verb))
    return found


def _acts_as_verb(scene: Scene, at: int) -> bool:
    """Is a word that was taken for a noun a verb after all: '..." Ortega **notes**.'; "The campaign **projects** that"?"""
    tags, lower = scene.tags, scene.lower
    size = len(tags)
    if at + 1 < size and tags[at + 1] in "NE":
        return False
    if at and at + 1 < size and tags[at - 1] in "NEU" and lower[at + 1] == "that" and tags[at + 1] == "S":
        return True
    return at > 1 and tags[at - 1] in "EU" and tags[at - 2] in "K," and (at + 1 == size or tags[at + 1] in "K.,ISUR")

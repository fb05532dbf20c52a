"""Who says what here? All frames of a passage: each cue with its source and its content."""

from __future__ import annotations

from quoteattr.attribution.frame import Frame, Scene
from quoteattr.attribution.other_frames import other_frames
from quoteattr.attribution.verb_frames import verb_frame
from quoteattr.cues.verb_groups import Cue, cue_at


def frames(scene: Scene) -> list[Frame]:
    """The frames of a passage, those of its verbs first, in the order of their cues."""
    found: list[Frame] = []
    for cue in _cues(scene):
        frame = verb_frame(scene, cue)
        if frame is not None:
            found.append(frame)
            if frame.source is not None and frame.source.relation != "agent":
                scene.known[cue.at] = frame.source
    found += other_frames(scene, frozenset(frame.cue.at for frame in found))
    return found


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

"""The frames of passive verbs: who was told something, or asked; what was judged, and by whom."""

from __future__ import annotations

from attrs import evolve

from quoteattr.attribution.behind_cue import end_behind, says_nothing
from quoteattr.attribution.frame import Frame, Scene
from quoteattr.attribution.openings import content_opening, start_kind
from quoteattr.cues.verb_groups import JUDGING, Cue, is_bare_passive
from quoteattr.mentions.subjects import Subject, following_subject, inverted_subject, subject_of

#: How many words of what something is said to be stand before the words in quotation marks.
_COMPLEMENT = 6


def judged(scene: Scene, cue: Cue) -> Frame | None:
    """'The plan, **described by Ortega as "unfair,"** passed'; 'It was dismissed **as "unfair" by Ortega**.'"""
    at, lower = cue.last, scene.lower
    bare = is_bare_passive(scene.passage, cue.at)
    if not bare and (scene.tags[cue.at] != "P" or not (cue.verb.cue_class == "judgement" or cue.verb.lemma in JUDGING)):
        return None
    source = _agent(scene, at)
    begin = source.last if source is not None else at
    # "was accused by Ortega **of** being"
    introduced = lower[begin : begin + 1] == ["as"] or (source is not None and lower[begin : begin + 1] == ["of"])
    begin += lower[begin : begin + 1] == ["as"]
    quotation = next((i for i in range(begin, min(begin + _COMPLEMENT, len(scene.tags))) if scene.is_quotation(i)), -1)
    simple = not any(scene.tags[i] in "VXM.," and lower[i] != "being" for i in range(begin, quotation))
    if quotation < 0 or not simple or not (introduced or (quotation == begin and source is None)):
        return None
    end = quotation + 1
    while end < len(scene.tags) and scene.tags[end] in "NEAk":
        end += 1
    source = source or _agent(scene, end)
    if source is None:
        return None
    return Frame(evolve(cue, form="passive"), source, ((begin, end),), "judged", "quote")


def passive(scene: Scene, cue: Cue) -> Frame | None:
    """ "Parents were told by Ortega that ..."; "He was quoted as saying" is the participle's own frame."""
    at = cue.last
    source = _agent(scene, at) if at + 1 in scene.phrases.by_start else None
    told = subject_of(scene.phrases, cue.first)
    if source is not None:
        at = source.last
    begin, venue = content_opening(scene, at)
    topic = _topic(scene, at, begin) if cue.verb.cue_class == "question" else 0
    blame = cue.verb.cue_class == "judgement" and source is not None and scene.lower[at : at + 1] == ["for"]
    if topic:
        # "was asked on Monday **about the bill**"
        begin, venue = topic, None
    elif blame:
        # "was criticized by Ortega **for the delay**"
        begin, venue = at, None
    if begin >= scene.passage.end:
        return None
    start = "preposition" if topic or blame else start_kind(scene, cue, begin, at, None)
    about = start == "particle" and cue.verb.cue_class == "question"
    # "Ortega was told: (1)": by somebody else
    quoted = start == "colon" and begin + 1 < scene.passage.end and scene.is_quotation(begin + 1)
    if start not in ("that", "question", "to", "quote", "comma quote", "preposition", "clause") and not (about or quoted):
        return None
    if source is None and not cue.verb.takes_addressee:
        return None
    begin += start == "comma quote" or quoted
    end = end_behind(scene, cue, source, begin, start)
    if end <= begin or says_nothing(scene, begin, end):
        return None
    who = (told.first, told.last) if told is not None else None
    return Frame(cue, source, ((begin, end),), "told" if quoted else "passive", start, who, venue)


def _topic(scene: Scene, at: int, last: int) -> int:
    """The item behind the "about" that was taken for a part of the venue: "asked on Monday about **the bill**"; 0 for none."""
    about = next((i for i in range(at, last) if scene.lower[i] == "about"), last)
    return about + 1 if about + 1 < last else 0


def _agent(scene: Scene, at: int) -> Subject | None:
    """Who does it, where "by" stands here: "was told **by Ortega**"."""
    found = inverted_subject(scene.phrases, at + 1) if scene.lower[at : at + 1] == ["by"] else None
    return evolve(found, relation="agent") if found is not None else None


def asked(scene: Scene, cue: Cue) -> Frame | None:
    """ "**Asked by a reporter whether he would resign**, Hale said no": Hale was asked."""
    at, asker = cue.last, None
    if scene.lower[at : at + 1] == ["by"]:
        asker = inverted_subject(scene.phrases, at + 1)
        at = asker.last if asker is not None else at
        behind = next((i for i in range(at + 1, len(scene.tags)) if scene.lower[i] == ","), 0) if scene.lower[at : at + 1] == [","] else 0
        if behind and scene.tags[behind + 1 : behind + 2] in ("S", "W"):
            # "by Sen. Reyes, **an independent**, whether ..."
            at = behind + 1
    told = following_subject(scene.phrases, at)
    if told is None:
        return None
    begin, _ = content_opening(scene, at)
    begin = _topic(scene, at, begin) or begin + (scene.lower[begin : begin + 1] == [","])
    if begin >= told.first - 1 or says_nothing(scene, begin, told.first - 1):
        return None
    source = evolve(asker, relation="agent") if asker is not None else None
    return Frame(evolve(cue, form="passive"), source, ((begin, told.first - 1),), "passive", "question", (told.first, told.last), None)


def asked_aside(scene: Scene, cue: Cue) -> Frame | None:
    """ "Hale, **asked whether he would resign**, said no": it is Hale who was asked."""
    begin, _ = content_opening(scene, cue.last)
    if start_kind(scene, cue, begin, cue.last, None) != "question":
        return None
    end = next((i for i in range(begin + 1, len(scene.tags) - 1) if scene.lower[i] == "," and scene.tags[i + 1] in "RVXM"), 0)
    told = (scene.phrases.by_end[cue.at - 1], cue.at - 1)
    return Frame(evolve(cue, form="passive"), None, ((begin, end),), "passive", "question", told, None) if end else None


def is_asked_aside(scene: Scene, cue: Cue) -> bool:
    """Is the verb a participle between commas: "Hale, **asked about the delay**, said it was late"?"""
    at = cue.at
    behind = scene.tags[at + 1 : at + 2]
    return (
        at > 1
        and scene.lower[at - 1] == ","
        and at - 1 in scene.phrases.by_end
        and behind != ""
        and behind in "SWIT"
        and is_closed(scene, at)
    )


def is_closed(scene: Scene, at: int) -> bool:
    """Does a comma before a finite verb follow, with which an aside ends?"""
    return any(scene.lower[i] == "," and scene.tags[i + 1] in "RVXM" for i in range(at + 2, len(scene.tags) - 1))


def opens_asked(scene: Scene, cue: Cue) -> bool:
    """Does the clause begin with what somebody was asked: "**Asked if he would go**, Hale said no", "**and when asked why**, she said"?"""
    if cue.at == 0 or (cue.at == 1 and scene.lower[0] == "when"):
        return True
    when = scene.lower[cue.at - 1] == "when" and scene.tags[cue.at] == "P"
    return when and following_subject(scene.phrases, cue.last) is not None

"""Frames of "according to", and of what is told the same way: "in the words of", "per", "as first reported by"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribution.boundaries import clause_end, content_start
from quoteattr.attribution.frame import Frame, Range, Scene
from quoteattr.attribution.openings import is_clause
from quoteattr.cues.verb_groups import Cue, cue_without_verb
from quoteattr.mentions.bodies import is_organization_word
from quoteattr.mentions.given_names import first_names
from quoteattr.mentions.mention import kind_of_noun
from quoteattr.mentions.subjects import Subject, extend_right
from quoteattr.text.readings import may_be_verb
from quoteattr.text.tags import PAUSES

#: Before whose words they are.
IN_THE_WORDS_OF = "in the words of".split()
_SOURCE_ENDS = PAUSES | {";", ":"}


def according_to(scene: Scene) -> Iterator[Frame]:
    """ "Enrolment fell, **according to the district**."; "**As reported by the Tribune**, enrolment fell"."""
    tags, lower = scene.tags, scene.lower
    for at in range(len(lower) - 1):
        first = _behind_cue(scene, at)
        if not first or first >= len(tags) or tags[first] in "K." or lower[first] in ",;:":
            continue
        tie = scene.phrases.by_start.get(first, first)
        if lower[tie : tie + 1] == ["of"] and scene.is_quotation(tie + 1):
            # 'according to the principle of **"fair play"**'
            continue
        opening = at < 2 and (at == 0 or tags[0] in "CR")
        last = scene.phrases.by_start.get(first, first + 1)
        last = _opening_source_end(scene, last) if opening else _source_end(scene, first, last)
        cue = cue_without_verb("according to", at, first)
        told = _told(scene, cue, last, opening=opening)
        if told is not None:
            # "according to **what Ortega told the Courier**"
            teller = scene.phrases.by_start.get(first + 1, 0) if lower[first] == "what" else 0
            source = Subject(first + 1, teller, "inverted") if teller else Subject(first, last, "inverted")
            yield Frame(cue, source, *told)


def _behind_cue(scene: Scene, at: int) -> int:
    """The item where the source begins if a cue begins at this item; 0 otherwise."""
    lower = scene.lower
    if lower[at : at + 2] == ["according", "to"]:
        return at + 2
    if lower[at : at + 4] == IN_THE_WORDS_OF:
        return at + 4
    if lower[at] == "per" and _is_source_of_per(scene, at):
        return at + 1
    return _reported_by(scene, at + 1) if lower[at] == "as" else 0


def _told(scene: Scene, cue: Cue, last: int, *, opening: bool) -> tuple[tuple[Range, ...], str, str] | None:
    """What is told around a cue whose source ends here, of what shape it is and with what it begins; None for nothing."""
    tags, lower, phrases, at = scene.tags, scene.lower, scene.phrases, cue.first
    if _sums_up(scene, at):
        return (), "summed up", "clause"
    colon = last + 1 if lower[last : last + 1] == [","] else last
    if lower[at] == "in" and opening and lower[colon : colon + 1] == [":"] and scene.is_quotation(colon + 1):
        # 'In the words of Jo Lind: **"It is late."**'
        return ((colon + 1, scene.quotations_from(colon + 1)),), "tag before", "quote"
    end = at - (at > 0 and lower[at - 1] in PAUSES)
    if end < at and _interrupts(scene, end, last):
        return None
    comma = last + 1 < scene.passage.end and lower[last] in PAUSES
    if lower[at] == "in" and end < at and comma and scene.is_quotation(last + 1):
        # 'when its director, in the words of Gwen Tarkington, **"ran off with the harp"**'
        return ((last + 1, last + 2),), "clause after", "quote"
    if tags[:at] == "K":
        # '**"It is late,"** according to Ortega.'
        return ((0, 1),), "tag after", "quote"
    # "Ortega said that, according to Lind, **the plan failed**"
    behind_that = comma and 0 < end < at and lower[end - 1] == "that" and is_clause(scene, last + 1)
    if opening or behind_that or (end == at and at <= 3):
        behind = behind_that or (last + 1 < scene.passage.end and lower[last] in (",", ":"))
        return (((last + 1, clause_end(scene.passage, phrases, last + 1, cue, "clause")),), "clause after", "clause") if behind else None
    start = content_start(scene.passage, phrases, end, cue)
    if start >= end:
        return None
    # "Thomas Arkwright, **who**, according to town records, **drowned in 1961**"
    who = comma and tags[end - 1] == "W"
    relative = end - 1 if who else _relative_clause(scene, start, end, last)
    before = (relative or start, end)
    if who or (comma and not relative and _goes_on(scene, last + 1, start, end)):
        return (before, (last + 1, clause_end(scene.passage, phrases, last + 1, cue, "rest"))), "clause around", "clause"
    return (before,), "clause before", "clause"


def _interrupts(scene: Scene, end: int, last: int) -> bool:
    """Does the aside stand in what somebody else says: "Ortega **said, according to a transcript,** that it was late"?"""
    tags, lower = scene.tags, scene.lower
    if lower[last : last + 1] != [","] or not end:
        return False
    # "Ortega **told police, according to a report,** that it was late"
    told = lower[last + 1 : last + 2] == ["that"] and any(tags[k] in "VP" and lower[k] in scene.verbs for k in range(max(0, end - 4), end))
    return told or (tags[end - 1] == "V" and lower[end - 1] in scene.verbs)


def _sums_up(scene: Scene, at: int) -> bool:
    """Does "That's" stand before this item, for the sentence before: "**That's** according to the county clerk"?"""
    return at == 2 and scene.lower[0] in ("that", "this") and scene.lower[1] in ("'s", "’s", "is")


def _is_source_of_per(scene: Scene, at: int) -> bool:
    """Is it whom or what something is known from, and no rate: "The road is shut, **per** the county", not "40 per day"?"""
    last = scene.phrases.by_start.get(at + 1, 0)
    apart = at == 0 or scene.lower[at - 1] == "," or (scene.is_quotation(at - 1) and scene.ends_with_comma(at - 1))
    noun = scene.lower[last - 1]
    somebody = scene.tags[at + 1] == "D" and kind_of_noun(noun, ("source",)) != "unknown"
    named = last > 0 and (scene.tags[last - 1] == "E" or somebody)
    return apart and named and not scene.phrases.is_time(at + 1, last)


def _reported_by(scene: Scene, at: int) -> int:
    """The item behind "as **first reported by**", if that begins at this item; 0 otherwise."""
    while at < len(scene.tags) and scene.tags[at] in "RA":
        at += 1
    verb = scene.verbs.get(scene.lower[at]) if at + 2 < len(scene.tags) else None
    reported = verb is not None and verb.cue_class == "speech" and scene.tags[at] in "PV"
    return at + 2 if reported and scene.lower[at + 1] == "by" else 0


def _relative_clause(scene: Scene, start: int, end: int, last: int) -> int:
    """Where the clause begins that alone is told: "Reyes, **who earned more**, according to filings, was ill"; 0 where it is all."""
    tags, lower = scene.tags, scene.lower
    if lower[last : last + 1] != [","] or tags[last + 1 : last + 2] not in ("V", "X", "M"):
        return 0
    comma = next((i for i in range(end - 1, start, -1) if lower[i] == "," and tags[i + 1] == "W"), 0)
    return comma + 1 if comma and scene.has_finite(comma, end) else 0


def _goes_on(scene: Scene, at: int, start: int, end: int) -> bool:
    """Does the clause go on behind "..., according to X,": has it no verb before, or one that follows at once?"""
    if scene.tags[at] in "VXM":
        return True
    return not scene.has_finite(start, end) and is_clause(scene, at)


def _opening_source_end(scene: Scene, last: int) -> int:
    """Where the source of "According to X, ..." ends: at the first comma, or at the second behind an apposition."""
    tags, lower, end = scene.tags, scene.lower, scene.passage.end
    comma = next((i for i in range(last, len(tags)) if lower[i] == ":" or _parts_off(scene, i)), 0)
    if not comma or lower[comma] == ":":
        return comma or end
    second = next((i for i in range(comma + 1, min(end, comma + 25)) if _parts_off(scene, i)), 0)
    behind = scene.phrases.by_start.get(second + 1, 0)
    # "According to the mayor, **Jo Lind**, Orr, 34, fled"
    office = kind_of_noun(lower[last - 1], scene.doc.vocabulary.roles) == "unnamed person" and tags[comma + 1 : comma + 2] == "E"
    if second and tags[behind - 1] == "E" and lower[behind : behind + 1] == [","] and not office:
        # "According to the Courier, the mayor, **Jo Lind,** said"
        return comma
    if second and _is_somebody_else(scene, last, comma + 1):
        # "According to police, **Jo Lind**, 43, was driving"; "According to CNN, **Jo Lind**, a lawyer, said"
        return comma
    if second and _acts(scene, comma + 1, second):
        # "According to police, **the suspect, a man of 34,** fled"
        return comma
    kind = tags[comma + 1] if comma + 1 < len(tags) else ""
    # "According to the report, **published on its website,** ..."
    day = scene.phrases.by_start.get(comma + 2, 0)
    then = tags[comma + 2 : comma + 3] == "I" or (day > 0 and scene.phrases.is_time(comma + 2, day))
    released = kind in ("P", "V") and lower[comma + 1].endswith("ed") and then
    own_verb = scene.has_finite(comma + 1 + released, second)
    apposed = second and (kind == "W" or ((released or kind in "DOANE") and not own_verb))
    # 'According to the mayor, Jo Lind, **the plant "will close"**'
    quoted = lower[second + 1 : second + 2] not in (["a"], ["an"]) and scene.is_quotation(
        scene.phrases.by_start.get(second + 1, second + 1)
    )
    if not apposed or not (scene.has_finite(second, len(tags)) or quoted):
        return comma
    third = next((i for i in range(second + 1, min(end, second + 25)) if lower[i] == ","), 0)
    # "According to the mayor, Jo Lind, **who took office in May**, the bridge is shut"; "its founder, Jo Lind, **a retired baker**, ..."
    again = lower[second + 1 : second + 2] in (["a"], ["an"]) and not scene.has_finite(second, third) and tags[third + 1] not in "VXM"
    again = again and not _acts(scene, second + 1, third)
    return third if third and (tags[second + 1] == "W" or again) and scene.has_finite(third, len(tags)) else second


def _parts_off(scene: Scene, at: int) -> bool:
    """Is it a comma, and none between the fields of an office: "the Minister for Culture**,** Arts and Sport"?"""
    return scene.lower[at] == "," and scene.tags[at] != "E"


def _acts(scene: Scene, first: int, comma: int) -> bool:
    """Is what stands before this comma the subject of a verb behind it or behind an aside: "**the suspect**, a man of 34, fled"?"""
    tags, lower, end = scene.tags, scene.lower, scene.passage.end
    if tags[first] not in "DONAEQ":
        return False
    third = next((i for i in range(comma + 1, min(end - 1, comma + 25)) if lower[i] == ","), comma)
    closed = third == comma or not scene.has_finite(comma + 1, third) or tags[comma + 1] == "W"
    behind = tags[third + 1 : third + 2]
    participle = behind == "P" and third > comma and not scene.has_finite(third, end) and may_be_verb(lower[third + 1])
    return closed and (behind in ("V", "X", "M") or participle)


def _is_somebody_else(scene: Scene, last: int, at: int) -> bool:
    """Does a person's name follow, of somebody else: "CNN, **Jo Lind**", "the lawsuit, **Lind**", but not "the mayor, Jo Lind"?"""
    end = scene.phrases.by_start.get(at, at)
    words = scene.doc.words[slice(*scene.passage.tokens(at, end))]
    kind = kind_of_noun(scene.lower[last - 1], scene.doc.vocabulary.roles)
    given = any(word in first_names() for word in words[:-1])
    named = given and scene.tags[at:end].endswith("EE") and not is_organization_word(words[-1])
    return (named and kind != "unnamed person") or (kind == "document" and scene.tags[at:end] == "E")


def _source_end(scene: Scene, first: int, last: int) -> int:
    """Where the source of an "according to" ends: at the next comma, or with its relative clause."""
    whole = extend_right(scene.phrases, first, last)
    # "according to the agency, **none of them** in May"
    others = next((i for i in range(last, whole - 3) if scene.lower[i] == "," and scene.lower[i + 2 : i + 4] == ["of", "them"]), whole)
    last = min(whole, others)
    while last < scene.passage.end and scene.lower[last] not in _SOURCE_ENDS and scene.tags[last] != "K":
        last += 1
    return last

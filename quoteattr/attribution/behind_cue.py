"""Content behind a cue: where it ends, and whether what stands there was said at all."""

from __future__ import annotations

from quoteattr.attribution.boundaries import clause_end
from quoteattr.attribution.frame import Scene
from quoteattr.attribution.openings import YES_AND_NO
from quoteattr.attribution.verb_sources import ISSUED
from quoteattr.cues.verb_groups import Cue
from quoteattr.lexicons import sets_of
from quoteattr.mentions.mention import singular
from quoteattr.mentions.subjects import Subject
from quoteattr.text.tags import PAUSES

#: What something is called that looks like a noun of its phrase.
_COMPLEMENTS = frozenset("dead fair key moot premature right sound void wrong".split())
_WHEN_OR_WHERE = frozenset("after at before during in on when while".split())
_LATER = frozenset(("ago", "afterward", "afterwards", "earlier", "later"))


def has_complement(scene: Scene, begin: int, end: int) -> bool:
    """Is it said what the object is called: "called **him a liar**", but not "called a cab", "called him every night"?"""
    after = scene.phrases.by_start.get(begin, end)
    behind = scene.phrases.by_start.get(after, 0)
    time = behind > 0 and (scene.lower[after] == "every" or scene.phrases.is_time(after, behind))
    if any(scene.is_quotation(i) for i in range(begin, end)) or (after < end and not time and scene.tags[after] in "DAOPRE"):
        return True
    # "called the methods **sound**"
    return after > begin and not _COMPLEMENTS.isdisjoint(scene.lower[max(after - 1, begin + 1) : after + 1])


def is_vehicle(scene: Scene, begin: int) -> bool:
    """Is the object only what it was said in: "wrote **a letter** saying that they had no warning"?"""
    last = scene.phrases.by_start.get(begin, 0)
    says = 0 < last < len(scene.tags) and scene.tags[last] == "G" and scene.lower[last] in scene.verbs
    return says and scene.lower[last - 1] in ISSUED


def is_other_sense(scene: Scene, cue: Cue, begin: int) -> bool:
    """Does the object tell that nothing is said: "wrote **the bill**", "claimed **the title**", "denied **him the title**"?"""
    last = scene.phrases.by_start.get(begin, 0)
    if not last:
        return False
    while scene.lower[last : last + 1] == [","] and scene.tags[last + 1 : last + 2] == "Q" and last + 1 in scene.phrases.by_start:
        # "claimed **a 7-5, 6-0 win**"
        last = scene.phrases.by_start[last + 1]
    behind = scene.phrases.by_start.get(last, 0)
    to_somebody = cue.verb.lemma == "deny" and behind > 0 and not scene.phrases.is_time(last, behind)
    # "asked **residents two questions**"
    nouns = {singular(scene.lower[end - 1]) for end in (last, behind) if end}
    return to_somebody or not nouns.isdisjoint(sets_of("other_senses.tsv").get(cue.verb.lemma, ()))


def says_nothing(scene: Scene, begin: int, end: int) -> bool:
    """Is the content one word like *that* or *so*: "declined to confirm **that**"; or is it a call returned: "called **me back**"?"""
    if scene.tags[begin] == "U" and scene.lower[begin + 1 : begin + 2] == ["back"]:
        return True
    pointing = scene.lower[begin] in ("it", "that", "this") and begin + 1 < end
    if pointing and scene.lower[begin] == "this" and scene.lower[begin + 1] in _WHEN_OR_WHERE:
        # "said **this when she met the mayor**"
        return True
    when = begin + 1 + (begin + 2 < end and scene.lower[begin + 1] in ("at", "in", "on"))
    if pointing and scene.phrases.by_start.get(when) == end and scene.phrases.is_time(when, end):
        # "asked about **it last week**"
        return True
    if scene.lower[begin : begin + 2] == ["the", "following"] and scene.phrases.by_start.get(begin) == begin + 2:
        # "wrote **the following** on her page"
        return True
    if scene.lower[begin:end] in (["not", "to"], ["to"], ["comment"], ["to", "comment"]) or (
        end - begin < 5 and scene.lower[end - 1] in _LATER
    ):
        # "fired back **a few hours later**"
        return True
    return end - begin == 1 and scene.tags[begin] in "DURIWAS" and scene.lower[begin] not in YES_AND_NO


def end_behind(scene: Scene, cue: Cue, source: Subject | None, begin: int, start: str) -> int:
    """Where content behind a cue ends."""
    # 'said "Pandrew" **was the favorite**'
    subject = scene.tags[begin] == "k" and scene.tags[begin + 1 : begin + 2] in ("V", "X", "M")
    if scene.is_quotation(begin) and scene.starts_upper(begin) and not subject:
        return scene.quotations_from(begin)
    if start == "object" and scene.lower[begin] in YES_AND_NO and scene.lower[begin + 1 : begin + 2] in ([","], ["while"]):
        # "said **yes**, compared with", "said **yes** while"
        return begin + 1
    if source is not None and scene.is_quotation(begin) and _ends_relative(scene, source, begin + 1):
        return begin + 1
    end = clause_end(scene.passage, scene.phrases, begin, cue, start)
    if source is not None and source.relation == "relative":
        # 'The ad, with a farmer who says she "does not know us," **has aired**': that is the main verb
        quoted = (i for i in range(begin, end - 1) if scene.is_quotation(i) and scene.tags[i + 1] in "VXM" and scene.ends_with_comma(i))
        end = next(quoted, end - 1) + 1
    if cue.verb.cue_class == "question" and scene.tags[begin] in "SW":
        # 'Hale laughed when they asked **whether he was leaving**: "No."'
        end = next((i for i in range(begin, end - 1) if scene.lower[i] == ":" and scene.is_quotation(i + 1)), end)
    if cue.form == "participle" and source is not None and begin < source.first < end:
        # 'Calling it "a disgrace," **Ortega** vowed': the main clause is none of the content
        return source.first - (scene.lower[source.first - 1] == ",")
    if cue.form == "participle" and source is not None and source.last < cue.first and not scene.has_finite(0, cue.first):
        # 'Ortega, calling it "a disgrace," **resigned**'
        for i in range(begin + 1, end):
            if scene.tags[i] in "VXM" and (scene.lower[i - 1] in PAUSES or scene.tags[i - 1] in "Kk"):
                return i - (scene.lower[i - 1] in PAUSES)
    if start == "gap" or (source is not None and (source.relation == "relative" or scene.lower[source.first] == "whose")):
        # the relative clause ends where the sentence goes on: "who said she was late, **left**"
        for i in range(begin + 1, end - 1):
            verb = i + 1 + (scene.tags[i + 1] == "R")
            if scene.lower[i] == "," and scene.tags[verb : verb + 1] in ("V", "X", "M"):
                return i
    return end


def _ends_relative(scene: Scene, source: Subject, at: int) -> bool:
    """Does the main verb stand here, behind a clause that tells of its subject: 'A plan that Ortega called "odd" **failed**'?"""
    before = source.first - 1
    told = before > 0 and (scene.tags[before] in "NE" or scene.lower[before] in ("which", "that", "whom"))
    return told and scene.tags[at : at + 1] in ("V", "X", "M", "P") and not scene.has_finite(0, before)

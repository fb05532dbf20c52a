"""Verbs of saying with which nothing is said, each way a rule with its example."""

from __future__ import annotations

from collections.abc import Callable

from quoteattr.attribution.asked_frames import is_asked_aside, is_closed, opens_asked
from quoteattr.attribution.frame import Scene
from quoteattr.cues.verb_groups import NAMING, Cue
from quoteattr.mentions.mention import kind_of_noun, own_words, singular
from quoteattr.mentions.noun_phrases import tied_before
from quoteattr.mentions.subjects import ASKED, is_asked_to

_ARTICLES = frozenset(("a", "an", "the"))
#: What stands behind whom somebody called on at home.
_ON_A_VISIT = frozenset("at after before during on with".split())
#: What is done with songs, poems and books.
OF_WORKS = frozenset(("recite", "sing", "write"))
#: What is done with a video, in which somebody says something.
_PUBLISHING = frozenset("post publish release share tweet".split())
#: What is done by saying something.
_RESPONDING = frozenset("answered answers began begins concluded concludes replied replies responded responds started".split())
#: How words are sent, which are told with another verb.
_SENDING = frozenset("call email e-mail message phone text tweet write".split())
#: What players add.
_POINTS = frozenset("assists goal goals hits homer points rebounds run runs saves tackles touchdown touchdowns tries yards".split())
#: For whom a lawyer argues.
_PARTIES = frozenset(("group", "organization", "unnamed person"))
#: How many words such a heading has at most.
_HEADING = 6
#: For what a paper asks.
_COMMENT = frozenset("clarification comment comments details information interview interviews reaction response responses".split())
#: Where the police and firemen go who respond to a call.
_SCENES = frozenset(
    (
        "address alarm apartment area avenue blaze block boulevard building burglary call crash collision disturbance drive emergency "
        "fight fire home hospital hotel house incident intersection lane park residence road robbery scene school shooting stabbing store "
        "street wreck"
    ).split()
)
#: How somebody is found, by the police or a jury.
_STATES = frozenset(
    "alive bleeding collapsed dead guilty hanged injured innocent liable lying shot stabbed unconscious unresponsive wounded".split()
)
#: What is answered without a word.
_OPENED = frozenset(("door", "phone", "telephone", "bell", "doorbell", "knock", "ad"))


def is_no_cue(scene: Scene, cue: Cue) -> bool:
    """Is nothing said with this verb here, as in "**That said,** it is late" or "a teacher **called** Owen Pugh"?"""
    return any(rule(scene, cue) for rule in _RULES)


def _is_noun(scene: Scene, cue: Cue) -> bool:
    """'a **shouted** "Good!"'; "an old **saying**" """
    noun = scene.lower[cue.at] == "saying" and scene.tags[: cue.at].rstrip("A")[-1:] in ("D", "O", "Z")
    return noun or (cue.at > 0 and scene.lower[cue.at - 1] in _ARTICLES)


def _names_somebody(scene: Scene, cue: Cue) -> bool:
    """Is it what somebody or something is called: "a teacher **called** Owen Pugh", 'built a park **called** "Green"'?"""
    before = scene.phrases.by_end.get(cue.at)
    behind = scene.tags[cue.at + 1 : cue.at + 2]
    if cue.verb.lemma not in NAMING or before is None:
        return False
    # "Ortega opened **a park called "Green"**", but not 'It was a park **Ortega called "green"**'
    named = (
        cue.first == cue.at
        and scene.tags[before] in "DO"
        and scene.tags[before - 1] not in "NEU"
        and scene.has_finite(0, before)
        and scene.is_quotation(cue.at + 1)
    )
    return (scene.lower[before] in ("a", "an") and behind == "E") or (named and scene.starts_upper(cue.at + 1))


def _is_of_work(scene: Scene, cue: Cue) -> bool:
    """Is what stands behind the cue a work: 'the choir **sang "Amazing Grace."**', 'Lind **wrote "The Long Road"**'?"""
    if cue.form != "finite" or cue.verb.lemma not in OF_WORKS or not scene.is_quotation(cue.last):
        return False
    words = scene.doc.words
    first, last = scene.quotations[scene.passage.quotations[cue.last]].inside
    # the full stop of the sentence may stand inside the marks
    last -= last > first and words[last - 1] == "."
    titled = last - first > 1 and scene.doc.is_title(first, last) and words[last - 1] not in ("?", "!")
    return titled and (cue.verb.lemma != "write" or scene.doc.lower[first] in _ARTICLES)


def _is_published(scene: Scene, cue: Cue) -> bool:
    """ "said in a video **posted** from a potato field" """
    return cue.verb.lemma in _PUBLISHING and scene.tags[cue.at - 1 : cue.at + 2] == "NPI"


def _is_attribute(scene: Scene, cue: Cue) -> bool:
    """ "did not respond to **emailed** questions", "the board's **proposed** plan" """
    led = scene.lower[cue.at - 1] == "to" or scene.tags[cue.at - 1] == "Z"
    if scene.lower[cue.at] == "reporting" and scene.tags[cue.at - 1 : cue.at + 2] in ("IGN", "AGN", "DGN"):
        # "a number of **reporting** posts"
        return True
    return led and scene.tags[cue.at : cue.at + 2] in ("PN", "PA")


def _comments_on(scene: Scene, cue: Cue) -> bool:
    """ "**Commenting on the plan**, Ortega said it was late" """
    return scene.lower[cue.at] == "commenting" and (cue.at == 0 or scene.lower[cue.at - 1] == ",")


def _finds_somebody(scene: Scene, cue: Cue) -> bool:
    """ "Officers **found a man collapsed** on the stairs", "a jury **found Orr not guilty**", "a man **found guilty** of murder"

    But not "The inquiry found the man shot himself".
    """
    if cue.verb.lemma != "find":
        return False
    if "guilty" in scene.lower[cue.last :] and "that" not in scene.lower[cue.last :]:
        # "a jury found **Orr, who fled, not guilty**"
        return True
    behind = scene.phrases.by_start.get(cue.last, cue.last)
    behind += scene.lower[behind : behind + 1] == ["not"]
    return not _STATES.isdisjoint(scene.lower[behind - 1 : behind + 1]) and scene.tags[behind + 1 : behind + 2] not in tuple("UDOEN")


def _speaks_on_condition(scene: Scene, cue: Cue) -> bool:
    """ "An aide, who **spoke on the condition that** his name not be used" """
    behind = scene.lower[cue.last : cue.last + 4]
    return behind[:1] == ["on"] and "condition that" in " ".join(behind)


def _is_asked_for(scene: Scene, cue: Cue) -> bool:
    """Is somebody asked to say it, who may not: "a letter asking the mayor **to explain** why"?"""
    if cue.form != "infinitive":
        return False
    somebody = tied_before(scene.phrases, cue.first)
    if somebody > 1 and scene.lower[somebody - 1] == "for" and scene.tags[somebody - 2] == "N" and scene.lower[cue.first] == "to":
        # "a hotline for tenants **to report** damage"
        return kind_of_noun(scene.lower[somebody - 2], ()) == "unknown" and scene.lower[somebody - 2] not in own_words()
    return is_asked_to(scene.phrases, cue.first)


def _argues_for_somebody(scene: Scene, cue: Cue) -> bool:
    """Is it whose lawyer somebody is: "Orr, **arguing for the state**, said", but not "arguing for stricter rules"?"""
    if cue.verb.lemma != "argue" or scene.lower[cue.last - 1 : cue.last] != ["for"]:
        return False
    end = scene.phrases.by_start.get(cue.last, cue.last)
    head = scene.lower[end - 1]
    return end > cue.last and (scene.tags[end - 1] == "E" or kind_of_noun(head, scene.passage.vocabulary.roles) in _PARTIES)


def _answers_door(scene: Scene, cue: Cue) -> bool:
    """ "She **answered the door** and said he was asleep." """
    return cue.verb.lemma == "answer" and bool(_OPENED.intersection(scene.lower[cue.last : cue.last + 3]))


def _asks_for_comment(scene: Scene, cue: Cue) -> bool:
    """ "The Courier **asked Ortega for comment**" """
    if cue.verb.lemma != "ask":
        return False
    wanted = next((i for i in range(cue.at + 1, len(scene.tags) - 1) if scene.lower[i] == "for" or scene.tags[i] not in "DOANEQUZ"), -1)
    end = scene.phrases.by_start.get(wanted + 1, 0)
    return end > 0 and scene.lower[wanted] == "for" and scene.lower[end - 1] in _COMMENT


def _asks_questions(scene: Scene, cue: Cue) -> bool:
    """ "Ortega asked Lind **questions that were** sent in" """
    if cue.verb.lemma != "ask":
        return False
    lower, tags = scene.lower, scene.tags
    asked = next((i for i in range(cue.last, len(tags) - 2) if tags[i] not in "DOANEQU" or lower[i].startswith("question")), -1)
    return asked >= 0 and lower[asked].startswith("question") and lower[asked + 1] == "that" and tags[asked + 2] in "VXM"


def _responds_by_saying(scene: Scene, cue: Cue) -> bool:
    """ "Orr **responded by** assuring them that it was safe": said with the second verb"""
    at = cue.at + 2
    second = scene.verbs.get(scene.lower[at]) if scene.tags[at : at + 1] == "G" and scene.lower[at - 1] == "by" else None
    return second is not None and second.takes_clause and scene.lower[cue.at] in _RESPONDING


def _writes_to_say(scene: Scene, cue: Cue) -> bool:
    """ "The council **wrote** to parents on Friday **to say** that it was late": said with the second verb"""
    if cue.verb.lemma not in _SENDING or scene.lower[cue.at + 1 : cue.at + 2] in (["for"], ["on"]):
        return False
    to = next((i for i in range(cue.at + 1, len(scene.tags) - 1) if scene.tags[i] not in "DOANEQUIR"), cue.at)
    verb = scene.verbs.get(scene.lower[to + 1]) if scene.tags[to] == "T" else None
    return verb is not None and verb.takes_clause


def _shows_off(scene: Scene, cue: Cue) -> bool:
    """ "They **show off** their rings." """
    return cue.verb.lemma == "show" and scene.lower[cue.at + 1 : cue.at + 2] in (["off"], ["up"])


def _is_that_said(scene: Scene, cue: Cue) -> bool:
    """ "**That said,** it is late" """
    words = scene.lower[cue.first - 1 : cue.last + 1] == ["that", "said", ","]
    return words and cue.first < 3 and scene.tags[0] in "DCRUWI"


def _is_being_said(scene: Scene, cue: Cue) -> bool:
    """ "**What they're saying:** Politicians react" """
    words = scene.lower[: cue.last + 1]
    return words[:1] == ["what"] and words[-1] == ":" and cue.last < _HEADING


def _is_easier_said(scene: Scene, cue: Cue) -> bool:
    """ "That is **easier said than done**." """
    return scene.lower[cue.at - 1 : cue.at + 2] in (["easier", "said", "than"], ["sooner", "said", "than"])


def _calls_in_for(scene: Scene, cue: Cue) -> bool:
    """ "candidates **called in for** a forum" """
    behind = scene.lower[cue.at + 1 : cue.at + 3]
    return cue.verb.lemma == "call" and behind in (["in", "for"], ["in", "sick"], ["in", "to"])


def _visits(scene: Scene, cue: Cue) -> bool:
    """ "called on **Ortega on Monday** with a demand", but not "called on Ortega to resign", "called on her help" """
    lower, tags = scene.lower, scene.tags
    if cue.verb.lemma != "call" or lower[cue.at + 1 : cue.at + 2] != ["on"]:
        return False
    last = scene.phrases.by_start.get(cue.at + 2, 0)
    visited = last > 0 and (tags[last - 1] == "E" or kind_of_noun(lower[last - 1], ()) == "unnamed person")
    end = next((i for i in range(last, scene.passage.end) if tags[i] == "C" and i + 1 not in scene.phrases.by_start), scene.passage.end)
    return visited and ((lower[last : last + 1] != [] and lower[last] in _ON_A_VISIT) or not {"T", "K"} & set(tags[last:end]))


def _responds_to_scene(scene: Scene, cue: Cue) -> bool:
    """ "Officers **responded to the scene** after a man called" """
    lower = scene.lower
    if cue.verb.lemma != "respond" or lower[cue.at + 1 : cue.at + 2] != ["to"]:
        return False
    last = scene.phrases.by_start.get(cue.at + 2, 0)
    while lower[last : last + 1] == ["of"] and last + 1 in scene.phrases.by_start:
        last = scene.phrases.by_start[last + 1]
    return last > 0 and bool(_SCENES.intersection((lower[last - 1], singular(lower[last - 1])))) and not scene.is_quotation(last)


def _adds_to(scene: Scene, cue: Cue) -> bool:
    """ "You can **add beats to** a song." """
    if cue.verb.lemma != "add" or cue.last not in scene.phrases.by_start:
        return False
    end = scene.phrases.by_start[cue.last]
    return scene.lower[end : end + 1] == ["to"] and end + 1 in scene.phrases.by_start and "K" not in scene.tags[cue.last : end]


def _adds_points(scene: Scene, cue: Cue) -> bool:
    """ "Dunn scored 20 and Orr **added 14**"; "Orr **added three hits** for Dover" """
    if cue.verb.lemma != "add" or scene.tags[cue.last : cue.last + 1] not in ("Q", "D"):
        return False
    behind = scene.phrases.by_start.get(cue.last, cue.last + 1)
    if scene.lower[behind - 1] in _POINTS:
        return True
    return scene.tags[cue.last] == "Q" and scene.tags[behind : behind + 1] in ("", ",", ".", "C")


def _asked_by_another(scene: Scene, cue: Cue) -> bool:
    """'Ortega answered "yes" **when asked if** she was sorry'; "Hale shrugged and, **asked whether he would resign**, said no" """
    lower, tags, at = scene.lower, scene.tags, cue.at
    if lower[at] not in ASKED or opens_asked(scene, cue):
        return False
    if lower[at - 1] in ("after", "when") and tags[at + 1 : at + 2] in ("S", "W", "I"):
        return True
    if is_asked_aside(scene, cue) or at < 2:
        return False
    # '"It is late," Hale said, **asked about the delay**.'
    behind_tag = lower[at - 1] == "," and tags[at - 2] == "V"
    return behind_tag or (lower[at - 2 : at] == ["and", ","] and is_closed(scene, at))


_RULES: tuple[Callable[[Scene, Cue], bool], ...] = (
    _is_noun,
    _names_somebody,
    _is_of_work,
    _is_published,
    _is_attribute,
    _comments_on,
    _finds_somebody,
    _speaks_on_condition,
    _is_asked_for,
    _argues_for_somebody,
    _answers_door,
    _asks_for_comment,
    _asks_questions,
    _responds_by_saying,
    _writes_to_say,
    _shows_off,
    _is_that_said,
    _is_being_said,
    _is_easier_said,
    _calls_in_for,
    _visits,
    _responds_to_scene,
    _adds_to,
    _adds_points,
    _asked_by_another,
)

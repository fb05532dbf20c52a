"""The frame of a cue verb, read off the order of things around it.

What stands before its subject, what follows the verb, what is between commas: that decides whether the content is before, after or around.
"""

from __future__ import annotations

from attrs import evolve

from quoteattr.attribution.boundaries import clause_end, content_start, finite_verbs, is_finite_from
from quoteattr.attribution.frame import Frame, Range, Scene
from quoteattr.attribution.openings import (
    QUOTING,
    YES_AND_NO,
    addressee,
    content_opening,
    is_clause,
    said_there,
    start_kind,
)
from quoteattr.attribution.verb_sources import ISSUED, as_saying, quoting, source_of, witnessed
from quoteattr.cues.verb_groups import JUDGING, NAMING, Cue, is_bare_passive
from quoteattr.lexicons import sets_of
from quoteattr.mentions.mention import kind_of_noun, own_words, singular
from quoteattr.mentions.noun_phrases import TYING
from quoteattr.mentions.subjects import (
    ASKED,
    Subject,
    following_subject,
    inverted_subject,
    may_speak,
    subject_of,
)
from quoteattr.text.readings import may_be_verb
from quoteattr.text.tags import DASHES, PAUSES

#: Behind which what is said stands: "spoke **of** a plan".
_OF_OBJECTS = frozenset(("about", "against", "for", "of"))
#: Words that begin the clause before a cue that tells when or why it was said.
_CIRCUMSTANCE = frozenset("when while after as before since until once although though because whenever asked".split())
#: Words with which content goes on behind a tag between commas: "no different, he said, **from** ...".
_GOES_ON = frozenset("by from than rather because if unless until without despite including".split())
_ARTICLES = frozenset(("a", "an", "the"))
_RELATIVES = frozenset(("who", "whose", "which"))
#: What something is called that looks like a noun of its phrase.
_COMPLEMENTS = frozenset("dead fair key moot premature right sound void wrong".split())
#: How content begins behind a verb that takes only *that*, or a quotation apart: 'He concurred: **"It is late."**'.
_WITH_THAT = frozenset(("that", "colon", "comma quote"))
#: What stands behind whom somebody called on at home.
_ON_A_VISIT = frozenset("at after before during on with".split())
#: How many words a tag has at most before "to" and its cue.
_LEADING = 4
_SHAPES = {"object": "object", "complement": "object", "to": "infinitive"}
_INVERTING = frozenset(("speech", "question", "claim", "admission", "manner"))
#: With which word an answer begins that has no verb.
_NOT_SO = YES_AND_NO | {"not", "never", "hardly"}
#: What stands before what was not said, quite.
_NOT_QUITE = (["short", "of"], ["close", "to"])
_WHEN_OR_WHERE = frozenset("after at before during in on when while".split())
_LATER = frozenset(("ago", "afterward", "afterwards", "earlier", "later"))
#: What is done with songs, poems and books.
OF_WORKS = frozenset(("recite", "sing", "write"))
#: How many words of what something is said to be stand before the words in quotation marks.
_COMPLEMENT = 6
#: How something is said, behind "by".
_MEDIA = frozenset("e-mail email fax letter phone telegram telephone text".split())
_AND_I_QUOTE = "and i quote".split()
#: By what way something is said.
_SAID_BY = frozenset(("during", "in", "through", "via"))
#: What is done with a video, in which somebody says something.
_PUBLISHING = frozenset("post publish release share tweet".split())
#: For whom a lawyer argues.
_PARTIES = frozenset(("group", "organization", "unnamed person"))
#: What those do who want somebody to say something.
_ASKING = frozenset("ask press urge".split())
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
#: What is answered without a word.
_OPENED = frozenset(("door", "phone", "telephone", "bell", "doorbell", "knock", "ad"))


def verb_frame(scene: Scene, cue: Cue) -> Frame | None:
    """The frame of a cue verb; None where it introduces nothing."""
    if cue.at and (scene.lower[cue.at - 1] in _ARTICLES or _names_somebody(scene, cue)):
        # 'a **shouted** "Good!"'
        return None
    if cue.form == "finite" and _is_of_work(scene, cue):
        return None
    if cue.verb.lemma in _PUBLISHING and scene.tags[cue.at - 1 : cue.at + 2] == "NPI":
        # "said in a video **posted** from a potato field"
        return None
    if (scene.lower[cue.at - 1] == "to" or scene.tags[cue.at - 1] == "Z") and scene.tags[cue.at : cue.at + 2] in ("PN", "PA"):
        # "did not respond to **emailed** questions", "the board's **proposed** plan"
        return None
    if scene.lower[cue.at] == "commenting" and (cue.at == 0 or scene.lower[cue.at - 1] == ","):
        # "**Commenting on the plan**, Ortega said it was late"
        return None
    if cue.form == "infinitive" and _is_asked_for(scene, cue):
        return None
    if _is_turn_of_phrase(scene, cue) or _argues_for_somebody(scene, cue):
        return None
    if cue.verb.lemma == "answer" and _OPENED.intersection(scene.lower[cue.last : cue.last + 3]):
        # "She **answered the door** and said he was asleep."
        return None
    if cue.form == "participle" and scene.lower[max(0, cue.first - 2) : cue.first] in _NOT_QUITE:
        # "stopped **short of** calling it theft"
        cue = evolve(cue, negated=True)
    if cue.verb.lemma == "put":
        if cue.last >= len(scene.tags) or scene.lower[cue.last] != "it":
            return None
        # "put it", "put it more bluntly:", "put it this way:"
        colon = next((i for i in range(cue.last + 1, min(cue.last + 5, len(scene.tags))) if scene.lower[i] == ":"), cue.last + 1)
        cue = evolve(cue, last=colon)
    if scene.lower[cue.at] in ASKED:
        if cue.at == 0 or (cue.at == 1 and scene.lower[0] == "when"):
            return _asked(scene, cue)
        if scene.lower[cue.at - 1] == "when" and scene.tags[cue.at] == "P" and following_subject(scene.phrases, cue.last) is not None:
            # "Ortega left, and **when asked why**, she said"
            return _asked(scene, cue)
        if scene.lower[cue.at - 1] in ("after", "when") and scene.tags[cue.at + 1 : cue.at + 2] in ("S", "W", "I"):
            # 'Ortega answered "yes" **when asked if** she was sorry': somebody else asked
            return None
        if _is_asked_aside(scene, cue):
            return _asked_aside(scene, cue)
        if cue.at > 1 and scene.lower[cue.at - 2 : cue.at] == ["and", ","] and _is_closed(scene, cue.at):
            # "Hale shrugged and, **asked whether he would resign**, said no"
            return None
        if cue.at > 1 and scene.lower[cue.at - 1] == "," and scene.tags[cue.at - 2] == "V":
            # '"It is late," Hale said, **asked about the delay**.'
            return None
    judged = _judged(scene, cue)
    if judged is not None or is_bare_passive(scene.passage, cue.at):
        # 'Lind **branded "liar"**' by somebody
        return judged
    if cue.form == "passive":
        return _passive(scene, cue)
    if scene.lower[cue.at] in QUOTING and any(quoting(scene, i) == cue.at for i in as_saying(scene, cue.last)):
        # "The Courier **quoted** Ortega as saying": the words are Ortega's
        return None
    quoted = _quoted_words(scene, cue) if scene.lower[cue.at] in QUOTING else None
    if quoted is not None:
        return quoted
    by = scene.lower[cue.last : cue.last + 1] == ["by"] and _MEDIA.isdisjoint(scene.lower[cue.last + 1 : cue.last + 2])
    if scene.tags[cue.at] == "P" and cue.first == cue.at and by:
        # "a letter **written by** Ortega says", but not "Ortega confirmed by email that"
        return None
    if cue.form == "participle":
        seen = witnessed(scene, cue)
        if seen is not None:
            return _in_order(scene, evolve(cue, first=seen.last, form="finite"), seen)
    source = source_of(scene, cue)
    if source is None or source.relation in ("shared", "participle") or (source.relation == "aside" and _ends_with_name(scene, cue)):
        inverted = None if _has_object(scene, cue) else _inverted_source(scene, cue)
        if inverted is not None:
            return _inverted(scene, cue, inverted)
    return _in_order(scene, cue, source)


def _is_asked_for(scene: Scene, cue: Cue) -> bool:
    """Is somebody asked to say it, who may not: "a letter asking the mayor **to explain** why"?"""
    somebody = scene.phrases.by_end.get(cue.first, 0)
    while (
        somebody > 1 and scene.lower[somebody - 1] in TYING and somebody - 1 in scene.phrases.by_end and scene.lower[somebody - 1] != "for"
    ):
        somebody = scene.phrases.by_end[somebody - 1]
    if somebody > 1 and scene.lower[somebody - 1] == "for" and scene.tags[somebody - 2] == "N" and scene.lower[cue.first] == "to":
        # "a hotline for tenants **to report** damage"
        return kind_of_noun(scene.lower[somebody - 2], ()) == "unknown" and scene.lower[somebody - 2] not in own_words()
    asking = scene.verbs.get(scene.lower[somebody - 1]) if somebody else None
    return asking is not None and asking.lemma in _ASKING and scene.lower[cue.first : cue.first + 1] == ["to"]


def _has_object(scene: Scene, cue: Cue) -> bool:
    """Does what is said stand behind a preposition of the cue: "spoke **of a plan**"?"""
    return cue.last > cue.at + 1 and scene.lower[cue.last - 1] in _OF_OBJECTS and cue.last in scene.phrases.by_start


def _argues_for_somebody(scene: Scene, cue: Cue) -> bool:
    """Is it whose lawyer somebody is: "Orr, **arguing for the state**, said", but not "arguing for stricter rules"?"""
    if cue.verb.lemma != "argue" or scene.lower[cue.last - 1 : cue.last] != ["for"]:
        return False
    end = scene.phrases.by_start.get(cue.last, cue.last)
    head = scene.lower[end - 1]
    return end > cue.last and (scene.tags[end - 1] == "E" or kind_of_noun(head, scene.passage.vocabulary.roles) in _PARTIES)


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


# -- subject, verb, content ---------------------------------------------------------------------------------------------


def _is_turn_of_phrase(scene: Scene, cue: Cue) -> bool:
    """Is nothing said, as in "**That said,** it is late", "easier **said than** done", "an old **saying**"?"""
    lower, tags = scene.lower, scene.tags
    if cue.verb.lemma == "ask":
        # "Ortega asked Lind **questions that were** sent in"
        wanted = next((i for i in range(cue.at + 1, len(tags) - 1) if lower[i] == "for" or tags[i] not in "DOANEQUZ"), -1)
        end = scene.phrases.by_start.get(wanted + 1, 0)
        if end and lower[wanted] == "for" and lower[end - 1] in _COMMENT:
            # "The Courier **asked Ortega for comment**"
            return True
        asked = next((i for i in range(cue.last, len(tags) - 2) if tags[i] not in "DOANEQU" or lower[i].startswith("question")), -1)
        return asked >= 0 and lower[asked].startswith("question") and lower[asked + 1] == "that" and tags[asked + 2] in "VXM"
    if lower[cue.first - 1 : cue.last + 1] == ["that", "said", ","]:
        return cue.first < 3 and tags[0] in "DCRUWI"
    if lower[cue.at - 1 : cue.at + 2] in (["easier", "said", "than"], ["sooner", "said", "than"]):
        return True
    if (
        cue.verb.lemma == "call"
        and lower[cue.at + 1 : cue.at + 2] == ["in"]
        and lower[cue.at + 2 : cue.at + 3] in (["for"], ["sick"], ["to"])
    ):
        # "candidates **called in for** a forum"
        return True
    if cue.verb.lemma == "call" and lower[cue.at + 1 : cue.at + 2] == ["on"]:
        # "called on **Ortega on Monday** with a demand", but not "called on Ortega to resign", "called on her help"
        last = scene.phrases.by_start.get(cue.at + 2, 0)
        visited = last > 0 and (tags[last - 1] == "E" or kind_of_noun(lower[last - 1], ()) == "unnamed person")
        end = next((i for i in range(last, scene.passage.end) if tags[i] == "C" and i + 1 not in scene.phrases.by_start), scene.passage.end)
        return visited and ((lower[last : last + 1] != [] and lower[last] in _ON_A_VISIT) or not {"T", "K"} & set(tags[last:end]))
    if cue.verb.lemma == "respond" and lower[cue.at + 1 : cue.at + 2] == ["to"]:
        # "Officers **responded to the scene** after a man called"
        last = scene.phrases.by_start.get(cue.at + 2, 0)
        while lower[last : last + 1] == ["of"] and last + 1 in scene.phrases.by_start:
            last = scene.phrases.by_start[last + 1]
        return last > 0 and bool(_SCENES.intersection((lower[last - 1], singular(lower[last - 1])))) and not scene.is_quotation(last)
    if cue.verb.lemma == "add" and tags[cue.last : cue.last + 1] == "Q":
        # "Dunn scored 20 and Orr **added 14**"
        behind = scene.phrases.by_start.get(cue.last, cue.last + 1)
        return tags[behind : behind + 1] in ("", ",", ".", "C")
    return lower[cue.at] == "saying" and tags[: cue.at].rstrip("A")[-1:] in ("D", "O", "Z")


def _in_order(scene: Scene, cue: Cue, source: Subject | None) -> Frame | None:
    venue_end = scene.phrases.by_start.get(cue.last, len(scene.tags))
    if cue.last > cue.at + 1 and scene.lower[cue.at + 1] in ("on", "in") and scene.lower[venue_end : venue_end + 1] == ["that"]:
        # "insisted **on NBX** that": no object of the verb
        cue = evolve(cue, last=cue.at + 1)
    quoting = cue.last + (scene.lower[cue.last : cue.last + 1] == [","])
    if scene.lower[quoting : quoting + 3] == _AND_I_QUOTE:
        # 'said**, and I quote,** "No."'
        cue = evolve(cue, last=quoting + 3)
    told, after = addressee(scene, cue, cue.last)
    at, venue = content_opening(scene, after, infinitive=cue.verb.takes_infinitive)
    if told is not None and scene.lower[after : after + 1] != [] and scene.lower[after] in cue.verb.particles:
        # "warned the board **against buying** bonds"
        at, venue = after, None
    too = at + 1 + (scene.lower[at + 1 : at + 2] in (["too"], ["himself"], ["herself"], ["again"]))
    if scene.lower[at : at + 1] == ["so"] and scene.tags[too : too + 1] in ("", ",", ".", "C", "I"):
        # "They say **so** at every meeting": that stands before
        return None
    start = start_kind(scene, cue, at, after, told)
    if start == "comma" and scene.lower[at + 1 : at + 2] == ["that"] and start_kind(scene, cue, at + 1, after, told) == "that":
        # the comma should not be there: "He added, **that it was late**"
        at, start = at + 1, "that"
    beside = source is not None and (source.relation in ("subject", "aside") or _leads_to_infinitive(scene, cue, source))
    left = source.first if source is not None and beside and source.last <= cue.first else cue.first
    if left and scene.lower[left - 1] in QUOTING and (paper := subject_of(scene.phrases, left - 1)) is not None:
        # '"It is late," *the Courier quoted* **Ortega as saying**'
        left = paper.first
    if source is not None and left and scene.lower[left - 1] == "as" and start in ("", "comma"):
        return _as_put(scene, cue, source, left - 1, at, start, told, venue)
    # "Ortega, **who**, on a call Friday, said"
    apart = source is not None and source.relation == "relative" and source.last < cue.first and scene.lower[cue.first - 1] == ","
    front = None if apart else _said_before(scene, cue, left, at, start)
    if front is not None and scene.tags[front[0]] != "K" and _has_object(scene, cue):
        # 'In a clip that the judge called "odd," Ortega **spoke of a plan**'
        front = None
    told_already = front is not None and scene.tags[front[0]] == "K" and any(front[0] < verb < front[1] for verb in scene.known)
    if told_already and source is not None and source.relation == "shared":
        # '"I am done," Ortega said, then **added, "for now."**'
        front = None
    behind = _behind_comma(scene, source) if start == "comma" and scene.tags[at + 1 : at + 2] in ("V", "X", "M") else 0
    if source is not None and front is None and behind:
        # "**The culprit,** Yazzie and Lund said, **was a toxin**"
        source, left = evolve(source, first=behind), behind
        front = _said_before(scene, cue, left, at, start)
    quoted = front is not None and scene.is_quotation(front[1] - 1) and _is_said(scene, front)
    if quoted and start == "quote" and at > after and scene.lower[at - 1] == ",":
        # '"We had no plan," Ortega said, her voice rising, **"and no money."**'
        start, at = "comma quote", at - 1
    elif quoted and start == "quote":
        # '"That is my job," Ortega said on the podcast **"Here It Is"**'
        start = ""
    if front is not None and start == "clause" and _is_where(scene, front, at):
        start = ""
    # '"It is late," Ortega said **in a speech** that Lund attended'
    attended = start == "that" and at > after and scene.tags[at - 1] in "NE"
    if quoted and (attended or start not in ("that", "quote", "comma quote", "colon", "comma")):
        start = ""
    may = cue.verb.takes_clause or quoted or cue.verb.cue_class == "directive"
    if front is not None and start in ("", "comma quote", "comma") and may:
        return _fronted(scene, cue, source, front, at, start, told, venue)
    if start == "comma" and cue.form == "participle" and cue.verb.takes_clause and scene.tags[at + 1 : at + 2] == "S":
        # "posted a note saying, **if chosen, she would leave**"
        comma = next((i for i in range(at + 1, min(at + 10, scene.passage.end)) if scene.lower[i] == ","), 0)
        start, at = ("clause", at + 1) if comma and is_clause(scene, comma + 1) else (start, at)
    if start == "comma" and cue.form == "finite" and cue.verb.takes_clause and source is not None and _opens(scene, source, at + 1):
        start, at = "clause", at + 1
    if not start or start == "comma" or (cue.verb.needs_that and start not in _WITH_THAT):
        return None
    begin = at + (start in ("comma quote", "colon"))
    if start == "colon" and begin >= len(scene.tags):
        return Frame(cue, source, (), "bare", "colon", told, venue)
    end = _end(scene, cue, source, begin, start)
    if end <= begin or _says_nothing(scene, begin, end) or _is_vehicle(scene, begin):
        return None
    if start == "object" and _is_other_sense(scene, cue, begin):
        return None
    if start == "object" and cue.verb.lemma in NAMING:
        if not _has_complement(scene, begin, end):
            return None
        start = "complement"
        behind = next((i for i in range(end - 1, begin, -1) if scene.is_quotation(i - 1)), end)
        there = said_there(scene.phrases, behind) if behind < end else ""
        if there:
            # 'called it "late" **in a note to clients**'
            end, venue = behind, (behind, end) if there == "where" else venue
    if start == "object" and not any(kind in "VXMKS" for kind in scene.tags[begin:end]):
        # "denied the charge **through a spokeswoman**", "claimed victory **in a tweet**"
        place = next((i for i in range(begin + 1, end - 1) if scene.lower[i] in _SAID_BY and said_there(scene.phrases, i) == "where"), end)
        end, venue = place, (place, end) if place < end else venue
    if cue.verb.needs_quoted and not any(scene.is_quotation(i) for i in range(begin, end)):
        return None
    shape = "tag before" if scene.tags[begin] == "K" else _SHAPES.get(start, "clause after")
    if start == "gap" and scene.lower[begin : begin + 2] in (["is", "that"], ["was", "that"]):
        # "**What** Ortega said was **that they had no warning**"
        begin, start = begin + 1, "that"
    contents: tuple[Range, ...] = ((begin, end),)
    if start == "gap":
        relative = _relative_of(scene, source)
        contents = ((relative, relative + 1), *contents) if relative >= 0 else contents
    return Frame(cue, source, contents, shape, start, told, venue)


def _leads_to_infinitive(scene: Scene, cue: Cue, source: Subject) -> bool:
    """Does a tag have its cue behind another verb: '"No," **Ortega was quick to add**', '"Yes," **Ortega hastened to say**'?"""
    first = source.last
    if source.relation != "infinitive" or not source.first or not cue.verb.takes_clause:
        return False
    behind = scene.is_quotation(source.first - 1) or (scene.lower[source.first - 1] == "," and cue.last >= scene.passage.end)
    return behind and first < cue.first <= first + _LEADING and set(scene.tags[first : cue.first]) <= set("VXRAPD")


def _behind_comma(scene: Scene, source: Subject | None) -> int:
    """The item behind the first comma of a subject that looks like a list; 0 where there is none."""
    if source is None or source.relation != "subject":
        return 0
    return next((i + 1 for i in range(source.first, source.last) if scene.lower[i] == ","), 0)


def _relative_of(scene: Scene, source: Subject | None) -> int:
    """The relative pronoun that the clause of this subject begins with: "**which** officials said will end"; -1 for none."""
    before = source.first - 1 if source is not None else -1
    return before if before >= 0 and scene.lower[before] in ("which", "that", "what", "who", "whom", "where") else -1


def _opens(scene: Scene, source: Subject, at: int) -> bool:
    """Does a clause follow the comma of a tag that opens its sentence: "**She added,** the work is late"?"""
    if any(kind in "VXMK" for kind in scene.tags[: source.first]) or source.relation not in ("subject", "aside"):
        return False
    if scene.tags[at : at + 1] != "" and scene.tags[at] in "SNBGP":
        # "She said, **if chosen,** she would stay"; "She says, **rain or snow,** she will stay"
        comma = next((i for i in range(at + 1, min(at + 10, scene.passage.end)) if scene.lower[i] == ","), at)
        aside = scene.tags[at] == "S" or not scene.has_finite(at, comma)
        return aside and comma > at and scene.tags[comma + 1 : comma + 2] != "S" and _opens(scene, source, comma + 1)
    last = scene.phrases.by_start.get(at, scene.passage.end)
    if last >= scene.passage.end or scene.tags[at] not in "DUOE":
        return False
    return scene.lower[last] not in scene.verbs and is_clause(scene, at)


def _has_complement(scene: Scene, begin: int, end: int) -> bool:
    """Is it said what the object is called: "called **him a liar**", but not "called a cab", "called him every night"?"""
    after = scene.phrases.by_start.get(begin, end)
    behind = scene.phrases.by_start.get(after, 0)
    time = behind > 0 and (scene.lower[after] == "every" or scene.phrases.is_time(after, behind))
    if any(scene.is_quotation(i) for i in range(begin, end)) or (after < end and not time and scene.tags[after] in "DAOPRE"):
        return True
    # "called the methods **sound**"
    return after > begin and not _COMPLEMENTS.isdisjoint(scene.lower[max(after - 1, begin + 1) : after + 1])


def _is_vehicle(scene: Scene, begin: int) -> bool:
    """Is the object only what it was said in: "wrote **a letter** saying that they had no warning"?"""
    last = scene.phrases.by_start.get(begin, 0)
    says = 0 < last < len(scene.tags) and scene.tags[last] == "G" and scene.lower[last] in scene.verbs
    return says and scene.lower[last - 1] in ISSUED


def _is_other_sense(scene: Scene, cue: Cue, begin: int) -> bool:
    """Does the object tell that nothing is said: "wrote **the bill**", "claimed **the title**", "denied **him the title**"?"""
    last = scene.phrases.by_start.get(begin, 0)
    if not last:
        return False
    behind = scene.phrases.by_start.get(last, 0)
    to_somebody = cue.verb.lemma == "deny" and behind > 0 and not scene.phrases.is_time(last, behind)
    # "asked **residents two questions**"
    nouns = {singular(scene.lower[end - 1]) for end in (last, behind) if end}
    return to_somebody or not nouns.isdisjoint(sets_of("other_senses.tsv").get(cue.verb.lemma, ()))


def _says_nothing(scene: Scene, begin: int, end: int) -> bool:
    """Is the content one word like *that* or *so*: "declined to confirm **that**"; or is it a call returned: "called **me back**"?"""
    if scene.tags[begin] == "U" and scene.lower[begin + 1 : begin + 2] == ["back"]:
        return True
    if scene.lower[begin : begin + 1] == ["this"] and scene.lower[begin + 1 : begin + 2] != [] and scene.lower[begin + 1] in _WHEN_OR_WHERE:
        # "said **this when she met the mayor**"
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


def _end(scene: Scene, cue: Cue, source: Subject | None, begin: int, start: str) -> int:
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


# -- content before the cue --------------------------------------------------------------------------------------------


def _said_before(scene: Scene, cue: Cue, left: int, at: int, start: str) -> Range | None:
    """The content before a tag whose words begin at `left`; `at` is where and `start` how something begins behind the tag."""
    article = scene.phrases.by_end.get(left, 0)
    if scene.tags[left - 1 : left] == "N" and scene.lower[article] in ("a", "an") and scene.lower[article - 1 : article] == [","]:
        # "said it was late**, a claim** Ortega disputes"
        return None
    front = _front(scene, cue, left) if cue.form == "finite" or (cue.form == "infinitive" and left < cue.first) else None
    if front is None:
        return None
    if not _is_full(scene, front) and (start != "comma" or _rest(scene, cue, at + 1, front) is None):
        return front if start == "comma quote" and _is_subject_of_quotation(scene, front, at + 1) else None
    if scene.lower[front[0]] in ASKED or scene.lower[left] == "whose":
        # "**Asked about the bill**, Ortega said no."; "**Ortega**, whose class wrote to the mayor, was there"
        return None
    if start == "comma quote" and scene.starts_upper(at + 1) and _is_circumstance(scene, front):
        return None
    if at < len(scene.lower) and scene.lower[at] in YES_AND_NO and scene.is_quotation(front[1] - 1) and _is_said(scene, front):
        # 'He went on about "the system," and Ortega said **yes**.'
        return None
    return front


def _front(scene: Scene, cue: Cue, left: int) -> Range | None:
    """The content that may stand before a tag whose words begin at this item."""
    if left < 1:
        return None
    end = left
    if scene.lower[end - 1] in PAUSES:
        end -= 1
    elif not scene.is_quotation(end - 1):
        return None
    if end > 1 and scene.lower[end] in DASHES and scene.is_quotation(end - 1) and scene.lower[end - 2] in DASHES:
        # 'Orr lamented it - **"Is it over?"** - and riders who came said': an aside
        return None
    if end < 1:
        return None
    if end < left and scene.tags[end - 1] in "WSC":
        # "He went to Hawaii, **where**, he said, there are no foxes"
        return end - 1, end
    start = _behind_other_words(scene, content_start(scene.passage, scene.phrases, end, cue), end)
    return (start, end) if start < end else None


def _behind_other_words(scene: Scene, start: int, end: int) -> int:
    """Where the words before a tag begin that are not those of an earlier cue; `end` for none.

    'Lund said it mattered: **"I will vote,"** the speaker said', but not 'Lund told me: "I will vote," Ortega said', who recalls it.
    In '"Nobody," Lund warned, "will. This," he added, "is it"' the second quotation belongs to the first tag.
    """
    if not scene.is_quotation(end - 1):
        return start
    for verb, subject in scene.known.items():
        if start < verb < end - 1:
            if start < subject.first and scene.tags[start : subject.first].strip("Kk") == "" and scene.lower[end - 2] == ",":
                return end
            if scene.lower[end - 2] == ":" and scene.starts_upper(end - 1) and scene.has_finite(verb + 1, end - 2):
                return end - 1
    return start


def _is_full(scene: Scene, front: Range) -> bool:
    """Has it a finite verb, or a quotation, or does it bid, or say no: "**Not so fast**, said Ortega"? Is it more than "In Ohio,"?"""
    if scene.lower[front[0]] in _NOT_SO or scene.tags[front[0]] == "B":
        return True
    words, kinds = scene.lower[slice(*front)], scene.tags[slice(*front)]
    if kinds[0] == "I" and scene.is_quotation(front[1] - 1) and "what" in words and sum(kind in "VXM" for kind in kinds) == 1:
        # 'Last May, under what he called **"the old way,"** the inn charged him'
        return False
    titled = scene.tags[front[0]] not in "KG" and scene.tags[front[0] : front[0] + 2] != "IG" and scene.is_title(front[1] - 1)
    if titled and not finite_verbs(scene.tags, *front):
        # 'In an interview, which aired on **"Meet the Mayor,"** Ortega said'; 'Lind, host of **"Good Morning,"** said'
        return False
    finite = scene.has_finite(*front) or _acts_behind_aside(scene, front)
    return "K" in scene.tags[front[0] : front[1]] or finite or _is_full_headline(scene, front)


def _acts_behind_aside(scene: Scene, front: Range) -> bool:
    """Is what may be a participle the verb of a subject before an aside: "**The driver**, who was hurt, **fled** on foot, said Ortega"?"""
    comma = scene.phrases.by_start.get(front[0], front[1])
    if scene.lower[comma] != "," or scene.phrases.is_time(front[0], comma):
        return False
    behind = (i for i in range(comma + 2, front[1]) if scene.lower[i - 1] == "," and scene.tags[i] == "P")
    return any(may_be_verb(scene.lower[i]) for i in behind)


def _is_full_headline(scene: Scene, front: Range) -> bool:
    """Is it a clause of a headline: "**Bridge to close in May**, council says", '**Bridge "safe" despite cracks**, council insists'?"""
    if "." in scene.tags or not scene.passage.opens_paragraph:
        return False
    verb = scene.phrases.by_start.get(front[0], len(scene.tags))
    return scene.tags[verb : verb + 2] in ("TB", "TX") or scene.tags[verb : verb + 1] == "k"


def _is_subject_of_quotation(scene: Scene, front: Range, quotation: int) -> bool:
    """Is it a subject whose verb is quoted: '**Her client**, she said, **"never took a dime"**'?"""
    first, last = front
    while first < last and scene.tags[first] in "CR":
        first += 1
    end = scene.phrases.by_start.get(first, -1)
    while end < last and scene.lower[end : end + 1] == ["of"]:
        end = scene.phrases.by_start.get(end + 1, last + 1)
    return end == last and not scene.phrases.is_time(first, last) and not scene.starts_upper(quotation)


def _is_circumstance(scene: Scene, front: Range) -> bool:
    """Does it tell when or why the sentence behind the cue was said: '**When Reyes left**, Ortega said, "It is late."'?"""
    first = front[0]
    while scene.tags[first] == "R" and first + 1 < front[1]:
        # 'Soon **after Reyes left**, Ortega said, "It is late."'
        first += 1
    for i in range(front[0] + 2, front[1] - 1):
        joined = scene.tags[i - 1] == "C" and scene.lower[i - 2] == ","
        later = scene.lower[i - 1] == "," and not scene.has_finite(front[0], i)
        if scene.lower[i] in _CIRCUMSTANCE and (joined or later):
            # 'Reyes left, **and when asked why**, she said, "No."'; 'In May, **as Reyes left**, she said, "No."'
            first = i
    word, kind = scene.lower[first], scene.tags[first]
    return not any(scene.is_quotation(i) for i in range(*front)) and (word in _CIRCUMSTANCE or kind in "GPW")


def _is_where(scene: Scene, front: Range, at: int) -> bool:
    """Is it only said where or when they said so: "The plant will close, officials said **at a hearing where dozens spoke**"?"""
    told = scene.tags[at] == "I" or (scene.tags[at] == "S" and scene.lower[at] in ("as", "while", "after", "before"))
    return told and scene.has_finite(*front) and not _is_circumstance(scene, front)


def _is_said(scene: Scene, front: Range) -> bool:
    """Is the quotation at the front what was said, and not a title: 'On "Face the Nation," Ortega said'?"""
    return scene.is_quotation(front[0]) or scene.has_finite(*front)


def _fronted(
    scene: Scene, cue: Cue, source: Subject | None, front: Range, at: int, start: str, told: Range | None, venue: Range | None
) -> Frame:
    contents = [front]
    quoted = "K" in scene.tags[front[0] : front[1]]
    shape = "tag after" if scene.is_quotation(front[1] - 1) else "clause before"
    if start == "comma quote":
        contents.append((at + 1, max(scene.quotations_from(at + 1), at + 2)))
        shape = "tag inside"
    elif start == "comma":
        rest = _rest(scene, cue, at + 1, front)
        if rest:
            contents.append(rest)
            shape = "tag inside" if quoted else "clause around"
    return Frame(cue, source, tuple(contents), shape, "quote" if quoted else "clause", told, venue)


def _as_put(
    scene: Scene, cue: Cue, source: Subject, at: int, content_at: int, start: str, told: Range | None, venue: Range | None
) -> Frame | None:
    """ "As Ortega put it, they had no warning."; "They had no warning, as Ortega said."""
    # "They can stay, **and as Ortega noted**, they will"
    joined = at > 0 and scene.tags[at - 1] in "CR" and (at == 1 or scene.lower[at - 2] in (",", ";"))
    # "**However, as** Ortega said, they will"
    joined = joined or (at == 2 and scene.lower[1] == "," and scene.tags[0] in "CR")
    if at == 0 or joined:
        begin = content_at + 1
        if start != "comma" or not (scene.is_quotation(begin) or is_clause(scene, begin)):
            return None
        end = clause_end(scene.passage, scene.phrases, begin, cue, "as")
        return Frame(cue, source, ((begin, end),), "clause after", "as", told, venue)
    front = _front(scene, cue, at)
    if front is None:
        return None
    apart = "," in scene.lower[at - 3 : at]
    cued = any(scene.tags[i] == "V" and scene.lower[i] in scene.verbs for i in range(*front))
    if cued and not apart and scene.is_quotation(front[1] - 1):
        # 'The crowd **chanted "No more" as** Ortega spoke'
        return None
    if not _is_full(scene, front):
        # "Weeks ago, as the Post reported, they were talking"
        rest = _rest(scene, cue, content_at + 1, front) if start == "comma" else None
        return Frame(cue, source, (front, rest), "clause around", "as", told, venue) if rest else None
    return Frame(cue, source, (front,), "clause before", "as", told, venue)


def _rest(scene: Scene, cue: Cue, at: int, front: Range) -> Range | None:
    """The content that goes on behind a tag between commas: "The hashtag, he said, **was popular**"."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    end = scene.passage.end
    if at >= end:
        return None
    kind = tags[at]
    whole = any(k in "VXMK" for k in tags[front[0] : front[1]])
    leans = tags[front[0]] in "ISRG" or not whole
    if leans and kind in "DOANEQURI" and (is_clause(scene, at) or (not whole and (kind == "R" or not scene.has_finite(at, end)))):
        return at, clause_end(scene.passage, phrases, at, cue, "rest")
    # but not "**Moderated by Reyes**, the forum asked questions, **and each was given time**"
    told = whole or tags[front[0]] == "B"
    joined = kind == "C" and lower[at] in ("and", "or") and told and any(k in "VXMK" for k in tags[at:end])
    narrated = not any(k in "Kk" for k in tags[at:end]) and front[1] - front[0] == 1
    if joined and scene.is_quotation(front[1] - 1) and (narrated or is_finite_from(tags, at + 1)):
        # '"No," said Reyes, **and looked up**.'; '"Sit," she commands, **and a visitor sits**.'
        return None
    bare = kind == "P" and not whole
    # "They had, Ortega said, **no warning**"
    broken = tags[front[1] - 1] in "XM" and kind in "DOANEQURPG"
    clause = (kind == "S" and lower[at] != "as") or (leans and lower[at] == "when")
    if not (kind in "VXM" or bare or broken or lower[at] in _GOES_ON or joined or clause):
        return None
    if (kind == "C" or (kind == "V" and whole)) and (lower[at] in scene.verbs or (at + 1 < end and lower[at + 1] in scene.verbs)):
        return None
    if scene.is_quotation(front[1] - 1) and lower[at] in _GOES_ON and not any(k in "VXMKk" for k in tags[at:end]):
        # '"No," said Reyes, **by telephone**.'
        return None
    verb = phrases.by_start.get(at + 1, end)
    if kind in "SC" and verb < end and tags[verb] == "V" and lower[verb] in scene.verbs:
        # "..., Ruiz said, while Brandt said": that is somebody else's
        return None
    return at, clause_end(scene.passage, phrases, at, cue, "rest")


# -- verb, subject -----------------------------------------------------------------------------------------------------


def _is_of_work(scene: Scene, cue: Cue) -> bool:
    """Is what stands behind the cue a work: 'the choir **sang "Amazing Grace."**', 'Lind **wrote "The Long Road"**'?"""
    if cue.verb.lemma not in OF_WORKS or not scene.is_quotation(cue.last):
        return False
    words = scene.doc.words
    first, last = scene.quotations[scene.passage.quotations[cue.last]].inside
    # the full stop of the sentence may stand inside the marks
    last -= last > first and words[last - 1] == "."
    titled = last - first > 1 and scene.doc.is_title(first, last) and words[last - 1] not in ("?", "!")
    return titled and (cue.verb.lemma != "write" or scene.doc.lower[first] in _ARTICLES)


def _ends_relative(scene: Scene, source: Subject, at: int) -> bool:
    """Does the main verb stand here, behind a clause that tells of its subject: 'A plan that Ortega called "odd" **failed**'?"""
    before = source.first - 1
    told = before > 0 and (scene.tags[before] in "NE" or scene.lower[before] in ("which", "that", "whom"))
    return told and scene.tags[at : at + 1] in ("V", "X", "M", "P") and not scene.has_finite(0, before)


def _ends_with_name(scene: Scene, cue: Cue) -> bool:
    """Does the sentence end with no more than who says it: "They worked on sewers, at all ends, **said foreman Jo Lind**"?"""
    rest = scene.tags[cue.last : scene.passage.end]
    told = cue.verb.takes_addressee or scene.has_finite(cue.last, scene.passage.end) or "K" in rest or "S" in rest
    last = scene.phrases.by_start.get(cue.last, cue.last)
    # but not "pointed **a finger** at the White House", "says **a combined Acme**"
    somebody = last > cue.last and may_speak(scene.phrases, Subject(cue.last, last, "inverted"))
    person = kind_of_noun(scene.lower[last - 1], scene.passage.vocabulary.roles) == "unnamed person"
    if cue.verb.lemma == "say" and (scene.tags[cue.last : cue.last + 1] != "D" or scene.lower[cue.last] == "the" or person):
        # nobody says a body or a person: "Orr, the mayor, **fled** to Ohio, said the sheriff's office"
        acts = any(kind in "VXMP" for kind in scene.tags[: cue.first])
        return somebody and not told and acts
    article = scene.tags[cue.last : cue.last + 1] == "D" and scene.tags[last - 1] == "E"
    return "E" in rest and not told and somebody and not article and scene.has_finite(0, cue.first)


def _inverted_source(scene: Scene, cue: Cue) -> Subject | None:
    """The subject behind the verb, where one may stand: '"...", said Ortega', but not "called it"."""
    before = cue.first - 1
    # behind a whole quotation any cue will do: '"No," pleaded Ortega'
    quoted = before >= 0 and scene.tags[before] == "K"
    may = cue.verb.cue_class in _INVERTING and (cue.verb.takes_clause or not cue.verb.takes_object)
    if cue.form != "finite" or not (may or quoted):
        return None
    if before >= 0 and not scene.is_quotation(before) and scene.lower[before] not in PAUSES:
        return None
    return inverted_subject(scene.phrases, cue.last)


def _inverted(scene: Scene, cue: Cue, source: Subject) -> Frame | None:
    tags, lower = scene.tags, scene.lower
    front = _front(scene, cue, cue.first)
    at, venue = content_opening(scene, source.last)
    after: Range | None = None
    quote = at + (at < len(tags) and lower[at] in ",:")
    other_cue = lower[source.last - 1] in scene.verbs
    # '"No," said Pike, who says he **"did not"**'
    in_aside = quote == at and not _RELATIVES.isdisjoint(lower[cue.last : at])
    if scene.is_quotation(quote) and tags[quote] == "K" and not other_cue and not in_aside:
        after = (quote, scene.quotations_from(quote))
    elif (
        front is not None
        and at < len(tags)
        and lower[at] == ","
        and not (scene.is_quotation(front[1] - 1) and not _RELATIVES.isdisjoint(lower[cue.last : at]))
    ):
        # but not '"It is true," said Pike, whose son, Devin, **was 22**.'
        after = _rest(scene, cue, at + 1, front)
    if front is not None and not _is_full(scene, front) and after is None:
        return None
    told = cue.verb.lemma in ("tell", "ask") and is_clause(scene, source.last)
    if front is not None and "K" not in tags[front[0] : front[1]] and at < len(tags) and (told or tags[at] in "XM"):
        # "Mehta, a doctor at Mercy, said **admissions had** doubled"; "..., told **the panel** she drove"
        return None
    contents = tuple(r for r in (front, after) if r)
    if not contents:
        return None
    quoted = any("K" in tags[first:last] for first, last in contents)
    if front is None:
        shape = "tag before"
    elif after is not None:
        shape = "tag inside" if quoted else "clause around"
    else:
        shape = "tag after" if scene.is_quotation(front[1] - 1) else "clause before"
    return Frame(cue, source, contents, shape, "quote" if quoted else "clause", None, venue)


# -- told, asked -------------------------------------------------------------------------------------------------------


def _quoted_words(scene: Scene, cue: Cue) -> Frame | None:
    """'The mayor **quoted Natasha Ortega: "No."**'"""
    last = scene.phrases.by_start.get(cue.last, 0)
    # 'quoted **her mother**: "No."'
    person = last > 0 and scene.lower[last : last + 1] == [":"] and kind_of_noun(scene.lower[last - 1], scene.passage.vocabulary.roles)
    if (
        not last
        or (scene.tags[last - 1] != "E" and person not in ("unnamed person", "group"))
        or scene.lower[last : last + 1] not in ([":"], [","])
        or not scene.is_quotation(last + 1)
    ):
        return None
    return Frame(cue, Subject(cue.last, last, "inverted"), ((last + 1, scene.quotations_from(last + 1)),), "tag before", "quote")


def _agent(scene: Scene, at: int) -> Subject | None:
    """Who does it, where "by" stands here: "was told **by Ortega**"."""
    found = inverted_subject(scene.phrases, at + 1) if scene.lower[at : at + 1] == ["by"] else None
    return evolve(found, relation="agent") if found is not None else None


def _judged(scene: Scene, cue: Cue) -> Frame | None:
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


def _passive(scene: Scene, cue: Cue) -> Frame | None:
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
    end = _end(scene, cue, source, begin, start)
    if end <= begin or _says_nothing(scene, begin, end):
        return None
    who = (told.first, told.last) if told is not None else None
    return Frame(cue, source, ((begin, end),), "told" if quoted else "passive", start, who, venue)


def _topic(scene: Scene, at: int, last: int) -> int:
    """The item behind the "about" that was taken for a part of the venue: "asked on Monday about **the bill**"; 0 for none."""
    about = next((i for i in range(at, last) if scene.lower[i] == "about"), last)
    return about + 1 if about + 1 < last else 0


def _asked(scene: Scene, cue: Cue) -> Frame | None:
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
    if begin >= told.first - 1 or _says_nothing(scene, begin, told.first - 1):
        return None
    source = evolve(asker, relation="agent") if asker is not None else None
    return Frame(evolve(cue, form="passive"), source, ((begin, told.first - 1),), "passive", "question", (told.first, told.last), None)


def _is_asked_aside(scene: Scene, cue: Cue) -> bool:
    """Is the verb a participle between commas: "Hale, **asked about the delay**, said it was late"?"""
    at = cue.at
    behind = scene.tags[at + 1 : at + 2]
    return (
        at > 1
        and scene.lower[at - 1] == ","
        and at - 1 in scene.phrases.by_end
        and behind != ""
        and behind in "SWIT"
        and _is_closed(scene, at)
    )


def _is_closed(scene: Scene, at: int) -> bool:
    """Does a comma before a finite verb follow, with which an aside ends?"""
    return any(scene.lower[i] == "," and scene.tags[i + 1] in "RVXM" for i in range(at + 2, len(scene.tags) - 1))


def _asked_aside(scene: Scene, cue: Cue) -> Frame | None:
    """ "Hale, **asked whether he would resign**, said no": it is Hale who was asked."""
    begin, _ = content_opening(scene, cue.last)
    if start_kind(scene, cue, begin, cue.last, None) != "question":
        return None
    end = next((i for i in range(begin + 1, len(scene.tags) - 1) if scene.lower[i] == "," and scene.tags[i + 1] in "RVXM"), 0)
    told = (scene.phrases.by_end[cue.at - 1], cue.at - 1)
    return Frame(evolve(cue, form="passive"), None, ((begin, end),), "passive", "question", told, None) if end else None

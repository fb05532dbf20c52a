"""The frame of a cue verb, read off the order of things around it.

What stands before its subject, what follows the verb, what is between commas: that decides whether the content is before, after or around.
"""

from __future__ import annotations

from attrs import define, evolve

from quoteattr.attribution.asked_frames import asked, asked_aside, is_asked_aside, judged, opens_asked, passive
from quoteattr.attribution.before_cue import as_put, front_of, fronted, is_full, is_said, is_where, rest_of, said_before
from quoteattr.attribution.behind_cue import end_behind, has_complement, is_other_sense, is_vehicle, says_nothing
from quoteattr.attribution.frame import Frame, Range, Scene
from quoteattr.attribution.no_cue import is_no_cue
from quoteattr.attribution.openings import QUOTING, addressee, content_opening, is_clause, said_there, start_kind
from quoteattr.attribution.verb_sources import as_saying, quoting, source_of, witnessed
from quoteattr.cues.verb_groups import NAMING, Cue, is_bare_passive
from quoteattr.mentions.mention import kind_of_noun
from quoteattr.mentions.subjects import ASKED, Subject, inverted_subject, may_speak, subject_of
from quoteattr.text.tags import PAUSES

#: Behind which what is said stands: "spoke **of** a plan".
_OF_OBJECTS = frozenset(("about", "against", "for", "of"))
_RELATIVES = frozenset(("who", "whose", "which"))
#: How content begins behind a verb that takes only *that*, or a quotation apart: 'He concurred: **"It is late."**'.
_WITH_THAT = frozenset(("that", "colon", "comma quote"))
#: How many words a tag has at most before "to" and its cue.
_LEADING = 4
_SHAPES = {"object": "object", "complement": "object", "to": "infinitive"}
_INVERTING = frozenset(("speech", "question", "claim", "admission", "manner"))
#: What stands before what was not said, quite.
_NOT_QUITE = (["short", "of"], ["close", "to"])
#: How something is said, behind "by".
_MEDIA = frozenset("e-mail email fax letter phone telegram telephone text".split())
_AND_I_QUOTE = "and i quote".split()
#: By what way something is said.
_SAID_BY = frozenset(("during", "in", "through", "via"))


def verb_frame(scene: Scene, cue: Cue) -> Frame | None:
    """The frame of a cue verb; None where it introduces nothing."""
    if is_no_cue(scene, cue):
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
    if scene.lower[cue.at] in ASKED and opens_asked(scene, cue):
        return asked(scene, cue)
    if scene.lower[cue.at] in ASKED and is_asked_aside(scene, cue):
        return asked_aside(scene, cue)
    judgement = judged(scene, cue)
    if judgement is not None or is_bare_passive(scene.passage, cue.at):
        # 'Lind **branded "liar"**' by somebody
        return judgement
    if cue.form == "passive":
        return passive(scene, cue)
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


def _quoted_words(scene: Scene, cue: Cue) -> Frame | None:
    """'The mayor **quoted Natasha Ortega: "No."**'"""
    last = scene.phrases.by_start.get(cue.last, 0)
    # 'quoted **her mother**: "No."', 'quoted her mother, **Natasha Ortega**: "No."'
    if scene.lower[last : last + 1] == [","] and scene.tags[last + 1 : last + 2] == "E" and scene.phrases.by_start.get(last + 1):
        last = scene.phrases.by_start[last + 1]
    person = last > 0 and scene.lower[last : last + 1] == [":"] and kind_of_noun(scene.lower[last - 1], scene.passage.vocabulary.roles)
    if (
        not last
        or (scene.tags[last - 1] != "E" and person not in ("unnamed person", "group"))
        or scene.lower[last : last + 1] not in ([":"], [","])
        or not scene.is_quotation(last + 1)
    ):
        return None
    return Frame(cue, Subject(cue.last, last, "inverted"), ((last + 1, scene.quotations_from(last + 1)),), "tag before", "quote")


#: What a flood does that may come: "The flood **threatens** to cut the road".
_LOOMING = frozenset(("promise", "threaten"))


@define(slots=True)
class _Order:
    """What stands where around a cue: who says it, whom it is told, and how what follows begins."""

    scene: Scene
    cue: Cue
    source: Subject | None
    told: Range | None
    venue: Range | None
    #: The item behind the cue and whom it is told, and the one at which the content may begin.
    after: int
    at: int
    #: How it begins there: "that", "quote", "comma", ...; empty where it does not.
    start: str


def _in_order(scene: Scene, cue: Cue, source: Subject | None) -> Frame | None:
    """The frame by what stands before the subject and behind the verb."""
    order = _read_behind(scene, cue, source)
    if order is None:
        return None
    left = _left_of(order)
    if source is not None and left and scene.lower[left - 1] == "as" and order.start in ("", "comma"):
        return as_put(scene, order.cue, source, left - 1, order.at, order.start, order.told, order.venue)
    front = _front(order, left)
    quoted = front is not None and scene.is_quotation(front[1] - 1) and is_said(scene, front)
    _settle_start(order, front, quoted=quoted)
    verb = order.cue.verb
    may = verb.takes_clause or quoted or verb.cue_class == "directive"
    if front is not None and order.start in ("", "comma quote", "comma") and may:
        return fronted(scene, order.cue, order.source, front, order.at, order.start, order.told, order.venue)
    _open_clause(order)
    if order.start in ("", "comma") or (verb.needs_that and order.start not in _WITH_THAT):
        return None
    if order.start == "to" and verb.lemma in _LOOMING:
        # "They said glaciers shrink, **threatening** to raise the sea"
        verb_before = next((i for i in range(cue.at - 1, 0, -1) if scene.tags[i] in "VXM"), 0)
        looming = subject_of(scene.phrases, verb_before) if cue.form == "participle" and verb_before else order.source
        if looming is not None and not may_speak(scene.phrases, looming):
            return None
    return _content_behind(order)


def _read_behind(scene: Scene, cue: Cue, source: Subject | None) -> _Order | None:
    """What stands behind the cue: whom it is told, where it is said, and how what is said begins; None where that stands elsewhere."""
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
    # "**It is the staff**, Ortega said, **that** leaves"
    cleft = scene.lower[:1] == ["it"] and scene.tags[1:2] in ("X", "V") and "," in scene.lower[2 : cue.first]
    that = scene.lower[at + 1 : at + 2] == ["that"] and not cleft
    if start == "comma" and that and start_kind(scene, cue, at + 1, after, told) == "that":
        # the comma should not be there: "He added, **that it was late**"
        at, start = at + 1, "that"
    return _Order(scene, cue, source, told, venue, after, at, start)


def _left_of(order: _Order) -> int:
    """The item at which the subject begins, if it stands beside the cue, or whoever quotes it; the cue's own first item else."""
    scene, source, cue = order.scene, order.source, order.cue
    beside = source is not None and (source.relation in ("subject", "aside") or _leads_to_infinitive(scene, cue, source))
    left = source.first if source is not None and beside and source.last <= cue.first else cue.first
    if left and scene.lower[left - 1] in QUOTING and (paper := subject_of(scene.phrases, left - 1)) is not None:
        # '"It is late," *the Courier quoted* **Ortega as saying**'
        return paper.first
    return left


def _front(order: _Order, left: int) -> Range | None:
    """The content before the subject, which begins at `left`; None where none is said there."""
    scene, source, cue = order.scene, order.source, order.cue
    if source is not None and source.relation == "relative" and source.last < cue.first and scene.lower[cue.first - 1] == ",":
        # "Ortega, **who**, on a call Friday, said"
        return None
    front = said_before(scene, cue, left, order.at, order.start)
    if front is not None and scene.tags[front[0]] != "K" and _has_object(scene, cue):
        # 'In a clip that the judge called "odd," Ortega **spoke of a plan**'
        front = None
    told_already = front is not None and scene.tags[front[0]] == "K" and any(front[0] < verb < front[1] for verb in scene.known)
    if told_already and source is not None and source.relation == "shared":
        # '"I am done," Ortega said, then **added, "for now."**'
        front = None
    at = order.at
    behind = _behind_comma(scene, source) if order.start == "comma" and scene.tags[at + 1 : at + 2] in ("V", "X", "M") else 0
    if source is not None and front is None and behind:
        # "**The culprit,** Yazzie and Lund said, **was a toxin**"
        order.source = evolve(source, first=behind)
        front = said_before(scene, cue, behind, at, order.start)
    return front


def _settle_start(order: _Order, front: Range | None, *, quoted: bool) -> None:
    """Behind content before the cue, which may be `quoted`, let only what goes on with it be more of it."""
    scene, at, after = order.scene, order.at, order.after
    if quoted and order.start == "quote" and at > after and scene.lower[at - 1] == ",":
        # '"We had no plan," Ortega said, her voice rising, **"and no money."**'
        order.start, order.at = "comma quote", at - 1
    elif quoted and order.start == "quote":
        # '"That is my job," Ortega said on the podcast **"Here It Is"**'
        order.start = ""
    if front is not None and order.start == "clause" and is_where(scene, front, order.at):
        order.start = ""
    # '"It is late," Ortega said **in a speech** that Lund attended'
    attended = order.start == "that" and order.at > after and scene.tags[order.at - 1] in "NE"
    if quoted and (attended or order.start not in ("that", "quote", "comma quote", "colon", "comma")):
        order.start = ""


def _open_clause(order: _Order) -> None:
    """Let a clause begin behind the comma of a tag, where one does: "posted a note saying, **if chosen, she would leave**"."""
    scene, cue, at = order.scene, order.cue, order.at
    if order.start != "comma" or not cue.verb.takes_clause:
        return
    if cue.form == "participle" and scene.tags[at + 1 : at + 2] == "S":
        comma = next((i for i in range(at + 1, min(at + 10, scene.passage.end)) if scene.lower[i] == ","), 0)
        if comma and is_clause(scene, comma + 1):
            order.start, order.at = "clause", at + 1
    elif cue.form == "finite" and order.source is not None and _opens(scene, order.source, at + 1):
        order.start, order.at = "clause", at + 1


def _content_behind(order: _Order) -> Frame | None:
    """The frame of a cue whose content stands behind it."""
    scene, cue, source, start, venue = order.scene, order.cue, order.source, order.start, order.venue
    begin = order.at + (start in ("comma quote", "colon"))
    if start == "colon" and begin >= len(scene.tags):
        # but not "Here is Ortega, **speaking in Dover:**"
        presented = source is None and scene.lower[0] == "here"
        return None if presented else Frame(cue, source, (), "bare", "colon", order.told, venue)
    end = end_behind(scene, cue, source, begin, start)
    if end <= begin or says_nothing(scene, begin, end) or is_vehicle(scene, begin):
        return None
    if start == "object" and is_other_sense(scene, cue, begin):
        return None
    if start == "object" and cue.verb.lemma in NAMING:
        if not has_complement(scene, begin, end):
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
    return Frame(cue, source, contents, shape, start, order.told, venue)


def _has_object(scene: Scene, cue: Cue) -> bool:
    """Does what is said stand behind a preposition of the cue: "spoke **of a plan**"?"""
    return cue.last > cue.at + 1 and scene.lower[cue.last - 1] in _OF_OBJECTS and cue.last in scene.phrases.by_start


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
    front = front_of(scene, cue, cue.first)
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
        after = rest_of(scene, cue, at + 1, front)
    if front is not None and not is_full(scene, front) and after is None:
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

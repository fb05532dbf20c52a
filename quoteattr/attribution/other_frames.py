"""Frames whose cue is no listed verb: "according to", "as reported by", a noun, a colon, a dash, any verb beside a whole quotation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import evolve

from quoteattr.attribution.according_to import IN_THE_WORDS_OF, according_to
from quoteattr.attribution.boundaries import clause_end, content_start
from quoteattr.attribution.frame import Frame, Scene
from quoteattr.attribution.openings import before_time, content_opening, is_clause
from quoteattr.attribution.verb_sources import ISSUED
from quoteattr.cues.verb_groups import cue_at, cue_without_verb
from quoteattr.cues.verbs import CueVerb, forms_of
from quoteattr.lexicons import sets_of, words_of
from quoteattr.mentions.mention import kind_of_noun, own_words, singular
from quoteattr.mentions.subjects import Subject, extend_right, inverted_subject, main_subject, may_speak, owner, subject_of
from quoteattr.text.readings import DASHES, is_mostly_common_word
from quoteattr.text.tags import PAUSES

_SIGNING = DASHES | {"――", "~"}
#: In whose words or view, by whose account something is so.
_OWN = {"in": frozenset("estimation judgment opinion telling view words".split()), "by": frozenset("account reckoning telling".split())}
_LABEL_LIMIT = 18
#: Nouns for what somebody says will or should be done.
_CALLS = frozenset(("promise", "pledge", "vow", "threat", "call", "claim", "proposal", "demand"))
_MAKE = frozenset("make makes made making".split())
_MAKE_CLEAR = CueVerb("make clear", "speech")
#: Verbs that say something only with "that" right behind them.
_ONLY_WITH_THAT = {
    form: CueVerb(verb, "speech") for verb, forms in (("hold", ("held", "holds")), ("share", ("shared", "shares"))) for form in forms
}
#: What somebody does with the words of another.
_READING = frozenset(
    (
        "cite cited cites found gets got posted posts quote quoted quotes read reads recalled recalls received receives remembered "
        "remembers repeated repeats shared shares"
    ).split()
)
#: What may be read out that is no document.
_READ_OUT = frozenset("advice line mantra message motto phrase warning words".split())
_USE = CueVerb("use", "speech")
_USED = frozenset("use used uses".split())
#: What somebody uses who says so.
_WORDS = frozenset("expression phrase phrases slogan term terms word words".split())
#: What words were that somebody said: 'Ortega's "late again" **remark**'.
_REMARKS = frozenset("comment crack gibe jibe joke quip remark".split())
_PARTICLES = frozenset(("forward", "out", "up"))
#: With what a line begins that tells when the article was changed.
_UPDATES = frozenset("clarification corrected correction posted published update updated".split())
#: Before a colon and who made it.
_CAPTIONS = frozenset("courtesy credit credits graphic illustration image images photo photograph photos picture pictures video".split())
#: What is done with a statement that follows.
_ISSUING = frozenset("issued made posted published releases released shared".split())
#: ... by a paper, and what it does before.
_GOT = frozenset("got obtained received".split())
_ASKING = frozenset("approached asked contacted emailed".split())
#: What is done with the statement of another, what that may be, and how it is told whose it is.
_GIVING_OUT = _ISSUING | _GOT | frozenset("emailed forwarded gave offered provided provides sent".split())
_GIVEN_OUT = frozenset("comment quote response".split())
_ON_BEHALF = [words.split() for words in ("from", "by", "on behalf of", "attributed to", "signed by", "written by")]
#: With what a statement is presented, and what stands before a name that only says of what somebody else is.
_HERE = frozenset("below here this".split())
_INSIDE_OF = frozenset("against at between for in of than to with".split())
#: Nouns for saying whose owner is the source.
CUE_NOUNS = words_of("cue_nouns.txt")
#: Nouns for what somebody holds, which are what is said only where it is told what: "her **point** was that".
_OPINIONS = frozenset("belief case logic message pitch point position rationale reasoning theory verdict view".split())
#: Words before a colon that introduce nobody's words.
_NO_LABELS = words_of("not_labels.txt")


def other_frames(scene: Scene, taken: frozenset[int]) -> Iterator[Frame]:
    """All frames of a passage without a cue verb; `taken` are the items of its cue verbs with a frame."""
    yield from _noun_cues(scene)
    yield from according_to(scene)
    yield from _in_own_words(scene)
    yield from _equated(scene)
    yield from _what_is_said(scene)
    yield from _all_that_is_said(scene)
    yield from _made_clear(scene)
    yield from _with_noun(scene)
    yield from _used_words(scene)
    yield from _put_out(scene)
    yield from _labels(scene, taken)
    yield from _signatures(scene)
    if not taken:
        yield from _introductions(scene)
        yield from _issued(scene)
    yield from _any_verb(scene, taken)


def _equated(scene: Scene) -> Iterator[Frame]:
    """'**"No"** was Ortega's answer'; '**"It is late,"** was the verdict of Ortega'."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    for at in range(len(tags) - 3):
        noun = phrases.by_start.get(at + 2, 0) if tags[at] in "Kk" and lower[at + 1] in ("is", "was") else 0
        if not noun or lower[noun - 1] not in CUE_NOUNS | _OPINIONS:
            continue
        source: Subject | None = None
        if lower[noun : noun + 1] in (["of"], ["from"]) and noun + 1 in phrases.by_start:
            source = Subject(noun + 1, extend_right(phrases, noun + 1, phrases.by_start[noun + 1]), "agent")
        elif lower[noun - 1] in CUE_NOUNS and (whose := owner(phrases, noun - 1, "AN")) is not None and whose.first == at + 2:
            source = whose
        if source is not None:
            cue = cue_without_verb(f"{lower[noun - 1]} (noun)", noun - 1, noun, cue_class="speech")
            yield Frame(cue, source, ((at, at + 1),), "tag after", "quote")


def _what_is_said(scene: Scene) -> Iterator[Frame]:
    """'**"It is late,"** was all Ortega would say'; '**"It is late"** is how Ortega put it'."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    for at in range(len(tags) - 4):
        # '"It is late" **— that** is what Ortega said'
        that = at + 1 + (lower[at + 1] in PAUSES or lower[at + 1] == ":")
        is_at = that + 1 if lower[that] in ("that", "this") else at + 1
        what = is_at + 1
        if tags[at] not in "Kk" or tags[is_at] not in "XZ" or lower[what : what + 1] == [] or lower[what] not in ("all", "how", "what"):
            continue
        # "all Ortega" looks like one phrase
        last = phrases.by_start.get(what + 1) or phrases.by_start.get(what, 0)
        verb = _only_said(scene, last)
        said = scene.verbs.get(lower[verb]) if 0 < verb < len(tags) else None
        if said is not None and (said.takes_clause or said.lemma in ("put", "describe", "call", "offer")):
            cue = cue_at(scene.passage, verb, said)
            yield Frame(cue, Subject(what + 1, last, "subject"), ((at, at + 1),), "tag after", "quote")


def _all_that_is_said(scene: Scene) -> Iterator[Frame]:
    """'All Ortega would say was, **"It is late."**'; "All she could say was **that it was late**"."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    if lower[:1] != ["all"]:
        return
    # "**All she** could say": two phrases; "**All Ortega**": one
    last = phrases.by_start.get(0, 0)
    last = last if last > 1 else phrases.by_start.get(1, 0)
    verb = _only_said(scene, last)
    said = scene.verbs.get(lower[verb]) if 1 < verb < len(tags) else None
    at = verb + 2 + (lower[verb + 2 : verb + 3] in ([","], [":"]))
    if said is None or not said.takes_clause or lower[verb + 1 : verb + 2] not in (["was"], ["is"]) or at >= len(tags):
        return
    cue, source = cue_at(scene.passage, verb, said), Subject(1, last, "subject")
    if scene.is_quotation(at):
        yield Frame(cue, source, ((at, scene.quotations_from(at)),), "tag before", "quote")
    elif lower[at] == "that":
        yield Frame(cue, source, ((at, clause_end(scene.passage, phrases, at, cue, "that")),), "clause after", "that")


def _only_said(scene: Scene, at: int) -> int:
    """The verb of saying behind what may stand before it: "all Ortega **would say**", "all she **had to say**"."""
    if at and scene.lower[at : at + 2] in (["had", "to"], ["has", "to"]):
        return at + 2
    return at + (at > 0 and scene.tags[at : at + 1] in ("X", "M"))


@cache
def _light_verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """By each form of a verb that says something only with its noun: the verb and the nouns."""
    return {form: (lemma, nouns) for lemma, nouns in sets_of("light_verbs.txt").items() for form in forms_of(lemma)}


def _with_noun(scene: Scene) -> Iterator[Frame]:
    """ "Ortega **made the case that** the gates were open"; "Ortega **raised concerns that** they were shut"."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    light = _light_verbs()
    for at in range(1, len(tags) - 3):
        if tags[at] not in "VBGP" or lower[at] not in light:
            continue
        lemma, nouns = light[lower[at]]
        # "put **forward** the theory that"
        first = at + 1 + (lower[at + 1] in _PARTICLES)
        begin = phrases.by_start.get(first, 0)
        noun = singular(lower[begin - 1])
        # "issued a statement **on Monday** that"
        day = begin + (lower[begin : begin + 1] == ["on"])
        if begin and day in phrases.by_start and phrases.is_time(day, phrases.by_start[day]):
            begin = phrases.by_start[day]
        owned = tags[first] == "O" and noun in CUE_NOUNS
        if noun not in nouns or owned or lower[begin : begin + 1] != ["that"] or not is_clause(scene, begin + 1):
            continue
        cue = evolve(cue_at(scene.passage, at, CueVerb(f"{lemma} {noun}", "speech")), last=begin)
        source = subject_of(phrases, cue.first) if cue.form == "finite" else main_subject(phrases, cue.first, scene.known)
        # what happened may raise a possibility and send a signal too
        happened = cue.form == "participle" and lemma in ("raise", "send")
        if source is not None and may_speak(phrases, source) and not happened:
            end = clause_end(scene.passage, phrases, begin, cue, "that")
            yield Frame(cue, source, ((begin, end),), "clause after", "that")


def _used_words(scene: Scene) -> Iterator[Frame]:
    """'Ortega **used the term "death trap"** for the bridge'."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    for at in range(1, len(tags) - 2):
        if tags[at] not in "VP" or lower[at] not in _USED:
            continue
        last = phrases.by_start.get(at + 1, 0)
        words = last + (lower[last : last + 1] == [","])
        if lower[last - 1] not in _WORDS or not scene.is_quotation(words):
            continue
        cue = cue_at(scene.passage, at, _USE)
        source = subject_of(phrases, cue.first) or main_subject(phrases, cue.first, scene.known)
        if source is not None and cue.form == "finite" and not (cue.negated or cue.modal):
            yield Frame(evolve(cue, last=last), source, ((words, words + 1),), "clause after", "quote")


def _put_out(scene: Scene) -> Iterator[Frame]:
    """'Ortega **released a statement** mourning the loss, **"He was a friend."**'; where a colon stands it introduces the words."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    for at in range(1, len(tags) - 3):
        last = phrases.by_start.get(at + 1, 0) if tags[at] == "V" and lower[at] in _ISSUING else 0
        noun = singular(lower[last - 1])
        if not last or noun not in ISSUED:
            continue
        words = next((i for i in range(last, len(tags)) if tags[i] in "KkVXM" or lower[i] in (":", ";")), last)
        if tags[words : words + 1] != "K" or not scene.starts_upper(words):
            continue
        source = subject_of(phrases, at)
        if source is not None and may_speak(phrases, source):
            cue = cue_without_verb(f"{noun} (noun)", at, last, cue_class="speech")
            yield Frame(cue, source, ((words, scene.quotations_from(words)),), "introduced", "quote")


def _made_clear(scene: Scene) -> Iterator[Frame]:
    """ "Ortega made (it) clear **that the gates were open**"; "Ortega let it be known **that**"; "The court held **that**"."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    for at in range(len(tags) - 3):
        last = _clear_or_known(scene, at)
        if not last or last + 2 >= scene.passage.end:
            continue
        begin, venue = content_opening(scene, last + 1)
        if begin >= scene.passage.end:
            continue
        start = "that" if lower[begin] == "that" and tags[begin] == "S" else "clause"
        if start == "clause" and (tags[begin] == "S" or not is_clause(scene, begin)):
            continue
        cue = evolve(cue_at(scene.passage, at, _ONLY_WITH_THAT.get(lower[at], _MAKE_CLEAR)), last=last + 1)
        source = subject_of(phrases, cue.first) or main_subject(phrases, cue.first, scene.known)
        if source is not None:
            end = clause_end(scene.passage, phrases, begin, cue, start)
            yield Frame(cue, source, ((begin, end),), "clause after", start, None, venue)


def _clear_or_known(scene: Scene, at: int) -> int:
    """The last word of "made it **clear**", "let it be **known**", "**held** that" that begins at this item; 0 for none."""
    lower = scene.lower
    if lower[at] in _ONLY_WITH_THAT:
        return at if scene.tags[at] in "VP" and lower[at + 1] == "that" and scene.tags[at + 1] == "S" else 0
    if lower[at] in ("let", "lets"):
        return at + 3 if lower[at + 1 : at + 4] == ["it", "be", "known"] else 0
    if lower[at] not in _MAKE:
        return 0
    last = at + 1 + (lower[at + 1] == "it")
    last += scene.tags[last] == "R"
    return last if lower[last : last + 1] == ["clear"] else 0


def _in_own_words(scene: Scene) -> Iterator[Frame]:
    """ "**In Ortega's words,** the plan was late"; "**By her account,** it was late"; 'the plan was, **in her words,** "a failure"'."""
    lower, phrases = scene.lower, scene.phrases
    for at in range(len(lower) - 2):
        last = phrases.by_start.get(at + 1, 0) if lower[at] in _OWN else 0
        whose = owner(phrases, last - 1, "A") if last and lower[last - 1] in _OWN[lower[at]] else None
        if whose is None:
            continue
        cue = cue_without_verb("according to", at, last)
        source = Subject(whose.first, whose.last, "inverted")
        begin = last + 1
        if lower[last:begin] == [","] and begin < scene.passage.end and (at < 2 or scene.is_quotation(begin)):
            end = clause_end(scene.passage, phrases, begin, cue, "clause")
            yield Frame(cue, source, ((begin, end),), "clause after", "quote" if scene.is_quotation(begin) else "clause")
        elif last == scene.passage.end and at and scene.is_quotation(at - 1) and scene.ends_with_comma(at - 1):
            # 'The plan is a "disaster," **in Ortega's words**.'
            yield Frame(cue, source, ((at - 1, at),), "clause before", "quote")
        elif last == scene.passage.end and lower[at - 1] == "," and scene.has_finite(0, at):
            # "It was late, **in Ortega's view**."
            yield Frame(cue, source, ((content_start(scene.passage, phrases, at - 1, cue), at - 1),), "clause before", "clause")


def _noun_cues(scene: Scene) -> Iterator[Frame]:
    """ "**Ortega's claim that** they had no warning"; "her warning: ..."."""
    tags, lower = scene.tags, scene.lower
    for at, noun in enumerate(lower[:-1]):
        if tags[at] not in "NE":
            continue
        word = noun if noun in CUE_NOUNS or noun in _OPINIONS else singular(noun)
        # "Ortega's argument **is** that it was late"
        equated = lower[at + 1] in ("is", "was") and lower[at + 2 : at + 3] == ["that"]
        if word not in CUE_NOUNS and not (word in _OPINIONS and (equated or _introduces(scene, at + 1))):
            continue
        if word in _REMARKS and (remarked := _remarked(scene, at)) is not None:
            yield remarked
            continue
        whose = owner(scene.phrases, at, "ANQRP")
        behind = at + 1
        if whose is None and lower[behind] in ("by", "from", "among") and behind + 1 in scene.phrases.by_start:
            # "a **warning from the mayor that** the dam could fail"
            last = extend_right(scene.phrases, behind + 1, scene.phrases.by_start[behind + 1])
            behind = _behind_apposition(scene, last)
            # "comments by the mayor **last week** that"
            last = before_time(scene.phrases, at + 2, last)
            whose = Subject(at + 2, last, "agent") if lower[behind : behind + 1] == ["that"] else None
        if whose is None:
            continue
        if lower[-1] == "?" and behind < len(tags) and not scene.has_finite(0, len(tags)):
            # 'Ortega's **answer** to that? "No."'
            yield Frame(cue_without_verb(f"{word} (noun)", at, at + 1, cue_class="speech"), whose, (), "bare", "colon")
            continue
        behind += equated and whose.relation == "owner"
        begin, venue = content_opening(scene, _behind_question(scene, behind))
        if begin >= len(tags) or (begin >= scene.passage.end and not scene.is_quotation(begin)):
            continue
        # "a memo by Ortega **that read**" is no claim
        claimed = whose.relation == "agent" and tags[begin + 1 : begin + 2] not in ("V", "X", "M")
        if lower[begin] == "that" and (tags[begin] == "S" or claimed):
            start = "that"
        elif scene.is_quotation(begin):
            start = "quote"
        elif (lower[begin] in (",", ":") or lower[begin] in DASHES) and scene.is_quotation(begin + 1):
            start, begin = "quote", begin + 1
        elif begin == at + 1 and word in _CALLS and tags[begin : begin + 2] in ("TB", "TK", "Tk"):
            # "his promise **to plant a forest**"
            start = "to"
        else:
            continue
        cue = cue_without_verb(f"{word} (noun)", at, at + 1, cue_class="speech")
        end = clause_end(scene.passage, scene.phrases, begin, cue, start)
        if start == "quote" and lower[begin - 1] in PAUSES and tags[begin + 2 : begin + 3] in ("V", "X", "M"):
            # 'Ortega's remark — **"It is late"** — drew fire'
            end = begin + 1
        elif start == "that" and not scene.has_finite(0, at):
            end = _before_main_verb(scene, begin, end)
        elif start == "to" and not scene.has_finite(0, at):
            # "Her vow to leave **was cheered**"
            end = next((i for i in range(begin, end) if tags[i] in "VXM"), end)
        if end > begin:
            yield Frame(cue, whose, ((begin, end),), "noun", start, None, venue)


def _introduces(scene: Scene, at: int) -> bool:
    """Do the words themselves follow behind a noun for what somebody holds: "Ortega's message **to those who wait:** ..."?"""
    return scene.lower[at] in (":", "?") or _behind_question(scene, at) > at


def _behind_question(scene: Scene, at: int) -> int:
    """The colon behind what or whom somebody's words are about: 'Her answer **when asked about it**: "No."'; the same item for none."""
    if scene.lower[at : at + 1] not in (["when"], ["after"], ["to"], ["about"], ["on"], ["for"]):
        return at
    colon = next((i for i in range(at, min(len(scene.tags) - 1, at + _LABEL_LIMIT)) if scene.lower[i] == ":"), at)
    return colon if colon > at and scene.is_quotation(colon + 1) else at


def _behind_apposition(scene: Scene, at: int) -> int:
    """Where "that" stands behind what is said of a source: "claims by Ortega, the principal, **that** ..."; the same item without any."""
    if scene.lower[at : at + 1] != [","]:
        return at
    # the comma may be the second of the two already
    commas = (at, next((i for i in range(at + 1, min(len(scene.tags) - 1, at + 15)) if scene.lower[i] == ","), at))
    return next((i + 1 for i in commas if scene.lower[i + 1 : i + 2] == ["that"] and not scene.has_finite(at, i)), at)


def _remarked(scene: Scene, at: int) -> Frame | None:
    """'**Ortega's "late again" remark**': what is quoted between an owner and what it was."""
    if at < 2 or scene.tags[at - 2] not in "OZ" or not scene.is_quotation(at - 1) or scene.is_title(at - 1):
        return None
    last = at - 1 if scene.tags[at - 2] == "O" else at - 2
    first = next((a for a, b in scene.phrases.spans if a < last <= b), -1)
    if first < 0:
        return None
    cue = cue_without_verb(f"{scene.lower[at]} (noun)", at, at + 1, cue_class="speech")
    return Frame(cue, Subject(first, last, "owner"), ((at - 1, at),), "introduced", "quote")


def _before_main_verb(scene: Scene, begin: int, end: int) -> int:
    """Where the clause behind a noun ends that is the sentence's subject: "Her claim that they had no warning **was denied**"."""
    finite = [i for i in range(begin, end) if scene.tags[i] in "VXM" and (i == begin or scene.tags[i - 1] not in "XMR")]
    if len(finite) != 2:
        return end
    first, second = finite
    known = scene.verbs.get(scene.lower[first])
    closed = any(scene.tags[i] in "SWCK" or scene.lower[i] in ",;:" for i in range(first, second))
    if closed or (known is not None and known.takes_clause):
        return end
    return second


def _labels(scene: Scene, taken: frozenset[int]) -> Iterator[Frame]:
    """A name as a label: "Ortega: 'No warning'"; a turn of a transcript: "ORTEGA: We had no warning."""
    passage, tags, lower = scene.passage, scene.tags, scene.lower
    last = next((i for i in range(1, min(_LABEL_LIMIT, len(tags))) if lower[i] == ":"), 0)
    # "JO LIND, MAYOR OF OBER: ..."
    presented = passage.opens_paragraph and scene.doc.presents[passage.paragraph]
    if last == len(tags) - 1:
        if passage.opens_paragraph and (scene.is_turn(0, last) or presented):
            yield Frame(cue_without_verb(":", last, last + 1), Subject(0, last, "subject"), (), "turn", "clause")
        return
    # "Ortega, **when asked about it**: ..."
    asked = next((i for i in range(1, last) if lower[i] == "," and lower[i + 1] in ("asked", "when", "after")), last)
    # "Ortega (Ober) **on Lind, who left**: ..."
    name_end = _behind_name(scene, asked)
    on_topic, asked = name_end < asked, name_end
    if not last or any(kind in "VXMKUS" for kind in tags[:asked]) or passage.is_topic(last):
        return
    first = next((i + 1 for i in range(last - 1, 0, -1) if lower[i] in DASHES), 0)
    if "TB" in tags[first + 1 : asked]:
        # "Bridge **to close**: Ortega"
        return
    if lower[last - 1] in CUE_NOUNS and "Z" in tags[first:last] and scene.is_quotation(last + 1):
        # "**Ortega's warning:** ..." is hers
        return
    if lower[first : first + 4] == IN_THE_WORDS_OF:
        return
    # "**To quote** Ortega: ..."
    first += 2 * (lower[first : first + 2] == ["to", "quote"])
    words = " ".join(lower[first:last]).replace("’", "'").replace(" '", "'")
    of_interview = scene.is_turn(first, last)
    if (words in _NO_LABELS or lower[first] in ("dear", "[", "(") or tags[first] in "RI") and not of_interview:
        return
    turn = presented or (passage.opens_paragraph and last <= 4 and (of_interview or scene.all_caps(first, last)))
    if turn and set(tags[last + 1 :]) <= set("Q.,"):
        # a score: "Ober: **547**"
        return
    if not (turn or "E" in tags[:last] or tags[:last] in ("N", "DN", "AN", "NN")):
        return
    words_at = _behind_aside(scene, last + 1)
    start = "quote" if scene.is_quotation(words_at) else "clause"
    if not turn and lower[first] in _UPDATES:
        # "Updated at 4:12 p.m.: Ortega says it is late"
        return
    if start == "clause" and not turn and (lower[last - 1] in _CAPTIONS or tags[last - 1] == "Q"):
        # "Ortega at the gate. Image: Nick Lind", "World Cup, day five: England win"
        return
    topic = "E" not in tags[:last] or (last == 1 and is_mostly_common_word(lower[0]))
    if start == "clause" and not turn and topic and any(at > last for at in taken):
        # "Injuries: **Ortega said** that Lund would play.", "Rail: **ScotRail confirms** delays."
        return
    named = [word for word, kind in zip(lower[first:last], tags[first:last], strict=True) if kind in "NEA"]
    if start == "clause" and not turn and len(named) > 2 and all(is_mostly_common_word(word) for word in named):
        # "Small Business Spotlight: The bakery turns 40"
        return
    issuer = _issuer(scene, last) if start == "quote" and not (turn or on_topic) else None
    # "Statement from **Ortega**:"
    own = Subject(int(lower[0] in DASHES), asked, "subject") if on_topic else Subject(first, last, "subject")
    source = evolve(issuer, relation="subject") if issuer is not None and issuer.relation == "agent" else own
    shape = "turn" if turn else "office" if start == "clause" and _is_office(scene, last) else "label"
    # the whole line of a turn, with its question mark
    end = len(tags) if turn else max(words_at + 1, passage.end)
    yield Frame(cue_without_verb(":", last, last + 1), source, ((words_at, end),), shape, start)


def _behind_aside(scene: Scene, at: int) -> int:
    """The quotation behind a bracket: "Ortega: (On her future) **"No."**"; the same item where none stands here."""
    if scene.lower[at : at + 1] != ["("]:
        return at
    close = next((i + 1 for i in range(at, len(scene.tags)) if scene.lower[i] == ")"), at)
    close += scene.lower[close : close + 1] == [":"]
    return close if scene.is_quotation(close) else at


def _behind_name(scene: Scene, last: int) -> int:
    """Where a label's name ends that a topic follows: "**Ortega (Ober)** on Lind, who left: ..."; else the same item."""
    first = int(scene.lower[0] in DASHES)
    end = scene.phrases.by_start.get(first, last)
    if scene.lower[end : end + 1] == ["("]:
        end = next((i + 1 for i in range(end, last) if scene.lower[i] == ")"), last)
    named = "E" in scene.tags[first:end] and end < last and scene.lower[end] == "on"
    return end if named else last


def _is_office(scene: Scene, colon: int) -> bool:
    """Is the label of a headline who or what says it: "**Mayor:** Bridge is shut", "**Ober boss:** ...", and no name of what follows?"""
    sources = ("unnamed person", "group", "document")
    source = (
        scene.tags[:colon] in ("N", "NN", "E", "EN", "EEN")
        and kind_of_noun(scene.lower[colon - 1], scene.passage.vocabulary.roles) in sources
    )
    return source and scene.passage.opens_paragraph and scene.has_finite(colon + 1, len(scene.tags))


def _signatures(scene: Scene) -> Iterator[Frame]:
    """'"We had no warning." — Natasha Ortega'."""
    tags, phrases = scene.tags, scene.phrases
    at = 1 if scene.is_quotation(0) else 0
    if at >= len(tags) or scene.lower[at] not in _SIGNING or at + 1 not in phrases.by_start:
        return
    if "E" not in tags[at + 1 : at + 4] and not _is_bare_source(scene, at + 1):
        return
    if kind_of_noun(scene.lower[at + 1], ()) == "document":
        # '"Hard Choices" - **Speech** by Natasha Ortega'
        return
    last = extend_right(phrases, at + 1, phrases.by_start[at + 1])
    if last >= scene.passage.end - 1 or (not scene.has_finite(at, len(tags)) and len(tags) < 16):
        contents = ((0, 1),) if at else ()
        yield Frame(cue_without_verb("—", at, at + 1), Subject(at + 1, last, "inverted"), contents, "signed", "quote")


def _is_bare_source(scene: Scene, first: int) -> bool:
    """Does a headline end here with a noun for people: '"I thought I would die" - **survivor**'?"""
    last = scene.phrases.by_start[first]
    people = kind_of_noun(scene.lower[last - 1], scene.passage.vocabulary.roles) in ("unnamed person", "group")
    return people and last == len(scene.tags) and set(scene.tags[first:last]) <= set("NA") and scene.passage.opens_paragraph


def _introductions(scene: Scene) -> Iterator[Frame]:
    """A colon with no cue.

    "And from board chair Tom Brask:"; 'From the report: **"It leaks."**'; 'Ortega took a swipe at the board: **"Do your job."**'.
    """
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    last = len(tags) - 1
    while last > 1 and tags[last] == "K":
        last -= 1
    quoted = last < len(tags) - 1
    taken_from = lower[0] == "from" and phrases.by_start.get(1) == last
    if quoted and not (scene.starts_upper(last + 1) and (scene.has_finite(0, last) or taken_from)):
        return
    if last < 2 or lower[last] != ":" or last > 40:
        return
    if scene.passage.is_topic(last) or scene.is_turn(0, last):
        return
    issuer = _issuer(scene, last)
    source = author(scene, last) or issuer or _given_out_for(scene, last)
    if source is None and tags[0] == "V" and lower[0] in scene.verbs:
        # "Added **Ortega**:"
        source = inverted_subject(phrases, 1)
    elif source is None and lower[0] == "here" and lower[1] in ("is", "'s", "’s"):
        # "Here is **the principal, Ana Ortega**, speaking in Dover:"
        presented = inverted_subject(phrases, 2)
        source = presented if presented is not None and "E" in tags[presented.first : presented.last] else None
    elif source is None and scene.has_finite(0, last):
        source = None if _is_received(scene, last) else main_subject(phrases, last, scene.known)
    elif source is None:
        # "Mayor Jo Lind **on Monday**:", "Jo Lind, the mayor **of Ober**:"
        # "Jo Lind/ **Tenant of seven years**:"
        slash = lower.index("/") if "/" in lower[:last] else last
        named = [
            (a, b)
            for a, b in phrases.spans
            if tags[b - 1] == "E" and not phrases.is_time(a, b) and lower[a - 1] not in _INSIDE_OF and b <= slash
        ]
        source = Subject(1, last, "subject") if taken_from else Subject(*named[-1], "subject") if named else None
    if quoted and source is not None and issuer is None and (not may_speak(phrases, source) or tags[source.first] == "W"):
        # 'Advice for anyone **who** waits: "Go."'
        return
    if source is not None:
        contents = ((last + 1, len(tags)),) if quoted else ()
        yield Frame(cue_without_verb(":", last, last + 1), source, contents, "introduced" if quoted else "bare", "colon")


def _issuer(scene: Scene, colon: int) -> Subject | None:
    """Whose statement stands before a colon: "Here is **Ortega**'s full statement:", "The following was released by **Ortega**:".

    "The Courier asked **Ortega** for comment and received this statement:"; "We asked Ortega, **who** sent us this statement:".
    """
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    last = colon - 1
    while last > 1 and (last + 1 in phrases.by_end and phrases.is_time(phrases.by_end[last + 1], last + 1)):
        last = phrases.by_end[last + 1] - 1 - (lower[phrases.by_end[last + 1] - 1] in ("on", "in"))
    begin = phrases.by_end.get(last + 1, -1)
    verb = _last_verb(scene, colon)
    word = singular(lower[last])
    whose = owner(phrases, last, "AN")
    if (
        begin > 1
        and lower[begin - 1] in ("from", "by")
        and (lower[begin - 2] in ISSUED or tags[begin - 2] == "P")
        and _presents(scene, begin)
    ):
        return Subject(begin, last + 1, "agent")
    if verb < 0 <= begin and word in CUE_NOUNS | ISSUED:
        # "Ortega's response:", but not "Monday's email:"
        return whose if whose is not None and not phrases.is_time(whose.first, whose.last) else None
    if begin >= 0 and word in ISSUED:
        if whose is not None and whose.first == begin and tags[verb] == "X" and lower[0] in _HERE:
            return evolve(whose, relation="owner")
        if verb > 1 and tags[verb] == "V" and lower[verb - 1] == "who":
            return Subject(verb - 1, verb, "relative")
        if _is_received(scene, colon):
            return _asked(scene, verb)
    return None


def _given_out_for(scene: Scene, colon: int) -> Subject | None:
    """Whose statement another gives out before a colon: "Acme released a statement **from Ortega**:", "... attributed to **Ortega**:"."""
    lower, phrases = scene.lower, scene.phrases
    verb = _last_verb(scene, colon)
    noun = phrases.by_start.get(verb + 1, 0)
    if verb < 1 or lower[verb] not in _GIVING_OUT or singular(lower[noun - 1]) not in ISSUED | _GIVEN_OUT:
        return None
    for words in _ON_BEHALF:
        first = noun + len(words)
        if lower[noun:first] == words and first in phrases.by_start and not phrases.is_time(first, phrases.by_start[first]):
            whose = Subject(first, extend_right(phrases, first, phrases.by_start[first]), "agent")
            return whose if whose.last >= colon and may_speak(phrases, evolve(whose, last=phrases.by_start[first])) else None
    return None


def _presents(scene: Scene, before: int) -> bool:
    """Is what stands before this item only that here is what somebody wrote: "**The following is a statement** from Ortega"?"""
    first = scene.lower[0]
    return first in _HERE or (first == "the" and scene.lower[1] == "following") or not scene.has_finite(0, before)


def _is_received(scene: Scene, colon: int) -> bool:
    """Is it a statement that the paper got from somebody: "The Courier asked Ortega for comment and **received this statement**:"?"""
    verb = _last_verb(scene, colon)
    return verb > 0 and scene.lower[verb] in _GOT and singular(scene.lower[scene.phrases.by_start.get(verb + 1, verb) - 1]) in ISSUED


def _last_verb(scene: Scene, before: int) -> int:
    return next((i for i in range(before - 1, -1, -1) if scene.tags[i] in "VX"), -1)


def _asked(scene: Scene, before: int) -> Subject | None:
    """Whom the paper asked before this item: "asked **Ortega** for comment", "reached out to **the school**"."""
    for at in range(before - 1, 0, -1):
        behind = at + 1
        if scene.lower[at : at + 3] == ["reached", "out", "to"]:
            behind = at + 3
        elif scene.lower[at] not in _ASKING:
            continue
        last = scene.phrases.by_start.get(behind, 0)
        return Subject(behind, last, "agent") if last else None
    return None


def _issued(scene: Scene) -> Iterator[Frame]:
    """A statement that stands in the paragraphs behind: 'Ortega **issued the following statement** on the delay. / "It is late."'."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    if lower[-1:] != ["."]:
        return
    for at in range(1, len(tags) - 2):
        last = phrases.by_start.get(at + 1, 0) if tags[at] == "V" else 0
        announced = last > 0 and ((lower[at + 1] in ("a", "an", "this") and lower[at] in _ISSUING) or "following" in lower[at + 1 : last])
        if announced and singular(lower[last - 1]) in ISSUED:
            source = subject_of(phrases, at)
            if source is not None and may_speak(phrases, source):
                yield Frame(cue_without_verb(f"{lower[last - 1]} (noun)", at, last, cue_class="speech"), source, (), "bare", "colon")
            return


def author(scene: Scene, colon: int) -> Subject | None:
    """Whose words are read out: "Ortega read a statement **from the mayor**:"; "Ortega quoted **Lind**'s letter:"."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    # "read Lind's letter **aloud**:"
    colon -= colon > 0 and tags[colon - 1] == "R"
    begin = phrases.by_end.get(colon, 0)
    noun = begin - 1
    writer: Subject | None = None
    # "a **letter** from Lind:"
    if begin > 2 and lower[noun] in ("from", "by") and noun in phrases.by_end:
        document, verb = lower[noun - 1], phrases.by_end[noun] - 1
        writer = Subject(begin, colon, "agent")
    else:
        whose = owner(phrases, colon - 1, "AN") if begin else None
        document, verb = lower[colon - 1], begin - 1
        if whose is not None and tags[whose.last] == "Z" and whose.first == begin:
            writer = evolve(whose, relation="agent")
    verb -= verb > 0 and lower[verb] == "from"
    read_out = verb > 0 and lower[verb] in _READING and (document in _READ_OUT or kind_of_noun(document, ()) == "document")
    return writer if read_out else None


def _any_verb(scene: Scene, taken: frozenset[int]) -> Iterator[Frame]:
    """Beside a whole sentence in quotation marks any verb will do: '"It is always France," an angry mayor **retaliated**.'"""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    for at in range(len(tags) - 1):
        if tags[at] != "K":
            continue
        near = any(at < other < at + 8 for other in taken)
        if tags[at + 1] == "V" and lower[at + 1] not in scene.verbs and not near:
            # '"No," retorted the mayor.'
            subject = inverted_subject(phrases, at + 2)
            after = tags[subject.last] if subject is not None and subject.last < len(tags) else "."
            noun = phrases.by_start.get(at + 2, at + 2)
            reply = noun > at + 2 and lower[noun - 1] in own_words()
            if reply and lower[noun : noun + 1] == ["from"]:
                # '"No," came the reply **from the mayor**.'
                subject = inverted_subject(phrases, noun + 1)
                after = "."
            elif reply:
                # '"No," came the reply.'
                yield Frame(cue_without_verb("other", at + 1, at + 2, at + 1, "manner"), None, ((at, at + 1),), "told", "any verb")
                continue
            if (
                subject is not None
                and scene.starts_upper(at)
                and after in ".,IRSGC"
                and (tags[subject.first] in "EU" or tags[subject.last - 1] in "NE")
            ):
                yield Frame(cue_without_verb("other", at + 1, at + 2, at + 1, "manner"), subject, ((at, at + 1),), "tag after", "any verb")
                continue
        last = phrases.by_start.get(at + 1)
        if last is None or last >= len(tags) or phrases.is_time(at + 1, last):
            continue
        verb = last
        while verb < len(tags) and tags[verb] in "RX":
            verb += 1
        if verb < len(tags) and tags[verb] == "V" and lower[verb] not in scene.verbs and not near:
            after = tags[verb + 1] if verb + 1 < len(tags) else "."
            if after in ".,IRSG":
                cue = cue_without_verb("other", last, verb + 1, verb, "manner")
                yield Frame(cue, Subject(at + 1, last, "subject"), ((at, at + 1),), "tag after", "any verb")
                return

"""From frames to utterances: one for each thing said, with all its parts.

Frames that stand inside the content of another belong to the inner level and are left out. Quotations that no frame covers are given to
the speaker who is still speaking, by rules that are named in the evidence:

==================  ==============================================================================
goes on             "We had no warning," Ortega said. **"None at all."**
re-opened           ... the first call came at nine. / **"The second came at ten."** (left open before)
after a colon       Ortega stood up and said: / **"We have waited long enough."**
same paragraph      Ortega said the school was safe. **"Our doors stayed shut."**
next paragraph      "We had no warning," said Ortega. / **"We had no plan either."**
previous sentence   Ortega was puzzled. **"Another delay?"**
dialogue            "Is it late?" asked Ann. / **"Not yet."** (a story, whose speakers take turns: nobody is named)
line of a name      Grace Orr, 29, nurse / **"I came on foot."**
signed              **"I came on foot."** / Grace Orr, nurse
summed up           **Crime fell last year.** That's according to the FBI.
passed on           According to the Tribune, **Ortega said it was "late."**
fragment            Ortega thanked the staff for **"holding the line."**
==================  ==============================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from quoteattr.attribution.acceptance import frame_features
from quoteattr.attribution.fragments import fragment_at, fragment_features
from quoteattr.attribution.frame import Frame, Range, Scene
from quoteattr.attribution.frames import frames
from quoteattr.attribution.no_cue import OF_WORKS
from quoteattr.attribution.openings import venue_in_front
from quoteattr.attribution.refusals import SPEAK
from quoteattr.attribution.weights import probability, weights
from quoteattr.cues.verb_groups import cue_without_verb
from quoteattr.mentions.bodies import is_organization_word
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.sources import Saying, read_one
from quoteattr.mentions.subjects import Subject, main_subject
from quoteattr.quotations.pairing import Quotation
from quoteattr.quotations.passages import Passage
from quoteattr.text.document import Document, TokenRange
from quoteattr.text.posts import Post
from quoteattr.text.tags import PAUSES

ACCEPTED_FROM = 0.4
FRAGMENT_FROM = 0.45
#: What somebody does whom another has told something.
_REPLYING = frozenset("answer fire rejoin reply respond retort shoot".split())
_TAGGED = frozenset(("tag after", "tag inside", "tag before", "signed"))
#: A tag beside a quotation is taken with less to speak for it.
_TAGGED_FROM = 0.2
#: Shapes that the layout or a rare construction alone tells, so that no weights were learned for them.
_BY_LAYOUT = {"turn": 0.9, "posted": 0.9, "office": 0.7, "bare": 0.8, "introduced": 0.8, "judged": 0.8, "told": 0.8, "summed up": 0.8}
_GOES_ON_CHANCE = 0.6
_IN_EXCHANGE = "a question and its answer stand side by side, and nobody is named for either"
_NOBODY_BEFORE = "no cue beside it and nobody speaking before it"
_A_NICKNAME = "a nickname inside a name"
_A_TITLE = "looks like the title of a work"
#: What stands before a programme that somebody speaks on.
_BEFORE_PROGRAMMES = frozenset("assured on told to with".split())
#: How many words a line has that only says who somebody is.
_LONGEST_LINE = 16
#: An answer without a speaker is right where nobody could tell.
_UNTOLD_CHANCE = 0.05
#: Tokens, marks included, from which a quotation that stands alone in a story is somebody's words and no term.
_WHOLE_WORDS = 4
#: From how many paragraphs that begin with a quotation, and from what share of all, a text is a story told in dialogue. Of quotations
#: that have a paragraph to themselves, 609 of 626 stand in such texts in PDNC's novels and 14 of 69 in PolNeAR's news; the speaker of the
#: paragraph before said 22 % of the former.
_DIALOGUE_FROM = 6
_DIALOGUE_SHARE = 0.5
#: What such texts have that are news: the share of name words that a name word follows, that of numbers, and that of the paragraphs
#: which go on with what is said in the one before. In 85 such chapters of novels in LitBank and PDNC no share is larger; in 12 of 14
#: articles of PolNeAR one is.
_NEWS_NAMES = 0.026
_NEWS_NUMBERS = 0.004
_NEWS_GOES_ON = 0.3
#: How many of them a short text needs.
_LEAST_NAMES, _LEAST_NUMBERS = 6, 3
#: Cue verbs behind which whoever asked may ask again.
_ANSWERING = frozenset(("answer", "reply", "respond"))
#: What somebody does who was asked for an answer: "asked her to **explain** it".
_ASKED_FOR = frozenset("answer clarify comment describe discuss elaborate explain justify lay list name respond say tell".split())
#: What the quoted words are said with that a paper passes on.
_SAYING = frozenset(("speech", "claim", "question"))
_QUOTED = frozenset(("that", "to", "clause", "quote", "comma quote", "colon"))
#: What a source begins with that nobody says.
_NOBODY = frozenset(("neither", "nobody", "none", "no", "no-one"))


@define(slots=True)
class Utterance:
    """What one source says, as ranges of tokens."""

    contents: list[TokenRange]
    source: TokenRange | None
    #: None for quoted words without a cue of their own.
    frame: Frame | None
    #: Where the source stands.
    passage: Passage
    chance: float
    #: The names of the rules that made it, in the order in which they fired.
    rules: list[str]

    @property
    def told(self) -> TokenRange | None:
        """To whom it is said: "told **reporters**"."""
        if self.frame is None or self.frame.addressee is None:
            return None
        return self.passage.tokens(*self.frame.addressee)

    @property
    def is_quoted(self) -> bool:
        """Are any of its words quoted?"""
        frame, tags = self.frame, self.passage.tags
        if frame is None or (len(self.contents) > len(frame.contents) and frame.shape not in ("turn", "posted")):
            return True
        return any(kind in "Kk" for first, last in frame.contents for kind in tags[first:last])

    @property
    def saying(self) -> Saying:
        """What coreference has to know of it."""
        asks = self.frame is not None and self.frame.cue.verb.cue_class == "question" and self._wants_answer(self.frame)
        replies = self.frame is not None and self.frame.cue.verb.lemma in _REPLYING
        return Saying(self.source, tuple(self.contents), self.told, asks, replies)

    def _wants_answer(self, frame: Frame) -> bool:
        """Is it a question: "asked Kenyans **to explain it**", but not "asked Kenyans **to wait**"?"""
        verb = frame.contents[0][0] + 1 if frame.start == "to" and frame.contents else 0
        return frame.start != "to" or self.passage.lower[verb] in _ASKED_FOR


@frozen
class Loose:
    """A quotation that nobody was found to say, with the reason."""

    quotation: int
    reason: str


@frozen
class _Accepted:
    frame: Frame
    chance: float
    #: Are its words only passed on by the source of another frame around it: "According to the Tribune, **Ortega said ...**"?
    passed_on: bool = False


def utterances(
    doc: Document, quotations: list[Quotation], phrases: list[NounPhrases], *, thoughts: bool = False, fiction: bool = False
) -> tuple[list[Utterance], list[Loose]]:
    """The utterances of a document in text order, and the quotations that are none.

    `phrases` are the noun phrases of each of its passages. With `thoughts`, what people think or hope counts too, not only what they say.
    With `fiction`, quotations without a cue get no source: that is decided later (see `quoteattr.coreference.conversation`).
    """
    assembly = _Assembly(doc, quotations, thoughts, fiction or _is_dialogue(doc, quotations, [here.passage for here in phrases]))
    for here in phrases:
        assembly.read(here)
    if fiction:
        assembly.leave_to_turns()
    assembly.found.sort(key=lambda u: min(u.contents))
    return assembly.found, sorted(assembly.loose, key=lambda one: one.quotation)


@define(slots=True)
class _Assembly:
    """One pass over the passages, with what is remembered from one to the next."""

    doc: Document
    quotations: list[Quotation]
    thoughts: bool
    dialogue: bool
    found: list[Utterance] = field(factory=list)
    loose: list[Loose] = field(factory=list)
    #: Who is still speaking, and who was announced with a colon.
    speaking: Utterance | None = None
    waiting: Utterance | None = None
    #: The line of a transcript that goes on to the end of its paragraph.
    turn: Utterance | None = None
    #: The quotations of the passage before, if it has nothing else and no cue.
    alone: list[int] = field(factory=list)
    before: NounPhrases | None = None
    #: The paragraph in which a question and its answer stand side by side.
    exchange: int = -1
    quotation_ends: frozenset[int] = field(init=False)

    @quotation_ends.default
    def _ends(self) -> frozenset[int]:
        return frozenset(q.last for q in self.quotations)

    def read(self, phrases: NounPhrases) -> None:
        """Take in the next passage."""
        passage = phrases.passage
        same = self.before is not None and self.before.passage.paragraph == passage.paragraph
        if self.turn is not None and (same or (self.doc.in_turn[passage.paragraph] and not self.turn.is_quoted)):
            self._take_turn(self.turn, passage, same)
            self.before = phrases
            return
        self.turn = None
        post = self.doc.posts.get(passage.paragraph)
        if post is not None:
            self._take_post(post, passage)
            self.before = phrases
            return
        accepted = self._accepted(phrases)
        here = [one for one in accepted if self._is_said(one.frame)]
        told = _told_titles(passage, here)
        self.loose += [Loose(passage.quotations[at], _A_TITLE) for at in told]
        free = [at for at in _uncovered(passage, here) if at not in told]
        alone = self.alone
        self.alone = []
        if len(here) == 1 and here[0].frame.shape == "signed" and not here[0].frame.contents:
            self._sign(_utterance(passage, here[0]), alone)
        elif alone and not here and not same and (line := _person_of_line(phrases)) is not None:
            self._sign(Utterance([], line, None, passage, _GOES_ON_CHANCE, ["signed"]), alone)
            self.before = None
            return
        elif len(here) == 1 and here[0].frame.shape == "summed up":
            self._sum_up(_utterance(passage, here[0]))
        elif free and not here and _only_quotations(passage):
            self._continue(passage, free, same, alone)
        elif not here and same and self.speaking is not None and free[:1] == [0] and self._leads_on(passage):
            speaker = self.speaking
            speaker.contents.append(passage.tokens(0, 1))
            speaker.rules.append("goes on")
            self._report(phrases, here, free[1:])
            self.speaking = speaker
        elif not here and same and self.speaking is not None and len(free) == 1 and self._led_to(passage, free[0]):
            self.speaking.contents.append(passage.tokens(0, free[0] + 1))
            self.speaking.rules.append("goes on")
        else:
            self._report(phrases, here, free)
            if not here and not free and len(accepted) == 1 and _is_of_one(passage, accepted[0].frame):
                # "Ortega **believes** it is late. / "We know it""; "Ortega **believes** it is late: / "We know it""
                thinks = _utterance(passage, accepted[0])
                if passage.lower[-1] == ":":
                    thinks.contents = []
                    self.waiting = thinks
                else:
                    self.speaking = thinks
            if alone and passage.quotations[0] >= 0 and self._goes_on_from(alone[-1], passage.quotations[0]):
                self._begin_before(alone)
        self.before = phrases

    def leave_to_turns(self) -> None:
        """Take back what has no cue in a story: who speaks is decided for the whole conversation (`quoteattr.coreference.conversation`)."""
        if self.before is None:
            return
        passage = self.before.passage
        untold = [u.contents for u in self.found if u.frame is None]
        kept: list[Loose] = []
        for one in self.loose:
            quotation = self.quotations[one.quotation]
            if quotation.continues and untold and untold[-1][-1][1] == quotation.first:
                untold[-1].append((quotation.first, quotation.last))
            elif quotation.last - quotation.first >= _WHOLE_WORDS:
                untold.append([(quotation.first, quotation.last)])
            else:
                kept.append(one)
        self.found = [u for u in self.found if u.frame is not None]
        self.found += [Utterance(contents, None, None, passage, _UNTOLD_CHANCE, ["dialogue"]) for contents in untold]
        self.loose = kept

    def _report(self, phrases: NounPhrases, here: list[_Accepted], free: list[int]) -> None:
        """A passage with words of the reporter."""
        passage = phrases.passage
        fragments, rest = self._fragments(phrases, here, free)
        made = [_utterance(passage, one) for one in here if one.frame.contents]
        bare = [one for one in here if not one.frame.contents]
        self.loose += rest
        self.found += made + fragments
        self.waiting = _utterance(passage, bare[-1]) if bare else None
        turns = [one for one in here if one.frame.shape == "turn"]
        if turns:
            self.turn = made[0] if made else _utterance(passage, turns[0])
            self.waiting = None
        # "Asked if she would resign, Ortega laughed." is no speech of hers, nor of whoever asked
        speakers = [u for u in made if u.source is not None or u.told is None]
        self.speaking = next((u for u in speakers if u.frame is not None and u.frame.shape in _TAGGED), next(iter(speakers), None))

    def _take_turn(self, turn: Utterance, passage: Passage, same: bool) -> None:
        """Give a turn what stands in its paragraph, or in the next without a label."""
        first, last = passage.tokens(0, len(passage.tags))
        if not turn.contents:
            self.found.append(turn)
        elif same:
            first, _ = turn.contents.pop()
        turn.contents.append((first, last))

    def _take_post(self, post: Post, passage: Passage) -> None:
        """Give a post to who posted it, where this passage is the one with the name."""
        self.speaking = self.waiting = None
        self.alone = []
        at, first = (next((i for i, token in enumerate(passage.firsts) if token == of), -1) for of in (post.mark, post.name[0]))
        if at >= 0 and first >= 0:
            last = next(i + 1 for i, token in enumerate(passage.lasts) if token >= post.name[1])
            frame = Frame(cue_without_verb(passage.lower[at], at, at + 1), Subject(first, last, "inverted"), (), "posted", "clause")
            posted = _utterance(passage, _Accepted(frame, _BY_LAYOUT["posted"]))
            posted.contents = [post.words]
            self.found.append(posted)

    def _goes_on_from(self, number: int, next_number: int) -> bool:
        """Is a quotation left open behind a whole sentence, and does the next go on with it, with the same mark or none?"""
        left, behind = self.quotations[number], self.quotations[next_number]
        same = not behind.opened or self.doc.words[behind.first] == self.doc.words[left.first]
        return behind.continues and same and self.doc.words[left.last - 1] in (".", "?", "!")

    def _begin_before(self, alone: list[int]) -> None:
        """Who is named behind the last paragraph of a quotation said those before too: "It is late. / We know it," **Ortega said.**"""
        last = self.quotations[alone[-1]].last
        said = next((u for u in reversed(self.found) if min(u.contents)[0] == last and u.source is not None), None)
        if said is not None:
            self._take(said, alone)

    def _continue(self, passage: Passage, free: list[int], same: bool, alone: list[int]) -> None:
        """A passage of quotations and nothing else; `alone` are those of the passage before, if that is no more either."""
        numbers = [passage.quotations[i] for i in free]
        ranges = [passage.tokens(i, i + 1) for i in free]
        first = self.quotations[passage.quotations[free[0]]]
        if self.waiting is not None:
            self.waiting.contents += ranges
            self.waiting.rules.append("after a colon")
            self.speaking = self.waiting
            self.found.append(self.waiting)
            self.waiting = None
            return
        answers = same and self._answers(numbers[0])
        if answers or (self.exchange == passage.paragraph and self.speaking is None):
            self.exchange = passage.paragraph
            self._leave_exchange(numbers)
            return
        speaker = self.speaking
        rule = "next paragraph"
        if first.continues and self.found and self.found[-1].rules == ["dialogue"] and self.found[-1].contents[-1][1] == first.first:
            # it goes on with what is said by somebody who is not named
            self.found[-1].contents += ranges
            return
        # '"I," said Ortega, / **"at a quarter to two"**'
        unfinished = self.before is not None and self.before.passage.lower[-1] == "," and "K" in self.before.passage.tags
        if speaker is not None and (first.continues or unfinished or (same and self._ends_quoted(speaker))):
            speaker.contents += ranges
            speaker.rules.append("goes on" if same else "re-opened")
            self.alone = alone + numbers if alone and not same else []
            return
        if same:
            rule = "same paragraph" if speaker is not None else "previous sentence"
            speaker = speaker or self._subject_before()
            if speaker is None and "K" in passage.tags:
                rule, speaker = "same paragraph", self._speaker_of_paragraph(passage)
        line = _person_of_line(self.before) if self.before is not None and speaker is None and "K" in passage.tags else None
        if self.before is not None and line is not None:
            said = Utterance(ranges, line, None, self.before.passage, _GOES_ON_CHANCE, ["line of a name"])
            self.found.append(said)
            self.speaking = said
            return
        if speaker is None or "K" not in passage.tags:
            self.loose += [Loose(number, _NOBODY_BEFORE) for number in numbers]
            self.alone = (alone if first.continues else []) + numbers
            return
        self.alone = numbers if rule == "next paragraph" else []
        if rule == "next paragraph" and speaker.frame is not None and speaker.frame.shape == "signed":
            # a list of what people say, each with a name below it
            self.loose += [Loose(number, _NOBODY_BEFORE) for number in numbers]
            self.speaking = None
            return
        if rule == "next paragraph" and (self.dialogue or self._is_exchange(speaker, ranges)):
            self.found.append(Utterance(ranges, None, None, passage, _UNTOLD_CHANCE, ["dialogue"]))
            return
        said = Utterance(ranges, speaker.source, None, speaker.passage, _GOES_ON_CHANCE, [rule])
        self.found.append(said)
        self.speaking = said

    def _answers(self, number: int) -> bool:
        """Does the quotation stand right behind a question: '"All night?" **"All night."**'?"""
        quotation, before = self.quotations[number], self.quotations[number - 1]
        return before.closed and quotation.opened and before.last == quotation.first and self._asks((before.first, before.last))

    def _leave_exchange(self, numbers: list[int]) -> None:
        """Leave these quotations, and the question just before them, to nobody: who asks and who answers is not said."""
        asked = self.quotations[numbers[0] - 1]
        if self.speaking is not None and len(self.speaking.contents) > 1 and self.speaking.contents[-1] == (asked.first, asked.last):
            self.speaking.contents.pop()
            numbers = [numbers[0] - 1, *numbers]
        self.speaking = None
        self.loose += [Loose(number, _IN_EXCHANGE) for number in numbers]

    def _leads_on(self, passage: Passage) -> bool:
        """Is the passage a whole quoted clause that the reporter only adds to: '**"We can win in Ohio,"** which votes in May.'?"""
        first, last = passage.tokens(0, 1)
        whole = passage.tags[0] == "K" and any(kind in "VXM" for kind in self.doc.tags[first:last])
        return whole and len(passage) > 1 and (passage.tags[1] in "TCWIS" or passage.lower[1] in PAUSES)

    def _led_to(self, passage: Passage, at: int) -> bool:
        """Does the reporter only say when or where before a quoted clause: 'After the vote, **"it was too late."**'?"""
        ends = passage.tags[at] == "K" and set(passage.tags[at + 1 :]) <= {"."} and passage.lower[at - 1 : at] == [","]
        first, last = passage.tokens(at, at + 1)
        clause = any(kind in "VXM" for kind in self.doc.tags[first:last])
        return ends and clause and passage.tags[0] in "IR" and not any(kind in "VXMUSW" for kind in passage.tags[:at])

    def _ends_quoted(self, speaker: Utterance) -> bool:
        """Does what the speaker said last end with a quotation, so that the next one goes on with it?"""
        return max(speaker.contents)[1] in self.quotation_ends

    def _is_exchange(self, speaker: Utterance, ranges: list[TokenRange]) -> bool:
        """Did the speaker ask, so that these words may be the answer; or answer, and these words ask again?"""
        answered = speaker.frame is not None and speaker.frame.cue.verb.lemma in _ANSWERING
        return self._asks(max(speaker.contents)) or (answered and self._asks(ranges[-1]))

    def _asks(self, content: TokenRange) -> bool:
        """Do these words end in a question mark, the closing quotation mark aside?"""
        return "?" in self.doc.words[content[1] - 2 : content[1]]

    def _speaker_of_paragraph(self, passage: Passage) -> Utterance | None:
        """Who said something in this paragraph before the reporter went on about something else."""
        last = self.found[-1] if self.found else None
        return last if last is not None and last.source is not None and last.passage.paragraph == passage.paragraph else None

    def _subject_before(self) -> Utterance | None:
        """The person that the sentence before is about: "**Ortega** was puzzled." """
        if self.before is None or len(self.before.passage) < 2:
            return None
        passage = self.before.passage
        subject = main_subject(self.before, passage.end, {})
        if subject is None or (passage.tags[subject.first] not in "EU" and passage.tags[subject.last - 1] != "E"):
            return None
        source = passage.tokens(subject.first, subject.last)
        nobody = passage.lower[subject.first] in ("it", "there", "i", "we", "you", "they", "this", "that")
        if nobody or is_organization_word(self.doc.words[source[1] - 1]):
            return None
        return Utterance([], source, None, passage, _GOES_ON_CHANCE, [])

    def _sum_up(self, said: Utterance) -> None:
        """Somebody who is named behind the sentence that is told, if nobody is named in that."""
        before = self.before.passage if self.before is not None else None
        if before is None or any(u.passage is before for u in self.found):
            return
        said.contents = [before.tokens(0, before.end)]
        self.found.append(said)
        self.speaking = None

    def _sign(self, said: Utterance, alone: list[int]) -> None:
        """A name on the line below a quotation."""
        if alone:
            self.found.append(said)
            self._take(said, alone)
            self.speaking = None

    def _take(self, said: Utterance, alone: list[int]) -> None:
        """Give an utterance the quotations before it that stood alone, whoever they were given to."""
        spans = [(self.quotations[number].first, self.quotations[number].last) for number in alone]
        self.loose = [x for x in self.loose if x.quotation not in alone]
        self.found = [u for u in self.found if u.contents != spans]
        said.contents = spans + said.contents

    def _is_said(self, frame: Frame) -> bool:
        """Is it told what somebody says, and not only what he thinks, if that was not asked for?"""
        return self.thoughts or frame.cue.verb.cue_class != "thought" or frame.shape in _TAGGED

    def _accepted(self, phrases: NounPhrases) -> list[_Accepted]:
        """The frames of a passage that report something, without those inside another's content; else what is thought."""
        passage = phrases.passage
        candidates = frames(Scene(self.doc, self.quotations, phrases))
        if not candidates:
            return []
        table = weights("accept")
        kept = []
        for frame in candidates:
            if frame.cue.negated and frame.cue.verb.lemma in SPEAK and frame.shape not in _TAGGED:
                # "declined to comment on the findings", "did not respond to a question about whether ...": nothing is said
                continue
            if frame.source is not None and frame.cue.modal and "nor" in passage.lower[frame.source.first : frame.source.last]:
                # "Neither Ober nor **Lind** would say whether ..."
                continue
            chance = _BY_LAYOUT.get(frame.shape) or probability(table, frame_features(passage, frame))
            if frame.cue.verb.cue_class == "evidence" and not self._can_tell(passage, frame):
                continue
            if chance >= ACCEPTED_FROM or (frame.shape in _TAGGED and chance > _TAGGED_FROM):
                kept.append(_Accepted(_with_venue(phrases, _without_speaker(passage, frame)), chance))
        # what is thought is left out where anything is said
        return _outermost([one for one in kept if self._is_said(one.frame)] or kept, passage.tags)

    def _can_tell(self, passage: Passage, frame: Frame) -> bool:
        """Can the subject of "shows that" be a source: a report, an agency, somebody; but no "failure"?"""
        if frame.source is None:
            return False
        first, last = passage.tokens(frame.source.first, frame.source.last)
        mention = read_one(self.doc, first, last, [])
        return mention.kind != "unknown" or mention.form == "pronoun" or "E" in self.doc.tags[first:last]

    def _fragments(self, phrases: NounPhrases, here: list[_Accepted], free: list[int]) -> tuple[list[Utterance], list[Loose]]:
        """Quoted words that no cue covers: somebody's, or a title, a nickname, a scare quote."""
        passage = phrases.passage
        known = {one.frame.cue.at: one.frame.source for one in here if one.frame.source is not None}
        table = weights("fragment")
        made = []
        loose = []
        taken = 0
        for at in free:
            number = passage.quotations[at]
            fragment = fragment_at(passage, phrases, at, known)
            features = fragment_features(self.doc, self.quotations[number], passage, fragment)
            chance = probability(table, features)
            # 'said on the podcast **"Here It Is"**', 'wrote **"The Long Road"**'
            verb = passage.vocabulary.verbs.get(passage.lower[at - 1]) if at else None
            # '"It is late," Ortega told **"Good Morning Ohio."**'
            told = bool(here) and at > 0 and ("naming" in features or passage.lower[at - 1] in _BEFORE_PROGRAMMES)
            work = "titled=True" in features and (told or (verb is not None and verb.lemma in OF_WORKS))
            first, last = self.quotations[number].inside
            # 'Senator Grace **"Gigi"** Ortega'
            nickname = at > 0 and passage.tags[at - 1 : at + 2] == "EkE" and self.doc.words[first][:1].isupper()
            nickname |= any(one.frame.source is not None and one.frame.source.first < at < one.frame.source.last - 1 for one in here)
            letter = last - first == 1 and len(self.doc.words[first]) == 1
            if fragment.source is None or chance < FRAGMENT_FROM or work or nickname or letter:
                loose.append(Loose(number, _A_NICKNAME if nickname else loose_reason(features)))
                continue
            source = passage.tokens(fragment.source.first, fragment.source.last)
            rules = ["fragment", fragment.how]
            # 'paid tribute to her, **"She was a friend."**'
            apart = passage.tags[at] == "K" and passage.lower[at - 1] == "," and self.doc.words[first][:1].isupper()
            begin = max([at if apart else fragment.content[0], taken, *(e for one in here for _, e in one.frame.contents if e <= at)])
            made.append(Utterance([passage.tokens(begin, fragment.content[1])], source, None, passage, chance, rules))
            taken = fragment.content[1]
        return made, loose


def _person_of_line(phrases: NounPhrases) -> TokenRange | None:
    """Who stands, with an age or office, on a line above or below a quotation: "Grace Orr, 29, nurse" / **"I came on foot."**"""
    passage = phrases.passage
    if len(passage) > _LONGEST_LINE or not passage.opens_paragraph:
        return None
    last = phrases.by_start.get(0, 0)
    verb = any(kind in "VXMKU" and word != "retired" for kind, word in zip(passage.tags, passage.lower, strict=True))
    # "Chief Jo Lind"
    titled = passage.vocabulary.is_title_word(passage.lower[0].capitalize())
    if last < 2 or set(passage.tags[titled:last]) != {"E"} or verb:
        return None
    aside = passage.lower[last + 1 :] if passage.lower[last : last + 1] == [","] else []
    known = any(word in passage.vocabulary.roles for word in aside) or (aside != [] and aside[0].isdecimal())
    # "Jo Lind (Ober Rovers)"
    bracket = passage.lower[last : last + 1] == ["("] and set(passage.tags[last + 1 : -1]) <= {"E", "N"} and passage.lower[-1] == ")"
    known = known or bracket
    end = next(i for i in range(len(passage), 0, -1) if passage.lower[i - 1][0].isalnum()) + bracket
    return passage.tokens(0, end) if known or (titled and end == last) else None


def _is_dialogue(doc: Document, quotations: Sequence[Quotation], passages: Sequence[Passage]) -> bool:
    """Do most paragraphs begin with a quotation, as in a story, and not as in news? Whoever speaks next there is somebody else."""
    opening: dict[int, str] = {}
    for passage in passages:
        opening.setdefault(passage.paragraph, passage.tags[0])
    quoted = sum(kind == "K" for kind in opening.values())
    if quoted < _DIALOGUE_FROM or quoted < _DIALOGUE_SHARE * len(opening):
        return False
    names = sum(one == two == "E" for one, two in pairwise(doc.tags))
    numbers = sum(word[0].isdigit() for word in doc.words)
    gone_on = sum(quotation.continues for quotation in quotations)
    of_news = (
        names >= max(_LEAST_NAMES, _NEWS_NAMES * len(doc))
        or numbers >= max(_LEAST_NUMBERS, _NEWS_NUMBERS * len(doc))
        or gone_on >= _NEWS_GOES_ON * quoted
    )
    return not of_news


def loose_reason(features: list[str]) -> str:
    """Why quoted words in the reporter's sentence are held to be nobody's, for a person to read."""
    if "nickname" in features:
        return _A_NICKNAME
    if "naming" in features:
        return "a name or term: the words before it call something so"
    if "titled=True" in features:
        return _A_TITLE
    if any(f in features for f in ("words=1", "words=2", "words=3")):
        return "a word or two in the reporter's own sentence: a term or a scare quote"
    return "in the reporter's own sentence, with no cue"


def _uncovered(passage: Passage, here: list[_Accepted]) -> list[int]:
    """The quotations of a passage that no frame's content covers."""
    covered = [False] * len(passage)
    for one in here:
        for first, last in one.frame.contents:
            covered[first:last] = [True] * (last - first)
    return [i for i, kind in enumerate(passage.tags) if kind in "Kk" and not covered[i]]


def _told_titles(passage: Passage, here: list[_Accepted]) -> list[int]:
    """The quotations that stand where somebody is told: 'told **"Good Morning Ohio"**', 'told Ann Orr on **"Good Morning Ohio"**'."""
    told = (at for one in here if one.frame.addressee is not None for at in range(*one.frame.addressee))
    return [at for at in told if passage.tags[at] in "Kk"]


def _only_quotations(passage: Passage) -> bool:
    return all(kind in "Kk.," or (i == 0 and kind in "CR") for i, kind in enumerate(passage.tags))


def _without_speaker(passage: Passage, frame: Frame) -> Frame:
    """The frame, its cue negated where its source says that nobody does: "**Neither** Ober nor Lind said"."""
    if frame.source is None or passage.lower[frame.source.first] not in _NOBODY:
        return frame
    return evolve(frame, cue=evolve(frame.cue, negated=True))


def _with_venue(phrases: NounPhrases, frame: Frame) -> Frame:
    """The frame with the venue that stands in front of its source, where none stands behind the cue: "**In a statement**, Ortega said"."""
    if frame.venue is not None or frame.source is None or frame.source.relation not in ("subject", "aside"):
        return frame
    return evolve(frame, venue=venue_in_front(phrases, frame.source.first))


def _is_of_one(passage: Passage, frame: Frame) -> bool:
    """Is the source one person, by a name or "he" or "she", and not "they" or "experts"?"""
    source = frame.source
    if source is None:
        return False
    return "E" in passage.tags[source.first : source.last] or passage.lower[source.first] in ("he", "she")


def _outermost(kept: list[_Accepted], tags: str) -> list[_Accepted]:
    """Without the frames whose cue stands in another's content, and without those that claim what a surer one has."""
    kept = _with_rest(_without_passers(kept, tags))
    outer = []
    for one in kept:
        around = [other for other in kept if other is not one and _holds(other, one)]
        if not any(not _holds(one, other) or other.chance >= one.chance for other in around):
            outer.append(one)
    taken: list[Range] = []
    result = []
    for one in sorted(outer, key=lambda a: -a.chance):
        if any(a[0] < b[1] and b[0] < a[1] for a in one.frame.contents for b in taken):
            continue
        taken += one.frame.contents
        result.append(one)
    return sorted(result, key=lambda a: a.frame.cue.at)


def _with_rest(kept: list[_Accepted]) -> list[_Accepted]:
    """Each frame with what stands behind a tag in its content: "Ortega said they had a plan that, **she said,** would save money"."""
    inside = {one.frame.contents[0][1]: one for one in kept if one.frame.shape == "clause around" and len(one.frame.contents) == 2}
    tags = [inside.get(one.frame.contents[-1][1]) if one.frame.shape == "clause after" else None for one in kept]
    joined = [
        one if tag is None else evolve(one, frame=evolve(one.frame, contents=(*one.frame.contents, tag.frame.contents[1])))
        for one, tag in zip(kept, tags, strict=True)
    ]
    return [one for one in joined if not any(one is tag for tag in tags)]


def _without_passers(kept: list[_Accepted], tags: str) -> list[_Accepted]:
    """Without the frames whose source only passes on what another says, as '"Go," **she** said, according to the Tribune'."""
    passers: set[int] = set()
    passed: set[int] = set()
    for outer in (one for one in kept if one.frame.cue.verb.cue_class == "source"):
        for inner in (one for one in kept if _holds(outer, one)):
            if _passes_on(outer.frame, inner.frame, tags):
                passed.add(id(inner))
                passers.add(id(outer))
            elif inner.frame.shape in ("tag after", "tag inside") and inner.frame.source is not None:
                passers.add(id(outer))
    return [evolve(one, passed_on=id(one) in passed) for one in kept if id(one) not in passers]


def _is_somebodys(frame: Frame, tags: str) -> bool:
    """Are quoted words said by somebody who is named: '**Ortega** told them to "go home"', but not '**the sign** read "Go"'?"""
    if frame.source is None or frame.start not in _QUOTED or frame.cue.verb.cue_class not in _SAYING or not frame.cue.verb.takes_clause:
        return False
    first, last = frame.source.first, frame.source.last
    head = next((i for i in range(first, last) if tags[i] in "I,TW"), last) - 1
    named = (tags[head] in "EU" and tags[first] not in "DQ") or tags[first:last].rstrip(",")[-2:] in (",E", "EE")
    quoted = any(not {"K", "k"}.isdisjoint(tags[a:b]) for a, b in frame.contents)
    return named and quoted and frame.source.relation in ("subject", "aside")


def _passes_on(outer: Frame, inner: Frame, tags: str) -> bool:
    """Does the outer source only pass on what the inner one says: 'According to the Tribune, **Ortega** told them to "go home"'?"""
    if inner.source is None or outer.cue.verb.lemma != "according to" or not _is_somebodys(inner, tags):
        return False
    return not any(kind in "VXM" for kind in tags[outer.contents[0][0] : inner.source.first])


def _holds(outer: _Accepted, inner: _Accepted) -> bool:
    """Does the inner cue stand in the outer content?"""
    return any(first <= inner.frame.cue.at < last for first, last in outer.frame.contents)


def _utterance(passage: Passage, one: _Accepted) -> Utterance:
    frame = one.frame
    source = passage.tokens(frame.source.first, frame.source.last) if frame.source is not None else None
    # none with a comma or dash at its end
    contents = [passage.tokens(first, last - (last > first + 1 and passage.lower[last - 1] in PAUSES)) for first, last in frame.contents]
    relation = [frame.source.relation] if frame.source is not None else []
    passed_on = ["passed on"] if one.passed_on else []
    return Utterance(contents, source, frame, passage, one.chance, [frame.shape, *relation, *passed_on])

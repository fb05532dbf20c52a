"""The document: tokens, sentences and paragraphs, all as offsets into the caller's own string."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container
from itertools import pairwise

import regex

from quoteattr.lexicons import words_of
from quoteattr.lexicons.vocabulary import Vocabulary, standard
from quoteattr.text.paragraphs import paragraphs
from quoteattr.text.posts import posts
from quoteattr.text.readings import DASHES, MARKS, is_ever_common_word
from quoteattr.text.sentences import sentences
from quoteattr.text.tags import FINITE, tag
from quoteattr.text.tokens import tokenize

#: A stretch of tokens of a document, the end exclusive.
TokenRange = tuple[int, int]
#: How many paragraphs with a name before a colon make an interview, and within how many tokens the colon stands.
_TURNS = 4
#: With what the turns of an interview begin whose speakers are not named there.
_TURNS_OF_TWO = (frozenset(("Q", "A")), frozenset(("Question", "Answer")))
QUESTION_AND_ANSWER = frozenset.union(*_TURNS_OF_TWO)
_LABEL = 4
_FIRST_NAMES = words_of("first_names.txt")
#: Within how many where the label tells what somebody is.
_LONG_LABEL = 14
#: In how many paragraphs of a transcript at least one begins with a label.
_MOSTLY_TURNS = 4
#: How many speakers at most an interview has whose turns alternate.
_IN_TALK = 3
#: Fewer tokens than this make what stands between two stories.
_SHORT = 12
#: What stands between two stories of one text: "___", "* * *", the hour of a running report.
_BETWEEN_STORIES = regex.compile(r"[^\p{L}\p{N}]{2,}|\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|(?<=[:.]\d\d\s*)(?:[A-Z]{2,4})?)\.?")
#: Tags that the words of a name do not have on their own: verbs and pronouns.
_NOT_OF_NAMES = frozenset("VXBOU")
#: With what the name of a body calls on people to do something.
_CALLS = frozenset(
    (
        "Bridge Bring Build Change Clean Connect Cure Defend Empower End Feed Fight Fix Free Fund Heal Help Keep Lift Light Make Meet Move "
        "Open Power Protect Raise Reach Rebuild Reclaim Restore Rock Save Serve Share Stop Support Teach Turn Unite Walk"
    ).split()
)
#: Lines that a page puts between the paragraphs of an article, and how many tokens they have at most.
_INTERPOSED = words_of("interposed.txt")
_INTERPOSED_LIMIT = 8
#: By whose offices fields are named: "Commissioner for Health and Safety".
_HAVE_FIELDS = frozenset(
    "adviser advisor assistant commissioner dean director head minister president professor secretary superintendent undersecretary".split()
)
#: Bodies that are called by what they are to do.
_TO_DO_SOMETHING = frozenset("Alliance Campaign Coalition Committee Foundation Fund Initiative Movement Network Project".split())
#: Prepositions with which the name of a body may begin, and no clause does.
_OPENS_BRAND = frozenset("Above Across Against Behind Between Beyond Inside Over Through Under Within Without".split())
#: What stands between the fields of an office.
FIELD_JOINTS = frozenset((",", "and", "&"))
#: What an office is for.
FIELDS = words_of("roles.txt", section="field")
#: With what words for a field end that are too rare to be listed: "Minister for Public **Expenditure**".
_OF_FIELDS = ("ics", "logy", "ness", "ship", "sion", "tion", "ture")


def is_of_field(word: str) -> bool:
    """May this word with a capital be part of what an office is for, and no name: "Minister for Public **Expenditure** Jo Lind"?

    >>> is_of_field("Expenditure"), is_of_field("Lind")
    (True, False)
    """
    return is_ever_common_word(word) or is_field(word)


def is_field(word: str) -> bool:
    """Is this what offices are for, and hardly anything else: "Health", "Devolution"?"""
    return word.lower() in FIELDS or word.endswith(_OF_FIELDS)


class Document:
    """A text with its tokens, sentences and paragraphs.

    Made once an article and never changed. Lists run parallel, one item a token; ranges of tokens are ``(first, last)``,
    ``last`` exclusive.

    >>> doc = Document("Ortega spoke. She left.\\n\\nNobody asked.")
    >>> [doc.words[first:last] for first, last in doc.sentences]
    [['Ortega', 'spoke', '.'], ['She', 'left', '.'], ['Nobody', 'asked', '.']]
    >>> doc.paragraphs
    [(0, 6), (6, 9)]
    """

    __slots__ = (
        "ends",
        "in_turn",
        "interposed",
        "labels",
        "lower",
        "paragraph_of",
        "paragraphs",
        "posts",
        "presents",
        "section_of",
        "sentence_of",
        "sentences",
        "small",
        "starts",
        "tags",
        "text",
        "turn_labels",
        "vocabulary",
        "words",
    )

    def __init__(self, text: str, vocabulary: Vocabulary | None = None) -> None:
        self.text = text
        self.starts, self.ends = tokenize(text)
        self.words = [text[s:e] for s, e in zip(self.starts, self.ends, strict=True)]
        if "\xad" in text:
            # a soft hyphen is no part of the spelling; a word of nothing else is no word, and is not among the tokens
            self.words = [word.replace("\xad", "") for word in self.words]
        if "”" in text:
            # a mark that stands for an apostrophe: "It”s late"
            self.words = [word.replace("”", "’") if len(word) > 1 else word for word in self.words]
        self.lower = [word.lower() for word in self.words]
        #: The words that stand somewhere in small letters.
        self.small = frozenset(self.words).intersection(self.lower)
        #: The cue verbs and titles that all that follows goes by.
        self.vocabulary = (vocabulary or standard()).of_text(self.words, self.lower)
        spans = [(bisect_left(self.starts, start), bisect_left(self.starts, end)) for start, end in paragraphs(text)]
        #: Ranges of tokens.
        self.paragraphs: list[TokenRange] = [(first, last) for first, last in spans if first < last]
        # a line of asterisks or underscores has no tokens
        behind_rule = {first for first, last in spans if first == last}
        self.sentences: list[TokenRange] = []
        #: For each token, the index of its sentence and of its paragraph.
        self.sentence_of: list[int] = []
        self.paragraph_of: list[int] = []
        self.tags = tag(self.words, self.lower, self.paragraphs)
        for paragraph, (first, last) in enumerate(self.paragraphs):
            self.paragraph_of += [paragraph] * (last - first)
            for span in sentences(self.starts, self.ends, self.words, self.lower, self.tags, first, last):
                self.sentence_of += [len(self.sentences)] * (span[1] - span[0])
                self.sentences.append(span)
                if self.is_headline(*span):
                    self.tags[span[0] : span[1]] = tag(self.words[span[0] : span[1]], self.lower[span[0] : span[1]], headline=True)
                else:
                    self._tag_phrases_as_names(*span)
                self._tag_fields_as_one(*span)

        #: What was posted on a social network, by the number of its paragraph.
        self.posts = posts(text, self.starts, self.ends, self.words, self.paragraphs)
        #: For each paragraph whether it is none of the article's.
        self.interposed = [self._is_interposed(first, last) for first, last in self.paragraphs]
        #: The name before a colon with which each paragraph begins; empty where it does not.
        self.labels = [self._label(first, last) for first, last in self.paragraphs]
        #: Those that come again and again: who speaks in an interview.
        self.turn_labels = self._turn_labels()
        #: For each paragraph whether a turn of a transcript begins in it that tells what somebody is: "JO LIND, MAYOR: We had no warning."
        capitals = any(label.isupper() for label in self.turn_labels)
        surnames = {label.split()[-1] for label in self.turn_labels}
        self.presents = [
            (capitals and self._presents(first, last)) or (not label and self._presents_in_full(first, last, surnames))
            for label, (first, last) in zip(self.labels, self.paragraphs, strict=True)
        ]
        #: For each paragraph whether the turn of a transcript goes on in it from the paragraph before.
        self.in_turn = self._in_turn()
        #: For each paragraph the number of its section: who is told of in one is not "he" in the next.
        self.section_of: list[int] = []
        for first, last in self.paragraphs:
            between = first in behind_rule or (last - first < _SHORT and _BETWEEN_STORIES.fullmatch(self.slice(first, last)) is not None)
            self.section_of.append((self.section_of[-1] if self.section_of else 0) + between)

    def _turn_labels(self) -> frozenset[str]:
        return self._recurring() | self._alternating() | self._transcribed()

    def _recurring(self) -> frozenset[str]:
        """The labels that come again and again and that the text names elsewhere too, or "Q" and "A"."""
        often = {label for label, times in Counter(self.labels).items() if label and times > 1}
        if sum(label in often for label in self.labels) < _TURNS:
            return frozenset()
        names = Counter(word for word, kind in zip(self.words, self.tags, strict=True) if kind == "E")
        # who speaks is named elsewhere too, as what a list goes through ("Price: ...") is not
        named = frozenset(label for label in often if names[label.split()[-1]] > self.labels.count(label))
        return (named - QUESTION_AND_ANSWER).union(*(pair for pair in _TURNS_OF_TWO if often >= pair))

    def _alternating(self) -> frozenset[str]:
        """The labels that take turns, with a question among them: "**Courier:** Why? / **Ana Tran:** It is late. / ... / **Tran:** No." """
        labelled = [(label, span) for label, span in zip(self.labels, self.paragraphs, strict=True) if label]
        speakers = [label.split()[-1] for label, _ in labelled]
        alternate = all(one != other for one, other in pairwise(speakers)) and len(set(speakers)) <= _IN_TALK
        asked = any("?" in self.words[slice(*span)] for _, span in labelled)
        return frozenset(label for label, _ in labelled) if len(labelled) >= _TURNS and alternate and asked else frozenset()

    def _transcribed(self) -> frozenset[str]:
        """The labels in capitals that are full names, or that have lines for themselves, two of them more than once.

        Like "**JO LIND:** Is it late? / **ANN LEE:** It is. / ...", "**JO LIND:** / It is late. / ...".
        """
        full = [label for label in self.labels if label.isupper() and _is_full_name(label)]
        if len(full) >= _TURNS and len(set(full)) > 1:
            return frozenset(full)
        labelled = zip(self.labels, self.paragraphs, strict=True)
        alone = [label for label, (_, last) in labelled if label.isupper() and self.words[last - 1] == ":"]
        several = {label for label, times in Counter(alone).items() if times > 1}
        return frozenset(alone) if len(several) > 1 else frozenset()

    def _in_turn(self) -> list[bool]:
        """Between two turns of a transcript everything is a turn's, but for what stands in brackets: "(END VIDEO CLIP)"."""
        turns = [number for number, label in enumerate(self.labels) if label in self.turn_labels or self.presents[number]]
        inside = [False] * len(self.labels)
        # one alone talks to nobody: "Orr: Taxes are down. / **The facts:** They are not."
        several = len({label for label in self.labels if label}) > 1
        if turns and several and _MOSTLY_TURNS * len(turns) >= turns[-1] - turns[0]:
            _, last = self.paragraphs[turns[-1]]
            end = turns[-1] + 2 * (self.words[last - 1] == ":")
            for number in range(turns[0] + 1, min(end, len(inside))):
                first, _ = self.paragraphs[number]
                labelled = self.labels[number] or self.presents[number] or ":" in self.words[first : first + _LABEL]
                inside[number] = not labelled and self.words[first][0] not in "([" and self.words[first][:1].isupper()
        return inside

    def _presents(self, first: int, last: int) -> bool:
        """Does this paragraph begin with a name in capitals and what somebody is, before a colon: "JO LIND, mayor of Dover: ..."?"""
        colon = next((i for i in range(first + 1, min(first + _LONG_LABEL, last)) if self.words[i] == ":"), first)
        label = self.words[first:colon]
        name = label[: label.index(",")] if "," in label else []
        return bool(name) and all(word.isupper() or not word[0].isalpha() for word in name) and FINITE.isdisjoint(self.tags[first:colon])

    def _presents_in_full(self, first: int, last: int, surnames: Container[str]) -> bool:
        """Does this paragraph begin with an office and the name of who has turns elsewhere: "Speaker of the House Jo **Lind**: ..."?"""
        colon = next((i for i in range(first + 2, min(first + _LONG_LABEL, last)) if self.words[i] == ":"), first)
        named = colon > first and self.words[colon - 1] in surnames and set(self.tags[first:colon]) <= set("ENAID")
        return named and any(word in self.vocabulary.roles for word in self.lower[first:colon])

    def _label(self, first: int, last: int) -> str:
        """The name that this paragraph begins with, where a colon follows; empty for none."""
        colon = next((i for i in range(first + 1, min(first + _LABEL, last)) if self.words[i] == ":"), first)
        name = first + (self.words[first] == "The")
        words = zip(self.tags[name:colon], self.words[name:colon], strict=True)
        named = name < colon and all(kind == "E" and word[0].isupper() for kind, word in words)
        # "Host: Welcome back.", "PRIME MINISTER: I will."
        capitals = all(word.isupper() for word in self.words[first:colon])
        whole = capitals or (colon == first + 1 and self.words[first].istitle())
        office = name < colon and whole and self.lower[colon - 1] in self.vocabulary.roles
        asks = colon == first + 1 and self.words[first] in QUESTION_AND_ANSWER
        return " ".join(self.words[first:colon]) if named or office or asks else ""

    def _tag_phrases_as_names(self, first: int, last: int) -> None:
        """Make names of phrases whose every word has a capital: "a man from **Make It Right**", "the owner of **Kiss The Cook**"."""
        for at in range(first, last - 2):
            if self.words[at] in _CALLS and self.words[at + 1] == "the" and self.tags[at + 2] == "E":
                # "an organizer of **Make the Road**"; "**Make the Road New York** said", but not "Make the Road safe"
                end = next((i for i in range(at + 3, last) if self.tags[i] != "E"), last - 1)
                if self.tags[at] == "E" or (at == first and self.tags[end] in "VX"):
                    self.tags[at : at + 2] = "EE"
            if self.words[at] == "to" and self.words[at - 1] in _TO_DO_SOMETHING and self.words[at + 1][0].isupper() and at > first:
                # "the Committee **to Protect Voters**"
                end = next((i for i in range(at + 1, last) if not self.words[i][0].isupper()), last)
                self.tags[at:end] = "E" * (end - at)
        for at in range(first, last - 2):
            if self.words[at] in _OPENS_BRAND and (at == first or self.words[at - 1] in MARKS):
                # "**Beyond** Harvest Inc. said": a phrase with a preposition says nothing
                end = next((i for i in range(at + 1, last) if self.tags[i] != "E"), last - 1)
                if end > at + 1 and self.tags[end] == "V" and self.lower[end] in self.vocabulary.verbs:
                    self.tags[at] = "E"
        at = first + 1
        while at < last:
            end = at
            while end < last and self.words[end][0].isupper() and self.words[end] != "I":
                end += 1
            behind = end - at > 2 and self.tags[at - 1] == "I" and self.words[at - 1][0].islower()
            if behind and (_NOT_OF_NAMES.intersection(self.tags[at:end]) or "D" in self.tags[at + 1 : end]):
                self.tags[at:end] = "E" * (end - at)
            at = end + 1

    def _tag_fields_as_one(self, first: int, last: int) -> None:
        """Make one noun of the fields of an office: "**police and crime** commissioner", "Minister of **Arts, Culture and Sport**"."""
        for at in range(first + 1, last - 2):
            if self.lower[at] == "and" and self.lower[at - 1] in FIELDS and self.lower[at + 1] in FIELDS:
                office = at + 2 + (self.lower[at + 2] in ("deputy", "chief"))
                if office < last and self.lower[office] in self.vocabulary.roles:
                    self.tags[at] = "N"
            elif self.words[at] in ("of", "for", "on") and self._holds_field(at):
                self._tag_ministry(at + 1, last)

    def _holds_field(self, tie: int) -> bool:
        """Does an office with a capital stand before this preposition: "**Minister** of", "**Secretary of State** for"?"""
        of_state = self.words[max(0, tie - 2) : tie] == ["of", "State"]
        office = tie - 3 if of_state and tie > 2 else tie - 1
        return self.words[office][0].isupper() and self.lower[office] in _HAVE_FIELDS

    def _tag_ministry(self, first: int, last: int) -> None:
        """Make one name of the fields that begin here, where each is a common word with a capital and an "and" is before the last."""
        begin = at = first + (self.words[first] == "the")
        joints: list[int] = []
        while at < last and self.words[at][0].isupper() and is_of_field(self.words[at]) and self.lower[at] not in self.vocabulary.roles:
            at += 1
            if at + 1 < last and self.words[at] in FIELD_JOINTS and self.words[at + 1][0].isupper():
                joints.append(at)
                at += 1
        while joints and (joints[-1] >= at - 1 or self.words[joints[-1]] == ","):
            # "Minister of Finance**,** Jo Lind"
            joints.pop()
        if any(self.words[joint] != "," for joint in joints):
            end = joints[-1] + 2
            self.tags[begin:end] = "E" * (end - begin)

    def joins_fields(self, at: int) -> bool:
        """Does this token stand between the fields of one office: "Minister of Arts**,** Culture **and** Sport"?"""
        return self.tags[at] == "E" and self.words[at] in FIELD_JOINTS

    def _is_interposed(self, first: int, last: int) -> bool:
        """Is this paragraph one that the page has put between those of the article: "Advertisement", "READ MORE: How it began"?"""
        colon = next((i for i in range(first + 1, min(first + _INTERPOSED_LIMIT, last - 1)) if self.words[i] == ":"), last)
        if colon == last and last - first > _INTERPOSED_LIMIT:
            return False
        if self.slice(first, colon).lower().strip(" .:-–—[]()") not in _INTERPOSED:
            return False
        # a line that leads elsewhere has a headline behind the colon, without marks or an end
        return colon == last or not (self.words[last - 1] in ".!" or MARKS.intersection(self.words[colon:last]))

    def is_headline(self, first: int, last: int) -> bool:
        """Is every longer word capitalised, and every verb: "Governor Says Budget Talks Have Failed"?"""
        long = self._capitals(first, last)
        if len(long) < 4 or sum(long) < 0.85 * len(long):
            return False
        return not any(
            kind in "VXM" and word[0].islower() for kind, word in zip(self.tags[first:last], self.words[first:last], strict=True)
        )

    def opens(self, at: int) -> bool:
        """Does a sentence open with this token, or what stands behind a dash, as behind a dateline: "AUBURN — **Freshman** kicker"?"""
        return self.sentences[self.sentence_of[at]][0] == at or self.words[at - 1] in DASHES

    def is_title(self, first: int, last: int) -> bool:
        """Is every longer word of this range capitalised, as in the title of a work or programme: "Good Morning Ohio"?"""
        long = self._capitals(first, last)
        return bool(long) and all(long)

    def _capitals(self, first: int, last: int) -> list[bool]:
        """Which of the longer words of this range have a capital letter?"""
        return [word[0].isupper() for word in self.words[first:last] if len(word) > 3 and word[0].isalpha()]

    def is_apostrophe(self, at: int) -> bool:
        """Is this token the apostrophe of several owners: "the teachers**'** union"?"""
        return self.words[at] in "'’" and at > 0 and self.starts[at] == self.ends[at - 1] and self.lower[at - 1][-1] == "s"

    def is_possessive(self, at: int) -> bool:
        """Is this token what makes an owner: "the school**'s** principal", "the teachers**'** union"? Behind the last token none is."""
        return at < len(self.words) and (self.tags[at] == "Z" or self.is_apostrophe(at))

    def __len__(self) -> int:
        return len(self.words)

    def token_at(self, offset: int) -> int:
        """The first token that ends after this offset."""
        return bisect_right(self.ends, offset)

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of a range of tokens, which is not empty."""
        return self.starts[first], self.ends[last - 1]

    def slice(self, first: int, last: int) -> str:
        """The text of a range of tokens."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def _is_full_name(label: str) -> bool:
    """Is it a first name that is known with something behind it: "JO LIND", "DR. JO LIND", but not "READ MORE"?"""
    words = label.title().split()
    return not _FIRST_NAMES.isdisjoint(words[:-1])

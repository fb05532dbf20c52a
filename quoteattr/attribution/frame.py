"""A frame: one cue with its source and its content, within one passage."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field, frozen

from quoteattr.cues.verb_groups import Cue
from quoteattr.cues.verbs import CueVerb
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.subjects import Subject
from quoteattr.quotations.pairing import Quotation
from quoteattr.quotations.passages import SNIPPET, Passage
from quoteattr.text.document import Document
from quoteattr.text.readings import may_be_verb

#: First and last item (exclusive) of a passage.
Range = tuple[int, int]


_NOMINATIVES = frozenset("he i she they we".split())
#: A title has no more words.
_TITLE_WORDS = 7


@frozen
class Frame:
    """A cue, its source and its content, as ranges of items of one passage.

    `shape` names the order of things around the cue, and `start` how the content begins; both show in the evidence of an answer and are
    what the decisions about the frame look at.

    ===================  ==================================================================
    shape                example
    ===================  ==================================================================
    tag after            **"We had no warning," Ortega said.**
    tag inside           **"We had," she said, "no warning."**
    tag before           **Ortega said: "We had no warning."**
    clause after         **Ortega said that they had no warning.**
    clause before        **They had no warning, Ortega said.**
    clause around        **They had, Ortega said, no warning.**
    object               **Ortega criticized the district.**
    infinitive           **Ortega urged parents to wait.**
    passive              **Parents were told by Ortega that the doors were shut.**
    told                 **Ortega was told: "It is late."** (by whom, nothing says)
    judged               **The plan was described by Ortega as "unfair."**
    noun                 **Ortega's claim that they had no warning**
    label                **Ortega: "No warning"**
    office               **Mayor: Bridge is shut**
    turn                 **ORTEGA: We had no warning.** (a line of a transcript or interview)
    signed               **"We had no warning." — Natasha Ortega**
    posted               **We had no warning. — Natasha Ortega (@ortega) May 4, 2021**
    introduced           **Ortega was in no mood to wait: "Do your job."**
    bare                 **Ortega said:** (the words follow in the next paragraph)
    ===================  ==================================================================
    """

    cue: Cue
    source: Subject | None
    contents: tuple[Range, ...]
    shape: str
    #: that, quote, clause, gap, object, complement, to, particle, preposition, question, as, any verb, colon.
    start: str
    addressee: Range | None = None
    #: "in a statement", "on Twitter".
    venue: Range | None = None


@define(slots=True)
class Scene:
    """What the rules look at: the noun phrases of a passage, its document, and what was found in it so far."""

    doc: Document
    quotations: list[Quotation]
    phrases: NounPhrases
    #: The subjects of the cue verbs found so far, by the item of the verb.
    known: dict[int, Subject] = field(factory=dict)

    @property
    def passage(self) -> Passage:
        """The passage."""
        return self.phrases.passage

    @property
    def tags(self) -> str:
        """The kinds of the passage's items."""
        return self.passage.tags

    @property
    def lower(self) -> list[str]:
        """The words of the passage's items."""
        return self.passage.lower

    @property
    def verbs(self) -> Mapping[str, CueVerb]:
        """The cue verbs by their forms."""
        return self.doc.vocabulary.verbs

    def is_quotation(self, at: int) -> bool:
        """Is the item at this place a quotation?"""
        return at < len(self.passage.tags) and self.passage.tags[at] in "Kk"

    def starts_upper(self, at: int) -> bool:
        """Does the quotation at this item begin with a capital letter, as a whole sentence does?"""
        first, _ = self.quotations[self.passage.quotations[at]].inside
        return first < len(self.doc) and self.doc.words[first][0].isupper()

    def ends_with_comma(self, at: int) -> bool:
        """Does the quotation at this item end with a comma inside its marks, as before a verb that is not quoted?"""
        first, last = self.quotations[self.passage.quotations[at]].inside
        return first < last and self.doc.words[last - 1] == ","

    def opens_with_verb(self, at: int, *, sentence: bool = False) -> bool:
        """Is this item a few quoted words of which the first is a finite verb: 'said the law **"goes too far"**'?

        With `sentence` they may be more, up to the end of the sentence.
        """
        if not self.is_quotation(at) or (self.passage.tags[at] != SNIPPET and not sentence):
            return False
        first, last = self.quotations[self.passage.quotations[at]].inside
        kinds = "".join(self.doc.tags[first:last]).lstrip("R")
        if at > 0 and self.lower[at - 1] in _NOMINATIVES and last - first > 1 and may_be_verb(self.doc.lower[first]):
            # 'said he **"disputes these claims"**'
            return True
        # 'said nurses **"go too far"**'
        several = at > 0 and (self.lower[at - 1].endswith("s") or self.lower[at - 1] in ("they", "we", "you"))
        return last - first > 1 and kinds != "" and kinds[0] in ("VXMB" if several else "VXM")

    def is_title(self, at: int) -> bool:
        """Is this item a few quoted words written as the title of a work or programme is: "Good Morning Ohio"?"""
        if not self.is_quotation(at):
            return False
        first, last = self.quotations[self.passage.quotations[at]].inside
        short = 1 < last - first <= _TITLE_WORDS
        return short and self.doc.is_title(first, last) and self.doc.words[last - 1] not in ("?", "!", ".")

    def all_caps(self, first: int, last: int) -> bool:
        """Are all words of this range written in capital letters?"""
        words = [w for w in self.doc.words[slice(*self.passage.tokens(first, last))] if w[0].isalpha()]
        return bool(words) and all(w.isupper() for w in words)

    def is_turn(self, first: int, last: int) -> bool:
        """Is this range a name with which the turns of an interview begin?"""
        return " ".join(self.doc.words[slice(*self.passage.tokens(first, last))]) in self.doc.turn_labels

    def has_finite(self, first: int, last: int) -> bool:
        """Is there a finite verb in this range?"""
        return any(kind in "VXM" for kind in self.passage.tags[first:last])

    def quotations_from(self, at: int) -> int:
        """Where a run of quotations that begins at this item ends.

        A fragment that the sentence goes on from ends with the passage: 'said "no" to the plan'.
        """
        end = at + 1
        if self.is_quotation(at) and not self.starts_upper(at) and end < self.passage.end and self.tags[end] in "CISVXMTNRGP":
            return self.passage.end
        while self.is_quotation(end):
            end += 1
        return end

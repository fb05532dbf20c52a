"""What is known of a document's people so far, which all rules read and add to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.same_name import fold, folded, with_particle
from quoteattr.mentions.mention import Mention
from quoteattr.text.credits import credit_lines
from quoteattr.text.document import Document, TokenRange

#: How many words a description before a name has at most.
LONGEST_ROLE = 8
#: How many mentions back the group or body is named that "they", "it" and "the company" stand for.
NEAR = 12
#: How many mentions back somebody may be meant by a pronoun or a description.
LATELY = 200
#: How many tokens back "a nurse" is the one that "the nurse" stands for.
INTRODUCED = 80
#: With what a clause opens that stands before the main one.
_OPENING_CLAUSE = frozenset("after although as because before if once since though until when while".split())


class State:
    """The entities of one document, and who spoke last."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.doc = document
        self.mentions = mentions
        self.roles = document.vocabulary.roles
        self.entities: list[Entity] = []
        self.by_surname: dict[str, list[Entity]] = defaultdict(list)
        self.by_first_name: dict[str, list[Entity]] = defaultdict(list)
        self.by_middle_name: dict[str, list[Entity]] = defaultdict(list)
        self.organizations: dict[str, Entity] = {}
        #: Who is named with an office, wherever in the text.
        self.by_office: dict[str, list[Entity]] = defaultdict(list)
        #: Somebody with a surname that two people share, where it is not clear which of them.
        self.unclear: dict[str, Entity] = {}
        self.of: list[Entity | None] = [None] * len(mentions)
        #: Who spoke last, to whom, and was it a question?
        self.speaker: Entity | None = None
        self.told: TokenRange | None = None
        self.asking = False
        #: The first mention of this section of the text.
        self.opened = 0
        #: The first subject of each passage.
        self.leading: dict[int, Mention] = {}
        for m in mentions:
            # not in "Asked by *Brooks* whether it was late, **Teal** paused."
            if m.subject and not m.quoted and not (m.first and document.lower[m.first - 1] == "by"):
                leader = self.leading.setdefault(m.passage, m)
                if leader is not m and self._is_main(leader, m):
                    self.leading[m.passage] = m
        #: The last words of the names that stand between quotation marks in each paragraph, and which mention is the last of each.
        self.quoted: dict[int, dict[str, int]] = defaultdict(dict)
        for i, m in enumerate(mentions):
            if m.quoted and m.name:
                self.quoted[document.paragraph_of[m.first]][fold(m.name[-1])] = i
        #: The paragraphs that say who wrote the article.
        self.credits = credit_lines(document.words, document.lower, document.tags, document.paragraphs)
        #: The surnames that have a particle: "von der Leyen", of Ursula von der Leyen.
        self.surnames = frozenset(folded(with_particle(m.name)) for m in mentions) - {()}
        #: The names of one word, and those by which somebody speaks.
        self.bare = frozenset(m.name[0] for m in mentions if len(m.name) == 1)
        self.speaking = frozenset(m.name[0] for m in mentions if m.utterance >= 0 and len(m.name) == 1)
        #: The names in the sentence of the mention that is asked after which are not those of whom it stands for.
        self.others: list[Mention] = []
        #: For each pronoun and description that was weighed, the chance that the chosen one is right.
        self.chances: dict[int, float] = {}
        #: For each "they" that stands for people who are named together, their mentions.
        self.joint: dict[int, tuple[int, ...]] = {}

    def _is_main(self, leader: Mention, m: Mention) -> bool:
        """Is the first subject that of an opening clause, and this one that of the main clause: "After Lund came, **Ortega** left"?"""
        lower = self.doc.lower
        first = self.doc.sentences[self.doc.sentence_of[m.first]][0]
        return (
            m.form != "pronoun"
            and leader.first == first + 1
            and lower[first] in _OPENING_CLAUSE
            and lower[m.first - 1] == ","
            and not m.reported
        )

    def _new(self, kind: str, full: tuple[str, ...] = ()) -> Entity:
        """A new entity, of this full name if it has one."""
        entity = Entity(kind, full)
        self.entities.append(entity)
        return entity

    def _lately(self, i: int, kinds: Container[str]) -> list[Entity]:
        """Whom the mentions before this one stand for, the latest first; those long before are nobody's antecedent any more."""
        before = (self.of[k] for k in range(i - 1, max(self.opened - 1, i - 1 - LATELY), -1))
        return [e for e in dict.fromkeys(before) if e is not None and e.kind in kinds]

    def _names(self, e: Entity, tokens: TokenRange | None) -> bool:
        """Does this range of tokens have the entity's surname in it?"""
        return tokens is not None and bool(e.full) and e.full[-1] in self.doc.words[slice(*tokens)]

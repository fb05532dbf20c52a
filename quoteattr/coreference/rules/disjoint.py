"""Whom a pronoun or a description cannot stand for, by the form of its sentence.

Who is named in what "he" says is not he, as in every language (Chomsky, "Lectures on Government and Binding", 1981, principle C); nor is
who is named beside him in his own clause.
"""

from __future__ import annotations

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.same_name import differ, fold, same_person
from quoteattr.coreference.rules.state import State
from quoteattr.mentions.mention import Mention

#: How many mentions before and behind a pronoun are asked after.
_BESIDE = 12
#: How many words away: in a long sentence he is named once more.
_NEAR = 12
#: Words between which and a pronoun's clause somebody else is named: "Asked **about** Lund, he said".
_PREPOSITIONS = frozenset("about against alongside beside concerning like near of on over regarding to toward towards unlike with".split())
#: What somebody does to another's words.
_QUOTING = frozenset(("cited", "cites", "quoted", "quotes"))
#: What somebody does who says that it is not so, and what stands before it.
_DENYING = frozenset("contests denied denies disputed disputes rejected rejects".split())
_TURNING = frozenset("although but though while".split())
#: What opens a sentence with whom it is about, or who says it: "**As** for Lund, he said".
_OPENS_WITH_TOPIC = frozenset(("as", "for", "according"))


class Disjoint(State):
    """Tells who is not meant."""

    def _others(self, i: int, m: Mention) -> list[Mention]:
        """The names in the pronoun's sentence that are not those of whom it stands for.

        "**He** said *Ortega* was late", "Asked about *Ortega*, **he** said".
        """
        if m.form != "pronoun" or m.utterance < 0:
            return []
        found = []
        for other in self.mentions[i + 1 : i + _BESIDE]:
            if other.passage != m.passage or other.utterance >= 0 or other.quoted or other.first - m.first > _NEAR:
                break
            # not "**He** held an *Ortega* sign"
            if other.form == "name" and other.reported and self.doc.tags[other.last : other.last + 1] != ["N"]:
                found.append(other)
        lower = self.doc.lower
        opening = self.doc.sentences[self.doc.sentence_of[m.first]][0]
        if lower[m.first - 1 : m.first] == [","] and lower[opening] not in _OPENS_WITH_TOPIC:
            before = self.mentions[max(0, i - _BESIDE) : i]
            found += [other for other in before if other.first > opening and other.form == "name" and self._is_governed(other, m)]
        return found

    def _is_governed(self, other: Mention, m: Mention) -> bool:
        """Does this name end the phrase before the pronoun, behind a preposition or a participle: "Praising *Ortega*, **he** said"?"""
        lower, tags, first = self.doc.lower, self.doc.tags, other.first
        while first > 1 and tags[first - 1] in "NAEDO":
            first -= 1
        behind = other.core[1] == m.first - 1 or tags[other.core[1]] in "IT"
        return behind and (lower[first - 1] in _PREPOSITIONS or tags[first - 1] == "G") and not self.doc.is_possessive(other.core[1])

    def _is_among(self, others: list[Mention], e: Entity) -> bool:
        """Is one of these names this one's, and nobody else's?"""
        for other in others:
            if not e.full or differ(other, e):
                continue
            if len(other.name) > 1 and len(e.full) > 1:
                if same_person(e.full, other.name):
                    return True
            elif fold(other.name[-1]) == fold(e.full[-1]) and len(self.by_surname[fold(e.full[-1])]) < 2:
                return True
        return False

    def _takes_turn(self, m: Mention) -> bool:
        """Does a turn of a transcript begin with this mention, in which its speaker is "I": "*ANN LIND:* **He** says it is late."?"""
        paragraph = self.doc.paragraph_of[m.first]
        label = self.doc.labels[paragraph]
        labelled = label != "" and (label.isupper() or label in self.doc.turn_labels)
        return labelled and m.first == self.doc.paragraphs[paragraph][0]

    def _contradicts(self, m: Mention, e: Entity) -> bool:
        """Does it deny what this one just said of somebody else: "*Ortega* claims Lund called her, but **the actor** denies it"?"""
        verb = m.last + (self.doc.tags[m.last : m.last + 1] in (["X"], ["R"]))
        denies = self.doc.lower[verb : verb + 1] != [] and self.doc.lower[verb] in _DENYING
        if not denies or self.doc.lower[m.first - 1] not in _TURNING:
            return False
        before = self.doc.words[self.doc.sentences[self.doc.sentence_of[m.first]][0] : m.first]
        others = (other for word in before if word[0].isupper() for other in self.by_surname.get(fold(word), ()))
        return any(other is not e and other.kind == "person" for other in others)

    def _is_another(self, m: Mention, e: Entity, last: Mention) -> bool:
        """Does the sentence say that a pronoun or a description is not this one?

        "**he** told *Ortega*"; "**he** said of *Ortega*"; "*Ortega*, whom **he** praised"; "*Ortega* asked whether **she** would come".
        """
        if self._is_among(self.others, e) or (m.form == "pronoun" and self._takes_turn(last)):
            return True
        if m.form != "name" and self.doc.lower[m.last + 1 : m.last + 2] in (["of"], ["about"]) and self._names(e, (m.last + 2, m.last + 5)):
            return True
        beside = last.last == m.first - 1 and self.doc.words[last.last] == ","
        if m.form == "nominal" and beside and last.first and self.doc.tags[last.first - 1] in "IT":
            # "In a letter to *Ortega*, **the mayor** said"
            return True
        if m.form == "pronoun" and self.doc.lower[m.first - 1] in _QUOTING and last.last == m.first - 1:
            # "*Ortega* quoted **her** as saying"
            return True
        if self._names(e, m.told) or (self.asking and m.reported and e is self.speaker and m.passage == last.passage):
            return True
        if e is self.speaker and m.passage == last.passage and self._contradicts(m, e):
            return True
        return 0 < m.first - last.last < 3 and self.doc.lower[m.first - 1] in ("who", "whom")

"""Whom "he" and "she" mean: by the form of their sentence and paragraph, else who is most present."""

from __future__ import annotations

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.bodies import Bodies
from quoteattr.coreference.rules.pairs import Pairs
from quoteattr.coreference.rules.same_name import differ, fold
from quoteattr.coreference.rules.state import LATELY, LONGEST_ROLE
from quoteattr.coreference.rules.weighing import Weighing
from quoteattr.mentions.given_names import first_names
from quoteattr.mentions.mention import FIRST_PERSON, Mention, kind_of_noun
from quoteattr.text.readings import is_ever_common_word
from quoteattr.text.tags import FINITE

#: How often a pronoun means whom its own sentence is about: 36 of 37 on PolNeAR train (`benchmarks/pronouns.tsv`).
_LEADS = 0.97
#: Words that open a clause with a subject of its own.
_SECOND_CLAUSE = frozenset("and as but while whereas".split())
#: Words that open a clause whose pronoun may stand for the subject of the next clause.
_OPENS_AHEAD = frozenset("asked when while as after before although though despite if in during since until for with by at on".split())
#: ... of those that open a clause with a verb of its own.
_OPENS_TIME = frozenset("after as because before if once since until when while".split())
#: To whom somebody tells something who was stopped, found or arrested.
_TOLD_BY = frozenset("agents authorities deputies detectives investigators officers paramedics police rescuers them troopers".split())
_SOMEBODY = frozenset(("person", "unnamed person"))
#: The tags of a noun phrase with what it is tied to.
_NOUN_PHRASE = frozenset("ADEINOQZ")
#: How an interview is announced.
_INTERVIEWS = frozenset("q&a interview interviewed conversation talked talks spoke speaks sat chat chatted down".split())


class Pronouns(Weighing, Pairs, Bodies):
    """Gives pronouns their entities."""

    def _pronoun(self, i: int, m: Mention) -> Entity | None:
        if m.head == "a":
            # "**A:** We are late." of an interview
            return self._interviewed(i)
        if m.head in FIRST_PERSON or m.head in ("q", "you", "who", "which", "that", "whom", "whose"):
            return None
        if m.head in ("they", "them", "their", "it", "its"):
            if m.head == "they" and self._is_pair(i, m):
                return None
            return self._thing(i, m)
        if m.gender is None:
            return None
        praised = self._praised(i, m)
        if praised is not None:
            return praised
        replying = self._replying(i, m) or self._replying_again(i, m) or self._whose_speech(i, m)
        if replying is not None:
            return replying
        ahead = self._ahead(i, m)
        about = (
            ahead
            or self._leader(i, m)
            or self._owner(i, m)
            or self._acted_on(i, m)
            or self._topic(i, m)
            or self._subject_before(i, m)
            or self._speaker_before(i, m)
        )
        if about is None or (about is self.speaker and m.utterance >= 0 and self._may_be_answered(m)):
            # "*Roop* asked Lund if he would go. "I would," **he** said."
            return self._best(i, m, self._lately(i, ("person", "unnamed person", "unknown")))
        if ahead is None:
            self.chances[i] = _LEADS
        return about

    def _replying(self, i: int, m: Mention) -> Entity | None:
        """Who replies: the one whom the last speaker told something, "Lee told *Orr* that he was late. "I know," **he** replied." """
        if not m.replies or self.told is None or self.doc.paragraph_of[m.first] - self.doc.paragraph_of[self.told[0]] > 1:
            return None
        people = (e for e in self._lately(i, ("person",)) if e is not self.speaker and not differ(m, e))
        return next((e for e in people if self._names(e, self.told)), None)

    def _replying_again(self, i: int, m: Mention) -> Entity | None:
        """Who replies to a reply: '*Orr* said it was late. "It is not," Lund replied. "It is," **he** shot back.'"""
        if not m.replies:
            return None
        here = self.doc.paragraph_of[m.first]
        replier: Entity | None = None
        for k in range(i - 1, -1, -1):
            other = self.mentions[k]
            if self.doc.paragraph_of[other.first] != here:
                break
            if other.utterance < 0:
                continue
            e = self.of[k]
            if replier is None and (e is None or not other.replies):
                break
            if replier is not None and e is not replier:
                return e if e is not None and not differ(m, e) else None
            replier = replier or e
        return None

    def _praised(self, i: int, m: Mention) -> Entity | None:
        """Whose doing is judged: "Orr praised *Roop* for **his** claim that it was late"."""
        if m.head not in ("his", "her") or not i or self.doc.lower[m.first - 1] != "for":
            return None
        other, e = self.mentions[i - 1], self.of[i - 1]
        named = other.form == "name" and not (other.subject or other.quoted) and other.core[1] == m.first - 1
        return e if named and e is not None and e.kind == "person" and not differ(m, e) else None

    def _whose_speech(self, i: int, m: Mention) -> Entity | None:
        """Whose words a relative clause tells of: "a speech on Monday by *Orr*, in which **he** said it was late"."""
        if self.doc.lower[max(0, m.first - 3) : m.first] != [",", "in", "which"] or not i:
            return None
        one, e = self.mentions[i - 1], self.of[i - 1]
        by = one.form == "name" and one.core[1] == m.first - 3 and self.doc.lower[one.first - 1 : one.first] in (["by"], ["from"], ["with"])
        return e if by and e is not None and e.kind == "person" and not differ(m, e) else None

    def _interviewed(self, i: int) -> Entity | None:
        """Who answers in an interview of questions and answers: the one person named before it, or in its headline, or whom it is with."""
        first = self.doc.labels.index("Q")
        named: list[tuple[int, Entity]] = []
        for k in range(i):
            m = self.mentions[k]
            if self.doc.paragraph_of[m.first] >= first:
                break
            e = self.of[k]
            if m.form == "name" and e is not None and e.kind == "person" and len(e.full) > 1:
                named.append((k, e))
        headline = [(k, e) for k, e in named if self.doc.paragraph_of[self.mentions[k].first] == 0]
        met = [(k, e) for k, e in named if self._is_interview_with(self.mentions[k])]
        for group in (named, headline, met):
            if len({id(e) for _, e in group}) == 1:
                return group[0][1]
        return None

    def _is_interview_with(self, m: Mention) -> bool:
        """Is it said that somebody spoke with this one: "Q&A **with** Natasha Ortega"; "sat down **with** principal Natasha Ortega"?"""
        at = m.first - 1
        while at > 0 and m.first - at < LONGEST_ROLE and self.doc.tags[at] in "NEAD":
            at -= 1
        return at > 0 and self.doc.lower[at] in ("with", "to") and not _INTERVIEWS.isdisjoint(self.doc.lower[max(0, at - 4) : at])

    def _ahead(self, i: int, m: Mention) -> Entity | None:
        """Whom the clause behind an opening one names: "Asked if **he** would resign, *Hale* shrugged."; "In **his** book, *Hale* said"."""
        opening = self.doc.sentences[self.doc.sentence_of[m.first]][0]
        # "**Back** in her kitchen", "**Later** in his career"
        opening += self.doc.tags[opening] == "R" and self.doc.tags[opening + 1 : opening + 2] == ["I"]
        if m.quoted or self.doc.lower[opening] not in _OPENS_AHEAD or any(o.first >= opening for o in self.mentions[max(0, i - 1) : i]):
            return None
        subject = next((o for o in self.mentions[i + 1 : i + 3] if o.form == "name" and o.passage == m.passage and o.subject), None)
        if subject is None or self.doc.lower[subject.first - 1] != ",":
            return None
        bearers = [e for e in self.by_surname.get(fold(subject.name[-1]), []) if not differ(m, e)]
        return bearers[0] if len(bearers) == 1 and bearers[0].kind == "person" else None

    def _leader(self, i: int, m: Mention) -> Entity | None:
        """Whom the pronoun's own sentence is about: "*Roop* put the cost at $3 million, \"if we're lucky,\" **he** added." """
        leader = self.leading.get(m.passage)
        if leader is None or leader is m or leader.first >= m.first or leader.form != "name" or leader.reported:
            return None
        # "Though *Ortega* is quick to speak, **he** waited three days"
        opening = self.doc.sentences[self.doc.sentence_of[m.first]][0]
        conceded = self.doc.lower[opening] in ("although", "though")
        fronted = leader.first - 1 == opening and conceded and self.doc.lower[m.first - 1] == ","
        leans = leader.first > 0 and self.doc.tags[leader.first - 1] in "SI" and not fronted
        if leans or "Z" in self.doc.tags[leader.first : leader.core[0]]:
            # "after *Ortega* left, Lind said **he** ..."; "*Ortega*'s lawyer, Dana Bell, said **he** ..."
            return None
        at = i - 1
        while at >= 0 and self.mentions[at] is not leader:
            other = self.mentions[at]
            if other.subject and other.form != "pronoun" and not other.reported:
                return None
            at -= 1
        entity = self.of[at] if at >= 0 else None
        if entity is None or entity.kind != "person" or not self._may_be_person(entity, leader):
            return None
        if differ(m, entity) or self._is_another(m, entity, leader):
            return None
        return entity

    def _owner(self, i: int, m: Mention) -> Entity | None:
        """Whose fate the pronoun's own sentence is about: "*Roop*'s fate is unclear, but **he** said it was late"."""
        opening = self.doc.sentences[self.doc.sentence_of[m.first]][0]
        k = i - 1
        entity = self._named_at(k, opening, m)
        if entity is None or not self.doc.is_possessive(self.mentions[k].core[1]):
            return None
        end = owned = self.mentions[k].core[1] + 1
        while self.doc.tags[end] in "NA":
            end += 1
        # not "*Roop*'s friend said **he** ..."
        thing = end > owned and kind_of_noun(self.doc.lower[end - 1], self.roles) in ("unknown", "document")
        if not thing or self.doc.tags[end] not in "VXMR":
            return None
        return entity

    def _topic(self, i: int, m: Mention) -> Entity | None:
        """Whom the pronoun's paragraph is about: "*Roop* is 78. When **he** was young", where nobody else is named before the pronoun."""
        opening = self.doc.paragraphs[self.doc.paragraph_of[m.first]][0]
        k = i - 1
        earliest = max(0, i - LATELY)
        while k > earliest and self.mentions[k - 1].first >= opening and (self.mentions[k].quoted or self._is_none_of(k, m)):
            k -= 1
        entity = self._named_at(k, opening, m)
        if entity is None:
            return None
        named = self.mentions[k]
        # "*Bank economist Ann Lee* tips one more", whose verb may not be known
        if not named.subject and (entity.kind != "person" or len(named.name) == 1 or self.doc.is_possessive(named.core[1])):
            return None
        return entity

    def _subject_before(self, i: int, m: Mention) -> Entity | None:
        """Whom the sentence before is about from its first word on: "*Roop* showed Lund the barn. **He** said it was late"."""
        before = m.passage - 1
        leader = self.leading.get(before)
        if leader is None or self.leading.get(m.passage) is not m or leader.reported:
            return None
        k = i - 1
        while k >= 0 and self.mentions[k] is not leader:
            other = self.mentions[k]
            if other.passage == before and (other.utterance >= 0 or self._acts_too(k, m)):
                # "*Roop* is late, **Lund** argued."; "*Roop* shrugged, while **Lund** begged for help."
                return None
            k -= 1
        entity = self._named_at(k, self.doc.sentences[self.doc.sentence_of[leader.first]][0], m)
        if entity is None or self._is_another(m, entity, leader) or self._is_named_in_quotation(m, entity):
            return None
        return entity

    def _speaker_before(self, i: int, m: Mention) -> Entity | None:
        """Who says all that the sentence before tells of others: "Lund left, *Roop* said. **He** added that it was late"."""
        if m.utterance < 0 or self.leading.get(m.passage) is not m:
            return None
        speakers = []
        for k in range(i - 1, max(-1, i - LATELY), -1):
            other = self.mentions[k]
            if other.passage != m.passage - 1:
                break
            if other.reported or other.quoted:
                continue
            if other.utterance < 0 and not self._is_none_of(k, m):
                return None
            if other.utterance >= 0:
                speakers.append(k)
        entity = self.of[speakers[0]] if len(speakers) == 1 else None
        if entity is None or self.mentions[speakers[0]].form != "name" or entity.kind != "person" or not entity.full:
            return None
        if entity.gender not in (None, m.gender) or self._is_named_in_quotation(m, entity) or self._is_among(self.others, entity):
            return None
        # not "As reported by *Ober Journalism*"
        known = entity.full[0] in first_names() or not any(is_ever_common_word(word) for word in entity.full)
        return entity if known else None

    def _acted_on(self, i: int, m: Mention) -> Entity | None:
        """To whom something is done: "Police stopped *Roop*, and **he** told them"; "Police found *the driver*. **He** told officers".

        None where somebody named does it, who may be meant as well.
        """
        before, opening = self.doc.lower[m.first - 1 : m.first], self.doc.sentences[self.doc.sentence_of[m.first]][0]
        # but not "After praising *Roop*, he left"
        clause = before == [","] and self.doc.lower[opening] in _OPENS_TIME and not FINITE.isdisjoint(self.doc.tags[opening : m.first])
        opens = m.first == opening or self.doc.tags[m.first - 1] == '"'
        tells = self.doc.lower[m.last : m.last + 1] == ["told"] and not _TOLD_BY.isdisjoint(self.doc.lower[m.last + 1 : m.last + 2])
        answers = opens and tells
        if m.head not in ("he", "she") or (before not in (["and"], ["but"], ["so"], ["where"]) and not clause and not answers):
            return None
        found: set[Entity] = set()
        for k in range(i - 1, -1, -1):
            other, e = self.mentions[k], self.of[k]
            if other.passage != m.passage - answers:
                break
            alike = other.head == m.head
            if not alike and (self._is_none_of(k, m) or e is None or (other.subject and other.form == "nominal")):
                continue
            acts = other.subject or self.doc.lower[other.first - 1 : other.first] == ["by"]
            if (
                alike
                or e is None
                or acts
                or other.quoted
                or other.reported
                or self.doc.is_possessive(other.last)
                or e.kind not in _SOMEBODY
            ):
                return None
            found.add(e)
        return found.pop() if len(found) == 1 else None

    def _acts_too(self, k: int, m: Mention) -> bool:
        """Does a second clause begin with this name, whom the pronoun may stand for as well: ", **while Ray Lund** begged for help"?"""
        other = self.mentions[k]
        first = other.core[0]
        while first > 1 and self.doc.tags[first - 1] in "NAEDOZ":
            first -= 1
        clause = self.doc.lower[first - 1] in _SECOND_CLAUSE and self.doc.lower[first - 2] in (",", ";")
        return clause and other.form == "name" and not other.quoted and not self._is_none_of(k, m)

    def _is_none_of(self, k: int, m: Mention) -> bool:
        """Is this mention nobody whom the pronoun may stand for, or only a pronoun itself?"""
        e, other = self.of[k], self.mentions[k]
        if e is None or other.form == "pronoun" or differ(m, e):
            return True
        return e.kind not in ("person", "unnamed person") and not (e.kind == "unknown" and self._may_be_person(e, other))

    def _named_at(self, k: int, opening: int, m: Mention) -> Entity | None:
        """Who is named at this token, with what that one is, by the mention with this index, if the pronoun may stand for that one."""
        if k < 0 or self.mentions[k].form != "name" or self.mentions[k].quoted or self._takes_turn(self.mentions[k]):
            return None
        whole, first = self.mentions[k].first, self.mentions[k].core[0]
        if "Z" not in self.doc.tags[whole:first]:
            # "**Its last head, Ann Lee**, now runs a shop"
            first = whole
        # "**Bank economist** Ann Lee", but not "*Lind*'s lawyer, Dana Bell, said"
        while first > opening and self.doc.tags[first - 1] in "NAEDO":
            first -= 1
        e = self.of[k]
        # "**Finally,** *Roop* left"
        opening += 2 * (self.doc.tags[opening] == "R" and self.doc.words[opening + 1 : opening + 2] == [","])
        # "**One of the cooks**, *Roop*, left"; "**The union's president**, *Roop*, left", but not "*the mayor*'s lawyer, *Roop*, left"
        apposed = self.doc.tags[opening] in "DQ" and self.doc.words[first - 1] == "," and self.mentions[k].subject
        phrase = self.doc.tags[opening : first - 1] if apposed else []
        whose = phrase[: phrase.index("Z")] if "Z" in phrase else []
        somebodys = whose and kind_of_noun(self.doc.lower[opening + len(whose) - 1], self.roles) == "unnamed person"
        if phrase and set(phrase) <= _NOUN_PHRASE and "E" not in whose and not somebodys:
            first = opening
        if first != opening or e is None or not e.full or self._is_none_of(k, m) or self._is_among(self.others, e):
            return None
        return e

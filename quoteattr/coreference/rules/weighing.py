"""Of several people whom a mention may stand for: who is most present?"""

from __future__ import annotations

from collections.abc import Container, Sequence

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.disjoint import Disjoint
from quoteattr.coreference.rules.same_name import differ, fold
from quoteattr.coreference.rules.state import INTRODUCED
from quoteattr.coreference.salience import Candidate, most_present
from quoteattr.mentions.bodies import is_place
from quoteattr.mentions.mention import NATIONALITIES, Mention, singular
from quoteattr.text.readings import is_common_word, is_ever_common_word

#: How many paragraphs back the only man or woman may be told of last.
_NEAR = 2
#: The tags of what stands between two names that belong together.
_APPOSITION = frozenset("DOANEQZIC,")


class Weighing(Disjoint):
    """Weighs who may be meant."""

    def _best(self, i: int, m: Mention, people: list[Entity]) -> Entity | None:
        candidates = self._candidates(m, people)
        if m.form == "pronoun" and m.utterance >= 0:
            # "Ortega wept. *Kim Lund* is missing, **she** said."
            others = [c for c in candidates if not self._is_only_told_of(m, c.entity)]
            # but "Al Orr is for Hill, **he** said", below a headline with somebody else
            headline = all(c.paragraphs and self._is_headline(self.mentions[c.entity.last]) for c in others)
            candidates = candidates if headline else others
            candidates = [c for c in candidates if not self._is_only_acted_on(c.entity)] or candidates
        candidates = [c for c in candidates if not self._is_beside_another(c.entity, candidates)]
        if any(c.entity.gender_sure and c.entity.gender == m.gender and not c.paragraphs for c in candidates):
            # who was "he" so far is not "she" beside a woman: "Bo Orr met *Ann Hill*. "I was late," he said. "So was I," **she** said."
            candidates = [c for c in candidates if not c.leans_away]
        entity, self.chances[i] = most_present(candidates)
        if entity is None and m.form == "pronoun" and m.utterance >= 0:
            entity = self._only_one(candidates)
        if entity is not None and m.form == "pronoun" and self._is_one_of_two(entity, {c.entity for c in candidates}):
            # "*Jim Dunn and Al Orr* met. "It is late," **he** said."
            del self.chances[i]
            return None
        return entity

    def _is_only_acted_on(self, e: Entity) -> bool:
        """Was this one only met by somebody: "*Chief Orr* came. Officers found *the driver*. "It is late," **he** said" is the chief."""
        other = self.mentions[e.last]
        met = other.form == "nominal" and not other.subject and other.utterance < 0
        return met and len(e.mentions) == 1 and self.doc.lower[other.first] in ("the", "another")

    def _is_beside_another(self, e: Entity, candidates: Sequence[Candidate]) -> bool:
        """Was this one only told of beside another, who may be meant: "*Ann Orr*, whose sister, *Eva*, was hurt, came. **She** said"?"""
        last = self.mentions[e.last]
        return last.aside and any(
            other.entity is not e and (beside := self.mentions[other.entity.last]).passage == last.passage and beside.first < last.first
            for other in candidates
        )

    def _only_one(self, candidates: Sequence[Candidate]) -> Entity | None:
        """The only one so far of that gender, told of near before: "Ann Hill met *Bob Orr*. / She was late. / **He** said he was not"."""
        if len(candidates) != 1:
            return None
        [one] = candidates
        sure = one.person and one.entity.gender_sure and one.entity.full != ()
        return one.entity if sure and one.paragraphs <= _NEAR and not (one.quoted or one.reported) else None

    def _is_only_told_of(self, m: Mention, e: Entity) -> bool:
        """Is this one named nowhere but in what the mention says, and not introduced with an office: "**Rep.** Lind is for it, he said"?"""
        named = [self.mentions[k] for k in e.mentions]
        return all(other.reported and other.passage == m.passage and not (other.honorific and other.subject) for other in named)

    def _is_one_of_two(self, e: Entity, candidates: Container[Entity]) -> bool:
        """Was this one told of last together with somebody else who may be meant as well, and neither is speaking?"""
        if e.seen < 0:
            return False
        for k in (e.seen, e.seen + 1):
            one, other = self.of[k - 1] if k else None, self.of[k] if k < len(self.of) else None
            if one is None or other is None or one is other or e not in (one, other):
                continue
            partner = other if e is one else one
            first, second = self.mentions[k - 1], self.mentions[k]
            # "Dunn and Orr **said**": both are
            jointly = first.utterance == second.utterance >= 0
            if partner in candidates and (jointly or self.speaker not in (e, partner)) and self._is_joined(first, second):
                return True
        return False

    def _is_joined(self, first: Mention, second: Mention) -> bool:
        """Is there an "and" between two names, and at most what the first is: "Jim Dunn, **34, and** Al Orr"?"""
        between = slice(first.core[1], second.first)
        if self.doc.lower[between] == ["and"]:
            return True
        return self.doc.lower[between][-2:] == [",", "and"] and set(self.doc.tags[between]) <= _APPOSITION

    def _candidates(self, m: Mention, people: list[Entity]) -> list[Candidate]:
        """Of these people those that the mention may stand for."""
        paragraph = self.doc.paragraph_of[m.first]
        subjects = [e.seen for e in people if e.seen >= 0 and self.mentions[e.seen].subject and not differ(m, e)]
        latest = max(subjects, default=-1)
        candidates = []
        for e in people:
            last = self.mentions[e.seen if e.seen >= 0 else e.last]
            if differ(m, e) or self._is_another(m, e, last) or (e is self.speaker and self._answers(m, people)):
                continue
            if m.form == "nominal" and paragraph > self.doc.paragraph_of[last.first] and self._asked_before(e, last):
                continue
            if (e.kind == "unknown" and not self._may_be_person(e, last)) or self._is_only_credited(e):
                continue
            if not e.full and paragraph > self.doc.paragraph_of[last.first] and self._is_headline(last):
                # "How the bank's quiet man got loud"
                continue
            candidates.append(
                Candidate(
                    entity=e,
                    sentences=m.passage - last.passage,
                    paragraphs=paragraph - self.doc.paragraph_of[last.first],
                    subject=last.subject,
                    leading=self.leading.get(last.passage) is last,
                    latest=e.seen >= 0 and e.seen == latest,
                    pronoun=last.form == "pronoun",
                    quoted=last.quoted,
                    reported=last.reported,
                    speaking=e is self.speaker,
                    told=self._names(e, self.told),
                    asked=self.asking and self._names(e, self.told),
                    named=self._is_named_in_quotation(m, e),
                    gender_known=e.gender is not None,
                    leans_away=e.gender is not None and m.gender not in (None, e.gender),
                    person=e.kind != "unknown",
                    count=len(e.mentions),
                )
            )
        return candidates

    def _is_only_credited(self, e: Entity) -> bool:
        """Is this one named nowhere but in a line that says who wrote the article: "**By Ana Reyes**"?"""
        return self.credits != frozenset() and all(self.doc.paragraph_of[self.mentions[k].first] in self.credits for k in e.mentions)

    def _is_headline(self, m: Mention) -> bool:
        """Does the mention stand in a line without an end, as headlines are?"""
        return self.doc.words[self.doc.paragraphs[self.doc.paragraph_of[m.first]][1] - 1] not in ".!?:;,”\"'’"

    def _answers(self, m: Mention, people: Sequence[Entity]) -> bool:
        """Is it the one whom the last speaker asked or told: "Lund asked the judge. **The judge** said"; "Lund asked Ann. **She** said"?"""
        if self.told is None:
            return False
        if m.form == "nominal":
            if m.head in self.doc.lower[slice(*self.told)]:
                return True
            # "Lund asked Ann Orr whether it was late. **The candidate** said"
            if not self._may_be_answered(m):
                return False
        return self.asking and any(self._names(e, self.told) and not differ(m, e) for e in people if e is not self.speaker)

    def _may_be_answered(self, m: Mention) -> bool:
        """Did the last speaker ask, in another sentence, somebody by name?"""
        if not self.asking or self.told is None or "E" not in self.doc.tags[slice(*self.told)]:
            return False
        return self.doc.sentence_of[m.first] != self.doc.sentence_of[self.told[0]]

    def _asked_before(self, e: Entity, last: Mention) -> bool:
        """Did this one ask last, in so many words: "Are you late?" *Lund* asked. / "I am," **the senator** said."""
        near = slice(max(0, last.first - INTRODUCED), last.last + INTRODUCED)
        return self.asking and e is self.speaker and "?" in self.doc.words[near]

    def _may_be_person(self, e: Entity, last: Mention) -> bool:
        """May a name of unknown kind be somebody's: two words or a subject, and no words of the language ("Agents")?"""
        # "*Abdi Orr* lives there with **his** wife"
        linked = last.form == "pronoun" and last.gender is not None and len(e.full) > 1 and not any(map(is_ever_common_word, e.full))
        if not (last.form == "name" or linked) or any(is_common_word(word) for word in e.full) or is_place(" ".join(e.full)):
            return False
        if len(e.full) == 1 and singular(last.head) != last.head and singular(last.head) in NATIONALITIES:
            # "asked **Kenyans** to wait"
            return False
        if last.form == "name" and self.doc.lower[last.core[0] - 1 : last.core[0]] == ["the"] and last.core[0] > 0:
            # "**the Orr Tower**"
            return False
        return len(e.full) > 1 or self._names(e, self.told) or (last.subject and not is_ever_common_word(e.full[0]))

    def _is_named_in_quotation(self, m: Mention, e: Entity) -> bool:
        """Is this one named between quotation marks in the paragraph of somebody who says something, and does nothing behind them?

        Not in ""*Orr* is late," she wrote. Asked about it, *Orr* smiled. "I am not," **he** said".
        """
        if m.utterance < 0 or not e.full:
            return False
        last = self.quoted[self.doc.paragraph_of[m.first]].get(fold(e.full[-1]), -1)
        return last >= 0 and not (e.seen > last and self.mentions[e.seen].subject)

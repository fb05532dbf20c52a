"""One pass through the mentions of a document."""

from __future__ import annotations

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.descriptions import Descriptions
from quoteattr.coreference.rules.names import Names
from quoteattr.coreference.rules.pronouns import Pronouns
from quoteattr.mentions.mention import Mention


class Resolver(Names, Pronouns, Descriptions):
    """Gives each mention of one document its entity, in one pass."""

    def run(self) -> list[list[int]]:
        """The chains, each in text order."""
        self._full_names()
        for i, entity in enumerate(self.of):
            if entity is not None:
                self._learn_roles(entity, self.mentions[i])
                entity.first = entity.first or (i if self.of[0] is not entity else 0)
        for entity in self.entities:
            for role in entity.roles:
                self.by_office[role].append(entity)
        self._other_offices()
        section = 0
        for i, mention in enumerate(self.mentions):
            if section != (section := self.doc.section_of[self.doc.paragraph_of[mention.first]]):
                self.opened, self.speaker, self.told, self.asking = i, None, None, False
            entity = self.of[i]
            if entity is None:
                entity = self._resolve(i, mention)
            if entity is None:
                continue
            self.of[i] = entity
            entity.mentions.append(i)
            entity.in_full += len(mention.name) > 1
            entity.last = i
            if not mention.quoted and not self._owns_subject(i):
                entity.seen = i
            self._learn_gender(entity, mention, self.chances.get(i, 1.0))
            self._learn_roles(entity, mention)
            if mention.utterance >= 0:
                self.speaker, self.told, self.asking = entity, mention.told, mention.asks
        return [sorted(e.mentions) for e in self.entities if e.mentions]

    def _owns_subject(self, i: int) -> bool:
        """Is it whose friend the sentence is about: "**Her** friend Pam Dietz laughed"?"""
        m, behind = self.mentions[i], self.mentions[i + 1 : i + 2]
        if self.doc.tags[m.first] != "O" or not behind or behind[0].kind != "person" or not behind[0].subject:
            return False
        return m.last < behind[0].first < m.last + 4 and set(self.doc.tags[m.last : behind[0].first]) <= set("NA,")

    def _resolve(self, i: int, m: Mention) -> Entity | None:
        self.others = self._others(i, m)
        if m.form == "name":
            return self._single_name(i, m)
        if m.form == "pronoun":
            return self._pronoun(i, m)
        return self._nominal(i, m)

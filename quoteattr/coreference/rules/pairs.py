"""Two who are named together: "they", "the couple", "both"."""

from __future__ import annotations

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.state import NEAR, State
from quoteattr.mentions.mention import Mention
from quoteattr.text.readings import is_ever_common_word


class Pairs(State):
    """Finds the two whom a plural stands for."""

    def _is_pair(self, i: int, m: Mention) -> bool:
        """Is whoever says this two people who are named together? Then they are noted."""
        pair = self._pair(i, m) if m.utterance >= 0 else ()
        if pair:
            self.joint[i] = pair
        return bool(pair)

    def _pair(self, i: int, m: Mention) -> tuple[int, ...]:
        """The two who are named together, if nobody else can be meant: "*Ann Orr and Bo Dunn* came. "It is late," **they** said." """
        for k in range(i - 1, max(0, i - NEAR), -1):
            other, e = self.mentions[k], self.of[k]
            if other.quoted or e is None or other.form == "pronoun":
                continue
            if self.doc.paragraph_of[m.first] - self.doc.paragraph_of[other.first] > 1:
                break
            # "Ann Orr and *her* husband, Bo Dunn"
            j = k - 1 - (self.mentions[k - 1].form == "pronoun" and k > 1)
            one, first = self.mentions[j], self.of[j]
            leads = one.subject or other.subject or one.first == self.doc.sentences[self.doc.sentence_of[one.first]][0]
            if first is not None and first is not e and self._are_two_people(first, e) and leads:
                between = range(one.core[1], other.first)
                # "Ann Orr**, 41, and** Bo Dunn", "Ann Orr **and her husband,** Bo Dunn"
                if "and" in self.doc.lower[one.core[1] : other.first] and all(self.doc.tags[at] in ",CQON" for at in between):
                    return j, k
            if other.subject and (e.kind in ("group", "organization") or (e.kind in ("person", "unknown") and e.gender is None)):
                break
        return ()

    def _are_two_people(self, one: Entity, other: Entity) -> bool:
        """Are both named, one surely a person's name and the other no words of the language: "**Seventh Circuit**"?"""
        named = [
            e.kind == "person" or (e.kind == "unknown" and not any(is_ever_common_word(word) for word in e.full)) for e in (one, other)
        ]
        return bool(one.full and other.full) and all(named) and "person" in (one.kind, other.kind)

"""Organisations, groups and documents: "it", "they", "the company"."""

from __future__ import annotations

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.organizations import is_called, is_club, may_be_called, may_be_company
from quoteattr.coreference.rules.state import NEAR, State
from quoteattr.mentions.mention import Mention

#: What a company has, so that it is the company that is spoken of.
_OF_COMPANIES = frozenset(
    "earnings employees executives managers officials plant profit profits revenue sales shares staff stock store stores workers".split()
)

#: Within how many sentences a body is told of by whose name "the agency" is it, and by what it may be called else.
_JUST_BEFORE = 3
_NOT_LONG_BEFORE = 4
#: What a reporter does to ask somebody.
_CONTACTED = frozenset("approached asked called contacted emailed phoned pressed questioned reached".split())


class Bodies(State):
    """Gives what stands for no single person its entity."""

    def _thing(self, i: int, m: Mention) -> Entity | None:
        """ "they" and "it": the group or organisation that spoke last, in this paragraph or the one before, or the document of "it"."""
        if m.head == "it" and m.utterance >= 0:
            head = self._noun_of_own_words(m)
            if head:
                return self._called(i, head)
            named = self._of_own_words(i, m)
            if named is not None:
                return named
        head, named = self._noun_asked(m), self._body_asked(i, m)
        if head or named is not None:
            return named or self._called(i, head)
        wanted = ("group", "organization") if m.head.startswith("the") else ("organization", "document")
        silent: Entity | None = None
        for k in range(i - 1, max(self.opened - 1, i - NEAR), -1):
            e = self.of[k]
            other = self.mentions[k]
            # "*Israel* said it would answer. **It** said"
            spoke = e is not None and e.kind == "place" and other.utterance >= 0 and "organization" in wanted
            if e is None or (e.kind not in wanted and not spoke) or other.quoted:
                continue
            if self.doc.paragraph_of[m.first] - self.doc.paragraph_of[other.first] > 1:
                break
            if other.form == "nominal" and e.kind == "group" and all(self.mentions[n].utterance < 0 for n in e.mentions):
                silent = silent or e
            elif other.subject or other.utterance >= 0:
                return e
        # the singular "they": of somebody whose name tells no gender, still speaking
        one = self.speaker
        if m.head == "they" and one is not None and one.kind == "person" and one.gender is None:
            last = self.mentions[one.last]
            if self.doc.paragraph_of[m.first] - self.doc.paragraph_of[last.first] <= 2:
                return one
        # "*Residents* packed the hall. **They** said"
        return silent if m.head == "they" else None

    def _noun_of_own_words(self, m: Mention) -> str:
        """The noun that the words before "it said" begin with, if they do: "The **board** will vote, it said"."""
        tags, lower = self.doc.tags, self.doc.lower
        first = self.doc.sentences[self.doc.sentence_of[m.first]][0]
        end = first + 1
        while end < m.first and tags[end] in "NA":
            end += 1
        clause = lower[first] == "the" and end < m.first and tags[end - 1] == "N" and tags[end] in "VXM"
        return lower[end - 1] if clause else ""

    def _noun_asked(self, m: Mention) -> str:
        """The noun for who was asked right before: "When the Courier called the **police**, they said"; empty for none."""
        tags, lower = self.doc.tags, self.doc.lower
        noun = m.first - 2
        first = noun
        while first > 1 and tags[first - 1] in "DOAN":
            first -= 1
        asked = noun > first and tags[noun] == "N" and lower[noun + 1] == "," and lower[first - 1] in _CONTACTED
        return lower[noun] if asked else ""

    def _body_asked(self, i: int, m: Mention) -> Entity | None:
        """Who was asked right before by name: "When the Courier reached *Ober Foods* for comment, **they** said"."""
        if self.doc.lower[m.first - 1 : m.first] != [","] or not i:
            return None
        other, e = self.mentions[i - 1], self.of[i - 1]
        asked = other.form == "name" and other.passage == m.passage and not other.subject
        first = other.first - (self.doc.lower[other.first - 1] == "the")
        return e if asked and self.doc.lower[first - 1] in _CONTACTED and e is not None and e.kind in ("organization", "unknown") else None

    def _called(self, i: int, head: str) -> Entity | None:
        """The organisation or document that "the board" or "the report" stands for."""
        known = self._last_organization(i, head) or self.organizations.get("the " + head)
        unnamed = (e for e in self._lately(i, ("organization", "document", "group")) if head in e.words and not e.full)
        return known or next(unnamed, None)

    def _of_own_words(self, i: int, m: Mention) -> Entity | None:
        """Whom the words before "it said" are about, where that is no person: "**Harlow** expects a loss, it said"."""
        sentence = self.doc.sentence_of[m.first]
        for k in range(i - 1, -1, -1):
            e, other = self.of[k], self.mentions[k]
            if self.doc.sentence_of[other.first] != sentence or other.quoted:
                return None
            if other.subject and e is not None and e.full and e.kind in ("organization", "unknown"):
                return e
        return None

    def _last_organization(self, i: int, head: str) -> Entity | None:
        """The organisation that "the agency" or "the company" stands for: the last one whose name says so, else the last that may be it."""
        sentence = self.doc.sentence_of[self.mentions[i].first]
        known = [k for k in range(i - 1, max(-1, i - 30), -1) if self._is_named_body(k)]
        called: Entity | None = None
        for k in known:
            e, other = self.of[k], self.mentions[k]
            away = sentence - self.doc.sentence_of[other.first]
            if e is None or (called is not None and away > _JUST_BEFORE):
                break
            if is_called(e.full, head) and (len(e.full) > 1 or called is None):
                return e
            aside = self._is_affiliation(other) or self._is_maker(other, e)
            if called is None and away <= _NOT_LONG_BEFORE and not aside and may_be_called(e.full, head):
                called = self._acting_of(k, head)
                if called is None:
                    return None
        return called

    def _is_named_body(self, k: int) -> bool:
        """Is this mention, which is no quoted one, of an organisation with a name?"""
        e = self.of[k]
        return e is not None and e.kind == "organization" and e.full != () and not self.mentions[k].quoted

    def _acting_of(self, k: int, head: str) -> Entity | None:
        """Of the organisations of one sentence that may be called so, this last one if it is alone, else the one that acts, if one does.

        "*Acme Corp.* sued Harlow Foods. **The company** said".
        """
        sentence = self.doc.sentence_of[self.mentions[k].first]
        found: dict[Entity, bool] = {}
        for i in range(k, max(-1, k - NEAR), -1):
            e, m = self.of[i], self.mentions[i]
            if self.doc.sentence_of[m.first] != sentence:
                break
            if e is not None and e.kind == "organization" and not m.quoted and may_be_called(e.full, head):
                found[e] = found.get(e, False) or m.subject
        acting = [e for e, acts in found.items() if acts]
        return next(iter(found)) if len(found) == 1 else acting[0] if len(acting) == 1 else None

    def _only_body(self, i: int, head: str) -> Entity | None:
        """The one body near that "the payments **company**" may be: "*Square Inc.* made a profit. **The payments company** said"."""
        bodies = self._bodies_near(i)
        # "*Hamas* ... **The militant group** said"
        return next(iter(bodies)) if len(bodies) == 1 and may_be_called(next(iter(bodies)).full, head) else None

    def _bodies_near(self, i: int) -> dict[Entity, bool]:
        """The named organisations of this sentence and the two before it, and whether they act there or own something."""
        sentence = self.doc.sentence_of[self.mentions[i].first]
        found: dict[Entity, bool] = {}
        for k in range(max(0, i - NEAR), i):
            e, m = self.of[k], self.mentions[k]
            if e is not None and e.kind == "organization" and e.full and sentence - self.doc.sentence_of[m.first] <= 2:
                found[e] = found.get(e, False) or m.subject or self.doc.is_possessive(m.core[1])
        return found

    def _only_club(self, i: int, head: str) -> Entity | None:
        """The one team near, if it acts: "*Real Madrid* lost. **The club** said", but not "*Ober* beat *Real Madrid*. The club said"."""
        bodies = self._bodies_near(i)
        return next((e for e, acts in bodies.items() if acts and is_club(e.full, head)), None) if len(bodies) == 1 else None

    def _unknown_company(self, i: int, head: str) -> Entity | None:
        """The one name near that tells nothing of what it names, as a company's: "*Vexo* laid off forty people, **the company** said"."""
        sentence = self.doc.sentence_of[self.mentions[i].first]
        if self.doc.tags[self.mentions[i].first] == "O":
            # "*Vexo* works at Acme. **Her company** said"
            return None
        found: dict[Entity, None] = {}
        for k in range(max(0, i - NEAR), i):
            e, m = self.of[k], self.mentions[k]
            if (
                e is None
                or m.quoted
                or m.form != "name"
                or sentence - self.doc.sentence_of[m.first] > 2
                or not may_be_company(e.full, head)
                or self._is_maker(m, e)
            ):
                continue
            acts = m.subject or self.doc.is_possessive(m.core[1])
            bare = len(e.full) == 1 and e.gender is None and not m.honorific and all(may_be_company(e.full, role) for role in e.roles)
            if e.kind == "organization" or (e.kind in ("person", "unknown") and bare and acts):
                found[e] = None
        company = next(iter(found)) if len(found) == 1 else None
        if company is not None:
            # whoever spoke was taken for a person
            company.kind = "organization"
        return company

    def _is_maker(self, m: Mention, e: Entity) -> bool:
        """Is it only told whose something is, of a company that says nothing: "by **Ober's** program"?"""
        owns = self.doc.is_possessive(m.core[1]) and m.first > 0 and self.doc.tags[m.first - 1] in "IT"
        return owns and all(self.mentions[k].utterance < 0 and not self.mentions[k].subject for k in e.mentions)

    def _is_affiliation(self, m: Mention) -> bool:
        """Is it only said where somebody works: "Joel Freed **of Sandstone Capital**", "an analyst **with Bremer & Co.**"?

        But not in "sales **at Sandstone Foods**", "workers **at Sandstone Foods**".
        """
        at = m.first - 1
        return at > 0 and self.doc.lower[at] in ("of", "with", "at", "from") and self.doc.lower[at - 1] not in _OF_COMPANIES

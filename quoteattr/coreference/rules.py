"""Coreference by rules: no model, the same answer every time.

Names first: all names of a document are gathered into people and organisations, so that "Ortega" finds "Natasha Ortega" also where the
full name comes later. Then, in the order of the text, bare surnames, pronouns and nominals are given to whom they stand for.
Two different full names are never one person.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Container, Sequence

from attrs import frozen

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.organizations import has_in_name, is_company, may_be_called, short_names
from quoteattr.coreference.salience import Candidate, most_present
from quoteattr.lexicons import words_of
from quoteattr.mentions.given_names import HONORIFICS, first_names, full_forms
from quoteattr.mentions.mention import FIRST_PERSON, KIN, NATIONALITIES, PARTY_MEMBERS, Mention, kind_of_noun
from quoteattr.mentions.names import GENERATIONS, SUFFIXES, is_initial, is_place
from quoteattr.text.document import Document, TokenRange
from quoteattr.text.readings import MARKS, is_common_word, is_ever_common_word
from quoteattr.text.tags import NAME_PARTICLES

_EPITHETS = words_of("descriptions.txt", section="epithet")
_BESIDE = words_of("descriptions.txt", section="beside")
_KEEP_APART = words_of("descriptions.txt", section="apart")
_OF_THE_EVENT = words_of("descriptions.txt", section="event")
_HELD_BY_ONE = words_of("descriptions.txt", section="one")
_STAFF = words_of("descriptions.txt", section="staff")
_STANDING = words_of("descriptions.txt", section="standing")
_ABBREVIATED_ROLES = {
    "sen.": "senator",
    "gov.": "governor",
    "rep.": "representative",
    "gen.": "general",
    "dr.": "doctor",
    "prof.": "professor",
    "lt.": "lieutenant",
    "sgt.": "sergeant",
    "capt.": "captain",
    "adm.": "admiral",
    "rev.": "reverend",
}
_SAME_ROLES = (
    frozenset(("congressman", "congresswoman", "representative", "lawmaker", "rep")),
    frozenset(("spokesman", "spokeswoman", "spokesperson")),
    frozenset(("chairman", "chairwoman", "chair", "chairperson")),
    frozenset(("adviser", "advisor")),
    frozenset(("senator", "lawmaker")),
    frozenset(("doctor", "physician")),
    frozenset(("judge", "justice")),
    frozenset(("nominee", "candidate", "frontrunner", "front-runner", "contender", "hopeful")),
    frozenset(("businessman", "billionaire", "mogul", "magnate", "developer", "tycoon", "businesswoman")),
)


@frozen
class ByRules:
    """What the rules make of a document's mentions."""

    #: The mentions that stand for the same person or thing, by index, each chain in text order.
    chains: list[list[int]]
    #: For each pronoun and description that was weighed, the chance that the chosen one is right.
    chances: dict[int, float]
    #: The mentions by a surname alone where two people of the document have that surname.
    shared: frozenset[int]
    #: For each "they" that stands for people who are named together, their mentions by index.
    joint: dict[int, tuple[int, ...]]


def chains_by_rules(document: Document, mentions: Sequence[Mention]) -> ByRules:
    """Who is who; needs no model and is deterministic."""
    resolver = Resolver(document, mentions)
    chains = resolver.run()
    return ByRules(chains, resolver.chances, _shared_surnames(mentions, chains), resolver.joint)


class Resolver:
    """Gives each mention of one document its entity, in one pass."""

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
                self.leading.setdefault(m.passage, m)
        #: The last words of the names that stand between quotation marks in each paragraph.
        self.quoted: dict[int, set[str]] = defaultdict(set)
        for m in mentions:
            if m.quoted and m.name:
                self.quoted[document.paragraph_of[m.first]].add(_fold(m.name[-1]))
        #: The surnames that have a particle: "von der Leyen", of Ursula von der Leyen.
        self.surnames = frozenset(_folded(_with_particle(m.name)) for m in mentions) - {()}
        #: The names of one word by which somebody speaks.
        self.speaking = frozenset(m.name[0] for m in mentions if m.utterance >= 0 and len(m.name) == 1)
        #: For each pronoun and description that was weighed, the chance that the chosen one is right.
        self.chances: dict[int, float] = {}
        #: For each "they" that stands for people who are named together, their mentions.
        self.joint: dict[int, tuple[int, ...]] = {}

    def run(self) -> list[list[int]]:
        """The chains, each in text order."""
        self._full_names()
        for i, entity in enumerate(self.of):
            if entity is not None:
                self._learn_roles(entity, self.mentions[i])
                entity.first = entity.first or i
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

    # -- names ---------------------------------------------------------------------------------------------------------

    def _full_names(self) -> None:
        """Gather names of two words or more, longest first, so that a shorter form joins the person it belongs to."""
        order = sorted(
            (i for i, m in enumerate(self.mentions) if m.form == "name" and len(_plain(m.name)) > 1),
            key=lambda i: (-len(_plain(self.mentions[i].name)), i),
        )
        for i in order:
            m = self.mentions[i]
            if m.kind == "organization" or m.kind == "place":
                self.of[i] = self._organization(m)
                continue
            if _folded(m.name) in self.surnames:
                continue
            name, generation = _plain(m.name), _generation(m.name)
            namesakes = [e for e in self.by_surname[_fold(name[-1])] if e.generation == generation and not _differ(m, e)]
            entity = next((e for e in namesakes if _same_person(e.full, name)), None)
            if entity is None:
                kind = "person" if m.kind == "person" or m.utterance >= 0 or m.honorific else "unknown"
                entity = self._new(kind, name)
                entity.generation = generation
                self._learn_gender(entity, m)
                self.by_surname[_fold(name[-1])].append(entity)
                self.by_first_name[_fold(name[0])].append(entity)
                for middle in name[1:-1]:
                    if not (is_initial(middle) or middle.isupper()) and middle not in NAME_PARTICLES:
                        self.by_middle_name[_fold(middle)].append(entity)
                nickname = self._nickname(m)
                if nickname:
                    self.by_first_name[_fold(nickname)].append(entity)
            if m.kind == "person" or m.utterance >= 0:
                entity.kind = "person"
            self.of[i] = entity

    def _nickname(self, m: Mention) -> str:
        """What somebody is called, by the name: 'Rosalind "**Rosie**" Brandt'; empty for nothing."""
        words = self.doc.words[slice(*m.core)]
        marks = [i for i, word in enumerate(words) if word in MARKS]
        return words[marks[0] + 1] if len(marks) == 2 and marks[1] - marks[0] == 2 else ""

    def _other_offices(self) -> None:
        """ "President Ober" is not the Michelle Ober of a later paragraph: a surname with an office that no full name has."""
        for i, m in enumerate(self.mentions):
            name = _plain(m.name)
            if not m.honorific or len(name) != 1 or m.gender is not None or self.of[i] is not None:
                continue
            offices = {_role(w) for w in self.doc.lower[m.first : m.core[0]]} & self.roles
            known = self.by_surname.get(_fold(name[0]), [])
            if offices and known and not any(e.roles & offices or e.first < i for e in known):
                entity = self._new("person", name)
                entity.roles |= offices
                entity.first = i
                known.append(entity)

    def _organization(self, m: Mention) -> Entity:
        key = " ".join(w.lower() for w in m.name if w.lower() != "the")
        entity = self.organizations.get(key)
        if entity is None:
            entity = self.organizations[key] = self._new(m.kind, m.name)
            for short in short_names(m.name):
                self.organizations.setdefault(short, entity)
            self.organizations.setdefault("the " + m.name[-1].lower(), entity)
        return entity

    def _new(self, kind: str, full: tuple[str, ...] = ()) -> Entity:
        entity = Entity(kind, full)
        self.entities.append(entity)
        return entity

    def _learn_gender(self, entity: Entity, m: Mention, chance: float = 1.0) -> None:
        if m.gender is None or entity.gender_sure:
            return
        if m.form == "pronoun" and m.head in ("he", "she") and entity.kind == "unknown" and chance >= _LIKELY:
            # who is called "she" is somebody
            entity.kind = "person"
        if m.form == "name" and not m.honorific and len(entity.full) > 1 and m.name == entity.full[-1:]:
            # "Christie" tells nothing of Chris Christie
            return
        if m.form == "pronoun" and (entity.kind != "person" or m.head not in ("he", "she") or chance < _LIKELY):
            return
        if m.form == "pronoun" and entity.called:
            return
        entity.gender = m.gender
        entity.gender_sure = m.form != "pronoun"
        entity.called = m.form == "pronoun" and chance >= _SURE

    # -- one mention ---------------------------------------------------------------------------------------------------

    def _resolve(self, i: int, m: Mention) -> Entity | None:
        if m.form == "name":
            return self._single_name(i, m)
        if m.form == "pronoun":
            return self._pronoun(i, m)
        return self._nominal(i, m)

    def _single_name(self, i: int, m: Mention) -> Entity | None:
        name = _plain(m.name)
        if not name:
            return None
        word = _fold(name[-1])
        before = self.doc.lower[m.core[0] - 1] if m.core[0] else ""
        bearers = self.by_surname.get(word, [])
        candidates = [e for e in bearers if e.kind == "person"]
        if not candidates or not (m.honorific or any(e.first < i for e in candidates)):
            # "Moody", of Fran Moody, whose name tells no person, and not of a Don Moody of a later paragraph
            candidates = bearers
        candidates = [e for e in candidates if not _differ(m, e)] or (candidates if not m.honorific else [])
        if m.honorific and m.gender is not None:
            # "Mrs. Orr" is not the Jamie Orr of "his mother"
            candidates = [e for e in candidates if e.gender in (None, m.gender)]
        candidates = [e for e in candidates if e.first < i] or [e for e in candidates if e.kind == "person"] or candidates
        if len(candidates) == 1 and candidates[0].first > i and self._is_kin(candidates[0]):
            # "Mr. Sabo" is not the "her son, Nadir Sabo" of a later paragraph
            candidates = []
        candidates = [e for e in candidates if e.generation == _generation(m.name)] or candidates
        if len(candidates) > 1 and m.honorific and m.gender and not any(e.gender_sure for e in candidates):
            # "Mr. Khan", of two whose names tell no gender
            candidates = []
        titles = {_role(w.lower()) for w in self.doc.words[m.first : m.core[0]] if w not in HONORIFICS}
        if m.honorific and m.gender is None and titles:
            fitting = [e for e in candidates if e.roles & titles] or [e for e in candidates if e.mentions]
            # "President Obama" is not the Michelle Obama of a later paragraph
            candidates = fitting if fitting or not titles & self.roles else []
        if not candidates and (not m.honorific or self.doc.lower[m.core[0] - 1] in _BEFORE_GIVEN_NAMES):
            candidates = [e for e in self.by_first_name.get(word, []) if e.kind == "person"]
            if not candidates and word not in self.by_first_name:
                # "Lula", of Luiz Inácio Lula da Silva
                candidates = [e for e in self.by_middle_name.get(word, []) if e.first < i and (e.kind == "person" or before != "the")][:1]
            if not candidates and name[-1] in self.speaking:
                candidates = [e for e in self.by_first_name.get(word, []) if self._may_be_called(e)][:1]
        if candidates:
            chosen = self._most_present(i, candidates)
            if chosen is None:
                return self.unclear.setdefault(word, self._new("person", name))
            chosen.bare += 1
            if m.utterance >= 0 and chosen.kind == "unknown":
                chosen.kind = "person"
            return chosen
        if (m.kind in ("organization", "unknown") or len(name) == 1) and not m.honorific:
            # "Shelby" of Shelby Partners, though it is a first name too
            known = self.organizations.get(word.replace(".", ""))
            if known is None and before == "the":
                known = self.organizations.get("the " + word)
            if known is not None:
                return known
        if m.kind in ("organization", "place"):
            return self._organization(m)
        kind = "person" if m.kind == "person" or m.utterance >= 0 else "unknown"
        entity = self._new(kind, name)
        self._learn_gender(entity, m)
        self.by_surname[word].append(entity)
        return entity

    def _may_be_called(self, e: Entity) -> bool:
        """May this be somebody's first name and surname: "**Ban Ki-moon**", but not "the Ober Train", "thousands of Karabakh Armenians"?"""
        first = self.mentions[e.first].first
        thing = first and self.doc.tags[first - 1] in "DZO"
        return len(e.full) == 2 and not thing and e.full[1].lower().removesuffix("s") not in NATIONALITIES

    def _most_present(self, i: int, candidates: list[Entity]) -> Entity | None:
        """Of people with one surname: whom the text calls so, else who is clearly more present; None where neither tells."""
        if len(candidates) == 1:
            return candidates[0]
        passage = self.mentions[i].passage

        def presence(e: Entity) -> tuple[float, int]:
            if not e.mentions:
                return (0.0, -e.first)
            last = self.mentions[e.seen if e.seen >= 0 else e.last]
            near = passage - last.passage <= 1
            present = len(e.mentions) + 3 * e.bare + 2 * (near and last.subject) + near + 2 * (e is self.speaker)
            # "Her daughter, Renee Oduya, called. **Ms. Oduya** ..." is the mother, whom the article is about;
            # few name themselves: ""He told *Wade* no," **Pruitt** said"
            return (present - _LESS * self._is_kin(e) - _LESS * self._is_named_in_own_words(i, e), e.last)

        first, second = sorted(candidates, key=presence, reverse=True)[:2]
        return first if presence(first)[0] - presence(second)[0] >= _CLEARLY else None

    def _is_named_in_own_words(self, i: int, e: Entity) -> bool:
        """Is this one called by name in what the mention says?"""
        m = self.mentions[i]
        for k in reversed(e.mentions if m.utterance >= 0 else ()):
            other = self.mentions[k]
            if other.passage != m.passage:
                return False
            if other.quoted and other.form == "name":
                return True
        return False

    def _is_kin(self, e: Entity) -> bool:
        """Was this one introduced as somebody's relative, and not by the full name since: "**her daughter**, Renee Oduya"?"""
        if e.in_full > 1:
            return False
        first = self.mentions[e.mentions[0] if e.mentions else e.first]
        at = first.core[0] - 1
        at -= at > 0 and self.doc.words[at] == ","
        return at > 0 and self.doc.lower[at] in KIN and self.doc.tags[at - 1] in "OZA"

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
        told = self._ahead(i, m) or self._leader(i, m) or self._owner(i, m) or self._topic(i, m) or self._subject_before(i, m)
        return told or self._best(i, m, self._lately(i, ("person", "unnamed person", "unknown")))

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
        while at > 0 and m.first - at < _LONGEST_ROLE and self.doc.tags[at] in "NEAD":
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
        bearers = [e for e in self.by_surname.get(_fold(subject.name[-1]), []) if not _differ(m, e)]
        return bearers[0] if len(bearers) == 1 and bearers[0].kind == "person" else None

    def _leader(self, i: int, m: Mention) -> Entity | None:
        """Whom the pronoun's own sentence is about: "*Roop* put the cost at $3 million, \"if we're lucky,\" **he** added." """
        leader = self.leading.get(m.passage)
        if leader is None or leader is m or leader.first >= m.first or leader.form != "name" or leader.reported:
            return None
        if (leader.first and self.doc.tags[leader.first - 1] in "SI") or "Z" in self.doc.tags[leader.first : leader.core[0]]:
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
        if _differ(m, entity) or self._is_another(m, entity, leader):
            return None
        self.chances[i] = _LEADS
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
        self.chances[i] = _LEADS
        return entity

    def _topic(self, i: int, m: Mention) -> Entity | None:
        """Whom the pronoun's paragraph is about: "*Roop* is 78. When **he** was young", where nobody else is named before the pronoun."""
        opening = self.doc.paragraphs[self.doc.paragraph_of[m.first]][0]
        k = i - 1
        while k > 0 and self.mentions[k - 1].first >= opening and (self.mentions[k].quoted or self._is_none_of(k, m)):
            k -= 1
        entity = self._named_at(k, opening, m)
        if entity is None:
            return None
        named = self.mentions[k]
        # "*Bank economist Ann Lee* tips one more", whose verb may not be known
        if not named.subject and (entity.kind != "person" or len(named.name) == 1 or self.doc.is_possessive(named.core[1])):
            return None
        self.chances[i] = _LEADS
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
        self.chances[i] = _LEADS
        return entity

    def _acts_too(self, k: int, m: Mention) -> bool:
        """Does a second clause begin with this name, whom the pronoun may stand for as well: ", **while Ray Lund** begged for help"?"""
        other = self.mentions[k]
        first = other.core[0]
        while first > 1 and self.doc.tags[first - 1] in "NAEDOZ":
            first -= 1
        clause = self.doc.lower[first - 1] in _SECOND_CLAUSE and self.doc.lower[first - 2] in (",", ";")
        return clause and other.form == "name" and not other.quoted and not self._is_none_of(k, m)

    def _is_named_in_quotation(self, m: Mention, e: Entity) -> bool:
        """Is this one named between quotation marks in the paragraph of somebody who says something?"""
        return m.utterance >= 0 and bool(e.full) and _fold(e.full[-1]) in self.quoted[self.doc.paragraph_of[m.first]]

    def _is_none_of(self, k: int, m: Mention) -> bool:
        """Is this mention nobody whom the pronoun may stand for, or only a pronoun itself?"""
        e, other = self.of[k], self.mentions[k]
        if e is None or other.form == "pronoun" or _differ(m, e):
            return True
        return e.kind not in ("person", "unnamed person") and not (e.kind == "unknown" and self._may_be_person(e, other))

    def _named_at(self, k: int, opening: int, m: Mention) -> Entity | None:
        """Who is named at this token, with what that one is, by the mention with this index, if the pronoun may stand for that one."""
        if k < 0 or self.mentions[k].form != "name" or self.mentions[k].quoted:
            return None
        first = self.mentions[k].core[0]
        # "**Bank economist** Ann Lee", but not "*Lind*'s lawyer, Dana Bell, said"
        while first > opening and self.doc.tags[first - 1] in "NAEDO":
            first -= 1
        e = self.of[k]
        return e if first == opening and e is not None and e.full and not self._is_none_of(k, m) else None

    def _lately(self, i: int, kinds: Container[str]) -> list[Entity]:
        """Whom the mentions before this one stand for, the latest first; those long before are nobody's antecedent any more."""
        before = (self.of[k] for k in range(i - 1, max(self.opened - 1, i - 1 - _LATELY), -1))
        return [e for e in dict.fromkeys(before) if e is not None and e.kind in kinds]

    def _best(self, i: int, m: Mention, people: list[Entity]) -> Entity | None:
        candidates = self._candidates(m, people)
        entity, self.chances[i] = most_present(candidates)
        if entity is not None and m.form == "pronoun" and self._is_one_of_two(entity, {c.entity for c in candidates}):
            # "*Jim Dunn and Al Orr* met. "It is late," **he** said."
            del self.chances[i]
            return None
        return entity

    def _is_one_of_two(self, e: Entity, candidates: Container[Entity]) -> bool:
        """Was this one told of last together with somebody else who may be meant as well, and neither is speaking?"""
        if e.seen < 0 or e is self.speaker:
            return False
        for k in (e.seen, e.seen + 1):
            one, other = self.of[k - 1] if k else None, self.of[k] if k < len(self.of) else None
            if one is None or other is None or one is other or e not in (one, other):
                continue
            partner = other if e is one else one
            between = self.doc.lower[self.mentions[k - 1].core[1] : self.mentions[k].first]
            if between == ["and"] and partner in candidates and partner is not self.speaker:
                return True
        return False

    def _candidates(self, m: Mention, people: list[Entity]) -> list[Candidate]:
        """Of these people those that the mention may stand for."""
        paragraph = self.doc.paragraph_of[m.first]
        subjects = [e.seen for e in people if e.seen >= 0 and self.mentions[e.seen].subject and not _differ(m, e)]
        latest = max(subjects, default=-1)
        candidates = []
        for e in people:
            last = self.mentions[e.seen if e.seen >= 0 else e.last]
            if _differ(m, e) or self._is_another(m, e, last) or (e is self.speaker and self._answers(m, people)):
                continue
            if m.form == "nominal" and paragraph > self.doc.paragraph_of[last.first] and self._asked_before(e, last):
                continue
            if e.kind == "unknown" and not self._may_be_person(e, last):
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

    def _answers(self, m: Mention, people: Sequence[Entity]) -> bool:
        """Is it the one whom the last speaker asked or told: "Lund asked the judge. **The judge** said"; "Lund asked Ann. **She** said"?"""
        if self.told is None:
            return False
        if m.form == "nominal":
            return m.head in self.doc.lower[slice(*self.told)]
        return self.asking and any(self._names(e, self.told) and not _differ(m, e) for e in people if e is not self.speaker)

    def _asked_before(self, e: Entity, last: Mention) -> bool:
        """Did this one ask last, in so many words: "Are you late?" *Lund* asked. / "I am," **the senator** said."""
        near = slice(max(0, last.first - _INTRODUCED), last.last + _INTRODUCED)
        return self.asking and e is self.speaker and "?" in self.doc.words[near]

    def _may_be_person(self, e: Entity, last: Mention) -> bool:
        """May a name of unknown kind be somebody's: two words or a subject, and no words of the language ("Agents")?"""
        if last.form != "name" or any(is_common_word(word) for word in e.full) or is_place(" ".join(e.full)):
            return False
        return len(e.full) > 1 or self._names(e, self.told) or (last.subject and not is_ever_common_word(e.full[0]))

    def _is_another(self, m: Mention, e: Entity, last: Mention) -> bool:
        """Does the sentence say that a pronoun is not this one?

        "**he** told *Ortega*"; "**he** said of *Ortega*"; "*Ortega*, whom **he** praised"; "*Ortega* asked whether **she** would come".
        """
        if (
            m.form == "pronoun"
            and self.doc.lower[m.last + 1 : m.last + 2] in (["of"], ["about"])
            and self._names(e, (m.last + 2, m.last + 5))
        ):
            return True
        beside = last.last == m.first - 1 and self.doc.words[last.last] == ","
        if m.form == "nominal" and beside and last.first and self.doc.tags[last.first - 1] in "IT":
            # "In a letter to *Ortega*, **the mayor** said"
            return True
        if self._names(e, m.told) or (self.asking and m.reported and e is self.speaker and m.passage == last.passage):
            return True
        return 0 < m.first - last.last < 3 and self.doc.lower[m.first - 1] in ("who", "whom")

    def _names(self, e: Entity, tokens: TokenRange | None) -> bool:
        """Does this range of tokens have the entity's surname in it?"""
        return tokens is not None and bool(e.full) and e.full[-1] in self.doc.words[slice(*tokens)]

    def _is_pair(self, i: int, m: Mention) -> bool:
        """Is whoever says this two people who are named together? Then they are noted."""
        pair = self._pair(i, m) if m.utterance >= 0 else ()
        if pair:
            self.joint[i] = pair
        return bool(pair)

    def _pair(self, i: int, m: Mention) -> tuple[int, ...]:
        """The two who are named together, if nobody else can be meant: "*Ann Orr and Bo Dunn* came. "It is late," **they** said." """
        for k in range(i - 1, max(0, i - _NEAR), -1):
            other, e = self.mentions[k], self.of[k]
            if other.quoted or e is None or other.form == "pronoun":
                continue
            if self.doc.paragraph_of[m.first] - self.doc.paragraph_of[other.first] > 1:
                break
            # "Ann Orr and *her* husband, Bo Dunn"
            j = k - 1 - (self.mentions[k - 1].form == "pronoun" and k > 1)
            one, first = self.mentions[j], self.of[j]
            if first is not None and first is not e and self._are_two_people(first, e) and (one.subject or other.subject):
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

    def _thing(self, i: int, m: Mention) -> Entity | None:
        """ "they" and "it": the group or organisation that spoke last, in this paragraph or the one before, or the document of "it"."""
        if m.head == "it" and m.utterance >= 0:
            head = self._noun_of_own_words(m)
            if head:
                return self._called(i, head)
            named = self._of_own_words(i, m)
            if named is not None:
                return named
        wanted = ("group", "organization") if m.head.startswith("the") else ("organization", "document")
        for k in range(i - 1, max(self.opened - 1, i - _NEAR), -1):
            e = self.of[k]
            other = self.mentions[k]
            if e is None or e.kind not in wanted or other.quoted:
                continue
            if self.doc.paragraph_of[m.first] - self.doc.paragraph_of[other.first] > 1:
                break
            if other.subject or other.utterance >= 0:
                return e
        # the singular "they": of somebody whose name tells no gender, still speaking
        one = self.speaker
        if m.head == "they" and one is not None and one.kind == "person" and one.gender is None:
            last = self.mentions[one.last]
            if self.doc.paragraph_of[m.first] - self.doc.paragraph_of[last.first] <= 2:
                return one
        return None

    def _noun_of_own_words(self, m: Mention) -> str:
        """The noun that the words before "it said" begin with, if they do: "The **board** will vote, it said"."""
        tags, lower = self.doc.tags, self.doc.lower
        first = self.doc.sentences[self.doc.sentence_of[m.first]][0]
        end = first + 1
        while end < m.first and tags[end] in "NA":
            end += 1
        clause = lower[first] == "the" and end < m.first and tags[end - 1] == "N" and tags[end] in "VXM"
        return lower[end - 1] if clause else ""

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

    def _nominal(self, i: int, m: Mention) -> Entity | None:
        words = {w for w in self.doc.lower[m.first : m.core[1]] if w not in ("the", "a", "an", "'s", "’s")}
        definite = self.doc.lower[m.first] in ("the", "this", "that") or self.doc.tags[m.first] == "O"
        if m.kind == "unnamed person":
            found = (self._of_age(i, words) or self._by_role(i, m, words)) if definite else None
            if (
                found is None
                and m.head not in _OF_THE_EVENT
                and (m.head in _YEARS_OF_SCHOOL or "-of-" in m.head or any(w.endswith("-year-old") for w in words))
            ):
                found = self._just_introduced(i, m)
            if found is None and self.doc.lower[m.first] in ("the", "this", "that") and not self._is_somebody_else(m):
                found = self._best(i, m, [e for e in self._lately(i, ("person",)) if not (self._acts_on(m, e) or _works_for(e, m.head))])
                if found is not None and self._is_not_called(found, m.head):
                    found = None
                    del self.chances[i]
            if found is None and definite and not self._is_somebody_else(m):
                found = self._named_soon(i, m)
            if found is not None:
                return found
            entity = self._new("unnamed person")
            self._learn_gender(entity, m)
            entity.roles.add(m.head)
            entity.words |= words
            return entity
        if m.head in _OF_TWO and (definite or m.head == "both") and self._is_pair(i, m):
            return None
        share = self.doc.tags[m.core[1] - 1] == "Q"
        for e in self._lately(i, (m.kind,)):
            # "one in four" is not the "one in three" before
            if not share and not e.full and (e.words == words or (definite and m.head in e.words and words <= e.words)):
                return e
        if m.kind == "organization" and definite and len(words) == 1:
            known = self._last_organization(i, m.head) or self.organizations.get("the " + m.head)
            if known is not None:
                return known
        elif m.kind == "organization" and definite and "E" not in self.doc.tags[m.first : m.core[1]]:
            known = self._only_company(i, m.head)
            if known is not None:
                return known
        entity = self._new(m.kind)
        entity.words |= words
        return entity

    def _acts_on(self, m: Mention, e: Entity) -> bool:
        """Is the object of what this one does a pronoun that may stand for the other: "**the judge** told *her* to sit"?"""
        lower, tags = self.doc.lower, self.doc.tags
        verb = next((k for k in range(m.core[1], min(m.core[1] + 3, len(lower) - 2)) if tags[k] in "VX"), -1)
        word = lower[verb + 1] if verb > 0 else ""
        if word not in ("him", "her") or (word == "her" and tags[verb + 2] in "NE"):
            return False
        return e.gender in (None, "male" if word == "him" else "female")

    def _is_not_called(self, e: Entity, head: str) -> bool:
        """Is this one named so far, but not to be called by this noun for standing near?

        Jim Dunn, who was told of, is not "the **lawyer**" of the next sentence, and Ann Ober, a nurse, not "the **engineer**" or "the
        **mayor**"; but each may be "the **real estate mogul**".
        """
        if head in e.roles or head in PARTY_MEMBERS or head in NATIONALITIES:
            return False
        known = bool(e.roles & self.roles - PARTY_MEMBERS - KIN - NATIONALITIES)
        return head in _BESIDE or (known and (head in _HELD_BY_ONE or head not in _EPITHETS))

    def _of_age(self, i: int, words: set[str]) -> Entity | None:
        """Whose age was told: "*Lara Moss*, 29, and her manager, Ted Olin, came. "It works," **the 29-year-old** said." """
        ages = {word.partition("-")[0] for word in words if word.endswith("-year-old")}
        bearers = [e for e in self._lately(i, ("person",)) if ages & e.words and e.full]
        return bearers[0] if len(bearers) == 1 else None

    def _just_introduced(self, i: int, m: Mention) -> Entity | None:
        """Who was just named: "One of them is *Travis Hensley*. "It works," **the 29-year-old** says", or **the father-of-two**."""
        paragraph = self.doc.paragraph_of[m.first]
        new = [e for e in self._lately(i, ("person",)) if len(e.mentions) == 1 and len(e.full) > 1 and not _differ(m, e)]
        near = [e for e in new if paragraph - self.doc.paragraph_of[self.mentions[e.last].first] <= 1 and not self.mentions[e.last].quoted]
        return near[0] if near else None

    def _is_somebody_else(self, m: Mention) -> bool:
        """Does a description say who it is, so that it stands for nobody who was only spoken of lately?

        "the **other** judge"; "the **board's** lawyer"; "the mother **of a victim**"; "**A nurse** came. The nurse said".
        """
        lower = self.doc.lower
        inside = lower[m.first : m.core[1]]
        behind = m.core[1]
        of_office = m.head not in PARTY_MEMBERS and m.head not in NATIONALITIES
        if of_office and m.core[1] - m.first > 2 and all(word[0].isupper() for word in self.doc.words[m.core[1] - 2 : m.core[1]]):
            # "the Dover Police and **Crime Commissioner**" is an office by its full name
            return True
        ties = not _SAYS_WHICH.isdisjoint(lower[behind : behind + 1]) and lower[behind : behind + 2] != ["of", "state"]
        # "the mother **of three**"
        ties = ties and not (lower[behind] == "of" and self.doc.tags[behind + 1 : behind + 2] == ["Q"] and lower[behind + 1] != "one")
        if lower[behind : behind + 1] == ["who"]:
            # "the quiet Republican **who drafted it**"
            return True
        if m.head in _KEEP_APART or m.head in _OF_THE_EVENT or (ties and "former" not in inside) or not _APART.isdisjoint(inside):
            return True
        near = range(max(0, m.first - _INTRODUCED), m.first)
        # the article stands in the sentence of its noun
        return any(
            lower[k] == m.head and not {"a", "an"}.isdisjoint(lower[max(k - 3, self.doc.sentences[self.doc.sentence_of[k]][0]) : k])
            for k in near
        )

    def _by_role(self, i: int, m: Mention, words: set[str]) -> Entity | None:
        """Whom a role stands for: "the principal", "the Vermont senator"."""
        same = {m.head} | {r for group in _SAME_ROLES if m.head in group for r in group}
        matching = [e for e in self._lately(i, ("person", "unnamed person", "unknown")) if e.roles & same and not _differ(m, e)]
        if not matching:
            return None
        extra = words - {m.head} - _ROLE_MODIFIERS
        where = {w.lower() for w in self.doc.words[m.first : m.core[1] - 1] if is_place(w)}
        if m.head in PARTY_MEMBERS:
            # "the Wisconsin Republican" is none of those who were not said to be from there
            matching = [e for e in matching if where <= e.words]
        elif where:
            # "the Vermont senator" is nobody who was said to be from Arizona
            matching = [e for e in matching if where & e.words or not any(is_place(w.capitalize()) for w in e.words)]
        if not matching:
            return None
        # "**A judge** ruled. Justice *Ana Reyes* wrote that it was late. The judge ...": named is as good as called so
        return max(
            matching, key=lambda e: (m.head in e.roles or (e.full != () and m.head not in _KEEP_APART), len(extra & e.words), e.last)
        )

    def _named_soon(self, i: int, m: Mention) -> Entity | None:
        """The one who is named with this office in the next paragraphs: "**The mayor** called it late. ... *Mayor Ana Reyes* said"."""
        bearers = self.by_office.get(m.head, [])
        if len(bearers) != 1 or bearers[0].first < i or _differ(m, bearers[0]) or m.head in KIN or m.head in PARTY_MEMBERS:
            return None
        ahead = self.doc.paragraph_of[self.mentions[bearers[0].first].first] - self.doc.paragraph_of[m.first]
        return bearers[0] if ahead <= _SOON else None

    def _last_organization(self, i: int, head: str) -> Entity | None:
        """The organisation that "the agency" or "the company" stands for: the last one that can be called so."""
        sentence = self.doc.sentence_of[self.mentions[i].first]
        for k in range(i - 1, max(-1, i - 30), -1):
            e, other = self.of[k], self.mentions[k]
            if e is None or not e.full or other.quoted:
                continue
            near = sentence - self.doc.sentence_of[other.first] <= 4 and not self._is_affiliation(other)
            if e.kind == "organization" and has_in_name(e.full, head):
                return e
            if e.kind == "organization" and near and may_be_called(e.full, head):
                return self._acting_of(k, head)
        return None

    def _acting_of(self, k: int, head: str) -> Entity | None:
        """Of the organisations of one sentence that may be called so, this last one if it is alone, else the one that acts, if one does.

        "*Acme Corp.* sued Harlow Foods. **The company** said".
        """
        sentence = self.doc.sentence_of[self.mentions[k].first]
        found: dict[Entity, bool] = {}
        for i in range(k, max(-1, k - _NEAR), -1):
            e, m = self.of[i], self.mentions[i]
            if self.doc.sentence_of[m.first] != sentence:
                break
            if e is not None and e.kind == "organization" and not m.quoted and may_be_called(e.full, head):
                found[e] = found.get(e, False) or m.subject
        acting = [e for e, acts in found.items() if acts]
        return next(iter(found)) if len(found) == 1 else acting[0] if len(acting) == 1 else None

    def _only_company(self, i: int, head: str) -> Entity | None:
        """The one company near that "the payments **company**" may be: "*Square Inc.* made a profit. **The payments company** said"."""
        sentence = self.doc.sentence_of[self.mentions[i].first]
        near = (k for k in range(max(0, i - _NEAR), i) if sentence - self.doc.sentence_of[self.mentions[k].first] <= 2)
        bodies = list(dict.fromkeys(e for k in near if (e := self.of[k]) is not None and e.kind == "organization" and e.full))
        return bodies[0] if len(bodies) == 1 and is_company(bodies[0].full, head) else None

    def _apposed_role(self, noun: int) -> list[int]:
        """The noun before the comma before a name that says who that is: "his **son**, Ray Pell", not "the daughter of a cook, Vale"."""
        tags = self.doc.tags
        first = noun
        while first > 0 and tags[first] in "NAEZ" and noun - first < _LONGEST_ROLE:
            first -= 1
        governed = first > 0 and tags[first - 1] in "ITCB"
        return [noun] if tags[noun] == "N" and tags[first] in "DO" and not governed else []

    def _predicate(self, m: Mention) -> list[int]:
        """What a name is said to be: "Ortega, 58, **is the mayor**"."""
        lower, tags, words = self.doc.lower, self.doc.tags, self.doc.words
        at = m.core[1]
        if words[at : at + 1] == [","] and tags[at + 1 : at + 2] == ["Q"] and words[at + 2 : at + 3] == [","]:
            at += 3
        if m.form != "name" or lower[at : at + 1] not in (["is"], ["was"]) or tags[at + 1 : at + 2] != ["D"]:
            return []
        end = at + 2
        while end < len(lower) and tags[end] in "NAE":
            end += 1
        return list(range(at + 2, end))

    def _is_affiliation(self, m: Mention) -> bool:
        """Is it only said where somebody works: "Joel Freed **of Sandstone Capital**", "an analyst **with Bremer & Co.**"?

        But not in "sales **at Sandstone Foods**", "workers **at Sandstone Foods**".
        """
        at = m.first - 1
        return at > 0 and self.doc.lower[at] in ("of", "with", "at", "from") and self.doc.lower[at - 1] not in _OF_COMPANIES

    def _learn_roles(self, entity: Entity, m: Mention) -> None:
        """Keep what a mention tells of the person: "Principal Natasha Ortega", "Ortega, the school's principal"."""
        if entity.kind not in ("person", "unknown", "unnamed person") or m.form == "pronoun":
            return
        lower, tags, sentence = self.doc.lower, self.doc.tags, self.doc.sentence_of
        here = sentence[m.first]
        begin = m.core[0] if m.form == "name" else m.first
        while begin > 0 and begin > m.core[0] - 8 and tags[begin - 1] in "NAEP" and sentence[begin - 1] == here:
            begin -= 1
        window = list(range(begin, m.core[0]))
        if m.form == "name" and begin > 2 and lower[begin - 1] == "," and sentence[begin - 1] == here:
            window += self._apposed_role(begin - 2)
        told_before = list(window)
        at = max(m.core[1], m.last if m.form != "name" else m.core[1])
        if at < len(lower) and lower[at] == ",":
            at += 1
            while at < len(lower) and at < m.core[1] + 14 and tags[at] in "DOANEZQPC" and sentence[at] == here:
                window.append(at)
                at += 1
            if (at < len(lower) and tags[at] in "VXM") or (
                tags[m.core[1] + 1 : m.core[1] + 2] == ["E"] and not any(lower[k] in self.roles for k in window[-2:])
            ):
                # "Ortega, school officials said": no apposition
                window = told_before
        window += self._predicate(m)
        for k in window:
            role = _role(lower[k])
            if role in self.roles or role in KIN or role in NATIONALITIES or self.doc.vocabulary.is_title_word(self.doc.words[k]):
                entity.roles.add(role)
            entity.words.add(lower[k])


def _role(word: str) -> str:
    """The noun for a role, from its abbreviation: "Gov.", governor."""
    return _ABBREVIATED_ROLES.get(word, word)


#: How much more present one of two people with one surname must be for it to mean her: see `_most_present`.
_CLEARLY = 3
#: How much less present somebody is who was introduced as a relative of somebody else, or is named in what is said.
_LESS = 8
#: How often a pronoun means whom its own sentence is about: 36 of 37 on PolNeAR train (`benchmarks/pronouns.tsv`).
_LEADS = 0.97
#: Words that open a clause with a subject of its own.
_SECOND_CLAUSE = frozenset("and as but while whereas".split())
#: How many words a description before a name has at most.
_LONGEST_ROLE = 8
#: Nouns for two: "said **the couple**", "**both** said".
_OF_TWO = frozenset("both brothers couple duo newlyweds pair siblings sisters twins two".split())
#: Within how many paragraphs somebody is named who is told of first.
_SOON = 4
#: How many mentions back the group or body is named that "they", "it" and "the company" stand for.
_NEAR = 12
#: How many mentions back somebody may be meant by a pronoun or a description.
_LATELY = 200
#: Words that open a clause whose pronoun may stand for the subject of the next clause.
_OPENS_AHEAD = frozenset("asked when while as after before although though despite if in during since until for with by at on".split())
#: From which chance on a pronoun tells the gender of whom it was taken to mean.
_LIKELY = 0.7
#: From which on nobody asks again.
_SURE = 0.95
#: How an interview is announced.
_INTERVIEWS = frozenset("q&a interview interviewed conversation talked talks spoke speaks sat chat chatted down".split())
#: What a player is called by in the next sentence, as by an age.
_YEARS_OF_SCHOOL = frozenset("freshman sophomore junior senior".split())
#: Words with which a description says who it is.
_APART = frozenset(("other", "another", "second", "third", "'s", "’s"))
#: Prepositions behind it that do: "the mother **of** one".
_SAYS_WHICH = frozenset(("of", "at", "for", "in", "from", "with"))
#: How many tokens back "a nurse" is the one that "the nurse" stands for.
_INTRODUCED = 80
#: Titles with which somebody is called by the first name: "Father Nikolas".
_BEFORE_GIVEN_NAMES = frozenset("father mother sister brother prince princess sir dame king queen pope".split())
#: What a company has, so that it is the company that is spoken of.
_OF_COMPANIES = frozenset("earnings employees plant profit profits revenue sales shares staff stock store stores workers".split())
_ROLE_MODIFIERS = frozenset("former current late longtime new old".split())


def _shared_surnames(mentions: Sequence[Mention], chains: Sequence[Sequence[int]]) -> frozenset[int]:
    """The mentions by a surname alone, by index, where two people of the document have that surname."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, chain in enumerate(chains):
        for i in chain:
            name = _plain(mentions[i].name)
            if len(name) > 1 and mentions[i].kind == "person":
                bearers[_fold(name[-1])].add(number)
    return frozenset(i for i, m in enumerate(mentions) if len(name := _plain(m.name)) == 1 and len(bearers.get(_fold(name[0]), ())) > 1)


def _plain(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in name if w not in SUFFIXES and w != ",")


def _generation(name: tuple[str, ...]) -> str:
    """What tells a father from a son of one name: "jr", "iii"; empty where nothing does."""
    return next((w.rstrip(".").lower() for w in name if w in GENERATIONS), "")


def _with_particle(name: tuple[str, ...]) -> tuple[str, ...]:
    """The surname of a full name, if it begins with a particle: "**von der Leyen**", of Ursula von der Leyen; empty if not."""
    at = next((i for i, word in enumerate(name) if i and word.lower() in NAME_PARTICLES), len(name))
    return name[at:] if at < len(name) - 1 else ()


def _folded(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_fold(word) for word in name)


def _fold(word: str) -> str:
    """A name's key: small letters without accents and article, so that Muñoz and Munoz are one, al-Assad and Assad."""
    word = word.removeprefix("al-").removeprefix("Al-")
    if word.isascii():
        return word.lower()
    return "".join(ch for ch in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(ch))


def _differ(m: Mention, e: Entity) -> bool:
    """Is the mention surely of another gender than the entity?"""
    told = e.gender_sure or (e.called and m.form == "pronoun")
    return told and m.gender is not None and m.gender != e.gender


def _same_person(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """May two names with one surname be one person's: "Donald J. Trump", "Donald Trump", "Mike Pence", "Michael R. Pence"?"""
    if full == name:
        return True
    if _fold(full[-1]) != _fold(name[-1]):
        return False
    one, other = full[0], name[0]
    if _fold(one) == _fold(other):
        middle_one, middle_other = full[1:-1], name[1:-1]
        return not (middle_one and middle_other and not _initials_agree(middle_one[0], middle_other[0]))
    if _initials_agree(one, other) and (is_initial(one) or is_initial(other)):
        return True
    if _misspelt(one, other) and full[1:] == name[1:]:
        return True
    forms = full_forms()
    if other in forms.get(one, ()) or one in forms.get(other, ()) or forms.get(one, frozenset()) & forms.get(other, frozenset()):
        return True
    # "Mr. Foo Bar Baz" and "Bar Baz": the shorter inside the longer
    return len(name) < len(full) and full[-len(name) :] == name and (name[0] not in first_names() or len(full) > 2)


def _works_for(e: Entity, head: str) -> bool:
    """Does this one work for whoever is called so: Bo Lund, a campaign manager, for "the **candidate**"?"""
    return head in _STANDING and not e.roles.isdisjoint(_STAFF)


def _misspelt(one: str, other: str) -> bool:
    """Are two first names one letter apart, as a slip makes them: Hillary, Hilary?"""
    short, long = sorted((_fold(one), _fold(other)), key=len)
    return len(short) > 4 and len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


def _initials_agree(one: str, other: str) -> bool:
    return one[0] == other[0] if is_initial(one) or is_initial(other) else one == other

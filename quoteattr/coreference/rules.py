"""Coreference by rules: no model, the same answer every time.

Names first: all names of a document are gathered into people and organisations, so that "Ortega" finds "Natasha Ortega" also where the
full name comes later. Then, in the order of the text, bare surnames, pronouns and nominals are given to whom they stand for.
Two different full names are never one person.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.salience import Candidate, best_candidate
from quoteattr.mentions.mention import FIRST_PERSON, Mention
from quoteattr.mentions.names import GENERATIONS, ROLES, SUFFIXES, first_names, full_forms, is_initial
from quoteattr.text.document import Document

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
    frozenset(("nominee", "candidate", "frontrunner", "front-runner", "contender", "hopeful")),
    frozenset(("businessman", "billionaire", "mogul", "magnate", "developer", "tycoon", "businesswoman")),
)


def chains_by_rules(document: Document, mentions: Sequence[Mention]) -> list[list[int]]:
    """The mentions that stand for the same person or thing, by index, each chain in text order.

    Needs no model and is deterministic.
    """
    return _Resolver(document, mentions).run()


class _Resolver:
    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.doc = document
        self.mentions = mentions
        self.entities: list[Entity] = []
        self.by_surname: dict[str, list[Entity]] = defaultdict(list)
        self.by_first_name: dict[str, list[Entity]] = defaultdict(list)
        self.organizations: dict[str, Entity] = {}
        self.of: list[Entity | None] = [None] * len(mentions)
        self.speaker: Entity | None = None

    def run(self) -> list[list[int]]:
        self._full_names()
        for i, entity in enumerate(self.of):
            if entity is not None:
                self._learn_roles(entity, self.mentions[i])
                entity.first = entity.first or i
        self._other_offices()
        for i, mention in enumerate(self.mentions):
            entity = self.of[i]
            if entity is None:
                entity = self._resolve(i, mention)
            if entity is None:
                continue
            self.of[i] = entity
            entity.mentions.append(i)
            entity.last = i
            if entity.gender is None and entity.kind == "person":
                entity.gender = mention.gender
            self._learn_roles(entity, mention)
            if mention.utterance >= 0 and entity.kind in ("person", "unnamed person"):
                self.speaker = entity
        return [sorted(e.mentions) for e in self.entities if e.mentions]

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
            name, generation = _plain(m.name), _generation(m.name)
            namesakes = [e for e in self.by_surname[_fold(name[-1])] if e.generation == generation]
            entity = next((e for e in namesakes if _same_person(e.full, name)), None)
            if entity is None:
                kind = "person" if m.kind == "person" or m.utterance >= 0 or m.honorific else "unknown"
                entity = self._new(kind, name)
                entity.generation = generation
                entity.gender = m.gender
                self.by_surname[_fold(name[-1])].append(entity)
                self.by_first_name[_fold(name[0])].append(entity)
            if m.kind == "person" or m.utterance >= 0:
                entity.kind = "person"
            self.of[i] = entity

    def _other_offices(self) -> None:
        """ "President Ober" is not the Michelle Ober of a later paragraph: a surname with an office that no full name has."""
        for i, m in enumerate(self.mentions):
            name = _plain(m.name)
            if not m.honorific or len(name) != 1 or m.gender is not None or self.of[i] is not None:
                continue
            offices = {_role(w) for w in self.doc.lower[m.first : m.core[0]]} & ROLES
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
            initials = "".join(w[0] for w in m.name if w[0].isupper())
            if len(initials) > 1:
                self.organizations.setdefault(initials.lower(), entity)
            self.organizations.setdefault("the " + m.name[-1].lower(), entity)
        return entity

    def _new(self, kind: str, full: tuple[str, ...] = ()) -> Entity:
        entity = Entity(kind, full)
        self.entities.append(entity)
        return entity

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
        candidates = [e for e in self.by_surname.get(word, []) if e.kind == "person"] or self.by_surname.get(word, [])
        candidates = [e for e in candidates if not (m.gender and e.gender and m.gender != e.gender)] or (
            candidates if not m.honorific else []
        )
        candidates = [e for e in candidates if e.generation == _generation(m.name)] or candidates
        if m.honorific and m.gender is None:
            titles = {_role(w) for w in self.doc.lower[m.first : m.core[0]]}
            fitting = [e for e in candidates if e.roles & titles] or [e for e in candidates if e.mentions]
            # "President Obama" is not the Michelle Obama of a later paragraph
            candidates = fitting if fitting or not titles & ROLES else []
        if not candidates and not m.honorific:
            candidates = [e for e in self.by_first_name.get(word, []) if e.kind == "person"]
            if not candidates and m.utterance >= 0:
                candidates = [e for e in self.by_first_name.get(word, []) if len(e.full) == 2][:1]
        if candidates:
            chosen = self._most_present(i, candidates)
            if chosen is None:
                return None
            chosen.bare += 1
            if m.utterance >= 0 and chosen.kind == "unknown":
                chosen.kind = "person"
            return chosen
        if m.kind in ("organization", "unknown") and not m.honorific:
            known = self.organizations.get(word)
            before = self.doc.lower[m.core[0] - 1] if m.core[0] else ""
            if known is None and before == "the":
                known = self.organizations.get("the " + word)
            if known is not None:
                return known
        if m.kind in ("organization", "place"):
            return self._organization(m)
        kind = "person" if m.kind == "person" or m.utterance >= 0 else "unknown"
        entity = self._new(kind, name)
        entity.gender = m.gender
        self.by_surname[word].append(entity)
        return entity

    def _most_present(self, i: int, candidates: list[Entity]) -> Entity | None:
        """Of people with one surname: whom the text calls so, else who is clearly more present; None where neither tells."""
        if len(candidates) == 1:
            return candidates[0]
        passage = self.mentions[i].passage

        def presence(e: Entity) -> tuple[float, int]:
            if not e.mentions:
                return (0.0, -e.first)
            last = self.mentions[e.last]
            near = passage - last.passage <= 1
            return (len(e.mentions) + 3 * e.bare + 2 * (near and last.subject) + near + 2 * (e is self.speaker), e.last)

        first, second = sorted(candidates, key=presence, reverse=True)[:2]
        return first if presence(first)[0] - presence(second)[0] >= _CLEARLY else None

    def _pronoun(self, i: int, m: Mention) -> Entity | None:
        if m.head in FIRST_PERSON or m.head in ("you", "who", "which", "that", "whom", "whose"):
            return None
        if m.head in ("they", "them", "their", "it", "its"):
            return self._thing(i, m)
        if m.gender is None:
            return None
        people = [e for e in self.entities if e.last >= 0 and e.kind in ("person", "unnamed person", "unknown")]
        return self._best(i, m, people)

    def _best(self, i: int, m: Mention, people: list[Entity]) -> Entity | None:
        candidates = []
        for e in people:
            if e.gender is not None and m.gender is not None and e.gender != m.gender:
                continue
            last = self.mentions[e.last]
            if e.kind == "unknown" and (last.form != "name" or (len(e.full) < 2 and not last.subject)):
                continue
            candidates.append(
                Candidate(
                    entity=e,
                    sentences=self.doc.sentence_of[m.first] - self.doc.sentence_of[last.first],
                    paragraphs=self.doc.paragraph_of[m.first] - self.doc.paragraph_of[last.first],
                    subject=last.subject,
                    quoted=last.quoted,
                    speaking=e is self.speaker,
                    gender_known=e.gender is not None,
                    count=len(e.mentions),
                    person=e.kind != "unknown",
                    pronoun=last.form == "pronoun",
                )
            )
        return best_candidate(candidates)

    def _thing(self, i: int, m: Mention) -> Entity | None:
        """ "they" and "it": the group, organisation or document that spoke last, in this paragraph or the one before."""
        wanted = ("group", "organization", "document") if m.head.startswith("the") else ("organization", "document")
        for k in range(i - 1, max(-1, i - 12), -1):
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

    def _nominal(self, i: int, m: Mention) -> Entity | None:
        words = {w for w in self.doc.lower[m.first : m.core[1]] if w not in ("the", "a", "an", "'s", "’s")}
        definite = self.doc.lower[m.first] in ("the", "this", "that") or self.doc.tags[m.first] == "O"
        if m.kind == "unnamed person":
            found = self._by_role(i, m, words) if definite else None
            if found is None and definite and (m.head not in _KEEP_APART):
                found = self._best(i, m, [e for e in self.entities if e.last >= 0 and e.kind == "person"])
            if found is not None:
                return found
            entity = self._new("unnamed person")
            entity.gender = m.gender
            entity.roles.add(m.head)
            entity.words |= words
            return entity
        for e in reversed(self.entities):
            if (
                e.kind == m.kind
                and e.last >= 0
                and not e.full
                and (e.words == words or (definite and m.head in e.words and words <= e.words))
            ):
                return e
        if m.kind == "organization" and definite and len(words) == 1:
            known = self._last_organization(i, m.head) or self.organizations.get("the " + m.head)
            if known is not None:
                return known
        entity = self._new(m.kind)
        entity.words |= words
        return entity

    def _by_role(self, i: int, m: Mention, words: set[str]) -> Entity | None:
        """Whom a role stands for: "the principal", "the Vermont senator"."""
        same = {m.head} | {r for group in _SAME_ROLES if m.head in group for r in group}
        matching = [e for e in self.entities if e.last >= 0 and e.roles & same and not (e.gender and m.gender and e.gender != m.gender)]
        if not matching:
            return None
        extra = words - {m.head} - _ROLE_MODIFIERS
        return max(matching, key=lambda e: (m.head in e.roles, len(extra & e.words), e.last))

    def _last_organization(self, i: int, head: str) -> Entity | None:
        """The organisation that "the agency" or "the company" stands for: the last one that can be called so."""
        sentence = self.doc.sentence_of[self.mentions[i].first]
        for k in range(i - 1, max(-1, i - 30), -1):
            e, other = self.of[k], self.mentions[k]
            if e is None or e.kind != "organization" or not e.full or other.quoted:
                continue
            last = e.full[-1].lower()
            if last == head or (head in _COMPANY and last in _COMPANY_NAMES and sentence - self.doc.sentence_of[other.first] <= 4):
                return e
        return None

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
        at = max(m.core[1], m.last if m.form != "name" else m.core[1])
        if at < len(lower) and lower[at] == ",":
            at += 1
            while at < len(lower) and at < m.core[1] + 14 and tags[at] in "DOANEZQPC" and sentence[at] == here:
                window.append(at)
                at += 1
            if (at < len(lower) and tags[at] in "VXM") or (
                tags[m.core[1] + 1 : m.core[1] + 2] == ["E"] and not any(lower[k] in ROLES for k in window[-2:])
            ):
                # "Ortega, school officials said": no apposition
                window = list(range(begin, m.core[0]))
        for k in window:
            role = _role(lower[k])
            if role in ROLES:
                entity.roles.add(role)
            entity.words.add(lower[k])


def _role(word: str) -> str:
    """The noun for a role, from its abbreviation: "Gov.", governor."""
    return _ABBREVIATED_ROLES.get(word, word)


#: How much more present one of two people with one surname must be for it to mean her: see `_most_present`.
_CLEARLY = 3
#: Nouns that a second person of the same kind may bear in the next sentence, so that they need their own match.
_KEEP_APART = frozenset(
    (
        "spokesman spokeswoman spokesperson official reporter officer source aide witness resident neighbor person employee worker "
        "student woman man reader user narrator"
    ).split()
)
_COMPANY = frozenset("company firm corporation airline manufacturer retailer maker startup chain bank utility".split())
_COMPANY_NAMES = frozenset(
    (
        "corp. corp inc. inc co. co ltd. llc plc company companies group holdings airlines airways motors bank technologies systems "
        "enterprises industries brothers electric gas oil energy pharmaceuticals railroad"
    ).split()
)
_ROLE_MODIFIERS = frozenset("former current late longtime new old".split())


def shared_surnames(mentions: Sequence[Mention], chains: Sequence[Sequence[int]]) -> frozenset[int]:
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


def _fold(word: str) -> str:
    """A name's key: small letters without accents, so that Muñoz and Munoz are one."""
    if word.isascii():
        return word.lower()
    return "".join(ch for ch in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(ch))


def _same_person(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """May two names with one surname be one person's: "Donald J. Trump", "Donald Trump", "Mike Pence", "Michael R. Pence"?"""
    if full == name:
        return True
    if _fold(full[-1]) != _fold(name[-1]):
        return False
    one, other = full[0], name[0]
    if one == other:
        middle_one, middle_other = full[1:-1], name[1:-1]
        return not (middle_one and middle_other and not _initials_agree(middle_one[0], middle_other[0]))
    if _initials_agree(one, other) and (is_initial(one) or is_initial(other)):
        return True
    forms = full_forms()
    if other in forms.get(one, ()) or one in forms.get(other, ()) or forms.get(one, frozenset()) & forms.get(other, frozenset()):
        return True
    # "Mr. Foo Bar Baz" and "Bar Baz": the shorter inside the longer
    return len(name) < len(full) and full[-len(name) :] == name and (name[0] not in first_names() or len(full) > 2)


def _initials_agree(one: str, other: str) -> bool:
    return one[0] == other[0] if is_initial(one) or is_initial(other) else one == other

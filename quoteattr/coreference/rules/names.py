"""Who is named: full names first, then bare surnames, first names and initials."""

from __future__ import annotations

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.organizations import is_only_kind, short_names
from quoteattr.coreference.rules.same_name import differ, fold, folded, generation, plain, same_person
from quoteattr.coreference.rules.state import NEAR
from quoteattr.coreference.rules.told import Told, role_of
from quoteattr.mentions.given_names import HONORIFICS, first_names
from quoteattr.mentions.mention import KIN, NATIONALITIES, Mention
from quoteattr.mentions.names import is_initial
from quoteattr.text.readings import MARKS, is_ever_common_word
from quoteattr.text.tags import NAME_PARTICLES

#: How much more present one of two people with one surname must be for it to mean her: see `_most_present`.
_CLEARLY = 3
#: How much less present somebody is who was introduced as a relative of somebody else, or is named in what is said.
_LESS = 8
#: What tells a father from a son of one name.
_CHILDREN = frozenset("son daughter grandson granddaughter nephew niece stepson stepdaughter".split())
_PARENTS = frozenset("father mother grandfather grandmother uncle aunt stepfather stepmother dad mum mom".split())
_OF_TWO_GENERATIONS = {"younger": (("jr", "ii", "iii"), _CHILDREN), "elder": (("", "sr"), _PARENTS), "older": (("", "sr"), _PARENTS)}
#: From what age somebody is called "Mr." or "Mrs.".
_GROWN = 16
#: From how many letters on a label in capitals is no initials.
_LONGEST_INITIALS = 4
#: Titles with which somebody is called by the first name: "Father Nikolas".
_BEFORE_GIVEN_NAMES = frozenset("father mother sister brother prince princess sir dame king queen pope".split())


class Names(Told):
    """Gives names their entities."""

    def _full_names(self) -> None:
        """Gather names of two words or more, longest first, so that a shorter form joins the person it belongs to."""
        order = sorted(
            (i for i, m in enumerate(self.mentions) if m.form == "name" and len(plain(m.name)) > 1),
            key=lambda i: (-len(plain(self.mentions[i].name)), i),
        )
        for i in order:
            m = self.mentions[i]
            if m.kind == "organization" or m.kind == "place":
                self.of[i] = self._organization(m)
                continue
            if folded(m.name) in self.surnames:
                continue
            name, born = plain(m.name), generation(m.name)
            namesakes = [e for e in self.by_surname[fold(name[-1])] if e.generation == born and not differ(m, e)]
            entity = next((e for e in namesakes if same_person(e.full, name)), None) or self._of_longer_name(m, name)
            if entity is None:
                kind = "person" if m.kind == "person" or m.utterance >= 0 or m.honorific else "unknown"
                entity = self._new(kind, name)
                entity.generation = born
                self._learn_gender(entity, m)
                self.by_surname[fold(name[-1])].append(entity)
                self.by_first_name[fold(name[0])].append(entity)
                for middle in name[1:-1]:
                    if not (is_initial(middle) or middle.isupper()) and middle not in NAME_PARTICLES:
                        self.by_middle_name[fold(middle)].append(entity)
                nickname = self._nickname(m)
                if nickname:
                    self.by_first_name[fold(nickname)].append(entity)
            if m.kind == "person" or m.utterance >= 0:
                entity.kind = "person"
            self.of[i] = entity

    def _of_longer_name(self, m: Mention, name: tuple[str, ...]) -> Entity | None:
        """Whose name goes on: "**Ismail Sabri**", of Ismail Sabri Yaakob, but not "Ana Reyes" of "Ana Reyes Calls"."""
        longer = [
            e
            for e in self.by_first_name.get(fold(name[0]), [])
            if len(e.full) > len(name) and folded(e.full[: len(name)]) == folded(name) and e.kind == "person"
        ]
        further = longer[0].full[len(name) :] if len(longer) == 1 else ()
        if not further or any(is_ever_common_word(word) or (word in first_names() and len(word) > 2) for word in further):
            return None
        if len(further) == 1 and name[-1] in self.bare:
            return None
        return None if differ(m, longer[0]) else longer[0]

    def _nickname(self, m: Mention) -> str:
        """What somebody is called, by the name: 'Rosalind "**Rosie**" Brandt'; empty for nothing."""
        words = self.doc.words[slice(*m.core)]
        marks = [i for i, word in enumerate(words) if word in MARKS]
        return words[marks[0] + 1] if len(marks) == 2 and marks[1] - marks[0] == 2 else ""

    def _other_offices(self) -> None:
        """ "President Ober" is not the Michelle Ober of a later paragraph: a surname with an office that no full name has."""
        for i, m in enumerate(self.mentions):
            name = plain(m.name)
            if not m.honorific or len(name) != 1 or m.gender is not None or self.of[i] is not None:
                continue
            offices = {
                office for k in range(m.first, m.core[0]) if role_of(self.doc.lower[k]) in self.roles and (office := self._office_at(k))
            }
            known = self.by_surname.get(fold(name[0]), [])
            if offices and known and not any(e.roles & offices or e.first < i for e in known):
                entity = self._new("person", name)
                entity.roles |= offices
                entity.first = i
                known.append(entity)

    def _organization(self, m: Mention) -> Entity:
        key = " ".join(w.lower() for w in m.name if w.lower() != "the")
        entity = self.organizations.get(key)
        if entity is None and is_only_kind(m.name):
            # "**Council** spokesman Bo Dunn", of the Dover City Council
            entity = self.organizations.get("the " + key)
        if entity is None:
            entity = self.organizations[key] = self._new(m.kind, m.name)
            for short in short_names(m.name):
                self.organizations.setdefault(short, entity)
            self.organizations.setdefault("the " + m.name[-1].lower(), entity)
        return entity

    def _single_name(self, i: int, m: Mention) -> Entity | None:
        name = plain(m.name)
        if not name:
            return None
        asked = self._by_initials(m)
        if asked is not None:
            return asked
        word = fold(name[-1])
        before = self.doc.lower[m.core[0] - 1] if m.core[0] else ""
        if before == "the" and m.utterance >= 0 and (family := self._family(word)):
            self.joint[i] = family
            return None
        bearers = self.by_surname.get(word, [])
        candidates = [e for e in bearers if e.kind == "person"]
        if not candidates or not (m.honorific or any(e.first < i for e in candidates)):
            # "Moody", of Fran Moody, whose name tells no person, and not of a Don Moody of a later paragraph
            candidates = bearers
        candidates = [e for e in candidates if not differ(m, e)] or (candidates if not m.honorific else [])
        if m.honorific and m.gender is not None:
            # "Mrs. Orr" is not the Jamie Orr of "his mother"
            candidates = [e for e in candidates if e.gender in (None, m.gender)]
            grown = [e for e in candidates if not any(int(age) < _GROWN for age in e.ages if age.isdecimal())]
            relative = self._relative_by_first_name(i, m, bearers) if not grown else None
            if relative is not None:
                return relative
        candidates = [e for e in candidates if e.first < i] or [e for e in candidates if e.kind == "person"] or candidates
        if len(candidates) == 1 and candidates[0].first > i and self._is_kin(candidates[0]):
            # "Mr. Sabo" is not the "her son, Nadir Sabo" of a later paragraph
            candidates = []
        if generation(m.name):
            candidates = [e for e in candidates if e.generation == generation(m.name)] or candidates
        if candidates and before in _OF_TWO_GENERATIONS:
            return self._of_generation(i, before, candidates) or self.unclear.setdefault(word, self._new("person", name))
        if len(candidates) > 1 and m.honorific and m.gender and not any(e.gender_sure for e in candidates):
            # "Mr. Khan", of two whose names tell no gender
            candidates = []
        titles = {office for k in range(m.first, m.core[0]) if self.doc.words[k] not in HONORIFICS and (office := self._office_at(k))}
        if m.honorific and m.gender is None and titles:
            fitting = [e for e in candidates if e.roles & titles] or [e for e in candidates if e.mentions]
            # "President Obama" is not the Michelle Obama of a later paragraph
            candidates = fitting if fitting or not any(title.rpartition(" ")[2] in self.roles for title in titles) else []
        if not candidates and (not m.honorific or self.doc.lower[m.core[0] - 1] in _BEFORE_GIVEN_NAMES):
            candidates = [e for e in self.by_first_name.get(word, []) if e.kind == "person"]
            if not candidates and word not in self.by_first_name:
                # "Lula", of Luiz Inácio Lula da Silva
                candidates = [e for e in self.by_middle_name.get(word, []) if e.first < i and (e.kind == "person" or before != "the")][:1]
            if not candidates and name[-1] in self.speaking:
                candidates = [e for e in self.by_first_name.get(word, []) if self._may_be_called(e)][:1]
        if not candidates and m.honorific:
            # "Mr **Heng**", of Heng Swee Keat; "Dr **Mahathir**", of Mahathir Mohamad; "Mr **Wong**", of Lawrence Wong Shyun Tsai
            called = self.by_first_name.get(word, []) + self.by_middle_name.get(word, [])
            alike = [e for e in called if e.kind == "person" and e.first < i and not differ(m, e)]
            # but "Mr. Thomas" is no Thomas Orr who is called "Orr"
            candidates = alike if len(alike) == 1 and alike[0].full[-1] not in self.bare else []
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
        entity = self._new("group" if m.kind == "group" else kind, name)
        self._learn_gender(entity, m)
        self.by_surname[word].append(entity)
        return entity

    def _by_initials(self, m: Mention) -> Entity | None:
        """Whose turn of an interview begins here, by the initials: "**NO:** We had no warning.", of *Natasha Ortega*."""
        paragraph = self.doc.paragraph_of[m.first]
        label = self.doc.labels[paragraph]
        opens = m.first == self.doc.paragraphs[paragraph][0] and label in self.doc.turn_labels
        if not opens or not label.isupper() or not 1 < len(label) < _LONGEST_INITIALS:
            return None
        people = (e for bearers in self.by_surname.values() for e in bearers if e.kind == "person" and len(e.full) > 1)
        found = {e for e in people if "".join(word[0] for word in e.full) == label}
        return found.pop() if len(found) == 1 else None

    def _relative_by_first_name(self, i: int, m: Mention, bearers: list[Entity]) -> Entity | None:
        """Who was told of as a relative, by the first name alone: "*Elin Orr*, 10, left. Her mother, *Carys*, came. **Mrs. Orr** said"."""
        near = [e for e in self._lately(i, ("person",)) if len(e.full) == 1 and e.gender == m.gender and self._is_kin(e)]
        known = [e for e in bearers if e.first < i and e.kind == "person"]
        return near[0] if len(near) == 1 and len(known) == 1 else None

    def _of_generation(self, i: int, which: str, bearers: list[Entity]) -> Entity | None:
        """Who of a family is "the **younger** Hill": Tom Hill Jr., the 29-year-old, or whoever is told of as the daughter of the other."""
        suffixes, kin = _OF_TWO_GENERATIONS[which]
        if len(bearers) == 1:
            # "*Lena Ortiz* and her daughter, *Marisol*"
            bearers = bearers + [e for e in self._lately(i, ("person",)) if len(e.full) == 1 and not e.roles.isdisjoint(_CHILDREN)]
        if len(bearers) != 2:
            return None
        told = [e for e in bearers if e.generation in suffixes]
        if len(told) != 1:
            told = [e for e in bearers if not e.roles.isdisjoint(kin)]
        if len(told) != 1:
            other = _OF_TWO_GENERATIONS["elder" if which == "younger" else "younger"][1]
            told = [e for e in bearers if e.roles.isdisjoint(other)]
        if len(told) != 1 and all(len(e.ages) == 1 for e in bearers):
            young, old = sorted(bearers, key=lambda e: int(min(e.ages)))
            told = [young if which == "younger" else old] if young.ages != old.ages else []
        return told[0] if len(told) == 1 else None

    def _family(self, word: str) -> tuple[int, ...]:
        """The two of one surname whom its plural stands for: "*Ann Orr* and her husband, *Bo Orr*, came. **The Orrs** said"."""
        singular = (word.removesuffix("s"), word.removesuffix("es")) if word.endswith("s") else ()
        bearers = {e: e.first for stem in singular if stem != word for e in self.by_surname.get(stem, []) if len(e.full) > 1}
        return tuple(sorted(bearers.values())) if len(bearers) == 2 and all(e.kind == "person" for e in bearers) else ()

    def _may_be_called(self, e: Entity) -> bool:
        """May this be somebody's first name and surname: "**Ban Ki-moon**", but not "the Ober Train", "thousands of Karabakh Armenians"?"""
        first = self.mentions[e.first].first
        thing = first and self.doc.tags[first - 1] in "DZO"
        return len(e.full) == 2 and not thing and e.full[1].lower().removesuffix("s") not in NATIONALITIES

    def _most_present(self, i: int, candidates: list[Entity]) -> Entity | None:
        """Of people with one surname: whom the text calls so, else who is clearly more present; None where neither tells."""
        told = [e for e in candidates if e.mentions and e.last >= self.opened]
        if len(candidates) == 1 or (len(told) == 1 and self.opened):
            # the only one of this entry of a running report
            return (told or candidates)[0]
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
        m = self.mentions[i]
        young = self.doc.lower[m.core[0] - 1 : m.core[0]] == ["young"]
        if self._is_called_by_first_name(first) and not (young or self._is_named_in_own_words(i, second)):
            formal = m.honorific and len(candidates) == 2 and not self._is_called_by_first_name(second)
            return second if formal else None
        clearly = presence(first)[0] - presence(second)[0] >= _CLEARLY and not self._is_told_of(i, first)
        return first if clearly else None

    def _is_called_by_first_name(self, e: Entity) -> bool:
        """Is this one told from a namesake by the first name: "*Kate Orr* left. *Mary Orr* came. **Mary** said that it was late"?"""
        speaking = [self.mentions[k].name for k in e.mentions if self.mentions[k].utterance >= 0]
        return len(e.full) > 1 and e.full[:1] in speaking and e.full[-1:] not in speaking

    def _is_named_in_own_words(self, i: int, e: Entity) -> bool:
        """Is this one called by name in what the mention says: "I miss *Ann*," **Orr** said"?"""
        m = self.mentions[i]
        for k in reversed(e.mentions if m.utterance >= 0 else ()):
            other = self.mentions[k]
            if other.passage != m.passage:
                break
            if other.quoted and other.form == "name":
                return True
        return self._is_told_of(i, e)

    def _is_told_of(self, i: int, e: Entity) -> bool:
        """Is this one called by the first name in what the mention says: "I miss *Serena*," **Williams** said"?"""
        m = self.mentions[i]
        here = (self.mentions[k] for k in range(max(0, i - NEAR), min(len(self.mentions), i + NEAR)) if m.utterance >= 0)
        first_name = e.full[:-1] if len(e.full) == 2 else ()
        return any(o.quoted and o.form == "name" and o.name == first_name and o.passage == m.passage for o in here)

    def _is_kin(self, e: Entity) -> bool:
        """Was this one introduced as somebody's relative, and not by the full name since: "**her daughter**, Renee Oduya"?"""
        if e.in_full > 1:
            return False
        first = self.mentions[e.mentions[0] if e.mentions else e.first]
        at = first.core[0] - 1
        while at > 0 and self.doc.tags[at] in "NAD" and self.doc.lower[at] not in KIN:
            # "her brother, **the chef** Anton Lind"
            at -= 1
        at -= at > 0 and self.doc.words[at] == ","
        return at > 0 and self.doc.lower[at] in KIN and self.doc.tags[at - 1] in "OZA"

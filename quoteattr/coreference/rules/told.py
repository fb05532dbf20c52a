"""What a mention tells of somebody: offices, kin, gender."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.offices import Office, office_at, office_behind
from quoteattr.coreference.rules.state import LONGEST_ROLE, State
from quoteattr.mentions.bodies import is_place
from quoteattr.mentions.given_names import first_names
from quoteattr.mentions.mention import CLERICAL, KIN, NATIONALITIES, Mention
from quoteattr.mentions.names import OFFICES, PARTY_AND_PLACE
from quoteattr.mentions.where_from import country_of, parties_of

_ABBREVIATED_ROLES = {
    "sen.": "senator",
    "gov.": "governor",
    "rep.": "representative",
    "gen.": "general",
    "dr.": "doctor",
    "prof.": "professor",
    "pres.": "president",
    "lt.": "lieutenant",
    "sgt.": "sergeant",
    "capt.": "captain",
    "adm.": "admiral",
    "rev.": "reverend",
    "rev": "reverend",
    "fr.": "priest",
    "fr": "priest",
}
#: From which chance on a pronoun tells the gender of whom it was taken to mean.
_LIKELY = 0.7
#: From which on nobody asks again.
_SURE = 0.95


#: Who stands below or beside whoever holds an office, and is not called by it: "**vice** president".
_SECOND = frozenset("assistant deputy lieutenant vice".split())
#: Offices that are others than their nouns alone.
_OF_TWO_WORDS = frozenset((("attorney", "general"), ("chief", "justice")))
#: How far before its noun an office is said to be of the opposition's.
_SHADOW = 3
_BY_LETTER = {"R": "Republican", "D": "Democrat"}
#: What lawyers do in court, and what each may be called for it.
_IN_COURT = {
    "prosecuting": ("prosecutor", "barrister"),
    "defending": ("barrister",),
    "mitigating": ("barrister",),
}
#: What barristers of some years have behind their names.
_SILKS = frozenset(("KC", "QC", "SC"))
#: Who has a field, and what stands between them and it.
_FIELD_HOLDERS = frozenset("commissioner director minister secretary superintendent undersecretary".split())
_OF_FIELD = frozenset(("of", "for", "and", "the"))
#: How many words may tell of the first of the things that somebody is, and what stands before a later one.
_OF_OFFICE = 12
_TODAY = frozenset(("also", "now", "still"))
#: Words for who was something once.
_PAST = frozenset(("former", "ex", "onetime", "one-time"))
_FULL = {"lt.": "lieutenant", "lt": "lieutenant", "asst.": "assistant"}
#: What those are called as well: an assistant **professor**.
_FIRST_AS_WELL = frozenset("curator editor producer professor".split())


class Told(State):
    """Keeps what the mentions tell of their entities."""

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

    def _learn_roles(self, entity: Entity, m: Mention) -> None:
        """Keep what a mention tells of the person: "Principal Natasha Ortega", "Ortega, the school's principal"."""
        if entity.kind not in ("person", "unknown", "unnamed person") or m.form == "pronoun":
            return
        before, apposed = self._told_before(m)
        window = before + self._told_behind(m) + self._predicate(m)
        entity.parties |= self._parties(m, window)
        # "the **Democrat**" is one of those; of other parties there is no such noun
        entity.roles |= {party.lower() for party in entity.parties} & {"democrat", "republican"}
        entity.countries |= self._countries(m, before)
        lower = self.doc.lower
        for k in window:
            role = self._office_at(k)
            noun = OFFICES.get(self.doc.words[k]) or role_of(lower[k])
            if self.doc.is_possessive(k + 1):
                # "the **governor**'s aide, Ann Lee"
                continue
            if role and (
                k == apposed
                or noun in self.roles
                or noun in KIN
                or noun in NATIONALITIES
                or self.doc.vocabulary.is_title_word(self.doc.words[k])
            ):
                entity.roles.add(role)
                if k == apposed and entity.kind == "unknown" and noun in self.roles:
                    # "the owner, *Jovan*"
                    entity.kind = "person"
                # "Chief Ann Lee of the Dover **Fire** Department"
                behind = office_behind(self.doc, m.core[1]) if k == m.core[0] - 1 else Office()
                entity.offices[role] = entity.offices.get(role, Office()) | office_at(self.doc, k) | behind
                if self._is_past(k):
                    entity.past.add(role)
            entity.words.add(lower[k])
        if m.form == "name":
            entity.roles |= self._in_court(m)
        owner = m.core[0] - 1
        if m.form == "name" and owner > 0 and self.doc.is_possessive(owner):
            # "**Ferrari**'s Al Orr"
            entity.words.add(lower[owner - 1])

    def _in_court(self, m: Mention) -> set[str]:
        """What somebody is who speaks for one side: "Al Orr **KC**", "Al Orr, **prosecuting**, said", "**Defending**, Al Orr said"."""
        behind = m.core[1]
        silk = self.doc.words[behind : behind + 1] != [] and self.doc.words[behind] in _SILKS
        comma = behind + silk
        aside = self.doc.lower[comma + 1 : comma + 2] if self.doc.words[comma : comma + 1] == [","] else []
        opening = self.doc.lower[m.first - 2 : m.first - 1] if m.first > 1 and self.doc.words[m.first - 1] == "," else []
        return {role for word in (*aside, *opening) for role in _IN_COURT.get(word, ())} | ({"barrister"} if silk else set())

    def _told_before(self, m: Mention) -> tuple[list[int], int]:
        """The words before a mention that tell of it, and the noun in apposition: "**Principal** Ortega", "the **bride**, Ann Lee"."""
        lower, tags, sentence = self.doc.lower, self.doc.tags, self.doc.sentence_of
        here = sentence[m.first]
        begin = m.core[0] if m.form == "name" else m.first
        while begin > max(0, m.core[0] - 8) and tags[begin - 1] in "NAEP" and sentence[begin - 1] == here and not self._is_given(begin - 1):
            begin -= 1
        # "who chaired the council **under** President Bush", long ago
        window = list(range(begin, m.core[0])) if lower[begin - 1 : begin] != ["under"] else []
        holder = self._holder_of_field(begin, m.core[0]) if m.form == "name" else -1
        if holder < 0 and m.form == "name" and self._holds_place(begin, m.core[0]):
            # "**mayor** of Ober Ana Reyes"
            holder = begin - 2
        if holder >= 0:
            window = list(range(holder, m.core[0]))
        apposed = -1
        if m.form == "name" and begin > 2 and lower[begin - 1] == "," and sentence[begin - 1] == here:
            apposed = self._apposed_role(begin - 2, m.core[1])
        return ([*window, apposed], apposed) if apposed >= 0 else (window, apposed)

    def _holds_place(self, first: int, last: int) -> bool:
        """Is this where the office before it is held: "mayor of **Ober** Ana Reyes", "envoy to **Syria** Ana Reyes"?"""
        held = first > 1 and self.doc.lower[first - 1] in ("of", "for", "to") and role_of(self.doc.lower[first - 2]) in self.roles
        return held and first < last and is_place(" ".join(self.doc.words[first:last]))

    def _told_behind(self, m: Mention) -> list[int]:
        """The words in apposition behind a mention: "Ortega, **the school's principal**, said"."""
        lower, tags, sentence = self.doc.lower, self.doc.tags, self.doc.sentence_of
        comma = max(m.core[1], m.last if m.form != "name" else m.core[1])
        if lower[comma : comma + 1] != [","] or lower[comma + 1 : comma + 2] in (["but"], ["or"], ["yet"]):
            # "left Ober, **but the president** stayed"
            return []
        end = comma + 1
        while end < len(lower) and end < m.core[1] + 14 and tags[end] in "DOANEZQPC" and sentence[end] == sentence[m.first]:
            end += 1
        whole = end
        while whole < len(lower) and tags[whole] in "DOANEZQPCI" and sentence[whole] == sentence[m.first]:
            whole += 1
        governed = m.first > 0 and tags[m.first - 1] in "IT"
        if any(at < len(lower) and tags[at] in "VXM" for at in (end, whole if governed else end)):
            # "Ortega, school officials said", "Speaking to Ortega, the head of the board said": no apposition
            return []
        if tags[end : end + 1] == ["R"] and tags[end + 1 : end + 2] in (["V"], ["X"]):
            # "I am no stranger to *Ober*, the president also said"
            return []
        if tags[m.core[1] + 1 : m.core[1] + 2] == ["E"] and not any(lower[k] in self.roles for k in range(max(comma + 1, end - 2), end)):
            return []
        if lower[comma + 1 : comma + 2] == ["and"] and lower[end : end + 1] == [","] and tags[end + 1 : end + 2] in (["E"], ["P"]):
            # "Ortega, **and the superintendent**, Bo Chan": the next one's
            return []
        return [*range(comma + 1, end), *self._told_last(end, sentence[m.first])]

    def _told_last(self, at: int, sentence: int) -> range:
        """The last of several things that somebody is, from behind the first: "Ortega, a judge in Ober and **now the dean**, left"."""
        lower, tags, first = self.doc.lower, self.doc.tags, at
        while at < len(lower) and at - first < _OF_OFFICE and tags[at] in "DOANEZQI":
            at += 1
        at += lower[at - 1] != "and"
        if lower[at - 1 : at] != ["and"] or at == len(lower) or self.doc.sentence_of[at] != sentence:
            return range(0)
        at += lower[at] in _TODAY
        end = at
        while end < len(lower) and tags[end] in "DONAE":
            end += 1
        tied = tags[at : at + 1] == ["D"] and end < len(lower) and (tags[end] == "I" or lower[end] == ",")
        return range(at, end) if tied else range(0)

    def _office_at(self, k: int) -> str:
        """The office that this token names, with what makes another of it: "**vice president**", "**attorney general**"; or none."""
        lower = self.doc.lower
        noun = OFFICES.get(self.doc.words[k]) or role_of(lower[k])
        before = _FULL.get(lower[k - 1], lower[k - 1]) if k else ""
        if self.doc.words[k] in CLERICAL and self.doc.tags[k + 1 : k + 2] == ["E"]:
            return CLERICAL[self.doc.words[k]]
        behind = lower[k + 1] if k + 1 < len(lower) else ""
        if (noun == "attorney" and behind == "general") or (noun == "chief" and behind in self.roles):
            # a "**chief** minister" is no chief
            return ""
        other = (before in _SECOND and noun not in _FIRST_AS_WELL) or (before, noun) in _OF_TWO_WORDS
        # "the **shadow** health secretary"
        shadow = "shadow " * ("shadow" in lower[max(self.doc.sentences[self.doc.sentence_of[k]][0], k - _SHADOW) : k])
        return f"{shadow}{before} {noun}" if other else shadow + noun

    def _parties(self, m: Mention, window: Sequence[int]) -> set[str]:
        """Of which party somebody is: "Sen. Ana Reyes, **R-Ohio**", "**Democratic** Rep. Ana Reyes", "Ana Reyes, a **Tory** MP"."""
        words, at = self.doc.words, m.core[1]
        state = words[at + 1] if words[at : at + 1] in ([","], ["("]) and at + 1 < len(words) else ""
        found = {_BY_LETTER[state[0]]} if PARTY_AND_PLACE.match(state) and state[0] in _BY_LETTER else set()
        return found | parties_of(words[k] for k in window)

    def _countries(self, m: Mention, before: Sequence[int]) -> set[str]:
        """Where somebody is from: "**Swede** Al Orr", "**Sweden**'s Al Orr", "Al Orr of **Sweden**"; a description tells it too."""
        lower, behind = self.doc.lower, m.core[1]
        told = [*before, m.core[1] - 1] if m.form != "name" else list(before)
        owner = m.core[0] - 1
        if m.form == "name" and owner > 0 and self.doc.is_possessive(owner):
            told.append(owner - 1)
        if lower[behind : behind + 1] in (["of"], ["from"]):
            told.append(behind + 1 + (lower[behind + 1 : behind + 2] == ["the"]))
        # "the New **Zealander**", but not "New **Mexico**"
        named = (country_of(lower[k]) for k in told if k < len(lower) and (lower[k - 1] != "new" or lower[k].endswith("er")))
        return {country for country in named if country}

    def _is_given(self, k: int) -> bool:
        """Is this token of another's name: "Director **Ana** Reyes cast actor Tom Lund"?"""
        return self.doc.tags[k] == "E" and self.doc.words[k] in first_names()

    def _is_past(self, k: int) -> bool:
        """Is the office that this token names one that somebody held once: "**former** Dover mayor"?"""
        first = k
        while first > 0 and self.doc.tags[first - 1] in "NAEP" and k - first < LONGEST_ROLE:
            first -= 1
        return not _PAST.isdisjoint(self.doc.lower[first:k])

    def _office_of(self, m: Mention) -> str:
        """The office by which a description calls somebody: "the **deputy mayor**"."""
        head = m.core[1] - 1
        return (self._office_at(head) if self.doc.lower[head] == m.head else "") or m.head

    def _offices(self, e: Entity) -> set[str]:
        """What somebody was said to be by trade or office."""
        return {role for role in e.roles if role.rpartition(" ")[2] in self.roles}

    def _apposed_role(self, noun: int, behind: int) -> int:
        """The noun before the comma before a name if it says who that is: "his **son**, Ray Pell", "Dover's **mayor**, Ana Reyes"; else -1.

        `behind` is the token behind the name. But not "the daughter of **a cook**, Vale", "a nurse and **a cook**, Vale".
        """
        tags, lower = self.doc.tags, self.doc.lower
        first = noun
        while first > 0 and tags[first] in "NAEZ" and noun - first < LONGEST_ROLE:
            first -= 1
        owned = "Z" in tags[first:noun]
        before = first - (tags[first] in "DO")
        governed = before >= 0 and (tags[before] in "ITB" or (tags[before] == "C" and lower[first] in ("a", "an")))
        opening = self.doc.sentences[self.doc.sentence_of[noun]][0]
        if lower[first] == "of" and first - 1 == opening and lower[opening] in self.roles:
            # "**Speaker** of Parliament, Ana Reyes"
            return opening
        if governed and (holder := self._holder_of_field(first + 1, noun + 1)) >= 0:
            return holder
        if governed and (head := self._opening_role(opening, noun)) >= 0:
            return head
        if lower[noun] in KIN and tags[first] == "O" and (behind == len(tags) or tags[behind] not in "VXM"):
            # "found by her **daughter**, Ana Reyes", but not "In a letter to his wife, Reyes said"
            governed = False
        office = tags[noun] == "N" or lower[noun] in self.roles
        # "**Dover mayor**, Ana Reyes, said"
        opens = first + (first < opening)
        # but not "**Coach**, Ana Reyes said, is late"
        acts = tags[behind : behind + 1] in (["V"], ["X"], ["M"]) and self.doc.words[behind + 1 : behind + 2] != [","]
        closed = self.doc.words[behind : behind + 1] == [","] or acts
        bare = lower[noun] in self.roles and opens == opening and tags[opens] in "NAE" and closed
        return noun if office and (tags[first] in "DO" or owned or bare) and not governed else -1

    def _opening_role(self, opening: int, last: int) -> int:
        """The office that a sentence opens with, before a comma and a name: "A **nurse** at Dover Clinic, Ana Reyes, said"; -1 for none."""
        tags, lower = self.doc.tags, self.doc.lower
        tie = next((k for k in range(opening, last) if tags[k] not in "DOAQNEZ"), last)
        phrase = tags[opening] == "D" and tags[tie] == "I" and set(tags[tie:last]) <= set("DOANEZIQC")
        return tie - 1 if phrase and role_of(lower[tie - 1]) in self.roles else -1

    def _holder_of_field(self, first: int, last: int) -> int:
        """Whose field these words are: "**Minister** of State for *Climate* Ann Lee", "the **minister** of *finance*, Ann Lee"; else -1."""
        lower, tags = self.doc.lower, self.doc.tags
        held = all(lower[k] == "senator" or role_of(lower[k]) not in self.roles for k in range(first, last))
        at = first - 1
        while held and 0 < at > first - LONGEST_ROLE and (tags[at] in "NAE" or lower[at] in _OF_FIELD):
            if lower[at] in ("of", "for") and lower[at - 1] in _FIELD_HOLDERS:
                return at - 1
            at -= 1
        return -1

    def _predicate(self, m: Mention) -> list[int]:
        """What a name is said to be: "Ortega, 58, **is the mayor**", "Ortega **is the school's principal**"."""
        lower, tags, words = self.doc.lower, self.doc.tags, self.doc.words
        at = m.core[1]
        if words[at : at + 1] == [","] and tags[at + 1 : at + 2] == ["Q"] and words[at + 2 : at + 3] == [","]:
            at += 3
        if lower[at : at + 2] == [",", "who"]:
            # "Ortega, **who is a judge**, said"
            at += 2
        if m.form != "name" or lower[at : at + 1] not in (["is"], ["was"]) or tags[at + 1 : at + 2] not in (["D"], ["O"]):
            return []
        end = at + 2
        while end < len(lower) and (
            tags[end] in "NAEZ" or (lower[end] == "and" and tags[end + 1 : end + 2] == ["D"]) or lower[end - 1] == "and"
        ):
            end += 1
        return list(range(at + 2, end))


def role_of(word: str) -> str:
    """The noun for a role, from its abbreviation: "Gov.", governor."""
    return _ABBREVIATED_ROLES.get(word, word)

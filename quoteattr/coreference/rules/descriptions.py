"""Whom "the principal" and "the 29-year-old" stand for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from attrs import evolve

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.bodies import Bodies
from quoteattr.coreference.rules.offices import Office, office_at
from quoteattr.coreference.rules.pairs import Pairs
from quoteattr.coreference.rules.same_name import differ
from quoteattr.coreference.rules.state import INTRODUCED
from quoteattr.coreference.rules.told import Told
from quoteattr.coreference.rules.weighing import Weighing
from quoteattr.lexicons import lines_of, words_of
from quoteattr.mentions.bodies import is_place
from quoteattr.mentions.mention import KIN, NATIONALITIES, PARTY_MEMBERS, Mention
from quoteattr.mentions.where_from import country_of, parties_of

_EPITHETS = words_of("descriptions.txt", section="epithet")
_KEEP_APART = words_of("descriptions.txt", section="apart")
_OF_THE_EVENT = words_of("descriptions.txt", section="event")
_HELD_BY_ONE = words_of("descriptions.txt", section="one")
_SEATS = words_of("descriptions.txt", section="seat")
_STAFF = words_of("descriptions.txt", section="staff")
_STANDING = words_of("descriptions.txt", section="standing")
_MAY_STAND = words_of("descriptions.txt", section="stands")
_TRADES = words_of("descriptions.txt", section="trade")
_OF_STATE = words_of("descriptions.txt", section="state")
_IN_PARLIAMENT = words_of("descriptions.txt", section="parliament")
#: Who sits in a parliament.
_MEMBERS = frozenset("backbencher frontbencher mep mp msp peer".split())
_LIGHT = words_of("descriptions.txt", section="light") | PARTY_MEMBERS | KIN | NATIONALITIES
_PLAYERS = words_of("descriptions.txt", section="player")
_POSITIONS = words_of("descriptions.txt", section="position")
#: Nouns for one office or trade: a lawyer is an attorney.
_SAME_ROLES = tuple(frozenset(line.split()) for line in lines_of("same_roles.txt"))
#: Nouns for two: "said **the couple**", "**both** said".
_OF_TWO = frozenset("both brothers couple duo newlyweds pair siblings sisters twins two".split())
#: Within how many paragraphs somebody is named who is told of first.
_SOON = 4
#: What a player is called by in the next sentence, as by an age.
_YEARS_OF_SCHOOL = frozenset("freshman sophomore junior senior".split())
#: Words with which a description says who it is.
_APART = frozenset(("other", "another", "second", "third", "'s", "’s"))
#: ... and that somebody was it once.
_PAST = frozenset(("ex", "former"))
#: What somebody is beside the one told of, and how far before the name it may stand.
_BESIDE = frozenset("another colleague counterpart fellow opponent other predecessor rival successor".split())
_BESIDE_REACH = 12
#: Prepositions behind it that do: "the mother **of** one".
_SAYS_WHICH = frozenset(("of", "at", "for", "in", "from", "with"))
#: Nobody is both.
_OPPOSED = frozenset(("republican", "democrat"))
#: Offices of state by which somebody is called who holds no other.
_TAKEN = frozenset(("secretary",))
#: Before whoever passes on a statement, or gets it.
_PASSING = frozenset("by from through to via".split())
#: Who belongs to a team as players do.
_OF_TEAMS = frozenset("boss captain coach manager skipper".split())
#: Offices of which each country has one.
_OF_A_COUNTRY = frozenset("chancellor minister premier president".split())
#: What somebody does who is tried, and what is done to them.
_PLEADING = frozenset("admits admitted denied denies pleaded pleads".split())
_TRIED = frozenset("accused acquitted arraigned charged cleared convicted found indicted jailed remanded sentenced tried".split())
_VERDICT_REACH = 10
#: By which one may be called who leads a body that is named with it, and as what.
_AT_THE_HEAD = frozenset("boss chief head leader president".split())
_HEADS = _AT_THE_HEAD | frozenset("ceo chairman chairwoman commissioner director-general executive general secretary-general".split())
#: How words end that tell of a life: "the **three-time** winner", "the **Dover-born** singer".
_OF_A_CAREER = ("-time", "-born", "-raised", "-educated", "-trained", "-nominated", "-winning", "retired")
_ROLE_MODIFIERS = frozenset("former current late longtime new old".split())


class Descriptions(Weighing, Pairs, Bodies, Told):
    """Gives descriptions their entities."""

    def _nominal(self, i: int, m: Mention) -> Entity | None:
        words = self._words(m)
        definite = self.doc.lower[m.first] in ("the", "this", "that") or self.doc.tags[m.first] == "O"
        country = country_of(m.head) if definite and m.head not in _EPITHETS else ""
        if m.kind == "unnamed person" and country:
            found = self._from_country(i, m, country)
            if found is not None:
                return found
        elif m.kind == "unknown" and definite and m.head not in _PLAYERS:
            # "*Jill Ames*, the bride"
            found = self._by_role(i, m, words)
            if found is not None:
                return found
        elif m.kind == "unnamed person" or (m.kind == "unknown" and definite and m.head in _PLAYERS):
            # "the **tight end**", "the **lock**"
            found = None
            if definite:
                found = self._of_age(i, words) or self._by_role(i, m, words) or self._tried(m) or self._unknown_company(i, m.head)
            if (
                found is None
                and m.head not in _OF_THE_EVENT
                and (m.head in _YEARS_OF_SCHOOL or self._is_parent_of_some(m) or any(w.endswith("-year-old") for w in words))
            ):
                found = self._just_introduced(i, m)
            if found is None and self.doc.lower[m.first] in ("the", "this", "that") and not self._is_somebody_else(m):
                found = self._best(i, m, [e for e in self._lately(i, ("person",)) if not self._is_no_speaker(m, e)])
                if found is not None and self._is_not_called(found, m):
                    found = None
                    del self.chances[i]
            if found is None and definite and not self._is_somebody_else(m):
                found = self._named_soon(i, m)
            if found is not None:
                return found
        if m.kind == "unnamed person":
            return self._nobody_named(m)
        if m.head in _OF_TWO and (definite or m.head == "both") and self._is_pair(i, m):
            return None
        # "one in four" is not the "one in three" before, nor "an analysis" the one of somebody else before
        another = self.doc.tags[m.core[1] - 1] == "Q" or self.doc.lower[m.first] in ("a", "an", "another")
        for e in self._lately(i, (m.kind,)):
            if not another and not e.full and (e.words == words or (definite and m.head in e.words and words <= e.words)):
                return e
        if m.kind == "organization" and definite:
            named = "E" in self.doc.tags[m.first : m.core[1]]
            known = None
            if len(words) == 1:
                known = self._last_organization(i, m.head) or self.organizations.get("the " + m.head) or self._only_club(i, m.head)
            elif not named:
                known = self._only_body(i, m.head)
            if known is None and not named:
                known = self._unknown_company(i, m.head)
            if known is not None:
                return known
        entity = self._new(m.kind)
        entity.words |= words
        return entity

    def _nobody_named(self, m: Mention) -> Entity:
        """Somebody of whom only the description is known."""
        entity = self._new("unnamed person")
        self._learn_gender(entity, m)
        office = self._office_of(m)
        entity.roles.add(office)
        # one town's mayor may be called by its country: "London's mayor", "the British mayor"
        entity.offices[office] = evolve(office_at(self.doc, m.core[1] - 1), places=frozenset())
        entity.words |= self._words(m)
        return entity

    def _words(self, m: Mention) -> set[str]:
        return {w for w in self.doc.lower[m.first : m.core[1]] if w not in ("the", "a", "an", "'s", "’s")}

    def _is_no_speaker(self, m: Mention, e: Entity) -> bool:
        """Does what is told keep this one from being who the description stands for?

        Like *Skip*, of whom only the quoted words tell: ""I told Skip to wait," **the left-hander** said."
        """
        only_quoted = all(self.mentions[k].quoted for k in e.mentions)
        elsewhere = self._office_of(m) in e.roles and self._is_of_elsewhere(m, e)
        another = elsewhere or self._is_opponent(m, e) or self._is_of_another_age(m, e) or self._holds_another_office(m, e)
        return another or only_quoted or self._passes_on(m, e) or self._acts_on(m, e) or _works_for(e, m.head)

    def _passes_on(self, m: Mention, e: Entity) -> bool:
        """Do the words of this one open the sentence for another's: "In a statement by *Bo Lund*, **the governor** said"?"""
        last = self.mentions[e.last]
        first = self.doc.sentences[self.doc.sentence_of[m.first]][0]
        if not first < last.first < m.first or self.doc.tags[first] != "I":
            return False
        opening = self.doc.tags[first : m.first]
        passed = _PASSING.intersection(self.doc.lower[first : last.first])
        return bool(passed) and not any(kind in "VXM" for kind in opening) and self.doc.lower[m.first - 1] == ","

    def _is_of_elsewhere(self, m: Mention, e: Entity) -> bool:
        """Was this one said to be of another place: "the **Vermont** senator" is nobody from Arizona."""
        where = {w.lower() for w in self.doc.words[m.first : m.core[1] - 1] if is_place(w)}
        return bool(where) and where.isdisjoint(e.words) and any(is_place(w.capitalize()) for w in e.words)

    def _is_opponent(self, m: Mention, e: Entity) -> bool:
        """Was this one said to be of another party: *Ana Reyes*, a Labour MP, is not "**the Conservative MP**"?"""
        if not e.parties:
            return False
        parties = parties_of(self.doc.words[m.first : m.core[1]])
        return bool(parties) and parties.isdisjoint(e.parties)

    def _holds_another_office(self, m: Mention, e: Entity) -> bool:
        """Does this one hold an office of that noun for something else: *Ana Reyes*, health minister, is not "**the trade minister**"?

        Nor is *Mayor Ana Reyes* "**the former mayor**".
        """
        office = self._office_of(m)
        held = [e.offices.get(role, Office()) for role in _called_alike(office) & e.roles]
        past = not _PAST.isdisjoint(self._words(m))
        if office in e.roles and office in _HELD_BY_ONE and past != (office in e.past):
            return True
        of_team = m.head in _PLAYERS or m.head in _OF_TEAMS
        return bool(held) and office_at(self.doc, m.core[1] - 1).is_another(reduce(or_, held), of_team=of_team)

    def _acts_on(self, m: Mention, e: Entity) -> bool:
        """Is the object of what this one does a pronoun that may stand for the other: "**the judge** told *her* to sit"?"""
        lower, tags = self.doc.lower, self.doc.tags
        verb = next((k for k in range(m.core[1], min(m.core[1] + 3, len(lower) - 2)) if tags[k] in "VX"), -1)
        word = lower[verb + 1] if verb > 0 else ""
        if word not in ("him", "her") or (word == "her" and tags[verb + 2] in "NE"):
            return False
        return e.gender in (None, "male" if word == "him" else "female")

    def _is_not_called(self, e: Entity, m: Mention) -> bool:
        """Is this one named so far, but not to be called by this noun for standing near?

        Jim Dunn, who was told of, is not "the **lawyer**" of the next sentence; but he may be "the **real estate mogul**", if he is no
        senator, or "the **candidate**", if he is no publisher.
        """
        head = m.head
        if head not in e.roles and any(head in kept and not kept.isdisjoint(e.roles) for kept in (_OPPOSED, _SEATS)):
            return True
        if head in _PLAYERS and "former" in self._words(m) and self._office_of(m) in e.roles - e.past:
            return True
        if self._tells_of_a_life(m):
            return False
        if self._office_of(m) in e.roles or head in PARTY_MEMBERS or head in NATIONALITIES or head.endswith("-year-old"):
            return False
        owner = next((k for k in range(m.first, m.core[1]) if self.doc.is_possessive(k)), 0)
        if owner and self.doc.tags[owner - 1] == "N" and head in _AT_THE_HEAD and self.doc.lower[owner - 1] not in e.words:
            # "the **hawkers'** leader" is no governor
            return True
        whose = office_at(self.doc, m.core[1] - 1).names
        other = frozenset().union(*(held.names | held.places for held in e.offices.values()))
        if whose and other and whose.isdisjoint(other):
            # "the **Bolt** chief executive" is no professor at Dover
            return True
        offices = self._offices(e) - e.past
        if head in _PLAYERS:
            # "the **midfielder**" may be Captain Dunn, but no coach, and no goalkeeper
            return (head in _POSITIONS and not _POSITIONS.isdisjoint(e.roles)) or bool(offices - _PLAYERS - KIN - NATIONALITIES)
        if head in _MEMBERS:
            # "the **Labour MP**" is no chief executive
            return bool(offices - _LIGHT - _IN_PARLIAMENT or e.roles & KIN)
        if head in (_STANDING & _EPITHETS) - _SEATS:
            return bool(offices - _LIGHT or e.roles & KIN) and offices.isdisjoint(_MAY_STAND)
        if head in _TAKEN and not ("former" in self._words(m) or self.doc.lower[m.core[1] : m.core[1] + 2] == ["of", "state"]):
            # "the **health** secretary"
            return True
        if head in _TRADES or head in _TAKEN:
            return not offices.isdisjoint(_OF_STATE)
        return head not in _EPITHETS or (head in _HELD_BY_ONE and bool(offices - _LIGHT))

    def _from_country(self, i: int, m: Mention, country: str) -> Entity | None:
        """Who was said to be from there: "Sweden's *Al Orr* lost. "It was late," **the Swede** said"; else the only one of whom it was not.

        Where there are more of those, nothing tells which.
        """
        people = [
            e
            for e in self._lately(i, ("person", "unknown"))
            if e.full and (e.kind == "person" or len(e.full) > 1) and not differ(m, e) and not self._is_another(m, e, self.mentions[e.last])
        ]
        said = [e for e in people if country in e.countries]
        other = [e for e in people if not e.countries]
        # "Leeds boss *Al Orr* laughed when told of Lund. "Good," **the German** said."
        leader = self.leading.get(m.passage - 1) or self.leading.get(m.passage)
        seen = [(e, self.mentions[e.seen]) for e in other if e.seen >= 0]
        near = [(e, last) for e, last in seen if leader is not None and last.passage == leader.passage]
        about = near[0][0] if len(near) == 1 and near[0][1] is leader else None
        return said[0] if said else other[0] if len(other) == 1 else about

    def _of_age(self, i: int, words: set[str]) -> Entity | None:
        """Whose age was told: "*Lara Moss*, 29, and her manager, Ted Olin, came. "It works," **the 29-year-old** said." """
        ages = _ages(words)
        bearers = [e for e in self._lately(i, ("person",)) if ages & e.words and e.full]
        return bearers[0] if len(bearers) == 1 else None

    def _is_of_another_age(self, m: Mention, e: Entity) -> bool:
        """Was another age told: "Al Orr, 15, left. **The 16-year-old** said"?"""
        ages = _ages(self.doc.lower[m.first : m.core[1]])
        return bool(ages and e.ages) and ages.isdisjoint(e.ages)

    def _tells_of_a_life(self, m: Mention) -> bool:
        """Is it said of somebody who is known: "the **two-time** bowler", "the **Dover-born** rapper", "the **mother of three**"?"""
        return self._is_parent_of_some(m) or any(word.endswith(_OF_A_CAREER) for word in self._words(m))

    def _is_parent_of_some(self, m: Mention) -> bool:
        """ "the **father-of-two**", "the **father of two**" """
        end = m.core[1]
        some = self.doc.tags[end + 1 : end + 2] == ["Q"] and self.doc.lower[end + 1] != "one"
        return "-of-" in m.head or (m.head in KIN and some and self.doc.lower[end] == "of")

    def _just_introduced(self, i: int, m: Mention) -> Entity | None:
        """Who was just named: "One of them is *Travis Hensley*. "It works," **the 29-year-old** says", or **the father-of-two**."""
        paragraph = self.doc.paragraph_of[m.first]
        of_year = m.head in _YEARS_OF_SCHOOL
        people = (
            e
            for e in self._lately(i, ("person",))
            if not (differ(m, e) or self._is_of_another_age(m, e) or (of_year and not _YEARS_OF_SCHOOL.isdisjoint(e.roles)))
        )
        # "Singer *Mia Frey* has spoken of her agony. **The 31-year-old** said"
        new = [e for e in people if e.in_full == 1 and not e.bare and len(e.full) > 1]
        near = [e for e in new if paragraph - self.doc.paragraph_of[self.mentions[e.last].first] <= 1 and not self.mentions[e.last].quoted]
        acting = (e for e in near if self.mentions[e.last].subject)
        return next(acting, None) or next(iter(near), None)

    def _is_somebody_else(self, m: Mention) -> bool:
        """Does a description say who it is, so that it stands for nobody who was only spoken of lately?

        "the **other** judge"; "the **board's** lawyer"; "the mother **of a victim**"; "**A nurse** came. The nurse said".
        """
        lower = self.doc.lower
        inside = lower[m.first : m.core[1]]
        behind = m.core[1]
        of_party = m.head in PARTY_MEMBERS or (m.head in _MEMBERS and parties_of(self.doc.words[m.first : m.core[1]]))
        of_office = not (of_party or m.head in NATIONALITIES or self._tells_of_a_life(m))
        if of_office and m.core[1] - m.first > 2 and all(word[0].isupper() for word in self.doc.words[m.core[1] - 2 : m.core[1]]):
            # "the Dover Police and **Crime Commissioner**" is an office by its full name
            return True
        ties = not _SAYS_WHICH.isdisjoint(lower[behind : behind + 1]) and lower[behind : behind + 2] != ["of", "state"]
        # "the mother **of three**"
        ties = ties and not (lower[behind] == "of" and self.doc.tags[behind + 1 : behind + 2] == ["Q"] and lower[behind + 1] != "one")
        if lower[behind : behind + 1] == ["who"]:
            # "the quiet Republican **who drafted it**"
            return True
        if m.head in _KEEP_APART or m.head in _OF_THE_EVENT or (ties and "former" not in inside) or _is_apart(inside, m.head):
            return True
        near = range(max(0, m.first - INTRODUCED), m.first)
        # the article stands in the sentence of its noun
        return any(
            lower[k] == m.head and not {"a", "an"}.isdisjoint(lower[max(k - 3, self.doc.sentences[self.doc.sentence_of[k]][0]) : k])
            for k in near
        )

    def _by_role(self, i: int, m: Mention, words: set[str]) -> Entity | None:
        """Whom a role stands for: "the principal", "the Vermont senator"."""
        office = self._office_of(m)
        same = _called_alike(office)
        bodies = {self.doc.lower[k] for k in range(m.first, m.core[1] - 1) if self.doc.tags[k] == "E" and not is_place(self.doc.words[k])}
        # "Labour leader Ann Hill spoke. **The Labour chief** said"
        heads = _HEADS if bodies and office in _AT_THE_HEAD else frozenset()
        lately = self._lately(i, ("person", "unnamed person", "unknown"))
        near = [e for e in lately if e.roles & same or (e.roles & heads and bodies <= e.words)]
        # "**Congressman** Ann Hill spoke. **The congressman** said": who is called so, man or woman
        matching = [
            e for e in near if not ((differ(m, e) and m.head not in e.roles) or self._is_opponent(m, e) or self._holds_another_office(m, e))
        ]
        if bodies and not any(bodies & e.words for e in matching):
            # "Red Bull driver Al Orr beat *Ferrari's Bo Lund*. **The Ferrari driver** said"
            owned = [e for e in self._lately(i, ("person", "unknown")) if e.full and bodies <= e.words]
            matching = owned if len(owned) == 1 and near else matching
        if not matching or _is_apart(words, m.head) or not _BESIDE.isdisjoint(words):
            return None
        extra = words - {m.head} - _ROLE_MODIFIERS
        where = {w.lower() for w in self.doc.words[m.first : m.core[1] - 1] if is_place(w)}
        if m.head in PARTY_MEMBERS:
            # "the Wisconsin Republican" is none of those who were not said to be from there
            matching = [e for e in matching if where <= e.words]
        elif where:
            matching = [e for e in matching if not self._is_of_elsewhere(m, e)]
        elif m.head in _OF_A_COUNTRY:
            # "President *Ana Reyes* met French President Al Orr. **The president** said": who has no country named is the one of this one
            matching = [e for e in matching if not e.countries] or matching
        if not matching:
            return None
        # "Mayor *Ana Reyes* met former Mayor Bo Hill. **The mayor** said": who is it now comes first
        past = "former" in words
        if past and m.head in _PLAYERS and not any(office in e.past for e in matching):
            # "the former **opener**" does not play any more
            return None
        matching = [e for e in matching if past == (office in e.past)] or matching
        fit = {id(e): self._fit(m, e, office, extra) for e in matching}
        best = max(fit.values())
        return self._latest(m, [e for e in matching if fit[id(e)] == best])

    def _tried(self, m: Mention) -> Entity | None:
        """Who "**the defendant**" is: the only one of whom it was told that they were charged or convicted, or pleaded."""
        if m.head != "defendant":
            return None
        tried = [e for e in self.entities if e.kind == "person" and any(self._is_on_trial(self.mentions[k]) for k in e.mentions)]
        return tried[0] if len(tried) == 1 and not differ(m, tried[0]) else None

    def _is_on_trial(self, m: Mention) -> bool:
        """Is this one the subject of what happens to a defendant: "*Al Orr*, 42, **was convicted** of theft", "*Orr* **denied** it"?"""
        if not m.subject or m.quoted:
            return False
        lower, tags = self.doc.lower, self.doc.tags
        end = min(self.doc.sentences[self.doc.sentence_of[m.first]][1], m.core[1] + _VERDICT_REACH)
        for k in range(m.core[1], end):
            if tags[k] in "UW" or (tags[k] == "E" and tags[k - 1] not in "CE,"):
                return False
            if tags[k] == "V":
                return lower[k] in _PLEADING
            if tags[k] == "P":
                return lower[k] in _TRIED and tags[k - 1] in "XR"
        return False

    def _fit(self, m: Mention, e: Entity, office: str, extra: set[str]) -> tuple[bool, int]:
        """How well the words of a description fit this one."""
        # "**A judge** ruled. Justice *Ana Reyes* wrote that it was late. The judge ...": named is as good as called so
        return office in e.roles or (e.full != () and m.head not in _KEEP_APART), len(extra & e.words)

    def _latest(self, m: Mention, alike: list[Entity]) -> Entity | None:
        """Of those who are called so the one who was told of last; if that is one sentence, its subject; of two joint subjects neither.

        "*Sen. Roe* criticised *Sen. Dow*. "No," **the senator** said"; but not "Sen. Roe and Sen. Dow met. "No," **the senator** said".
        """
        latest = max(alike, key=lambda e: e.last)
        if latest is self.speaker or latest.seen < 0:
            return latest
        here = self.doc.sentence_of[self.mentions[latest.seen].first]
        seen = sorted(e.seen for e in alike if e.seen >= 0 and self.doc.sentence_of[self.mentions[e.seen].first] == here)
        if len(seen) == 1:
            return latest
        between = range(self.mentions[seen[-2]].core[1], self.mentions[seen[-1]].first)
        if "and" in self.doc.lower[between.start : between.stop] and all(self.doc.tags[at] in ",CDENOZA" for at in between):
            return self._nobody_named(m)
        acting = [k for k in seen if self.mentions[k].subject]
        return self.of[acting[0]] if len(acting) == 1 else latest

    def _named_soon(self, i: int, m: Mention) -> Entity | None:
        """The one who is named with this office in the next paragraphs: "**The mayor** called it late. ... *Mayor Ana Reyes* said"."""
        bearers = self.by_office.get(self._office_of(m), [])
        if len(bearers) != 1 or bearers[0].first < i or differ(m, bearers[0]) or m.head in KIN or m.head in PARTY_MEMBERS:
            return None
        ahead = self.doc.paragraph_of[self.mentions[bearers[0].first].first] - self.doc.paragraph_of[m.first]
        if ahead > _SOON or self._holds_another_office(m, bearers[0]) or self._named_beside(i, bearers[0]):
            return None
        return bearers[0]

    def _named_beside(self, i: int, e: Entity) -> bool:
        """Is who is named later not the one described here: "The senator said *he* would. His **colleague**, Sen. *Ann Lee*, would not"?"""
        named = self.mentions[e.first]
        opening = self.doc.sentences[self.doc.sentence_of[named.first]][0]
        if not _BESIDE.isdisjoint(self.doc.lower[max(opening, named.first - _BESIDE_REACH) : named.core[0]]):
            return True
        here = self.doc.paragraph_of[self.mentions[i].first]
        between = (m for m in self.mentions[i + 1 : e.first] if m.form == "pronoun" and not m.quoted)
        genders = {m.gender for m in between if m.gender is not None and self.doc.paragraph_of[m.first] == here}
        return e.gender is not None and genders != set() and e.gender not in genders


def _is_apart(words: Iterable[str], head: str) -> bool:
    """Do these words say that it is another: "the **second** judge", but not "the **second** baseman"?"""
    return head != "baseman" and not _APART.isdisjoint(words)


def _called_alike(office: str) -> set[str]:
    """The nouns by which whoever holds this office may be called: a lawyer is an attorney."""
    return {office}.union(*(group for group in _SAME_ROLES if office in group))


def _ages(words: Iterable[str]) -> set[str]:
    """The ages that words tell: "the **29-year-old**"."""
    return {word.partition("-")[0] for word in words if word.endswith("-year-old")}


def _works_for(e: Entity, head: str) -> bool:
    """Does this one work for whoever is called so: Bo Lund, a campaign manager, for "the **candidate**"?"""
    return head in _STANDING and not e.roles.isdisjoint(_STAFF)

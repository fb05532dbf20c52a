"""Who are the several that speak with one voice? A source is read member by member where "and" joins its members.

==========  ========================================================================
joined      **Jo Lind** and **the sheriff, Ana Reyes**, said
listed      **Al Fitch, 44, Dana Bell, a nurse**, and **others** said
named       Two commissioners, **Fitch** and **Bell**, said
==========  ========================================================================
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from quoteattr.mentions.given_names import HONORIFICS, first_names
from quoteattr.mentions.mention import Mention, kind_of_noun, singular
from quoteattr.mentions.sources import read_one
from quoteattr.text.document import Document, TokenRange, is_field
from quoteattr.text.readings import is_mostly_common_word
from quoteattr.text.tags import FINITE, PAUSES

_RELATIVES = frozenset(("who", "whose", "which"))
_JOINING = frozenset(("and", "&", "nor"))
_SOMEBODY = frozenset(("unnamed person", "group", "organization", "document"))
_BODIES = frozenset(("organization", "place"))
#: Words that stand for several by themselves.
_OTHERS = frozenset(("others", "colleagues"))
_TWO = 2
#: Within how many words whoever speaks is named again.
_NEAR = 1000
#: Who have one surname for the most part.
_FAMILY = frozenset("brothers children couple cousins daughters newlyweds parents siblings sisters sons spouses twins".split())


def read_source(doc: Document, first: int, last: int, named: Sequence[Mention]) -> list[Mention]:
    """The mentions that a source consists of: one as a rule, several for joint speakers.

    `named` are the names of the document that lie in its range.
    """
    closed = first < last and doc.words[last - 1] == ","
    while first < last and doc.words[last - 1] in ",;:":
        last -= 1
    first = _behind_group(doc, first, last)
    source = _Coordination(doc, named, closed=closed)
    if not _JOINING.isdisjoint(doc.lower[first:last]):
        source.read(first, last)
    if not source.joined:
        return [_one_of(doc, first, last) or read_one(doc, first, last, named)]
    found = [source.one(*member) for member in source.members]
    shared = _office_before(doc, found[0]) or source.shared
    for mention in found:
        mention.shared = shared
    return found


def share_surname(doc: Document, found: Sequence[Mention], surnames: Container[str]) -> None:
    """Give the surname of one joint speaker to whom stands before by a first name: "**Dana** and Al Ober", "**Al**, Dana and Tim Ober".

    `surnames` are those of the document. Not "**Clinton** and Tim Kaine": who is called so before has a surname of their own.
    """
    for one, other in reversed(list(pairwise(found))):
        word = doc.words[one.core[0]]
        beside = other.core[0] == one.core[1] + 1 and doc.lower[one.core[1]] in (",", "and", "&")
        family = _is_of_family(doc, one)
        full = len(other.name) == 2 and ((other.kind == "person" and other.name[0] in first_names()) or family)
        alone = one.core[1] - one.core[0] == len(one.name) == 1 and word in first_names() and (family or not one.honorific)
        if beside and full and alone and word not in surnames and word not in doc.words[: one.first]:
            one.name, one.head, one.kind = (word, other.name[1]), other.head, "person"


def _is_of_family(doc: Document, one: Mention) -> bool:
    """Is it said of somebody that those named together are of one family: "brothers **Al** and Tim Ober", "the sisters, **Ann** and Jo"?"""
    before = one.core[0] - 1
    return before >= 0 and doc.lower[before - (before > 0 and doc.lower[before] == ",")] in _FAMILY


def _behind_group(doc: Document, first: int, last: int) -> int:
    """Where those begin who are named as examples of a group: "residents such as **Al Fitch**"; the group's first token else."""
    lower, tags = doc.lower, doc.tags
    at = next((i for i in range(first + 1, last - 1) if tags[i] not in "DOQNAE" or lower[i] in ("such", "like")), first)
    at += lower[at : at + 2] == ["such", "as"]
    return at + 1 if at > first and lower[at] in ("as", "like") and tags[at + 1] == "E" else first


def _one_of(doc: Document, first: int, last: int) -> Mention | None:
    """The mention that is one of two, and the text does not say which: "**Fitch or Bell**"."""
    at = next((i for i in range(first, last - 1) if doc.tags[i] != "E" and doc.lower[i] != "either"), first)
    if at == first or doc.lower[at] != "or" or doc.tags[at + 1] != "E":
        return None
    return Mention(first, last, "nominal", "unknown", doc.lower[last - 1], core=(first, last))


def _office_before(doc: Document, one: Mention) -> TokenRange | None:
    """The office before the first of several that is all of theirs: "**Council members** Al Fitch and Dana Bell"."""
    office = doc.words[one.core[0] - 1]
    several = office in doc.vocabulary.title_words or kind_of_noun(office.lower(), doc.vocabulary.roles) == "group"
    plural = office.rstrip(".").endswith("s") and several
    return (one.first, one.core[0]) if one.form == "name" and one.first < one.core[0] and plural else None


class _Coordination:
    """The members of one source, gathered from left to right, piece by piece between its commas."""

    def __init__(self, doc: Document, named: Sequence[Mention], *, closed: bool) -> None:
        self.doc = doc
        self.named = named
        #: Does a comma stand behind it all, as behind an aside?
        self.closed = closed
        self._read: dict[TokenRange, Mention] = {}
        self.members: list[TokenRange] = []
        #: What is said of all of them together: "**two commissioners**", if anything is.
        self.shared: TokenRange | None = None
        #: Did "and" come before a member?
        self.joined = False

    def read(self, first: int, last: int) -> None:
        """Gather the members of the source in this range of tokens."""
        if first + 1 < last and self.doc.lower[first] in ("both", "neither"):
            first += 1
        if first + 3 < last and self.doc.tags[first : first + 4] == ["N", "C", "N", "E"]:
            # "**father and son** Al and Tim Ober"
            first += 3
        pieces = self._pieces(first, last)
        relative = holding = False
        for number, (begin, end) in enumerate(pieces):
            joins = number > 0 and self.doc.lower[begin] in _JOINING and begin + 1 < end
            parts = self._parts(begin + joins, end, listed=number > 0)
            acts = joins and self.doc.tags[begin + 1] in FINITE
            relative = (relative or self.doc.lower[begin] in _RELATIVES) and (acts or not joins)
            if relative:
                # "Al Fitch, **who lost his job, his house and his car**"; "Dana Bell, **who lives in Dover, and has a son**"
                self._go_on(end)
            elif holding and all(self._is_body_too(part) for part, _ in parts):
                # "Al Fitch, **partner in Ober Foods, Dover Bakery, and Thai Kitchen**"
                self._go_on(end)
            elif number and not joins and self._is_aside(parts):
                holding = self._holds_office(begin, end)
                if number == len(pieces) - 1 and self.joined and self._is_several(begin, end):
                    self.shared = begin, end
                self._go_on(end)
            elif joins and not self._is_member(*parts[0]):
                self._go_on(end)
            else:
                self.members += parts
                self.joined = self.joined or joins or len(parts) > 1
        self._name_all(pieces[0])

    def _holds_office(self, first: int, last: int) -> bool:
        """Is it an office with the name of where it is held: "**partner in Ober Foods**"?"""
        tie = next((i for i in range(first, last) if self.doc.tags[i] == "I"), last)
        return first < tie < last - 1 and self.doc.lower[tie - 1] in self.doc.vocabulary.roles and self.doc.tags[last - 1] == "E"

    def _is_body_too(self, first: int) -> bool:
        """Does a name begin here that has no first name and no title?"""
        word = self.doc.words[first]
        title = word in HONORIFICS or self.doc.vocabulary.is_title_word(word) or word in first_names()
        return self.doc.tags[first] == "E" and not title

    def _name_all(self, first: TokenRange) -> None:
        """Where the first piece is what several are, let the names behind it be theirs: "**Two commissioners**, Fitch and Bell"."""
        others = [self.one(*member) for member in self.members[1:]]
        group = self.one(*first)
        if len(others) < 2 or group.form != "nominal" or group.kind != "group" or any(one.form != "name" for one in others):
            return
        if group.core[1] < first[1]:
            # "attorneys for the two men, **Al Fitch and Dana Bell**": whose names are they?
            self.joined = False
        elif self._is_several(*first):
            self.shared, self.members = first, self.members[1:]

    def one(self, first: int, last: int) -> Mention:
        """Somebody, read from a stretch of the source."""
        if (first, last) not in self._read:
            self._read[first, last] = read_one(self.doc, first, last, self.named)
        return self._read[first, last]

    def _go_on(self, end: int) -> None:
        """Let the last member go on to this token."""
        if self.members:
            self.members[-1] = self.members[-1][0], end

    def _pieces(self, first: int, last: int) -> list[TokenRange]:
        """What stands between the commas and dashes of a range, outside names and brackets."""
        doc = self.doc
        found = []
        begin, depth = first, 0
        for i in range(first, last):
            depth += (doc.words[i] in "([") - (doc.words[i] in ")]")
            if doc.words[i] in PAUSES and not depth and not self._in_name(i):
                if begin < i:
                    found.append((begin, i))
                begin = i + 1
        if begin < last:
            found.append((begin, last))
        return found

    def _in_name(self, at: int) -> bool:
        """Is this token part of a name or of fields: "Food **and** Drug Administration", "Minister for Families **and** Schools"?"""
        return self.doc.joins_fields(at) or any(m.core[0] <= at < m.core[1] for m in self.named)

    def _parts(self, first: int, last: int, *, listed: bool) -> list[TokenRange]:
        """The members that "and" joins in a piece; the piece itself if it joins none."""
        doc = self.doc
        # "police **and** crime commissioner" is one noun
        joining = [i for i in range(first + 1, last - 1) if doc.lower[i] in _JOINING and doc.tags[i] != "N" and not self._in_name(i)]
        if not joining or doc.tags[first] in "IWGPS":
            return [(first, last)]
        ends = [first - 1, *joining, last]
        parts = [(one + 1, other) for one, other in pairwise(ends)]
        if any(begin == end for begin, end in parts):
            return [(first, last)]
        if len(parts) > _TWO and set(doc.tags[slice(*parts[0])]) == {"E"} and not self._is_joined(*parts[:2], listed=listed):
            # "**Ober and Dover councillors Al Fitch** and Dana Bell"
            parts[:2] = [(first, parts[1][1])]
        return parts if all(self._is_joined(one, other, listed=listed) for one, other in pairwise(parts)) else [(first, last)]

    def _is_joined(self, left: TokenRange, right: TokenRange, *, listed: bool) -> bool:
        """Do two parts beside "and" speak each for themselves?

        Not "a lawyer for **Fitch and Bell**", "**actor and director** Al Fitch", "**police and fire** officials".
        """
        if not (self._is_member(*left) and self._is_member(*right)):
            return False
        doc = self.doc
        one, other = self.one(*left), self.one(*right)
        before = other.core[0] - 1
        titled = other.form == "name" and before >= right[0] and doc.tags[before] in "NA" and doc.words[before][0].islower()
        if titled and one.kind in ("unnamed person", *_BODIES):
            # "**actor and director** Al Fitch", "**Fox News and former CNN** anchor Al Fitch"
            return False
        field = one.form == "name" and one.kind == "unknown" and len(one.name) == 1
        department = field and is_mostly_common_word(one.name[0]) and other.honorific and before > right[0]
        # "**Dover Planning and Zoning** Director Al Fitch"
        # "Ober and Dover **councillors** Al Fitch and Dana Bell"
        held = not doc.vocabulary.roles.isdisjoint((doc.lower[before], singular(doc.lower[before])))
        office = one.form == other.form == "name" and held and before > right[0]
        both = office and is_field(doc.words[right[0]]) and is_field(one.name[-1])
        if department or both or (field and titled and is_field(one.name[0])):
            # "**Water and Sewer** Superintendent Al Fitch", "**Devolution and Relations** committee chairman Al Fitch"
            return False
        if office and other.name[1:] and self._names_one_body(one, right[0], before):
            return False
        of_two = one.kind == "person" and one.core[1] < left[1] and doc.tags[one.core[1]] == "I"
        if of_two and other.kind in _BODIES and doc.tags[right[0]] == "E":
            # "Al Fitch of **Hereford and Worcester** Fire Service"
            return False
        if one.form == "name":
            # "Clinton and **Obama officials**", "Acme and **union officials**"
            bare = other.form == "nominal" and doc.tags[right[0]] in "EN" and right[1] - right[0] > 1
            # "**Trinidad and Tobago's** minister Dana Bell"
            owning = (
                one.kind in (*_BODIES, "unknown") and len(one.name) == 1 and doc.is_possessive(right[0] + 1) and other.core[0] > right[0]
            )
            # "Ohio and **Dana Bell**"
            return not (bare or owning) and (one.kind != "place" or other.kind == "place")
        if one.form == "pronoun":
            return True
        tied = one.core[1] < left[1]
        if other.form == "nominal" and not listed and not self._is_determined(left, right):
            return False
        if doc.lower[left[0]] in ("a", "an") and other.form == "name" and not other.honorific:
            # "won **a state and Cruz** said"
            return False
        return not tied

    def _names_one_body(self, one: Mention, first: int, office: int) -> bool:
        """Does a name go on here as that of a body whose officer follows: "**Devon and Cornwall Police** spokesman Al Fitch"?

        Its first word stands for nobody near, as "Clinton" does in an article with "**Clinton** and Ohio governor Al Fitch".
        """
        doc = self.doc
        capitals = doc.tags[first] == "E" and all(doc.tags[i] in "EN" or doc.lower[i] == "of" for i in range(first, office))
        short = len(one.name) == 1 or one.kind != "person"
        # "Dumfries and Galloway **MP** Al Fitch"
        noun = doc.words[office][0].islower() or doc.words[office].isupper()
        near = range(max(0, first - _NEAR), min(len(doc), first + _NEAR))
        called = (at for at in near if doc.words[at] == one.name[-1] and at != one.core[1] - 1 and "E" not in doc.tags[at + 1 : at + 2])
        return capitals and short and noun and next(called, None) is None

    def _is_member(self, first: int, last: int) -> bool:
        """May this be somebody for himself: a name, a pronoun, "**the sheriff**", "**her colleagues**", "**prosecutors**"?"""
        doc = self.doc
        one = self.one(first, last)
        if one.form == "nominal":
            kind = kind_of_noun(one.head, doc.vocabulary.roles)
            determined = doc.tags[first] == "O" or (doc.tags[first] == "D" and kind in _SOMEBODY)
            return determined or kind == "group" or one.head in _OTHERS
        # "**Mr.** and Mrs. Ober"
        title = last - first == 1 and doc.words[first] in HONORIFICS
        return one.form == "pronoun" or (not title and (one.core[0] > first or doc.tags[first] == "E"))

    def _is_determined(self, *parts: TokenRange) -> bool:
        """Has each its own article or number: "**the** mayor and **two** officers"?"""
        return all(self.doc.tags[first] in "DOQ" for first, _ in parts)

    def _is_several(self, first: int, last: int) -> bool:
        """Is it what several people are: "**two commissioners**", "**the report's authors**", "**both Democrats**"?"""
        doc = self.doc
        one = self.one(first, last)
        return one.form == "nominal" and doc.tags[first] in "DOQ" and one.kind == "group"

    def _is_aside(self, parts: list[TokenRange]) -> bool:
        """Does a piece behind a comma only say more of the last member: her age, her name, her office?"""
        doc = self.doc
        first, last = parts[0]
        before = self.one(*self.members[-1])
        if doc.tags[first] in "QIWGPS" or not self._is_member(first, last):
            return True
        one = self.one(first, last)
        if one.form == "name":
            if before.form == "nominal":
                # "the sheriff, **Ana Reyes**", but "prosecutors, **Ana Reyes** and others"
                return before.kind != "group" and len(parts) == 1
            return before.kind == "person" and one.kind in _BODIES and len(parts) == 1
        if before.form == "nominal":
            return doc.lower[first] in ("a", "an") or doc.tags[first] == "O"
        # "Al Fitch, **his partner and a former nurse**, said"
        both = self.closed and all(self.one(*part).kind == "unnamed person" for part in parts)
        return len(parts) == 1 or doc.tags[first] != "O" or (both and before.kind == "person")

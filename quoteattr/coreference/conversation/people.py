"""The people of a story, and what it tells of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, field

from quoteattr.mentions.given_names import Gender
from quoteattr.mentions.mention import Mention

#: From which share of the pronouns behind a name on it is likelier of their gender.
_LIKELY = 0.75


@define(slots=True, eq=False)
class Person:
    """Somebody in a story."""

    #: The mentions that name or describe the person, by index.
    mentions: list[int]
    #: How many of them are names.
    names: int = 0
    gender: Gender | None = None
    #: The pronouns that come next behind the name, where the name tells no gender.
    pronouns: Counter[Gender] = field(factory=Counter)
    #: How often somebody calls the person by name, tags a quotation with a mention, or makes one a subject.
    called: int = 0
    tagged: int = 0
    acting: int = 0
    narrator: bool = False
    #: Does a title tell that it is a person: "Mrs. Lowe"?
    titled: bool = False

    def fits(self, gender: Gender) -> str:
        """Is the person of this gender: yes, likely, open, unlikely or no?

        >>> Person([0], gender="female").fits("female"), Person([0]).fits("female")
        ('yes', 'open')
        """
        if self.gender is not None:
            return "yes" if self.gender == gender else "no"
        all_of_them = self.pronouns.total()
        share = (self.pronouns[gender] + 0.5) / (all_of_them + 1)
        return "likely" if share >= _LIKELY else "unlikely" if share <= 1 - _LIKELY else "open"


def people(mentions: Sequence[Mention], chains: Sequence[Sequence[int]]) -> list[Person]:
    """Everybody who is named or described, with the genders that names, nouns and pronouns tell."""
    found = []
    for group in _groups(mentions, chains):
        genders = Counter(g for i in group if (g := mentions[i].gender) is not None)
        names = sum(mentions[i].form == "name" for i in group)
        titled = any(mentions[i].honorific for i in group)
        found.append(Person(group, names, genders.most_common(1)[0][0] if genders else None, titled=titled))
    of = {i: person for person in found for i in person.mentions}
    before: tuple[int, Person] | None = None
    for i, m in enumerate(mentions):
        if m.quoted:
            continue
        if i in of:
            of[i].acting += m.subject
        if m.form == "name":
            before = (m.passage, of[i]) if i in of and of[i].gender is None else None
        elif m.form == "pronoun" and m.gender is not None and before is not None:
            if m.passage - before[0] <= 1:
                before[1].pronouns[m.gender] += 1
            before = None
    return found


def _groups(mentions: Sequence[Mention], chains: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The names and descriptions of each person: a chain with a name, or all descriptions with the same noun."""
    described: dict[str, list[int]] = {}
    for chain in chains:
        told = [i for i in chain if mentions[i].form != "pronoun"]
        kinds = {mentions[i].kind for i in told if mentions[i].form == "name"}
        if kinds and not kinds <= {"organization", "place"}:
            yield told
        elif not kinds:
            for i in told:
                if mentions[i].kind in ("unnamed person", "group"):
                    described.setdefault(mentions[i].head, []).append(i)
    for group in described.values():
        yield sorted(group)

"""Whom mentions stand for."""

from __future__ import annotations

from attrs import define, field

from quoteattr.coreference.rules.offices import Office
from quoteattr.mentions.given_names import Gender

#: An age has fewer figures.
_LONGEST_AGE = 4


@define(slots=True, eq=False)
class Entity:
    """Somebody or something that mentions stand for, while the chains are being built."""

    kind: str
    full: tuple[str, ...] = ()
    #: "jr" or "iii" where the name says so.
    generation: str = ""
    gender: Gender | None = None
    #: Does a name, a title or a noun tell the gender, and not only the pronouns that were taken to mean this one?
    gender_sure: bool = False
    #: Was a pronoun surely this one's?
    called: bool = False
    mentions: list[int] = field(factory=list)
    #: Nouns for what the person is: principal, senator.
    roles: set[str] = field(factory=set)
    #: What these are for and whose they are, where that is told: "health", of a health minister.
    offices: dict[str, Office] = field(factory=dict)
    #: Those of the roles that the person once was: "former senator".
    past: set[str] = field(factory=set)
    #: Where the person was said to be from.
    countries: set[str] = field(factory=set)
    #: Of which party: Democrat, Labour.
    parties: set[str] = field(factory=set)
    #: All words used beside the roles: vermont, former.
    words: set[str] = field(factory=set)
    #: The last mention, and the last one outside quotations.
    last: int = -1
    seen: int = -1
    #: How often it was called by the surname alone, and by the full name.
    bare: int = 0
    in_full: int = 0
    #: The first mention that is surely this one's.
    first: int = 0

    @property
    def ages(self) -> set[str]:
        """The numbers told beside the name that may be an age: "Ann Lee, **41**, said"."""
        return {word for word in self.words if word.isdecimal() and len(word) < _LONGEST_AGE}

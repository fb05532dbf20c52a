"""Whom mentions stand for."""

from __future__ import annotations

from attrs import define, field

from quoteattr.mentions.names import Gender


@define(slots=True, eq=False)
class Entity:
    """Somebody or something that mentions stand for, while the chains are being built."""

    kind: str
    full: tuple[str, ...] = ()
    #: "jr" or "iii" where the name says so.
    generation: str = ""
    gender: Gender | None = None
    mentions: list[int] = field(factory=list)
    #: Nouns for what the person is: principal, senator.
    roles: set[str] = field(factory=set)
    #: All words used beside the roles: vermont, former.
    words: set[str] = field(factory=set)
    last: int = -1
    #: How often it was called by the surname alone.
    bare: int = 0
    #: The first mention that is surely this one's.
    first: int = 0

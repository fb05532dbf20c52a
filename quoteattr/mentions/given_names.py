"""First names, and what stands before a name: honorifics and epithets."""

from __future__ import annotations

from functools import cache
from typing import Literal

from quoteattr.lexicons import lines_of, sets_of, words_of

Gender = Literal["female", "male"]

HONORIFICS = words_of("roles.txt", section="honorific")
#: What somebody may be called before the name: "**Poor** Basil", "**Darling** Jock".
EPITHETS = frozenset("Darling Dearest Little Old Poor Sweet Young".split())


@cache
def first_names() -> dict[str, Gender | None]:
    """First names, each with the gender that mostly bears it; None for both."""
    genders: dict[str, Gender | None] = {}
    for name in lines_of("first_names.txt", section="female"):
        genders[name] = "female"
    for name in lines_of("first_names.txt", section="male"):
        genders[name] = "male"
    for name in lines_of("first_names.txt", section="both"):
        genders[name] = None
    return genders


def full_forms() -> dict[str, frozenset[str]]:
    """Short first names and what they may stand for: Bill, William."""
    return sets_of("nicknames.txt")

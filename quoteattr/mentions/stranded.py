"""Whom a sentence opens with where what comes between that one and the verb has no closing comma.

"**Ortega**, speaking at the school said"; "**Ortega** while addressing parents said"; "**Dr Ortega** at a meeting in Dover, Kent said".
"""

from __future__ import annotations

from quoteattr.mentions.mention import kind_of_noun
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.text.tags import FINITE, PAUSES

_MEANWHILE = frozenset("when whilst while".split())
_WHERE = frozenset("at in near".split())


def stranded_subject(phrases: NounPhrases, near: int, *, governed: bool) -> int | None:
    """Where the one begins whom the sentence opens with, if no verb comes before the phrase at `near`, the nearest before a verb.

    `governed` says whether that phrase belongs to what stands before it ("at **the school**") and cannot be the subject.
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    first = _behind_day(phrases)
    last = phrases.by_start.get(first, near)
    if last >= near - 1 or not _is_someone(phrases, first, last):
        return None
    if lower[last] == "who" and tags[near - 1] == "C" and lower[near] in phrases.passage.vocabulary.roles:
        # "**Dr Ortega** who doubles as principal and coach said"
        return first if sum(kind in FINITE for kind in tags[last:near]) == 1 else None
    while lower[last] in ("of", "for") and last + 1 in phrases.by_start:
        # "**The minister for schools**, Natasha Ortega, when meeting parents said"
        last = phrases.by_start[last + 1]
    if last >= near - 1:
        return None
    if lower[last] == "," and tags[last + 1] == "E":
        # "**The principal, Natasha Ortega** while addressing parents said"
        last = phrases.by_start.get(last + 1, last)
    aside = last + (lower[last] == ",")
    meanwhile = lower[aside] in _MEANWHILE and tags[aside + 1] == "G"
    likened = lower[aside] == "as"
    if not (meanwhile or tags[aside] in "ITG") or likened or (tags[aside] == "G" and aside == last):
        return None
    end = near if governed else near - 1
    if any(tags[i] in FINITE or tags[i] in "KkSW.;:" or lower[i] in PAUSES for i in range(aside + meanwhile, end)):
        return None
    return first if governed or _is_farther_place(phrases, near) else None


def _behind_day(phrases: NounPhrases) -> int:
    """Where the sentence begins behind its conjunction and day: "But **on Monday, Ortega**"."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    first = 0
    while first < len(tags) and tags[first] in "CR":
        first += 1
    day = first + (tags[first : first + 1] == "I")
    last = phrases.by_start.get(day, 0)
    return last + 1 if last and lower[last : last + 1] == [","] and phrases.is_time(day, last) else first


def _is_someone(phrases: NounPhrases, first: int, last: int) -> bool:
    passage = phrases.passage
    if phrases.is_time(first, last):
        return False
    return passage.tags[last - 1] == "E" or kind_of_noun(passage.lower[last - 1], passage.vocabulary.roles) != "unknown"


def _is_farther_place(phrases: NounPhrases, near: int) -> bool:
    """Is this only where a place is: "in Dover, **Kent**"?"""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    place = phrases.by_end.get(near - 1, 0)
    return lower[near - 1] == "," and tags[near] == "E" == tags[near - 2] and place > 0 and lower[place - 1] in _WHERE

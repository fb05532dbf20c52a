"""May two names be one person's?"""

from __future__ import annotations

import unicodedata

from quoteattr.coreference.entity import Entity
from quoteattr.mentions.given_names import first_names, full_forms
from quoteattr.mentions.mention import Mention
from quoteattr.mentions.names import GENERATIONS, NUMBERS, SUFFIXES, is_initial
from quoteattr.text.tags import NAME_PARTICLES

_VOWELS = frozenset("aeiouy")


def plain(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without what may follow it: "Jr.", "M.D.", but not the "II" of a product."""
    if len(name) == 2 and name[1] in NUMBERS and name[0] not in first_names():
        return name
    return tuple(w for w in name if w not in SUFFIXES and w != ",")


def generation(name: tuple[str, ...]) -> str:
    """What tells a father from a son of one name: "jr", "iii"; empty where nothing does."""
    return next((w.rstrip(".").lower() for w in name if w in GENERATIONS), "")


def with_particle(name: tuple[str, ...]) -> tuple[str, ...]:
    """The surname of a full name, if it begins with a particle: "**von der Leyen**", of Ursula von der Leyen; empty if not."""
    at = next((i for i, word in enumerate(name) if i and word.lower() in NAME_PARTICLES), len(name))
    return name[at:] if at < len(name) - 1 else ()


def folded(name: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a name's words."""
    return tuple(fold(word) for word in name)


def fold(word: str) -> str:
    """A name's key: small letters without accents and article; Muñoz and Munoz are one, al-Assad and Assad, Zelenskyy and Zelensky."""
    word = word.lower().replace("’", "'").removeprefix("al-").removeprefix("el-")
    if word[-2:] in ("iy", "yy"):
        word = word[:-2] + "y"
    if word.isascii():
        return word
    return "".join(ch for ch in unicodedata.normalize("NFKD", word) if not unicodedata.combining(ch))


def differ(m: Mention, e: Entity) -> bool:
    """Is the mention surely of another gender than the entity?"""
    told = e.gender_sure or (e.called and m.form == "pronoun")
    return told and m.gender is not None and m.gender != e.gender


def same_person(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """May two names with one surname be one person's: "Donald J. Trump", "Donald Trump", "Mike Pence", "Michael R. Pence"?"""
    if full == name:
        return True
    if fold(full[-1]) != fold(name[-1]):
        return False
    one, other = full[0], name[0]
    if len(_initials_of(full)) > 1 and _initials_of(full) == _initials_of(name):
        # "J.K. Rowling", "J. K. Rowling", "JK Rowling"
        return True
    if fold(one) == fold(other):
        middle_one, middle_other = full[1:-1], name[1:-1]
        return not (middle_one and middle_other and not _initials_agree(middle_one[0], middle_other[0]))
    if _initials_agree(one, other) and (is_initial(one) or is_initial(other)):
        return True
    if _misspelt(one, other) and full[1:] == name[1:]:
        return True
    forms = full_forms()
    if other in forms.get(one, ()) or one in forms.get(other, ()) or forms.get(one, frozenset()) & forms.get(other, frozenset()):
        return True
    # "Mr. Foo Bar Baz" and "Bar Baz": the shorter inside the longer
    return len(name) < len(full) and folded(full[-len(name) :]) == folded(name) and (name[0] not in first_names() or len(full) > 2)


def _initials_of(name: tuple[str, ...]) -> str:
    """The initials with which a name begins: JK, of J.K. Rowling."""
    letters = ""
    for word in name[:-1]:
        bare = word.replace(".", "")
        if not (bare.isupper() and (len(bare) == 1 or bare != word or not _VOWELS.intersection(bare.lower()))):
            break
        letters += bare
    return letters


def _misspelt(one: str, other: str) -> bool:
    """Are two first names one letter apart, as a slip makes them: Hillary, Hilary; Kristen, Kristin?"""
    short, long = sorted((fold(one), fold(other)), key=len)
    if len(short) == len(long) > 5:
        others = [at for at in range(1, len(long) - 1) if short[at] != long[at]]
        return len(others) == 1 and short[0] == long[0] and short[-1] == long[-1] and {short[others[0]], long[others[0]]} <= _VOWELS
    return len(short) > 4 and len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


def _initials_agree(one: str, other: str) -> bool:
    return one[0] == other[0] if is_initial(one) or is_initial(other) else one == other

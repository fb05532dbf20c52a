"""Which words are titles, and which only look like one?"""

from __future__ import annotations

from quoteattr.lexicons import words_of
from quoteattr.mentions.mention import CLERICAL, PARTY_MEMBERS, singular
from quoteattr.text.document import Document

#: Nouns for people that are no title: they say who somebody is to others or what happened to them.
NO_TITLE = frozenset(
    (
        "man woman boy girl guy lady gentleman person individual father mother son daughter brother sister husband wife uncle "
        "aunt cousin nephew niece granddaughter grandson grandfather grandmother stepmother stepfather stepson stepdaughter half-brother "
        "half-sister godfather godmother twin ex-wife ex-husband friend girlfriend "
        "boyfriend fiance fiancee colleague victim suspect shooter gunman attacker source reader caller viewer parent other "
        "child celebrity figure native winner survivor neighbor widow widower youth teenager neighbour mum dad gran grandad "
        "visitor diner worshipper co-worker taxpayer camper jogger rider fan rival opponent counterpart namesake"
    ).split()
)
#: Which of several it is, or how many they are, which is no part of a title.
WHICH = frozenset("next second third fourth another other one two three four five six seven eight nine ten several many both all".split())
#: Who plays where: "Utah **center** Ray Lund".
_POSITIONS = words_of("roles.txt", section="position")
FORMS_OF_ADDRESS = frozenset(("dr.", "dr", "doctor"))
PARTIES = PARTY_MEMBERS | {"democratic", "gop"}


def is_role(doc: Document, i: int) -> bool:
    """Is this token a title, by what it names: principal, Sen., but not neighbor?"""
    word = doc.lower[i]
    # "**Father** Tom Reese", but not "his Father, Tom Reese"
    clerical = doc.words[i] in CLERICAL and doc.tags[i + 1 : i + 2] == ["E"] and (i == 0 or doc.tags[i - 1] != "O")
    if word in NO_TITLE and not clerical and not (word == "lady" and i and doc.lower[i - 1] == "first"):
        return False
    return word in doc.vocabulary.roles or doc.vocabulary.is_title_word(doc.words[i]) or _is_position(doc, i)


def _is_position(doc: Document, i: int) -> bool:
    """Is it who plays where, before a name and behind what says more of it, if anything: "Utah **center** Ray Lund"?"""
    named = doc.lower[i] in _POSITIONS and doc.tags[i + 1 : i + 3] == ["E", "E"]
    opens = doc.sentences[doc.sentence_of[i]][0] == i
    return named and (opens or (i > 0 and doc.tags[i] == "N" and doc.tags[i - 1] in "ENA"))


def is_role_plural(doc: Document, i: int) -> bool:
    """Is this token the plural of a title: officials, principals?"""
    word = singular(doc.lower[i])
    return word != doc.lower[i] and word in doc.vocabulary.roles and word not in NO_TITLE


def is_which(doc: Document, i: int) -> bool:
    """Does a word stand here that only says which of several, or how many: "**two** commissioners", not "**two** of the commissioners"?"""
    return doc.lower[i] in WHICH and doc.lower[i + 1] != "of"

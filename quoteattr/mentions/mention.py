"""Who could be speaking? Names everywhere, and the sources and pronouns that coreference has to resolve."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Literal

from attrs import define

from quoteattr.lexicons import lines_of, words_of
from quoteattr.mentions.bodies import organization_nouns
from quoteattr.mentions.given_names import Gender
from quoteattr.mentions.names import Name
from quoteattr.text.document import TokenRange

MentionForm = Literal["name", "pronoun", "nominal"]
#: The kinds of source that newsrooms count when they audit their sourcing, and two for what is none.
SourceKind = Literal["person", "unnamed person", "group", "organization", "document", "place", "unknown"]

_MALE = frozenset(
    (
        "he him his himself man boy guy father son brother husband uncle nephew grandfather grandson boyfriend widower gentleman dad "
        "grandad granddad"
    ).split()
)
_FEMALE = frozenset(
    (
        "she her hers herself woman girl lady mother daughter sister wife aunt niece grandmother granddaughter girlfriend widow actress "
        "mum mom mam grandma"
    ).split()
)
#: What those of the church are who are called like relatives before their names: "**Father** Tom Reese".
CLERICAL = {"Father": "priest", "Sister": "nun"}
#: What somebody is to a relative.
KIN = frozenset(
    (
        "mother father son daughter brother sister husband wife uncle aunt cousin nephew niece grandmother grandfather grandson "
        "granddaughter stepmother stepfather stepson stepdaughter widow widower mum mom mam dad grandad granddad grandma fiance fiancee "
        "fiancé fiancée girlfriend boyfriend"
    ).split()
)
#: What a member of a party, or of a side, is called.
PARTY_MEMBERS = frozenset("republican democrat libertarian independent conservative liberal moderate progressive".split())
#: Italian, Spaniard: what somebody from somewhere is called.
NATIONALITIES = frozenset(word.lower() for word in lines_of("nationalities.txt"))
#: One of several, who is named behind: "**another**, Jo Lind, said"; "**a third**, Jo Lind, said".
ONE_OF_SEVERAL = frozenset("another first second third fourth fifth other".split())
#: Nouns for what somebody says that may be written down too, or of which no "that" follows.
_ANSWERS = frozenset("message response verdict words".split())
#: Words in -man that tell no gender.
_OF_BOTH = frozenset(("freshman", "human", "german", "roman", "spokesman", "chairman"))
FIRST_PERSON = frozenset(("i", "me", "my", "we", "us", "our", "myself", "ourselves"))
THIRD_PERSON = frozenset(("he", "she", "him", "her", "his", "they", "them", "their", "it", "its"))
RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))


@define(slots=True)
class Mention:
    """A stretch of tokens that stands for somebody or something."""

    first: int
    last: int
    form: MentionForm
    kind: SourceKind
    #: The word that says what it is: the last word of a name, the noun of a nominal, the pronoun itself; lower case.
    head: str
    #: The words of the name; empty for a pronoun or nominal.
    name: tuple[str, ...] = ()
    #: Where the bare name or the noun with what is before it lies, within the mention.
    core: tuple[int, int] = (0, 0)
    honorific: bool = False
    gender: Gender | None = None
    #: Is it the subject of its clause?
    subject: bool = False
    #: Does it stand in a quotation?
    quoted: bool = False
    #: Does it stand in what somebody else is reported to say?
    reported: bool = False
    #: Does it only tell of somebody else, as in "Ortega, whose father, **Bo Lind**, was hurt"?
    aside: bool = False
    #: The number of the utterance whose source it is, or -1.
    utterance: int = -1
    passage: int = -1
    #: Whom the source that this is tells something, and whether it asks, or replies.
    told: TokenRange | None = None
    asks: bool = False
    replies: bool = False
    #: What is said of all joint speakers of whom it is one: "**two commissioners**, Fitch and Bell".
    shared: TokenRange | None = None


@cache
def document_nouns() -> frozenset[str]:
    """Nouns for things that say: report, lawsuit."""
    return words_of("documents.txt")


@cache
def own_words() -> frozenset[str]:
    """Nouns for what somebody says, which is no document: answer, plea."""
    return words_of("cue_nouns.txt") - document_nouns() - {"call"} | _ANSWERS


@cache
def group_nouns() -> frozenset[str]:
    """Nouns for several people: officials, parents."""
    return words_of("groups.txt")


def gender_of_noun(word: str) -> Gender | None:
    """The gender that a noun or pronoun tells: spokeswoman, he, mother-of-two."""
    word = word.partition("-of-")[0]
    if word in _FEMALE or word.endswith("woman"):
        return "female"
    if word in _MALE or (word.endswith("man") and word not in _OF_BOTH):
        return "male"
    return None


def kind_of_noun(word: str, roles: Container[str]) -> SourceKind:
    """What kind of source a noun stands for; `roles` are the nouns for what people are.

    >>> [kind_of_noun(word, {"principal"}) for word in ("principal", "officials", "agency", "lawsuit")]
    ['unnamed person', 'group', 'organization', 'document']
    """
    # "her **ex-husband**"
    word = word.removeprefix("ex-")
    stem = singular(word)
    if word in group_nouns():
        return "group"
    if (
        word in roles
        or word.partition("-of-")[0] in KIN
        or word in NATIONALITIES
        or word in ("someone", "somebody")
        or word.endswith(("-year-old", "woman", "person"))
        or (word.endswith("man") and word != "human")
    ):
        return "unnamed person"
    if stem != word and (stem in roles or stem in NATIONALITIES or stem.endswith("-year-old") or word.endswith("men")):
        return "group"
    if word in document_nouns() or stem in document_nouns():
        return "document"
    if word in organization_nouns() or stem in organization_nouns():
        return "organization"
    return "unknown"


def singular(word: str) -> str:
    """The singular of a plural noun by the spelling rules: agencies, agency."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("people"):
        return word[:-6] + "person"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def name_mention(name: Name) -> Mention:
    """The mention of a bare name."""
    return Mention(
        name.title_first,
        name.last,
        "name",
        name.kind,
        name.words[-1].lower(),
        name.words,
        (name.first, name.last),
        name.honorific,
        name.gender,
    )


def pronoun_mention(at: int, word: str) -> Mention:
    """The mention of a pronoun, a token by itself."""
    return Mention(at, at + 1, "pronoun", "unknown", word, core=(at, at + 1), gender=gender_of_noun(word))

"""Names of organisations: which words make one, and where it goes on behind a small word or a mark.

============================  ===================================================================================
"of", "on", "for" behind it   Department **of Health**, Committee **on Rules**, Center **for Law**
the same with an article      University **of the Azores**, Friends **of the River**, Committee **for a Better Dover**
of an office                  Secretary **of State**
both things that it is of     Chamber of Commerce **and Industry**
two words of one name         Food **and Drug** Administration; Bureau of Alcohol **and Tobacco**; Procter **& Gamble**
a firm                        Ober **and Sons**
its members                   Teachers**' Union**, Blount County Sheriff**'s Office**
a list                        Department of Environment**, Great Lakes, and Energy**
============================  ===================================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from quoteattr.lexicons import words_of
from quoteattr.mentions.given_names import first_names
from quoteattr.mentions.months import NO_NAMES
from quoteattr.text.document import Document, is_field
from quoteattr.text.readings import LEGAL_FORMS, is_ever_common_word, is_mostly_common_word

_KNOWN_ORGANIZATIONS = words_of("known_organizations.txt")
_TEAMS = words_of("known_organizations.txt", section="team")
_TEAM_NICKNAMES = words_of("teams.txt", section="nickname")
_TEAM_PLACES = words_of("teams.txt", section="of")
_OPENS_CLUB = words_of("teams.txt", section="first")
_OPENS_CLUB_OF_PLACE = words_of("teams.txt", section="before place")
_ORGANIZATION_WORDS = words_of("organizations.txt", section="name") | words_of("organizations.txt", section="company") | LEGAL_FORMS
_PLACES = words_of("places.txt")
_NATIONALITIES = words_of("nationalities.txt")
_GROUPS = words_of("groups.txt")
#: Last words of the names of public bodies, which often have an "and".
OF_GOVERNMENT = frozenset(
    (
        "Administration Commission Department Agency Service Services Committee Board Authority Branch Bureau Office Center Council "
        "Directorate Division Ministry Police Secretariat Unit"
    ).split()
)
#: Bodies that belong to their members.
OF_MEMBERS = frozenset(
    (
        "Alliance Assembly Association Board Cabinet Club Commission Committee Cooperative Council Federation Guild League Party Society "
        "Union"
    ).split()
)
#: Small words and marks inside names.
_SMALL = frozenset((",", "&", "and", "for", "in", "of", "on", "the", "to"))
#: How many letters the initials of a body have.
_FEWEST, _MOST = 3, 8
#: With whom somebody has a firm.
_PARTNERS = frozenset("Associates Co Co. Company Daughters Partners Sons".split())
#: What a body is about: no body by themselves, but in a name.
_FIELDS = frozenset("Business Community Construction Development Energy Gas Health Medicine Mining Oil Police Research Transit".split())
#: Bodies that are named for a place that may have an article.
_OF_PLACES = frozenset("Bank Church College Diocese Museum University".split())
#: Offices that are named with what they are for.
_OFFICES = frozenset("Commissioner Minister Secretary Under-Secretary Undersecretary".split())
#: What stands in the name of a group between its people and its cause.
CAUSES = frozenset(("against", "for", "without"))
_MANY = frozenset(("Women", "Men", "People"))
#: What words for a cause end in that are too rare to be listed: "Decency".
_ABSTRACT = ("acy", "dom", "ency", "ism", "ity", "ness", "tion")
#: With what the name of a body begins that is "of the" something: "Friends of the River".
_OF_THE_THING = frozenset(
    "Brothers Champions Daughters Defenders Fellowship Friends Guardians Keepers Knights Sisters Sons Stewards Voice Voices".split()
)
#: Who stands for somebody else.
_ACTING_FOR = frozenset(
    "aides attorneys counsels doctors lawyers leaders members officials representatives solicitors spokesmen teachers workers".split()
)

#: Asked of a name's first token and of the small word or mark behind it: where the name ends that goes on with it, or 0.
Rule = Callable[[Document, int, int], int]


@cache
def organization_nouns() -> frozenset[str]:
    """Nouns for organisations: company, agency."""
    return words_of("organizations.txt", section="noun")


def is_organization_word(word: str) -> bool:
    """Does a name that ends in this word name an organisation: Foundation, Department?"""
    return word in _ORGANIZATION_WORDS


def is_known_organization(name: str) -> bool:
    """Is this, as it is written, the name of an organisation that everybody knows: Apple, FBI?"""
    return name in _KNOWN_ORGANIZATIONS


def is_team(name: Sequence[str]) -> bool:
    """Is it the name of a team or a club, a known one or by its words: "Kansas City **Chiefs**", "**FC** Goa", "**Real** Madrid"?"""
    if " ".join(name) in _TEAMS or name[-1] in ("FC", "AFC"):
        return True
    at = next((i for i in range(1, len(name)) if " ".join(name[i:]) in _TEAM_NICKNAMES), 0)
    place = " ".join(name[:at])
    named = at > 0 and (is_place(place) or place in _TEAM_PLACES)
    first = len(name) > 1 and name[0] in _OPENS_CLUB
    return named or first or (len(name) > 1 and name[0] in _OPENS_CLUB_OF_PLACE and is_place(" ".join(name[1:])))


def is_place(word: str) -> bool:
    """Is this word, as it is written, the name of a place: Ohio, Seattle?"""
    return word in _PLACES


def is_nationality(word: str) -> bool:
    """Is this word, as it is written, one for who or what is of a country: American, French?"""
    return word in _NATIONALITIES


@cache
def _known_by_first() -> dict[str, list[tuple[str, ...]]]:
    """The known names of several words by their first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in sorted(_KNOWN_ORGANIZATIONS, key=len, reverse=True):
        split = tuple(name.split())
        if len(split) > 1:
            found[split[0]].append(split)
    return dict(found)


def whole_body_end(doc: Document, first: int) -> int:
    """Where the organisation ends that begins at this token and is told by all its words: "**Best Buy**", "**Surfers Against Sewage**".

    0 if there is none.
    """
    known = _known_by_first().get(doc.words[first])
    end = _known_end(doc, first, known) if known else 0
    return end or (_cause_end(doc, first) if first + 2 < len(doc) and doc.lower[first + 1] in CAUSES else 0)


def spelt_out(doc: Document) -> dict[int, int]:
    """Where the organisations end, by where they begin, whose initials stand behind them in brackets.

    "Union of Shop, Distributive and Allied Workers (**USDAW**)": the words are read from the bracket back, one for each letter, commas and
    small words left out where need be ("Cosatu"), as in A. Schwartz and M. Hearst, 2003, "A simple algorithm for identifying abbreviation
    definitions", PSB.

    >>> spelt_out(Document("The Union of Shop, Distributive and Allied Workers (USDAW) said so."))
    {1: 9}
    """
    words = doc.words
    found = {}
    for at, word in enumerate(words[:-2]):
        if word != "(":
            continue
        letters, spoken = words[at + 1].upper(), words[at + 1].istitle()
        written = (spoken or words[at + 1].isupper()) and letters.isalpha()
        if words[at + 2] != ")" or not (_FEWEST <= len(letters) <= _MOST and written):
            continue
        first = at
        while letters and first > 0 and doc.sentence_of[first - 1] == doc.sentence_of[at]:
            # "Tehreek-e-Insaf"
            initials = "".join(part[0] for part in words[first - 1].split("-") if part[:1].isupper())
            if initials.isupper() and letters.endswith(initials):
                letters = letters[: -len(initials)]
            elif words[first - 1] not in _SMALL:
                break
            elif spoken and letters.endswith(words[first - 1][0].upper()):
                # "Congress **of** South African Trade Unions (Cosatu)"
                letters = letters[:-1]
            first -= 1
        # but not "John F. Kennedy (JFK)", "the Provincial Police Officer (PPO)"
        if not letters and words[first] not in first_names() and doc.lower[at - 1] not in doc.vocabulary.roles:
            found[first] = at
    return found


def _known_end(doc: Document, first: int, known: list[tuple[str, ...]]) -> int:
    """Where the one of these names ends that begins at this token, unless it goes on: "**Best Buy**", not "Fox News Channel"."""
    for name in known:
        end = first + len(name)
        if tuple(doc.words[first:end]) == name and doc.sentence_of[first] == doc.sentence_of[end - 1]:
            goes_on = end < len(doc) and doc.tags[end] == "E" and doc.lower[end] not in doc.vocabulary.roles
            return 0 if goes_on else end
    return 0


def _cause_end(doc: Document, first: int) -> int:
    """Where the name of a group that is for or against something ends: "**Surfers Against Sewage**", "**Parents for Decency**"; 0 if none.

    But not "Lawyers for Trump", "Officials for Public Health".
    """
    word = doc.words[first]
    if word[-1] != "s" and word not in _MANY:
        return 0
    if word[:-1] in _ORGANIZATION_WORDS:
        # "Centers for Disease Control and Prevention"
        return 0
    here = doc.sentence_of[first]
    end = first + 2
    while end < len(doc) and doc.sentence_of[end] == here and doc.words[end][0].isupper() and doc.tags[end] in "ENAG":
        end += 1
    named = doc.words[first + 1][0].isupper()
    thing = doc.lower[first + 1] == "for" and all(is_mostly_common_word(w) or w.endswith(_ABSTRACT) for w in doc.words[first + 2 : end])
    if end == first + 2 or not (named or (thing and doc.lower[first] not in _ACTING_FOR)) or doc.is_headline(*doc.sentences[here]):
        return 0
    return end


def goes_on(doc: Document, first: int, at: int) -> int:
    """Where the name that begins at a token ends if it goes on with this small word or mark, by the table above; 0 if it does not.

    >>> article = Document("The University of the Azores and Ray Lund closed it.")
    >>> goes_on(article, 1, 2), goes_on(article, 1, 5)
    (5, 0)
    """
    for rule in _RULES.get(doc.words[at], _OWNING):
        end = rule(doc, first, at)
        if end:
            return end
    return 0


def _is_named(doc: Document, at: int) -> bool:
    """Does a word of a name follow this token?"""
    behind = at + 1
    return doc.tags[behind : behind + 1] == ["E"] and doc.sentence_of[behind] == doc.sentence_of[at] and doc.words[behind] not in NO_NAMES


def _of_its_noun(doc: Document, _: int, at: int) -> int:
    """ "Department **of Health**", "Committee **on Rules**", "Center **for Law**"."""
    return at + 2 if doc.words[at - 1] in _ORGANIZATION_WORDS and _is_named(doc, at) else 0


def with_article(doc: Document, _: int, at: int) -> int:
    """ "University **of the Azores**", "Friends **of the River**", "Committee **for a Better Dover**"."""
    if doc.tags[at + 2 : at + 3] != ["E"]:
        return 0
    body, thing = doc.words[at - 1], doc.words[at + 2]
    friends = body in _OF_THE_THING and is_ever_common_word(thing) and not doc.vocabulary.is_title_word(thing)
    of = doc.lower[at : at + 2] == ["of", "the"] and (body in _OF_PLACES or friends)
    return at + 3 if of or (doc.lower[at : at + 2] == ["for", "a"] and body in _ORGANIZATION_WORDS) else 0


def _of_an_office(doc: Document, _: int, at: int) -> int:
    """ "Secretary **of State**"."""
    return at + 2 if doc.words[at - 1] in _OFFICES and _is_named(doc, at) else 0


def _of_two_words(doc: Document, _: int, at: int) -> int:
    """ "Procter **& Gamble**"."""
    return at + 2 if _is_named(doc, at) else 0


def _of_a_body(doc: Document, first: int, at: int) -> int:
    """ "Bureau of Alcohol **and Tobacco**", but not "Department of Justice and **Ann Lee**", "Bureau of Prisons and **Congress**"."""
    words = doc.words
    # "the **California** Department of Parks and Recreation"
    first += is_place(words[first]) and words[first + 2 : first + 3] == ["of"]
    of = words.index("of", first, at) if "of" in words[first:at] else first
    if of > first and _is_named(doc, at) and is_field(words[at - 1]) and is_field(words[at + 1]):
        # "the **Ober Research** Institute of Ecology and Botany"
        first = of - 1
    if words[first] not in _ORGANIZATION_WORDS or not _is_named(doc, at) or _is_titled(doc, first, at):
        return 0
    end = _capitals_end(doc, at + 1)
    other = words[at + 1]
    alone = end == at + 2 and "of" in words[first : at + 1] and other in _ORGANIZATION_WORDS - _FIELDS and other[-1] != "s"
    known = any(" ".join(words[at + 1 : last]) in _KNOWN_ORGANIZATIONS for last in range(at + 2, end + 1))
    return 0 if alone or known or other in first_names() else at + 2


def _is_titled(doc: Document, first: int, last: int) -> bool:
    """Is it somebody with an office: "**City Manager Ann Lee** and"?"""
    offices = [k for k in range(first, last - 1) if doc.vocabulary.is_title_word(doc.words[k])]
    return any(doc.tags[k + 1] == "E" and not is_mostly_common_word(doc.words[k + 1]) for k in offices)


def _of_a_firm(doc: Document, _: int, at: int) -> int:
    """ "Ober **and Sons** Solicitors"."""
    return at + 2 if doc.words[at + 1 : at + 2] != [] and doc.words[at + 1] in _PARTNERS else 0


def _of_one_name(doc: Document, first: int, at: int) -> int:
    """ "the Food **and Drug** Administration", not "the Pentagon and State Department"."""
    words = doc.words
    named = words[first:at]
    if not _is_named(doc, at) or " ".join(named) in _KNOWN_ORGANIZATIONS or (_ORGANIZATION_WORDS - _FIELDS).intersection(named):
        return 0
    end = _capitals_end(doc, at + 1)
    fields = not _FIELDS.isdisjoint(named)
    if first and not fields and (doc.lower[first - 1] == "the" or doc.tags[first - 1] == "Z"):
        return at + 2 if is_ever_common_word(words[at - 1]) and words[end - 1] in OF_GOVERNMENT else 0
    # "Lakeport **Fire and Rescue** Service", but not "Ed Cook and Rescue Service"
    of_body = at - first > 1 and end - at > 2 and words[first] not in first_names() and words[end - 1] in _ORGANIZATION_WORDS
    return at + 2 if of_body and is_mostly_common_word(words[at - 1]) and is_mostly_common_word(words[at + 1]) else 0


def _of_both(doc: Document, first: int, at: int) -> int:
    """ "Lagos Chamber of Commerce **and Industry**", "Ministry of Health **and Welfare**"."""
    words = doc.words
    of = at - first > 2 and words[at - 2] == "of" and words[at - 3] in _ORGANIZATION_WORDS
    if not of or not _is_named(doc, at) or doc.tags[at + 2 : at + 3] == ["E"]:
        return 0
    things = words[at - 1], words[at + 1]
    both = all(is_ever_common_word(word) for word in things) and things[1] not in _ORGANIZATION_WORDS - _FIELDS
    return at + 2 if both else 0


def _capitals_end(doc: Document, first: int) -> int:
    """Where the words of names that begin at this token end."""
    while first < len(doc) and doc.tags[first] == "E":
        first += 1
    return first


def _its_members(doc: Document, _: int, at: int) -> int:
    """ "Sheriff**'s Office**", "Teachers**' Union**", not "Ohio's Department"; the words behind the first are read as any name's."""
    owner = doc.words[at - 1]
    if not doc.is_possessive(at):
        return 0
    people = doc.vocabulary.is_title_word(owner) or owner.lower() in doc.vocabulary.roles or owner.lower() in _GROUPS
    # "Fishers**'** Union", of people that no list has
    people = people or (doc.is_apostrophe(at) and doc.words[at + 1 : at + 2] != [] and doc.words[at + 1] in OF_MEMBERS)
    # "St. Mary**'s** Church"
    saint = at > 1 and doc.words[at - 2] in ("St.", "St")
    if not saint and (not people or owner in _PLACES or owner in first_names()):
        return 0
    last = at + 1
    while last < len(doc) and doc.tags[last] == "E" and doc.words[last][0].isupper() and doc.words[last] not in first_names():
        last += 1
    return at + 2 if last > at + 1 and doc.words[last - 1] in _ORGANIZATION_WORDS else 0


def _listed(doc: Document, first: int, at: int) -> int:
    """ "Department of Environment**, Great Lakes, and Energy**"."""
    words = doc.words
    if words[first] not in OF_GOVERNMENT or "of" not in words[first:at]:
        return 0
    joined = False
    while not joined and at + 1 < len(words) and (words[at] in (",", "and", "&")):
        joined = words[at] != "," or words[at + 1] in ("and", "&")
        at += 1 + (words[at + 1] in ("and", "&"))
        member = at
        at = _capitals_end(doc, at)
        named = words[member:at]
        # "and **Energy**", but not "and Acme **Corp.**"
        thing = len(named) == 1 and is_ever_common_word(named[0])
        if not named or named[0] in first_names() or any(w.isupper() or (w in _ORGANIZATION_WORDS and not thing) for w in named):
            return 0
    return at if joined else 0


_OWNING: tuple[Rule, ...] = (_its_members,)
#: By the word or mark that is asked about; any other may be a possessive.
_RULES: dict[str, tuple[Rule, ...]] = {
    "of": (_of_its_noun, with_article, _of_an_office),
    "for": (_of_its_noun, with_article),
    "on": (_of_its_noun,),
    "and": (_of_a_firm, _of_a_body, _of_one_name, _of_both),
    "&": (_of_two_words,),
    ",": (_listed,),
}

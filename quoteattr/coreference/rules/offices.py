"""What tells one office from another of the same noun: the *health* minister is not the *trade* minister, nor *Ober's* mayor *Lund's*."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrs import frozen

from quoteattr.lexicons import lines_of
from quoteattr.mentions.bodies import is_known_organization, is_organization_word, is_place
from quoteattr.mentions.names import PARTY_AND_PLACE
from quoteattr.mentions.noun_phrases import DAYS, MONTHS
from quoteattr.mentions.where_from import country_of, parties_of
from quoteattr.text.document import Document
from quoteattr.text.readings import is_ever_common_word

#: How many words before an office and behind it may say what and whose it is.
_BEFORE, _BEHIND = 6, 8
_TIES = frozenset("at for from in of on with".split())
_INSIDE = frozenset(("and", "&", "of", "for"))
#: Who is called by a field that says where they sit: a district judge is a federal one.
_ANY_FIELD = frozenset(("judge", "justice"))
#: The field that is never left out.
_PRIME = "prime"
#: How many letters initials have at most.
_INITIALS = 6


@frozen
class Office:
    """What an office is for, and whose it is, as far as that is told.

    >>> mayor, chief = Document("the Ohio mayor said"), Document("the Utah police chief said")
    >>> office_at(mayor, 2), sorted(office_at(chief, 3).fields)
    (Office(fields=frozenset(), places=frozenset({'Ohio'}), names=frozenset(), initials=frozenset(), numbers=frozenset()), ['police'])
    """

    #: By the first word of their line in `fields.txt`.
    fields: frozenset[str] = frozenset()
    #: Countries by their names, all else as it is written.
    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    #: Of how many: "a mother of **three**".
    numbers: frozenset[str] = frozenset()

    def __or__(self, other: Office) -> Office:
        """What both tell."""
        return Office(
            self.fields | other.fields,
            self.places | other.places,
            self.names | other.names,
            self.initials | other.initials,
            self.numbers | other.numbers,
        )

    def is_another(self, held: Office, *, of_team: bool = False) -> bool:
        """Is it another office than one of which this is told: "**the trade minister**" and *Health Minister Ana Reyes*?

        A team is called by its town and by its name, so that "the **Boston** guard" may be "the **Celtics** guard".
        """
        if (_PRIME in self.fields) != (_PRIME in held.fields) and (held.fields or _PRIME in self.fields):
            return True
        if self.fields and held.fields and self.fields.isdisjoint(held.fields):
            return True
        if not of_team and (_are_others(self, held) or _are_others(held, self)):
            return True
        whose = [(self.places, held.places), (self.names, held.names)]
        if not of_team:
            whose = [(self.places | self.names, held.places | held.names)]
        pairs = [*whose, (self.initials, held.initials), (self.numbers, held.numbers)]
        told = [(mine, others) for mine, others in pairs if mine and others]
        return bool(told) and all(mine.isdisjoint(others) for mine, others in told)


def _are_others(one: Office, other: Office) -> bool:
    """Is one of initials that the name of the other has not: **FBI**, and *Acme*, but not *NFF*, and *National Farmers' Federation*?"""
    letters = {name[0] for name in other.names}
    short = one.initials and not one.names and other.names and not other.initials
    return bool(short) and not any(letters.issuperset(word.replace(".", "")) for word in one.initials)


@cache
def _fields() -> dict[str, str]:
    """The words for fields, each with the first word of its line."""
    return {word: words[0] for line in lines_of("fields.txt") for words in [line.split()] for word in words}


def office_at(doc: Document, noun: int) -> Office:
    """What is told of the office whose noun is at this token, before it and behind."""
    lower, tags = doc.lower, doc.tags
    first = noun
    limit = max(doc.sentences[doc.sentence_of[noun]][0], noun - _BEFORE)
    while first > limit and (tags[first - 1] in "NAEPZ" or lower[first - 1] == "and"):
        first -= 1
    # "the **prime** minister's spokesman" is no prime one
    before = range(first, noun)
    fields = _fields_of(word for word in lower[first:noun] if word != _PRIME or lower[noun - 1] == _PRIME)
    if doc.words[noun] == "PM":
        fields |= {_PRIME}
    return office_behind(doc, noun + 1, judge=lower[noun] in _ANY_FIELD) | _named(
        doc, before, frozenset() if lower[noun] in _ANY_FIELD else fields
    )


def office_behind(doc: Document, tie: int, *, judge: bool = False) -> Office:
    """What is told of an office behind it or behind a name: "the chief **of the Ober fire service**", "Ana Reyes **of Ober police**"."""
    lower, tags = doc.lower, doc.tags
    if lower[tie : tie + 1] == [] or lower[tie] not in _TIES:
        return Office()
    if tags[tie + 1 : tie + 2] == ["Q"]:
        return Office(numbers=frozenset((lower[tie + 1],)))
    last = tie + 1
    while last < min(len(lower), tie + _BEHIND) and (tags[last] in "NAEDZ" or lower[last] in _INSIDE):
        last += 1
    return _named(doc, range(tie + 1, last), frozenset() if judge else _fields_of(lower[tie + 1 : last]))


def _fields_of(words: Iterable[str]) -> frozenset[str]:
    known = _fields()
    return frozenset(known[word] for word in words if word in known)


def _named(doc: Document, tokens: range, fields: frozenset[str]) -> Office:
    """The office with the names among these tokens."""
    places: set[str] = set()
    names: set[str] = set()
    initials: set[str] = set()
    at = tokens.start
    while at < tokens.stop:
        word = doc.words[at]
        pair = " ".join(doc.words[at : at + 2])
        if at + 1 < tokens.stop and is_place(pair):
            # "Los Angeles"
            places.add(pair)
            at += 2
            continue
        at += 1
        if country_of(word) and word[0].isupper():
            places.add(country_of(word))
        elif is_place(word):
            places.add(word)
        elif doc.tags[at - 1] == "E" and _is_name(doc, word):
            (initials if word.isupper() and len(word) <= _INITIALS else names).add(word)
    return Office(fields, frozenset(places), frozenset(names), frozenset(initials))


def _is_name(doc: Document, word: str) -> bool:
    """Does the word tell whose an office is, and not what it is, nor a party or a day?"""
    if is_known_organization(word):
        return not parties_of((word,))
    lower = word.lower()
    what = doc.vocabulary.is_title_word(word) or lower in doc.vocabulary.roles or is_organization_word(word) or lower in _fields()
    other = parties_of((word,)) or lower in DAYS | MONTHS or PARTY_AND_PLACE.match(word) is not None
    return not (what or other or is_ever_common_word(word))

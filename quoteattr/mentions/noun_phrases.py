"""Noun phrases in a passage, found in the kinds of its words, without a parse."""

from __future__ import annotations

import regex

from quoteattr.lexicons import lines_of
from quoteattr.mentions.bodies import is_organization_word
from quoteattr.mentions.mention import kind_of_noun
from quoteattr.quotations.passages import Passage
from quoteattr.text.document import Document

# determiner or possessive, modifiers, nouns and names; "the school's principal", "more than 20 former aides",
# "current and former officials", 'Lauren "Bubba" McDonald', "St. Luke's". A -ing form or participle modifies only behind a determiner
# or adjective.
_MODIFIER = r"(?:A(?:CA)?|Q(?=[AQNEPGRk])|(?<=[DOAQRZ])[PG](?=[AQNEk])|R(?=[APQ])|k(?=[NEA]))"
_HEAD = r"(?:[NE]|(?<=E)k(?=E)|Q(?![NE]))"
_PHRASE = regex.compile(
    rf"U|(?:RR?(?=Q))?(?:[DO]D?)?(?:{_MODIFIER}*+{_HEAD}++(?:C(?=A*N))?Z?)*{_MODIFIER}*+{_HEAD}++(?:(?<=E)Z(?=[VXM,]))?"
    r"|D(?=[VXMW])|D[APQ]+(?=[VXM])"
)

#: Prepositions that tie a second noun phrase to a first: "officials at the agency".
TYING = frozenset(
    (
        "of for at in from with on to about against among around behind between by inside near outside over within under across without "
        "beside alongside beneath"
    ).split()
)
WEEKDAYS = frozenset(word.lower() for word in lines_of("calendar.txt", section="weekday"))
DAYS = WEEKDAYS | frozenset("today yesterday tomorrow tonight".split())
MONTHS = frozenset(word.lower() for word in lines_of("calendar.txt", section="month"))
#: What names a time, by itself or as the last word of its phrase.
TIMES = DAYS | MONTHS | frozenset("week month year morning afternoon evening night weekend day hour".split())
_TIME_STARTERS = frozenset("all each every following last this next earlier late early that the same one two three".split())
#: Which time stands in front of a subject: "**last week** police warned".
_WHICH = frozenset(("last", "next", "this"))
_IN_FRONT = TIMES | {"season"}
#: What stands for somebody or something by itself.
_INDEFINITE = frozenset("anybody anyone anything everybody everyone everything nobody nothing somebody someone something".split())
#: With "of" behind the time these count out what it is made of.
_SOME = frozenset("all each every one".split())


class NounPhrases:
    """The noun phrases of one passage as ranges of items, found by where they begin and where they end.

    >>> from quoteattr.quotations.passages import passages
    >>> from quoteattr.text.document import Document
    >>> passage = passages(Document("The school's new principal told two angry parents that she agreed."), [])[0]
    >>> [" ".join(passage.lower[a:b]) for a, b in NounPhrases(passage).spans]
    ["the school 's new principal", 'two angry parents', 'she']
    """

    __slots__ = ("by_end", "by_start", "passage", "spans")

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.spans = [part for match in _PHRASE.finditer(passage.tags) for part in _parts(passage, *match.span())]
        if "(" in passage.lower:
            self.spans = _with_nicknames(passage, self.spans)
        self.by_start = dict(self.spans)
        self.by_end = {last: first for first, last in self.spans}

    def is_time(self, first: int, last: int) -> bool:
        """Is this phrase a day, a date or "last week", and no person?"""
        lower = self.passage.lower
        head = lower[last - 1]
        if head in MONTHS and last - first == 1:
            # "entered **May** with", but not "said **May**."
            return self.passage.tags[first - 1 : first] != "V" or self.passage.tags[last : last + 1] not in (",", ".", "")
        if head in DAYS or head in MONTHS or head.isdigit():
            if head.isdigit() and len(head) < 4 and last - first == 1:
                # "four in **10**"
                return False
            return last - first <= 3 and all(w in TIMES or w.isdigit() or w in _TIME_STARTERS for w in lower[first:last])
        if head == "times" and self.passage.tags[first] == "Q":
            # "asked him **seven times**"
            return True
        if lower[first] in _SOME and lower[last : last + 1] == ["of"]:
            # "said **each year** of school adds"
            return False
        return head in TIMES and last - first > 1 and (lower[first] in _TIME_STARTERS or lower[first] in DAYS)


def tied_before(phrases: NounPhrases, at: int) -> int:
    """Where a noun phrase begins that ends at this item, with what is tied to it: "asked **the mayor of Dover** to explain"; 0 for none."""
    first = phrases.by_end.get(at, 0)
    lower = phrases.passage.lower
    if lower[max(0, at - 2) : at] == ["in", "order"]:
        return 0
    while first > 1 and lower[first - 1] in TYING and first - 1 in phrases.by_end and lower[first - 1] != "for":
        first = phrases.by_end[first - 1]
    return first


def _parts(passage: Passage, first: int, last: int) -> list[tuple[int, int]]:
    """A phrase, in two where a second begins: "**Last week** | **police** warned", "told **the Courier** | **nobody** was hurt"."""
    lower, tags = passage.lower, passage.tags
    # but not "last year's winner", "**CBS** This Morning anchor Ann Lee"
    time = lower[first] in _WHICH and last - first > 2 and lower[first + 1] in _IN_FRONT and tags[first - 1 : first] != "E"
    second = first + 2 if time and tags[first + 2] in "NE" else 0
    if lower[last - 1] in _INDEFINITE and first < last - 1 and tags[last - 2] == "E":
        second = last - 1
    # "told the Courier | **as many** as 20 left"
    number = tags.find("ERQ", first, last)
    if number >= 0:
        second = number + 1
    return [(first, second), (second, last)] if second else [(first, last)]


def _with_nicknames(passage: Passage, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The phrases, a name with a nickname in brackets as one: "**Robert (Bob) Hill**"."""
    lower, tags = passage.lower, passage.tags
    found: list[tuple[int, int]] = []
    for first, last in spans:
        begin = found[-2][0] if len(found) > 1 else first
        nickname = len(found) > 1 and found[-2][1] == first - 3 and found[-1] == (first - 2, first - 1)
        if nickname and lower[first - 3] == "(" and lower[first - 1] == ")" and tags[first - 4 : first + 1] == "E,E,E":
            found[-2:] = [(begin, last)]
        else:
            found.append((first, last))
    return found


def first_of_body(doc: Document, first: int, last: int) -> int:
    """Where the name of the body begins that goes on before this phrase: "the **Bank of** England's governor"; else `first`."""
    if first < 2 or doc.lower[first - 1] not in ("of", "for", "in"):
        return first
    end = first
    while end < last and doc.tags[end] == "E":
        end += 1
    word = doc.words[first - 2]
    body = is_organization_word(word) if word[0].isupper() else kind_of_noun(word, ()) == "organization"
    if end == first or not doc.is_possessive(end) or not body:
        return first
    return first_of_names(doc, first - 2)


def first_of_names(doc: Document, at: int) -> int:
    """Where the run of name words begins that goes on with this token: "**Dover County** Chamber"."""
    while at > 0 and doc.sentence_of[at - 1] == doc.sentence_of[at]:
        # "**Boys & Girls** Club"
        joined = 2 * (doc.words[at - 1] == "&" and at > 1 and doc.words[at - 2][0].isupper())
        if doc.tags[at - 1] != "E" and not joined:
            break
        at -= joined or 1
    return at


def before_initials(doc: Document, close: int) -> tuple[int, int] | None:
    """The body whose initials stand in the bracket that closes with this token: "**Bank of Ober** (BOO) spokesman"; None for none."""
    if not 3 <= close < len(doc) or doc.words[close] != ")" or doc.words[close - 2] != "(" or doc.tags[close - 1] != "E":
        return None
    end = close - 2 - doc.is_possessive(close - 3)
    begin = first_of_names(doc, end)
    while 1 < begin < end:
        tie = begin - 1 - (doc.lower[begin - 1] == "the")
        if tie < 1 or doc.lower[tie] not in ("of", "for", "and", "&") or doc.tags[tie - 1] != "E":
            break
        begin = first_of_names(doc, tie)
    # "on Thursday **Bank of Ober** (BOO) head Ana Reyes"
    begin += doc.lower[begin] in WEEKDAYS
    return (begin, end) if begin < end else None

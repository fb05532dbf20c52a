"""The reporter's own sentences, with each quotation folded into one item.

``Ortega said, "We had no warning. None."`` is one passage of five items: *Ortega*, *said*, the comma, the quotation. So the
rules that look for cues and speakers see the frame that the reporter built, however long the quotations in it are.
"""

from __future__ import annotations

from attrs import define

from quoteattr.lexicons import words_of
from quoteattr.lexicons.vocabulary import Vocabulary
from quoteattr.quotations.pairing import Quotation
from quoteattr.text.document import Document
from quoteattr.text.readings import DASHES

#: The tag of a folded quotation: of one that can stand for a sentence or clause, and of a word or two.
QUOTATION = "K"
SNIPPET = "k"
_SNIPPET_WORDS = 3
#: How many items a dateline may have.
_DATELINE = 14
#: And how many where no agency closes it.
_SHORT_DATELINE = 10
#: What stands before an item of a list, and belongs to nothing that is said.
_BULLETS = frozenset("•·▪●◦‣■►→✓")
#: With what a label begins that tells what somebody's words are about.
_TOPICS = frozenset(("about", "on", "regarding"))
#: Where a dateline may be from; the last are first names or surnames too, and so places nowhere else.
_PLACES = words_of("places.txt") | frozenset("Darwin Kingston Milan Santiago Sofia Sydney".split())
_ORGANIZATIONS = words_of("known_organizations.txt")
_CLAUSE_ENDS = frozenset((",", ".", "?", "!", "…", "—", "--", "...", ";"))


@define(slots=True)
class Passage:
    """Parallel lists, one item for each word outside quotation marks and each quotation."""

    #: The index of its paragraph, and whether it is the first passage there.
    paragraph: int
    opens_paragraph: bool
    #: Is it written as headlines are: "Governor Says Budget Talks Have Failed"?
    headline: bool
    tags: str
    lower: list[str]
    #: The ranges of tokens.
    firsts: list[int]
    lasts: list[int]
    #: The index of the quotation that an item is; -1 for a word.
    quotations: list[int]
    vocabulary: Vocabulary

    def __len__(self) -> int:
        return len(self.firsts)

    def tokens(self, first: int, last: int) -> tuple[int, int]:
        """The range of tokens of a range of items, which is not empty."""
        return self.firsts[first], self.lasts[last - 1]

    def is_topic(self, colon: int) -> bool:
        """Is the paragraph's beginning up to this colon what the words behind it are about: "**On how Lind played:** ..."?"""
        return self.opens_paragraph and self.lower[0] in _TOPICS and "," not in self.lower[:colon]

    def _closes_bracket(self, at: int) -> bool:
        """Does a bracket end here that a whole sentence stands in: "(She is late.)", but not "late (by an hour.)"?"""
        whole = self.lower[at] in ")]" and at > 0 and self.tags[at - 1] == "."
        return whole and {"(", "["}.isdisjoint(self.lower[1:at])

    @property
    def end(self) -> int:
        """Where the passage ends without its full stop."""
        end = len(self.firsts)
        while end and (self.tags[end - 1] == "." or self.lower[end - 1] in ":;," or self._closes_bracket(end - 1)):
            end -= 1
        return end


def passages(doc: Document, quotations: list[Quotation]) -> list[Passage]:
    """The passages of a document, in order.

    >>> from quoteattr.quotations import quotations
    >>> doc = Document('Ortega said, "We had no warning. None." She left.')
    >>> [(p.tags, p.lower) for p in passages(doc, quotations(doc))]
    [('EV,K', ['ortega', 'said', ',', '"']), ('UV.', ['she', 'left', '.'])]
    """
    found: list[Passage] = []
    at = 0
    for number, (first, last) in enumerate(doc.paragraphs):
        if doc.interposed[number]:
            continue
        begin = _behind_dateline(doc, number)
        begin += doc.words[begin] in _BULLETS and begin + 1 < last
        opens = True
        ends = [end for _, end in doc.sentences[doc.sentence_of[first] : doc.sentence_of[last - 1] + 1]]
        for end in ends:
            while at < len(quotations) and quotations[at].last <= begin:
                at += 1
            inside = at
            while inside < len(quotations) and quotations[inside].last <= end:
                inside += 1
            if inside < len(quotations) and quotations[inside].first < end < quotations[inside].last:
                continue
            found.append(_fold(doc, quotations, at, begin, end, number, opens))
            begin = end
            opens = False
        if begin < last:
            found.append(_fold(doc, quotations, at, begin, last, number, opens))
    return found


def _fold(doc: Document, quotations: list[Quotation], at: int, first: int, last: int, paragraph: int, opens: bool) -> Passage:
    tags: list[str] = []
    lower: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    numbers: list[int] = []
    i = first
    while i < last:
        if at < len(quotations) and quotations[at].first == i:
            quotation = quotations[at]
            opens_sentence = i == first and _stops_outside(doc, quotation)
            tags.append(SNIPPET if _is_snippet(doc, quotation) and not opens_sentence else QUOTATION)
            lower.append('"')
            firsts.append(i)
            i = min(quotation.last, last)
            lasts.append(i)
            numbers.append(at)
            at += 1
        else:
            end = min(last, quotations[at].first) if at < len(quotations) else last
            tags += ("Z" if k > first and doc.is_apostrophe(k) else doc.tags[k] for k in range(i, end))
            lower += doc.lower[i:end]
            firsts += range(i, end)
            lasts += range(i + 1, end + 1)
            numbers += [-1] * (end - i)
            i = end
    return Passage(paragraph, opens, doc.is_headline(first, last), "".join(tags), lower, firsts, lasts, numbers, doc.vocabulary)


def _behind_dateline(doc: Document, paragraph: int) -> int:
    """Where a paragraph's own words begin behind a dateline: "CHICAGO (CBS) — **Agents left**", "SYDNEY: **A woman was saved**"."""
    first = doc.paragraphs[paragraph][0]
    last = doc.sentences[doc.sentence_of[first]][1]
    return _behind_dash(doc, first, last) or _behind_agency(doc, first, last) or _behind_place(doc, paragraph, last) or first


def _behind_dash(doc: Document, first: int, last: int) -> int:
    """Behind a dateline with a dash: "CHICAGO (CBS) —", "AUBURN, Maine —", "Cape Town –", "(CBS) —"; 0 for none.

    But not "Natasha Ortega — the principal — said".
    """
    agency = doc.words[first + 1 : first + 2] if doc.words[first] == "(" and doc.words[first + 2 : first + 3] == [")"] else []
    if agency and agency[0][0].isupper() and first + 4 < last and doc.words[first + 3] in DASHES:
        return first + 4
    dash = next((i for i in range(first + 1, min(last - 1, first + _DATELINE)) if doc.words[i] in DASHES or doc.tags[i] in 'VXMU"'), first)
    if doc.words[dash] not in DASHES or doc.tags[first] != "E":
        return 0
    if doc.words[dash - 1] == ")":
        return dash + 1
    if dash - first >= _SHORT_DATELINE or not all(kind in "E,NQ." for kind in doc.tags[first:dash]):
        return 0
    place = doc.words[first : next((i for i in range(first, dash) if not doc.words[i][0].isalpha()), dash)]
    capitals = " ".join(place).isupper() and len(place[0]) > 1
    known = " ".join(place) in _PLACES and DASHES.isdisjoint(doc.words[dash + 1 : last])
    return dash + 1 if known or (capitals and " ".join(place) not in _ORGANIZATIONS) else 0


def _behind_agency(doc: Document, first: int, last: int) -> int:
    """Behind the agency that an article is from, in brackets: "DOVER (AP): **The mayor left**", "(UPI): **The mayor left**"; 0 for none."""
    bracket = next((i for i in range(first, min(last - 4, first + 4)) if doc.words[i] == "("), last)
    agency = doc.words[bracket + 1 : bracket + 4]
    places = all(word.isupper() for word in doc.words[first:bracket])
    return bracket + 4 if agency[1:] == [")", ":"] and agency[0].isupper() and places else 0


def _behind_place(doc: Document, paragraph: int, last: int) -> int:
    """Behind a place and a colon, as papers in India and Australia have it, "SYDNEY:", "Delhi:"; 0 for none.

    But not in a headline, "Moscow: Talks failed", which may have it from there.
    """
    first = doc.paragraphs[paragraph][0]
    label = doc.labels[paragraph]
    if not label or label in _ORGANIZATIONS or doc.words[last - 1] == ":":
        return 0
    behind = doc.words.index(":", first) + 1
    if not label.isupper():
        return behind if label in _PLACES and doc.words[last - 1] == "." and doc.tags[behind] != '"' else 0
    others = any(other.isupper() for number, other in enumerate(doc.labels) if number != paragraph)
    opens_article = paragraph < 2 and not others and '"' not in doc.tags[first:last]
    return behind if label.title() in _PLACES or opens_article else 0


def _stops_outside(doc: Document, quotation: Quotation) -> bool:
    """Is it a sentence with its stop or comma behind the mark, as in Britain: '**"It was late",** said Ortega'?"""
    first, _ = quotation.inside
    behind = quotation.last
    return behind < len(doc) and doc.words[behind] in (",", ".") and doc.words[first][0].isupper()


def _is_snippet(doc: Document, quotation: Quotation) -> bool:
    """A word or two with no stop of their own, and no clause: a "dirty" trick."""
    first, last = quotation.inside
    if not quotation.closed or last - first > _SNIPPET_WORDS or doc.words[last - 1] in _CLAUSE_ENDS:
        return False
    return not any(doc.tags[i] in "VX" and doc.tags[i - 1] in "NEU" for i in range(first + 1, last))

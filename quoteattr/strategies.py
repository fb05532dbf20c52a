"""Hypothesis strategies that draw articles together with who says what in them.

For the test suites of programs built on this library (or on another one that attributes quotations): the articles are made of plain
sentences of news, and their annotation is known because it was drawn with them. Needs Hypothesis: ``pip install "quoteattr[strategies]"``.

>>> from hypothesis import given
>>> from quoteattr import attribute
>>> @given(articles())
... def test_nobody_is_given_anothers_words(article):
...     found = {(span.start, span.end): a.speaker for a in attribute(article.text) for span in a.content}
...     for quote in article.quotes:
...         speaker = found.get(quote.content[0])
...         assert speaker is None or speaker.name == quote.speaker.name
>>> test_nobody_is_given_anothers_words()
"""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from quoteattr.errors import LibraryMissing
from quoteattr.evaluate import GoldDocument, GoldQuote
from quoteattr.result.types import AttributionKind

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise LibraryMissing(error, "strategies") from error

Offsets = tuple[int, int]
Gender = Literal["female", "male"]

_FIRST = {
    "female": "Natasha Ellen Priya Carmen Ruth Helen Alma Greta".split(),
    "male": "Harold Victor Samuel Oscar Peter Walter Hugo Ivan".split(),
}
_LAST = "Ortega Brandt Okafor Delgado Lindqvist Marchetti Nakamura Vasquez Pellegrin Haddad Zielinski Abernathy Fontaine Kowalczyk".split()
_TITLES = ("mayor", "principal", "fire chief", "county clerk", "police captain", "state senator", "school board member")
_PLACES = ("Lakeport", "Ashford", "Millbrook", "Fairhaven", "Cedar Falls")
_SAID = ("said", "added")
_WORDS = (
    "we had no warning",
    "the road will stay shut until spring",
    "nobody told the families",
    "this is the third time in a year",
    "the money is there and it must be spent",
    "our doors stay open",
    "I would do it again tomorrow",
    "the pumps failed at midnight",
    "people deserve an answer",
)
_FILLERS = (
    "The meeting lasted four hours.",
    "Rain fell for most of the afternoon.",
    "The vote is set for Tuesday.",
    "About 200 residents came.",
    "The bridge was built in 1931.",
)


@frozen
class DrawnSpeaker:
    """A person of a drawn article."""

    first: str
    last: str
    gender: Gender
    title: str

    @property
    def name(self) -> str:
        """First name and last."""
        return f"{self.first} {self.last}"


@frozen
class DrawnQuote:
    """One thing said in a drawn article; all spans are code-point offsets into its text."""

    speaker: DrawnSpeaker
    kind: AttributionKind
    #: What is said, quotation marks included, in two parts where the tag stands between.
    content: tuple[Offsets, ...]
    #: The mention of the speaker beside it.
    source: Offsets


@frozen
class DrawnArticle:
    """A drawn article: its text, who says what in it, and everybody who is introduced."""

    text: str
    quotes: tuple[DrawnQuote, ...]
    speakers: tuple[DrawnSpeaker, ...]

    @property
    def gold(self) -> GoldDocument:
        """The article as an annotated document, for `quoteattr.evaluate`."""
        quotes = [GoldQuote(q.content, (q.source,), speakers=(q.speaker.name,), titles=(q.speaker.title,)) for q in self.quotes]
        return GoldDocument("drawn", self.text, tuple(quotes))


class _Page:
    """A text that grows, and remembers where things were written."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def put(self, text: str) -> Offsets:
        begin = self.length
        self.parts.append(text)
        self.length += len(text)
        return begin, self.length


@frozen
class _Marks:
    opening: str
    closing: str
    inner: tuple[str, str] = field(default=("'", "'"))


_STRAIGHT = _Marks('"', '"')
_CURLY = _Marks("“", "”", ("‘", "’"))


def speakers() -> st.SearchStrategy[DrawnSpeaker]:
    """A person with a first name that tells the gender, a last name and a title.

    >>> speakers().filter(lambda s: s.gender == "male").example().title in _TITLES  # doctest: +SKIP
    True
    """

    def named(gender: Gender) -> st.SearchStrategy[DrawnSpeaker]:
        return st.builds(DrawnSpeaker, st.sampled_from(_FIRST[gender]), st.sampled_from(_LAST), st.just(gender), st.sampled_from(_TITLES))

    return st.one_of(named("female"), named("male"))


@st.composite
def articles(
    draw: st.DrawFn,
    *,
    max_quotes: int = 5,
    pronouns: bool = True,
    indirect: bool = True,
    nested: bool = True,
    split: bool = True,
    bad_marks: bool = False,
) -> DrawnArticle:
    """An article of one to `max_quotes` quotations by one or two people, each introduced by name and title first.

    `pronouns`: later sources may be "she" or "he", right behind a sentence about that person. `indirect`: some is reported without
    quotation marks. `nested`: some quotations have another one inside. `split`: some are split by their tag. `bad_marks`: one closing mark
    of the article may be missing; what is said stays the same.
    """
    people = draw(st.lists(speakers(), min_size=1, max_size=2, unique_by=(lambda s: s.last, lambda s: s.first)))
    marks = draw(st.sampled_from((_STRAIGHT, _CURLY)))
    page = _Page()
    quotes: list[DrawnQuote] = []
    introduced: set[str] = set()
    lapse = draw(st.integers(0, max_quotes)) if bad_marks else -1
    for number in range(draw(st.integers(1, max_quotes))):
        if page.length:
            page.put("\n\n")
        if draw(st.booleans()):
            page.put(draw(st.sampled_from(_FILLERS)) + " ")
        speaker = draw(st.sampled_from(people))
        source = speaker.last
        if speaker.last not in introduced:
            introduced.add(speaker.last)
            page.put(f"{speaker.name}, the {speaker.title} of {draw(st.sampled_from(_PLACES))}, spoke to reporters. ")
        elif pronouns and draw(st.booleans()):
            page.put(f"{speaker.last} came last. ")
            source = "she" if speaker.gender == "female" else "he"
        shape = draw(st.sampled_from(["tag after", "tag before", *(["tag inside"] * split), *(["clause"] * indirect)]))
        words = draw(st.sampled_from(_WORDS))
        if nested and shape != "clause" and draw(st.booleans()):
            words += f" and the sign says {marks.inner[0]}no entry{marks.inner[1]} now"
        closing = "" if number == lapse and shape in ("tag before",) else marks.closing
        quotes.append(_write(page, draw, speaker, source, shape, words, marks, closing))
    return DrawnArticle("".join(page.parts), tuple(quotes), tuple(p for p in people if p.last in introduced))


def _write(
    page: _Page, draw: st.DrawFn, speaker: DrawnSpeaker, source: str, shape: str, words: str, marks: _Marks, closing: str
) -> DrawnQuote:
    verb = draw(st.sampled_from(_SAID))
    if shape == "clause":
        at = page.put(source[0].upper() + source[1:])
        page.put(f" {verb} that ")
        content = page.put(words)
        page.put(".")
        # the word "that" belongs to reported content
        return DrawnQuote(speaker, "indirect", ((content[0] - 5, content[1]),), at)
    if shape == "tag before":
        at = page.put(source[0].upper() + source[1:])
        page.put(f" {verb}, ")
        content = page.put(f"{marks.opening}{words[0].upper()}{words[1:]}.{closing}")
        return DrawnQuote(speaker, "direct", (content,), at)
    first = page.put(f"{marks.opening}{words[0].upper()}{words[1:]},{marks.closing}")
    page.put(" ")
    at = page.put(source)
    page.put(f" {verb}")
    if shape == "tag after":
        page.put(".")
        return DrawnQuote(speaker, "direct", (first,), at)
    page.put(". ")
    other = draw(st.sampled_from(_WORDS))
    second = page.put(f"{marks.opening}{other[0].upper()}{other[1:]}.{marks.closing}")
    return DrawnQuote(speaker, "direct", (first, second), at)

"""The types of an answer. All are frozen and compare by value; all offsets are code points into the caller's own string."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from attrs import frozen

from quoteattr.cues.verbs import CueClass
from quoteattr.errors import BadArticle

AttributionKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "unnamed person", "group", "organization", "document"]
MentionForm = Literal["name", "pronoun", "nominal"]

#: The version of the dictionaries that `Article.to_dict` makes.
FORMAT = 1


@frozen
class Span:
    """A stretch of the text, from `start` to before `end`, in code points.

    >>> Span(0, 6).of("Ortega said so.")
    'Ortega'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span in the text that it was made for."""
        return text[self.start : self.end]


@frozen
class Cue:
    """The words that say that somebody says something: "said", "according to", "did not say"."""

    spans: tuple[Span, ...]
    #: The dictionary form: "say", "according to", ":".
    lemma: str
    #: What kind of saying it is: speech, question, claim, admission, directive, commissive, judgement, evidence, thought, manner, source.
    cue_class: CueClass
    #: "did not say", "declined to say".
    negated: bool = False
    #: "might say", "would say".
    modal: bool = False


@frozen
class Mention:
    """A source or addressee as it stands in the text."""

    span: Span
    text: str
    form: MentionForm


@frozen
class Title:
    """A title or affiliation, with the place where it was read and the rule that read it."""

    text: str
    span: Span
    rule: str

    def __str__(self) -> str:
        return self.text


@frozen(cache_hash=True)
class Speaker:
    """Somebody, or something, that says something in the article."""

    #: The fullest name in the text, without titles; None for an unnamed source.
    name: str | None
    #: What the text calls an unnamed source, without its article: "ICE spokesman".
    description: str | None
    kind: SpeakerKind
    #: As the text has them, the shortest proper form first: "principal", "the school's principal".
    titles: tuple[Title, ...] = ()
    #: Where that is, or whom somebody is of: by its name ("Acme Corp."), where the article gives it, also for "the company".
    affiliation: Title | None = None
    #: The words that say that anonymity was asked for or given, or that a name is not the whole or the real one.
    anonymity: Span | None = None
    #: Everything that stands for this speaker, in text order.
    mentions: tuple[Span, ...] = ()

    @property
    def label(self) -> str:
        """The name, or the description where there is no name."""
        return self.name or self.description or ""

    @property
    def title(self) -> str | None:
        """The first title, in its shortest proper form."""
        return self.titles[0].text if self.titles else None

    @property
    def anonymous(self) -> bool:
        """Does the text say that anonymity was asked for or given, or that the name is not the whole or the real one?"""
        return self.anonymity is not None


@frozen
class Evidence:
    """A rule that fired, and the words on which it did."""

    rule: str
    spans: tuple[Span, ...] = ()


@frozen
class Attribution:
    """One thing said by one source (or by several who speak together)."""

    kind: AttributionKind
    #: What was said, split where the cue splits it, quotation marks included.
    content: tuple[Span, ...]
    #: The parts of it that stand between quotation marks.
    quoted: tuple[Span, ...]
    cue: Cue | None
    #: The source beside the quotation, as it stands.
    source: Mention | None
    #: Who that is: more than one for joint speakers, none where nobody could be told.
    speakers: tuple[Speaker, ...]
    #: How likely it is right, from 0 to 1: of 100 attributions given 0.9, 90 are.
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    #: Why there is no speaker, where there is none.
    reason: str | None = None
    #: To whom it is said: "told *reporters*".
    addressee: Mention | None = None
    #: Where or how it is said: "in a statement".
    venue: Span | None = None

    @property
    def speaker(self) -> Speaker | None:
        """The speaker, the first of joint ones; None where nobody could be told."""
        return self.speakers[0] if self.speakers else None


@frozen
class Unattributed:
    """A quotation that is held to be nobody's speech, or whose speaker is not told, with the reason."""

    span: Span
    reason: str


@frozen
class Refusal:
    """Somebody was asked and said nothing: "declined to comment", "did not respond"."""

    span: Span
    source: Mention | None
    speakers: tuple[Speaker, ...]

    @property
    def speaker(self) -> Speaker | None:
        """Who refused, the first of several; None where nobody could be told."""
        return self.speakers[0] if self.speakers else None


@frozen
class Article:
    """A text and what was found in it.

    Iterating gives the attributions in the order of the text.
    """

    text: str
    attributions: tuple[Attribution, ...]
    #: Everybody who says something, or refuses to, in the order of the first time.
    speakers: tuple[Speaker, ...]
    unattributed: tuple[Unattributed, ...]
    refusals: tuple[Refusal, ...] = ()
    #: Which coreference answered: "rules", "stanza", or the name of the caller's own.
    coreference: str = "rules"

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.attributions)

    def __len__(self) -> int:
        return len(self.attributions)

    def words(self, span: Span) -> str:
        """The words of a span of this article."""
        return self.text[span.start : span.end]

    def said_by(self, speaker: Speaker) -> tuple[Attribution, ...]:
        """The attributions of one of the article's speakers, in text order.

        >>> from quoteattr import attribute
        >>> article = attribute('"We had no warning," said Natasha Ortega. Tom Brask said it was late.')
        >>> [article.words(a.content[0]) for a in article.said_by(article.speakers[1])]
        ['it was late']
        """
        return tuple(a for a in self.attributions if speaker in a.speakers)

    def to_dict(self) -> dict[str, Any]:
        """The whole answer in plain JSON types; `from_dict` makes it again.

        >>> from quoteattr import attribute
        >>> article = attribute('"We had no warning," said Natasha Ortega.')
        >>> Article.from_dict(article.to_dict()) == article
        True
        """
        from quoteattr.result.plain import article_to_dict

        return article_to_dict(self)

    def rows(self) -> list[dict[str, str | int | float | bool | None]]:
        """One flat dictionary for each attribution, for a table: see `quoteattr.exports.rows`."""
        from quoteattr.exports.rows import rows

        return rows(self)

    def to_html(self, title: str | None = None) -> str:
        """One self-contained HTML page: the text with its quotations coloured by speaker, and the evidence of each.

        `title` is the text's first line if it is not given.

        >>> from quoteattr import attribute
        >>> page = attribute('"We had no warning," said Natasha Ortega.').to_html("<b>")
        >>> page.startswith("<!DOCTYPE html>"), "<b>" in page
        (True, False)
        """
        from quoteattr.exports.page import page

        return page(self, title)

    def _repr_html_(self) -> str:
        from quoteattr.exports.page import frame

        return frame(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article that `to_dict` wrote.

        Raises `BadArticle` if the dictionary is of another shape.
        """
        from quoteattr.result.plain import article_from_dict

        if not isinstance(data, Mapping):
            raise BadArticle(f"an article is a dictionary as Article.to_dict makes it, not {type(data).__name__}")
        return article_from_dict(data)

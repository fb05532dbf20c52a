"""One pass from the text to the typed answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import define, field

from quoteattr.attribution.assembly import utterances
from quoteattr.attribution.refusals import refusals
from quoteattr.coreference.protocol import Coreference
from quoteattr.coreference.settled import settle
from quoteattr.errors import NotText, QuoteattrError, UnknownCoreference
from quoteattr.mentions.detect import mentions
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.sources import Saying
from quoteattr.quotations import quotations
from quoteattr.quotations.passages import passages
from quoteattr.result.build import build
from quoteattr.result.types import Article
from quoteattr.text.document import Document


def _coreference(given: object) -> Coreference | None:
    if given is None or given == "rules":
        return None
    if isinstance(given, str) and given.partition(":")[0] == "stanza":
        from quoteattr.coreference.stanza_backend import StanzaCoreference

        path = given.partition(":")[2]
        return StanzaCoreference(model_path=path or None)
    if not isinstance(given, str) and isinstance(given, Coreference):
        return given
    raise UnknownCoreference(given)


@define(slots=True)
class Attributor:
    """Reads articles with one configuration; may be kept, shared by threads and pickled.

    `coreference` is ``"rules"``, ``"stanza"`` (or ``"stanza:PATH"`` with the file of a model), a `StanzaCoreference`, or an object of the
    caller's own with the `Coreference` protocol. If it fails, its `CoreferenceError` is raised, or with ``fallback="rules"`` the rules
    answer alone and `Article.coreference` says so. `thoughts` asks for what people think, believe or hope as well as for what they say.

    >>> article = Attributor().attribute('"We had no warning," said Natasha Ortega, the principal. "None," she added.')
    >>> [(a.speaker.name, a.speaker.title) for a in article]
    [('Natasha Ortega', 'principal'), ('Natasha Ortega', 'principal')]
    """

    #: None for the rules alone.
    coreference: Coreference | None = field(default=None, converter=_coreference)
    fallback: Literal["rules"] | None = field(default=None, kw_only=True)
    thoughts: bool = field(default=False, kw_only=True)

    def attribute(self, text: str) -> Article:
        """Who said what in this text, and as what.

        Takes any string and gives offsets into it, in code points. Raises `NotText` (a `TypeError`) for anything else.
        """
        if not isinstance(text, str):
            raise NotText(text)
        doc = Document(text)
        marks = quotations(doc)
        phrases = [NounPhrases(passage) for passage in passages(doc, marks)]
        said, loose = utterances(doc, marks, phrases, thoughts=self.thoughts)
        refused = [refusal for here in phrases for refusal in refusals(here)]
        sayings = [*(one.saying for one in said), *(Saying(one.source) for one in refused)]
        found, parts = mentions(doc, marks, phrases, sayings)
        settled = settle(doc, found, self.coreference, fall_back=self.fallback == "rules")
        return build(doc, marks, said, refused, loose, found, parts, settled)

    def attribute_many(self, texts: Iterable[str], *, errors: Literal["raise", "yield"] = "raise") -> Iterator[Article | QuoteattrError]:
        """The articles of several texts through one loaded model, one after the other, as they are asked for.

        With ``errors="yield"`` a text that fails gives its error in place of an article, and the others are done.
        """
        for text in texts:
            try:
                yield self.attribute(text)
            except QuoteattrError as error:
                if errors == "raise":
                    raise
                yield error


def attribute(text: str) -> Article:
    """Who said what in an English news article, and as what; by rules, with no model.

    Takes any string and gives an `Article` whose spans are code-point offsets into that string. Raises `NotText` (a `TypeError`)
    for anything but a string.

    >>> article = attribute('"We had no warning," said Natasha Ortega, the school\\'s principal.')
    >>> [(article.words(a.content[0]), a.speaker.name, a.speaker.title) for a in article]
    [('"We had no warning,"', 'Natasha Ortega', 'principal')]
    """
    return Attributor().attribute(text)

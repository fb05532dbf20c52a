"""One pass from the text to the typed answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field

from quoteattr.attribution.assembly import Utterance, utterances
from quoteattr.attribution.refusals import Refused, refusals
from quoteattr.coreference.protocol import Coreference
from quoteattr.coreference.rules import RuleCoreference
from quoteattr.errors import NotText, UnknownCoreference
from quoteattr.mentions.detect import Sourced, mentions
from quoteattr.quotations import quotations
from quoteattr.quotations.passages import passages
from quoteattr.result.build import build
from quoteattr.result.types import Article
from quoteattr.text.document import Document


def _coreference(given: object) -> Coreference:
    if given == "rules":
        return RuleCoreference()
    if callable(getattr(given, "chains", None)):
        return given  # type: ignore[return-value]
    raise UnknownCoreference(given)


@define(slots=True)
class Attributor:
    """Reads articles with one configuration; may be kept, shared by threads and pickled.

    `coreference` is ``"rules"`` or an object of the caller's own with the `Coreference` protocol. `thoughts` asks for what people
    think, believe or hope as well as for what they say.

    >>> article = Attributor().attribute('"We had no warning," said Natasha Ortega, the principal. "None," she added.')
    >>> [(a.speaker.name, a.speaker.title) for a in article]
    [('Natasha Ortega', 'principal'), ('Natasha Ortega', 'principal')]
    """

    coreference: Coreference = field(factory=RuleCoreference, converter=_coreference)
    thoughts: bool = field(default=False, kw_only=True)

    def attribute(self, text: str) -> Article:
        """Who said what in this text, and as what.

        Takes any string and gives offsets into it, in code points. Raises `NotText` (a `TypeError`) for anything else.
        """
        if not isinstance(text, str):
            raise NotText(text)
        doc = Document(text)
        marks = quotations(doc)
        frames = passages(doc, marks)
        said, loose = utterances(doc, marks, frames, thoughts=self.thoughts)
        refused = [refusal for passage in frames for refusal in refusals(passage)]
        spoken: list[Utterance | Refused] = [*said, *refused]
        sources = [Sourced(*one.source, one.passage) if one.source is not None else None for one in spoken]
        found, parts = mentions(doc, marks, frames, sources)
        chains = self.coreference.chains(doc, found)
        return build(doc, marks, said, refused, loose, found, parts, chains, self.coreference.name)

    def attribute_many(self, texts: Iterable[str]) -> Iterator[Article]:
        """The articles of several texts, one after the other, as they are asked for."""
        return map(self.attribute, texts)


def attribute(text: str) -> Article:
    """Who said what in an English news article, and as what; by rules, with no model.

    Takes any string and gives an `Article` whose spans are code-point offsets into that string. Raises `NotText` (a `TypeError`)
    for anything but a string.

    >>> article = attribute('"We had no warning," said Natasha Ortega, the school\\'s principal.')
    >>> [(article.words(a.content[0]), a.speaker.name, a.speaker.title) for a in article]
    [('"We had no warning,"', 'Natasha Ortega', 'principal')]
    """
    return Attributor().attribute(text)

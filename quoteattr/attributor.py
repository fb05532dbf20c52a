"""One pass from the text to the typed answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, get_args

from attrs import Attribute, define, field

from quoteattr.attribution.assembly import utterances
from quoteattr.attribution.own_rules import Rule, with_own_rules
from quoteattr.attribution.refusals import refusals
from quoteattr.coreference.conversation import whose_turn
from quoteattr.coreference.protocol import Coreference
from quoteattr.coreference.settled import settle
from quoteattr.cues.verbs import CueClass
from quoteattr.errors import BadSettings, NotText, QuoteattrError, UnknownCoreference
from quoteattr.lexicons.vocabulary import Vocabulary, standard
from quoteattr.mentions.detect import mentions
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.sources import Saying
from quoteattr.quotations import quotations
from quoteattr.quotations.passages import passages
from quoteattr.result.build import build
from quoteattr.result.types import Article
from quoteattr.text.document import Document

#: What kind of text is read.
Genre = Literal["news", "fiction"]


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


def _words(given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise BadSettings(f"titles must be several words, not one string; write ({given!r},)")
    return tuple(given)


def _one_of(*choices: str) -> Callable[[object, Attribute[str], str], None]:
    def check(owner: object, attribute: Attribute[str], value: str) -> None:
        if value not in choices:
            raise BadSettings(f"{attribute.name} must be one of {', '.join(map(repr, choices))}, not {value!r}")

    return check


def _rules(given: Iterable[Rule]) -> tuple[Rule, ...]:
    rules = tuple(given)
    for rule in rules:
        if not isinstance(rule, Rule):
            raise BadSettings(f"a rule is an object with a name and a method find(text), not {type(rule).__name__}")
    return rules


@define(slots=True)
class Attributor:
    """Reads articles with one configuration; may be kept, shared by threads and pickled.

    `coreference` is ``"rules"``, ``"stanza"`` (or ``"stanza:PATH"`` with the file of a model), a `StanzaCoreference`, or an object of the
    caller's own with the `Coreference` protocol. If it fails, its `CoreferenceError` is raised, or with ``fallback="rules"`` the rules
    answer alone and `Article.coreference` says so. `thoughts` asks for what people think, believe or hope as well as for what they say.

    ``genre="fiction"`` is for stories, which are told in dialogue: quotations without a cue go to whose turn it is, and people who have
    only a surname are named with their title ("Mrs. Moore"). It is right much less often than news, and off unless asked for.

    `cues` changes the cue verbs: a verb in its dictionary form and its class, or None to take it out. `titles` adds nouns for offices and
    professions. `rules` are the caller's own, asked before the others. All three raise `BadSettings` if they are no such thing.

    >>> article = Attributor().attribute('"We had no warning," said Natasha Ortega, the principal. "None," she added.')
    >>> [(a.speaker.name, a.speaker.title) for a in article]
    [('Natasha Ortega', 'principal'), ('Natasha Ortega', 'principal')]
    """

    #: None for the rules alone.
    coreference: Coreference | None = field(default=None, converter=_coreference)
    fallback: Literal["rules"] | None = field(default=None, kw_only=True)
    thoughts: bool = field(default=False, kw_only=True)
    genre: Genre = field(default="news", kw_only=True, validator=_one_of(*get_args(Genre)))
    cues: Mapping[str, CueClass | None] = field(factory=dict, kw_only=True)
    titles: tuple[str, ...] = field(default=(), converter=_words, kw_only=True)
    rules: tuple[Rule, ...] = field(default=(), converter=_rules, kw_only=True)
    _vocabulary: Vocabulary = field(init=False, repr=False, eq=False)

    @_vocabulary.default
    def _changed(self) -> Vocabulary:
        return standard().changed(self.cues, self.titles) if self.cues or self.titles else standard()

    def attribute(self, text: str) -> Article:
        """Who said what in this text, and as what.

        Takes any string and gives offsets into it, in code points. Raises `NotText` (a `TypeError`) for anything else.
        """
        if not isinstance(text, str):
            raise NotText(text)
        doc = Document(text, self._vocabulary)
        marks = quotations(doc)
        phrases = [NounPhrases(passage) for passage in passages(doc, marks)]
        fiction = self.genre == "fiction"
        found = utterances(doc, marks, phrases, thoughts=self.thoughts, fiction=fiction)
        said, loose = with_own_rules(doc, marks, phrases, found, self.rules)
        refused = [refusal for here in phrases for refusal in refusals(here)]
        sayings = [*(one.saying for one in said), *(Saying(one.source) for one in refused)]
        named, parts = mentions(doc, marks, phrases, sayings, fiction=fiction)
        settled = settle(doc, named, self.coreference, fall_back=self.fallback == "rules")
        if fiction:
            told = whose_turn(doc, marks, said, named, parts, settled)
            said, parts, settled = told.said, told.sources, told.settled
        return build(doc, marks, said, refused, loose, named, parts, settled, fiction=fiction)

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

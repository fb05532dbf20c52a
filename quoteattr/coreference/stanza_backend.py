"""Stanza's neural coreference, over the library's own tokens or over a Stanza document that the caller has.

Stanza (https://stanfordnlp.github.io/stanza/) and PyTorch are imported when a model is first needed, never before. Only the coreference
model is loaded: the tokens and sentences go in as they are (``tokenize_pretokenized``), and the chains come back word by word.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import regex
from attrs import define, field

from quoteattr.errors import (
    CoreferenceFailed,
    DocumentMisaligned,
    ModelDamaged,
    ModelMissing,
    StanzaMissing,
    TransformersMissing,
)
from quoteattr.mentions.mention import Mention
from quoteattr.text.document import Document, TokenRange

if TYPE_CHECKING:
    import stanza

#: Words that the model sees at once. Its cost grows with the square of them, so that a long document is read in windows.
WINDOW = 1200
#: A character that no tokenizer drops: none for control or formatting, no lone combining mark, not the replacement character.
_SOMETHING = regex.compile(r"[^\p{C}\p{M}\p{Z}\N{REPLACEMENT CHARACTER}]")
#: Words that a window shares with the one before, by which their chains are joined.
OVERLAP = 400


@define(slots=True, eq=False)
class StanzaCoreference:
    """Coreference by Stanza's ``CorefProcessor``.

    `package` names a model that ``stanza.download`` (or ``quoteattr download``) has fetched; `model_path` gives the file of another one;
    `model_dir` is where Stanza keeps its models. `device` is a PyTorch device ("cpu", "cuda:0"), `threads` bounds PyTorch's threads.

    The model is loaded with the first document, once, and shared by threads, one document at a time; a pickled copy loads it again in
    the other process. `close` lets it go; so does leaving a ``with`` block.

    Errors: `StanzaMissing`, `TransformersMissing`, `ModelMissing`, `ModelDamaged`, and `CoreferenceFailed` for a document that the model
    fails on; all are `CoreferenceError`.
    """

    package: str | None = None
    model_path: str | Path | None = None
    model_dir: str | Path | None = None
    use_gpu: bool = False
    device: str | None = None
    threads: int | None = None
    window: int = WINDOW
    overlap: int = OVERLAP
    _pipeline: Any = field(default=None, init=False, repr=False)
    _lock: Any = field(factory=threading.RLock, init=False, repr=False)

    @property
    def name(self) -> str:
        """What the result says answered."""
        return "stanza"

    def chains(self, document: Document, mentions: Sequence[Mention] = ()) -> list[list[TokenRange]]:
        """The model's chains as ranges of the document's tokens."""
        joined = _Joined()
        for sentences in windows(document, self.window, self.overlap):
            words = [[_visible(word) for word in document.words[first:last]] for first, last in sentences]
            for chain in self._run(words).coref:
                joined.add(_ranges(chain, [first for first, _ in sentences]))
        return joined.chains()

    def _run(self, words: list[list[str]]) -> stanza.Document:
        with self._lock:
            pipeline = self._loaded()
            try:
                result: stanza.Document = pipeline(words)
            except Exception as error:
                # whatever the model does on one document must not stop a run over thousands
                raise CoreferenceFailed(error) from error
            return result

    def _loaded(self) -> Any:
        if self._pipeline is None:
            self._pipeline = _load(self)
        return self._pipeline

    def load(self) -> None:
        """Load the model now, and not with the first document."""
        with self._lock:
            self._loaded()

    def close(self) -> None:
        """Let the model go; the next document loads it again."""
        with self._lock:
            self._pipeline = None

    def __enter__(self) -> StanzaCoreference:
        """Use as a context manager that closes."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close."""
        self.close()

    def __getstate__(self) -> dict[str, Any]:
        """All settings, without the model and the lock."""
        settings = ("package", "model_path", "model_dir", "use_gpu", "device", "threads", "window", "overlap")
        return {name: getattr(self, name) for name in settings}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """The settings; the model is loaded when it is needed."""
        for name, value in state.items():
            setattr(self, name, value)
        self._pipeline = None
        self._lock = threading.RLock()


def _load(settings: StanzaCoreference) -> Any:
    try:
        import stanza
        import torch
    except ImportError as error:
        raise StanzaMissing(error) from error
    if settings.model_path is not None and not Path(settings.model_path).is_file():
        raise ModelMissing(str(settings.model_path))
    if settings.threads is not None:
        torch.set_num_threads(settings.threads)
    options: dict[str, Any] = {
        "lang": "en",
        "processors": "tokenize,coref" if settings.package is None else {"tokenize": "default", "coref": settings.package},
        "tokenize_pretokenized": True,
        "download_method": None,
        "verbose": False,
        "use_gpu": settings.use_gpu,
    }
    if settings.device is not None:
        options["device"] = settings.device
    if settings.model_dir is not None:
        options["dir"] = str(settings.model_dir)
    with _resources(settings) as folder:
        if settings.model_path is not None:
            options |= {"coref_model_path": str(settings.model_path), "allow_unknown_language": True, "processors": "tokenize,coref"}
            if folder is not None:
                options["dir"] = folder
        try:
            return stanza.Pipeline(**options)
        except ImportError as error:
            raise TransformersMissing(error) from error
        except Exception as error:
            raise _what_failed(settings, error) from error


@contextmanager
def _resources(settings: StanzaCoreference) -> Iterator[str | None]:
    """A folder with an empty list of resources, which Stanza wants to see even where a model file is named."""
    if settings.model_path is None or settings.model_dir is not None:
        yield None
        return
    with TemporaryDirectory(prefix="quoteattr-") as folder:
        (Path(folder) / "resources.json").write_text("{}", encoding="utf-8")
        yield folder


def _what_failed(settings: StanzaCoreference, error: Exception) -> ModelMissing | ModelDamaged:
    """Which of our errors an error of Stanza's is: no model there, or one that cannot be read."""
    missing = type(error).__name__ in (
        "FileNotFoundError",
        "ResourcesFileNotFoundError",
        "LanguageNotDownloadedError",
        "UnsupportedProcessorError",
    )
    named = str(settings.model_path) if settings.model_path is not None else settings.package or "the default English model"
    if missing and settings.model_path is None:
        return ModelMissing(named)
    return ModelDamaged(named, error)


def _visible(word: str) -> str:
    """The word, or a dash in place of one that a transformer's tokenizer would drop, at which Stanza stops: a zero-width space."""
    return word if _SOMETHING.search(word) else "-"


# -- windows -----------------------------------------------------------------------------------------------------------


def windows(document: Document, size: int, overlap: int) -> Iterable[list[TokenRange]]:
    """The sentences of a document in windows of about `size` words, cut at paragraphs, each sharing about `overlap` words with the last.

    >>> doc = Document("One two. Three.\\n\\nFour five six.\\n\\nSeven.")
    >>> [[doc.slice(*s) for s in window] for window in windows(doc, 8, 4)]
    [['One two.', 'Three.'], ['Four five six.', 'Seven.']]
    """
    paragraphs = document.paragraphs
    first = 0
    while first < len(paragraphs):
        last = first + 1
        start = paragraphs[first][0]
        while last < len(paragraphs) and paragraphs[last][1] - start <= size:
            last += 1
        sentences = document.sentences[document.sentence_of[start] : document.sentence_of[paragraphs[last - 1][1] - 1] + 1]
        yield list(sentences)
        if last >= len(paragraphs):
            return
        end = paragraphs[last - 1][1]
        following = last
        while following - 1 > first and end - paragraphs[following - 1][0] <= overlap:
            following -= 1
        first = following


class _Joined:
    """Chains of several windows, joined where they share a range."""

    def __init__(self) -> None:
        self.parent: dict[TokenRange, TokenRange] = {}

    def _root(self, item: TokenRange) -> TokenRange:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def add(self, chain: list[TokenRange]) -> None:
        """Take in one window's chain."""
        for item in chain:
            self.parent.setdefault(item, item)
        for item in chain[1:]:
            self.parent[self._root(item)] = self._root(chain[0])

    def chains(self) -> list[list[TokenRange]]:
        """All chains, each in text order."""
        found: dict[TokenRange, list[TokenRange]] = {}
        for item in sorted(self.parent):
            found.setdefault(self._root(item), []).append(item)
        return list(found.values())


def _ranges(chain: Any, offsets: Sequence[int]) -> list[TokenRange]:
    """A Stanza chain as ranges of our tokens, given the first token of each sentence."""
    return [(offsets[m.sentence] + m.start_word, offsets[m.sentence] + m.end_word) for m in chain.mentions if _has_words(m)]


def _has_words(mention: Any) -> bool:
    """Is it no zero node? Stanza marks the end of one by a tuple."""
    return not isinstance(mention.start_word, tuple) and not isinstance(mention.end_word, tuple)


# -- a document that the caller has ------------------------------------------------------------------------------------


@define(slots=True, eq=False)
class StanzaDocument:
    """The coreference of a ``stanza.Document`` that the caller has run, aligned by its characters."""

    doc: Any

    @property
    def name(self) -> str:
        """What the result says answered."""
        return "stanza document"

    def chains(self, document: Document, mentions: Sequence[Mention] = ()) -> list[list[TokenRange]]:
        """The document's chains as ranges of our tokens.

        Raises `DocumentMisaligned` if the Stanza document is of another text.
        """
        places = _aligned(document.text, self.doc)
        found = []
        for chain in self.doc.coref or []:
            ranges = [r for m in chain.mentions if (r := self._range(document, places, m)) is not None]
            if ranges:
                found.append(sorted(set(ranges)))
        return found

    def _range(self, document: Document, places: Sequence[list[TokenRange]], mention: Any) -> TokenRange | None:
        if not _has_words(mention):
            return None
        words = places[mention.sentence][mention.start_word : mention.end_word]
        if not words:
            return None
        first = document.token_at(words[0][0])
        last = document.token_at(words[-1][1] - 1) + 1
        return (first, last) if first < last <= len(document) else None


def coreference_from(doc: stanza.Document) -> StanzaDocument:
    """The coreference of a ``stanza.Document`` that was run with any processors and has chains.

    Its text may be a part of the article's text, and its white space may differ: it is aligned by the characters of its words. If it
    does not fit, `DocumentMisaligned` shows where.
    """
    return StanzaDocument(doc)


def _aligned(text: str, doc: Any) -> list[list[TokenRange]]:
    """Where each word of a Stanza document stands in the text, by sentence."""
    at = _first_place(text, doc)
    places: list[list[TokenRange]] = []
    for sentence in doc.sentences:
        here: list[TokenRange] = []
        for token in sentence.tokens:
            start, at = _match(text, at, token.text)
            here += [(start, at)] * len(token.words)
        places.append(here)
    return places


def _first_place(text: str, doc: Any) -> int:
    """Where the first words of the document stand: its text may be cut from the article's middle."""
    words = [token.text for sentence in doc.sentences for token in sentence.tokens][:8]
    if not words:
        return 0
    at = text.find(words[0])
    while at >= 0:
        try:
            place = at
            for word in words:
                _, place = _match(text, place, word)
        except DocumentMisaligned:
            at = text.find(words[0], at + 1)
            continue
        return at
    raise DocumentMisaligned(text, 0, words[0])


def _match(text: str, at: int, word: str) -> TokenRange:
    """The next place of a word, white space passed over in both."""
    while at < len(text) and text[at].isspace():
        at += 1
    start = at
    for ch in word:
        if ch.isspace():
            continue
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text) or text[at] != ch:
            raise DocumentMisaligned(text, at, word)
        at += 1
    return start, at

"""The library's own errors, each of which names the way out."""

from __future__ import annotations


def _cause(error: Exception, most: int = 200) -> str:
    """What went wrong elsewhere, on one line."""
    reason = str(error).splitlines()[0] if str(error) else ""
    return f"{type(error).__name__}: {reason[:most]}"


class QuoteattrError(Exception):
    """Anything that quoteattr raises on purpose."""


class NotText(QuoteattrError, TypeError):
    """Something other than a string was given where a text is wanted."""

    def __init__(self, given: object) -> None:
        hint = "; decode it first, for example given.decode('utf-8')" if isinstance(given, (bytes, bytearray)) else ""
        super().__init__(f"the text must be a str, not {type(given).__name__}{hint}")


class UnknownCoreference(QuoteattrError, ValueError):
    """The name of a coreference that does not exist."""

    def __init__(self, given: object) -> None:
        choices = '"rules", "stanza", "stanza:PATH" or an object with a name and a method chains(document, mentions)'
        super().__init__(f"coreference must be {choices}, not {given!r}")


class BadArticle(QuoteattrError, ValueError):
    """A dictionary that `Article.from_dict` cannot read."""


class CoreferenceError(QuoteattrError):
    """A coreference that cannot be had, or that failed on a document."""


class StanzaMissing(CoreferenceError):
    """Stanza or PyTorch is not installed."""

    def __init__(self, cause: ImportError) -> None:
        super().__init__(f'{cause.name or "stanza"} is not installed; install it with: pip install "quoteattr[stanza]"')


class TransformersMissing(CoreferenceError):
    """The libraries that Stanza's coreference needs beside PyTorch are not installed."""

    def __init__(self, cause: ImportError) -> None:
        super().__init__(f'Stanza\'s coreference needs transformers and peft ({cause}); install them with: pip install "quoteattr[stanza]"')


class ModelMissing(CoreferenceError):
    """The coreference model is not on this machine."""

    def __init__(self, model: str) -> None:
        super().__init__(
            f"the coreference model {model} is not here; fetch Stanza's with: quoteattr download, or name a file with model_path"
        )
        self.model = model


class DownloadFailed(CoreferenceError):
    """The coreference model could not be fetched."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(
            f"the model could not be fetched ({_cause(cause, 160)}); nothing was left behind. Try again with a "
            "network that reaches Stanza's models, or name a model file with model_path"
        )


class ModelDamaged(CoreferenceError):
    """The file is no coreference model that Stanza can read."""

    def __init__(self, model: str, cause: Exception) -> None:
        super().__init__(f"{model} is not a coreference model that Stanza can read ({_cause(cause)}); fetch it again")
        self.model = model


class CoreferenceFailed(CoreferenceError):
    """The model failed on one document."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(f'the coreference model failed on this document ({_cause(cause)}); fallback="rules" goes on without it')


class DocumentMisaligned(CoreferenceError, ValueError):
    """A Stanza document is of another text."""

    def __init__(self, text: str, at: int, word: str) -> None:
        found = text[at : at + 20]
        super().__init__(f"the Stanza document does not fit the text: {word!r} was expected at offset {at}, where the text has {found!r}")
        self.offset = at


class LibraryMissing(QuoteattrError, ImportError):
    """A library that an optional part needs is not installed."""

    def __init__(self, cause: ImportError, extra: str) -> None:
        super().__init__(f'{cause.name or extra} is not installed; install it with: pip install "quoteattr[{extra}]"')


class BadSettings(QuoteattrError, ValueError):
    """A setting that does not exist, or that another one excludes."""


class BadAnnotation(QuoteattrError, ValueError):
    """A line of an annotated file that cannot be read."""

    def __init__(self, path: str, line: int, cause: Exception) -> None:
        super().__init__(f"{path}, line {line}: not an annotated document ({_cause(cause)})")

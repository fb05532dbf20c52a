"""A Stanza document of the article, with the library's tokens and the mentions of each speaker as a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.errors import LibraryMissing
from quoteattr.result.types import Article, Span
from quoteattr.text.document import Document

if TYPE_CHECKING:
    import stanza


def stanza_document(article: Article) -> stanza.Document:
    """The article as a ``stanza.Document``: our sentences and tokens with their characters, and a coreference chain for each speaker.

    The chains are where Stanza keeps its own (``doc.coref``), each with the speaker's name or description as its representative text, so
    that what reads Stanza's answers reads these; `quoteattr.coreference_from` takes the document back. Raises `LibraryMissing` without
    Stanza.
    """
    try:
        import stanza
        from stanza.models.coref.coref_chain import CorefChain, CorefMention
    except ImportError as error:
        raise LibraryMissing(error, "stanza") from error
    document = Document(article.text)
    sentences = []
    for first, last in document.sentences:
        words = []
        for number, token in enumerate(range(first, last), 1):
            start, end = document.chars(token, token + 1)
            words.append({"id": (number,), "text": document.words[token], "start_char": start, "end_char": end})
        sentences.append(words)
    doc = stanza.Document(sentences, text=article.text)
    chains = []
    for number, speaker in enumerate(article.speakers):
        places = [_place(document, span) for span in speaker.mentions]
        mentions = [CorefMention(sentence, start, end) for sentence, start, end in places]
        chains.append(CorefChain(number, mentions, speaker.label, 0))
    doc.coref = chains
    return doc


def _place(document: Document, span: Span) -> tuple[int, int, int]:
    """The sentence of a span, and its first word and the one behind it there."""
    first = document.token_at(span.start)
    last = document.token_at(span.end - 1) + 1
    sentence = document.sentence_of[first]
    begin, end = document.sentences[sentence]
    return sentence, first - begin, min(last, end) - begin

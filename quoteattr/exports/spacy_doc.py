"""A spaCy document with the attributions as a group of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.errors import DocumentMisaligned, LibraryMissing
from quoteattr.result.types import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The name of the group in ``doc.spans``.
GROUP = "quotes"


def spacy_doc(article: Article, doc: Doc | None = None) -> Doc:
    """A spaCy ``Doc`` whose ``doc.spans["quotes"]`` are the pieces of content, in text order.

    Each span has the kind as its ``label_``, the speaker's name or description as its ``kb_id_``, and the number of its attribution as its
    ``id``. `doc` is a ``Doc`` of the same text that the caller has; without one, an English tokenizer makes it. Where content begins
    or ends inside one of spaCy's tokens, the span is widened to the whole token.

    Raises `LibraryMissing` without spaCy, `DocumentMisaligned` for a ``Doc`` of another text.
    """
    try:
        import spacy
        from spacy.tokens import Span, SpanGroup
    except ImportError as error:
        raise LibraryMissing(error, "spacy") from error
    if doc is None:
        # a lone surrogate cannot be encoded, and spaCy keeps its strings as UTF-8
        doc = spacy.blank("en").make_doc(article.text.encode("utf-8", "replace").decode("utf-8"))
    if len(doc.text) != len(article.text):
        raise DocumentMisaligned(article.text, 0, doc.text[:20])
    group = SpanGroup(doc, name=GROUP, attrs={"by": "quoteattr"})
    pieces = sorted((span.start, span.end, number) for number, a in enumerate(article) for span in a.content)
    for start, end, number in pieces:
        a = article.attributions[number]
        found = doc.char_span(start, end, alignment_mode="expand")
        if found is not None:
            label = a.speaker.label if a.speaker else ""
            group.append(Span(doc, found.start, found.end, label=a.kind, kb_id=label, span_id=str(number)))
    doc.spans[GROUP] = group
    return doc

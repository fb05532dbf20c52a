"""The W3C's Web Annotation: what annotation tools read (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from typing import Any

from quoteattr.result.types import Article, Attribution, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Characters of the text before and behind that a quote selector carries.
_AROUND = 32


def web_annotations(article: Article, source: str) -> dict[str, Any]:
    """The attributions as one Web Annotation page in JSON-LD.

    `source` is the IRI of the article's plain text. Each attribution is an annotation whose bodies are the speaker ("identifying"), the
    title ("describing") and the kind ("classifying"), and whose targets are the spans of its content, each by a TextPositionSelector
    (code points) and a TextQuoteSelector.

    >>> from quoteattr import attribute
    >>> page = web_annotations(attribute('"No," said Ana Reyes.'), "https://example.org/a.txt")
    >>> [body["value"] for body in page["items"][0]["body"]]
    ['Ana Reyes', 'direct']
    >>> page["items"][0]["target"][0]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 5}
    """
    return {
        "@context": CONTEXT,
        "id": f"{source}#quoteattr",
        "type": "AnnotationPage",
        "items": [_annotation(article, number, a, source) for number, a in enumerate(article, 1)],
    }


def _annotation(article: Article, number: int, a: Attribution, source: str) -> dict[str, Any]:
    values = [("identifying", s.label) for s in a.speakers]
    values += [("describing", s.title) for s in a.speakers if s.title]
    values += [("commenting", a.reason)] if a.reason else []
    values.append(("classifying", a.kind))
    return {
        "id": f"{source}#quoteattr-{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [{"type": "TextualBody", "purpose": purpose, "value": value} for purpose, value in values],
        "target": [{"source": source, "selector": _selectors(article.text, span)} for span in a.content],
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]

"""Drawn articles: their annotation is right, and the library finds all of it."""

from __future__ import annotations

from hypothesis import given, settings

from quoteattr import attribute
from quoteattr.strategies import DrawnArticle, articles


@given(articles(bad_marks=True))
@settings(max_examples=200, deadline=None)
def test_the_annotation_fits_the_text(article: DrawnArticle) -> None:
    for quote in article.quotes:
        first, last = quote.content[0][0], quote.content[-1][1]
        assert article.text[first] in '"“t'
        assert article.text[last - 1].isalpha() or article.text[last - 1] in '"”.'
        source = article.text[slice(*quote.source)]
        assert source in (quote.speaker.last, "she", "he", "She", "He")
        assert f"{quote.speaker.name}, the {quote.speaker.title}" in article.text


@given(articles())
@settings(max_examples=300, deadline=None)
def test_everything_is_found_as_it_was_drawn(article: DrawnArticle) -> None:
    found = [
        (a.kind, tuple((s.start, s.end) for s in a.content), a.speaker and (a.speaker.name, a.speaker.title))
        for a in attribute(article.text)
    ]
    assert found == [(q.kind, q.content, (q.speaker.name, q.speaker.title)) for q in article.quotes]


@given(articles(bad_marks=True))
@settings(max_examples=200, deadline=None)
def test_a_missing_mark_moves_nobodys_words_to_another(article: DrawnArticle) -> None:
    assert [a.speaker and a.speaker.name for a in attribute(article.text)] == [q.speaker.name for q in article.quotes]

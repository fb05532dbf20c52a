"""Articles as plain JSON types, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import cattrs
from cattrs.errors import BaseValidationError

from quoteattr.errors import BadArticle
from quoteattr.result.types import FORMAT, Article, Attribution, Speaker

_converter = cattrs.Converter(forbid_extra_keys=True)


def article_to_dict(article: Article) -> dict[str, Any]:
    """Speakers are written once; attributions name them by their place in that list."""
    data: dict[str, Any] = {"format": FORMAT, **_converter.unstructure(article)}
    for attribution, written in zip(article.attributions, data["attributions"], strict=True):
        written["speakers"] = [article.speakers.index(speaker) for speaker in attribution.speakers]
    return _lists(data)


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_lists(item) for item in value]
    return value


def article_from_dict(data: Mapping[str, Any]) -> Article:
    """The article that `article_to_dict` wrote."""
    if data.get("format") != FORMAT:
        raise BadArticle(f"this dictionary has format {data.get('format')!r}; this version reads format {FORMAT}")
    rest = {key: value for key, value in data.items() if key != "format"}
    try:
        speakers = tuple(_converter.structure(s, Speaker) for s in rest["speakers"])
        attributions = []
        for written in rest["attributions"]:
            bare = _converter.structure({**written, "speakers": []}, Attribution)
            attributions.append(_with_speakers(bare, tuple(speakers[i] for i in written["speakers"])))
        whole = _converter.structure({**rest, "speakers": [], "attributions": []}, Article)
    except (BaseValidationError, KeyError, IndexError, TypeError, ValueError) as error:
        raise BadArticle(f"not a dictionary that Article.to_dict makes: {type(error).__name__}: {error}") from error
    return Article(whole.text, tuple(attributions), speakers, whole.unattributed, whole.coreference)


def _with_speakers(attribution: Attribution, speakers: tuple[Speaker, ...]) -> Attribution:
    from attrs import evolve

    return evolve(attribution, speakers=speakers)

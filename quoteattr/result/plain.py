"""Articles as plain JSON types, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import cattrs
from attrs import evolve
from cattrs.errors import BaseValidationError

from quoteattr.errors import BadArticle
from quoteattr.result.types import FORMAT, Article, Attribution, Refusal, Speaker

_converter = cattrs.Converter(forbid_extra_keys=True)


def article_to_dict(article: Article) -> dict[str, Any]:
    """Speakers are written once; attributions name them by their place in that list."""
    data: dict[str, Any] = {"format": FORMAT, **_converter.unstructure(article)}
    place = {speaker: i for i, speaker in enumerate(article.speakers)}
    said: list[Attribution | Refusal] = [*article.attributions, *article.refusals]
    for item, written in zip(said, [*data["attributions"], *data["refusals"]], strict=True):
        written["speakers"] = [place[speaker] for speaker in item.speakers]
    plain: dict[str, Any] = _lists(data)
    return plain


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
        attributions = [_spoken(Attribution, written, speakers) for written in rest["attributions"]]
        refusals = [_spoken(Refusal, written, speakers) for written in rest["refusals"]]
        whole = _converter.structure({**rest, "speakers": [], "attributions": [], "refusals": []}, Article)
    except (BaseValidationError, KeyError, IndexError, TypeError, ValueError) as error:
        raise BadArticle(f"not a dictionary that Article.to_dict makes: {type(error).__name__}: {error}") from error
    return evolve(whole, speakers=speakers, attributions=tuple(attributions), refusals=tuple(refusals))


_Spoken = TypeVar("_Spoken", Attribution, Refusal)


def _spoken(kind: type[_Spoken], written: Mapping[str, Any], speakers: tuple[Speaker, ...]) -> _Spoken:
    bare = _converter.structure({**written, "speakers": []}, kind)
    return evolve(bare, speakers=tuple(speakers[i] for i in written["speakers"]))

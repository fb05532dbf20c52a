"""The JSON Schema of what `Article.to_dict` gives."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from quoteattr.result.types import FORMAT


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the dictionaries of `Article.to_dict`; ``properties.format.const`` is its version.

    >>> json_schema()["properties"]["format"]
    {'const': 1}
    """
    schema: dict[str, Any] = json.loads((files(__package__) / f"article-{FORMAT}.schema.json").read_text(encoding="utf-8"))
    return schema

"""Articles by the batch, as Arrow data: for Spark, Ray, DuckDB, polars, and files of parquet.

`attribute_batches` takes an iterator of record batches and gives one, as Spark's ``mapInArrow`` wants; `attribute_table` takes a table or
a batch, as Ray Data's ``map_batches`` gives it. Both keep the caller's columns and add those of `RESULT_FIELDS`, one row an article.
Needs pyarrow: ``pip install "quoteattr[arrow]"``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from quoteattr.attributor import Attributor
from quoteattr.errors import BadSettings, LibraryMissing, QuoteattrError
from quoteattr.result.types import Article, Attribution, Speaker

try:
    import pyarrow as pa
    import pyarrow.dataset
    import pyarrow.parquet
except ImportError as error:
    raise LibraryMissing(error, "arrow") from error

_SPAN = pa.struct([("start", pa.int64()), ("end", pa.int64())])
_SPEAKER = pa.struct(
    [
        ("name", pa.string()),
        ("description", pa.string()),
        ("kind", pa.string()),
        ("title", pa.string()),
        ("titles", pa.list_(pa.string())),
        ("affiliation", pa.string()),
        ("anonymous", pa.bool_()),
    ]
)
_ATTRIBUTION = pa.struct(
    [
        ("kind", pa.string()),
        ("content", pa.list_(_SPAN)),
        ("quoted", pa.list_(_SPAN)),
        ("words", pa.list_(pa.string())),
        ("cue", pa.string()),
        ("cue_class", pa.string()),
        ("negated", pa.bool_()),
        ("modal", pa.bool_()),
        ("source", pa.string()),
        ("speakers", pa.list_(_SPEAKER)),
        ("confidence", pa.float64()),
        ("rules", pa.list_(pa.string())),
        ("reason", pa.string()),
    ]
)
#: The columns that are added: the attributions of the article in that row, and the error if it could not be done. Spans are code points.
RESULT_FIELDS = (
    pa.field("attributions", pa.list_(_ATTRIBUTION)),
    pa.field("coreference", pa.string()),
    pa.field("error", pa.string()),
)

_Batch = TypeVar("_Batch", pa.RecordBatch, pa.Table)


def output_schema(schema: pa.Schema) -> pa.Schema:
    """The schema of what comes out for batches of this schema: its columns, then `RESULT_FIELDS`.

    For Spark, ``pyspark.sql.pandas.types.from_arrow_schema`` makes its own of it. Raises `BadSettings` if a column is there already.

    >>> output_schema(pa.schema([("text", pa.string())])).names
    ['text', 'attributions', 'coreference', 'error']
    """
    taken = [one.name for one in RESULT_FIELDS if one.name in schema.names]
    if taken:
        raise BadSettings(f"there is a column {taken[0]!r} already; rename it before")
    return pa.schema([*schema, *RESULT_FIELDS])


def attribute_table(batch: _Batch, text: str = "text", *, attributor: Attributor | None = None) -> _Batch:
    """The batch with the attributions of the articles in its column `text`; for Ray Data's ``map_batches(..., batch_format="pyarrow")``.

    A row without text gets no attributions; a text on which the coreference fails gets its error in the column ``error``, and the other
    rows are done. Raises `BadSettings` if there is no such column of strings.

    >>> table = attribute_table(pa.table({"text": ['"No," said Ana Reyes.', None]}))
    >>> [[a["speakers"][0]["name"] for a in row or []] for row in table["attributions"].to_pylist()]
    [['Ana Reyes'], []]
    """
    schema = output_schema(batch.schema)
    if text not in batch.schema.names:
        raise BadSettings(f"there is no column {text!r}; there are {', '.join(batch.schema.names)}")
    column = batch.column(text)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        raise BadSettings(f"the column {text!r} holds {column.type}, not strings")
    answers = [_answer(attributor or Attributor(), article) for article in column.to_pylist()]
    added: list[Any] = [pa.array([answer[field.name] for answer in answers], type=field.type) for field in RESULT_FIELDS]
    return type(batch).from_arrays([*batch.columns, *added], schema=schema)


def attribute_batches(
    batches: Iterable[pa.RecordBatch], text: str = "text", *, attributor: Attributor | None = None
) -> Iterator[pa.RecordBatch]:
    """The batches with their attributions, one after the other; for Spark's ``mapInArrow``. See `attribute_table`.

    >>> batch = pa.RecordBatch.from_pydict({"text": ["Ana Reyes said it was late."]})
    >>> [out.num_rows for out in attribute_batches([batch])]
    [1]
    """
    attributor = attributor or Attributor()
    for batch in batches:
        yield attribute_table(batch, text, attributor=attributor)


def _answer(attributor: Attributor, text: str | None) -> dict[str, Any]:
    if text is None:
        return {"attributions": None, "coreference": None, "error": None}
    try:
        article = attributor.attribute(text)
    except QuoteattrError as error:
        return {"attributions": None, "coreference": None, "error": str(error)}
    return {"attributions": attributions_of(article), "coreference": article.coreference, "error": None}


def attributions_of(article: Article) -> list[dict[str, Any]]:
    """The attributions as the plain values of the column ``attributions``."""
    return [_attribution(article, a) for a in article]


def _attribution(article: Article, a: Attribution) -> dict[str, Any]:
    return {
        "kind": a.kind,
        "content": [{"start": s.start, "end": s.end} for s in a.content],
        "quoted": [{"start": s.start, "end": s.end} for s in a.quoted],
        "words": [_encodable(article.words(s)) for s in a.content],
        "cue": _encodable(" ".join(article.words(s) for s in a.cue.spans)) if a.cue else None,
        "cue_class": a.cue.cue_class if a.cue else None,
        "negated": a.cue.negated if a.cue else None,
        "modal": a.cue.modal if a.cue else None,
        "source": _encodable(a.source.text) if a.source else None,
        "speakers": [_speaker(s) for s in a.speakers],
        "confidence": a.confidence,
        "rules": [e.rule for e in a.evidence],
        "reason": _encodable(a.reason) if a.reason else None,
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": _encodable(speaker.name) if speaker.name else None,
        "description": _encodable(speaker.description) if speaker.description else None,
        "kind": speaker.kind,
        "title": _encodable(speaker.title) if speaker.title else None,
        "titles": [_encodable(t.text) for t in speaker.titles],
        "affiliation": _encodable(speaker.affiliation.text) if speaker.affiliation else None,
        "anonymous": speaker.anonymous,
    }


def _encodable(text: str) -> str:
    """The text with lone surrogates, which Arrow's UTF-8 cannot hold, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


# -- a folder of parquet files -----------------------------------------------------------------------------------------

_FILE_SCHEMA = pa.schema([("file", pa.string()), ("text", pa.string()), *RESULT_FIELDS])


def write_part(folder: Path, articles: Mapping[str, Article]) -> Path:
    """Write articles, by the name of their file, as one more parquet file of a folder; it is there whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [
        {
            "file": _encodable(name),
            "text": _encodable(article.text),
            "attributions": attributions_of(article),
            "coreference": article.coreference,
            "error": None,
        }
        for name, article in articles.items()
    ]
    handle, temporary = tempfile.mkstemp(prefix=".part-", dir=folder)
    os.close(handle)
    pyarrow.parquet.write_table(pa.Table.from_pylist(rows, schema=_FILE_SCHEMA), temporary)
    number = len(list(folder.glob("part-*.parquet")))
    target = folder / f"part-{number:05}.parquet"
    os.replace(temporary, target)
    return target


def read_files(folder: Path) -> set[str]:
    """The names of the files whose articles are in a folder of parquet files."""
    parts = sorted(folder.glob("part-*.parquet"))
    return {name for part in parts for name in pyarrow.parquet.read_table(part, columns=["file"])["file"].to_pylist()}

"""Arrow batches on one machine, on a real Spark and on a real Ray: the same answers everywhere."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newspaper import CASES, KNOWN, cases

from quoteattr import Attributor, BadSettings, CoreferenceFailed, attribute

pa = pytest.importorskip("pyarrow")
arrow = pytest.importorskip("quoteattr.arrow")

_TEXTS = [case.text for path in sorted(CASES.glob("*.txt")) if path.name != KNOWN for case in cases(path.name)]


def _table() -> Any:
    return pa.table({"id": list(range(len(_TEXTS))), "text": _TEXTS})


def _answers(rows: list[dict[str, Any]]) -> list[Any]:
    return [row["attributions"] for row in sorted(rows, key=lambda row: row["id"])]


@pytest.fixture(scope="module")
def expected() -> list[Any]:
    return [arrow.attributions_of(attribute(text)) for text in _TEXTS]


def test_a_table_keeps_its_columns_and_gets_the_answers(expected: list[Any]) -> None:
    out = arrow.attribute_table(_table())
    assert out.schema == arrow.output_schema(_table().schema)
    assert _answers(out.to_pylist()) == expected


def test_batches_come_one_by_one(expected: list[Any]) -> None:
    asked = 0

    def batches() -> Iterator[Any]:
        nonlocal asked
        for batch in _table().to_batches(max_chunksize=10):
            asked += 1
            yield batch

    out = arrow.attribute_batches(batches())
    first = next(out)
    assert (asked, first.num_rows) == (1, 10)
    assert _answers([*first.to_pylist(), *(row for batch in out for row in batch.to_pylist())]) == expected


def test_no_text_no_answer_and_an_error_in_its_row() -> None:
    class Fails:
        name = "fails"

        def chains(self, document: Any, mentions: Any) -> Any:
            if "bad" in document.text:
                raise CoreferenceFailed(RuntimeError("no"))
            return []

    table = pa.table({"text": ["She said no.", None, "bad"]})
    rows = arrow.attribute_table(table, attributor=Attributor(coreference=Fails())).to_pylist()
    assert [row["attributions"] is None for row in rows] == [False, True, True]
    assert [bool(row["error"]) for row in rows] == [False, False, True]


@pytest.mark.parametrize(
    ("table", "hint"),
    [
        (pa.table({"body": ["x"]}), "there are body"),
        (pa.table({"text": [1]}), "not strings"),
        (pa.table({"text": ["x"], "error": ["y"]}), "already"),
    ],
)
def test_wrong_tables_get_a_clear_error(table: Any, hint: str) -> None:
    with pytest.raises(BadSettings, match=hint):
        arrow.attribute_table(table)


def test_duckdb_and_polars_read_the_answers() -> None:
    duckdb, polars = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    said = arrow.attribute_table(pa.table({"id": [7], "text": ['"No," said Ana Reyes, the mayor.']}))
    query = "select id, a.speakers[1].name, a.speakers[1].title from (select id, unnest(attributions) as a from said)"
    assert duckdb.sql(query).fetchall() == [(7, "Ana Reyes", "mayor")]
    frame = polars.from_arrow(said).explode("attributions").unnest("attributions")
    assert frame["kind"].to_list() == ["direct"]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(shutil.which("java") is None, reason="no Java on this machine")
def test_spark_gives_the_same(expected: list[Any]) -> None:
    sql = pytest.importorskip("pyspark.sql")
    from pyspark.sql.pandas.types import from_arrow_schema

    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame(list(enumerate(_TEXTS)), "id long, text string").repartition(4)
        schema = from_arrow_schema(arrow.output_schema(pa.schema([("id", pa.int64()), ("text", pa.string())])))
        rows = [row.asDict(recursive=True) for row in frame.mapInArrow(arrow.attribute_batches, schema).collect()]
    finally:
        spark.stop()
    assert _answers(rows) == expected


def _killed_once(table: Any, marker: Path) -> Any:
    """Attributes a batch; the first worker that comes here is killed in the middle of it."""
    try:
        marker.touch(exist_ok=False)
    except FileExistsError:
        return arrow.attribute_table(table)
    os.kill(os.getpid(), 9)
    return None


@pytest.mark.filterwarnings("ignore")
def test_ray_gives_the_same_though_a_worker_is_killed(expected: list[Any], tmp_path: Path) -> None:
    ray = pytest.importorskip("ray")
    data = pytest.importorskip("ray.data")
    # so that the workers can import what this file imports
    path = {"env_vars": {"PYTHONPATH": os.pathsep.join([str(CASES.parent), *sys.path])}}
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR", runtime_env=path)
    try:
        marker = tmp_path / "killed"

        def run(table: Any) -> Any:
            return _killed_once(table, marker)

        dataset = data.from_arrow(_table()).repartition(8)
        rows = dataset.map_batches(run, batch_format="pyarrow", batch_size=20).take_all()
    finally:
        ray.shutdown()
    assert marker.exists()
    assert _answers([{**row, "id": int(row["id"])} for row in rows]) == expected

"""The examples in README.md and docs/ are run as tests."""

from __future__ import annotations

import os
import sys

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

# Spark's workers are other processes, and would take the first Python of the path
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"]).pytest()

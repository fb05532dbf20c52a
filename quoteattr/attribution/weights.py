"""Small weighted decisions over named features, with the weights in data files.

Each file was made by a script in ``benchmarks`` from annotated texts: a feature's name and its weight, so that every
decision can be read back as a sum of named reasons.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp

from quoteattr.lexicons import lines_of


@cache
def weights(name: str) -> dict[str, float]:
    """The weights of a decision: ``"start"``, ``"end"``, ``"accept"``, ``"fragment"``, ``"salience"`` or ``"story"``."""
    pairs = (line.rsplit("\t", 1) for line in lines_of(f"{name}_weights.tsv"))
    return {feature: float(weight) for feature, weight in pairs}


def probability(table: dict[str, float], features: Iterable[str]) -> float:
    """How likely the decision is a yes, from 0 to 1.

    >>> probability({"yes": 2.0}, ["yes"]) > 0.8 > probability({"yes": 2.0}, ["no"])
    True
    """
    return 1 / (1 + exp(-sum(table.get(feature, 0.0) for feature in features)))

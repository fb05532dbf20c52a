"""Learn how present somebody must be for "she" to mean her, and write the weights into the package.

Usage: python benchmarks/train_salience.py polnear.train.jsonl gum_coref.train.jsonl

From PolNeAR's training articles the sources "he" and "she" that `pronouns.tsv` names; from GUM's all pronouns of people. Each is one choice
among the candidates that the rules see there, and nobody; the weights make the right choices likely (a conditional logit with an L2
penalty), rounded to two digits. Those of GUM count a tenth: most of its genres are further
from news, and weights learned on both alike were worse on news.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from calibrate import GENRES, cluster_of
from gold import Gold, pronoun_labels, read, same_person, write_weights
from scipy.optimize import minimize

from quoteattr.coreference.entity import Entity
from quoteattr.coreference.rules.resolver import Resolver
from quoteattr.coreference.salience import NOBODY, Candidate, features
from quoteattr.mentions.mention import Mention

_PENALTY = 2.0
_WEIGHT_OF_GUM = 0.1
#: What a weight is drawn towards, where that is not nothing: 3 of 477 labelled sources are named in their own words.
_EXPECTED = {"named": -2.0}
#: The weights depend on the choices before them, which depend on the weights.
_ROUNDS = 3

#: The features of each option, nobody first, and the place of the right one.
Choice = tuple[list[list[str]], int]


class _Watched(Resolver):
    """Keeps what it had to choose from."""

    def __init__(self, gold: Gold) -> None:
        super().__init__(gold.doc, gold.mentions())
        self.choices: list[tuple[int, list[Candidate], list[list[int]]]] = []
        self.run()

    # what these decide is easy to choose, but a choice to learn from all the same

    def _leader(self, i: int, m: Mention) -> Entity | None:
        return None

    def _owner(self, i: int, m: Mention) -> Entity | None:
        return None

    def _topic(self, i: int, m: Mention) -> Entity | None:
        return None

    def _best(self, i: int, m: Mention, people: list[Entity]) -> Entity | None:
        candidates = self._candidates(m, people)
        self.choices.append((i, candidates, [list(c.entity.mentions) for c in candidates]))
        return super()._best(i, m, people)


def news_choices(documents: list[dict[str, Any]]) -> Iterator[Choice]:
    """The labelled sources of PolNeAR's training articles."""
    labels = pronoun_labels("learn")
    for given in documents:
        gold = Gold.of({"text": given["text"], "quotes": []})
        watched = _Watched(gold)
        for i, candidates, _ in watched.choices:
            person = labels[given["id"]].get(gold.doc.chars(watched.mentions[i].first, watched.mentions[i].last)[0])
            if person is not None:
                names = [" ".join(c.entity.full) for c in candidates]
                right = [number for number, name in enumerate(names) if same_person(name, person)]
                yield _choice(candidates, right)


def gum_choices(documents: list[dict[str, Any]]) -> Iterator[Choice]:
    """The pronouns of GUM's genres in which somebody reports what others did and said."""
    for given in documents:
        if given["genre"] not in GENRES:
            continue
        gold = Gold.of({"text": given["text"], "quotes": []})
        watched = _Watched(gold)
        clusters = [cluster_of(gold, given["mentions"], m) for m in watched.mentions]
        for i, candidates, chains in watched.choices:
            if clusters[i] is None or watched.mentions[i].head not in ("he", "she") or watched.mentions[i].quoted:
                continue
            right = []
            for number, chain in enumerate(chains):
                first = next((k for k in chain if watched.mentions[k].name), chain[0])
                if clusters[first] == clusters[i]:
                    right.append(number)
            yield _choice(candidates, right)


def _choice(candidates: list[Candidate], right: list[int]) -> Choice:
    options = [list(NOBODY), *(features(c) for c in candidates)]
    return options, right[0] + 1 if right else 0


def learn(choices: list[tuple[Choice, float]]) -> dict[str, float]:
    """The weights that make the right options likely."""
    names = sorted({feature for (options, _), _ in choices for option in options for feature in option})
    place = {name: i for i, name in enumerate(names)}
    matrices = []
    for (options, right), weight in choices:
        matrix = np.zeros((len(options), len(names)))
        for row, option in enumerate(options):
            matrix[row, [place[feature] for feature in option]] = 1
        matrices.append((matrix, right, weight))

    expected = np.array([_EXPECTED.get(name, 0.0) for name in names])

    def loss(table: np.ndarray) -> tuple[float, np.ndarray]:
        value = _PENALTY * float((table - expected) @ (table - expected)) / 2
        slope = _PENALTY * (table - expected)
        for matrix, right, weight in matrices:
            scores = matrix @ table
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            value -= weight * float(np.log(chances[right]))
            slope = slope + weight * (chances @ matrix - matrix[right])
        return value, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(w), 2) for name, w in zip(names, found, strict=True) if abs(w) >= 0.02}


def main() -> None:
    """Learn in rounds and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("gum", type=Path)
    args = parser.parse_args()
    labels = pronoun_labels("learn")
    news, gum = [given for given in read(args.news) if given["id"] in labels], read(args.gum)
    for _ in range(_ROUNDS):
        choices = [(c, 1.0) for c in news_choices(news)] + [(c, _WEIGHT_OF_GUM) for c in gum_choices(gum)]
        table = learn(choices)
        about = "How much each feature speaks for somebody's being meant by a pronoun.\n"
        about += f"Learned on {args.news.name} and {args.gum.name} by benchmarks/train_salience.py, {len(choices)} choices."
        write_weights("salience", about, table)
        print(f"{len(choices)} choices, {len(table)} weights")


if __name__ == "__main__":
    main()

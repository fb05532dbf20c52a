"""Learn the weights of the four small decisions from annotated articles, and write them into the package.

Usage: python benchmarks/train.py polnear.train.jsonl [--only start,end,accept,fragment]

start     where content before a cue begins
end       where content behind a cue ends
accept    whether a cue reports what somebody says
fragment  whether quoted words in the reporter's own sentence are somebody's

Each is a logistic regression over named features, with an L1 penalty, so that few weights remain. The end has more examples, and an L2
penalty does better there: learned on one half of the training articles, indirect F1 on the other is .740 (.734 to .737 with L1). Weights
are rounded to two digits and small ones left out. The order is fixed: the later decisions look at what the earlier ones made.

Needs `pip install '.[benchmarks]'`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import numpy as np
from gold import Gold, read, write_weights
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from quoteattr.attribution import assembly, boundaries
from quoteattr.attribution.acceptance import frame_features
from quoteattr.attribution.fragments import Fragment, fragment_features
from quoteattr.attribution.frame import Frame
from quoteattr.attribution.frames import frames
from quoteattr.attribution.weights import weights
from quoteattr.evaluate import letters, same_source
from quoteattr.quotations.passages import Passage

Example = tuple[list[str], bool]

_STEPS = ("start", "end", "accept", "fragment")
_PENALTY = {"start": 0.5, "end": 0.3, "accept": 0.4, "fragment": 0.4}
#: The share of L1 in the penalty, and the smallest weight that is kept.
_L1_RATIO = {"start": 1.0, "end": 0.0, "accept": 1.0, "fragment": 1.0}
_SMALLEST = {"start": 0.02, "end": 0.1, "accept": 0.02, "fragment": 0.02}
_SEEN_AT_LEAST = {"start": 4, "end": 5, "accept": 4, "fragment": 4}
_ABOUT = {
    "start": "the beginning of content that stands before its cue, at a place",
    "end": "the end of content that stands behind its cue, at a place",
    "accept": "a cue that reports what its source says",
    "fragment": "quoted words in the reporter's sentence being what its subject said",
}
_FRONTED = ("clause before", "clause around", "tag after", "tag inside")
_BEHIND = ("clause after", "object", "infinitive", "passive", "noun")


def at_cue(gold: Gold, passage: Passage, frame: Frame) -> Iterator[tuple[int, int]]:
    """The annotated content of quotes whose cue is this one (or that have none)."""
    start, end = gold.chars(passage, frame.cue.at, frame.cue.at + 1)
    for quote in gold.quotes:
        if not quote["cue"] or any(s < end and start < e for s, e in quote["cue"]):
            yield from ((s, e) for s, e in quote["content"])


def start_examples(golds: list[Gold]) -> Iterator[Example]:
    """For each place before a cue, the nearest first: does the annotated content begin there?"""
    with patch.object(boundaries, "weights", lambda name: {"bias": -100.0}):
        for gold in golds:
            for scene in gold.scenes():
                passage = scene.passage
                for frame in frames(scene):
                    if frame.shape not in _FRONTED or not frame.contents:
                        continue
                    first, last = frame.contents[0]
                    end = gold.chars(passage, last - 1, last)[1]
                    begins = [s for s, e in at_cue(gold, passage, frame) if abs(e - end) <= 3]
                    if not begins:
                        continue
                    places = boundaries.possible_starts(passage, first, last)
                    offsets = [gold.chars(passage, place, place + 1)[0] for place in places]
                    right = next((p for p, o in zip(places, offsets, strict=True) if abs(o - begins[-1]) <= 2), None)
                    if right is None and begins[-1] >= offsets[-1]:
                        continue
                    for place in places[:-1]:
                        yield boundaries.start_features(passage, scene.phrases, first, place, last, frame.cue), place == right
                        if place == right:
                            break


def end_examples(golds: list[Gold]) -> Iterator[Example]:
    """For each place behind a cue, from left to right: does the annotated content end there?"""
    with patch.object(boundaries, "weights", lambda name: weights(name) if name != "end" else {"bias": -100.0}):
        for gold in golds:
            for scene in gold.scenes():
                passage = scene.passage
                for frame in frames(scene):
                    if not frame.contents:
                        continue
                    begin, last = frame.contents[-1]
                    behind = frame.shape in _BEHIND or (frame.shape == "tag before" and last - begin > 1)
                    if len(frame.contents) < 2 and not behind:
                        continue
                    start = frame.start if len(frame.contents) < 2 else "rest"
                    offset = gold.chars(passage, begin, begin + 1)[0]
                    ends = [e for s, e in at_cue(gold, passage, frame) if abs(s - offset) < 25 and e > offset]
                    if not ends:
                        continue
                    places = boundaries.possible_ends(passage, begin)
                    right = [p for p in places if abs(gold.chars(passage, p - 1, p)[1] - ends[-1]) <= 2]
                    if not right:
                        continue
                    for place, features in boundaries.endings(passage, scene.phrases, begin, frame.cue, start):
                        if place > right[-1]:
                            break
                        yield features, place == right[-1]


def accept_examples(golds: list[Gold]) -> Iterator[Example]:
    """For each frame: is its content annotated, and with this source?"""
    for gold in golds:
        for scene in gold.scenes():
            for frame in frames(scene):
                if frame.contents:
                    source = gold.chars(scene.passage, frame.source.first, frame.source.last) if frame.source else None
                    right = gold.is_right((gold.chars(scene.passage, *content) for content in frame.contents), source)
                    yield frame_features(scene.passage, frame), right


def fragment_examples(golds: list[Gold]) -> Iterator[Example]:
    """For each quotation that no frame covers and that has a subject: is it annotated as what that subject says?"""
    for gold in golds:
        seen: list[tuple[list[str], Passage, Fragment, tuple[int, int]]] = []

        def record(doc, quotation, passage, fragment, seen=seen):  # type: ignore[no-untyped-def]
            features = fragment_features(doc, quotation, passage, fragment)
            seen.append((features, passage, fragment, doc.chars(quotation.first, quotation.last)))
            return features

        with patch.object(assembly, "fragment_features", record):
            assembly.utterances(gold.doc, gold.marks, gold.phrases)
        for features, passage, fragment, span in seen:
            segment = letters(gold.text, [span])
            if fragment.source is None or not segment:
                continue
            owner = gold.owner(segment)
            source = letters(gold.text, [gold.chars(passage, fragment.source.first, fragment.source.last)])
            yield features, owner is not None and same_source(owner.source, source)


_EXAMPLES = {"start": start_examples, "end": end_examples, "accept": accept_examples, "fragment": fragment_examples}


def learn(step: str, examples: list[Example]) -> dict[str, float]:
    """The weights that tell the examples apart, small ones left out."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(features, 1) for features, _ in examples])
    frequent = np.asarray(matrix.sum(axis=0)).ravel() >= _SEEN_AT_LEAST[step]
    names = vectorizer.get_feature_names_out()[frequent]
    settings = {"C": _PENALTY[step], "l1_ratio": _L1_RATIO[step]}
    model = LogisticRegression(**settings, solver="liblinear", max_iter=2000, fit_intercept=False, random_state=0)
    model.fit(matrix[:, frequent], [label for _, label in examples])
    return {name: round(float(w), 2) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) >= _SMALLEST[step]}


def main() -> None:
    """Train the steps in order and write their weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--only", default=",".join(_STEPS))
    args = parser.parse_args()
    golds = [Gold.of(given) for given in read(args.gold)]
    for step in args.only.split(","):
        examples = list(_EXAMPLES[step](golds))
        table = learn(step, examples)
        about = f"How much each feature speaks for {_ABOUT[step]}.\n"
        about += f"Learned on {args.gold.name} by benchmarks/train.py, {len(examples)} examples."
        write_weights(step, about, table)
        print(f"{step}: {len(examples)} examples, {sum(label for _, label in examples)} yes, {len(table)} weights")


if __name__ == "__main__":
    main()

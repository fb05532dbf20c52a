"""Does confidence mean what it says? Ten bins of confidence with the share that was right, and the misattributions among the sure.

Usage: python benchmarks/reliability.py polnear.dev.jsonl

An attribution is right if a piece of its content agrees with an annotated piece (intersection over union of one half) and its source with
that piece's. Misattribution: of the direct and mixed attributions with a named speaker and confidence of 0.9 or more, those that
cover annotated content of which another is the source.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from gold import Gold, letters, read, same_source

from quoteattr import Attribution, attribute


def outcome(gold: Gold, attribution: Attribution) -> tuple[bool, bool]:
    """Is it right, and is its source another's than the annotated one's?"""
    source = letters(gold.text, [[attribution.source.span.start, attribution.source.span.end]]) if attribution.source else frozenset()
    right = wrong = False
    for span in attribution.content:
        found = letters(gold.text, [[span.start, span.end]])
        value, piece = gold.best(found)
        if piece is None:
            continue
        agrees = same_source(piece.source, source)
        right = right or (value >= 0.5 and agrees)
        wrong = wrong or (len(found & piece.letters) >= 0.5 * len(found) and not agrees)
    return right, wrong and not right


def main() -> None:
    """Print the table of bins and the misattributions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    args = parser.parse_args()
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    sure = named = wrong = 0
    for given in read(args.gold):
        gold = Gold.of(given)
        for attribution in attribute(gold.text):
            right, another = outcome(gold, attribution)
            bins[min(int(attribution.confidence * 10), 9)].append((attribution.confidence, right))
            if attribution.kind != "indirect" and attribution.speaker is not None and attribution.speaker.name is not None:
                named += 1
                if attribution.confidence >= 0.9:
                    sure += 1
                    wrong += another
                    if another:
                        print(given["id"], attribution.content[0], attribution.source and attribution.source.text)
    print("confidence      n   said  right")
    for step in sorted(bins):
        said = sum(c for c, _ in bins[step]) / len(bins[step])
        right_share = sum(r for _, r in bins[step]) / len(bins[step])
        print(f"{step / 10:.1f} to {step / 10 + 0.1:.1f} {len(bins[step]):6} {said:6.3f} {right_share:6.3f}")
    print(
        f"direct and mixed with a named speaker: {named}; at 0.9 or more: {sure} ({sure / max(named, 1):.3f}); of them another's: {wrong}"
    )


if __name__ == "__main__":
    main()

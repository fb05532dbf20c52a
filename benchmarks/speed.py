"""How fast, and is the time linear: words a second, and the time for an article many times as long beside the times of the short one.

Usage: python benchmarks/speed.py articles.jsonl

All figures are of one run, so that their ratios hold on any machine: the time of one word in an article of the given lengths (1 is linear),
and of one word by `str.split`, the least that reading words can cost.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from gold import read

from quoteattr import attribute

_TIMES = (1, 4, 16, 64)
_REPEATS = 3


def seconds(run: Callable[[], object]) -> float:
    """The shortest time of several runs."""
    taken = []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    args = parser.parse_args()
    texts = [given["text"] for given in read(args.articles)]
    words = sum(len(text.split()) for text in texts)
    attribute(texts[0])
    whole = seconds(lambda: [attribute(text) for text in texts])
    print(f"{words / whole:,.0f} words a second; {whole / seconds(lambda: [t.split() for t in texts]):,.0f} times the time of str.split")
    text = max(texts, key=len)
    once = seconds(lambda: attribute(text))
    for times in _TIMES:
        longer = "\n\n".join([text] * times)
        ratio = seconds(lambda longer=longer: attribute(longer)) / once / times  # type: ignore[misc]
        print(f"{times:3} times {len(text.split())} words: {ratio:.2f} of the time a word")


if __name__ == "__main__":
    main()

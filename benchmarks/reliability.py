"""Does confidence mean what it says? Ten bins of confidence with the share that was right, and the misattributions among the sure.

Usage: python benchmarks/reliability.py polnear.dev.jsonl [--plot calibration.svg]

An attribution is right if a piece of its content agrees with an annotated piece (intersection over union of one half) and its source with
that piece's. Misattribution: of the direct and mixed attributions with a named speaker and confidence of 0.9 or more, those that
cover annotated content of which another is the source.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from gold import Gold, read

from quoteattr import Attribution, attribute
from quoteattr.evaluate import Letters, Offsets, letters, same_source


def outcome(gold: Gold, attribution: Attribution) -> tuple[bool, bool]:
    """Is it right, and is its source another's than the annotated one's?"""
    contents = [(span.start, span.end) for span in attribution.content]
    source = (attribution.source.span.start, attribution.source.span.end) if attribution.source else None
    right = gold.is_right(contents, source)
    return right, not right and any(_is_anothers(gold, letters(gold.text, [content]), source) for content in contents)


def _is_anothers(gold: Gold, found: Letters, source: Offsets | None) -> bool:
    """Does annotated content cover most of this piece, with another source?"""
    _, piece = gold.best(found)
    said_by = letters(gold.text, [source] if source is not None else [])
    return piece is not None and len(found & piece.letters) >= 0.5 * len(found) and not same_source(piece.source, said_by)


def drawing(curve: list[tuple[float, float, int]]) -> str:
    """The curve as SVG: for each bin the mean confidence, the share that is right, and by the size of its dot how many there are."""
    size, edge = 320, 40

    def at(value: float) -> float:
        return edge + value * size

    dots = "".join(
        f'<circle cx="{at(said):.0f}" cy="{at(1 - right):.0f}" r="{3 + number**0.5 / 4:.1f}"><title>{number} given {said:.2f}, '
        f"{right:.2f} right</title></circle>"
        for said, right, number in curve
    )
    ticks = "".join(
        f'<text x="{at(n / 5):.0f}" y="{at(1) + 18:.0f}">{n / 5:.1f}</text>'
        f'<text x="{edge - 18}" y="{at(1 - n / 5) + 4:.0f}">{n / 5:.1f}</text>'
        for n in range(6)
    )
    whole = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole + 10}" width="{whole}" role="img" '
        'aria-label="Confidence and the share that is right" font-family="system-ui, sans-serif" font-size="12">'
        "<style>text{fill:#666;text-anchor:middle}rect,line{fill:none;stroke:#999}circle{fill:#35618f;fill-opacity:.8}</style>"
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}"/>'
        f'<line x1="{at(0)}" y1="{at(1)}" x2="{at(1)}" y2="{at(0)}" stroke-dasharray="4"/>{ticks}{dots}'
        f'<text x="{at(0.5)}" y="{at(1) + 38}">confidence</text>'
        f'<text x="{edge}" y="{edge - 14}">right</text></svg>\n'
    )


def main() -> None:
    """Print the table of bins and the misattributions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--plot", type=Path, help="where to draw the curve")
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
    curve = []
    for step in sorted(bins):
        said = sum(c for c, _ in bins[step]) / len(bins[step])
        right_share = sum(r for _, r in bins[step]) / len(bins[step])
        curve.append((said, right_share, len(bins[step])))
        print(f"{step / 10:.1f} to {step / 10 + 0.1:.1f} {len(bins[step]):6} {said:6.3f} {right_share:6.3f}")
    if args.plot is not None:
        args.plot.write_text(drawing(curve), encoding="utf-8")
    print(
        f"direct and mixed with a named speaker: {named}; at 0.9 or more: {sure} ({sure / max(named, 1):.3f}); of them another's: {wrong}"
    )


if __name__ == "__main__":
    main()

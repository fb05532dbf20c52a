"""Sort the errors on annotated articles by cause, with counts and examples.

Usage: python benchmarks/errors.py polnear.train.jsonl [--show CAUSE --most N] [--ids]

A cause says what would have had to be different: was there no frame at the annotated cue, was the frame not accepted, was it left out
because it stands in another's content, does the content begin or end elsewhere, or is the source another? `--ids` prints ids and offsets in
place of text, as a note may quote them.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from gold import Gold, Piece, read

from quoteattr.attribution.assembly import Utterance
from quoteattr.attribution.frames import frames
from quoteattr.evaluate import letters, overlap, same_source


def main() -> None:
    """Print the causes with their counts, and examples of those that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", default="")
    parser.add_argument("--most", type=int, default=10)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--ids", action="store_true")
    args = parser.parse_args()
    causes: Counter[str] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    for given in read(args.gold):
        gold = Gold.of(given)
        said = gold.said()
        made = [(letters(gold.text, [gold.doc.chars(*content)]), utterance) for utterance in said for content in utterance.contents]
        for piece in gold.pieces:
            if piece.quote.get("nested") or not piece.quote.get("speech", True):
                continue
            cause = f"{piece.quote['kind']}: {_cause(gold, piece, made)}"
            causes[cause] += 1
            if cause.startswith(args.show) and args.show:
                start, end = min(piece.letters), max(piece.letters) + 1
                where = f"{given['id']} {start}-{end}"
                around = gold.text[max(0, start - 150) : start] + "[[" + gold.text[start:end] + "]]" + gold.text[end : end + 120]
                cue = [gold.text[s:e] for s, e in piece.quote["cue"]]
                source = [gold.text[s:e] for s, e in piece.quote["source"]]
                got = [(u.source and gold.doc.slice(*u.source), gold.doc.slice(*u.contents[0])[:80]) for f, u in made if f & piece.letters][
                    :1
                ]
                examples[cause].append(where if args.ids else f"{cue} {source} {' '.join(around.split())} GOT {got}")
        for found, utterance in made:
            if not any(found & piece.letters for piece in gold.pieces):
                cause = f"extra: {utterance.rules[0]}"
                causes[cause] += 1
                if cause.startswith(args.show) and args.show:
                    examples[cause].append(
                        " ".join(gold.doc.slice(*utterance.passage.tokens(0, len(utterance.passage))).split())[:300]
                        + f" GOT {gold.doc.slice(*utterance.contents[0])[:100]!r}"
                    )
    for cause, count in causes.most_common():
        print(f"{count:6}  {cause}")
    for cause, shown in examples.items():
        print(f"\n{cause}")
        for example in shown[args.skip : args.skip + args.most]:
            print(" -", example[:700])


def _cause(gold: Gold, piece: Piece, made: list[tuple[frozenset[int], Utterance]]) -> str:
    best = max(((overlap(found, piece.letters), i) for i, (found, _) in enumerate(made)), default=(0.0, -1))
    if best[0] >= 0.5:
        source = made[best[1]][1].source
        found = letters(gold.text, [gold.doc.chars(*source)]) if source else frozenset()
        return "right" if same_source(piece.source, found) else f"another source ({made[best[1]][1].rules[-1]})"
    cue = letters(gold.text, piece.quote["cue"])
    for scene in gold.scenes():
        start, end = gold.chars(scene.passage, 0, len(scene.passage))
        if not any(start <= i < end for i in cue):
            continue
        for frame in frames(scene):
            if letters(gold.text, [gold.chars(scene.passage, frame.cue.at, frame.cue.at + 1)]) & cue:
                spans = [letters(gold.text, [gold.chars(scene.passage, *c)]) for c in frame.contents]
                fits = any(overlap(span, piece.letters) >= 0.5 for span in spans)
                used = any(
                    u.frame is not None and u.frame.cue.at == frame.cue.at and u.passage.firsts == scene.passage.firsts for _, u in made
                )
                if used:
                    return f"another extent ({frame.shape})"
                return f"frame left out ({frame.shape})" if fits else f"frame left out, another extent ({frame.shape})"
    return "no frame at the cue" if cue else "no cue"


if __name__ == "__main__":
    main()

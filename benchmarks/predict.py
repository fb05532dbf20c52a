"""Read documents in the scorer's format and write predictions in it.

Usage: python benchmarks/predict.py IN.jsonl OUT.jsonl [--coreference rules]
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from quoteattr import Article, Attribution, Attributor, Span


def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    """Spans as the scorer wants them."""
    return [[s.start, s.end] for s in spans]


def quote(attribution: Attribution) -> dict[str, Any]:
    """One attribution in the scorer's format."""
    speaker = attribution.speaker
    return {
        "content": pairs(attribution.content),
        "quoted": pairs(attribution.quoted),
        "cue": pairs(attribution.cue.spans) if attribution.cue else [],
        "source": pairs((attribution.source.span,)) if attribution.source else [],
        "speaker": speaker.label if speaker else None,
        "title": speaker.title if speaker else None,
        "titles": [t.text for t in speaker.titles] if speaker else [],
        "affiliation": speaker.affiliation.text if speaker and speaker.affiliation else None,
        "speaker_kind": speaker.kind if speaker else None,
        "confidence": attribution.confidence,
        "kind": attribution.kind,
    }


def document(name: str, article: Article) -> dict[str, Any]:
    """One article in the scorer's format."""
    return {"id": name, "quotes": [quote(a) for a in article]}


def main() -> None:
    """Predict for every document of the input file, in one process, from the text alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--coreference", default="rules")
    parser.add_argument("--genre", default="news", choices=("news", "fiction"))
    args = parser.parse_args()
    attributor = Attributor(coreference=args.coreference, genre=args.genre)
    with open(args.input, encoding="utf-8") as lines, open(args.output, "w", encoding="utf-8") as out:
        for line in lines:
            if line.strip():
                given = json.loads(line)
                out.write(json.dumps(document(given["id"], attributor.attribute(given["text"]))) + "\n")


if __name__ == "__main__":
    main()

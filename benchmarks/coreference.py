"""Who finds more speakers, the rules alone or Stanza with them? Both figures, by the form of the source, and the time of each.

Usage: python benchmarks/coreference.py resolution.dev.jsonl --model coref.pt

Counts annotated quotations with an accepted speaker; each is answered by the attribution that shares most of its letters. The share of the
time that is ours with Stanza on is what the rules alone take, by the whole.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import Any

from gold import read

from quoteattr import Article, Attribution, Attributor, StanzaCoreference
from quoteattr.evaluate import Letters, letters, same_name

_FORMS = ("name", "pronoun", "nominal", "none")


def right_by_form(articles: list[Article], documents: list[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """For each form of source, how many annotated speakers there are and how many of them were found."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article, given in zip(articles, documents, strict=True):
        answers = [(a, letters(article.text, [[s.start, s.end] for s in a.content])) for a in article]
        for quote in given["quotes"]:
            if quote.get("speakers"):
                answer = _answer(answers, letters(article.text, quote["content"]))
                form = answer.source.form if answer is not None and answer.source is not None else "none"
                seen[form] += 1
                right[form] += answer is not None and answer.speaker is not None and same_name(answer.speaker.label, quote["speakers"])
    return seen, right


def _answer(answers: list[tuple[Attribution, Letters]], wanted: Letters) -> Attribution | None:
    shared, best = max(((len(found & wanted), -i) for i, (_, found) in enumerate(answers)), default=(0, 0))
    return answers[-best][0] if shared else None


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    documents = read(args.gold)
    stanza = StanzaCoreference(model_path=args.model)
    stanza.load()
    seconds = {}
    print("speakers found  " + "".join(f"{form:>15}" for form in (*_FORMS, "all")))
    for name, attributor in (("rules", Attributor()), ("stanza", Attributor(coreference=stanza))):
        attributor.attribute(documents[0]["text"])
        start = perf_counter()
        articles = [attributor.attribute(given["text"]) for given in documents]
        seconds[name] = perf_counter() - start
        seen, right = right_by_form(articles, documents)
        cells = [f"{right[form]:>4} of {seen[form]:<4}" for form in _FORMS]
        cells.append(f"{right.total() / max(seen.total(), 1):.4f}")
        print(f"{name:16}" + "".join(f"{cell:>15}" for cell in cells))
    print(f"seconds: rules {seconds['rules']:.2f}, with Stanza {seconds['stanza']:.2f}; ours {seconds['rules'] / seconds['stanza']:.1%}")


if __name__ == "__main__":
    main()

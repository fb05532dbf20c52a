"""Have spaCy tag the words of articles, for `train_tags.py` to learn from.

Usage: python benchmarks/tag_with_spacy.py MODEL DOCUMENTS.jsonl > TAGGED.jsonl

MODEL is an installed English pipeline with a tagger and a parser. Each line of the output is a document: its text, and its words as
[start, end, fine-grained tag, whether the word introduces a clause].
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import spacy
from gold import read


def main() -> None:
    """Read the command line and do it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("documents", type=Path)
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model, exclude=["ner", "lemmatizer"])
    texts = [document["text"] for document in read(arguments.documents)]
    for text, doc in zip(texts, nlp.pipe(texts, batch_size=8), strict=True):
        words = [[word.idx, word.idx + len(word), word.tag_, word.dep_ == "mark"] for word in doc if not word.is_space]
        json.dump({"text": text, "words": words}, sys.stdout, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main()

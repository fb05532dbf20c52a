"""Annotated documents, as the training and calibration scripts read them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import define

import quoteattr.lexicons
from quoteattr.attribution.assembly import Utterance, utterances
from quoteattr.attribution.frame import Scene
from quoteattr.attribution.weights import weights
from quoteattr.evaluate import Letters, Offsets, letters, name_words, overlap, same_source
from quoteattr.lexicons import sections_of
from quoteattr.mentions.detect import mentions
from quoteattr.mentions.mention import Mention
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.quotations import quotations
from quoteattr.quotations.pairing import Quotation
from quoteattr.quotations.passages import Passage, passages
from quoteattr.text.document import Document

LEXICONS = Path(quoteattr.lexicons.__file__).parent


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def pronoun_labels(use: str) -> dict[str, dict[int, str]]:
    """Whom "he" and "she" mean in PolNeAR's training articles, by document and offset: the samples in ``pronouns.tsv``."""
    labels: dict[str, dict[int, str]] = defaultdict(dict)
    for line in (Path(__file__).parent / "pronouns.tsv").read_text(encoding="utf-8").splitlines():
        what, document, at, person = line.split("\t") if not line.startswith("#") else ("", "", "", "")
        if what == use:
            labels[document][int(at)] = person
    return labels


def same_person(one: str, other: str) -> bool:
    """May two names as a text has them be one person's: the last word agrees, and the first where both have one?"""
    first, second = ([word for word in name_words(name) if word not in ("jr", "sr")] for name in (one, other))
    if not first or not second or first[-1] != second[-1]:
        return False
    return min(len(first), len(second)) == 1 or first[0][:3] == second[0][:3] or first[0] in second or second[0] in first


def write_weights(name: str, about: str, table: dict[str, float]) -> None:
    """Write the weights of a decision into the package, and have them read again."""
    path = LEXICONS / f"{name}_weights.tsv"
    head = "".join(f"# {line}\n" for line in about.splitlines())
    path.write_text(head + "".join(f"{feature}\t{weight:g}\n" for feature, weight in sorted(table.items())), encoding="utf-8")
    weights.cache_clear()
    sections_of.cache_clear()


def write_chances(rows: dict[str, tuple[float, int]]) -> None:
    """Write how often the decisions of a story are right, and of how many that is known."""
    head = "# How often a decision of who speaks in a story is right, by the kind of its source and its chance; and of how many.\n"
    lines = "".join(f"{row}\t{share:.2f}\t{times}\n" for row, (share, times) in rows.items())
    (LEXICONS / "story_chances.tsv").write_text(head + lines, encoding="utf-8")
    sections_of.cache_clear()


@define
class Piece:
    """One contiguous piece of annotated content."""

    letters: Letters
    source: Letters
    quote: dict[str, Any]


@define
class Gold:
    """One annotated document with the library's reading of its text."""

    text: str
    quotes: list[dict[str, Any]]
    doc: Document
    marks: list[Quotation]
    #: The noun phrases of each passage.
    phrases: list[NounPhrases]
    pieces: list[Piece]
    at: dict[int, set[int]]

    @classmethod
    def of(cls, given: dict[str, Any]) -> Gold:
        """Read a document and index its annotation."""
        text = given["text"]
        doc = Document(text)
        marks = quotations(doc)
        pieces = [
            Piece(found, letters(text, quote["source"]), quote)
            for quote in given["quotes"]
            for span in quote["content"]
            if (found := letters(text, [span]))
        ]
        at: dict[int, set[int]] = defaultdict(set)
        for number, piece in enumerate(pieces):
            for i in piece.letters:
                at[i].add(number)
        return cls(text, given["quotes"], doc, marks, [NounPhrases(passage) for passage in passages(doc, marks)], pieces, at)

    def said(self) -> list[Utterance]:
        """What the library finds to be said in it."""
        return utterances(self.doc, self.marks, self.phrases)[0]

    def mentions(self) -> list[Mention]:
        """The mentions that coreference works with."""
        return mentions(self.doc, self.marks, self.phrases, [u.saying for u in self.said()])[0]

    def scenes(self) -> Iterator[Scene]:
        """The passages, as the rules for frames look at them."""
        for phrases in self.phrases:
            yield Scene(self.doc, self.marks, phrases)

    def chars(self, passage: Passage, first: int, last: int) -> tuple[int, int]:
        """The offsets of a range of items."""
        return self.doc.chars(*passage.tokens(first, last))

    def best(self, found: Letters) -> tuple[float, Piece | None]:
        """The annotated piece that agrees best with a piece of content."""
        near = {number for i in found for number in self.at.get(i, ())}
        scored = [(overlap(self.pieces[n].letters, found), -n) for n in near]
        if not scored:
            return 0.0, None
        value, number = max(scored)
        return value, self.pieces[-number]

    def is_right(self, contents: Iterable[Offsets], source: Offsets | None) -> bool:
        """Does a piece of content agree with an annotated piece by half, and its source with that piece's?"""
        said_by = letters(self.text, [source] if source is not None else [])
        for content in contents:
            value, piece = self.best(letters(self.text, [content]))
            if piece is not None and value >= 0.5 and same_source(piece.source, said_by):
                return True
        return False

    def owner(self, segment: Letters) -> Piece | None:
        """The annotated piece that covers most of a quotation, half of it at least."""
        best = max(self.pieces, key=lambda p: len(p.letters & segment), default=None)
        return best if best is not None and 2 * len(best.letters & segment) >= len(segment) else None

"""How good are attributions? Scores on annotated articles, and readers for them.

Content is compared by its letters and digits, so that a comma or a quotation mark more or less is no error. Each contiguous piece of
content is one item; a predicted piece is an annotated one if they share half of what they cover together, each paired with one other at
most; it is right with its source if the two sources share half of the shorter.

>>> from quoteattr import attribute
>>> text = '"We had no warning," said Natasha Ortega. Tom Brask said it was late.'
>>> gold = GoldDocument("1", text, (GoldQuote(((0, 20),), source=((26, 40),)), GoldQuote(((57, 68),), source=((42, 51),))))
>>> report = evaluate([gold], attribute)
>>> report.pieces["all"].with_source.f1, report.quoted.with_source.recall
(1.0, 1.0)
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import regex
from attrs import evolve, field, frozen

from quoteattr.errors import BadAnnotation
from quoteattr.result.types import Article, AttributionKind

#: Code-point offsets of the letters and digits inside spans.
Letters = frozenset[int]
Offsets = tuple[int, int]
Row = Literal["all", "direct", "mixed", "indirect"]

_ROWS: tuple[Row, ...] = ("all", "direct", "mixed", "indirect")
_ALIKE = 0.5
_EXACT = 0.95
#: From this share of letters between quotation marks on a piece is direct: a stray letter outside does not make it mixed.
_ALL_QUOTED = 0.98
_SMALL_WORDS = frozenset("the a an of for at in and to his her their its s".split())
_NAME_WORD = regex.compile(r"[^\W_]+")
_PARAGRAPH = regex.compile(r"[^\n]+")


def _pairs(value: Any) -> tuple[Offsets, ...]:
    return tuple((int(start), int(end)) for start, end in value or ())


def _names(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


@frozen
class GoldQuote:
    """One annotated attribution; all spans are code-point offsets into the document's text."""

    content: tuple[Offsets, ...] = field(converter=_pairs)
    source: tuple[Offsets, ...] = field(default=(), converter=_pairs)
    cue: tuple[Offsets, ...] = field(default=(), converter=_pairs)
    #: Accepted names of the speaker; empty where none was annotated.
    speakers: tuple[str, ...] = field(default=(), converter=_names)
    #: Accepted titles; None where none were annotated, empty where the speaker has none.
    titles: tuple[str, ...] | None = None
    #: Content inside other content: neither wanted nor punished.
    nested: bool = False
    #: False where the cue is of belief or intention: neither wanted nor punished by ``evaluate(..., speech=True)``.
    speech: bool = True


@frozen
class GoldDocument:
    """An annotated article."""

    id: str
    text: str
    quotes: tuple[GoldQuote, ...]
    #: Stretches that were not annotated.
    ignore: tuple[Offsets, ...] = ()


@frozen
class Predicted:
    """One predicted attribution, of this library or of another system."""

    content: tuple[Offsets, ...] = field(converter=_pairs)
    source: tuple[Offsets, ...] = field(default=(), converter=_pairs)
    speaker: str | None = None
    title: str | None = None


@frozen
class Figure:
    """Precision and recall, from counts."""

    right: int
    predicted: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that was found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@frozen
class Scores:
    """Figures for the words alone, and for the words with their source."""

    content: Figure
    with_source: Figure


@frozen
class Report:
    """All figures of a run over annotated articles."""

    #: By runs of text between quotation marks: whose words are they?
    quoted: Scores
    #: By contiguous pieces of content, of all kinds and of each.
    pieces: Mapping[Row, Scores]
    #: Of the pieces of each kind, the share found with (nearly) the same letters.
    exact: Mapping[Row, float]
    #: The share of quotes with annotated speakers that were given an accepted name; None where none are annotated.
    speaker: float | None
    title: Figure | None

    def __str__(self) -> str:
        lines = [_line("quoted", self.quoted), *(_line(name, self.pieces[name]) for name in _ROWS)]
        if self.speaker is not None:
            lines.append(f"{'speaker':9} {self.speaker:.3f}")
        if self.title is not None:
            lines.append(f"{'title':9} F1 {self.title.f1:.3f}")
        return "\n".join(lines)


def _line(name: str, scores: Scores) -> str:
    c, s = scores.content, scores.with_source
    return f"{name:9} content F1 {c.f1:.3f}  with source P {s.precision:.3f} R {s.recall:.3f} F1 {s.f1:.3f}  ({s.gold} gold)"


Predictions = Mapping[str, Sequence[Predicted]] | Callable[[str], Article]


def evaluate(golds: Iterable[GoldDocument], predictions: Predictions, *, speech: bool = False) -> Report:
    """Score predictions against annotated articles.

    `predictions` is a function from text to `Article` (`quoteattr.attribute`, or an attributor's), or a mapping from document ids to what
    some system predicted. With `speech`, quotes whose cue is no speech are neither wanted nor punished.
    """
    count: Counter[str] = Counter()
    for gold in golds:
        if callable(predictions):
            predicted: Sequence[Predicted] = predicted_in(predictions(gold.text))
        else:
            predicted = predictions.get(gold.id, ())
        _Comparison(gold, predicted, speech).count(count)
    return _report(count)


def predicted_in(article: Article) -> list[Predicted]:
    """The attributions of an article, as they are scored."""
    return [
        Predicted(
            [(s.start, s.end) for s in a.content],
            [(a.source.span.start, a.source.span.end)] if a.source else (),
            a.speaker.label if a.speaker else None,
            a.speaker.title if a.speaker else None,
        )
        for a in article
    ]


# -- what is compared --------------------------------------------------------------------------------------------------


def letters(text: str, spans: Iterable[Sequence[int]]) -> Letters:
    """The offsets of the letters and digits inside spans: what agreement is measured on."""
    return frozenset(i for start, end in spans for i in range(max(start, 0), min(end, len(text))) if text[i].isalnum())


def overlap(one: Letters, other: Letters) -> float:
    """Intersection over union."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def same_source(one: Letters, other: Letters) -> bool:
    """Do two sources share half of the shorter, or are both none?"""
    return (not one and not other) or (bool(one and other) and 2 * len(one & other) >= min(len(one), len(other)))


def same_name(name: str | None, accepted: Iterable[str]) -> bool:
    """Is a name one of the accepted ones, but for case, accents, punctuation and the commonest small words?"""
    return bool(name) and any(name_words(name or "") == name_words(other) for other in accepted)


def same_title(title: str | None, accepted: Iterable[str]) -> bool:
    """Does a title share more than half of its words (by F1) with an accepted one?"""
    words = set(name_words(title or ""))
    return any(4 * len(words & other) > len(words) + len(other) for other in (set(name_words(a)) for a in accepted))


def name_words(name: str) -> list[str]:
    """The words of a name or title, without accents, case, punctuation and the commonest small words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in _NAME_WORD.findall(plain) if word not in _SMALL_WORDS]


def quoted_spans(text: str) -> list[Offsets]:
    """The stretches between double quotation marks, marks included; one left open ends with its paragraph.

    Two apostrophes count as a double mark (the second one of a closing pair is left out), two backquotes as an opening one.

    >>> quoted_spans("''No,'' he said.")
    [(0, 6)]
    """
    plain = text.replace("''", '" ').replace("``", "“ ")
    spans: list[Offsets] = []
    for paragraph in _PARAGRAPH.finditer(plain):
        begin: int | None = None
        for i in range(*paragraph.span()):
            mark = plain[i]
            if begin is None:
                begin = i if mark in '"“«„' else None
            elif mark in '"”»':
                spans.append((begin, i + 1))
                begin = None
        if begin is not None:
            spans.append((begin, paragraph.end()))
    return spans


@frozen
class _Piece:
    """One contiguous piece of content."""

    letters: Letters
    source: Letters
    kind: AttributionKind
    #: Which quote it is a piece of.
    quote: int


def _cut(text: str, quotes: Iterable[GoldQuote | Predicted], inside: Letters) -> list[_Piece]:
    pieces = []
    for number, quote in enumerate(quotes):
        source = letters(text, quote.source)
        for span in quote.content:
            found = letters(text, [span])
            if found:
                share = len(found & inside) / len(found)
                kind: AttributionKind = "direct" if share >= _ALL_QUOTED else "mixed" if share else "indirect"
                pieces.append(_Piece(found, source, kind, number))
    return pieces


def _owner(pieces: Sequence[_Piece], stretch: Letters) -> int | None:
    """The piece that covers most of a stretch, half of it at least; the first of those that cover as much."""
    best = max(range(len(pieces)), key=lambda i: (len(pieces[i].letters & stretch), -i), default=None)
    if best is None:
        return None
    covered = len(pieces[best].letters & stretch)
    return best if covered and 2 * covered >= len(stretch) else None


def _matched(gold: Sequence[_Piece], predicted: Sequence[_Piece]) -> dict[int, tuple[int, float]]:
    """For each annotated piece, the predicted one that it is paired with, and how alike they are; the likest are paired first."""
    at: dict[int, list[int]] = defaultdict(list)
    for g, piece in enumerate(gold):
        for i in piece.letters:
            at[i].append(g)
    alike = []
    for p, piece in enumerate(predicted):
        for g in {g for i in piece.letters for g in at.get(i, ())}:
            value = overlap(gold[g].letters, piece.letters)
            if value >= _ALIKE:
                alike.append((-value, g, p))
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for value, g, p in sorted(alike):
        if g not in pairs and p not in used:
            pairs[g] = (p, -value)
            used.add(p)
    return pairs


class _Comparison:
    """One document's annotation and what was predicted."""

    def __init__(self, gold: GoldDocument, predicted: Sequence[Predicted], speech: bool) -> None:
        self.document = gold
        self.predicted = predicted
        self.spans = quoted_spans(gold.text)
        inside = frozenset(i for start, end in self.spans for i in range(start, end))
        self.gold = _cut(gold.text, gold.quotes, inside)
        self.mine = _cut(gold.text, predicted, inside)
        self.ignored = letters(gold.text, gold.ignore)
        self.optional = {i for i, p in enumerate(self.gold) if self._is_optional(gold.quotes[p.quote], speech)}

    @staticmethod
    def _is_optional(quote: GoldQuote, speech: bool) -> bool:
        return quote.nested or (speech and not quote.speech)

    def count(self, count: Counter[str]) -> None:
        """Add this document's counts."""
        self._quoted(count)
        self._pieces(count)
        self._speakers(count)

    def _quoted(self, count: Counter[str]) -> None:
        for span in self.spans:
            stretch = letters(self.document.text, [span])
            if not stretch or stretch <= self.ignored:
                continue
            gold, mine = _owner(self.gold, stretch), _owner(self.mine, stretch)
            count["quoted gold"] += gold is not None
            count["quoted predicted"] += mine is not None
            if gold is not None and mine is not None:
                count["quoted found"] += 1
                count["quoted right"] += same_source(self.gold[gold].source, self.mine[mine].source)

    def _pieces(self, count: Counter[str]) -> None:
        pairs = _matched(self.gold, self.mine)
        partner = {p: g for g, (p, _) in pairs.items()}
        for g, piece in enumerate(self.gold):
            if g in self.optional:
                continue
            p, value = pairs.get(g, (None, 0.0))
            right = p is not None and same_source(piece.source, self.mine[p].source)
            for row in ("all", piece.kind):
                count[f"{row} gold"] += 1
                count[f"{row} found"] += p is not None
                count[f"{row} exact"] += value >= _EXACT
                count[f"{row} found with source"] += right
        free = self.ignored.union(*(self.gold[g].letters for g in self.optional))
        for p, piece in enumerate(self.mine):
            found = partner.get(p)
            if found in self.optional or (found is None and 2 * len(piece.letters & free) > len(piece.letters)):
                continue
            for row in ("all", piece.kind):
                count[f"{row} predicted"] += 1
                count[f"{row} right"] += found is not None
                count[f"{row} right with source"] += found is not None and same_source(self.gold[found].source, piece.source)

    def _speakers(self, count: Counter[str]) -> None:
        owners: dict[int, int] = {}
        for piece in self.gold:
            if piece.quote not in owners:
                mine = _owner(self.mine, piece.letters)
                if mine is not None:
                    owners[piece.quote] = self.mine[mine].quote
        for number, quote in enumerate(self.document.quotes):
            got = self.predicted[owners[number]] if number in owners else None
            if quote.speakers:
                count["speakers"] += 1
                count["speakers right"] += got is not None and same_name(got.speaker, quote.speakers)
            if quote.titles is not None:
                count["titles"] += bool(quote.titles)
                count["titles given"] += got is not None and bool(got.title)
                count["titles right"] += got is not None and bool(quote.titles) and same_title(got.title, quote.titles)


def _report(count: Counter[str]) -> Report:
    def scores(row: str) -> Scores:
        gold, predicted = count[f"{row} gold"], count[f"{row} predicted"]
        return Scores(
            Figure(count[f"{row} right"], predicted, count[f"{row} found"], gold),
            Figure(count[f"{row} right with source"], predicted, count[f"{row} found with source"], gold),
        )

    found, right = count["quoted found"], count["quoted right"]
    quoted = Scores(
        Figure(found, count["quoted predicted"], found, count["quoted gold"]),
        Figure(right, count["quoted predicted"], right, count["quoted gold"]),
    )
    given = count["titles given"]
    return Report(
        quoted,
        {row: scores(row) for row in _ROWS},
        {row: count[f"{row} exact"] / count[f"{row} gold"] if count[f"{row} gold"] else 0.0 for row in _ROWS},
        count["speakers right"] / count["speakers"] if count["speakers"] else None,
        Figure(count["titles right"], given, count["titles right"], count["titles"]) if count["titles"] or given else None,
    )


# -- readers -----------------------------------------------------------------------------------------------------------


def read_jsonl(path: str | Path) -> Iterator[GoldDocument]:
    """Annotated documents from JSON lines.

    A line is a document with ``id``, ``text`` and ``quotes`` (each with ``content``, ``source``, ``cue`` as lists of ``[start, end]``, and
    where annotated ``speakers``, ``titles``, ``nested``, ``speech``), or an article as `Article.to_dict` wrote it, with its ``file``.
    Raises `BadAnnotation` with the number of the line that is neither.
    """
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            yield _from_article(data) if "format" in data else _from_record(data)
        except (KeyError, TypeError, ValueError) as error:
            raise BadAnnotation(str(path), number, error) from error


def read_predictions(path: str | Path) -> dict[str, list[Predicted]]:
    """What a system predicted, by document id, from JSON lines as `read_jsonl` reads them, with ``speaker`` and ``title`` in each quote."""
    found: dict[str, list[Predicted]] = {}
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if "format" in data:
                name = data.pop("file")
                found[name] = predicted_in(Article.from_dict(data))
            else:
                quotes = data["quotes"]
                found[data["id"]] = [Predicted(q["content"], q.get("source"), q.get("speaker"), q.get("title")) for q in quotes]
        except (KeyError, TypeError, ValueError) as error:
            raise BadAnnotation(str(path), number, error) from error
    return found


def _from_record(data: dict[str, Any]) -> GoldDocument:
    quotes = [
        GoldQuote(
            content=q["content"],
            source=q.get("source"),
            cue=q.get("cue"),
            speakers=q.get("speakers") or (),
            titles=tuple(q["titles"]) if "titles" in q else None,
            nested=bool(q.get("nested")),
            speech=q.get("speech") is not False,
        )
        for q in data["quotes"]
    ]
    return GoldDocument(data["id"], data["text"], tuple(quotes), _pairs(data.get("ignore")))


def _from_article(data: dict[str, Any]) -> GoldDocument:
    name = data.pop("file", "")
    article = Article.from_dict(data)
    quotes = [
        GoldQuote(
            content=[(s.start, s.end) for s in a.content],
            source=[(a.source.span.start, a.source.span.end)] if a.source else (),
            cue=[(s.start, s.end) for s in a.cue.spans] if a.cue else (),
            speakers=[a.speaker.label] if a.speaker else (),
            titles=tuple(t.text for t in a.speaker.titles) if a.speaker else None,
        )
        for a in article
    ]
    return GoldDocument(name, article.text, tuple(quotes))


def read_brat(annotation: str | Path, text: str | Path | None = None) -> GoldDocument:
    """An article annotated with brat (https://brat.nlplab.org/standoff.html), as PolNeAR is.

    Spans of the types Source, Cue and Content, tied together by events of the type Attribution with them as arguments. `text` is the file
    of the article, beside the annotation with the ending ``.txt`` if it is not given; its line ends are read as they are, because brat's
    offsets count them. Content inside other content is marked as nested. Raises `BadAnnotation` with the line that is no such annotation.

    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text('"No," said Ana Reyes.')
    >>> lines = ["T1\\tContent 0 5\\tNo", "T2\\tCue 6 10\\tsaid", "T3\\tSource 11 20\\tAna Reyes", "T4\\tAttribution 6 10\\tsaid"]
    >>> _ = (folder / "a.ann").write_text("\\n".join([*lines, "E1\\tAttribution:T4 Content:T1 Cue:T2 Source:T3"]))
    >>> [quote.source for quote in read_brat(folder / "a.ann").quotes]
    [((11, 20),)]
    """
    path = Path(annotation)
    source = Path(text) if text is not None else path.with_suffix(".txt")
    spans: dict[str, tuple[Offsets, ...]] = {}
    events = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if line.startswith("T"):
                name, what, *_ = line.split("\t")
                spans[name] = tuple((int(a), int(b)) for a, b in (part.split() for part in what.split(" ", 1)[1].split(";")))
            elif line.startswith("E"):
                events.append([argument.split(":") for argument in line.split("\t")[1].split()[1:]])
        except (ValueError, IndexError) as error:
            raise BadAnnotation(str(path), number, error) from error
    quotes = []
    for arguments in events:
        parts: dict[str, list[Offsets]] = defaultdict(list)
        for role, name in arguments:
            # brat numbers further arguments of one role: Content2
            parts[role.rstrip("0123456789")] += spans.get(name, ())
        if parts["Content"]:
            quotes.append(GoldQuote(sorted(parts["Content"]), sorted(parts["Source"]), sorted(parts["Cue"])))
    marked = [_nested(quote, quotes) for quote in sorted(quotes, key=lambda q: q.content)]
    return GoldDocument(path.stem, source.read_bytes().decode("utf-8"), tuple(marked))


def _nested(quote: GoldQuote, every: Sequence[GoldQuote]) -> GoldQuote:
    inside = all(
        any(s <= start and end <= e for other in every if other is not quote for s, e in other.content) for start, end in quote.content
    )
    return evolve(quote, nested=inside)

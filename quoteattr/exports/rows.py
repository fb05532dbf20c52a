"""One row for each attribution: for spreadsheets, pandas, polars, databases."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from quoteattr.result.types import Article, Attribution, Span

Cell = str | int | float | bool | None
#: What stands between the parts of one cell.
JOIN = " … "
_LIST = "; "
COLUMNS = (
    "kind",
    "content",
    "start",
    "end",
    "spans",
    "speaker",
    "speaker_kind",
    "title",
    "titles",
    "affiliation",
    "anonymous",
    "speakers",
    "source",
    "cue",
    "cue_lemma",
    "cue_class",
    "negated",
    "modal",
    "addressee",
    "venue",
    "confidence",
    "rules",
    "reason",
)


def rows(article: Article) -> list[dict[str, Cell]]:
    """The attributions as flat rows with the columns `COLUMNS`, in text order.

    Several values in one cell are joined by ``"; "``, the parts of split content by ``" … "``; `start` and `end` are code points into the
    article's text, `spans` all of the content ("0-12 31-40"). Goes into ``pandas.DataFrame`` or ``polars.DataFrame`` as it is.

    >>> from quoteattr import attribute
    >>> [row] = rows(attribute('"We had no warning," said Natasha Ortega, the principal.'))
    >>> row["speaker"], row["title"], row["kind"], row["spans"]
    ('Natasha Ortega', 'principal', 'direct', '0-20')
    """
    return [_row(article, attribution) for attribution in article]


def _row(article: Article, a: Attribution) -> dict[str, Cell]:
    speaker = a.speaker
    return {
        "kind": a.kind,
        "content": JOIN.join(article.words(span) for span in a.content),
        "start": a.content[0].start,
        "end": a.content[-1].end,
        "spans": " ".join(f"{span.start}-{span.end}" for span in a.content),
        "speaker": speaker.label if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "title": speaker.title if speaker else None,
        "titles": _LIST.join(t.text for t in speaker.titles) if speaker else None,
        "affiliation": speaker.affiliation.text if speaker and speaker.affiliation else None,
        "anonymous": speaker.anonymous if speaker else None,
        "speakers": _LIST.join(s.label for s in a.speakers),
        "source": a.source.text if a.source else None,
        "cue": _words(article, a.cue.spans) if a.cue else None,
        "cue_lemma": a.cue.lemma if a.cue else None,
        "cue_class": a.cue.cue_class if a.cue else None,
        "negated": a.cue.negated if a.cue else None,
        "modal": a.cue.modal if a.cue else None,
        "addressee": a.addressee.text if a.addressee else None,
        "venue": article.words(a.venue) if a.venue else None,
        "confidence": a.confidence,
        "rules": _LIST.join(e.rule for e in a.evidence),
        "reason": a.reason,
    }


def _words(article: Article, spans: Iterable[Span]) -> str:
    return JOIN.join(article.words(span) for span in spans)


def csv_of(articles: Iterable[tuple[str, Article]]) -> str:
    """The rows of named articles as CSV, each with the name of its article in the column ``file``; lines end in CRLF (RFC 4180).

    >>> from quoteattr import attribute
    >>> print(csv_of([("a.txt", attribute("Ana Reyes said it was late."))]).splitlines()[1][:56])
    a.txt,indirect,it was late,15,26,15-26,Ana Reyes,person,
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, ("file", *COLUMNS))
    writer.writeheader()
    for name, article in articles:
        writer.writerows({"file": name, **row} for row in rows(article))
    return out.getvalue()

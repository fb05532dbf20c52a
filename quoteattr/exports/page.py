"""One self-contained HTML page of an article: its quotations coloured by speaker, each with its evidence."""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

import regex

from quoteattr.exports.pieces import Piece, paragraphs
from quoteattr.result.types import Article, Attribution, Speaker

#: Where a cue or a source begins and ends, which of the two it is, and of which attribution.
_Mark = tuple[int, int, str, int]
#: Below this an attribution is drawn as uncertain.
_UNSURE = 0.7
_COLOURS = 8
_TITLE = 120
_BEGINNING = 60
#: Characters that do something to the text around them or cannot be seen: shown by their code points.
_CONTROLS = regex.compile(r"[\p{Cc}\p{Cs}\p{Cn}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff--\t\n\r]", regex.VERSION1)


def page(article: Article, title: str | None = None) -> str:
    """The page as a string of HTML; needs no network, and everything of the article in it is escaped.

    `title` is the first line of the text if it is not given. Quotations can be reached with the Tab key, the next and previous ones with
    the arrow keys; Escape lets go. Control and bidirectional characters are shown by their code points.
    """
    shown = title if title is not None else next(iter(article.text.strip().splitlines()), "")[:_TITLE]
    style, script = _file("page.css"), _file("page.js")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{_safe(shown) or 'Article'}: who said what</title>\n<style>{style}</style>\n</head>\n<body>\n",
            '<a class="skip" href="#text">To the text</a>\n',
            f"<header><h1>{_safe(shown) or 'Article'}</h1><p>{_counts(article)}</p></header>\n",
            f'<div class="columns">\n<main id="text"><article>{_text(article)}</article></main>\n',
            f'<aside class="side" aria-label="Speakers and evidence">{_details(article)}{_speakers(article)}{_rest(article)}</aside>\n',
            f"</div>\n<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def frame(article: Article) -> str:
    """The page in a frame of its own, as notebooks show it."""
    inner = escape(page(article))
    return f'<iframe sandbox="allow-scripts" width="100%" height="520" style="border:1px solid #ccc" srcdoc="{inner}"></iframe>'


@cache
def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _safe(text: str) -> str:
    """Escaped, with what would act on the text around it made visible."""
    return _CONTROLS.sub(lambda m: f'<span class="code">U+{ord(m.group()):04X}</span>', escape(text))


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _counts(article: Article) -> str:
    parts = [_many(len(article), "attribution"), _many(len(article.speakers), "speaker")]
    if article.unattributed:
        parts.append(f"{len(article.unattributed)} quoted words of nobody")
    return f"{', '.join(parts)}; who is who by {_safe(article.coreference)}."


def _colour(article: Article, a: Attribution) -> str:
    return f"s{article.speakers.index(a.speaker) % _COLOURS}" if a.speaker else "sn"


# -- the text ----------------------------------------------------------------------------------------------------------


def _text(article: Article) -> str:
    marks = _marks(article)
    seen: set[int] = set()
    out = []
    for paragraph in paragraphs(article):
        out.append("<p>")
        for piece in paragraph.pieces:
            inner = "".join(_marked(article, marks, piece))
            out.append(inner if piece.attribution is None else _quotation(article, piece, inner, first=piece.attribution not in seen))
            if piece.attribution is not None:
                seen.add(piece.attribution)
        out.append("</p>\n")
    return "".join(out)


def _quotation(article: Article, piece: Piece, inner: str, *, first: bool) -> str:
    number = piece.attribution or 0
    a = article.attributions[number]
    state = "untold" if not a.speakers else "unsure" if a.confidence < _UNSURE else "sure"
    who = " and ".join(s.label for s in a.speakers) or "nobody who could be told"
    speakers = " ".join(str(article.speakers.index(s)) for s in a.speakers)
    stop = f' tabindex="0" role="button" aria-describedby="card-{number}" title="{escape(_flat(who))}"' if first else ""
    return f'<span class="q {_colour(article, a)} {state}" data-a="{number}" data-s="{speakers}"{stop}>{inner}</span>'


def _marks(article: Article) -> list[_Mark]:
    """The cues and sources in the order of the text."""
    found: list[_Mark] = []
    for number, a in enumerate(article):
        found += [(span.start, span.end, "cue", number) for span in (a.cue.spans if a.cue else ())]
        found += [(a.source.span.start, a.source.span.end, "source", number)] if a.source else []
    return sorted(found)


def _marked(article: Article, marks: list[_Mark], piece: Piece) -> Iterator[str]:
    """The words of a piece, with the cues and sources in it made findable."""
    at = piece.start
    for i in range(bisect_left(marks, (piece.start, 0, "", 0)), len(marks)):
        start, end, what, number = marks[i]
        if start >= piece.end:
            break
        if start < at or end > piece.end:
            continue
        yield _safe(article.text[at:start])
        yield f'<span class="{what}" data-a="{number}">{_safe(article.text[start:end])}</span>'
        at = end
    yield _safe(article.text[at : piece.end])


# -- beside the text ---------------------------------------------------------------------------------------------------


def _details(article: Article) -> str:
    cards = "".join(_card(article, number, a) for number, a in enumerate(article))
    hint = '<p class="hint fine">Point at a quotation, or reach it with Tab, to see who says it and why.</p>'
    return f'<h2>Evidence</h2><div class="cards" aria-live="polite">{hint}{cards}</div>'


def _card(article: Article, number: int, a: Attribution) -> str:
    def words(start: int, end: int) -> str:
        return _safe(_flat(article.text[start:end]))

    rows = [("speaker", "<br>".join(_who(s) for s in a.speakers) or f"not told: {_safe(a.reason or '')}")]
    rows.append(("said as", f"{a.kind}{', negated' if a.cue and a.cue.negated else ''}{', supposed' if a.cue and a.cue.modal else ''}"))
    if a.source:
        rows.append(("source", _safe(_flat(a.source.text))))
    if a.cue:
        rows.append(("cue", " … ".join(words(s.start, s.end) for s in a.cue.spans) + f" <small>({_safe(a.cue.cue_class)})</small>"))
    if a.addressee:
        rows.append(("told", _safe(_flat(a.addressee.text))))
    if a.venue:
        rows.append(("where", words(a.venue.start, a.venue.end)))
    because = [_safe(e.rule) + "".join(f" <q>{words(s.start, s.end)}</q>" for s in e.spans) for e in a.evidence]
    rows.append(("because", "; ".join(because)))
    rows.append(("confidence", f"{a.confidence:.2f}{' – uncertain' if a.confidence < _UNSURE else ''}"))
    items = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)
    begins = words(a.content[0].start, min(a.content[0].end, a.content[0].start + _BEGINNING))
    return f'<div class="card" id="card-{number}"><p class="fine">{begins}…</p><dl>{items}</dl></div>'


def _who(speaker: Speaker) -> str:
    title = f", {_safe(speaker.title)}" if speaker.title else ""
    return f"{_safe(speaker.label)}{title}{' (asked not to be named)' if speaker.anonymous else ''}"


def _speakers(article: Article) -> str:
    said: dict[Speaker, list[Attribution]] = defaultdict(list)
    for a in article:
        for speaker in a.speakers:
            said[speaker].append(a)
    items = []
    for number, speaker in enumerate(article.speakers):
        words = sum(len(article.words(span).split()) for a in said[speaker] for span in a.content)
        lines = [_safe(t.text) for t in speaker.titles[:1]] + ([_safe(speaker.affiliation.text)] if speaker.affiliation else [])
        lines.append(f"{speaker.kind}; {_many(len(said[speaker]), 'attribution')}, {_many(words, 'word')}")
        items.append(
            f'<li><button class="who s{number % _COLOURS}" data-s="{number}" aria-pressed="false">{_safe(speaker.label)}'
            f"<br><small>{'<br>'.join(lines)}</small></button></li>"
        )
    return f"<h2>Speakers</h2><ul>{''.join(items)}</ul>" if items else "<h2>Speakers</h2><p>Nobody was found.</p>"


def _rest(article: Article) -> str:
    parts = []
    if article.unattributed:
        items = "".join(f"<li><q>{_safe(_flat(article.words(u.span)))}</q> {_safe(u.reason)}</li>" for u in article.unattributed)
        parts.append(f"<h2>Quoted words of nobody</h2><ul>{items}</ul>")
    if article.refusals:
        items = "".join(
            f"<li>{' and '.join(_who(s) for s in r.speakers) or 'somebody'}: {_safe(_flat(article.words(r.span)))}</li>"
            for r in article.refusals
        )
        parts.append(f"<h2>Said nothing</h2><ul>{items}</ul>")
    return "".join(parts)


def _flat(text: str) -> str:
    return " ".join(text.split())

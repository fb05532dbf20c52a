"""The table on the terminal."""

from __future__ import annotations

import shutil

import click
from tabulate import tabulate

from quoteattr.result.types import Article, Attribution

_WIDEST_QUOTE = 72
_UNSURE = 0.7
_HEADERS = ("quote", "speaker", "title", "kind", "confidence")


def table(article: Article, *, explain: bool) -> str:
    """The attributions of an article as a table as wide as the terminal; with `explain`, below it why each of them."""
    if not len(article):
        return "no quotations with a source found\n"
    width = max(30, min(_WIDEST_QUOTE, shutil.get_terminal_size((140, 20)).columns - 68))
    rows = [_row(article, a) for a in article]
    text = tabulate(rows, headers=_HEADERS, tablefmt="simple", maxcolwidths=[width, 22, 22, None, None], disable_numparse=True)
    if explain:
        text += "\n\n" + "\n".join(_why(article, number, a) for number, a in enumerate(article, 1))
    return text + "\n"


def _row(article: Article, a: Attribution) -> tuple[str, ...]:
    words = " … ".join(_line(article.words(span)) for span in a.content)
    who = " and ".join(s.label for s in a.speakers) or f"unknown: {a.reason}"
    title = (a.speaker.title or "") if a.speaker else ""
    kind = f"{a.kind}, {a.speaker.kind}" if a.speaker else a.kind
    # "would not say what it will cost": nothing was said
    kind += ", negated" if a.cue is not None and a.cue.negated else ""
    sure = click.style(f"{a.confidence:.2f}", fg="yellow" if a.confidence < _UNSURE else "green")
    return printable(words), click.style(printable(who), bold=True) if a.speaker else printable(who), printable(title), kind, sure


def _why(article: Article, number: int, a: Attribution) -> str:
    rules = []
    for evidence in a.evidence:
        words = ", ".join(f'"{printable(_line(article.words(span)))}"' for span in evidence.spans)
        rules.append(f"{evidence.rule} {words}".rstrip())
    return f"{number}. {printable(_line(article.words(a.content[0])))[:40]}: {'; '.join(rules)}"


def _line(text: str) -> str:
    return " ".join(text.split())


def printable(words: str) -> str:
    """Without control characters, which a terminal would obey."""
    return "".join(ch if ch.isprintable() else "\ufffd" for ch in words)

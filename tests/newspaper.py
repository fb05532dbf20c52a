"""The case tables: short articles with what should be found in them.

A table is a text file. A case begins with a line ``# what it shows``; the article follows; lines that begin with ``>`` say what is
found, one attribution a line, in text order::

    # a tag after the quotation
    "We had no warning," said Natasha Ortega, the principal. "None."
    > direct | Natasha Ortega | principal | "We had no warning," ... "None."

that is: kind, speaker (the name, or the description of an unnamed one; ``-`` where nobody can be told), first title (``-`` for none), and
content, its spans joined by `` ... ``. An article in which nothing is found has the one line ``> nothing``. Lines that begin with
``~`` name the quotations that are nobody's speech, lines that begin with ``@`` the affiliation of each speaker (``-`` for none), lines
that begin with ``=`` all the titles of each speaker, with semicolons between.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from quoteattr import Article, Attribution

CASES = Path(__file__).parent / "cases"
JOIN = " ... "
#: The table of what is wrong today.
KNOWN = "known-failures.txt"


@frozen
class Case:
    table: str
    name: str
    text: str
    expected: tuple[str, ...]
    loose: tuple[str, ...]
    affiliations: tuple[str, ...]
    titles: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.table}: {self.name}"


def cases(table: str) -> Iterator[Case]:
    """The cases of one table, in the file's order."""
    name = ""
    lines: list[str] = []
    for line in [*(CASES / table).read_text(encoding="utf-8").splitlines(), "# end"]:
        if not line.startswith("# "):
            lines.append(line)
            continue
        if name:
            yield _case(table, name, lines)
        name, lines = line[2:], []


def _case(table: str, name: str, lines: list[str]) -> Case:
    def told(mark: str) -> tuple[str, ...]:
        return tuple(line[2:].strip() for line in lines if line.startswith(f"{mark} "))

    article = [line for line in lines if not line.startswith(("> ", "~ ", "@ ", "= "))]
    expected, loose = told(">"), told("~")
    assert expected or loose, f"{table}: {name} expects nothing; write '> nothing'"
    text = "\n".join(article).strip("\n")
    return Case(table, name, text, () if expected == ("nothing",) else expected, loose, told("@"), told("="))


def line(article: Article, attribution: Attribution) -> str:
    """One attribution as the tables write it."""
    speaker = " and ".join(s.label for s in attribution.speakers) or "-"
    title = attribution.speaker.title if attribution.speaker else None
    content = JOIN.join(" ".join(article.words(span).split()) for span in attribution.content)
    return f"{attribution.kind} | {speaker} | {title or '-'} | {content}"

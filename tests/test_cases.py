"""Every case of every table: what is found is what a reader would say."""

from __future__ import annotations

import pytest
from newspaper import CASES, KNOWN, Case, cases, line

from quoteattr import attribute

TABLES = sorted(path.name for path in CASES.glob("*.txt"))


def _parameters() -> list[object]:
    found: list[object] = []
    for table in TABLES:
        marks = [pytest.mark.xfail(strict=True, reason="known failure")] if table == KNOWN else []
        found += [pytest.param(case, id=str(case), marks=marks) for case in cases(table)]
    return found


@pytest.mark.parametrize("case", _parameters())
def test_case(case: Case) -> None:
    article = attribute(case.text)
    assert [line(article, a) for a in article] == list(case.expected)
    if case.affiliations:
        assert [s.affiliation.text if s.affiliation else "-" for s in article.speakers] == list(case.affiliations)
    if case.titles:
        assert ["; ".join(t.text for t in s.titles) or "-" for s in article.speakers] == list(case.titles)
    if case.loose:
        assert [article.words(u.span) for u in article.unattributed] == list(case.loose)


def test_tables_are_not_empty() -> None:
    assert all(len(list(cases(table))) > 3 for table in TABLES)

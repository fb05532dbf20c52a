"""What holds for any string at all."""

from __future__ import annotations

import json
import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from newspaper import CASES, KNOWN, cases

from quoteattr import Article, Attributor, Span, attribute
from quoteattr.cues.verbs import cue_verbs
from quoteattr.text.document import Document

_WORDS = st.sampled_from(
    [
        *"Natasha Ortega said she he told reporters that the principal , . ? ! : ; — \" ' “ ” ‘ ’ « » '' `` ( ) we had no warning".split(),
        *"Mr. Gov. U.S. according to in a statement asked adding and but who was they Chicago Public Schools officials 45".split(),
        *"which says claim that Tom Brask 's , who told he added report them Friday is".split(),
        "\n",
        "\n\n",
    ]
)
#: Text that looks like news gone wrong: words, marks and breaks in any order.
_NEWSY = st.lists(_WORDS, max_size=60).map(" ".join)
_ARTICLES = [case.text for path in sorted(CASES.glob("*.txt")) if path.name != KNOWN for case in cases(path.name)]
#: An article that breaks off anywhere, so that every rule runs into the end of the text.
_CUT = st.builds(lambda text, share: text[: round(len(text) * share)], st.sampled_from(_ARTICLES), st.floats(0, 1))
#: A few words around a cue verb, whichever it is.
_CUES = st.lists(st.sampled_from(sorted(cue_verbs())) | _WORDS | st.sampled_from(["as", "if", "not", "–", "of", "that"]), max_size=8)
_ANY = st.one_of(st.text(max_size=200), _NEWSY, _CUT, _CUES.map(" ".join))


def spans(article: Article) -> list[Span]:
    found = [u.span for u in article.unattributed] + [r.span for r in article.refusals]
    for a in article:
        found += [*a.content, *a.quoted]
        found += [*a.cue.spans] if a.cue else []
        found += [m.span for m in (a.source, a.addressee) if m]
        found += [a.venue] if a.venue else []
        found += [s for e in a.evidence for s in e.spans]
    for s in article.speakers:
        found += [*s.mentions, *(t.span for t in s.titles)]
        found += [s.affiliation.span] if s.affiliation else []
        found += [s.anonymity] if s.anonymity else []
    return found


@given(_ANY)
@example("WARNING A0 AND")
@example("The mayor pointed –")
@example('""=')
@example('"Bob."\n\n"What."')
@example("\ud800")
@example('"' * 9)
@example("''''''' \"\"\"\"\" “”„‟")
@settings(max_examples=400, deadline=None)
def test_no_exception_and_offsets_index_the_text_that_was_given(text: str) -> None:
    article = attribute(text)
    assert article.text is text
    for span in spans(article):
        assert 0 <= span.start < span.end <= len(text)
    for a in article:
        assert a.source is None or text[a.source.span.start : a.source.span.end] == a.source.text
        assert 0 < a.confidence <= 1
        assert (a.speaker is None) == (a.reason is not None)
        assert a.content


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.glob("*.txt")))
def test_an_article_may_break_off_behind_any_word(name: str) -> None:
    for case in cases(name):
        for end in re.finditer(r"\S+", case.text):
            for broken in (case.text[: end.end()], f"{case.text[: end.end()]} –"):
                assert attribute(broken).text == broken


@given(_ANY)
@example('A0 aDD+"0 “')
@example("B,")
@example("A A")
@settings(max_examples=200, deadline=None)
def test_content_is_ordered_and_disjoint(text: str) -> None:
    article = attribute(text)
    starts = [a.content[0].start for a in article]
    assert starts == sorted(starts)
    pieces = sorted((s.start, s.end) for a in article for s in a.content)
    assert all(before[1] <= after[0] for before, after in pairwise(pieces))
    for a in article:
        assert list(a.content) == sorted(a.content, key=lambda s: s.start)
        for q in a.quoted:
            assert any(c.start <= q.start and q.end <= c.end for c in a.content)


@given(_ANY)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert attribute(text) == attribute(text)


@given(_ANY)
@settings(max_examples=200, deadline=None)
def test_json_and_back(text: str) -> None:
    article = attribute(text)
    written = json.dumps(article.to_dict())
    assert Article.from_dict(json.loads(written)) == article


def _curly(text: str) -> str:
    """Straight double marks made curly, by turns within each paragraph."""
    paragraphs = []
    for paragraph in text.split("\n"):
        parts = paragraph.split('"')
        paragraphs.append("".join(part + ("“" if i % 2 == 0 else "”") * (i < len(parts) - 1) for i, part in enumerate(parts)))
    return "\n".join(paragraphs)


@pytest.mark.parametrize("text", [t for t in _ARTICLES if all(p.count('"') % 2 == 0 for p in t.split("\n"))])
def test_curly_and_straight_marks_give_the_same_pairing(text: str) -> None:
    straight, curly = attribute(text), attribute(_curly(text))
    assert [(a.content, a.speakers) for a in straight] == [(a.content, tuple(s for s in a.speakers)) for a in _straightened(curly)]


def _straightened(article: Article) -> list:  # type: ignore[type-arg]
    """The attributions of an article with curly marks, with straight ones in the names and titles that hold some."""
    data = json.loads(json.dumps(article.to_dict(), ensure_ascii=False).replace("“", '\\"').replace("”", '\\"'))
    return list(Article.from_dict(data))


_UNRELATED = "The county fair opens at noon on Saturday with rides and a parade."


@pytest.mark.parametrize("text", _ARTICLES)
def test_an_unrelated_paragraph_changes_nothing_nearby(text: str) -> None:
    alone = attribute(text)
    before = attribute(f"{_UNRELATED}\n\n{text}")
    after = attribute(f"{text}\n\n{_UNRELATED}")
    shift = len(_UNRELATED) + 2

    def heard(article: Article, by: int = 0) -> list[tuple[object, ...]]:
        return [
            (tuple((s.start - by, s.end - by) for s in a.content), a.source and a.source.text, a.speaker and a.speaker.label)
            for a in article
        ]

    assert heard(after) == heard(alone)
    assert heard(before, shift) == heard(alone)


def test_threads_share_an_attributor() -> None:
    attributor = Attributor()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(attributor.attribute, _ARTICLES)) == [attribute(t) for t in _ARTICLES]


def test_an_attributor_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(Attributor(thoughts=True)))
    assert copy.thoughts
    assert copy.attribute(_ARTICLES[0]) == Attributor(thoughts=True).attribute(_ARTICLES[0])


def test_a_text_without_full_stops_is_read_in_pieces() -> None:
    """As speech recognition gives it: what looks for the rest of a sentence takes no longer for a longer text."""
    text = "the mayor said he was tired, and the board said so too " * 300
    doc = Document(text)
    assert max(last - first for first, last in doc.sentences) <= 300
    assert [first for first, _ in doc.sentences[1:]] == [last for _, last in doc.sentences[:-1]]
    assert {a.source.text for a in attribute(text) if a.source} == {"the mayor", "the board"}

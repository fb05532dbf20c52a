"""Scores that can be worked out by hand, and the readers of annotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from quoteattr import BadAnnotation, attribute
from quoteattr.evaluate import GoldDocument, GoldQuote, Predicted, evaluate, read_brat, read_jsonl, read_predictions
from quoteattr.strategies import DrawnArticle, articles

#:      0         1         2         3         4         5         6
TEXT = '"We had no warning," said Ana Reyes. Tom Brask said it was late.'
SAID, REPORTED = ((0, 20),), ((52, 63),)
GOLD = GoldDocument(
    "a",
    TEXT,
    (
        GoldQuote(SAID, ((26, 35),), speakers=("Ana Reyes",), titles=("mayor",)),
        GoldQuote(REPORTED, ((37, 46),), speakers=("Tom Brask",), titles=()),
    ),
)


def test_all_right() -> None:
    predicted = [Predicted(SAID, ((26, 35),), "ana reyes", "the Mayor"), Predicted(REPORTED, ((37, 46),), "Tom Brask")]
    report = evaluate([GOLD], {"a": predicted})
    assert (report.pieces["all"].with_source.f1, report.quoted.with_source.f1, report.speaker) == (1, 1, 1)
    assert report.title is not None
    assert report.title.f1 == 1
    assert report.exact["direct"] == 1


def test_another_source_is_found_and_not_right() -> None:
    report = evaluate([GOLD], {"a": [Predicted(SAID, ((37, 46),), "Tom Brask", "mayor of Oz")]})
    assert (report.pieces["direct"].content.recall, report.pieces["direct"].with_source.recall) == (1, 0)
    assert (report.pieces["all"].content.precision, report.pieces["all"].content.recall) == (1, 0.5)
    assert (report.quoted.content.f1, report.quoted.with_source.f1, report.speaker) == (1, 0, 0)


def test_half_of_the_words_are_enough_and_less_are_not() -> None:
    # 9 of the 14 letters of the quotation, 6 of them
    enough, less = evaluate([GOLD], {"a": [Predicted(((0, 13),))]}), evaluate([GOLD], {"a": [Predicted(((0, 9),))]})
    assert (enough.pieces["direct"].content.recall, less.pieces["direct"].content.recall) == (1, 0)


def test_what_is_nested_or_no_speech_is_neither_wanted_nor_punished() -> None:
    thought = GoldDocument("a", TEXT, (GOLD.quotes[0], GoldQuote(REPORTED, ((37, 46),), speech=False)))
    both = {"a": [Predicted(SAID, ((26, 35),)), Predicted(REPORTED, ((37, 46),))]}
    one = {"a": both["a"][:1]}
    assert evaluate([thought], one).pieces["all"].with_source.recall == 0.5
    assert evaluate([thought], one, speech=True).pieces["all"].with_source.recall == 1
    assert evaluate([thought], both, speech=True).pieces["all"].with_source.precision == 1


def test_nothing_predicted_and_nothing_annotated() -> None:
    assert evaluate([GOLD], {}).pieces["all"].with_source.f1 == 0
    report = evaluate([GoldDocument("a", "", ())], attribute)
    assert (report.pieces["all"].with_source.f1, report.speaker, report.title) == (0, None, None)
    assert str(report).splitlines()[0].startswith("quoted")


@given(articles())
@settings(max_examples=60, deadline=None)
def test_drawn_articles_score_full_marks(article: DrawnArticle) -> None:
    report = evaluate([article.gold], attribute)
    assert (report.pieces["all"].with_source.f1, report.speaker) == (1, 1)
    assert report.title is not None
    assert report.title.f1 == 1


def test_json_lines_are_read(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    record = {"id": "a", "text": TEXT, "quotes": [{"content": [[0, 20]], "source": [[26, 35]], "cue": [], "speakers": ["Ana Reyes"]}]}
    written = {"file": "b", **attribute(TEXT).to_dict()}
    file.write_text(json.dumps(record) + "\n\n" + json.dumps(written) + "\n", encoding="utf-8")
    one, other = read_jsonl(file)
    assert (one.id, one.quotes[0].speakers, one.quotes[0].titles) == ("a", ("Ana Reyes",), None)
    assert (other.id, [q.speakers for q in other.quotes]) == ("b", [("Ana Reyes",), ("Tom Brask",)])
    assert [p.speaker for p in read_predictions(file)["b"]] == ["Ana Reyes", "Tom Brask"]
    file.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(BadAnnotation, match="line 1"):
        list(read_jsonl(file))
    with pytest.raises(BadAnnotation, match="line 1"):
        read_predictions(file)


def test_brat_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    lines = [
        "T1\tContent 0 10;12 20\tWe had no warning",
        "T2\tCue 21 25\tsaid",
        "T3\tSource 26 35\tAna Reyes",
        "T4\tAttribution 21 25\tsaid",
        "E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3",
        "T5\tContent 3 8\thad n",
        "E2\tAttribution:T4 Content:T5",
        "#1\tAnnotatorNotes T1\tnot sure",
    ]
    (tmp_path / "a.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    document = read_brat(tmp_path / "a.ann")
    assert document.text == TEXT
    assert [(q.content, q.source, q.nested) for q in document.quotes] == [
        (((0, 10), (12, 20)), ((26, 35),), False),
        (((3, 8),), (), True),
    ]
    (tmp_path / "a.ann").write_text("T1\tContent zero ten\tWe\n", encoding="utf-8")
    with pytest.raises(BadAnnotation, match="line 1"):
        read_brat(tmp_path / "a.ann")

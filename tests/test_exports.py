"""Each export, read back by somebody else's reader."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newspaper import CASES, KNOWN, cases

from quoteattr import Article, Attributor, DocumentMisaligned, attribute, coreference_from, exports
from quoteattr.strategies import articles

_TEXTS = [case.text for path in sorted(CASES.glob("*.txt")) if path.name != KNOWN for case in cases(path.name)]
_ANY = st.one_of(st.text(max_size=80), articles(bad_marks=True).map(lambda a: a.text), st.sampled_from(_TEXTS))
#: Characters that neither XML nor UTF-8 can hold.
_HOSTILE = 'Q\x00 \ud800 "It\x0b is <b>late</b> & \u202eearly," said Ana Reyes.\r\n\r\n"No," she said.'


# -- JSON and its schema -----------------------------------------------------------------------------------------------


@given(_ANY)
@settings(max_examples=100, deadline=None)
def test_what_is_written_is_what_the_schema_says(text: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    article = attribute(text)
    jsonschema.validate(json.loads(json.dumps(article.to_dict())), exports.json_schema())


def test_the_schema_refuses_other_things() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(exports.json_schema())
    validator.check_schema(exports.json_schema())
    good = attribute('"No," said Ana Reyes, the mayor.').to_dict()
    damages: list[dict[str, Any]] = [{"format": 2}, {"text": 3}, {"more": 1}, {"attributions": [{}]}, {"speakers": [{"name": 1}]}]
    for damage in damages:
        assert not validator.is_valid({**good, **damage})


def test_the_schema_names_every_field() -> None:
    good = attribute('"No," said Ana Reyes, the mayor. Acme declined to comment. It was called "The Way" by some.').to_dict()
    schema = exports.json_schema()
    assert set(schema["properties"]) == set(good)
    assert set(schema["$defs"]["attribution"]["properties"]) == set(good["attributions"][0])
    assert set(schema["$defs"]["speaker"]["properties"]) == set(good["speakers"][0])
    assert set(schema["$defs"]["refusal"]["properties"]) == set(good["refusals"][0])
    assert set(schema["$defs"]["unattributed"]["properties"]) == set(good["unattributed"][0])


# -- rows --------------------------------------------------------------------------------------------------------------


@given(_ANY.filter(lambda text: "\x00" not in text))
@settings(max_examples=60, deadline=None)
def test_csv_gives_the_rows_again(text: str) -> None:
    article = attribute(text)
    read = list(csv.DictReader(io.StringIO(exports.csv_of([("a", article)]), newline="")))
    assert [row["content"] for row in read] == [row["content"] for row in article.rows()]
    assert [row["speaker"] or None for row in read] == [row["speaker"] for row in article.rows()]


def test_rows_are_a_data_frame() -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    rows = attribute('"No," said Ana Reyes, the mayor. Critics said it was late.').rows()
    for frame in (pandas.DataFrame(rows), polars.DataFrame(rows)):
        assert tuple(frame.columns) == exports.COLUMNS
        assert list(frame["speaker"]) == ["Ana Reyes", "critics"]


# -- Web Annotation ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [*_TEXTS[:40], 'The \U0001f600 came. "It is \U0001f600 late," said Ana Reyes.'])
def test_selectors_find_the_words_again(text: str) -> None:
    anchorpoint = pytest.importorskip("anchorpoint")
    article = attribute(text)
    page = json.loads(json.dumps(exports.web_annotations(article, "urn:text")))
    assert page["type"] == "AnnotationPage"
    found = []
    for annotation in page["items"]:
        for target in annotation["target"]:
            position, quote = target["selector"]
            at = anchorpoint.TextPositionSelector(start=position["start"], end=position["end"])
            words = anchorpoint.TextQuoteSelector(exact=quote["exact"], prefix=quote["prefix"], suffix=quote["suffix"])
            assert words.exact == text[at.start : at.end]
            assert (words.prefix + words.exact + words.suffix) in text
            found.append((at.start, at.end))
    assert found == [(s.start, s.end) for a in article for s in a.content]


# -- TEI ---------------------------------------------------------------------------------------------------------------


def _tei(article: Article) -> Any:
    etree = pytest.importorskip("lxml.etree")
    return etree.fromstring(exports.tei(article, "A & B").encode("utf-8"))


_NAMES = {"t": "http://www.tei-c.org/ns/1.0"}


@pytest.mark.parametrize("text", [*_TEXTS, _HOSTILE])
def test_tei_has_the_text_and_who_said_it(text: str) -> None:
    article = attribute(text)
    root = _tei(article)
    body = root.find(".//t:body", _NAMES)
    clean = "".join(ch if ch in "\t\n\r" or (ord(ch) >= 32 and not 0xD800 <= ord(ch) < 0xE000) else "\ufffd" for ch in text)
    assert "".join(body.itertext()).strip() == clean.strip()
    ids = {entry.get("{http://www.w3.org/XML/1998/namespace}id"): entry[0].text for entry in root.iterfind(".//t:person", _NAMES)}
    ids |= {entry.get("{http://www.w3.org/XML/1998/namespace}id"): entry[0].text for entry in root.iterfind(".//t:org", _NAMES)}
    said = [[ids[one[1:]] for one in e.get("who", "").split()] for e in root.iterfind(".//t:said", _NAMES) if e.get("prev") is None]
    assert said == [[s.label for s in a.speakers] for a in article]


def test_tei_links_the_parts_of_one_utterance() -> None:
    root = _tei(attribute('"We had no warning," said Ana Reyes. "None."'))
    first, second = root.findall(".//t:said", _NAMES)
    assert first.get("next") == "#q1.2"
    assert second.get("prev") == "#q1.1"


# -- spaCy -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [*_TEXTS[:40], _HOSTILE])
def test_spacy_reads_the_group_of_spans(text: str) -> None:
    spacy = pytest.importorskip("spacy")
    article = attribute(text)
    doc = spacy.tokens.Doc(spacy.blank("en").vocab).from_bytes(exports.spacy_doc(article).to_bytes())
    spans = list(doc.spans["quotes"])
    pieces = sorted((s.start, s.end, a) for a in article for s in a.content)
    assert [span.label_ for span in spans] == [a.kind for _, _, a in pieces]
    assert [span.kb_id_ for span in spans] == [a.speaker.label if a.speaker else "" for _, _, a in pieces]
    for span, (start, end, _) in zip(spans, pieces, strict=True):
        assert span.start_char <= start < end <= span.end_char


def test_a_spacy_document_that_the_caller_has() -> None:
    spacy = pytest.importorskip("spacy")
    text = '"No," said Ana Reyes.'
    doc = spacy.blank("en")(text)
    assert exports.spacy_doc(attribute(text), doc) is doc
    assert [span.text for span in doc.spans["quotes"]] == ['"No,"']
    with pytest.raises(DocumentMisaligned):
        exports.spacy_doc(attribute("Other text."), doc)


# -- Stanza ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", _TEXTS[:25])
def test_a_stanza_document_goes_out_and_comes_back(text: str) -> None:
    stanza = pytest.importorskip("stanza")
    article = attribute(text)
    doc = exports.stanza_document(article)
    assert isinstance(doc, stanza.Document)
    assert [chain.representative_text for chain in doc.coref] == [s.label for s in article.speakers]
    for sentence in doc.sentences:
        for token in sentence.tokens:
            assert text[token.start_char : token.end_char].replace("\xad", "") == token.text
    again = Attributor(coreference=coreference_from(doc)).attribute(text)
    assert [a.content for a in again] == [a.content for a in article]


# -- a library that is not there ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("function", "library"), [(exports.spacy_doc, "spacy"), (exports.stanza_document, "stanza")])
def test_a_missing_library_names_the_extra(function: Any, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from quoteattr import LibraryMissing

    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(LibraryMissing, match=rf"quoteattr\[{library}\]"):
        function(attribute(""))

"""TEI, the encoding of editions and corpora (https://tei-c.org/): ``<said who="#...">`` and a list of persons."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import regex

from quoteattr.exports.pieces import Piece, paragraphs
from quoteattr.result.types import Article, Speaker

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
#: Characters that XML 1.0 does not admit.
_NOT_XML = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GROUPS = frozenset(("organization", "group", "document"))


def tei(article: Article, title: str = "Article") -> str:
    """The article as a TEI document: its whole text, each piece of content in a ``said`` that names its speakers.

    Content that goes over paragraphs or is split by its cue has one ``said`` for each piece, linked by ``next`` and ``prev``. ``direct`` is
    false for reported speech; ``cert`` says how sure the attribution is (high from 0.9, medium from 0.7, low). The text is the
    article's own, but for characters that XML does not admit, which become U+FFFD.

    >>> from quoteattr import attribute
    >>> document = tei(attribute('"No," said Ana Reyes, the mayor.'))
    >>> '<said xml:id="q1" who="#s1" direct="true" cert="high">"No,"</said>' in document
    True
    """
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}TEI")
    _header(root, article, title)
    body = _sub(_sub(root, "text"), "body")
    places = {speaker: f"#s{number}" for number, speaker in enumerate(article.speakers, 1)}
    ids = _Ids(article)
    for paragraph in paragraphs(article):
        p = _sub(body, "p")
        for piece in paragraph.pieces:
            if piece.attribution is None:
                _append(p, _clean(piece.of(article.text)))
            else:
                _said(p, article, piece, ids, places)
        p.tail = _clean(paragraph.gap)
    if article.text and not len(body):
        _sub(body, "p").text = _clean(article.text)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").replace("\r", "&#13;") + "\n"


class _Ids:
    """The identifier of each piece, and of those that it is linked with."""

    def __init__(self, article: Article) -> None:
        self.names: dict[tuple[int, int], str] = {}
        by_attribution: dict[int, list[Piece]] = {}
        for paragraph in paragraphs(article):
            for piece in paragraph.pieces:
                if piece.attribution is not None:
                    by_attribution.setdefault(piece.attribution, []).append(piece)
        self.links: dict[tuple[int, int], dict[str, str]] = {}
        for number, pieces in by_attribution.items():
            names = [f"q{number + 1}" if len(pieces) == 1 else f"q{number + 1}.{part}" for part in range(1, len(pieces) + 1)]
            for i, piece in enumerate(pieces):
                self.names[piece.start, piece.end] = names[i]
                link = {"prev": f"#{names[i - 1]}"} if i else {}
                self.links[piece.start, piece.end] = link | ({"next": f"#{names[i + 1]}"} if i + 1 < len(names) else {})


def _said(p: ET.Element, article: Article, piece: Piece, ids: _Ids, places: dict[Speaker, str]) -> None:
    a = article.attributions[piece.attribution or 0]
    said = _sub(p, "said")
    said.set(_ID, ids.names[piece.start, piece.end])
    if a.speakers:
        said.set("who", " ".join(places[s] for s in a.speakers))
    said.set("direct", "false" if a.kind == "indirect" else "true")
    said.set("cert", "high" if a.confidence >= 0.9 else "medium" if a.confidence >= 0.7 else "low")
    for name, target in ids.links[piece.start, piece.end].items():
        said.set(name, target)
    said.text = _clean(piece.of(article.text))


def _header(root: ET.Element, article: Article, title: str) -> None:
    header = _sub(root, "teiHeader")
    file = _sub(header, "fileDesc")
    _sub(_sub(file, "titleStmt"), "title").text = _clean(title)
    _sub(_sub(file, "publicationStmt"), "p").text = "Attributions made by quoteattr."
    _sub(_sub(file, "sourceDesc"), "p").text = "The text of one article."
    if not article.speakers:
        return
    description = _sub(_sub(header, "profileDesc"), "particDesc")
    people = _sub(description, "listPerson")
    groups = ET.Element(f"{{{NAMESPACE}}}listOrg")
    for number, speaker in enumerate(article.speakers, 1):
        group = speaker.kind in _GROUPS
        entry = _sub(groups, "org") if group else _sub(people, "person")
        entry.set(_ID, f"s{number}")
        _sub(entry, "orgName" if group else "persName").text = _clean(speaker.label)
        if not group:
            for held in speaker.titles:
                _sub(entry, "occupation").text = _clean(held.text)
            if speaker.affiliation is not None:
                _sub(entry, "affiliation").text = _clean(speaker.affiliation.text)
    if not len(people):
        description.remove(people)
    if len(groups):
        description.append(groups)


def _sub(parent: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{NAMESPACE}}}{name}")


def _append(p: ET.Element, text: str) -> None:
    """Text behind what the element holds already."""
    if len(p):
        p[-1].tail = (p[-1].tail or "") + text
    else:
        p.text = (p.text or "") + text


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)

"""An article's answer in the formats of other tools: rows and CSV, Web Annotation, TEI, a page, spaCy, Stanza."""

from quoteattr.exports.rows import COLUMNS, csv_of, rows
from quoteattr.exports.schema import json_schema
from quoteattr.exports.spacy_doc import spacy_doc
from quoteattr.exports.stanza_doc import stanza_document
from quoteattr.exports.tei import tei
from quoteattr.exports.web_annotation import web_annotations

__all__ = ["COLUMNS", "csv_of", "json_schema", "rows", "spacy_doc", "stanza_document", "tei", "web_annotations"]

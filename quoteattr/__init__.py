"""Who said what, and as what: quotations in English news with their speakers and the speakers' titles.

>>> import quoteattr
>>> article = quoteattr.attribute('Ana Ortega, the mayor, said it was late. "Too late," she added.')
>>> [(a.kind, a.speaker.name, a.speaker.title) for a in article]
[('indirect', 'Ana Ortega', 'mayor'), ('direct', 'Ana Ortega', 'mayor')]
"""

from quoteattr.attribution.own_rules import Finding, Rule
from quoteattr.attributor import Attributor, attribute
from quoteattr.coreference.protocol import Coreference
from quoteattr.coreference.stanza_backend import StanzaCoreference, StanzaDocument, coreference_from
from quoteattr.errors import (
    BadAnnotation,
    BadArticle,
    BadSettings,
    CoreferenceError,
    CoreferenceFailed,
    DocumentMisaligned,
    DownloadFailed,
    LibraryMissing,
    ModelDamaged,
    ModelMissing,
    NotText,
    QuoteattrError,
    StanzaMissing,
    TransformersMissing,
    UnknownCoreference,
)
from quoteattr.result import Article, Attribution, Cue, Evidence, Mention, Refusal, Span, Speaker, Title, Unattributed

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Attribution",
    "Attributor",
    "BadAnnotation",
    "BadArticle",
    "BadSettings",
    "Coreference",
    "CoreferenceError",
    "CoreferenceFailed",
    "Cue",
    "DocumentMisaligned",
    "DownloadFailed",
    "Evidence",
    "Finding",
    "LibraryMissing",
    "Mention",
    "ModelDamaged",
    "ModelMissing",
    "NotText",
    "QuoteattrError",
    "Refusal",
    "Rule",
    "Span",
    "Speaker",
    "StanzaCoreference",
    "StanzaDocument",
    "StanzaMissing",
    "Title",
    "TransformersMissing",
    "Unattributed",
    "UnknownCoreference",
    "attribute",
    "coreference_from",
]

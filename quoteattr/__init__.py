"""Who said what, and as what: quotations in English news with their speakers and the speakers' titles.

>>> import quoteattr
>>> article = quoteattr.attribute('Ana Ortega, the mayor, said it was late. "Too late," she added.')
>>> [(a.kind, a.speaker.name, a.speaker.title) for a in article]
[('indirect', 'Ana Ortega', 'mayor'), ('direct', 'Ana Ortega', 'mayor')]
"""

from quoteattr.attributor import Attributor, attribute
from quoteattr.coreference.protocol import Coreference
from quoteattr.errors import BadArticle, NotText, QuoteattrError, UnknownCoreference
from quoteattr.result import Article, Attribution, Cue, Evidence, Mention, Refusal, Span, Speaker, Title, Unattributed

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Attribution",
    "Attributor",
    "BadArticle",
    "Coreference",
    "Cue",
    "Evidence",
    "Mention",
    "NotText",
    "QuoteattrError",
    "Refusal",
    "Span",
    "Speaker",
    "Title",
    "Unattributed",
    "UnknownCoreference",
    "attribute",
]

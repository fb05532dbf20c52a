"""As what does this person speak?"""

from quoteattr.titles.papers import Papers
from quoteattr.titles.read import Reading, TitleSpan, titles_of

__all__ = ["Papers", "Reading", "TitleSpan", "titles_of"]

"""As what does this person speak?"""

from quoteattr.titles.papers import Papers
from quoteattr.titles.read import titles_of
from quoteattr.titles.reading import Reading, TitleSpan

__all__ = ["Papers", "Reading", "TitleSpan", "titles_of"]

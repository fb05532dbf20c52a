"""As what does this person speak?"""

from quoteattr.titles.read import Reading, TitleSpan, titles_of

__all__ = ["Reading", "TitleSpan", "titles_of"]

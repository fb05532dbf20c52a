"""What a run over several files comes to."""

from __future__ import annotations

from collections import Counter

from attrs import define, field
from tabulate import tabulate

from quoteattr.command.table import printable
from quoteattr.result.types import Article

_SHOWN = 10


@define(slots=True)
class Summary:
    """Counts over the articles of a run: who was quoted how often and with how many words."""

    articles: int = 0
    failed: int = 0
    passed_over: int = 0
    attributions: int = 0
    untold: int = 0
    unattributed: int = 0
    quotes: Counter[str] = field(factory=Counter)
    words: Counter[str] = field(factory=Counter)

    def add(self, article: Article) -> None:
        """Take in one article."""
        self.articles += 1
        self.attributions += len(article)
        self.unattributed += len(article.unattributed)
        for a in article:
            self.untold += not a.speakers
            for speaker in a.speakers:
                self.quotes[speaker.label] += 1
                self.words[speaker.label] += sum(len(article.words(span).split()) for span in a.content)

    def text(self) -> str:
        """The summary for the terminal."""
        lines = [
            f"{self.articles} read, {self.failed} failed" + (f", {self.passed_over} done before" if self.passed_over else ""),
            f"{self.attributions} attributions, {self.untold} of them with no speaker; {self.unattributed} quotations of nobody",
        ]
        most = [(printable(name), self.quotes[name], words) for name, words in self.words.most_common(_SHOWN)]
        if most:
            lines.append(tabulate(most, headers=("speaker", "attributions", "words"), tablefmt="simple", disable_numparse=True))
        return "\n".join(lines)

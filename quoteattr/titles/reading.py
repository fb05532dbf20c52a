"""What was read of one person: titles and affiliations, each a stretch of the text."""

from __future__ import annotations

from attrs import define, field, frozen

from quoteattr.text.document import TokenRange


@frozen
class TitleSpan:
    """A title as it stands in the text, as a range of tokens, and how it was found."""

    first: int
    last: int
    rule: str


@define(slots=True)
class Reading:
    """The titles and affiliations of one entity, in the order in which they were read."""

    found: dict[TokenRange, TitleSpan] = field(factory=dict)
    affiliations: list[TitleSpan] = field(factory=list)

    @property
    def titles(self) -> list[TitleSpan]:
        """The titles."""
        return list(self.found.values())

    def add(self, spans: tuple[TokenRange, ...], affiliation: TokenRange | None, rule: str) -> None:
        """Add a title, its shortest form first, and where the person holds it."""
        for first, last in spans:
            if first < last:
                self.found.setdefault((first, last), TitleSpan(first, last, rule))
        if affiliation is not None and affiliation[0] < affiliation[1]:
            self.affiliations.append(TitleSpan(*affiliation, rule))

    def take(self, other: Reading) -> None:
        """Add what was read of the same person elsewhere."""
        for span, title in other.found.items():
            self.found.setdefault(span, title)
        self.affiliations += other.affiliations

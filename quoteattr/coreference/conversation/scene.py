"""Who is where in a story: the people, their turns, and where the narration speaks of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import define, frozen

from quoteattr.attribution.assembly import Utterance
from quoteattr.coreference.conversation.people import Person, people
from quoteattr.coreference.conversation.turns import Turn, turns
from quoteattr.mentions.mention import Mention
from quoteattr.quotations import Quotation, quotation_of
from quoteattr.text.document import Document

_I = frozenset(("i", "me", "my"))
#: From how many of these outside quotations on somebody of the story tells it.
_TELLS_FROM = 6
#: One of how many mentions of a narrator is a call: nobody else speaks of him or her by name.
_MOSTLY_CALLED = 3


@frozen
class Seen:
    """Somebody spoken of in the narration, at a token."""

    at: int
    paragraph: int
    person: Person
    subject: bool


@define(slots=True)
class Scene:
    """A story as the decision sees it."""

    people: list[Person]
    turns: list[Turn]
    narration: list[Seen]

    def lately(self, turn: Turn, paragraphs: int) -> list[Seen]:
        """Who was spoken of in so many paragraphs before a turn, and in the one behind it."""
        first = bisect_left(self.narration, turn.paragraph - paragraphs, key=lambda one: one.paragraph)
        last = bisect_left(self.narration, turn.paragraph + 2, key=lambda one: one.paragraph)
        return self.narration[first:last]


def scene_of(
    doc: Document,
    marks: Sequence[Quotation],
    said: Sequence[Utterance],
    mentions: Sequence[Mention],
    sources: Sequence[Sequence[int]],
    chains: Sequence[Sequence[int]],
) -> Scene:
    """Read a story."""
    everybody = people(mentions, chains)
    of = {i: person for person in everybody for i in person.mentions}
    by_rules = {i: person for chain in chains if (person := next((of[k] for k in chain if k in of), None)) is not None for i in chain}
    in_turns = turns(doc, said, mentions, sources, of, by_rules)
    narration = [Seen(m.first, doc.paragraph_of[m.first], of[i], m.subject) for i, m in enumerate(mentions) if i in of and not m.quoted]
    in_quotation = quotation_of(doc, marks)
    tells = [i for i, word in enumerate(doc.lower) if word in _I and in_quotation[i] < 0]
    if len(tells) >= _TELLS_FROM:
        narrator = _narrator(everybody)
        narration += [Seen(i, doc.paragraph_of[i], narrator, doc.lower[i] == "i") for i in tells]
        narration.sort(key=lambda one: one.at)
        _give_turns(doc, narrator, in_turns, [i for i in tells if doc.lower[i] == "i"])
    return Scene(everybody, in_turns, narration)


def _narrator(everybody: list[Person]) -> Person:
    """Who tells the story: the one whom the others call by name and whom nobody else names; somebody without a name if there is none."""
    called = [p for p in everybody if p.called and p.names and not p.tagged and p.called * _MOSTLY_CALLED >= p.names]
    narrator = max(called, key=lambda p: p.called, default=None)
    if narrator is None:
        narrator = Person([])
        everybody.append(narrator)
    narrator.narrator = True
    return narrator


def _give_turns(doc: Document, narrator: Person, in_turns: list[Turn], tells: list[int]) -> None:
    """Tell each turn where its narrator speaks or acts."""
    for turn in in_turns:
        if turn.source == "first person":
            turn.source, turn.person = "name", narrator
    of = {turn.paragraph: turn for turn in in_turns if turn.person is not narrator}
    for i in tells:
        here = of.get(doc.paragraph_of[i])
        if here is not None:
            (here.before if i < here.first else here.after).add(narrator)

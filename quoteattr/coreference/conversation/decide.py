"""The likeliest row of speakers of a story."""

from __future__ import annotations

from functools import cache
from math import exp

from attrs import evolve, frozen

from quoteattr.attribution.weights import weights
from quoteattr.coreference.conversation.features import LATELY, Speakers, following, kind_of, may_speak, present, standing
from quoteattr.coreference.conversation.people import Person
from quoteattr.coreference.conversation.scene import Scene
from quoteattr.coreference.conversation.turns import Turn
from quoteattr.lexicons import lines_of

#: How many rows of speakers are kept while the next turn is decided, and in how many of their last speakers they must differ.
_ROWS = 24
_REMEMBERED = 5


@frozen
class Choice:
    """Somebody as the speaker of a turn, and how likely, given the speakers before."""

    person: Person
    chance: float


def chance_row(turn: Turn, chance: float) -> str:
    """The row of ``lexicons/story_chances.tsv`` for a decision: the kind of source, and the chance in steps of a tenth."""
    return f"{kind_of(turn)} {min(int(chance * 10), 9)}"


@cache
def _measured() -> dict[str, float]:
    rows = (line.split("\t") for line in lines_of("story_chances.tsv"))
    return {row: float(share) for row, share, _ in rows}


def measured_chance(turn: Turn, chance: float) -> float:
    """How often a decision of this chance is right: less often than that, since the turns before may be wrong.

    Measured by ``benchmarks/train_story.py`` on novels that the weights were not learned from.
    """
    return _measured().get(chance_row(turn, chance), chance)


@frozen
class _Row:
    """A row of speakers, up to some turn."""

    chance: float
    #: The last speakers, as far back as they matter.
    spoken: tuple[Person | None, ...] = ()
    last: Choice | None = None
    before: _Row | None = None


class Decision:
    """Weighs who speaks in the turns of one story."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._table = weights("story")
        self._present = [present(scene, number) for number in range(len(scene.turns))]
        self._standing = [standing(scene, number) for number in range(len(scene.turns))]
        self._known: dict[tuple[int, Person], float] = {}

    def people(self, number: int, spoken: Speakers) -> list[Person]:
        """Who may speak in a turn, given who spoke before it."""
        turn = self.scene.turns[number]
        if turn.person is not None:
            return [turn.person]
        lately = (p for p in spoken[-LATELY:] if p is not None and may_speak(turn, p))
        return list(dict.fromkeys((*self._present[number], *lately)))

    def features(self, number: int, person: Person, spoken: Speakers) -> list[str]:
        """What speaks for somebody, and against, by name."""
        return self._standing[number](person) + following(self.scene, number, person, spoken)

    def choices(self, number: int, spoken: Speakers) -> list[Choice]:
        """Who may speak in a turn, with the chance of each."""
        people = self.people(number, spoken)
        if len(people) == 1:
            return [Choice(people[0], 1.0)]
        scores = [self._score(number, person, spoken) for person in people]
        highest = max(scores, default=0.0)
        total = sum(exp(score - highest) for score in scores)
        return [Choice(person, exp(score - highest) / total) for person, score in zip(people, scores, strict=True)]

    def _score(self, number: int, person: Person, spoken: Speakers) -> float:
        key = (number, person)
        if key not in self._known:
            self._known[key] = sum(self._table.get(name, 0.0) for name in self._standing[number](person))
        return self._known[key] + sum(self._table.get(name, 0.0) for name in following(self.scene, number, person, spoken))

    def speakers(self) -> list[Choice | None]:
        """The likeliest row of speakers, found with a beam; None for a turn in which nobody is near."""
        rows = [_Row(1.0)]
        for number in range(len(self.scene.turns)):
            longer = [row for before in rows for row in self._longer(number, before)]
            longer.sort(key=lambda row: -row.chance)
            best: dict[tuple[Person | None, ...], _Row] = {}
            for row in longer:
                best.setdefault(row.spoken[-_REMEMBERED:], row)
            rows = [evolve(row, chance=row.chance / longer[0].chance) for row in list(best.values())[:_ROWS]]
        found: list[Choice | None] = []
        end = rows[0]
        while end.before is not None:
            found.append(end.last)
            end = end.before
        return found[::-1]

    def _longer(self, number: int, before: _Row) -> list[_Row]:
        """The rows that a row may go on to."""
        spoken = before.spoken[1 - LATELY :]
        choices = self.choices(number, before.spoken)
        if not choices:
            return [_Row(before.chance, (*spoken, None), None, before)]
        return [_Row(before.chance * c.chance, (*spoken, c.person), c, before) for c in choices]

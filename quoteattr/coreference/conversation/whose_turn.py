"""What follows from who speaks in a story for its utterances and chains."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from quoteattr.attribution.assembly import Utterance
from quoteattr.coreference.conversation.decide import Choice, Decision, measured_chance
from quoteattr.coreference.conversation.people import Person
from quoteattr.coreference.conversation.scene import Scene, scene_of
from quoteattr.coreference.conversation.turns import TAGGED, Turn
from quoteattr.coreference.settled import Settled
from quoteattr.mentions.mention import Mention
from quoteattr.quotations import Quotation
from quoteattr.text.document import Document


@frozen
class Told:
    """A story with its speakers: its utterances, the mentions each source consists of, and who is who."""

    said: list[Utterance]
    sources: list[list[int]]
    settled: Settled


def whose_turn(
    doc: Document,
    marks: Sequence[Quotation],
    said: Sequence[Utterance],
    mentions: Sequence[Mention],
    sources: Sequence[Sequence[int]],
    settled: Settled,
) -> Told:
    """Decide who speaks in each turn of a story, and give the utterances without a source, and the pronouns, to them.

    `sources` are the mentions that the source of each utterance consists of, those of refusals behind them. The chains that come back hold
    each pronoun and description that is a source with the one who was decided to speak.
    """
    scene = scene_of(doc, marks, said, mentions, sources, settled.chains)
    chosen = Decision(scene).speakers()
    utterances = list(said)
    parts = [list(one) for one in sources]
    means: dict[int, Person] = {}
    decided: dict[int, float] = {}
    for place, (turn, choice) in enumerate(zip(scene.turns, chosen, strict=True)):
        for number in turn.utterances:
            u = utterances[number]
            tagged = u.frame is not None and u.frame.shape in TAGGED
            if choice is None:
                continue
            if u.rules == ["dialogue"]:
                _give(u, turn, choice, _rule(scene, chosen, place), mentions, parts[number])
            elif tagged and parts[number] and mentions[parts[number][0]].form != "name":
                means[parts[number][0]] = choice.person
                decided[parts[number][0]] = measured_chance(turn, choice.chance)
    chains = _chains(settled.chains, scene.people, means)
    return Told(utterances, parts, evolve(settled, chains=chains, decided=decided))


def _give(u: Utterance, turn: Turn, choice: Choice, rule: str, mentions: Sequence[Mention], parts: list[int]) -> None:
    """Give an utterance without a tag to a speaker: its source is the speaker's last mention before it."""
    named = choice.person.mentions
    if not named:
        return
    before = [i for i in named if mentions[i].first < turn.first]
    source = before[-1] if before else named[0]
    u.source = (mentions[source].first, mentions[source].last)
    u.rules = [rule]
    u.chance = measured_chance(turn, choice.chance) if turn.person is None else choice.chance
    parts[:] = [source]


def _rule(scene: Scene, chosen: Sequence[Choice | None], place: int) -> str:
    """The name of the rule, for the evidence: what tells the speaker."""
    turn, choice = scene.turns[place], chosen[place]
    person = choice.person if choice is not None else None
    if person is turn.person:
        return "same paragraph"
    if person in turn.before or person in turn.after:
        return "action beat"
    if place and person in scene.turns[place - 1].called:
        return "answers"
    before = chosen[place - 2] if place > 1 else None
    return "alternating turns" if before is not None and before.person is person else "in the scene"


def _chains(chains: Sequence[Sequence[int]], people: Sequence[Person], means: dict[int, Person]) -> list[list[int]]:
    """The chains with the sources moved to whom they mean."""
    chain_of = {i: number for number, chain in enumerate(chains) for i in chain}
    moved = [[i for i in chain if i not in means] for chain in chains]
    for person in people:
        sources = [i for i, meant in means.items() if meant is person]
        if person.mentions and sources:
            home = moved[chain_of[person.mentions[0]]]
            home += [i for i in sources if i not in home]
    return [sorted(chain) for chain in moved if chain]

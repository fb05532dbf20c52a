"""Learn who speaks in a story, and write the weights into the package.

Usage: python benchmarks/train_story.py pdncx.train.jsonl litbank.train.jsonl

Each turn whose annotated speaker is near is one choice among those who are; the weights make the right choices likely (a conditional logit
with an L2 penalty), rounded to two digits. In the first round the speakers before a turn are the annotated ones; in the rounds after it
also those that the weights of the round before decide, mistakes and all: that is what a decision has to go by.

How often a decision of each chance is right is measured with the weights of one half of PDNC's novels on the other half, before the final
weights are learned on both, and written into ``lexicons/story_chances.tsv``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import define
from gold import read, write_chances, write_weights
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from quoteattr.attribution.assembly import utterances
from quoteattr.coreference.conversation.decide import Decision, chance_row
from quoteattr.coreference.conversation.people import Person
from quoteattr.coreference.conversation.scene import Scene, scene_of
from quoteattr.coreference.rules import chains_by_rules
from quoteattr.evaluate import same_name
from quoteattr.mentions.detect import mentions
from quoteattr.mentions.mention import Mention
from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.quotations import quotations
from quoteattr.quotations.passages import passages
from quoteattr.text.document import Document

_PENALTY = 4.0
_ROUNDS = 3
_SEEN_FROM = 3
#: From which share of somebody's mentions on that are an annotated speaker's it is that speaker.
_MOSTLY = 0.5

#: The features of everybody near a turn, and the places of the right ones (more than one if somebody is there twice).
Choice = tuple[list[list[str]], list[int]]


@define(eq=False)
class Story:
    """An annotated story: its turns, and for each the people that the annotated speaker may be."""

    novel: str
    scene: Scene
    speakers: list[list[Person]]
    #: The turns with an annotated speaker, though it may be nobody that the library found.
    annotated: list[bool]

    @classmethod
    def of(cls, given: dict[str, Any]) -> Story:
        """Read a story with the library and find the annotated speakers in it."""
        doc = Document(given["text"])
        marks = quotations(doc)
        phrases = [NounPhrases(passage) for passage in passages(doc, marks)]
        said, _ = utterances(doc, marks, phrases, fiction=True)
        found, sources = mentions(doc, marks, phrases, [u.saying for u in said], fiction=True)
        scene = scene_of(doc, marks, said, found, sources, chains_by_rules(doc, found).chains)
        bearers = _Bearers(doc, found, scene)
        speakers, known = [], []
        for turn in scene.turns:
            spans = [doc.chars(*content) for number in turn.utterances for content in said[number].contents]
            quotes = [q for q in given["quotes"] if any(q["content"][0][0] < end and start < q["content"][-1][1] for start, end in spans)]
            speakers.append(bearers.of(quotes[0]) if quotes else [])
            known.append(bool(quotes))
        return cls(given.get("novel", given["id"]), scene, speakers, known)


@define(eq=False)
class _Bearers:
    """Whom the annotated speakers of a story are."""

    doc: Document
    mentions: list[Mention]
    scene: Scene

    def of(self, quote: dict[str, Any]) -> list[Person]:
        """Those of the story's people that a quotation's speaker may be, the most often named first."""
        if "_narr" in quote.get("speakers", ()):
            right = [p for p in self.scene.people if p.narrator]
        elif "speaker_mentions" in quote:
            right = [p for p in self.scene.people if self._mentioned(p, quote["speaker_mentions"])]
        else:
            right = [p for p in self.scene.people if any(same_name(form, quote.get("speakers", ())) for form in self._forms(p))]
        return sorted(right, key=lambda p: (-p.names, -len(p.mentions)))

    def _forms(self, person: Person) -> Iterator[str]:
        for i in person.mentions:
            m = self.mentions[i]
            yield self.doc.slice(m.first, m.core[1])
            yield self.doc.slice(*m.core)

    def _mentioned(self, person: Person, spans: list[list[int]]) -> bool:
        places = [self.doc.chars(*self.mentions[i].core) for i in person.mentions]
        inside = sum(any(a <= start and end <= b and end - start >= _MOSTLY * (b - a) for a, b in spans) for start, end in places)
        return bool(places) and inside >= _MOSTLY * len(places)


def choices(story: Story, spoken: Sequence[Person | None]) -> Iterator[Choice]:
    """The turns of a story that have something to choose, given who speaks in each."""
    decision = Decision(story.scene)
    for number, right in enumerate(story.speakers):
        people = decision.people(number, spoken[:number])
        places = [place for place, person in enumerate(people) if person in right]
        if places and len(people) > 1:
            yield [decision.features(number, person, spoken[:number]) for person in people], places


def annotated(story: Story) -> list[Person | None]:
    """The annotated speaker of each turn, or whom its tag names."""
    return [right[0] if right else turn.person for turn, right in zip(story.scene.turns, story.speakers, strict=True)]


def decided(story: Story) -> list[Person | None]:
    """The speaker of each turn by the weights as they are."""
    return [choice.person if choice is not None else None for choice in Decision(story.scene).speakers()]


def learn(given: list[Choice], penalty: float) -> dict[str, float]:
    """The weights that make the right options likely."""
    seen = Counter(name for options, _ in given for option in options for name in option)
    place = {name: i for i, name in enumerate(sorted(name for name, times in seen.items() if times >= _SEEN_FROM))}
    rows, columns, starts, right = [], [], [], []
    row = 0
    for options, places in given:
        starts.append(row)
        right += [row + i for i in places]
        for option in options:
            known = [place[name] for name in option if name in place]
            rows += [row] * len(known)
            columns += known
            row += 1
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(place)))
    of = np.repeat(np.arange(len(given)), np.diff([*starts, row]))
    is_right = np.zeros(row)
    is_right[right] = 1

    def loss(table: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ table
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        total, total_right = np.add.reduceat(powers, starts), np.add.reduceat(powers * is_right, starts)
        slope = matrix.T @ (powers / total[of] - powers * is_right / total_right[of])
        return -float(np.log(total_right / total).sum()) + penalty * float(table @ table) / 2, slope + penalty * table

    found = minimize(loss, np.zeros(len(place)), jac=True, method="L-BFGS-B").x
    return {name: round(float(w), 2) for name, w in zip(place, found, strict=True) if abs(w) >= 0.02}


def train(stories: list[Story]) -> int:
    """Learn in rounds, and write the weights of each; how many choices the last had."""
    given = [choice for story in stories for choice in choices(story, annotated(story))]
    for number in range(1, _ROUNDS + 1):
        about = "How much each feature speaks for somebody's being the speaker of a turn in a story.\n"
        about += f"Learned on PDNC's and LitBank's training novels by benchmarks/train_story.py, {len(given)} choices in {number} rounds."
        write_weights("story", about, learn(given, _PENALTY * number))
        if number < _ROUNDS:
            given += [choice for story in stories for choice in choices(story, decided(story))]
    return len(given)


def measured(stories: list[Story]) -> Iterator[tuple[str, bool]]:
    """For each decision with a known speaker its row of the table of chances, and whether it is right."""
    for story in stories:
        for turn, choice, right, known in zip(
            story.scene.turns, Decision(story.scene).speakers(), story.speakers, story.annotated, strict=True
        ):
            if known and choice is not None and turn.person is None:
                yield chance_row(turn, choice.chance), choice.person in right


def main() -> None:
    """Measure by halves, then learn on all and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdnc", type=Path)
    parser.add_argument("litbank", type=Path)
    args = parser.parse_args()
    novels, more = ([Story.of(given) for given in read(path) if given["quotes"]] for path in (args.pdnc, args.litbank))
    even = set(sorted({story.novel for story in novels})[::2])
    halves = [[s for s in novels if s.novel in even], [s for s in novels if s.novel not in even]]
    times: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for here, there in (halves, halves[::-1]):
        train(here + more)
        for row, is_right in measured(there):
            times[row] += 1
            right[row] += is_right
    print(f"of {times.total()} decisions on novels not learned from {right.total() / times.total():.4f} are right")
    write_chances({row: ((right[row] + 1) / (times[row] + 2), times[row]) for row in sorted(times)})
    print(f"learned from {train(novels + more)} choices")


if __name__ == "__main__":
    main()

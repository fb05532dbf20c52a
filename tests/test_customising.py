"""The caller's own cues, titles, rules."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from typing import Any

import pytest

from quoteattr import Attributor, BadSettings, Finding, attribute


def _said(attributor: Attributor, text: str) -> list[tuple[Any, ...]]:
    return [(a.cue and a.cue.cue_class, a.speaker and a.speaker.name, a.speaker and a.speaker.title) for a in attributor.attribute(text)]


def test_a_cue_more_and_a_cue_less() -> None:
    more, less = "Ana Reyes yodeled that the gate was open.", "Ana Reyes noted that the gate was open."
    assert not attribute(more).attributions
    assert _said(Attributor(cues={"yodel": "speech"}), more) == [("speech", "Ana Reyes", None)]
    assert len(attribute(less)) == 1
    assert not Attributor(cues={"note": None}).attribute(less).attributions
    assert len(attribute(less)) == 1, "the standard vocabulary stays as it is"


def test_a_cue_in_another_class() -> None:
    assert _said(Attributor(cues={"say": "claim"}), '"No," said Ana Reyes.') == [("claim", "Ana Reyes", None)]


def test_a_title_more() -> None:
    text = '"The boats are in," Harbormaster Ana Reyes said. Tom Brask, a gatewright, said the tide was out.'
    assert [t for _, _, t in _said(Attributor(titles=["harbormaster", "gatewright"]), text)] == ["Harbormaster", "gatewright"]


@pytest.mark.parametrize("settings", [{"cues": {"Say": "speech"}}, {"cues": {"say": "shout"}}, {"titles": ["", "x"]}, {"titles": "mayor"}])
def test_wrong_words_get_a_clear_error(settings: dict[str, Any]) -> None:
    with pytest.raises(BadSettings):
        Attributor(**settings)


class Answers:
    """In the interviews of this paper an answer begins with "A:" and is its first person's."""

    name = "interview"

    def find(self, text: str) -> Iterator[Finding]:
        who = re.search(r"Ana Reyes", text)
        for match in re.finditer(r"^A: (.+)$", text, re.MULTILINE):
            yield Finding([match.span(1)], who.span() if who else None, confidence=0.8)


_INTERVIEW = 'Ana Reyes, the mayor, met us.\n\nQ: Is it late?\n\nA: It is, Tom Brask said.\n\n"We close at nine," she said.'


def test_a_rule_goes_before_the_others() -> None:
    article = Attributor(rules=[Answers()]).attribute(_INTERVIEW)
    own = next(a for a in article if a.evidence[0].rule == "interview")
    assert article.words(own.content[0]) == "It is, Tom Brask said."
    assert (own.speaker and own.speaker.name, own.speaker and own.speaker.title, own.confidence) == ("Ana Reyes", "mayor", 0.8)
    assert [a.speaker.name for a in article if a.speaker and a.evidence[0].rule != "turn"] == ["Ana Reyes", "Ana Reyes"]


def test_a_rule_goes_before_the_turns_of_a_story() -> None:
    story = 'Ana Reyes met Bo Lind.\n\n"Is it late?" asked Bo Lind.\n\nA: It is.\n\n"So it is," said Bo Lind.'
    own = next(a for a in Attributor(rules=[Answers()], genre="fiction").attribute(story) if a.confidence == 0.8)
    assert (own.speaker and own.speaker.name, own.evidence[0].rule) == ("Ana Reyes", "interview")


def test_a_rule_that_names_nobody_says_so() -> None:
    [own] = Attributor(rules=[Answers()]).attribute("A: It is late.")
    assert own.speaker is None
    assert own.reason


@pytest.mark.parametrize("span", [(0, 99), (5, 5), (-1, 3)])
def test_a_rule_that_is_out_of_bounds_is_named(span: tuple[int, int]) -> None:
    class Wrong:
        name = "wrong"

        def find(self, text: str) -> list[Finding]:
            return [Finding([span])]

    with pytest.raises(BadSettings, match="'wrong'"):
        Attributor(rules=[Wrong()]).attribute("It is late.")


def test_what_is_no_rule_is_refused() -> None:
    with pytest.raises(BadSettings, match="find"):
        Attributor(rules=[object()])  # type: ignore[list-item]


_STORY = """"Is it late?" asked Ann Moor.

"Not yet," said Bo Lind.

"Shall we go?"

"We might."

Ann Moor took her coat. "Then come."

"I have no coat," said Mr. Hale.
"""


def test_in_a_story_speakers_take_turns() -> None:
    article = Attributor(genre="fiction").attribute(_STORY)
    assert [(a.speaker and a.speaker.name, a.evidence[0].rule) for a in article] == [
        ("Ann Moor", "tag after"),
        ("Bo Lind", "tag after"),
        ("Ann Moor", "alternating turns"),
        ("Bo Lind", "alternating turns"),
        ("Ann Moor", "action beat"),
        ("Mr. Hale", "tag after"),
    ]


def test_a_story_has_one_answer() -> None:
    """Whoever is as likely as another is told by the order of the text, and not by where things lie in memory."""
    story = '"Tamsin! Korrin! Velda! Come here."\n\n"We are late."\n\n"Very late."'
    attributor = Attributor(genre="fiction")
    kept = []
    answers = set()
    for size in range(50):
        answers.add(tuple(a.speaker and a.speaker.name for a in attributor.attribute(story)))
        kept.append([object() for _ in range(13 * size)])
    assert answers == {(None, "Tamsin", "Tamsin")}


@pytest.mark.parametrize(
    ("story", "speakers"),
    [
        pytest.param(
            '"Is the ferry late, Bo?" asked Ann Moor.\n\n"Very late."\n\n"And the horses, Bo, are they fed?"\n\n"I fed them at six."',
            ["Ann Moor", "Bo", "Ann Moor", "Bo"],
            id="who is called by name answers",
        ),
        pytest.param(
            'Ann Moor set the lamp on the sill. Mr. Hale had not moved from his chair.\n\n"You might have written," she said.\n\n'
            '"I might," he answered. "I had no paper."\n\n"There is paper in every shop from here to Wexcombe," she said.',
            ["Ann Moor", "Mr. Hale", "Ann Moor"],
            id="pronouns agree with who is there",
        ),
        pytest.param(
            'I had been at the inn for a week before Mrs. Lowe came and sat down across from me.\n\n"You look tired, Marsh," she said.\n\n'
            "I was. My room was over the stable, and I had counted the hours.\n\n"
            '"You should have asked for another, Marsh."\n\n"I did ask," I said.\n\n"And?"\n\n"And they gave me a candle."',
            ["Mrs. Lowe", "Mrs. Lowe", "Marsh", "Mrs. Lowe", "Marsh"],
            id="who tells the story is called by name",
        ),
        pytest.param(
            'The door opened, and Clara came in with the post.\n\n"Is there nothing from London at all, Clara?"',
            [None],
            id="nobody calls herself by name",
        ),
        pytest.param(
            "Mr. Lisle came in at six, and Orla Finch with him. Lisle shut the door; Orla Finch laughed at him.\n\n"
            '"The lamp is out," said Lisle.\n\n"Then find another," said Orla.\n\nMr. Lisle did not move.',
            ["Mr. Lisle", "Orla Finch"],
            id="people are named as fully as the story often does",
        ),
        pytest.param(
            'Ann Moor stood up. "The road was under water,\n\n"and the bridge was gone,\n\n"so we slept in the mill."',
            ["Ann Moor"],
            id="one speech over several paragraphs",
        ),
    ],
)
def test_who_speaks_in_a_story(story: str, speakers: list[str | None]) -> None:
    assert [a.speaker and a.speaker.name for a in Attributor(genre="fiction").attribute(story)] == speakers


def test_another_genre_is_refused() -> None:
    with pytest.raises(BadSettings, match="'news', 'fiction'"):
        Attributor(genre="poem")  # type: ignore[arg-type]


def test_a_changed_attributor_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(Attributor(cues={"yodel": "speech"}, titles=["harbormaster"])))
    assert _said(copy, '"No," yodeled Harbormaster Ana Reyes.') == [("speech", "Ana Reyes", "Harbormaster")]

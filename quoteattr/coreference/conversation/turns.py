"""What each paragraph with a quotation tells of its speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from attrs import define, field

from quoteattr.attribution.assembly import Utterance
from quoteattr.coreference.conversation.people import Person
from quoteattr.mentions.given_names import Gender
from quoteattr.mentions.mention import FIRST_PERSON, Mention
from quoteattr.text.document import Document

TAGGED = frozenset(("tag after", "tag inside", "tag before"))
#: What may stand before a name by which somebody is called, beside marks: "**my dear** Ann", "**oh** Ann".
_BEFORE_CALLED = frozenset("dear my oh o ah yes no well old poor but come good bye you thanks sir".split())
_ADDRESSES: dict[str, Gender] = {
    **dict.fromkeys("sir daddy papa father uncle master mister monsieur brother lad sonny lord man fellow chap boy".split(), "male"),
    **dict.fromkeys(
        "madam ma'am mamma mama mother mumsy aunt auntie miss madame mademoiselle sister mum lady girl child".split(), "female"
    ),
}
_BEFORE_ADDRESS = frozenset("dear my yes no well oh".split())


@define(slots=True, eq=False)
class Turn:
    """A paragraph with quotations: one speaker's, as a rule."""

    paragraph: int
    #: The utterances in it, by number, and the first token of the first.
    utterances: list[int]
    first: int
    #: What its tag has for a source, whose gender it tells, and where it stands.
    source: Literal["name", "pronoun", "first person", "nominal", "none"] = "none"
    gender: Gender | None = None
    at: int = 0
    #: Whom the tag names; whom its description or pronoun stands for by itself, and by the rules.
    person: Person | None = None
    described: Person | None = None
    by_rules: Person | None = None
    #: Who is called by name, in this order, as whom it is settled by where two are as likely; and who is spoken of, in the quotations.
    called: dict[Person, None] = field(factory=dict)
    spoken_of: set[Person] = field(factory=set)
    #: The gender of who is called something: "sir", "my lady".
    address: Gender | None = None
    #: Who acts in the narration before the quotations, who after them, and who is named there at all.
    before: set[Person] = field(factory=set)
    after: set[Person] = field(factory=set)
    beside: set[Person] = field(factory=set)
    #: The gender of a pronoun that acts there.
    acting: Gender | None = None


def turns(
    doc: Document, said: Sequence[Utterance], mentions: Sequence[Mention], sources: Sequence[Sequence[int]], of: dict[int, Person],
    by_rules: dict[int, Person]
) -> list[Turn]:  # fmt: skip
    """The turns in text order.

    `of` is the person of each name and description, by index of the mention; `by_rules` whom the rules take a mention to be.
    """
    found: dict[int, Turn] = {}
    for number, u in enumerate(said):
        first = min(u.contents)[0]
        turn = found.setdefault(doc.paragraph_of[first], Turn(doc.paragraph_of[first], [], first, at=first))
        turn.utterances.append(number)
        if u.frame is not None and u.frame.shape in TAGGED and sources[number] and turn.source == "none":
            _tagged(turn, sources[number][0], mentions, of, by_rules)
    in_paragraph: dict[int, list[int]] = defaultdict(list)
    for i, m in enumerate(mentions):
        in_paragraph[doc.paragraph_of[m.first]].append(i)
    for turn in found.values():
        _read(doc, turn, [(mentions[i], of.get(i)) for i in in_paragraph[turn.paragraph]])
        turn.address = _address(doc, [content for number in turn.utterances for content in said[number].contents])
    return list(found.values())


def _tagged(turn: Turn, source: int, mentions: Sequence[Mention], of: dict[int, Person], by_rules: dict[int, Person]) -> None:
    """Take in what the tag of a turn says."""
    m = mentions[source]
    turn.source, turn.by_rules = m.form, by_rules.get(source)
    if source in of:
        of[source].tagged += 1
    if m.form == "name":
        turn.person = of.get(source)
        turn.source = "name" if turn.person is not None else "none"
    elif m.form == "nominal":
        turn.gender, turn.described = m.gender, of.get(source)
    elif m.head in FIRST_PERSON:
        turn.source = "first person"
    else:
        turn.gender, turn.at = m.gender, m.first


def _read(doc: Document, turn: Turn, here: Sequence[tuple[Mention, Person | None]]) -> None:
    """Take in the names of a paragraph: in its quotations, and in the narration around them."""
    for m, person in here:
        if m.quoted:
            if person is not None and m.form == "name":
                calls = _is_call(doc, m)
                person.called += calls
                if calls:
                    turn.called[person] = None
                else:
                    turn.spoken_of.add(person)
            continue
        if person is not None and (m.form == "name" or m.subject):
            turn.beside.add(person)
            if m.subject and m.utterance < 0:
                (turn.before if m.first < turn.first else turn.after).add(person)
        elif m.form == "pronoun" and m.subject and m.utterance < 0 and m.gender is not None:
            turn.acting = m.gender


def _is_call(doc: Document, m: Mention) -> bool:
    """Is somebody called by this name: "Come, **Ann**!", and not "Ann came"?"""
    before = doc.words[m.first - 1] if m.first else "."
    after = doc.words[m.last] if m.last < len(doc) else "."
    return (not before[0].isalnum() or before.lower() in _BEFORE_CALLED) and not after[0].isalnum()


def _address(doc: Document, contents: Sequence[tuple[int, int]]) -> Gender | None:
    """The gender of the last form of address in what is said: "Yes, **sir**." """
    found: Gender | None = None
    for first, last in contents:
        for i in range(max(first, 1), min(last, len(doc) - 1)):
            gender = _ADDRESSES.get(doc.lower[i])
            before = doc.lower[i - 1]
            if gender is not None and not doc.words[i + 1][0].isalnum() and (not before[0].isalnum() or before in _BEFORE_ADDRESS):
                found = gender
    return found

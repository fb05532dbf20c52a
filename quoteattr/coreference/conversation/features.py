"""What speaks for somebody's being the speaker of a turn, and against: named features, with weights in ``lexicons/story_weights.tsv``.

Most stand twice, once for all turns and once for those with the same kind of source: a pronoun, a description, somebody acting beside the
quotation ("beat"), or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from quoteattr.coreference.conversation.people import Person
from quoteattr.coreference.conversation.scene import Scene, Seen
from quoteattr.coreference.conversation.turns import Turn

#: How many paragraphs back somebody may have been spoken of, and how many turns back and ahead somebody may have been called.
_PARAGRAPHS = 30
_TURNS_BACK, _TURNS_AHEAD = 14, 6
#: How many turns back somebody spoke recently, and lately.
_RECENT, LATELY = 4, 12
_HIGHEST_RANK = 4
_MENTIONS = ((16, "16+"), (6, "6-15"), (3, "3-5"), (2, "2"), (1, "1"), (0, "0"))
_DISTANCES = ((13, "13+"), (6, "6-12"), (3, "3-5"), (2, "2"), (1, "1"), (0, "0"))

Speakers = Sequence[Person | None]


def present(scene: Scene, number: int) -> list[Person]:
    """Who is near enough to speak in a turn, whoever spoke before it."""
    turn = scene.turns[number]
    near = dict.fromkeys(one.person for one in scene.lately(turn, _PARAGRAPHS))
    for other in scene.turns[max(0, number - _TURNS_BACK) : number + _TURNS_AHEAD]:
        if other.person is not None:
            near[other.person] = None
        near |= other.called
    return [p for p in near if (p.narrator or p.titled or p.tagged or p.acting or p.called) and may_speak(turn, p)]


def may_speak(turn: Turn, person: Person) -> bool:
    """Does the turn not say that it is somebody else: of another gender, or the one whom the speaker calls by name?"""
    other = turn.gender is not None and person.fits(turn.gender) == "no"
    return not other and not (person in turn.called and person not in turn.beside)


def kind_of(turn: Turn) -> str:
    """The kind of source by which features are kept apart."""
    return "beat" if turn.source == "none" and (turn.before or turn.after) else turn.source


def standing(scene: Scene, number: int) -> Callable[[Person], list[str]]:
    """The features of a turn that do not depend on who spoke before it, for anybody."""
    turn = scene.turns[number]
    kind = kind_of(turn)
    places = _places(scene, turn)
    around = list(_neighbours(scene, number))

    def of(person: Person) -> list[str]:
        found = [*_in_narration(places.get(person)), *_beside(turn, person), *(name for one in around for name in one(person))]
        found.append(f"mentions={_step(_MENTIONS, person.names)}")
        if person.narrator:
            found.append("narrator")
        elif not person.names:
            found.append("unnamed")
        return _both(kind, found)

    return of


def following(scene: Scene, number: int, person: Person, spoken: Speakers) -> list[str]:
    """The features of somebody in a turn that depend on who spoke before it."""
    turns, turn = scene.turns, scene.turns[number]
    found = []
    lately = next((back for back, p in enumerate(reversed(spoken[-LATELY:]), 1) if p is person), 0)
    if lately:
        found.append("spoke recently" if lately <= _RECENT else "spoke lately")
    if number:
        last = turns[number - 1]
        previous, before = spoken[-1], spoken[-2] if number > 1 else None
        gap = _gap(last, turn)
        if person is previous:
            found.append(f"spoke last gap={gap}")
            if before is previous:
                found.append("spoke last twice")
        else:
            if person in last.called:
                found.append(f"called last gap={gap}")
            if person in last.spoken_of:
                found.append("spoken of last")
            if last.address is not None:
                found.append(f"addressed last {person.fits(last.address)}")
            if number > 1 and person is before:
                found.append(f"spoke last but one gap={gap} {_gap(turns[number - 2], last)}")
            elif number > 2 and person is spoken[-3]:
                found.append("spoke last but two")
        if number > 1 and person is not before and person in turns[number - 2].called:
            found.append("called last but one")
    return _both(kind_of(turn), found)


def _both(kind: str, found: Iterable[str]) -> list[str]:
    """Each feature, and each for this kind of turn."""
    return [name for one in found for name in (one, f"{kind}: {one}")]


def _beside(turn: Turn, person: Person) -> Iterator[str]:
    """What a turn itself says of somebody."""
    if turn.gender is not None:
        yield f"gender {person.fits(turn.gender)}"
    elif turn.acting is not None and not turn.before and not turn.after:
        yield f"acting gender {person.fits(turn.acting)}"
    if turn.source == "nominal":
        yield "described" if person is turn.described else "described otherwise"
    if turn.by_rules is not None:
        yield "by the rules" if person is turn.by_rules else "not by the rules"
    if person in turn.before:
        yield "acts before"
    if person in turn.after:
        yield "acts after"
    if person in turn.beside and person not in turn.before and person not in turn.after:
        yield "beside"
    if person in turn.called:
        yield "called here"
    if person in turn.spoken_of:
        yield "spoken of here"
    if turn.address is not None and person.gender is not None:
        yield f"addresses own gender {person.gender == turn.address}"


def _neighbours(scene: Scene, number: int) -> Iterator[Callable[[Person], Iterator[str]]]:
    """What the next two turns say of somebody."""
    turns, turn = scene.turns, scene.turns[number]
    if number + 1 < len(turns):
        after = turns[number + 1]
        gap = _gap(turn, after)

        def by_next(person: Person) -> Iterator[str]:
            if after.person is not None:
                yield f"speaks next gap={gap}" if after.person is person else "another speaks next"
            if person in after.called:
                yield f"called next gap={gap}"
            if after.source == "pronoun" and after.gender is not None and gap == "1":
                yield f"pronoun next {person.fits(after.gender)}"
            if after.address is not None and gap != "3+":
                yield f"addressed next {person.fits(after.address)}"

        yield by_next
        if number + 2 < len(turns) and _gap(after, turns[number + 2]) != "3+":
            second = turns[number + 2]

            def by_second(person: Person) -> Iterator[str]:
                if second.person is person:
                    yield "speaks next but one"

            yield by_second


def _gap(first: Turn, second: Turn) -> str:
    """How many paragraphs from one turn to another."""
    gap = second.paragraph - first.paragraph
    return str(gap) if gap < 3 else "3+"


@frozen
class _Place:
    """Where the narration spoke of somebody last."""

    distance: str
    subject: bool
    #: How many others were spoken of since, and how many as subjects.
    rank: int
    among_subjects: int | None


def _places(scene: Scene, turn: Turn) -> dict[Person, _Place]:
    """Where the narration before a turn spoke of people, of those only whose gender may be the turn's."""
    last: dict[Person, Seen] = {}
    subjects: dict[Person, int] = {}
    for one in scene.lately(turn, _PARAGRAPHS):
        if one.at < turn.at and (turn.gender is None or one.person.fits(turn.gender) not in ("no", "unlikely")):
            last[one.person] = one
            if one.subject:
                subjects[one.person] = one.at
    order = sorted(last, key=lambda p: -last[p].at)
    acting = {person: rank for rank, person in enumerate(sorted(subjects, key=lambda p: -subjects[p]))}
    return {
        person: _Place(_step(_DISTANCES, turn.paragraph - last[person].paragraph), last[person].subject, rank, acting.get(person))
        for rank, person in enumerate(order)
    }


def _in_narration(place: _Place | None) -> Iterator[str]:
    """How near somebody is in the narration."""
    if place is None:
        yield "not in the narration"
        return
    yield f"distance={place.distance}"
    yield f"rank={min(place.rank, _HIGHEST_RANK)}"
    if place.among_subjects is not None:
        yield f"rank among subjects={min(place.among_subjects, _HIGHEST_RANK)}"
    if place.subject:
        yield f"subject distance={place.distance}"


def _step(steps: Sequence[tuple[int, str]], value: int) -> str:
    """The name of the step that a number falls into."""
    return next(name for least, name in steps if value >= least)

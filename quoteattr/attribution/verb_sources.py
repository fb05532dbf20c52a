"""Who says it: the source of a cue verb, by the form of the verb."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quoteattr.attribution.frame import Scene
from quoteattr.attribution.openings import QUOTING, REMEMBERING, WITNESSING
from quoteattr.cues.verb_groups import Cue
from quoteattr.mentions.given_names import first_names
from quoteattr.mentions.mention import kind_of_noun
from quoteattr.mentions.noun_phrases import TYING
from quoteattr.mentions.subjects import (
    Relation,
    Subject,
    accompanied,
    acting_subject,
    blamed,
    extend_right,
    following_subject,
    governing_subject,
    made_to,
    may_speak,
    subject_of,
)

#: What somebody gives out, with words in it.
ISSUED = frozenset("statement letter email e-mail tweet post memo message note release column op-ed video".split())
#: ... but not what somebody else gave out.
_TAKEN = frozenset(
    (
        "cited cites citing received receives got gets saw sees seen read reads found finds obtained quoted quotes reviewed noted is was "
        "are were had"
    ).split()
)
#: What may stand before a participle that tells what somebody did before, or all the same.
_WHILE = frozenset("after before by despite in while without".split())
#: How many items before a comma a clause may begin that ends there.
_CLAUSE = 8
_WITNESSING = WITNESSING | REMEMBERING
_WITNESSED = frozenset(("quoted", "cited", "recorded", "heard", "seen", "shown", "captured"))
#: To what somebody does so: that another says something.
_REACTING = frozenset(
    (
        "listen listened listening object objected objecting react reacted reacting reaction reactions replied reply replying respond "
        "responded responding response"
    ).split()
)
#: How many words a full name has at least.
_FULL_NAME = 2
#: How long a description of whom a paper quotes may be.
_LONGEST_QUOTED = 24


def source_of(scene: Scene, cue: Cue) -> Subject | None:
    """Who or what the subject of a cue is, for an infinitive, a participle or a finite verb; None where nothing before it may be one."""
    tags, lower, phrases, first = scene.tags, scene.lower, scene.phrases, cue.first
    if cue.form == "infinitive":
        return made_to(phrases, first) or _as(governing_subject(phrases, first, scene.known), "infinitive")
    if cue.form == "participle":
        return _participle_source(scene, cue)
    found = subject_of(phrases, first)
    if found is not None:
        return _named_in_front(scene, cue, found)
    while first and tags[first - 1] == "R" and "C" in tags[max(0, first - 3) : first - 1]:
        # "and **then** said"
        first -= 1
    if first and (tags[first - 1] == "C" or lower[first - 1] == ","):
        relative = _relative_before(scene, first - 1) if tags[first - 1] == "C" else None
        if relative is not None:
            return relative
        return _as(acting_subject(phrases, first - 1, scene.known), "shared")
    return None


def _named_in_front(scene: Scene, cue: Cue, found: Subject) -> Subject:
    """The subject with the name before it where the second comma is missing: "**Ana Ortega, the principal** said it was late"."""
    tags, phrases, comma = scene.tags, scene.phrases, found.first - 1
    if comma < _FULL_NAME or scene.lower[comma] != "," or set(tags[:comma]) != {"E"} or phrases.by_end.get(comma) != 0:
        return found
    # but not "Ana Ortega, the board said, was late"
    goes_on = scene.lower[cue.last : cue.last + 1] not in ([], [","], ["."])
    noun = scene.lower[phrases.by_start.get(found.first, found.last) - 1]
    person = tags[found.first] == "D" and kind_of_noun(noun, scene.passage.vocabulary.roles) == "unnamed person"
    names = (scene.doc.words[at] for at in scene.passage.firsts[: comma - 1])
    known = scene.lower[found.first] in ("a", "an") or any(name in first_names() for name in names)
    return evolve(found, first=0, relation="aside") if goes_on and person and known else found


def _participle_source(scene: Scene, cue: Cue) -> Subject | None:
    """Who says it in a clause without a verb of its own: "**Ortega**, calling it late, left"; "**Ortega** wrote to voters, saying"."""
    tags, lower, phrases, first = scene.tags, scene.lower, scene.phrases, cue.first
    if first == 0 or (first == 1 and tags[0] in "ISR"):
        return following_subject(phrases, cue.last)
    if lower[:2] == ["according", "to"] and lower[cue.at] == "adding":
        # "According to **Ortega**, it was late, *adding* that nobody knew"
        return Subject(2, phrases.by_start.get(2, 3), "participle")
    beside = accompanied(phrases, first)
    if beside is not None:
        return beside
    beside_it = Subject(phrases.by_end.get(first, 0), first, "participle")
    if lower[0] == "there" and beside_it.first > 1 and lower[beside_it.first - 1] == "with" and may_speak(phrases, beside_it):
        # "There were exchanges **with the leader** accusing him of it"
        return beside_it
    if tags[first - 1] in "NEU" and lower[cue.at].endswith("ing"):
        found = subject_of(phrases, first)
        # "wrote **to voters** saying", "made a pitch **to voters** saying", but not "reacted **to Lind** saying"
        tie = lower[max(0, found.first - 2) : found.first] if found is not None else []
        # "hit out **against the union** stating that"
        reacts = tie[1:] == ["to"] and tie[0] in _REACTING
        # "are fighting **with their landlord** saying that"
        acting = acting_subject(phrases, first, scene.known) if tie[1:] == ["with"] else None
        with_whom = acting is not None and found is not None and tags[found.first - 2] in "VG" and may_speak(phrases, acting)
        told = (tie[1:] == ["to"] and not reacts) or with_whom or tie in (["out", "against"], ["out", "at"], ["back", "at"])
        # "released a statement **through the union** saying"
        told = told or (tie[1:] in (["through"], ["via"]) and tie[0] in ISSUED)
        # "called **911** on Monday saying that"
        number = found is not None and lower[found.first][0].isdigit() and "called" in lower[max(0, found.first - 3) : found.first]
        if found is not None and found.relation == "subject" and not number and (reacts or not (told or _is_issued(scene, found))):
            # "did not reply **to a letter** asking him to leave"
            return found
    comma = first - 1
    while comma > 0 and (tags[comma] == "R" or lower[comma] in _WHILE):
        comma -= 1
    before = phrases.by_end.get(comma)
    if lower[comma] == "," and before == 0 and not phrases.is_time(before, comma):
        # "**Ortega**, calling the plan a failure, resigned"; "**Ortega**, after first saying that it was late, resigned"
        return Subject(before, comma, "participle")
    clause = range(max(0, first - _CLAUSE), first)
    if lower[first - 1] == "," and tags[first - 2] == "V" and any(tags[i] == "W" or lower[i] == "that" for i in clause):
        # "a claim that *clerks* denied**, noting** that"
        return _as(governing_subject(phrases, first, scene.known), "participle")
    if lower[first - 1] in ("by", "in", "without") and (near := governing_subject(phrases, first, scene.known)) is not None:
        # "while *her rival* has won them **by saying** that"
        return blamed(phrases, first) or _as(near, "participle")
    acting = acting_subject(phrases, first, scene.known)
    return blamed(phrases, first) or _agent_before(scene, first, acting) or _as(acting, "participle")


def _agent_before(scene: Scene, first: int, acting: Subject | None) -> Subject | None:
    """Who made what is no speaker: "The announcement was made by **Ortega**, saying it was late"."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    people = ("unnamed person", "group", "organization")
    if lower[first - 1] != "," or acting is None or tags[acting.last - 1] in "EU":
        return None
    if kind_of_noun(lower[acting.last - 1], scene.passage.vocabulary.roles) in people:
        return None
    by = next((i for i in range(first - 2, acting.last, -1) if lower[i] == "by" and tags[i - 1] == "P"), 0)
    agent = Subject(by + 1, phrases.by_start.get(by + 1, 0), "participle")
    if not by or not agent.last:
        return None
    agent = evolve(agent, last=min(extend_right(phrases, agent.first, agent.last), first - 1))
    return agent if may_speak(phrases, agent) else None


def _is_issued(scene: Scene, paper: Subject) -> bool:
    """Has somebody given it out, so that its words are theirs: "Ortega sent **a letter** saying"?"""
    noun = next((word for word in scene.lower[paper.first : paper.last] if word in ISSUED), "")
    before = next((i for i in range(paper.first - 1, -1, -1) if scene.tags[i] in "VXM.K" or scene.lower[i] == ","), -1)
    given_out = before >= 0 and scene.tags[before] in "VXM" and not _TAKEN.intersection(scene.lower[before : paper.first])
    return bool(noun) and given_out


def _relative_before(scene: Scene, at: int) -> Subject | None:
    """The subject of a relative clause that a second verb goes on with: "Ortega, **who** runs the school and said".

    "at a rally, where **Lund** spoke and told them to go".
    """
    for i in range(at - 1, max(0, at - 15), -1):
        if scene.lower[i] == "," or scene.tags[i] in "KS.":
            return None
        if scene.lower[i] == "who":
            # "who **has been** here since May and said"
            verbs = sum(scene.tags[k] in "VXM" and scene.tags[k - 1] not in "VXMR" for k in range(i + 1, at))
            return Subject(i, i + 1, "relative") if verbs == 1 and i and scene.lower[i - 1] == "," else None
        if scene.lower[i] == "where" and scene.lower[i - 1] == ",":
            last = scene.phrases.by_start.get(i + 1, 0)
            return Subject(i + 1, last, "shared") if last and scene.tags[last] in "VXMR" else None
    return None


def _as(found: Subject | None, relation: Relation) -> Subject | None:
    """The same subject, as the subject of another verb."""
    if found is None or found.relation == "relative":
        return found
    return evolve(found, relation=relation)


def as_saying(scene: Scene, first: int) -> Iterator[int]:
    """Where "as saying" stands behind an item, or another verb of saying."""
    for i in range(first, min(first + _LONGEST_QUOTED, len(scene.tags) - 1)):
        if scene.lower[i] == "as" and scene.lower[i + 1] in scene.verbs and scene.lower[i + 1].endswith("ing"):
            yield i


def quoting(scene: Scene, at: int) -> int:
    """The verb of a paper that quotes whom the words before this item name: "**quoted** Ortega, a farmer, *as saying*"; -1 if none."""
    limit = max(-1, at - _LONGEST_QUOTED)
    verb = next((i for i in range(at - 2, limit, -1) if scene.lower[i] in QUOTING), -1)
    end = scene.phrases.by_start.get(verb + 1, 0)
    apart = scene.lower[end] == "," and scene.lower[at - 1] == "," if 0 < end < at else False
    tied = 0 < end < at and not any(kind in "VXM" for kind in scene.tags[end:at])
    return verb if end == at or (apart and tied) or (tied and scene.lower[end] in TYING) else -1


def witnessed(scene: Scene, cue: Cue) -> Subject | None:
    """Who was quoted as saying it: "**Ortega** was quoted as saying"; "**a guard** was heard asking"."""
    at = cue.first - (cue.first > 0 and scene.lower[cue.first - 1] == "as")
    if at < cue.first and (verb := quoting(scene, at)) >= 0:
        # "The Courier quoted **Ortega** as saying"
        return Subject(verb + 1, at - (scene.lower[at - 1] == ","), "subject")
    seen = scene.phrases.by_end.get(at, 0)
    if at == cue.first and seen and scene.lower[seen - 1] in _WITNESSING and scene.tags[at] == "G":
        # "A tape shows **Ortega** telling a clerk to go", "heard **him** shouting"
        return Subject(seen, at, "subject")
    by = scene.phrases.by_end.get(at, 0) - 1
    if at <= cue.first and by > 0 and scene.lower[by] in ("by", "on", "in", "at"):
        # "Ortega was quoted **by the Courier** as saying", "was heard **on the tape** saying"
        at = by
    if at < 2 or scene.lower[at - 1] not in _WITNESSED or scene.tags[at - 2] not in "XR":
        return None
    at -= 1
    while at and scene.tags[at - 1] in "XMR":
        at -= 1
    found = subject_of(scene.phrases, at)
    return found if found is not None and found.relation in ("subject", "aside") and found.last == at else None

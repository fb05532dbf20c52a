"""The words of a cue around its verb: "has repeatedly said", "did not say", "was told", "went on to say"."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from quoteattr.cues.verbs import CueClass, CueVerb
from quoteattr.lexicons import words_of
from quoteattr.quotations.passages import Passage

Form = Literal["finite", "infinitive", "participle", "passive"]

_NEGATIONS = frozenset(("not", "n't", "n’t", "n‘t", "never", "nor", "neither", "hardly", "cannot"))
#: "declined to say", "refused to comment": the saying did not happen.
_DECLINING = frozenset("decline declined declines declining refuse refused refuses refusing fail failed fails failing".split())
_BE = frozenset("is was are were be been being am 's ’s 're ’re get got gets".split())
#: "is **alleged** to have said": so others tell.
_HEARSAY = frozenset("alleged believed claimed known reported rumored rumoured said supposed thought understood".split())
_GOVERNING = frozenset("VBGPXAM")


#: Verbs that say what somebody is, with nothing between.
NAMING = frozenset(("call", "label", "brand", "dub"))
#: Verbs that say what something is, beside those of judging.
JUDGING = frozenset(("describe", "characterize", "characterise", "portray"))
#: Verbs whose object is what somebody has done: "accused **of**".
_BLAMING = frozenset(("accuse", "suspect"))
#: The words of a day or time without a preposition: "announced **last week**".
_WHEN = frozenset(word.lower() for word in words_of("calendar.txt")) | frozenset("last this earlier today week month year".split())


@frozen
class Cue:
    """One occurrence of a cue in a passage; all positions are items of the passage."""

    verb: CueVerb
    #: The verb itself.
    at: int
    #: Its group, with auxiliaries, adverbs and particles.
    first: int
    last: int
    form: Form
    negated: bool
    modal: bool


def cue_at(passage: Passage, at: int, verb: CueVerb) -> Cue:
    """The verb group around a cue verb at this item.

    >>> from quoteattr.cues.verbs import cue_verbs
    >>> from quoteattr.quotations.passages import passages
    >>> from quoteattr.text.document import Document
    >>> passage = passages(Document("She did not say why."), [])[0]
    >>> cue = cue_at(passage, 3, cue_verbs()["say"])
    >>> cue.first, cue.last, cue.form, cue.negated
    (1, 4, 'finite', True)
    """
    tags, lower = passage.tags, passage.lower
    first = at
    form: Form = "finite"
    negated = modal = False
    auxiliary = False
    passive = hearsay = False
    while first > 0:
        kind, word = tags[first - 1], lower[first - 1]
        if kind == "R" or word in _NEGATIONS:
            # an adverb at the head of a clause is none of the cue's: "Still, ..."
            if first - 2 >= 0 and tags[first - 2] in "CS" and not auxiliary and word not in _NEGATIONS:
                break
            negated = negated or word in _NEGATIONS
        elif kind in "XM":
            auxiliary = True
            modal = modal or kind == "M"
            # "he's said" is no passive
            has = word in ("'s", "’s") and tags[at] == "P" and lower[first - 2 : first - 1] in (["he"], ["she"], ["who"])
            passive = passive or (word in _BE and not has and not hearsay)
        elif kind == "T" and lower[max(0, first - 2)] == "used":
            # "Orr **used to say**"
            auxiliary = True
            first -= 1
        elif kind == "T" and not auxiliary and tags[first] != "P":
            # not "respond **to emailed** questions"
            form = "infinitive"
            first -= 1
            negated = negated or (first > 0 and lower[first - 1] in _DECLINING)
            break
        elif kind == "T" and lower[first] == "have" and lower[max(0, first - 2)] in _HEARSAY:
            # "Orr **is alleged to have said**"
            hearsay = modal = True
            first -= 1
        else:
            break
        first -= 1
    kind = tags[at]
    ing = lower[at].endswith("ing")
    if form == "finite":
        if passive and not ing and kind != "B":
            form = "passive"
        elif (ing and not auxiliary) or (kind == "P" and not auxiliary and not _lone_participle(passage, at)):
            form = "participle"
        elif kind == "B" and not auxiliary and at > 0 and tags[at - 1] not in "EUNW,R":
            form = "infinitive"
    if form == "participle" and first and (lower[first - 1] == "without" or lower[max(0, first - 2) : first] == ["short", "of"]):
        # "stopped **short of saying**", "left **without saying**"
        negated = True
    last = at + 1
    if last < len(tags) and lower[last] in verb.particles and (lower[last] not in ("to", "in") or verb.lemma in ("point", "chime")):
        last += 1
    return Cue(verb, at, first, last, form, negated, modal)


def cue_without_verb(lemma: str, first: int, last: int, at: int | None = None, cue_class: CueClass = "source") -> Cue:
    """A cue that is no listed verb, over these items: "according to", a colon, a noun.

    >>> cue_without_verb("according to", 4, 6).verb.lemma
    'according to'
    """
    verb = CueVerb(lemma, cue_class)
    return Cue(verb, first if at is None else at, first, last, "finite", negated=False, modal=False)


def is_bare_passive(passage: Passage, at: int) -> bool:
    """Is somebody judged by others, as headlines have it, without a form of *be*: 'Lind **branded** "liar"', 'Lind **accused** of "lying"'?

    But not 'Lind **dismissed** as "late" a plan to ...', nor 'the plan that Lind **described** as "late"'.
    """
    tags, lower = passage.tags, passage.lower
    behind = at + 1 + (lower[at + 1 : at + 2] in (["as"], ["of"]))
    if tags[at] != "V" or tags[behind : behind + 1] not in ("K", "k") or not lower[at].endswith("ed"):
        return False
    verb = passage.vocabulary.verbs.get(lower[at])
    if verb is None or not set(tags[:at]) <= set("NEAQ") or any(kind in "VXM" for kind in tags[at + 1 :]):
        return False
    if behind == at + 1:
        judged = verb.lemma in NAMING and (verb.lemma != "call" or tags[behind] == "k")
    elif lower[at + 1] == "of":
        judged = verb.lemma in _BLAMING
    else:
        judged = verb.cue_class == "judgement" or verb.lemma in JUDGING
    # "dismissed as "late" **a plan**", but 'accused of "reckless" **spending**'
    return judged and (lower[at + 1] == "of" or tags[behind + 1 : behind + 2] not in ("D", "O", "N", "E", "A", "U"))


def _lone_participle(passage: Passage, at: int) -> bool:
    """Is a form that may be past or participle the only verb so far: "Fallon, a spokesman, **called** on"?

    But not "the cuts **announced** Tuesday could cost jobs".
    """
    tags, lower = passage.tags, passage.lower
    behind = at + 1
    while behind + 1 < len(tags) and lower[behind] in _WHEN:
        behind += 1
    if behind > at + 1 and tags[behind] in "VXM":
        return False
    return lower[at] in ("said", "told") or not any(kind in "VXM" for kind in tags[:at])

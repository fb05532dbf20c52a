"""Cue verbs: their classes, what their content may be, and all their forms."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from attrs import frozen

from quoteattr.lexicons import lines_of, sections_of

#: What kind of saying (or thinking) a cue is.
CueClass = Literal[
    "speech", "question", "claim", "admission", "directive", "commissive", "judgement", "evidence", "thought", "manner", "source"
]


@frozen
class CueVerb:
    """A verb that may introduce what somebody says.

    >>> verb = cue_verbs()["told"]
    >>> verb.lemma, verb.cue_class, verb.takes_clause, verb.takes_addressee
    ('tell', 'speech', True, True)
    """

    lemma: str
    cue_class: CueClass
    takes_clause: bool = False
    #: ... only one with *that*: "griped that".
    takes_that: bool = False
    #: ... and nothing else: "the court decreed that", but not 'they submitted "a plan"'.
    needs_that: bool = False
    takes_object: bool = False
    #: ... only if there are quoted words in it: "praised a 'brave' plan".
    needs_quoted: bool = False
    takes_infinitive: bool = False
    takes_addressee: bool = False
    #: Prepositions and particles that belong to it: "talked about", "pointed out".
    particles: frozenset[str] = frozenset()


@cache
def cue_verbs() -> dict[str, CueVerb]:
    """Every form of every cue verb. The first class that lists a verb is the one it is given."""
    forms: dict[str, CueVerb] = {}
    for cue_class in get_args(CueClass):
        for line in sections_of("cues.tsv").get(cue_class, ()):
            lemma, content, *more = line.split("\t")
            verb = CueVerb(
                lemma,
                cue_class,
                takes_clause="c" in content,
                takes_that="t" in content,
                needs_that=content == "t",
                takes_object="o" in content.lower(),
                needs_quoted="O" in content,
                takes_infinitive="i" in content,
                takes_addressee="a" in content,
                particles=frozenset(more[0].split(",")) if more else frozenset(),
            )
            for form in forms_of(lemma):
                forms.setdefault(form, verb)
    return forms


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in lines_of("irregular_verbs.tsv"))
    return {lemma: tuple(rest) for lemma, *rest in rows}


def forms_of(lemma: str) -> tuple[str, ...]:
    """All forms of a verb, the dictionary form first."""
    return lemma, *_irregular().get(lemma, regular_forms(lemma))


@cache
def control_verbs(section: str) -> frozenset[str]:
    """All forms of the verbs whose object does what the infinitive behind it tells: who is *made* to say it, or *asked* to.

    >>> "allowed" in control_verbs("asked"), "led" in control_verbs("made")
    (True, True)
    """
    return frozenset(form for lemma in lines_of("control_verbs.txt", section) for form in forms_of(lemma))


def regular_forms(lemma: str) -> tuple[str, ...]:
    """Third person, past and -ing form by the spelling rules.

    >>> regular_forms("deny"), regular_forms("state"), regular_forms("stress")
    (('denies', 'denied', 'denying'), ('states', 'stated', 'stating'), ('stresses', 'stressed', 'stressing'))
    """
    if lemma[-1] == "e":
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma[-1] == "y" and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es", lemma + "ed", lemma + "ing"
    return lemma + "s", lemma + "ed", lemma + "ing"

"""Months that are somebody's name: Theresa May is none."""

from __future__ import annotations

from quoteattr.lexicons import words_of
from quoteattr.mentions.given_names import EPITHETS, HONORIFICS, first_names
from quoteattr.text.document import Document

_MONTHS = words_of("calendar.txt", section="month")
#: Capitalised words that no name has.
NO_NAMES = words_of("calendar.txt", section="weekday") | _MONTHS | words_of("calendar.txt", section="holiday") | {"No.", "Nos."}
#: Months that are names too.
_MONTH_NAMES = frozenset(("April", "August", "Jan", "June", "March", "May"))
_BEFORE_DATES = frozenset(
    "a another between by during early each every for from in last late mid next of since the this through till until".split()
)
_SAID = frozenset("added answered asked cried laughed nodded replied said says smiled told".split())
_PLACES = words_of("places.txt")


def named_months(doc: Document) -> frozenset[int]:
    """Where a month is somebody's name: "Theresa **May** left. **May** said so in May", "**June** Summers", but not "In **June** Summers".

    Where somebody is called so, every month of the name is that person but those with a date's words beside them.
    """
    undated = [i for i, word in enumerate(doc.words) if word in _MONTH_NAMES and not _is_dated(doc, i)]
    called = {doc.words[i] for i in undated if _is_called(doc, i)}
    return frozenset(i for i in undated if doc.words[i] in called)


def _is_dated(doc: Document, at: int) -> bool:
    """Do the words beside a month tell a time: "**in** May", "May **5**", "the May", "May and **June**"?"""
    before, after = (doc.lower[at - 1] if at else ""), doc.words[at + 1 : at + 2]
    listed = doc.words[at + 2] if after in (["and"], ["or"], ["to"], [","], ["-"], ["–"]) and at + 2 < len(doc) else ""
    return before in _BEFORE_DATES or doc.tags[at + 1 : at + 2] == ["Q"] or after == ["of"] or listed in _MONTHS


def _is_called(doc: Document, at: int) -> bool:
    """Is somebody called by this month, as the words beside it tell: "**Theresa** May", "**Poor** May", "May **said**", "**said** May." """
    before, after = (doc.words[at - 1] if at else ""), doc.words[at + 1 : at + 2]
    given = before in HONORIFICS or before in EPITHETS or (before in first_names() and before not in _MONTHS and before not in _PLACES)
    # "**June** Summers said", "said June Summers"
    surname = doc.words[at] in first_names() and doc.tags[at + 1 : at + 2] == ["E"] and after[0] not in NO_NAMES
    opens = (
        doc.sentences[doc.sentence_of[at]][0] == at
        or before.lower() in ("said", "says", "and")
        or before.lower() in doc.vocabulary.roles
        or doc.vocabulary.is_title_word(before)
    )
    speaks = bool(after) and (after[0] in _SAID or (before in _SAID and after[0] in (".", ",", ";")))
    return given or (surname and opens) or speaks

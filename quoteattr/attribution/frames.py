"""Who says what here? A frame is one cue with its source and its content, within one passage.

The frame is read off the order of things around the verb: what stands before its subject, what follows the verb, what is between
commas. Every shape has a name, which shows in the evidence of an answer.

===================  ==================================================================
tag after            **"We had no warning," Ortega said.**
tag inside           **"We had," she said, "no warning."**
tag before           **Ortega said: "We had no warning."**
clause after         **Ortega said that they had no warning.**
clause before        **They had no warning, Ortega said.**
clause around        **They had, Ortega said, no warning.**
object               **Ortega criticized the district.**
infinitive           **Ortega urged parents to wait.**
bare                 **Ortega spoke.** (a cue with no content in its passage)
===================  ==================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from attrs import evolve, frozen

from quoteattr.attribution.boundaries import clause_end, content_start
from quoteattr.cues.verb_groups import Cue, cue_at
from quoteattr.cues.verbs import CueVerb, cue_verbs
from quoteattr.lexicons import lines_of
from quoteattr.mentions.noun_phrases import DAYS, NounPhrases
from quoteattr.mentions.subjects import (
    Relation,
    Subject,
    extend_right,
    following_subject,
    governing_subject,
    inverted_subject,
    main_subject,
    subject_of,
)
from quoteattr.quotations.passages import Passage

Range = tuple[int, int]

_NO_SUBJECT_KINDS = frozenset("CK,.S")
_GOES_ON = frozenset("by from than rather because if unless until without despite including".split())
_SAYS = frozenset(("say", "tell", "write", "tweet", "add"))


@frozen
class Frame:
    """A cue, its source and its content, as ranges of items of one passage."""

    cue: Cue
    source: Subject | None
    contents: tuple[Range, ...]
    shape: str
    #: How the content begins: that, quote, clause, object, to, preposition, question.
    start: str
    addressee: Range | None = None
    #: "in a statement", "on Twitter".
    venue: Range | None = None


def frames(passage: Passage, phrases: NounPhrases, starts_upper: Callable[[int], bool]) -> list[Frame]:
    """The frames of a passage, in the order of their cues.

    `starts_upper` tells whether the quotation at an item begins with a capital letter, as a whole sentence does.
    """
    verbs = cue_verbs()
    found: list[Frame] = []
    cues = []
    for at, word in enumerate(passage.lower):
        verb = verbs.get(word)
        if verb is not None and passage.tags[at] in "VBGPNE":
            if passage.tags[at] in "NE" and not _acts_as_verb(passage, phrases, at):
                continue
            cues.append(cue_at(passage, at, verb))
    known: dict[int, Subject] = {}
    for cue in cues:
        frame = _frame(passage, phrases, cue, starts_upper, known)
        if frame is not None:
            found.append(frame)
            if frame.source is not None:
                known[cue.at] = frame.source
    found += _any_verb(passage, phrases, {frame.cue.at for frame in found})
    found += _noun_cues(passage, phrases)
    found += _according_to(passage, phrases)
    found += _labels(passage, phrases)
    return found


_ACCORDING_TO = CueVerb("according to", "source", False, False, False, False, frozenset())
_LABEL_LIMIT = 12
_LABEL = CueVerb(":", "source", False, False, False, False, frozenset())
_SIGNED = CueVerb("—", "source", False, False, False, False, frozenset())


@cache
def _noun_verbs() -> dict[str, CueVerb]:
    """Nouns for saying: "claim", "statement"."""
    return {
        noun: CueVerb(f"{noun} (noun)", "speech", True, True, False, False, frozenset())
        for noun in lines_of("cue_nouns.txt")
    }


def _noun_cues(passage: Passage, phrases: NounPhrases) -> list[Frame]:
    """ "**Ortega's claim that** they had no warning"; "her warning: ..."."""
    tags, lower = passage.tags, passage.lower
    nouns = _noun_verbs()
    found = []
    for at, word in enumerate(lower):
        verb = nouns.get(word)
        if verb is None or tags[at] not in "NE" or at + 1 >= len(tags):
            continue
        owner = _owner(phrases, at)
        begin = at + 1
        if owner is None or begin >= len(tags):
            continue
        begin, venue = _content_start(passage, phrases, begin)
        if begin >= passage.end and tags[min(begin, len(tags) - 1)] not in "Kk":
            continue
        if lower[begin] == "that" and tags[begin] == "S":
            start = "that"
        elif tags[begin] in "Kk":
            start = "quote"
        elif lower[begin] in (",", ":") and begin + 1 < len(tags) and tags[begin + 1] in "Kk":
            start, begin = "quote", begin + 1
        else:
            continue
        cue = Cue(verb, at, at, at + 1, "finite", negated=False, modal=False)
        end = clause_end(passage, phrases, begin, cue, start)
        if end > begin:
            found.append(Frame(cue, owner, ((begin, end),), "noun", start, None, venue))
    return found


def _owner(phrases: NounPhrases, at: int) -> Subject | None:
    """Whose claim it is: a possessive right before the noun and its adjectives."""
    tags = phrases.passage.tags
    i = at - 1
    while i >= 0 and tags[i] in "ANQRP":
        i -= 1
    if i < 0:
        return None
    if tags[i] == "O":
        return Subject(i, i + 1, "owner")
    if tags[i] == "Z":
        first = next((a for a, b in phrases.spans if a < i < b), None)
        return Subject(first, i, "owner") if first is not None else None
    return None


_ANY_VERB = CueVerb("other", "manner", False, False, False, False, frozenset())


def _any_verb(passage: Passage, phrases: NounPhrases, taken: set[int]) -> list[Frame]:
    """Beside a whole sentence in quotation marks any verb will do: '"It is always France," an angry mayor **retaliated**.'"""
    tags, lower = passage.tags, passage.lower
    verbs = cue_verbs()
    for at in range(len(tags) - 1):
        if tags[at] != "K":
            continue
        last = phrases.by_start.get(at + 1)
        if last is None or last >= len(tags) or phrases.is_time(at + 1, last):
            continue
        verb = last
        while verb < len(tags) and tags[verb] in "RX":
            verb += 1
        if verb < len(tags) and tags[verb] == "V" and lower[verb] not in verbs and verb not in taken and not any(t < at + 8 for t in taken if t > at):
            after = tags[verb + 1] if verb + 1 < len(tags) else "."
            if after in ".,IRSG":
                cue = Cue(_ANY_VERB, verb, last, verb + 1, "finite", negated=False, modal=False)
                return [Frame(cue, Subject(at + 1, last, "subject"), ((at, at + 1),), "tag after", "any verb")]
    return []


def _according_to(passage: Passage, phrases: NounPhrases) -> list[Frame]:
    """ "Enrolment fell, **according to the district**."; "According to the district, enrolment fell"."""
    tags, lower = passage.tags, passage.lower
    found = []
    for at in range(len(lower) - 2):
        if lower[at] == "according" and lower[at + 1] == "to":
            first = at + 2
        elif lower[at : at + 4] == ["in", "the", "words", "of"]:
            first = at + 4
        else:
            continue
        last = phrases.by_start.get(first)
        if last is None:
            continue
        opening = at < 2 and (at == 0 or tags[0] in "CR")
        last = _opening_source_end(passage, phrases, first, last) if opening else _source_end(passage, phrases, first, last)
        cue = Cue(_ACCORDING_TO, at, at, first, "finite", negated=False, modal=False)
        source = Subject(first, last, "inverted")
        if at and lower[at - 1] in (",", "—", "–", "-", ")") or at > 3:
            end = at - (lower[at - 1] in (",", "—", "–", "-"))
            start = content_start(passage, phrases, end, cue)
            if start < end:
                contents = [(start, end)]
                if last < len(tags) and lower[last] in (",", "—", "–", "-"):
                    rest = _rest_of_clause(passage, phrases, last + 1, (start, end), cue)
                    if rest:
                        contents.append(rest)
                found.append(Frame(cue, source, tuple(contents), "clause before" if len(contents) == 1 else "clause around", "clause"))
        elif last < len(tags) and lower[last] in (",", ":") and last + 1 < passage.end:
            begin = last + 1
            found.append(Frame(cue, source, ((begin, clause_end(passage, phrases, begin, cue, "clause")),), "clause after", "clause"))
    return found


def _opening_source_end(passage: Passage, phrases: NounPhrases, first: int, last: int) -> int:
    """Where the source of "According to X, ..." ends: at the first comma, or at the second behind an apposition."""
    tags, lower = passage.tags, passage.lower
    comma = next((i for i in range(last, passage.end) if lower[i] == ","), 0)
    if not comma:
        return _source_end(passage, phrases, first, last)
    second = next((i for i in range(comma + 1, min(passage.end, comma + 25)) if lower[i] == ","), 0)
    if second and tags[comma + 1] in "DOANWE" and not any(k in "VXM" for k in tags[comma + 1 : second] if tags[comma + 1] != "W") and any(k in "VXM" for k in tags[second:]):
        return second
    return comma


def _source_end(passage: Passage, phrases: NounPhrases, first: int, last: int) -> int:
    """Where the source of an "according to" ends: at the next comma, or with its relative clause."""
    tags, lower = passage.tags, passage.lower
    last = extend_right(phrases, first, last)
    while last < passage.end and lower[last] not in (",", ";", "—", "–", "-", ":") and tags[last] not in "K":
        last += 1
    return last


def _labels(passage: Passage, phrases: NounPhrases) -> list[Frame]:
    """A name as a label: "Ortega: 'No warning'"; '"We had no warning." — Natasha Ortega'."""
    tags, lower = passage.tags, passage.lower
    last = next((i for i in range(1, min(_LABEL_LIMIT, len(tags) - 1)) if lower[i] == ":"), 0)
    named = "E" in tags[:last] or tags[:last] in ("N", "DN", "AN", "NN")
    if last and named and not any(kind in "VXMKUS" for kind in tags[:last]):
        cue = Cue(_LABEL, last, last, last + 1, "finite", negated=False, modal=False)
        first = next((i + 1 for i in range(last - 1, 0, -1) if lower[i] in ("—", "–", "-")), 0)
        end = max(last + 2, passage.end)
        return [Frame(cue, Subject(first, last, "subject"), ((last + 1, end),), "label", "quote" if tags[last + 1] in "Kk" else "clause")]
    if tags[0] in "Kk" and len(tags) > 2:
        at = 1
        if lower[at] in ("—", "–", "-", "--", "―", "~", "――") and at + 1 in phrases.by_start and "E" in tags[at + 1 : at + 4]:
            last = extend_right(phrases, at + 1, phrases.by_start[at + 1])
            if last >= passage.end - 1:
                cue = Cue(_SIGNED, at, at, at + 1, "finite", negated=False, modal=False)
                return [Frame(cue, Subject(at + 1, last, "inverted"), ((0, 1),), "signed", "quote")]
    return []


def _acts_as_verb(passage: Passage, phrases: NounPhrases, at: int) -> bool:
    """Is a word tagged as a noun a verb after all: '..." Ortega notes.'?"""
    tags = passage.tags
    if at + 1 < len(tags) and tags[at + 1] in "NE":
        return False
    if at and at + 1 < len(tags) and tags[at - 1] in "NEU" and passage.lower[at + 1] == "that" and tags[at + 1] == "S":
        return True
    return at > 1 and tags[at - 1] in "EU" and (tags[at - 2] in "K,") and (at + 1 == len(tags) or tags[at + 1] in "K.,ISUR")


def _frame(
    passage: Passage, phrases: NounPhrases, cue: Cue, starts_upper: Callable[[int], bool], known: dict[int, Subject]
) -> Frame | None:
    if cue.verb.lemma == "put":
        if cue.last >= len(passage) or passage.lower[cue.last] != "it":
            return None
        cue = evolve(cue, last=cue.last + 1)
    source = _source(passage, phrases, cue, known)
    if cue.form == "passive":
        return _passive(passage, phrases, cue, starts_upper)
    after = cue.last
    inverted = None
    if source is None or source.relation in ("shared", "participle") and _after_content(passage, cue.first):
        candidate = inverted_subject(phrases, cue.last)
        if candidate is not None and cue.form == "finite" and _inverts(cue) and (_after_content(passage, cue.first) or cue.first == 0):
            inverted = candidate
            after = inverted.last
    if inverted is not None:
        return _inverted(passage, phrases, cue, inverted, starts_upper)
    addressee, after = _addressee(passage, phrases, cue, after)
    content_at, venue = _content_start(passage, phrases, after)
    left = source.first if source is not None and source.relation in ("subject", "aside") and source.last <= cue.first else cue.first
    start = _start_kind(passage, phrases, cue, content_at, after, addressee)
    front = _front(passage, phrases, left, cue) if cue.form == "finite" else None
    if source is not None and left and passage.lower[left - 1] == "as" and start in ("", "comma"):
        return _as_put(passage, phrases, cue, source, left - 1, content_at, start, addressee, venue)
    if front is not None and not _is_full(passage, front) and (start != "comma" or _rest_of_clause(passage, phrases, content_at + 1, front, cue) is None):
        front = None
    quoted_front = front is not None and _ends_in_quote(passage, front) and _is_said(passage, front)
    if quoted_front and start not in ("that", "quote", "comma quote", "colon", "comma"):
        start = ""
    if front is not None and start in ("", "comma quote", "comma") and (cue.verb.takes_clause or quoted_front):
        return _fronted(passage, phrases, cue, source, front, content_at, start, addressee, venue, starts_upper)
    if not start or start == "comma":
        return None
    begin = content_at
    if start in ("comma quote", "colon"):
        begin = content_at + 1
    if start == "colon" and begin >= len(passage):
        return Frame(cue, source, (), "bare", "colon", addressee, venue)
    end = _end_after(passage, phrases, cue, begin, start, starts_upper)
    if end <= begin:
        return None
    quote = passage.tags[begin] == "K"
    shape = "tag before" if quote else {"object": "object", "to": "infinitive"}.get(start, "clause after")
    return Frame(cue, source, ((begin, end),), shape, start, addressee, venue)


def _source(passage: Passage, phrases: NounPhrases, cue: Cue, known: dict[int, Subject]) -> Subject | None:
    first = cue.first
    tags, lower = passage.tags, passage.lower
    if cue.form == "infinitive":
        return _as(governing_subject(phrases, first, known), "infinitive")
    if cue.form == "participle":
        if first == 0 or first == 1 and tags[0] in "ISR":
            return following_subject(phrases, cue.last)
        if tags[first - 1] in "NEU" and lower[cue.at].endswith("ing"):
            found = subject_of(phrases, first)
            if found is not None and found.relation == "subject":
                return found
        return _as(main_subject(phrases, first, known), "participle")
    found = subject_of(phrases, first)
    if found is not None:
        return found
    if first and (tags[first - 1] == "C" or lower[first - 1] == ","):
        return _as(main_subject(phrases, first - 1, known), "shared")
    return None


def _as(found: Subject | None, relation: Relation) -> Subject | None:
    """The same subject, as the subject of another verb."""
    if found is None or found.relation == "relative":
        return found
    return evolve(found, relation=relation)


def _inverts(cue: Cue) -> bool:
    """May its subject follow it: "said Ortega", but not "called it"?"""
    return cue.verb.cue_class in ("speech", "question", "claim", "admission", "manner") and (cue.verb.takes_clause or not cue.verb.takes_object)


def _after_content(passage: Passage, first: int) -> bool:
    """Does a quotation or a comma stand right before this item?"""
    return first > 0 and (passage.tags[first - 1] in "Kk" or passage.lower[first - 1] in (",", "—", "-", "–"))


def _front(passage: Passage, phrases: NounPhrases, left: int, cue: Cue) -> Range | None:
    """The content that may stand before a tag whose words begin at this item."""
    if left < 1:
        return None
    tags, lower = passage.tags, passage.lower
    end = left
    if lower[end - 1] in (",", "—", "–", "-"):
        end -= 1
    elif tags[end - 1] != "K" and not (tags[end - 1] == "k"):
        return None
    if end < 1:
        return None
    start = content_start(passage, phrases, end, cue)
    if start >= end:
        return None
    if "K" in tags[start:end] and tags[end - 1] in "Kk":
        return start, end
    return start, end


def _is_full(passage: Passage, front: Range) -> bool:
    """Has it a finite verb, or a quotation: is it more than "In Ohio,"?"""
    return any(kind in "VXMK" for kind in passage.tags[front[0] : front[1]])


def _is_said(passage: Passage, front: Range) -> bool:
    """Is the quotation at the front what was said, and not a title: 'On "Face the Nation," Ortega said'?"""
    first = front[0]
    return passage.tags[first] in "Kk" or any(kind in "VXM" for kind in passage.tags[first : front[1]])


def _ends_in_quote(passage: Passage, front: Range) -> bool:
    return passage.tags[front[1] - 1] in "Kk"


def _fronted(
    passage: Passage,
    phrases: NounPhrases,
    cue: Cue,
    source: Subject | None,
    front: Range,
    content_at: int,
    start: str,
    addressee: Range | None,
    venue: Range | None,
    starts_upper: Callable[[int], bool],
) -> Frame:
    contents = [front]
    tags = passage.tags
    quoted = "K" in tags[front[0] : front[1]]
    shape = "tag after" if tags[front[1] - 1] in "Kk" else "clause before"
    if start == "comma quote":
        end = _quotes_from(passage, content_at + 1, starts_upper)
        contents.append((content_at + 1, max(end, content_at + 2)))
        shape = "tag inside"
    elif start == "comma":
        rest = _rest_of_clause(passage, phrases, content_at + 1, front, cue)
        if rest:
            contents.append(rest)
            shape = "clause around" if not quoted else "tag inside"
    return Frame(cue, source, tuple(contents), shape, "quote" if quoted else "clause", addressee, venue)


def _as_put(
    passage: Passage,
    phrases: NounPhrases,
    cue: Cue,
    source: Subject,
    at: int,
    content_at: int,
    start: str,
    addressee: Range | None,
    venue: Range | None,
) -> Frame | None:
    """ "As Ortega put it, they had no warning."; "They had no warning, as Ortega said."""
    if at == 0 or at == 1 and passage.tags[0] in "CR":
        if start != "comma" or not _is_clause(passage, phrases, content_at + 1) and passage.tags[content_at + 1] not in "Kk":
            return None
        begin = content_at + 1
        return Frame(cue, source, ((begin, clause_end(passage, phrases, begin, cue, "as")),), "clause after", "as", addressee, venue)
    front = _front(passage, phrases, at, cue)
    if front is None or not _is_full(passage, front):
        return None
    return Frame(cue, source, (front,), "clause before", "as", addressee, venue)


def _rest_of_clause(passage: Passage, phrases: NounPhrases, at: int, front: Range, cue: Cue) -> Range | None:
    """The content that goes on after a tag between commas: "The hashtag, he said, was popular"."""
    tags, lower = passage.tags, passage.lower
    end = passage.end
    if at >= end:
        return None
    kind = tags[at]
    leans = tags[front[0]] in "ISRG" or not any(k in "VXMK" for k in tags[front[0] : front[1]])
    if leans and kind in "DOANEQURI" and _is_clause(passage, phrases, at):
        return at, clause_end(passage, phrases, at, cue, "rest")
    if kind in "VXM" or lower[at] in _GOES_ON or kind == "C" and any(k in "VXMK" for k in tags[at:end]) and lower[at] in ("and", "or") or kind == "S" and lower[at] != "as":
        if kind in "CV" and (lower[at] in cue_verbs() or at + 1 < end and lower[at + 1] in cue_verbs()):
            return None
        return at, clause_end(passage, phrases, at, cue, "rest")
    return None


def _inverted(
    passage: Passage, phrases: NounPhrases, cue: Cue, source: Subject, starts_upper: Callable[[int], bool]
) -> Frame | None:
    tags, lower = passage.tags, passage.lower
    front = _front(passage, phrases, cue.first, cue)
    content_at, venue = _content_start(passage, phrases, source.last)
    after: Range | None = None
    if content_at < len(tags):
        at = content_at + (lower[content_at] in ",:" or tags[content_at] == ":")
        if at < len(tags) and tags[at] == "K":
            after = (at, _quotes_from(passage, at, starts_upper))
    if after is None and front is not None and content_at < len(tags) and lower[content_at] == ",":
        after = _rest_of_clause(passage, phrases, content_at + 1, front, cue)
    if after is None and (front is None or not _is_full(passage, front)):
        return None
    contents = tuple(r for r in (front, after) if r)
    if front is None:
        shape = "tag before"
    elif after is not None:
        shape = "tag inside"
    else:
        shape = "tag after" if tags[front[1] - 1] in "Kk" else "clause before"
    start = "quote" if after or front and "K" in tags[front[0] : front[1]] else "clause"
    return Frame(cue, source, contents, shape, start, None, venue)


def _passive(passage: Passage, phrases: NounPhrases, cue: Cue, starts_upper: Callable[[int], bool]) -> Frame | None:
    """ "Parents were told by Ortega that ..."; "He was quoted as saying" is the participle's own frame."""
    tags, lower = passage.tags, passage.lower
    at = cue.last
    source: Subject | None = None
    addressee = subject_of(phrases, cue.first)
    if at < len(tags) and lower[at] == "by" and at + 1 in phrases.by_start:
        found = inverted_subject(phrases, at + 1)
        if found is not None:
            source = Subject(found.first, found.last, "agent")
            at = found.last
    content_at, venue = _content_start(passage, phrases, at)
    if content_at >= passage.end:
        return None
    start = _start_kind(passage, phrases, cue, content_at, at, None)
    if start not in ("that", "question", "to", "quote", "comma quote", "preposition", "clause") or not (cue.verb.takes_addressee or source):
        return None
    begin = content_at + (start == "comma quote")
    end = _end_after(passage, phrases, cue, begin, start, starts_upper)
    if end <= begin:
        return None
    who = (addressee.first, addressee.last) if addressee is not None else None
    return Frame(cue, source, ((begin, end),), "passive", start, who, venue)


def _addressee(passage: Passage, phrases: NounPhrases, cue: Cue, at: int) -> tuple[Range | None, int]:
    """Who is told: "told reporters", "said to her"."""
    tags, lower = passage.tags, passage.lower
    size = len(tags)
    if cue.verb.takes_addressee and at in phrases.by_start and at < size:
        last = phrases.by_start[at]
        follows = tags[last] if last < size else "."
        if cue.verb.lemma != "ask" or follows in "ISTWK,":
            while last < size and lower[last] in ("of", "and", "at", "for", "in") and last + 1 in phrases.by_start and not phrases.is_time(last + 1, phrases.by_start[last + 1]):
                last = phrases.by_start[last + 1]
            if last < size and tags[last] in "VXM" and tags[at] != "E" and cue.verb.lemma not in ("tell", "remind"):
                return None, at
            return (at, last), last
    if at + 1 < size and lower[at] == "to" and at + 1 in phrases.by_start and cue.verb.cue_class in ("speech", "manner", "question"):
        last = phrases.by_start[at + 1]
        if last < size and (tags[last] in "K,.:" or lower[last] == "that"):
            return (at + 1, last), last
    return None, at


def _content_start(passage: Passage, phrases: NounPhrases, at: int) -> tuple[int, Range | None]:
    """Skip what stands between cue and content: "on Saturday", "in a statement", "later"."""
    tags, lower = passage.tags, passage.lower
    size = len(tags)
    venue: Range | None = None
    i = at
    while i < size:
        if tags[i] == "R" and lower[i] not in ("not", "only", "about", "so", "no", "even", "there", "more", "nearly", "almost"):
            i += 1
        elif i in phrases.by_start and phrases.is_time(i, phrases.by_start[i]):
            i = phrases.by_start[i]
        elif lower[i] in DAYS and tags[i] == "E":
            i += 1
        elif tags[i] in "IS" and lower[i] != "that" and i + 1 in phrases.by_start or tags[i] in "IS" and i + 1 < size and tags[i + 1] == "G":
            end = _phrase_run(phrases, i)
            if end is None:
                break
            follows = tags[end] if end < size else "."
            settled = follows in ".K:" or end >= size or lower[end] in ("that", ":", ",") or follows == "S"
            clause = end in phrases.by_start and phrases.by_start[end] < size and tags[phrases.by_start[end]] in "VXM"
            if not (settled or clause or follows in "RI" and end > i) or lower[end - 1] == "," :
                break
            if clause and not settled and not (tags[end] in "UDO" or phrases.is_time(i + 1, end)):
                break
            if lower[i] in ("in", "on", "via", "during", "at", "by", "through", "after") and not phrases.is_time(i + 1, end):
                venue = venue or (i, end)
            i = end
        else:
            break
    return i, venue


def _phrase_run(phrases: NounPhrases, at: int) -> int | None:
    """Where the prepositional phrase that begins at this item ends, with "of" phrases."""
    passage = phrases.passage
    lower = passage.lower
    i = at + 1
    if i not in phrases.by_start:
        if passage.tags[i] == "G" and i + 1 in phrases.by_start:
            return phrases.by_start[i + 1]
        return None
    end = phrases.by_start[i]
    while end < len(lower) and lower[end] in ("of", "with", "for", "and") and end + 1 in phrases.by_start:
        after = phrases.by_start[end + 1]
        if lower[end] == "and" and after < len(lower) and passage.tags[after] in "VXM":
            break
        end = after
    if end + 1 < len(lower) and lower[end] == "," and end + 1 in phrases.by_start and passage.tags[end + 1] == "E" and passage.tags[end - 1] == "E":
        place = phrases.by_start[end + 1]
        if place < len(lower) and lower[place] in (",", ".", "that"):
            end = place + (lower[place] == ",")
    return end


def _start_kind(passage: Passage, phrases: NounPhrases, cue: Cue, at: int, after: int, addressee: Range | None) -> str:
    """How the content at this item begins; empty where none does."""
    tags, lower = passage.tags, passage.lower
    verb = cue.verb
    size = passage.end
    if at >= len(tags):
        return ""
    word, kind = lower[at], tags[at]
    if word == ":":
        return "colon"
    if at >= size and kind not in "Kk":
        return ""
    if kind in "Kk":
        return "quote"
    if word == "," or word in ("—", "–"):
        if at + 1 < len(tags) and tags[at + 1] in "Kk":
            return "comma quote"
        if at + 1 < size and lower[at + 1] == "that" and tags[at + 1] == "S":
            return "comma"
        return "comma"
    is_time = at in phrases.by_start and phrases.is_time(at, phrases.by_start[at])
    if word == "that" and not is_time and (verb.takes_clause or verb.takes_object):
        return "that"
    if word == "to" and after == at and at + 1 < size and tags[at + 1] in "BXR" and (verb.takes_infinitive or verb.takes_clause):
        return "to" if verb.takes_infinitive else ""
    if kind == "W" or word in ("if", "whether"):
        return "question" if verb.takes_clause or verb.takes_addressee or verb.takes_object else ""
    if verb.particles and at and lower[at - 1] in verb.particles and cue.last == at or at < size and lower[at] in verb.particles:
        return "particle" if at in phrases.by_start or kind in "DANEGOQUPWI" else ""
    if kind in "VXM" and verb.takes_clause and at == cue.last and cue.first > 1 and tags[at - 1] == "V":
        return "gap"
    if kind in "UDOANEQGPRC" or kind == "S" or kind == "I":
        if verb.takes_infinitive and addressee is not None and word == "to":
            return "to"
        if verb.takes_clause and _is_clause(passage, phrases, at):
            return "clause"
        if verb.takes_infinitive and _object_with_infinitive(phrases, at):
            return "to"
        if verb.takes_object and (at in phrases.by_start or kind in "DANEGOQU"):
            return "object"
        if addressee is not None and kind in "IS" and word in ("about", "of", "against"):
            return "preposition"
        if verb.lemma in _SAYS and kind in "IS" and _has_finite(passage, at):
            return "clause"
    return ""


def _is_clause(passage: Passage, phrases: NounPhrases, at: int) -> bool:
    """Does a clause begin at this item: a noun phrase, then soon a finite verb?"""
    tags, lower = passage.tags, passage.lower
    if tags[at] in "IS" or tags[at] == "G":
        return _has_finite(passage, at)
    i = at
    while i < len(tags) and tags[i] == "R":
        i += 1
    limit = min(passage.end, i + 30)
    depth = 0
    for j in range(i, limit):
        if tags[j] in "VXMK" and j > i:
            if tags[j - 1] == "W" or lower[j - 1] == "that":
                depth += 1
                continue
            if depth:
                depth -= 1
                continue
            return True
        if lower[j] in ",;:" and j - i > 12:
            return False
    return False


def _has_finite(passage: Passage, at: int) -> bool:
    return any(kind in "VXM" for kind in passage.tags[at : passage.end])


def _object_with_infinitive(phrases: NounPhrases, at: int) -> bool:
    """ "urged **parents to** wait"."""
    last = phrases.by_start.get(at)
    tags = phrases.passage.tags
    lower = phrases.passage.lower
    while last is not None and last < len(tags) and lower[last] in ("of", "and", "in", "at", "for", ","):
        last = phrases.by_start.get(last + 1)
    return last is not None and last + 1 < len(tags) and (tags[last] == "T" or lower[last] in ("to", "not"))


def _end_after(
    passage: Passage, phrases: NounPhrases, cue: Cue, begin: int, start: str, starts_upper: Callable[[int], bool]
) -> int:
    if passage.tags[begin] in "Kk" and starts_upper(begin):
        return _quotes_from(passage, begin, starts_upper)
    return clause_end(passage, phrases, begin, cue, start)


def _quotes_from(passage: Passage, at: int, starts_upper: Callable[[int], bool]) -> int:
    """Where a run of quotations that begins at this item ends."""
    end = at + 1
    if not starts_upper(at) and passage.tags[at] in "Kk" and end < passage.end and passage.tags[end] in "CISVXMTNRGP":
        return passage.end
    while end < len(passage) and passage.tags[end] in "Kk":
        end += 1
    return end

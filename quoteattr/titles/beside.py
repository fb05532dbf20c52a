"""Titles told beside a name: in apposition before it or behind, as its predicate, or in place of it."""

from __future__ import annotations

import regex

from quoteattr.mentions.given_names import HONORIFICS, first_names
from quoteattr.mentions.mention import NATIONALITIES, Mention, kind_of_noun, singular
from quoteattr.mentions.names import DEGREES
from quoteattr.mentions.noun_phrases import first_of_body
from quoteattr.text.document import Document, TokenRange
from quoteattr.text.readings import DASHES
from quoteattr.text.tags import FINITE, PAUSES
from quoteattr.titles.organizations import BELONGING, CLAUSE_ENDS, LINKING, LONGEST, affiliation_behind, behind_comma, ends_clause
from quoteattr.titles.phrase import clause_end, office_end, read_phrase, short_form
from quoteattr.titles.reading import Reading
from quoteattr.titles.roles import NO_TITLE, is_role, is_role_plural, is_which

_ASIDE_ENDS = CLAUSE_ENDS | {".", "(", ":"}
_BE = frozenset("is was are were been became becomes remains serves served works worked".split())
#: How somebody comes to a body as what they are there: "joined Ober **as** its principal".
_JOINED = frozenset("joined serves served worked works working".split())
_TOOK_OVER = (["took", "over", "as"], ["takes", "over", "as"], ["stepped", "in", "as"])
_AS_WELL = frozenset("also currently now still".split())
#: With what it is told when somebody came to an office: "was named principal **in May**", "**last year**".
_WHEN = frozenset("after early earlier from in last late on since this until".split())
#: What makes of an office only a thought: "**if** Ortega is elected mayor".
_SUPPOSED = frozenset("if unless should whether would when until".split())
#: How somebody comes to an office: "was **named** principal", "the **appointment** of Ortega as principal".
_APPOINTED = frozenset(
    "appointed appoints appointment elected elects elevated hired hires named names nominated picked promoted tapped".split()
)
#: Nouns for how many, which are no title of theirs: "half of voters".
_QUANTITIES = frozenset(
    (
        "half majority minority plurality dozens hundreds thousands millions couple crowd crowds nobody everybody everyone anybody anyone "
        "percent cent percentage third quarter number share"
    ).split()
)

#: What ties an office to what it is an office of, or where.
_OF_OFFICES = BELONGING | {"in"}
#: Whose member of parliament somebody is, and from where.
_PARTY_OF = regex.compile(r"[DRIL]-\p{Lu}")
#: Within how many tokens of the name's "as" it is told that it is one.
_CALLING = 5


#: With what a clause begins that the main clause follows.
_LEADING_IN = frozenset("after although as because before since though when while".split())


def apposed_in_front(doc: Document, m: Mention, reading: Reading) -> None:
    """ "**the school's principal**, Natasha Ortega"."""
    before = m.core[0] - 1
    while before > 0 and (doc.words[before] in HONORIFICS or doc.vocabulary.is_title_word(doc.words[before])):
        # "the chief executive, **Dr.** Lena Marsh"; "its chairwoman, **Judge** Coral Beattie"
        before -= 1
    calling = _calling(doc, before)
    named = calling > 0
    last = calling if named else m.first - 1
    if last == before > 2 and is_role(doc, before) and doc.tags[before - 1] == "D" and doc.words[before - 2] in PAUSES:
        # "its founder, **the billionaire** Greta Lind"
        last = before - 2
    if m.first < before and (doc.words[before] in PAUSES or named):
        # "**the conductor**, a retired letter carrier named Bert Aldous"
        end = calling if named else before
        # but not in "Commissioner for Information**,** Culture and Tourism"
        first, last = m.first, next((i for i in range(m.first, end) if doc.words[i] in PAUSES and not doc.joins_fields(i)), end)
    elif last > 0 and (doc.words[last] in PAUSES or named) and doc.tags[last - 1] in "NE":
        first = _offices_before(doc, last)
        tied = _tied_office(doc, first) if len(m.name) > 1 else first
        of_body = tied < first and doc.opens(tied) and not _holds_name(doc, first, last)
        between_commas = doc.words[last] == "," and doc.words[m.core[1] : m.core[1] + 1] == [","]
        # "**Speaker of the House**, Jo Lind said", where the second comma is missing
        closed = between_commas or (doc.words[last] == "," and doc.tags[m.core[1] : m.core[1] + 1] in (["V"], ["X"], ["M"]))
        # "**ANZ economist**, Paul Deane says"
        verb = m.core[1] + (doc.lower[m.core[1] : m.core[1] + 1] == ["has"])
        says = doc.lower[verb : verb + 1] in (["said"], ["says"]) and doc.opens(first) and _is_one(doc, last - 1)
        office = says or (between_commas and _is_bare_office(doc, first, last))
        bare = len(m.name) > 1 and closed and (of_body or office)
        first = tied
        # "met **Ober's chief executive**, Jo Lind.", but not "met Ober's chief executive, Jo Lind, and a clerk"
        ends = m.core[1] >= len(doc) or doc.words[m.core[1]] == "." or (between_commas and doc.tags[m.core[1] + 1 : m.core[1] + 2] != ["C"])
        governed = first > 0 and doc.tags[first - 1] in "ITCBV" and not (len(m.name) > 1 and ends and doc.tags[first - 1] != "C")
        owned = bare or ("Z" in doc.tags[first:last] and not governed)
        if (not owned and (first == 0 or doc.tags[first - 1] not in "DO")) or (
            len(m.name) == 1 and first > 1 and doc.tags[first - 2] in "ITCB"
        ):
            # nor "the daughter of **a school cook**, Vale won a prize"
            return
        if last - first == 1 and doc.tags[first] == "E" and doc.lower[first - 1] == "the" and doc.tags[first - 2] in "IT":
            # "In an interview with **the Courier**, Mayor Ana Reyes said"
            return
        opening = doc.sentences[doc.sentence_of[first]][0]
        verb = m.core[1] if m.first == m.core[0] else len(doc)
        begin = first - (doc.tags[first - 1] in "DO")
        opens = (opening >= begin or _leads_in(doc, opening, begin)) and doc.words[verb + 1 : verb + 2] != [","]
        if not opens and doc.tags[verb : verb + 1] in (["V"], ["X"], ["M"]):
            # "It will hurt **the mayor of Dover**, Ana Reyes said", but "**A school cook**, Ana Reyes said she knew"
            return
        led = not _LEADING_IN.isdisjoint(doc.lower[opening : min(opening + 4, first)]) and any(
            kind in "VX" for kind in doc.tags[opening:first]
        )
        if led and doc.tags[m.core[1] : m.core[1] + 1] in (["V"], ["X"], ["M"]):
            # "After a jury convicted **her client**, attorney Ana Reyes said"
            return
    else:
        return
    if doc.words[last] in DASHES and is_role_plural(doc, last - 1):
        # "the other candidates — Ana Reyes, Ron Lind — said"
        return
    read_phrase(doc, first, last, reading, "in front, apposed")


def _leads_in(doc: Document, opening: int, begin: int) -> bool:
    """Does a phrase without a subject end here, before the main clause: "**However,** the mayor", "**Speaking in Ober,** the mayor"?

    But not one that ends with who the office may be of: "Unlike *her rival*, the mayor of Ober, Ana Reyes said".
    """
    if doc.words[begin - 1] != ",":
        return False
    phrase = doc.tags[opening : begin - 1]
    lead = phrase[:1] in (["R"], ["G"]) or phrase[1:2] == ["G"]
    name = next((i for i in range(begin - 2, opening, -1) if doc.tags[i] != "E"), opening)
    somebody = (name < begin - 2 and doc.lower[name] not in ("in", "at")) or is_role(doc, begin - 2) or doc.lower[begin - 2] in NO_TITLE
    return lead and not somebody and FINITE.isdisjoint(phrase)


def _is_one(doc: Document, noun: int) -> bool:
    """Is it an office of one person?"""
    return is_role(doc, noun) and not is_role_plural(doc, noun)


def _holds_name(doc: Document, first: int, last: int) -> bool:
    """Does somebody's name stand in this phrase: "the chairman of the **Dover board Jo Lind**, Ana Tran"?"""
    return any(word in first_names() for word in doc.words[first : last - 1])


def _is_bare_office(doc: Document, first: int, last: int) -> bool:
    """Does an office without an article open the sentence, as papers in Africa and India have it: "**Dover Governor**, Jo Lind, left"?"""
    return doc.opens(first) and _is_one(doc, last - 1) and doc.words[last - 1][0].isupper()


def _calling(doc: Document, before: int) -> int:
    """The participle behind which a name stands, where this token is the last before it: "**named**", "**identified** only as"; 0 for none.

    But not in "the critic Jo Lind *called* Ortega", "a clerk *called* Ortega in".
    """
    if doc.lower[before] == "as":
        opening = doc.sentences[doc.sentence_of[before]][0]
        near = range(before - 1, max(opening, before - _CALLING), -1)
        return next((i for i in near if doc.lower[i] in ("identified", "known")), 0)
    return before if doc.lower[before] in ("named", "called") and before > 0 and doc.tags[before] == "P" else 0


def _tied_office(doc: Document, first: int) -> int:
    """Where the office begins that this noun phrase is tied to; the same token if there is none.

    "the mayor's **chief of staff**, Ana Reyes"; "the **head of pediatrics at** Dover General, Ana Reyes".
    """
    begin = first
    for _ in range(2):
        tie = begin - 1 - (begin > 0 and doc.tags[begin - 1] in "DO")
        if tie < 1 or doc.lower[tie] not in _OF_OFFICES:
            return first
        begin = _offices_before(doc, tie)
        if (
            begin < tie
            and is_role(doc, tie - 1)
            and (doc.words[tie - 1][0].islower() or (begin > 0 and doc.tags[begin - 1] == "D") or _is_bare_office(doc, begin, tie))
        ):
            return begin
    return first


def _offices_before(doc: Document, last: int) -> int:
    """Where the noun phrase that ends here begins, or both that are two offices of one: "Ober's **founder and chairman**, Jo Lind"."""
    first = _noun_phrase_before(doc, last)
    both = first > 1 and doc.lower[first - 1] in ("and", "&") and is_role(doc, last - 1) and _is_one(doc, first - 2)
    return _noun_phrase_before(doc, first - 1) if both else first


def _noun_phrase_before(doc: Document, last: int) -> int:
    """Where the noun phrase that ends here begins, without its article."""
    first = last
    while (
        first > 0
        and last - first < 12
        and (doc.tags[first - 1] in "NAEPZQG" or doc.is_apostrophe(first - 1))
        and doc.sentence_of[first - 1] == doc.sentence_of[last - 1]
    ):
        first -= 1
    return first_of_body(doc, first, last)


def as_in_front(doc: Document, m: Mention, reading: Reading) -> None:
    """ "**As head of the agency**, Natasha Ortega said"; only where the sentence begins so."""
    first = doc.sentences[doc.sentence_of[m.core[0]]][0]
    comma = m.first - 1
    if doc.lower[first] == "as" and first < comma - 1 and doc.words[comma] == "," and not any(t in "VXM" for t in doc.tags[first:comma]):
        read_phrase(doc, first + 1, comma, reading, "as, in front")


def behind_name(doc: Document, m: Mention, reading: Reading) -> None:
    """ "Natasha Ortega, **principal of the school**, said"; "said Stanley Lowe, **a seventh-grade biology teacher at Fenwick**."""
    at = _behind_degrees(doc, m.core[1])
    for i in range(m.core[1], at):
        if is_role(doc, i):
            # "Jane Roe **MP**", "Jane Roe, **MP for Dover**, said"
            read_phrase(doc, i, clause_end(doc, i) if doc.lower[i + 1 : i + 2] == ["for"] else i + 1, reading, "behind the name")
    size = len(doc)
    here = doc.sentence_of[m.core[0]]
    if at < size and doc.words[at] == "(":
        close = next((i for i in range(at, min(size, at + 8)) if doc.words[i] == ")"), 0)
        at = close + 1 if close else at
    if doc.lower[at : at + 1] == ["of"]:
        at = _behind_place(doc, at)
    if at + 1 >= size or doc.words[at] not in PAUSES:
        return
    at += 1
    if doc.tags[at] == "Q" and at + 1 < size and doc.words[at + 1] == ",":
        at += 2
    if at < size and doc.lower[at] == "of":
        comma = next((i for i in range(at, min(size, at + 8)) if doc.words[i] == ","), 0)
        at = comma + 1 if comma else at
    for _ in range(3):
        if at >= size or doc.sentence_of[at] != here or doc.lower[at] == "whose":
            return
        if at + 3 < size and doc.lower[at : at + 3] == ["at", "the", "time"]:
            at += 3
        if doc.lower[at] in ("as", "himself", "herself") and at + 1 < size and doc.tags[at + 1] in "DO":
            # "Hollis, as the first woman at its head, ..."; "Hollis, herself a nurse, ..."
            at += 1
        being = at + 1 + (doc.lower[at + 1 : at + 2] in (["has"], ["had"]))
        held = _behind_being(doc, being) if doc.lower[at] == "who" else at
        clause = held > being
        if clause:
            at = held
        end = at
        while (
            end < size
            and end - at < LONGEST
            and doc.sentence_of[end] == here
            # but "the Minister for Culture**,** Arts and Sport"
            and (doc.words[end] not in _ASIDE_ENDS or doc.joins_fields(end))
            and not ends_clause(doc, end)
        ):
            end += 1
        inside = m.utterance >= 0 and m.last >= end
        if not clause and not inside and end < size and doc.tags[end] in "VXM" and doc.tags[at] in "DONAE":
            # "Ortega, the board said": a subject of its own
            return
        if not inside and end + 1 < size and doc.words[end] == "," and doc.tags[end + 1] == "E" and doc.tags[m.first - 1] in "IT":
            # "questions from Ortega, **the board's attorney**, Hugh Tillery, said"
            return
        if doc.lower[at] == "and" and doc.words[end : end + 1] == [","] and doc.tags[end + 1 : end + 2] in (["E"], ["P"]):
            # "The principal, Nat Ortega, **and the superintendent**, Bo Chan, met": the next one's
            return
        if doc.lower[at] == "and" and doc.tags[end - 1] == "E" and _holds_name(doc, at, end):
            # "principal Nat Ortega, **and superintendent Ned Chan** met"
            return
        if doc.lower[at] == "and" and any(is_role_plural(doc, i) for i in range(at + 1, min(end, at + 4))):
            # "Nat Ortega, 44, **and two doctors** met"
            return
        if _PARTY_OF.match(doc.words[at]) and doc.words[end : end + 1] == [","]:
            # "Ana Reyes, **D-Bainbridge Island**, chair of the board"
            at = end + 1
            continue
        if end - at > 1 and all(word[0].isupper() for word in doc.words[at:end]) and is_role_plural(doc, end - 1):
            # "Natasha Ortega, **Western Growers**": a body, for she is but one
            reading.add((), (at, end), "behind the name")
            return
        # "Carson's longtime friend **and adviser**"; "the mayor of Dover **and** president of the league"
        role = next((i for i in range(at, end) if is_role(doc, i)), -1)
        both = [i for i in range(at, end - 1) if doc.lower[i] == "and" and doc.tags[i] != "N"]
        tie = next((i for i in range(at, end) if doc.lower[i] in LINKING), end)
        joined = next(
            (
                i
                for i in both
                if doc.tags[i + 1] in "DO" or (i < role and doc.words[i + 1].islower()) or (i > tie and _is_office(doc, i + 1, end))
            ),
            -1,
        )
        if joined > 0:
            _read_two(doc, (at, joined), (joined + 1, end), reading)
        elif not read_phrase(doc, at, end, reading, "behind the name"):
            return
        behind_comma(doc, end, reading)
        end += doc.words[end : end + 1] == [","] and _is_office(doc, end + 2, size)
        if end < size and doc.lower[end] == "and":
            at = end + 1
        else:
            return


def _read_two(doc: Document, one: TokenRange, other: TokenRange, reading: Reading) -> None:
    """Read two offices of one person, first the one that is held at a named body: "a lawyer and **a professor at Ober College**".

    Nobody is "director at Ober College" for being "director of the zoo and a professor at Ober College".
    """
    offices = [Reading(), Reading()]
    for office, (first, last) in zip(offices, (one, other), strict=True):
        read_phrase(doc, first, last, office, "behind the name")
    for office in sorted(offices, key=lambda office: not office.affiliations):
        reading.take(office)


def _is_office(doc: Document, at: int, last: int) -> bool:
    """Does an office begin here without an article, with what it is an office of: "**chairman of** the league"?"""
    end = at
    while end < last and doc.tags[end] in "NAE":
        end += 1
    return at < end < last and doc.lower[end] in BELONGING and is_role(doc, end - 1)


def _behind_being(doc: Document, at: int) -> int:
    """Behind a verb of being something: "**is now** the chief", "**has been** named", "**took over as** chief"; the same token for none."""
    # "who **also** serves as president of"
    at += doc.lower[at : at + 1] != [] and doc.lower[at] in _AS_WELL and at + 1 < len(doc) and doc.lower[at + 1] in _JOINED | _BE
    if doc.lower[at : at + 3] in _TOOK_OVER:
        return at + 3
    if doc.lower[at : at + 1] != [] and doc.lower[at] in _JOINED:
        # "joined Ober **as**"
        end = next((i for i in range(at + 1, len(doc)) if doc.tags[i] not in "DENO" and doc.lower[i] != "for"), at)
        if end > at + 1 and doc.lower[end] == "as":
            return end + 1
    if at + 1 >= len(doc) or doc.lower[at] not in _BE:
        return at
    return at + 1 + (doc.lower[at + 1] in ("been", "as", "now", "still", "also", "once"))


def _behind_degrees(doc: Document, at: int) -> int:
    """Behind the degrees of a name: "Jane Roe**, M.D.**, director of the clinic"."""
    while at + 1 < len(doc) and (doc.words[at] in DEGREES or (doc.words[at] == "," and doc.words[at + 1] in DEGREES)):
        at += 1 + (doc.words[at] == ",")
    return at


def _behind_place(doc: Document, at: int) -> int:
    """The comma behind where somebody is from: "Jane Roe of **Dover, Maine**, a nurse"; the same token where none follows."""
    end = at + 1
    while end < len(doc) and (doc.tags[end] == "E" or (doc.words[end] == "," and doc.tags[end + 1 : end + 2] == ["E"])):
        end += 1
    return end if end > at + 1 and doc.words[end : end + 1] == [","] else at


def copula(doc: Document, m: Mention, reading: Reading) -> None:
    """ "Ortega is **the principal of the school**"; "Ortega was named **principal**"; "the board named Ortega **principal**"."""
    at = _behind_degrees(doc, m.core[1])
    # "named Jane Roe, R.N., **as its chief nurse**"
    at += m.core[1] < at < len(doc) and doc.words[at] == ","
    here = doc.sentence_of[m.core[0]]
    opening = doc.sentences[here][0]
    if not _SUPPOSED.isdisjoint(doc.lower[opening : m.first]):
        # "If Ortega is elected mayor"
        return
    if m.first - 1 > opening and doc.lower[m.first - 1] == "is" and doc.words[at : at + 1] in ([], ["."], [","], [";"]):
        if set(doc.tags[opening : m.first - 1]) <= set("DOANEZIC"):
            # "**The principal of the school** is Natasha Ortega."
            read_phrase(doc, opening, m.first - 1, reading, "copula")
        return
    if at + 1 < len(doc) and m.first > opening and doc.words[m.first - 1] == "," == doc.words[at] and doc.tags[at + 1] == "X":
        # "One of them, Natasha Ortega, is **the principal**"
        at += 1
    named = next((i for i in range(m.first - 1, max(opening, m.first - 4), -1) if doc.lower[i] in _APPOINTED), -1)
    at += doc.lower[at : at + 1] in (["has"], ["had"])
    if at + 2 >= len(doc):
        return
    # "has **named** Ortega its principal", but not "a dog **named** Rex"
    names = named >= 0 and (doc.tags[named] in "VN" or (doc.tags[named] == "P" and doc.tags[named - 1] == "X"))
    if names and doc.tags[m.first - 1] in "VIP":
        # "hired Ortega **as its principal**", "the appointment of Ortega **as principal**"
        at += doc.lower[at] == "as"
    elif (held := _behind_being(doc, at)) > at and not (doc.tags[m.core[0] - 1] in "IT" and m.core[0] > 0):
        at = held
        if doc.lower[at] in _APPOINTED:
            at += 1 + (doc.lower[at + 1 : at + 2] in (["as"], ["to"]))
    else:
        return
    bare = doc.tags[at] not in "DO"
    end = at
    while (
        end < len(doc)
        and end - at < LONGEST
        and doc.sentence_of[end] == here
        and doc.words[end] not in (",", ";", ".")
        and (doc.tags[end] not in 'VXMW"' or doc.is_apostrophe(end))
        and not (bare and doc.lower[end] in _WHEN)
    ):
        end += 1
    if end < len(doc) and doc.tags[end] in FINITE:
        # "was elected chairman **and Lind is** to join the board"
        end = next((i for i in range(end - 1, at, -1) if doc.lower[i] in ("and", "but") and doc.tags[i + 1] in "EUDO"), end)
    office = next((i for i in range(at, min(end, at + 4)) if is_role(doc, i) and (doc.tags[i] == "N" or _ends_office(doc, i + 1))), -1)
    if not bare or (office >= 0 and set(doc.tags[at:office]) <= set("NAE")):
        read_phrase(doc, at, end, reading, "copula")


def _ends_office(doc: Document, at: int) -> bool:
    """Does an office in capitals end before this token: "is **State Coordinator** of the agency", but not "is Mayor Orr's aide"?"""
    return doc.lower[at : at + 1] in (["of"], ["for"], ["at"], ["and"], [","], ["."])


def nominal(doc: Document, m: Mention, reading: Reading) -> None:
    """ "**the Vermont senator** said"; "an **ICE spokesman** said"; "school **officials** said"."""
    head = m.core[1] - 1
    word = doc.lower[head]
    plural = m.kind == "group" or m.head != word
    if (
        word in NO_TITLE
        or word in _QUANTITIES
        or singular(word) in NO_TITLE
        or singular(word) in NATIONALITIES
        or (not plural and not is_role(doc, head))
        or (plural and (kind_of_noun(word, doc.vocabulary.roles) != "group" or singular(word) == word))
    ):
        return
    first = m.first
    if first + 2 <= head and doc.tags[first] in "DQA" and doc.lower[first + 1] == "of":
        # "some of **Ober's advisers**"
        first += 2
    while first < head and (doc.tags[first] in "DOR" or is_which(doc, first)):
        first += 1
    end = office_end(doc, head, head + 1, m.last)
    short, affiliation = short_form(doc, first, head, end)
    clause = next((i for i in range(head + 1, m.last) if doc.tags[i] in "WVXM" or doc.words[i] in PAUSES), m.last)
    behind = affiliation_behind(doc, end, clause)
    reading.add(((short, end), (first, end)), affiliation or behind, "nominal")

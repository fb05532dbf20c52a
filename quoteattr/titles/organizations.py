"""Where somebody holds an office or works: the organisation beside a title or a name.

==================  =================================================================================
before a title      **Chicago Public Schools** chief education officer
behind a title      director of pupil services at **Lakeview Union High School District**
tied to a name      Natasha Ortega of **the Lakeport Zoo**
behind a comma      Natasha Ortega, director, **Lakeport Zoo**
opening             At **Mercy Hospital**, nurse Natasha Ortega said
of an "its"         **The Red Cross** opened a shelter, its director, Natasha Ortega, said
called by its kind  **Acme Corp.** grew, said Natasha Ortega, a spokeswoman for *the company*
owner               **CNN**'s Natasha Ortega
at work             Ortega, who runs **the Lakeport Zoo**, said; Ortega works for **Acme Corp.**
brackets            Sen. Bernie Sanders (**I-Vt.**)
==================  =================================================================================
"""

from __future__ import annotations

from collections.abc import Container, Sequence

import regex

from quoteattr.coreference.organizations import has_in_name, is_called, is_only_kind, may_be_called
from quoteattr.lexicons import words_of
from quoteattr.mentions.bodies import (
    is_known_organization,
    is_nationality,
    is_organization_word,
    is_place,
    organization_nouns,
    whole_body_end,
    with_article,
)
from quoteattr.mentions.given_names import HONORIFICS, first_names
from quoteattr.mentions.mention import Mention, kind_of_noun
from quoteattr.mentions.noun_phrases import DAYS, MONTHS, first_of_body, first_of_names
from quoteattr.text.document import FIELDS, Document, TokenRange
from quoteattr.text.readings import is_compound, is_mostly_common_word, is_proper_adjective
from quoteattr.text.tags import PAUSES
from quoteattr.titles.reading import Reading, TitleSpan

#: What a word ends in that says no organisation: "**Oscar-winning** actor", "**Dover-based** analyst".
_NO_BODY = ("-based", "-born", "-nominated", "-raised", "-trained", "-winning")
#: What stands between an organisation and an office there.
_OF_OFFICE = frozenset("own new newly elected re-elected appointed incoming".split())
#: How many tokens back or on anything of a title is looked for.
LONGEST = 24
#: How many mentions back the organisation is looked for that "its director" is of.
_NEAR = 8
#: How many mentions back a name is looked for that has the word, as "the school", and how many sentences, that "the company" may be.
_BY_NAME = 30
_BY_KIND = 4
#: How many words with small ones may stand before the last of a name: "Friends of the Earth".
_SMALL_WORDS = 4
CLAUSE_ENDS = PAUSES | {";"}
#: What ties somebody to where they belong.
BELONGING = frozenset(("of", "with", "from", "at", "for"))
#: What ties an office to what it is an office of, or where it is held.
LINKING = frozenset(("of", "for", "at", "in", "with", "to", "on"))
#: Words that make another office of an office: "**deputy** commissioner".
UNDER = frozenset("deputy assistant associate vice".split())
#: Words that turn a title into another: those, and "**former** governor".
QUALIFIERS = UNDER | frozenset("former ex- ex acting interim then then- retired late outgoing incoming past longtime".split())
#: What somebody is to a person as often as to an organisation: "Whitfield's lawyer".
_PERSONAL = frozenset(
    "lawyer attorney spokesman spokeswoman spokesperson adviser advisor aide doctor physician agent manager publicist".split()
)
#: What a body has that is a part of it.
_PARTS = frozenset("arm branch business campus department division office operations subsidiary team unit".split())
#: Who have a lawyer, and employ nobody.
_RELATIVES = frozenset("couple family families".split())
#: Who speaks for an organisation that was told of: "a **company** spokesman".
_SPEAKING_FOR = frozenset("spokesman spokeswoman spokesperson".split())
#: Who is of a place without an office there: "Dover **resident** Jo Lind".
_LIVING_THERE = frozenset("homeowner native neighbor neighbour resident voter".split())
#: What somebody does at an organisation: "a professor who **teaches** at Holcomb State".
_WORKS = frozenset("works worked teaches taught studies studied serves served researches practices".split())
#: ... and what somebody heads.
_HEADING = frozenset(
    "leads led heads headed directs directed chairs chaired runs ran owns owned manages managed founded co-founded coaches".split()
)
EMPLOYED = _WORKS | _HEADING
#: At what the name of somebody stands who works there: "says Natasha Ortega **at Lakeport University**".
_LEARNED = frozenset("College Institute Polytechnic University".split())
#: What somebody is by faith or descent: "**Muslim**".
_DESCENT = words_of("roles.txt", section="descent")
_COMPASS = frozenset("Central East Eastern Latin Middle North Northern South Southeast Southern Sub-Saharan West Western".split())
#: What stands before a trade and is no body: "**Almond** farmer".
_TRADES = words_of("roles.txt", section="trade")
#: What the names of fields of study end in.
_STUDY = ("ology", "ometry", "iatry", "iatrics", "nomics")
#: Words for how somebody stands: "**Embattled** Boeing CEO", "**Chief** U.S. District Judge".
_STANDING = words_of("roles.txt", section="standing")
#: What nobody is employed by: "**Nobel** laureate", "**Olympic** champion", "**TV** host".
_NO_EMPLOYERS = frozenset("Bafta Booker Emmy Grammy Nobel Olympic Oscar Paralympic Pulitzer TV Tony".split())
_STATE = regex.compile(r"^(?:[RDIL]|Ind\.|Dem\.|Rep\.)?[-–]?\p{Lu}[\p{L}.]{0,12}$")


def affiliation_behind(doc: Document, first: int, last: int) -> TokenRange | None:
    """The organisation behind a title: "director of pupil services at **Lakeview Union High School District**"."""
    unnamed = False
    for i in range(first, last):
        unnamed = unnamed or (doc.tags[i] == "N" and kind_of_noun(doc.lower[i], ()) == "organization")
        # "a trader at a bank **in Nairobi**" is no trader at Nairobi
        if (
            doc.lower[i] in LINKING
            and not (unnamed and doc.lower[i] == "in")
            and (body := _body(doc, i + 1, last))
            and not _is_field(doc, *body)
            and not (doc.lower[i] == "of" and (field_end(doc, i, last) or _is_task(doc, body, last)))
        ):
            return body
    return None


def ends_city(doc: Document, at: int) -> bool:
    """Does the name of a place end with this "City": "Reserve Bank of Kansas **City** President", but not "Ober **City** Council"?"""
    return doc.words[at] == "City" and at > 0 and is_place(f"{doc.words[at - 1]} City")


def _is_task(doc: Document, named: TokenRange, last: int) -> bool:
    """Is it what somebody does for another body: "vice president of **Ober product management** for Acme"?"""
    _, end = named
    return (
        doc.lower[end - 1] in FIELDS
        and doc.words[end - 1][0].islower()
        and end < last
        and doc.lower[end] in ("at", "for", "with")
        and _body(doc, end + 1, last) is not None
    )


def field_end(doc: Document, of: int, last: int) -> int:
    """Where what an office is for ends that is written as a name is: "Director of **Policy and Advocacy** at Acme Corp."; 0 if it is none.

    But not "president of *Students* for Life", "director of *Acme* at the Lakeport Zoo".
    """
    first = end = of + 1
    while end < last and (doc.tags[end] in "ENA" or (doc.lower[end] in ("and", "&") and doc.tags[end - 1] in "EN")):
        end += 1
    tie = doc.lower[end : end + 2]
    if end == first or doc.tags[first] != "E" or tie[:1] not in (["at"], ["for"], ["with"]):
        return 0
    if tie[0] == "for" and tie[1:] != ["the"] and not _is_field(doc, first, end):
        return 0
    common = all(is_mostly_common_word(word) or word.isupper() for word in doc.words[first:end])
    people = any(kind_of_noun(word, ()) == "group" for word in doc.lower[first:end])
    held = _body(doc, end + 1, last) is not None or kind_of_noun(doc.lower[last - 1], ()) == "organization"
    return end if held and common and not people and not is_known_organization(" ".join(doc.words[first:end])) else 0


def _is_field(doc: Document, first: int, last: int) -> bool:
    """Is it only what an office is for: "Director of **Marketing** at Acme Corp.", "Chair of **Neurology**"?"""
    last = next((i for i in range(first, last) if doc.lower[i] in LINKING), last)
    fields = " ".join(doc.lower[first:last]).replace(" & ", " and ")
    return fields in FIELDS or all(field in FIELDS or field.endswith(_STUDY) for field in fields.split(" and "))


def _body(doc: Document, first: int, last: int) -> TokenRange | None:
    """The organisation named behind a preposition: at "the **Ohio Department of Health**"."""
    last = min(last, doc.paragraphs[doc.paragraph_of[first]][1]) if first < last else last
    begin = first
    while begin < last and (
        (doc.tags[begin] in "DOANZ" and not doc.words[begin][0].isupper())
        or doc.words[begin] == "The"
        # "the **44,000-member** Educators United"
        or doc.lower[begin].endswith(("-based", "-member"))
    ):
        begin += 1
    end = begin
    while end < last and (
        doc.tags[end] in "E"
        or (end > begin and doc.is_possessive(end) and doc.tags[end + 1 : end + 2] == ["E"] and not _is_persons_name(doc, end + 1))
        or (end > begin and with_article(doc, begin, end))
        or (
            doc.lower[end] in ("of", "and", "&", "for")
            and end > begin
            and end + 1 < last
            and doc.tags[end + 1] == "E"
            and not (doc.lower[end] == "and" and _is_somebody(doc, end + 1))
        )
        or (doc.lower[end] == "on" and end > begin and is_organization_word(doc.words[end - 1]) and _is_named(doc, end + 1))
        or (doc.lower[end] == "in" and end > begin and end + 1 < last and _is_cause(doc, begin, end))
    ):
        end = max(end + 1, with_article(doc, begin, end) if end > begin else 0)
    if end > begin and doc.words[begin] in ("St.", "St") and end < last and doc.is_possessive(end):
        # "a nurse at **St. Mary's**"
        end += 1
    named = whole_body_end(doc, begin) if end > begin else 0
    # "a nurse with **Doctors Without Borders**"
    end = named if end < named <= last else end
    whole = _whole_body(doc, end, last)
    # not "president of the **Dover** branch of the NAACP"
    names_part = whole == end < last and doc.tags[end] == "N"
    owner = next((i for i in range(begin, end) if doc.tags[i] == "Z"), 0)
    if names_part and owner and doc.lower[end] in _PARTS:
        # "**Acme**'s North American unit"
        return begin, owner
    return (begin, whole) if end > begin and not names_part and not (end == begin + 1 and doc.lower[begin] in DAYS | MONTHS) else None


def _is_persons_name(doc: Document, first: int) -> bool:
    """Does somebody's name follow, and no body: "CNN's **Natasha Ortega**", but not "Ohio's **Jefferson County**"?"""
    last = next((i for i in range(first + 1, len(doc)) if doc.tags[i] != "E"), len(doc))
    return doc.words[first] in first_names() and doc.words[last - 1] != "County" and not is_organization_word(doc.words[last - 1])


def _is_somebody(doc: Document, first: int) -> bool:
    """Does somebody begin here: "Kay Ode of Ober University and **Dr. Lou Watt**"?"""
    titled = doc.words[first] in HONORIFICS or doc.vocabulary.is_title_word(doc.words[first])
    return (titled and doc.words[first + 1 : first + 2] != ["of"]) or _is_persons_name(doc, first)


def _is_named(doc: Document, at: int) -> bool:
    """Does what a committee is on begin here with a capital, and no day: "Committee on **Rules**", "school on **Monday**"?"""
    return doc.tags[at : at + 1] == ["E"] and doc.lower[at] not in DAYS | MONTHS


def _is_cause(doc: Document, first: int, tie: int) -> bool:
    """Are people named who share what is behind "in": "Women **in Film**", "Parents Involved **in Education**", not "Parents in Dover"?"""
    behind = tie + 1
    people = any(kind_of_noun(word, ()) == "group" for word in doc.lower[first:tie])
    return people and doc.tags[behind] == "E" and is_of_language(doc, behind) and not is_place(doc.words[behind])


def _whole_body(doc: Document, end: int, last: int) -> int:
    """Where an organisation's name ends with its number or its noun: "Local **481**", "the Treasury **committee**", "Ober's **lab**"."""
    if end < last and doc.tags[end] == "Q" and doc.words[end].isdigit():
        return end + 1
    noun = end + (end < last and doc.tags[end] == "Z")
    while noun < last and doc.tags[noun] in "NA":
        noun += 1
    return noun if noun > end and (kind_of_noun(doc.lower[noun - 1], ()) == "organization" or doc.lower[noun - 1] == "police") else end


def capitals_before(doc: Document, first: int, end: int, role: int) -> TokenRange | None:
    """The organisation that stands right before a title."""
    if doc.lower[role] in _LIVING_THERE:
        return None
    while end > first and (doc.lower[end - 1] in _OF_OFFICE or doc.lower[end - 1] in _DESCENT):
        # "Stoller's **own** pollster", "Dover's **newly elected** mayor", "London's **Muslim** mayor"
        end -= 1
    owned = end > first and doc.is_possessive(end - 1)
    end -= owned
    begin = end
    # behind a dateline too: "AUBURN — **Freshman** kicker"
    opening = end > 0 and doc.opens(end - 1)
    common = (doc.tags[end - 1] != "E" or is_of_language(doc, end - 1)) and not is_known_organization(doc.words[end - 1])
    of_country = is_proper_adjective(doc.words[end - 1]) or is_nationality(doc.words[end - 1])
    if not owned and opening and common and not of_country:
        # "**Three-time** champion Jo Lind", "**Tenant** groups"
        return None
    if begin - 2 >= first and doc.words[begin - 1].isdigit() and doc.words[begin - 2] == "Local":
        # "Teamsters **Local 379** President"
        begin -= 1
    while begin > first and (
        (doc.tags[begin - 1] in "ENA" and not doc.words[begin - 1].islower() and (begin < end or doc.words[begin - 1] not in HONORIFICS))
        or ((begin == end or owned) and doc.tags[begin - 1] == "N" and doc.words[begin - 1][0].islower())
        or (doc.words[begin - 1] == "&" and begin < end)
        # "Make **the** Road organizer"
        or (doc.words[begin - 1] in ("the", "to") and doc.tags[begin - 1] == "E")
        # "Dover **Residents' Association** president"
        or (doc.is_apostrophe(begin - 1) and begin < end)
    ):
        begin -= 1
    while begin < end - 1 and doc.lower[begin] in _STANDING and not is_known_organization(" ".join(doc.words[begin:end])):
        # "**Progressive** Brandt", but not "Progressive Conservative"
        begin += 1
    qualified = begin
    while begin < end and (doc.lower[begin] in QUALIFIERS or doc.lower[begin].endswith(_NO_BODY) or doc.lower[begin].startswith("ex-")):
        begin += 1
    if begin < end - 1 and doc.words[end - 1] == "Democratic":
        # "**Ohio** Democratic Sen. Jo Lind", "presumptive **Democratic** nominee Jo Lind"
        begin, end = (begin, end - 1) if is_region(doc, begin, end - 1) else (end - 1, end)
    if begin < end and doc.lower[end - 1].endswith(_NO_BODY):
        # "**Tony Award-winning** actor"
        begin = end
    if qualified < begin < end and doc.lower[qualified] in UNDER and all(is_of_language(doc, at) for at in range(begin, end)):
        # "Deputy **Transportation** Commissioner", but not "retired **Army** Colonel"
        return None
    if (
        1 < begin < end
        and doc.lower[begin - 1] == "and"
        and doc.words[begin - 2][0].isupper()
        and doc.tags[begin - 2] in "NE"
        and (
            is_mostly_common_word(doc.words[begin - 2])
            # "**Brighton and Hove** senior coroner"
            or (is_region(doc, begin - 2, begin - 1) and begin == end - 1 and doc.words[role][0].islower() and doc.opens(begin - 2))
            or (begin > 3 and doc.lower[begin - 3] == "of" and is_organization_word(doc.words[begin - 4]))
        )
    ):
        # "**Parks and Recreation** Director"
        begin -= 2
    if 1 < begin < end and doc.lower[begin - 1] == "of" and doc.words[begin - 2][0].isupper():
        # "**Bank of America** analyst", "**Federal Reserve Bank of Dover** president", "**ACLU of Ohio** lawyer"
        whole = first_of_names(doc, begin - 2)
        if _is_of_body(doc.words[begin - 2]) or is_known_organization(" ".join(doc.words[whole : begin - 1])):
            begin = whole
    if begin < end and doc.words[begin:end][-1] in _NO_EMPLOYERS:
        return None
    if owned and is_known_organization(doc.text[doc.starts[begin] : doc.ends[end]]):
        # "**McDonald's** spokesman"
        return begin, end + 1
    if owned:
        begin = first_of_body(doc, begin, end + 1)
        # "**Trinidad and Tobago**'s minister"
        begin -= 2 * (begin > 1 and is_place(" ".join(doc.words[begin - 2 : end])))
    if (
        begin - 1 > first
        and doc.tags[begin - 1] == "Z"
        and doc.words[begin - 2] in first_names()
        and (is_organization_word(doc.words[end - 1]) or (doc.tags[end - 1] in "NE" and not (is_region(doc, begin, end) or of_country)))
    ):
        # "**Dana's Diner** owner", "**Dana's Bikes** owner", "**St. Mary's Church** secretary"
        return _with_owner(doc, first, begin - 2, end), end
    if not owned and begin - 1 > first and doc.tags[begin - 1] == "Z" and doc.words[begin - 2].isupper():
        # "the **NAACP**'s Southern regional director"
        return begin - 2, begin - 1
    if not owned and begin < end and is_region(doc, begin, end):
        return _owner(doc, first, begin) or (begin, end)
    if begin == end or (owned and _is_no_organization(doc, begin, end, role)):
        return None
    begin = _with_owner(doc, first, begin, end)
    # "**Friends of the** Earth policy chief"
    named = (at for at in range(max(0, begin - _SMALL_WORDS), begin) if is_known_organization(" ".join(doc.words[at:end])))
    return next(named, begin), end


def _with_owner(doc: Document, first: int, begin: int, end: int) -> int:
    """Where a body's name begins that has a possessive in it: "**Dover Sheriff's** Office", "**Moody's** Analytics", "**St.** Mary's"."""
    if begin > first and doc.words[begin - 1] in ("St.", "St"):
        return begin - 1
    if begin - 1 <= first or not doc.is_possessive(begin - 1) or doc.tags[begin - 2] != "E":
        return begin
    owner = begin - 1
    while owner > first and doc.tags[owner - 1] == "E":
        owner -= 1
    known = is_known_organization(doc.text[doc.starts[owner] : doc.ends[end - 1]])
    kind = is_only_kind(tuple(doc.words[begin:end])) or doc.words[begin:end] == ["Office"]
    return owner if known or kind else begin


def _owner(doc: Document, first: int, last: int) -> TokenRange | None:
    """The body whose director for a region it is: "**Ober Bank**'s Asia economist", "**Oxfam**'s deputy Asia director"."""
    while last > first and doc.tags[last - 1] in "NA" and doc.words[last - 1][0].islower():
        last -= 1
    owner = last - 1
    if owner <= first or not doc.is_possessive(owner):
        return None
    begin = owner - 1
    while begin > first and doc.tags[begin - 1] == "E":
        begin -= 1
    if doc.tags[owner - 1] == "N":
        named = kind_of_noun(doc.lower[owner - 1], ()) == "organization"
    else:
        # but not "Whitfield's Ohio director"
        named = (owner - begin > 1 or _names_body(doc, begin, owner)) and not _is_persons_name(doc, begin)
    return (begin, owner) if named else None


def is_region(doc: Document, first: int, last: int) -> bool:
    """Is it where an office is for, and no body: "economist for **East Africa**", "**Asia** director"?"""
    return all(is_place(word) or word in _COMPASS for word in doc.words[first:last])


def is_of_language(doc: Document, at: int) -> bool:
    """Is this capitalised word more often none: "**Point** guard", "**Third-grade** teacher", "**Almond** farmer"; or none here?"""
    word, small = doc.words[at], doc.lower[at]
    # but not "**House** Speaker", whatever house is told of
    elsewhere = small in doc.small and not is_organization_word(word) and kind_of_noun(small, ()) != "organization"
    listed = small in _TRADES or small in doc.vocabulary.roles
    return is_mostly_common_word(word) or is_compound(word) or listed or elsewhere


def _is_no_organization(doc: Document, first: int, last: int, role: int) -> bool:
    """Is whose lawyer or engineer somebody is a person or a thing: "**Whitfield**'s lawyer", "the **project**'s engineer"?"""
    word = doc.words[last - 1]
    if word[0].islower():
        return word in _RELATIVES or kind_of_noun(word, ()) != "organization"
    if last - first == 1:
        body = word.isupper() or is_organization_word(word) or is_place(word) or is_known_organization(word)
        # "the Congress of Ober Trade Unions **(Cosatu)**"
        body = body or f"({word})" in doc.text
        return doc.lower[role] in _PERSONAL and not body
    return doc.words[first] in first_names() and not is_organization_word(word)


def is_persons(doc: Document, body: TitleSpan, surnames: Container[str]) -> bool:
    """Is who owns it somebody, and no organisation: "**Fifita**'s captain", where Sione Fifita is one of the article's people?"""
    alone = body.last - body.first == 1 and doc.words[body.first] in surnames
    # "**Judge Alma Terrell**'s clerk"
    titled = doc.vocabulary.is_title_word(doc.words[body.first]) and not is_organization_word(doc.words[body.last - 1])
    return doc.is_possessive(body.last) and (alone or titled)


def _names_body(doc: Document, first: int, last: int) -> bool:
    """Does this name name an organisation, by its words or because all know it: "Dover Land Trust", "Wells Fargo"?"""
    named = doc.words[first:last]
    # "Const. Jo Orr of the **Dover police**"
    # "of the Clean Rivers **group**"
    ends_with_noun = doc.tags[last - 1] == "N" and kind_of_noun(doc.lower[last - 1], ()) == "organization"
    if len(named) > 1 and (named[-1] == "police" or ends_with_noun):
        return True
    return is_known_organization(" ".join(named)) or any(_is_of_body(word) for word in named)


def _is_of_body(word: str) -> bool:
    """Does a name with this word name an organisation: Trust, Apple, ACLU?"""
    acronym = 2 < len(word) < 7 and word.isalpha() and word.isupper()
    return is_organization_word(word) or is_known_organization(word) or acronym or word == "&"


def tied(doc: Document, m: Mention, reading: Reading) -> None:
    """The organisation that a person is of: "Natasha Ortega **of the Lakeport Zoo**"; "Natasha Ortega, **with Acme Corp.**, said"."""
    at = m.core[1]
    comma = doc.words[at : at + 1] == [","]
    at += comma
    one_phrase = m.utterance >= 0 and m.last > at + 1
    tie = doc.lower[at] if at + 1 < len(doc) else ""
    working = tie == "at" and not comma and len(m.name) > 1
    if not (tie == "of" or tie == "with" or (tie == "from" and comma) or working or (one_phrase and tie in BELONGING)):
        return
    found = _body(doc, at + 1, min(len(doc), at + LONGEST))
    if found is not None and tie == "with" and doc.lower[found[1] - 1] == "campaign":
        # "wrote of Ortega **with** the Senate campaign over"
        return
    if found is None or (working and not one_phrase and _LEARNED.isdisjoint(doc.words[found[0] : found[1]])):
        return
    # "from the **charity** Shelter"
    based = doc.lower[found[0] - 1].endswith("-based") or doc.lower[found[0] - 1] in organization_nouns()
    if found[0] <= at + 2 + 2 * based and (based or _names_body(doc, *found)):
        # it stands beside the name, and goes before what the title says
        reading.affiliations.insert(0, TitleSpan(*found, "of an organisation"))


def behind_comma(doc: Document, at: int, reading: Reading) -> None:
    """The organisation behind a title and a comma, as in letters and releases: "Natasha Ortega, director, **Lakeport Zoo**"."""
    found = _body(doc, at + 1, min(len(doc), at + LONGEST)) if doc.words[at : at + 1] == [","] else None
    if (
        found is not None
        and found[0] == at + 1
        and doc.words[found[1] : found[1] + 1] in ([","], ["."], [")"])
        and _names_body(doc, *found)
    ):
        reading.affiliations.append(TitleSpan(*found, "of an organisation"))


def opening(doc: Document, m: Mention, reading: Reading) -> None:
    """The organisation with which the sentence opens before a title: "**At Mercy Hospital**, nurse Natasha Ortega said"."""
    first = doc.sentences[doc.sentence_of[m.core[0]]][0]
    office = m.core[0] - 1
    while office > first and doc.tags[office] in "NAE" and doc.words[office] != ",":
        office -= 1
    titled = office < m.core[0] - 1 and doc.words[office] == ","
    if titled and doc.lower[first] in ("at", "in") and not any(tag in "VXM" for tag in doc.tags[first:office]):
        found = _body(doc, first + 1, office)
        # "At Mercy Hospital **on Monday**, nurse Natasha Ortega said"
        whole = found is not None and (found[1] == office or doc.lower[found[1]] in ("in", "on"))
        # "In the **Alum Rock district**, Superintendent Natasha Ortega said"
        body = found is not None and (
            doc.lower[found[1] - 1] in organization_nouns() or any(is_organization_word(word) for word in doc.words[slice(*found)])
        )
        if found is not None and whole and body:
            reading.affiliations.append(TitleSpan(*found, "of an organisation"))


def of_it(doc: Document, mentions: Sequence[Mention], at: int, reading: Reading) -> None:
    """Whose somebody is, named in this sentence or the one before: "**The Red Cross** opened a shelter, its director, Sam Lind, said"."""
    here = doc.sentence_of[mentions[at].first]
    for m in reversed(mentions[max(0, at - _NEAR) : at]):
        if here - doc.sentence_of[m.first] > 1:
            return
        body = m.kind == "organization" or (m.kind == "unknown" and len(m.name) > 1 and doc.lower[max(0, m.core[0] - 1)] == "the")
        if body and m.form == "name" and m.subject and not m.quoted:
            reading.affiliations.append(TitleSpan(*m.core, "of an organisation"))
            return


def called_by_kind(doc: Document, mentions: Sequence[Mention], first: int, last: int) -> TokenRange | None:
    """The organisation that a noun of a title stands for: "**Acme Corp.** grew, said Dana Bell, a spokeswoman for *the company*"."""
    for noun in range(first, last):
        if doc.tags[noun] in "WVXM":
            return None
        # no "state" is named by its words
        alone = doc.tags[noun] == "E" and is_only_kind((doc.words[noun],)) and (noun == 0 or doc.tags[noun - 1] != "E")
        of_kind = doc.tags[noun] == "N" or alone
        if of_kind and kind_of_noun(doc.lower[noun], ()) == "organization" and doc.lower[noun] != "state":
            return _named_before(doc, mentions, noun) if _is_told_of(doc, noun) else None
    return None


def _nouns_before(doc: Document, noun: int) -> int:
    """Where the words of the language begin that tell more of this noun."""
    while noun > 0 and doc.tags[noun - 1] in "NA":
        noun -= 1
    return noun


def _is_told_of(doc: Document, noun: int) -> bool:
    """Is it a body that the article has told of: "director of **the company**", "**company** director", and no "clerk at a bank"?"""
    first = _nouns_before(doc, noun)
    before, behind = doc.lower[first - 1] if first else "", doc.lower[noun + 1] if noun + 1 < len(doc) else ""
    # "a **company** spokesman" is the company's; "a **bank** director" is any
    of_office = before not in ("a", "an") and kind_of_noun(behind, doc.vocabulary.roles) == "unnamed person"
    return before in ("the", "this") or behind in _SPEAKING_FOR or of_office


def _named_before(doc: Document, mentions: Sequence[Mention], noun: int) -> TokenRange | None:
    """The last organisation that is named before this noun and may be called so, if no other is named beside it."""
    first = _nouns_before(doc, noun)
    head, more = doc.lower[noun], frozenset(doc.lower[first:noun])
    sentence = doc.sentence_of[noun]
    before = [m for m in mentions if m.last <= first and m.name and m.kind == "organization" and not m.quoted]
    found: dict[tuple[str, ...], TokenRange] = {}
    here = -1
    # "the agency" is the Water Agency, and not the Department of Health that is named behind it
    called = [m for m in before if len(m.name) > 1 and is_called(m.name, head) and sentence - doc.sentence_of[m.first] <= _BY_KIND]
    for m in reversed((called or before)[-_BY_NAME:]):
        at = doc.sentence_of[m.first]
        if found and at != here:
            break
        near = sentence - at <= _BY_KIND and may_be_called(m.name, head)
        named = m.name != (doc.words[noun],) and (near or has_in_name(m.name, head))
        if named and more <= {word.lower() for word in m.name}:
            found.setdefault(m.name, m.core)
            here = at
    return next(iter(found.values())) if len(found) == 1 else None


def owned(doc: Document, m: Mention, reading: Reading) -> None:
    """Whose somebody is, right before the name: "**CNN**'s Natasha Ortega", "**the Bears**' Tony Grist", "**Ober & Lund**'s Ana Reyes"."""
    end = m.core[0] - 1
    if end < 1 or len(m.name) < 2 or not doc.is_possessive(end):
        return
    first = end
    while first > 0 and (
        doc.tags[first - 1] == "E" or (doc.lower[first - 1] in ("of", "&") and first < end and doc.tags[first - 2] == "E")
    ):
        first -= 1
    if first < end and (doc.words[first] not in first_names() or is_known_organization(" ".join(doc.words[first:end]))):
        reading.affiliations.append(TitleSpan(first, end, "of an organisation"))


def at_work(doc: Document, m: Mention, reading: Reading) -> None:
    """Where somebody works: "Ortega, who runs the **Lakeport Zoo**, said"; "Ortega works for **Acme Corp.**" """
    at = m.core[1]
    last = min(doc.sentences[doc.sentence_of[m.core[0]]][1], at + LONGEST)
    verb = at
    if doc.words[at : at + 1] == [","]:
        # "Ortega, 58, **who**"; "Ortega, a mother of two **who**"
        who = next((i for i in range(at, last) if doc.lower[i] == "who" or doc.tags[i] in "VXM"), last)
        verb = who + 1 if who < last and doc.lower[who] == "who" else last
    elif at < last and doc.tags[at] not in "VN":
        return
    if verb >= last or doc.lower[verb] not in EMPLOYED:
        return
    end = next((i for i in range(verb + 1, last) if doc.words[i] in CLAUSE_ENDS or ends_clause(doc, i)), last)
    found = _body(doc, verb + 1, end) if doc.lower[verb] in _HEADING else affiliation_behind(doc, verb + 1, end)
    if found is not None and _names_body(doc, *found):
        reading.affiliations.append(TitleSpan(*found, "of an organisation"))


def ends_clause(doc: Document, at: int) -> bool:
    """Does a verb, a relative or a quotation begin here, and no "teachers**'** union"?"""
    return (doc.tags[at] in 'VXMW"' and not doc.is_apostrophe(at)) or doc.lower[at] == "whose"


def brackets(doc: Document, m: Mention, reading: Reading) -> None:
    """ "Sen. Bernie Sanders (**I-Vt.**)"."""
    at = m.core[1]
    if at + 2 < len(doc) and doc.words[at] == "(":
        close = next((i for i in range(at, min(len(doc), at + 6)) if doc.words[i] == ")"), 0)
        if close and _STATE.match(doc.slice(at + 1, close).replace(" ", "")) and m.honorific:
            reading.affiliations.append(TitleSpan(at + 1, close, "brackets"))
